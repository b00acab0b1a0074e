"""Starting is most of what a check of one page costs: nothing is imported that the run does not use."""

import subprocess
import sys

import pytest
from commandline import environment

NEVER = {
    "multiprocessing",
    "asyncio",
    "http",
    "urllib.request",
    "jsonschema",
    "unittest",
    "email",
    "ssl",
    "socket",
}
DRAWING = {"rich", "pygments"}
SECOND_WITNESS = {"bs4"}
MARKDOWN = {"markdown_it"}
HTML = {"turbohtml"}
SLOW = {
    "hashlib",
    "pathlib",
    "pkgutil",
    "shutil",
    "licheck.edge.judge",
}  # 3 to 5 ms each, and used for little
WORK = {"licheck.check", "licheck.readers", "licheck.rulesets.load", "yaml", "regex"}

THIS_PROCESS = """
import sys
from licheck.cli import main
main(sys.argv[1:])
sys.stdout.write("\\n" + "\\n".join(sys.modules))
"""
# What a worker does, in this process: start, get ready for a page like this one, judge it.
WORKER = """
import sys
from licheck.edge.jobs import Job, Source
from licheck.edge.judge import warm_up, work
from licheck.edge.rulebook import ALL
warm_up(sys.argv[1])
answer = work(Job(Source(sys.argv[1]), ALL))
assert answer.page, answer
sys.stdout.write("\\n" + "\\n".join(sys.modules))
"""


def modules(program, *arguments, cwd):
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment(), capture_output=True, check=True, text=True)
    return {name for line in done.stdout.splitlines() for name in [line, line.partition(".")[0]]}


PARENT = [
    pytest.param(
        ("--version",), {"argparse", "dataclasses", "licheck.app", *DRAWING, *WORK, *HTML}, id="version"
    ),
    pytest.param(
        ("check", "page.txt"),
        {*DRAWING, *WORK, *HTML, *MARKDOWN, *SECOND_WITNESS, *SLOW},
        id="terminal report",
    ),
    pytest.param(("check", "page.txt", "--no-cache"), {*WORK, *SLOW, "_blake2"}, id="without a cache"),
    pytest.param(
        ("check", "page.html", "--format", "json"),
        {*DRAWING, *WORK, *HTML, *MARKDOWN, *SECOND_WITNESS, "licheck.reports.terminal"},
        id="json report",
    ),
    pytest.param(("check", "--help"), {*DRAWING, *WORK, *HTML, "licheck.reports"}, id="help"),
]


@pytest.mark.parametrize(("arguments", "unused"), PARENT)
def test_the_process_that_hands_out_the_work_imports_nothing_to_do_it(tmp_path, arguments, unused):
    (tmp_path / "page.txt").write_text("Some words.\n")
    (tmp_path / "page.html").write_text("<p>Some words.</p>\n")
    assert modules(THIS_PROCESS, *arguments, cwd=tmp_path) & (NEVER | unused) == set()


JUDGED = [
    pytest.param("page.txt", "Some words.\n", {*DRAWING, *HTML, *MARKDOWN, *SECOND_WITNESS}, id="text"),
    pytest.param("page.html", "<p>Some words.</p>\n", {*DRAWING, *MARKDOWN, *SECOND_WITNESS}, id="html"),
    pytest.param("page.md", "# Some words\n", {*DRAWING, *SECOND_WITNESS}, id="markdown"),
]


@pytest.mark.parametrize(("name", "text", "unused"), JUDGED)
def test_a_worker_imports_only_what_a_page_of_this_format_needs(tmp_path, name, text, unused):
    (tmp_path / name).write_text(text)
    assert modules(WORKER, name, cwd=tmp_path) & (NEVER | unused) == set()


def test_a_worker_that_is_ready_has_imported_what_the_page_needs(tmp_path):
    program = WORKER.replace("answer = work(", "before = {*sys.modules}\nanswer = work(").replace(
        '"\\n".join(sys.modules)', '"\\n".join({*sys.modules} - before)'
    )
    (tmp_path / "page.txt").write_text("Some words.\n")
    late = {name for name in modules(program, "page.txt", cwd=tmp_path) if name.startswith("licheck.")}
    # The kinds of requirement are found when the first rule file is read; some of them look at pictures, embeds and licences.
    with_kinds = ("licheck.requirements.", "licheck.edge.", "licheck.media", "licheck.licences")
    assert {name for name in late if not name.startswith(with_kinds)} == set()


def test_colour_is_what_rich_is_imported_for(tmp_path):
    (tmp_path / "page.txt").write_text("Some words.\n")
    assert modules(THIS_PROCESS, "check", "page.txt", "--color", "always", cwd=tmp_path) >= {"rich"}
