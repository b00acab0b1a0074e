"""What pages are held against: rule files, an original or a store of originals, each looked at before any page."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge import files, rulebook, streams
from licheck.edge.faults import heard
from licheck.edge.jobs import Doing, Job, Source, failed
from licheck.edge.originals_place import DATABASE, store_folder
from licheck.edge.profiles import profile_errors
from licheck.edge.publish import need_sides, wanted
from licheck.errors import InputError, LicheckError, UsageError

if TYPE_CHECKING:
    from licheck.edge.run import CheckOptions
    from licheck.model.report import ErrorEntry

STANDARD_INPUT = "-"
YOU_RULES, YOU_ORIGINAL = "you (--rules)", "you (--original)"


class Common(NamedTuple):
    """What pages with the same options have in common; `unchecked` says why none of them can be checked."""

    job: Job
    errors: tuple[ErrorEntry, ...] = ()
    unchecked: str = ""
    code: int = 0


def common(options: CheckOptions, day: str, inputs: Inputs, workers: Doing) -> Common:
    """What pages with these options have in common: looked at once, before any of them is judged."""
    rules, rule_errors = _rules(options.rules, workers)
    strange = profile_errors(options.profile, rules, workers)
    original, original_errors = read_original(options.original, inputs, workers, options.original_from)
    store = _store(options, workers)
    job = Job(
        page=None,
        rules=rules or rulebook.ALL,
        original=original,
        people=options.authors,
        people_from="--author" if options.authors else "",
        chosen_by=YOU_RULES if rules and options.rules_from == YOU_RULES else "",
        medium=options.medium or "online",
        profile=options.profile,
        today=day,
        store=store.folder,
        sides=need_sides(wanted(options)),
        original_from=options.original_from,
    )
    errors = (*rule_errors, *strange, *original_errors, *store.errors)
    if options.rules and not rules:
        by_hand = options.rules_from == YOU_RULES
        named = "--rules" if by_hand else options.rules_from
        return Common(job, errors, f"no rule set named with {named} could be used", 2)
    if strange:
        return Common(job, errors, "no rule set knows the profile", 2)
    if options.original and not original:
        return Common(job, errors, "the original could not be read", 3)
    if not store.usable:
        why = "the store of originals could not be used"
        return Common(job, errors, why, store.errors[0].exit_code)
    return Common(job, errors)


def _rules(names: tuple[str, ...], workers: Doing) -> tuple[tuple[str, ...], list[ErrorEntry]]:
    """The rule files behind the names that are sound, and what is wrong with the others."""
    sound: dict[str, None] = {}  # an ordered set: a rule set named twice is applied once
    errors: list[ErrorEntry] = []
    for name in names:
        try:
            path = rulebook.find(name)
        except UsageError as error:
            errors.append(failed(name, str(error), error.exit_code))
            continue
        for answer in workers.run([Job(page=None, rules=(path,))] if path not in sound else []):
            errors += heard(answer).errors
            if not answer.errors:
                sound[path] = None
    return tuple(sound), errors


def read_original(
    path: str, inputs: Inputs, workers: Doing, told_by: str = YOU_ORIGINAL
) -> tuple[Source | None, list[ErrorEntry]]:
    """The original if it can be read, else what is wrong with it."""
    if not path:
        return None, []
    try:
        source = inputs.source(path, "")
        (answer,) = workers.run([Job(page=None, rules=(), original=source)])
        problems = [error.message for error in heard(answer).errors]
    except InputError as error:
        problems = [str(error)]
    if problems:
        named = "--original" if told_by == YOU_ORIGINAL else told_by
        return None, [failed(path, f"cannot be used as the original ({named}): {why}", 3) for why in problems]
    return source, []


class _Store(NamedTuple):
    """The folder of a store of originals (empty: there is none), and what is wrong; `usable`: with some originals only."""

    folder: str = ""
    errors: tuple[ErrorEntry, ...] = ()
    usable: bool = True


def _store(options: CheckOptions, workers: Doing) -> _Store:
    """The store of originals that pages are looked up in; of a plain folder of originals, one that is made of it."""
    folder = "" if options.original else store_folder(options.originals)
    if not folder:
        return _Store()
    unread: tuple[ErrorEntry, ...] = ()
    if os.path.isdir(folder) and not os.path.isfile(os.path.join(folder, DATABASE)):
        from licheck.edge.originals_folder import store_of

        try:
            folder, unread = store_of(folder, workers)
        except LicheckError as error:
            return _Store(folder, (failed(folder, str(error), error.exit_code),), usable=False)
    (answer,) = workers.run([Job(page=None, rules=(), store=folder)])
    streams.say(*heard(answer).told)
    return _Store(folder, (*answer.errors, *unread), usable=not answer.errors)


class Inputs:
    """Inputs by name. Standard input can be read only once, whoever asks for it."""

    def __init__(self) -> None:
        self._standard: bytes | InputError | None = None

    def source(self, path: str, read_as: str) -> Source:
        """What a worker needs to read the input. Raises InputError for a standard input that is of no use."""
        file, story = files.story_in(path)
        if file != STANDARD_INPUT:
            return Source(file, None, read_as, story)
        if self._standard is None:
            try:
                self._standard = files.read_standard_input()
            except InputError as error:
                self._standard = error
        if isinstance(self._standard, InputError):
            raise self._standard
        return Source(file, self._standard, read_as, story)
