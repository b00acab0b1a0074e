"""What the text of XML says: references resolved, CDATA sections opened, comments and tags left out."""

from __future__ import annotations

import re
from html import unescape

from licheck.patterns import pattern
from licheck.readers.embedded.traced import Traced, joined

CDATA = "<![CDATA["
TOKEN = pattern(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|&[^;<&\s]{1,40};|[^<&]+|[<&]",
    re.S,
)
_OWN = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'"}
_DIGITS = 7  # of a numeric reference; more name no character


def said(source: str, start: int, end: int) -> Traced:
    """What source[start:end] says. It has to be well formed; all else is read somehow."""
    texts, sources, lengths = [], [], []
    for token in TOKEN.finditer(source, start, end):
        text, at = token[0], token.start()
        if text[0] == "<":
            if not text.startswith(CDATA):
                continue
            at += len(CDATA)
            written = text = text[len(CDATA) :].removesuffix("]]>")
        elif text[0] == "&":
            written, text = text, _OWN.get(text) or resolved(text)
        else:
            written = text
        if text:
            texts.append(text)
            sources.append(at)
            lengths.append(len(written))
    return joined(texts, sources, lengths)


def resolved(reference: str) -> str:
    """The character that a reference (`&amp;`, `&#233;`) stands for; itself where it stands for none."""
    if reference[1:2] == "#" and len(reference) > _DIGITS + 4:
        return "\ufffd"
    return unescape(reference)
