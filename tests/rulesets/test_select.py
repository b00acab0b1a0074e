"""Which pages republish a publisher's story: those that say so of this very story, and none that only speak of the publisher."""

import pytest

from licheck.check import check_page
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.index import Index, card
from licheck.rulesets.load import load

RULES = """\
id: tidewater
publisher:
  name: {name}
  aliases: {aliases}
  domains: [tidewater.example]
sources:
  - address: https://tidewater.example/republish
    read: 2026-11-22
    seen: full
credits:
  - Originally published by {{publisher}}
requirements:
  - byline:
"""
PARAGRAPHS = [
    "The night ferry of Saltmere runs again from Monday, after eleven years in which the last boat left the pier at half past six"
    " and whoever missed it slept in the waiting room.",
    "The council has bought a second hull from a yard that was about to break it up, and has named it after the woman who kept the"
    " waiting room warm for those who were left behind.",
    "About 140 people came to see it moor, some of them on chairs that they had brought from home, and the first ticket was sold"
    " to a baker who needs to be at his oven by three.",
    "Whether the boat will pay for itself nobody on the pier would say, though the harbour master has promised to count the"
    " passengers every night and to write the number on the wall.",
]


def rules(name="Tidewater", aliases="[]"):
    return load("tidewater.yaml", RULES.format(name=name, aliases=aliases), kinds())


def html(top="", bottom="", head="", below="", by="By Ida Voss", paragraphs=PARAGRAPHS, site="Quay Post"):
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f"<html><head><title>Night ferry runs again</title>{head}</head><body><header>{site}</header><main><article>"
        f"<h1>Night ferry runs again after eleven years</h1><p>{by}</p>{top}{text}{bottom}</article></main>{below}"
        "<footer><p>About us</p></footer></body></html>"
    )


def why(source, rule_set=None, name="page.html"):
    """Why the rule set applies; empty where it does not."""
    page = read(name, source.encode())
    rule_set = rule_set or rules()
    assert Index([card(rule_set)]).candidates(page) == ["tidewater"], "the quick look leaves it out"
    return "".join(chosen.chosen_by for chosen in check_page(page, [rule_set]).rule_sets)


AT = "https://tidewater.example/ferry"
LINK = f'<a href="{AT}">Tidewater</a>'
CREDITS = [
    pytest.param(html(top=f"<p>This story was originally published by {LINK}.</p>"), id="above the story"),
    pytest.param(html(bottom=f"<p><em>This article first appeared on {LINK}.</em></p>"), id="below the story"),
    pytest.param(html(bottom="<p>Reprinted with permission of Tidewater.</p>"), id="without a subject"),
    pytest.param(html(bottom="<p>Ida Voss is a reporter. Originally published by Tidewater.</p>"), id="behind a line on the writer"),
    pytest.param(html(top="<p>This story was produced by Tidewater, a nonprofit newsroom.</p>"), id="who produced it"),
    pytest.param(html(bottom="<p>Copyright 2026 Tidewater. Republished with permission.</p>"), id="a name, and behind it what for"),
    pytest.param(html(bottom=f'<p>The post <a href="{AT}">Night ferry runs again</a> appeared first on Tidewater.</p>'), id="a feed's own line"),
    pytest.param(html(bottom=f'<p><a href="{AT}">This story was originally published by Tidewater.</a></p>'), id="all of it a link"),
    pytest.param(html(by="By Ida Voss, Tidewater"), id="a byline"),
    pytest.param(html(by="By Ida Voss | Tidewater"), id="a byline with a bar"),
    pytest.param(html(by="By Ida Voss for Tidewater"), id="a byline with for"),
    pytest.param(html(by="<span>By Ida Voss, Tidewater</span><span>May 3</span>"), id="a byline that meets the date"),
    pytest.param(html(bottom="Tidewater", head=f'<link rel="canonical" href="{AT}">'), id="a canonical address"),
]  # fmt: skip


@pytest.mark.parametrize("source", CREDITS)
def test_a_page_that_credits_this_story_republishes_it(source):
    assert why(source)


def test_a_byline_in_front_matter_is_one():
    text = "\n\n".join(PARAGRAPHS)
    assert why(
        f"---\ntitle: Night ferry runs again\nauthor: Ida Voss, Tidewater\n---\n\n{text}\n", name="page.md"
    )


def inside(at, words):
    return [*PARAGRAPHS[:at], words, *PARAGRAPHS[at:]]


OWN = [
    pytest.param(html(paragraphs=inside(4, "The report, originally published by Tidewater in March, found nine boats that had never been counted.")), id="its last paragraph tells of a report"),
    pytest.param(html(paragraphs=inside(0, "Tidewater originally reported last week that the night ferry would run again from Monday.")), id="its first paragraph tells who reported it"),
    pytest.param(html(paragraphs=inside(2, "“This article was originally published by Tidewater,” says a board on the pier that nobody remembers having put up there.")), id="somebody says it"),
    pytest.param(html(bottom="<p>This story also appeared in Tidewater.</p>"), id="it also appeared there"),
    pytest.param(html(bottom="<p>This story was also published by Tidewater.</p>"), id="they took it"),
    pytest.param(html(bottom="<p>This story was originally published on Oct. 3 and has been updated to include comment from Tidewater.</p>"), id="it was updated"),
    pytest.param(html(top="<p>This article is based on a report first published by Tidewater.</p>"), id="it is based on theirs"),
    pytest.param(html(bottom="<p>This story was originally published by the Mill Gazette, whose editor worked at Tidewater.</p>"), id="it is somebody else's"),
    pytest.param(html(bottom="<p>Originally published by Tidewater Valley Gazette.</p>"), id="a longer name"),
    pytest.param(html(bottom="<p>Read the original investigation by Tidewater.</p>"), id="a link to a report"),
    pytest.param(html(top='<img src="/a.jpg" alt=""><p>Courtesy of Tidewater</p>'), id="the picture is theirs"),
    pytest.param(html(bottom="<p>Source: Tidewater; chart by the Quay Post</p>"), id="the figures are theirs"),
    pytest.param(html(below='<section class="related"><h2>Related</h2><p>How the pier was built</p><p>Originally published by Tidewater.</p></section>'), id="in a box"),
    pytest.param(html(bottom=f'<h2>How the pier was built in a winter</h2><p>By Lena Ost, Tidewater</p><p>{PARAGRAPHS[0]}</p>'), id="the byline of a teaser"),
    pytest.param(html(by="By Ida Voss, a fellow at Tidewater"), id="a guest"),
    pytest.param(html(bottom="<p>Tidewater</p>", head=f'<link rel="canonical" href="{AT}"><meta property="og:site_name" content="Tidewater">'), id="its own page"),
    pytest.param(html(by="By Ida Voss, Tidewater", site="Tidewater", head=f'<link rel="canonical" href="{AT}">'), id="its own page, by its first line"),
    pytest.param(html(by="By Ida Voss, Tidewater", head=f'<meta property="og:url" content="{AT}"><meta property="og:title" content="Night ferry runs again | Tidewater">'), id="its own page, by its title"),
]  # fmt: skip


@pytest.mark.parametrize("source", OWN)
def test_a_page_that_only_speaks_of_the_publisher_republishes_nothing(source):
    assert not why(source)


INSTITUTE = rules("Tidewater Institute", "[TWI, Tidewater Institute News]")


@pytest.mark.parametrize(
    ("by", "is_theirs"),
    [
        pytest.param("By Ida Voss, Tidewater Institute", False, id="its people write for others"),
        pytest.param("By Ida Voss, TWI", False, id="its short name"),
        pytest.param("By Ida Voss, Tidewater Institute News", True, id="its newsroom"),
    ],
)
def test_an_institution_beside_a_writers_name_is_no_sign_of_a_republication(by, is_theirs):
    assert bool(why(html(by=by), INSTITUTE)) is is_theirs


def test_a_credit_line_that_leads_to_somebody_of_a_like_name_is_theirs():
    text = RULES.format(name="Tidewater", aliases="[]").replace(
        "  domains:", "  others: [radio.tidewater.example]\n  domains:"
    )
    line = '<p>This story was originally published by <a href="{}">Tidewater</a>.</p>'
    rule_set = load("tidewater.yaml", text, kinds())
    assert why(html(bottom=line.format(AT)), rule_set)
    assert not why(html(bottom=line.format("https://radio.tidewater.example/ferry")), rule_set)


WORDS = "{publisher} is a nonprofit newsroom that covers ferries, piers and the people who wait for them. Sign up for its letter."


@pytest.mark.parametrize(
    ("line", "is_theirs"),
    [
        pytest.param(WORDS.replace("{publisher}", "Tidewater"), True, id="as prescribed"),
        pytest.param("Tidewater is a nonprofit newsroom that covers ferries, piers and the people who wait for them.", True, id="its first sentence"),
        pytest.param("Tidewater is a nonprofit newsroom.", False, id="what is true of many"),
    ],
)  # fmt: skip
def test_the_publishers_standing_words_on_itself_mark_its_story(line, is_theirs):
    promo = f"  - promo_text:\n      wording:\n        en:\n          - '{WORDS}'\n"
    rule_set = load("tidewater.yaml", RULES.format(name="Tidewater", aliases="[]") + promo, kinds())
    assert bool(why(html(bottom=f"<p>{line}</p>"), rule_set)) is is_theirs
