"""The pictures of a story, what stands under them, and whom that credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from licheck.model.case import Case
from licheck.model.page import JOINT, BlockKind, Image, Page
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.requirements._logo_names import file_name, names_logo
from licheck.text import fold, words_of

_SMALL = 50  # CSS pixels of the longer side of what is a site icon or a page counter, no picture of a story
_NEAR = 3  # blocks above the headline, or below the story, that its pictures stand within
_CAPTION = 800  # characters of a caption, from its end, where credits stand: patterns must not run on forever
_MOST = 200  # pictures of a story that are looked at
_LINE = 30  # words of a line under a picture that is no figcaption
_LEAD = (
    r"(?:photo(?:s|graphs?|graphie)?|images?|pictures?|illustrations?|graphics?|charts?|maps?|credits?|fotos?|bild(?:er)?|grafik|abbildung"
    r"|crédits?|imagen|fotograf[ií]as?|ilustraci[oó]n|gráfico|imagem|crédito|immagine|fotografia|beeld|zdjęcie|фото)"
)
_NAME = r"[^\W\d_][^()|;©\n]{1,80}?"
_END = r"(?=$|[()|;©\n]|\.(?:\s|$))"
# "Photo: Ada Finch", "Photo by Ada Finch", "Crédit photo : Ada Finch"
_LED = pattern(
    rf"(?:^|[\s(\[|/.,–—-]){_LEAD}(?:[ /-]{_LEAD}){{0,2}}(?:\s*[:：]\s*|\s+(?:by|von|par|por|di|door|courtesy of|courtesy|credit)\s*:?\s+)({_NAME}){_END}",
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
_SMALL_WORDS = frozenset(
    "of the for via and by from de la le du des del van von der den di da y et und / & -".split()
)
_LONGEST_NAME = 10  # words, with the agency
_LICENCE = pattern(
    r"(?:cc|creative commons|public domain|all rights|alle rechte|tous droits|copyright|file|archive)\b", re.I
)
_BETWEEN = pattern(r"\s*(?:/|,|;|\bvia\b|\bfor\b|\band\b|&|\||\ball rights reserved\b)\s*", re.I)


def story_pictures(case: Case) -> list[Image]:
    """The pictures that a reader sees with the story: no logos, site icons or page counters."""
    return list(islice((image for image in case.page.images if _is_of_story(case, image)), _MOST))


def originals_pictures(page: Page) -> list[Image]:
    """The pictures that a reader of the original sees."""
    return list(islice((image for image in page.images if not image.hidden), _MOST))


def _is_of_story(case: Case, image: Image) -> bool:
    zones, publisher = case.zones, case.rule_set.publisher
    longest = max(image.width, image.height)
    if image.hidden or image.tag == "svg" or 0 < longest < _SMALL or not (image.src or image.lazy):
        return False
    first = (zones.headline if zones.headline is not None else zones.first) - _NEAR
    if not first <= image.block <= zones.last + _NEAR or _in_furniture(case, image):
        return False
    texts = (image.alt, image.title, file_name(image.src))
    return not any(text and names_logo(text, publisher.names, publisher.others) for text in texts)


def _in_furniture(case: Case, image: Image) -> bool:
    """Whether the blocks on both sides of a picture belong to something else than the story."""
    of = case.zones.of
    around = [of[block] for block in (image.block - 1, image.block) if 0 <= block < len(of)]
    return bool(around) and all(zone is Zone.FURNITURE for zone in around)


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
    for form in (_LED, _OWNED, _VIA, _SLASHED, _EQUALS):
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


def plain_name(image: Image) -> str:
    """A picture's file name without its ending and the size that sites add: "quay-1024x768.jpg" is "quay"."""
    name = file_name(image.src or image.lazy)
    stem = name.rpartition(".")[0] or name
    head, dash, size = stem.rpartition("-")
    wide, times, high = size.partition("x")
    return fold(head if dash and times and wide.isdigit() and high.isdigit() else stem)
