"""Logos in the pictures of a web archive are compared, wherever in the archives the picture stands."""

import gzip
import sqlite3
from contextlib import closing

import pytest
from archives import HTTP, http, packed, page, record, response
from commandline import RULES, run
from logos_pictures import as_bytes, door, wave

from licheck.logos.read import seen

LOGO, OTHER = as_bytes(door(60)), as_bytes(wave(60))
CREDIT = "<p>This story first appeared in Harbour Lane News.</p>"
ASKING = f"""\
  - logo:
      what: The logo is shown.
      hashes: ["{seen(as_bytes(door())).looks[0]}"]
      exactly: true
for_a_person:
"""
WITH_A_LOOK = RULES.replace("for_a_person:\n", ASKING)


def picture(number, url, data, kind="image/png", status="200 OK", packing=""):
    answer = http(gzip.compress(data, mtime=0) if packing else data, kind, status)
    if packing:
        answer = answer.replace(b"\r\n\r\n", f"\r\nContent-Encoding: {packing}\r\n\r\n".encode(), 1)
    return record("response", url, answer, HTTP, number)


def showing(number, src):
    return response(number, page(number, f'{CREDIT}<p><img src="{src}" alt=""></p>'))


def audited(desk, archives, rules=WITH_A_LOOK):
    (desk / "crawls").mkdir()
    (desk / "own.yaml").write_text(rules, "utf-8")
    for name, records in archives.items():
        (desk / "crawls" / name).write_bytes(b"".join(packed(*records)))
    end = run("audit", "crawls", "--rules", "own.yaml", "--output", "a.sqlite", "--jobs", "2", cwd=desk)
    with closing(sqlite3.connect(desk / "a.sqlite")) as database:
        question = "SELECT address, findings.verdict, reason FROM findings JOIN pages ON number = page WHERE requirement = 'logo'"
        found = {address: (verdict, reason) for address, verdict, reason in database.execute(question)}
    return end, found


PLACES = [
    pytest.param("/img/logo.png", "https://one.example/img/logo.png", id="an address from the root"),
    pytest.param("logo.png#x", "https://one.example/logo.png", id="beside the page"),
    pytest.param("https://cdn.example/a.png?v=2", "https://cdn.example/a.png?v=2", id="on another site"),
]


@pytest.mark.parametrize(("src", "url"), PLACES)
@pytest.mark.parametrize("before", [True, False], ids=["before the page", "after the page"])
def test_a_logo_in_an_archive_counts_by_what_it_shows(desk, src, url, before):
    both = [picture(9, url, LOGO), showing(1, src)]
    _, found = audited(desk, {"a.warc.gz": both if before else both[::-1]})
    assert found["https://one.example/1"][0] == "passed"
    assert not (desk / "a.sqlite.pictures").exists()


def test_a_logo_in_another_archive_of_the_audit_counts_too(desk):
    url = "https://one.example/a.png"
    archives = {"a.warc.gz": [showing(1, url)], "b.warc.gz": [picture(9, url, LOGO, packing="gzip")]}
    _, found = audited(desk, archives)
    assert found["https://one.example/1"][0] == "passed"


def test_another_picture_in_an_archive_is_not_the_logo(desk):
    url = "https://one.example/a.png"
    _, found = audited(desk, {"a.warc.gz": [showing(1, url), picture(9, url, OTHER)]})
    assert found["https://one.example/1"][0] == "failed"


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([], id="no such picture"),
        pytest.param([picture(9, "https://one.example/a.png", LOGO, status="404 Not Found")], id="not found"),
        pytest.param([picture(9, "https://one.example/a.png", LOGO[:90])], id="a broken picture"),
        pytest.param([picture(9, "https://one.example/b.png", LOGO)], id="at another address"),
    ],
)
def test_nobody_is_accused_for_a_picture_that_the_archive_does_not_hold(desk, records):
    _, found = audited(desk, {"a.warc.gz": [showing(1, "https://one.example/a.png"), *records]})
    assert found["https://one.example/1"][0] == "cant-tell"


def test_the_archives_are_not_searched_where_no_rule_set_says_what_its_logo_looks_like(desk):
    url = "https://one.example/a.png"
    asking = RULES.replace("for_a_person:\n", "  - logo:\n      what: The logo is shown.\nfor_a_person:\n")
    _, found = audited(desk, {"a.warc.gz": [showing(1, url), picture(9, url, LOGO)]}, asking)
    assert found["https://one.example/1"][0] != "passed"
