"""MHTML: the page in the archive, with its places in the file where an editor can find them."""

import pytest
from story_files import BODY, SEEN, TITLE, mhtml, misplaced, xhtml

from licheck.errors import FormatError
from licheck.readers import read

PAGE = f"<html><body><h1>{TITLE}</h1>{BODY}</body></html>"
PICTURE = '<img src="cid:bell@mhtml" alt="Bell"><img src="https://post.example/other.png"><img src="cid:gone@mhtml">'


def seen(page):
    return [block.text for block in page.blocks]


@pytest.mark.parametrize("transfer", ["quoted-printable", "8bit", "binary", "7bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1251", "shift_jis"])
def test_a_page_is_read_in_every_encoding_and_its_lines_are_those_of_the_file(transfer, charset):
    words = {
        "utf-8": "Ínga Sørli 🐕",
        "iso-8859-1": "Ínga Sørli",
        "windows-1251": "Анна Ли",
        "shift_jis": "川の町 ソ",
    }[charset]
    data = mhtml(f"<html><body><p>By {words}</p>\n<p>Words = more</p></body></html>", transfer, charset)
    page = read("page.mhtml", data)
    assert seen(page) == [f"By {words}", "Words = more"]
    if (transfer, charset) == ("quoted-printable", "shift_jis"):  # half of a letter is written as it is
        assert "those of the page inside the archive" in page.notes[0]
        return
    assert page.notes == ()
    assert misplaced(page) == []
    line = data.decode("latin-1").split("\r\n").index("------Boundary--k7--") + 1
    assert line < page.locate(page.blocks[0]).line < page.locate(page.blocks[1]).line + 1


def test_places_go_through_soft_line_breaks_and_encoded_bytes():
    page = read("page.mhtml", mhtml("<p>" + "Sørli " * 30 + "</p>"))
    (block,) = page.blocks
    lines = page.source.split("\n")
    for index in range(0, len(block.text), 6):
        line, column = page.locate(block, index)
        assert (lines[line - 1][column - 1 :] + lines[line])[:1] == "S"
    assert page.locate(block, 29 * 6).line > page.locate(block).line + 2


def test_lines_of_a_page_in_base64_are_its_own_and_that_is_told():
    page = read("page.mhtml", mhtml(PAGE, "base64"))
    assert page.source == PAGE
    assert page.locate(page.blocks[0]) == (1, 17)
    assert (
        "Lines and columns are those of the page inside the archive, which is written in a way (base64)"
        in page.notes[0]
    )


def test_base64_that_is_cut_is_refused():
    with pytest.raises(FormatError, match="no valid base64"):
        read(
            "page.mhtml",
            mhtml(PAGE, "base64").replace(b"=\r\n\r\n---", b"\r\n\r\n---").replace(b"PGh0b", b"PGh0"),
        )


def test_pictures_are_called_by_the_address_they_were_loaded_from():
    page = read("page.mhtml", mhtml(f"<html><body><p>{PICTURE}</p></body></html>"))
    assert [image.src for image in page.images] == [
        "https://post.example/bell.png",
        "https://post.example/other.png",
        "cid:gone@mhtml",
    ]
    (archived,) = page.values("archived")
    assert (archived.value, archived.where) == ("https://post.example/bell.png", "MHTML part image/png")
    assert page.source[archived.offset :].startswith("iVBOR")
    assert [(meta.value, meta.where) for meta in page.values("url")] == [
        ("https://post.example/ferry-bell", "MHTML Content-Location")
    ]


OTHER = (
    b"Content-Type: text/html; charset=utf-8\nContent-ID: <frame-2@mhtml>\n"
    b"Content-Transfer-Encoding: 8bit\n\n<p>Second page</p>\n------Boundary--k7--\n"
)


def test_the_first_page_is_read_unless_the_archive_names_another_as_its_start():
    assert seen(read("page.mhtml", mhtml(PAGE, after=OTHER))) == SEEN
    data = mhtml(PAGE, after=OTHER).replace(b'type="text/html";', b'start="<frame-2@mhtml>";')
    assert seen(read("page.mhtml", data)) == ["Second page"]


def test_an_archive_within_an_archive_is_opened():
    inner = mhtml(PAGE).replace(b"\r\n", b"\n").replace(b"Boundary--k7", b"Inner--k8")
    inner = inner[inner.index(b"Content-Type: multipart") :]
    data = (
        b"MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=out\n\n--out\nContent-Type: text/plain\n\nNo\n--out\n"
        + inner
        + b"\n--out--\n"
    )
    page = read("-", data)
    assert seen(page) == SEEN
    assert misplaced(page) == []


def test_a_message_that_is_a_page_itself_is_read():
    page = read(
        "page.mht",
        b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Location: https://post.example/7\n\n"
        + PAGE.encode(),
    )
    assert seen(page) == SEEN
    assert page.locate(page.blocks[0]) == (5, 17)


def test_xhtml_in_an_archive_is_read_by_the_rules_of_xml():
    page = read(
        "page.mhtml",
        mhtml(xhtml(f"<div hidden='hidden'/>{BODY}")).replace(
            b"text/html; charset", b"application/xhtml+xml; charset"
        ),
    )
    assert seen(page) == SEEN
    assert misplaced(page) == []


def test_a_page_that_has_no_end_is_refused():
    with pytest.raises(FormatError, match="is cut off: the page in the archive has no end"):
        read("page.mhtml", mhtml(PAGE).partition(b"Content-Type: image")[0][:-60])


def test_an_archive_that_is_cut_after_its_page_is_read_and_told():
    data = mhtml(PAGE)
    page = read("page.mhtml", data[: data.index(b"iVBOR")])
    assert seen(page) == SEEN
    assert page.notes == ("The archive is cut off after the page: pictures of it are missing.",)


def test_the_page_itself_may_tell_its_encoding():
    html = '<html><head><meta charset="iso-8859-1"></head><body><p>Von Jörg</p></body></html>'
    data = mhtml(html, charset="iso-8859-1").replace(b"; charset=iso-8859-1", b"")
    page = read("page.mhtml", data)
    assert (seen(page), page.encoding.name) == (["Von Jörg"], "windows-1252")
    assert misplaced(page) == []


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(b'Content-Type: multipart/related; boundary="a b"', id="quoted"),
        pytest.param(b"Content-Type: multipart/related; boundary=a-b", id="bare"),
        pytest.param(
            b'content-type:multipart/related;\n  Boundary="a-b"; x=y', id="folded, in other letters"
        ),
        pytest.param(b'Content-Type: multipart/related; boundary="a\\-b"', id="with a backslash"),
    ],
)
def test_a_boundary_is_found_however_it_is_written(header):
    line = b"--a b" if b"a b" in header else b"--a-b"
    data = (
        b"MIME-Version: 1.0\n"
        + header
        + b"\n\n"
        + line
        + b"  \nContent-Type: text/html\n\n<p>Words</p>\n"
        + line
        + b"--"
    )
    assert seen(read("page.mhtml", data)) == ["Words"]
