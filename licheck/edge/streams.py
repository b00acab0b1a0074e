"""The standard streams: what they can show, and writing to them so that nothing is lost without a word."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

TYPE_CHECKING = False  # typing is not worth its start-up to `licheck --version`
if TYPE_CHECKING:
    from typing import TextIO

_NARROWEST, _WIDEST = 40, 120  # columns; longer lines are hard to read
_PLAIN = 80  # columns where there is no terminal: the same output everywhere


class HungUp(Exception):
    """Whoever read our output has gone (`| head`), and nobody is there to be told."""

    exit_code = 141  # 128 + SIGPIPE, as with every other tool in a pipeline


def open_missing() -> None:
    """Have closed standard streams lead nowhere, so that no file or pipe is opened in their place."""
    for stream in range(3):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def write(text: str, encoding: str = "") -> None:
    """Write to standard output, in its own encoding if none is given. Raises OutputError, HungUp.

    A character that the encoding lacks is written as an escape (`\\u2713`).
    """
    out = sys.stdout
    if out is None:
        raise _lost("the output could not be written: standard output is closed")
    try:
        out.flush()
        out.buffer.write(text.encode(encoding or out.encoding, "backslashreplace"))
        out.buffer.flush()
    except BrokenPipeError as error:
        _abandon(out)
        raise HungUp from error
    except OSError as error:
        _abandon(out)
        reason = (error.strerror or "unknown reason").lower()
        raise _lost(f"the output could not be written to standard output: {reason}") from error


def _lost(message: str) -> Exception:
    from licheck.errors import OutputError

    return OutputError(message)


def say(*lines: str) -> None:
    """Lines for people on standard error, safe to print whatever is in them; lost where there is none."""
    if lines:
        tell_plainly(harmless(lines))


def harmless(lines: Iterable[str]) -> str:
    """Lines with all that would act on a terminal or a CI log made visible, each with its line end."""
    from licheck.reports.escape import ci, terminal

    return "".join(ci(terminal(line)) + "\n" for line in lines)


def show_progress(done: int, total: int) -> None:
    """A counter on standard error, always in the same place."""
    tell_plainly(f"\rchecked {done} of {total}")


def clear_progress() -> None:
    """Take the counter away."""
    tell_plainly("\r" + " " * 40 + "\r")


def tell_plainly(text: str) -> None:
    """Write to standard error what needs nothing imported and holds nothing of a stranger's."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)  # its encoding lacks nothing: Python escapes there by itself
        sys.stderr.flush()
    except (OSError, ValueError):
        _abandon(sys.stderr)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at it."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def colour_wanted(asked: str) -> bool:
    """Whether standard output gets colour. `asked` is auto, always or never.

    auto heeds NO_COLOR (https://no-color.org), FORCE_COLOR (https://force-color.org) and TERM=dumb.
    """
    if asked != "auto":
        return asked == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return os.environ.get("TERM") != "dumb" and is_terminal(sys.stdout)


def width(to_file: bool = False) -> int:
    """The columns of the terminal on standard output; where there is none, or for a file, always the same."""
    if to_file or not is_terminal(sys.stdout):
        return _PLAIN
    try:
        return min(max(os.get_terminal_size(sys.stdout.fileno()).columns, _NARROWEST), _WIDEST)
    except (OSError, ValueError):
        return _PLAIN


def shows_unicode() -> bool:
    """Whether standard output can carry any character."""
    encoding = (getattr(sys.stdout, "encoding", "") or "ascii").lower().replace("_", "-")
    return encoding in ("utf-8", "utf8", "utf-16", "utf-32", "utf-8-sig")


def _abandon(stream: TextIO) -> None:
    """Let what is still buffered go nowhere, or Python complains about it when it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
