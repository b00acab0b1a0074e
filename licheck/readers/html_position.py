"""From a word that a reader sees back to its line and column in the HTML source.

The walk remembers only where the last element began before each block. The exact place of a character is looked up
when a finding needs it: from there on the source is taken apart into runs of text, and the block is
laid on them. A block is made of whole runs, but for the hidden ones between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from licheck.model.page import JOINT, Block, Page
from licheck.patterns import pattern
from licheck.readers.html_elements import DEAD, FLOW, IMAGE, LINK, SKIP, UNSEEN

# Text, or what is not text: comments, whole elements whose text is not seen, tags.
_TOKEN = pattern(
    r"<!--.*?(?:--!?>|\Z)|<(script|style|noscript|textarea|title)\b.*?(?:</\1\b[^>]*>|\Z)"
    r"|</?[a-zA-Z](?:[^\"'>]|\"[^\"]*\"|'[^']*'){0,400}+>|</?[a-zA-Z][^<>]*>?|<[!?/][^>]*>?"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^<&\s]+|[<&]",
    re.S | re.I,
)
_DEAD = pattern(r"<!--|<[a-zA-Z][^>]*>")  # what the text of a comment or a text field begins after
_WORD = pattern(r"\S+")
_OPENED = pattern(r"<([a-zA-Z][\w-]*+)(?:[^\"'<>]|\"[^\"]*\"|'[^']*')*+>")
_INLINE = pattern(
    r"</?(?:a|abbr|b|bdi|bdo|cite|em|font|i|mark|q|small|span|strong|sub|sup|time|u)"
    r"(?:\s(?:[^\"'<>]|\"[^\"]*\"|'[^']*')*+)?>",
    re.I,
)
_SILENT = (SKIP, UNSEEN, IMAGE)  # elements after whose start tag comes no text, or none that is seen
_CLIMB = 8  # elements that the parser may add around each other
_AHEAD = 20  # letters that must agree from the one that is looked for
_NEAR = 400  # characters of text read beyond the block's own, at first...
_WINDOW = 20_000  # ...and where that was not enough, beyond four times the block's own
_FARTHEST = 1_000_000  # characters of source read for them
_STARTS = 60  # runs with which a block may begin
_NEEDLE = 48  # characters by which a block is recognised where the runs do not fit


NEW_LINE = "\f"
"""What a page's line ends become before it is parsed."""


def in_one_line(source: str) -> str:
    """The source with a form feed for each line end, to be parsed: the column of an element is its offset.

    HTML takes both for white space everywhere (https://html.spec.whatwg.org/#ascii-whitespace), but after
    `<pre>`, where an empty first line is none in any case.
    """
    return source.replace("\n", NEW_LINE)


def as_written(text: str) -> str:
    """A text out of the tree of such a source, with line ends."""
    return text.replace(NEW_LINE, "\n")


def offset_of(node: Any) -> int:
    """Where an element of such a source begins; elements that the parser added stand where their parent does."""
    for _ in range(_CLIMB):
        if node is None:
            return 0
        offset: int | None = node.source_col
        if offset is not None:
            return offset
        node = node.parent
    return 0


def locate(page: Page, block: Block, index: int) -> int:
    """The offset in the source of character `index` of the block's text (see `licheck.model.page.Locator`)."""
    before = len(_packed(block.text[:index]))
    offset = _straight_on(page, block, before)
    return offset if offset >= 0 else _among_others(page, block, index, before)


def _straight_on(page: Page, block: Block, before: int) -> int:
    """The offset of the letter after `before` others; -1 where anything but text and inline tags is on the way to it.

    This is the case of nearly all blocks, and takes no reading of what stands around them.
    """
    source, unclear = page.source, page.unclear_offsets
    opened = _OPENED.match(source, block.offset)
    if block.hidden or block.offset in unclear or not opened or FLOW.get(opened[1].lower()) in _SILENT:
        return -1
    wanted, done, at = _packed(block.text[: before + _AHEAD]), 0, opened.end()
    if FLOW.get(opened[1].lower(), LINK) == LINK:
        # It may be the end of the block before, closed long since; not if that does not hold what we look for.
        number = page.blocks.index(block)
        if number and wanted[:_AHEAD] in _packed(page.blocks[number - 1].text):
            return -1
    while True:
        end = source.find("<", at)
        text = source[at : end if end >= 0 else len(source)]
        if "&" in text or JOINT in text:
            return -1
        packed = "".join(text.split())
        if done + len(packed) > before:
            here = wanted[done : done + len(packed)]
            return _letter(text, at, before - done) if packed.startswith(here) else -1
        if not wanted.startswith(packed, done):
            return -1
        done += len(packed)
        tag = _INLINE.match(source, end) if end >= 0 else None
        if not tag or end in unclear:
            return -1
        at = tag.end()


def _letter(text: str, at: int, number: int) -> int:
    """The offset of a letter (from 0, white space not counted) of a text that begins at `at`."""
    for word in _WORD.finditer(text):
        if number < len(word[0]):
            return at + word.start() + number
        number -= len(word[0])
    return at


def _among_others(page: Page, block: Block, index: int, before: int) -> int:
    """As `locate`, where other blocks or hidden text begin at the same element."""
    if block.hidden:
        row, hidden = _row(page.hidden, block), []
    else:
        row, hidden = _row(page.blocks, block), [other for other in page.hidden if other.hidden not in DEAD]
    for blocks in (row, row[-1:]):
        start = _hidden_before(hidden, blocks[0].offset)
        texts = [_packed(other.text) for other in blocks]
        size = sum(map(len, texts)) + blocks[-1].offset - start
        for enough in (size + _NEAR, size * 4 + _WINDOW):
            runs = list(_runs(page.source, start, enough, dead=block.hidden in DEAD))
            places = _lay(texts, [run for run in _seen(runs, hidden) if run.anchor >= blocks[0].offset])
            if before < len(places):
                return places[before]
    return _by_its_words(page, block, before, index, runs)


def _row(blocks: Sequence[Block], block: Block) -> list[Block]:
    """This block after those that begin where it begins, after the one in which they may begin."""
    row = [block]
    at = next((at for at, other in enumerate(blocks) if other is block), 0)
    while at > 0 and row[0].offset == block.offset and block.offset - blocks[at - 1].offset < _WINDOW:
        at -= 1
        row.insert(0, blocks[at])
    return row


def _hidden_before(hidden: Sequence[Block], offset: int) -> int:
    """Where to begin reading, so that hidden text in which an element begins at `offset` is known as such."""
    return max((other.offset for other in hidden if offset - _NEAR < other.offset <= offset), default=offset)


class _Run(NamedTuple):
    """Text between two tags, white space left out; where each of its characters stands; the last start tag before it."""

    text: str
    offsets: Sequence[int]
    anchor: int


def _packed(text: str) -> str:
    return "".join(text.replace(JOINT, "").split())


def _runs(source: str, start: int, enough: int, *, dead: bool) -> Iterator[_Run]:
    """The runs of text from `start` on, until they have `enough` characters. `dead`: `start` is that of something whose text is not seen, to be read all the same."""
    anchor = start
    if dead and (opened := _DEAD.match(source, start)):
        start = opened.end()
    text: list[str] = []
    offsets: list[int] = []
    for token in _TOKEN.finditer(source, start, min(len(source), start + enough + _FARTHEST)):
        word = token.group()
        if word[0] == "<" and len(word) > 1:
            if text:
                yield _Run("".join(text), offsets, anchor)
                enough -= len(offsets)
                if enough < 0:
                    return
                text, offsets = [], []
            if word[1].isalpha():
                anchor = token.start()
        elif word[0] == "&" and len(word) > 1:
            word = "".join(_resolve(word).split())
            text.append(word)
            offsets.extend([token.start()] * len(word))
        else:
            text.append(word.replace(JOINT, ""))
            offsets.extend(at for at, sign in enumerate(word, token.start()) if sign != JOINT)
    if text:
        yield _Run("".join(text), offsets, anchor)


def _seen(runs: Sequence[_Run], hidden: Sequence[Block]) -> list[_Run]:
    """The runs without those that are known to be hidden."""
    anchors = {run.anchor for run in runs}
    unseen: dict[int, list[str]] = {}
    for block in hidden:
        if block.offset in anchors:
            unseen.setdefault(block.offset, []).append(_packed(block.text))
    seen: list[_Run] = []
    rest = ""  # of the hidden text that is being met
    for run in runs:
        if not rest and (texts := unseen.get(run.anchor)) and texts[0].startswith(run.text):
            rest = texts.pop(0)
        if rest and rest.startswith(run.text):
            rest = rest[len(run.text) :]
        else:
            seen.append(run)
            rest = ""
    return seen


def _lay(blocks: Sequence[str], runs: Sequence[_Run]) -> list[int]:
    """The offset of each character of the last of the blocks, which follow one another in the runs; empty: they do not."""
    at, used = 0, 0  # the next run, and how much of it is used up
    places: list[int] = []
    for block in blocks:
        for start in range(at, min(len(runs), at + _STARTS)):
            places, after, rest = _lay_one(block, runs, start, used if start == at else 0)
            if places:
                at, used = after, rest
                break
        else:
            return []
    return places


def _lay_one(block: str, runs: Sequence[_Run], start: int, used: int) -> tuple[list[int], int, int]:
    """A block laid on the runs from `start` on: its characters' offsets, and where the next block begins."""
    places: list[int] = []
    for at in range(start, len(runs)):
        text = runs[at].text[used:]
        rest = len(block) - len(places)
        if len(text) > rest and block.endswith(text[:rest]):  # part of a run: lines of a `pre`
            return [*places, *runs[at].offsets[used : used + rest]], at, used + rest
        if text and block.startswith(text, len(places)):
            places += runs[at].offsets[used:]
        elif not places:
            break
        if len(places) == len(block):
            return places, at + 1, 0
        used = 0
    return [], start, 0


def _by_its_words(page: Page, block: Block, before: int, index: int, runs: Sequence[_Run]) -> int:
    """As well as can be told where the runs do not fit."""
    wanted = _packed(block.text)
    signs = "".join(run.text for run in runs)
    offsets = [offset for run in runs for offset in run.offsets]
    for needle, back in ((wanted[:_NEEDLE], before), (wanted[before : before + _NEEDLE // 4], 0)):
        start = signs.find(needle) if needle else -1
        if 0 <= start < len(offsets) - back:
            return offsets[start + back]
    words = " ".join(block.text[index:].replace(JOINT, " ").split()[:2])
    reach = block.offset + len(block.text) * 4 + _WINDOW
    at = page.source.find(words, block.offset, reach) if words else -1
    return at if at >= 0 else block.offset


def _resolve(entity: str) -> str:
    from html import unescape  # only findings need it

    return unescape(entity)
