"""Whether a story may be taken at all, as its original says: `per_item_exclusion`, `republish_flag` and `origin_only`."""

import pytest
from invented import ADDRESS, PARAGRAPHS, Found, Given, html, judged

NAME = "Harbour News Service"


def original(
    top: str = "", *, bottom: str = "", below: str = "", byline: str = "By Marta Quill", head: str = ""
) -> str:
    link = f'<link rel="canonical" href="{ADDRESS}">'
    return html(f"<p>{byline}</p>{top}", bottom=bottom, below=below, head=link + head)


EXCLUDED = "This story is not for republication."
FOOT = "<footer><p>Stories here are not for republication without leave.</p></footer>"
BUTTON = "<button>Republish this story</button>"
BEGAN = "Originally published by The Tide, where more on doors is to be read."
OURS = f"This story was originally published by {NAME} and appears here in full."
CASES = [
    pytest.param(
        "per_item_exclusion",
        original(),
        "",
        Found("passed", "The original is not marked as excluded."),
        id="per_item_exclusion: free",
    ),
    pytest.param(
        "per_item_exclusion",
        original(f"<p>{EXCLUDED}</p>"),
        "",
        Found(
            "failed",
            f"{NAME} marks this story as not to be republished.",
            EXCLUDED,
            "the mark on the original",
        ),
        id="per_item_exclusion: marked",
    ),
    pytest.param(
        "per_item_exclusion",
        original(bottom="<p>© All Rights Reserved</p>"),
        "marks: [All rights reserved]",
        Found(
            "failed",
            f"{NAME} marks this story as not to be republished.",
            "© All Rights Reserved",
            "the mark on the original",
        ),
        id="per_item_exclusion: in the publisher's words",
    ),
    pytest.param(
        "per_item_exclusion",
        original(below=FOOT),
        "",
        Found(
            "cant-tell",
            "A mark that excludes stories stands on the original's page, it seems not with this story.",
            "Stories here are not for republication without leave.",
            "may speak of the whole site",
        ),
        id="per_item_exclusion: in the foot of the page",
    ),
    pytest.param(
        "per_item_exclusion",
        "",
        "",
        Found(
            "cant-tell",
            "Without the original, there is no telling how it is marked; name it with --original.",
        ),
        id="per_item_exclusion: no original",
    ),
    pytest.param(
        "republish_flag",
        original(BUTTON),
        "",
        Found(
            "passed",
            "The original is marked as free to take.",
            "Republish this story",
            "the mark on the original",
        ),
        id="republish_flag: a button",
    ),
    pytest.param(
        "republish_flag",
        original("<p>Share &amp; Care</p>"),
        "marks: [Share & Care]",
        Found(
            "passed", "The original is marked as free to take.", "Share & Care", "the mark on the original"
        ),
        id="republish_flag: in the publisher's words",
    ),
    pytest.param(
        "republish_flag",
        original(),
        "",
        Found("failed", 'The original does not carry the mark that lets it be taken ("republish").'),
        id="republish_flag: none",
    ),
    pytest.param(
        "republish_flag",
        original(head='<script>addButton("Republish")</script>'),
        "",
        Found(
            "cant-tell",
            "No mark that lets the story be taken is seen on the original; a part of its page may not be in its file.",
        ),
        id="republish_flag: made by a script",
    ),
    pytest.param(
        "republish_flag",
        original(below="<footer><p>How to republish</p></footer>"),
        "",
        Found(
            "cant-tell",
            "A mark that lets stories be taken stands on the original's page, it seems not with this story.",
            "How to republish",
            "may speak of the whole site",
        ),
        id="republish_flag: in the foot of the page",
    ),
    pytest.param(
        "republish_flag",
        "",
        "",
        Found(
            "cant-tell",
            "Without the original, there is no telling whether it may be taken; name it with --original.",
        ),
        id="republish_flag: no original",
    ),
    pytest.param(
        "origin_only",
        original(f"<p>{OURS}</p>"),
        "",
        Found("passed", "Nothing on the original says that it began elsewhere."),
        id="origin_only: the publisher's own",
    ),
    pytest.param(
        "origin_only",
        original(f"<p>{BEGAN}</p>"),
        "",
        Found(
            "failed",
            f"The story is not {NAME}'s own: it says that it first ran elsewhere.",
            BEGAN,
            "it says that it first ran elsewhere",
        ),
        id="origin_only: from another paper",
    ),
    pytest.param(
        "origin_only",
        original(byline="By Ann Lee, Reuters"),
        "",
        Found(
            "failed",
            f"The story is not {NAME}'s own: the original credits Reuters.",
            "By Ann Lee, Reuters",
            "the original credits Reuters",
        ),
        id="origin_only: from an agency",
    ),
    pytest.param(
        "origin_only",
        original(byline="By Ann Lee, The Tide"),
        "partners: [The Tide]",
        Found(
            "failed",
            f"The story is not {NAME}'s own: the original credits The Tide.",
            "By Ann Lee, The Tide",
            "the original credits The Tide",
        ),
        id="origin_only: from a partner",
    ),
    pytest.param(
        "origin_only",
        original(
            "<p>A note to all: in our archive you find what was originally published by The Tide in those years.</p>"
        ),
        "",
        Found(
            "cant-tell",
            f"A line on the original may say that the story began elsewhere; is it {NAME}'s own?",
            "A note to all: in our archive you find what was originally published by The Tide in those years.",
            "may say that the story began elsewhere",
        ),
        id="origin_only: a line that speaks of something else",
    ),
    pytest.param(
        "origin_only",
        original("<p>Runs here under a content-sharing agreement.</p>"),
        "marks: [content-sharing agreement]",
        Found(
            "failed",
            f"The story is not {NAME}'s own: the original is marked as somebody else's.",
            "Runs here under a content-sharing agreement.",
            "the original is marked as somebody else's",
        ),
        id="origin_only: marked",
    ),
    pytest.param(
        "origin_only",
        original("<p>This story was first published on May 3, 2026, and has been updated.</p>"),
        "",
        Found("passed", "Nothing on the original says that it began elsewhere."),
        id="origin_only: a day on which it first ran",
    ),
    pytest.param(
        "origin_only",
        original("<p>Originally published by 19th Street News.</p>"),
        "",
        Found(
            "failed",
            f"The story is not {NAME}'s own: it says that it first ran elsewhere.",
            "Originally published by 19th Street News.",
            "it says that it first ran elsewhere",
        ),
        id="origin_only: a paper with a number in its name",
    ),
    pytest.param(
        "origin_only",
        original(f"<p>Originally published by The Tide, and in part by {NAME}.</p>"),
        "",
        Found("passed", "Nothing on the original says that it began elsewhere."),
        id="origin_only: published together",
    ),
    pytest.param(
        "origin_only",
        "",
        "",
        Found(
            "cant-tell",
            "Without the original, there is no telling whose story it was; name it with --original.",
        ),
        id="origin_only: no original",
    ),
]


@pytest.mark.parametrize(("kind", "theirs", "options", "found"), CASES)
def test_what_comes_out(kind: str, theirs: str, options: str, found: Found) -> None:
    given = Given(html(), options, original=theirs)
    finding = judged(kind, given)
    assert (finding.verdict.value, finding.reason) == (found.verdict, found.reason)
    assert [(piece.text, piece.note) for piece in finding.evidence[:1]] == (
        [(found.quotes, found.note)] if found.quotes else []
    )
    assert all(piece.path == "original.html" and piece.line for piece in finding.evidence)


def test_what_the_story_itself_tells_is_no_mark() -> None:
    """A story about a book that may not be reprinted is not excluded by that."""
    story = "".join(
        f"<p>{each}</p>" for each in (PARAGRAPHS[0], "The recipe is not for republication.", *PARAGRAPHS[1:])
    )
    theirs = html("<p>By Marta Quill</p>", story=story, head=f'<link rel="canonical" href="{ADDRESS}">')
    assert judged("per_item_exclusion", Given(html(story=story), original=theirs)).verdict.value == "passed"


def test_a_failure_says_whom_to_ask() -> None:
    given = Given(html(), original=original(f"<p>{EXCLUDED}</p>"))
    found = judged("per_item_exclusion", given)
    assert found.remedy == f"Ask {NAME}, or take the story off."
    assert found.belongs_at
