"""One line of text -> the credits in it: "By Jane Doe and John Roe, Example News | May 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from licheck.credits.employers import outlets_of_job
from licheck.credits.lead import find_lead, lead_alone, lead_of, may_lead, mid_lead
from licheck.credits.names_list import continues, past_and, read_names
from licheck.credits.parsed import Parsed
from licheck.credits.people import What, has_given_name, is_given_name, is_telling, what_is
from licheck.credits.segments import Segment, dates, segments
from licheck.credits.vocabulary import PICTURE_AGENCIES, VERBS
from licheck.model.credit import Role
from licheck.patterns import pattern
from licheck.text import fold, other_scripts

__all__ = ["Parsed", "Segment", "find_lead", "is_tag_line", "leads_to_author", "may_lead", "read_line"]

_TAGS = pattern(
    r"^\s*(?:tags?|tagged|topics?|subjects?|keywords?|filed (?:under|to|in)|indexed under|archivado en|posted in|categor(?:y|ies)|more on|more about|related topics|in this story"
    r"|themen|schlagwörter|schlagworte|stichworte|kategorien?|mehr zum thema|mehr zu|mots[- ]clés|étiquettes|etiquetas|temas"
    r"|categorías?|categorias?|assuntos|tópicos|argomenti|trefwoorden|taggar|emner|tagi|štítky|címkék|теги|метки|ключевые слова"
    r"|etiketler|標籤|标签|关键词|キーワード|タグ|태그|الوسوم|כתגיות)\s*(?:[:：]|\u200b|$)"
    r"|^\s*(?:filed under|posted in|veröffentlicht in)\s(?!.*\b(?:by|von)\b)",
    re.I,
)  # fmt: skip
_EAST_ASIAN_TAIL = pattern(
    r"^[【\[]?([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\s]{2,8}?|[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3})\s?(?:本报)?"
    r"(?:記者|记者|기자|특파원|선임기자|편집위원|통신원)(?:\s|$|[／/=|】\],，、(（])"
)
_JOINED = pattern(r"(?:[\uac00-\ud7af]{2,5}\s?[·ㆍ,]\s?)+$")
_DOT = pattern(r"[·ㆍ,]")
_AUTHOR_PATH = pattern(
    r"(?:^author$|\brel=author\b|/(?:author|authors|autor|autoren|autorin|autores|auteur|auteurs|autore|autori|people|person|staff|profile"
    r"|profiles|profil|journalist|journalists|journalisten|redakteur|redaktion|writer|writers|contributor|contributors|by|team|user|users"
    r"|member|members|bio|columnist|columnists|reporter|reporters|correspondent|byline|signature|firma|toimittaja|skribent|forfatter)[/=-])",
    re.I,
)  # fmt: skip
_DEFAULT_THEME = pattern(
    r"\s[—–-]\s([\w.-]{2,24}(?:\s[\w.-]{2,24}){0,2})\s@\s\d{1,2}:\d{2}"
)  # "... — jdoe @ 14:05"
_ACCOUNT = pattern(r"[^\W\d_][\w.-]{2,23}")
_COMMENTS = pattern(
    r"\b(?:\d+|no|keine|sans|sin)\s(?:comments?|kommentare?|commentaires?|comentarios?|reacties|responses?)\b",
    re.I,
)
_EDGE = " ,/;:&+"
_OF = pattern(r"\s(?:of|for|from|at|with|via)\s")


def is_tag_line(line: str) -> bool:
    """Whether a line lists what the story is about: names in it are no credits."""
    return _TAGS.match(line) is not None


def read_line(line: str, links: Sequence[Segment] = (), waiting: Role | None = None) -> list[Parsed]:
    """The credits in one line, in their order; empty for lines that are none.

    `links` are the links in it, `waiting` the role of a lead word that stands alone in the line above.
    """
    if is_tag_line(line):
        themed = _DEFAULT_THEME.search(line) if "@" in line else None
        return [Parsed(Role.WRITER, *themed.span(1), [themed.group(1)], led=True)] if themed else []
    reader = _Reader(line, waiting)
    for segment in segments(line, links):
        reader.read(segment)
    return reader.finished()


class _Reader:
    """Reads the pieces of one line. `waiting` is the lead whose name is still to come, `run` where in `found` the
    credits since the last lead word begin."""

    def __init__(self, line: str, waiting: Role | None) -> None:
        self.line = line
        self.found: list[Parsed] = []
        self.run = 0
        self.waiting = waiting
        self.gap = False  # something that is no credit stands behind the last name
        self.end = 0  # of the piece before

    def read(self, segment: Segment) -> None:
        """One piece: a new credit, more of the one before it, or what belongs to that."""
        text = self.line[segment.start : segment.end]
        adjacent, self.end = segment.start == self.end, segment.end
        lead = lead_of(text) or mid_lead(text)
        if lead is not None:
            rest = text[lead.length :]
            if rest.strip(_EDGE):
                self._led(lead.role, segment, rest, lead.any_name, sure=lead.sure)
            else:
                self.waiting = lead_alone(text)
                self.gap = self.waiting is None
            return
        if self.waiting is not None:
            role, self.waiting = self.waiting, None
            if self._led(role, segment, text.strip(_EDGE), any_name=not text.strip(_EDGE).islower()):
                return
        tail = _EAST_ASIAN_TAIL.match(text.strip()) if other_scripts(text) else None
        if tail and tail.group(1).strip():
            names = [*self._joined_before(segment), tail.group(1).strip()]
            self._add([Parsed(Role.WRITER, segment.start, segment.end, names, led=True)])
            outlet = text.strip()[tail.end() :].strip(" ,，、()（）")
            if what_is(outlet) is What.ORGANISATION:
                self._outlet([outlet], segment)
        elif adjacent and self.found and continues(text) and self.found[-1].persons and not self.gap:
            self._goes_on(segment, past_and(text))
        else:
            self._plain(segment, text)

    def _joined_before(self, segment: Segment) -> list[str]:
        """The names that dots join to one with the word for the writer behind it: "김하늘·이바다 기자"."""
        hit = _JOINED.search(self.line, 0, segment.start)
        names = [name.strip() for name in _DOT.split(hit.group()) if name.strip()] if hit else []
        self.found = [credit for credit in self.found if credit.led or not set(credit.persons) & set(names)]
        return names

    def _led(self, role: Role, segment: Segment, names: str, any_name: bool, sure: bool = True) -> bool:
        self.waiting = None
        credit = Parsed(role, segment.start, segment.end, led=sure, sure=sure)
        credits = read_names(names, credit, any_name=any_name)
        if credits:
            self.run = len(self.found)
            self.found += credits
        return bool(credits)

    def _add(self, credits: list[Parsed]) -> None:
        self.found += credits

    def _goes_on(self, segment: Segment, text: str) -> None:
        """More of the list before: further writers, or the outlet of all of them."""
        last = self.found[-1]
        more = Parsed(last.role, segment.start, segment.end, sure=last.sure, led=last.led)
        credits = read_names(text, more, after_lead=last.led and " " in text.strip())
        for credit in credits:
            if credit.persons:
                credit.sure = credit.sure and (last.led or all(map(_known, credit.persons)))
                if not last.affiliations and not credit.organisations and credit is credits[0]:
                    last.persons += [name for name in credit.persons if name not in last.persons]
                    last.affiliations += credit.affiliations
                    last.end = segment.end
                else:
                    self._add([credit])
            else:
                self._outlet(credit.organisations, segment)

    def _plain(self, segment: Segment, text: str) -> None:
        """A piece without a lead word: an outlet or a job beside a name, or a name by its form alone."""
        text = past_and(text)
        what = what_is(text)
        if what is What.ORGANISATION and not _begins_with_person(text):
            self._organisations(segment, text.strip(" ,"))
        elif what is What.JOB and self.found and self.found[-1].persons:
            self.found[-1].backed = True
            self._outlet(outlets_of_job(text.strip()), segment)
        elif VERBS.isdisjoint(text.split()):
            self._names(segment, text, is_job=what is What.JOB)

    def _organisations(self, segment: Segment, text: str) -> None:
        """An outlet, with which the next writer may be joined: "... / Example News and John Roe / Other News"."""
        outlet, joined, writer = text.partition(" and ")
        if (
            joined
            and self.found
            and self.found[-1].persons
            and what_is(outlet) is What.ORGANISATION
            and what_is(writer) is What.PERSON
            and has_given_name(writer)
        ):
            self._organisation(segment, outlet)
            last = self.found[-1]
            self._add([Parsed(last.role, segment.start, segment.end, [writer], sure=last.sure, led=last.led)])
            return
        self._organisation(segment, text)

    def _organisation(self, segment: Segment, name: str) -> None:
        last = self.found[-1] if self.found else None
        if last is not None and last.persons:
            if not last.led and (self.gap or not PICTURE_AGENCIES.isdisjoint(fold(name).split())):
                last.doubtful = True
            elif is_telling(name):
                self._outlet([name], segment)
                last.placed = True
        else:
            self._add([Parsed(Role.WRITER, segment.start, segment.end, [], [name], sure=False)])

    def _outlet(self, names: Sequence[str], segment: Segment) -> None:
        """An outlet belongs to all writers since the lead word that have none yet."""
        if not names or not self.found:
            return
        for credit in self.found[self.run :]:
            if credit is self.found[-1] or not credit.affiliations:
                credit.affiliations += [name for name in names if name not in credit.affiliations]
        self.found[-1].end = segment.end

    def _names(self, segment: Segment, text: str, is_job: bool) -> None:
        """Names that nothing introduces."""
        linked = leads_to_author(segment.link)
        credit = Parsed(Role.WRITER, segment.start, segment.end, sure=False)
        alone = text.strip(" .,:")
        if (is_given_name(alone) or self._is_account(alone)) and (
            linked or (not self.found and not self.gap and dates(self.line))
        ):
            credits = [credit]
            credit.persons.append(alone)  # "Tine | 2 February": a first name is all there is
            linked = linked or self._is_account(alone)
        else:
            credits = read_names(text.strip(), credit, after_lead=False)
        credits = [credit for credit in credits if credit.persons or not is_job]
        if self.found and self.found[-1].role is Role.PHOTOGRAPHER:
            for credit in credits:
                credit.role = Role.PHOTOGRAPHER  # "© Fenland / Tom Quill"
        for credit in credits:
            credit.sure = (
                bool(credit.persons)
                and linked
                and (all(map(_known, credit.persons)) or self._is_account(alone))
            )
            credit.doubtful = self._is_picture(segment)
        if (
            credits
            and credits[0].persons
            and self.found
            and not self.found[-1].persons
            and not self.found[-1].sure
        ):
            credits[0].affiliations += self.found.pop().organisations
        self.gap = not credits
        if credits:
            self.run = len(self.found) if not self.found or not self.found[-1].led else self.run
        self._add(credits)

    def _is_picture(self, segment: Segment) -> bool:
        """Whether a piece is an agency and a name with nothing but a slash between, as pictures are credited."""
        first, slash, second = self.line[segment.start : segment.end].partition("/")
        return bool(slash) and " " not in (first[-1:], second[:1])

    def _is_account(self, text: str) -> bool:
        """Whether a word begins a line that ends with a count of comments, as blogs head their entries."""
        return _ACCOUNT.fullmatch(text) is not None and _COMMENTS.search(self.line) is not None

    def finished(self) -> list[Parsed]:
        """What was found, with the line's date."""
        credits = [credit for credit in self.found if not credit.is_empty()]
        days = dates(self.line) if credits else []
        if days:
            date = self.line[slice(*days[0])].strip(" ,")
            for credit in credits:
                credit.date = credit.date or date
        return credits


def _known(name: str) -> bool:
    return has_given_name(name) or is_given_name(name)


def _begins_with_person(text: str) -> bool:
    first = re.split(r"[,;，、،(（]|\s(?:and|und|AND|UND|&)\s", text, maxsplit=1)[0].strip()
    if first != text and what_is(first) is What.PERSON:
        return True
    first = _OF.split(text, maxsplit=1)[0]  # "Jane Doe of Example News"
    return first != text and what_is(first) is What.PERSON and has_given_name(first)


def leads_to_author(link: str) -> bool:
    """Whether a link's address is that of a person's page, as sites build them (/author/jane-doe)."""
    return bool(link) and _AUTHOR_PATH.search(link) is not None
