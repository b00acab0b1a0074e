"""What each HTML element means to a reader: how it breaks the flow of text, and what its text is. Data only.

Every reading of HTML goes by these tables, whichever parser made the tree.
"""

from __future__ import annotations

import re

from licheck.model.page import BlockKind
from licheck.patterns import pattern

# What an element does to the flow of text. Elements that are not listed are inline. A leaf is a block that is no box:
# nothing but text stands in it as a rule.
BLOCK, LEAF, SKIP, BREAK, LINK, IMAGE, UNSEEN = range(1, 8)
FLOW: dict[str, int] = dict.fromkeys(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul"
    " caption amp-sidebar amp-accordion button".split(),
    BLOCK,
)
FLOW |= dict.fromkeys(
    "p h1 h2 h3 h4 h5 h6 figcaption caption legend dt pre summary button hr th".split(), LEAF
)
FLOW |= dict.fromkeys(
    "script style iframe object embed canvas video audio map datalist noframes noembed math applet frameset title".split(),
    SKIP,
)
FLOW |= {
    "br": BREAK,
    "a": LINK,
    "img": IMAGE,
    "amp-img": IMAGE,
    "amp-pixel": IMAGE,
    "svg": IMAGE,
    "image": IMAGE,
}
# What shows something from elsewhere; its text is seen only where that cannot be shown.
EMBEDS = frozenset(
    "iframe embed object video audio lite-youtube lite-vimeo youtube-video bluesky-embed amp-iframe amp-video amp-audio amp-youtube"
    " amp-vimeo amp-dailymotion amp-twitter amp-instagram amp-facebook amp-soundcloud amp-tiktok amp-reddit amp-gist"
    " amp-pinterest amp-brightcove amp-jwplayer amp-megaphone amp-wistia-player amp-video-iframe amp-embedly-card".split()
)
FLOW |= dict.fromkeys(EMBEDS, SKIP)
FLOW |= {"template": UNSEEN, "noscript": UNSEEN, "textarea": UNSEEN}
FLOW |= dict.fromkeys("select option optgroup datalist".split(), SKIP)

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("p",), BlockKind.PARAGRAPH),
    **dict.fromkeys(("li", "dd", "dt"), BlockKind.ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    **dict.fromkeys(("figcaption", "caption", "legend"), BlockKind.CAPTION),
    "blockquote": BlockKind.QUOTE,
    "pre": BlockKind.CODE,
    "button": BlockKind.CONTROL,
}


def kind_within(around: BlockKind, own: BlockKind | None) -> BlockKind:
    """The kind of text in an element that stands in another: what is in an item or a caption is of it.

    `own` is the element's kind by its tag. Paragraphs of a caption are caption, those of an item are paragraphs.
    """
    if around is BlockKind.CAPTION and own in (None, BlockKind.PARAGRAPH):
        return around
    return own or (around if around is BlockKind.ITEM else BlockKind.OTHER)


LEVELS = {f"h{level}": level for level in range(1, 7)}
# Why the text of these is not seen.
UNSEEN_BECAUSE = {
    "template": "inside <template>",
    "noscript": "inside <noscript>: shown only where scripts are off",
    "textarea": "inside a text field: code to copy, not part of the page",
}

IN_COMMENT = "in an HTML comment"
# Why text is not seen in which markup is no markup.
DEAD = frozenset((IN_COMMENT, UNSEEN_BECAUSE["noscript"], UNSEEN_BECAUSE["textarea"]))

# With what pieces of HTML usually begin, as an alternative in a pattern of bytes; a file of Markdown can begin so too.
FIRST_TAGS = (
    b"a|address|article|aside|b|base|big|blockquote|br|button|center|dialog|div|dl|em|embed|fieldset|figure|font|footer|form"
    b"|h[1-6]|header|hgroup|hr|i|iframe|img|link|main|map|mark|menu|nav|noscript|object|ol|p|picture|pre|script|section|small"
    b"|span|strong|style|sub|sup|svg|table|tbody|td|template|time|tr|u|ul|video|amp-[a-z]{1,20}"
)

# What comments begin with that are for programs: old Internet Explorers, PHP, XML.
NO_WORDS = ("[if", "[endif", "<![endif", "?")

# Markup that stands on the page as text.
ESCAPED = pattern(
    r"<(p|div|span|a|img|b|i|strong|em|h[1-6]|script|meta|link|figure|section|article|iframe)\b[^<>]*>", re.I
)
