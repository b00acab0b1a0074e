"""The report of an audit: right figures, every case with its evidence, nothing of a stranger's becomes markup."""

import gzip
import json
import re
import sqlite3
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from made_results import found, page, passage, write

from bench.audit_report import make_results
from licheck.audit_reports import case_lists, charts
from licheck.audit_reports.figures import Tally
from licheck.audit_reports.page import report
from licheck.errors import LicheckError

ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u202e"
EVIL = page(
    f"https://evil.example/{ATTACK}",
    found("byline", reason=ATTACK, remedy=ATTACK, belongs_at=ATTACK, looked_in=[ATTACK], evidence=[passage(ATTACK, ATTACK)]),
    republisher=ATTACK,
    title=ATTACK,
)  # fmt: skip
MIXED = (
    page("https://a.example/1", found("byline"), found("logo", "passed"), republisher="a.example"),
    page("https://a.example/2", found("byline", "passed"), republisher="a.example", date="2026-09-01"),
    page("https://a.example/3", found("byline", excused=True), republisher="a.example"),
    page("https://b.example/1", found("byline", "cant-tell"), republisher="b.example", date="2026-08-01"),
    page("https://b.example/2", found("byline", "passed"), found("logo"), republisher="b.example", date=""),
    page("https://b.example/3", found("link_back", rule_set="tarn"), republisher="b.example"),
)


class Tags(HTMLParser):
    """Collects what a browser would make of it."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.scripts = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append(dict(attrs))


@pytest.fixture
def written(tmp_path):
    def make(*pages, **other):
        results = write(tmp_path / "a.sqlite", *pages, **other)
        assert report(str(results), str(tmp_path / "a.html")) == 0
        return (tmp_path / "a.html").read_text("utf-8")

    return make


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL))


def test_every_page_is_counted_as_exactly_what_it_is(written):
    text = text_of(written(*MIXED))
    assert "2 of 6 republications lack something that their publishers demand" in text
    assert "33% of the republications have everything" in text
    assert "2 lack something, at 2 of 2 republishers" in text
    assert "1 need a person’s look" in text
    assert "1 lack something that somebody excused" in text
    assert "All 5 cases" in text, "the one that simply complies is none"
    assert "Harbour Lane News 40% 5 1 1 1" in text, "comply, pages, lack, unsure, excused"
    assert "Tarn Valley Reporting 0% 1 1 0 0" in text


def test_a_page_without_a_date_is_in_the_month_in_which_it_was_captured(written):
    text = text_of(written(*MIXED))
    assert "Month by month" in text
    assert "Nov 2026" in text


def test_each_case_says_what_is_asked_where_was_looked_what_was_found_and_what_would_do(written):
    one = page(
        "https://a.example/1",
        found("byline", reason="Nobody is named.", evidence=[passage("By Staff", "no person")]),
    )
    text = text_of(written(one))
    for told in (
        "The author is named.", "https://harbour.example/republish (read 2026-10-14)", "Nobody is named.", "By Staff", "no person",
        "top credit zone (lines 4-6)", "It belongs below the headline, line 4.", "What would satisfy it Harbour Lane News",
        "https://a.example/1", "Was the newsroom told?",
    ):  # fmt: skip
        assert told in text, told


@pytest.mark.parametrize("readable", [pytest.param(400, id="on the page"), pytest.param(0, id="packed")])
def test_nothing_of_a_stranger_becomes_markup(written, monkeypatch, readable):
    monkeypatch.setattr(case_lists, "OPEN", readable)
    html = written(EVIL, errors=[(ATTACK, ATTACK)])
    rows = [row for pack in packs(html) for row in pack]
    assert len(rows) == (readable == 0)
    tags = Tags(html + "".join(rows))
    assert "alert(1)" in html, "it is there, as text"
    assert not [one for one in tags.tags if one[0] == "img"]
    assert not [key for _, attributes in tags.tags for key in attributes if key.startswith("on")]
    assert sum(1 for one in tags.scripts if one.get("type") != "text/plain") == 1
    assert "\u202e" not in html


def packs(html):
    found = re.findall(r'<script type="text/plain" id="pack-\d+">([A-Za-z0-9+/=]*)</script>', html)
    return [json.loads(gzip.decompress(b64decode(one))) for one in found]


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(written):
    html = written(*MIXED)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1].replace("&#x27;", "'")
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert f"{rule} 'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert not re.search(r'(?:src|href)="(?!#|https://)', html)
    assert "style=" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)


def test_where_there_are_many_cases_none_is_lost_and_the_evidence_of_the_later_ones_is_packed(tmp_path):
    make_results(tmp_path / "many.sqlite", 700, 0.2)
    report(str(tmp_path / "many.sqlite"), str(tmp_path / "many.html"))
    html = (tmp_path / "many.html").read_text("utf-8")
    database = sqlite3.connect(tmp_path / "many.sqlite")
    (cases,) = database.execute(
        "SELECT count(*) FROM pages WHERE verdict IN ('failed', 'cant-tell') OR EXISTS"
        " (SELECT 1 FROM findings WHERE page = number AND findings.verdict = 'failed' AND NOT excused)"
    ).fetchone()
    readable = re.findall(r'<li class="[^"]+" id="case-([0-9a-f]{16})">', html)
    later = re.findall(r'<li class="[^"]+" data-e="(\d+)\.(\d+)"><a href="([^"]+)"', html)
    unpacked = packs(html)
    assert 0 < len(readable) <= case_lists.OPEN
    assert len(later) > 200
    assert len(readable) + len(later) == cases
    assert sum(map(len, unpacked)) == len(later)
    names = set(readable)
    for pack, place, address in later:
        told = unpacked[int(pack)][int(place)]
        assert f'href="{address}"' in told
        names.update(re.findall("Case ([0-9a-f]{16})", told))
    assert len(names) == cases, "each of them once"
    assert "<noscript>" in html


def test_the_same_results_give_the_same_page(tmp_path):
    results = write(tmp_path / "a.sqlite", *MIXED)
    for name in ("1.html", "2.html"):
        report(str(results), str(tmp_path / name))
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


def test_an_audit_without_a_republication_says_so(written):
    assert "No republication was found" in written()


def test_what_could_not_be_read_is_listed(written):
    html = written(MIXED[0], errors=[("https://a.example/slow", f"too slow {ATTACK}")])
    assert "1 page could not be read" in html
    assert "too slow &lt;/script&gt;" in html


def damage(path):
    data = bytearray(path.read_bytes())
    data[5000:9000] = b"x" * 4000
    path.write_bytes(data)


def newer(path):
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")


def no_json(path):
    with sqlite3.connect(path) as database:
        database.execute("UPDATE findings SET evidence = '{'")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        pytest.param(lambda path: path.unlink(), "there are no results", id="not there"),
        pytest.param(
            lambda path: path.write_text("page,original\n"), "is no results file", id="another file"
        ),
        pytest.param(lambda path: path.write_bytes(b""), "is no results file", id="empty"),
        pytest.param(newer, "a newer version", id="newer"),
        pytest.param(damage, "damaged", id="damaged"),
        pytest.param(no_json, "damaged", id="a cell that is none of ours"),
    ],
)
def test_a_file_that_is_no_results_is_refused_in_a_sentence(tmp_path, spoil, says):
    results = write(tmp_path / "a.sqlite", *MIXED)
    spoil(results)
    with pytest.raises(LicheckError, match=says):
        report(str(results), str(tmp_path / "a.html"))
    assert [path.name for path in tmp_path.iterdir() if path != results] == [], "and nothing is left behind"


def test_results_of_an_audit_that_goes_on_are_refused_and_left_in_peace(tmp_path):
    results = write(tmp_path / "a.sqlite", *MIXED, finished=False)
    with pytest.raises(LicheckError, match="has not come to its end"):
        report(str(results), str(tmp_path / "a.html"))


def test_the_results_are_not_changed(tmp_path):
    results = write(tmp_path / "a.sqlite", *MIXED)
    before = results.read_bytes()
    report(str(results), str(tmp_path / "a.html"))
    assert results.read_bytes() == before


@pytest.mark.parametrize(
    ("share", "told"),
    [
        pytest.param(0, "0%", id="none"),
        pytest.param(0.001, "under 1%", id="next to none"),
        pytest.param(0.5, "50%", id="half"),
        pytest.param(0.999, "over 99%", id="nearly all"),
        pytest.param(1, "100%", id="all"),
    ],
)
def test_a_share_is_never_rounded_to_none_or_all(share, told):
    assert charts.percent(share) == told


def test_a_bar_is_as_long_as_its_parts():
    widths = [float(one) for one in re.findall(r' width="([0-9.]+)"', charts.bar(Tally(1, 2, 3, 4), 100))]
    assert widths == [40, 30, 20, 10]


def test_columns_of_the_chart_are_as_high_as_the_months_have_pages():
    months = [("2026-01", Tally(5, 0, 0, 5)), ("2026-02", Tally()), ("2026-03", Tally(0, 0, 0, 5))]
    drawn = charts.by_month(months, "told")
    heights = [float(one) for one in re.findall(r'<rect[^>]* height="([0-9.]+)"', drawn)]
    assert heights == [60, 60, 60], "five pages each, of ten that the axis shows"
    assert drawn.count("<circle") == 2, "a month without pages has no share"
