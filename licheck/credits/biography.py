"""Where a writer works now, as the first sentences of a biography say it.

"Jane Doe is a reporter for Example News. Before that she worked ..." -> Example News. What somebody once was does not
count, nor where somebody learnt or teaches courses, nor books and prizes: a wrong affiliation is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from licheck.credits.employers import (
    Employer,
    compounded,
    employers_in,
    has_job,
    is_outlet,
    organisation_at,
)
from licheck.names import find_name
from licheck.patterns import pattern
from licheck.text import fold, without_invisible

_MOST_SENTENCES = 4
_LONGEST = 1_200  # characters of a biography that are read
_SENTENCE_END = pattern(
    r"(?<=[.!?…])(?<!\b[A-Z]\.)(?<!\bDr\.)(?<!\bProf\.)(?<!\be\.V\.)(?<!\bSt\.)(?<!\bz\.B\.)(?<!\bMrs\.)(?<!\bMr\.)\s+(?=[^\W\d_a-zß-ÿ]|[„“\"«»])"
)
_OPENING_WORDS = 6  # words among which a job says that a sentence is about the name above it
_VERBS_FIRST = frozenset(
    """is covers writes reports works edits leads heads teaches born ist schreibt berichtet arbeitet leitet lehrt forscht bloggt
    betreut geboren est écrit couvre travaille né née es escribe cubre trabaja é escreve trabalha è scrive lavora""".split()
)
_PERSON_WORDS = (
    r"(?:the|this) (?:author|writer|reporter|columnist)|(?:der|die|unsere?|dieser?) (?:autor|autorin|verfasser|verfasserin|redakteur|redakteurin)"
    r"|l['’](?:auteur|auteure|autrice|autore)|el autor|la autora|o autor|a autora|de auteur|autor|autorka|автор"
)
_PRONOUN = r"she|he|they|sie|er|elle|il|ella|él|ela|ele|lei|lui|zij|hij|ze|hon|han|hun|ona|on|она|он|i|ich|je|yo|eu|io"
_OPENING = pattern(rf"(?:(?:hi|hello|hallo|hey|moin)[,!]?\s+)?(?:{_PERSON_WORDS}|{_PRONOUN})\b", re.I)
_SINCE = pattern(r"(?:since|seit|depuis|desde|dal|sinds|od|с)\s+(?:[^\W\d_]+\s+)?(?:19|20)\d\d\b", re.I)
_PRESENT = pattern(
    r"\b(?:is|are|am|covers|writes|reports|edits|leads|heads|runs|works|teaches|oversees|has been|have been|serves|manages|directs|blogs"
    r"|ist|sind|bin|schreibt|berichtet|arbeitet|leitet|lehrt|forscht|bloggt|betreut|verantwortet|est|suis|écrit|couvre|travaille|dirige"
    r"|enseigne|es|soy|escribe|cubre|trabaja|é|è|sono|sou|escreve|cobre|trabalha|scrive|lavora|dirige|schrijft|werkt|skriver|arbetar"
    r"|jobber|arbejder|är|er|jest|pisze|pracuje|работает|пишет|является)\b",
    re.I,
)
_PAST = pattern(
    r"\b(?:former|formerly|previously|once|until|was|were|had|joined|studied|graduated|attended|interned|holds|earned|received|won|born"
    r"|ehemalig\w*|früher\w*|zuvor|davor|vorher|vormals|bis|war|waren|hatte|studiert\w*|volontariat\w*|absolvierte\w*|arbeitete|schrieb"
    r"|wurde|wuchs|promovierte|stammt|ancien|ancienne|auparavant|était|fut|diplômé\w*|étudi\w+|exdirector\w*|antes|fue|era|estudi\w+"
    r"|licenciad\w+|graduad\w+|laureat\w+|formad\w+|ex|voormalig\w*|бывш\w+)\b",
    re.I,
)
# Verbs after which a preposition and a name tell the employer without a word for a job.
_WORKS = pattern(
    r"\b(?:(?:covers|covering|writes|writing|reports|reporting|works|working|edits|blogs|blogging|teaches|photographs)\b.*"
    r"|(?:schreibt|berichtet|arbeitet|bloggt|leitet|lehrt|forscht|ist|sind|tätig|écrit|travaille|couvre|escribe|trabaja|cubre|scrive"
    r"|lavora|escreve|trabalha|schrijft|werkt|skriver|arbetar|пишет|работает)\b.*)$",
    re.I | re.S,
)
_WORK_AT = pattern(
    r"\s(?:for|at|with|bei|beim|für|an der|pour|chez|para|en|per|presso|voor|bij|för|på|hos|в)\s+"
    r"(?=\S)",
    re.I,
)
_LEADS_OF = pattern(r"\b(?:leitet|leads|heads|edits|dirige)\b.{0,60}?\s(?:von|vom|der|of|de|du)\s+", re.I)
_MEMBER = pattern(r"\b(?:member|part) of\s+(?=[A-ZÀ-Þ])")
_GROUP = pattern(r"[’']s?\s(?:\w+\s){0,2}(?:staff|team|desk|newsroom|board)\b")
_SINCE_AT = pattern(r"(?:since|seit)\s+(?:[^\W\d_]+\s+)?(?:19|20)\d\d\s+(?:at|with|bei|beim)\s+", re.I)
_LAST_WORD = pattern(r"(?:der|dem|the)?\s*([\w.-]+?)[.!]?$")
_WITHIN_OF = pattern(r"\b(?:im|in der|am|in the|at the)\s[A-ZÀ-Þ]\S+\s(?:von|der|des|of)\s+")


def begins_biography(text: str, person: str) -> bool:
    """Whether a text begins like a biography of a person: with the name, given or family name, "The author"."""
    opening = text[:120]
    opens, folded = _opening(opening)
    if opens:
        return True
    words = _words(person)
    first = folded.partition(" ")[0].strip(",.:")
    return first in (words[0], words[-1]) or (
        words[-1] in folded and find_name(person, opening[:90]).likeness.is_same
    )


@lru_cache(maxsize=1024)
def _opening(opening: str) -> tuple[bool, str]:
    """Whether a text opens with words that only biographies open with; and its opening, folded."""
    return _OPENING.match(opening) is not None, fold(opening)


@lru_cache(maxsize=1024)
def _words(person: str) -> list[str]:
    return fold(person).split()


def employer_of(text: str, person: str, *, headed: bool) -> Employer | None:
    """The employer that a biography of a person gives first; None where it gives none that holds now.

    `headed`: the person's name stands above the text, which need not name the person again. Positions are those in
    the text as given.
    """
    text = without_invisible(text[:_LONGEST])
    for number, (start, sentence) in enumerate(_sentences(text)):
        if number == 0 and not begins_biography(sentence, person) and not (headed and _goes_on(sentence)):
            return None
        found = _in_sentence(sentence, person)
        if found:
            return Employer(found.name, start + found.start, start + found.end)
    return None


def _goes_on(sentence: str) -> bool:
    """Whether a sentence goes on with the name above it: "Reporter at X", "leitet X", "Seit 2019 bei X"."""
    opening = " ".join(sentence.split()[:_OPENING_WORDS])
    first = fold(opening).partition(" ")[0].strip(",.:")
    return (
        has_job(opening)
        or _SINCE.match(opening) is not None
        or first in _VERBS_FIRST
        or compounded(first) != ""
    )


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for number, hit in enumerate(_SENTENCE_END.finditer(text)):
        if number == _MOST_SENTENCES:
            return
        yield start, text[start : hit.start()]
        start = hit.end()
    if text[start:].strip():
        yield start, text[start:]


def _in_sentence(sentence: str, person: str) -> Employer | None:
    candidates = sorted(_candidates(sentence), key=lambda found: found.start)
    for found in candidates:
        before = sentence[: found.start]
        if _PAST.search(_without_name(before, person)):
            return None
        if not _same(found.name, person):
            return found
    return None


def _candidates(sentence: str) -> Iterator[Employer]:
    """All employers that a sentence may name; what stands before each is looked at by who asks."""
    present = _PRESENT.search(sentence) is not None or _SINCE.search(sentence) is not None
    yield from employers_in(sentence)
    yield from _compounds(sentence)
    if not present:
        return
    for hit in _WORK_AT.finditer(sentence):
        if _WORKS.search(sentence[: hit.start()]):
            yield from _outlet_at(
                sentence, hit.end(), strong=fold(hit.group()).split()[0] in _SURE_OF_OUTLETS
            )
    for form in (_LEADS_OF, _WITHIN_OF):
        for hit in form.finditer(sentence):
            if form is _LEADS_OF or has_job(sentence[: hit.start()]):
                yield from _outlet_at(sentence, hit.end(), strong=form is _WITHIN_OF)
    for hit in _MEMBER.finditer(sentence):
        found = organisation_at(sentence, hit.end())
        if found and (
            is_outlet(found.name)
            or _GROUP.match(sentence, hit.end() + sentence[hit.end() :].find(found.name) + len(found.name))
        ):
            yield found
    since = _SINCE_AT.search(sentence)
    if since:
        last = _LAST_WORD.match(sentence, since.end())
        if last and last.end() == len(sentence):
            yield Employer(last.group(1), last.start(1), last.end(1))


_SURE_OF_OUTLETS = frozenset("for at with bei beim pour chez para per presso voor bij för hos".split())


def _outlet_at(sentence: str, at: int, *, strong: bool) -> Iterator[Employer]:
    found = organisation_at(sentence, at)
    if found and (is_outlet(found.name) or (strong and not _is_field(found.name))):
        yield found


def _is_field(name: str) -> bool:
    """Whether a capitalised word is what somebody writes about rather than for."""
    from licheck.credits.vocabulary import INTERFACE_WORDS, JOB_ADJECTIVES

    return fold(name).split()[0] in INTERFACE_WORDS | JOB_ADJECTIVES


def _compounds(sentence: str) -> Iterator[Employer]:
    for hit in re.finditer(r"[^\s,;(]+", sentence[:200]):
        outlet = compounded(hit.group().rstrip(".,;"))
        if outlet:
            yield Employer(outlet, hit.start(), hit.start() + len(outlet))


def _without_name(text: str, person: str) -> str:
    return text.replace(person, "")


def _same(name: str, person: str) -> bool:
    return fold(name) in fold(person)
