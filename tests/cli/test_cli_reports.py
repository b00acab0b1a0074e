"""`--report`: several reports of one run, each where it was asked for, and none that destroys anything."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from commandline import FAILING, environment

from licheck.edge import publish
from licheck.reports import formats

CHECK = ("check", "failing.html", "--rules", "harbour.yaml")


def test_several_reports_of_one_run_each_go_where_they_were_asked_to(licheck, desk):
    ended = licheck(
        *CHECK, "--report", "terminal", "--report", "json:out.json", "--report", "sarif:deep out.sarif"
    )
    assert ended.code == 1
    assert ended.out == licheck(*CHECK).out
    assert (desk / "out.json").read_bytes() == licheck(*CHECK, "--report", "json").out
    assert json.loads((desk / "deep out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert ended.err == ""


def test_reports_to_files_alone_leave_the_screen_empty(licheck, desk):
    ended = licheck(*CHECK, "--report", "csv:out.csv")
    assert (ended.code, ended.out, ended.err) == (1, b"", "")
    assert (desk / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfpage,line,")


def test_the_simple_form_and_the_full_form_say_the_same(licheck, desk):
    for name in formats():
        assert licheck(*CHECK, "--format", name).out == licheck(*CHECK, "--report", name).out, (
            f"{name} differs"
        )


def test_every_format_is_named_in_the_help(licheck):
    text = " ".join(licheck("check", "--help").text.split())
    assert f"Formats: {', '.join(formats())} (default: terminal)" in text


def test_a_file_that_cannot_be_written_keeps_no_other_from_being_written(licheck, desk):
    (desk / "folder").mkdir()
    ended = licheck(
        *CHECK, "--report", "json:no/out.json", "--report", "json:out.json", "--report", "terminal",
        "--report", "csv:folder",
    )  # fmt: skip
    assert ended.code == 3
    assert ended.text == licheck(*CHECK).text
    assert json.loads((desk / "out.json").read_text("utf-8"))["summary"]["failed"] == 1
    assert [line.partition(":")[0] for line in ended.err.splitlines()] == ["no/out.json", "folder"]
    assert "Traceback" not in ended.err
    assert sorted(path.name for path in desk.iterdir() if path.name.startswith(".licheck")) == []


@pytest.mark.parametrize(
    ("options", "says"),
    [
        pytest.param(["--report", "jsn"], "there is no output format jsn: choose one of csv", id="no format"),
        pytest.param(["--report", "out.json"], "there is no output format out.json", id="a file alone"),
        pytest.param(["--report", "json:"], "like json:report.json", id="no file behind the colon"),
        pytest.param(["--report", ":x"], "like json:report.json", id="no format before it"),
        pytest.param(["--report", "json", "--report", "csv"], "not json and csv", id="two on the screen"),
        pytest.param(["--report", "json", "--format", "csv"], "leave out --format", id="both forms"),
        pytest.param(
            ["--report", "json", "--output", "x"], "leave out --format and --output", id="and --output"
        ),
        pytest.param(["--report", "json", "--quiet"], "--quiet leaves no report", id="quiet"),
        pytest.param(["--report", "json:a", "--report", "csv:./a"], "two reports would go to", id="one file"),
        pytest.param(["--report", "json:failing.html"], "would overwrite an input", id="the page"),
        pytest.param(["--report", "json:link.html"], "would overwrite an input", id="a link to the page"),
        pytest.param(
            ["--report", "terminal", "--report", "json:harbour.yaml"], "overwrite an input", id="the rules"
        ),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_written(licheck, desk, options, says):
    (desk / "link.html").symlink_to("failing.html")
    before = {path.name: path.read_bytes() for path in desk.iterdir()}
    ended = licheck(*CHECK, *options)
    assert (ended.code, ended.out) == (2, b"")
    assert says in ended.err
    assert {path.name: path.read_bytes() for path in desk.iterdir()} == before


def test_a_full_disk_is_told_and_the_others_are_written(licheck, desk):
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    ended = licheck(*CHECK, "--report", "json:/dev/full", "--report", "markdown:out.md")
    assert ended.code == 3
    assert "no space left" in ended.err
    assert (desk / "out.md").read_text("utf-8").startswith("## licheck: ")


def test_a_report_with_the_texts_has_them_and_others_do_not_carry_them(licheck, desk):
    (desk / "original.html").write_text(FAILING.replace("nine years", "seven years"), "utf-8")
    ended = licheck(*CHECK, "--original", "original.html", "--report", "html:out.html")
    assert ended.code == 1
    text = (desk / "out.html").read_text("utf-8")
    assert "</span>seven<span" in text
    assert "</span>nine<span" in text
    assert "Missing: credit_line." in text


@pytest.mark.parametrize(("name", "needs"), [(name, name == "html") for name in formats()])
def test_which_formats_need_the_texts_is_known_without_importing_them(name, needs):
    program = (
        "import sys\nfrom licheck.edge.publish import need_sides\n"
        f"assert need_sides([('terminal', ''), ({name!r}, 'x')]) is {needs}\n"
        "assert not [name for name in sys.modules if name.startswith('licheck.reports')]\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env=environment())


def test_a_name_that_is_no_format_needs_nothing():
    assert not publish.need_sides([("../edge/run", ""), ("nowhere", "x"), ("", "")])


def test_annotations_reach_standard_output_as_they_are(licheck):
    ended = licheck(*CHECK, "--report", "github")
    assert ended.text.startswith("::error file=failing.html,line=")
    assert ended.text.endswith("1 page: 1 failed, 0 cannot tell, 0 passed, 0 inapplicable; 0 errors\n")


def test_a_page_writes_nothing_into_the_log_but_its_own_annotation(licheck, desk):
    title = "x%0A::error::no\n::set-output name=a::b\x1b[2J ##[error]"
    page = FAILING.replace("Tide gate opened by hand</h1>", f"{title}</h1>")
    (desk / "failing.html").write_text(page, "utf-8")
    for name in formats():
        lines = licheck(*CHECK, "--verbose", "--report", name).text.splitlines()
        commands = [line for line in lines if line.lstrip().startswith("::")]
        assert all(line.startswith("::error file=failing.html,") for line in commands)
        assert bool(commands) is (name == "github")


def test_a_broken_pipe_does_not_cost_the_files(desk):
    program = [sys.executable, "-m", "licheck", *CHECK, "--report", "terminal", "--report", "json:out.json"]
    with subprocess.Popen(program, cwd=desk, env=environment(), stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.close()
        process.wait(60)
    assert json.loads(Path(desk / "out.json").read_text("utf-8"))["summary"]["failed"] == 1


def test_a_verdict_is_not_lost_over_showing_long_texts(licheck, desk):
    page = FAILING.replace("</article>", f"</article><!--{'x' * 2_000_000}-->")
    (desk / "failing.html").write_text(page, "utf-8")
    ended = licheck(*CHECK, "--report", "html")
    assert ended.code == 1
    assert "The texts are not shown: page and original have more than 2,000,000 characters" in ended.text
    assert 'class="sides' not in ended.text
