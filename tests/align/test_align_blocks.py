"""Which paragraph of a page carries which paragraph of the original: by what stands there, not by where."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.align.blocks import align

ONE = (
    "The clock of the old customs house came up with the weed in the lower lock on Thursday morning and stopped"
    " both of the gates for two hours."
)
TWO = (
    "It still showed twenty to four. The lock keeper dried it on her stove overnight, and a clockmaker from the"
    " hill took it to pieces on her kitchen table."
)
THREE = (
    "The council will decide in spring where it is to hang. Until then it stands in the window of the bakery,"
    " where it is right twice a day."
)
FOUR = (
    "“Nobody ever looked for it,” said the harbour master, who has kept the key of the clock in his desk since"
    " the flood took the tower away."
)
ORIGINAL = {3: ONE, 5: TWO, 6: THREE, 9: FOUR}
MENU = ["Home", "Town", "Weather", "Read more"]
OTHER = (
    "The bakery on the quay has a new oven and a queue that reaches as far as the harbour office every day."
)


def words(count, seed=0):
    """Prose of so many words without any run of four that comes twice."""
    return " ".join(f"w{(seed * 7919 + at) % 99_991:05}" for at in range(count))


def placed(page, original=ORIGINAL):
    """Block of the page -> blocks of the original that it carries."""
    found = {}
    for pair in align(page, original).pairs:
        found.setdefault(pair.block, set()).add(pair.original)
    return found


def test_a_story_word_for_word_is_kept_whole():
    alignment = align([*MENU, ONE, TWO, THREE, FOUR, "Contact"], ORIGINAL)
    assert [(pair.block, pair.original, pair.share) for pair in alignment.pairs] == [
        (4, 3, 1.0), (5, 5, 1.0), (6, 6, 1.0), (7, 9, 1.0),
    ]  # fmt: skip
    assert alignment.kept == 1.0
    assert alignment.blocks == {4, 5, 6, 7}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace("“", '"').replace("”", '"'), id="straight quotes"),
        pytest.param(lambda text: text.replace(" ", "\u00a0", 3), id="no-break spaces"),
        pytest.param(lambda text: text.replace("clock", "clo\u00adck"), id="soft hyphens"),
        pytest.param(lambda text: text.replace("it", "i\u200bt"), id="zero-width spaces"),
        pytest.param(str.upper, id="capitals"),
        pytest.param(lambda text: text.replace("fl", "ﬂ"), id="ligatures"),
        pytest.param(lambda text: text.replace(", ", " – "), id="other punctuation"),
    ],
)
def test_other_typography_is_the_same_text(change):
    alignment = align([*MENU, *(change(text) for text in (ONE, TWO, THREE, FOUR))], ORIGINAL)
    assert [(pair.block, pair.original) for pair in alignment.pairs] == [(4, 3), (5, 5), (6, 6), (7, 9)]
    assert alignment.kept == 1.0


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param([FOUR, ONE, THREE, TWO], {0: {9}, 1: {3}, 2: {6}, 3: {5}}, id="in another order"),
        pytest.param([ONE, THREE], {0: {3}, 1: {6}}, id="paragraphs left out"),
        pytest.param([f"{ONE} {TWO}", f"{THREE} {FOUR}"], {0: {3, 5}, 1: {6, 9}}, id="paragraphs joined"),
        pytest.param([" ".join(ORIGINAL.values())], {0: {3, 5, 6, 9}}, id="all in one"),
        pytest.param(
            [ONE, *TWO.split(". ", 1), THREE, FOUR],
            {0: {3}, 1: {5}, 2: {5}, 3: {6}, 4: {9}},
            id="a paragraph cut in two",
        ),
        pytest.param(
            [ONE, "Related", OTHER, "Advertisement", TWO, "Sign up", THREE, FOUR],
            {0: {3}, 4: {5}, 6: {6}, 7: {9}},
            id="boxes between them",
        ),
        pytest.param(
            [ONE, TWO.replace("overnight", "for a night"), THREE, FOUR],
            {0: {3}, 1: {5}, 2: {6}, 3: {9}},
            id="a word changed",
        ),
        pytest.param(
            [f"QUAYSIDE (QP) — {ONE}", TWO, THREE, FOUR],
            {0: {3}, 1: {5}, 2: {6}, 3: {9}},
            id="a place put before it",
        ),
        pytest.param([*MENU, OTHER], {}, id="another story"),
        pytest.param([], {}, id="an empty page"),
        pytest.param(["", " ", "\u200b"], {}, id="blocks without words"),
    ],
)
def test_paragraphs_are_found_wherever_they_stand(page, expected):
    assert placed(page) == expected


def test_the_first_paragraph_as_teaser_above_is_not_the_story():
    page = [ONE, "Most read", *MENU, "Lock keeper finds clock", ONE, TWO, THREE, FOUR, "Comments"]
    assert placed(page) == {7: {3}, 8: {5}, 9: {6}, 10: {9}}


def test_a_teaser_repeated_below_is_not_the_story():
    page = ["Lock keeper finds clock", ONE, TWO, THREE, FOUR, *["Another headline"] * 9, ONE]
    assert placed(page) == {1: {3}, 2: {5}, 3: {6}, 4: {9}}


def test_a_short_part_of_the_story_far_from_it_is_not_the_story():
    long = {at: words(60, at) for at in range(20)}
    page = [
        long[0],
        *[f"Headline number {at} of many" for at in range(60)],
        *(long[at] for at in range(1, 20)),
    ]
    assert 0 not in align(page, long).blocks


def test_a_quotation_of_one_sentence_does_not_carry_the_story():
    page = [f"Elsewhere, {OTHER.lower()}", "The harbour master said: “Nobody ever looked for it.”", OTHER]
    alignment = align(page, ORIGINAL)
    assert alignment.kept < 0.1


def test_a_phrase_of_the_trade_makes_no_pair():
    original = {
        0: "The police said in a statement on Friday that the road would stay shut for a week or two."
    }
    page = [
        "The police said in a statement on Friday that nine boats had been found adrift near the old mill."
    ]
    assert align(page, original).kept < 0.5


@pytest.mark.parametrize("left_out", [0, 1, 2, 3])
def test_what_is_kept_is_the_share_of_the_words(left_out):
    texts = {at: words(40, at) for at in range(4)}
    page = [texts[at] for at in range(left_out, 4)]
    assert align(page, texts).kept == pytest.approx((4 - left_out) / 4)


def test_half_a_paragraph_is_half_kept():
    text = words(80)
    alignment = align([" ".join(text.split()[:40])], {0: text})
    assert alignment.kept == pytest.approx(0.5, abs=0.05)
    (pair,) = alignment.pairs
    assert pair.share == pytest.approx(0.5, abs=0.05)


def test_a_paragraph_that_the_original_has_twice_is_found():
    alignment = align([ONE, TWO, ONE], {0: ONE, 1: TWO, 2: ONE})
    assert alignment.kept == 1.0
    assert {0, 1, 2} == {pair.original for pair in alignment.pairs}


def test_an_original_without_words_aligns_with_nothing():
    alignment = align([ONE, TWO], {})
    assert (alignment.pairs, alignment.kept) == ((), 0.0)


@pytest.mark.parametrize(
    ("page", "original"),
    [
        pytest.param(["一九七〇年洪水过后，老海关的大钟失踪了。星期四早上，它和水草一起从下闸浮了上来。"], None, id="Chinese"),
        pytest.param(["세관의 오래된 시계가 목요일 아침 아래 갑문에서 수초와 함께 떠올라 두 시간 동안 문을 막았다."], None, id="Korean"),
        pytest.param(["Часы старой таможни всплыли в четверг утром вместе с водорослями и на два часа остановили ворота."], None, id="Russian"),
        pytest.param(["ظهرت ساعة دار الجمارك القديمة صباح الخميس مع الأعشاب في الهويس السفلي وأوقفت البوابات ساعتين."], None, id="Arabic"),
    ],
)  # fmt: skip
def test_any_script_is_aligned(page, original):
    assert align([*MENU, *page], dict(enumerate(page))).kept == 1.0
    assert align(MENU, dict(enumerate(page))).kept == 0.0


PARAGRAPHS = st.lists(
    st.sampled_from([ONE, TWO, THREE, FOUR, OTHER, *MENU, "", "Photo: nobody"]), max_size=12
)


@given(PARAGRAPHS)
def test_pairs_are_in_the_order_of_the_page_and_lead_to_what_is_there(page):
    alignment = align(page, ORIGINAL)
    assert [pair.block for pair in alignment.pairs] == sorted(pair.block for pair in alignment.pairs)
    assert all(0 <= pair.block < len(page) and pair.original in ORIGINAL for pair in alignment.pairs)
    assert all(0 < pair.share <= 1 for pair in alignment.pairs)
    assert 0 <= alignment.kept <= 1
    there = sum(len(text.split()) for text in ORIGINAL.values() if text in page)
    total = sum(len(text.split()) for text in ORIGINAL.values())
    assert alignment.kept == pytest.approx(there / total, abs=0.02)


@given(PARAGRAPHS)
def test_the_same_comes_out_every_time(page):
    assert align(page, ORIGINAL) == align(list(page), dict(ORIGINAL))


@pytest.mark.parametrize(
    ("page", "original"),
    [
        pytest.param(["la " * 5_000] * 20, dict.fromkeys(range(20), "la " * 5000), id="one word again and again"),
        pytest.param([words(30, at) for at in range(3_000)], {at: words(30, at) for at in range(0, 3_000, 2)}, id="3,000 paragraphs"),
        pytest.param(["Read more"] * 20_000, dict.fromkeys(range(200), "Read more"), id="a label 20,000 times"),
        pytest.param([words(20_000)], {0: words(20_000), 1: words(20_000, 3)}, id="paragraphs of 20,000 words"),
        pytest.param(["a b c d e " * 200] * 100, dict.fromkeys(range(100), "a b c d f " * 200), id="nearly the same, often"),
    ],
)  # fmt: skip
def test_hostile_pages_take_no_longer_than_others(page, original):
    started = time.perf_counter()
    align(page, original)
    assert time.perf_counter() - started < 5
