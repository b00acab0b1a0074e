"""The bylines by which a page is known to carry a publisher's story: "By Jane Doe, Example News"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licheck.model.credit import Credit, Role
from licheck.model.page import BlockKind, Page
from licheck.model.ruleset import Publisher
from licheck.model.zones import Zone, Zones
from licheck.organisations import is_of_the_past, named
from licheck.patterns import pattern
from licheck.rulesets.whose import is_name
from licheck.text import fold

_IN_SENTENCE = pattern(
    r"\w\W+\w*(?:(?:published|printed|posted) by|publi[ée]e?s? par|publicad[oa]s? p(?:or|el[oa])|pubblicat[oa] da|veröffentlicht von)\b"
)  # no byline: "This story was also published by"
# By what a byline is known to be that of a guest, or an institution not to be a newsroom.
_GUEST = pattern(
    r"\b(?:fellow|professor|lecturer|director|president|economist|researcher|scientist|analyst|guest|op-ed|columnist|chair(?:man|woman)?|attorney|counsel|student|special)\b"
)
_INSTITUTION = pattern(
    r"\b(?:universit\w+|institut\w*|cent(?:re|er)|foundation|agency|administration|council|commission|unit|union|laboratory|ministry|department|network)\b"
)
_PRESS = pattern(r"\b(?:news\w*|journalis\w+|press|reporting|media|papers?|stor(?:y|ies)|magazine)\b")
# What stands around an outlet's name in such a line.
_BEFORE_NAME = pattern(r"(?:[,/|(•·—–:\u200b-]|\b(?:for|of|at|with|from|and)|&|^\W*by)\s*(?:the\s)?$", re.I)
_BEHIND_NAME = pattern(r"\s*(?:$|[,/|)•·—–\u200b]|and\b|on\b)")
_LEADS = 1  # paragraphs of a story that stand above its byline at most
_BESIDE = 40  # characters behind a credit in which such a name stands
_SHORT = 6  # letters of an abbreviation


def is_signed(credit: Credit, page: Page, zones: Zones, publisher: Publisher) -> bool:
    """Whether a credit is a byline that says that the story is the publisher's."""
    if credit.role is not Role.WRITER or not (_is_byline(page, zones, credit) or _is_front_matter(credit)):
        return False
    beside = (*credit.affiliations, *credit.organisations, *_named_beside(credit, page, publisher))
    return any(is_name(name, publisher) and not is_institution(name, publisher) for name in beside)


def _is_byline(page: Page, zones: Zones, credit: Credit) -> bool:
    """Whether a credit is a line with the writers' names above or below the story, and not one of a guest or of a picture."""
    if credit.block < 0 or credit.zone not in (Zone.TOP, Zone.BOTTOM):
        return False
    said = fold(credit.text)
    if _IN_SENTENCE.search(said) or _GUEST.search(said):
        return False
    if _is_of_another(page, zones, credit.block):
        return False
    below_picture = any(image.block == credit.block and not image.hidden for image in page.images)
    likely = credit.likely and bool(credit.persons) and credit.zone is Zone.TOP and not below_picture
    return credit.sure or likely


def _is_of_another(page: Page, zones: Zones, block: int) -> bool:
    """Whether a byline belongs to another story: it follows a heading below the story, or stands amid the text, as in a
    round-up of several. One paragraph above it can be a lead.
    """
    if block > zones.last:
        return any(one.kind is BlockKind.HEADING for one in page.blocks[zones.last + 1 : block])
    if block <= zones.first:
        return False
    above = [at for at in range(zones.first, block) if zones.of[at] is Zone.ARTICLE]
    return page.blocks[block - 1].kind is BlockKind.HEADING or len(above) > _LEADS


def _named_beside(credit: Credit, page: Page, publisher: Publisher) -> Iterator[str]:
    """The publisher's names that stand in a line of credit by themselves: "Jane Doe, Example", "By Example"."""
    text = credit.text
    if credit.block >= 0:
        text = page.blocks[credit.block].text[credit.start : credit.end + _BESIDE]
    for start, end in named(text, publisher.names, publisher.others) if credit.persons else ():
        before = text[:start]
        if _BEFORE_NAME.search(before) and _BEHIND_NAME.match(text[end:]) and not is_of_the_past(before):
            yield text[start:end]


def _is_front_matter(credit: Credit) -> bool:
    """Whether a credit stands in front matter, which a site shows as its byline."""
    return credit.where.startswith("front matter") and not _GUEST.search(fold(credit.text))


def is_institution(name: str, publisher: Publisher) -> bool:
    """Whether a name beside a writer's is that of an institution whose people write for others, too: "Jane Doe, NASA"."""
    if _INSTITUTION.search(fold(name)) and not _PRESS.search(fold(name)):
        return True
    short = name.isupper() and name.isalpha() and len(name) <= _SHORT
    return short and any(is_institution(full, publisher) for full in publisher.names if not full.isupper())
