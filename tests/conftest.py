"""A desk: a folder with pages to check, and the command line in it."""

from functools import partial

import pytest
from commandline import furnish, run


@pytest.fixture
def desk(tmp_path):
    return furnish(tmp_path)


@pytest.fixture
def licheck(desk):
    """licheck in a process of its own, started in the desk's folder."""
    return partial(run, cwd=desk)
