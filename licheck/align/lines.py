"""What a line is that stands in one of the two texts only: a note, a box, a credit, or a part of the story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache
from itertools import chain

from licheck.addresses import address
from licheck.align.phrases import begins_caption, begins_with, counts_pages, holds
from licheck.align.quotes import quoted
from licheck.align.site_lines import is_button, is_call, is_date, is_label, is_tags, tells_origin
from licheck.media.credits import credit_in
from licheck.model.page import Block, BlockKind, Container, Link, Page
from licheck.patterns import pattern
from licheck.text import fold

_BOX_TAGS = frozenset(("aside", "nav", "form", "iframe", "footer", "dialog", "menu", "figure", "table"))
_BOX_LABELS = pattern(
    r"(?:^|[\s_-])(?:ads?|advert\w*|cookies?|consent|gdpr|modal|popup|dialog|comments?|author-(?:bio|box|info|card)|republish\w*|sponsor\w*|promo\w*|related|recirc\w*|newsletter\w*|embed\w*|twitter\w*|"
    r"instagram\w*|tiktok\w*|facebook\w*|bluesky\w*|youtube\w*|widget\w*|infobox|sidebar|callout|pullquote|"
    r"pull-quote|read-?more|polls?|quiz\w*|survey\w*|donat\w*|subscri\w*|signup)(?:$|[\s_-])"
)
_CAPTION_LABELS = pattern(
    r"caption|credit|byline|dateline|timestamp|tagline|share|social|breadcrumb|pagination"
)
_DEK_LABELS = pattern(
    r"\bdek\b|\bdeck\b|sub-?titl|sub-?head|standfirst|excerpt|summary|tagline|chapeau|vorspann|entradilla|occhiello|abstract|\blead(?:-text)?\b"
)
_CAPTION_WORDS = 60  # of a caption without a box
_SLASH = pattern(r"\w ?/ ?[A-ZÀ-Þ]\S")  # "Milo Quist/Tarn Wire"
_PICTURES = 200  # pictures of a page that are looked at
_CAPTION_LINES = 3  # blocks of a box that is a caption
_DEK_CLIMB = 3  # containers around a line that say whether it is a dek
_LABEL = 2  # words of a label
_CLIMB = 6  # containers around a block that are looked at
_HEADING = 10  # words of a sub-heading
_ADDRESS = pattern(r"https?://\S+")
_AGENCY = pattern(
    r"\((?:photo|foto|image|bild|ap photo|getty)\b[^)]*\)?$|(?:getty images|ap photo|shutterstock|istock)\S*$"
)
_OF_AGENCIES = ("(", "getty", "ap photo", "shutterstock", "istock")
_LINKED = 0.7  # of a line that links cover, where it is a teaser
_TEASER = 200  # characters of a teaser
_CREDIT = 700  # characters of a paragraph that may be a credit or a notice
# Words that a line on a writer or a publisher has, and many a story too: they count behind two names at its beginning...
_AT_WORK = pattern(
    r"\W*(?:[A-ZÀ-ÞĀ-Ž][\w.'’-]* ){2,5}(?:covers|cobre|colabor(?:ó|ou))\b|\W*(?:Współpraca|Mitarbeit)\b"
)
# ...or where they say what somebody is.
_PUBLISHES = pattern(
    r"\b(?:is|are) (?:an?|the) [^.!?]{0,80}\b(?:non-?profit|newsroom|newswire)\b"
    r"|\b(?:independent|local|non-?profit|our) (?:newsroom|newswire|news|journalism)\b"
)
_OF_THEM = ("profit", "newsroom", "newswire", "news", "journalism")
_BRACKETS = "()[]{}<>*•»›>–—-|· \u200b\"'“”„:"
_OPENS_QUOTATION = tuple('"“„«')
_OPENING = 200  # characters of a line that are looked at
_REMEMBERED = 1_000  # characters of a line of which is remembered what it is
_WORD = pattern(r"[^\W\d_]")


class Role(Enum):
    """What a line is."""

    STORY = "story"
    HEADING = "heading"
    NOTE = "editor's note"
    BOX = "box"
    NOTHING = "nothing"  # of the story: a caption, a button, the number of a page, a credit


def role_of_text(text: str) -> Role:
    """What a text is by its words alone: a note, a box, nothing of the story, else the story's."""
    return _role_of_short(text) if len(text) <= _REMEMBERED else _role_of(text)


def _role_of(text: str) -> Role:
    if not _WORD.search(text):
        return Role.NOTHING
    plain = (fold(text[:_OPENING]) or fold(text)).strip(_BRACKETS)
    if is_tags(plain) or is_button(plain):
        return Role.NOTHING
    spoken = text[:1] in _OPENS_QUOTATION
    if not spoken and begins_with("note", plain):
        return Role.NOTE
    if len(text) < _OPENING and (_is_page_number(plain) or _is_caption(plain)):
        return Role.NOTHING
    if (
        (not spoken and begins_with("box", plain))
        or _ADDRESS.fullmatch(plain)
        or is_label(plain)
        or is_call(_bare(text))
    ):
        return Role.BOX
    return Role.STORY


@lru_cache(maxsize=512)
def _role_of_short(text: str) -> Role:
    """As `_role_of`: a line is asked about several times, and those of a page's template stand on all of its pages."""
    return _role_of(text)


def looks_like_heading(text: str) -> bool:
    """Whether a paragraph reads like a sub-heading, as many pages set them in bold: few words, and no full stop."""
    return len(text.split()) <= _HEADING and text.rstrip()[-1:].isalnum() and not text[:1].islower()


def names_picture(text: str) -> bool:
    """Whether a line begins as captions and their credits do: "[Photo: The pier. Ada Finch]"."""
    return begins_caption(fold(text[:_OPENING]).strip(_BRACKETS))


def is_stamp(text: str) -> bool:
    """Whether a line tells a day or a time and nothing else."""
    return is_date(fold(text[:_OPENING]))


def _is_caption(plain: str) -> bool:
    """Whether a folded line is the caption or the credit of a picture: "Photo: Jane Doe / The Wire"."""
    return begins_caption(plain) or (
        any(map(plain.__contains__, _OF_AGENCIES)) and _AGENCY.search(plain) is not None
    )


def role_of_block(page: Page, block: int, own: frozenset[int], linked: Mapping[int, int]) -> Role:
    """What a block is by its words, links and boxes.

    `own` are the containers that paragraphs of the story stand in, `linked` the characters of a block in links.
    """
    line = page.blocks[block]
    if line.kind in (BlockKind.CAPTION, BlockKind.CONTROL):
        return Role.NOTHING
    said = role_of_text(line.text)
    if said not in (Role.STORY, Role.BOX):
        return said
    boxed = _box_around(page, line, own, linked)
    if said is Role.BOX:  # of a box that says "Advertisement" and no more, nobody reads anything
        return Role.NOTHING if boxed is Role.BOX and line.text.count(" ") < _LABEL else said
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
    if holds("credit", plain) or tells_origin(plain) or _AT_WORK.match(text) is not None:
        return True
    if any(map(plain.__contains__, _OF_THEM)) and _PUBLISHES.search(plain) is not None:
        return True
    return any(fold(person) in plain for person in people)


def speaks_of_site(text: str) -> bool:
    """Whether a line speaks to the readers of a page or of the page itself: "Send us your photos.", "Comments are closed."

    What is quoted in it does not count.
    """
    return holds("site", _bare(text))


def _bare(text: str) -> str:
    """A folded text without what is quoted in it."""
    spans = quoted(text)
    if not spans:
        return fold(text)
    ends = [0, *chain(*spans), len(text)]
    return fold(" ".join(text[one:other] for one, other in zip(ends[::2], ends[1::2], strict=True)))


def _is_page_number(plain: str) -> bool:
    """Whether a folded line is only about the pages of the story: "Page 2 of 3", "Continue reading"."""
    return len(plain) <= 60 and (counts_pages(plain) or begins_with("pages", plain))


def _box_around(page: Page, line: Block, own: frozenset[int], linked: Mapping[int, int]) -> Role:
    """What the containers around a line, that hold no paragraph of the story, say it is."""
    at = line.container
    for _ in range(_CLIMB):
        if at < 0 or at in own:
            break
        box = page.containers[at]
        if box.tag in _BOX_TAGS or _BOX_LABELS.search(box.label) or _is_card(page, box, linked):
            return Role.BOX
        if _CAPTION_LABELS.search(box.label):
            return Role.NOTHING
        at = box.parent
    return Role.STORY


def _is_card(page: Page, box: Container, linked: Mapping[int, int]) -> bool:
    """Whether a box begins with a heading that is a link: the card of another story, however short its headline."""
    first = page.blocks[box.first] if box.first < box.last else None
    if first is None or first.kind is not BlockKind.HEADING:
        return False
    return linked.get(box.first, 0) >= len(first.text) * _LINKED


def is_under_picture(page: Page, block: int) -> bool:
    """Whether a short line stands directly behind a picture and credits somebody for it: a caption without a box."""
    text = page.blocks[block].text
    if text.count(" ") >= _CAPTION_WORDS or not any(
        image.block == block for image in page.images[:_PICTURES]
    ):
        return False
    if page.format == "markdown" and page.source[page.blocks[block].offset :][:1] in ("*", "_"):
        return True
    return bool(credit_in(text)) or (_SLASH.search(text) is not None and not text.endswith("."))


def is_dek_label(page: Page, block: int, following: int) -> bool:
    """Whether a box around a line, that does not hold the story with it, says that it is a dek."""
    boxes = page.around(page.blocks[block].container, _DEK_CLIMB)
    return any(_DEK_LABELS.search(box.label) for box in boxes if not box.first <= following < box.last)


def is_caption(page: Page, block: int) -> bool:
    """Whether a block is the caption of a picture, by what it is or by its box."""
    line = page.blocks[block]
    if line.kind is BlockKind.CAPTION:
        return True
    nearest = page.containers[line.container] if line.container >= 0 else None
    if nearest and nearest.last - nearest.first > _CAPTION_LINES:
        return False  # most
    for box in page.around(line.container, _DEK_CLIMB):
        if box.last - box.first > _CAPTION_LINES:
            break
        if "caption" in box.label:
            return True
        if _holds_picture(page, box) and (box.tag == "figure" or _names_photographer(page, box)):
            return True
    return False


def _names_photographer(page: Page, box: Container) -> bool:
    """Whether a line of a small box that holds a picture is the picture's credit: the others are its caption."""
    lines = page.blocks[box.first : box.last]
    return len(lines) > 1 and any(names_picture(line.text) or is_label(fold(line.text)) for line in lines[1:])


def _holds_picture(page: Page, box: Container) -> bool:
    return any(box.first <= image.block <= box.last for image in page.images[:_PICTURES])


def linked(page: Page) -> Mapping[int, int]:
    """Block -> how many of its characters are links to other pages; none without such a link."""
    return _Linked(page)


class _Linked(Mapping[int, int]):
    """Looks at the links of a block when it is asked about: few are."""

    def __init__(self, page: Page) -> None:
        self._links: dict[int, list[Link]] = {}
        for link in page.links:
            self._links.setdefault(link.block, []).append(link)

    def __getitem__(self, block: int) -> int:
        away = [link for link in self._links[block] if link.href[:1] == "/" or address(link.href)]
        if not away:
            raise KeyError(block)
        return sum(link.end - link.start for link in away)

    def __iter__(self) -> Iterator[int]:
        return (block for block in self._links if block in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
