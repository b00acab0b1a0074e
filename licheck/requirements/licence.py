"""The page says of the story's licence what the publisher grants, or nothing.

Read are Creative Commons licences: links to a deed, badges, `rel=license`, metadata, and what readers see in words, in
English, German, French, Spanish, Portuguese, Italian, Dutch and Polish. A page that gives the story a freer licence than
the publisher, or another one, fails. A photograph's licence is not the story's; one in the foot of the page may be that of
the site, and is a doubt. Another version, or another country's form, of the same licence is a doubt too. What the original
says of its own licence goes before what the rule file says.

Options: `licence`: what the publisher grants, as an id of the SPDX list (`CC-BY-ND-4.0`), with the country where it has one
(`CC-BY-NC-ND-3.0-US`), or a `LicenseRef-` for terms of the publisher's own; without it, the licence that the rule set begins its `licence`
with; `accepts`: ids of others that may be claimed instead; `named`: true where the page must name the licence; `exactly`:
true where another version or country is a breach.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from licheck.licences.value import Licence as Grant
from licheck.licences.value import Relation, parse, relation
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Verdict
from licheck.model.requirement import Requirement, Where
from licheck.requirements import _remedies
from licheck.requirements._judging import finding, not_for, number_of, place_for
from licheck.requirements._licence_claims import Claim, claims, granted_by_original, of_rule_set
from licheck.requirements._licence_scope import Scope

_OWN_TERMS = "licenseref-"
_FITS = (Relation.SAME, Relation.LESS_EXACT)
_NOT_KNOWN = "Neither the rule set nor the original says which Creative Commons licence the story has"


class _Granted(NamedTuple):
    """The licences that a page may claim, and what says so.

    `rules` are those of the rule file where the original (`told_by`) says another: what fits only them is a doubt.
    """

    licences: tuple[Grant, ...]
    rules: tuple[Grant, ...] = ()
    told_by: tuple[Evidence, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return self.licences[0].name if self.licences else "terms of the publisher's own"

    @property
    def names_one(self) -> bool:
        """Whether it is known which Creative Commons licence it is."""
        return any(grant.code for grant in self.licences)

    def relation(self, claim: Claim) -> Relation | None:
        """How a claim lies to the nearest of the licences; None where the publisher has terms of its own."""
        found = [relation(grant, claim.licence) for grant in self.licences]
        return min(found, key=list(Relation).index, default=None)

    def fits(self, claim: Claim) -> bool:
        """Whether a page may claim that."""
        return any(grant.gives_all for grant in self.licences) or self.relation(claim) in _FITS

    def may_fit(self, claim: Claim) -> bool:
        """Whether the rule file would allow what the original does not."""
        return any(relation(grant, claim.licence) in _FITS for grant in self.rules)

    def against(self, claims: Sequence[Claim]) -> list[Evidence]:
        """Claims as evidence against the page, and what says that they are wrong."""
        told = [(claim, self.relation(claim)) for claim in claims]
        notes = [
            _told(claim, f"{claim.licence.name}: {how.value if how else 'not what was granted'}")
            for claim, how in told
        ]
        return [*notes, *self.told_by]


@dataclass(frozen=True, kw_only=True)
class Licence(Requirement):
    """The page says of the story's licence what the publisher grants, or nothing."""

    kind: ClassVar[str] = "licence"

    licence: str = ""
    accepts: tuple[str, ...] = ()
    named: bool = False
    exactly: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in filter(None, (self.licence, *self.accepts)):
            if parse(name) is None and not name.lower().startswith(_OWN_TERMS):
                raise ValueError(
                    f"{name} is no licence that can be looked for; write an id such as CC-BY-ND-4.0"
                )
        if self.named and self.licence and parse(self.licence) is None:
            raise ValueError(
                f"`named` cannot be asked for {self.licence}: only Creative Commons licences are known again"
            )

    def judge(self, case: Case) -> Finding:
        """Failed when the page claims another licence for the story than the publisher grants."""
        if ours := not_for(self, case):
            return ours
        granted = self._granted(case)
        if not granted.licences and not self._is_own_terms:
            return finding(self, Verdict.INAPPLICABLE, _NOT_KNOWN)
        return self._of_claims(case, granted, claims(case))

    @property
    def _is_own_terms(self) -> bool:
        return bool(self.licence) and parse(self.licence) is None

    def _granted(self, case: Case) -> _Granted:
        others = tuple(grant for name in self.accepts if (grant := parse(name)))
        rule = parse(self.licence) if self.licence else of_rule_set(case)
        rules = ((rule,) if rule else ()) + others
        original = [claim for claim in granted_by_original(case) if claim.licence.code]
        if not original:
            return _Granted(rules)
        told = replace(original[0].evidence, counts=False, note="what the original grants")
        return _Granted((*(claim.licence for claim in original), *others), rules, (told,))

    def _of_claims(self, case: Case, granted: _Granted, found: list[Claim]) -> Finding:
        fits = [claim for claim in found if claim.scope is Scope.STORY and granted.fits(claim)]
        told = any(
            claim.is_seen and claim.licence.code for claim in fits
        )  # then the site's own licence is no doubt
        aside = (Scope.PICTURE, Scope.SITE) if told else (Scope.PICTURE,)
        against = [claim for claim in found if claim.scope not in aside and not granted.fits(claim)]
        firm = [claim for claim in against if self._is_breach(granted, claim)]
        if firm and not any(claim.is_seen for claim in fits):
            return self._contradicted(case, granted, firm)
        if against:
            return self._doubted(case, granted, list(dict.fromkeys((*firm, *against))), fits)
        seen = [claim for claim in fits if claim.is_seen]
        if not seen and (self.named or not fits):
            return self._silent(case, granted, found, fits)
        if self.named and granted.names_one and not any(claim.licence.code for claim in seen):
            reason = f"The page names {seen[0].licence.name}, and does not say which; that is {granted.name}"
            evidence = [_told(claim, Relation.LESS_EXACT.value) for claim in seen]
            return self._amiss(case, Verdict.CANT_TELL, reason, evidence, granted)
        reason = f"The page gives the story's licence as {(seen or fits)[0].licence.name}"
        evidence = [replace(claim.evidence, counts=True) for claim in seen or fits]
        return finding(self, Verdict.PASSED, reason, evidence=evidence)

    def _is_breach(self, granted: _Granted, claim: Claim) -> bool:
        """Whether a claim, if it stood alone, would fail the page."""
        if claim.scope is not Scope.STORY or granted.may_fit(claim):
            return False
        if not granted.licences:
            return bool(claim.licence.code)
        return self.exactly or granted.relation(claim) is not Relation.OTHER_FORM

    def _silent(self, case: Case, granted: _Granted, found: list[Claim], fits: list[Claim]) -> Finding:
        """The finding for a page on which no reader sees a licence for the story."""
        if not self.named or not granted.licences:
            return finding(self, Verdict.PASSED, "The page claims no other licence for the story")
        doubts = [claim for claim in found if claim.scope in (Scope.SITE, Scope.UNSURE)]
        rest = [claim for claim in found if claim not in fits and claim not in doubts]
        evidence = [
            *(_told(claim, f"{claim.licence.name}: {claim.scope.value}") for claim in doubts),
            *(replace(claim.evidence, counts=False) for claim in fits),
            *(_told(claim, f"{claim.licence.name}: {claim.scope.value}") for claim in rest),
        ]
        reason = f"The page does not name the licence, {granted.name}, with the story"
        if doubts:
            reason = f"The page names {doubts[0].licence.name}; whether that is meant for the story, there is no telling"
        elif evidence:
            reason += f"; the nearest is {evidence[0].note}"
        verdict = Verdict.CANT_TELL if doubts else Verdict.FAILED
        return self._amiss(case, verdict, reason, evidence, granted)

    def _contradicted(self, case: Case, granted: _Granted, firm: list[Claim]) -> Finding:
        worst = min(
            firm,
            key=lambda claim: (granted.relation(claim) is not Relation.FREER, not claim.is_seen),
        )
        relation = granted.relation(worst)
        how = f"; that is {relation.value}" if relation else ""
        reason = f"The page gives the story as {worst.licence.name}, but it was given away under {granted.name}{how}"
        ordered = [worst, *(claim for claim in firm if claim is not worst)]
        return self._amiss(case, Verdict.FAILED, reason, granted.against(ordered), granted)

    def _doubted(self, case: Case, granted: _Granted, against: list[Claim], fits: list[Claim]) -> Finding:
        first = against[0]
        why = self._why_doubt(granted, first, fits)
        reason = (
            f"The page names {first.licence.name}, and the story was given away under {granted.name}; {why}"
        )
        right = [claim.evidence for claim in fits]
        return self._amiss(case, Verdict.CANT_TELL, reason, [*granted.against(against), *right], granted)

    def _why_doubt(self, granted: _Granted, claim: Claim, fits: list[Claim]) -> str:
        if self._is_breach(granted, claim) and fits:
            return "it names that one too, and the two contradict each other"
        if claim.scope is Scope.SITE:
            return "it stands elsewhere on the page, and may speak of the whole site"
        if claim.scope is Scope.UNSURE:
            return "there is no telling whether it is meant for the story"
        if granted.may_fit(claim):
            return "so says the original; the rule set says otherwise"
        relation = granted.relation(claim)
        return (
            f"that is {relation.value}" if relation else "whether these are the same terms, it does not say"
        )

    def _amiss(
        self, case: Case, verdict: Verdict, reason: str, evidence: Sequence[Evidence], granted: _Granted
    ) -> Finding:
        looked = (
            number_of(case.page.links, "link"),
            number_of(case.page.images, "picture"),
            "lines with the story",
            "metadata",
        )
        remedy = "Take out what the page says of a Creative Commons licence for this story."
        if granted.licences:
            first = granted.licences[0]
            first = first if first.version or first.gives_all else first._replace(version="4.0")
            remedy = _remedies.link(case.page, first.name, f"https://{first.address}/")
        return finding(
            self,
            verdict,
            reason,
            evidence=evidence,
            looked_in=looked,
            belongs_at=place_for(case, Where.BOTTOM),
            remedy=remedy,
        )


def _told(claim: Claim, note: str) -> Evidence:
    """A claim as evidence that does not count; one that no reader sees is told as such."""
    unseen = "" if claim.is_seen else f", {claim.evidence.note}"
    return replace(claim.evidence, counts=False, note=note + unseen)
