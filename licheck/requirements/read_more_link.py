"""A link "read more" leads to the original.

A link to the original whose text, or whose line, tells readers to go on there. Without `wording` any usual phrase counts
("Read the full story", "Continue reading", "Weiterlesen", "Lire la suite", in 14 languages).

Options: `wording`: sentences per language, one of which must be in the link's line; `excerpts_only`: true where it is
asked for only if a part of the story was left out, and it does not run to its end with most of its text; `place`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Verdict
from licheck.model.page import Link
from licheck.model.requirement import Requirement, Where
from licheck.model.template import Template
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.requirements import _remedies
from licheck.requirements._judging import (
    AT_PLACE,
    ZONES_OF,
    finding,
    not_for,
    number_of,
    place_for,
    without_original,
    zones_in_words,
)
from licheck.requirements._languages import declared, suited
from licheck.requirements._links import ELSEWHERE, NOT_SEEN, link_evidence, to_publisher, url_of
from licheck.requirements._prescribed import STORY, leads_to
from licheck.requirements._wording import pieces_of, stands_in
from licheck.text import fold

_WHOLE = (
    0.95  # of the original's words: what is missing beyond is what differs between two readings of a text
)
_MOST = 0.5  # of the original's words: a story that ends as the original does is cut, and no excerpt
_LINE = 40  # words of a line that tells readers to go on; what is longer is a paragraph
_PHRASES = pattern(
    r"\b(?:read|see|view|find) (?:more|on|the (?:rest|full|whole|entire|complete|original)|it all|full)\b"
    r"|\b(?:continue|keep) reading\b|\b(?:full|whole|original|complete) (?:story|article|post|report|version|piece)\b"
    r"|\b(?:weiterlesen|mehr lesen|weiter im original|zum (?:original|ganzen|vollständigen)|ganzen (?:artikel|text))"
    r"|\b(?:lire la suite|lire (?:l'article|le texte|la version))|\b(?:seguir|sigue|siga|continuar|continúe) leyendo\b|\bleer (?:más|el|la)\b"
    r"|\b(?:continua a leggere|leggi (?:tutto|di più|l'|il|la))|\b(?:leia (?:mais|a|o|na)|continue lendo)\b"
    r"|\b(?:lees (?:verder|meer|het)|verder lezen)\b|\bczytaj (?:dalej|więcej|cały)|\bläs (?:mer|vidare|hela)\b|\blæs (?:mere|videre|hele)\b"
    r"|\bles (?:mer|videre|hele)\b|\b(?:читать|читайте) (?:далее|дальше|полностью)|\b(?:читати|читайте) далі|続きを読む|阅读全文|繼續閱讀"
)
_IN_LANGUAGE = {
    "de": "Weiterlesen bei",
    "fr": "Lire la suite sur",
    "es": "Seguir leyendo en",
    "it": "Continua a leggere su",
    "pt": "Leia mais em",
    "nl": "Lees verder op",
}


@dataclass(frozen=True, kw_only=True)
class ReadMoreLink(Requirement):
    """A link "read more" leads to the original."""

    kind: ClassVar[str] = "read_more_link"

    wording: Mapping[str, tuple[Template, ...]] = field(default_factory=dict)
    excerpts_only: bool = False
    place: Where = Where.ANYWHERE

    def judge(self, case: Case) -> Finding:
        """Passed when such a link is seen with the story; inapplicable where the whole story is there, if so asked."""
        return not_for(self, case) or self._whole(case) or self._of_links(case)

    def _whole(self, case: Case) -> Finding | None:
        if not self.excerpts_only:
            return None
        if case.alignment is None:
            return without_original(self, "whether a part of the story was left out")
        if case.alignment.kept >= _WHOLE:
            return finding(
                self, Verdict.INAPPLICABLE, "The whole story is there, so nothing is left to read on"
            )
        if case.alignment.kept >= _MOST and _to_its_end(case):
            reason = "The story runs to its end, so nothing is left to read on"
            return finding(self, Verdict.INAPPLICABLE, reason)
        return None

    def _of_links(self, case: Case) -> Finding:
        told = [(link, self._why_not(case, link)) for link in to_publisher(case)]
        good = [link_evidence(case, link) for link, note in told if not note]
        if good:
            return finding(self, Verdict.PASSED, "A link tells readers where to read on", evidence=good)
        if case.page.format == "text":
            reason = (
                "Plain text carries no links; whether there is one where the story runs, it does not tell"
            )
            return finding(self, Verdict.CANT_TELL, reason)
        misses = [link_evidence(case, link, note) for link, note in told]
        nearest = f"; the nearest link {misses[0].note}" if misses else ""
        reason = f"No link tells readers to read on at {case.rule_set.publisher.name}{nearest}"
        return self._failed(case, reason, misses)

    def _why_not(self, case: Case, link: Link) -> str:
        if link.hidden:
            return NOT_SEEN.format(link.hidden)
        if link.block < 0:
            return "has no text"
        text = case.page.blocks[link.block].text
        if not self._says(case, link.text) and not (text.count(" ") < _LINE and self._says(case, text)):
            return "does not tell readers to read on"
        zone = case.zones.of[link.block]
        if zone is Zone.FURNITURE and self.place is not Where.PAGE:
            return ELSEWHERE
        if zone not in (*ZONES_OF[self.place], Zone.ARTICLE):
            return f"does not stand {AT_PLACE[self.place]}"
        return "" if leads_to(case, link, STORY) else "leads to another page of the publisher"

    def _says(self, case: Case, text: str) -> bool:
        templates = [template for several in self.wording.values() for template in several]
        names = case.rule_set.publisher.names
        if templates:
            return any(stands_in(pieces_of(template, names), text) for template in templates)
        return _PHRASES.search(fold(text)) is not None

    def _failed(self, case: Case, reason: str, misses: list[Evidence]) -> Finding:
        template = suited(self.wording, case.page)
        publisher = case.rule_set.publisher.name
        usual = f"{_IN_LANGUAGE.get(declared(case.page), 'Continue reading at')} {publisher}"
        text = template.render(_values(case)) if template else usual
        url = url_of(case) or _remedies.ADDRESS
        return finding(
            self,
            Verdict.FAILED,
            reason,
            evidence=misses,
            looked_in=(*zones_in_words(case, self.place), number_of(case.page.links, "link")),
            belongs_at=place_for(case, Where.TOP if self.place is Where.TOP else Where.BOTTOM),
            remedy=_remedies.link(case.page, text, url),
        )


def _to_its_end(case: Case) -> bool:
    """Whether the original's last paragraph is on the page."""
    if case.alignment is None or case.original is None:
        return False
    return max(case.original.article) in {pair.original for pair in case.alignment.pairs}


def _values(case: Case) -> dict[str, str]:
    title = case.original.title if case.original else "HEADLINE"
    return {"publisher": case.rule_set.publisher.name, "headline": title}
