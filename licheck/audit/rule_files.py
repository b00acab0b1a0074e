"""The rule files that come with licheck, where one of them has faults: it is told, and the others are used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from licheck.audit.crew import Crew
from licheck.edge import streams
from licheck.edge.faults import heard
from licheck.edge.jobs import Answer, Job, Source
from licheck.edge.rulebook import ALL
from licheck.errors import RuleSetError


class _Faults(NamedTuple):
    """The task of finding the rule files with faults among those that come with licheck."""

    seconds: int = 60

    def __call__(self, job: Job) -> Answer:  # noqa: ARG002 - there is but one such question
        """Answer with path -> its first fault, in words; nothing where all is well."""
        from licheck.edge.rule_cache import compiled
        from licheck.edge.rule_files import rule_set
        from licheck.rulesets.shipped import shipped

        faults: dict[str, str] = {}
        for path in shipped() if compiled() is None else ():
            try:
                rule_set(path)
            except RuleSetError as error:
                faults[path] = str(error.faults[0])
        return Answer(result=faults)


def shipped_with_faults(crew: Crew) -> tuple[str, ...]:
    """The paths of the rule files of our own that have faults, once they have been told."""
    answer = heard(crew.ask(0, Job(Source("rule sets"), ALL, task=_Faults())))
    streams.say(*(error.message for error in answer.errors))
    faults: dict[str, str] = answer.result or {}
    for fault in faults.values():
        streams.say(f"{fault}; this audit does without that rule set: mend the file, and run the audit again")
    return tuple(faults)


def load(paths: Iterable[str]) -> None:
    """Have rule sets read already in all processes that are started from here on; those named have no faults."""
    from licheck.edge.rule_files import rule_set

    for path in paths:
        rule_set(path)
