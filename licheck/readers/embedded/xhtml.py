"""XHTML -> the HTML that says the same; what is not well formed is HTML.

In XML `<script/>` and `<div/>` are whole elements, CDATA sections are text, and the text of scripts and style
sheets has references in it. HTML knows none of that: what follows a `<script/>` would be taken for a script.
"""

from __future__ import annotations

import re
from dataclasses import replace

from licheck.model.page import Encoding, Page
from licheck.patterns import pattern
from licheck.readers.embedded.place import placed
from licheck.readers.embedded.traced import Traced, Writer, copied, escaped
from licheck.readers.embedded.xml_places import outermost
from licheck.readers.embedded.xml_text import CDATA, TOKEN, resolved

# https://html.spec.whatwg.org/multipage/syntax.html#void-elements
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = ("script", "style")  # in HTML their text has no references and no tags
_FOREIGN = ("svg", "math")  # in them HTML knows whole elements too
_PREFIXES = ("xhtml:", "html:", "h:")
_INSIDE = r"(?:[^>\"'/]|/(?!>)|\"[^\"]*\"|'[^']*')*"  # a tag
# All that is not the same in HTML, and comments, in which nothing is.
_OTHER = pattern(
    rf"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|</?(?:{'|'.join(_PREFIXES)}){_INSIDE}/?>"
    rf"|</?(?:{'|'.join((*_RAW, *_FOREIGN))})(?=[\s/>]){_INSIDE}/?>|</(?:{'|'.join(_VOID)})\s*>|<{_INSIDE}/>",
    re.S,
)
# What would swallow all that follows, in a text that may be anything: nothing is looked at twice.
_EMPTY_RAW = pattern(
    r"(<(script|style|title|textarea|iframe|noscript)(?=[\s/])(?:[^<>\"'/]|/(?!>)|\"[^\"<]*\"|'[^'<]*')*+)/>",
    re.I,
)
_NAME = pattern(r"</?([^\s/>]+)")
_NAMESPACE = "http://www.w3.org/1999/xhtml"
_ROOT = "xhtml:html"
_END_TAG = pattern("</")


def is_document(source: str) -> bool:
    """Whether a text is a well-formed document with XHTML's namespace."""
    return _NAMESPACE in source and outermost(source) == (_ROOT, "")


def read(path: str, source: str, encoding: Encoding) -> Page:
    """The page in the decoded text of a file that says it is XHTML; a note tells where it is not well formed."""
    from licheck.readers.html import read_text

    root, trouble = outermost(source)
    xml = copied(source, 0, len(source))
    if root == _ROOT and not trouble and _NAMESPACE in source:
        html = as_html(xml)
        return placed(read_text(path, html.text, encoding=encoding), html.way, source)
    page = read_text(path, source, encoding=encoding)
    if not page.blocks and trouble:  # all may stand in an empty script, which HTML takes for the start of one
        html = xml.replaced(_EMPTY_RAW, lambda tag: f"{tag[1]}></{tag[2]}>")
        page = placed(read_text(path, html.text, encoding=encoding), html.way, source)
    told = trouble.partition(":")[0].replace("is no well-formed", "is not well-formed")
    return replace(page, notes=(f"The file {told}: read as HTML.", *page.notes)) if trouble else page


def is_fragment(text: str) -> bool:
    """Whether a text is well formed once an element is put around it."""
    return not outermost(f"<div>{text}</div>")[1]


def as_html(xml: Traced) -> Traced:
    """The HTML of a well-formed document or fragment, with the way back that the XML had."""
    return _Rewriting(xml).run()


class _Rewriting:
    """HTML as it grows: what is the same in both is copied in long pieces."""

    def __init__(self, xml: Traced) -> None:
        self._xml = xml
        self._html = Writer()
        self._copied = 0  # up to here
        self._raw = ""  # the script or style sheet around
        self._foreign = 0  # drawings and formulas around

    def run(self) -> Traced:
        text, at = self._xml.text, 0
        while token := (TOKEN if self._raw else _OTHER).search(text, at):
            self._take(token)
            at = token.end()
        self._html.copy(self._xml, self._copied, len(text))
        return self._html.traced()

    def _take(self, token: re.Match[str]) -> None:
        written = token[0]
        if written.startswith(CDATA):
            self._replace(token, None)
            self._html.copy(self._cdata(token.start() + len(CDATA), token.end() - 3))
        elif written[0] == "<":
            changed = self._tag(written)
            if changed != written:
                self._replace(token, changed)
        elif written[0] == "&":  # in a script or style sheet
            sign = resolved(written)
            follows = self._xml.text[token.end() : token.end() + 1]
            self._replace(token, "<\\" if sign + follows == "</" else sign)

    def _replace(self, token: re.Match[str], new: str | None) -> None:
        self._html.copy(self._xml, self._copied, token.start())
        if new:
            self._html.write(new, self._xml.way.source(token.start()))
        self._copied = token.end()

    def _cdata(self, start: int, end: int) -> Traced:
        text = self._xml.cut(start, end)
        return text.replaced(_END_TAG, lambda _: "<\\/") if self._raw else escaped(text)

    def _tag(self, written: str) -> str:
        """A tag, comment or instruction, as HTML has it."""
        found = _NAME.match(written)
        if found is None or written[1] in "!?":
            return "" if written[1] == "?" else written
        name = local = found[1]
        if name.startswith(_PREFIXES):
            local = name.partition(":")[2]
            written = written[: found.start(1)] + local + written[found.end(1) :]
        return self._end(local, written) if written[1] == "/" else self._start(local, written)

    def _start(self, name: str, written: str) -> str:
        if not written.endswith("/>"):
            self._foreign += name in _FOREIGN
            self._raw = name if name in _RAW else self._raw
            return written
        if name in _VOID or self._foreign:
            return written
        return f"{written[:-2].rstrip()}></{name}>"

    def _end(self, name: str, written: str) -> str:
        self._foreign -= name in _FOREIGN
        if name == self._raw:
            self._raw = ""
        return "" if name in _VOID and not self._foreign else written
