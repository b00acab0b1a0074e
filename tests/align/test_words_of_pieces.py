"""Words are cut piece by piece, each remembered from one text to the next: they are those of the text cut at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.align.language import vocabulary
from licheck.align.side import Side
from licheck.align.style import _Memory, style
from licheck.model.page import Block, BlockKind, Page

_PIECES = st.sampled_from(
    [
        *("the", "Mayor", "mayor’s", "“No,”", "(here)", "per", "cent", "percent", "%", "twenty", "one", "twenty-one", "United"),
        *("States", "U.S.", "U.", "S.", "A.", "B.C.", "a.m.", "colour", "organised", "10", "000", "10,000", "$4.5", "1", "st"),
        *("1st", "–5", "-", "—", "Zoë", "ﬁsh", "re\u00adelect", "U.\u00a0S.", "10\u00a0000", "x\u200by", "①.\u00a0②.", "", ".", "中文"),
        *("miles", "per", "hour", "'90s", "1990s", "e\u0301", "_", "a_b", "ͺ.a.", "½", "\u0301", "3.5,", "7:30"),
    ]
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "xx"])
@given(pieces=st.lists(_PIECES, max_size=12))
def test_the_words_of_pieces_are_those_of_the_text(language, pieces):
    text = " ".join(pieces)
    made = style(vocabulary(language))
    whole = made._all_words(text, 3, _Memory(made.language))
    assert made.words(text, 3) == whole
    assert made.words(text, 3) == whole  # remembered now


@given(text=st.text(max_size=60))
def test_so_are_those_of_any_text(text):
    made = style(vocabulary("en"))
    assert made.words(text, 0) == made._all_words(text, 0, _Memory(made.language))


def _side(*texts):
    blocks = tuple(Block(text, BlockKind.PARAGRAPH, 0, 0) for text in texts)
    return Side(Page("story.txt", "text", "", blocks), range(len(blocks)), vocabulary("en"))


@given(st.lists(st.lists(_PIECES, max_size=8), min_size=1, max_size=4))
def test_a_name_that_is_asked_for_is_found_where_all_names_hold_it(paragraphs):
    texts = [" ".join(pieces) for pieces in paragraphs]
    asked, collected = _side(*texts), _side(*texts)
    keys = {word.key for word in asked.all_words(asked.blocks)} | {"mayor", "us", "nobody"}
    assert {key for key in keys if any(asked._names_asked(key)) and asked._style.is_only_itself(key)} == {
        key for key in keys if key in collected._all_names and asked._style.is_only_itself(key)
    }


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        pytest.param("He came. She left.", {0, 2}, id="two sentences"),
        pytest.param("It cost 3.5 million. Nobody paid.", {0, 4}, id="a full stop in a number"),
        pytest.param("The U.S. Senate met.", {0}, id="full stops in an abbreviation"),
        pytest.param("“Why?” he asked. “So.”", {0, 3}, id="a question that is quoted within a sentence"),
        pytest.param("Dr. Finch met J. Doe.", {0}, id="a title and an initial"),
        pytest.param("...", set(), id="no words"),
        pytest.param("… And so on!", {0}, id="signs before the first word"),
    ],
)
def test_sentences_begin_behind_the_signs_that_end_one(text, starts):
    assert _side(text).starts(0) == starts
