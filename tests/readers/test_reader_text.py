"""Plain text: paragraphs whether lines are wrapped or not, addresses, and the way back to line and column."""

import textwrap
import time

import pytest

from licheck.model.page import BlockKind, Encoding
from licheck.readers.text import addresses, read, recognises

STORY = (
    "The council of River Town voted on Monday to close its oldest library after a winter that left pipes "
    "burst and money short. Residents said that they would fight the decision in court, and two of them "
    "have hired a lawyer.",
    "“We are not done,” said Ana Pérez, who runs the reading room. “The building is a hundred years old, "
    "and it belongs to all of us.” She has worked there since 1998, when it was opened again after a fire.",
    "The vote was five to four.",
    "Mayor Tom Ashby did not answer a request for comment; his office said in a note that the city has to "
    "save two million a year, and that books can be read elsewhere.",
)
TITLE = "River Town votes to close its library"
CREDITS = ("By Jane Doe", "Harbour News Service", "May 3, 2024")
ORIGIN = "This story was first published by Harbour News Service. Read it at https://harbour.example/library."


def page_of(text):
    return read("story.txt", text.encode())


def texts(text):
    return [block.text for block in page_of(text).blocks]


def wrapped(width, *paragraphs, between="\n\n", **options):
    return between.join(textwrap.fill(paragraph, width, **options) for paragraph in paragraphs)


@pytest.mark.parametrize("width", [56, 60, 65, 72, 78, 80])
def test_hard_wrapped_lines_are_one_paragraph(width):
    assert texts(wrapped(width, *STORY)) == [*STORY]


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize(
    "head",
    [
        pytest.param((TITLE, *CREDITS), id="headline and credits"),
        pytest.param(CREDITS, id="credits"),
        pytest.param(("By Jane Doe",), id="a byline"),
        pytest.param(("by jane doe",), id="a byline in small letters"),
        pytest.param((f"{TITLE}, and why it matters", "By Jane Doe"), id="a longer headline"),
        pytest.param(("Von Jörg Weiß", "Ann Lee"), id="two names"),
    ],
)
def test_short_lines_right_above_a_wrapped_story_stand_by_themselves(width, head):
    assert texts("\n".join(head) + "\n" + wrapped(width, *STORY)) == [*head, *STORY]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_a_byline_stands_by_itself_under_a_headline_as_wide_as_the_text(width):
    headline = (TITLE + " this spring, and readers are angry about it all the same")[: width - 1].rstrip()
    assert texts(f"{headline}\nBy Jane Doe\n{wrapped(width, *STORY)}")[:2] == [headline, "By Jane Doe"]


def test_credits_below_a_wrapped_story_stand_line_by_line():
    below = ("Jane Doe is a reporter.", "Harbour News Service", "Republished with permission.")
    assert texts(wrapped(72, *STORY) + "\n\n" + "\n".join(below)) == [*STORY, *below]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \t \n", "\n\u00a0\n", "\n\u200b\n"])
def test_where_each_line_is_a_paragraph_none_are_joined(between):
    lines = (TITLE, *CREDITS, *STORY, ORIGIN)
    assert texts(between.join(lines)) == [*lines]


def test_sentences_of_one_length_each_on_its_line_are_not_taken_for_wrapped():
    lines = [
        "The council of River Town voted on Monday to close its library.",
        "Residents said that they would fight the decision in the court.",
        "“We are not done,” said Ana Pérez, who runs the reading room.",
        "The building is a hundred years old, and it was never restored.",
        "Mayor Tom Ashby did not answer several requests for a comment.",
    ]
    assert texts("\n".join(lines)) == lines


def test_wrapped_paragraphs_without_blank_lines_are_told_apart_by_their_short_last_lines():
    assert texts(wrapped(72, *STORY, between="\n")) == [*STORY]


def test_wrapped_paragraphs_that_begin_with_an_indentation_are_told_apart_by_it():
    assert texts(wrapped(72, *STORY, between="\n", initial_indent="    ")) == [*STORY]


def test_an_indented_line_begins_a_paragraph_even_below_a_full_one():
    full = (
        "    The council of River Town voted on Monday to close its library, and\n"
        "the residents said that they would fight the decision in court again.\n"
        "    The vote was five to four, and the mayor did not answer when he was\n"
        "asked for a comment on it.\n"
    )
    assert [text[:8] for text in texts(full)] == ["The coun", "The vote"]


def test_a_long_headline_alone_does_not_make_a_file_wrapped():
    lines = [f"{TITLE}, the oldest in the whole county", "By Jane Doe"]
    assert texts("\n".join(lines) + "\n\nThe vote was close.\n") == [*lines, "The vote was close."]


def test_headlines_of_many_lengths_are_not_taken_for_wrapped_lines():
    words = STORY[0].replace(".", "").split()
    lines = [" ".join(words[start : start + 8 + start % 7]).capitalize() for start in range(24)]
    assert texts("\n".join(lines)) == lines


def test_an_indented_text_is_wrapped_all_the_same():
    assert texts(wrapped(72, *STORY, initial_indent="    ", subsequent_indent="    ")) == [*STORY]


def test_items_of_a_list_are_paragraphs_of_their_own_and_may_be_wrapped():
    items = [f"- {STORY[0]}", "- The vote was close", "* So was the weather", "12. Twelve", "3) Three"]
    lines = wrapped(72, items[0], subsequent_indent="  ") + "\n" + "\n".join(items[1:])
    assert texts(wrapped(72, *STORY) + "\n\n" + lines) == [*STORY, *items]


def test_an_item_below_a_full_line_is_not_joined_to_it():
    items = [
        "- The council of River Town voted on Monday to close its old library",
        "- residents said that they would fight the decision in court, all of",
    ]
    assert texts("\n".join([*items, "  them"]) + "\n\n" + wrapped(68, *STORY))[:2] == [
        items[0],
        items[1] + " them",
    ]


def test_rulers_are_not_joined_to_text():
    ruler = "-" * 72
    assert texts(f"{ruler}\n{wrapped(72, STORY[0])}\n{ruler}\n{CREDITS[0]}") == [
        ruler,
        STORY[0],
        ruler,
        CREDITS[0],
    ]


def test_lines_that_were_wrapped_by_hand_go_on_where_the_sentence_does():
    by_hand = STORY[0].replace("oldest library after", "oldest\nlibrary after")
    text = (
        wrapped(72, *STORY[1:])
        + "\n\n"
        + by_hand[: by_hand.find("\n")]
        + "\n"
        + by_hand[by_hand.find("\n") + 1 :]
    )
    assert STORY[0] in texts(text)


def test_a_byline_over_two_lines_of_names_is_not_torn_from_the_first_when_it_is_wrapped():
    byline = "By Jane Doe, Ann Lee, Tom Ashby, Ana Pérez, Jörg Weiß, Käthe Müller and Hélène Dupré"
    assert texts(wrapped(60, byline, *STORY)) == [byline, *STORY]


def test_japanese_wrapped_without_spaces_is_joined_without_spaces():
    sentence = "市議会は月曜日、図書館の閉鎖について採決を行った。住民は反対している。" * 5
    lines = textwrap.wrap(sentence, 36)
    assert texts("\n".join(["図書館閉鎖へ", "文/田中花子", *lines])) == [
        "図書館閉鎖へ",
        "文/田中花子",
        sentence,
    ]


def test_white_space_is_collapsed_and_no_block_is_empty():
    assert texts("  By\t\tJane \u00a0 Doe  \n\n\u2003\n\u200b\n \x1f \n.") == ["By Jane Doe", "."]


def test_every_block_is_a_paragraph_in_one_container_and_no_image_can_stand_there():
    page = page_of("# Not a heading\n\nText ![x](y.png)")
    assert {block.kind for block in page.blocks} == {BlockKind.PARAGRAPH}
    assert [(box.tag, box.parent, box.first, box.last) for box in page.containers] == [("body", -1, 0, 2)]
    assert (page.format, page.images, page.can_show_images) == ("text", (), False)
    assert page.encoding == Encoding("utf-8", "utf-8")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("See https://a.example/b.", ["https://a.example/b"], id="end of a sentence"),
        pytest.param("See <https://a.example/b>, please", ["https://a.example/b"], id="angle brackets"),
        pytest.param("(https://a.example/b)", ["https://a.example/b"], id="parentheses"),
        pytest.param("https://a.example/b_(c)", ["https://a.example/b_(c)"], id="parentheses within"),
        pytest.param("(see https://a.example/b_(c))", ["https://a.example/b_(c)"], id="both"),
        pytest.param("“https://a.example”", ["https://a.example"], id="quotes"),
        pytest.param("*https://a.example/*", ["https://a.example/"], id="emphasis"),
        pytest.param(
            "http://a.example?x=1&y=2, www.b.example!",
            ["http://a.example?x=1&y=2", "www.b.example"],
            id="two",
        ),
        pytest.param("HTTPS://A.EXAMPLE", ["HTTPS://A.EXAMPLE"], id="capitals"),
        pytest.param("https://münchen.example/ä", ["https://münchen.example/ä"], id="letters of any script"),
        pytest.param("https:// and www. and awww.b", [], id="no address"),
        pytest.param("https://...", [], id="only dots"),
    ],
)
def test_addresses_are_found_without_the_punctuation_around_them(text, found):
    assert [text[start:end] for start, end in addresses(text)] == found


def test_addresses_are_links_with_their_place_in_the_block_and_in_the_file():
    page = page_of(
        "By Jane\n\nRead https://a.example/b,\n or  www.b.example, or https://a.example/b again. https://a.example/b"
    )
    found = [
        (link.href, link.block, page.blocks[link.block].text[link.start : link.end]) for link in page.links
    ]
    places = [page.position(link.offset) for link in page.links]
    assert found == [
        ("https://a.example/b", 1, "https://a.example/b"),
        ("http://www.b.example", 2, "www.b.example"),
        ("https://a.example/b", 2, "https://a.example/b"),
        ("https://a.example/b", 2, "https://a.example/b"),
    ]
    assert places == [(3, 6), (4, 6), (4, 24), (4, 51)]


@pytest.mark.parametrize("width", [60, 72])
def test_every_word_of_a_joined_paragraph_is_found_at_its_line_and_column(width):
    text = "\n\n" + TITLE + "\nBy  Jane\tDoe\n" + wrapped(width, *STORY, initial_indent="  ")
    page = page_of(text.replace("\n", "\r\n"))
    words = 0
    for block in page.blocks:
        at = 0
        for word in block.text.split():
            at = block.text.index(word, at)
            line, column = page.locate(block, at)
            assert text.split("\n")[line - 1][column - 1 :].startswith(word)
            at, words = at + len(word), words + 1
    assert words == len(text.split())


def test_letters_of_lines_joined_without_a_space_are_found():
    page = page_of("市議会は月曜日、図書館の閉鎖について採決を行った。住民は\n反対している。" * 3)
    block = page.blocks[0]
    for at, letter in enumerate(block.text):
        assert page.source[page.locator(page, block, at)] == letter


@pytest.mark.parametrize(
    ("head", "is_text"),
    [
        pytest.param(b"By Jane Doe", True, id="words"),
        pytest.param(b"1 < 2", True, id="a less-than sign"),
        pytest.param(b"<3 books", True, id="a heart"),
        pytest.param(b"--- 8< ---", True, id="a line to cut along"),
        pytest.param(b"\n <p>By", False, id="a tag"),
        pytest.param(b"<!-- x", False, id="a comment"),
        pytest.param(b"---\r\ntitle: x", False, id="front matter"),
    ],
)
def test_what_begins_with_markup_is_no_plain_text(head, is_text):
    assert recognises(head) is is_text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a\n" * 400_000, id="400,000 lines"),
        pytest.param("a" * 5_000_000, id="one word"),
        pytest.param("ab " * 1_600_000, id="one line"),
        pytest.param(("abc " * 17 + "\n") * 70_000, id="one wrapped paragraph"),
        pytest.param("https://a.example/" + ")" * 1_000_000, id="parentheses that close nothing"),
        pytest.param("https://a.example/b " * 100_000, id="addresses in one line"),
        pytest.param("www." * 1_000_000, id="addresses without end"),
        pytest.param("図" * 1_000_000, id="one line of Chinese"),
        pytest.param((" " * 1000 + "\n") * 5_000, id="white space and a word"),
    ],
)
def test_long_and_odd_texts_are_read_in_time(text):
    started = time.process_time()
    assert page_of(text + "\n\nBy Jane Doe").blocks[-1].text == "By Jane Doe"
    assert time.process_time() - started < 5
