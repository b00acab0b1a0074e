"""The kind `affiliation`: whose name stands with the writer's, and what is told where it does not."""

import pytest
from invented import NOTICE, ORIGINAL, Found, Given, compare, html, judged, markdown, put_right, text

from licheck.model.finding import Place
from licheck.model.requirement import Medium

WITHOUT = "Marta Quill is credited without the affiliation 'Harbour News Service'"
NO_NAME = "names Marta Quill without the affiliation"
OWN_NOTICE = "the publisher's own notice asks for the credit; it is not one"
CONTRIBUTOR = "By Marta Quill, Contributor"

CASES = [
    pytest.param(
        Given(html("<p>By Marta Quill, §Harbour News Service</p>")),
        Found(
            "passed",
            "Harbour News Service is named with Marta Quill.",
            "By Marta Quill, Harbour News Service",
        ),
        id="in the byline",
    ),
    pytest.param(
        Given(html("<p>By Marta Quill | §HNS</p>")),
        Found("passed", "Harbour News Service is named with Marta Quill.", "By Marta Quill | HNS"),
        id="abbreviated",
    ),
    pytest.param(
        Given(html('<p><img src="/marta.jpg" alt="" width="48" height="48">By Marta Quill/§HNS</p>')),
        Found("passed", "Harbour News Service is named with Marta Quill.", "By Marta Quill/HNS"),
        id="behind a stroke, with the writer's portrait",
    ),
    pytest.param(
        Given(html("<p>By Marta Quill</p>\n<p>§Harbour News Service</p>")),
        Found("passed", "Harbour News Service is named with Marta Quill.", "Harbour News Service"),
        id="on the next line",
    ),
    pytest.param(
        Given(
            html(
                "<p>By Marta Quill</p>",
                bottom="<p>Marta Quill is a reporter with the §Harbour News Service.</p>",
            )
        ),
        Found(
            "passed",
            "Harbour News Service is named with Marta Quill.",
            "Marta Quill is a reporter with the Harbour News Service.",
        ),
        id="in a biography",
    ),
    pytest.param(
        Given(html("<p>By §Harbour News Service</p>")),
        Found("passed", "Harbour News Service is named as author.", "By Harbour News Service"),
        id="the publisher as author",
    ),
    pytest.param(
        Given(html("<div><span>By</span><span>Marta Quill</span><span>§Harbour News Service</span></div>")),
        Found(
            "passed",
            "Harbour News Service is named with Marta Quill.",
            "By Marta Quill Harbour News Service",
        ),
        id="in elements that meet",
    ),
    pytest.param(
        Given(html("<p>By Marta Quill</p><p>Reporter at the §Harbour News Service</p>")),
        Found(
            "passed",
            "Harbour News Service is named with Marta Quill.",
            "Reporter at the Harbour News Service",
        ),
        id="with a job on the next line",
    ),
    pytest.param(
        Given(
            html("<p>By Marta Quill</p><p>§Harbour News Service</p>", bottom="<p>Follow the HNS on X</p>"),
            original="",
        ),
        Found("passed", "Harbour News Service is named with Marta Quill.", "Harbour News Service"),
        id="without the original",
    ),
    pytest.param(
        Given(
            html(
                "<p>By Marta Quill</p><p>All this is told in a story shared by us with the §Harbour News Service</p>"
            )
        ),
        Found(
            "cant-tell",
            "Harbour News Service is named next to Marta Quill's byline, and the line may be about something else.",
            "All this is told in a story shared by us with the Harbour News Service",
            "next to the byline, perhaps as the writer's outlet",
        ),
        id="a line that may be a credit",
    ),
    pytest.param(
        Given(html(f"<p>§{CONTRIBUTOR}</p>")),
        Found("failed", f"{WITHOUT}.", CONTRIBUTOR, NO_NAME),
        id="another word",
    ),
    pytest.param(
        Given(html("<p>§By Marta Quill, Harbour News</p>")),
        Found(
            "failed",
            f"{WITHOUT}.",
            "By Marta Quill, Harbour News",
            "'Harbour News' is not Harbour News Service",
        ),
        id="a company with a similar name",
    ),
    pytest.param(
        Given(html("<p>§By Marta Quill</p>", bottom=f"<p>{NOTICE}</p>")),
        Found("failed", f"{WITHOUT}.", "By Marta Quill", NO_NAME),
        id="in the notice, with a byline",
    ),
    pytest.param(
        Given(html(bottom=f"<p>§{NOTICE}</p>")),
        Found(
            "failed",
            "Harbour News Service (HNS) stands only in the licence notice itself, not with the writer.",
            NOTICE,
            OWN_NOTICE,
        ),
        id="in the notice, without a byline",
    ),
    pytest.param(
        Given(html("<p>By Marta Quill</p>", bottom="<p>First published by the §Harbour News Service.</p>")),
        Found(
            "failed",
            f"{WITHOUT}; the name stands elsewhere, not with the writer.",
            "First published by the Harbour News Service.",
            "names the publisher, but not with the writer",
        ),
        id="far from the byline",
    ),
    pytest.param(
        Given(html()),
        Found("failed", "There is no byline that could carry the affiliation 'Harbour News Service'."),
        id="no byline",
    ),
    pytest.param(
        Given(html(), options="medium: broadcast"),
        Found("inapplicable", "Asked for broadcast only; this is online publication."),
        id="asked for in another medium",
    ),
    pytest.param(
        Given(html("<p>§By Marta Quill, University of Eastmere</p>"), options="of: institution"),
        Found(
            "passed",
            "University of Eastmere stands with the writer's name.",
            "By Marta Quill, University of Eastmere",
        ),
        id="the institution",
    ),
    pytest.param(
        Given(html("<p>§By Marta Quill, HNS</p>"), options="of: institution"),
        Found(
            "failed",
            "University of Eastmere does not stand with the writer's name.",
            "By Marta Quill, HNS",
            "names Marta Quill without it",
        ),
        id="not the institution",
    ),
    pytest.param(
        Given(html("<p>By Marta Quill</p>"), options="of: institution", original=""),
        Found("cant-tell", "Without the original, the writer's institution is not known."),
        id="the institution, without the original",
    ),
    pytest.param(
        Given(
            html("<p>By Marta Quill</p>"),
            options="of: institution",
            original=ORIGINAL.replace(", University of Eastmere", ""),
        ),
        Found("cant-tell", "The original does not say which institution the writer belongs to."),
        id="the institution, with an original that names none",
    ),
]


@pytest.mark.parametrize(("given", "found"), CASES)
def test_a_page_is_judged_with_its_reason_and_its_nearest_miss(given: Given, found: Found) -> None:
    compare("affiliation", given, found)


def test_what_stands_behind_a_fold_is_a_doubt() -> None:
    folded = "<details><summary>About</summary><p>Marta Quill, Harbour News Service</p></details>"
    finding = judged("affiliation", Given(html(f"<p>By Marta Quill</p>{folded}")))
    assert finding.verdict.value == "cant-tell"
    assert finding.reason == "Harbour News Service is named only where some readers do not see it."
    assert finding.evidence[0].note.startswith("perhaps not seen: ")


BROKEN = [
    pytest.param(Given(html(f"<p>{CONTRIBUTOR}</p>")), 8, id="HTML"),
    pytest.param(Given(html(bottom=f"<p>{CONTRIBUTOR}</p>")), 12, id="HTML, at the bottom"),
    pytest.param(Given(markdown(CONTRIBUTOR), format="markdown"), 3, id="Markdown"),
    pytest.param(Given(text(bottom=CONTRIBUTOR), format="text"), 9, id="plain text, at the bottom"),
]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<p>Follow the HNS on X</p>", id="a call"),
        pytest.param("<button>Follow HNS</button>", id="a button"),
        pytest.param("<p>Tags: doors, HNS</p>", id="tags"),
        pytest.param("<p>doors, bakeries, HNS</p>", id="a list"),
        pytest.param("<p><a href='/tag/hns' rel='tag'>HNS</a></p>", id="a tag by its link"),
        pytest.param("<p>Photo by Tom Hale/HNS</p>", id="a picture's credit"),
        pytest.param("<p>(Screenshot/HNS)</p>", id="who took the screenshot"),
        pytest.param("<p>Last week the HNS asked for the smith's records.</p>", id="a sentence"),
        pytest.param("<p>Marta Quill is not affiliated with the HNS.</p>", id="a denial"),
        pytest.param(
            "<p>Marta Quill, formerly of the HNS, writes for the Quay Post.</p>", id="a former outlet"
        ),
        pytest.param("<p>The views are those of the author and not of the HNS.</p>", id="a disclaimer"),
    ],
)
@pytest.mark.parametrize("known", [ORIGINAL, ""], ids=["with the original", "without"])
def test_what_names_the_publisher_next_to_a_byline_and_is_no_affiliation(line: str, known: str) -> None:
    finding = judged("affiliation", Given(html(f"<p>By Marta Quill</p>{line}"), original=known))
    assert finding.verdict.value == "failed", finding


@pytest.mark.parametrize(("given", "line"), BROKEN)
def test_where_there_is_a_byline_the_affiliation_belongs_on_its_line(given: Given, line: int) -> None:
    assert judged("affiliation", given).belongs_at == Place("with the writer's name", line)


@pytest.mark.parametrize("given", [case.values[0] for case in BROKEN], ids=[case.id for case in BROKEN])
def test_the_remedy_put_where_it_belongs_satisfies(given: Given) -> None:
    finding = judged("affiliation", given)
    assert finding.verdict.value == "failed"
    assert finding.remedy == "By Marta Quill, Harbour News Service"
    assert judged("affiliation", put_right(given, finding)).verdict.value == "passed"


def test_without_a_byline_both_belong_below_the_headline() -> None:
    finding = judged("affiliation", Given(html()))
    assert finding.belongs_at == Place("below the headline", 8)
    assert finding.looked_in == ("top credit zone (nothing there)", "bottom credit zone (line 15)")


def test_a_requirement_for_print_is_judged_in_print() -> None:
    given = Given(html("<p>By Marta Quill, HNS</p>"), options="medium: print", medium=Medium.PRINT)
    assert judged("affiliation", given).verdict.value == "passed"


@pytest.mark.parametrize(
    "byline",
    [
        "<p>By Marta Quill,<span>Lakeside Monitor</span><a href='/follow'>Follow</a><time>Oct. 5, 2026</time></p>",
        "<p>By Marta Quill/Lakeside Monitor</p>",
    ],
)
def test_an_institution_is_read_where_nothing_parts_it_from_what_stands_beside_it(byline: str) -> None:
    theirs = html("<p>By Marta Quill, Lakeside Monitor</p>")
    given = Given(html(byline), "of: institution", original=theirs)
    assert judged("affiliation", given).reason == "Lakeside Monitor stands with the writer's name."


@pytest.mark.parametrize(
    "line",
    [
        "By Marta Quill <https://harbour.example/marta>, Harbour News Service <https://harbour.example/>",
        "Marta Quill, Harbour News Service <https://harbour.example/>",
        "By Marta Quill (https://harbour.example/marta), Harbour News Service",
    ],
)
@pytest.mark.parametrize("kind", ["byline", "affiliation"])
def test_a_byline_of_plain_text_holds_addresses_in_brackets(kind: str, line: str) -> None:
    options = "of: publisher" if kind == "affiliation" else ""
    finding = judged(kind, Given(text(line), options, format="text", original=""))
    assert finding.verdict.value == "passed", finding
