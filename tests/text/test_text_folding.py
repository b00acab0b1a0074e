"""The same words compare equal however they are typed; other letters never do; and every letter keeps its place."""

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from licheck.text import (
    cap_marks,
    collapse,
    fold,
    fold_signs,
    fold_with_map,
    fold_word,
    runs_into,
    sentence,
    shorten,
    skeleton,
    spellings,
    without_invisible,
)

# A mark stands on a letter that can carry it; what a mark on any other sign becomes is nobody's name.
SIGNS = [
    *("a", "Z", " ", "é", "e\u0301", "u\u0308", "n\u0303", "ß", "ﬁ", "ﬃ", "İ", "ǆ", "½", "²", "Σ", "ς"),
    *("’", "`", "´", "“", "„", "—", "–", "‑", "-", "…", "\u00a0", "\u202f", "\u3000", "\t", "\n"),
    *("\u00ad", "\u200b", "\u200d", "\ufeff", "記", "者", "я", "й", "и\u0306", "が", "か\u3099", "김"),
]
TYPED = st.lists(
    st.one_of(
        st.sampled_from(SIGNS),
        st.characters(exclude_categories=("Cs", "M")),
    ),
    max_size=40,
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Lock Keeper", "lOCK kEEPER", id="case"),
        pytest.param("Straße", "STRASSE", id="sharp s"),
        pytest.param("Zoë", "Zoe\u0308", id="a letter and its mark"),
        pytest.param("lock keeper", " lock\u00a0 \n\tkeeper\u3000", id="spaces"),
        pytest.param("keeper", "kee\u00adper", id="a soft hyphen"),
        pytest.param("The Keeper", "The Keeper™", id="the sign of a trade mark"),
        pytest.param("keeper", "\ufeffkee\u200bp\u200d\u2060er", id="zero-width characters"),
        pytest.param("keeper", "\u202akeeper\u202c", id="direction marks"),
        pytest.param("keeper", "keep\ufe0fer\U000e0101", id="variation selectors"),
        pytest.param("officer", "oﬃcer", id="a ligature"),
        pytest.param("lock", "ｌｏｃｋ", id="full-width letters"),
        pytest.param("O'Keefe's", "O’Keefe‘s", id="apostrophes"),
        pytest.param("O'Keefe", "O`Keefe", id="a grave accent for an apostrophe"),
        pytest.param('"Lock"', "“Lock„", id="double quotes"),
        pytest.param('"Lock"', "«Lock»", id="guillemets"),
        pytest.param("Voss-Lind", "Voss‑Lind", id="a no-break hyphen"),
        pytest.param("1999-2003", "1999–2003", id="an en dash"),
        pytest.param("wait...", "wait…", id="an ellipsis"),
    ],
)
def test_what_differs_only_in_typing_folds_to_the_same(one, other):
    assert fold(one) == fold(other)
    assert fold_with_map(one).text == fold_with_map(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Zoë", "Zoe", id="an accent: it counts in prose"),
        pytest.param("Petrie", "Реtrie", id="Cyrillic letters that look alike"),
        pytest.param("Petrie", "Ρetrie", id="a Greek letter that looks alike"),
        pytest.param("lock keeper", "lockkeeper", id="a space"),
        pytest.param("Il", "ll", id="letters that look alike within Latin"),
        pytest.param("1", "l", id="a digit that looks like a letter"),
        pytest.param("well-kept", "wellkept", id="a hyphen"),
        pytest.param("记者", "記者", id="simplified and traditional"),
    ],
)
def test_what_differs_in_a_letter_stays_different(one, other):
    assert fold(one) != fold(other)


@given(TYPED)
@example("By Zoe\u0308 — ﬁn")
def test_what_is_folded_stays_as_it_is(text):
    folded = fold(text)
    assert fold(folded) == folded


@given(TYPED)
@example("By Zoe\u0308 — ﬁn")
@example(" \u00ada\u0301\u200b  ﬃ ")
def test_folding_with_places_folds_the_same(text):
    assert fold_with_map(text).text == fold(text)


@given(TYPED)
@example("By Zoe\u0308 — ﬁn")
def test_places_are_in_the_text_and_never_go_back(text):
    folded = fold_with_map(text)
    assert len(folded.at) == len(folded.text)
    assert all(0 <= at < len(text) for at in folded.at)
    assert list(folded.at) == sorted(folded.at)


@pytest.mark.parametrize(
    ("text", "part", "found"),
    [
        pytest.param("By Jane Doe", "jane doe", "Jane Doe", id="plain"),
        pytest.param("  By\u00a0 Jane  Doe ", "jane doe", "Jane  Doe", id="spaces before and within"),
        pytest.param("By Ja\u00adne Doe!", "jane", "Ja\u00adne", id="a soft hyphen within"),
        pytest.param("By Griﬃn Doe", "griffin", "Griﬃn", id="a ligature within"),
        pytest.param("\u200bBy Zoe\u0308 Doe", "doe", "Doe", id="marks before it"),
        pytest.param("“By” O’Keefe", "o'keefe", "O’Keefe", id="quotes"),
        pytest.param("By Rene\u0301 Doe", "ren\u00e9", "Rene\u0301", id="the mark of the last letter"),
    ],
)
def test_a_part_of_the_folded_text_is_found_where_it_was_written(text, part, found):
    folded = fold_with_map(text)
    start = folded.text.index(part)
    first, last = folded.span(start, start + len(part))
    assert text[first:last] == found


def test_an_empty_part_has_an_empty_place():
    folded = fold_with_map("a b")
    assert folded.span(2, 2) == (2, 2)
    assert fold_with_map("").span(0, 0) == (0, 0)


@pytest.mark.parametrize(
    "text",
    ["김민수 기자", "ｶﾞﾌﾞﾘｴﾙ", "ﾡￂﾤ", "ㄱㅏㄳ", "কো"],
    ids=["Korean taken apart", "half-width kana", "half-width Korean", "Korean letters", "Bengali"],
)
def test_letters_of_pieces_are_put_together_with_their_places(text):
    apart = unicodedata.normalize("NFD", text)
    assert fold_with_map(apart).text == fold(apart)


def test_every_sign_is_folded_at_once():
    """A second folding changes nothing, whatever a sign becomes when it is normalised."""
    signs = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    signs = [sign for sign in signs if unicodedata.normalize("NFKC", sign).casefold() != sign]
    once = fold_signs("\0".join(signs))
    twice = fold_signs(once)
    assert [*zip(signs, once.split("\0"), strict=False)] == [*zip(signs, twice.split("\0"), strict=False)]


def test_a_hundred_thousand_combining_marks_are_cut_and_cost_no_time():
    text = "a" + "\u0301" * 100_000 + "b"
    assert len(cap_marks(text)) == 32
    assert fold(text).endswith("b")
    assert len(fold_with_map(text).text) < 40


@given(st.text(st.characters(exclude_categories=("Cs", "M")), max_size=40))
def test_text_without_long_runs_of_marks_is_not_cut(text):
    assert cap_marks(text) == text


@given(TYPED)
def test_collapsed_text_has_single_spaces_only(text):
    collapsed = collapse(text)
    assert collapsed.split() == text.split()
    assert collapsed == collapse(collapsed)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        pytest.param("Zoë", "zoe", id="an accent"),
        pytest.param("Bråten", "braten", id="a ring"),
        pytest.param("Łukasz", "lukasz", id="a stroke that is no mark"),
        pytest.param("Sørli", "sorli", id="an o with a stroke"),
        pytest.param("Ǿrli", "orli", id="an o with a stroke and an accent"),
        pytest.param("Ǽgir", "aegir", id="two letters in one with an accent"),
        pytest.param("Weiß", "weiss", id="sharp s"),
        pytest.param("Þóra", "thora", id="thorn"),
        pytest.param("Nguyễn", "nguyen", id="two marks on one letter"),
        pytest.param("Αλέξης", "αλεξησ", id="Greek accents"),
        pytest.param("Андрей", "андрей", id="й is a letter of its own"),
        pytest.param("Фёдор", "фёдор", id="ё is a letter of its own"),
        pytest.param("がぎ", "がぎ", id="Japanese marks count"),
        pytest.param("क़लम", fold_word("क़लम"), id="Devanagari"),
    ],
)
def test_accents_of_latin_and_greek_letters_do_not_count_in_a_name(word, folded):
    assert fold_word(word) == folded
    assert fold_word(unicodedata.normalize("NFD", word)) == folded
    assert fold_word(word.upper()) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Müller", "Mueller", id="ü"),
        pytest.param("Müller", "Muller", id="ü without its dots"),
        pytest.param("Bråten", "Braaten", id="å"),
        pytest.param("Søren", "Soeren", id="ø"),
        pytest.param("Grüße", "GRUESSE", id="ü and ß"),
        pytest.param("Ægir", "aegir", id="æ"),
        pytest.param("Mu\u0308ller", "Mueller", id="taken apart"),
    ],
)
def test_the_usual_spellings_of_a_word_meet(one, other):
    assert spellings(one) & spellings(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Mueller", "Muller"), ("Muller", "Moller"), ("Reuter", "Ruter"), ("Петри", "Petri")]
)
def test_other_spellings_do_not(one, other):
    assert not spellings(one) & spellings(other)


@given(TYPED)
def test_every_word_has_one_or_two_spellings_and_is_one_of_them(word):
    forms = spellings(word)
    assert 1 <= len(forms) <= 2
    assert word.isascii() or fold_word(fold(word)) in forms


@pytest.mark.parametrize(
    ("word", "looks_like"),
    [
        pytest.param("Реtrie", "petrie", id="two Cyrillic letters"),
        pytest.param("Ρetrie", "petrie", id="a Greek letter"),
        pytest.param("Petrie", "petrie", id="Latin"),
        pytest.param("Zoë", "zoe", id="accents are off"),
    ],
)
def test_a_skeleton_is_what_a_word_looks_like(word, looks_like):
    assert skeleton(word) == looks_like


def test_a_skeleton_never_makes_different_latin_words_one():
    words = ["petrie", "petrle", "petne", "perrie", "p3trie"]
    assert len({skeleton(word) for word in words}) == len(words)


@given(TYPED)
def test_without_what_is_invisible_only_what_is_seen_is_left(text):
    seen = without_invisible(text)
    assert fold(seen) == fold(text)
    assert without_invisible(seen) == seen
    assert not set("\u200b\u00ad\ufeff\u202a") & set(seen)


@given(st.text(max_size=300), st.integers(10, 200))
@example("a" * 121, 120)
@example("one two three four", 10)
def test_a_shortened_text_fits_and_is_a_beginning(text, limit):
    short = shorten(text, limit)
    assert len(short) <= max(limit, len(text) if len(text) <= limit else limit)
    assert short == text or (short.endswith("...") and text.startswith(short[:-3]))


def test_a_text_is_cut_between_words_where_one_ends_near_by():
    assert shorten("the lock keeper found a clock", 20) == "the lock keeper..."
    assert shorten("x" * 30, 20) == "x" * 17 + "..."
    assert shorten("the lock keeper", 15) == "the lock keeper"


@pytest.mark.parametrize(
    ("text", "ended"),
    [("it is cut", "it is cut."), ("it is cut.", "it is cut."), ("is it?", "is it?"), ("no!", "no!")],
)
def test_a_sentence_ends_with_one_mark(text, ended):
    assert sentence(text) == ended


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        pytest.param("Ida", "Voss", True, id="letters"),
        pytest.param("3", "May", True, id="a digit"),
        pytest.param("राजेश्वरी", "Quay", True, id="a vowel sign"),
        pytest.param("Jose\u0301", "Quay", True, id="an accent of its own"),
        pytest.param("Ida ", "Voss", False, id="a space"),
        pytest.param("Ida", ", Quay", False, id="a comma"),
        pytest.param("“", "Ida", False, id="a quotation mark"),
        pytest.param("", "Ida", False, id="nothing before"),
    ],
)
def test_two_pieces_of_text_run_into_one_word_where_signs_of_words_meet(before, after, runs):
    assert runs_into(before, after) is runs
