"""Whom a picture's caption, or a line under it, credits."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence, Set

from licheck.model.page import JOINT, BlockKind, Image, Page
from licheck.model.zones import Zone, Zones
from licheck.patterns import pattern
from licheck.text import fold, words_of

_CAPTION = 800  # characters of a caption, from its end, where credits stand: patterns must not run on forever
_LINE = 30  # words of a line under a picture that is no figcaption
_LEAD = (
    r"(?:photo(?:s|graphs?|graphie)?|images?|pictures?|illustrations?|graphics?|charts?|maps?|credits?|fotos?|bild(?:er)?|grafik|abbildung"
    r"|crédits?|imagen|fotograf[ií]as?|ilustraci[oó]n|gráfico|imagem|crédito|immagine|fotografia|beeld|zdjęci[ae]|zdj|fot|фото"
    r"|φωτογραφία|valokuvat?|kuvat?|写真|撮影|사진|图片|圖片|摄影|攝影|صورة|تصوير|צילום)"
)
_NAME = r"[^\W\d_][^()|;©\n）】。]{1,80}?"
_END = r"(?=$|[()|;©\n）】。]|\.(?:\s|$))"
# "Photo: Ada Finch", "Photo by Ada Finch", "Crédit photo : Ada Finch", "Fot. Ada Finch"
_LED = pattern(
    rf"(?:^|[\s(\[|/.,–—（【。-]){_LEAD}(?:[ /-]{_LEAD}){{0,2}}(?:\s*[:：]\s*|\s+(?:by|von|par|por|di|door|courtesy of|courtesy|credit)\s*:?\s+|(?<=fot|zdj)\.\s*)({_NAME}){_END}",
    re.I,
)
# "© Ada Finch", "Courtesy of the town hall"
_OWNED = pattern(rf"(?:©|\(c\)|\bcourtesy(?: of)?\b)\s*(?:\d{{4}}\s*)?({_NAME}){_END}", re.I)
# "(Ada Finch/Harbour News Service)", "Ada Finch / HNS", "(Ada Finch via HNS)"
_SLASHED = pattern(
    r"((?:[A-ZÀ-Þ][\w.'’-]*\s){0,3}[A-ZÀ-Þ][\w.'’-]*\s?/\s?[A-ZÀ-Þ][\w.'’ -]{1,40})(?=$|[),.;|])"
)
# "...=AP", as Japanese papers write it
_EQUALS = pattern(r"＝([^＝\s、。]{1,30})\s*$")
_VIA = pattern(r"\(((?:[A-ZÀ-Þ][\w.'’-]*\s){1,4}(?:via|for)\s[A-ZÀ-Þ][\w.'’ -]{1,40})\)")
# "The bridge. Ada Finch for The Wire", as a whole line or the last words of a caption
_FOR = pattern(
    r"(?:^|[.|–—-]\s)((?:[A-ZÀ-Þ][\w.'’-]*\s){2,4}(?:for|via)\s(?:[Tt]he\s)?[A-ZÀ-Þ][\w.'’ -]{1,40})$"
)
OF_PICTURES = pattern(
    r"\b(?:photo|image|picture|illustration|graphic|foto|bild|imagen|imagem|immagin|zdj|ilustra)|©|📷", re.I
)
"""What a line says that is about pictures."""
_SHORT_LINE = 60  # words of a line beside a story that may credit its pictures
_SMALL_WORDS = frozenset(
    "of the for via and by from de la le du des del van von der den di da y et und / & -".split()
)
_LONGEST_NAME = 10  # words, with the agency
_LICENCE = pattern(
    r"(?:cc|creative commons|public domain|all rights|alle rechte|tous droits|copyright|file|archive)\b", re.I
)
_BETWEEN = pattern(r"\s*(?:/|,|;|\bvia\b|\bfor\b|\band\b|&|\||\ball rights reserved\b)\s*", re.I)


def under(page: Page, image: Image) -> Iterator[str]:
    """What stands with a picture, as its caption or as a short line below it."""
    if image.caption:
        yield image.caption.replace(JOINT, " ")
    for block in page.blocks[image.block : image.block + 2]:
        text = block.text.replace(JOINT, " ")
        if block.kind is BlockKind.CAPTION or (text.count(" ") < _LINE and credit_in(text)):
            yield text


def credit_in(text: str) -> str:
    """The names that a caption credits, as written; empty for none."""
    text = text[-_CAPTION:]
    for form in (_LED, _OWNED, _VIA, _SLASHED, _EQUALS, _FOR):
        for hit in form.finditer(text):
            name = str(hit[1]).strip(" .,:")
            if form is not _LED or _is_name(name):
                return name
    return ""


def _is_name(text: str) -> bool:
    """Whether words could be a name: "Ada Finch", "dpa"; not "the sea was taken"."""
    words = [word for word in text.partition(",")[0].split() if word.lower() not in _SMALL_WORDS]
    small = [word for word in words if word[0].islower()]
    return bool(words) and len(words) <= _LONGEST_NAME and (not small or len(words) == 1)


def credited(page: Page, image: Image) -> str:
    """The names that stand with a picture as its credit; empty for none."""
    return next(filter(None, map(credit_in, under(page, image))), "")


def names_of(credit: str) -> list[str]:
    """The names in a credit, without the licence that may stand beside them."""
    return [name for name in _BETWEEN.split(credit) if words_of(name) and not _LICENCE.match(name)]


def stands(name: str, text: str) -> bool:
    """Whether a name stands in a text, whole."""
    return f" {' '.join(words_of(name))} " in f" {' '.join(words_of(text))} "


def lines_beside(page: Page, zones: Zones, story: Set[int]) -> list[int]:
    """The short lines above, in and below a story that may credit its pictures; `story` are the blocks of its own text."""
    return [
        block
        for block in zones.blocks(Zone.TOP, Zone.ARTICLE, Zone.BOTTOM)
        if block not in story and page.blocks[block].text.count(" ") < _SHORT_LINE
    ]


def lost_names(
    page: Page,
    image: Image,
    credit: str,
    lines: Sequence[int],
    ours: Collection[str] = (),
    is_ours: Callable[[str], bool] | None = None,
) -> list[str]:
    """The names of an original's credit that stand neither with the picture nor in one of some lines beside the story.

    The publisher, by any of its names `ours`, is named beside the story for other reasons: of it only lines on pictures count.
    """
    near = [*under(page, image)]
    return [
        name
        for name in names_of(credit)
        if not _is_there(page, name, near, lines, ours if is_ours and is_ours(name) else ())
    ]


def _is_there(
    page: Page, name: str, near: Sequence[str], lines: Sequence[int], ours: Collection[str]
) -> bool:
    spellings = (name, *ours)
    if any(stands(spelling, text) for spelling in spellings for text in near):
        return True
    for spelling in spellings:
        first = fold(spelling).partition(" ")[0]
        texts = (page.blocks[block].text for block in lines if first in page.folded[block])
        if any(stands(spelling, text) for text in texts if not ours or OF_PICTURES.search(text)):
            return True
    return False
