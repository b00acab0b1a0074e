"""The publisher's page counter is on the page, alive, once, and counts this article.

A counter in a comment, as escaped text, in a script's data, only in `<noscript>`, in an attribute that only
a script would load, or fetched through an image proxy counts nobody. Each is told with its cause.

Options: `host`, by default that of the original's address; `path`: the path of the counter's address; `query`: the
parameters that it must have, each with its value, in any order, others beside them; `{id}` in either of the two stands for the
article's number; `id_in_url`: a pattern that finds that number in the original's address (its first group).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import ClassVar, NamedTuple

from licheck.addresses import is_on
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Place, Standing, Verdict
from licheck.model.page import Image, Page, Script
from licheck.model.pattern import Pattern
from licheck.model.requirement import Requirement, Where
from licheck.patterns import pattern
from licheck.requirements import _remedies
from licheck.requirements._counter_address import CounterAddress, host_of
from licheck.requirements._judging import at_offset, finding, not_for, number_of, place_for
from licheck.requirements._links import url_of

# So `hidden` begins for a picture that is not seen and fetched all the same.
_STILL_LOADS = ("style", "hidden attribute", "hidden by a style rule", "perhaps not seen", "a <dialog>")
_LONGEST_URL = 2_000  # characters in which a rule file's pattern is searched
_TRACE = 80  # characters quoted of a counter that stands in the file as text
_BEFORE = 200  # characters before an address by which it is told as what it stands there
_END = pattern(r"[\"'<>\s]|&(?:quot|gt|lt|#)|\\[\"'nu]")  # of an address
_ESCAPED = pattern(r"(?:&lt;|&#0*60;|&#x0*3c;)\s*(?:img|script|amp-|iframe)[^<]*\Z")
_JSON = pattern(r"\\u003c|\"\s*:\s*\"[^\"\\]*(?:\\.[^\"\\]*)*\Z")  # within a value
_HOST = 40  # characters quoted of an address that cannot be read


_AFTER_STORY = Place("after the story's last paragraph")


class _Counter(NamedTuple):
    """A trace of the counter; `why_dead` is empty for one that counts, `lazy` tells of `loading=lazy`."""

    src: str
    offset: int
    why_dead: str = ""
    lazy: bool = False


@dataclass(frozen=True, kw_only=True)
class TrackingPixel(Requirement):
    """The publisher's page counter is on the page, alive, once, and counts this article."""

    kind: ClassVar[str] = "tracking_pixel"

    host: str = ""
    path: str = "/"
    query: Mapping[str, str] = field(default_factory=dict)
    id_in_url: Pattern | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if fault := self._address.faults():
            raise ValueError(fault)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The counter's."""
        return (self.host,) if self.host else ()

    @cached_property
    def _address(self) -> CounterAddress:
        return CounterAddress(self.host.lower().removeprefix("www."), self.path, self.query)

    def judge(self, case: Case) -> Finding:
        """Passed when a live counter with this article's number is there."""
        return not_for(self, case) or self._of_counters(case, list(self._counters(case)))

    def recognises(self, page: Page) -> str:
        """A live counter with an article's number in it stands only on republished stories."""
        where = self._address
        if not (where.host and where.names_article):
            return ""
        for image in page.images:
            if where.is_at(image.src) and not where.lacks(image.src) and not image.hidden.startswith("in"):
                return f"the publisher's page counter (line {page.position(image.offset).line})"
        return ""

    def _of_counters(self, case: Case, counters: Sequence[_Counter]) -> Finding:
        wanted = self._wanted_id(case)
        told = [(counter, self._evidence(case, counter, wanted)) for counter in counters]
        good = [(counter, piece) for counter, piece in told if piece.counts]
        bad = [piece for _, piece in told if not piece.counts]
        if good:
            evidence = [*(piece for _, piece in good), *bad]
            return self._counted(case, [counter.src for counter, _ in good], evidence, known=bool(wanted))
        if bad:
            reason = f"The page counter is there, but it {bad[0].note}"
            return self._amiss(case, Verdict.FAILED, reason, bad, wanted)
        if case.page.can_show_images:
            reason = "The page counter was not found in this file"
            return self._amiss(case, Verdict.FAILED, reason, bad, wanted)
        reason = (
            "This file cannot carry a counter; whether one is added where the story runs, it does not tell"
        )
        return self._amiss(case, Verdict.CANT_TELL, reason, bad, wanted)

    def _counted(self, case: Case, good: list[str], evidence: list[Evidence], *, known: bool) -> Finding:
        """The finding for a page with live counters, `good`; `known`: they were held against the article's number."""
        linked = "" if known else self._linked_id(case)
        if linked and all(linked != self._address.number(src) for src in good):
            reason = "The page counter and the page's own link to the story name different articles"
            return self._amiss(case, Verdict.CANT_TELL, f"{reason} ({linked})", evidence, linked)
        if strange := self._strange(case, good):
            reason = f"The page counter counts for {strange}, and the original stands on {self._originals_host(case)}"
            doubtful = [
                replace(piece, counts=False, note=piece.note or "not on the original's site")
                for piece in evidence
            ]
            return self._amiss(case, Verdict.CANT_TELL, reason, doubtful, "")
        reason = "The page counter is there"
        if len(good) > 1:
            times = "twice" if len(good) == 2 else f"{len(good)} times"
            reason += f" {times}: views are counted more than once"
        return finding(self, Verdict.PASSED, reason, evidence=evidence)

    def _strange(self, case: Case, good: list[str]) -> str:
        """The host of the counters where the rule names none, and it is not the original's; else empty."""
        home = "" if self.host else self._originals_host(case)
        hosts = list(filter(None, map(host_of, good))) if home else []
        theirs = any(is_on(f"//{host}", (home,)) or is_on(f"//{home}", (host,)) for host in hosts)
        return "" if theirs or not hosts else hosts[0]

    def _evidence(self, case: Case, counter: _Counter, wanted: str) -> Evidence:
        """A counter as evidence; `wanted` is the article's number, if it is known."""
        number = self._address.number(counter.src)
        other = f"counts another article ({number})" if wanted and number and number != wanted else ""
        why_not = counter.why_dead or self._address.lacks(counter.src) or other
        return at_offset(
            case,
            counter.src,
            counter.offset,
            standing=Standing.HIDDEN if counter.why_dead else Standing.ALIVE,
            counts=not why_not,
            note=why_not or ("may never be fetched (loading=lazy)" if counter.lazy else ""),
        )

    def _amiss(
        self, case: Case, verdict: Verdict, reason: str, evidence: list[Evidence], number: str
    ) -> Finding:
        page = case.page
        src = self._address.written(number or _remedies.NUMBER, self._originals_host(case) or _remedies.HOST)
        return finding(
            self,
            verdict,
            reason,
            evidence=evidence,
            looked_in=(
                number_of(page.images, "picture"),
                number_of(page.scripts, "script"),
                "the rest of the file as text",
            ),
            belongs_at=place_for(case, Where.BOTTOM) if case.zones.last >= 0 else _AFTER_STORY,
            remedy=_remedies.counter(page, src),
        )

    def _wanted_id(self, case: Case) -> str:
        """The article's number, from the original's address; empty where it is not known."""
        return self._id_in(url_of(case) if self.host else case.original.url) if case.original else ""

    def _linked_id(self, case: Case) -> str:
        """The number in the address that the page gives for the original: in a credit line, as canonical."""
        credits = {statement.block for statement in case.statements}
        urls = [link.href for link in case.page.links if link.block in credits]
        urls += [meta.value for meta in case.page.values("canonical")]
        ours = (url for url in urls if is_on(url, case.rule_set.publisher.domains))
        return next(filter(None, map(self._id_in, ours)), "")

    def _id_in(self, url: str) -> str:
        """The article's number in the address of a story."""
        hit = self.id_in_url.search(url[:_LONGEST_URL]) if self.id_in_url and url else None
        return (hit.group(1) or "") if hit else ""

    def _originals_host(self, case: Case) -> str:
        """Where the original stands; empty where that is not known."""
        return host_of(case.original.url) if case.original else ""

    def _counters(self, case: Case) -> Iterator[_Counter]:
        """Every trace of the counter in pictures and scripts; without any, one in the rest of the file."""
        home = self._address if self.host else self._address._replace(host=self._originals_host(case))
        pictures = (self._of_picture(image, home) for image in case.page.images)
        traces = [*pictures, *map(self._of_script, case.page.scripts)]
        found = [trace for trace in traces if trace is not None]
        yield from found
        page = case.page
        start, end = page.span or (0, len(page.source))
        at = -1 if found else self._address.found_in(page.source, start, end)
        if at >= 0:
            text = _END.split(page.source[at : at + _TRACE], maxsplit=1)[0].replace("\\/", "/")
            why_dead = f"stands in the file as {_as_what(page, at)}, not as a live picture"
            yield _Counter(text.rstrip("\\"), at, why_dead)

    def _of_picture(self, image: Image, home: CounterAddress) -> _Counter | None:
        if home.is_within(image.src):
            why_dead = f"is fetched through another server ({host_of(image.src) or image.src[:_HOST]}) and counts nobody"
            return _Counter(image.src, image.offset, why_dead)
        if self._address.is_at(image.src):
            dead = image.hidden and not image.hidden.startswith(_STILL_LOADS)
            why_dead = f"is dead: {image.hidden}" if dead else ""
            return _Counter(image.src, image.offset, why_dead, image.loading == "lazy")
        if self._address.is_at(image.lazy):
            why_dead = "stands in an attribute that only a script would load (data-src)"
            return _Counter(image.lazy, image.offset, why_dead)
        return None

    def _of_script(self, script: Script) -> _Counter | None:
        if not self._address.is_at(script.src):
            return None
        return _Counter(script.src, script.offset, f"is dead: {script.hidden}" if script.hidden else "")


def _as_what(page: Page, at: int) -> str:
    """As what an address stands at an offset of the source where no picture and no script holds it."""
    source, (first, _) = page.source, page.span or (0, 0)
    before = source[max(first, at - _BEFORE) : at].lower()
    if _ESCAPED.search(before):
        return "escaped text, which a reader sees as code"
    script = source.rfind("<script", first, at)
    if script >= 0 and source.find("</script", script, at) < 0:
        what = source[script : source.find(">", script) + 1].lower()
        return "data of a script (JSON)" if "json" in what or _JSON.search(before) else "text of a script"
    return "data (JSON)" if _JSON.search(before) else "text or data"
