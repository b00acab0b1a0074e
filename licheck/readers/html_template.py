"""HTML that a site generator still works on: front matter above it, template marks in it. What they show is not known.

The marks are taken out, and told. In code, scripts, style sheets and comments they stay: there they show nothing, or
are what a story is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from licheck.model.page import BlockKind, Encoding, Page
from licheck.patterns import pattern
from licheck.readers import front_matter
from licheck.readers.embedded.place import placed
from licheck.readers.embedded.traced import copied
from licheck.readers.markdown_template import HUGO, LIQUID, REMARK, VALUE, mark_name, note_of
from licheck.text import collapse

_APART = r"<!--|-->|</?(?P<apart>code|pre|kbd|samp|script|style|textarea)\b"
_TOKEN = pattern(
    rf"{_APART}|{HUGO}|{LIQUID}|\{{?{VALUE}\}}?|{REMARK}", 16 | 2
)  # dot takes line ends; any case
# A mark that nobody takes for a blank that an editor was to fill in, as in "By {{author}}".
_SURE = pattern(
    r"\{%[-+]?\s*[a-z]|\{\{[<%]\s*[\w./-]|\{?\{\{[#>/!-]?\s*\w+\s*[.|\[(]\s*[\w'\"]|\{\{[#>/]\s*\w"
)
_LOOKED_AT = 50  # marks that are looked for in what is seen


class _Mark(NamedTuple):
    """A mark: text[start:end]; how it is told, empty for what closes another and for remarks."""

    start: int
    end: int
    name: str


def read(path: str, text: str, encoding: Encoding) -> Page:
    """The page in decoded HTML that is a site's source; without front matter and marks it is like any other."""
    from licheck.readers.html import read_text

    matter = front_matter.read(text)
    whole = copied(text, matter.end, len(text))
    marks = list(_marks(whole.text))
    html = whole.changed([(mark.start, mark.end, "") for mark in marks]) if marks else whole
    note = note_of(list(dict.fromkeys(mark.name for mark in marks if mark.name)))
    page = read_text(path, html.text, encoding=encoding)
    notes = tuple(filter(None, (*matter.notes, note, *page.notes)))
    return placed(page, html.way, text, matter.metadata, notes=notes, scripted=bool(note))


def shows_marks(page: Page, text: str) -> bool:
    """Whether a reader of a page would see marks that can be nothing else."""
    seen = [block.text for block in page.blocks if block.kind is not BlockKind.CODE]
    seen = [line for line in seen if "{{" in line or "{%" in line]
    if not seen:
        return False
    marks = [collapse(text[mark.start : mark.end]) for mark in _marks(text)]
    sure = [mark for mark in marks if _SURE.match(mark)][:_LOOKED_AT]
    return any(mark in line for mark in sure for line in seen)


def _marks(text: str) -> Iterator[_Mark]:
    inside = ""
    remark_at = -1
    for token in _TOKEN.finditer(text):
        written = token[0]
        if written[0] == "<" or written == "-->":
            inside = _inside(inside, written.lower(), token["apart"])
        elif inside:
            continue
        elif remark_at >= 0:
            if token["liquid"] == "endcomment":
                yield _Mark(remark_at, token.end(), "")
                remark_at = -1
        elif token["liquid"] == "comment":
            remark_at = token.start()
        else:
            yield _Mark(token.start(), token.end(), mark_name(token.groupdict()))


def _inside(inside: str, written: str, name: str | None) -> str:
    """In what of the elements apart (or a comment: `<!--`) the text goes on after a tag."""
    if not inside:
        return "" if written.startswith(("</", "-->")) else (name or written).lower()
    closes = "-->" if inside == "<!--" else f"</{inside}"
    return "" if written == closes else inside
