"""What a line says by itself: a job, a credit, a biography, the label of a name."""

from __future__ import annotations

import re

from licheck.credits.lead import lead_alone
from licheck.credits.line import read_line
from licheck.credits.people import What, has_given_name, what_is
from licheck.credits.people import is_telling as is_telling_name
from licheck.credits.segments import dates
from licheck.credits.vocabulary import INTERFACE_WORDS, JOBS
from licheck.credits.words import BY_WORDS, LEADS
from licheck.model.page import Block, BlockKind
from licheck.patterns import pattern
from licheck.text import fold

AROUND = " \u200b_*\"'“”„«»([{)]}:：,;.!?…|•·–—-"
"""Signs and spaces that may stand around a name or a word."""

_LONGEST_CREDIT = 160  # characters of a line that is nothing but a credit
# What people are called who speak or lead a talk.
_HOSTS = frozenset(
    "host hosts hosted co-host moderation moderator moderatorin moderiert présentation présenté animation presenta presentado presentador"
    " presentadora conduce conduzione prowadzenie prowadzi apresentação presentatie sprecher sprecherin narrated".split()
)
_LABEL_WORDS = 3  # words of a label
# Labels that a writer's name has, beside lead words and jobs.
_LABELS = frozenset(
    "from name story words commentary analysis essay column review report special feature guest".split()
)


def introduces(text: str) -> bool:
    """Whether a line waits for the author's name: "Author", "Photographs and words by"."""
    words = fold(text).strip(AROUND).split()
    return lead_alone(text) is not None or " ".join(words) in LEADS or (bool(words) and words[-1] in BY_WORDS)


def is_item(block: Block) -> bool:
    """Whether a line is an item of a list."""
    return block.kind is BlockKind.ITEM or block.text[0] in "-*•·"


def is_labelled(line: str, start: int, end: int) -> bool:
    """Whether a label that is none of a writer introduces a name: "Forecast: Jane Doe"."""
    label, colon, rest = line[:start].rpartition(":")
    label = label.strip(AROUND)
    words = fold(label).split()
    if not colon or rest.strip(AROUND) or line[end:].strip(AROUND):
        return False
    if not label.isascii() and _HOSTS.isdisjoint(words):
        return False
    if not _HOSTS.isdisjoint(words):
        return len(words) <= _LABEL_WORDS
    known = (_LABELS, LEADS, JOBS, INTERFACE_WORDS)
    return (
        0 < len(words) <= _LABEL_WORDS
        and what_is(label) is What.NOTHING
        and not any(word in listed or word.isdigit() for word in words for listed in known)
    )


def is_person(text: str) -> bool:
    """Whether a line is a name that begins with a given name."""
    plain = text.strip(AROUND)
    return what_is(plain) is What.PERSON and has_given_name(plain)


_JOINED = pattern(r"\s*[,;&]\s*|\s(?:and|und|et|y|e|en|och|og|ja|i|și|ve|dan|na|и|та|και)\s")


def are_persons(text: str) -> bool:
    """Whether a line is the names of several people and nothing more."""
    pieces = _JOINED.split(text)
    return len(pieces) > 1 and is_person(pieces[0]) and all(what_is(piece) is What.PERSON for piece in pieces)


def is_telling(text: str) -> bool:
    """Whether a line is a job or an outlet."""
    first = re.split(r"[,|•·]|\s[–—-]\s", text)[0].strip(AROUND)
    what = what_is(first)
    if what is What.ORGANISATION:
        return is_telling_name(first) and not any(sign.isdigit() for sign in text)
    return what in (What.JOB, What.DEPARTMENT) or any(
        word.strip(AROUND) in JOBS for word in fold(first).split()[:3]
    )


def is_credit(block: Block) -> bool:
    """Whether a line is a date, a job, an outlet or a credit."""
    text = block.text
    if len(text) > _LONGEST_CREDIT:
        return False
    if what_is(text) is not What.NOTHING or dates(text):
        return True
    return any(credit.persons or credit.organisations for credit in read_line(text))


_VERBS = pattern(r"^\W*(?:\S+\s){0,2}?(?:is|was|are|covers?|writes?|wrote|reports?|has|teaches|works|joined|ist|war|sind|est|sont|es|son|era|è|é|schreibt|berichtet|arbeitet|écrit|couvre|escribe|escribió|cubre|jest|är|er|hat|a|—|–)\s", re.I)  # fmt: skip


def is_biography(after: str) -> bool:
    """Whether what stands behind a name goes on as a biography does: "covers the coast"."""
    return _VERBS.match(after) is not None or bool(re.match(r"^(?:は|،|が)", after))


def names_again(text: str, name: str) -> bool:
    """Whether a text names one of the people in a line again."""
    words = {word for word in fold(name).replace("\u200b", " ").split() if len(word) > 2}
    return any(word.strip(AROUND) in words for word in fold(text).split()) or any(
        word in text for word in words if word > "\u2e80"
    )


def continues(after: str) -> bool:
    """Whether a sentence goes on behind a name."""
    words = after.split()
    return len(words) > 2 and sum(word.strip(AROUND).islower() for word in words) >= len(words) / 2
