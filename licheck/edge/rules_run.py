"""`licheck rules`: which rule files are meant, what workers find in them, and how it is told."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from licheck.edge import publish, rulebook, streams
from licheck.edge.clock import today
from licheck.edge.faults import heard
from licheck.edge.jobs import Job, Task, failed
from licheck.edge.rules_work import Age, Lint, Show, Sift, Test
from licheck.edge.workers import Workers
from licheck.errors import UsageError

if TYPE_CHECKING:
    from licheck.edge.jobs import Answer
    from licheck.model.report import ErrorEntry
    from licheck.trials.values import Trial, Tried

_WATCHED = 3  # rule sets from which on somebody at a terminal sees that it goes on


def sift(kind: str, licence: str, language: str, publisher: str) -> int:
    """Write a line about each shipped rule set that is asked for. Returns the exit code. Raises UsageError."""
    from licheck.requirements import kinds

    if kind and kind not in kinds():
        from licheck.rulesets.words import instead

        raise UsageError(f"--kind {kind}: there is no such kind of requirement: {instead(kind, kinds())}")
    answers, errors = of_each(rulebook.shipped(), Sift(kind, licence, language, publisher), most=1)
    if not _written(answers) and not errors:
        streams.say("no rule set is like that: `licheck rules list` shows all of them")
    return ended(errors)


def show(names: Sequence[str]) -> int:
    """Write rule sets in full. Returns the exit code."""
    paths, errors = found(names)
    answers, more = of_each(paths.values(), Show())
    _written(answers)
    return ended([*errors, *more])


def outdated(names: Sequence[str], days: int) -> int:
    """Write which rule sets have a source that was not read again for so many days: 1 where there are any."""
    paths, errors = found(names or rulebook.shipped())
    answers, more = of_each(paths.values(), Age(today(), days))
    lines = _written(answers)
    if not lines:
        streams.say(f"all sources were read within the last {days} days")
    return max(ended([*errors, *more]), 1 if lines else 0)


def lint(names: Sequence[str]) -> int:
    """Write what could be better in rule files: 1 where there is anything, 2 where one has faults."""
    paths, errors = found(names)
    answers, more = of_each(paths.values(), Lint(today()))
    lines = _written(answers)
    if not (lines or errors or more):
        streams.say(f"{len(answers)} rule file{'s'[: len(answers) > 1]}: nothing to better")
    return max(ended([*errors, *more]), 1 if lines else 0)


def test(names: Sequence[str], *, verbose: bool) -> int:
    """Try rule sets and write how it went: 1 where something came out otherwise than it must."""
    paths, errors = found(names or rulebook.shipped())
    answers, more = of_each(paths.values(), Test(today()))
    tried = [answer.result for answer in answers if answer.result is not None]
    streams.write(streams.harmless(_tried(tried, verbose=verbose)))
    well = all(_well(one) for one in tried)
    return max(ended([*errors, *more]), 0 if well else 1)


def schema() -> int:
    """Write the JSON Schema of rule files. Returns the exit code."""
    from licheck.requirements import kinds
    from licheck.rulesets.schema import schema_text

    streams.write(schema_text(kinds()), "utf-8")
    return 0


def found(
    names: Iterable[str], find: Callable[[str], str] = rulebook.find
) -> tuple[dict[str, str], list[ErrorEntry]]:
    """The paths of the rule files of these names, and what is wrong with the other names."""
    paths: dict[str, str] = {}
    errors = []
    for name in names:
        try:
            paths[name] = find(name)
        except UsageError as error:
            errors.append(failed(name, str(error), error.exit_code))
    return paths, errors


def of_each(
    paths: Iterable[str], task: Task, most: int | None = None
) -> tuple[list[Answer], list[ErrorEntry]]:
    """What workers answer of each rule file, each once and in their order, and the errors among that.

    `most` is how many workers there may be: for short work, a second one would need longer to start than it saves.
    """
    jobs = [Job(page=None, rules=(path,), task=task) for path in dict.fromkeys(paths)]
    watched = len(jobs) > _WATCHED and streams.is_terminal(sys.stderr)
    answers: list[Answer] = []
    with Workers(most=most) as workers:
        for number, answer in enumerate(workers.run(jobs)):
            if watched:
                streams.show_progress(number, len(jobs))
            answers.append(heard(answer))
    if watched:
        streams.clear_progress()
    return answers, [error for answer in answers for error in answer.errors]


def _written(answers: Iterable[Answer]) -> list[str]:
    """The lines that workers told, written."""
    lines = [line for answer in answers for line in answer.told]
    streams.write(streams.harmless(lines))
    return lines


def ended(errors: Sequence[ErrorEntry]) -> int:
    """The exit code that these errors end the run with, after they were told."""
    streams.say(*map(publish.sentence, errors))
    return max((error.exit_code for error in errors), default=0)


def _well(tried: Tried) -> bool:
    return not any(trial.trouble for trial in tried.trials)


def _tried(tried: Sequence[Tried], *, verbose: bool) -> Iterator[str]:
    for one in tried:
        parts = (f"{one.well(what)} of {len(one.of(what))} {_TOLD[what]}" for what in _TOLD)
        yield f"{one.rule_set:<20} {', '.join(parts)}"
        yield from (f"  {_trial(trial)}" for trial in one.trials if trial.trouble)
        if verbose:
            doubted = (trial for trial in one.trials if trial.doubted and not trial.trouble)
            yield from (f"  doubted: {_trial(trial)}{trial.doubted}" for trial in doubted)
        if verbose and one.unbroken:
            yield f"  no way is known to break: {', '.join(one.unbroken)}"
    if len(tried) > 1:
        yield from _rates([trial for one in tried for trial in one.trials], len(tried), verbose=verbose)


_TOLD = {"example": "examples as they say", "break": "breaks failed", "dress": "dresses survived"}


def _trial(trial: Trial) -> str:
    name = f" {trial.name}" if trial.name else ""
    return f"{trial.example}, {trial.what}{name}: {trial.trouble}"


def _rates(trials: Sequence[Trial], sets: int, *, verbose: bool) -> Iterator[str]:
    yield ""
    yield f"{sets} rule sets"
    for what, told in _TOLD.items():
        these = [trial for trial in trials if trial.what == what]
        well = sum(not (trial.trouble or trial.doubted) for trial in these)
        doubted = sum(bool(trial.doubted) and not trial.trouble for trial in these)
        more = f", {doubted:,} more doubted" if doubted else ""
        yield f"  {told}: {well:,} of {len(these):,}{_share(well, len(these))}{more}"
    if verbose:
        total = Counter(trial.kind for trial in trials if trial.kind)
        noticed = Counter(
            trial.kind for trial in trials if trial.kind and not (trial.trouble or trial.doubted)
        )
        for kind, count in sorted(total.items()):
            yield f"    {kind:<22} {noticed[kind]:>5} of {count:>5}{_share(noticed[kind], count)}"


def _share(part: int, whole: int) -> str:
    return f" ({part / whole:.1%})" if whole else ""
