"""Answers kept from run to run: the same report, sooner, and never one of yesterday's."""

import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from commandline import FAILING, PASSING, RULES, run
from newsdesk import COMMENT, DAY, newsroom, put

from licheck import __version__
from licheck.edge import cache as module
from licheck.edge.judge import Answer

# Which answers of this run were kept ones: told by what the process that hands out the work hands out.
COUNTING = """
import sys
from licheck.edge.workers import Workers
from licheck.edge import cache
cache.program = lambda: "this one"  # also while somebody works on licheck
plain = Workers.run
def run(self, jobs):
    print("judged", sum(bool(job.page) for job in jobs), file=sys.stderr)
    return plain(self, jobs)
Workers.run = run
from licheck.cli import main
sys.exit(main())
"""


@pytest.fixture
def desk(tmp_path):
    return newsroom(tmp_path / "site")


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "kept"


@pytest.fixture
def licheck(desk, cache):
    return partial(
        run,
        "check",
        "--format",
        "json",
        cwd=desk,
        env={"LICHECK_CACHE": str(cache), **DAY},
        program=("-c", COUNTING),
    )


def judged(ended):
    """How many pages a run judged anew."""
    return sum(int(count) for count in re.findall(r"^judged (\d+)$", ended.err, re.M))


def entries(cache):
    return [path for path in cache.rglob("*") if path.is_file() and "answers" in str(path)]


def test_a_second_run_judges_nothing_and_says_the_same(licheck, cache):
    first, second = licheck(), licheck()
    assert (judged(first), judged(second)) == (2, 0)
    assert (first.out, first.code) == (second.out, second.code)
    assert len(entries(cache)) == 2


def test_only_what_changed_is_judged_anew(licheck, desk):
    licheck()
    put(desk / "stories" / "failing.html", FAILING + "\n")
    assert judged(licheck()) == 1
    put(desk / "stories" / "failing.html", FAILING)
    assert judged(licheck()) == 0


def rules(desk):
    put(desk / "rules" / "harbour.yaml", RULES + "  - Was it told twice?\n")


def medium(desk):
    put(desk / "licheck.yaml", (desk / "licheck.yaml").read_text() + "medium: print\n")


DEPENDS = [
    pytest.param(rules, (), {}, id="a rule file"),
    pytest.param(medium, (), {}, id="the settings"),
    pytest.param(None, ("--author", "Wenna Tolliver"), {}, id="an option"),
    pytest.param(None, ("--original", "own.html"), {}, id="an original"),
    pytest.param(None, (), {"SOURCE_DATE_EPOCH": "1795392000"}, id="the day"),
]


@pytest.mark.parametrize(("change", "options", "more"), DEPENDS)
def test_all_that_an_answer_depends_on_is_in_its_key(licheck, desk, cache, change, options, more):
    licheck()
    if change:
        change(desk)
    ended = licheck(*options, env={"LICHECK_CACHE": str(cache), **DAY, **more})
    assert judged(ended) >= 2


def test_an_original_that_changed_is_read_again(licheck, desk):
    licheck("--original", "own.html")
    put(desk / "own.html", PASSING)
    assert judged(licheck("--original", "own.html")) == 2


def test_so_is_one_that_the_page_itself_names(licheck, desk):
    body = "By Wenna Tolliver\n\nThe tide gate at the end of Mill Street was opened by hand on Tuesday.\n"
    put(desk / "stories" / "a.md", "---\nlicheck:\n  original: ../own.html\n---\n\n" + body)
    licheck("stories/a.md")
    assert judged(licheck("stories/a.md")) == 0
    put(desk / "own.html", PASSING)
    assert judged(licheck("stories/a.md")) == 1


def test_what_stands_beside_a_verdict_is_no_part_of_the_answer(licheck, desk):
    assert licheck().code == 1
    put(
        desk / "licheck.yaml",
        (desk / "licheck.yaml").read_text()
        + "waivers:\n  - {requirement: credit_line, path: stories/failing.html, reason: a, by: b, until: 2027-01-01}\n",
    )
    ended = licheck()
    assert (judged(ended), ended.code) == (0, 0)


def test_a_waiver_in_a_page_is_kept_with_the_page(licheck, desk, cache):
    put(desk / "stories" / "failing.html", FAILING + COMMENT)
    assert (licheck().code, licheck().code) == (0, 0)
    later = {"SOURCE_DATE_EPOCH": str(int(DAY["SOURCE_DATE_EPOCH"]) + 86_400 * 100)}
    assert licheck(env={"LICHECK_CACHE": str(cache), **later}).code == 2


def test_errors_are_not_kept(licheck, desk):
    put(desk / "stories" / "failing.html", "\0\0\0 no page")
    assert judged(licheck()) == 2
    assert judged(licheck()) == 1


def test_without_a_cache_all_is_judged_and_nothing_kept(licheck, cache):
    assert judged(licheck("--no-cache")) == 2
    assert entries(cache) == []
    assert judged(licheck(env={"LICHECK_CACHE": ""})) == 2


def spoil(data):
    return data[:-10]


def swap(data):
    return data.replace(b"Harbour Lane News", b"Harbour Lane Nows")


def lie(data):
    from hashlib import blake2b

    body = b'["no report", 0, [], []]'
    return blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body


DAMAGE = [
    pytest.param(spoil, id="cut off"),
    pytest.param(swap, id="changed"),
    pytest.param(lambda _: b"", id="empty"),
    pytest.param(lambda _: b"\x80\x04\x95pickle", id="something else"),
    pytest.param(lie, id="a value of another type"),
    pytest.param(lambda _: b"[" * 200_000, id="too deep"),
    pytest.param(lambda data: data + b" " * 300_000, id="too large"),
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_entry_is_judged_anew_and_mended(licheck, cache, damage):
    first = licheck()
    for path in entries(cache):
        path.write_bytes(damage(path.read_bytes()))
    second = licheck()
    assert (judged(second), second.out) == (2, first.out)
    assert judged(licheck()) == 0


def test_a_cache_that_cannot_be_written_fails_no_run(licheck, cache):
    cache.write_text("no folder")
    ended = licheck()
    assert (judged(ended), ended.code, "cache" in ended.err) == (2, 1, False)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_cache_that_may_not_be_written_fails_no_run(licheck, cache):
    cache.mkdir(mode=0o500)
    assert licheck().code == 1


def test_two_checkouts_share_a_cache(licheck, desk, tmp_path, cache):
    licheck()
    other = newsroom(tmp_path / "elsewhere" / "site")
    ended = licheck(cwd=other)
    assert judged(ended) == 0


def test_wrong_options_are_refused_also_where_all_is_kept(licheck):
    licheck()
    ended = licheck("--report", "jsonn", "stories")
    assert ended.code == 2


def test_a_cache_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "FULL", 4_000)
    kept = module.Cache(str(tmp_path))
    monkeypatch.setattr(module, "_written", lambda _: b"x" * 1_000)
    for number in range(12):
        kept.put(f"ab{number:038d}", Answer(stories=2))
        path = Path(kept._path(f"ab{number:038d}"))
        os.utime(path, ns=(number, number))
    left = sorted(path.name for path in path.parent.iterdir())
    assert left == [f"{number:038d}" for number in (8, 9, 10, 11)]


def test_feeds_are_kept_story_by_story(licheck, desk):
    story = "<p>The tide gate was opened by hand on Tuesday, for the first time in nine years.</p>" * 4
    item = f"<item><title>Gate</title><content:encoded><![CDATA[{story}]]></content:encoded></item>\n"
    name = "http://purl.org/rss/1.0/modules/content/"
    head = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="{}">\n<channel>'
    put(desk / "feed.xml", f"{head.format(name)}<title>Marsh</title>\n{item}{item}</channel></rss>\n")
    first = licheck("feed.xml", "--no-config")
    second = licheck("feed.xml", "--no-config")
    assert len(first.report["pages"]) == 2
    assert (judged(first), judged(second), first.out == second.out) == (3, 0, True)


TELL = "from licheck.edge import cache_place as place; place._PACKAGE = {!r}; print(place.program())"


def test_the_program_itself_is_a_part_of_the_key(tmp_path):
    """A checkout is known by its files, so that a change is seen at once; what is installed by its checksums."""
    package = tmp_path / "licheck"

    def tell():
        command = [sys.executable, "-c", TELL.format(str(package))]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    put(package / "a.py", "x = 1\n")
    first = tell()
    put(package / "a.py", "x = 22\n")
    assert tell() != first
    record = tmp_path / f"licheck_syndication-{__version__}.dist-info" / "RECORD"
    put(record, "licheck/a.py,sha256=abc,6\n../../bin/licheck,sha256=x,1\n")
    installed = tell()
    put(package / "a.py", "x = 333\n")
    put(record, "../../bin/licheck,sha256=other,1\nlicheck/a.py,sha256=abc,6\n")
    assert tell() == installed
