"""Answers kept from run to run, under a key made of all that they depend on. A cache never fails a run.

The key is a hash of bytes: of the program, the rule files, the options and settings, the day, the original or the
state of the store of originals, and the page. Where all answers are kept ones, no worker process is started.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property

from licheck.edge import files
from licheck.edge.cache_entries import Entries
from licheck.edge.cache_hash import blake2b, joined
from licheck.edge.cache_kinds import Kind, kind_of
from licheck.edge.cache_program import program
from licheck.edge.cache_stamps import Digests, state_of
from licheck.edge.jobs import Answer, Doing, Job, Source
from licheck.edge.rulebook import ALL
from licheck.edge.settings_find import shown
from licheck.errors import InputError
from licheck.rulesets.shipped import SUFFIXES
from licheck.rulesets.shipped import folder as shipped_rules

VERSION = 2  # of the shape of entries


class Cache:
    """Does jobs as workers do, but gives the answers that a folder holds, and keeps new ones there."""

    def __init__(self, folder: str, workers: Doing) -> None:
        self.entries = Entries(os.path.join(folder, f"answers-{VERSION}"))
        self._workers = workers
        self._digests = Digests()
        self._rules: dict[tuple[str, ...], bytes] = {}
        self._roots: dict[str, str] = {}
        self._own = shipped_rules()

    def run(self, jobs: Sequence[Job]) -> Iterator[Answer]:
        """The answers in the order of the jobs, kept ones or new ones; new ones are kept."""
        kinds = [kind_of(job) for job in jobs]
        keys = [self._key(job, kind) if kind else "" for job, kind in zip(jobs, kinds, strict=True)]
        kept = [self._known(job, key, kind) for job, key, kind in zip(jobs, keys, kinds, strict=True)]
        judged = self._workers.run([job for job, answer in zip(jobs, kept, strict=True) if answer is None])
        for job, key, kind, answer in zip(jobs, keys, kinds, kept, strict=True):
            if answer is None:
                answer = next(judged)
                if kind and key and self._digests.unchanged(*kind.reads(job)):
                    self._put(key, kind, answer)
            yield answer

    @cached_property
    def _program(self) -> str:
        return program()

    def _key(self, job: Job, kind: Kind) -> str:
        """The name of a job's answer; empty for one that cannot be kept."""
        try:
            return joined(
                self._program.encode(),
                f"{kind.name} {kind.place(job)}".encode("utf-8", "surrogateescape"),
                repr(self._anywhere(job)).encode("utf-8", "replace"),
                *(self._digests.of(source).encode() for source in kind.reads(job) if source),
                self._of_rules(job.rules) if kind.by_rules else b"",
                state_of(job.store) if job.store else b"",
            )
        except (OSError, InputError):  # whoever reads it will tell
            return ""

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

    def _known(self, job: Job, key: str, kind: Kind | None) -> Answer | None:
        """The answer that was kept for a job, or made of one that was kept for a job that asks for more."""
        found = self._get(key, kind)
        if found is None and kind and key and (more := kind.that_asks_for_more(job)):
            known = self._get(self._key(more, kind), kind)
            found = kind.with_less(known) if known else None
            if found:
                self._put(key, kind, found)
        return found

    def _get(self, key: str, kind: Kind | None) -> Answer | None:
        """The answer that was kept; None where there is none, or where it is of no use any more."""
        body = self.entries.get(key) if kind and key else None
        if not kind or body is None:
            return None
        try:
            found = kind.read(body)
            same = all(self._digests.of_any(path) == digest for path, digest in found.also)
        except (ValueError, TypeError, RecursionError):
            return None
        return found if same and kind.holds(found) else None

    def _put(self, key: str, kind: Kind, answer: Answer) -> None:
        """Keep an answer, if it is one that a later run may give."""
        if answer.errors or answer.spent or answer.trace or not kind.may_keep(answer):
            return
        with suppress(ValueError, TypeError, RecursionError):
            self.entries.put(key, kind.written(answer))

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


def _name(source: Source | None) -> Source | None:
    return source._replace(data=None) if source else None
