"""`licheck fix`: what it shows, what it writes, and what the process ends with."""

import stat

import pytest
from commandline import FAILING, PASSING, RULES

FIX = ("fix", "--rules", "harbour.yaml")
LINE = "<p>This story first appeared in Harbour Lane News.</p>"


def test_without_write_the_file_stays_and_a_summary_tells_what_would_be_done(licheck, desk):
    ended = licheck(*FIX, "failing.html")
    assert ended.code == 1
    assert (
        'would mend: credit_line: adds the line "This story first appeared in Harbour Lane News."'
        in ended.text
    )
    assert "Nothing was written: --write does it, --diff shows how." in ended.text
    assert (desk / "failing.html").read_text("utf-8") == FAILING


def test_diff_shows_the_change_alone_on_standard_output(licheck, desk):
    ended = licheck(*FIX, "failing.html", "--diff")
    lines = ended.text.splitlines()
    assert lines[:2] == ["--- failing.html", "+++ failing.html"]
    assert [line for line in lines[2:] if line.startswith(("+", "-"))] == [f"+{LINE}"]
    assert "1 can be mended" in ended.err
    assert (ended.code, (desk / "failing.html").read_text("utf-8")) == (1, FAILING)


def test_write_mends_the_file_and_a_second_run_changes_nothing(licheck, desk):
    ended = licheck(*FIX, "failing.html", "passing.html", "--write")
    assert (ended.code, "mended: credit_line" in ended.text) == (0, True)
    after = (desk / "failing.html").read_bytes()
    assert after.decode().replace(f"{LINE}\n", "") == FAILING
    assert (desk / "passing.html").read_text("utf-8") == PASSING
    assert licheck("check", "--rules", "harbour.yaml", "failing.html", "passing.html").code == 0
    again = licheck(*FIX, "failing.html", "passing.html", "--write")
    assert (again.code, again.text) == (0, "2 pages: nothing to mend.\n")
    assert (desk / "failing.html").read_bytes() == after


def test_a_link_stays_a_link_and_permissions_stay(licheck, desk):
    (desk / "story.html").symlink_to("failing.html")
    (desk / "failing.html").chmod(0o640)
    assert licheck(*FIX, "story.html", "--write").code == 0
    assert (desk / "story.html").is_symlink()
    assert LINE in (desk / "failing.html").read_text("utf-8")
    assert stat.S_IMODE((desk / "failing.html").stat().st_mode) == 0o640
    assert [path.name for path in desk.iterdir() if path.name.startswith(".")] == []


def test_a_page_named_twice_is_mended_once(licheck, desk):
    assert licheck(*FIX, "failing.html", "./failing.html", "--write").code == 0
    assert (desk / "failing.html").read_text("utf-8").count(LINE) == 1


def test_a_file_that_cannot_be_written_is_an_error_and_the_others_are_mended(desk, monkeypatch, capsys):
    from licheck.edge import files, fix_run
    from licheck.edge.run import CheckOptions
    from licheck.errors import OutputError

    monkeypatch.chdir(desk)
    (desk / "other.html").write_text(FAILING, "utf-8")
    write = files.write_output

    def refuse(path, data):
        if path == "failing.html":
            raise OutputError(f"{path}: the report could not be written: read-only file system")
        write(path, data)

    monkeypatch.setattr(files, "write_output", refuse)
    options = CheckOptions(("failing.html", "other.html"), rules=("harbour.yaml",))
    assert fix_run.fix(options, fix_run.FixOptions(write=True)) == 3
    told = capsys.readouterr()
    assert "failing.html: could not be written: read-only file system" in told.err
    assert "not written: credit_line" in told.out
    assert LINE in (desk / "other.html").read_text("utf-8")


def test_a_story_in_a_file_of_several_is_told_and_left(licheck, desk):
    item = "<item><title>{}</title><description>{}</description></item>"
    story = FAILING[FAILING.index("<p>The tide") : FAILING.index("</article>")].replace("<", "&lt;")
    items = item.format("Tide gate opened by hand", story) + item.format("Second", story)
    (desk / "feed.xml").write_text(f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>')
    ended = licheck(*FIX, "feed.xml", "--write")
    assert (ended.code, ended.text.count("the file holds several stories")) == (1, 2)


def test_a_file_that_was_changed_meanwhile_is_not_written(desk, monkeypatch, capsys):
    from licheck.edge import fix_run
    from licheck.edge.run import CheckOptions

    monkeypatch.chdir(desk)
    written = fix_run._written

    def late(pages):
        (desk / "failing.html").write_text(FAILING + "<!-- edited -->", "utf-8")
        return written(pages)

    monkeypatch.setattr(fix_run, "_written", late)
    options = CheckOptions(("failing.html",), rules=("harbour.yaml",))
    assert fix_run.fix(options, fix_run.FixOptions(write=True)) == 3
    assert "was changed by somebody else meanwhile" in capsys.readouterr().err
    assert (desk / "failing.html").read_text("utf-8") == FAILING + "<!-- edited -->"


EXIT_CODES = [
    pytest.param(("passing.html", "--write"), 0, id="nothing to mend"),
    pytest.param(("failing.html", "--write"), 0, id="all mended"),
    pytest.param(("failing.html",), 1, id="nothing written"),
    pytest.param(("story.txt", "--write"), 1, id="cannot be mended"),
    pytest.param(("nowhere.html",), 3, id="no such file"),
    pytest.param(("nowhere.html", "failing.html", "--write"), 3, id="one could not be read"),
    pytest.param(("failing.html", "--rules", "nowhere.yaml"), 2, id="no such rule file"),
    pytest.param(("-",), 2, id="standard input"),
    pytest.param(("failing.html", "--logo", "x"), 2, id="a logo without address"),
    pytest.param(("failing.html", "--as", "word"), 2, id="an unknown format"),
    pytest.param(("failing.html", "--dif"), 2, id="an unknown option"),
]


@pytest.mark.parametrize(("arguments", "code"), EXIT_CODES)
def test_the_exit_code_tells_how_the_files_are_now(licheck, desk, arguments, code):
    (desk / "story.txt").write_text(
        "Tide gate opened by hand\n\n" + "The tide gate was opened by hand on Tuesday. " * 9
    )
    ended = licheck(*FIX, *arguments)
    assert ended.code == code, ended.text + ended.err
    assert "Traceback" not in ended.err


def test_a_failure_that_is_no_must_does_not_fail_the_run(licheck, desk):
    rules = RULES.replace(
        "for_a_person:", "  - logo:\n      what: The logo.\n      level: should\nfor_a_person:"
    )
    (desk / "harbour.yaml").write_text(rules, "utf-8")
    ended = licheck(*FIX, "failing.html", "--write")
    assert (ended.code, "not mended: logo" in ended.text) == (0, True)
    ended = licheck(*FIX, "failing.html", "--write", "--logo", "harbour=/logo.svg")
    assert "mended: logo: shows the logo /logo.svg" in ended.text


def test_line_ends_and_mark_of_a_file_from_windows_stay(licheck, desk):
    data = b"\xef\xbb\xbf" + FAILING.replace("\n", "\r\n").encode()
    (desk / "failing.html").write_bytes(data)
    assert licheck(*FIX, "failing.html", "--write").code == 0
    after = (desk / "failing.html").read_bytes()
    assert after.replace(f"{LINE}\r\n".encode(), b"") == data


def test_a_name_with_spaces_and_letters_beyond_ascii_is_found_and_written(licheck, desk):
    (desk / "Ein Gezeitentor öffnet.html").write_text(FAILING, "utf-8")
    assert licheck(*FIX, "Ein Gezeitentor öffnet.html", "--write").code == 0


def test_what_a_page_holds_is_no_command_for_a_ci_system_in_the_diff(licheck, desk):
    text = FAILING.replace("<p>By Wenna", "::error::owned\n##[error]owned\n\x1b[31m<p>By Wenna")
    (desk / "failing.html").write_text(text, "utf-8")
    shown = licheck(*FIX, "failing.html", "--diff").text
    assert not any(line.lstrip(" +-").startswith("::") or "##[" in line for line in shown.splitlines())
    assert "\x1b" not in shown


def test_a_waived_failure_is_left_alone(licheck, desk):
    (desk / "licheck.yaml").write_text(
        "waivers:\n  - requirement: credit_line\n    path: failing.html\n    reason: agreed by telephone\n"
        "    by: Ada Finch\n    until: 2999-01-01\n",
        "utf-8",
    )
    ended = licheck(*FIX, "failing.html", "--write")
    assert "waived" in ended.text, ended.text + ended.err
    assert (desk / "failing.html").read_text("utf-8") == FAILING


@pytest.mark.parametrize("domains", ["", "  domains: [harbour.example]\n"])
def test_the_address_of_another_publishers_text_in_the_store_is_proposed_to_nobody(licheck, desk, domains):
    asked = "requirements:\n  - canonical: {what: x}\n  - link_back: {what: y, to: story}\n"
    head = RULES.partition("requirements:")[0].replace("  domains:\n    - harbour.example\n", domains)
    (desk / "harbour.yaml").write_text(head + asked)
    elsewhere = '<link rel="canonical" href="https://tarn.example/tide"><title>'
    (desk / "taken.html").write_text(FAILING.replace("<title>", elsewhere))
    assert licheck("originals", "add", "taken.html").code == 0
    ended = licheck(*FIX, "failing.html", "--diff")
    assert (ended.code, ended.text) == (1, "")
    assert "2 cannot be mended" in ended.err


def test_where_no_page_could_be_checked_nothing_says_that_all_is_well(licheck, desk):
    (desk / "licheck.yaml").write_text("surplus: 1\n")
    ended = licheck("fix", "failing.html")
    assert (ended.code, ended.text) == (2, "No page was checked, and none mended.\n")


def test_errors_are_counted_beside_what_is_well(licheck):
    ended = licheck(*FIX, "passing.html", "absent.html")
    assert (ended.code, ended.text) == (3, "1 page: nothing to mend; 1 error.\n")


def test_help_explains(licheck):
    ended = licheck("fix", "--help")
    assert (ended.code, "--unsafe" in ended.text, "exit codes:" in ended.text) == (0, True, True)
