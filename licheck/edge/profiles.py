"""Is a profile that was named one that a rule set knows? A misspelt one would be taken for the public without a word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge.faults import heard
from licheck.edge.jobs import Answer, Doing, Job, failed
from licheck.edge.rulebook import ALL
from licheck.errors import UsageError

if TYPE_CHECKING:
    from licheck.model.report import ErrorEntry

_OTHERS = 3  # rule sets that are named for each profile


def profile_errors(profile: str, rules: tuple[str, ...], workers: Doing) -> list[ErrorEntry]:
    """What is wrong with a profile, at a run with these rule files (empty: all that come with licheck); nothing of none."""
    if not profile:
        return []
    (answer,) = workers.run([Job(page=None, rules=rules or ALL, profile=profile, task=_Look())])
    return [*heard(answer).errors]


class _Look(NamedTuple):
    """The task: an error where no rule set knows the job's profile. One that only rule sets know which are not at hand is a
    profile, too: who one is does not change from publisher to publisher.
    """

    seconds: int = 0

    def __call__(self, job: Job) -> Answer:
        """Do it. Raises RuleSetError."""
        from licheck.model.ruleset import PUBLIC

        if job.profile == PUBLIC:
            return Answer()
        here = _known(job.rules)
        if job.profile in here or (job.rules != ALL and job.profile in _known(ALL)):
            return Answer()
        known = here or (_known(ALL) if job.rules != ALL else {})
        told = ", ".join(f"{name} ({_listed(ids)})" for name, ids in sorted(known.items()))
        why = (
            f"there is no such profile: the rule sets know {told}"
            if known
            else "no rule set knows any profile"
        )
        return Answer(errors=(failed(job.profile, why, UsageError.exit_code),))


def _known(rules: tuple[str, ...]) -> dict[str, list[str]]:
    """Profile -> the ids of the rule sets that know it."""
    from licheck.edge.rule_files import every

    known: dict[str, list[str]] = {}
    for one in every(rules):
        for name in one.profiles:
            known.setdefault(name, []).append(one.id)
    return known


def _listed(ids: Iterable[str]) -> str:
    first, more = [*ids][:_OTHERS], [*ids][_OTHERS:]
    return ", ".join(first) + (" ..." if more else "")
