"""A byline with the publisher's name selects its rule set, whatever a reader who does not know the name would take it for."""

import pytest

from licheck.check import check_page
from licheck.edge.rule_files import rule_set
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.load import load

STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The bakery on Mill Street opened an hour late on Monday, because its door had been taken to the smith and nobody"
        " had thought of bringing it back before the weekend.",
        "Customers waited in the rain on their own chairs. The smith, who was among them, went home to fetch the door and"
        " was given the first loaf of the day in return.",
        "The council has now lent the bakery a second door, which was found in the cellar of the town hall.",
    )
)


@pytest.mark.parametrize(
    ("rules", "byline"),
    [
        pytest.param("states-newsroom", "Maren Holt, Kansas Reflector", id="like two persons"),
        pytest.param("dialogue-earth", 'Maren Holt, <a href="https://dialogue.earth/en/a">China Dialogue</a>', id="like a country"),
        pytest.param("nauka-w-polsce", '<a href="/a">Maren Holt</a>, <a href="https://naukawpolsce.pl/a">PAP - Nauka w Polsce</a>', id="with a dash"),
        pytest.param("calmatters", "CalMatters | Maren Holt", id="the outlet first"),
    ],
)  # fmt: skip
def test_it_is_selected(rules: str, byline: str) -> None:
    page = f"<html lang='en'><body><article><h1>A door is lent</h1><p>{byline}</p>{STORY}</article></body></html>"
    report = check_page(read("page.html", page.encode()), [rule_set(f"rules/{rules}.yaml")])
    assert [chosen.id for chosen in report.rule_sets] == [rules]


@pytest.mark.parametrize(
    ("rules", "line"),
    [("agencia-brasil", "Fonte: Agência Brasil"), ("razon-publica", "Tomado de Razonpublica.com")],
)
def test_a_line_that_is_usual_where_the_publisher_is_selects_too(rules: str, line: str) -> None:
    page = f"<html><body><article><h1>A door is lent</h1><p>Marta Quill</p>{STORY}<p>{line}</p></article></body></html>"
    report = check_page(read("page.html", page.encode()), [rule_set(f"rules/{rules}.yaml")])
    assert [chosen.id for chosen in report.rule_sets] == [rules]


@pytest.mark.parametrize(
    "line",
    ["The Kansas Reflector, a lamp of 1912, is for sale", "Kansas Reflector", "Photo: Kansas Reflector"],
)
def test_what_is_no_byline_selects_nothing(line: str) -> None:
    page = f"<html lang='en'><body><article><h1>A door is lent</h1><p>By Marta Quill</p><p>{line}</p>{STORY}</article></body></html>"
    assert not check_page(
        read("page.html", page.encode()), [rule_set("rules/states-newsroom.yaml")]
    ).rule_sets


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param('<img src="/a.jpg"><p>Maren Holt, Kansas Reflector</p><p>By Marta Quill</p>', "", id="below a picture"),
        pytest.param("<p>By Marta Quill</p>", "<p>Maren Holt, Kansas Reflector</p><p>Jo Fell, Quay Post</p>", id="speakers below the story"),
        pytest.param("<p>By Marta Quill</p><blockquote>It rains.<br>— Maren Holt, Kansas Reflector</blockquote>", "", id="a quotation"),
        pytest.param("<p>Tags, Kansas Reflector</p><p>By Marta Quill</p>", "", id="tags"),
        pytest.param("<p>By Marta Quill</p>", "<p>Contact: Maren Holt, Kansas Reflector</p>", id="whom to ask"),
    ],
)  # fmt: skip
def test_a_person_of_the_publishers_beside_a_story_selects_nothing(above: str, below: str) -> None:
    page = (
        f"<html lang='en'><body><article><h1>A door is lent</h1>{above}{STORY}{below}</article></body></html>"
    )
    assert not check_page(
        read("page.html", page.encode()), [rule_set("rules/states-newsroom.yaml")]
    ).rule_sets


HARBOUR = """\
id: harbour
publisher: {{name: Harbour News Service, domains: [harbour.example]}}
sources:
  - {{address: https://harbour.example/republish, read: 2026-11-22, seen: full}}
requirements:
  - link_back: {{to: home, place: {place}}}
"""
LOGO = '<a href="https://harbour.example/"><img src="/m/hns.png" alt="Harbour News Service" width="200" height="60"></a>'
SAID = '<p>Reprinted with permission of <a href="https://harbour.example/">Harbour News Service</a>.</p>'


@pytest.mark.parametrize(
    ("top", "inside", "bottom", "place", "verdict"),
    [
        pytest.param(LOGO, "", "", "top", "passed", id="a picture above the story"),
        pytest.param(f"<p>{LOGO}</p>", "", "", "anywhere", "passed", id="a picture in a paragraph"),
        pytest.param("", "", LOGO, "bottom", "passed", id="a picture below the story"),
        pytest.param("", LOGO, "", "anywhere", "failed", id="a picture within the story"),
        pytest.param("", "", SAID, "bottom", "passed", id="a sentence that form takes for the story's last"),
        pytest.param("", "", SAID, "top", "failed", id="a sentence at the other end"),
    ],
)  # fmt: skip
def test_where_a_link_stands_without_the_original(
    top: str, inside: str, bottom: str, place: str, verdict: str
) -> None:
    first, second = STORY.split("</p>", 1)
    page = f"""<html lang='en'><body><article><h1>A door is lent</h1><p>By Marta Quill</p>{top}{first}</p>{inside}{second}{bottom}
</article></body></html>"""
    rules = load("harbour.yaml", HARBOUR.format(place=place), kinds())
    (finding,) = check_page(read("page.html", page.encode()), [rules], chosen_by="the test").findings
    assert finding.verdict.value == verdict, finding


@pytest.mark.parametrize("between", [", ", " | ", " for "])
def test_a_byline_that_is_mostly_a_link_stands_with_the_story(between: str) -> None:
    link = '<a href="https://bhekisisa.org/article/a-door/">Bhekisisa Centre for Health Journalism</a>'
    page = f"<html lang='en'><body><article><h1>A door is lent</h1><p>Maren Holt{between}{link}</p>{STORY}</article></body></html>"
    report = check_page(
        read("page.html", page.encode()), [rule_set("rules/bhekisisa.yaml")], chosen_by="the test"
    )
    told = {found.requirement: found.verdict.value for found in report.findings}
    assert {told[name] for name in ("byline", "credit_line")} == {"passed"}
    assert told["link_back"] != "failed"  # which story it leads to, the page alone does not tell
