"""The headline of a story, changed."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.align.side import Side
from licheck.align.style import style
from licheck.model.change import Change, ChangeKind, Passage, Permission
from licheck.text import fold


def headline_changes(old: Side, new: Side, title: str, headline: int | None) -> Iterator[Change]:
    """The change of the headline, if there is one. `title` is the original's, `headline` the page's block."""
    if not title or headline is None:
        return
    written = new.text(headline)
    ours, theirs = _words(old, title), _words(new, written)
    if not theirs or ours == theirs or _is_title_of_page(ours, theirs):
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


def _place(old: Side, title: str) -> Passage | None:
    """The block of the original that says its title; None where only its metadata do."""
    folded = fold(title)
    for block, line in enumerate(old.page.blocks):
        if abs(len(line.text) - len(title)) <= len(title) // 4 + 8 and fold(line.text) == folded:
            return old.passage(block)
    return None
