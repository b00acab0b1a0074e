"""The lines of a page in which credits can stand, each with what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from licheck.credits.lead import lead_alone
from licheck.credits.line import Parsed, Segment, leads_to_author, read_line
from licheck.credits.people import (
    What,
    given_names,
    has_given_name,
    has_organisation_word,
    is_given_name,
    tells_alone,
    what_is,
)
from licheck.credits.same import same_person
from licheck.credits.segments import round_brackets
from licheck.credits.vocabulary import AGENCIES, INTERFACE_WORDS, JOBS, NEVER_FIRST, NEVER_IN_NAMES
from licheck.credits.words import FIRST_WORDS, LEADS, MID_LEADS, POSTING_WORDS
from licheck.model.credit import Role
from licheck.model.page import BlockKind, Page
from licheck.model.zones import Zone, Zones
from licheck.patterns import pattern
from licheck.text import fold, fold_word

LONGEST_LINE = 240  # characters of a line that can be a credit
_UNKNOWN_WORDS = 6  # words of a line without lead word in which no known given name is
_UNSURE_WORDS = 16  # words of one that can still be a name and what belongs to it
_OUTLET_WORDS = 8  # words of one that can be nothing but an outlet's name
_LED_WORDS = 60  # words of a line in the middle of which a lead word is looked for
_NEAR_HEADLINE, _NEAR_STORY, _NEAR_END = (
    8,
    8,
    4,
)  # blocks within which a name without known given name can be a byline
_ELSEWHERE_ABOVE, _ELSEWHERE_BELOW = (
    1,
    5,
)  # blocks around headline and story that are read in whatever box they stand
_LEAD_LINE = 40  # characters of a line that is nothing but a lead word
_CLIMB, _BOX = (
    3,
    5,
)  # levels of containers around a block, and blocks in them, among which the author's box is
_BOXED_LINE = 80  # characters of a line in it that names the author
_AUTHOR_LABEL = pattern(
    r"(?:^|[\s_-])(?:authors?|autor(?:en|es|in|a)?|auteurs?|bylines?|by-line|writers?|signature)(?:$|[\s_-])"
)
_ACCOUNT = pattern(r"[A-ZÀ-Þ][\w-]{2,19}")  # a word alone in it
_COMMENT_LABEL = pattern(r"comment|related|teaser-list|contact")
_EDGE = "\"'“”„‘’«»()[]{}:;,.*_#·•|–—-​"


@dataclass
class Line:
    """A line of a block outside the story: `text` is `Page.blocks[block].text[at : at + len(text)]`."""

    block: int
    at: int
    text: str
    zone: Zone
    credits: list[Parsed] = field(default_factory=list)


def lines_of(page: Page, zones: Zones, masked: set[int], known: Sequence[str]) -> list[Line]:
    """The lines of the credit zones in reading order, those that cannot hold credits left unread. `known` are the writers
    that metadata name."""
    wanted = [
        index
        for index, zone in enumerate(zones.of)
        if _may_credit(zone, index, zones) and index not in masked
    ]
    links = _links(page, set(wanted))
    reader = _Lines(page, zones, known)
    for block in wanted:
        for at, text in _split(page.blocks[block][0]):
            inside = [
                Segment(link.start - at, link.end - at, link.link)
                for link in links.get(block, ())
                if at <= link.start and link.end <= at + len(text)
            ]
            reader.add(Line(block, at, text, zones.of[block]), inside)
    return reader.found


def _may_credit(zone: Zone, block: int, zones: Zones) -> bool:
    """Whether a block stands in a credit zone, or directly at the story in what was taken for another box."""
    if zone is Zone.TOP or zone is Zone.BOTTOM:
        return True
    if zone is not Zone.FURNITURE or zones.headline is None:
        return False
    return (
        zones.headline - _ELSEWHERE_ABOVE <= block < zones.first
        or zones.last < block <= zones.last + _ELSEWHERE_BELOW
    )


def _split(text: str) -> Iterable[tuple[int, str]]:
    """(start, line) for each line of a block."""
    text = round_brackets(text)
    if "\n" not in text:
        return ((0, text),)
    return _lines(text)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        if line:
            yield at, line
        at += len(line) + 1


def _links(page: Page, wanted: set[int]) -> dict[int, list[Segment]]:
    """Block -> the links in it; each with its address (or `rel=author`)."""
    found: dict[int, list[Segment]] = {}
    for link in page.links:
        if link[2] in wanted and link.end > link.start:
            target = "rel=author" if "author" in link.rel else link.href
            found.setdefault(link[2], []).append(Segment(link.start, link.end, target))
    return found


def _is_near(block: int, zones: Zones) -> bool:
    """Whether a block stands where bylines do: around the headline, above the story's first words, after its last."""
    if zones.headline is not None and abs(block - zones.headline) <= _NEAR_HEADLINE:
        return True
    return zones.first - _NEAR_STORY <= block < zones.first or zones.last < block <= zones.last + _NEAR_END


class _Lines:
    """Reads the lines of one page, in their order, into `found`."""

    def __init__(self, page: Page, zones: Zones, known: Sequence[str]) -> None:
        self.page, self.zones, self.known = page, zones, known
        self.firsts = {fold_word(word) for name in known for word in name.split()[:1]}
        self.found: list[Line] = []

    def add(self, line: Line, links: Sequence[Segment]) -> None:
        """Read a line, if it can hold a credit at all."""
        waiting = self._waiting(line)
        self.found.append(line)
        if len(line.text) > LONGEST_LINE:
            return
        words = line.text.split()
        near = _is_near(line.block, self.zones)
        if waiting is None and not may_hold(
            words, near, self.firsts, any(leads_to_author(link.link) for link in links)
        ):
            return
        boxed = near and len(line.text) <= _BOXED_LINE and in_author_box(self.page, line.block)
        credits = read_line(line.text, links, waiting)
        if boxed and not credits and _ACCOUNT.fullmatch(line.text) and _may_be_account(line.text):
            credits = [Parsed(Role.WRITER, 0, len(line.text), [line.text], sure=False)]
        for credit in credits:
            credit.boxed = boxed
            if not near and not credit.led:
                credit.sure = False
            if self._stays(credit, line, len(words)):
                line.credits.append(credit)

    def _stays(self, credit: Parsed, line: Line, words: int) -> bool:
        """Whether what was read is a credit where it stands; its role may change with the place."""
        if line.zone is Zone.FURNITURE and not (
            credit.persons
            and (credit.led or credit.boxed or (credit.date and all(map(is_known, credit.persons))))
        ):
            return False
        if not credit.sure and not credit.boxed and not agrees(credit, self.known):
            if not _is_short_enough(credit, words):
                return False
            if not all(map(is_known, credit.persons)) and not is_wired(credit):
                credit.affiliations.clear()  # goods and sections stand beside organisations, too
        if (
            self.page.blocks[line.block][1] is BlockKind.CAPTION
            and credit.role is Role.WRITER
            and not in_address(self.page, line.block)
        ):
            credit.role = Role.PHOTOGRAPHER
            return credit.led  # other names are of those whom the picture shows
        return True

    def _waiting(self, line: Line) -> Role | None:
        """The role that the line directly above waits for: it is nothing but a lead word ("Author", "By")."""
        before = self.found[-1] if self.found else None
        if before is None or len(before.text) > _LEAD_LINE or before.credits or line.block - before.block > 1:
            return None
        role = lead_alone(before.text)
        return None if role is not None and self._is_job_of_one(before) else role

    def _is_job_of_one(self, line: Line) -> bool:
        """Whether a lead word that is a job too ("Reporter") stands below a name: it is that person's."""
        above = self.found[-2] if len(self.found) > 1 else None
        return (
            above is not None
            and line.block - above.block <= 1
            and not line.text.rstrip().endswith(":")
            and what_is(line.text) is What.JOB
            and any(credit.persons for credit in above.credits)
        )


def _may_be_account(text: str) -> bool:
    """Whether a word alone in an author's box is a name: a given name, or nothing else that is known."""
    plain = fold(text)
    known = (INTERFACE_WORDS, POSTING_WORDS, NEVER_IN_NAMES, NEVER_FIRST, JOBS, LEADS)
    return is_given_name(text) or not (
        text.isupper()
        or plain.endswith(("en", "ung", "info", "ing", "ed"))
        or any(plain in words for words in known)
    )


def in_author_box(page: Page, block: int) -> bool:
    """Whether a block stands in a small box whose label says that it is the author's."""
    at = page.blocks[block][3]
    for _ in range(_CLIMB):
        if at < 0:
            return False
        _, parent, first, last, label = page.containers[at]
        if last - first > _BOX:
            return False
        if label and _AUTHOR_LABEL.search(label) and not _COMMENT_LABEL.search(label):
            return True
        at = parent
    return False


def in_address(page: Page, block: int) -> bool:
    """Whether a block stands in an `address`, the element for who wrote an article: also where that stands beside a portrait,
    in the caption of its figure (https://html.spec.whatwg.org/multipage/sections.html#the-address-element)."""
    return any(box.tag == "address" for box in page.around(page.blocks[block].container, _CLIMB))


def may_hold(words: Sequence[str], near: bool, firsts: set[str], linked: bool) -> bool:
    """Quick: whether a line of these words can hold a credit."""
    if not words:
        return False
    first = words[0]
    if first.lower().strip(_EDGE) in FIRST_WORDS or first[0] > "\u0590" or linked:
        return True
    if len(words) > _LED_WORDS:
        return False
    lower = [word.lower().strip(_EDGE) for word in words]
    if not MID_LEADS.isdisjoint(lower):
        return True
    if len(words) > _UNSURE_WORDS:
        return False
    if near:
        return True
    if len(words) <= _OUTLET_WORDS and has_organisation_word(lower):
        return True
    first = fold_word(lower[0])
    return first in firsts or first in given_names()


def _is_short_enough(credit: Parsed, words: int) -> bool:
    """Whether a line without lead word is short enough for what it is taken for."""
    if not credit.persons:
        return words <= _OUTLET_WORDS
    return words <= _UNKNOWN_WORDS or (words <= _UNSURE_WORDS and all(map(is_known, credit.persons)))


def agrees(credit: Parsed, known: Iterable[str]) -> bool:
    """Whether one of these people is one whom a credit names."""
    return any(same_person(name, person) for name in known for person in credit.persons)


# Words of streets and sections, which have the form of a name beside an agency ("Mill Street | DCNF").
_NO_NAME = frozenset(
    """street avenue road square park county city town village valley river island beach coast bay bridge harbour harbor crisis
    border energy climate amendment policy election elections war trade project investigation exclusive report reports""".split()
)


def is_wired(credit: Parsed) -> bool:
    """Whether a news agency stands with full names, of which no word is usual elsewhere: "Vasa Marrow | DCNF"."""
    return (
        not credit.doubtful
        and bool(credit.persons)
        and any(fold(name) in AGENCIES for name in credit.affiliations)
        and all(" " in name and not name.isupper() and tells_alone(name) for name in credit.persons)
        and all(_NO_NAME.isdisjoint(fold(name).split()) for name in credit.persons)
    )


def is_known(name: str) -> bool:
    """Whether a name begins with a given name that is in use somewhere."""
    return has_given_name(name) or is_given_name(name)
