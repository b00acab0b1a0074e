"""The marks of site generators in Markdown: shortcodes, template tags, MDX. What they show is not known.

They are veiled: each character is replaced by one that the rest of the reader leaves out, so that nothing
else moves. Line ends stay, and so does the text between an opening and a closing mark (not in comments).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from licheck.patterns import pattern
from licheck.text import shorten

VEIL = "\ufdd0"  # a noncharacter of Unicode: no text may hold it
_TOLD = 5  # names of marks in the note

# Every alternative gives up at the next opening mark or after a fixed length: a page full of marks that
# are never closed takes no longer than any other. What is longer is taken for text.
HUGO = r"\{\{(?P<hugo>[<%]\s*/?\s*[\w./-]*)(?:(?!\{\{|[>%]\}\}).){0,3000}+[>%]\}\}"
LIQUID = r"\{%[-+]?\s*(?P<liquid>\w*)(?:(?!\{%|%\}).){0,3000}+%\}"
VALUE = r"(?P<value>\{\{[^{}\n]{0,500}+\}\})"
REMARK = r"\{\#(?:(?!\{\#|\#\}).){0,3000}+\#\}"
_ATTRIBUTES = r"\{:[^{}\n]{0,500}+\}|(?<=[ \t])\{[.\#][\w:.\# -]{1,200}+\}(?=[ \t]*$)"  # kramdown, goldmark
_IMPORT = (
    r"^(?P<module>import)\s(?:[^;'\"{}\n]*(?:\{[^{}]{0,2000}\}[^;'\"{}\n]*)?\bfrom\s*)?"
    r"[\"'][^\"'\n]+[\"'];?[ \t]*$"
)
_ARGUMENTS = r"""(?:[^<>{}"']|"[^"]{0,2000}"|'[^']{0,2000}'|\{(?:[^{}]|\{[^{}]{0,500}\}){0,2000}\})*+>"""
_COMPONENT = r"</?(?P<component>[A-Z][a-z0-9]+(?:[A-Z.]\w*)+)\b" + _ARGUMENTS
# MDX only, which knows no HTML comments and takes any capital for a component
_EXPORT = r"^(?P<export>export)\s+(?:const|let|var|function|async|class|default)\b[^\n]*(?:\n[^\n]+)*"
_ANY_COMPONENT = r"</?(?P<component>[A-Z][\w.]*)\b" + _ARGUMENTS
_EXPRESSION = r"\{/\*(?:(?!\{/\*|\*/\}).){0,3000}+\*/\}|(?P<expression>\{[^{}\n]{0,500}+\})"

_MARKDOWN = (HUGO, LIQUID, VALUE, REMARK, _ATTRIBUTES, _IMPORT, _COMPONENT)
_MDX = (_IMPORT, _EXPORT, _ANY_COMPONENT, VALUE, _EXPRESSION)
_SIGNS = pattern(r"\{[{%#:.]|^import\s|</?[A-Z]", re.M)
_END_OF_COMMENT = pattern(r"\{%[-+]?\s*endcomment\b")
_NOT_NEW_LINE = pattern(r"[^\n]")


class Veiled(NamedTuple):
    """The text, as long as before, and what to tell (empty: nothing was veiled)."""

    text: str
    note: str


def veil(text: str, start: int, mdx: bool) -> Veiled:
    """The text with all marks from `start` on veiled; `mdx` tells to look for those that MDX knows."""
    if not mdx and not _SIGNS.search(text, start):
        return Veiled(text, "")
    pieces = [text[:start]]
    names: dict[str, None] = {}
    done = start
    last_comment = max((found.start() for found in _END_OF_COMMENT.finditer(text, start)), default=-1)
    for mark in _marks(mdx).finditer(text, start):
        if mark.start() < done:  # within what a template comments out
            continue
        groups = mark.groupdict()
        end = mark.end()
        if groups.get("liquid") == "comment" and end <= last_comment:
            closed = _END_OF_COMMENT.search(text, end)
            end = closed.start() if closed else end
        pieces += text[done : mark.start()], _NOT_NEW_LINE.sub(VEIL, text[mark.start() : end])
        done = end
        if name := mark_name(groups):
            names[name] = None
    pieces.append(text[done:])
    return Veiled("".join(pieces), note_of(list(names)))


@cache
def _marks(mdx: bool) -> re.Pattern[str]:
    return re.compile("|".join(_MDX if mdx else _MARKDOWN), re.S | re.M)


def mark_name(groups: dict[str, str | None]) -> str:
    """A mark as it is told; empty for closing marks, comments and attributes, which show nothing."""
    if hugo := groups.get("hugo"):
        name = hugo[1:].strip()
        return "" if name.startswith("/") else f"{{{{{hugo[0]} {name} {'>' if hugo[0] == '<' else '%'}}}}}"
    if liquid := groups.get("liquid"):
        return "" if liquid.startswith("end") else f"{{% {liquid} %}}"
    if component := groups.get("component"):
        return f"<{component}>"
    other = groups.get("value") or groups.get("expression") or groups.get("module") or groups.get("export")
    return shorten(" ".join(other.split()), 40) if other else ""


def note_of(names: list[str]) -> str:
    """What to tell of marks with these names; empty for none."""
    if not names:
        return ""
    more = f" and {len(names) - _TOLD} more" if len(names) > _TOLD else ""
    told = ", ".join(names[:_TOLD])
    return (
        f"What the site puts in place of its template marks is not known and was not checked: {told}{more}."
    )
