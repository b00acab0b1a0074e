"""What a line is that stands in one of the two texts only: a note, a box, a credit, or a part of the story."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from itertools import chain

from licheck.addresses import address
from licheck.align.language import phrases
from licheck.align.quotes import quoted
from licheck.model.page import Block, BlockKind, Page
from licheck.patterns import pattern
from licheck.text import fold

_BOX_TAGS = frozenset(("aside", "nav", "form", "iframe", "footer", "dialog", "menu", "figure", "table"))
_BOX_LABELS = pattern(
    r"(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|promo\w*|related|recirc\w*|newsletter\w*|embed\w*|twitter\w*|"
    r"instagram\w*|tiktok\w*|facebook\w*|bluesky\w*|youtube\w*|widget\w*|infobox|sidebar|callout|pullquote|"
    r"pull-quote|read-?more|donat\w*|subscri\w*|signup)(?:$|[\s_-])"
)
_CAPTION_LABELS = pattern(
    r"caption|credit|byline|dateline|timestamp|tagline|share|social|breadcrumb|pagination"
)
_CLIMB = 6  # containers around a block that are looked at
_HEADING = 10  # words of a sub-heading
_ADDRESS = pattern(r"https?://\S+")
_AGENCY = pattern(
    r"\((?:photo|foto|image|bild|ap photo|getty)\b[^)]*\)?$|(?:getty images|ap photo|shutterstock|istock)\S*$"
)
_LINKED = 0.7  # of a line that links cover, where it is a teaser
_TEASER = 200  # characters of a teaser
_CREDIT = 700  # characters of a paragraph that may be a credit or a notice
_BRACKETS = "()[]{}<>*•»›>–—-|· \u200b\"'“”„:"
_OPENING = 200  # characters of a line that are looked at
_WORD = pattern(r"\w")


class Role(Enum):
    """What a line is."""

    STORY = "story"
    HEADING = "heading"
    NOTE = "editor's note"
    BOX = "box"
    NOTHING = "nothing"  # of the story: a caption, a button, the number of a page, a credit


def role_of_text(text: str) -> Role:
    """What a text is by its words alone: a note, a box, nothing of the story, else the story's."""
    if not _WORD.search(text):
        return Role.NOTHING
    plain = (fold(text[:_OPENING]) or fold(text)).strip(_BRACKETS)
    if _begins("note").match(plain):
        return Role.NOTE
    if len(text) < _OPENING and (_is_page_number(plain) or _is_caption(plain)):
        return Role.NOTHING
    return Role.BOX if _begins("box").match(plain) or _ADDRESS.fullmatch(plain) else Role.STORY


def looks_like_heading(text: str) -> bool:
    """Whether a paragraph reads like a sub-heading, as many pages set them in bold: few words, and no full stop."""
    return len(text.split()) <= _HEADING and text.rstrip()[-1:].isalnum() and not text[:1].islower()


def _is_caption(plain: str) -> bool:
    """Whether a folded line is the caption or the credit of a picture: "Photo: Jane Doe / The Wire"."""
    return _captions().match(plain) is not None or _AGENCY.search(plain) is not None


def role_of_block(page: Page, block: int, own: frozenset[int], linked: Mapping[int, int]) -> Role:
    """What a block is by its words, links and boxes.

    `own` are the containers that paragraphs of the story stand in, `linked` the characters of a block in links.
    """
    line = page.blocks[block]
    if line.kind in (BlockKind.CAPTION, BlockKind.CONTROL):
        return Role.NOTHING
    said = role_of_text(line.text)
    if said is not Role.STORY:
        return said
    boxed = _box_around(page, line, own)
    if boxed is not Role.STORY:
        return boxed
    if len(line.text) <= _TEASER and linked.get(block, 0) >= len(line.text) * _LINKED:
        return Role.BOX
    return Role.HEADING if line.kind is BlockKind.HEADING else Role.STORY


def is_credit(text: str, people: tuple[str, ...]) -> bool:
    """Whether a paragraph at either end of a story is likely to say who wrote it or where it comes from."""
    if len(text) > _CREDIT:
        return False
    plain = fold(text)
    if "©" in text or "@" in text or "http" in plain or "www." in plain:
        return True
    return _holds("credit").search(plain) is not None or any(fold(person) in plain for person in people)


def speaks_of_site(text: str) -> bool:
    """Whether a line speaks to the readers of a page or of the page itself: "Send us your photos.", "Comments are closed."

    What is quoted in it does not count.
    """
    quotations = quoted(text)
    ends = [0, *chain(*quotations), len(text)]
    bare = " ".join(text[one:other] for one, other in zip(ends[::2], ends[1::2], strict=True))
    return _holds("site").search(fold(bare)) is not None


def _is_page_number(plain: str) -> bool:
    """Whether a folded line is only about the pages of the story: "Page 2 of 3", "Continue reading"."""
    return len(plain) <= 60 and (
        _pages().fullmatch(plain) is not None or _begins("pages").match(plain) is not None
    )


def _box_around(page: Page, line: Block, own: frozenset[int]) -> Role:
    """What the containers around a line, that hold no paragraph of the story, say it is."""
    at = line.container
    for _ in range(_CLIMB):
        if at < 0 or at in own:
            break
        box = page.containers[at]
        if box.tag in _BOX_TAGS or _BOX_LABELS.search(box.label):
            return Role.BOX
        if _CAPTION_LABELS.search(box.label):
            return Role.NOTHING
        at = box.parent
    return Role.STORY


def linked(page: Page) -> dict[int, int]:
    """Block -> how many of its characters are links to other pages."""
    found: dict[int, int] = {}
    for link in page.links:
        if address(link.href) or link.href[:1] == "/":
            found[link.block] = found.get(link.block, 0) + link.end - link.start
    return found


@cache
def _begins(field: str) -> re.Pattern[str]:
    """Matches a folded line that begins with one of the phrases, as whole words; after a single one, which begins
    many a sentence, a colon has to follow, or nothing.
    """
    single = "|".join(re.escape(phrase) for phrase in phrases(field) if " " not in phrase)
    many = "|".join(
        re.escape(phrase) for phrase in sorted(phrases(field), key=len, reverse=True) if " " in phrase
    )
    return re.compile(rf"(?:{many})(?!\w)|(?:{single})(?<=[:.])|(?:{single})\s*(?:$|[:|]|- |»|>)")


@cache
def _captions() -> re.Pattern[str]:
    return re.compile(rf"(?:{_either('caption')})\s*(?:[:/|©]|(?:by|von|de|di|par|por|door)\b)")


@cache
def _holds(field: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(field)})(?!\w)")


def _either(field: str) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases(field), key=len, reverse=True))


@cache
def _pages() -> re.Pattern[str]:
    """Matches "page 2 of 3", "2 of 3", "2/3", "page 2", "1 2 3 next"."""
    word, *of = (re.escape(phrase) for phrase in phrases("page_of"))
    words = "|".join(dict.fromkeys((word, *of)))
    return re.compile(rf"(?:(?:{words}|pages?|p\.)?\s*\d{{1,3}}(?:\s*(?:{words}|/|\||-)?\s*\d{{1,3}})*\s*)")
