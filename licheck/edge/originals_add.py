"""One run of `licheck originals add`: files in, read by workers, into the store."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge import files, rulebook, streams
from licheck.edge.faults import heard
from licheck.edge.inputs import STANDARD_INPUT
from licheck.edge.jobs import Answer, Job, Source, failed
from licheck.edge.originals_folder import files_below
from licheck.edge.originals_values import Done, File, Taken, digest_of
from licheck.edge.originals_write import Writer
from licheck.edge.stop import Stopped
from licheck.errors import InputError, LicheckError

if TYPE_CHECKING:
    from licheck.edge.jobs import Doing
    from licheck.model.report import ErrorEntry

_AT_ONCE = 64  # files that are handed out at a time
_BATCH = 250  # originals that are written at a time: what a killed run can lose


class Outcome(NamedTuple):
    """What a run did. `left_out` are files of folders in formats that nobody reads."""

    done: Done
    errors: tuple[ErrorEntry, ...]
    left_out: int
    notices: tuple[str, ...]


class _Input(NamedTuple):
    path: str  # as it was named, or found in a folder
    data: bytes | None = None  # of standard input


class Adding:
    """Adds files to a store. What was written stays, whatever happens later."""

    def __init__(self, writer: Writer, workers: Doing, read_as: str) -> None:
        self._writer = writer
        self._workers = workers
        self._rules = rulebook.ALL
        self._read_as = read_as
        self._waiting: list[tuple[Taken, File]] = []
        self._finished: dict[bytes, int] = {}
        self._errors: list[ErrorEntry] = []
        self._done = Done()
        self._watched = streams.is_terminal(sys.stderr)

    def run(self, names: Sequence[str]) -> Outcome:
        """Add what stands in these files and folders. Raises LicheckError where the store cannot be written."""
        found, left_out = self._inputs(names)
        try:
            for start in range(0, len(found), _AT_ONCE):
                self._add(found[start : start + _AT_ONCE], start, len(found))
            self._write()
        except (LicheckError, Stopped):
            self._progress("")
            streams.say(f"licheck: {self._so_far()}")
            raise
        self._progress("")
        return Outcome(self._done, tuple(self._errors), left_out, tuple(self._writer.notices))

    def _so_far(self) -> str:
        count = self._done.added + self._done.renewed
        if not count:
            return "nothing was added before that"
        return (
            f"{count:,} originals were added before that and stay; the same command goes on with the others"
        )

    def _inputs(self, names: Sequence[str]) -> tuple[list[_Input], int]:
        found: list[_Input] = []
        left_out = 0
        for name in names:
            if name == STANDARD_INPUT:
                try:
                    found.append(_Input(name, files.read_standard_input()))
                except InputError as error:
                    self._fail(name, str(error))
            elif name.startswith(("http://", "https://")):
                self._fail(
                    name, "licheck fetches nothing: save the page or the feed to a file, and name that"
                )
            elif os.path.isdir(name):
                paths, others = _in_folder(name)
                found += map(_Input, paths)
                left_out += others
                if not paths:
                    self._fail(name, "holds no file in a format that licheck reads")
            else:
                found.append(_Input(name))
        return found, left_out

    def _add(self, inputs: Sequence[_Input], done: int, total: int) -> None:
        known: list[tuple[_Input, Job, bytes]] = []
        for one in inputs:
            path, story = files.story_in(one.path)
            try:
                digest = digest_of(self._data(one))
            except InputError as error:
                self._fail(one.path, str(error))
                continue
            if not story and (count := self._writer.seen(digest)):
                self._done = self._done.plus(Done(known=count))
                continue
            source = Source(path, one.data, self._read_as, story)
            known.append((one, Job(page=source, rules=self._rules, tell="take"), digest))
        answers = self._workers.run([job for _, job, _ in known])
        for at, (one, job, digest) in enumerate(known):
            self._progress(f"reading file {done + at + 1:,} of {total:,}")
            self._take(one, job, digest, heard(next(answers)))

    def _take(self, one: _Input, job: Job, digest: bytes, answer: Answer) -> None:
        """Take what a worker read in a file; if it holds several stories, each of them."""
        assert job.page
        self._errors += answer.errors
        stories = [job._replace(page=job.page._replace(story=at + 1)) for at in range(answer.stories)]
        if not stories and not answer.taken:
            return
        try:
            file = File(job.page.path, self._data(one), self._read_as)
        except InputError as error:
            self._fail(one.path, str(error))
            return
        if digest_of(file.data) != digest:
            self._fail(one.path, "was changed while it was read: add it once more")
            return
        whole = not answer.errors and not job.page.story
        if answer.taken:
            self._wait(answer.taken, file, digest)
        for told in map(heard, self._workers.run(stories)):
            self._errors += told.errors
            whole = whole and not told.errors
            if told.taken:
                self._wait(told.taken, file, digest)
        if whole:
            self._finished[digest] = len(stories) or 1

    def _wait(self, taken: Taken, file: File, digest: bytes) -> None:
        self._waiting.append((taken._replace(digest=digest), file))
        if len(self._waiting) >= _BATCH:
            self._write()

    def _write(self) -> None:
        if not self._waiting and not self._finished:
            return
        originals = [taken for taken, _ in self._waiting]
        stand_in = {taken.digest: file for taken, file in self._waiting}
        self._done = self._done.plus(self._writer.add(originals, stand_in, self._finished))
        self._waiting.clear()
        self._finished.clear()

    def _data(self, one: _Input) -> bytes:
        return files.read_input(files.story_in(one.path)[0]) if one.data is None else one.data

    def _fail(self, path: str, why: str) -> None:
        self._errors.append(failed(path, why, InputError.exit_code))

    def _progress(self, text: str) -> None:
        if self._watched:
            streams.tell_plainly(f"\r{text:<40}" if text else "\r" + " " * 40 + "\r")


def _in_folder(folder: str) -> tuple[list[str], int]:
    """The files in a folder and those below it whose names are of a format, and how many others there are."""
    from licheck.readers import formats

    suffixes = tuple({suffix for format in formats() for suffix in format.suffixes})
    return _split(files_below(folder), suffixes)


def _split(paths: Iterator[str], suffixes: tuple[str, ...]) -> tuple[list[str], int]:
    wanted: list[str] = []
    others = 0
    for path in paths:
        if path.lower().endswith(suffixes):
            wanted.append(path)
        else:
            others += 1
    return wanted, others
