"""Which lines of a plain text file are one paragraph.

Blank lines part paragraphs. Where lines follow each other without one, a line was wrapped if the next line's
first word would not have fitted on it; the width is the one that explains most line ends of the file.
Where no width does, every line is a paragraph of its own ("By Jane Doe" above a story, say).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from licheck.patterns import pattern

# Columns; wide letters (Chinese, Japanese, Korean) take two. Mail programs and editors wrap at 65-80.
_NARROWEST, _WIDEST = 40, 100
# Share of line ends that a width must explain: 0.8-1 in wrapped text, under 0.3 by chance.
_EXPLAINED = 0.5
# Share of wrapped lines that must end within a sentence: 7 of 8 in prose, none where lines are paragraphs.
_MID_SENTENCE = 0.2
_ENOUGH = 200_000  # characters to judge the width by
_TAB = 8

_NOTHING = (
    " \t\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"  # what str.isspace() says,
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # and what nobody sees
)
_CJK = "\u2e80-\u312f\u31a0-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff"
_UNSPACED = pattern(f"[{_CJK}]")
_WIDE = pattern(f"[{_CJK}\u1100-\u115f\u3130-\u318f\uac00-\ud7a3]")  # with Korean, which sets spaces
_SENTENCE_END = pattern("[.!?…:;。！？][\"'”’»)\\]」』]*$")
_ITEM = pattern(r"(?:[-*•]|\d{1,3}[.)])\s")
_NO_WORD = pattern(r"[\W_]+$")


class Line(NamedTuple):
    """A line that is not blank: its text without white space around it, where that begins, and columns."""

    text: str
    offset: int
    indent: int
    width: int


def paragraphs(source: str) -> Iterator[tuple[str, int]]:
    """The text of each paragraph, white space collapsed, and the offset of its first letter."""
    width = _wrapped_at(list(_groups(source[:_ENOUGH])))
    return _wrapped(source, width) if width else _lines(source)


def _lines(source: str) -> Iterator[tuple[str, int]]:
    offset = 0
    for line in source.split("\n"):
        if text := line.strip(_NOTHING):
            yield " ".join(text.split()), offset + line.find(text[0])
        offset += len(line) + 1


def _wrapped(source: str, width: int) -> Iterator[tuple[str, int]]:
    for group in _groups(source):
        start = 0
        for index in range(1, len(group) + 1):
            if index == len(group) or not _runs_on(group, index, width):
                yield _joined(group[start:index]), group[start].offset
                start = index


def _groups(source: str) -> Iterator[list[Line]]:
    """Runs of lines with no blank line between them."""
    group: list[Line] = []
    offset = 0
    for line in source.split("\n"):
        text = line.strip(_NOTHING)
        if text:
            blank = line.find(text[0])
            indent = len(line[:blank].expandtabs(_TAB)) if blank else 0
            group.append(Line(text, offset + blank, indent, indent + _columns(text)))
        elif group:
            yield group
            group = []
        offset += len(line) + 1
    if group:
        yield group


def _wrapped_at(groups: list[list[Line]]) -> int:
    """The width in columns at which the file was wrapped; 0 if it was not."""
    breaks = [pair for group in groups for pair in pairwise(group)]
    explained = _count((line.width, line.width + _first_word(after)) for line, after in breaks)
    width = max(range(_NARROWEST, _WIDEST + 1), key=explained.__getitem__)
    wrapped = [pair for pair in breaks if pair[0].width <= width < pair[0].width + 1 + _first_word(pair[1])]
    kept_within = sum(_NARROWEST <= line.width <= width for line, _ in breaks)
    too_long = sum(line.width > width and " " in line.text for group in groups for line in group)
    if not wrapped or len(wrapped) < _EXPLAINED * (kept_within + too_long):
        return 0
    mid_sentence = sum(_goes_on(line, after) or not _ends_sentence(line) for line, after in wrapped)
    if len(wrapped) == 1:  # one line end proves nothing unless a sentence runs through it
        return width if _goes_on(*wrapped[0]) else 0
    return width if mid_sentence > _MID_SENTENCE * len(wrapped) else 0


def _count(spans: Iterable[tuple[int, int]]) -> list[int]:
    """For each number up to the widest width, how many spans (both ends included) hold it."""
    steps = [0] * (_WIDEST + 2)
    for first, last in spans:
        if first <= _WIDEST:
            steps[first] += 1
            steps[min(last, _WIDEST) + 1] -= 1
    return list(accumulate(steps))


def _runs_on(group: list[Line], index: int, width: int) -> bool:
    """Whether line `index` carries on the paragraph of the line before it."""
    before, line = group[index - 1], group[index]
    if _ITEM.match(line.text) or _NO_WORD.match(line.text) or _NO_WORD.match(before.text):
        return False
    if line.indent > before.indent and not _ITEM.match(before.text):
        return False  # the indented first line of a paragraph
    by_itself = line.width < width / 2 and line.text[0].isupper() and not _ends_sentence(line)
    if by_itself and index + 1 < len(group):
        return False  # a short line that ends no sentence and is yet followed by another
    if before.width + 1 + _first_word(line) > width:
        return True
    return before.width > 0.6 * width and _goes_on(before, line)  # wrapped by hand, or edited since


def _goes_on(line: Line, after: Line) -> bool:
    return after.text[0].islower() and not _ends_sentence(line)


def _ends_sentence(line: Line) -> bool:
    return _SENTENCE_END.search(line.text[-8:]) is not None


def _first_word(line: Line) -> int:
    """Columns of what could not have been broken."""
    if _UNSPACED.match(line.text):
        return 3  # one letter, and a punctuation mark that may not begin a line
    return _columns(line.text.split(None, 1)[0])


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _joined(lines: list[Line]) -> str:
    """The lines in one, white space collapsed; scripts that set no spaces between words get none."""
    pieces = [" ".join(lines[0].text.split())]
    for before, line in pairwise(lines):
        unspaced = _UNSPACED.match(before.text[-1]) and _UNSPACED.match(line.text)
        pieces += ["" if unspaced else " ", " ".join(line.text.split())]
    return "".join(pieces)
