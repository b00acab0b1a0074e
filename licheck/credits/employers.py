"""For whom somebody works, out of a phrase that says what somebody is: "Professor of Law at the University of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from licheck.credits.people import What, has_given_name, has_organisation_word, is_domain, is_telling, what_is
from licheck.credits.vocabulary import (
    AGENCIES,
    DEPARTMENTS,
    INTERFACE_WORDS,
    JOB_ADJECTIVES,
    JOB_ENDINGS,
    JOBS,
    NEVER_IN_NAMES,
    ORGANISATION_WORDS,
)
from licheck.patterns import pattern
from licheck.text import fold

# Words after which an employer stands. Strong ones need no more than a name; after a genitive the job before it
# tells ("founder of X", but "professor of x"); the others join anything, so the name itself has to tell.
_STRONG = r"at|with|bei|beim|chez|presso|hos|bij|@"
_FOR = r"for|pour|para|per|für|voor|för|til|dla"
_GENITIVE = r"of|to|von|vom|der|des|de la|du|de|del|della|dell['’]|di|do|da|van|van de|van het|газеты"
_WITHIN = r"from|by|dem|in der|im|am|an der|auf der|à l['’]|à la|à|aux?|de l['’]|en el|en la|en|op|på|ved|vid|i|w|na|в|у"
_PREPOSITION = pattern(
    rf"(?:(?<=\s)|^)(?:(?P<strong>{_STRONG})|(?P<for>{_FOR})|(?P<genitive>{_GENITIVE})|(?:{_WITHIN}))(?:\s+|(?<=['’]))(?=\S)",
    re.I,
)
_ARTICLES = frozenset(
    "the der die das dem den des la le les l' el los las il lo gli a o os as het de".split()
)
# What an employer may be called before its name: "the newspaper Example", "dem Magazin Example".
_KINDS = frozenset(
    """newspaper daily weekly magazine website site portal platform blog startup start-up company brand leading agency
    network station broadcaster outlet publication nonprofit non-profit news zeitung tageszeitung wochenzeitung magazin
    nachrichtenmagazin fachmagazin onlinemagazin online-magazin portal onlineportal webseite sender nachrichtenagentur
    journal quotidien hebdomadaire site revue diario periódico revista semanario portal sitio jornal giornale quotidiano
    rivista krant dagblad blad gazeta""".split()
)
_OF_NAMES = frozenset("daily weekly news journal magazine network agency".split())  # with a capital
_QUOTES = "„“”\"«»‚‘’'‹›"
_QUOTED = pattern(rf"[{_QUOTES}]([^{_QUOTES}]{{2,50}})[{_QUOTES}]")
_JOINERS = frozenset("of & de du di del della des der do da la le l' e".split())
_WIDE_JOINERS = frozenset(
    "for and für und von zu zur i et y e the in den die das van en".split()
)  # inside an institution's name
_INSTITUTIONS = pattern(
    r"univers|instit|college|school|academy|akademie|center|centre|zentrum|gesellschaft|society|stiftung|foundation|bureau"
    r"|ministr|department|hochschule|verband|verein|amt\b|office|museum|association|council|committee|federation|fakult",
    re.I,
)
# Jobs of which "of" or a genitive names the employer and not the field ("founder of X", "professor of x").
_OF_JOBS = frozenset(
    """founder co-founder cofounder editor editor-in-chief ceo owner publisher chairman chairwoman chair president
    spokesperson spokesman spokeswoman member contributor trustee correspondent staff
    gründer gründerin mitgründer mitgründerin mitbegründer mitbegründerin inhaber inhaberin herausgeber herausgeberin
    geschäftsführer geschäftsführerin redakteur redakteurin redaktor redaktorin chefredakteur chefredakteurin chefredaktor
    chefredaktorin vorstand vorstandsvorsitzender vorstandsvorsitzende vorstandsmitglied vorsitzender vorsitzende
    präsident präsidentin sprecher sprecherin pressesprecher pressesprecherin mitglied korrespondent korrespondentin
    redaktionsleiter redaktionsleiterin mitarbeiter mitarbeiterin autor autorin reporter reporterin leitet
    fondateur fondatrice cofondateur cofondatrice rédacteur rédactrice membre directeur directrice journaliste
    fundador fundadora cofundador cofundadora redactor redactora miembro director directora periodista
    fondatore fondatrice direttore direttrice redattore redattrice giornalista membro jornalista editor editora
    oprichter hoofdredacteur redacteur grundare redaktör redaktør założyciel założycielka dziennikarz dziennikarka
    обозреватель корреспондент журналист журналистка""".split()
)
_HEADS = ("leiter", "leiterin", "chef", "chefin", "verantwortlicher")  # of something within the employer
FOUNDERS = frozenset(
    """founder co-founder cofounder ceo owner gründer gründerin mitgründer mitgründerin inhaber inhaberin
    geschäftsführer geschäftsführerin fondateur fondatrice fundador fundadora fondatore fondatrice oprichter""".split()
)
# Bodies within an organisation, fields and places: never the employer itself, whatever follows or when alone.
_BODIES = frozenset(
    """board staff team teams jury vorstand vorstands vorstandes redaktion redaktionsleitung newsdesk desk newsroom
    abteilung ressort bereich fachbereich""".split()
)
_NO_EMPLOYER = frozenset(
    """editorial home house large present school work university college fach thema themen europe europa germany
    deutschland österreich schweiz france africa asia america politik wirtschaft kultur sport finanzen gesundheit
    wissenschaft digital online content product marketing communications education research health law""".split()
)
_TOPICS = frozenset("wirtschafts politik sport kultur fernseh radio hörfunk video foto bild online lokal chef co us usa eu uk un tv it ki ai seo pr nato fach gast nachwuchs".split())  # fmt: skip
_ABBREVIATION = pattern(r"\s\(([A-ZÄÖÜ][\w.-]{1,8})\)")
_MOST_WORDS = 8
_ENDS = ".,;:!?)"


class Employer(NamedTuple):
    """An employer's name: text[start:end] of what was read, without article and quotation marks."""

    name: str
    start: int
    end: int


def compounded(word: str) -> str:
    """The outlet in a job that is compounded with it ("FEN-Reporterin"), empty for a field ("Politik-Redakteur")."""
    name, hyphen, job = word.replace("\u2010", "-").rpartition("-")
    if not hyphen or not fold(job).endswith(JOB_ENDINGS) or len(name) < 2:
        return ""
    first = name.split("-")[0]
    if fold(first) in _TOPICS or fold(first).removesuffix("s") in _TOPICS:
        return ""
    telling = first.isupper() or "." in first or any(sign.isupper() for sign in first[1:])
    return name if telling and len(first) > 1 and first[0].isalnum() else ""


def has_job(text: str) -> bool:
    """Whether a phrase has a word for a job in it."""
    return any(_is_job_word(word) for word in fold(text).split())


def _is_job_word(word: str) -> bool:
    word = word.strip(_ENDS + _QUOTES + "(")
    return word in JOBS or word.endswith(JOB_ENDINGS)


def employers_in(text: str) -> Iterator[Employer]:
    """The employers that a phrase of job and place of work names, in order. The phrase holds a job."""
    for hit in _PREPOSITION.finditer(text):
        before = text[: hit.start()]
        if not has_job(before):
            continue
        found = organisation_at(text, hit.end())
        if found and _convinces(found.name, hit, before):
            yield found


def _convinces(name: str, hit: re.Match[str], before: str) -> bool:
    """Whether the name after a preposition is an employer's: by its own form, or by the words before it."""
    words = fold(name).split()
    if words[0] in _BODIES or (words[0] in _NO_EMPLOYER and (len(words) == 1 or not is_outlet(name))):
        return False
    if hit.group("strong") or is_outlet(name):
        return True
    if words[0] in JOB_ADJECTIVES:
        return False
    if hit.group("for"):
        return fold(hit.group()).strip() != "für"
    last = fold(before).split()[-1].strip(_ENDS)
    return hit.group("genitive") is not None and (
        last in _OF_JOBS or (last.endswith(JOB_ENDINGS) and not last.endswith(_HEADS))
    )


def is_outlet(name: str) -> bool:
    """Whether a name is an organisation's by its own form: a word of one, a site, letters in capitals, or one in a compound."""
    words = fold(name).split()
    return (
        is_domain(name)
        or has_organisation_word(words)
        or _INSTITUTIONS.search(name) is not None
        or (name.isupper() and len(name) >= 3 and name.isalpha())
        or (len(words) == 1 and words[0] in AGENCIES)
    )


def organisation_at(text: str, at: int) -> Employer | None:
    """The name that begins at a place of a text, after articles and words like "newspaper"; None where none does."""
    at = _past_articles(text, at)
    quoted = _QUOTED.match(text, at)
    if quoted:
        return Employer(quoted.group(1).strip(), at, quoted.end())
    tokens = list(re.finditer(r"\S+", text[at : at + 160]))
    kept = 0
    for index, hit in enumerate(tokens[:_MOST_WORDS]):
        token = hit.group()
        following = tokens[index + 1].group() if index + 1 < len(tokens) else ""
        taken = " ".join(other.group() for other in tokens[:index])
        if not _belongs(token, following, taken):
            break
        kept = index + 1
        if _ends_name(token, following):
            break
    if not kept:
        return None
    end = at + tokens[kept - 1].end()
    name = _trimmed(text[at:end])
    short = _ABBREVIATION.match(text, at + len(name))
    if short and _INSTITUTIONS.search(name):
        name, end = text[at : short.end()], short.end()
    return Employer(name, at, end) if len(name) > 1 else None


def _past_articles(text: str, at: int) -> int:
    for _ in range(4):
        hit = re.compile(r"\S+\s+").match(text, at)
        word = fold(hit.group()) if hit else ""
        if not hit or not (word in _ARTICLES or (word in _KINDS and _begins_name(text[hit.end() :]))):
            break
        if hit.group()[0].isupper() and word.strip() in _OF_NAMES:
            break  # "the daily Example", but "the Daily Example"
        at = hit.end()
    return at


def _begins_name(text: str) -> bool:
    """Whether a name, or another word for what it names, stands here."""
    return text[:1].isupper() or text[:1] in _QUOTES or fold(text[:30]).partition(" ")[0] in _KINDS


def _belongs(token: str, following: str, taken: str) -> bool:
    """Whether a word is (still) part of an organisation's name. `taken` are the words before it."""
    plain = token.strip(_ENDS + _QUOTES)
    folded = fold(plain)
    if folded in _JOINERS or folded in _WIDE_JOINERS:
        if not taken or not (following[:1].isupper() or following[:1] in _QUOTES):
            return False
        return (folded in _JOINERS or _INSTITUTIONS.search(taken) is not None) and not has_job(following)
    if token == "&":  # noqa: S105 - a word of a line, nobody's secret
        return bool(taken) and following[:1].isupper()
    if is_domain(plain) or (not taken and folded in AGENCIES):
        return True
    if taken and (_is_job_word(token) or (folded in INTERFACE_WORDS and folded not in ORGANISATION_WORDS)):
        return False
    return plain[:1].isupper() or (plain[:1].isdigit() and following[:1].isupper() and not taken)


def _ends_name(token: str, following: str) -> bool:
    if token.endswith(("'s", "’s")):
        return True
    return token[-1] in _ENDS and not (token.count(".") > 1 and token[-1] == "." and following[:1].isupper())


def _trimmed(name: str) -> str:
    name = name.rstrip(_ENDS) if not name.lower().endswith("e.v.") else name
    for ending in ("'s", "’s"):
        name = name.removesuffix(ending)
    return name.strip(_QUOTES)


def outlets_of_job(text: str) -> list[str]:
    """The employers in a part of a credit that is nothing but a job: "Staff Writer, Example" or "Example Staff"."""
    found = [employer.name for employer in employers_in(text)][:1]
    if found:
        return found
    words = text.split()
    glued = next((outlet for outlet in map(compounded, words) if outlet), "")
    if glued:
        return [glued]
    rest = _without_jobs(words)
    if rest and len(rest) < len(words) and _stands_alone(" ".join(rest)):
        return [" ".join(rest)]
    if fold(words[0]) in FOUNDERS and 2 <= len(words) <= 4 and all(word[0].isupper() for word in words[1:]):
        name = " ".join(words[1:])
        return [] if has_given_name(name) or not is_telling(name) else [name]
    return []


def _without_jobs(words: list[str]) -> list[str]:
    """Words without the job at either end ("Example Staff Writers", "Redakteurin Example")."""
    start, end = 0, len(words)
    while end > start and (
        _is_job_word(fold(words[end - 1])) or (end < len(words) and fold(words[end - 1]) in JOB_ADJECTIVES)
    ):
        end -= 1
    if end == len(words):
        while start < end and _is_job_word(fold(words[start])):
            start += 1
    return words[start:end]


def _stands_alone(name: str) -> bool:
    """Whether words that are left of a job are an outlet ("Example Tribune", "ExampleVoice"), not a field ("Travel News")."""
    words = fold(name).split()
    if (
        not is_telling(name)
        or not (name[0].isupper() or name[0].isdigit() or is_domain(name))
        or not NEVER_IN_NAMES.isdisjoint(words)
        or words[0] in DEPARTMENTS
    ):
        return False
    if all(word in JOB_ADJECTIVES or word in INTERFACE_WORDS or word in ORGANISATION_WORDS for word in words):
        return False
    camel = (
        len(words) == 1 and any(sign.isupper() for sign in name[1:]) and any(sign.islower() for sign in name)
    )
    return (
        camel or what_is(name) is What.ORGANISATION or (name.isupper() and name.isalpha() and len(name) >= 3)
    )
