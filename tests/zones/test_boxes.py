"""Boxes of other things are told by their tags, labels, first words, and by the links to other stories in them."""

import pytest

from licheck.readers.html import read_text as html
from licheck.zones.boxes import Boxes

STORY = "<div id=story><p>The ferry stops in November.</p></div>"


def furniture(markup):
    """Whether the block that begins with "By Ines" is furniture on a page with this markup after its story."""
    page = html("p.html", f"<body>{STORY}{markup}</body>")
    (block,) = (at for at, block in enumerate(page.blocks) if block.text.startswith("By Ines"))
    return Boxes(page, [0]).is_furniture(block)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<nav><div>By Ines Rahl</div></nav>", id="navigation"),
        pytest.param("<div class='related-list'><p>By Ines Rahl</p></div>", id="label"),
        pytest.param("<div class='commentarea'><p>By Ines Rahl</p></div>", id="label of comments"),
        pytest.param("<div><h3>Most read</h3><p>By Ines Rahl</p></div>", id="first words"),
        pytest.param("<div><h3>3 Comments</h3><p>By Ines Rahl</p></div>", id="first words after a number"),
        pytest.param(
            "<div><a href=/w>Wolves seen near the school</a><p>By Ines Rahl</p></div>",
            id="card of another story",
        ),
        pytest.param(
            "<div><div><p>By Ines Rahl</p><a href=/w>Wolves seen near the school</a></div><div><p>By Tom</p><a href=/x>Ice"
            " closes the strait again</a></div></div>",
            id="cards with the name above the link",
        ),
        pytest.param(
            "<p><a href=/w>By Ines Rahl and the wolves of Olav</a></p>", id="link of a headline's length"
        ),
        pytest.param(
            "<div><a href=/w>狼が学校の近くで目撃された</a><p>By Ines Rahl</p></div>",
            id="card without spaces",
        ),
    ],
)
def test_block_in_a_box_of_other_things_is_furniture(markup):
    assert furniture(markup)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<p>By Ines Rahl</p>", id="plain"),
        pytest.param("<div class=credit><a href=/ines>By Ines Rahl</a></div>", id="linked name"),
        pytest.param("<div class=commentary-author><p>By Ines Rahl</p></div>", id="the writer of a commentary"),
        pytest.param("<div><p>By Ines Rahl</p><h3>Share this:</h3><p>Post</p></div>", id="above a row of buttons"),
        pytest.param("<div><div><h3>Share this:</h3><p>Post</p></div><p>By Ines Rahl</p></div>", id="below a row of buttons"),
        pytest.param("<p>By Ines Rahl, <a href=https://daily.example>The Fenland Daily News Service</a></p>", id="an outlet linked to its first page"),
        pytest.param("<div class=credit><p>By Ines Rahl</p><a href=#top>Back to the top of this page</a></div>", id="link within the page"),
        pytest.param("<div class=subscriber-only><p>By Ines Rahl</p></div>", id="behind the point to which anybody may read"),
        pytest.param("<p><a href=/w>Read the full story by Ines at The Fen</a></p><p>By Ines Rahl</p>", id="below a link to the original"),
    ],
)  # fmt: skip
def test_credit_after_the_story_is_not_furniture(markup):
    assert not furniture(markup)


def test_what_is_labelled_as_the_story_is_no_box_and_what_is_labelled_otherwise_may_be():
    """Some sites hang the paywall's label on each paragraph, and on the credit below them."""
    paragraphs = "<div class=paywall>The ferry stops in November.</div><div class=paywall>By Ines Rahl</div>"
    page = html("p.html", f"<body>{paragraphs}<div class='paywall offer'>Read on for a penny</div></body>")
    boxes = Boxes(page, [0])
    assert [boxes.is_furniture(block) for block in range(3)] == [False, False, True]
