"""What worker processes are asked and what they answer: plain values, which the process that hands them out can make
without importing anything of the work itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from licheck.edge.settings_find import Settled

if TYPE_CHECKING:
    from licheck.edge.originals_find import Match
    from licheck.edge.originals_values import Taken
    from licheck.model.report import ErrorEntry, PageReport
    from licheck.model.waiver import Waiver


class Source(NamedTuple):
    """A file to read, or what was read already (`data`). `format` is empty where the file is to tell it.

    `story` is the number (from 1) of one story in it, 0 where none is named.
    """

    path: str
    data: bytes | None = None
    format: str = ""
    story: int = 0

    @property
    def name(self) -> str:
        """What reports call it: `feed.xml#3` for a story."""
        return f"{self.path}#{self.story}" if self.story else self.path


class Task(Protocol):
    """Work of another kind than a check, handed to the workers as a value that can be pickled.

    `seconds` is how long it may take, 0: as long as any file of that size.
    """

    @property
    def seconds(self) -> int:
        """See above."""

    def __call__(self, job: Job) -> Answer:
        """Do it. May raise what `work` turns into an error entry."""


class Doing(Protocol):
    """Who does jobs: workers, or a cache that knows what they answered before."""

    def run(self, jobs: Sequence[Job]) -> Iterator[Answer]:
        """The answers in the order of the jobs."""


class Job(NamedTuple):
    """What a worker is to do: judge `page`; without one, only load the rules and read the original.

    `rules` are paths of rule files; `chosen_by` tells why they apply (empty: each rule set is applied
    to the pages it recognises). `medium` is a value of `licheck.model.requirement.Medium`. `tell` asks for
    what is seen on a page: in words (`terminal`) or as `jsonl`. `store` is the folder of a store of originals, in
    which that of `page` is looked for; without a page, the store is only got ready. There `tell` can ask for
    `matches`, and without a store for what one would `take` of a page.
    `task` is what a worker does in place of all that, with `page` for its file. `sides` asks for the
    texts of the page and its original too, for a report that shows them. `original_from` is how the original
    is known, `settled` what the settings say of the page. `archived` gives the bytes of a picture, by its address as the
    page writes it, where the page was read from an archive that may hold it.
    """

    page: Source | None
    rules: tuple[str, ...]
    original: Source | None = None
    people: tuple[str, ...] = ()
    people_from: str = ""
    chosen_by: str = ""
    medium: str = "online"
    profile: str = ""
    today: str = ""
    tell: str = ""
    store: str = ""
    task: Task | None = None
    sides: bool = False
    original_from: str = "you (--original)"
    settled: Settled = Settled()
    archived: Callable[[str], bytes | None] | None = None

    @property
    def subject(self) -> str:
        """The path that an error of this job is about."""
        if self.page:
            return self.page.name
        return self.original.name if self.original else self.store or self.rules[0]

    @property
    def exit_code(self) -> int:
        """What an error of this job ends the run with: 2 for a rule file, 3 for a page or an original."""
        return 3 if self.page or self.original else 2


class Answer(NamedTuple):
    """A page report, or errors, or (for a job without a page) neither: all is well. `told` is what was asked,
    as are `taken` and `matches`; `result` is that of a task.

    `stories` is how many a file holds that holds several: each is a job of its own. `spent` asks for a new
    process for the next job; `trace` is for whoever looks for a fault of our own. `waivers` are those that the
    page itself holds; `also` are other files that the report comes from, each with its bytes in short.
    """

    page: PageReport | None = None
    errors: tuple[ErrorEntry, ...] = ()
    told: tuple[str, ...] = ()
    stories: int = 0
    spent: bool = False
    trace: str = ""
    taken: Taken | None = None
    matches: tuple[Match, ...] | None = None
    result: Any = None
    waivers: tuple[Waiver, ...] = ()
    also: tuple[tuple[str, str], ...] = ()


def refused(job: Job, why: str, *, spent: bool = False, exit_code: int = 0) -> Answer:
    """The answer to a job that could not be done; `exit_code` if it is not what such jobs end with."""
    for named in (f"{job.subject} ", f"{job.subject}: "):  # an entry names its file itself
        why = why.removeprefix(named)
    return Answer(errors=(failed(job.subject, why, exit_code or job.exit_code),), spent=spent)


def failed(path: str, message: str, exit_code: int) -> ErrorEntry:
    """An error entry; see `licheck.model.report.ErrorEntry`."""
    from licheck.model.report import ErrorEntry  # the model is not for the process that only hands out jobs

    return ErrorEntry(path, message, exit_code)
