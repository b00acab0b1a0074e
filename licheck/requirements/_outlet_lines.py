"""The lines that name a publisher beside a story: which of them say that its writer is with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from licheck.model.case import Case
from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.model.page import JOINT, BlockKind
from licheck.model.requirement import flat
from licheck.model.zones import Zone
from licheck.organisations import is_of_the_past, named
from licheck.patterns import pattern
from licheck.text import fold

Naming = tuple[int, int, int]
"""(block, start, end): text[start:end] of a block."""

_LINE = 14  # words of a line that names an organisation as author; a longer one says something of it
_TAG_PATH = pattern(r"/(?:tags?|topics?|categor(?:y|ies)|keywords?|search)(?:/|\?|$)", re.I)
# The begin of a line that says who made a picture.
_PICTURED = pattern(
    r"\W*(?:(?:file|stock|featured|main|lead|cover)\s)?(?:photo|photograph|screenshot|screen ?grab|video|image|picture|illustration"
    r"|graphic|chart|foto|bild|grafik|imagen|imagem|immagine|vidéo|vídeo|写真|사진|图片)s?\b",
    re.I,
)
# Words that may stand with an outlet's name in a line beside a byline.
_JOINERS = frozenset(
    """the a an of for from with at by via and in on to special courtesy der die das von für bei vom de del la le les du des
    para por pour par per di da do dos das el los las z w для від от staff updated published posted min read am pm est edt et""".split()
)
_JOB = pattern(
    r"\b(?:reporters?|reporting|writers?|correspondents?|contributors?|contributing|editors?|journalists?|columnists?|fellow|staff(?:er)?"
    r"|intern|freelancer?|producer|bureau|covers|writes|reports|works|redakteur\w*|\w*reporterin|\w*korrespondent\w*|autor\w*"
    r"|periodistas?|corresponsal|journalistes?|rédact\w+|correspondante?|giornalist\w+|jornalistas?|repórter|dziennikar\w+"
    r"|журналіст\w*|журналист\w*|кореспондент\w*|корреспондент\w*)\b|記者|记者|기자|صحف",
    re.I,
)
_CREDITS = pattern(
    r"\b(?:by|from|via|source|courtesy|permission|partner\w*|collaborat\w+|republish\w*|reprint\w*|syndicat\w*|provided|distributed|produced"
    r"|originally|first|appeared|published|wrote|written|reported|story|article|quelle|fuente|fonte|źródło|джерело)\b|出典|来源|출처",
    re.I,
)
_CALL = pattern(
    r"^\W*(?:follow|support|donate|subscribe|join|get|read|see|more|visit|watch|listen|share|like|sign|download|related|also|advertis\w*|ad|sponsored"
    r"|tags?|tagged|topics?|filed|categor\w+|keywords?|click|contact|email|reach|folgen|mehr|lesen|suivez|lire|síguenos|sigue|lea|segui|leggi|siga|leia)\b",
    re.I,
)
_IS = pattern(
    r"\W{0,3}\s(?:is|ist|est|es|è|é|jest)\s(?:an?|the|eine?|une?|un|una|uma?)\s", re.I
)  # its words on itself
_PIECES = pattern(rf"[|•·●\n{JOINT}]|\s[–—-]\s")
_DATE = pattern(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b\.?|\d+(?:st|nd|rd|th)?", re.I)
_SIGNS = ".,;:()[]'’\"*_"
_REACH = 100  # characters before a name that say whether it is one of several things
_JOB_WORDS = 14  # words of a line that says what somebody does for the outlet


class Beside(Enum):
    """What a line that names the publisher next to a byline makes of it."""

    OUTLET = "the writer's outlet"
    PERHAPS = "perhaps a credit"
    NOTHING = "something else"


def beside(case: Case, naming: Naming) -> Beside:
    """What the words around the publisher's name say, in the piece of a line that holds it."""
    block, before, after = naming[0], *_around(case, naming)
    if is_call(case, naming) or is_listed(case, block):
        return Beside.NOTHING
    rest = _DATE.sub(" ", f"{before} {after}")
    words = [word for word in (each.strip(_SIGNS) for each in fold(rest).split()) if word]
    telling = [word for word in words if word not in _JOINERS]
    if len(telling) <= 1 or (len(words) <= _JOB_WORDS and _JOB.search(rest)):
        return Beside.OUTLET
    if any(statement.block == block for statement in case.statements) or (
        before.strip(" (").casefold() in ("", "the") and _IS.match(after)
    ):
        return Beside.OUTLET
    return Beside.PERHAPS if _CREDITS.search(rest) else Beside.NOTHING


def is_call(case: Case, naming: Naming) -> bool:
    """Whether a line calls on readers to do something ("Follow Example News"), or names things other than writers."""
    before, _ = _around(case, naming)
    kind = case.page.blocks[naming[0]].kind
    return kind is BlockKind.CONTROL or (bool(before) and _CALL.match(before) is not None)


def _around(case: Case, naming: Naming) -> tuple[str, str]:
    """What stands before and behind the publisher's name in its piece of a line."""
    block, start, end = naming
    text = case.page.blocks[block].text
    begins = max((hit.end() for hit in _PIECES.finditer(text, 0, start)), default=0)
    ends = next((hit.start() for hit in _PIECES.finditer(text, end)), len(text))
    return text[begins:start], text[end:ends]


def is_of_else(case: Case, block: int) -> bool:
    """Whether what a block says is told of something else than the writer: of a picture, or of where the story stood."""
    return is_pictured(case, block) or _is_credit_line(case, block)


def is_pictured(case: Case, block: int) -> bool:
    """Whether a block speaks of a picture."""
    one = case.page.blocks[block]
    return one.kind is BlockKind.CAPTION or (
        _PICTURED.match(one.text) is not None and not names_writer(case, block)
    )


def names_writer(case: Case, block: int) -> bool:
    """Whether a writer who was looked for is credited in a block."""
    return any(
        seen.block == block and seen.counts for sightings in case.sightings.values() for seen in sightings
    )


def is_past(case: Case, naming: Naming) -> bool:
    """Whether a sentence says that somebody is not with the publisher, or no longer."""
    block, start, _ = naming
    return is_of_the_past(case.page.blocks[block].text[:start])


def _is_credit_line(case: Case, block: int) -> bool:
    """Whether a block is the credit line that is asked for beside the affiliation: it cannot stand for both."""
    if not any(statement.block == block for statement in case.statements):
        return False
    if any(seen.block == block for sightings in case.sightings.values() for seen in sightings):
        return False  # it names the writer, too
    return any(one.kind == "credit_line" for one in flat(case.rule_set.judged))


def names_author(case: Case, block: int) -> bool:
    """Whether a block credits the publisher itself as author ("By Example News", or just its name), or with what could be
    a writer's name.
    """
    text = case.page.blocks[block].text
    if len(text.split()) > _LINE or any(statement.block == block for statement in case.statements):
        return False  # "Originally published by Example News" says where it stood, not who wrote it
    publisher = case.rule_set.publisher
    listed_there = is_listed(case, block)
    return any(
        named(name, publisher.names, publisher.others)
        for credit in case.credits
        if credit.block == block and credit.role is Role.WRITER and (credit.sure or not listed_there)
        for name in (credit.affiliations if credit.persons else credit.organisations)
    )


def is_listed(case: Case, block: int) -> bool:
    """Whether the publisher's name is one of several things in a line, as tags are, or a tag by its link."""
    key = f"listed {block}"
    if key not in case.memo:
        case.memo[key] = _is_listed(case, block)
    return bool(case.memo[key])


def _is_listed(case: Case, block: int) -> bool:
    publisher, text = case.rule_set.publisher, case.page.blocks[block].text
    spans = named(text, publisher.names, publisher.others)
    befores = [text[max(start - _REACH, 0) : start].rstrip() for start, _ in spans]
    if not _JOB.search(text) and all(before.endswith(",") and before.strip(" ,") for before in befores):
        return True
    return any(
        link.block == block and ("tag" in link.rel.split() or _TAG_PATH.search(link.href))
        for link in case.page.links
    )


def notes(case: Case, zones: tuple[Zone, ...]) -> Iterator[Credit]:
    """What says that a writer is with the publisher, wherever in the block of the story's last words, say, it stands."""
    publisher = case.rule_set.publisher
    for credit in case.credits:
        if credit.zone not in zones or credit.role is not Role.WRITER or credit.standing is not Standing.SEEN:
            continue
        if not (credit.affiliations and credit.persons and credit.likely) or credit.block < 0:
            continue
        text = case.page.blocks[credit.block].text
        if named(text, publisher.names, publisher.others) and not is_of_else(case, credit.block):
            yield credit
