"""A desk: a folder with pages to check, and the command line in it."""

import os
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from commandline import furnish, run


def pytest_configure(config):
    """Property tests take the same examples on every machine and in every run: what fails once fails always.

    Whoever looks for new ones runs `pytest --hypothesis-profile=search`. The tests of the wheel have no hypothesis.
    """
    # The processes that tests start keep what they have compiled: else each would compile all of licheck anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if "LICHECK_CACHE" not in os.environ:
        # Rule sets are compiled once for all tests, but no page's answer is kept: some tests change what licheck does,
        # others hold the answers of two runs against each other.
        from licheck.edge.cache import VERSION

        cache = os.environ["LICHECK_CACHE"] = mkdtemp(prefix="licheck-tests-")
        (Path(cache) / f"answers-{VERSION}").write_text("a file where a folder would have to be\n")
        config.add_cleanup(lambda: rmtree(cache, ignore_errors=True))
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
    """licheck in a process of its own, in the desk's folder."""
    return partial(run, cwd=desk)
