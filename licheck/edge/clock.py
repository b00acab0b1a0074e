"""What day it is: asked once in a run, and only here."""

from __future__ import annotations

import os
import time

from licheck.errors import UsageError

VARIABLE = "SOURCE_DATE_EPOCH"


def today() -> str:
    """The day where this machine is, as 2026-11-22; the one in SOURCE_DATE_EPOCH (seconds since 1970, UTC) if set.

    Raises UsageError where that is set to something else (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    told = os.environ.get(VARIABLE, "")
    try:
        return time.strftime("%Y-%m-%d", time.gmtime(int(told)) if told else time.localtime())
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"{VARIABLE} must be a number of seconds since 1970, not {told[:40]!r}") from None
