"""A rule file is a stranger's too: its faults are told with line and column, and cost nobody else."""

import os
import sys

import pytest
from commandline import FAILING, RULES

posix = pytest.mark.skipif(sys.platform == "win32", reason="as POSIX has it")

BROKEN = [
    pytest.param(b"", ":1:1: ", id="empty"),
    pytest.param(RULES.encode() + b"surplus: 1\n", ":18:1: ", id="a key too many"),
    pytest.param(b"id: [\n", ":", id="no YAML"),
    pytest.param(b"[" * 100_000, ":", id="100,000 brackets"),
    pytest.param(b"a: &a [x]\nb: *a\n", ":1:", id="anchors"),
    pytest.param(b"!!python/object/apply:os.system ['touch owned']\n", ":1:", id="a Python tag"),
    pytest.param(b"id: h\xff\n", ":1:6: ", id="no UTF-8"),
    pytest.param(b"\x00\x01\x02" * 100, ":", id="binary"),
    pytest.param(b"# " + b"x" * 1_000_000, "1 MB", id="above 1 MB"),
]


@pytest.mark.parametrize(("content", "says"), BROKEN)
def test_a_broken_rule_file_is_told_with_its_place_and_ends_with_2(licheck, desk, content, says):
    (desk / "broken.yaml").write_bytes(content)
    ended = licheck("check", "passing.html", "--rules", "broken.yaml", "--format", "json")
    assert ended.code == 2
    assert ended.spent < 6
    assert ended.err.startswith("broken.yaml:")
    assert says in ended.err
    assert "Traceback" not in ended.err
    assert not (desk / "owned").exists()


@pytest.mark.parametrize(("content", "says"), BROKEN[:3])
def test_the_json_report_has_the_faults_and_says_that_the_page_was_not_checked(licheck, desk, content, says):
    (desk / "broken.yaml").write_bytes(content)
    ended = licheck("check", "passing.html", "--rules", "broken.yaml", "--format", "json")
    assert ended.paths == []
    assert ended.errors["broken.yaml"].startswith("broken.yaml:")
    assert ended.errors["passing.html"] == "not checked: no rule set named with --rules could be used"
    assert ended.report["summary"]["exit_code"] == 2


def test_all_faults_are_told_at_once(licheck, desk):
    (desk / "broken.yaml").write_text(
        RULES.replace("seen: full", "seen: hardly").replace("credit_line", "creditline")
    )
    lines = licheck("check", "passing.html", "--rules", "broken.yaml").err.splitlines()
    assert [line.split(": ")[0] for line in lines[:2]] == ["broken.yaml:9:11", "broken.yaml:11:5"]


def test_a_broken_rule_file_does_not_keep_a_sound_one_from_being_applied(licheck, desk):
    (desk / "broken.yaml").write_text("x: 1\n")
    ended = licheck(
        "check", "failing.html", "--rules", "broken.yaml", "--rules", "harbour.yaml", "--format", "json"
    )
    assert (ended.code, ended.paths) == (2, ["failing.html"])
    assert [chosen["id"] for chosen in ended.report["pages"][0]["rule_sets"]] == ["harbour"]


REFUSED = [
    pytest.param("absent.yaml", "there is no such file", id="missing"),
    pytest.param("folder", "is a folder", id="folder"),
    pytest.param("./pipe", "is a named pipe", id="named pipe", marks=posix),
    pytest.param("/dev/zero", "is a device", id="device", marks=posix),
    pytest.param("circle.yaml", "circle", id="links in a circle", marks=posix),
    pytest.param("", "there is no rule set of this name", id="empty name"),
    pytest.param("Dcnf", "did you mean dcnf?", id="an id in capitals"),
    pytest.param("x" * 10_000, "there is no rule set of this name", id="very long name"),
]


@pytest.mark.parametrize(("name", "says"), REFUSED)
def test_what_is_no_rule_file_is_refused_without_waiting_for_it(licheck, desk, name, says):
    (desk / "folder").mkdir()
    os.mkfifo(desk / "pipe")
    (desk / "circle.yaml").symlink_to("circle.yaml")
    ended = licheck("check", "passing.html", "--rules", name, "--format", "json")
    assert (ended.code, ended.paths) == (2, [])
    assert says in ended.errors[name]
    assert ended.seconds < 30  # it waits for nothing that never comes


def test_a_rule_file_goes_by_its_path_where_its_name_is_not_an_id(licheck, desk):
    (desk / "harbour").write_text(RULES)
    assert licheck("check", "failing.html", "--rules", "harbour", "--format", "json").code == 1


SLOW = [
    pytest.param("(a+)+$", id="nested repeats"),
    pytest.param("(" * 5000 + ")" * 5000, id="5,000 nested groups"),
    pytest.param("|".join(f"x{number}y" for number in range(50_000)), id="50,000 alternatives"),
    pytest.param("(?:a{1,900}){1,900}", id="repeats of repeats"),
]


@pytest.mark.parametrize("pattern", SLOW)
def test_no_pattern_of_a_rule_file_holds_up_a_run(licheck, desk, pattern):
    """Whether it is refused, cannot be told in time or is judged: the run ends in time, and says which."""
    options = f"host: harbour.example, path: /count, id_in_url: '{pattern}'"
    (desk / "slow.yaml").write_text(
        RULES.replace("requirements:", f"requirements:\n  - tracking_pixel: {{{options}}}")
    )
    address = "https://harbour.example/count?" + "a" * 3000 + "b"
    (desk / "page.html").write_text(FAILING.replace("</article>", f"<img src='{address}'></article>"))
    ended = licheck(
        "check", "page.html", "--rules", "slow.yaml", "--original", "passing.html", "--format", "json"
    )
    assert ended.spent < 10
    assert "is no key of" not in ended.err
    if ended.errors:
        assert ended.err.startswith("slow.yaml:")
    else:
        (pixel,) = [one for one in ended.report["pages"][0]["findings"] if one["kind"] == "tracking_pixel"]
        assert pixel["reason"]
