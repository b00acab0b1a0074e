"""`licheck check --since`: only what changed."""

import os
import stat

import pytest
from commandline import FAILING, PASSING, run
from newsdesk import commit, git, newsroom, put


@pytest.fixture
def desk(tmp_path):
    folder = newsroom(tmp_path / "site")
    commit(folder)
    return folder


def checked(ended):
    return sorted(page["path"] for page in ended.report["pages"])


def since(desk, *more, cwd=None):
    return run("check", "--since", "HEAD", "--format", "json", *more, cwd=cwd or desk)


def test_where_nothing_changed_there_is_nothing_to_check_and_that_is_all_right(desk):
    ended = since(desk)
    assert (ended.code, ended.report["pages"]) == (0, [])
    assert "No republication was changed since HEAD" in run("check", "--since", "HEAD", cwd=desk).text


def test_changed_staged_and_new_files_are_checked_and_others_are_not(desk):
    put(desk / "stories" / "deep" / "passing.html", PASSING + "\n")
    put(desk / "stories" / "new.html", PASSING)
    put(desk / "stories" / "staged.html", FAILING)
    put(desk / "new-but-ours.html", FAILING)
    git(desk, "add", "stories/staged.html")
    ended = since(desk)
    assert checked(ended) == ["stories/deep/passing.html", "stories/new.html", "stories/staged.html"]
    assert ended.code == 1


def test_what_git_ignores_is_not_new(desk):
    put(desk / ".gitignore", "*.draft.html\n")
    put(desk / "stories" / "a.draft.html", FAILING)
    assert checked(since(desk)) == []


def test_a_renamed_file_is_checked_under_its_new_name_and_a_deleted_one_not_at_all(desk):
    git(desk, "mv", "stories/failing.html", "stories/renamed.html")
    git(desk, "rm", "--quiet", "stories/deep/passing.html")
    assert checked(since(desk)) == ["stories/renamed.html"]


def test_names_of_any_kind_are_found(desk):
    names = ["a b.html", "übung 日本.html", 'quo"te.html', "tab\tbed.html", "-x.html"]
    for name in names:
        put(desk / "stories" / name, FAILING)
    assert checked(since(desk)) == sorted(f"stories/{name}" for name in names)
    commit(desk)
    for name in names:
        put(desk / "stories" / name, PASSING)
    assert checked(since(desk, cwd=desk / "stories")) == sorted(names)


def test_names_that_are_no_text_are_found(desk):
    try:
        put(desk / "stories" / os.fsdecode(b"caf\xe9.html"), FAILING)
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such names")
    assert len(checked(since(desk))) == 1


def test_named_pages_are_checked_only_if_they_changed(desk):
    put(desk / "stories" / "deep" / "passing.html", PASSING + "\n")
    assert checked(since(desk, "stories/failing.html", "stories/deep/passing.html")) == [
        "stories/deep/passing.html"
    ]


def test_a_changed_configuration_makes_all_pages_due(desk):
    with (desk / "licheck.yaml").open("a") as file:
        file.write("fail_on: should\n")
    assert checked(since(desk)) == ["stories/deep/passing.html", "stories/failing.html"]


def test_what_others_did_since_is_not_ours(desk):
    git(desk, "checkout", "--quiet", "-b", "work")
    git(desk, "checkout", "--quiet", "main")
    put(desk / "stories" / "failing.html", PASSING)
    commit(desk)
    git(desk, "checkout", "--quiet", "work")
    put(desk / "stories" / "new.html", PASSING)
    ended = run("check", "--since", "main", "--format", "json", cwd=desk)
    assert checked(ended) == ["stories/new.html"]


def test_it_works_in_a_hook_whose_environment_names_the_repository(desk):
    put(desk / "stories" / "new.html", FAILING)
    hook = {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index", "GIT_PREFIX": ""}
    ended = run("check", "--since", "HEAD", "--format", "json", cwd=desk / "stories", env=hook)
    assert checked(ended) == ["new.html"]


WRONG = [
    pytest.param("nowhere", "there is no such revision", id="no such revision"),
    pytest.param("--output=x", "there is no such revision", id="what looks like an option of git"),
    pytest.param("HEAD:licheck.yaml", "there is no such revision", id="no commit"),
]


@pytest.mark.parametrize(("revision", "says"), WRONG)
def test_a_revision_that_is_none_ends_with_2_and_a_sentence(desk, revision, says):
    ended = run("check", f"--since={revision}", cwd=desk)
    assert (ended.code, says in ended.err, (desk / "x").exists()) == (2, True, False)


def test_outside_a_repository_it_is_refused(tmp_path):
    desk = newsroom(tmp_path / "plain")
    ended = run("check", "--since", "HEAD", cwd=desk, env={"GIT_CEILING_DIRECTORIES": str(tmp_path)})
    assert (ended.code, "is in no git repository" in ended.err) == (2, True)


def test_without_git_it_is_refused(desk):
    ended = run("check", "--since", "HEAD", cwd=desk, env={"PATH": str(desk)})
    assert (ended.code, "needs git, which is not installed here" in ended.err) == (2, True)


def test_no_program_that_the_repository_names_is_started(desk):
    spy = put(desk / "spy.sh", "#!/bin/sh\ntouch started\n")
    spy.chmod(spy.stat().st_mode | stat.S_IXUSR)
    for key in ("core.fsmonitor", "diff.external", "diff.spy.command", "diff.spy.textconv"):
        git(desk, "config", key, str(spy))
    put(desk / ".gitattributes", "*.html diff=spy\n")
    put(desk / "stories" / "failing.html", FAILING + "\n")
    assert checked(since(desk)) == ["stories/failing.html"]
    assert not (desk / "started").exists()
