"""What was changed, for people: words out, words in, some words around them, long parts folded."""

import pytest

from licheck.model.change import Change, ChangeKind, Passage, Permission
from licheck.model.page import Block, BlockKind, Page
from licheck.reports._changes import change_lines

STYLE = frozenset((Permission.HOUSE_STYLE,))


def page(path, *texts):
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(text, BlockKind.PARAGRAPH, at, 0))
        at += len(text) + 1
    return Page(path, "text", "\n".join(texts), tuple(blocks))


OLD = page(
    "original.txt",
    "The ferry costs 12 percent of the year’s money and needs new engines, new seats, new ropes and, some say, a new name.",
    "Nobody asked for it.",
    " ".join(f"word{number}" for number in range(60)),
)
NEW = page(
    "page.txt",
    "The ferry costs 12 per cent of the year’s money and needs new engines, new seats, new ropes and, some say, a new crew.",
    "Everybody asked for it. It is late.",
    " ".join(f"word{number}" for number in range(60)),
)


def passage(side, block, text):
    start = side.blocks[block].text.index(text)
    return Passage(block, start, start + len(text), text)


def change(kind, old=None, new=None, permitted=frozenset(), note=""):
    return Change(kind, old and passage(OLD, *old), new and passage(NEW, *new), permitted, note)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            [change(ChangeKind.REWORDED, (1, "Nobody"), (1, "Everybody"))],
            ["page.txt:2:1: reworded", "    [-Nobody-] {+Everybody+} asked for it. It is late."],
            id="a word replaced",
        ),
        pytest.param(
            [change(ChangeKind.ADDED, None, (1, "It is late."))],
            ["page.txt:2:25: added", "    Everybody asked for it. {+It is late.+}"],
            id="a sentence added",
        ),
        pytest.param(
            [change(ChangeKind.CUT, (0, "new seats,"))],
            [
                "original.txt:1:71 (original): cut",
                "    ... year’s money and needs new engines, [-new seats,-] new ropes and, some say, a ...",
            ],
            id="words cut",
        ),
        pytest.param(
            [
                change(ChangeKind.REWORDED, (0, "percent"), (0, "per cent"), STYLE),
                change(ChangeKind.REWORDED, (0, "name"), (0, "crew")),
            ],
            [
                "page.txt:1:20: reworded (a rule may permit it as house style), reworded",
                "    The ferry costs 12 [-percent-] {+per cent+} of the year’s money and needs ... ropes and, some say,"
                " a new [-name-] {+crew+}.",
            ],
            id="two in one paragraph, the equal part between them folded",
        ),
        pytest.param(
            [change(ChangeKind.MOVED, (2, OLD.blocks[2].text), (2, NEW.blocks[2].text))],
            [
                "page.txt:3:1: moved",
                f"    {' '.join(f'word{number}' for number in range(12))} ... "
                f"{' '.join(f'word{number}' for number in range(48, 60))} (stood at original.txt:3:1)",
            ],
            id="a long paragraph moved",
        ),
        pytest.param(
            [
                change(
                    ChangeKind.LINK_RETARGETED,
                    (0, "ferry"),
                    (0, "ferry"),
                    note="led to https://a.example, leads to https://b.example",
                )
            ],
            [
                "page.txt:1:5: link retargeted",
                "    “ferry”; led to https://a.example, leads to https://b.example",
            ],
            id="a link",
        ),
        pytest.param(
            [Change(ChangeKind.IMAGE_LOST, Passage(1, 0, 0, ""), None, note="ferry.jpg: is not there")],
            ["original.txt:2:1 (original): image lost", "    ferry.jpg: is not there"],
            id="a picture",
        ),
        pytest.param(
            [
                Change(
                    ChangeKind.IMAGE_CREDIT_LOST,
                    Passage(0, 0, 0, ""),
                    Passage(1, 0, 0, ""),
                    note="ferry.jpg: credited to Sanna Roe",
                    original_at=3,
                    page_at=4,
                ),
                change(ChangeKind.REWORDED, (1, "Nobody"), (1, "Everybody")),
            ],
            [
                "page.txt:1:5: image credit lost",
                "    ferry.jpg: credited to Sanna Roe",
                "page.txt:2:1: reworded",
                "    [-Nobody-] {+Everybody+} asked for it. It is late.",
            ],
            id="a picture's credit, where the picture stands",
        ),
        pytest.param(
            [
                change(ChangeKind.REWORDED, (0, "percent"), (0, "per cent"), STYLE),
                change(ChangeKind.REWORDED, (0, "name"), (0, "crew")),
            ],
            [
                "page.txt:1:20: reworded (a rule may permit it as house style), reworded",
                "    The ferry costs 12 [-percent-] {+per cent+} of the year’s money and needs ..."
                " ropes and, some say, a new [-name-] {+crew+}.",
            ],
            id="each change with its own permission",
        ),
        pytest.param([], [], id="nothing changed"),
    ],
)
def test_changes_read_as_a_person_reads_them(changes, expected):
    assert list(change_lines(changes, NEW, OLD)) == expected


def test_what_is_not_seen_is_not_printed():
    old, new = page("o", "plain words"), page("p", "pl\u00adain\u200b cords")
    told = [Change(ChangeKind.REWORDED, Passage(0, 6, 11, "words"), Passage(0, 8, 13, "cords"))]
    assert [*change_lines(told, new, old)][1] == "    plain [-words-] {+cords+}"
