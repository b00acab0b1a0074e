"""A byline is seen wherever a page shows one to its readers: in a portrait's caption, in the story's own block, in a box of its
own; and a name with the story that is no writer's is none.
"""

from __future__ import annotations

import time

import pytest

from licheck import readers
from licheck.credits.best import best_authors
from licheck.credits.look import look_for
from licheck.model.credit import Credit, Role
from licheck.model.zones import Zone
from licheck.read import read_page
from licheck.zones.by_form import zones_by_form

_STORY = (
    "The pier at Saltmere was closed in November, when a storm tore at its piles and left the last of its lamps in the water.",
    "Repairs cost twice what the board had set aside, and the rest came from a fund for the widows of pilots, which has none.",
    "Boats now call every second hour, and the fare stays where it was until the end of the year, the harbour master said today.",
)


def page_of(top="", opens="", closes="", bottom="", head="", language="en"):
    first, *middle, last = _STORY
    texts = (opens + first, *middle, last + closes)
    story = "".join(f"<p>{text}</p>" for text in texts)
    return readers.read(
        "page.html",
        f"<!doctype html><html lang={language}><head><title>Pier reopens after a winter</title>{head}</head><body><main>"
        f"<h1>Pier reopens after a winter</h1>{top}<div>{story}</div>{bottom}</main></body></html>".encode(),
    )


def is_credited(person, page):
    seen = look_for(person, page, zones_by_form(page), (), frozenset())
    return any(sighting.counts for sighting in seen)


def read(**parts):
    return read_page(page_of(**parts), last_year=2026)


_PORTRAIT = '<figure><img src="/p.jpg" alt=""><figcaption>{}By Ida Voss, Staff Writer{}</figcaption></figure><p>3 May 2024</p>'


def test_a_byline_in_the_address_of_a_portraits_caption_is_the_writers():
    parts = {"top": _PORTRAIT.format("<address>", "</address>")}
    assert read(**parts).visible_authors == ("Ida Voss",)
    assert is_credited("Ida Voss", page_of(**parts))


def test_a_credit_in_any_other_caption_is_the_photographers():
    parts = {"top": _PORTRAIT.format("", "")}
    assert not read(**parts).authors
    assert not is_credited("Ida Voss", page_of(**parts))


_BLOCKS = [
    pytest.param({"opens": "(Ida Voss, Fenland News) "}, id="brackets"),
    pytest.param({"opens": "<b>(Ida Voss, Fenland News)</b> "}, id="bold brackets"),
    pytest.param({"opens": "[Ida Voss, DCNF] "}, id="square brackets"),
    pytest.param({"opens": "(DCNF—Ida Voss) "}, id="the outlet first"),
    pytest.param({"opens": "*(Ida Voss, Fenland News)* "}, id="asterisks"),
    pytest.param({"opens": "Ida Voss, Fenland News: "}, id="before a colon"),
    pytest.param({"opens": "Ida Voss, DCNF — "}, id="before a dash"),
    pytest.param({"closes": " (Ida Voss, Fenland News)"}, id="behind the last words"),
]


@pytest.mark.parametrize("parts", _BLOCKS)
def test_a_writer_with_an_outlet_in_the_storys_own_block_is_a_credit(parts):
    found = read(**parts)
    assert found.visible_authors == ("Ida Voss",)
    assert found.affiliations in (("Fenland News",), ("DCNF",))
    assert is_credited("Ida Voss", page_of(**parts))


@pytest.mark.parametrize(
    "opens",
    [
        pytest.param("(Reuters) - ", id="an agency"),
        pytest.param("Ida Voss, CEO: “", id="an interview"),
        pytest.param("(Photo: Ida Voss, Fenland News) ", id="a picture's credit"),
        pytest.param("(Saltmere, Fenland) ", id="two places"),
    ],
)
def test_what_else_opens_a_story_is_no_byline(opens):
    assert not read(opens=opens).authors
    assert not is_credited("Ida Voss", page_of(opens=opens))


@pytest.mark.parametrize(
    ("opens", "names"),
    [
        pytest.param("(서울=한빛통신) 김하늘 기자 = ", ("김하늘",), id="Korean"),
        pytest.param("(서울=한빛통신) 김하늘·이바다 기자 = ", ("김하늘", "이바다"), id="two Koreans"),
        pytest.param("【札幌＝早瀬遥】", ("早瀬遥",), id="Japanese"),
        pytest.param("海湾日报讯（记者 王清妍、李明）", ("王清妍", "李明"), id="Chinese"),
    ],
)
def test_the_reporter_in_the_first_line_of_an_east_asian_story_is_its_writer(opens, names):
    assert read(opens=opens).visible_authors == names
    assert all(is_credited(name, page_of(opens=opens)) for name in names)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Editor’s note: This story by Ida Voss of the Fenland News is republished with permission.", id="editor's note"),
        pytest.param("Note: This story by Ida Voss of the Fenland News is republished with permission.", id="note"),
        pytest.param("Anmerkung der Redaktion: Dieser Artikel von Ida Voss erschien zuerst in den Fenland News.", id="German"),
        pytest.param("Nota del editor: Este artículo de Ida Voss se publicó primero en Fenland News.", id="Spanish"),
        pytest.param("NDLR : Cet article de Ida Voss a été publié d'abord par Fenland News.", id="French"),
    ],
)  # fmt: skip
def test_a_note_on_the_story_credits_its_writer(line):
    assert is_credited("Ida Voss", page_of(bottom=f"<p>{line}</p>"))
    assert not is_credited(
        "Ida Voss", page_of(bottom="<p>Also read: This story by Ida Voss on the Fenland fair.</p>")
    )


def test_a_last_paragraph_on_the_writer_is_a_note_and_one_on_a_namesake_is_not():
    note = "<p>{}</p>"
    assert is_credited(
        "Ida Voss", page_of(bottom=note.format("Ida Voss writes for the DCNF, where this story first ran."))
    )
    assert is_credited(
        "Ida Voss", page_of(bottom=note.format("Ida Voss is a reporter for the Fenland News."))
    )
    told = page_of(
        closes="</p><p>Ida Voss, a director of the pilots' fund, is sure that the board of Saltmere will pay the rest by May."
    )
    assert not is_credited("Ida Voss", told)


def test_a_posting_line_in_a_box_called_footer_directly_below_the_story_is_a_byline():
    box = '<div class="post-footer"><div class="post-footer-line">Posted by Ida Voss at 7:00</div></div>'
    assert is_credited("Ida Voss", page_of(bottom=box))


def test_two_writers_in_one_link_are_no_title_of_another_story():
    line = '<div><a href="https://quay.example/u/12">Jane Voss and Tom Hale Petrie</a></div><p>3 May 2024</p>'
    assert all(is_credited(name, page_of(top=line)) for name in ("Jane Voss", "Tom Hale Petrie"))


def test_the_writer_of_a_related_story_directly_below_is_not_this_ones():
    card = (
        '<div><h4><a href="/s/1">Ferry fares to rise a dime in spring</a></h4><span>By Ida Voss</span></div>'
    )
    found = read(
        bottom=f"<section><h3>Related stories</h3>{card}{card.replace('Ida Voss', 'Tom Hale')}</section>"
    )
    assert not found.authors
    assert not found.visible_authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("Xuyo Quarrell | DCNF", ("Xuyo Quarrell",), id="a name that no list has"),
        pytest.param("Emily Voss | Fenland News", ("Emily Voss",), id="a usual one"),
        pytest.param("Winter Storm | DCNF", (), id="words of the story"),
    ],
)
def test_a_name_and_an_outlet_behind_a_bar_are_a_byline(line, names):
    found = read(top=f"<p>{line}</p>")
    assert found.visible_authors == names
    assert len(found.affiliations) == len(names)


def test_a_section_beside_an_agency_is_nobody():
    assert not read(top="<p>Pilots Fund | DCNF</p>").authors  # the story writes both words small
    assert not read(top="<p>Border Crisis | DCNF</p>").visible_authors


def test_a_name_that_the_story_speaks_of_is_no_byline_beside_an_agency():
    assert not read(top="<p>Mill Street | DCNF</p>", opens="Mill Street was closed, too. ").visible_authors


def test_whom_metadata_name_is_a_writer_and_no_outlet():
    head = '<meta name="author" content="Jane Doe"><meta name="author" content="Xuyo Quarrell">'
    found = read(top="<p>By Jane Doe, Xuyo Quarrell</p>", head=head)
    assert found.visible_authors == ("Jane Doe", "Xuyo Quarrell")
    assert not found.affiliations


def test_the_lead_word_of_another_language_is_no_part_of_a_name():
    head = '<meta name="author" content="Xuyo Quarrell">'
    assert read(top="<p>Na Xuyo Quarrell</p>", head=head, language="sw").authors == ("Xuyo Quarrell",)


def test_a_job_below_a_name_does_not_wait_for_another_one():
    parts = {"top": "<div><p>Kalervo Ruuska</p><p>Toimittaja</p></div><p>Julkaistu 28. maaliskuuta 2025</p>"}
    assert "Julkaistu" not in read(**parts, language="fi").visible_authors


def test_whoever_updated_the_story_or_leads_a_talk_is_not_its_writer():
    assert read(top="<p>By Jane Doe</p><p>Updated by Tom Hale on 3 May 2024</p>").authors == ("Jane Doe",)
    assert not read(bottom="<p>Host: Tom Hale</p>").authors


def test_a_line_that_begins_with_the_day_and_tells_the_writer_behind_a_bar_is_no_part_of_the_story():
    found = read(
        top="<p>6 de março de 2025 | Por Iara Figueira | Cidades | 4 min de leitura</p>", language="pt"
    )
    assert found.visible_authors == ("Iara Figueira",)
    assert "Iara" not in found.body


def test_an_item_of_a_timetable_is_no_signature():
    programme = "<h3>Programme</h3><ul><li>10:00 Jane Doe</li><li>11:00 Tom Hale</li></ul>"
    assert not read(bottom=programme).authors


def test_of_thousands_of_writers_the_first_are_told_in_no_time():
    names = [f"Jane {a}{b}{c}ore" for a in "BDFGHKLMPR" for b in "aeiouy" for c in "bdfghklmnprst"] * 4
    credits = [Credit((name,), Role.WRITER, name, 0, zone=Zone.TOP) for name in names]
    begun = time.process_time()
    assert best_authors(credits)[:2] == ("Jane Babore", "Jane Badore")
    assert time.process_time() - begun < 3
