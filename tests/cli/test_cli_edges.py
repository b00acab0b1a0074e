"""What file systems and editors do to a newsroom's files: line ends, marks, names, links, permissions."""

import os
import sys
from functools import partial

import pytest
from commandline import FAILING, PASSING, run
from newsdesk import CONFIG, DAY, WAIVER, newsroom, put


@pytest.fixture
def desk(tmp_path):
    return newsroom(tmp_path / "site")


def verdicts(ended):
    return {page["path"]: page["verdict"] for page in ended.report["pages"]}


ENCODED = [
    pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="CRLF"),
    pytest.param(lambda text: text.replace("\n", "\r").encode(), id="CR"),
    pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="BOM"),
    pytest.param(lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), id="BOM and CRLF"),
    pytest.param(lambda text: text.encode("utf-16"), id="UTF-16"),
]


@pytest.mark.parametrize("encode", ENCODED)
def test_line_ends_and_marks_change_no_verdict_no_place_and_no_fingerprint(desk, licheck, encode):
    plain = licheck("check", "--format", "json").report["pages"]
    for name, text in (("failing", FAILING), ("deep/passing", PASSING)):
        (desk / "stories" / f"{name}.html").write_bytes(encode(text.replace('<meta charset="utf-8">', "")))
    there = licheck("check", "--format", "json").report["pages"]
    for before, after in zip(plain, there, strict=True):
        for one, other in zip(before["findings"], after["findings"], strict=True):
            for key in ("verdict", "reason", "belongs_at", "fingerprint", "looked_in"):
                assert one[key] == other[key]


@pytest.mark.parametrize("encode", ENCODED[:1] + ENCODED[2:4])
def test_a_configuration_and_rules_with_other_line_ends_say_the_same(desk, licheck, encode):
    text = CONFIG + WAIVER.format(path="stories/failing.html", until="2027-01-31")
    (desk / "licheck.yaml").write_bytes(encode(text))
    rules = desk / "rules" / "harbour.yaml"
    rules.write_bytes(encode(rules.read_text()))
    ended = licheck("check", env=DAY)
    assert (ended.code, "licheck.yaml:6" in ended.text) == (0, True)


NAMES = ["a b", "übung", "日本語", "c#1", "quo'te", "100%", "u\u0308", "dots..", "emoji 📰", "$HOME", "[x]"]


def test_folders_and_files_of_any_name_are_found_waived_and_known(desk, licheck):
    (desk / "stories" / "failing.html").unlink()
    pages = [f"stories/{name}/{name}.html" for name in NAMES]
    for page in pages:
        put(desk / page, FAILING)
    ended = licheck("check", "--format", "json")
    assert {page for page, verdict in verdicts(ended).items() if verdict == "failed"} == {*pages}
    assert licheck("baseline", "write").code == 0
    assert licheck("check").code == 0
    (desk / "licheck-baseline.json").unlink()
    waivers = [
        WAIVER.format(path=f'"{page}"', until="2027-01-31").removeprefix("waivers:\n") for page in pages
    ]
    with (desk / "licheck.yaml").open("a", encoding="utf-8") as file:
        file.write("waivers:\n" + "".join(waivers))
    assert licheck("check", env=DAY).code == 0
    below = [f"../{name}/{name}.html" for name in NAMES]
    assert run("check", *below, cwd=desk / "stories" / "deep", env=DAY).code == 0


@pytest.mark.parametrize("name", ["ü b", "#1", "[x]"])
def test_a_configuration_stands_in_a_folder_of_any_name(tmp_path, name):
    desk = newsroom(tmp_path / name / "site")
    ended = run("check", "stories/failing.html", "--format", "json", cwd=desk)
    assert verdicts(ended) == {"stories/failing.html": "failed"}


def test_a_link_to_a_page_is_checked_where_it_stands(desk, licheck, tmp_path):
    put(tmp_path / "elsewhere.html", FAILING)
    (desk / "stories" / "linked.html").symlink_to(tmp_path / "elsewhere.html")
    assert verdicts(licheck("check", "--format", "json"))["stories/linked.html"] == "failed"


def test_a_link_to_a_folder_is_not_followed_so_that_no_circle_is_endless(desk, licheck):
    (desk / "stories" / "again").symlink_to(desk / "stories")
    (desk / "stories" / "deep" / "up").symlink_to(desk)
    assert len(verdicts(licheck("check", "--format", "json"))) == 2
    assert verdicts(licheck("check", "stories/again/failing.html", "--format", "json")) == {
        "stories/again/failing.html": "failed"
    }


def test_a_link_to_nothing_is_told(desk, licheck):
    (desk / "stories" / "broken.html").symlink_to(desk / "nowhere.html")
    ended = licheck("check", "--format", "json")
    assert (ended.code, list(ended.errors)) == (3, ["stories/broken.html"])


def test_a_folder_reached_by_a_link_has_the_configuration_of_the_place_where_it_is_named(desk, tmp_path):
    (tmp_path / "shortcut").symlink_to(desk)
    ended = run("check", "shortcut/stories/failing.html", "--format", "json", cwd=tmp_path)
    assert ended.report["pages"][0]["rule_sets"][0]["chosen_by"] == "shortcut/licheck.yaml:3 (rules)"


READ_ONLY = "os.setgid(65534); os.setuid(65534)"
AS_NOBODY = f"""
import os, sys
sys.path[:] = {sys.path!r}
{READ_ONLY if os.geteuid() == 0 else ""}
from licheck.cli import main
sys.exit(main())
"""


@pytest.fixture
def read_only(desk):
    """The newsroom in folders that nobody may write to, entered by somebody who is not root."""
    folders = [path for path in (desk, *desk.rglob("*")) if path.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    above = [*desk.parents]
    if os.geteuid() == 0:
        for folder in above:
            if folder.stat().st_mode & 0o005 != 0o005 and "pytest" in str(folder):
                folder.chmod(0o755)
    yield desk
    for folder in folders:
        folder.chmod(0o755)


def test_a_folder_that_may_not_be_written_to_is_checked_all_the_same(read_only):
    plain = partial(
        run, cwd=read_only, program=("-c", AS_NOBODY), env={"LICHECK_CACHE": str(read_only / "cache")}
    )
    ended = plain("check", "--format", "json")
    if "Error" in ended.err and not ended.out:
        pytest.skip("nobody may read this interpreter")
    assert (ended.code, len(ended.report["pages"])) == (1, 2)
    written = plain("baseline", "write")
    assert (written.code, "the baseline could not be written" in written.err) == (3, True)


OFFLINE = """
import sys, _socket, socket
def refuse(*_, **__):
    raise AssertionError("a socket was asked for")
for module in (socket, _socket):
    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname", "socketpair"):
        if hasattr(module, name):
            setattr(module, name, refuse)
from licheck.cli import main
sys.exit(main())
"""

WITHOUT_A_NETWORK = [
    pytest.param(("check",), 1, id="check"),
    pytest.param(("check", "stories/failing.html", "--report", "html:report.html"), 1, id="a report"),
    pytest.param(("read", "own.html"), 0, id="read"),
    pytest.param(("diff", "own.html", "--original", "own.html"), 0, id="diff"),
    pytest.param(("originals", "add", "own.html"), 0, id="originals"),
    pytest.param(("rules", "list"), 0, id="rules"),
    pytest.param(("config", "show", "own.html"), 0, id="config"),
    pytest.param(("waivers",), 0, id="waivers"),
    pytest.param(("baseline", "write"), 0, id="baseline"),
]


@pytest.mark.parametrize(("arguments", "code"), WITHOUT_A_NETWORK)
def test_nothing_asks_for_a_socket(desk, arguments, code):
    ended = run(*arguments, cwd=desk, program=("-c", OFFLINE))
    assert (ended.code, "socket" in ended.err, "at fault" in ended.err) == (code, False, False)
