"""The publisher's page counter is on the page, alive, once, and counts this article.

A counter in a comment, as escaped text, in a script's data, only in `<noscript>`, in an attribute that only a script would load, or
fetched through an image proxy counts nobody. Each is told with its cause.

Options: `host`; `path`: the path of its address, `{id}` for the article's number; `id_in_url`: a pattern that finds that
number in the original's address (its first group).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from licheck.addresses import address, is_on
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Place, Standing, Verdict
from licheck.model.page import Page
from licheck.model.pattern import Pattern
from licheck.model.requirement import Requirement
from licheck.requirements._judging import at_offset, finding, not_for

_STILL_LOADS = ("style", "hidden attribute", "hidden by a style rule", "perhaps not seen", "a <dialog>")


class _Counter(NamedTuple):
    src: str
    offset: int
    why_dead: str
    lazy: bool


@dataclass(frozen=True, kw_only=True)
class TrackingPixel(Requirement):
    """The publisher's page counter is on the page, alive, once, and counts this article."""

    kind: ClassVar[str] = "tracking_pixel"

    host: str
    path: str
    id_in_url: Pattern | None = None

    def judge(self, case: Case) -> Finding:
        """Passed when a live counter with this article's number is there."""
        other = not_for(self, case)
        if other:
            return other
        wanted = self._wanted_id(case)
        good: list[Evidence] = []
        bad: list[Evidence] = []
        for counter in self._counters(case):
            number = self._id(counter.src)
            why_not = counter.why_dead or (
                f"it counts another article ({number})" if wanted and number and number != wanted else ""
            )
            note = why_not or ("loading=lazy: it may never be fetched" if counter.lazy else "")
            (bad if why_not else good).append(
                at_offset(
                    case,
                    counter.src,
                    counter.offset,
                    standing=Standing.ALIVE if not counter.why_dead else Standing.HIDDEN,
                    counts=not why_not,
                    note=note,
                )
            )
        other_id = self._linked_id(case) if good and not wanted else ""
        if other_id and all(other_id != self._id(piece.text) for piece in good):
            reason = (
                f"the page counter and the page's own link to the story name different articles ({other_id})"
            )
            return self._amiss(case, Verdict.CANT_TELL, reason, good, other_id)
        if good:
            reason = "the page counter is there" + (
                f" {'twice' if len(good) == 2 else f'{len(good)} times'}: views are counted more than once"
                if len(good) > 1
                else ""
            )
            return finding(self, Verdict.PASSED, reason, evidence=[*good, *bad])
        if not bad and not case.page.can_show_images:
            return self._amiss(
                case,
                Verdict.CANT_TELL,
                "this file cannot carry a counter; whether it is added where the story runs, it does not tell",
                bad,
                wanted,
            )
        reason = (
            f"the page counter is there, but {bad[0].note}"
            if bad
            else "the page counter was not found in this file"
        )
        return self._amiss(case, Verdict.FAILED, reason, bad, wanted)

    def recognises(self, page: Page) -> str:
        """A live counter with an article's number in it stands only on republished stories."""
        if "{id}" not in self.path:
            return ""
        live = next(
            (
                image
                for image in page.images
                if self._is_ours(image.src) and not image.hidden.startswith("in")
            ),
            None,
        )
        return f"the publisher's page counter (line {page.position(live.offset).line})" if live else ""

    def _amiss(
        self, case: Case, verdict: Verdict, reason: str, evidence: list[Evidence], wanted: str
    ) -> Finding:
        src = f"https://{self.host}{self.path.replace('{id}', wanted or 'ARTICLE-NUMBER')}"
        snippet = (
            f'<script async src="{src}"></script>'
            if self.path.endswith(".js")
            else f'<img src="{src}" alt="" width="1" height="1">'
        )
        return finding(
            self, verdict, reason, evidence=evidence, looked_in=("pictures and scripts of the page",),
            belongs_at=Place("after the story's last paragraph"), remedy=snippet,
        )  # fmt: skip

    def _wanted_id(self, case: Case) -> str:
        if self.id_in_url is None or case.original is None or not case.original.url:
            return ""
        hit = self.id_in_url.search(case.original.url[:2000])
        return (hit.group(1) or "") if hit else ""

    def _linked_id(self, case: Case) -> str:
        """The number in the address that the page itself gives for the original: in a credit line, or as canonical."""
        credits = {statement.block for statement in case.statements}
        urls = [link.href for link in case.page.links if link.block in credits] + [
            meta.value for meta in case.page.values("canonical")
        ]
        for url in urls:
            if (
                self.id_in_url is not None
                and is_on(url, case.rule_set.publisher.domains)
                and (hit := self.id_in_url.search(url[:2000]))
            ):
                return hit.group(1) or ""
        return ""

    def _id(self, src: str) -> str:
        """The article's number in a counter's address."""
        if "{id}" not in self.path:
            return ""
        before, _, after = self.path.partition("{id}")
        hit = re.search(
            re.escape(before) + r"([^/?#&]{1,80}?)" + (re.escape(after) if after else r"(?=[/?#&]|$)"), src
        )
        return hit.group(1) if hit else ""

    def _is_ours(self, src: str) -> bool:
        found = address(src)
        return (
            found is not None
            and found.host == self.host.lower().removeprefix("www.")
            and (not self.path or self._path_fits(found.path))
        )

    def _path_fits(self, path: str) -> bool:
        pattern = ".{1,80}".join(re.escape(piece) for piece in self.path.rstrip("/").split("{id}"))
        return re.match(pattern, path) is not None

    def _counters(self, case: Case) -> Iterator[_Counter]:
        """Every trace of the counter: first in pictures and scripts, then in what is dead."""
        seen = False
        for image in case.page.images:
            dead = image.hidden if image.hidden and not image.hidden.startswith(_STILL_LOADS) else ""
            if self._is_ours(image.src):
                yield _Counter(
                    image.src, image.offset, f"it is dead: {dead}" if dead else "", image.loading == "lazy"
                )
            elif self._is_ours(image.lazy):
                yield _Counter(
                    image.lazy,
                    image.offset,
                    "it stands in an attribute that only a script would load (data-src)",
                    False,
                )
            elif self.host in image.src:
                yield _Counter(
                    image.src,
                    image.offset,
                    f"it is fetched through another server ({_host(image.src)}) and counts nobody",
                    False,
                )
            else:
                continue
            seen = True
        for script in case.page.scripts:
            if self._is_ours(script.src):
                seen = True
                yield _Counter(
                    script.src, script.offset, f"it is dead: {script.hidden}" if script.hidden else "", False
                )
        at = case.page.source.find(self.host) if self.host and not seen else -1
        if at >= 0:
            yield _Counter(
                case.page.source[at : at + 80].split('"')[0].split()[0],
                at,
                "it stands in the file as text or data, not as a live picture",
                False,
            )


def _host(src: str) -> str:
    found = address(src)
    return found.host if found else src[:40]
