"""A file that holds several stories: each is judged by itself, and named by its number."""

import pytest

CHECK = ("check", "--rules", "harbour.yaml", "--format=json")

FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Marsh Bulletin</title><link>https://marsh.example/</link>
{}</channel></rss>
"""
STORY = (
    "<p>The tide gate at the end of Mill Street was opened by hand on Tuesday, for the first time in nine years,"
    " because nobody could find the key to the pump house.</p>"
    "<p>Two neighbours and the harbour master turned the wheel for most of an hour. By noon the water had gone.</p>"
)
CREDIT = "<p>This story first appeared in Harbour Lane News.</p>"
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


def item(title, extra=""):
    return (
        f"<item><title>{title}</title><link>https://marsh.example/{len(extra)}</link>"
        f"<content:encoded><![CDATA[{STORY}{extra}]]></content:encoded></item>\n"
    )


def verdicts(page):
    return {finding["kind"]: finding["verdict"] for finding in page["findings"]}


def test_every_story_of_a_feed_is_judged_and_told_by_its_number(licheck, desk):
    (desk / "feed.xml").write_text(FEED.format(item("With a credit", CREDIT) + item("Without")))
    ended = licheck(*CHECK, "feed.xml")
    assert [(page["path"], verdicts(page)["credit_line"]) for page in ended.report["pages"]] == [
        ("feed.xml#1", "passed"),
        ("feed.xml#2", "failed"),
    ]
    assert ended.code == 1


@pytest.mark.parametrize(("number", "code"), [(1, 0), (2, 1)])
def test_one_story_can_be_asked_for_by_its_number(licheck, desk, number, code):
    (desk / "feed.xml").write_text(FEED.format(item("With a credit", CREDIT) + item("Without")))
    ended = licheck(*CHECK, f"feed.xml#{number}")
    assert [page["path"] for page in ended.report["pages"]] == [f"feed.xml#{number}"]
    assert ended.code == code


def test_a_number_that_no_story_has_is_told_with_how_many_there_are(licheck, desk):
    (desk / "feed.xml").write_text(FEED.format(item("One") + item("Two")))
    ended = licheck(*CHECK, "feed.xml#3")
    assert ended.code == 3
    assert "2 stories" in ended.report["errors"][0]["message"]


def test_what_a_site_puts_around_a_story_is_no_breach_of_the_story_nor_is_the_next_story_evidence(
    licheck, desk
):
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
