"""The link back has the text that the publisher asks for: its name, say, or the writer's.

Compared folded, without the marks around it and the article before it. A link with more words than these ("Harbour News
Service, where it first ran") is a doubt.

Options: `text`: what the link may read, any of which will do; `{publisher}` stands for any of the publisher's names,
`{authors}` for any writer's, `{headline}` for the original's; `to`: where it must lead: `story`, `publisher` (any of
its pages) or an address such as `example.org/authors`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Verdict
from licheck.model.page import Link
from licheck.model.requirement import Requirement, Where
from licheck.model.template import Template
from licheck.requirements import _remedies
from licheck.requirements._judging import finding, listed, not_for, number_of, place_for
from licheck.requirements._links import link_evidence, links_back, to_publisher, url_of, why_not
from licheck.requirements._prescribed import STORY, leads_to
from licheck.text import words_of

_NO_LINKS = "text"  # the format that cannot carry any


@dataclass(frozen=True, kw_only=True)
class LinkAnchor(Requirement):
    """The link back has the text that the publisher asks for."""

    kind: ClassVar[str] = "link_anchor"

    text: tuple[Template, ...] = (Template("{publisher}"),)
    to: str = STORY

    def judge(self, case: Case) -> Finding:
        """Passed when a seen link with one of these texts leads where it should."""
        return not_for(self, case) or self._of_links(case)

    def _of_links(self, case: Case) -> Finding:
        wanted: dict[tuple[str, ...], str] = {}
        for text in self._texts(case):
            wanted.setdefault(_words(text), text)
        if not wanted:
            reason = "Nobody said who wrote the story, whose name the link is to show"
            return finding(self, Verdict.CANT_TELL, reason)
        shown = listed([f'"{text}"' for text in list(wanted.values())[:2]]).replace(" and ", " or ")
        right = [link for link in to_publisher(case) if _words(link.text) in wanted]
        good = [link for link in right if not why_not(case, link) and leads_to(case, link, self.to)]
        if good:
            evidence = [link_evidence(case, link) for link in good]
            return finding(self, Verdict.PASSED, f"The link back reads {shown}", evidence=evidence)
        return self._doubt(case, wanted, shown) or self._failed(
            case, right, next(iter(wanted.values())), shown
        )

    def _doubt(self, case: Case, wanted: Iterable[tuple[str, ...]], shown: str) -> Finding | None:
        """The finding for links that hold the text among others, and for files that carry no links; else None."""
        if case.page.format == _NO_LINKS:
            reason = "Plain text carries no links; what they read where the story runs, it does not tell"
            return finding(self, Verdict.CANT_TELL, reason)
        here = (link for link in links_back(case) if leads_to(case, link, self.to))
        longer = [link for link in here if _holds_one(link.text, wanted)]
        if not longer:
            return None
        evidence = [link_evidence(case, link, "has these words and more", counts=False) for link in longer]
        reason = f"A link back reads {shown}, and more than that"
        return finding(self, Verdict.CANT_TELL, reason, evidence=evidence)

    def _failed(self, case: Case, right: list[Link], text: str, shown: str) -> Finding:
        """The finding for links of which those in `right` have the text, and lead elsewhere."""
        misses = [link_evidence(case, link, why_not(case, link) or "leads to another page") for link in right]
        others = (link for link in links_back(case) if link not in right)
        misses += [link_evidence(case, link, "has another text") for link in others]
        nearest = f"; the nearest one {misses[0].note}" if misses else ""
        return finding(
            self,
            Verdict.FAILED,
            f"No link back reads {shown}{nearest}",
            evidence=misses,
            looked_in=(number_of(case.page.links, "link"),),
            belongs_at=place_for(case, Where.TOP),
            remedy=_remedies.link(case.page, text, self._url(case)),
        )

    def _texts(self, case: Case) -> Iterator[str]:
        """The texts that will do, filled in; those whose variables nobody knows left out."""
        values = {
            "publisher": (case.rule_set.publisher.name, *case.rule_set.publisher.aliases),
            "authors": case.people,
            "headline": (case.original.title,) if case.original and case.original.title else (),
        }
        for template in self.text:
            name = next(iter(template.variables), "")
            for value in values.get(name, ()) if name else ("",):
                yield template.render({name: value})

    def _url(self, case: Case) -> str:
        if "." in self.to:
            return f"https://{self.to}"
        domains = case.rule_set.publisher.domains
        home = f"https://{domains[0]}/" if domains and self.to != STORY else _remedies.ADDRESS
        return (url_of(case) if self.to == STORY else "") or home


def _words(text: str) -> tuple[str, ...]:
    """The words of a link, its article left out: "the Harbour News Service" is the name."""
    words = words_of(text)
    return tuple(words[1:] if words[:1] == ["the"] else words)


def _holds_one(text: str, wanted: Iterable[tuple[str, ...]]) -> bool:
    line = f" {' '.join(words_of(text))} "
    return any(f" {' '.join(words)} " in line for words in wanted)
