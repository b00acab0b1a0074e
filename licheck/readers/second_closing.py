"""What HTML's start tags close by themselves, and how far its end tags reach, for a parser that does not know. Data only.

https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
"""

from __future__ import annotations

# Elements whose content is text, whatever it looks like.
TEXT_ONLY = ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "noscript", "xmp")
FOREIGN = frozenset(("svg", "math"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Start tags that close an open paragraph.
ENDS_PARAGRAPH = HEADINGS | frozenset(
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form header hgroup hr"
    " li main menu nav ol p pre listing search section summary table ul".split()
)  # fmt: skip
# Start tags that close others of their own group: tag -> the tags it closes, within the nearest of these boxes.
_LISTS = frozenset(("ul", "ol", "menu", "dir", "dl"))
ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), _LISTS),
    **dict.fromkeys(("dd", "dt"), (frozenset(("dd", "dt")), _LISTS)),
    "option": (frozenset(("option",)), frozenset(("select", "datalist"))),
    **dict.fromkeys(("td", "th"), (frozenset(("td", "th")), frozenset(("table", "tr")))),
    "tr": (frozenset(("tr", "td", "th", "caption")), frozenset(("table",))),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (frozenset(("tbody", "thead", "tfoot", "tr", "caption")), frozenset(("table",)))),
    "a": (frozenset(("a",)), frozenset()),
    "button": (frozenset(("button",)), frozenset()),
}  # fmt: skip
PARAGRAPH = frozenset(("p",))
# No end tag reaches beyond these, and none of the inline ones beyond a box.
WALLS = frozenset("table td th caption template object applet html svg math".split())
PARAGRAPH_WALLS = WALLS | {"button"}
BOXES = (
    ENDS_PARAGRAPH | WALLS | frozenset("body head tbody thead tfoot tr button iframe noscript select".split())
)
TABLE_PARTS = frozenset("table tbody thead tfoot tr td th caption".split())
TABLE = frozenset(("table",))
# Start tags that may close something; all others only begin.
CLOSING = ENDS_PARAGRAPH | frozenset(ENDS)

IN_HEAD = frozenset("html head base basefont bgsound link meta noscript script style template title".split())
ONCE = ("html", "head", "body")
STAY = ("html", "body")  # what follows their end tags still belongs to the page
BREAKS_OUT = ENDS_PARAGRAPH | frozenset("body img span b i em strong br table".split())
