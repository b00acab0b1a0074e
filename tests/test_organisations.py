"""An organisation is named where its whole name stands, written as a name, and no longer name of somebody else does."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.organisations import named, outermost

NAMES = ("Tidewater News Service", "Tidewater News", "TNS")
OTHERS = ("Tidewater", "Tidewater News Holdings", "TNS Radio")


def quoted(text, names=NAMES, others=OTHERS):
    return [text[start:end] for start, end in named(text, names, others)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("By Ida Voss, Tidewater News Service", ["Tidewater News Service"], id="the name"),
        pytest.param("By Ida Voss/TNS", ["TNS"], id="its short form"),
        pytest.param("by ida voss, tns", ["tns"], id="a line in small letters"),
        pytest.param("By Ida Voss, tns", [], id="its short form in small letters, in a line that has others"),
        pytest.param("(TNS) - The clock", ["TNS"], id="in brackets"),
        pytest.param("By Ida Voss, T.N.S.", ["T.N.S."], id="short form with points"),
        pytest.param("TIDEWATER NEWS SERVICE", ["TIDEWATER NEWS SERVICE"], id="capitals"),
        pytest.param("Tidewater\u00a0News  Service", ["Tidewater\u00a0News  Service"], id="other spaces"),
        pytest.param("Tide\u00adwater News Service", ["Tide\u00adwater News Service"], id="a soft hyphen"),
        pytest.param("Tidewater News Service's", ["Tidewater News Service"], id="genitive"),
        pytest.param("Tidewater News Service’s", ["Tidewater News Service"], id="typographic genitive"),
        pytest.param("“Tidewater News Service”", ["Tidewater News Service"], id="in quotes"),
        pytest.param("Tidewater News Service, Tidewater News and TNS", [*NAMES], id="all of them"),
        pytest.param("By Ida Voss\u200bTidewater News Service\u200bMay 3", ["Tidewater News Service"], id="where elements meet"),
        pytest.param("TNS記者 早瀬みどり", ["TNS"], id="before a word of a script without spaces"),
        pytest.param("TNS Staff Reporter", ["TNS"], id="before a job"),
        pytest.param("by ida voss, tidewater news service", ["tidewater news service"], id="a site in small letters"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_typed(text, found):
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("By Ida Voss, Tidewater", id="a shorter name of somebody else"),
        pytest.param("By Ida Voss, Tidewater News Holdings", id="a longer name of somebody else"),
        pytest.param("By Ida Voss, TNS Radio", id="somebody else's with the short form"),
        pytest.param("Tidewaters News Services", id="parts of longer words"),
        pytest.param("xTNS TNSx TNS1", id="the short form within a word"),
        pytest.param("write to @TNS", id="an account"),
        pytest.param("see TNS.example", id="an address"),
        pytest.param("the tns of it, said Ida", id="the short form in small letters"),
        pytest.param("Tidewater Daily News Service", id="a word between"),
        pytest.param("Тidewater News Service", id="a letter of another script"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_only_holds_its_words_does_not_name_it(text):
    assert quoted(text) == []


def test_both_names_in_one_line_are_told_apart():
    text = "From Tidewater News Service, not Tidewater News Holdings, not Tidewater"
    assert quoted(text) == ["Tidewater News Service"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Courtesy of Floodlight", ["Floodlight"], id="with a capital"),
        pytest.param("FLOODLIGHT", ["FLOODLIGHT"], id="in capitals"),
        pytest.param("a floodlight above the lock", [], id="the everyday word"),
        pytest.param("floodlight", [], id="alone in small letters"),
    ],
)
def test_a_name_that_is_an_everyday_word_needs_its_capital(text, found):
    assert quoted(text, ("Floodlight",), ()) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("来源：潮汐通讯社", "潮汐通讯社", id="Chinese"),
        pytest.param("Источник: Вестник", "Вестник", id="Russian"),
        pytest.param("المصدر: وكالة المد", "وكالة المد", id="Arabic"),
    ],
)
def test_names_in_any_script_are_found(text, name):
    assert quoted(text, (name,), ()) == [name]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_count_and_may_be_typed_either_way(form):
    text = unicodedata.normalize(form, "Von der Küstenpresse gemeldet")
    assert [unicodedata.normalize("NFC", one) for one in quoted(text, ("Küstenpresse",), ())] == [
        "Küstenpresse"
    ]
    assert quoted("Von der Kustenpresse gemeldet", ("Küstenpresse",), ()) == []


TEXT = st.lists(
    st.sampled_from([*NAMES, *OTHERS, " ", ",", ".", "@", "\u00ad", "s", "T", "the ", "’s", "ß", "e\u0301"]), max_size=12
).map("".join)  # fmt: skip


@given(TEXT)
def test_places_are_in_the_text_in_order_and_apart(text):
    found = named(text, NAMES, OTHERS)
    assert found == sorted(found)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@given(TEXT)
def test_what_is_found_without_others_is_never_less(text):
    assert len(named(text, NAMES, OTHERS)) <= len(named(text, NAMES))


def test_a_korean_name_taken_apart_names_the_organisation():
    line = unicodedata.normalize("NFD", "김민수 기자, 부두일보")
    ((start, end),) = named(line, ["부두일보"])
    assert unicodedata.normalize("NFC", line[start:end]) == "부두일보"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("in the Tidewater News Gazette", [], id="a paper of that name"),
        pytest.param("in the Tidewater News-Herald", [], id="with a hyphen"),
        pytest.param("the Tidewater News Valley Press", [], id="with a place between"),
        pytest.param("the North Tidewater News", [], id="of a region"),
        pytest.param("Tidewater News Magazine", ["Tidewater News"], id="its own magazine"),
        pytest.param("Tidewater News Press Release", ["Tidewater News"], id="its press release"),
        pytest.param("Tidewater News Texas", ["Tidewater News"], id="its branch"),
        pytest.param("Tidewater News and the Mill Gazette", ["Tidewater News"], id="another beside it"),
    ],
)
def test_a_name_that_goes_on_is_somebody_elses(text, found):
    assert quoted(text) == found


def test_names_in_scripts_without_spaces_stand_amid_other_letters():
    assert quoted("本文原载于潮水新闻网站。", ("潮水新闻",), ()) == ["潮水新闻"]


def test_names_within_a_longer_one_do_not_count_wherever_they_stand():
    text = "Mill News, then Mill News Weekly, then Mill News, then Mill News Weekly"
    found = named(text, ["Mill News"], ["Mill News Weekly"])
    assert found == [(0, 9), (39, 48)]


def test_of_very_many_places_the_first_and_the_last_are_looked_at():
    places = [(at, at + 1) for at in range(1_000)]
    assert outermost(places[:60]) == places[:60]
    assert [*outermost(places)] == [*places[:30], *places[-30:]]
