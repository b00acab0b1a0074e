"""A faulty rule file among those that come with licheck costs an audit its own publisher, and is told once."""

import os
import sqlite3
from contextlib import closing

import pytest
from commandline import FAILING, PASSING, RULES, run

OTHER = RULES.replace("harbour", "saltmere").replace("Harbour Lane News", "Saltmere Wire")
FAULTY = OTHER.replace("requirements:", "requirementz:")
WITH_THESE_RULES = """
import sys
import licheck.rulesets.shipped as shipped
shipped.folder = lambda: "own"
from licheck.cli import main
sys.exit(main())
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the rule files are handed on by forking")


def audited(desk, *more):
    (desk / "pages").mkdir()
    for at in range(12):
        (desk / f"pages/{at:02}.html").write_text(PASSING.replace("Tuesday", f"day {at}"), "utf-8")
    (desk / "pages/none.html").write_text(FAILING, "utf-8")
    (desk / "own").mkdir()
    (desk / "own/harbour.yaml").write_text(RULES, "utf-8")
    (desk / "own/saltmere.yaml").write_text(FAULTY, "utf-8")
    cache = {"LICHECK_CACHE": str(desk / "cache")}
    arguments = ("audit", "pages", "--output", "a.sqlite", *more)
    return run(*arguments, cwd=desk, env=cache, program=("-c", WITH_THESE_RULES))


def counts(desk):
    with closing(sqlite3.connect(desk / "a.sqlite")) as database:
        return dict(database.execute("SELECT what, count FROM counts WHERE count"))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_audit_goes_on_without_a_rule_file_that_has_faults_and_says_so_once(desk, jobs):
    end = audited(desk, "--jobs", jobs)
    assert counts(desk) == {"judged": 12, "no_republication": 1}
    told = [line for line in end.err.splitlines() if "saltmere.yaml" in line]
    assert len(told) == 1
    assert "saltmere.yaml:1:1: the rule file lacks the key `requirements`" in told[0]
    assert "does without that rule set" in told[0]
    assert "Traceback" not in end.err


def test_an_audit_that_had_to_do_without_a_rule_file_ends_with_2_also_when_quiet(desk):
    end = audited(desk, "--quiet", "--exit-zero")
    assert end.code == 2
    assert "does without that rule set" in end.err


def test_a_faulty_rule_file_does_not_matter_where_others_are_named(desk):
    end = audited(desk, "--rules", "harbour.yaml")
    assert end.code == 1
    assert counts(desk)["judged"] == 13
    assert "saltmere" not in end.err
