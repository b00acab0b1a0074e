"""The headline of a story, changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from licheck.align.side import Side
from licheck.align.style import style
from licheck.model.change import Change, ChangeKind, Passage, Permission
from licheck.model.page import JOINT, Page
from licheck.patterns import pattern
from licheck.text import fold

_LABEL = pattern(r"(?:<h[1-6]\b[^>]{0,400}>\s*)?<(span|small|div|a)\b[^>]{0,400}>([^<>]{1,60})</\1>", re.I)
_HEADLINE = 3  # words that a headline has at least behind a label
_SEPARATOR = pattern(r"\s*[|｜·•»]\s*|\s+[–—-]\s+")
_BARS = frozenset("|｜·•»")
_SITE = 5  # words of the name of a site
_AROUND = 30  # characters beside a name in a copyright line: the year, "All rights reserved"
_ABOVE = 8  # blocks above an original's story that may be its headline


def headline_changes(old: Side, new: Side, title: str, headline: int | None) -> Iterator[Change]:
    """The change of the headline, if there is one. `title` is the original's, `headline` the page's block."""
    if not title or headline is None:
        return
    written = new.text(headline)
    ours, theirs = _words(old, title), _words(new, written)
    if not theirs or ours == theirs or _differ_by_label(old, title, new, headline):
        return
    if _is_title_of_page(ours, theirs) and not _is_cut(old, title, written):
        return
    if _is_said_above(old, theirs) or _is_with_site(old, new, title, written):
        return
    place = _place(old, title)
    note = "" if place else f"the original's title is “{title}”"
    permitted = {Permission.HEADLINE}
    if _keys(old, title) == _keys(new, written):
        permitted.add(Permission.HOUSE_STYLE)
    yield Change(ChangeKind.HEADLINE, place, new.passage(headline), frozenset(permitted), note)


def _words(side: Side, text: str) -> list[str]:
    return [word.raw for word in style(side.language).words(text, 0)]


def _keys(side: Side, text: str) -> list[str]:
    return [word.key for word in style(side.language).words(text, 0)]


def _is_title_of_page(title: list[str], headline: list[str]) -> bool:
    """Whether the title is the headline with the name of the site after it: "Headline | The Example"."""
    return len(headline) >= 3 and title[: len(headline)] == headline and len(title) - len(headline) <= 5


def _differ_by_label(old: Side, title: str, new: Side, headline: int) -> bool:
    """Whether the two differ by a label in the heading, in an element of its own: the section that the story stands in."""
    place = _place(old, title)
    ours = [_words(old, title), _behind_label(old, place.block) if place else []]
    theirs = [_words(new, new.text(headline)), _behind_label(new, headline)]
    return any(words and words in ours for words in theirs)


def _behind_label(side: Side, block: int) -> list[str]:
    """The words of a heading behind its label; none where it has no label."""
    at = side.page.blocks[block].offset
    hit = _LABEL.match(side.page.source, at) if side.page.format == "html" else None
    text = side.text(block).replace(JOINT, " ")
    label, words = _words(side, unescape(hit[2])) if hit else [], _words(side, text)
    rest = words[len(label) :]
    return rest if label and len(rest) >= _HEADLINE and words[: len(label)] == label else []


def _is_cut(old: Side, title: str, headline: str) -> bool:
    """Whether the title stands as a line on the original's page, and no sign parts what the headline lacks of it."""
    whole, part = fold(title), fold(headline)
    rest = whole.removeprefix(part).lstrip()
    return whole.startswith(part) and rest[:1].isalnum() and _place(old, title) is not None


def _is_with_site(old: Side, new: Side, title: str, written: str) -> bool:
    """Whether the headline is the title with the name of a site after it; a dash may also part a headline's own words."""
    for hit in _SEPARATOR.finditer(written):
        behind = written[hit.end() :]
        if _words(old, written[: hit.start()]) == _words(old, title) and len(behind.split()) <= _SITE:
            known = fold(behind) in _sites(old.page) | _sites(new.page)
            return hit.group().strip() in _BARS or known or _signs_itself(new, behind)
    return False


def _sites(page: Page) -> frozenset[str]:
    return frozenset(fold(meta.value) for name in ("site", "publisher") for meta in page.values(name))


def _signs_itself(side: Side, name: str) -> bool:
    """Whether a page that tells no name of its site calls itself so: above its story, or in its copyright line."""
    first = side.blocks[0] if side.blocks else 0
    size = len(name) + _AROUND
    lines = [block.text for block in side.page.blocks if len(block.text) <= size]
    above = {fold(block.text) for block in side.page.blocks[:first] if len(block.text) <= size}
    return fold(name) in above or any("©" in line and fold(name) in fold(line) for line in lines)


def _is_said_above(old: Side, headline: list[str]) -> bool:
    """Whether the headline is a line of the original above its story: its title may be a kicker, or the name of the paper."""
    first = old.blocks[0] if old.blocks else 0
    return any(_words(old, old.text(block)) == headline for block in range(max(0, first - _ABOVE), first))


def _place(old: Side, title: str) -> Passage | None:
    """The block of the original that says its title; None where only its metadata do."""
    folded = fold(title)
    for block, line in enumerate(old.page.blocks):
        if abs(len(line.text) - len(title)) <= len(title) // 4 + 8 and fold(line.text) == folded:
            return old.passage(block)
    return None
