"""Where the rule files are that come with licheck. They are named here and read elsewhere."""

# pathlib would cost every run 5 ms of start-up for nothing that os does not do here.
# ruff: noqa: PTH100, PTH112, PTH113, PTH118, PTH119, PTH120, PTH208

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


def examples_of(path: str) -> str:
    """The path of the file with the examples of a rule file, whether it is there or not."""
    return os.path.join(os.path.dirname(path), "examples", os.path.basename(path))


def stories_beside(path: str) -> tuple[str, ...]:
    """The paths of the stories that examples are made from: those beside a rule file, else those that come with licheck."""
    for place in (os.path.dirname(path), folder()):
        stories = os.path.join(place, "examples", "stories")
        if os.path.isdir(stories):
            names = sorted(os.listdir(stories))
            return tuple(os.path.join(stories, name) for name in names if name.endswith(SUFFIXES))
    return ()


def beside(path: str, rule_set: str) -> str:
    """The path of the rule file of another rule set: in the same folder, else one that comes with licheck.

    Raises UsageError where it is in neither. The id has no separators in it, so it leads to no other folder.
    """
    for place in dict.fromkeys((os.path.dirname(path), folder())):
        for suffix in SUFFIXES:
            if os.path.isfile(found := os.path.join(place, rule_set + suffix)):
                return found
    raise UsageError("there is no such rule set beside this file, and none comes with licheck")
