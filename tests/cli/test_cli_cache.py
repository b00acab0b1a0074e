"""Answers kept from run to run: the same report, sooner, and never one of yesterday's."""

import os
import re
from functools import partial
from pathlib import Path

import pytest
from commandline import FAILING, PASSING, RULES, run
from newsdesk import COMMENT, DAY, git, newsroom, put

from licheck.edge import cache_entries as module

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
# The same, and what was imported by then.
MODULES = COUNTING.replace(
    "sys.exit(main())", "code = main()\nprint(*sys.modules, sep='\\n', file=sys.stderr)\nsys.exit(code)"
)


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
        code=COUNTING,
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
    assert len(entries(cache)) == 4  # of two pages, their rules, their configuration


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
    kept = module.Entries(str(tmp_path))
    for number in range(12):
        kept.put(f"ab{number:038d}", b"x" * 967)  # 1,000 bytes with its checksum
        path = Path(kept.path(f"ab{number:038d}"))
        os.utime(path, ns=(number, number))
    left = sorted(path.name for path in path.parent.iterdir())
    assert left == [f"{number:038d}" for number in (8, 9, 10, 11)]


def test_an_answer_for_a_report_with_the_texts_is_one_for_the_others_too(licheck, desk):
    own = licheck("--no-cache")
    with_texts = ("check", "--report", "html:report.html", "--quiet")
    assert judged(run(*with_texts, **licheck.keywords)) == 2
    plain = licheck()
    assert (judged(plain), plain.out, plain.code) == (0, own.out, own.code)


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


def extended(desk):
    put(desk / "common.yaml", "medium: print\n")
    put(desk / "licheck.yaml", "extends: common.yaml\n" + (desk / "licheck.yaml").read_text())
    return desk / "common.yaml"


def test_a_configuration_that_another_one_extends_is_read_again_when_it_changed(licheck, desk):
    common = extended(desk)
    licheck()
    assert judged(licheck()) == 0
    put(common, "fail_on: cant-tell\n")
    assert judged(licheck()) == 2
    common.unlink()
    ended = licheck()
    assert (ended.code, "common.yaml" in ended.err) == (2, True)


def test_a_configuration_is_refused_when_what_it_names_leads_elsewhere_by_now(licheck, desk, tmp_path):
    """The link was changed after the configuration was read, which itself stayed as it was."""
    put(desk / "stores" / "inside.html", FAILING)
    (desk / "original.html").symlink_to("stores/inside.html")
    put(desk / "licheck.yaml", "original: original.html\n" + (desk / "licheck.yaml").read_text())
    git(desk, "init", "--quiet")
    assert licheck().code == 1
    put(tmp_path / "outside.html", FAILING)
    (desk / "original.html").unlink()
    (desk / "original.html").symlink_to(tmp_path / "outside.html")
    ended = licheck()
    assert (ended.code, "leads out of" in ended.err) == (2, True)


def test_a_baseline_is_read_again_when_it_changed(licheck, desk, cache):
    env = {"LICHECK_CACHE": str(cache), **DAY}
    assert run("baseline", "write", cwd=desk, env=env).code == 0
    assert (licheck().code, licheck().code) == (0, 0)
    known = (desk / "licheck-baseline.json").read_text()
    put(desk / "licheck-baseline.json", '{"version": 1, "failures": []}')
    assert licheck().code == 1
    put(desk / "licheck-baseline.json", known)
    assert licheck().code == 0


def test_where_all_is_known_no_process_is_started(licheck, desk, cache):
    env = {"LICHECK_CACHE": str(cache), **DAY}
    assert run("originals", "add", "own.html", cwd=desk, env=env).code == 0
    assert run("baseline", "write", cwd=desk, env=env).code == 0
    first, second = licheck(), licheck(program=("-c", MODULES))
    assert (second.out, "licheck.edge.processes" in second.err.split("\n")) == (first.out, False)
    put(desk / "stories" / "failing.html", FAILING + "\n")
    assert "licheck.edge.processes" in licheck(program=("-c", MODULES)).err.split("\n")


def test_a_store_of_originals_that_changed_is_looked_into_again(licheck, desk, cache):
    env = {"LICHECK_CACHE": str(cache), **DAY}
    run("originals", "add", "own.html", cwd=desk, env=env)
    licheck()
    assert judged(licheck()) == 0
    put(desk / "another.html", PASSING.replace("Mill Street", "Quay Street"))
    run("originals", "add", "another.html", cwd=desk, env=env)
    assert judged(licheck()) == 2


TELL = """
from licheck.edge import cache_program as one
one._PACKAGE, one.rules_folder, one._SETTLED = {!r}, lambda: {!r}, 0
print(one.program())
"""


@pytest.fixture
def tell(tmp_path, cache):
    """What a licheck that stands in a folder of its own is, to the cache."""

    def told(folder=tmp_path / "here", **env):
        program = TELL.format(str(folder / "licheck"), str(folder / "rules"))
        return run(env={"LICHECK_CACHE": str(cache), **env}, program=("-c", program), cwd=tmp_path).out

    put(tmp_path / "here" / "licheck" / "a.py", "x = 1\n")
    put(tmp_path / "here" / "rules" / "harbour.yaml", "a: 1\n")
    return told


def grown_old(folder):
    """Times of long ago, which a later change cannot have."""
    for path in folder.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))


@pytest.mark.parametrize(
    "name", ["licheck/a.py", "licheck/within/b.py", "rules/harbour.yaml", "rules/own.yaml"]
)
def test_a_change_in_the_code_or_in_a_shipped_rule_file_is_seen_at_once(tell, tmp_path, name):
    first = tell()
    path = tmp_path / "here" / name
    put(path, path.read_text("utf-8").replace("1", "2") if path.exists() else "new: 1\n")
    assert tell() != first


def test_so_is_one_that_leaves_size_and_time_as_they_were(tell, tmp_path):
    """The time that is told of the last change can be set back; that of the last touch cannot."""
    grown_old(tmp_path / "here")
    first = tell()
    assert tell() == first
    put(tmp_path / "here" / "rules" / "harbour.yaml", "a: 2\n")
    grown_old(tmp_path / "here")
    assert tell() != first


def test_code_that_is_the_same_elsewhere_is_the_same(tell, tmp_path):
    """A cache can be saved and restored by a pipeline, which checks out anew each time."""
    first = tell()
    for name, text in (("licheck/a.py", "x = 1\n"), ("rules/harbour.yaml", "a: 1\n")):
        put(tmp_path / "there" / name, text)
    put(tmp_path / "there" / "licheck" / "__pycache__" / "a.pyc", "made")
    put(tmp_path / "there" / "rules" / "examples" / "harbour.yaml", "tries: 1\n")
    assert tell(tmp_path / "there") == first
    assert tell(LICHECK_CACHE="") == first
