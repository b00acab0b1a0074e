"""`licheck originals`, and `licheck check` with a store: which original a page comes from, and how that is known."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest
from commandline import environment, run
from every_format import FORMATS
from invented_stories import feed, page, paragraphs, url
from newsdesk import BYLINE_RULES, copy


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """A folder with stories 0 to 4 and a store of them."""
    folder = tmp_path_factory.mktemp("stored")
    (folder / "stories").mkdir()
    for number in range(5):
        (folder / "stories" / f"{number}.html").write_text(page(number), "utf-8")
    (folder / "harbour.yaml").write_text(BYLINE_RULES, "utf-8")
    assert run("originals", "add", "stories", cwd=folder).code == 0
    return folder


@pytest.fixture
def kept(desk, stored):
    """A desk with a store of stories 0 to 4."""
    copytree(stored, desk, dirs_exist_ok=True)
    return desk


def check(licheck, *arguments):
    ended = licheck("check", *arguments, "--rules", "harbour.yaml", "--format", "json")
    return ended, ended.report["pages"][0] if ended.report["pages"] else None


def test_add_list_show_find_and_remove(kept, licheck):
    listed = licheck("originals", "list").text.splitlines()
    assert len(listed) == 6 and "Tide 2 at the gate, by Wenna Tolliver  stories/2.html" in listed[2]
    shown = licheck("originals", "show", "stories/2.html", "--format", "json").report["originals"]
    assert [(one["title"], one["authors"], one["url"]) for one in shown] == [
        ("Tide 2 at the gate", ["Wenna Tolliver"], url(2))
    ]
    number = str(shown[0]["number"])
    assert licheck("originals", "show", number).text.startswith(f"{number}: Tide 2 at the gate\n")
    (kept / "page.html").write_text(copy(2), "utf-8")
    assert "100% of its words are here; known by its text" in licheck("originals", "find", "page.html").text
    assert licheck("originals", "remove", url(2)).text.splitlines()[-1] == "4 left"
    assert licheck("originals", "find", "page.html").text == "page.html: from no original of the store\n"
    assert licheck("originals", "show", number).code == 2


def test_what_is_there_already_is_not_kept_twice(kept, licheck):
    again = licheck("originals", "add", "stories", "stories/3.html", "--format", "json").report
    assert (again["added"], again["known"], again["originals"]) == (0, 6, 5)


@pytest.mark.parametrize("name", FORMATS)
def test_originals_are_taken_from_every_format(desk, licheck, name):
    format = FORMATS[name]
    (desk / f"original{format.suffix}").write_bytes(format.file(12))
    (desk / "page.html").write_bytes(FORMATS["HTML"].file(12))
    assert licheck("originals", "add", f"original{format.suffix}").code == 0
    found = licheck("originals", "find", "page.html", "--format", "json").report["pages"][0]["originals"]
    assert [(one["path"], one["share"] > 0.9) for one in found] == [(f"original{format.suffix}", True)]
    judged = licheck("check", "page.html", "--rules", "harbour.yaml", "--format", "json").report["pages"][0]
    assert judged["original"] == f"original{format.suffix}"


def test_the_stories_of_a_feed_are_originals_of_their_own(desk, licheck):
    stories = [(f"Tide {number}", paragraphs(f"feed {number}", 6)) for number in range(3)]
    (desk / "feed.xml").write_text(feed(*stories), "utf-8")
    assert licheck("originals", "add", "feed.xml", "--format", "json").report["added"] == 3
    (desk / "harbour.yaml").write_text(BYLINE_RULES, "utf-8")
    (desk / "page.html").write_text(copy(9, texts=stories[1][1]), "utf-8")
    assert check(licheck, "page.html")[1]["original"] == "feed.xml#2"
    (desk / "feed.xml").write_text(feed(("New", paragraphs("new", 6)), *stories[:2]), "utf-8")
    later = licheck("originals", "add", "feed.xml", "--format", "json").report
    assert (later["added"], later["known"], later["originals"]) == (1, 2, 4)
    assert check(licheck, "page.html")[1]["original"] == "feed.xml#2"
    assert "Tide 1" in licheck("originals", "show", "feed.xml#3").text  # the name that it has now


NAMED = [
    pytest.param(f'<link rel="canonical" href="{url(3)}?utm_source=a">', "", "its canonical address (line 3)", id="canonical"),
    pytest.param("<meta name='x'>", f'<p>This story was originally published by <a href="{url(3)}">Harbour</a>.</p>\n', "the link in its credit line", id="credit link"),
    pytest.param("<meta name='x'>", "", "its text, which has about 100% of the original's words", id="text alone"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "bottom", "how"), NAMED)
def test_check_finds_the_original_and_says_how_it_knew(kept, licheck, head, bottom, how):
    (kept / "page.html").write_text(page(3, head=head, bottom=bottom), "utf-8")
    _, report = check(licheck, "page.html")
    assert report["original"] == "stories/3.html"
    assert report["original_from"].startswith(how)
    assert report["people"] == ["Wenna Tolliver"]
    told = licheck("check", "page.html", "--rules", "harbour.yaml").text
    assert "Original: stories/3.html; known by: " in told


@pytest.mark.parametrize("original", [url(3), "stories/3.html"])
def test_front_matter_names_the_original(kept, licheck, original):
    text = "\n\n".join(paragraphs("story 3", 10))
    (kept / "page.md").write_text(
        f"---\ntitle: x\nlicheck:\n  original: {original}\n---\n\n{text}\n", "utf-8"
    )
    _, report = check(licheck, "page.md")
    assert report["original"] == "stories/3.html"
    assert report["original_from"].startswith("its front matter (line 4)")


def test_the_user_knows_best(kept, licheck):
    (kept / "page.html").write_text(copy(3), "utf-8")
    _, report = check(licheck, "page.html", "--original", "stories/3.html")
    assert (report["original"], report["original_from"]) == ("stories/3.html", "you (--original)")


def test_a_page_that_names_one_original_and_has_the_text_of_another_is_told(kept, licheck):
    head = f'<link rel="canonical" href="{url(1)}">'
    (kept / "page.html").write_text(page(3, head=head), "utf-8")
    _, report = check(licheck, "page.html")
    assert report["original"] == "stories/3.html" and report["original_from"].startswith("its text")
    assert (
        "The page names stories/1.html as its original (its canonical address (line 3)), but its text comes"
        " from stories/3.html." in report["notes"]
    )


def test_several_originals_on_one_page_are_told(kept, licheck):
    texts = [*paragraphs("story 3", 10), *paragraphs("story 1", 10)[:6]]
    (kept / "page.html").write_text(copy(3, texts=texts), "utf-8")
    _, report = check(licheck, "page.html")
    assert report["original"] == "stories/3.html"
    assert any("text of another original: stories/1.html" in note for note in report["notes"])
    found = licheck("originals", "find", "page.html", "--format", "json").report["pages"][0]["originals"]
    assert [(one["path"], round(one["share"], 1)) for one in found] == [
        ("stories/3.html", 1.0),
        ("stories/1.html", 0.6),
    ]


@pytest.mark.parametrize(("paper", "site"), [("Alder Wire", "alder"), ("Harbour Lane News", "harbour")])
def test_of_two_publishers_with_the_same_text_the_one_that_the_page_credits_is_taken(
    kept, licheck, paper, site
):
    """Nobody is held to the conditions of a publisher that ran the story too, and is not the one credited."""
    (kept / "stories" / "alder.html").write_text(page(3).replace("harbour.example", "alder.example"), "utf-8")
    alder = BYLINE_RULES.replace("id: harbour", "id: alder").replace("Harbour Lane News", "Alder Wire")
    (kept / "alder.yaml").write_text(alder.replace("harbour.example", "alder.example"), "utf-8")
    assert licheck("originals", "add", "stories").code == 0
    line = f"<p>This story was originally published by {paper}.</p>\n"
    (kept / "page.html").write_text(copy(3, bottom=line), "utf-8")
    _, report = check(licheck, "page.html", "--rules", "alder.yaml")
    assert report["original"] == {"alder": "stories/alder.html", "harbour": "stories/3.html"}[site]
    assert report["original_from"].startswith("its text")


def test_half_a_story_is_found(kept, licheck):
    (kept / "page.html").write_text(copy(3, texts=paragraphs("story 3", 10)[3:8]), "utf-8")
    _, report = check(licheck, "page.html")
    assert report["original"] == "stories/3.html"


def test_a_translation_is_named_as_what_it_seems_and_judged_without_the_original(kept, licheck):
    head = f'<link rel="canonical" href="{url(3)}">'
    texts = [
        f"Das Tor an der Mühle wurde am Dienstag von Hand geöffnet, zum {n}. Mal seit Jahren."
        for n in range(9)
    ]
    (kept / "page.html").write_text(page(3, texts, head=head, language="de"), "utf-8")
    _, report = check(licheck, "page.html")
    assert (report["original"], report["original_from"]) == (None, "")
    (note,) = [note for note in report["notes"] if "stories/3.html" in note]
    assert "no text in common" in note and "translation" in note and '"de"' in note
    found = licheck("originals", "find", "page.html", "--format", "json").report["pages"][0]["originals"]
    assert [(one["path"], one["share"]) for one in found] == [("stories/3.html", 0)]


def test_a_page_of_its_own_has_no_original(kept, licheck):
    (kept / "page.html").write_text(copy(77), "utf-8")
    _, report = check(licheck, "page.html")
    assert (report["original"], report["original_from"], report["notes"]) == (None, "", [])


PLACES = [
    pytest.param(("--store", "there"), {}, "there", id="as it is named"),
    pytest.param((), {"LICHECK_ORIGINALS": "there"}, "there", id="as the environment says"),
    pytest.param(("--store", "there"), {"LICHECK_ORIGINALS": "elsewhere"}, "there", id="the name wins"),
    pytest.param((), {}, ".licheck/originals", id="the usual place"),
]


@pytest.mark.parametrize(("options", "variables", "place"), PLACES)
def test_the_store_is_where_it_is_looked_for(desk, licheck, options, variables, place):
    (desk / "one.html").write_text(page(1), "utf-8")
    added = licheck("originals", "add", "one.html", *options, "--format", "json", env=variables)
    assert (added.report["store"], (desk / place / "originals.sqlite").is_file()) == (place, True)
    (desk / "below" / "it").mkdir(parents=True)
    (desk / "page.html").write_text(copy(1), "utf-8")
    where = ("--originals", "there") if options else ()
    assert licheck("check", "page.html", *where, "--format", "json", env=variables).report["pages"][0][
        "original"
    ]


def test_the_nearest_store_above_is_used(kept, licheck):
    below = kept / "below" / "it"
    below.mkdir(parents=True)
    (below / "page.html").write_text(copy(3), "utf-8")
    ended = licheck("originals", "find", "page.html", "--format", "json", cwd=below)
    assert ended.report["store"] == "../../.licheck/originals"
    assert ended.report["pages"][0]["originals"][0]["path"] == "stories/3.html"


WRONG = [
    pytest.param(("originals",), 2, "write `licheck originals add FILE`", id="nothing asked for"),
    pytest.param(("originals", "ad"), 2, "there is no `licheck originals ad`", id="an unknown word"),
    pytest.param(("originals", "add"), 2, "name at least one original", id="nothing to add"),
    pytest.param(("originals", "list", "1"), 2, "takes no names", id="list takes no names"),
    pytest.param(("originals", "find", "passing.html"), 2, "there is no store", id="no store"),
    pytest.param(("originals", "list", "--store", "passing.html"), 2, "is a file", id="a file as store"),
    pytest.param(("originals", "add", "passing.html", "--store", "."), 2, "holds other files", id="a folder in use"),
    pytest.param(("originals", "add", "nowhere.html"), 3, "there is no such file", id="no such file"),
    pytest.param(("originals", "add", "https://harbour.example/feed"), 3, "fetches nothing", id="an address"),
    pytest.param(("originals", "add", "empty"), 3, "no file in a format", id="a folder without stories"),
    pytest.param(("originals", "add", "passing.html", "--as", "pdf"), 2, "choose one of", id="an unknown format"),
    pytest.param(("check", "passing.html", "--originals", "nowhere"), 2, "there is no store", id="check without it"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "says"), WRONG)
def test_wrong_use_is_a_sentence_and_an_exit_code(desk, licheck, arguments, code, says):
    (desk / "empty").mkdir()
    ended = licheck(*arguments)
    assert (ended.code, says in ended.err) == (code, True), ended
    assert "Traceback" not in ended.err


def test_a_file_that_cannot_be_read_does_not_cost_the_others(kept, licheck):
    (kept / "stories" / "5.html").write_text(page(5), "utf-8")
    (kept / "stories" / "broken.json").write_text('[{"title":', "utf-8")
    (kept / "stories" / "notes.pdf").write_text("x", "utf-8")
    (kept / "stories" / "bare.html").write_text("<p>", "utf-8")
    ended = licheck("originals", "add", "stories", "--format", "json")
    assert ended.code == 3
    assert (ended.report["added"], ended.report["known"], ended.report["left_out"]) == (1, 5, 1)
    assert {Path(path).name for path in ended.errors} == {"broken.json", "bare.html"}


def test_a_store_that_cannot_be_read_is_an_error_and_no_page_is_judged_without_it(kept, licheck):
    database = kept / ".licheck" / "originals" / "originals.sqlite"
    database.write_bytes(database.read_bytes()[:4096] + b"\xff" * 20_000)
    ended, judged = check(licheck, "passing.html")
    assert (ended.code, judged) == (3, None)
    assert set(ended.errors) == {".licheck/originals", "passing.html"}


def test_a_damaged_index_is_said_and_the_check_goes_on(kept, licheck):
    (segment,) = (kept / ".licheck" / "originals" / "index").iterdir()
    segment.write_bytes(segment.read_bytes()[:-8])
    (kept / "page.html").write_text(copy(3), "utf-8")
    ended, report = check(licheck, "page.html")
    assert report["original"] == "stories/3.html"
    assert "made again from the store" in ended.err and "nothing is lost" in ended.err
    assert check(licheck, "page.html")[0].err == ""


def test_an_original_from_standard_input(desk, licheck):
    assert licheck("originals", "add", "-", stdin=page(1).encode()).code == 0
    assert "Tide 1 at the gate" in licheck("originals", "list").text


def kept_in(database):
    """How many originals are in a database; 0 while it is being made or is locked."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        try:
            return connection.execute("SELECT count(*) FROM originals").fetchone()[0]
        except sqlite3.Error:
            return 0


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for others")
def test_ctrl_c_ends_in_order_and_the_same_command_goes_on(desk, licheck):
    (desk / "many").mkdir()
    for number in range(600):
        (desk / "many" / f"{number}.html").write_text(page(number), "utf-8")
    command = [sys.executable, "-m", "licheck", "originals", "add", "many"]
    process = subprocess.Popen(
        command, cwd=desk, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    database = desk / ".licheck" / "originals" / "originals.sqlite"
    until = time.monotonic() + 60
    while not (database.is_file() and kept_in(database)) and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(0.05)  # from its being done until it is known to be
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=10)
    assert process.returncode == 130, err
    assert "originals were added before that and stay" in err and "Traceback" not in err
    there = json.loads(licheck("originals", "list", "--format", "json").text)["originals"]
    assert 0 < len(there) < 600
    again = licheck("originals", "add", "many", "--format", "json").report
    assert (again["added"] + again["known"], again["originals"]) == (600, 600)


MODULES = """
import sys
from licheck.cli import main
main(sys.argv[1:])
sys.stderr.write("\\n".join(sys.modules))
"""
WORKER = """
import sys
from licheck.edge.jobs import Job, Source
from licheck.edge.judge import work
from licheck.edge.rulebook import shipped
assert work(Job(Source(sys.argv[1]), shipped())).page
sys.stderr.write("\\n".join(sys.modules))
"""


@pytest.mark.parametrize(
    ("program", "arguments"), [(MODULES, ("check", "passing.html")), (WORKER, ("passing.html",))]
)
def test_a_run_without_a_store_imports_nothing_of_it(licheck, program, arguments):
    modules = licheck(*arguments, program=("-c", program)).err.split("\n")
    assert "licheck.edge.jobs" in modules
    wanted = {name for name in modules if name.startswith("licheck.edge.originals")}
    assert wanted <= {"licheck.edge.originals_place"} and "sqlite3" not in modules


def test_with_a_store_the_process_that_hands_out_the_work_does_not_open_it(kept, licheck):
    modules = licheck("check", "passing.html", program=("-c", MODULES)).err.split("\n")
    assert "sqlite3" not in modules
