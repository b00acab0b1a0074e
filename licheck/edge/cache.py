"""Answers kept from run to run, under a key made of all that they depend on. A cache never fails a run.

The key is a hash of bytes: of the program, the rule files, the options and settings, the day, the original or the
state of the store of originals, and the page. An entry is one file with a checksum; it appears whole or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from licheck.edge import files
from licheck.edge.cache_place import cache_folder, program
from licheck.edge.judge import Answer, Job, Source
from licheck.edge.rulebook import ALL
from licheck.edge.settings_find import shown
from licheck.errors import InputError
from licheck.rulesets.shipped import SUFFIXES
from licheck.rulesets.shipped import folder as shipped_rules

if TYPE_CHECKING:
    from licheck.edge.workers import Workers

VERSION = 1  # of the shape of entries
LARGEST = 1 << 18  # bytes of an entry; a report on one page has about 10 kB
FULL = 1 << 20  # bytes in each of 256 folders: 256 MB in all

_FILES = 1_000  # in each folder


class Stamp(NamedTuple):
    """A file as it was: when this is the same, so are its bytes."""

    size: int
    changed: int
    number: int


class Cache:
    """The answers kept in a folder."""

    def __init__(self, folder: str) -> None:
        self._folder = os.path.join(folder, f"answers-{VERSION}")
        self._program = program()
        self._digests: dict[str, tuple[Stamp, bytes]] = {}
        self._rules: dict[tuple[str, ...], bytes] = {}
        self._roots: dict[str, str] = {}
        self._own = shipped_rules()

    def run(self, jobs: Sequence[Job], workers: Workers) -> Iterator[Answer]:
        """The answers in the order of the jobs, kept ones or new ones; new ones are kept."""
        keys = [self.key(job) for job in jobs]
        kept = [self.get(key) if key else None for key in keys]
        judged = workers.run([job for job, answer in zip(jobs, kept, strict=True) if answer is None])
        for job, key, answer in zip(jobs, keys, kept, strict=True):
            if answer is None:
                answer = next(judged)
                if key and self._unchanged(job):
                    self.put(key, answer)
            yield answer

    def key(self, job: Job) -> str:
        """The name of a job's answer; empty for one that cannot be kept."""
        if job.page is None or job.task or job.tell:
            return ""
        try:
            parts = (
                self._program.encode(),
                repr(self._anywhere(job)).encode("utf-8", "replace"),
                self._bytes(job.page),
                self._bytes(job.original) if job.original else b"",
                self._of_rules(job.rules),
                _store(job.store),
            )
        except (OSError, InputError):  # whoever reads it will tell
            return ""
        mixed = blake2b(digest_size=20)
        for part in parts:
            mixed.update(len(part).to_bytes(8, "big") + part)
        return mixed.hexdigest()

    def _anywhere(self, job: Job) -> Job:
        """The job without bytes, and without the paths that differ between two places where the same is checked."""
        root = job.settled.root
        if root not in self._roots:
            self._roots[root] = shown(root) if root else ""
        rules = (os.path.basename(path) if os.path.dirname(path) == self._own else path for path in job.rules)
        settled = job.settled._replace(root=self._roots[root])
        return job._replace(
            page=_name(job.page), original=_name(job.original), rules=tuple(rules), settled=settled
        )

    def get(self, key: str) -> Answer | None:
        """The answer that was kept; None where there is none, or where it is of no use any more."""
        try:
            with open(self._path(key), "rb") as file:
                data = file.read(LARGEST + 1)
            return self._read(data) if len(data) <= LARGEST else None
        except (OSError, ValueError, TypeError, RecursionError, InputError):
            return None

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer, if it is one that a later run may give."""
        if answer.errors or answer.spent or answer.trace or not (answer.page or answer.stories):
            return
        with suppress(OSError, ValueError, TypeError, RecursionError):
            data = _written(answer)
            if len(data) <= LARGEST:
                self._write(self._path(key), data)

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, key[:2], key[2:])

    def _read(self, data: bytes) -> Answer | None:
        import json

        checksum, _, body = data.partition(b"\n")
        if checksum != _checksum(body):
            return None
        page, stories, waivers, also = json.loads(body)
        read = _readers()
        found = Answer(read[0](page), stories=read[1](stories), waivers=read[2](waivers), also=read[3](also))
        same = all(self._bytes(Source(path)).hex() == digest for path, digest in found.also)
        return found if same else None

    def _write(self, path: str, data: bytes) -> None:
        folder = os.path.dirname(path)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        _make_room(folder, len(data))
        temporary = os.path.join(folder, f".{os.getpid()}-{os.urandom(4).hex()}")
        try:
            handle = os.open(
                temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
            )
            try:
                files.write_all(handle, data)
            finally:
                os.close(handle)
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise

    def _bytes(self, source: Source) -> bytes:
        """The bytes of a file in short. Raises OSError and InputError."""
        if source.data is not None:
            return blake2b(source.data, digest_size=16).digest()
        stamp = _stamp(source.path)
        if source.path not in self._digests or self._digests[source.path][0] != stamp:
            digest = blake2b(files.read_input(source.path), digest_size=16).digest()
            self._digests[source.path] = stamp, digest
        return self._digests[source.path][1]

    def _unchanged(self, job: Job) -> bool:
        """Whether what was read is what the key was made of, so far as can be seen."""
        sources = [one for one in (job.page, job.original) if one and one.data is None]
        try:
            return all(self._digests[one.path][0] == _stamp(one.path) for one in sources)
        except (OSError, KeyError):
            return False

    def _of_rules(self, rules: tuple[str, ...]) -> bytes:
        """All rule files that these ones may draw on; those that come with licheck are a part of the program."""
        if rules not in self._rules:
            mixed = blake2b(digest_size=16)
            for path in rules:
                place = os.path.dirname(path)
                if place == self._own or path in ALL:
                    continue
                data = files.read_input(path, files.RULES_LIMIT)
                mixed.update(blake2b(data).digest())
                if b"extends" in data:  # from a file beside it
                    for name in sorted(os.listdir(place or ".")):
                        if name.endswith(SUFFIXES):
                            beside = os.path.join(place, name)
                            mixed.update(blake2b(files.read_input(beside, files.RULES_LIMIT)).digest())
            self._rules[rules] = mixed.digest()
        return self._rules[rules]


def answers(jobs: Sequence[Job], workers: Workers, *, wanted: bool) -> Iterator[Answer]:
    """The answers in the order of the jobs, from the cache where it is wanted and there is a place for it."""
    folder = cache_folder() if wanted and any(job.page and not (job.tell or job.task) for job in jobs) else ""
    return Cache(folder).run(jobs, workers) if folder else workers.run(jobs)


def _name(source: Source | None) -> Source | None:
    return source._replace(data=None) if source else None


def _stamp(path: str) -> Stamp:
    status = os.stat(path)
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


def _store(folder: str) -> bytes:
    """The state of a store of originals: sizes and times of its files. Raises OSError."""
    if not folder:
        return b""
    with os.scandir(folder) as entries:
        found = sorted((entry.name, *_stamp(entry.path)) for entry in entries if entry.is_file())
    return repr(found).encode()


def _written(answer: Answer) -> bytes:
    import json

    from licheck.edge.cache_values import plain

    parts = [plain(part) for part in (answer.page, answer.stories, answer.waivers, answer.also)]
    body = json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()
    return _checksum(body) + b"\n" + body


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).hexdigest().encode()


_made: list[tuple[Any, ...]] = []


def _readers() -> tuple[Any, ...]:
    if not _made:
        from licheck.edge.cache_values import NAMES, reader
        from licheck.model.report import PageReport
        from licheck.model.sides import Sides
        from licheck.model.waiver import Waiver

        NAMES["Sides"] = Sides
        hints = (PageReport | None, int, tuple[Waiver, ...], tuple[tuple[str, str], ...])
        _made.append(tuple(reader(hint) for hint in hints))
    return _made[0]


def _make_room(folder: str, size: int) -> None:
    """Take the oldest entries away where a folder would grow too large."""
    with os.scandir(folder) as entries:
        oldest_first = sorted((stamp.changed, stamp.size, path) for path, stamp in _stamps(entries))
    total, count = sum(each for _, each, _ in oldest_first) + size, len(oldest_first) + 1
    for _, each, path in oldest_first:
        if total <= FULL and count <= _FILES:
            return
        with suppress(OSError):
            os.unlink(path)
        total, count = total - each, count - 1


def _stamps(entries: Iterable[os.DirEntry[str]]) -> Iterator[tuple[str, Stamp]]:
    for entry in entries:
        with suppress(OSError):  # another run took it away
            yield entry.path, _stamp(entry.path)
