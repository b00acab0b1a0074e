"""Letters to republishers: polite and exact, about what is sure alone, and harmless whatever a page says."""

import re

import pytest
from made_results import found, page, passage, write
from markdown_it import MarkdownIt

from licheck.audit_reports import letter_text
from licheck.audit_reports.letters import INDEX, letters
from licheck.audit_reports.names import Names, slug
from licheck.errors import LicheckError

ATTACK = "](https://evil.example) <img src=x> ![x](https://evil.example/x.png) `code` @everyone # Heading | cell \u202e\n# Heading"


@pytest.fixture
def drafted(tmp_path):
    """Writes the letters of an audit of these pages; file name -> text."""

    def draft(*pages, **other):
        results = write(tmp_path / "a.sqlite", *pages, **other)
        assert letters(str(results), str(tmp_path / "letters")) == 0
        return {path.name: path.read_text("utf-8") for path in (tmp_path / "letters").iterdir()}

    return draft


def test_a_letter_says_what_is_asked_where_it_stands_what_was_seen_and_what_would_do(drafted):
    one = page(
        "https://paper.example/1",
        found("byline", reason="Nobody is named.", evidence=[passage("By Staff", "no person")], remedy="By Wenna Tolliver"),
        title="Tide gate opened by hand",
        story="https://harbour.example/tide",
    )  # fmt: skip
    text = drafted(one, copies=["https://paper.example/1-again"])["paper-example--harbour-lane-news.md"]
    for told in (
        "Dear colleagues at paper.example", "thank you", "The author is named.", "<https://harbour.example/republish>, as read on 2026-10-14",
        "Nobody is named.", "`By Staff`: no person", "By Wenna Tolliver", "<https://paper.example/1>",
        "Tide gate opened by hand", "<https://harbour.example/tide>", "below the headline (line 4", "2026-11-02",
        "<https://paper.example/1-again>", "[your name], Harbour Lane News",
    ):  # fmt: skip
        assert told in text, told


@pytest.mark.parametrize(
    "finding",
    [
        pytest.param(found("byline", "cant-tell"), id="a doubt"),
        pytest.param(found("byline", excused=True), id="excused"),
        pytest.param(found("logo"), id="advice"),
        pytest.param(found("byline", "passed"), id="met"),
        pytest.param(found("byline", "inapplicable"), id="inapplicable"),
    ],
)
def test_what_is_not_sure_and_demanded_is_in_no_letter(drafted, finding):
    files = drafted(page("https://paper.example/1", finding))
    assert [*files] == [INDEX]


def test_beside_a_sure_failure_a_doubt_is_left_out(drafted):
    files = drafted(page("https://paper.example/1", found("credit_line"), found("byline", "cant-tell", reason="Perhaps nobody is named.")))  # fmt: skip
    text = files["paper-example--harbour-lane-news.md"]
    assert "The credit_line is failed".replace("_", "\\_") in text
    assert "Perhaps" not in text
    assert "The author is named" not in text


def test_each_publisher_writes_its_own_letter(drafted):
    files = drafted(
        page("https://a.example/1", found("byline"), republisher="a.example"),
        page("https://a.example/2", found("link_back", rule_set="tarn"), republisher="a.example"),
        page("https://b.example/1", found("byline"), republisher="b.example"),
        page("https://b.example/2", found("byline"), republisher="b.example"),
        page("lost.html", found("byline"), republisher=""),
    )
    assert {*files} == {INDEX, "a-example--harbour-lane-news.md", "a-example--tarn-valley-reporting.md", "b-example--harbour-lane-news.md"}  # fmt: skip
    assert "https://a.example/2" not in files["a-example--harbour-lane-news.md"]
    rows = [line for line in files[INDEX].splitlines() if line.startswith("| [")]
    assert rows[0] == "| [b-example--harbour-lane-news.md](b-example--harbour-lane-news.md) | b.example | Harbour Lane News | 2 | 2 |"  # fmt: skip
    assert len(rows) == 3
    assert "the republisher is not known" in files[INDEX]


def test_a_page_that_a_list_names_is_called_by_its_file_and_not_by_the_row(tmp_path):
    results = write(
        tmp_path / "a.sqlite", page("list.csv", found("byline"), at="row 2", file="wire/tide.html")
    )
    assert letters(str(results), str(tmp_path / "letters")) == 0
    (text,) = (path.read_text("utf-8") for path in tmp_path.glob("letters/paper*"))
    assert "- Page: `wire/tide.html`\n" in text
    assert "list.csv" not in text


def test_further_pages_have_a_line_each(drafted, monkeypatch):
    monkeypatch.setattr(letter_text, "IN_FULL", 2)
    files = drafted(*(page(f"https://paper.example/{number}", found("byline")) for number in range(5)))
    text = files["paper-example--harbour-lane-news.md"]
    assert text.count("\n### ") == 2
    assert re.findall(r"^(\d)\. <https://paper.example/\d>: byline$", text, re.MULTILINE) == ["3", "4", "5"]


def test_no_letter_threatens(drafted):
    text = " ".join(drafted(page("https://paper.example/1", found("byline"), found("credit_line"))).values())
    assert not re.search(r"\b(legal|lawyer|court|sue|infring\w*|violat\w*|breach\w*|deadline|must|damages|remove)\b", text, re.IGNORECASE)  # fmt: skip


def test_nothing_of_a_page_becomes_markup(drafted):
    evil = page(
        f"https://evil.example/{ATTACK}",
        found("byline", reason=ATTACK, remedy=ATTACK + "\n```\n" + ATTACK, belongs_at=ATTACK, looked_in=[ATTACK], evidence=[passage(ATTACK, ATTACK)]),
        republisher=ATTACK, title=ATTACK, story=ATTACK, date=ATTACK,
    )  # fmt: skip
    for name, text in drafted(evil).items():
        assert re.fullmatch(r"[a-z0-9-]+\.md", name)
        assert "\u202e" not in text
        html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)
        assert "<img" not in html
        assert set(re.findall(r'href="([^"]+)"', html)) <= {"https://harbour.example/republish", *(f"{one}" for one in re.findall(r"\]\(([a-z0-9-]+\.md)\)", text))}  # fmt: skip
        headings = re.findall(r"<h\d>(.*?)</h\d>", html)
        assert "Heading" not in headings


@pytest.mark.parametrize(
    ("name", "made"),
    [
        pytest.param("www.paper.example", "www-paper-example", id="a host"),
        pytest.param("Der Süd-Kurier", "der-sud-kurier", id="letters with marks"),
        pytest.param("../../etc/passwd", "etc-passwd", id="a path"),
        pytest.param("x" * 300, "x" * 60, id="long"),
        pytest.param("", "", id="empty"),
    ],
)
def test_a_file_name_is_made_of_letters_digits_and_hyphens(name, made):
    assert slug(name) == made


def test_names_without_a_letter_of_ours_still_differ():
    assert slug("新聞") != slug("報紙")
    assert re.fullmatch("[0-9a-f]{8}", slug("新聞"))


def test_no_file_name_is_given_twice_and_none_is_a_device():
    names = Names("index.md")
    given = [names.new(one, "p") for one in ("a.b", "a-b", "A b", "a b")] + [names.new("CON"), names.new("Index")]  # fmt: skip
    assert len(set(given)) == 6
    assert "con" not in given
    assert "index" not in given


def test_letters_of_an_earlier_audit_are_not_mixed_with_new_ones(tmp_path):
    results = write(tmp_path / "a.sqlite", page("https://paper.example/1", found("byline")))
    letters(str(results), str(tmp_path / "letters"))
    with pytest.raises(LicheckError, match="is not empty"):
        letters(str(results), str(tmp_path / "letters"))
    with pytest.raises(LicheckError, match="it is no folder"):
        letters(str(results), str(results))
