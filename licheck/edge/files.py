"""Files in, files out.

An input is read or refused with a sentence, never waited for. A report appears whole or not at all.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import contextmanager, suppress

from licheck.errors import InputError, OutputError

TYPE_CHECKING = False  # typing is not worth its start-up to a run of one page
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

LIMIT = 30_000_000  # bytes: "files above 30 MB are refused by name" (docs/reliability.md)
RULES_LIMIT = 1_000_000  # bytes of a rule file

_CHUNK = 1 << 20
_STANDARD_OUTPUT = ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")

_WHY = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file: a part of its path is not a folder",
    errno.EACCES: "may not be read: ask for permission to read it",
    errno.EPERM: "may not be read: ask for permission to read it",
    errno.ELOOP: "cannot be read: its symbolic links lead in a circle",
    errno.ENAMETOOLONG: "cannot be read: the name is longer than the system allows",
}


def read_input(path: str, limit: int = LIMIT) -> bytes:
    """All bytes of a regular file that is neither empty nor larger than `limit` bytes.

    Raises InputError with the reason, without the path. Devices, pipes and sockets are refused unread.
    """
    try:
        _require_file(path, os.stat(path), limit)
        # Between the look and the opening the file may have become a pipe: do not wait for its other end.
        flags = (
            os.O_RDONLY
            | getattr(os, "O_NONBLOCK", 0)
            | getattr(os, "O_NOCTTY", 0)
            | getattr(os, "O_BINARY", 0)
        )
        handle = os.open(path, flags)
        try:
            _require_file(path, os.fstat(handle), limit)
            data = _read_up_to(handle, limit + 1)
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        raise InputError(_why(path, error)) from error
    if len(data) > limit:
        raise InputError(_too_large(len(data), limit))
    if not data:
        raise InputError("is empty: save it again")
    return data


def read_standard_input() -> bytes:
    """All of standard input, under the same limits. Raises InputError."""
    if sys.stdin is None:
        raise InputError("standard input is closed: name a file, or pipe the page in")
    try:
        data = _read_up_to(sys.stdin.fileno(), LIMIT + 1)
    except (OSError, ValueError) as error:
        raise InputError(_why("-", error)) from error
    if len(data) > LIMIT:
        raise InputError(_too_large(len(data), LIMIT))
    if not data:
        raise InputError("standard input is empty: pipe a page in, or name a file")
    return data


def size(path: str) -> int:
    """The size of a file in bytes, 0 where it cannot be told."""
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):
        return 0


def story_in(path: str) -> tuple[str, int]:
    """(`feed.xml`, 3) for `feed.xml#3`, the third story of a file; (path, 0) where a file is called so."""
    file, _, number = path.rpartition("#")
    if not file or not number.isdecimal() or len(number) > 6 or int(number) == 0 or is_there(path):
        return path, 0
    return file, int(number)


def is_there(path: str) -> bool:
    """Whether the name stands for anything at all."""
    return os.path.lexists(path)


def same(one: str, other: str) -> bool:
    """Whether two paths lead to the same existing file."""
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return False


def _require_file(path: str, status: os.stat_result, limit: int) -> None:
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise InputError(
            "is a folder: name the files in it, for example with " + os.path.join(path, "*.html")
        )
    if not stat.S_ISREG(mode):
        raise InputError(
            f"is {_special(mode)}, not a file: save the page to a file, or pipe it into `licheck check -`"
        )
    if status.st_size > limit:
        raise InputError(_too_large(status.st_size, limit))


def _special(mode: int) -> str:
    kinds = (
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((name for holds, name in kinds if holds(mode)), "something special")


def _read_up_to(handle: int, most: int) -> bytes:
    data = bytearray()
    while len(data) < most:
        chunk = os.read(handle, min(_CHUNK, most - len(data)))
        if not chunk:
            break
        data += chunk
    return bytes(data)


def _too_large(found: int, limit: int) -> str:
    size = f"{found / 1e6:.1f} MB" if found > limit + 1 else f"more than {limit // 1_000_000} MB"
    return f"is too large ({size}, the limit is {limit // 1_000_000} MB): save the story alone and try again"


def _why(path: str, error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return "cannot be read: the name holds a character that no file name can hold"
    if not path:
        return "cannot be read: the name is empty"
    if error.errno == errno.ENOENT and path.startswith("~"):
        return "there is no such file: the shell did not replace the ~; write the folder's full name"
    if error.errno == errno.ENOENT and path.lower().startswith(("http://", "https://")):
        return "is an address, and licheck fetches nothing: save the page, and name the file"
    if error.errno == errno.ENOENT and os.path.islink(path):
        return "cannot be read: it is a symbolic link to a file that is not there"
    return _WHY.get(error.errno or 0, f"cannot be read: {(error.strerror or 'unknown reason').lower()}")


def require_writable(path: str) -> None:
    """Raise OutputError, before any work is done, where a report can certainly not be written to `path`."""
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    if not path:
        raise OutputError("the name of the report (--output) is empty")
    if os.path.isdir(target):
        raise OutputError(f"{path}: the report cannot be written: it is a folder; name a file in it")
    if not os.path.isdir(folder):
        raise OutputError(f"{path}: the report cannot be written: there is no folder {folder}; make it first")


def write_output(path: str, data: bytes) -> None:
    """Write a report. A symbolic link stays one, and permissions stay. Raises OutputError."""
    with _output(path) as handle:
        write_all(handle, data)


@contextmanager
def whole(path: str) -> Iterator[IO[bytes]]:
    """A report that is written piece by piece; as with `write_output`, it appears whole or not at all.

    Raises OutputError. To a device, and to standard output, the pieces go as they come.
    """
    with _output(path) as handle, open(handle, "wb", closefd=False) as file:
        yield file


@contextmanager
def _output(path: str) -> Iterator[int]:
    """What a report is written to. Raises OutputError, also for what goes wrong while it is written."""
    try:
        target, mode = _target(path)
        if path in _STANDARD_OUTPUT:  # it may be a pipe, or a log that others write to
            yield 1
        elif mode is None or stat.S_ISREG(mode):
            with _replacing(target, mode) as handle:
                yield handle
        elif stat.S_ISCHR(mode):
            handle = os.open(target, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
            try:
                yield handle
            finally:
                os.close(handle)
        else:
            raise OutputError(f"{path}: the report cannot be written: it is {_special(mode)}, not a file")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise OutputError(f"{path}: the report could not be written: {reason}") from error


def _target(path: str) -> tuple[str, int | None]:
    """The file that is meant, behind all links, and its mode; None where it is not there yet. Raises OSError."""
    try:
        target = os.path.realpath(path)
        return target, os.stat(target).st_mode
    except FileNotFoundError:
        return target, None
    except ValueError as error:  # a character that no file name can hold
        raise OSError(errno.EINVAL, "the name cannot be used") from error


@contextmanager
def _replacing(target: str, mode: int | None) -> Iterator[int]:
    """A new file, open for writing, which takes the place of `target` once it is written; if not, nothing of it stays."""
    # A short name of its own: one made from a long target's name could be longer than the system allows.
    name = f".licheck-{os.getpid()}-{os.urandom(4).hex()}.tmp"
    temporary = os.path.join(os.path.dirname(target), name)
    if mode is not None and not os.access(target, os.W_OK):  # replacing would not ask
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(handle, stat.S_IMODE(mode))
            yield handle
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(temporary, target)
    except BaseException:  # a signal too must leave nothing behind
        with suppress(OSError):
            os.unlink(temporary)
        raise


def write_all(handle: int, data: bytes) -> None:
    """Write every byte to a file descriptor. Raises OSError."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
