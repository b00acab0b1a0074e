"""A profile that no rule set knows is refused, with those that are known."""

import pytest
from commandline import run
from newsdesk import newsroom, put

from licheck.edge.rulebook import shipped

RULES = """\
id: harbour
publisher: {name: Harbour News Service}
sources:
  - {address: https://harbour.example/republish, read: 2026-11-22, seen: full}
profiles: {member: those who pay}
requirements:
  - byline: {profile: member}
"""


@pytest.fixture
def desk(tmp_path):
    desk = newsroom(tmp_path / "site")
    put(desk / "harbour.yaml", RULES)
    put(
        desk / "plain.yaml",
        RULES.replace("profiles: {member: those who pay}\n", "").replace(" {profile: member}", ""),
    )
    return desk


def checked(desk, *options):
    return run("check", "stories/deep/passing.html", *options, cwd=desk)


def test_the_profiles_of_the_rule_sets_at_hand_are_told(desk):
    ended = checked(desk, "--rules", "harbour.yaml", "--profile", "membre")
    assert ended.code == 2
    assert "membre: there is no such profile: the rule sets know member (harbour)" in ended.err


def test_where_they_know_none_those_that_come_with_licheck_are_told(desk):
    ended = checked(desk, "--rules", "plain.yaml", "--profile", "membre")
    assert ended.code == 2
    assert "partner (sdnw, wisconsin-watch)" in ended.err


@pytest.mark.parametrize("profile", ["member", "public", "partner"])
def test_one_that_is_known_here_or_to_licheck_is_taken(desk, profile):
    assert shipped()
    assert checked(desk, "--rules", "harbour.yaml", "--profile", profile).code in (0, 1)


def test_in_a_configuration_too(desk):
    put(desk / "licheck.yaml", "profile: membre\n")
    ended = checked(desk)
    assert ended.code == 2
    assert "membre: there is no such profile" in ended.err
