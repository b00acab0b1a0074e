"""A desk: a folder with pages to check, and the command line in it."""

from functools import partial

import pytest
from commandline import furnish, run
from hypothesis import HealthCheck, settings

# The same examples on every machine and in every run: a test that fails once fails always. Whoever looks for new
# ones runs `pytest --hypothesis-profile=search`. No deadline: slow machines are no faults.
settings.register_profile(
    "same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile("same")


@pytest.fixture
def desk(tmp_path):
    return furnish(tmp_path)


@pytest.fixture
def licheck(desk):
    """licheck in a process of its own, started in the desk's folder."""
    return partial(run, cwd=desk)
