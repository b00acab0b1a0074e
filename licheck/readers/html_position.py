"""From a word that a reader sees back to its line and column in the HTML source.

The walk remembers only where the last element began before each block. The exact place of a character is looked up
when a finding needs it: from there on the source is taken apart into runs of text, and the block is
laid on them. A block is made of whole runs, but for the hidden ones between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from licheck.model.page import JOINT, Block, Page

# Text, or what is not text: comments, whole elements whose text is not seen, tags.
_TOKEN = re.compile(
    r"<!--.*?(?:--!?>|\Z)|<(script|style|template|noscript|textarea|title)\b.*?(?:</\1\b[^>]*>|\Z)"
    r"|</?[a-zA-Z](?:[^\"'<>]|\"[^\"]*\"|'[^']*'|[\"'<])*?>|<[!?/][^>]*>?"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^<&\s]+|[<&]",
    re.S | re.I,
)
_DEAD = re.compile(r"<!--|<[a-zA-Z][^>]*>")  # what the text of a comment or a template begins after
_WINDOW = 20_000  # characters of source read beyond four times the block's own length
_NEAR = 2_000  # ...of which so many are read first
_STARTS = 60  # runs with which a block may begin
_NEEDLE = 48  # characters by which a block is recognised where the runs do not fit


def line_lengths_before(source: str) -> list[int]:
    """How many characters other than line ends stand before each line: the line's offset less its number from 0."""
    return list(accumulate(map(len, source.split("\n")), initial=0))


def locate(page: Page, block: Block, index: int) -> int:
    """The offset in the source of character `index` of the block's text (see `licheck.model.page.Locator`)."""
    before = len(_packed(block.text[:index]))
    hidden = page.hidden if not block.hidden else ()
    peers = _peers(page.hidden if block.hidden else page.blocks, block)
    for reach in (len(block.text) + _NEAR, len(block.text) * 4 + _WINDOW):
        runs = list(_runs(page.source, block.offset, reach, dead=bool(block.hidden)))
        places = _lay(peers, _seen(runs, hidden))
        if before < len(places):
            return places[before]
    return _by_its_words(page, block, before, index, runs)


class _Run(NamedTuple):
    """Text between two tags, white space left out; where each of its characters stands; the last start tag before it."""

    text: str
    offsets: Sequence[int]
    anchor: int


def _packed(text: str) -> str:
    return "".join(text.replace(JOINT, "").split())


def _peers(blocks: Sequence[Block], block: Block) -> list[str]:
    """The blocks that have their offset in common with this one, up to this one, packed."""
    found: list[str] = []
    for peer in blocks:
        if peer.offset == block.offset:
            found.append(_packed(peer.text))
            if peer is block:
                return found
    return [_packed(block.text)]


def _runs(source: str, start: int, reach: int, *, dead: bool) -> Iterator[_Run]:
    """The runs of text from `start` on. `dead`: `start` is that of something whose text is not seen, to be read all the same."""
    anchor = start
    if dead and (opened := _DEAD.match(source, start)):
        start = opened.end()
    text: list[str] = []
    offsets: list[int] = []
    for token in _TOKEN.finditer(source, start, min(len(source), start + reach)):
        word = token.group()
        if word[0] == "<" and len(word) > 1:
            if text:
                yield _Run("".join(text), offsets, anchor)
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
    unseen: dict[int, str] = {}
    for block in hidden:
        if block.offset in anchors:
            unseen[block.offset] = unseen.get(block.offset, "") + _packed(block.text)
    return [run for run in runs if run.text not in unseen.get(run.anchor, "")] if unseen else list(runs)


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
