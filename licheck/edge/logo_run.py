"""`licheck logo`: what pictures look like, as the lines that a rule file takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from licheck.edge import publish, streams
from licheck.edge.faults import heard
from licheck.edge.jobs import Job, Source
from licheck.edge.workers import Workers

if TYPE_CHECKING:
    from licheck.edge.jobs import Answer
    from licheck.model.report import ErrorEntry


class Look(NamedTuple):
    """The task of looking at a picture; what is told are its hashes."""

    seconds: int = 0

    def __call__(self, job: Job) -> Answer:
        """See `licheck.edge.jobs.Task`."""
        from licheck.edge import files
        from licheck.edge.jobs import Answer
        from licheck.errors import InputError
        from licheck.logos.read import MOST_BYTES, seen

        assert job.page
        found = seen(files.read_input(job.page.path, MOST_BYTES))
        if not found.looks:
            raise InputError(f"gives no hash: {found.why}")
        return Answer(told=tuple(map(str, found.looks)))


def tell(names: tuple[str, ...]) -> int:
    """Write the hashes of these pictures as the option `hashes` of the kind `logo`. Returns the exit code."""
    errors: list[ErrorEntry] = []
    lines: list[str] = []
    with Workers() as workers:
        answers = workers.run([Job(page=Source(name), rules=(), task=Look()) for name in names])
        for name, answer in zip(names, answers, strict=True):
            errors += heard(answer).errors
            lines += [f"  # {name}", *(f'  - "{told}"' for told in answer.told)] if answer.told else []
    streams.say(*map(publish.sentence, errors))
    if lines:
        streams.write(streams.harmless(["hashes:", *lines]))
    return max((error.exit_code for error in errors), default=0)
