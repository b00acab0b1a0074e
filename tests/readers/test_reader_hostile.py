"""Markdown that is built to take forever is read in time or refused in a sentence; nothing else is raised.

The ceilings are a few times what these take on a slow machine, in seconds of a processor, which others on the machine
change little: work that grows with the square of the text would go past them.
"""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from licheck.errors import FormatError
from licheck.readers import read
from licheck.readers.markdown import read as read_markdown
from licheck.readers.markdown_cost import seconds
from licheck.readers.text import read as read_plain

CEILING = 3  # seconds of a processor
SIZE = 20_000  # characters
PROSE = (
    "The council of River Town voted on *Monday* to close its oldest library, after a winter that left "
    "pipes burst and [money](https://harbour.example/money) short; residents said they would fight it. "
)


def timed(text, name="story.md", ceiling=CEILING):
    started = time.process_time()
    try:
        page = read(name, text.encode())
    finally:
        assert time.process_time() - started < ceiling
    return page


def repeated(piece, size=SIZE):
    return piece * (size // len(piece))


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "[]", "[a](", "![", "![[]()", "[a](<b", '[x](u "', "[a\n", "[a]: u\n", '\n[a]: u "\n'),
        *("*a ", "a**b", "_a*", "*a_ ", "~~a", "`", "`a` ", "&", "&amp;", "\\", "\\*", "\t", " "),
        *("<", "<a ", "<!-- ", "<!A ", "<?", "a <![CDATA[", "<b>", "<div>\n", "<style>\n"),
        *("a\n", "a\n\n", "a  \n", "a\\\n", "- a\n", "* a\n\n", "# a\n"),
        *("> a\n\n", "    a\n", "```\n", "*** "),
        *("{{", "{{<", "{%", "{{a}}", "<AaBb ", "{% comment %}", 'import a from "'),
    ],
)  # fmt: skip
def test_any_mark_repeated_is_read_in_time_and_what_follows_it_is_not_lost(piece):
    page = timed(repeated(piece) + "\n\nBy Jane Doe\n")
    everything = " ".join(block.text for block in (*page.blocks, *page.hidden))
    swallowed = ("<!-- ", "<style>\n", "<!A ", "<?", "```\n")  # as in a browser: what is never closed goes on
    assert "By Jane Doe" in everything or piece in swallowed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 500 + "a" + "](u)" * 500, id="links in links"),
        pytest.param("![" * 500 + "a" + "](u)" * 500, id="pictures in pictures"),
        pytest.param("*a" * 5_000 + "a*" * 5_000, id="emphasis in emphasis"),
        pytest.param("".join("e" + "`" * ticks for ticks in range(300)), id="ticks of every length"),
        pytest.param("|a" * 3_000 + "\n" + "|-" * 3_000 + "\n" + "|b" * 3_000, id="a wide table"),
        pytest.param("|a" * 100 + "\n" + "|-" * 100 + "\n" + "x\n" * 10_000, id="a table with empty cells"),
        pytest.param("a|b\n-|-\n" + "c|d\n" * 10_000, id="a long table"),
        pytest.param("".join(f"[{number}]: /u\n" for number in range(5_000)), id="references"),
        pytest.param(
            "\n".join(">" * (number % 90) + " a" for number in range(1_000)), id="quotes of every depth"
        ),
        pytest.param(
            "\n".join("  " * (number % 45) + "- a" for number in range(3_000)), id="lists of every depth"
        ),
        pytest.param("a" + "\u0301" * 50_000, id="accents"),
        pytest.param("---\na: " + "[" * 60_000 + "\n---\nBy Jane Doe", id="front matter of brackets"),
    ],
)
def test_nested_and_crossed_marks_are_read_in_time(text):
    assert timed(text, ceiling=8).source == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(">" * 200 + " a", id="quotes in one line"),
        pytest.param("- " * 200 + "a", id="lists in one line"),
        pytest.param("> - " * 60 + "a", id="both in one line"),
        pytest.param("\n".join("  " * depth + "- a" for depth in range(200)), id="lists line by line"),
    ],
)
def test_what_is_nested_deeper_than_the_parser_reads_is_refused_and_not_lost(text):
    with pytest.raises(FormatError, match="its lists and quotes are nested more than 100 deep"):
        timed(text + "\n\nBy Jane Doe")


def test_what_is_nested_within_reason_is_read():
    page = timed("> " * 40 + "By Jane Doe\n\n" + "".join("  " * depth + "- item\n" for depth in range(40)))
    assert page.blocks[0].text == "By Jane Doe"
    assert [block.text for block in page.blocks[1:]] == ["item"] * 40


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 1_000_000, id="a million brackets"),
        pytest.param("a\n" * 1_000_000, id="a million lines"),
        pytest.param("> " * 90 + "a\n" + "b\n" * 50_000, id="lines that carry on ninety quotes"),
        pytest.param("- " * 45 + " " * 2_000_000 + "a", id="what could be a ruler in 45 lists"),
        pytest.param("- " * 45 + "-" * 400_000 + "a", id="what could be a long ruler"),
    ],
)
def test_what_would_take_too_long_is_refused_at_once(text):
    started = time.perf_counter()
    with pytest.raises(
        FormatError, match="cannot be read as Markdown: its marks would take too long to read"
    ):
        read_markdown("story.md", text.encode())
    assert time.perf_counter() - started < 5


def test_references_that_repeat_a_long_address_thousands_of_times_are_refused():
    with pytest.raises(FormatError, match="its links repeat long addresses"):
        timed("[a]: /" + "u" * 20_000 + "\n\n" + "[a] " * 2_000)


def test_five_megabytes_of_prose_are_no_reason_to_refuse():
    paragraph = PROSE * 3 + "\n\n"
    text = "# River Town\n\n" + paragraph * (5_000_000 // len(paragraph))
    assert seconds(text) < 4
    page = timed(text, ceiling=20)
    assert len(page.blocks) == 1 + 5_000_000 // len(paragraph)
    assert page.locate(page.blocks[-1]) == (text.count("\n") - 1, 1)


def test_the_estimate_grows_with_marks_lines_and_nesting():
    words = "word " * 1_000
    assert 0 < seconds(words) < seconds(words.replace("word", "*word*")) < seconds("*word*\n" * 1_000)
    assert seconds("> " * 30 + "a\n" + "b\n" * 100) > 5 * seconds("> a\n" + "b\n" * 100)
    assert seconds("- - - " + " " * 1_000_000 + "a") > 100 * seconds("a" + " " * 1_000_000 + "a")


FORMATS = st.sampled_from(["a.html", "a.md", "a.mdx", "a.txt", "a"])
SNIPPETS = st.sampled_from(
    [
        *(b"---\n", b"+++\n", b"{\n", b"}\n", b"title: x\n", b"<p>", b"</p>", b"<!--", b"-->", b"&#0;"),
        *(b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\r", b"\n\n", b"\xe4", b"\xc3\xa4", b"\x1b$B"),
        *(b"\0", b"\xe2\x80\x8b", b"\xc2\xa0", b"\xef\xb7\x90", b"\xed\xa0\x80",),
        *(b"<meta charset=koi8-r>", b"<?xml encoding='gbk'?>"),
        *(b"# ", b"**", b"[a](b)", b"By Jane ", b"https://a.example ", b"{{", b"}}", b"- ", b"> ", b"    "),
    ]
)  # fmt: skip


@given(FORMATS, st.one_of(st.binary(max_size=300), st.lists(SNIPPETS, max_size=30).map(b"".join)))
@example("a.md", b"\xef\xb7\x90")
@example("a.txt", "文\n字".encode())
def test_whatever_bytes_come_a_page_or_a_format_error_comes_back(path, data):
    try:
        page = read(path, data)
    except FormatError as error:
        assert str(error)
        return
    page.source.encode()  # no halves of pairs
    assert "\r" not in page.source
    assert "\0" not in page.source
    for block in (*page.blocks, *page.hidden):
        assert block.text.strip()
        assert 0 <= block.offset <= len(page.source)
        for index in {0, len(block.text) - 1}:
            assert 0 <= page.locator(page, block, index) <= len(page.source)
        assert 0 <= block.container < len(page.containers)
    for found in (*page.links, *page.images, *page.metadata, *page.scripts):
        assert 0 <= found.offset <= len(page.source)
    for link in page.links:
        assert link.block < len(page.blocks)


@given(st.text(max_size=300))
def test_plain_text_loses_no_letter(text):
    page = read_plain("story.txt", text.encode())
    seen = "".join(block.text for block in page.blocks)
    kept = [sign for sign in page.source if not sign.isspace()]
    lost = [sign for sign in kept if sign not in seen]
    assert set(lost) <= {*"\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"}
    assert [block.offset for block in page.blocks] == sorted(block.offset for block in page.blocks)
    for block in page.blocks:
        assert page.source[page.locator(page, block, 0)] == block.text[0]
