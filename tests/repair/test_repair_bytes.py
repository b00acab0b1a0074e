"""Edits of the text reach the bytes of the file: encoding, mark, line ends and broken bytes stay as they are."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mending import mended, only_added, rules_in, states

from licheck.model.page import Encoding, Page
from licheck.readers.decode import decode
from licheck.repair import Edit
from licheck.repair._splice import spliced

RULES = rules_in("""\
id: lantern
publisher: {name: Lantern Wire, domains: [lantern.example]}
sources: [{address: https://lantern.example/republish, read: 2026-11-22, seen: full}]
requirements:
  - byline: {what: The writer is named.}
  - credit_line:
      what: The wire is named.
      place: bottom
      wording: {en: ["This story first appeared in {publisher}."]}
""")
STORY = """\
The ferry to Ostre will run through the winter, the harbour board said on Friday, though only on days without ice.

For nine years it stayed in its berth from November to March, and whoever had to cross walked to the bridge at Pell.

“Nobody asked for more than a timetable,” said Runa Vik, who teaches on the island and lives in the town — or did.
"""
PARAGRAPHS = STORY.strip().split("\n\n")
HTML = (
    '<!doctype html>\n<html lang="en">\n<head>{head}<title>Ferry runs through the winter</title></head>\n<body>\n<article>\n'
    "  <h1>Ferry runs through the winter</h1>\n"
    + "".join(f"  <p>{text}</p>\n" for text in PARAGRAPHS)
    + "</article>\n</body>\n</html>\n"
)
MARKDOWN = (
    "---\ntitle: Ferry runs through the winter\nlang: en\n---\n\n# Ferry runs through the winter\n\n" + STORY
)
AUTHOR = "Zoë Ødegård"

META = '<meta charset="{}">'
FORMS = [
    pytest.param("a.html", HTML, "utf-8", "", "\n", id="plain"),
    pytest.param("a.html", HTML, "utf-8", "", "\r\n", id="crlf"),
    pytest.param("a.html", HTML, "utf-8", "", "\r", id="cr"),
    pytest.param("a.html", HTML, "utf-8-sig", "", "\r\n", id="mark and crlf"),
    pytest.param("a.html", HTML, "cp1252", "windows-1252", "\r\n", id="windows-1252"),
    pytest.param("a.html", HTML, "cp1252", "iso-8859-1", "\n", id="named latin-1"),
    pytest.param("a.html", HTML, "utf-16", "", "\r\n", id="utf-16 with mark"),
    pytest.param("a.md", MARKDOWN, "utf-8", "", "\n", id="markdown"),
    pytest.param("a.md", MARKDOWN, "utf-8-sig", "", "\r\n", id="markdown, mark and crlf"),
]


@pytest.mark.parametrize(("name", "text", "codec", "charset", "line_end"), FORMS)
def test_a_file_keeps_its_encoding_mark_and_line_ends(name, text, codec, charset, line_end):
    text = text.replace("{head}", META.format(charset) if charset else "").replace("\n", line_end)
    data = text.encode(codec)
    done = mended(name, data, RULES, authors=[AUTHOR], chosen_by="you")
    assert states(done) == {"byline": "MENDED", "credit_line": "MENDED"}
    after = done.data.decode(codec)
    assert f"By {AUTHOR}" in after and "This story first appeared in Lantern Wire." in after
    assert only_added(text.encode(), after.encode())
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE):
        assert done.data.startswith(mark) == data.startswith(mark)
    rest = after.replace(line_end, "")
    assert "\r" not in rest and "\n" not in rest
    assert after.endswith(line_end)


def test_what_the_encoding_lacks_is_written_as_a_reference():
    data = HTML.replace("{head}", META.format("windows-1252")).encode("cp1252")
    done = mended("a.html", data, RULES, authors=["Maciej Żółw"], chosen_by="you")
    assert "By Maciej &#379;ó&#322;w" in done.data.decode("cp1252")
    assert states(done)["byline"] == "MENDED"


def test_bytes_without_a_meaning_stay():
    data = HTML.replace("{head}", "").encode().replace(b"nine years", b"nine\xff\xc3 years")
    done = mended("a.html", data, RULES, authors=[AUTHOR], chosen_by="you")
    assert states(done)["credit_line"] == "MENDED"
    assert b"nine\xff\xc3 years" in done.data
    assert only_added(data, done.data)


def test_a_file_without_a_last_line_end_gets_none():
    for name, text in (("a.html", HTML.replace("{head}", "")), ("a.md", MARKDOWN)):
        data = text.rstrip("\n").encode()
        done = mended(name, data, RULES, authors=[AUTHOR], chosen_by="you")
        assert "MENDED" in states(done).values()
        assert not done.data.endswith(b"\n")


def without(data: bytes, mark: str) -> bytes:
    """The bytes without a mark that stands in them once, in whatever encoding."""
    forms = [mark.encode(codec) for codec in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be", "utf-8")]
    form = next(form for form in forms if form in data)
    return data.replace(form, b"", 1)


SIGNS = st.sampled_from(["a", "é", "€", "\U0001f30a", "\n", "\r\n", "\r", "<", " ", "\0"])
CODECS = st.sampled_from(
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("cp1252", "windows-1252"), ("gb18030", "gb18030")]
)


@given(st.lists(SIGNS, min_size=1, max_size=40), CODECS, st.data())
def test_taking_the_edits_out_again_gives_the_bytes_back(signs, codec, data):
    raw = "".join(signs).encode(codec[0], "ignore")
    text, encoding = decode(raw, codec[1])
    page = Page("x", "html", text, (), encoding=encoding)
    at = data.draw(st.integers(0, len(text)))
    after = spliced(raw, page, (Edit(at, at, "|MARK|"),))
    assert without(after, "|MARK|") == raw


@given(st.binary(min_size=1, max_size=60), st.data())
def test_any_bytes_at_all_can_be_spliced_or_are_refused(raw, data):
    from licheck.repair import Unmendable

    text, encoding = decode(raw)
    at = data.draw(st.integers(0, len(text)))
    try:
        after = spliced(raw, Page("x", "html", text, (), encoding=encoding), (Edit(at, at, "{=}"),))
    except Unmendable:
        return
    assert without(after, "{=}") == raw


def test_an_encoding_that_cannot_be_written_is_refused():
    from licheck.repair import Unmendable

    page = Page("x", "html", "a", (), encoding=Encoding("iso-2022-jp", "declared"))
    with pytest.raises(Unmendable, match="encoding"):
        spliced(b"\x1b$B\x1b(Ba", page, (Edit(0, 0, "b"),))
