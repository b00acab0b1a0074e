"""What each HTML element means to a reader: how it breaks the flow of text, and what its text is. Data only."""

from __future__ import annotations

import re

from licheck.model.page import BlockKind

# What an element does to the flow of text. Elements that are not listed are inline.
BLOCK, SKIP, BREAK, LINK, IMAGE, UNSEEN, CONTROL = range(1, 8)
FLOW: dict[str, int] = dict.fromkeys(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul"
    " caption amp-sidebar amp-accordion button hr".split(),
    BLOCK,
)
