"""What the kinds share that ask for a prescribed wording: the options, where it stands, whether its link is there.

A kind of this family is a `Prescribed` with a name, a noun for its sentences, and its own idea of what will do where
the rule file gives no wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from licheck.addresses import address, is_on
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Level, Standing, Verdict
from licheck.model.page import JOINT, PERHAPS, Link
from licheck.model.requirement import Requirement, Where
from licheck.model.template import Template
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.requirements import _remedies
from licheck.requirements._authors_named import misnamed
from licheck.requirements._judging import (
    AT_PLACE,
    IN_ZONE,
    LINES,
    MISPLACED,
    UNSURE,
    at_block,
    at_offset,
    finding,
    not_for,
    notice_evidence,
    place_for,
    stands_at,
    zones_in_words,
)
from licheck.requirements._languages import suited
from licheck.requirements._links import is_of_copy, url_of
from licheck.requirements._wording import (
    Hit,
    Piece,
    filled,
    find,
    has_words,
    is_blank,
    nearest,
    pieces_of,
    plain,
    stands_in,
)

STORY, PUBLISHER = "story", "publisher"
"""What `link` can say beside an address."""

# A sentence is the prescribed one, in another year's form, from so much of its own words on (KFF's has changed over the
# years and goes on after its core); below the second number it is another sentence.
SAME, MAYBE = 0.8, 0.5
ADDRESS = pattern(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_EDGE = 2  # paragraphs from the story's end within which a line stands at its bottom, where form alone tells zones
_ELSEWHERE = "stands elsewhere on the page, it seems not with this story"


@dataclass(frozen=True, kw_only=True)
class Prescribed(Requirement):
    """A prescribed wording stands with the story."""

    places: ClassVar[tuple[Where, ...]] = tuple(Where)
    noun: ClassVar[str] = "prescribed wording"

    wording: Mapping[str, tuple[Template, ...]] = field(default_factory=dict)
    exactly: bool = False
    link: str = ""
    place: Where = Where.ANYWHERE
    place_level: Level = Level.MUST

    def __post_init__(self) -> None:
        super().__post_init__()
        for template in self.templates():
            if not has_words(template):
                raise ValueError(f"the wording {template.text} has no words of its own to be found by")
        if self.link and self.link not in (STORY, PUBLISHER) and not ADDRESS.fullmatch(self.link):
            raise ValueError(f"'link' must be {STORY}, {PUBLISHER} or an address such as example.org/letter")

    def templates(self) -> list[Template]:
        """The prescribed sentences of all languages, one of which suffices."""
        return [template for several in self.wording.values() for template in several]

    def judge(self, case: Case) -> Finding:
        """Passed when the wording is seen where asked."""
        return not_for(self, case) or (self.of_wording(case) if self.wording else self.without_wording(case))

    def without_wording(self, case: Case) -> Finding:
        """The finding where the rule file gives no wording: kinds that allow that write their own."""
        raise NotImplementedError

    def of_wording(self, case: Case) -> Finding:
        """The finding for the prescribed sentences."""
        hits = self.found(case)
        blank = [hit for hit in hits if is_blank(case.page.blocks[hit.block].text[hit.start : hit.end])]
        if blank:
            evidence = [evidence_of(case, hit, "a placeholder was left unfilled") for hit in blank]
            return self.amiss(case, f"The {self.noun} still holds a placeholder", evidence)
        wrong = {hit: why for hit in hits if (why := self._names_others(case, hit))}
        if hits and len(wrong) == len(hits):
            evidence = [evidence_of(case, hit, why) for hit, why in wrong.items()]
            return self.amiss(case, f"The {self.noun} {evidence[0].note}", evidence)
        hits = [hit for hit in hits if hit not in wrong]
        if hits:
            return self.of_hits(case, hits)
        return self._missing(case)

    def _names_others(self, case: Case, hit: Hit) -> str:
        """What is wrong with a wording that is to name the writers, and does not; empty where nothing is."""
        text = " ".join(case.page.blocks[block].text for block in range(hit.block, hit.last + 1))
        return misnamed(case, self.templates(), text)

    def found(self, case: Case) -> list[Hit]:
        """Where the prescribed sentences stand, in reading order, the publisher's notice left out."""
        whole = [hit for pieces in self._pieces(case) for hit in find(case, pieces, _unmasked(case))]
        if whole or self.exactly:
            return sorted(set(whole))
        near = self._nearest(case)
        return [near] if near and near.share >= SAME else []

    def _pieces(self, case: Case) -> Iterator[tuple[Piece, ...]]:
        for template in self.templates():
            yield pieces_of(template, case.rule_set.publisher.names)

    def _nearest(self, case: Case) -> Hit | None:
        blocks = list(_unmasked(case))
        near = [hit for pieces in self._pieces(case) if (hit := nearest(case, pieces, blocks))]
        return max(near, key=lambda hit: hit.share, default=None)

    def of_hits(self, case: Case, hits: Sequence[Hit]) -> Finding:
        """The finding for a wording that stands on the page: in its place, with its link?"""
        placed = [hit for hit in hits if is_placed(case, hit, self.place)]
        with_story = [hit for hit in hits if case.zones.of[hit.block] is not Zone.FURNITURE]
        if not placed and not with_story:
            evidence = [evidence_of(case, hit, _ELSEWHERE) for hit in hits]
            return self.amiss(case, f"The {self.noun} {_ELSEWHERE}", evidence, Verdict.CANT_TELL)
        if not placed and self.place_level is Level.MUST:
            unsure = [hit for hit in with_story if stands_at(case, hit.block, self.place) is None]
            note = UNSURE if unsure else MISPLACED
            evidence = [evidence_of(case, hit, note) for hit in unsure or with_story]
            here = IN_ZONE[case.zones.of[(unsure or with_story)[0].block]]
            reason = f"The {self.noun} stands {here}; it is asked for {AT_PLACE[self.place]}"
            return self.amiss(case, reason, evidence, Verdict.CANT_TELL if unsure else Verdict.FAILED)
        wish = "" if placed else f"; where possible it should stand {AT_PLACE[self.place]}"
        return self._of_link(case, placed or with_story, wish)

    def _of_link(self, case: Case, hits: Sequence[Hit], wish: str) -> Finding:
        linked = [hit for hit in hits if self._has_link(case, hit)]
        if linked or not self.link:
            evidence = [evidence_of(case, hit) for hit in linked or hits]
            return finding(self, Verdict.PASSED, f"The {self.noun} is there{wish}", evidence=evidence)
        if case.page.format == "text":
            evidence = [evidence_of(case, hit) for hit in hits]
            reason = f"The {self.noun} is there; whether it is linked where the story runs, plain text does not tell"
            return self.amiss(case, reason, evidence, Verdict.CANT_TELL)
        note = f"does not link to {self._target(case)}"
        evidence = [evidence_of(case, hit, note) for hit in hits]
        return self.amiss(case, f"The {self.noun} {note}", evidence)

    def _has_link(self, case: Case, hit: Hit) -> bool:
        links = (link for link in case.page.links if hit.block <= link.block <= hit.last and not link.hidden)
        return any(leads_to(case, link, self.link) for link in links)

    def _target(self, case: Case) -> str:
        publisher = case.rule_set.publisher.name
        return {STORY: "the original story", PUBLISHER: publisher}.get(self.link, self.link)

    def _missing(self, case: Case) -> Finding:
        """The finding for a page on which no sentence is, or is near enough to, the prescribed one."""
        near = self._nearest(case)
        if near and near.share >= (SAME if self.exactly else MAYBE):
            verdict = Verdict.FAILED if self.exactly else Verdict.CANT_TELL
            note = "says it in other words" if self.exactly else "may be it, in other words"
            reason = f"The {self.noun} does not stand as prescribed; a line {note}"
            return self.amiss(case, reason, [evidence_of(case, near, note)], verdict)
        hidden = list(self._hidden(case))
        if hidden:
            seen = any(piece.note.startswith(PERHAPS) for piece in hidden)
            verdict = Verdict.CANT_TELL if seen else Verdict.FAILED
            return self.amiss(case, f"The {self.noun} is {hidden[0].note}", hidden, verdict)
        return self.amiss(case, f"The {self.noun} is not there", notice_evidence(case))

    def _hidden(self, case: Case) -> Iterator[Evidence]:
        for block in case.page.hidden:
            if any(stands_in(pieces, block.text) for pieces in self._pieces(case)):
                note = (
                    block.hidden
                    if block.hidden.startswith(PERHAPS)
                    else f"not seen by a reader: {block.hidden}"
                )
                yield at_offset(
                    case, block.text, block.offset, standing=Standing.HIDDEN, counts=False, note=note
                )

    def amiss(
        self,
        case: Case,
        reason: str,
        evidence: Iterable[Evidence],
        verdict: Verdict = Verdict.FAILED,
        remedy: str = "",
    ) -> Finding:
        """A finding with the place and the sentence that would satisfy it."""
        place = Where.TOP if self.place in (Where.TOP, Where.BYLINE) else Where.BOTTOM
        place = self.place if self.place in LINES else place
        return finding(
            self,
            verdict,
            reason,
            evidence=evidence,
            looked_in=zones_in_words(case, self.place),
            belongs_at=place_for(case, place),
            remedy=remedy or self._snippet(case),
        )

    def _snippet(self, case: Case) -> str:
        template = suited(self.wording, case.page)
        text = filled(template, case) if template else ""
        return f"{text} {linked(case, self.link)}".strip()


@dataclass(frozen=True, kw_only=True)
class Worded(Prescribed):
    """A prescribed wording without which a rule says nothing."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.templates():
            raise ValueError("give the prescribed sentences as 'wording'")


def _unmasked(case: Case) -> Iterator[int]:
    """The visible blocks that are not the publisher's own notice."""
    masked = {mask.block for mask in case.masks}
    return (block for block in range(len(case.page.blocks)) if block not in masked)


def is_placed(case: Case, hit: Hit, where: Where) -> bool:
    """Whether a wording stands at a place; the story's last paragraphs, as form tells them, are its bottom too."""
    zone = case.zones.of[hit.block]
    if stands_at(case, hit.block, where):
        return True
    if zone is not Zone.ARTICLE:
        return False
    at_top = hit.block <= case.zones.first
    at_bottom = hit.last > case.zones.last - _EDGE
    return (where in (Where.TOP, Where.BYLINE) and at_top) or (
        where in (Where.BOTTOM, Where.BYLINE) and at_bottom
    )


def evidence_of(case: Case, hit: Hit, why_not: str = "") -> Evidence:
    """A wording as evidence; it counts where nothing speaks against it."""
    return at_block(case, hit.block, hit.start, hit.end, counts=not why_not, note=why_not)


def leads_to(case: Case, link: Link, target: str) -> bool:
    """Whether a link leads to the `story`, the `publisher` or (below) an address without scheme."""
    domains = case.rule_set.publisher.domains
    if target == STORY and (original := url_of(case)):
        return address(link.href) == address(original)
    if target == STORY and is_of_copy(case, link.href):
        return True
    if target in (STORY, PUBLISHER):
        here = address(link.href)
        is_story = target == PUBLISHER or here is None or not here.is_home
        return is_story and is_on(link.href, domains)
    return is_on(link.href, (target,))


def linked(case: Case, target: str) -> str:
    """A link to a target, in the markup of the page; empty where there is none to give."""
    if not target:
        return ""
    publisher = case.rule_set.publisher
    if target == STORY:
        return _remedies.link(case.page, publisher.name, url_of(case) or _remedies.ADDRESS)
    if target == PUBLISHER:
        url = f"https://{publisher.domains[0]}/" if publisher.domains else _remedies.ADDRESS
        return _remedies.link(case.page, publisher.name, url)
    return _remedies.link(case.page, target, f"https://{target}")


def originals_line(case: Case, block: int, note: str) -> Evidence:
    """A line of the original as evidence."""
    assert case.original
    page = case.original.page
    where = page.locate(page.blocks[block])
    text = page.blocks[block].text.replace(JOINT, " ")
    return Evidence(text, where.line, where.column, Standing.ORIGINAL, False, note, page.path)


def as_remedy(case: Case, text: str) -> str:
    """Words of the original, in the markup of the page."""
    return plain(case.page, text.replace(JOINT, " "))
