"""What is asked of the link back: `link_anchor`, `link_indexable` and `read_more_link`."""

import pytest
from invented import (
    ADDRESS,
    HEADLINE,
    PARAGRAPHS,
    Found,
    Given,
    compare,
    html,
    judged,
    markdown,
    put_right,
    text,
)

TIDE = "https://harbour.example/tides"


def credit(link: str, rest: str = "") -> str:
    return f'<p>This story was first published by §<a href="{ADDRESS}"{rest}>{link}</a>.</p>'


def shown(link: str, url: str = ADDRESS) -> str:
    return f"{link} ({url})"


NAME = "Harbour News Service"
READS = f'The link back reads "{NAME}" or "HNS".'
NO_ANCHOR = f'No link back reads "{NAME}" or "HNS"'
NO_MORE = f"No link tells readers to read on at {NAME}"
EXCERPT = f"<p>{PARAGRAPHS[0]}</p>"
CUT = [text for text in PARAGRAPHS if text != PARAGRAPHS[1]]
CASES = [
    pytest.param(
        "link_anchor",
        Given(html(bottom=credit(NAME))),
        Found("passed", READS, shown(NAME)),
        id="link_anchor: the name",
    ),
    pytest.param(
        "link_anchor",
        Given(html(bottom=credit("HNS"))),
        Found("passed", READS, shown("HNS")),
        id="link_anchor: its alias",
    ),
    pytest.param(
        "link_anchor",
        Given(html(bottom=credit(f"the <b>{NAME}</b>,"))),
        Found("passed", READS, shown(f"the {NAME},")),
        id="link_anchor: with an article, a mark and markup",
    ),
    pytest.param(
        "link_anchor",
        Given(html(bottom=credit("here"))),
        Found("failed", f"{NO_ANCHOR}; the nearest one has another text.", shown("here"), "has another text"),
        id="link_anchor: another text",
    ),
    pytest.param(
        "link_anchor",
        Given(html(bottom=credit(NAME).replace(ADDRESS, TIDE))),
        Found(
            "failed",
            f"{NO_ANCHOR}; the nearest one leads to another page.",
            shown(NAME, TIDE),
            "leads to another page",
        ),
        id="link_anchor: another page",
    ),
    pytest.param(
        "link_anchor",
        Given(html(bottom=credit(NAME).replace(ADDRESS, TIDE)), "to: publisher"),
        Found("passed", READS, shown(NAME, TIDE)),
        id="link_anchor: any page will do",
    ),
    pytest.param(
        "link_anchor",
        Given(
            html(bottom=credit("Marta Quill").replace(ADDRESS, TIDE)),
            'text: ["{authors}"]\nto: harbour.example/tides',
        ),
        Found("passed", 'The link back reads "Marta Quill".', shown("Marta Quill", TIDE)),
        id="link_anchor: the writer's name to the writer's page",
    ),
    pytest.param(
        "link_anchor",
        Given(html(bottom=credit("Harbour News Service, where it first ran"))),
        Found(
            "cant-tell",
            f'A link back reads "{NAME}" or "HNS", and more than that.',
            shown("Harbour News Service, where it first ran"),
            "has these words and more",
        ),
        id="link_anchor: more words",
    ),
    pytest.param("link_anchor", Given(html()), Found("failed", f"{NO_ANCHOR}."), id="link_anchor: no link"),
    pytest.param(
        "link_anchor",
        Given(text(bottom="First published by Harbour News Service."), format="text"),
        Found(
            "cant-tell", "Plain text carries no links; what they read where the story runs, it does not tell."
        ),
        id="link_anchor: plain text",
    ),
    pytest.param(
        "link_anchor",
        Given(html(bottom=credit("Marta Quill")), 'text: ["{authors}"]', original=""),
        Found("cant-tell", "Nobody said who wrote the story, whose name the link is to show."),
        id="link_anchor: the writer is not known",
    ),
    pytest.param(
        "link_indexable",
        Given(html(bottom=credit(NAME, ' rel="noopener noreferrer"'))),
        Found("passed", "Search engines may follow the link back.", shown(NAME)),
        id="link_indexable: open",
    ),
    pytest.param(
        "link_indexable",
        Given(html(bottom=credit(NAME, ' rel="external NoFollow ugc"'))),
        Found(
            "failed",
            "The link back is closed to search engines (rel=nofollow ugc).",
            shown(NAME),
            "closed to search engines (rel=nofollow ugc)",
        ),
        id="link_indexable: closed",
    ),
    pytest.param(
        "link_indexable",
        Given(
            html(bottom=credit(NAME), head='§<meta name="robots" content="index, nofollow">').replace(
                "by §", "by "
            )
        ),
        Found(
            "failed",
            "The page tells search engines to follow none of its links.",
            'meta "robots": index, nofollow',
            "closes all links of the page to search engines",
        ),
        id="link_indexable: a page that closes all",
    ),
    pytest.param(
        "link_indexable",
        Given(
            html(bottom='<p><a rel="nofollow" href="https://smithy.example/">Harbour News Service</a></p>')
        ),
        Found("inapplicable", "There is no link back that could be followed."),
        id="link_indexable: a link to somebody else",
    ),
    pytest.param(
        "read_more_link",
        Given(html(bottom=f'<p>§<a href="{ADDRESS}">Continue reading {HEADLINE}</a></p>')),
        Found("passed", "A link tells readers where to read on.", shown(f"Continue reading {HEADLINE}")),
        id="read_more_link: in the link",
    ),
    pytest.param(
        "read_more_link",
        Given(html(bottom=f'<p>Weiterlesen bei §<a href="{ADDRESS}">HNS</a></p>')),
        Found("passed", "A link tells readers where to read on.", shown("HNS")),
        id="read_more_link: in its line, in German",
    ),
    pytest.param(
        "read_more_link",
        Given(html(bottom=credit(NAME))),
        Found(
            "failed",
            f"{NO_MORE}; the nearest link does not tell readers to read on.",
            shown(NAME),
            "does not tell readers to read on",
        ),
        id="read_more_link: a credit line",
    ),
    pytest.param(
        "read_more_link",
        Given(html(bottom=f'<p>This story is from HNS, where you can §<a href="{TIDE}">read more</a>.</p>')),
        Found(
            "failed",
            f"{NO_MORE}; the nearest link leads to another page of the publisher.",
            shown("read more", TIDE),
            "leads to another page of the publisher",
        ),
        id="read_more_link: to another story",
    ),
    pytest.param(
        "read_more_link",
        Given(html(bottom=credit(NAME)), "excerpts_only: true"),
        Found("inapplicable", "The whole story is there, so nothing is left to read on."),
        id="read_more_link: the whole story is there",
    ),
    pytest.param(
        "read_more_link",
        Given(html(story=EXCERPT), "excerpts_only: true"),
        Found("failed", f"{NO_MORE}."),
        id="read_more_link: an excerpt without it",
    ),
    pytest.param(
        "read_more_link",
        Given(html(story="".join(f"<p>{text}</p>" for text in CUT)), "excerpts_only: true"),
        Found("inapplicable", "The story runs to its end, so nothing is left to read on."),
        id="read_more_link: a paragraph cut from the middle makes no excerpt",
    ),
    pytest.param(
        "read_more_link",
        Given(html(story=EXCERPT), "excerpts_only: true", original=""),
        Found(
            "cant-tell",
            "Without the original, there is no telling whether a part of the story was left out; name it with --original.",
        ),
        id="read_more_link: an excerpt, and no original",
    ),
    pytest.param(
        "read_more_link",
        Given(
            html(bottom=f'<p>§<a href="{ADDRESS}">Continue reading</a></p>'),
            'wording: {en: ["Read it on {publisher}"]}',
        ),
        Found(
            "failed",
            f"{NO_MORE}; the nearest link does not tell readers to read on.",
            shown("Continue reading"),
            "does not tell readers to read on",
        ),
        id="read_more_link: other words than prescribed",
    ),
]


@pytest.mark.parametrize(("kind", "given", "found"), CASES)
def test_what_comes_out(kind: str, given: Given, found: Found) -> None:
    compare(kind, given, found)


REMEDIES = [
    pytest.param("link_anchor", Given(html()), id="link_anchor: HTML"),
    pytest.param("link_anchor", Given(markdown(), format="markdown"), id="link_anchor: Markdown"),
    pytest.param("link_indexable", Given(html(bottom=credit(NAME, ' rel="nofollow"'))), id="link_indexable"),
    pytest.param("read_more_link", Given(html()), id="read_more_link: our words"),
    pytest.param(
        "read_more_link",
        Given(html(), 'wording: {en: ["Continue reading {headline} on {publisher}"]}'),
        id="read_more_link: prescribed words",
    ),
]


@pytest.mark.parametrize(("kind", "given"), REMEDIES)
def test_the_remedy_put_where_it_belongs_makes_it_pass(kind: str, given: Given) -> None:
    before = judged(kind, given)
    assert before.verdict.value == "failed"
    assert judged(kind, put_right(given, before)).verdict.value == "passed"


def test_one_open_link_among_closed_ones_will_do() -> None:
    page = html(credit(NAME, ' rel="nofollow"'), bottom=credit(NAME)).replace("§", "")
    found = judged("link_indexable", Given(page))
    assert found.verdict.value == "passed"
    assert [piece.counts for piece in found.evidence] == [True, False]


def test_a_link_of_the_storys_own_is_not_the_link_back() -> None:
    """The original links to the publisher's page on tides, and so does the page."""
    story = f'<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]} <a rel="nofollow" href="{TIDE}">Harbour News Service</a></p>'
    original = html("<p>By Marta Quill</p>", story=story, head=f'<link rel="canonical" href="{ADDRESS}">')
    assert (
        judged("link_indexable", Given(html(story=story), original=original)).verdict.value == "inapplicable"
    )
    assert (
        judged("link_anchor", Given(html(story=story), "to: publisher", original=original)).verdict.value
        == "failed"
    )
