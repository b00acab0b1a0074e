"""Where the publisher's names are known, a name beside one of them is the writer's, and none of them is a person's."""

from __future__ import annotations

import pytest

from licheck import readers
from licheck.credits.publishers import with_publisher
from licheck.credits.read import read_credits
from licheck.credits.stated import is_site, site_names
from licheck.lens import read_original
from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.zones.by_form import zones_by_form

_STORY = (
    "The pier at Saltmere was closed in November, when a storm tore at its piles and left the last of its lamps in the water.",
    "Repairs cost twice what the board had set aside, and the rest came from a fund for the widows of pilots, which has none.",
    "Boats now call every second hour, and the fare stays where it was until the end of the year, the harbour master said today.",
)
_NAMES = ("Quay Bee", "QB")
_OTHERS = ("Quay Bee Radio",)


def page_of(top: str, title: str = "Pier reopens after a winter"):
    story = "".join(f"<p>{text}</p>" for text in _STORY)
    text = f"<!doctype html><title>{title}</title><main><h1>Pier reopens after a winter</h1>{top}<div>{story}</div></main>"
    return readers.read("page.html", text.encode())


def credits_of(top: str) -> list[Credit]:
    page = page_of(top)
    zones = zones_by_form(page)
    return with_publisher(read_credits(page, zones), page, zones, (), _NAMES, _OTHERS)


def writers(top: str) -> list[tuple[str, bool, bool]]:
    """(name, whether it is sure, whether the publisher stands with it) of each writer who is seen."""
    return [
        (name, credit.sure, any(part in _NAMES for part in (*credit.affiliations, *credit.organisations)))
        for credit in credits_of(top)
        if credit.role is Role.WRITER and credit.standing is Standing.SEEN
        for name in credit.persons
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By Ida Voss, Quay Bee", id="behind a comma"),
        pytest.param("Ida Voss, Quay Bee", id="without a lead word"),
        pytest.param("Ida Voss | Quay Bee", id="behind a bar"),
        pytest.param("Quay Bee | Ida Voss", id="before a bar"),
        pytest.param("Quay Bee / Ida Voss", id="before a slash"),
        pytest.param("Ida Voss for the Quay Bee", id="for"),
        pytest.param("Ida Voss of QB", id="of, abbreviated"),
        pytest.param("From Ida Voss at the Quay Bee:", id="from, at"),
        pytest.param("By the Quay Bee's Ida Voss", id="genitive"),
        pytest.param("Ida Voss via Quay Bee", id="via"),
        pytest.param("Ida Voss, special to the Quay Bee", id="special to"),
        pytest.param("Ida Voss (Quay Bee)", id="in brackets"),
        pytest.param("Ida Voss Quay Bee", id="behind a space"),
        pytest.param("Ida Voss für die Quay Bee", id="German"),
        pytest.param("Ida Voss para el Quay Bee", id="Spanish"),
        pytest.param("Ida Voss pour QB", id="French"),
    ],
)
def test_a_name_beside_the_publisher_is_the_writers(line):
    assert writers(f"<p>{line}</p>") == [("Ida Voss", True, True)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("Xuyo Quarrell, Quay Bee", "Xuyo Quarrell", id="a given name that nobody knows"),
        pytest.param("Xuyo al-Quarrell (QB)", "Xuyo al-Quarrell", id="an article in small letters"),
        pytest.param("早瀬みどり（Quay Bee）", "早瀬みどり", id="Japanese"),
        pytest.param("オディール・マロウ、Quay Bee", "オディール・マロウ", id="a name in kana"),
        pytest.param("QB记者 王晓明", "王晓明", id="the outlet's reporter"),
        pytest.param("김하늘 기자, Quay Bee", "김하늘", id="Korean"),
    ],
)
def test_the_publisher_beside_it_tells_a_name(line, name):
    assert [(who, sure) for who, sure, _ in writers(f"<p>{line}</p>")] == [(name, True)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Harbour Life | Quay Bee", [("Harbour Life", False)], id="a section may be a name"),
        pytest.param("Ida Voss, Quay Bee Radio", [("Ida Voss", False)], id="somebody else's name"),
        pytest.param("By Quay Bee", [], id="the publisher alone"),
        pytest.param("Photo: Ida Voss, Quay Bee", [], id="a picture's credit"),
    ],
)
def test_what_is_no_sure_byline(line, expected):
    assert [(name, sure) for name, sure, _ in writers(f"<p>{line}</p>")] == expected


def test_two_writers_keep_their_own_outlets():
    credits = credits_of("<p>By Ida Voss / Quay Bee and Tom Hale / The Gull</p>")
    found = {name: credit.affiliations for credit in credits for name in credit.persons}
    assert found["Ida Voss"] == ("Quay Bee",)
    assert "Quay Bee" not in found["Tom Hale"]


def test_the_name_of_the_site_is_no_person():
    page = page_of("<p>By Ida Voss, Quay Bee</p>", title="Pier reopens after a winter - Quay Bee")
    persons = [name for credit in read_credits(page, zones_by_form(page)) for name in credit.persons]
    assert persons == ["Ida Voss"]
    assert is_site("Quay Bee", site_names(page))
    assert not is_site("Ida Voss", site_names(page))


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        pytest.param("<p>Ida Voss<br>Contributor</p>", ("Ida Voss",), id="a job in the line below"),
        pytest.param("<p>Ida Voss</p><p>Fenland News</p>", ("Ida Voss",), id="an outlet in the line below"),
        pytest.param("<div class='byline'>Ida Voss</div>", ("Ida Voss",), id="the author's box"),
        pytest.param("<p>Ida Voss</p><p>Getty Images</p>", (), id="a picture's house"),
        pytest.param("<p>By Ida Voss, Stony Creek Lantern</p>", ("Ida Voss",), id="an outlet that nobody knows"),
        pytest.param("<p>By Ida Voss, Tom Hale</p>", ("Ida Voss", "Tom Hale"), id="two writers"),
    ],
)  # fmt: skip
def test_whom_an_original_names_as_its_writers(byline, authors):
    assert read_original(page_of(byline), ()).authors == authors
