"""What a page is called: its headline as a reader sees it, or, where that says something else, what its
metadata agree on.
"""

from __future__ import annotations

from html import unescape

from licheck.model.page import JOINT, Meta, Page
from licheck.model.zones import Zones
from licheck.patterns import pattern
from licheck.text import collapse, fold, without_invisible

_WORD = pattern(r"\w+")
_CUT = pattern(r"\s+[|·•»–—-]\s+|\s*[｜|]\s*")
_NEAR = 0.8  # share of the words of both that two spellings of one title have in common
_JSON_LD = "JSON-LD"
_LEAST = 3  # words of a headline behind a kicker
_BELOW = 2  # blocks below the headline: a kicker may stand between two of them


def title_of(page: Page, zones: Zones) -> str:
    """The title; empty where the page has none.

    A site that shows one headline and declares another, alike in both of the places where it describes the
    article (Open Graph and JSON-LD), shows a variant. Of two headlines that it shows, one below the other, the story's is
    the one that schema.org's `headline` says (https://schema.org/headline).
    """
    stated = page.values("title")
    shown = seen(page.blocks[zones.headline].text) if zones.headline is not None else ""
    graph, data = _first(stated, "og:title"), _first(stated, _JSON_LD)
    if not shown:
        return graph or data or _first(stated, "") or ""
    if data and not _same(shown, data) and _stands_below(data, page, zones):
        return data
    if graph and data and _alike(graph, data) and not (_alike(shown, graph) or _alike(shown, data)):
        return _without_site(graph, page)
    return _without_kicker(shown, (data, _without_site(graph, page)))


def _without_kicker(shown: str, stated: tuple[str, ...]) -> str:
    """A heading without the words before the headline that are set in it, too, where metadata give the headline without."""
    if any(_same(shown, title) for title in stated):
        return shown
    ends = (
        title for title in stated if len(title.split()) >= _LEAST and fold(shown).endswith(f" {fold(title)}")
    )
    return next(ends, shown)


def seen(text: str) -> str:
    """A block's text as it reads: no marks that show nothing, on one line."""
    return collapse(without_invisible(text.replace(JOINT, " ")))


def _without_site(title: str, page: Page) -> str:
    """A title from metadata without the name of the site at its end."""
    names = {fold(meta.value) for meta in page.values("site")}
    pieces = _CUT.split(title)
    if len(pieces) > 1 and fold(pieces[-1]) in names:
        return title[: title.rindex(pieces[-1])].rstrip(" |·•»–—-｜")
    return title


def _first(stated: tuple[Meta, ...], where: str) -> str:
    """The first title whose place holds that, as people write it."""
    return next((_value(meta) for meta in stated if where in meta.where), "")


def _value(meta: Meta) -> str:
    return seen(unescape(meta.value) if "&" in meta.value else meta.value)


def _stands_below(title: str, page: Page, zones: Zones) -> bool:
    """Whether a heading near below the headline is this title."""
    first = (zones.headline or 0) + 1
    near = page.blocks[first : first + _BELOW]
    return any(block.level and _same(seen(block.text), title) for block in near)


def _same(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _alike(one: str, other: str) -> bool:
    """Whether two titles say the same: one holds the other, or most of their words are the same."""
    one, other = fold(one), fold(other)
    if one in other or other in one:
        return True
    words, others = set(_WORD.findall(one)), set(_WORD.findall(other))
    return len(words & others) >= _NEAR * len(words | others)
