"""Which rule files a run uses: those that come with licheck, or those that the user names by id or path."""

from __future__ import annotations

import os

from licheck.edge import files
from licheck.errors import UsageError
from licheck.rulesets.shipped import SUFFIXES, shipped

__all__ = ["ALL", "find", "rule_set_id", "shipped"]

ALL = ("*",)
"""All rule files that come with licheck, of which each page needs few (see `licheck.edge.rule_files`)."""


def find(name: str) -> str:
    """The path of a rule file: from the id of a rule set that comes with licheck, or from a path.

    Raises UsageError where the name is neither.
    """
    try:
        return with_id(name)
    except UsageError:
        if files.is_there(name) or os.sep in name or name.endswith(SUFFIXES):
            return name  # whether it can be read shows where it is read
        raise


def with_id(name: str) -> str:
    """The path of the rule file with this id, which comes with licheck. Raises UsageError where there is none."""
    by_id = {rule_set_id(path): path for path in shipped()}
    if name in by_id:
        return by_id[name]
    from difflib import get_close_matches

    close = get_close_matches(name.lower(), by_id, 1)
    meant = f"did you mean {close[0]}? " if close else ""
    raise UsageError(f"there is no rule set of this name: {meant}`licheck rules list` shows all of them")


def rule_set_id(path: str) -> str:
    """The id that the name of a rule file stands for."""
    return os.path.basename(path).rpartition(".")[0]
