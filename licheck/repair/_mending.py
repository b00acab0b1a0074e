"""All failed findings of one page mended, one after the other; what does not hold when it is read again is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from licheck.errors import FormatError
from licheck.model.case import Case
from licheck.model.finding import Finding, Level, Verdict
from licheck.model.page import Page
from licheck.model.report import PageReport
from licheck.repair._splice import spelt, spliced
from licheck.repair._task import Edit, Repair, Task, Unmendable, applied
from licheck.repair._unchanged import harm

_ROUNDS = 3  # what one fix adds can be what another one was waiting for
_MOST = 6  # ways to mend one finding that are tried
_CAME_WITH = "came with what was added for another requirement"
_RANK = {Verdict.FAILED: 0, Verdict.CANT_TELL: 1, Verdict.PASSED: 2, Verdict.INAPPLICABLE: 2}

Key = tuple[str, str]
"""A finding of a report: its rule set and its requirement."""


class State(Enum):
    """What became of a failed finding."""

    MENDED = "mended"
    UNSAFE = "only with --unsafe"
    NOT_MENDED = "not mended"
    WAIVED = "waived"


class Outcome(NamedTuple):
    """What became of one failed finding.

    `says` goes on a sentence that begins with the requirement: "adds ...", "because ...". `line` is where, in the file
    before any fix, from 1; 0 for nowhere.
    """

    requirement: str
    rule_set: str
    level: Level
    state: State
    says: str
    line: int = 0


class Judged(NamedTuple):
    """A page as it was judged: the report, and the case of each rule set in it."""

    report: PageReport
    cases: tuple[Case, ...]


class Mended(NamedTuple):
    """A page after mending. `data` are the file's bytes, the same as before where nothing was mended."""

    data: bytes
    page: Page
    report: PageReport
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Workshop:
    """What mending needs: how a file is read and a page judged, the pictures of logos by rule set, what is allowed.

    `judge` is the first reading, `confirm` adds the second one where that accuses. `waived` are the findings that somebody excused, and who did.
    """

    read: Callable[[bytes], Page]
    judge: Callable[[Page], Judged]
    confirm: Callable[[Page, Judged], Judged]
    logos: Mapping[str, str]
    unsafe: bool = False
    waived: Mapping[Key, str] = field(default_factory=dict)


class _Stage(NamedTuple):
    """The page after some fixes; `edits` are those of each fix, in the text that it was made in."""

    data: bytes
    page: Page
    judged: Judged
    edits: tuple[tuple[Edit, ...], ...] = ()


def mend(data: bytes, page: Page, workshop: Workshop) -> Mended:
    """Mend what fails on the page that these bytes are. Raises nothing of its own.

    While there is more to do, only the first reading judges: what it passes is not asked again. At the end both do;
    where they then see anything worse than before, all is done anew with both after each step.
    """
    first = _Stage(data, page, workshop.judge(page))
    sure = workshop.confirm(page, first.judged)
    due = frozenset(_failed(sure.report))
    stage, outcomes = _all_mended(first, due, workshop)
    after = workshop.confirm(stage.page, stage.judged) if stage is not first else sure
    if _worse(sure.report, after.report):
        careful = replace(workshop, judge=lambda page: workshop.confirm(page, workshop.judge(page)))
        stage, outcomes = _all_mended(first._replace(judged=sure), due, careful)
        after = stage.judged
    for key in due:
        if _findings(after.report)[key].verdict is Verdict.PASSED and not _is_mended(outcomes.get(key)):
            finding = _findings(sure.report)[key]
            outcomes[key] = _outcome(finding, State.MENDED, _CAME_WITH)
    told = tuple(outcomes[key] for key in _failed(sure.report))
    return Mended(stage.data, stage.page, after.report, told)


def _all_mended(stage: _Stage, due: frozenset[Key], workshop: Workshop) -> tuple[_Stage, dict[Key, Outcome]]:
    """The page with all that could be mended of what is due, and what became of each."""
    outcomes: dict[Key, Outcome] = {}
    for _ in range(_ROUNDS):
        before = stage
        for key in _failed(stage.judged.report):
            if key in due:
                after, outcomes[key] = _mend_one(stage, key, workshop)
                stage = after or stage
        if stage is before:
            break
    return stage, outcomes


def _is_mended(outcome: Outcome | None) -> bool:
    return outcome is not None and outcome.state is State.MENDED


def _findings(report: PageReport) -> dict[Key, Finding]:
    return {(finding.rule_set, finding.requirement): finding for finding in report.findings}


def _failed(report: PageReport) -> list[Key]:
    """What failed, in the order in which it should be mended."""
    from licheck.repair import kinds

    order = {kind: place for place, kind in enumerate(kinds())}
    failed = [
        (key, finding) for key, finding in _findings(report).items() if finding.verdict is Verdict.FAILED
    ]
    return [key for key, finding in sorted(failed, key=lambda pair: order.get(pair[1].kind, len(order)))]


def _outcome(finding: Finding, state: State, says: str, line: int = 0) -> Outcome:
    return Outcome(finding.requirement, finding.rule_set, finding.level, state, says, line)


def _mend_one(stage: _Stage, key: Key, workshop: Workshop) -> tuple[_Stage | None, Outcome]:
    """The page with one finding mended (None: it was not), and what became of it."""
    finding = _findings(stage.judged.report)[key]
    if key in workshop.waived:
        return None, _outcome(finding, State.WAIVED, f"was waived by {workshop.waived[key]}")
    if finding.verdict is not Verdict.FAILED:  # an earlier fix of this round has met it
        return None, _outcome(finding, State.MENDED, _CAME_WITH)
    why, unsafe = "", None
    try:
        for repair in _ways(stage, finding, workshop):
            try:
                after = _tried(stage, repair, key, workshop)
            except Unmendable as error:
                why = why or str(error)
                continue
            line = _line(stage, repair)
            if not repair.doubt or workshop.unsafe:
                return after, _outcome(finding, State.MENDED, repair.says, line)
            unsafe = unsafe or _outcome(finding, State.UNSAFE, f"{repair.says}: {repair.doubt}", line)
    except Unmendable as error:
        why = why or str(error)
    return None, unsafe or _outcome(
        finding, State.NOT_MENDED, f"because {why or 'no way to mend it is known'}"
    )


def _ways(stage: _Stage, finding: Finding, workshop: Workshop) -> Iterator[Repair]:
    from licheck.repair import repairs

    case = _case(stage, finding.rule_set)
    asked = (one for one in case.rule_set.judged if (one.id or one.kind) == finding.requirement)
    task = Task(finding, next(asked), case, workshop.logos.get(finding.rule_set, ""))
    for _, repair in zip(range(_MOST), repairs(task), strict=False):
        yield repair


def _case(stage: _Stage, rule_set: str) -> Case:
    return next(case for case in stage.judged.cases if case.rule_set.id == rule_set)


def _tried(stage: _Stage, repair: Repair, key: Key, workshop: Workshop) -> _Stage:
    """The page with a repair. Raises Unmendable where it does not hold when the page is read again."""
    if any("{" in edit.text or "}" in edit.text for edit in repair.edits):
        raise Unmendable("it would leave a placeholder in the page")
    edits = spelt(stage.page, repair.edits)
    data = spliced(stage.data, stage.page, edits)
    try:
        page = workshop.read(data)
    except FormatError as error:
        raise Unmendable(f"the page could not be read with it: {error}") from None
    if page.source != applied(stage.page.source, edits):
        raise Unmendable("the page would be read in another encoding with it")
    if why := harm(stage.page, page, _case(stage, key[0]).zones):
        raise Unmendable(why)
    judged = workshop.judge(page)
    if why := _why_not(stage.judged.report, judged.report, key):
        raise Unmendable(why)
    return _Stage(data, page, judged, (*stage.edits, edits))


def _why_not(before: PageReport, after: PageReport, key: Key) -> str:
    """What speaks against a fix in the report on the page that has it, as a sentence; empty for nothing."""
    if why := _worse(before, after, key):
        return why
    new = _findings(after)[key]
    if new.verdict is not Verdict.PASSED:
        return f"with what would be added, it still does not pass: {new.reason.rstrip('.')}"
    return ""


def _worse(before: PageReport, after: PageReport, key: Key | None = None) -> str:
    """What is worse in the second report than in the first (`key` left aside), as a sentence; empty for nothing."""
    old, new = _findings(before), _findings(after)
    for one, finding in old.items():
        if one not in new:
            return f"the page would no longer be known as a story of {finding.rule_set}"
        if one != key and _RANK[new[one].verdict] < _RANK[finding.verdict]:
            return f"{finding.requirement} would become {new[one].verdict.value}"
    for one, finding in new.items():
        if one not in old and _RANK[finding.verdict] < _RANK[Verdict.PASSED]:
            return f"the rules of {finding.rule_set} would apply, too, and {finding.requirement} would be {finding.verdict.value}"
    return ""


def _line(stage: _Stage, repair: Repair) -> int:
    """The line of a repair in the page before any fix."""
    offset = min(edit.start for edit in repair.edits)
    line = stage.page.position(offset).line
    for edits in reversed(stage.edits):
        for edit in sorted(edits, reverse=True):
            if edit.start < offset:
                line -= edit.text.count("\n")
                offset = max(edit.start, offset - len(edit.text) + edit.end - edit.start)
    return max(1, line)
