"""Which block is the story's headline."""

from __future__ import annotations

from licheck.model.page import Page
from licheck.text import fold

_REACH = 60  # blocks above the story's first paragraph in which its headline is looked for


def find_headline(page: Page, before: int, title: str = "") -> int | None:
    """The index of the headline: a block before `before`, best one that says `title` (folded, may be empty).

    Without a known title, the page's own metadata tell it; else the last `h1`, else the nearest heading above.
    """
    titles = [title] if title else []
    titles += [fold(meta.value) for meta in page.values("title")]
    start = max(0, before - _REACH)
    candidates = range(min(before, len(page.blocks)) - 1, start - 1, -1)
    for wanted in titles:
        for block in candidates:
            text = page.blocks[block].text
            if len(text) > 8 and len(text) < 400 and _says(fold(text), wanted):
                return block
    for kind_level in (1, 2):
        for block in candidates:
            if page.blocks[block].level == kind_level and len(page.blocks[block].text.split()) >= 2:
                return block
    return None


def _says(text: str, wanted: str) -> bool:
    """Whether a block is the title: equal, or the title goes on with the site's name ("... | The Example")."""
    if not wanted:
        return False
    return (
        text == wanted
        or (len(text.split()) >= 3 and wanted.startswith(text))
        or (len(wanted.split()) >= 4 and text.startswith(wanted))
    )
