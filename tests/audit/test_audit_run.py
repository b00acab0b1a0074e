"""A whole audit: everything is met once, in order, whatever happens to the processes, and nothing is lost by a stop."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

import pytest
from archives import HTTP, http, identifier, packed, record, response
from commandline import FAILING, PASSING, RULES, environment, run

from bench.archive_pages import Archive
from bench.make_archive import write_folder, write_originals, write_warc

SABOTAGE = (str(Path(__file__).parent.parent / "reliability/sabotage.py"),)
PAGES, ORIGINALS = 60, 12


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """A web archive with its originals in a store, and one audit of it."""
    folder = tmp_path_factory.mktemp("archive")
    made = Archive(ORIGINALS, weight=10)
    write_originals(made, folder)
    write_warc(made, folder, PAGES)
    assert run("originals", "add", "originals", "--store", "store", cwd=folder).code == 0
    assert audit(folder, "whole.sqlite").code == 1
    return folder


def audit(folder, output, *more, source="pages.warc.gz", jobs="2", **how):
    return run(
        "audit", source, "--originals", "store", "--output", output, "--jobs", jobs, *more, cwd=folder, **how
    )


def exported(folder, name):
    end = run("audit", "export", name, cwd=folder)
    assert end.code == 0, end.err
    return end.out


def asked(path, question):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(question).fetchall()


def counts(path):
    return {what: count for what, count in asked(path, "SELECT what, count FROM counts") if count}


def test_every_page_and_record_is_accounted_for(archive):
    made = Counter(json.loads((archive / "truth.json").read_text()))
    assert Counter(counts(archive / "whole.sqlite")) == Counter(
        judged=made["republication"],
        no_republication=made["unrelated"] + made["mention"],
        own_page=made["own"],
        duplicate=made["duplicates"] + made["revisits"],
        redirect=made["redirects"],
        not_html=made["not_html"],
        http_error=made["http_errors"],
        other_record=made["requests"] + 1,
        failed=counts(archive / "whole.sqlite")["failed"],
    )


def test_the_verdicts_are_those_that_the_pages_were_made_for(archive):
    rows = asked(
        archive / "whole.sqlite",
        "SELECT address, rule_set, requirement, findings.verdict FROM findings JOIN pages ON page = number",
    )
    told = {(address, rule_set, requirement): verdict for address, rule_set, requirement, verdict in rows}
    right = wrong = 0
    for line in (archive / "truth.jsonl").read_text().splitlines():
        page = json.loads(line)
        for requirement, verdict in page["expected"].items():
            if told[page["url"], page["rule_set"], requirement] == verdict:
                right += 1
            else:
                wrong += 1
    assert right > 100
    assert wrong / right < 0.005


def test_two_runs_give_the_same_bytes_however_many_processes_judge(archive):
    audit(archive, "alone.sqlite", jobs="1")
    assert exported(archive, "alone.sqlite") == exported(archive, "whole.sqlite")


def test_a_folder_and_an_archive_of_the_same_pages_have_the_same_verdicts(archive, tmp_path):
    write_folder(Archive(ORIGINALS, weight=10), tmp_path, PAGES)
    assert (
        run(
            "audit", "pages", "--originals", str(archive / "store"), "--output", "a.sqlite", cwd=tmp_path
        ).code
        == 1
    )
    question = "SELECT title, rule_set, requirement, findings.verdict FROM findings JOIN pages ON page = number ORDER BY 1, 2, 3, 4"
    assert asked(tmp_path / "a.sqlite", question) == asked(archive / "whole.sqlite", question)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals as POSIX has them")
def test_a_run_that_is_killed_again_and_again_ends_with_the_same_bytes(archive):
    results = archive / "killed.sqlite"
    random, written = Random(1), []
    for _ in range(6):
        more = ("--resume",) if results.exists() else ("pages.warc.gz", "--originals", "store")
        # Somewhere among what is done with the results file: within a transaction, at its end, between two.
        program = KILLED.format(steps=random.randint(20, 90))
        end = run("audit", *more, "--output", results.name, cwd=archive, program=("-c", program))
        assert end.code == -signal.SIGKILL, end.err
        written.append(asked(results, "SELECT count(*) FROM pages")[0][0])
    end = run("audit", "--resume", "--output", results.name, cwd=archive)
    assert end.code == 1, end.err
    assert written == sorted(written)
    assert 0 < written[-1] < asked(results, "SELECT count(*) FROM pages")[0][0]
    assert exported(archive, results.name) == exported(archive, "whole.sqlite")
    assert counts(results) == counts(archive / "whole.sqlite")


KILLED = """
import os, signal
import licheck.audit.run
from licheck.audit.results import Results
licheck.audit.run._COMMIT = 3, 0.0
left, step = [{steps}], Results._run
def failing(self, what, rows):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return step(self, what, rows)
Results._run = failing
from licheck.cli import main
raise SystemExit(main())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals as POSIX has them")
@pytest.mark.parametrize(
    ("number", "code"),
    [pytest.param(signal.SIGINT, 130, id="Ctrl-C"), pytest.param(signal.SIGTERM, 143, id="TERM")],
)
def test_a_signal_ends_a_run_within_two_seconds_and_the_way_to_go_on_is_told(archive, number, code, tmp_path):
    results = tmp_path / "stopped.sqlite"
    command = [
        sys.executable,
        "-m",
        "licheck",
        "audit",
        "pages.warc.gz",
        "--originals",
        "store",
        "--output",
        str(results),
    ]
    process = subprocess.Popen(
        command, cwd=archive, env=environment(), stderr=subprocess.PIPE, start_new_session=True
    )
    until = time.monotonic() + 30
    while not (results.exists() and results.stat().st_size) and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.4)
    os.killpg(process.pid, number)
    started = time.monotonic()
    _, told = process.communicate(timeout=20)
    assert time.monotonic() - started < 2
    assert process.returncode == code
    assert f"licheck audit --resume --output {results}" in told.decode()
    assert "Traceback" not in told.decode()
    assert run("audit", "--resume", "--output", str(results), cwd=archive).code == 1
    assert exported(archive, str(results)) == exported(archive, "whole.sqlite")


def test_a_finished_audit_is_not_run_again(archive):
    before = (archive / "whole.sqlite").read_bytes()
    end = audit(archive, "whole.sqlite", "--resume")
    assert (end.code, (archive / "whole.sqlite").read_bytes()) == (1, before)
    assert "complete" in end.err


REFUSED = [
    pytest.param(
        ("pages.warc.gz", "--output", "whole.sqlite"), "is there already", id="results that are there"
    ),
    pytest.param(("originals", "--output", "whole.sqlite", "--resume"), "other sources", id="other sources"),
    pytest.param(
        ("pages.warc.gz", "--output", "whole.sqlite", "--resume", "--medium", "print"),
        "other options",
        id="other options",
    ),
    pytest.param(("--output", "none.sqlite", "--resume"), "no results", id="nothing to go on with"),
    pytest.param(("--output", "truth.json", "--resume"), "no results file", id="another file"),
    pytest.param(("pages.warc.gz",), "--output", id="no file for the results"),
    pytest.param(("--output", "x.sqlite"), "name what is to be audited", id="no source"),
    pytest.param(
        ("pages.warc.gz", "--output", "x.sqlite", "--rules", "nobody"), "no rule set", id="no such rule set"
    ),
    pytest.param(
        ("pages.warc.gz", "--output", "x.sqlite", "--originals", "nowhere"), "no store", id="no such store"
    ),
    pytest.param(
        ("pages.warc.gz", "--output", "x.sqlite", "--as", "nothing"), "choose one of", id="no such format"
    ),
    pytest.param(("pages.warc.gz", "--output", "x.sqlite", "--jobs", "0"), "1 to 256", id="no processes"),
]


@pytest.mark.parametrize(("arguments", "says"), REFUSED)
def test_what_cannot_be_is_refused_with_a_sentence(archive, arguments, says):
    end = run("audit", *arguments, cwd=archive)
    assert not (archive / "x.sqlite").exists()
    assert end.code == 2
    assert says in end.err
    assert end.err.count("\n") == 1


def test_an_archive_that_changed_while_the_audit_was_stopped_is_not_gone_on_with(archive, tmp_path):
    (tmp_path / "pages.warc.gz").write_bytes((archive / "pages.warc.gz").read_bytes())
    results = tmp_path / "a.sqlite"
    assert (
        run("audit", "pages.warc.gz", "--output", "a.sqlite", cwd=tmp_path, program=("-c", STOPPED)).code
        == 130
    )
    (tmp_path / "pages.warc.gz").write_bytes(b"".join(packed(response(1))))
    end = run("audit", "--resume", "--output", results.name, cwd=tmp_path)
    assert end.code == 3
    assert "was changed" in end.err


STOPPED = """
import os, signal
import licheck.audit.run as run
settle = run.Audit._settle
def stopping(self):
    settle(self)
    if self._since > 3:
        os.kill(os.getpid(), signal.SIGINT)
run.Audit._settle = stopping
from licheck.cli import main
raise SystemExit(main())
"""


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "harbour.yaml").write_text(RULES)
    return tmp_path


HARBOUR = ("--rules", "harbour.yaml", "--output", "a.sqlite")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the saboteur is handed on by forking")
def test_a_page_that_breaks_its_worker_is_one_line_and_costs_no_other(desk):
    deeds = {
        "crash": "SIGSEGV",
        "leave": "exit code 5",
        "swallow_memory": "1 GiB",
        "overflow": "RecursionError",
        "mistake": "ZeroDivisionError",
    }
    for at, deed in enumerate(deeds):
        (desk / f"{at}-{deed}.html").write_text(f"{PASSING}<!-- SABOTAGE {deed} -->")
        (desk / f"{at}-good.html").write_text(f"{FAILING}<!-- {at} -->")
    end = run("audit", "*.html", *HARBOUR, cwd=desk, program=SABOTAGE)
    errors = asked(desk / "a.sqlite", "SELECT path, message FROM errors ORDER BY number")
    assert [path for path, _ in errors] == [f"{at}-{deed}.html" for at, deed in enumerate(deeds)]
    assert all(says in message for (_, message), says in zip(errors, deeds.values(), strict=True))
    assert [path for (path,) in asked(desk / "a.sqlite", "SELECT path FROM pages ORDER BY number")] == [
        f"{at}-good.html" for at in range(len(deeds))
    ]
    assert end.code == 3
    assert "Traceback" not in end.err
    assert "children left: 0" in end.err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the saboteur is handed on by forking")
def test_a_page_that_hangs_is_stopped_tried_once_more_and_told(desk):
    patient = f"import licheck.audit.run as run, licheck.edge.workers as workers; run.SLOW = workers.QUICK = 1; import sys; sys.argv[0] = {SABOTAGE[0]!r}; import runpy; runpy.run_path(sys.argv[0], run_name='__main__')"
    (desk / "a.html").write_text(f"{PASSING}<!-- SABOTAGE hang -->")
    (desk / "b.html").write_text(FAILING)
    end = run("audit", "*.html", *HARBOUR, cwd=desk, program=("-c", patient))
    assert counts(desk / "a.sqlite") == {"judged": 1, "failed": 1, "unread": 1}
    ((message,),) = asked(desk / "a.sqlite", "SELECT message FROM errors")
    assert "took longer than 1 seconds" in message
    assert end.spent < 20


CRASHING = """
import ctypes
import licheck.audit.warc as warc
read = warc.read_record
def crashing(record):
    found = read(record)
    if found.address.endswith("/crash"):
        ctypes.string_at(0)
    return found
warc.read_record = crashing
from licheck.cli import main
raise SystemExit(main())
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the saboteur is handed on by forking")
@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_record_that_crashes_its_reader_is_one_line_and_costs_no_other(desk, at):
    urls = [f"https://one.example/{'crash' if number == at else number}" for number in range(5)]
    pages = [FAILING.replace("noon", f"noon on day {number}").encode() for number in range(5)]
    records = [
        response(number, page, url=url) for number, (url, page) in enumerate(zip(urls, pages, strict=True))
    ]
    (desk / "a.warc.gz").write_bytes(b"".join(packed(*records)))
    run("audit", "a.warc.gz", *HARBOUR, cwd=desk, program=("-c", CRASHING))
    rows = asked(desk / "a.sqlite", "SELECT address FROM pages ORDER BY number")
    assert [address for (address,) in rows] == [url for url in urls if not url.endswith("crash")]
    ((message,),) = asked(desk / "a.sqlite", "SELECT message FROM errors")
    assert "crash" in message


def feed(count):
    items = "".join(
        f"<item><title>Tide {at}</title><description>&lt;p&gt;The gate at Mill Street was opened by hand on day {at}, for the first time in years.&lt;/p&gt;</description></item>"
        for at in range(count)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>{items}</channel></rss>'


def test_the_stories_of_a_feed_are_pages_of_their_own_and_twice_the_same_feed_is_one_duplicate(desk):
    (desk / "a.xml").write_text(feed(70))
    (desk / "b.xml").write_text(feed(70))
    run("audit", "a.xml", "b.xml", *HARBOUR, cwd=desk)
    assert counts(desk / "a.sqlite") == {"judged": 70, "failed": 70, "duplicate": 1}
    places = [at for (at,) in asked(desk / "a.sqlite", "SELECT at FROM pages ORDER BY number")]
    assert places == [f"#{story}" for story in range(1, 71)]


def test_a_feed_that_is_cut_off_is_told_once_also_after_a_stop_amid_its_stories(desk):
    (desk / "a.xml").write_text(feed(70)[:-300])
    whole = partial(run, cwd=desk)
    whole("audit", "a.xml", "--rules", "harbour.yaml", "--output", "w.sqlite")
    assert run("audit", "a.xml", *HARBOUR, cwd=desk, program=("-c", STOPPED)).code == 130
    assert 0 < counts(desk / "a.sqlite")["judged"] < 60
    run("audit", "--resume", "--output", "a.sqlite", cwd=desk)
    assert counts(desk / "a.sqlite")["unread"] == 1
    assert whole("audit", "export", "a.sqlite").out == whole("audit", "export", "w.sqlite").out


def test_the_same_page_on_the_same_site_is_judged_once_and_on_another_again(desk):
    body = FAILING.encode()
    revisit = partial(record, "revisit", content=http(b"", "text/html"), content_type=HTTP)
    records = (
        response(1, body),
        response(2, body, url="https://one.example/1?from=newsletter"),
        response(3, body, site="two.example"),
        revisit(url="https://one.example/1", number=4, more=f"WARC-Refers-To: {identifier(1)}\r\n"),
        revisit(url="https://three.example/1", number=5, more=f"WARC-Refers-To: {identifier(1)}\r\n"),
        revisit(url="https://one.example/9", number=6, more=f"WARC-Refers-To: {identifier(999)}\r\n"),
    )
    (desk / "a.warc.gz").write_bytes(b"".join(packed(*records)))
    run("audit", "a.warc.gz", *HARBOUR, cwd=desk)
    assert counts(desk / "a.sqlite") == {
        "judged": 3,
        "failed": 3,
        "duplicate": 2,
        "revisit_without_its_record": 1,
    }
    rows = asked(desk / "a.sqlite", "SELECT republisher FROM pages ORDER BY number")
    assert [site for (site,) in rows] == ["one.example", "two.example", "three.example"]
    assert asked(desk / "a.sqlite", "SELECT page, address FROM copies") == [
        (1, "https://one.example/1?from=newsletter"),
        (1, "https://one.example/1"),
    ]


def test_what_the_server_says_of_the_letters_is_believed_before_the_page(desk):
    text = FAILING.replace("Wenna Tolliver", "Wenna Tölliver").replace("utf-8", "iso-8859-5")
    (desk / "a.warc.gz").write_bytes(
        b"".join(packed(response(1, text.encode("cp1252"), "text/html; charset=windows-1252")))
    )
    run("audit", "a.warc.gz", *HARBOUR, cwd=desk)
    assert asked(desk / "a.sqlite", "SELECT encoding FROM pages") == [
        ("windows-1252 (declared by its server)",)
    ]


def test_a_publishers_own_page_is_no_republication(desk):
    (desk / "a.warc.gz").write_bytes(
        b"".join(packed(response(1, FAILING.encode(), site="www.harbour.example")))
    )
    assert run("audit", "a.warc.gz", *HARBOUR, cwd=desk).code == 0
    assert counts(desk / "a.sqlite") == {"own_page": 1}


def test_a_list_names_the_original_the_rules_the_republisher_and_the_day(desk):
    (desk / "p.html").write_text(FAILING)
    (desk / "o.html").write_text(PASSING)
    (desk / "list.csv").write_text(
        "page,original,publisher,republisher,date\np.html,o.html,Harbour Lane News,The Packet,2026-11-03\np.html,gone.html,,The Echo,\np.html,,Nobody Press,,\n"
    )
    assert run("audit", "list.csv", *HARBOUR, cwd=desk).code == 3
    assert asked(desk / "a.sqlite", "SELECT republisher, date, original, original_from <> '' FROM pages") == [
        ("The Packet", "2026-11-03", "o.html", 1)
    ]
    assert asked(desk / "a.sqlite", "SELECT rule_set, chosen_by FROM applied") == [
        ("harbour", "the list of pages")
    ]
    messages = [
        message for (message,) in asked(desk / "a.sqlite", "SELECT message FROM errors ORDER BY number")
    ]
    assert "gone.html" in messages[0]
    assert "Nobody Press" in messages[1]
    assert asked(desk / "a.sqlite", "SELECT at, file FROM pages") == [("row 1", "p.html")]


@pytest.mark.parametrize("named", ["harbour", "Harbour  Lane news", "harbour.example"])
def test_the_publisher_is_nobody_to_write_to_about_its_own_stories(desk, named):
    story = FAILING.partition("<article>")[2].partition("</article>")[0]
    (desk / "p.md").write_text(f"---\ntitle: Tide gate\nsyndicated_from: {named}\n---\n\n{story}\n")
    assert run("audit", "p.md", *HARBOUR, cwd=desk).code == 1
    assert asked(desk / "a.sqlite", "SELECT republisher, site FROM pages") == [("", "")]


def test_a_file_that_a_list_names_and_that_is_not_there_is_told_with_its_row(desk):
    (desk / "list.csv").write_text("page\nabsent.html\n")
    end = run("audit", "list.csv", *HARBOUR, cwd=desk)
    assert (end.code, "not read: absent.html (list.csv, row 1): there is no such file" in end.err) == (
        3,
        True,
    )


def test_results_that_an_earlier_version_began_are_read_and_gone_on_with(desk):
    (desk / "p.html").write_text(FAILING)
    assert run("audit", "p.html", *HARBOUR, cwd=desk).code == 1
    with closing(sqlite3.connect(desk / "a.sqlite")) as database:
        database.execute("DROP VIEW failures")
        for table in ("pages", "copies", "errors"):
            database.execute(f"ALTER TABLE {table} DROP COLUMN file")
        database.commit()
    for more in (("report", "a.sqlite", "--html", "a.html"), ("letters", "a.sqlite", "--output", "letters"), ("export", "a.sqlite")):  # fmt: skip
        assert run("audit", *more, cwd=desk).code == 0, more
    with closing(sqlite3.connect(desk / "a.sqlite")) as database:
        database.execute("UPDATE run SET finished = ''")
        database.commit()
    assert run("audit", "--resume", "--output", "a.sqlite", cwd=desk).code == 1
    assert asked(desk / "a.sqlite", "SELECT file FROM pages") == [("",)]


@pytest.mark.parametrize(
    ("page", "more", "code"),
    [
        pytest.param(PASSING, (), 0, id="in order"),
        pytest.param(FAILING, (), 1, id="failing"),
        pytest.param(FAILING, ("--exit-zero",), 0, id="failing, and zero asked for"),
        pytest.param("", (), 3, id="empty"),
    ],
)
def test_the_exit_code_is_that_of_a_check(desk, page, more, code):
    (desk / "p.html").write_text(page)
    assert run("audit", "p.html", *HARBOUR, *more, cwd=desk).code == code


def test_an_address_is_not_fetched_unless_that_is_asked_for(desk):
    assert run("audit", "https://one.example/1", *HARBOUR, cwd=desk).code == 3
    assert "--online" in asked(desk / "a.sqlite", "SELECT message FROM errors")[0][0]


def test_what_could_not_be_read_is_told_with_the_reason_the_first_three_of_many(tmp_path):
    (tmp_path / "pages").mkdir()
    for number in range(5):
        (tmp_path / "pages" / f"{number}.html").write_bytes(b"")
    ended = run("audit", "pages", "--output", "audit.sqlite", cwd=tmp_path)
    assert ended.code == 3
    told = [line for line in ended.err.splitlines() if line.startswith("not read: ")]
    assert told[0] == f"not read: {Path('pages', '0.html')}: is empty: save it again"
    assert (len(told), told[3]) == (4, "not read: 2 more, in the table `errors` of the results")


def test_an_address_is_not_fetched_and_the_option_that_fetches_is_named(tmp_path):
    ended = run("audit", "https://harbour.example/", "--output", "audit.sqlite", cwd=tmp_path)
    assert ended.err.startswith("1 page: 0 republications")
    assert (
        "not read: https://harbour.example/: is an address, and nothing is fetched without --online"
        in ended.err
    )
