"""Every format that a story comes in is read into the same page: whole, cut, empty, mislabelled, huge, hostile."""

import json
import time

import pytest
from every_story import read_all
from hypothesis import example, given
from hypothesis import strategies as st
from story_files import (
    ATOM,
    BODY,
    FILES,
    RSS,
    RSS_END,
    SEEN,
    WXR,
    article,
    entry,
    item,
    mhtml,
    misplaced,
    ninjs,
    php,
    post,
    xhtml,
)

from licheck.errors import FormatError
from licheck.model.page import BlockKind
from licheck.readers import opened, read
from licheck.readers.second import read_again

CEILING = 5  # seconds of a processor: four times what the longest takes here
ALL = [pytest.param(*file, id=name) for name, file in FILES.items()]
STORIES = [case for case in ALL if case.values[2] not in ("mhtml", "html")]


@pytest.mark.parametrize(("path", "data", "format", "seen"), ALL)
def test_the_title_and_then_the_text_are_seen_and_nothing_else(path, data, format, seen):
    page = read(path, data)
    assert (page.format, page.path) == (format, path)
    assert [block.text for block in page.blocks] == seen
    assert [block.kind for block in page.blocks] == [BlockKind.HEADING] + [BlockKind.PARAGRAPH] * 3
    assert page.hidden == ()


@pytest.mark.parametrize(("path", "data", "format", "seen"), ALL)
def test_every_word_has_its_line_and_column_in_the_file(path, data, format, seen):
    page = read(path, data)
    assert misplaced(page) == []
    if "base64" not in " ".join(page.notes):
        assert page.source == data.decode().replace("\r\n", "\n")
    for link in page.links:
        assert page.source[link.offset :].startswith(("<a href=", "&lt;a href="))


@pytest.mark.parametrize(("path", "data", "format", "seen"), STORIES)
def test_a_story_comes_without_the_page_around_it(path, data, format, seen):
    page = read(path, data)
    assert (page.has_head, page.can_show_images) == (False, False)
    assert [meta.value for meta in page.values("title")] == [seen[0]]
    assert "Kvernes Post" in [meta.value for meta in page.values("site")] or data[:1] in b"[{"


@pytest.mark.parametrize(
    ("path", "data", "format", "seen"), [case for case in STORIES if case.id != "RSS, escaped"]
)
def test_a_field_for_the_author_is_metadata_and_says_where_it_stands(path, data, format, seen):
    page = read(path, data)
    (author,) = page.values("author")
    assert author.value == "Ínga Sørli"
    assert any(word in author.where for word in ("byline", " by", "dc:creator", "author"))
    assert page.source[author.offset :].startswith(("Ínga", "\\u00cdnga", "<![CDATA[Ínga"))


@pytest.mark.parametrize(("path", "data", "format", "seen"), ALL)
def test_a_second_parser_reads_the_same(path, data, format, seen):
    first = read(path, data)
    second = read_again(first)
    for name in ("path", "format", "source", "blocks", "links", "notes", "has_head", "can_show_images"):
        assert getattr(second, name) == getattr(first, name), name
    assert misplaced(second) == []
    assert second.metadata == first.metadata


@pytest.mark.parametrize(("path", "data", "format", "seen"), ALL)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_story_that_is_cut_off_is_refused_or_said_to_be_cut(path, data, format, seen, share):
    cut = data[: int(len(data) * share)]
    try:
        page = read(path, cut)
    except FormatError as error:
        assert "cut off" in str(error) or "no" in str(error)
        return
    told = "cut off" in " ".join(page.notes)
    assert (
        told or format == "html" or share == 0.02
    )  # browsers show what there is of HTML; two bytes are no format


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        pytest.param("a.json", b"[]", "empty list", id="no posts"),
        pytest.param("a.json", b"{}", "no story that licheck knows", id="an empty object"),
        pytest.param("a.json", b"3", "no story that licheck knows", id="a number"),
        pytest.param("a.json", b'{"name": "x"}', "no story that licheck knows", id="other JSON"),
        pytest.param("a.json", php([post(body="")]).encode(), "content.rendered is empty", id="a post without text"),
        pytest.param(
            "a.json",
            php([post(body="", content={"rendered": "", "protected": True})]).encode(),
            "behind a password",
            id="a protected post",
        ),
        pytest.param(
            "a.json",
            b'{"code":"rest_post_invalid_id","message":"Invalid post ID.","data":{"status":404}}',
            "answer that it gives none: Invalid post ID.",
            id="WordPress refuses",
        ),
        pytest.param("a.json", json.dumps(ninjs(body_text="")).encode(), "without a body", id="ninjs without text"),
        pytest.param("a.json", json.dumps(ninjs() | {"type": "picture"}).encode(), "type picture", id="a picture"),
        pytest.param("a.json", json.dumps(article(articleBody="")).encode(), "does not hold its text", id="no articleBody"),
        pytest.param("a.xml", (RSS + RSS_END).encode(), "without a story", id="an empty feed"),
        pytest.param("a.xml", (RSS + item(body="") + RSS_END).encode(), "has no text in this feed", id="an empty item"),
        pytest.param("a.xml", (ATOM + "</feed>").encode(), "without a story", id="an empty Atom feed"),
        pytest.param("a.xml", (WXR + RSS_END).encode(), "without a post or a page", id="an empty export"),
        pytest.param("a.xml", b"<?xml version='1.0'?><nitf/>", "its outermost element is nitf", id="other XML"),
        pytest.param("a.xml", b"words", "is no well-formed XML", id="no XML"),
        pytest.param("a.mhtml", mhtml().replace(b"text/html", b"text/plain"), "holds no HTML page", id="no page in it"),
        pytest.param("a.mhtml", mhtml().replace(b"\n------Bo", b"\n--Bo"), "without parts", id="no parts"),
    ],
)  # fmt: skip
def test_a_file_without_a_story_is_refused_in_a_sentence(name, data, says):
    with pytest.raises(FormatError, match=says):
        read_all(name, data)


@pytest.mark.parametrize("suffix", [".json", ".xml", ".rss", ".atom", ".jsonld", ".mhtml", ".xhtml"])
@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(suffix, data):
    with pytest.raises(FormatError, match="is empty"):
        read(f"story{suffix}", data)


@pytest.mark.parametrize(("path", "data", "format", "seen"), [case for case in ALL if case.id != "XHTML"])
@pytest.mark.parametrize("name", ["story", "-", "story.docx", "story.html", "story.txt", "story.md"])
def test_the_content_tells_the_format_where_the_name_does_not(path, data, format, seen, name):
    page = read(name, data)
    assert (page.format, [block.text for block in page.blocks]) == (format, seen)
    misnamed = name.endswith((".html", ".txt", ".md"))
    assert any(note.startswith(f"The file is named {name[5:]} but is") for note in page.notes) is misnamed


@pytest.mark.parametrize(
    ("name", "data", "format", "note"),
    [
        pytest.param(
            "a.json", b"<!doctype html><p>By Jo</p>", "html", "named .json but is HTML", id="HTML as .json"
        ),
        pytest.param("a.xml", xhtml().encode(), "html", "named .xml but is HTML", id="XHTML as .xml"),
        pytest.param(
            "a.mhtml", b"<html><p>By Jo</p>", "html", "named .mhtml but is HTML", id="HTML as .mhtml"
        ),
        pytest.param("a.html", FILES["RSS"][1], "feed", "named .html but is RSS or Atom", id="RSS as .html"),
        pytest.param("a.txt", FILES["ninjs 1"][1], "ninjs", "named .txt but is ninjs", id="ninjs as .txt"),
        pytest.param("a.md", FILES["MHTML"][1], "mhtml", "named .md but is MHTML", id="MHTML as .md"),
        pytest.param(
            "a.atom", FILES["WordPress"][1], "wordpress", "is JSON of WordPress", id="JSON as .atom"
        ),
    ],
)
def test_a_wrong_name_gives_way_and_that_is_told(name, data, format, note):
    page = read(name, data)
    assert page.format == format
    assert note in page.notes[0]


def test_marks_that_stand_far_down_are_found():
    story = {"content": {"raw": "x" * 9000, "rendered": BODY}, "title": {"rendered": SEEN[0]}}
    assert [block.text for block in read("a.json", json.dumps(story).encode()).blocks] == SEEN


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", ["WordPress", "ninjs 1", "RSS", "Atom", "WXR"])
def test_a_story_is_read_in_every_encoding(name, codec):
    path, data, _, seen = FILES[name]
    page = read(path, data.decode().encode(codec))
    assert [block.text for block in page.blocks] == seen


def test_the_encoding_that_xml_declares_is_used_and_a_wrong_one_told():
    latin = RSS.replace("UTF-8", "ISO-8859-1") + item(BODY.replace("’", "'").replace("🐕", "!")) + RSS_END
    page = read("feed.xml", latin.replace("“", '"').replace("”", '"').encode("latin-1"))
    assert page.blocks[1].text == "By Ínga Sørli"
    assert page.encoding.name == "windows-1252"
    page = read("feed.xml", latin.encode())
    assert page.notes == (
        "The file declares the encoding windows-1252, but its bytes are utf-8: read as that.",
    )


LONG = BODY * 30


def many(count):
    """A file of each format that holds several, with so many stories."""
    return {
        "a.json": php([post(title=f"Story {number}") for number in range(count)]),
        "b.json": json.dumps([ninjs() | {"headline": f"Story {number}"} for number in range(count)]),
        "c.jsonld": json.dumps({"@graph": [article(headline=f"Story {number}") for number in range(count)]}),
        "d.xml": RSS + "".join(item(title=f"Story {number}") for number in range(count)) + RSS_END,
        "e.atom": ATOM + "".join(entry(title=f"Story {number}") for number in range(count)) + "</feed>",
        "f.xml": WXR + "".join(item(title=f"Story {number}") for number in range(count)) + RSS_END,
    }


@pytest.mark.parametrize(("path", "text"), [pytest.param(*case, id=case[0]) for case in many(3).items()])
def test_several_stories_are_pages_with_numbers_and_places_in_the_whole_file(path, text):
    pages = read_all(path, text.encode())
    assert [page.path for page in pages] == [f"{path}#1", f"{path}#2", f"{path}#3"]
    assert [page.blocks[0].text for page in pages] == ["Story 0", "Story 1", "Story 2"]
    for number, page in enumerate(pages):
        assert page.source == text
        assert misplaced(page) == []
        assert f"Story {number}" in page.source[slice(*page.span)]
        assert [page.find(f"Story {other}") >= 0 for other in range(3)] == [
            number == other for other in range(3)
        ]
    assert read(f"{path}#2", text.encode()) == pages[1]
    with pytest.raises(
        FormatError, match=f"holds 3 stories: name one of them by its number, such as {path}#1"
    ):
        read(path, text.encode())
    with pytest.raises(FormatError, match="holds 3 stories: there is no story 4"):
        read(f"{path}#4", text.encode())


@pytest.mark.parametrize(
    ("path", "text"),
    [pytest.param(*case, id=case[0]) for case in many(5).items() if case[0] != "c.jsonld"],
)  # a @graph is one object: nothing of it is whole
def test_of_a_file_that_is_cut_the_stories_before_are_read_and_the_cut_is_told(path, text):
    cut = text[: text.index("Story 3") + 3]
    found = opened(path, cut.encode())
    pages = [found.page(number) for number in range(1, found.count + 1)]
    assert [page.blocks[0].text for page in pages] == ["Story 0", "Story 1", "Story 2"]
    line = cut.count("\n") + 1
    assert [page.notes for page in pages] == [(), (), ()]
    assert found.told.startswith("is cut off: its ")
    assert f"ends in the middle, in line {line}; only the 3 stories before that" in found.told


def test_one_story_may_be_named_by_its_number_too():
    path, data, _, seen = FILES["RSS"]
    page = read(f"{path}#1", data)
    assert (page.path, [block.text for block in page.blocks]) == (f"{path}#1", seen)
    with pytest.raises(FormatError, match="holds one story: there is no story 2"):
        read(f"{path}#2", data)


def test_of_a_format_that_holds_one_page_a_number_is_part_of_the_name():
    assert read("page.html#3", b"<p>By Jo</p>").path == "page.html#3"


LARGE = {
    "a.json": php([post(body=LONG)] * (2_500_000 // len(php(post(body=LONG))))),
    "b.json": json.dumps(ninjs(body_xhtml=BODY * 9_000)),
    "c.jsonld": json.dumps(article(articleBody="It rang & rang, and nobody knew why it did so at night.\n\n" * 40_000)),
    "d.xml": RSS + item(BODY * 9_000) + RSS_END,
    "e.atom": ATOM + entry(body=BODY * 7_000) + "</feed>",
    "f.xml": WXR + item("The bell rang.\nIt rang again & again.\n\n" * 50_000) + RSS_END,
    "g.xhtml": xhtml(BODY * 9_000),
}  # fmt: skip


@pytest.mark.parametrize("path", LARGE)
def test_large_files_are_read_in_time(path):
    data = LARGE[path].encode()
    assert len(data) > 1_900_000
    started = time.process_time()
    pages = read_all(path, data)
    assert time.process_time() - started < CEILING
    assert sum(len(page.blocks) for page in pages) > 10_000


def test_a_large_page_of_mhtml_is_read_in_time():
    started = time.process_time()
    page = read("page.mhtml", mhtml(f"<html><body>{BODY * 7_500}</body></html>"))
    assert time.process_time() - started < CEILING
    assert len(page.blocks) == 22_500
    assert page.source[page.locator(page, page.blocks[-1], 0) :].startswith("It had")


BOMB = (
    "<!DOCTYPE rss ["
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    + "]>"
)


@pytest.mark.parametrize(
    ("path", "text", "says"),
    [
        pytest.param("a.xml", BOMB + "<rss><channel><item><title>&a11;</title></item></channel></rss>", "declares an entity", id="entities in entities"),
        pytest.param("a.xml", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>', "declares an entity", id="an outside entity"),
        pytest.param("a.xml", '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://harbour.example/x"> %x;]><rss/>', "declares an entity", id="an outside parameter entity"),
        pytest.param("a.xml", "<rss><channel><item>" + "<a>" * 100_000, "nested more than 1,000 deep", id="deep XML"),
        pytest.param("a.xml", "<rss><channel>" + "<item/>" * 20_000, "more than 10,000 stories", id="many empty items"),
        pytest.param("a.xml", "<rss><channel><item>" + "<a/>" * 20_000, "more than 10,000 elements", id="many elements"),
        pytest.param("a.json", '{"content":' * 100_000, "nested too deeply", id="deep objects"),
        pytest.param("a.json", "[" * 100_000, "nested too deeply", id="deep lists"),
        pytest.param("a.json", '[{"content":{"rendered":' + "[" * 100_000, "nested too deeply", id="deep inside a post"),
        pytest.param("a.json", "[" + "{}," * 20_000, "more than 10,000 items", id="many empty objects"),
        pytest.param("a.json", '{"@type":"Article",' + '"":"",' * 20_000 + '"articleBody":"x"}', "10,000 members", id="many members"),
    ],
)  # fmt: skip
def test_what_is_built_to_do_harm_is_refused_at_once(path, text, says):
    started = time.process_time()
    with pytest.raises(FormatError, match=says):
        read_all(path, text.encode())
    assert time.process_time() - started < 5


def test_an_outside_document_type_is_not_fetched_and_its_entities_are_read_as_html_has_them():
    kind = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "file:///nowhere/rss.dtd">'
    text = (
        RSS.replace("<rss", f"{kind}\n<rss")
        + "<item><title>Bell&nbsp;rings &eacute; &nosuch;</title><description>&lt;p>x</description></item>"
    )
    page = read("feed.xml", (text + RSS_END).encode())
    assert page.blocks[0].text == "Bell rings é &nosuch;"


@pytest.mark.parametrize(
    "number",
    ["9" * 100_000, "-" + "9" * 5_000, "1e999999999", "0." + "3" * 100_000, "NaN", "Infinity"],
    ids=["digits", "negative", "exponent", "fraction", "NaN", "Infinity"],
)
def test_numbers_of_any_size_do_no_harm(number):
    text = php([post()]).replace('"id": 7', f'"id": {number}')
    assert number in text
    assert [block.text for block in read("a.json", text.encode()).blocks] == SEEN


REPEATED = {
    "escapes and letters": ("a.json", '{"content":{"rendered":"', "\\nx", '"}}'),
    "halves of characters": ("a.json", '{"content":{"rendered":"x', "\\ud83d", '"}}'),
    "quotes in a string": ("a.json", '{"content":{"rendered":"', '\\"', '"}}'),
    "references": ("a.xml", RSS + "<item><content:encoded>", "&lt;", "</content:encoded></item>" + RSS_END),
    "CDATA sections": ("a.xml", RSS + "<item><content:encoded>", "<![CDATA[x]]>", "</content:encoded></item>" + RSS_END),
    "comments": ("a.xml", RSS + "<item><content:encoded>x", "<!---->", "</content:encoded></item>" + RSS_END),
    "comments that never end": ("a.xml", WXR + "<item><content:encoded><![CDATA[x", "<!-- wp:", "]]></content:encoded></item>" + RSS_END),
    "captions that never end": ("a.xml", WXR + "<item><content:encoded><![CDATA[x", "[caption][caption a=", "]]></content:encoded></item>" + RSS_END),
    "scripts that never end": ("a.xml", WXR + "<item><content:encoded><![CDATA[x", "<script>\n\n", "]]></content:encoded></item>" + RSS_END),
    "pictures without captions": ("a.xml", WXR + "<item><content:encoded><![CDATA[x", "[caption]<img >", "]]></content:encoded></item>" + RSS_END),
    "empty elements": ("a.xhtml", xhtml("{}").partition("{}")[0], "<b/>", "</body></html>"),
    "soft line breaks": ("a.mhtml", mhtml("<p>{}").decode().partition("{}")[0], "=\n", "x\n------Boundary--k7--\n"),
    "encoded bytes": ("a.mhtml", mhtml("<p>{}").decode().partition("{}")[0], "=C3=B8=\n", "x\n------Boundary--k7--\n"),
    "halves of encoded bytes": ("a.mhtml", mhtml("<p>{}").decode().partition("{}")[0], "=C3=C3x", "x\n------Boundary--k7--\n"),
    "headers": ("a.mhtml", "MIME-Version: 1.0\nContent-Type: text/html\n", "X: y\n ", "\n\n<p>x"),
    "parts": ("a.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>x\n", "--b\n", "--b--\n"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "before", "piece", "after"), [pytest.param(*case, id=name) for name, case in REPEATED.items()])  # fmt: skip
def test_any_mark_repeated_is_read_in_time_or_refused(path, before, piece, after):
    text = before + piece * (300_000 // len(piece)) + after
    started = time.process_time()
    try:
        read_all(path, text.encode())
    except FormatError as error:
        assert str(error)
    assert time.process_time() - started < CEILING


def test_what_xml_does_not_allow_is_read_past():
    page = read("feed.xml", (RSS + item(BODY.replace("Monday", "Mon\x08day\x0b")) + RSS_END).encode())
    assert "Mon\x08day" in page.blocks[2].text
    assert misplaced(page) == []


def test_an_empty_line_before_the_xml_declaration_does_no_harm():
    page = read("feed.xml", ("\n\n" + RSS + item() + RSS_END).encode())
    assert [block.text for block in page.blocks] == SEEN
    assert page.locate(page.blocks[1]) == (10, 30)


PATHS = st.sampled_from(["a.json", "a.xml", "a.mhtml", "a.xhtml", "a.jsonld", "-"])
SNIPPETS = st.sampled_from(
    [b"[", b"]", b"{", b"}", b",", b":", b'"', b'"rendered":', b'"content":', b'"title":', b'"uri":', b'"body_text":', b'"headline":',
     b'"@type":"Article"', b'"@graph":', b'"articleBody":', b'"x"', b"\\u00e9", b"\\ud83d", b"\\n", b"\\", b"1", b"true", b"null",
     b"<?xml version='1.0'?>", b"<rss>", b"<channel>", b"<item>", b"</item>", b"</channel></rss>", b"<content:encoded>",
     b"</content:encoded>", b"<![CDATA[", b"]]>", b"<p>By Jo</p>", b"<description>", b"</description>", b"&lt;", b"&amp;", b"&",
     b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<entry>", b"<content type='xhtml'>", b"</content></entry></feed>",
     b" xmlns:wp='http://wordpress.org/export/1.2/'", b"<!--", b"-->", b"<script/>", b"<html xmlns='http://www.w3.org/1999/xhtml'>",
     b"</html>", b"MIME-Version: 1.0\n", b"Content-Type: multipart/related; boundary=b\n", b"\n--b\n", b"Content-Type: text/html\n",
     b"Content-Transfer-Encoding: quoted-printable\n", b"Content-Transfer-Encoding: base64\n", b"\n\n", b"=C3", b"=B8", b"=\n", b"=",
     b"\xc3\xb8", b"\xff", b"\r\n", b"\xef\xbb\xbf", b"\0"]
)  # fmt: skip
WHOLE = st.sampled_from([file[1] for file in FILES.values()])


@st.composite
def spoilt(draw):
    """A good file with a piece cut out and another put in."""
    data = draw(WHOLE)
    start, length = draw(st.integers(0, len(data))), draw(st.integers(0, 40))
    return data[:start] + draw(st.lists(SNIPPETS, max_size=3).map(b"".join)) + data[start + length :]


@given(PATHS, st.one_of(st.lists(SNIPPETS, max_size=25).map(b"".join), spoilt()))
@example("a.json", b'[{"content":{"rendered":"\\ud83d"}}]')
@example("a.xml", b"<rss><channel><item><title/><description/></item></channel></rss>")
def test_whatever_bytes_come_pages_or_a_format_error_come_back(path, data):
    try:
        pages = read_all(path, data)
    except FormatError as error:
        assert str(error)
        return
    for page in pages:
        page.source.encode()
        for block in (*page.blocks, *page.hidden):
            assert block.text.strip()
            block.text.encode()
            assert 0 <= block.offset <= len(page.source)
            for index in {0, len(block.text) - 1}:
                assert 0 <= page.locator(page, block, index) <= len(page.source)
        for found in (*page.links, *page.images, *page.metadata, *page.scripts):
            assert 0 <= found.offset <= len(page.source)
