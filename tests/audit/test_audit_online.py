"""Fetching: polite to sites that behave, and no loss with those that do not. The only server is our own, on 127.0.0.1."""

import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest
from commandline import RULES, run
from hostile_server import Server

from licheck.audit import fetching
from licheck.audit.fetching import Fetch
from licheck.audit.guard import is_public
from licheck.audit.kept import Fetched, load, path_of, save
from licheck.edge.jobs import Job, Source


@pytest.fixture(scope="module")
def server():
    with Server() as server:
        yield server
        server.shutdown()


@pytest.fixture
def fetched(server, tmp_path, monkeypatch):
    """Fetches a path of the server, patient for two seconds."""
    monkeypatch.setattr(fetching, "SILENCE", 1.0)
    monkeypatch.setattr(fetching, "WHOLE", 2.0)
    fetching._client.cache_clear()

    def fetch(path, **how):
        how = {"folder": str(tmp_path), "allow_private": True, **how}
        return Fetch(f"{server.home}/{path}", **how)(Job(Source(""), ())).result

    yield fetch
    fetching._client.cache_clear()


DEEDS = [
    pytest.param("slow", "did not come within", True, id="a byte now and then"),
    pytest.param("silent", "said nothing", True, id="silence"),
    pytest.param("reset", "broke off", True, id="connection reset"),
    pytest.param("circle", "in a circle", False, id="redirects in a circle"),
    pytest.param("far/0", "too far", False, id="redirects without end"),
    pytest.param("inside", "private network", False, id="redirect to where machines keep their keys"),
    pytest.param("nowhere", "no address", False, id="redirect to a file"),
    pytest.param("short", "broke off", True, id="shorter than it says"),
    pytest.param("bomb", "larger than 30 MB", False, id="gzip bomb"),
    pytest.param("endless", "larger than 30 MB", False, id="ten gigabytes"),
    pytest.param("broken-pack", "broken off", True, id="half a gzip"),
    pytest.param("unasked", "nobody asked for", False, id="packed otherwise than asked"),
    pytest.param("pdf", "no web page but application/pdf", False, id="no page"),
    pytest.param("gone", "answered 410", False, id="gone"),
    pytest.param("later", "come back in 7,200 seconds", True, id="come back in two hours"),
    pytest.param("garbage", "broke off", True, id="no HTTP"),
    pytest.param("headers", "broke off", True, id="endless headers"),
    pytest.param("private/x", "robots.txt", False, id="robots.txt says no"),
]


@pytest.mark.parametrize(("path", "says", "for_now"), DEEDS)
def test_what_a_server_does_wrong_is_told_and_kept_only_if_it_will_stay_so(
    fetched, server, tmp_path, path, says, for_now
):
    found = fetched(path)
    assert says in found.problem
    assert (found.again >= 0) is for_now
    assert (load(str(tmp_path), f"{server.home}/{path}") is None) is for_now


GOOD = [
    pytest.param("one", "/one", id="plain"),
    pytest.param("moved", "/landed", id="moved"),
    pytest.param("packed", "/packed", id="packed"),
    pytest.param("long", "/long", id="longer than it says: as long as it says"),
]


@pytest.mark.parametrize(("path", "lands"), GOOD)
def test_a_page_comes_with_where_it_stood_and_a_second_time_without_network(fetched, server, path, lands):
    found = fetched(path)
    assert (found.problem, found.address) == ("", server.home + lands)
    assert found.data
    asked = len(server.asked)
    assert fetched(path, online=False) == found._replace(kept=True)
    assert len(server.asked) == asked


def test_offline_a_page_that_was_never_fetched_is_told(fetched):
    assert "--online" in fetched("never", online=False).problem


def test_without_permission_nothing_on_this_machine_is_asked(fetched, server):
    asked = len(server.asked)
    assert "--allow-private" in fetched("one", allow_private=False).problem
    assert len(server.asked) == asked


def test_robots_are_asked_once_and_before_the_page(fetched, server):
    server.asked.clear()
    fetched("three")
    fetched("four")
    assert server.paths() == ["/robots.txt", "/three", "/four"]


ADDRESSES = [
    *(pytest.param(text, True, id=text) for text in ("1.1.1.1", "2606:4700:4700::1111")),
    *(
        pytest.param(text, False, id=text)
        for text in (
            *(
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
            ),
            *(
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fe80::1%eth0",
                "fc00::1",
                "::ffff:127.0.0.1",
            ),
            *("64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"),
        )
    ),
]


@pytest.mark.parametrize(("text", "public"), ADDRESSES)
def test_only_addresses_of_the_public_web_are_public(text, public):
    assert is_public(text) is public


def test_what_is_kept_is_given_back_whole_or_not_at_all(tmp_path):
    page = Fetched("https://one.example/1", "2026-11-22T10:00:00+00:00", "utf-8", b"some bytes\n" * 9)
    save(str(tmp_path), "a", page)
    assert load(str(tmp_path), "a") == page._replace(kept=True)
    path = path_of(str(tmp_path), "a")
    with open(path, "r+b") as file:  # noqa: PTH123
        file.truncate(150)
    assert load(str(tmp_path), "a") is None


def audit(folder, output, *more):
    return run(
        "audit",
        "list.txt",
        "--output",
        output,
        "--rules",
        "harbour.yaml",
        "--cache",
        "kept",
        "--delay",
        "0.05",
        *more,
        cwd=folder,
    )


def asked(path, question):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(question).fetchall()


def test_a_list_of_addresses_is_audited_in_its_order_and_again_without_network(tmp_path, server):
    (tmp_path / "harbour.yaml").write_text(RULES)
    paths = ["one", "gone", "circle", "bomb", "endless", "reset", "busy", "moved", "private/x", "two"]
    (tmp_path / "list.txt").write_text("".join(f"{server.home}/{path}\n" for path in paths))
    server.asked.clear()
    server.busy = 0
    end = audit(tmp_path, "a.sqlite", "--online", "--allow-private")
    assert end.code == 3
    assert "Traceback" not in end.err
    assert [at for (at,) in asked(tmp_path / "a.sqlite", "SELECT at FROM pages ORDER BY number")] == [
        "row 1",
        "row 7",
        "row 8",
        "row 10",
    ]
    assert [at for (at,) in asked(tmp_path / "a.sqlite", "SELECT at FROM errors ORDER BY number")] == [
        f"row {row}" for row in (2, 3, 4, 5, 6, 9)
    ]
    assert server.paths().count("/busy") == server.paths().count("/reset") == 3
    assert "/private/x" not in server.paths()
    times = [when for when, path in server.asked if path in ("/one", "/gone", "/bomb", "/two")]
    assert all(later - earlier >= 0.05 for earlier, later in pairwise(times))
    before = len(server.asked)
    audit(tmp_path, "b.sqlite")
    assert len(server.asked) == before
    question = "SELECT number, id, address, captured, verdict FROM pages ORDER BY number"
    assert asked(tmp_path / "a.sqlite", question) == asked(tmp_path / "b.sqlite", question)


def test_nothing_private_is_asked_for_unless_allowed(tmp_path, server):
    (tmp_path / "harbour.yaml").write_text(RULES)
    (tmp_path / "list.txt").write_text(f"{server.home}/one\n")
    before = len(server.asked)
    assert audit(tmp_path, "a.sqlite", "--online").code == 3
    assert len(server.asked) == before
