"""Where the rule files are that come with licheck. They are named here and read elsewhere."""

# pathlib would cost every run 5 ms of start-up for nothing that os does not do here.
# ruff: noqa: PTH100, PTH112, PTH118, PTH120, PTH208

from __future__ import annotations

import os

import licheck
from licheck.errors import UsageError

SUFFIXES = (".yaml", ".yml")


def folder() -> str:
    """The folder of the shipped rule files: inside an installed package, or `rules/` of a checkout.

    Raises UsageError when neither is there.
    """
    package = os.path.dirname(os.path.abspath(licheck.__file__))
    for place in (os.path.join(package, "_rules"), os.path.join(os.path.dirname(package), "rules")):
        if os.path.isdir(place):
            return place
    raise UsageError("licheck's own rule files are missing: install licheck again, or name a rule file.")


def shipped() -> tuple[str, ...]:
    """The paths of all shipped rule files, in the order of their names."""
    place = folder()
    return tuple(os.path.join(place, name) for name in sorted(os.listdir(place)) if name.endswith(SUFFIXES))
