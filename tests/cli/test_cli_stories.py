

WITH_PAGE = """\
  - logo:
      what: The logo is shown.
  - canonical:
      what: The head names the original.
  - tracking_pixel:
      what: The counter is there.
      host: count.harbour.example
      path: /{id}/count.gif
"""
PIXEL = '<img src="https://count.harbour.example/7/count.gif" width="1" height="1" alt="">'


def test_what_a_site_puts_around_a_story_is_no_breach_of_the_story_nor_is_the_next_story_evidence(licheck, desk):
    rules = (desk / "harbour.yaml").read_text().replace("for_a_person:", f"{WITH_PAGE}for_a_person:")
    (desk / "harbour.yaml").write_text(rules)
    (desk / "feed.xml").write_text(FEED.format(item("Tide gate", CREDIT) + item("Tide gate", CREDIT + PIXEL)))
    first, second = (
        {finding["kind"]: (finding["verdict"], finding["reason"]) for finding in page["findings"]}
        for page in licheck(*CHECK, "feed.xml").report["pages"]
    )
    assert {kind: verdict for kind, (verdict, _) in first.items()} == {
        "credit_line": "passed",
        "logo": "cant-tell",
        "canonical": "inapplicable",
        "tracking_pixel": "cant-tell",
    }
    assert "holds the story without a picture" in first["logo"][1]
    assert second["tracking_pixel"][0] == "passed"
