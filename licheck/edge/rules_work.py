"""What workers do with rule files: rule files come from strangers, so that nothing of them is read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from licheck.edge.jobs import Answer, Job
from licheck.edge.rule_files import of_shipped, rule_set, stories, with_examples
from licheck.edge.rulebook import rule_set_id

if TYPE_CHECKING:
    from licheck.model.ruleset import RuleSet


@dataclass(frozen=True)
class Sift:
    """Tell of a rule set that comes with licheck in a line, if it is one of those that are asked for. Empty: any will do."""

    kind: str = ""
    licence: str = ""
    language: str = ""
    publisher: str = ""
    seconds: int = 0

    def __call__(self, job: Job) -> Answer:
        """The line is `told`."""
        from licheck.edge.describe import in_a_line

        found = of_shipped(job.rules[0])
        return Answer(told=tuple(in_a_line(found)) if self._wants(found) else ())

    def _wants(self, found: RuleSet) -> bool:
        from licheck.model.requirement import flat
        from licheck.text import fold

        publisher, licence = fold(" ".join(found.publisher.names)), fold(found.licence)
        kinds = {one.kind for one in flat(found.requirements)}
        return (
            (not self.kind or self.kind in kinds)
            and fold(self.licence) in licence
            and fold(self.publisher) in publisher
            and (not self.language or self.language in (found.languages or ("en",)))
        )


@dataclass(frozen=True)
class Show:
    """Tell of a rule set in full."""

    seconds: int = 0

    def __call__(self, job: Job) -> Answer:
        """The lines are `told`."""
        from licheck.edge.describe import in_full

        return Answer(told=tuple(in_full(rule_set(job.rules[0]))))


@dataclass(frozen=True)
class Test:
    """Try a rule set: its examples, broken and dressed. The `Tried` is the result; `today` as 2026-11-22."""

    __test__ = False  # pytest takes the name for its own

    today: str
    seconds: int = 300

    def __call__(self, job: Job) -> Answer:
        """Raises RuleSetError."""
        from licheck.errors import Fault, RuleSetError
        from licheck.rulesets.shipped import examples_of
        from licheck.trials.run import try_out

        path = job.rules[0]
        found = with_examples(path)
        try:
            return Answer(result=try_out(found, stories(path), date.fromisoformat(self.today)))
        except ValueError as error:
            raise RuleSetError([Fault(examples_of(path), 1, 1, str(error))]) from error


@dataclass(frozen=True)
class Lint:
    """Tell what is sound in a rule file and could be better, each in a line."""

    today: str
    seconds: int = 60

    def __call__(self, job: Job) -> Answer:
        """Raises RuleSetError with the faults."""
        path = job.rules[0]
        found = with_examples(path)
        return Answer(told=tuple(f"{path}: {line}" for line in self._lines(path, found)))

    def _lines(self, path: str, found: RuleSet) -> Iterator[str]:
        if rule_set_id(path) != found.id:
            yield f"its id is {found.id}: call the file {found.id}.yaml, so that --rules {found.id} finds it"
        for one in found.requirements:
            if not one.what:
                yield f"{one.id} does not say what the publisher demands: add `what`"
        if not (found.credits or found.notices or found.publisher.domains or found.named_only):
            yield "licheck can hardly recognise such pages: add `credits`, `notices` or the publisher's `domains`"
        yield from _unshown(found)
        for source in found.sources:
            if source.read > date.fromisoformat(self.today):
                yield f"{source.address} was read on {source.read}, which is still to come"


@dataclass(frozen=True)
class Age:
    """Tell of a rule set that was not read again for some days."""

    today: str
    days: int
    seconds: int = 0

    def __call__(self, job: Job) -> Answer:
        """The line is `told`."""
        found = rule_set(job.rules[0])
        since = date.fromisoformat(self.today) - timedelta(days=self.days)
        old = [source for source in found.sources if source.read < since]
        return Answer(
            told=tuple(
                f"{found.id:<20} {(date.fromisoformat(self.today) - source.read).days} days: {source.address}"
                for source in old
            )
        )


def _unshown(found: RuleSet) -> Iterator[str]:
    """Requirements without an example that passes, or one that fails; and whether a page is shown that republishes nothing."""
    shown = {(name, verdict) for one in found.examples for name, verdict in one.expect.items()}
    for verdict in ("passed", "failed"):
        without = [one.id for one in found.judged if (one.id, verdict) not in shown]
        if without:
            yield f"no example in which this {verdict}: {', '.join(dict.fromkeys(without))}"
    if not any(not one.expect for one in found.examples):
        yield "no example of a page that names the publisher and republishes nothing (expect: {})"
