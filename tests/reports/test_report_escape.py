"""Text of strangers is made safe for the place it is printed, and nothing in it is hidden."""

import time

import pytest

from licheck.reports import escape


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Plain text, 100 %.", "Plain text, 100 %.", id="ordinary text stays"),
        pytest.param("Zoë “Ž” — Öğüt, 李明, Иван", "Zoë “Ž” — Öğüt, 李明, Иван", id="all scripts stay"),
        pytest.param("a\x1b[31mb\x07", r"a\x1b[31mb\x07", id="C0 controls"),
        pytest.param("a\x7fb\x9bc\x85", r"a\x7fb\x9bc\x85", id="DEL and C1"),
        pytest.param("a\nb\rc\td", r"a\nb\rc\td", id="line ends and tabs by their usual names"),
        pytest.param(
            "\u202eabc\u2066d\u200f", r"\u202eabc\u2066d\u200f", id="bidi overrides, isolates, marks"
        ),
        pytest.param("a\u2028b\u2029c", r"a\u2028b\u2029c", id="line and paragraph separators"),
        pytest.param("Jo\u200bhn\ufeff Do\xade\u2060", r"Jo\u200bhn\ufeff Do\xade\u2060", id="zero width"),
        pytest.param("Jo\u200dhn", r"Jo\u200dhn", id="a joiner between Latin letters"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="a joiner in Persian stays"),
        pytest.param(
            "👩\u200d🚀 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3",
            "👩\u200d🚀 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3",
            id="emoji stay",
        ),
        pytest.param("葛\U000e0100城", "葛\U000e0100城", id="a variation selector of a name stays"),
        pytest.param(
            "a\ufe0f\ufe01\U000e0100", "a\ufe0f\\ufe01\\U000e0100", id="a run of variation selectors"
        ),
        pytest.param("م\u200c\u200cخ", r"م\u200c\u200cخ", id="a run of joiners"),
        pytest.param("a\U000e0041\U000e007f", r"a\U000e0041\U000e007f", id="tags"),
        pytest.param("\ud800a\udcff", r"\ud800a\udcff", id="lone surrogates"),
        pytest.param("e" + "\u0301" * 8 + "x", "e" + "\u0301" * 8 + "x", id="eight marks stay"),
        pytest.param("e" + "\u0301" * 50 + "x", "e" + "\u0301" * 8 + "...x", id="more marks are cut"),
        pytest.param("…" * 20, "…" * 20, id="a run of signs is no run of marks"),
    ],
)
def test_for_a_terminal(text: str, shown: str) -> None:
    assert escape.terminal(text) == shown


def test_long_text_is_shortened_in_the_middle_and_says_so() -> None:
    text = "begin" + "-" * 500 + "end"
    short = escape.terminal(text, limit=40)
    assert len(short) == 40
    assert short.startswith("begin---")
    assert " ... " in short
    assert short.endswith("---end")
    assert escape.terminal("exactly forty characters, neither of more", limit=41) == (
        "exactly forty characters, neither of more"
    )


def test_half_a_million_marks_take_no_time() -> None:
    started = time.process_time()
    assert len(escape.terminal("e" + "\u0301" * 500_000)) < 20
    assert escape.terminal("\u202e" * 500_000).count(r"\u202e") == 500_000
    escape.ci("#" * 500_000 + "a" * 500_000)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("::error file=a::b", r":\x3aerror file=a:\x3ab", id="GitHub"),
        pytest.param("  ::error::b", r"  :\x3aerror:\x3ab", id="GitHub, after spaces"),
        pytest.param("no ##[error]x", r"no #\x23[error]x", id="GitHub and Azure, anywhere in the line"),
        pytest.param(
            "no ##vso[task.complete]", r"no #\x23vso[task.complete]", id="Azure, anywhere in the line"
        ),
        pytest.param("###[x ####vso[y", r"##\x23[x ###\x23vso[y", id="more hashes"),
        pytest.param(":::a", r":\x3a:a", id="three colons"),
        pytest.param("##teamcity[x]", r"#\x23teamcity[x]", id="TeamCity"),
        pytest.param("a\r\nb", r"a\r\nb", id="line ends"),
        pytest.param("## [Heading](x) a:b #[c]", "## [Heading](x) a:b #[c]", id="Markdown stays"),
    ],
)
def test_for_a_ci_log(text: str, shown: str) -> None:
    assert escape.ci(text) == shown
    assert escape.ci(shown) == shown


def test_ascii_keeps_words_readable_and_spells_the_rest() -> None:
    assert escape.ascii_only("“Zoë’s” – 1…\xa0李😀") == '"Zo\\xebs" - 1... \\u674e\\U0001f600'.replace(
        "xebs", "xeb's"
    )


def test_json_text_is_well_formed_unicode() -> None:
    assert escape.json_safe("a\ud800b\udcff😀") == "a\ufffdb\ufffd😀"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        *(pytest.param(f"{sign}1+1", f"'{sign}1+1", id=repr(sign)) for sign in "=+-@\t\r\n"),
        pytest.param("1+1=2", "1+1=2", id="ordinary text"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_no_csv_cell_is_a_formula(text: str, cell: str) -> None:
    assert escape.csv_cell(text) == cell


def test_markup_is_text_in_html_and_in_attributes() -> None:
    assert escape.markup("<b a='\"'>&\x1b\u202e") == "&lt;b a=&#x27;&quot;&#x27;&gt;&amp;\\x1b\\u202e"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("site/a b#c?d%é.html", "site/a%20b%23c%3Fd%25%C3%A9.html", id="percent-encoded"),
        pytest.param("a\udcffb", "a%FFb", id="an undecodable byte of a file name"),
        pytest.param("a\ud800b", "a%EF%BF%BDb", id="a lone surrogate that was no byte"),
    ],
)
def test_a_path_becomes_a_uri(path: str, expected: str) -> None:
    assert escape.uri(path) == expected


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param(" \u00a0=1", " \u00a0'=1", id="after white space"),
        pytest.param("a;=1;-2", "a;'=1;'-2", id="after semicolons"),
        pytest.param("a\n  @x", "a\n  '@x", id="after a line end"),
        pytest.param("a, -b; c=d", "a, -b; c=d", id="ordinary punctuation stays"),
    ],
)
def test_no_part_of_a_csv_cell_is_a_formula(text: str, cell: str) -> None:
    assert escape.csv_cell(text) == cell


def test_long_runs_take_linear_time_in_a_cell_and_in_markdown() -> None:
    started = time.process_time()
    for text in (
        "\n" * 300_000,
        ";" * 300_000,
        " " * 300_000,
        ";\n " * 100_000,
        ":a" * 150_000,
        "a1" * 150_000,
    ):
        escape.csv_cell(text)
        escape.markdown(text)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "text",
    ["plain", "`", "``", " ` ", "a`b``c", "`<b>x</b>`", "<!-- x", "a|b", "\\`x\\`", "](x)", "*x*", "  two  "],
)
def test_markdown_code_is_exactly_its_text(text: str) -> None:
    from markdown_it import MarkdownIt

    (inline,) = [token for token in MarkdownIt().parse(f"x {escape.markdown_code(text)} y") if token.children]
    assert [(token.type, token.content) for token in inline.children or []] == [
        ("text", "x "),
        ("code_inline", text),
        ("text", " y"),
    ]
    table = f"|h|\n|-|\n|{escape.markdown_code(text, cell=True)}|\n"
    cells = [token for token in MarkdownIt().enable("table").parse(table) if token.children]
    assert cells[1].content.count("`") >= text.count("`") + 2
    assert [token.content for token in cells[1].children or [] if token.type == "code_inline"] == [text]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("The reporter, Marta Quill, is not named.", None, id="a sentence stays"),
        pytest.param("<b> *x* _y_ [z] !", r"\<b\> \*x\* \_y\_ \[z\] \!", id="markup"),
        pytest.param("ask @all or a@b.example", "ask `@all` or `a@b.example`", id="mentions and addresses"),
        pytest.param(
            "see #12, GH-3, !4 and 0badcafe", "see `#12,` `GH-3,` `!4` and `0badcafe`", id="references"
        ),
        pytest.param("at www.x.example or ftp://y", "at `www.x.example` or `ftp://y`", id="web addresses"),
        pytest.param("- 1. no list", r"\- 1. no list", id="a list"),
        pytest.param("1. no list", r"1\. no list", id="a numbered list"),
        pytest.param("# no heading", "`#` no heading", id="a heading"),
        pytest.param("=== --- :smile: $x$", "\\=== --- `:smile:` `$x$`", id="lines, emoji, mathematics"),
        pytest.param("R&D, 5%, COVID-19, a/b", "`R&D,` 5%, COVID-19, a/b", id="ordinary signs"),
        pytest.param("a\x1b\u202eb", r"a\\x1b\\u202eb", id="what is not seen is shown"),
    ],
)
def test_markdown_is_text(text: str, shown: str | None) -> None:
    assert escape.markdown(text) == (text if shown is None else shown)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("https://harbour.example/republish?a=b#c", True),
        ("http://harbour.example:8080", True),
        ("javascript:alert(1)", False),
        ("https://x.example/\nhttps://y.example", False),
        ('https://x.example/"onclick=', False),
        ("https://x.example/<b>", False),
        ("https://user@x.example/", False),
        ("the notice below each story", False),
    ],
)
def test_what_a_link_may_be_made_of(text: str, plain: bool) -> None:
    assert escape.web_address(text) is plain
