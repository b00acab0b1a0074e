"""The value of an attribute (or the target of a Markdown link) in the source, to be replaced in its place."""

from __future__ import annotations

from typing import NamedTuple

from licheck.model.page import Page
from licheck.patterns import pattern
from licheck.repair._html import element_at
from licheck.repair._words import attribute, markdown_url

_VALUE = pattern(r"[^=]*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", 16)
_TARGET = pattern(
    r"!?\[(?:[^\[\]]|\[[^\[\]]{0,300}\]){0,1000}\]\(\s*(?:<([^<>\n]*)>|((?:[^()\s]|\([^()\s]*\))+))", 16
)


class Value(NamedTuple):
    """source[start:end] is a value; `how` it is written: "double", "single", "bare" or "markdown"."""

    start: int
    end: int
    how: str

    def written(self, text: str) -> str:
        """A new value, as it is to stand there."""
        if self.how == "markdown":
            return markdown_url(text)
        quoted = attribute(text)
        return f'"{quoted}"' if self.how == "bare" else quoted


def value_of(page: Page, offset: int, name: str, value: str) -> Value | None:
    """Where the attribute of the element (or the target of the link) at an offset has this value; None if it has not."""
    if page.format == "markdown" and page.source[offset : offset + 1] in ("[", "!"):
        return _target(page, offset, value)
    element = element_at(page, offset)  # in Markdown, too, HTML stands as it is
    place = element.attribute(name) if element else None
    found = _VALUE.fullmatch(page.source, *place) if place else None
    if found is None:
        return None
    group = found.lastindex or 1
    return Value(found.start(group), found.end(group), ("double", "single", "bare")[group - 1])


def _target(page: Page, offset: int, value: str) -> Value | None:
    found = _TARGET.match(page.source, offset)
    if found is None or (found[1] or found[2]) != value:
        return None
    group = found.lastindex or 1
    return Value(found.start(group), found.end(group), "markdown")
