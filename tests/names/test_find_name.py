"""Is this the person who was looked for? The same, nearly, or somebody else: decided on a line of text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from licheck.names import NO_MATCH, Likeness, find_name
from licheck.names.parsed import parse
from licheck.names.words import short_forms

SAME, SHORT = Likeness.SAME, Likeness.SAME_SHORT
FOUND = {
    "alone": ("Rosalind Petrie", "Rosalind Petrie", SAME, "Rosalind Petrie"),
    "in a line": ("Rosalind Petrie", "By Rosalind Petrie, Quay Post", SAME, "Rosalind Petrie"),
    "vowels that are marks": ("दिग्विजय मालवीय", "लेखक: दिग्विजय मालवीय।", SAME, "दिग्विजय मालवीय"),
    "Bengali": ("মৃণাল সেন", "লিখেছেন মৃণাল সেন", SAME, "মৃণাল সেন"),
    "Thai": ("สมชาย ใจดี", "โดย สมชาย ใจดี", SAME, "สมชาย ใจดี"),
    "Arabic with its vowels": ("محمد العلي", "بقلم محمّد العليّ", SAME, "محمّد العليّ"),
    "Hebrew with its points": ("יעל כהן", "מאת יָעֵל כהן", SAME, "יָעֵל כהן"),
    "in capitals": ("Rosalind Petrie", "BY ROSALIND PETRIE", SAME, "ROSALIND PETRIE"),
    "in small letters": ("Rosalind Petrie", "by rosalind petrie", SAME, "rosalind petrie"),
    "asked for in capitals": ("ROSALIND PETRIE", "By Rosalind Petrie", SAME, "Rosalind Petrie"),
    "as the second of two": ("Ansel Brook", "By Rosalind Petrie and Ansel Brook", SAME, "Ansel Brook"),
    "as the first of a couple": ("Marta Petrie", "By Marta and John Petrie", SAME, "Marta and John Petrie"),
    "glued to a word": ("Rosalind Petrie", "ByRosalind Petrie", SAME, "Rosalind Petrie"),
    "glued to the next": ("Rosalind Petrie", "By Rosalind PetrieAnsel Brook", SAME, "Rosalind Petrie"),
    "genitive with a typographic apostrophe": ("Maire O'Keefe", "By Maire O’Keefe", SAME, "Maire O’Keefe"),
    "apostrophe left out": ("Maire O'Keefe", "By Maire OKeefe", SAME, "Maire OKeefe"),
    "family name first": ("Rosalind Petrie", "Petrie, Rosalind", SAME, "Petrie, Rosalind"),
    "family name first, without a comma": ("Rosalind Petrie", "Petrie Rosalind", SAME, "Petrie Rosalind"),
    "asked for with the family name first": ("Petrie, Rosalind", "By Rosalind Petrie", SAME, "Rosalind Petrie"),
    "asked for with a degree": ("Rosalind Petrie, PhD", "By Rosalind Petrie", SAME, "Rosalind Petrie"),
    "asked for with a title": ("Dr. Rosalind Petrie", "By Rosalind Petrie", SAME, "Rosalind Petrie"),
    "middle name left out": ("Rosalind Maud Petrie", "By Rosalind Petrie", SAME, "Rosalind Petrie"),
    "middle name added": ("Rosalind Petrie", "By Rosalind Maud Petrie", SAME, "Rosalind Maud Petrie"),
    "middle initial": ("Rosalind Maud Petrie", "By Rosalind M. Petrie", SAME, "Rosalind M. Petrie"),
    "middle initial asked for": ("Rosalind M. Petrie", "By Rosalind Maud Petrie", SAME, "Rosalind Maud Petrie"),
    "one of two middle names": ("Rosa Ann Maud Petrie", "By Rosa Maud Petrie", SAME, "Rosa Maud Petrie"),
    "initial": ("Rosalind Petrie", "By R. Petrie", SHORT, "R. Petrie"),
    "initial asked for": ("R. Petrie", "By Rosalind Petrie", SHORT, "Rosalind Petrie"),
    "two initials": ("Rosalind Maud Petrie", "By R. M. Petrie", SHORT, "R. M. Petrie"),
    "two initials without points": ("Rosalind Maud Petrie", "By RM Petrie", SHORT, "RM Petrie"),
    "two initials in capitals": ("Rosalind Maud Petrie", "BY RM PETRIE", SHORT, "RM PETRIE"),
    "two initials of an unknown middle name": ("Rosalind Petrie", "By RM Petrie", SHORT, "RM Petrie"),
    "asked for without points": ("RM Petrie", "By R. M. Petrie", SHORT, "R. M. Petrie"),
    "short form": ("William Petrie", "By Bill Petrie", SHORT, "Bill Petrie"),
    "full form of a short one": ("Bill Petrie", "By William Petrie", SHORT, "William Petrie"),
    "Spanish short form": ("José Quiroga", "Por Pepe Quiroga", SHORT, "Pepe Quiroga"),
    "accents left off": ("Zoë Bråten", "By Zoe Braten", SAME, "Zoe Braten"),
    "accents added": ("Zoe Braten", "By Zoë Bråten", SAME, "Zoë Bråten"),
    "spelt out": ("Jörg Müller", "Von Joerg Mueller", SAME, "Joerg Mueller"),
    "taken apart": ("Zoë Bråten", unicodedata.normalize("NFD", "By Zoë Bråten"), SAME, None),
    "a soft hyphen": ("Rosalind Petrie", "By Rosa\u00adlind Petrie", SAME, "Rosa\u00adlind Petrie"),
    "particles": ("Ida van der Voss", "Door Ida van der Voss", SAME, "Ida van der Voss"),
    "particles with capitals": ("Ida van der Voss", "Door Ida Van der Voss", SAME, "Ida Van der Voss"),
    "double name": ("Ida Voss-Lind", "By Ida Voss-Lind", SAME, "Ida Voss-Lind"),
    "double name without its hyphen": ("Ida Voss-Lind", "By Ida Voss Lind", SAME, "Ida Voss Lind"),
    "one name only": ("Björk", "Text: Bjork", SAME, "Bjork"),
    "Cyrillic": ("Анна Соловей", "Автор: Анна Соловей", SAME, "Анна Соловей"),
    "Cyrillic in capitals": ("Анна Соловей", "АННА СОЛОВЕЙ", SAME, "АННА СОЛОВЕЙ"),
    "Greek without accents": ("Νίκος Μέλας", "ΝΙΚΟΣ ΜΕΛΑΣ", SAME, "ΝΙΚΟΣ ΜΕΛΑΣ"),
    "Chinese": ("陈雨山", "文/陈雨山", SAME, "陈雨山"),
    "Chinese in a sentence": ("陈雨山", "记者陈雨山报道", SAME, "陈雨山"),
    "Japanese with a space": ("山田 花子", "文・山田花子", SAME, "山田花子"),
    "Japanese with a space on the page": ("山田花子", "文・山田　花子", SAME, "山田　花子"),
    "Korean": ("김민수", "김민수 기자", SAME, "김민수"),
    "Arabic": ("ليلى حداد", "كتبت: ليلى حداد", SAME, "ليلى حداد"),
    "Hebrew": ("נועה כרמי", "מאת נועה כרמי", SAME, "נועה כרמי"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "likeness", "found"), [pytest.param(*case, id=name) for name, case in FOUND.items()]
)
def test_the_same_person_is_found_where_the_name_stands(name, text, likeness, found):
    match = find_name(name, text)
    assert match.likeness is likeness
    assert match.likeness.is_same
    assert found is None or text[match.start : match.end] == found


OTHERS = {
    "another given name": ("Rosalind Petrie", "By Gilbert Petrie", Likeness.FAMILY_ONLY),
    "another family name": ("Rosalind Petrie", "By Rosalind Brook", Likeness.NONE),
    "the family name alone": ("Rosalind Petrie", "By Petrie", Likeness.FAMILY_ONLY),
    "the given name alone": ("Rosalind Petrie", "By Rosalind", Likeness.NONE),
    "another initial": ("Rosalind Petrie", "By G. Petrie", Likeness.FAMILY_ONLY),
    "another middle name": ("Rosalind Maud Petrie", "By Rosalind Gertrude Petrie", Likeness.FAMILY_ONLY),
    "another middle initial": ("Rosalind Maud Petrie", "By Rosalind G. Petrie", Likeness.FAMILY_ONLY),
    "other initials without points": ("Rosalind Maud Petrie", "By RG Petrie", Likeness.FAMILY_ONLY),
    "a short name in capitals": ("John Petrie", "BY JO PETRIE", Likeness.FAMILY_ONLY),
    "a title in capitals": ("Dora Petrie", "By DR Petrie", Likeness.FAMILY_ONLY),
    "a double name that begins so": ("Ida Voss", "By Ida Voss-Lind", Likeness.FAMILY_ONLY),
    "words of two people": ("Rosalind Petrie", "By Rosalind Brook, Ansel Petrie", Likeness.FAMILY_ONLY),
    "words of two people with a bar": ("Rosalind Petrie", "Rosalind Brook | Ansel Petrie", Likeness.FAMILY_ONLY),
    "a name within a longer word": ("Ida Voss", "Vida Vossinger", Likeness.NONE),
    "another short form": ("William Petrie", "By Bob Petrie", Likeness.FAMILY_ONLY),
    "another Chinese name": ("陈雨山", "文/陈雨石", Likeness.NONE),
    "the same in another script": ("Anna Petri", "Анна Петри", Likeness.NONE),
    "nothing": ("Rosalind Petrie", "", Likeness.NONE),
    "nobody": ("", "By Rosalind Petrie", Likeness.NONE),
    "digits": ("1234", "By 1234", Likeness.NONE),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "likeness"), [pytest.param(*case, id=name) for name, case in OTHERS.items()]
)
def test_somebody_else_is_not_the_person(name, text, likeness):
    match = find_name(name, text)
    assert match.likeness is likeness
    assert not match.likeness.is_same


@pytest.mark.parametrize(
    "letters",
    [
        pytest.param(("e", "е"), id="Cyrillic е"),
        pytest.param(("o", "о"), id="Cyrillic о"),
        pytest.param(("P", "Р"), id="Cyrillic Р"),
        pytest.param(("o", "ο"), id="Greek omicron"),
        pytest.param(("i", "і"), id="Ukrainian і"),
        pytest.param(("s", "ѕ"), id="Macedonian ѕ"),
    ],
)
def test_a_letter_of_another_script_that_looks_alike_is_never_the_same(letters):
    line = "By Rosalind Pope-Petrise".replace(*letters)
    match = find_name("Rosalind Pope-Petrise", line)
    assert match.likeness is Likeness.LOOK_ALIKE
    assert line[match.start : match.end] == line[3:]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By Rosalind Petrle", id="replaced"),
        pytest.param("By Rosalind Petri", id="left out at the end"),
        pytest.param("By Rosalind Pettrie", id="doubled"),
        pytest.param("By Rosalind Pertie", id="swapped"),
        pytest.param("By Rosalnd Petrie", id="left out of the given name"),
        pytest.param("By Rosalinda Petrie", id="added to the given name"),
    ],
)
def test_one_letter_off_is_a_misspelling_and_not_the_person(line):
    match = find_name("Rosalind Petrie", line)
    assert match.likeness is Likeness.MISSPELT
    assert line[match.start : match.end] == line[3:]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param("Ian Petrie", "By Jan Petrie", id="three letters: another name"),
        pytest.param("Rosalind Petrie", "By Rosalyn Petrie", id="two letters off"),
        pytest.param("Rosalind Petrie", "By Rosolind Petrle", id="one letter off in both"),
        pytest.param("Ida Voss", "By Ada Voss", id="a short given name"),
    ],
)
def test_more_than_that_is_somebody_else(name, line):
    assert find_name(name, line).likeness in (Likeness.NONE, Likeness.FAMILY_ONLY)


@pytest.mark.parametrize("asked", ["NFC", "NFD"])
@pytest.mark.parametrize("name", ["김민수", "ガブリエル"], ids=["Korean", "kana"])
def test_a_name_of_letters_taken_apart_is_the_same(name, asked):
    line = unicodedata.normalize("NFD", f"{name}기자")
    match = find_name(unicodedata.normalize(asked, name), line)
    assert match.likeness is SAME
    assert unicodedata.normalize("NFC", line[match.start : match.end]) == name


def test_a_name_in_half_width_kana_is_the_same():
    match = find_name("ガブリエル", "文 ｶﾞﾌﾞﾘｴﾙ 記者")
    assert (match.likeness, match.start, match.end) == (SAME, 2, 9)


def test_the_last_letter_is_found_with_its_marks():
    line = unicodedata.normalize("NFD", "By Zoë André, Quay Post")
    match = find_name("Zoe Andre", line)
    assert line[match.start : match.end] == unicodedata.normalize("NFD", "Zoë André")


@pytest.mark.parametrize(
    ("line", "likeness"),
    [
        pytest.param("Por Inés Cantero, Quay Post", Likeness.WITHOUT_LAST, id="before a comma"),
        pytest.param("Por Inés Cantero para Quay Post", Likeness.WITHOUT_LAST, id="before a small letter"),
        pytest.param("Por Inés Cantero Ruiz", Likeness.SAME, id="in full"),
        pytest.param("Por Inés Cantero Vega", Likeness.NONE, id="with another second family name"),
        pytest.param("Por Inés Ruiz", Likeness.SAME, id="without the first of them"),
        pytest.param("Por Inés", Likeness.NONE, id="the given name alone"),
    ],
)
def test_of_two_family_names_the_second_may_be_left_out(line, likeness):
    assert find_name("Inés Cantero Ruiz", line).likeness is likeness


def test_what_is_left_of_a_name_with_a_particle_is_nobody():
    assert find_name("Pieter van der Sluys", "By Pieter van der").likeness is Likeness.NONE


@pytest.mark.parametrize("line", ["文：オディール・マロウ", "文：オディールマロウ", "文：オディール マロウ"])
def test_the_point_within_a_foreign_name_may_be_left_out(line):
    assert find_name("オディール・マロウ", line).likeness is Likeness.SAME


def test_of_two_likenesses_in_a_line_the_better_one_counts():
    line = "By Rosalind Petrle, edited by Gil Petrie, with Rosalind Petrie"
    match = find_name("Rosalind Petrie", line)
    assert (match.likeness, match.start) == (SAME, line.index("Rosalind Petrie"))


def test_short_forms_lead_both_ways_and_never_to_themselves():
    forms = short_forms()
    assert {"bill", "will"} <= forms["william"]
    assert "william" in forms["bill"]
    assert all(form not in others for form, others in forms.items())
    assert all(form in forms[other] for form, others in forms.items() for other in others)


def test_two_short_forms_of_one_name_are_not_each_other():
    """Bill and Will are both William, and yet Bill Petrie and Liam Petrie may be two people."""
    assert not find_name("Bob Petrie", "By Bert Petrie").likeness.is_same


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("Rosalind Petrie", ("rosalind", "petrie"), id="two words"),
        pytest.param("Petrie, Rosalind", ("rosalind", "petrie"), id="turned round"),
        pytest.param("van der Voss, Ida", ("ida", "van", "der", "voss"), id="turned round with particles"),
        pytest.param("Prof. Dr. Rosalind Petrie", ("rosalind", "petrie"), id="titles"),
        pytest.param("Rosalind Petrie Jr.", ("rosalind", "petrie"), id="a suffix"),
        pytest.param("Rosalind Petrie, MD", ("rosalind", "petrie"), id="a degree after a comma"),
        pytest.param("Lord Petrie", ("lord", "petrie"), id="two words are left"),
        pytest.param("Maire O’Keefe", ("maire", "okeefe"), id="an apostrophe"),
        pytest.param("Zoë Bråten", ("zoe", "braten"), id="accents"),
        pytest.param("  Rosalind   Petrie ", ("rosalind", "petrie"), id="spaces"),
        pytest.param("", (), id="empty"),
        pytest.param("123 - !", (), id="no letters"),
    ],
)
def test_a_name_is_its_words_without_titles_and_the_family_name_last(name, words):
    assert parse(name).words == words


LETTERS = st.text(st.sampled_from("abegilnorsüéßø'’-. ,&|\u00ad\u200bRPБе陈"), max_size=30)


@given(LETTERS, LETTERS)
@example("'", "'")
@example("a b", "ab\u00adb")
@example("陈", "陈 陈")
def test_a_match_is_a_part_of_the_text_whatever_is_given(name, text):
    match = find_name(name, text)
    assert 0 <= match.start <= match.end <= len(text)
    assert (match == NO_MATCH) == (match.likeness is Likeness.NONE)


@given(
    st.sampled_from(["Rosalind", "Zoë", "Jörg", "Ida", "Maire", "Анна"]),
    st.sampled_from(["Petrie", "Bråten", "O'Keefe", "Voss-Lind", "Соловей", "Weiß"]),
    st.sampled_from(["By {}", "{}", "Von {}, Quay Post", "Text: {} | 3 May 2031", "({})", "“{}”"]),
    st.sampled_from([str, str.upper, str.lower, lambda text: unicodedata.normalize("NFD", text)]),
)
def test_any_name_is_found_in_any_line_in_any_case(given_name, family, line, change):
    name = f"{given_name} {family}"
    text = line.format(change(name))
    match = find_name(name, text)
    assert match.likeness is SAME
    assert unicodedata.normalize("NFC", text[match.start : match.end]).casefold() == name.casefold()
