"""`licheck audit SOURCE ...`: everything that a run needs is made ready, and afterwards said how it ended."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, NamedTuple

from licheck.audit import inputs as reading
from licheck.audit.crew import Crew
from licheck.audit.names import PublisherNames
from licheck.audit.pictures import indexed
from licheck.audit.progress import Progress
from licheck.audit.results import Checkpoint, Results, called, make, open_results
from licheck.audit.rule_files import load, shipped_with_faults
from licheck.audit.run import Audit
from licheck.audit.slots import Setting
from licheck.audit.stopping import asked_to_stop, stamp_of
from licheck.edge import rulebook, streams
from licheck.edge.faults import heard
from licheck.edge.jobs import Answer, Job
from licheck.edge.judge import warm_up
from licheck.edge.originals_place import store_folder
from licheck.edge.stop import Stopped
from licheck.edge.workers import cores
from licheck.errors import InputError, LicheckError, UsageError

if TYPE_CHECKING:
    from licheck.audit.online import Online

_TOLD_UNREAD = 3  # files that could not be read, told at the end of a run


class AuditOptions(NamedTuple):
    """What `licheck audit` was asked for; empty where nothing was said.

    `originals` is the folder of a store of originals, `rules` are ids of rule sets and paths of rule files, `jobs` how
    many processes judge (0: one for each core). `delay` is how many seconds one site is left alone between two pages.
    """

    sources: tuple[str, ...]
    output: str
    originals: str = ""
    rules: tuple[str, ...] = ()
    medium: str = "online"
    profile: str = ""
    read_as: str = ""
    jobs: int = 0
    resume: bool = False
    exit_zero: bool = False
    quiet: bool = False
    online: bool = False
    cache: str = ""
    delay: float = 1.0
    agent: str = ""
    allow_private: bool = False

    @property
    def settings(self) -> dict[str, Any]:
        """What decides the verdicts, as it is kept with the results."""
        return {
            "originals": store_folder(self.originals),
            "rules": list(self.rules),
            "medium": self.medium,
            "profile": self.profile,
            "read_as": self.read_as,
        }


class _Archives:
    """The process that reads archives; while we wait for it, the answers of the others come in."""

    def __init__(self, crew: Crew, judges: Crew) -> None:
        self._crew = crew
        self._judges = judges
        self._asked = 0
        self.stopped: list[int] = []  # the signals that ask us to stop

    def begin(self, job: Job) -> None:
        self._asked += 1
        self._crew.give(self._asked, job)

    def end(self) -> Answer:
        while self._asked not in self._crew.answers:
            if self.stopped:
                raise Stopped(self.stopped[-1])
            self._crew.collect(0.02)
            self._judges.collect(0)
        return heard(self._crew.answers.pop(self._asked))


def audit(options: AuditOptions) -> int:
    """Run an audit, or go on with one. Returns the exit code. Raises LicheckError, and Stopped after Ctrl-C."""
    with _results(options) as results:
        if results.finished:
            streams.say(f"{options.output}: this audit is complete; there is nothing to go on with")
            return _exit_code(results, options)
        try:
            faulty = _run(options, results)
        except Stopped:
            _say_how_to_go_on(options, results)
            raise
        except LicheckError:
            if not options.resume and results.checkpoint is None:
                results.close()
                os.unlink(options.output)  # nothing is in it, and the next try would find it in its way
            raise
        results.finish()
        if not options.quiet:
            streams.say(*_summary(results, options))
        return _exit_code(results, options, faulty)


def _results(options: AuditOptions) -> Results:
    if not options.resume:
        if not options.sources:
            raise UsageError("name what is to be audited: a folder, a file, a web archive or a list of pages")
        return make(options.output, [*options.sources], options.settings)
    results = open_results(options.output, write=True)
    sources = [*options.sources]
    if sources and sources != results.sources:
        results.close()
        raise UsageError(f"{options.output} is an audit of other sources: --resume goes on with those alone")
    given = {
        name: value
        for name, value in options.settings.items()
        if value != AuditOptions((), "").settings[name]
    }
    if any(results.settings.get(name) != value for name, value in given.items()):
        results.close()
        raise UsageError(
            f"{options.output} was begun with other options: give the same ones, or none, to --resume"
        )
    return results


def _run(options: AuditOptions, results: Results) -> Sequence[str]:
    """Returns the rule files that were left out. Raises Stopped where there is more to be done, and LicheckError."""
    settings = results.settings
    with Crew(options.jobs or cores()) as crew, Crew(1) as archives:
        reader = _Archives(archives, crew)
        inputs = reading.Inputs(results.sources, settings["read_as"], reader)
        start = results.checkpoint
        _require_unchanged(start)
        faulty = () if settings["rules"] else shipped_with_faults(crew)
        common, rules = _common(settings, crew, faulty)
        progress = Progress(inputs.size, quiet=options.quiet)
        warm_up("page.html")  # for all processes to come, and while Ctrl-C still ends us at once
        if faulty:
            load(common.rules)
        places = indexed(f"{options.output}.pictures", inputs.archives(), common.rules, archives)
        with (
            places as pictures,
            progress,
            _fetcher(options) or nullcontext() as fetcher,
            asked_to_stop() as asked,
        ):
            reader.stopped = asked
            run = Audit(inputs, results, Setting(common, rules, pictures), crew, progress, fetcher)
            if not run.run(start, lambda: asked):
                raise Stopped(asked[-1])
        return faulty


def _fetcher(options: AuditOptions) -> Online | None:
    if not options.online and not options.cache:
        return None
    from licheck.audit.online import Online

    folder = options.cache or f"{options.output}.cache"
    return Online(
        folder, options.delay, options.agent, online=options.online, allow_private=options.allow_private
    )


def _require_unchanged(start: Checkpoint | None) -> None:
    """A place in an archive or a list means nothing once the file is another."""
    if start and start.token not in ("", reading.END) and start.stamp != stamp_of(start.place.path):
        raise InputError(
            f"{start.place.path} was changed since the audit was stopped: run the audit again, with another --output"
        )


def _common(settings: Mapping[str, Any], crew: Crew, faulty: Sequence[str]) -> tuple[Job, Mapping[str, str]]:
    """The job of every page but for the page; raises LicheckError where rules or store cannot be used.

    `faulty` are rule files of our own that are left out.
    """
    paths = tuple(map(rulebook.find, settings["rules"]))
    named = paths or tuple(path for path in rulebook.shipped() if path not in faulty)
    rules = PublisherNames(crew, {rulebook.rule_set_id(path).lower(): path for path in named})
    for path in paths:
        _require(crew.ask(0, Job(page=None, rules=(path,))))
    store = settings["originals"]
    if store:
        ready = _require(crew.ask(0, Job(page=None, rules=(), store=store)))
        streams.say(*ready.told)
    chosen_by = "you (--rules)" if paths else ""
    known = named if paths or faulty else rulebook.ALL
    common = Job(page=None, rules=known, chosen_by=chosen_by, medium=settings["medium"], profile=settings["profile"], store=store)  # fmt: skip
    return common, rules


def _require(answer: Answer) -> Answer:
    for error in heard(answer).errors:
        message = error.message if error.message.startswith(error.path) else f"{error.path}: {error.message}"
        raise UsageError(message) if error.exit_code == UsageError.exit_code else InputError(message)
    return answer


def _exit_code(results: Results, options: AuditOptions, faulty: Sequence[str] = ()) -> int:
    """As everywhere: 3 where a page could not be read or there was none, 2 for a faulty rule file, 1 for a failure."""
    if results.counts["unread"] or not results.counts["pages"]:
        return InputError.exit_code
    if faulty:
        return UsageError.exit_code
    return 1 if results.counts["failed"] and not options.exit_zero else 0


def _say_how_to_go_on(options: AuditOptions, results: Results) -> None:
    many = f"{results.counts['pages']:,} pages are in {options.output}"
    command = f"licheck audit --resume --output {options.output}"
    streams.say(f"stopped: {many}; `{command}` goes on with the others")


def _unread(results: Results) -> Iterator[str]:
    """The first files that could not be read, each with the reason."""
    question = (
        f"SELECT address, {results.file_of('errors')}, path, at, message FROM errors ORDER BY number LIMIT ?"  # noqa: S608
    )
    for *where, message in results.ask(question, _TOLD_UNREAD):
        yield f"not read: {called(*where)}: {message}"
    if (left := results.counts["unread"] - _TOLD_UNREAD) > 0:
        yield f"not read: {left:,} more, in the table `errors` of the results"


def _several(count: int, what: str) -> str:
    return f"{count:,} {what}{'s'[: count != 1]}"


def _summary(results: Results, options: AuditOptions) -> list[str]:
    counts = results.counts
    lines = [
        f"{_several(counts['pages'], 'page')}: {_several(counts['judged'], 'republication')}, {counts['failed']:,} of them with something"
        f" that fails; {counts['no_republication']:,} without a republication, {counts['own_page']:,} the publishers' own,"
        f" {counts['duplicate']:,} the same as another, {counts['unread']:,} could not be read"
    ]
    lines += _unread(results)
    others = {"not_html": "not HTML", "redirect": "redirects", "http_error": "errors of their sites", "revisit_without_its_record": "revisits of what is not in the archive", "other_record": "other records", "file_in_no_known_format": "files in formats that nobody reads"}  # fmt: skip
    told = [f"{counts[what]:,} {name}" for what, name in others.items() if counts[what]]
    if told:
        lines.append(f"no pages, and left out: {', '.join(told)}")
    lines.append(
        f"results: {options.output} (`licheck audit export {options.output}` writes them for other programs)"
    )
    return lines
