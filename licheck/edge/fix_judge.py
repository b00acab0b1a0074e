"""The task of mending a page, in a worker: what fails is mended, read again, judged again, and kept or taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge import files

if TYPE_CHECKING:
    from licheck.edge.jobs import Answer, Job
    from licheck.model.case import Case
    from licheck.model.page import Page
    from licheck.repair import Judged, Outcome, Workshop

SECONDS = (
    16  # a page is judged anew for each thing that is mended; a page of ordinary size needs less than one
)


class Fixed(NamedTuple):
    """A page after mending, None for `data` where nothing was mended. `before` and `data` are the bytes of its file.

    `diff` are the lines of a unified diff without line ends, of the decoded texts.
    """

    outcomes: tuple[Outcome, ...]
    before: bytes = b""
    data: bytes | None = None
    diff: tuple[str, ...] = ()


class Fix(NamedTuple):
    """The task of mending a page; its result is a `Fixed`.

    `logos` are pairs of a rule set's id and the address of the publisher's logo. `waived` are rule set, requirement and
    who waived it.
    """

    unsafe: bool = False
    logos: tuple[tuple[str, str], ...] = ()
    waived: tuple[tuple[str, str, str], ...] = ()
    seconds: int = SECONDS

    def __call__(self, job: Job) -> Answer:
        """See `licheck.edge.jobs.Task`."""
        from licheck.edge.jobs import Answer
        from licheck.repair import mend

        assert job.page
        before = files.read_input(job.page.path)
        workshop = _workshop(self, job, before)
        page = workshop.read(before)
        mended = mend(before, page, workshop)
        if mended.data == before:
            return Answer(result=Fixed(mended.outcomes))
        diff = _diff(job.page.path, page.source, mended.page.source)
        return Answer(result=Fixed(mended.outcomes, before, mended.data, diff))


def _workshop(fix: Fix, job: Job, data: bytes) -> Workshop:
    from licheck import readers
    from licheck.edge.held_against import from_store_of
    from licheck.edge.judge import checker, confirmed, original_for, settled
    from licheck.model.page import Page
    from licheck.originals.choice import BY_TEXT
    from licheck.repair import Judged, Workshop

    source = job.page
    assert source

    def read(data: bytes) -> Page:
        found = readers.opened(source.path, data, source.format)
        found = found if isinstance(found, Page) else found.only()
        return replace(found, path=source.name)

    page = read(data)
    whole = settled(job, page)
    by_text = not whole.original and bool(job.store) and from_store_of(whole, page).how.startswith(BY_TEXT)
    check = checker(whole, page, original_for(job, page))

    def judge(page: Page) -> Judged:
        cases: list[Case] = []
        report = check(page, cases=cases)
        return Judged(report, tuple(map(_without_address, cases) if by_text else cases))

    def confirm(page: Page, judged: Judged) -> Judged:
        return judged._replace(report=confirmed(page, judged.report, check))

    waived = {(rules, requirement): by for rules, requirement, by in fix.waived}
    return Workshop(read, judge, confirm, dict(fix.logos), fix.unsafe, waived)


def _without_address(case: Case) -> Case:
    """The case of an original that is known by its text alone: whose address it has, the publisher's domains tell.

    A store may hold the story as another publisher runs it. Where the rule set names no domain, the address is none to
    send readers to.
    """
    if case.original is None or case.rule_set.publisher.domains:
        return case
    return replace(case, original=replace(case.original, url=""))


def _diff(path: str, before: str, after: str) -> tuple[str, ...]:
    from difflib import unified_diff

    texts = (text.split("\n") for text in (before, after))
    old, new = ([*(f"{line}\n" for line in lines), *filter(None, [last])] for *lines, last in texts)
    lines: list[str] = []
    for line in unified_diff(old, new, path, path):
        lines.append(line.removesuffix("\n"))
        if not line.endswith("\n"):
            lines.append("\\ No newline at end of file")
    return tuple(lines)
