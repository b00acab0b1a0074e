"""A list of names as credits give it: "Jane Doe and John Roe, staff writers, Example News" -> persons, outlets, places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from licheck.credits.employers import compounded, is_outlet, outlets_of_job
from licheck.credits.parsed import Parsed
from licheck.credits.people import (
    What,
    given_names,
    has_given_name,
    is_telling,
    split_names,
    tidy_name,
    what_is,
)
from licheck.credits.vocabulary import (
    INTERFACE_WORDS,
    JOB_ADJECTIVES,
    JOB_ENDINGS,
    JOBS,
    NEVER_FIRST,
    NEVER_IN_NAMES,
)
from licheck.credits.words import POSTING_WORDS
from licheck.names import DEGREES, PARTICLES, TITLES
from licheck.patterns import pattern
from licheck.text import fold, fold_word, other_scripts

_JOINING = "and|na|und|et|y|e|och|og|oraz|en|ja|i|a|és|și|şi|và|dan|ve|и|та|і|й|και|with|mit|avec|con|com|sowie|AND|UND|ET|Y|OCH|OG|EN"
_PARTS = pattern(
    rf"\s*(?:[,;](?:\s+(?:{_JOINING})(?=\s))?|[、，；،]|\s/\s|\s[&+]\s|\s(?:{_JOINING})(?=\s)|\s*(?<=[\u0600-\u06ff])\sو\s?)\s*"
)
_HANGUL_DOT = pattern(
    r"(?<=[\uac00-\ud7af])[·ㆍ](?=[\uac00-\ud7af])"
)  # between the names of Koreans; in other letters within one
_DOTTED = pattern(r"\s*[,;、，·ㆍ]\s*")
_AND = pattern(
    r"^\s*(?:[,;&+]|(?:and|und|et|y|e|och|og|oraz|en|i|és|și|dan|ve|и|та|και|with|mit|sowie)\s)\s*", re.I
)
_OUTLET = pattern(
    r"\s(?:of|for|at|@|from|von|de|pour|para|per|für|bei|der|with)\s(?:the\s)?(?=[A-ZÀ-Þ0-9]|\w+\.\w)", re.I
)
_PLACE = pattern(
    r"\s(?:in|aus|à|en|em|i|w|v|в|у|din|reporting from)\s(?=[A-ZÀ-ÞА-Я])(?P<place>[^,;()]{2,40})$"
)
_BRACKETS = pattern(r"[(（\[]([^()（）\[\]]{2,80})[)）\]]")
_OUTLET_FIRST = pattern(r"([^()]{2,40}?)\s?\(([^()]{4,120})\)\.?")
# Where a name ends that stands after a lead word.
_NAME_ENDS = pattern(
    r"\s+(?:(?:on|am|um|at|in|im|le|el|il|kl|vor|unter|gespeichert|special|follow|folgen|seguir|for|aus|per|il y a|zuletzt"
    r"|via|has|is|was|ist|hat|wrote|para|contributed|publicado|hace)\b|[@\d—–]).*$|\s*[\(\[（@].*$", re.I | re.S,
)  # fmt: skip
_USER_NAME = pattern(r"[\w.-]{2,24}")
_AFTER_USER = frozenset("in on at am um im unter le el il en em the".split())
_WITH_ARTICLE = pattern(r"(?:The|Les|Die|Der|Das|Los|Las|Het)(?:\s[A-ZÀ-Þ][\w’'-]*){1,4}")
_PICTURE_WORDS = frozenset(
    "foto fotos bild bilder symbolbild titelbild photo photos image images video".split()
)
_NO_BYLINE = pattern(r"\b(?:Hrsg|Hg|eds?|dir|Regie)\b\.?|(?:Foto|Bild|Photo|Image|Quelle)s?:", re.I)
_COUNTRIES = frozenset("uk usa us u.s u.k eu un uae ny dc nyc la brd ddr urss eeuu".split())
_HANDLE = pattern(r"\s*@\w+\s*")
_PLACEHOLDER = pattern(r"[\[{<(]+[^\[\]{}<>()]{1,40}[\]}>)]+")  # "[AUTHOR]", never filled in
_COUNT = pattern(r"\d+\s*[^\W\d_]+|\d+")
_STRIPPED = ' .:*_"“”„‘’•·|-–—#'


class _Part(NamedTuple):
    """A part of a list, taken apart. `backed`: a job, a department, a title or a degree stands with the name."""

    names: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    what: What = What.NOTHING
    place: str = ""
    backed: bool = False


def read_names(  # noqa: C901, PLR0912 - the parts of a list have their say one after another
    text: str, first: Parsed, *, after_lead: bool = True, any_name: bool = False
) -> list[Parsed]:
    """The credits in a list of names, the first of them filled into `first`.

    A person who comes after an outlet begins another credit: in "A, Outlet, and B, Other" each has an own one.
    `any_name`: after the lead word that was read, a user name counts too.
    """
    credits = [first]
    before = _OUTLET_FIRST.fullmatch(text.strip())
    if before and _all_persons(before.group(2)) and _is_outlet_first(before.group(1)):
        text = before.group(2)
        first.affiliations.append(before.group(1).strip())
    awaits = False  # an employer follows: a job or a department came before
    parts = _parts(text)
    for raw in parts:
        if _PLACEHOLDER.fullmatch(raw.strip()):
            continue
        credit = credits[-1]
        part = _taken_apart(raw, after_lead, any_name and not credit.persons)
        if part.names:
            if credit.affiliations and credit.persons and not before:
                credits.append(Parsed(first.role, first.start, first.end, sure=first.sure, led=first.led))
                credit = credits[-1]
            elif _is_outlet_after_all(raw, part, credit, awaits) or (
                after_lead and raw is parts[-1] and _is_unknown_outlet(text, raw, part, credit)
            ):
                _attach(credits, [raw.strip(_STRIPPED)], awaits)
                awaits = False
                continue
            elif _is_place(part, credit, after_lead):
                credit.place = credit.place or part.names[0]
                continue
            credit.persons += [name for name in part.names if name not in credit.persons]
            credit.backed |= part.backed
            credit.place = credit.place or part.place
            _attach(credits, part.outlets)
            awaits = part.backed
        elif part.what is What.ORGANISATION:
            if credit.persons:
                _attach(credits, part.outlets)
            else:
                credit.organisations += part.outlets
            awaits = False
        elif part.what in (What.JOB, What.DEPARTMENT):
            if credit.persons:
                credit.backed = True
                _attach(credits, part.outlets)
            awaits = True
        elif _is_town(raw, credit):
            credit.place = credit.place or raw.strip(_STRIPPED)
        elif not after_lead and _is_sentence(raw):
            return []
        elif not _goes_on(raw, credit, after_lead):
            if all(name.islower() for name in credit.persons):
                credit.persons.clear()  # "By continuing, you accept ..."
            break
    return [credit for credit in credits if not credit.is_empty()]


def _is_sentence(raw: str) -> bool:
    """Whether a part is of a sentence rather than of a list of names: several words in small letters."""
    small = [word for word in raw.split() if word[0].islower() and word not in PARTICLES]
    return len(small) > 1 or _NO_BYLINE.search(raw) is not None


def _parts(text: str) -> list[str]:
    """The parts of a list; a degree after a comma ("Jane Doe, PhD") is left with its name."""
    parts: list[str] = []
    end = 0
    for start, stop in _cuts(text):
        part, between = text[start:stop], text[end:start]
        plain = fold(part).replace(".", "").strip(_STRIPPED + " ")
        if parts and plain in DEGREES:
            parts[-1] += " " + part.strip()
        elif len(parts) > 1 and "," not in between and _is_second_half(parts[-1], part):
            parts[-1] += between + part
        elif part.strip(_STRIPPED):
            parts.append(part)
        end = stop
    return parts


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a list lie: text[start:stop]."""
    start = 0
    dotted = other_scripts(text) and _HANGUL_DOT.search(text) is not None
    for hit in (_DOTTED if dotted else _PARTS).finditer(text):
        yield start, hit.start()
        start = hit.end()
    yield start, len(text)


def _is_second_half(before: str, part: str) -> bool:
    """Whether "and" stands inside an organisation's name: "Fenland Farming and Forestry University"."""
    return (
        what_is(part) is What.ORGANISATION
        and what_is(before.strip(), True) is What.PERSON
        and not has_given_name(before.strip())
    )


def _attach(credits: list[Parsed], outlets: tuple[str, ...] | list[str], awaited: bool = False) -> None:
    """Give outlets to the last credit, and to those before it that have none."""
    if not outlets:
        return
    for credit in reversed(credits):
        if credit.affiliations and credit is not credits[-1]:
            break
        credit.affiliations += [outlet for outlet in outlets if outlet not in credit.affiliations]
    del awaited


def _goes_on(raw: str, credit: Parsed, after_lead: bool) -> bool:
    """Whether a list may go on after a part that is nothing of it."""
    if _COUNT.fullmatch(raw.strip(_STRIPPED)):
        return True
    return bool(credit.persons) and not after_lead


def _is_outlet_after_all(raw: str, part: _Part, credit: Parsed, awaits: bool) -> bool:
    """Whether what has the form of a name is an outlet: in capitals beside a name that is not, or after a job."""
    if not credit.persons or has_given_name(part.names[0]) or part.backed:
        return False
    plain = raw.strip(_STRIPPED)
    if (
        plain.isupper()
        and len(plain) > 1
        and not credit.persons[0].isupper()
        and fold(plain) not in _COUNTRIES
    ):
        return True  # "Nora Marrow, FDR SALTMERE"
    return awaits and is_telling(plain)


def _is_unknown_outlet(text: str, raw: str, part: _Part, credit: Parsed) -> bool:
    """Whether what ends a list behind nothing but a comma is rather an outlet: "By Jane Doe, Jersey Bee"."""
    name = part.names[0]
    return (
        len(part.names) == 1
        and " " in name
        and name.isascii()
        and not (part.backed or has_given_name(name) or name.isupper() or "." in name)
        and bool(credit.persons)
        and all(map(has_given_name, credit.persons))
        and text[: text.rfind(raw)].rstrip(" ").endswith(",")
    )


def _is_place(part: _Part, credit: Parsed, after_lead: bool) -> bool:
    """Whether a single word after a full name is a town rather than another person: "Nora Marrow, Saltmere"."""
    if not credit.persons or " " not in credit.persons[0] or len(part.names) > 1:
        return False
    name = part.names[0]
    if name[0] > "\u2e80":
        return False  # names in these letters have no space of their own
    return " " not in name and not part.backed and (after_lead or name.isalpha()) and "." not in name


def _is_town(raw: str, credit: Parsed) -> bool:
    plain = raw.strip(_STRIPPED)
    return (
        bool(credit.persons)
        and plain[:1].isupper()
        and plain.isalpha()
        and fold(plain) not in INTERFACE_WORDS
    )


def _all_persons(text: str) -> bool:
    parts = _parts(text)
    return bool(parts) and all(
        what_is(part.strip()) is What.PERSON and has_given_name(part.strip()) for part in parts
    )


def _is_outlet_first(text: str) -> bool:
    return is_outlet(text.strip()) or (text.strip().isupper() and len(text.strip()) > 1)


def _taken_apart(raw: str, after_lead: bool, any_name: bool) -> _Part:
    """One part of a list: whom it names, and what stands with the name in it."""
    text = _HANDLE.sub(" ", raw) if "@" in raw else raw
    inside = _BRACKETS.search(text)
    if inside:
        text = f"{text[: inside.start()]} {text[inside.end() :]}"
    text = text.strip(_STRIPPED + "()[]")
    part = _plain_part(text, after_lead, any_name) if "/" not in text else _slashed(text, after_lead)
    if inside and part.names:
        found = _in_brackets(inside.group(1))
        part = part._replace(outlets=part.outlets + found.outlets, backed=part.backed or found.backed)
    if "@" in raw and part.names and _HANDLE.search(raw):
        part = part._replace(backed=True)
    return part


def _slashed(text: str, after_lead: bool) -> _Part:
    """Names and outlets with a slash between them: "Jane Doe/EFE"."""
    found = [_plain_part(piece.strip(), after_lead, any_name=False) for piece in text.split("/")[:4]]
    names = tuple(name for piece in found for name in piece.names if what_is(name) is What.PERSON)
    outlets = tuple(outlet for piece in found for outlet in piece.outlets)
    if not names:
        what = What.ORGANISATION if outlets and found[0].what is What.ORGANISATION else What.NOTHING
        return _Part(outlets=(text,) if what is What.ORGANISATION else (), what=what)
    return _Part(names=names, outlets=outlets, what=What.PERSON)


def _in_brackets(text: str) -> _Part:
    """What brackets behind a name say: its outlet ("AP"), or a job and its place ("Sprecherin des FJW")."""
    outlets: list[str] = []
    backed = False
    for piece in re.split(r"[,;]\s", text):
        what = what_is(piece)
        if what is What.JOB:
            backed = True
            outlets += outlets_of_job(piece)
        elif (what is What.ORGANISATION and is_telling(piece)) or (
            piece.isupper() and piece.isalpha() and len(piece) > 1
        ):
            outlets.append(piece.strip())
    return _Part(outlets=tuple(outlets), backed=backed)


def _plain_part(text: str, after_lead: bool, any_name: bool) -> _Part:
    if not text:
        return _Part()
    what = what_is(text, after_lead)
    if what is What.PERSON:
        return _person(text)
    split = _name_and_more(text, after_lead and what is not What.ORGANISATION)
    if not split.names and what is What.ORGANISATION and after_lead:
        split = _before_outlet(text)
    if split.names:
        return split
    if what is What.ORGANISATION:
        return _Part(outlets=(text,), what=what)
    if what in (What.JOB, What.DEPARTMENT):
        return _Part(outlets=tuple(outlets_of_job(text)) if what is What.JOB else (), what=what)
    if any_name and what is What.NOTHING and _is_user_name(text):
        return _Part(names=(text.split()[0],), what=What.PERSON)
    if after_lead and _WITH_ARTICLE.fullmatch(text):
        return _Part(outlets=(text,), what=What.ORGANISATION)  # "Par Les Nouvelles"
    run = split_names(text)
    if len(run) > 1 and all(what_is(name) is What.PERSON and has_given_name(name) for name in run):
        return _Part(names=tuple(run), what=What.PERSON)
    return _Part(what=what)


def _is_user_name(text: str) -> bool:
    """Whether a part is an account's name, alone or before words of posting ("jdoe99 in Travel")."""
    word, _, rest = text.partition(" ")
    if (
        not _USER_NAME.fullmatch(word)
        or word.isdigit()
        or fold(word) in INTERFACE_WORDS | NEVER_IN_NAMES | NEVER_FIRST
    ):
        return False
    return (
        not rest
        or fold(rest).split()[0].strip(":,.") in INTERFACE_WORDS | POSTING_WORDS | _AFTER_USER
        or not rest[0].isalpha()
    )


def _person(text: str) -> _Part:
    """A part that is a name and nothing else, titles and degrees apart."""
    name = _without_tail(text)
    tidy = tidy_name(name)
    words = name.split()
    backed = tidy != name.strip(_STRIPPED) and (
        fold(words[0]).strip(".") in TITLES or fold(words[-1]).replace(".", "") in DEGREES
    )
    return _Part(names=tuple(split_names(tidy)), what=What.PERSON, backed=backed)


def _without_tail(text: str) -> str:
    """A name without words of the interface or of posting behind it ("Jane Doe Follow", "Jane Doe Published")."""
    words = text.split()
    while len(words) > 2 and fold(words[-1]).strip(".:") in INTERFACE_WORDS | POSTING_WORDS:
        words = words[:-1]
    return " ".join(words)


def _name_and_more(text: str, after_lead: bool) -> _Part:
    """A name with what stands before or behind it in one part: a job, an outlet, a department, a place, a date."""
    words = text.split()
    jobless, glued, backed = _past_job(words)
    if jobless != words:
        rest = " ".join(jobless)
        if what_is(rest, after_lead) is What.PERSON and (after_lead or has_given_name(rest)):
            return _person(rest)._replace(outlets=glued, backed=backed)
        inner = _name_first(rest, after_lead)
        if inner.names:
            return inner._replace(outlets=glued + inner.outlets, backed=True)
        return _Part()
    return _name_first(text, after_lead)


def _past_job(words: list[str]) -> tuple[list[str], tuple[str, ...], bool]:
    """The words behind a job that begins a part ("Reporter Jane Doe", "Example News writer Jane Doe"), and the outlet in it."""
    for at in range(min(4, len(words) - 2), 0, -1):
        job = fold(words[at - 1]).strip(".:")
        if not (job in JOBS or job.endswith(JOB_ENDINGS)) or fold_word(words[at - 1]) in given_names():
            continue
        before = " ".join(words[: at - 1])
        if before and what_is(before) is What.ORGANISATION and is_telling(before):
            return words[at:], (before,), True
        if all(
            fold(word) in JOB_ADJECTIVES or fold(word) in JOBS or fold(word) in INTERFACE_WORDS
            for word in words[: at - 1]
        ):
            outlet = compounded(words[at - 1])
            return words[at:], (outlet,) if outlet else (), True
    return words, (), False


_THE = pattern(
    r"\s(?=[Tt]he\s[A-Z])|\s(?=(?:Associated|Agence|Agencia|Press|Deutsche|Canadian|Europa)[\s-](?:Press|France|Association|Trust))"
)


def _before_outlet(text: str) -> _Part:
    """A name whose given name nobody knows, before what can only be an outlet: "Vasa Marrow The Fenland Press"."""
    hit = _THE.search(text)
    name, outlet = (text[: hit.start()], text[hit.end() :]) if hit else ("", "")
    if " " in name and what_is(name, True) is What.PERSON and what_is(outlet) is What.ORGANISATION:
        return _person(name)._replace(outlets=(outlet,))
    return _Part()


def _name_first(text: str, after_lead: bool) -> _Part:
    """A name that begins a part, and what follows it there."""
    place = _PLACE.search(text)
    if place and what_is(text[: place.start()], after_lead) is What.PERSON:
        found = _person(text[: place.start()])
        return found._replace(place=_plain_place(place.group("place")))
    hit = _OUTLET.search(text)
    if hit and what_is(text[: hit.start()], after_lead) is What.PERSON:
        outlet = text[hit.end() :].strip(_STRIPPED)
        if what_is(outlet) is What.ORGANISATION and is_telling(outlet):
            return _person(text[: hit.start()])._replace(outlets=(outlet,), backed=True)
    words = text.split()
    for at in range(2, min(5, len(words) - 1) + 1):
        name, rest = " ".join(words[:at]), " ".join(words[at:])
        if (
            fold_word(words[at - 1]) in given_names()
            and at < len(words) - 1
            and what_is(words[at]) is What.PERSON
        ) or (words[at - 1].endswith(".") and len(words[at - 1]) == 2):
            continue
        if what_is(name, after_lead) is not What.PERSON or not (after_lead or has_given_name(name)):
            continue
        behind = _behind(rest)
        if behind is not None:
            person = _person(name)
            return person._replace(outlets=behind.outlets, backed=person.backed or behind.backed)
    if after_lead:
        ended = _NAME_ENDS.sub("", text)
        shorter = _until_tail(ended.split())
        if shorter and shorter != text and what_is(shorter, True) is What.PERSON:
            return _person(shorter)
    return _Part()


def _behind(rest: str) -> _Part | None:
    """What follows a name in its part: an outlet, a job, a department; None for anything else."""
    what = what_is(rest)
    if what is What.ORGANISATION:
        return _Part(outlets=(rest,)) if is_telling(rest) else _Part()
    if what is What.JOB:
        return _Part(outlets=tuple(outlets_of_job(rest)), backed=True)
    if what is What.DEPARTMENT:
        return _Part(backed=True)
    return None


def _until_tail(words: list[str]) -> str:
    """The words up to the first one, from the third on, that is of the interface or of posting, or in small letters."""
    for at, word in enumerate(words):
        plain = fold(word).strip(".:")
        if at and plain in _PICTURE_WORDS:
            return " ".join(words[:at])
        if at >= 2 and (plain in INTERFACE_WORDS or plain in POSTING_WORDS):
            return " ".join(words[:at])
        if at and word[0].islower() and plain not in PARTICLES:
            return " ".join(words[:at])
    return " ".join(words)


def _plain_place(text: str) -> str:
    """The capitalised words that a text begins with: "Saltmere contributed to this report" -> Saltmere."""
    words = text.strip(_STRIPPED).split()
    small = next((at for at, word in enumerate(words) if not word[0].isupper()), len(words))
    return " ".join(words[:small])


def continues(text: str) -> bool:
    """Whether a piece of a line goes on with the list before it: "and John Roe", ", Example News"."""
    return _AND.match(text) is not None


def past_and(text: str) -> str:
    """A piece that goes on with a list, without the comma or the word that joins it."""
    hit = _AND.match(text)
    return text[hit.end() :] if hit else text
