"""Where what was worked out once is kept: the folder of the cache."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from licheck.edge.jobs import Doing

VARIABLE = "LICHECK_CACHE"


def cache_folder() -> str:
    """The folder that LICHECK_CACHE names, else `licheck` in the user's folder for caches; empty where there is none.

    LICHECK_CACHE set to nothing means that nothing is kept.
    """
    told = os.environ.get(VARIABLE)
    if told is not None:
        return told and os.path.abspath(told)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return os.path.join(base, "licheck") if os.path.isabs(base) else ""


def keeping(workers: Doing, *, wanted: bool) -> Doing:
    """These workers, with what they answered in earlier runs, where that is wanted and there is a place for it."""
    folder = cache_folder() if wanted else ""
    if not folder:
        return workers
    from licheck.edge.cache import Cache

    return Cache(folder, workers)
