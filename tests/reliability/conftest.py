"""Here it counts how licheck starts, from nothing: with which streams, locale and limits."""

from functools import partial

import pytest
from commandline import start


@pytest.fixture
def licheck(desk):
    """licheck, started in the desk's folder as a user starts it."""
    return partial(start, cwd=desk)
