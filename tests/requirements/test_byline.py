"""The kind `byline`: what counts as the writer's name, and what is told where it does not."""

from dataclasses import replace

import pytest
from invented import (
    NOTICE,
    Found,
    Given,
    compare,
    html,
    judged,
    markdown,
    put_right,
    read_page,
    rule_set,
    text,
)

from licheck.check import check_page
from licheck.model.finding import Place
from licheck.model.requirement import Medium

NOT_CREDITED = "Marta Quill is not credited at the top or the bottom of the story"
DATA = '{"@type": "NewsArticle", "author": {"name": "§Marta Quill"}}'
MOST_READ = """<aside><h3>Most read</h3>
<ul><li><a href="/cellar">Town hall finds a cellar full of old doors</a> by §Marta Quill</li></ul></aside>"""

CASES = [
    pytest.param(
        Given(html("<p>By §Marta Quill</p>")),
        Found("passed", "Marta Quill is credited.", "By Marta Quill"),
        id="below the headline",
    ),
    pytest.param(
        Given(html(bottom="<p>By §Marta Quill</p>")),
        Found("passed", "Marta Quill is credited.", "By Marta Quill"),
        id="after the story",
    ),
    pytest.param(
        Given(markdown("By §Marta Quill"), format="markdown"),
        Found("passed", "Marta Quill is credited.", "By Marta Quill"),
        id="in Markdown",
    ),
    pytest.param(
        Given(html("<p>By §Marta Quill</p>", head='<meta name="author" content="Newsroom">')),
        Found(
            "passed", "Marta Quill is credited; the page's metadata name Newsroom instead.", "By Marta Quill"
        ),
        id="metadata that contradict it",
    ),
    pytest.param(Given(html()), Found("failed", f"{NOT_CREDITED}."), id="no byline"),
    pytest.param(
        Given(html(bottom=f"<p>§{NOTICE}</p>")),
        Found(
            "failed",
            f"{NOT_CREDITED}.",
            NOTICE,
            "the publisher's own notice asks for the credit; it is not one",
        ),
        id="the notice alone",
    ),
    pytest.param(
        Given(html('<p style="display:none">By §Marta Quill</p>')),
        Found(
            "failed",
            f'{NOT_CREDITED}; not seen by a reader: style="display: none".',
            "By Marta Quill",
            'not seen by a reader: style="display: none"',
        ),
        id="hidden",
    ),
    pytest.param(
        Given(html(head=f'<script type="application/ld+json">{DATA}</script>')),
        Found(
            "failed",
            f"{NOT_CREDITED}; only in metadata (JSON-LD), where no reader sees it.",
            "Marta Quill",
            "only in metadata (JSON-LD), where no reader sees it",
        ),
        id="for machines only",
    ),
    pytest.param(
        Given(html("<p>By §Marta<br>Quill</p>")),
        Found("passed", "Marta Quill is credited.", "By Marta"),
        id="in two lines",
    ),
    pytest.param(
        Given(html("<div>By <button>§Marta Quill</button></div>")),
        Found("passed", "Marta Quill is credited.", "Marta Quill"),
        id="a button behind the lead word",
    ),
    pytest.param(
        Given(html("<p>Listen: §Marta Quill talks to the smith about doors</p>")),
        Found(
            "failed",
            f"{NOT_CREDITED}; named in a sentence, not credited as writer.",
            "Listen: Marta Quill talks to the smith about doors",
            "named in a sentence, not credited as writer",
        ),
        id="a line on a talk",
    ),
    pytest.param(
        Given(html("<p>By §Marta Quill</p>"), people=("Marta Quill Reyes",)),
        Found(
            "cant-tell",
            "Marta Quill Reyes is named only without the last of the names, of which some people have two.",
            "By Marta Quill",
            "without the last of the names, of which some people have two",
        ),
        id="without the second family name",
    ),
    pytest.param(
        Given(html("<p>By §Marta Quil</p>")),
        Found(
            "failed",
            f"{NOT_CREDITED}; 'Marta Quil' is one letter off 'Marta Quill': misspelt.",
            "By Marta Quil",
            "'Marta Quil' is one letter off 'Marta Quill': misspelt",
        ),
        id="misspelt",
    ),
    pytest.param(
        Given(html("<p>§By Harbour News Service</p>")),
        Found(
            "failed",
            f"{NOT_CREDITED}; an organisation is named as author: By Harbour News Service.",
            "By Harbour News Service",
            "an organisation, not the person who wrote it",
        ),
        id="an organisation as author",
    ),
    pytest.param(
        Given(html(below=MOST_READ)),
        Found(
            "failed",
            f"{NOT_CREDITED}; named elsewhere on the page, not with this story.",
            "Town hall finds a cellar full of old doors by Marta Quill",
            "named elsewhere on the page, not with this story",
        ),
        id="in the box of another story",
    ),
    pytest.param(
        Given(html("<p>By §Marta Quill</p>"), options="place: bottom"),
        Found(
            "failed",
            "Marta Quill is not credited at the bottom of the story; the credit stands at the top of the story.",
            "By Marta Quill",
            "in another place than asked for",
        ),
        id="in another place than asked for",
    ),
    pytest.param(
        Given(html("<p>§By Harbour News Service</p>"), original=""),
        Found(
            "failed",
            "An organisation is named as author, and no person.",
            "By Harbour News Service",
            "an organisation, not the person who wrote it",
        ),
        id="an organisation, and nobody said who wrote the story",
    ),
    pytest.param(
        Given(html("<p>§By Marta Quill</p>"), original=""),
        Found(
            "passed",
            "Marta Quill is credited; nobody said who wrote the story, so the byline was read off the page.",
            "By Marta Quill",
        ),
        id="nobody said who wrote the story",
    ),
    pytest.param(
        Given(html("<p>§Marta Quill</p>"), original=""),
        Found(
            "cant-tell",
            "A line stands where a byline would, but it is not sure that it is one; name the writer with --author.",
            "Marta Quill",
            "a line that could be a name",
        ),
        id="a line that could be a name",
    ),
    pytest.param(
        Given(html(), options="medium: print"),
        Found("inapplicable", "Asked for print only; this is online publication."),
        id="asked for in another medium",
    ),
]


@pytest.mark.parametrize(("given", "found"), CASES)
def test_a_page_is_judged_with_its_reason_and_its_nearest_miss(given: Given, found: Found) -> None:
    compare("byline", given, found)


def test_what_stands_behind_a_fold_is_a_doubt() -> None:
    folded = "<details><summary>About</summary><p>By §Marta Quill</p></details>"
    finding = judged("byline", Given(html(folded)))
    assert finding.verdict.value == "cant-tell"
    assert finding.reason == "Marta Quill is named only where some readers do not see it."
    assert "inside a closed <details>" in finding.evidence[0].note


def test_each_of_several_writers_must_be_credited() -> None:
    finding = judged("byline", Given(html("<p>By Marta Quill</p>"), people=("Marta Quill", "Jonas Vale")))
    assert finding.reason == "Jonas Vale is not credited at the top or the bottom of the story."
    assert [(piece.text, piece.counts) for piece in finding.evidence] == [("By Marta Quill", True)]
    assert finding.remedy == "By Marta Quill and Jonas Vale"


@pytest.mark.parametrize(
    ("affiliation", "remedy"),
    [
        pytest.param("of: publisher", "By Marta Quill, Harbour News Service", id="the publisher's name"),
        pytest.param("of: institution", "By Marta Quill", id="the writer's own institution"),
        pytest.param("", "By Marta Quill", id="none"),
    ],
)
def test_the_remedy_has_the_publishers_name_only_where_it_is_asked_for_in_the_byline(
    affiliation: str, remedy: str
) -> None:
    rules = rule_set("affiliation", affiliation) if affiliation else None
    byline = rule_set("byline")
    both = replace(byline, requirements=(*byline.requirements, *(rules.requirements if rules else ())))
    page = read_page(Given(html("<p>Monday, 4 May</p>")))
    report = check_page(page, [both], people=("Marta Quill",), people_from="the test", chosen_by="the test")
    assert next(one for one in report.findings if one.requirement == "byline").remedy == remedy


@pytest.mark.parametrize(
    ("given", "looked_in", "belongs"),
    [
        pytest.param(
            Given(html("<p>Monday, 4 May</p>", bottom="<p>Keep our logo.</p>")),
            ("top credit zone (line 8)", "bottom credit zone (lines 12-15)"),
            ("below the headline", 8),
            id="a page",
        ),
        pytest.param(
            Given(text(), format="text", options="place: bottom"),
            ("bottom credit zone (nothing there)",),
            ("after the story's last paragraph", 8),
            id="plain text, at the bottom",
        ),
    ],
)
def test_it_is_told_where_was_looked_and_where_the_byline_belongs(given, looked_in, belongs) -> None:
    finding = judged("byline", given)
    assert finding.looked_in == looked_in
    assert finding.belongs_at == Place(*belongs)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(Given(html()), id="HTML"),
        pytest.param(Given(html(), options="place: bottom"), id="HTML, at the bottom"),
        pytest.param(Given(markdown(), format="markdown"), id="Markdown"),
        pytest.param(Given(text(), format="text"), id="plain text"),
    ],
)
def test_the_remedy_put_where_it_belongs_satisfies(given: Given) -> None:
    finding = judged("byline", given)
    assert finding.verdict.value == "failed"
    assert judged("byline", put_right(given, finding)).verdict.value == "passed"


def test_a_requirement_for_print_is_judged_in_print() -> None:
    given = Given(html("<p>By Marta Quill</p>"), options="medium: print", medium=Medium.PRINT)
    assert judged("byline", given).verdict.value == "passed"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        pytest.param("By TK Brook", "TK Brook", id="initials that look like a placeholder"),
        pytest.param("By Ansel Author", "Ansel Author", id="a family name that is one"),
        pytest.param("Name the author, and win", "", id="a sentence"),
    ],
)
def test_somebody_elses_name_is_no_placeholder(line: str, who: str) -> None:
    finding = judged("byline", Given(html(f"<p>{line}</p>")))
    assert finding.verdict.value == "failed"
    assert "placeholder" not in finding.reason


def test_a_placeholder_is_shown_where_it_stands() -> None:
    finding = judged("byline", Given(html("<p>By [AUTHOR NAME]</p>")))
    assert finding.reason == f"{NOT_CREDITED}; a placeholder was left in: [AUTHOR NAME]."
    assert (finding.evidence[0].text, finding.evidence[0].line, finding.evidence[0].counts) == (
        "By [AUTHOR NAME]",
        8,
        False,
    )
