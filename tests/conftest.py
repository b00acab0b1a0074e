"""A desk: a folder with pages to check, and the command line in it."""

from functools import partial

import pytest
from commandline import furnish, run


def pytest_configure(config):
    """Property tests take the same examples on every machine and in every run: what fails once fails always.

    Whoever looks for new ones runs `pytest --hypothesis-profile=search`. The tests of the wheel have no hypothesis.
    """
    if not config.pluginmanager.hasplugin("hypothesispytest"):
        return
    from hypothesis import HealthCheck, settings

    # No deadline: slow machines are no faults.
    settings.register_profile(
        "same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.register_profile("search", max_examples=2000, deadline=None)
    settings.load_profile(config.getoption("--hypothesis-profile") or "same")


@pytest.fixture
def desk(tmp_path):
    return furnish(tmp_path)


@pytest.fixture
def licheck(desk):
    """licheck in a process of its own, started in the desk's folder."""
    return partial(run, cwd=desk)
