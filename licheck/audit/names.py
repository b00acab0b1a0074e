"""By what names a list of pages can call a rule set: its id, and the names of its publisher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from licheck.audit.crew import Crew
from licheck.edge.jobs import Answer, Job, Source


class _AllNames(NamedTuple):
    """The task of reading the names of the publishers of `job.rules`."""

    seconds: int = 60

    def __call__(self, job: Job) -> Answer:
        """Answer with name -> path."""
        from licheck.edge.rule_files import rule_set
        from licheck.text import fold

        return Answer(
            result={fold(name): path for path in job.rules for name in rule_set(path).publisher.names}
        )


class PublisherNames(Mapping[str, str]):
    """Name, in lower case, -> path of the rule file. The names beside the ids are read when one is asked for."""

    def __init__(self, crew: Crew, ids: Mapping[str, str]) -> None:
        self._crew = crew
        self._ids = dict(ids)
        self._names: dict[str, str] | None = None

    def __getitem__(self, name: str) -> str:
        if name in self._ids:
            return self._ids[name]
        if self._names is None:
            paths = tuple(self._ids.values())
            # A place that no page has: the answers of those stay where they are.
            answer = self._crew.ask(-1, Job(Source("rule sets"), paths, task=_AllNames()))
            self._names = answer.result or {}
        from licheck.text import fold

        return self._names[fold(name)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
