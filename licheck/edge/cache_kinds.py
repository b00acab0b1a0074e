"""The kinds of jobs whose answers are kept: what each depends on beside its job, and how its answer is written."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any

from licheck.edge.jobs import Answer, Job, Source

if TYPE_CHECKING:
    from licheck.edge.cache_values import Read


class Kind:
    """A kind of job. An entry is a JSON list of these fields of the answer; `also` is checked whenever it is read.

    `by_rules`: the answer depends on the rule files that the job names.
    """

    fields: tuple[str, ...] = ("also",)
    by_rules = False

    @property
    def name(self) -> str:
        """What tells the entries of this kind from those of others."""
        return type(self).__name__

    def reads(self, job: Job) -> tuple[Source | None, ...]:  # noqa: ARG002
        """The files that the answer depends on, as far as the job names them."""
        return ()

    def place(self, job: Job) -> str:  # noqa: ARG002
        """Where licheck stands, where the answer depends on that."""
        return ""

    def may_keep(self, answer: Answer) -> bool:  # noqa: ARG002
        """Whether a later run may give this answer, which has no errors."""
        return True

    def holds(self, answer: Answer) -> bool:  # noqa: ARG002
        """Whether a kept answer still holds, as far as the key does not tell."""
        return True

    def that_asks_for_more(self, job: Job) -> Job | None:  # noqa: ARG002
        """A job whose answer holds that of this one."""
        return None

    def with_less(self, answer: Answer) -> Answer | None:
        """The answer to a job, from that to the job that asks for more; None where it does not hold it."""
        return answer

    def written(self, answer: Answer) -> bytes:
        """The body of an entry. Raises TypeError for what cannot be kept."""
        from licheck.edge.cache_values import plain

        parts = [plain(getattr(answer, field)) for field in self.fields]
        return json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()

    def read(self, body: bytes) -> Answer:
        """The answer in the body of an entry. Raises ValueError, TypeError, RecursionError for what is none."""
        values = json.loads(body)
        readers = self.readers()
        if type(values) is not list or len(values) != len(readers):
            raise ValueError
        parts = {field: read(value) for (field, read), value in zip(readers.items(), values, strict=True)}
        return Answer(**parts)

    def readers(self) -> dict[str, Read]:
        """How to read each field."""
        return _readers(self)

    def hints(self) -> dict[str, Any]:
        """The type of each field."""
        return {"also": tuple[tuple[str, str], ...]}


@cache
def _readers(kind: Kind) -> dict[str, Read]:
    from licheck.edge.cache_values import reader

    hints = kind.hints()
    return {field: reader(hints[field]) for field in kind.fields}


class Page(Kind):
    """A page, or a story in a file, is judged."""

    fields = ("page", "stories", "waivers", "also")
    by_rules = True

    def reads(self, job: Job) -> tuple[Source | None, ...]:
        """See Kind."""
        return job.page, job.original

    def may_keep(self, answer: Answer) -> bool:
        """See Kind."""
        return bool(answer.page or answer.stories)

    def that_asks_for_more(self, job: Job) -> Job | None:
        """See Kind: for a report that shows the texts."""
        return None if job.sides else job._replace(sides=True)

    def with_less(self, answer: Answer) -> Answer | None:
        """See Kind."""
        page = answer.page
        if page is None or not page.rule_sets:
            return answer
        if page.sides is None:  # they were too long to be shown, which its notes tell
            return None
        from dataclasses import replace

        return answer._replace(page=replace(page, sides=None))

    def hints(self) -> dict[str, Any]:
        """See Kind."""
        from licheck.edge.cache_values import NAMES, later
        from licheck.model.report import PageReport
        from licheck.model.waiver import Waiver

        NAMES["Sides"] = later("licheck.model.sides", "Sides")
        return {
            "page": PageReport | None,
            "stories": int,
            "waivers": tuple[Waiver, ...],
            **super().hints(),
        }


class Sound(Kind):
    """Rule files, or an original, are read to see whether they can be used."""

    by_rules = True

    def reads(self, job: Job) -> tuple[Source | None, ...]:
        """See Kind."""
        return (job.original,)


class Settings(Kind):
    """A configuration is read. What it names is looked at again each time: a link may lead elsewhere by now."""

    fields = ("result", "also")

    def place(self, job: Job) -> str:  # noqa: ARG002
        """See Kind: paths are told as they are seen from here."""
        return os.getcwd()

    def holds(self, answer: Answer) -> bool:
        """See Kind."""
        from licheck.edge.settings_read import stay_within

        return stay_within(answer.result)

    def hints(self) -> dict[str, Any]:
        """See Kind."""
        from licheck.settings.values import File

        return {"result": tuple[File, ...], **super().hints()}


class Baseline(Kind):
    """A baseline is read."""

    fields = ("result", "also")

    def reads(self, job: Job) -> tuple[Source | None, ...]:
        """See Kind."""
        from licheck.edge.settings_read import ReadBaseline

        return (Source(job.task.path),) if isinstance(job.task, ReadBaseline) else ()

    def hints(self) -> dict[str, Any]:
        """See Kind."""
        from licheck.settings.baseline import Known

        return {"result": tuple[Known, ...], **super().hints()}


class Store(Kind):
    """A store of originals is got ready. Where there is something to say about it, it is said each time."""

    def may_keep(self, answer: Answer) -> bool:
        """See Kind."""
        return not answer.told


_PAGE, _SOUND, _SETTINGS, _BASELINE, _STORE = Page(), Sound(), Settings(), Baseline(), Store()


def kind_of(job: Job) -> Kind | None:
    """The kind that a job is of; None for one whose answer is not kept."""
    if job.task:
        from licheck.edge.settings_read import ReadBaseline, ReadSettings

        if isinstance(job.task, ReadSettings):
            return _SETTINGS
        return _BASELINE if isinstance(job.task, ReadBaseline) else None
    if job.tell:
        return None
    if job.page:
        return _PAGE
    return _STORE if job.store else _SOUND
