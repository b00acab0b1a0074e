"""The sources of an audit: their order, that reading goes on where it stopped, and lists of pages."""

import json

import pytest
from archives import packed, page, response

from licheck.audit import lists
from licheck.audit.inputs import END, Inputs, Start
from licheck.audit.values import Facts
from licheck.edge.judge import work
from licheck.errors import UsageError


class Reader:
    """Reads archives in this process."""

    def begin(self, job):
        self.answer = work(job)

    def end(self):
        return self.answer


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a bit of everything."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.html",
        "a.html",
        "B/a.md",
        "B/c/x.html",
        "a/z.html",
        ".hidden.html",
        ".git/x.html",
        "a/notes.bin",
    ):
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    (tmp_path / "pages/crawl.warc.gz").write_bytes(b"".join(packed(*(response(at) for at in range(4)))))
    (tmp_path / "list.csv").write_text(
        "page,date\npages/a.html,2026-11-01\n\nnot-there.html,\npages/b.html,\n"
    )
    return tmp_path


def units(*sources, start=None):
    return [*Inputs(sources, "", Reader()).units(start)]


def test_a_folder_is_read_in_one_order_and_without_what_is_hidden(desk):
    paths = [unit.place.path for unit in units("pages") if "warc" not in unit.place.path]
    assert paths == [
        f"pages/{name}" for name in ("a.html", "b.html", "B/a.md", "B/c/x.html", "a/notes.bin", "a/z.html")
    ]


def test_files_that_nobody_reads_are_counted(desk):
    assert [unit.place.path for unit in units("pages") if unit.counted] == ["pages/a/notes.bin"]


@pytest.mark.parametrize(
    "sources",
    [
        ("pages", "list.csv"),
        ("pages/**/*.html", "pages/crawl.warc.gz", "list.csv"),
        ("list.csv", "pages/b.html"),
    ],
)
def test_behind_every_unit_reading_goes_on_with_the_next(desk, sources):
    whole = units(*sources)
    assert len(whole) > 3
    for at, unit in enumerate(whole):
        following = units(*sources, start=Start(unit.place, unit.token))
        assert [one.place for one in following if one.token != unit.token] == [
            one.place for one in whole[at + 1 :] if one.token != unit.token
        ]


def test_a_file_that_went_away_in_the_meantime_does_not_lose_the_others(desk):
    whole = units("pages")
    start = next(Start(unit.place, unit.token) for unit in whole if unit.place.path == "pages/b.html")
    (desk / "pages/b.html").unlink()
    assert [one.place for one in units("pages", start=start)] == [
        one.place for one in whole if one.place.path not in ("pages/a.html", "pages/b.html")
    ]


def test_a_story_in_the_middle_of_a_file_is_a_place_to_go_on_behind(desk):
    (unit,) = units("pages/b.html")
    (again,) = units("pages/b.html", start=Start(unit.place, "#3"))
    assert again.after == 3
    assert [
        one.after
        for one in units("list.csv", start=Start(unit.place._replace(path="list.csv"), "row 1 #2"))
        if one.source
    ] == [2, -1, -1]


@pytest.mark.parametrize("source", ["nothing-here", "nothing/*.html", "https//x"])
def test_a_source_that_is_not_there_is_told_before_any_work(desk, source):
    with pytest.raises(UsageError):
        Inputs([source], "", Reader())


def rows(tmp_path, name, text):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [*lists.rows(str(path))]


TABLES = [
    pytest.param("a.csv", "page,original,republisher,date\nx.html,o.html,The Packet,2026-11-01\n", id="csv"),
    pytest.param(
        "a.csv",
        "\ufeffDate;Page;Extra;Original;Republisher\n2026-11-01;x.html;;o.html;The Packet\n",
        id="csv of a spreadsheet",
    ),
    pytest.param(
        "a.csv",
        "date\tpage\toriginal\trepublisher\r\n2026-11-01\t x.html \to.html\tThe  Packet\r\n",
        id="tabs",
    ),
    pytest.param(
        "a.jsonl",
        json.dumps(
            {
                "page": "x.html",
                "original": "o.html",
                "republisher": "The Packet",
                "date": "2026-11-01",
                "more": 1,
            }
        ),
        id="json lines",
    ),
]


@pytest.mark.parametrize(("name", "text"), TABLES)
def test_a_list_is_read_whatever_its_form(tmp_path, name, text):
    (row,) = rows(tmp_path, name, text)
    assert (row.number, row.page, row.problem) == (1, str(tmp_path / "x.html"), "")
    assert (row.facts.original, row.facts.republisher, row.facts.date) == (
        "o.html",
        "The Packet",
        "2026-11-01",
    )


def test_files_of_a_list_stand_beside_it(tmp_path):
    (tmp_path / "o.html").write_text("x")
    (row,) = rows(tmp_path, "a.csv", "page,original\nx.html,o.html\n")
    assert row.facts.original == str(tmp_path / "o.html")


FAULTY = [
    pytest.param("a.csv", "page,date\n,2026-11-01\nx.html,\n", [(1, "names no page"), (2, "")], id="no page"),
    pytest.param(
        "a.csv",
        "page,date\nx.html,11/1/2026\ny.html,\n",
        [(1, "write it like 2026-11-22"), (2, "")],
        id="no date",
    ),
    pytest.param("a.csv", "url,date\nx,\n", [(1, "no column `page`")], id="no column"),
    pytest.param("a.csv", "", [(1, "no column `page`")], id="empty"),
    pytest.param(
        "a.jsonl",
        '{"page": "x"}\n[1]\n{bad\n',
        [(1, ""), (2, "no JSON object"), (3, "no JSON object")],
        id="not json",
    ),
    pytest.param("a.jsonl", "[" * 50_000 + "\n", [(1, "no JSON object")], id="deep"),
    pytest.param(
        "a.csv",
        "page\nx\n" + "y" * 200_000 + "\nz\n",
        [(1, ""), (2, "longer than 100,000")],
        id="an endless line",
    ),
    pytest.param(
        "a.csv", b"page\nx\0.html\n\xff\xfe.html\n", [(1, ""), (2, "")], id="bytes that are no text"
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), FAULTY)
def test_what_is_wrong_with_a_row_is_told_in_its_place(tmp_path, name, text, expected):
    found = rows(tmp_path, name, text)
    assert [row.number for row in found] == [number for number, _ in expected]
    for row, (_, says) in zip(found, expected, strict=True):
        assert (says in row.problem) if says else not row.problem


LISTS = [
    pytest.param("a.txt", "https://one.example/1\n# a remark\nhttps://one.example/2\n", True, id="addresses"),
    pytest.param(
        "a.txt", "https://one.example/1 is where the story stood.\n", False, id="a text with an address"
    ),
    pytest.param("a.txt", "Some words.\n", False, id="text"),
    pytest.param("a.urls", "https://one.example/1\n", True, id="by its suffix"),
    pytest.param("a.html", "https://one.example/1\n", False, id="a page"),
]


@pytest.mark.parametrize(("name", "text", "expected"), LISTS)
def test_a_text_of_addresses_alone_is_a_list(tmp_path, name, text, expected):
    path = tmp_path / name
    path.write_text(text)
    assert lists.is_list(str(path)) is expected


DAYS = [
    pytest.param(Facts(captured="2026-11-01T00:00:00Z", date="2026-10-01"), "2026-11-01", id="captured"),
    pytest.param(Facts(captured="20261101000000"), "2026-11-01", id="as old archives write it"),
    pytest.param(Facts(captured="last week", date="2026-10-01"), "2026-10-01", id="of the list"),
    pytest.param(Facts(captured="2026-13-45T"), "", id="none"),
    pytest.param(Facts(), "", id="nothing told"),
]


@pytest.mark.parametrize(("facts", "day"), DAYS)
def test_the_day_of_a_page_is_that_of_its_capture_or_of_the_list(facts, day):
    assert facts.day == day


def test_an_empty_archive_is_told(desk):
    (desk / "none.warc.gz").write_bytes(b"")
    (unit,) = units("none.warc.gz")
    assert unit.problem
    assert unit.token == END


def test_the_bytes_behind_us_come_up_to_the_size_of_all(desk):
    inputs = Inputs(["pages", "list.csv"], "", Reader())
    done = [unit.done for unit in inputs.units()]
    assert max(done) == inputs.size()


def test_pages_of_an_archive_come_with_their_bytes_and_address(desk):
    first = units("pages/crawl.warc.gz")[0]
    assert (first.source.data, first.facts.address, first.facts.captured) == (
        page(0),
        "https://one.example/0",
        "2026-11-01T00:00:00Z",
    )
