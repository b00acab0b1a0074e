"""The one exception tree.

    LicheckError            licheck could not do its work: never a finding
    |-- UsageError          wrong arguments or configuration            exit code 2
    |   `-- RuleSetError    a rule file with faults, all of them        exit code 2
    `-- InputError          an input that could not be read             exit code 3
    |   `-- FormatError     the reader of a format could not read it    exit code 3
    |-- PatternTimeout      a rule's pattern ran out of time            exit code 3, but see there
    `-- OutputError         a report that could not be written          exit code 3

Every message is one sentence for a person: what is wrong, and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class LicheckError(Exception):
    """Base of all errors that licheck raises on purpose. `exit_code` is what the process ends with."""

    exit_code = 3


class UsageError(LicheckError):
    """The arguments or the configuration are wrong."""

    exit_code = 2


class Fault(NamedTuple):
    """One thing wrong in a rule file. `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class RuleSetError(UsageError):
    """A rule file has faults; `faults` holds all of them in the order of the file."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class InputError(LicheckError):
    """A page or an original could not be read."""


class FormatError(InputError):
    """The reader of a format could not make a page of the bytes."""


class PatternTimeout(LicheckError):
    """A pattern of a rule file ran out of time. Who judges with it catches it: the verdict is cant-tell."""


class OutputError(LicheckError):
    """A report could not be written."""
