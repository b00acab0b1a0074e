"""Where the store of originals is. Nothing is opened here: a run without a store pays for a few looks only."""

from __future__ import annotations

import os

DATABASE = "originals.sqlite"
VARIABLE = "LICHECK_ORIGINALS"

_USUAL = os.path.join(".licheck", "originals")


def store_folder(named: str = "") -> str:
    """The folder of the store: as named, else as the environment says, else the usual one of the nearest folder
    upwards that has one; empty where there is none.
    """
    told = named or os.environ.get(VARIABLE, "")
    if told:
        return told
    try:
        folder = os.getcwd()
    except OSError:  # it was removed
        return ""
    while True:
        place = os.path.join(folder, _USUAL)
        if os.path.isfile(os.path.join(place, DATABASE)):
            return os.path.relpath(place)
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above


def folder_to_make(named: str = "") -> str:
    """As `store_folder`; where there is none, the one that a first original makes in the current folder."""
    return store_folder(named) or _USUAL
