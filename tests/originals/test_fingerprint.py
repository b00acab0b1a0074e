"""Fingerprints: the same on every machine, and found again in copies, excerpts and edits."""

from random import Random
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_stories import paragraphs

from licheck.originals.fingerprint import (
    ENOUGH,
    RUN,
    SHORTEST,
    density_for,
    finer,
    numbers_in,
    print_of,
    share_of,
    sums,
    words_in,
)
from licheck.text import fold_signs

KNOWN = "the tide gate at the end of mill street was opened by hand on tuesday"


def test_the_numbers_are_these_on_every_machine_and_in_every_version():
    found = sums(words_in([KNOWN]))
    assert [*found.all][:3] == [4411638073972510580, 4275024333902772433, 2897346674500091577]
    assert found.kept(1)[:2] == [5037621057957072868, 6080619357828451165]
    assert len(found.all) == len(KNOWN.split()) - RUN + 1


@given(st.lists(st.binary(min_size=1, max_size=9), max_size=40))
def test_the_sums_are_what_the_manual_says(words):
    places = (0x1F3A5B7D, 0x1C6E9A37, 0x15D4F0B3, 0x1B96C2E9, 0x17A3D58F)
    wanted = [
        sum(crc32(word) * place for word, place in zip(words[at : at + RUN], places, strict=True))
        for at in range(len(words) - RUN + 1)
    ]
    assert [*sums(words).all] == wanted
    assert all(number < 1 << 64 for number in wanted)


@given(st.lists(st.binary(min_size=1, max_size=9), max_size=60), st.sampled_from([1, 2, 4, 8, 16]))
def test_what_is_kept_is_what_the_density_divides(words, density):
    found = sums(words)
    assert [*found.chosen(density)] == [number for number in found.all if number % density == 0]
    assert len(found.kept(density)) == len([*found.chosen(density)])
    assert all(number % density == 0 for number in found.kept(density))
    rest = [number for number in found.all if number % 16]
    assert [*found.chosen(1, 16)] == rest


WORDS = [
    pytest.param("“By hand”, she said — twice – in the harbour’s café.", "by hand she said twice in the harbour s café", id="signs part words"),
    pytest.param("The co\u00adope\u200bration of the harbour, seen from the sea", "the cooperation of the harbour seen from the sea", id="what nobody sees is gone"),
    pytest.param("snake_case 1,200 words and some more of these here", "snake_case 1 200 words and some more of these here", id="digits and low lines"),
    pytest.param("潮门星期二" * 10, " ".join("潮门星期二" * 10), id="Chinese has no spaces: letter by letter"),
    pytest.param("ประตูถูกเปิด" * 5, " ".join("ประตูถูกเปิด" * 5), id="nor has Thai"),
    pytest.param("Ворота открыли вручную во вторник, впервые за годы", "ворота открыли вручную во вторник впервые за годы", id="Cyrillic has"),
    pytest.param("수문은 화요일에 손으로 열렸다 그리고 아무도 열쇠를 찾지 못했다 그래서 모두", "수문은 화요일에 손으로 열렸다 그리고 아무도 열쇠를 찾지 못했다 그래서 모두", id="Korean has"),
    pytest.param("Too short to count", "", id="a label counts for nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), WORDS)
def test_words_are_those_that_a_reader_sees(text, wanted):
    assert b" ".join(words_in([fold_signs(text)])).decode() == wanted


def test_a_lone_surrogate_is_no_fault():
    assert words_in(["\ud800 tide " * SHORTEST]) == [b"tide"] * SHORTEST


@pytest.mark.parametrize(
    ("runs", "density"), [(0, 1), (10, 1), (99, 1), (100, 2), (400, 8), (800, 16), (100_000, 16)]
)
def test_of_a_short_story_more_is_kept(runs, density):
    assert density_for(runs) == density
    assert density == 1 or runs / density >= ENOUGH


def test_a_fingerprint_keeps_what_goes_into_the_index_and_more():
    words = words_in(paragraphs("long", 30))
    found = print_of(words)
    assert found.density == 16 and finer(16) == 4
    assert set(found.kept(16)) == {*sums(words).kept(16)}
    assert set(found.sums) == {*sums(words).chosen(4)}
    assert [*found.sums] == sorted(found.sums)


def test_numbers_come_back_from_their_bytes():
    assert [*numbers_in(b"\1" + b"\0" * 7 + b"\0" * 7 + b"\1")] == [1, 1 << 56]


def test_the_share_is_that_of_the_words():
    words = words_in(paragraphs("a", 10))
    half = words[: len(words) // 2]
    assert share_of(words, sums(words).all) == 1
    assert share_of(words, sums(half).all) == pytest.approx(0.5, abs=0.01)
    assert share_of(words, sums(words_in(paragraphs("b", 10))).all) == 0
    assert share_of([], [1]) == 0


def test_any_piece_of_a_story_shares_its_numbers():
    words = words_in(paragraphs("c", 40))
    whole = {*print_of(words).kept(16)}
    random = Random(1)
    for _ in range(50):
        start = random.randrange(len(words) // 2)
        piece = sums(words[start : start + len(words) // 2]).kept(16)
        assert {*piece} <= whole and len(piece) > 20
