"""Whatever stands where a page should stand is judged, or refused with a sentence. Nothing waits for it."""

import os
import socket
import sys
import threading
from pathlib import Path

import pytest
from commandline import FAILING, furnish, start

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="names and kinds of file that Windows does not have"
)


def make(path, content):
    """A file, or what the content says instead of one."""
    match content:
        case bytes() | None:
            path.write_bytes(content or b"")
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "socket":
            socket.socket(socket.AF_UNIX).bind(str(path))
        case "link to nothing":
            path.symlink_to("nothing")
        case "circle":
            path.symlink_to(path.name)
        case int():
            with path.open("wb") as file:
                file.truncate(content)
        case "nothing":
            pass


REFUSED = [
    pytest.param("absent.html", "nothing", "there is no such file", id="missing"),
    pytest.param("a/b/absent.html", "nothing", "there is no such file", id="missing folder"),
    pytest.param("passing.html/x", "nothing", "not a folder", id="a file where a folder should be"),
    pytest.param("empty.html", None, "is empty", id="empty"),
    pytest.param("folder", "folder", "name the files in it, for example with folder/*.html", id="folder"),
    pytest.param(".", "nothing", "is a folder", id="the current folder"),
    pytest.param("pipe.html", "pipe", "is a named pipe", id="named pipe"),
    pytest.param("socket.html", "socket", "is a socket", id="socket"),
    pytest.param("/dev/zero", "nothing", "is a device", id="device without end"),
    pytest.param("/dev/null", "nothing", "is a device", id="device without content"),
    pytest.param("circle.html", "circle", "links lead in a circle", id="link to itself"),
    pytest.param("dangling.html", "link to nothing", "link to a file that is not there", id="dangling link"),
    pytest.param("n" * 300 + ".html", "nothing", "longer than the system allows", id="name too long"),
    pytest.param("d/" * 3000 + "x", "nothing", "longer than the system allows", id="path too long"),
    pytest.param("~/page.html", "nothing", "did not replace the ~", id="tilde"),
    pytest.param("", "nothing", "the name is empty", id="empty name"),
    pytest.param("binary.html", bytes(range(256)) * 20, "binary", id="binary"),
    pytest.param("large.html", 31_000_000, "is too large (31.0 MB, the limit is 30 MB)", id="31 MB"),
    pytest.param("huge.html", 50_000_000, "is too large (50.0 MB, the limit is 30 MB)", id="50 MB"),
    pytest.param("enormous.html", 1 << 40, "is too large", id="1 TB, sparse"),
    pytest.param("/proc/self/mem", "nothing", "", id="a file that cannot be read from its beginning"),
]
JUDGED = [
    pytest.param("with space.html", id="space"),
    pytest.param("ünï—c😀de.html", id="outside ASCII"),
    pytest.param("new\nline.html", id="line end"),
    pytest.param("escape\x1b[31m\x07.html", id="escape codes"),
    pytest.param("\u202elmth.html", id="direction override"),
    pytest.param("::error::x.html", id="a CI command"),
    pytest.param("##[error]x.html", id="another CI command"),
    pytest.param("%s{0}%(x)s.html", id="format characters"),
    pytest.param("*?[a].html", id="wildcards"),
    pytest.param("'\"$(x)`y`;&.html", id="shell characters"),
    pytest.param("-dash.html", id="dash"),
    pytest.param("--help", id="an option"),
    pytest.param("~.html", id="tilde"),
    pytest.param("n" * 250 + ".html", id="longest name"),
    pytest.param("b\udcffytes.html", id="bytes that are no UTF-8"),
    pytest.param("dcnf", id="the id of a rule set"),
]


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """One run over all of them."""
    desk = furnish(tmp_path_factory.mktemp("desk"))
    names = []
    for case in REFUSED:
        name, content, _ = case.values
        make(desk / name, content) if content != "nothing" else None
        names.append(name)
    for case in JUDGED:
        (desk / case.values[0]).write_text(FAILING)
        names.append(case.values[0])
    arguments = ("check", "--rules", "harbour.yaml", "--format", "json", "--", *names, "passing.html")
    return (
        names,
        start(*arguments, cwd=desk, env={"PYTHONUTF8": "1"}),
        start(*arguments[:3], *arguments[5:], cwd=desk),
    )


@pytest.mark.parametrize(("name", "content", "says"), REFUSED)
def test_what_is_no_page_is_refused_with_a_sentence(ended, name, content, says):
    assert says in ended[1].errors[name]


@pytest.mark.parametrize("name", JUDGED)
def test_a_page_is_judged_whatever_its_name(ended, name):
    assert name.replace("\udcff", "\ufffd") in ended[1].paths


def test_everything_is_accounted_for_in_the_order_of_the_arguments(ended):
    names, end, _ = ended
    assert end.code == 3
    assert len(end.paths) == len(JUDGED) + 1
    assert [*end.errors] == [case.values[0] for case in REFUSED]
    assert end.report["summary"]["pages"] + end.report["summary"]["errors"] == len(names) + 1


def test_nothing_was_waited_for(ended):
    assert ended[1].spent < 10


@pytest.mark.parametrize("stream", ["out", "err"])
def test_names_do_nothing_to_the_terminal_or_a_ci_log(ended, stream):
    printed = ended[2].text if stream == "out" else ended[2].err
    assert not {"\x1b", "\x07", "\u202e", "\udcff"} & {*printed}
    assert not [line for line in printed.splitlines() if line.strip().startswith("::") or "##[" in line]
    assert "Traceback" not in printed


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(licheck, desk):
    (desk / "secret.html").write_text(FAILING)
    (desk / "secret.html").chmod(0)
    assert "may not be read" in licheck("check", "secret.html", "--format", "json").errors["secret.html"]


def test_a_file_that_grows_while_it_is_read_is_read_to_the_limit_only(monkeypatch, desk):
    from licheck.edge import files
    from licheck.errors import InputError

    page = desk / "passing.html"
    read = os.read

    def grow_and_read(handle, most):
        with page.open("ab") as file:
            file.write(b"x" * 1000)
        return read(handle, most)

    monkeypatch.setattr(files.os, "read", grow_and_read)
    monkeypatch.setattr(files, "_CHUNK", 100)
    with pytest.raises(InputError, match="too large"):
        files.read_input(str(page), 5000)


def test_a_file_that_becomes_a_pipe_between_look_and_opening_is_not_waited_for(monkeypatch, desk):
    from licheck.edge import files
    from licheck.errors import InputError

    pipe = desk / "pipe"
    os.mkfifo(pipe)
    looks_like = (desk / "passing.html").stat()
    monkeypatch.setattr(files.os, "stat", lambda path: looks_like)
    done = threading.Event()

    def look():
        with pytest.raises(InputError, match="named pipe"):
            files.read_input(str(pipe))
        done.set()

    threading.Thread(target=look, daemon=True).start()
    assert done.wait(10)


STANDARD_INPUT = [
    pytest.param(b"", "standard input is empty", id="empty"),
    pytest.param(bytes(range(256)) * 20, "binary", id="binary"),
    pytest.param(b"x" * 30_000_001, "too large", id="one byte too many"),
]


@pytest.mark.parametrize(("data", "says"), STANDARD_INPUT)
def test_standard_input_is_refused_like_a_file(licheck, data, says):
    ended = licheck("check", "-", "--format", "json", stdin=data)
    assert (ended.code, says in ended.errors["-"]) == (3, True)


def test_standard_input_that_never_ends_is_read_to_the_limit_only(licheck):
    with Path("/dev/zero").open("rb") as endless:
        ended = licheck("check", "-", "passing.html", "--format", "json", stdin=endless)
    assert "too large" in ended.errors["-"]
    assert ended.paths == ["passing.html"]


def test_standard_input_that_is_closed_is_an_error(licheck):
    ended = licheck("check", "-", "passing.html", "--format", "json", program=("-c", CLOSED.format("0")))
    assert "standard input is closed" in ended.errors["-"]
    assert ended.paths == ["passing.html"]


CLOSED = """
import os, sys
for stream in "{}":
    os.close(int(stream))
os.execv(sys.executable, [sys.executable, "-m", "licheck", *sys.argv[1:]])
"""


def test_with_all_standard_streams_closed_it_still_ends_with_the_right_code(licheck):
    assert licheck("check", "passing.html", "--quiet", program=("-c", CLOSED.format("012"))).code == 0
    assert licheck("check", "passing.html", program=("-c", CLOSED.format("012"))).code == 3


def test_nothing_in_the_current_folder_is_taken_for_a_module(licheck, desk):
    for name in ("argparse", "regex", "yaml", "licheck_plugin", "sitecustomize", "turbohtml", "encodings"):
        (desk / f"{name}.py").write_text("raise SystemExit('run from a stranger\\'s folder')\n")
    ended = licheck("check", "failing.html", "--rules", "harbour.yaml")
    assert (ended.code, ended.err) == (1, "")
