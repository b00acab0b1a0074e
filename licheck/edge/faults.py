"""What licheck says when it is itself at fault."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from licheck.edge.jobs import Answer

_PACKAGE = os.path.dirname(os.path.dirname(__file__)) + os.sep


def own_fault(error: BaseException) -> tuple[str, str]:
    """A sentence that names the exception and its place, and the traceback if LICHECK_DEBUG asks for it."""
    message = (
        f"licheck itself is at fault here ({type(error).__name__} in {_place(error)}). Please report this"
        " line, with the file, to the people who make licheck."
    )
    if not os.environ.get("LICHECK_DEBUG"):
        return message + " LICHECK_DEBUG=1 shows the traceback.", ""
    from traceback import format_exception

    return message, "".join(format_exception(error))


def _place(error: BaseException) -> str:
    """The innermost line of licheck's own that the exception came through."""
    place = "an unknown place"
    step = error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name.startswith(_PACKAGE):
            place = f"licheck/{name.removeprefix(_PACKAGE).replace(os.sep, '/')} line {step.tb_lineno}"
        step = step.tb_next
    return place


def heard(answer: Answer) -> Answer:
    """The answer, after its traceback was shown to whoever asked for that (LICHECK_DEBUG)."""
    from licheck.edge import streams

    streams.say(*answer.trace.splitlines())
    return answer
