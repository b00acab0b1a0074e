"""One page of an audit, judged: what a worker does. The rows come out ready to be stored."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from licheck.addresses import is_on
from licheck.audit.values import JUDGED, NO_REPUBLICATION, OWN_PAGE, UNREAD, Facts, Outcome
from licheck.edge import files
from licheck.edge.jobs import Answer, Job, Source
from licheck.edge.judge import work
from licheck.edge.opened import page_of
from licheck.edge.rule_files import days_read, domains, names
from licheck.errors import InputError
from licheck.text import fold, shorten

if TYPE_CHECKING:
    from licheck.model.finding import Evidence, Finding
    from licheck.model.page import Page
    from licheck.model.report import Chosen, PageReport

EVIDENCE, QUOTED = 6, 600  # pieces of evidence of one finding that are kept, and characters of each
_MARK = b"\xef\xbb\xbf"


class Judging(NamedTuple):
    """The task of judging a page of which `facts` are known; `charset` is what its server said (empty: nothing).

    `seconds`: see `licheck.edge.jobs.Task`. `pictures` is the file that tells where those of archives stand (empty: none).
    """

    facts: Facts
    charset: str = ""
    seconds: int = 0
    pictures: str = ""

    def __call__(self, job: Job) -> Answer:
        """Answer with an `Outcome`, or with errors, or with how many stories the file holds."""
        assert job.page
        if self.pictures and job.page.data is not None:
            from licheck.audit.pictures import Archived

            job = job._replace(archived=Archived(self.pictures, self.facts.address))
        job, encoding = _as_sent(job._replace(task=None), self.charset)
        job = _with_original(job, self.facts.original)
        answer = work(job)
        if answer.page is None or answer.stories:
            return answer._replace(result=Outcome(UNREAD))  # as an answer that no process died over
        assert job.page
        report = replace(answer.page, encoding=encoding) if encoding else answer.page
        return answer._replace(page=None, result=_outcome(report, job.page, self.facts, job.rules))


def _as_sent(job: Job, charset: str) -> tuple[Job, str]:
    """The page as UTF-8 where its server said that it is something else, and how its letters came to be known.

    Browsers believe the server before the page, and a mark at its beginning before both
    (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding).
    """
    page = job.page
    assert page
    if (
        not page.data
        or not charset
        or charset == "utf-8"
        or page.data.startswith((_MARK, b"\xff\xfe", b"\xfe\xff"))
    ):
        return job, ""
    from licheck.readers.decode import decode

    text, encoding = decode(page.data, charset)
    if encoding.how != "declared":
        return job, ""
    return job._replace(
        page=page._replace(data=_MARK + text.encode("utf-8", "replace"))
    ), f"{encoding.name} (declared by its server)"


def _with_original(job: Job, named: str) -> Job:
    """The job with the original that a list names: a file, or what the store knows by this path or address."""
    if not named:
        return job
    if files.is_there(files.story_in(named)[0]):
        path, story = files.story_in(named)
        return job._replace(original=Source(path, story=story), store="")
    if job.store and (source := _stored(job.store, named)):
        return job._replace(original=source, store="")
    where = (
        f"no file, and not in the store {job.store}"
        if job.store
        else "no file, and there is no store of originals"
    )
    raise InputError(f"not judged: the original that the list names ({named}) is {where}")


def _stored(store: str, named: str) -> Source | None:
    from licheck.edge.originals_find import finder
    from licheck.originals.named import store_address

    known = finder(store).store
    at = store_address(named)
    numbers = known.named("path", [named]).get(named) or known.named("address", [at] if at else []).get(
        at, []
    )
    if not numbers:
        return None
    place = known.place(numbers[0])
    stored = known.stored(place.file)
    return Source(stored.name, stored.data, stored.format, place.story)


def _outcome(report: PageReport, source: Source, facts: Facts, rules: tuple[str, ...]) -> Outcome:
    hosts = domains(rules)
    chosen = tuple(one for one in report.rule_sets if not is_on(facts.address, hosts.get(one.id, ())))
    if not chosen:
        own = bool(report.rule_sets) or any(is_on(facts.address, on) for on in hosts.values())
        return Outcome(OWN_PAGE if own else NO_REPUBLICATION)
    ids = {one.id for one in chosen}
    findings = tuple(finding for finding in report.findings if finding.rule_set in ids)
    report = replace(report, rule_sets=chosen, findings=findings)
    read = {one.id: days_read(rules, one.id) for one in chosen}
    publishers = Publishers(
        tuple(domain for one in chosen for domain in hosts.get(one.id, ())),
        frozenset().union(*(names(rules, one.id) for one in chosen)),
    )
    return Outcome(
        JUDGED,
        _page(report, page_of(source), facts, publishers),
        tuple(_applied(report, one) for one in chosen),
        tuple((one.id, one.publisher, one.source, _json(one.for_a_person)) for one in chosen),
        tuple(
            (
                one.rule_set,
                one.requirement,
                one.kind,
                one.level.value,
                one.what,
                one.source,
                read[one.rule_set].get(one.source, ""),
            )
            for one in findings
        ),
        tuple(map(_finding, findings)),
        report.fails,
    )


def _applied(report: PageReport, chosen: Chosen) -> tuple[Any, ...]:
    own = tuple(finding for finding in report.findings if finding.rule_set == chosen.id)
    alone = replace(report, rule_sets=(chosen,), findings=own)
    return chosen.id, chosen.chosen_by, alone.verdict.value, int(alone.fails)


class Publishers(NamedTuple):
    """Whose stories a page runs: their host names, and what they are called (folded)."""

    hosts: tuple[str, ...]
    names: frozenset[str]

    def holds(self, site: str) -> bool:
        """Whether what a page names as its site is one of them: its canonical address, or `syndicated_from: dcnf`."""
        return is_on(f"//{site}/", self.hosts) or fold(site) in self.names


def _page(report: PageReport, page: Page, facts: Facts, publishers: Publishers) -> dict[str, Any]:
    from licheck.credits.read import CreditLines
    from licheck.facts import facts_of
    from licheck.zones.by_form import zones_by_form

    told = facts_of(page, zones_by_form(page, CreditLines(page.blocks)))
    stated = (meta.value.strip() for meta in page.values("url"))
    address = facts.address or next((url for url in stated if not is_on(url, publishers.hosts)), "")
    # Where the page does not name its site, `told.site` is the host of its canonical address: often the publisher's.
    named = "" if publishers.holds(told.site) else told.site
    return {
        "address": address,
        "republisher": facts.republisher or facts.site or named,
        "site": named,
        "title": told.title,
        "date": facts.date or told.date,
        "captured": facts.captured,
        "language": told.language,
        "format": report.format,
        "encoding": report.encoding,
        "original": report.original,
        "original_from": report.original_from,
        "story": report.story,
        "people": _json(report.people),
        "people_from": report.people_from,
        "verdict": report.verdict.value,
        "fails": int(report.fails),
        "notes": _json(report.notes),
    }


def _finding(finding: Finding) -> tuple[Any, ...]:
    place = finding.belongs_at
    return (
        finding.rule_set,
        finding.requirement,
        finding.level.value,
        finding.verdict.value,
        finding.reason,
        _json([*map(_evidence, finding.evidence[:EVIDENCE])]),
        _json(finding.looked_in),
        place.name if place else "",
        place.line if place else 0,
        finding.remedy,
        finding.fingerprint,
        int(finding.excused),
    )


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "text": shorten(evidence.text, QUOTED),
        "path": evidence.path,
        "line": evidence.line,
        "column": evidence.column,
        "standing": evidence.standing.name.lower(),
        "counts": evidence.counts,
        "note": evidence.note,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
