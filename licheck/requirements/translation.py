"""The story is not translated, or its translator is named.

Text that is the original's own, word for word, is no translation. Otherwise the story's language tells, where its words
and what the page declares agree on it: one in which the publisher does not publish is the republisher's own. What cannot
be told so is a doubt; a line such as "Translated by ..." is told with it.

Options: `use`: `none` (no translation) or `credited` (a line names the translator, or says that it is a translation);
`languages`: those in which the publisher itself publishes, as `en`; `wording`: sentences per language, one of which must
be there where a translator is to be named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.credit import Role
from licheck.model.finding import Evidence, Finding, Standing, Verdict
from licheck.model.requirement import Requirement, Where
from licheck.model.template import Template
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.requirements._judging import at_block, finding, not_for, of_credit, place_for, zones_in_words
from licheck.requirements._languages import declared, language_of_text, suited
from licheck.requirements._wording import filled, find, pieces_of
from licheck.text import fold

_LINE = 60  # words of a line that says so
_SHORT = 16  # words of a line that is no paragraph
_EDGE = 4  # blocks at the end of what form takes for the story, among which such a line may stand
_SAYS = pattern(
    r"\btranslat(?:ed|ion|or)\b|\b(?:übersetz(?:t|ung)|aus dem \w+ von)\b|\btrad(?:uit|uction|ucteur|uctrice)\b|\btraduc(?:ido|ida|ción|tor)\b"
    r"|\btradu(?:zid[oa]|ção|zione|ttore)\b|\btradott[oa]\b|\bvertaald?\b|\bvertaling\b|\btłum(?:aczenie|aczył)|\bprzekład|\böversätt"
    r"|\bperevod|перевод|перевела|перевёл|переклад|翻译|翻訳|번역"
)


class Use(Enum):
    """What is asked of translations."""

    NONE = "none"
    CREDITED = "credited"


@dataclass(frozen=True, kw_only=True)
class Translation(Requirement):
    """The story is not translated, or its translator is named."""

    kind: ClassVar[str] = "translation"

    use: Use
    languages: tuple[str, ...] = ()
    wording: Mapping[str, tuple[Template, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        for code in self.languages:
            if not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
                raise ValueError(f"{code} in 'languages' is no code of a language such as en")

    def judge(self, case: Case) -> Finding:
        """Passed when it is no translation, or says that it is one; see the manual for the doubts."""
        return not_for(self, case) or self._same_words(case) or self._of_language(case)

    def _same_words(self, case: Case) -> Finding | None:
        if case.alignment is None:
            return None
        if self.use is Use.NONE:
            return finding(self, Verdict.PASSED, "The story stands in the original's own words")
        return finding(
            self, Verdict.INAPPLICABLE, "The story stands in the original's own words: it is no translation"
        )

    def _of_language(self, case: Case) -> Finding:
        lines = list(self._lines(case))
        language = language_of_text(case.page, case.zones)
        sure = language if language == declared(case.page) else ""
        ours = [code.lower() for code in self.languages]
        if not ours or not sure:
            why = (
                "the publisher's languages are not known" if not ours else "the story's language is not clear"
            )
            reason = f"Without the original's words, there is no telling whether this is a translation: {why}"
            return finding(self, Verdict.CANT_TELL, reason, evidence=lines)
        if sure in ours:
            return self._in_own_language(case, sure, lines)
        told = (
            f'The story is in a language in which {case.rule_set.publisher.name} does not publish ("{sure}")'
        )
        if self.use is Use.CREDITED and lines:
            return finding(
                self, Verdict.PASSED, f"{told}; a line says that it is a translation", evidence=lines
            )
        if self.use is Use.CREDITED:
            return self._failed(case, f"{told}, and no line says that it is a translation", lines)
        return self._failed(case, told, lines)

    def _in_own_language(self, case: Case, language: str, lines: list[Evidence]) -> Finding:
        """The finding for a story in one of the publisher's languages: its own edition, most likely."""
        if lines and self.use is Use.NONE:
            reason = "A line says that the story is a translation; whether it is the publisher's own, it does not tell"
            return finding(self, Verdict.CANT_TELL, reason, evidence=lines)
        name = case.rule_set.publisher.name
        verdict = Verdict.PASSED if self.use is Use.NONE else Verdict.INAPPLICABLE
        return finding(self, verdict, f'The story is in a language in which {name} publishes ("{language}")')

    def _lines(self, case: Case) -> Iterator[Evidence]:
        """The lines beside the story that say that it is a translation, or name the translator."""
        if self.wording:
            names = case.rule_set.publisher.names
            for template in (template for several in self.wording.values() for template in several):
                for hit in find(case, pieces_of(template, names), range(len(case.page.blocks))):
                    yield at_block(case, hit.block, hit.start, hit.end)
            return
        seen: set[int] = set()
        for credit in case.credits:
            if (
                credit.role is Role.TRANSLATOR
                and credit.standing is Standing.SEEN
                and credit.block not in seen
            ):
                seen.add(credit.block)
                yield of_credit(case, credit, counts=True)
        for block in case.zones.blocks(Zone.TOP, Zone.BOTTOM, Zone.ARTICLE):
            text = case.page.blocks[block].text
            short = block > case.zones.last - _EDGE and text.count(" ") < _SHORT
            edge = (
                case.zones.of[block] is not Zone.ARTICLE
                or short
                or block in (case.zones.first, case.zones.last)
            )
            if block not in seen and edge and text.count(" ") < _LINE and _SAYS.search(fold(text)):
                yield at_block(case, block)

    def _failed(self, case: Case, reason: str, lines: list[Evidence]) -> Finding:
        credited = self.use is Use.CREDITED
        template = suited(self.wording, case.page)
        name = case.rule_set.publisher.name
        line = (
            filled(template, case) if template else f"Translated from the original of {name} by TRANSLATOR."
        )
        return finding(
            self,
            Verdict.FAILED,
            reason,
            evidence=lines,
            looked_in=("the story's words and its declared language", *zones_in_words(case, Where.BYLINE)),
            belongs_at=place_for(case, Where.TOP),
            remedy=line
            if credited
            else f"Run the story as {name} published it, or ask for leave to translate.",
        )
