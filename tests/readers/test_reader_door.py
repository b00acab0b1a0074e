"""Any bytes come in by one door: it finds the reader, and refuses in a sentence what is no text."""

import gzip
import io
import subprocess
import sys
import zipfile
import zlib

import pytest

import licheck.readers
from licheck.errors import FormatError
from licheck.readers import formats, read

MARKDOWN = "# River Town closes its library\n\nBy **Jane Doe**\n"
HTML = "<!DOCTYPE html>\n<title>Library</title><p>By Jane Doe</p>"
TEXT = "River Town closes its library\n\nBy Jane Doe\n"
FRONT_MATTER = "---\ntitle: Library\n---\n"


def zipped(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("path", "content", "format"),
    [
        pytest.param("story.html", HTML, "html", id=".html"),
        pytest.param("a/b.c/STORY.HTM", HTML, "html", id="capitals"),
        pytest.param("story.md", MARKDOWN, "markdown", id=".md"),
        pytest.param("story.mdx", MARKDOWN, "markdown", id=".mdx"),
        pytest.param("story.txt", TEXT, "text", id=".txt"),
        pytest.param("story.html", TEXT, "html", id="words only, as HTML may be"),
        pytest.param("story.html", f"{TEXT}<p>More</p>", "html", id="HTML that begins with words"),
        pytest.param("story.html", "<span>By Jane Doe</span>", "html", id="HTML that begins within a line"),
        pytest.param("story.html", FRONT_MATTER + HTML, "html", id="HTML with front matter"),
        pytest.param("story.md", TEXT, "markdown", id="Markdown without a mark"),
        pytest.param(
            "story.md", "<div>\n\n*By Jane*\n\n</div>", "markdown", id="Markdown that begins with a div"
        ),
        pytest.param("story.md", "<!-- note -->\n<p>By Jane</p>", "markdown", id="Markdown of HTML only"),
        pytest.param("story.txt", MARKDOWN, "text", id="text with marks of Markdown"),
        pytest.param("story.txt", "x < y", "text", id="text with a less-than sign"),
        pytest.param("story", HTML, "html", id="no suffix: HTML"),
        pytest.param("story", "\n\n<div class=a>By Jane</div>", "html", id="no suffix: a piece of HTML"),
        *(
            pytest.param("-", f"<{tag}>By Jane</{tag.split()[0]}>", "html", id=f"no suffix: <{tag}>")
            for tag in "section main header span nav aside a ul table h2 blockquote strong".split()
        ),
        pytest.param("-", "<style>p{}</style>\n<p>By Jane</p>", "html", id="no suffix: a style sheet"),
        pytest.param("-", "<img src='a.png'/><br/>By Jane", "html", id="no suffix: a picture"),
        pytest.param("-", "<script src='a.js'></script><p>By Jane", "html", id="no suffix: a script"),
        *(
            pytest.param(
                "story.md", f"<{tag}>\n\n*By Jane*\n\n</{tag}>", "markdown", id=f"Markdown with <{tag}>"
            )
            for tag in ("section", "header", "span", "table", "figure")
        ),
        pytest.param("-", "<jane@harbour.example> By Jane", "text", id="no suffix: an address in brackets"),
        pytest.param("-", MARKDOWN, "markdown", id="no suffix: Markdown"),
        pytest.param("-", FRONT_MATTER + TEXT, "markdown", id="no suffix: front matter"),
        pytest.param("-", "By [Jane](https://harbour.example)", "markdown", id="no suffix: a link"),
        pytest.param("-", TEXT, "text", id="no suffix: text"),
        pytest.param("story.html?page=2", HTML, "html", id="a suffix that is none"),
        pytest.param("story.docx", TEXT, "text", id="unknown suffix"),
        pytest.param(".html", TEXT, "text", id="a hidden file has no suffix"),
        pytest.param("folder.html/story", TEXT, "text", id="a folder's suffix does not count"),
    ],
)
def test_the_reader_is_found_by_suffix_and_where_that_says_nothing_by_content(path, content, format):
    page = read(path, content.encode())
    assert (page.format, page.notes, page.path) == (format, (), path)
    assert any("Jane" in block.text for block in page.blocks) or path == "story.txt"


@pytest.mark.parametrize(
    ("path", "content", "format", "note"),
    [
        pytest.param("a.txt", HTML, "html", "The file is named .txt but is HTML", id="HTML as .txt"),
        pytest.param("a.md", HTML, "html", "The file is named .md but is HTML", id="HTML as .md"),
        pytest.param("a.txt", "<p>By Jane", "html", "named .txt but is HTML", id="a piece of HTML as .txt"),
        pytest.param("a.txt", FRONT_MATTER + TEXT, "markdown", "is Markdown", id="front matter in .txt"),
        pytest.param("a.html", MARKDOWN, "markdown", "named .html but is Markdown", id="Markdown as .html"),
    ],
)
def test_a_wrong_suffix_gives_way_to_what_the_file_is_and_that_is_told(path, content, format, note):
    page = read(path, content.encode())
    assert page.format == format
    assert note in page.notes[0]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_content_is_recognised_in_every_encoding(codec):
    assert read("story", (HTML + " " * 100).encode(codec)).format == "html"


@pytest.mark.parametrize("format", ["html", "markdown", "text"])
def test_a_format_that_is_named_is_used_whatever_the_file_looks_like(format):
    assert read("story.md", HTML.encode(), format).format == format


def test_a_format_that_is_unknown_is_refused_with_those_that_are_known():
    with pytest.raises(FormatError) as error:
        read("story.md", b"x", "word")
    names = [format.name for format in formats()]
    assert str(error.value) == f'cannot be read as "word": the formats are {", ".join(names)}'
    assert {"html", "markdown", "text"} <= {*names}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b" \t\r\n\n\f", id="white space"),
        pytest.param(b"\xef\xbb\xbf\n", id="a mark only"),
        pytest.param(b"\xff\xfe\n\0", id="a UTF-16 mark and a line end"),
        pytest.param(" \n\n \n".encode("utf-16-le"), id="white space in UTF-16"),
    ],
)
@pytest.mark.parametrize("path", ["a.html", "a.md", "a.txt", "a"])
def test_an_empty_file_is_refused(path, data):
    with pytest.raises(FormatError, match=r"is empty.*: there is nothing to check"):
        read(path, data)


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF document", id="PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image", id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image", id="JPEG"),
        pytest.param(b"GIF89a\1\0\1\0", "a GIF image", id="GIF"),
        pytest.param(b"BM\x36\0\0\0", "a BMP image", id="BMP"),
        pytest.param(b"II*\0\x08\0\0\0", "a TIFF image", id="TIFF"),
        pytest.param(b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP image", id="WebP"),
        pytest.param(b"\0\0\0\x1cftypavif", "an AVIF image", id="AVIF"),
        pytest.param(b"\0\0\0\x18ftypmp42", "a video", id="MP4"),
        pytest.param(b"\x1a\x45\xdf\xa3\x01", "a video", id="Matroska"),
        pytest.param(b"ID3\x04\0\0", "an audio file", id="MP3"),
        pytest.param(b"OggS\0\2", "an audio file", id="Ogg"),
        pytest.param(b"RIFF\x24\0\0\0WAVEfmt ", "an audio file", id="WAV"),
        pytest.param(gzip.compress(b"x"), "a gzip archive", id="gzip"),
        pytest.param(b"BZh91AY&SY\0", "a bzip2 archive", id="bzip2"),
        pytest.param(b"\xfd7zXZ\0\0", "an xz archive", id="xz"),
        pytest.param(b"\x28\xb5\x2f\xfd\x04", "a Zstandard archive", id="Zstandard"),
        pytest.param(b"7z\xbc\xaf\x27\x1c\0", "a 7-Zip archive", id="7-Zip"),
        pytest.param(b"Rar!\x1a\x07\1\0", "a RAR archive", id="RAR"),
        pytest.param(b"story.html" + b"\0" * 247 + b"ustar\x0000", "a tar archive", id="tar"),
        pytest.param(zipped("story.html"), "a zip archive", id="zip"),
        pytest.param(zipped("[Content_Types].xml", "word/document.xml"), "a Word document", id="Word"),
        pytest.param(zipped("xl/workbook.xml"), "an Excel workbook", id="Excel"),
        pytest.param(zipped("ppt/presentation.xml"), "a PowerPoint presentation", id="PowerPoint"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", id="old Word"),
        pytest.param(b"{\\rtf1\\ansi By Jane Doe}", "an RTF document", id="RTF"),
        pytest.param(b"\x7fELF\2\1\1\0", "a program", id="ELF"),
        pytest.param(b"MZ\x90\0\3", "a program", id="Windows program"),
        pytest.param(b"SQLite format 3\0", "a database", id="SQLite"),
        pytest.param(b"wOF2\0\1\0\0", "a font", id="font"),
        pytest.param(b"By Jane\0Doe", "binary data", id="a NUL"),
        pytest.param(zlib.compress(bytes(range(256)) * 9)[2:], "binary data", id="unknown bytes"),
        pytest.param(bytes(range(1, 32)) * 20, "binary data", id="control characters"),
    ],
)
@pytest.mark.parametrize("path", ["story.html", "story"])
def test_binary_data_is_refused_by_what_it_looks_like(path, data, looks):
    with pytest.raises(FormatError) as error:
        read(path, data)
    looked, _, reads = str(error.value).partition("; licheck reads ")
    assert looked == f"looks like {looks}"
    assert all(name in reads for name in ("HTML", "Markdown", "plain text"))


@pytest.mark.parametrize(
    "text", ["BM plans", "MZ plans", "ID3 tags", "BZh plans", "form feed\fhere", "\x1b[31mred\x1b[0m letters"]
)
def test_text_that_begins_like_a_binary_format_is_text(text):
    assert read("story.txt", text.encode()).blocks


def test_a_nul_far_inside_a_page_is_no_reason_to_refuse_it():
    page = read("story.html", b"<p>By Jane Doe</p>" + b" " * 9000 + b"<p>a\0b</p>")
    assert page.blocks[0].text == "By Jane Doe"


def test_what_was_uncertain_about_the_encoding_is_in_the_notes_of_every_format():
    for name in ("story.html", "story.md", "story.txt"):
        assert "licheck guessed windows-1252" in read(name, "Von Jörg Weiß".encode("cp1252")).notes[0]


def test_a_page_that_declares_a_wrong_encoding_is_told_so():
    page = read("story.html", '<meta charset="latin1"><p>Von Jörg Weiß</p>'.encode())
    assert page.blocks[0].text == "Von Jörg Weiß"
    assert page.notes == (
        "The file declares the encoding windows-1252, but its bytes are utf-8: read as that.",
    )


def test_a_new_format_is_a_new_file(tmp_path, monkeypatch):
    (tmp_path / "shouted.py").write_text(
        "from licheck.readers import text\n"
        "import dataclasses\n\n"
        'NAME = "shouted"\n'
        "SUFFIXES: tuple[str, ...] = (\n"
        '    ".shout",  # as its authors call it\n'
        '    ".loud",\n'
        ")\n\n"
        'def recognises(head): return head.startswith(b"HEAR YE")\n\n'
        "def read(path, data):\n"
        "    return dataclasses.replace(text.read(path, data.lower()), format=NAME)\n"
    )
    monkeypatch.setattr(licheck.readers, "__path__", [*licheck.readers.__path__, str(tmp_path)])
    before = {format.name for format in formats()}
    formats.cache_clear()
    try:
        assert {format.name for format in formats()} - before == {"shouted"}
        assert "licheck.readers.shouted" not in sys.modules
        assert read("story.loud", b"BY JANE").blocks[0].text == "by jane"
        assert read("-", b"HEAR YE").format == "shouted"
        with pytest.raises(FormatError, match=r"licheck reads .*HTML, .*shouted"):
            read("story.loud", b"%PDF-1.7")
    finally:
        formats.cache_clear()
        sys.modules.pop("licheck.readers.shouted", None)


@pytest.mark.parametrize(
    ("name", "content", "not_wanted"),
    [
        pytest.param("a.txt", TEXT, {"turbohtml", "markdown_it", "yaml", "bs4"}, id="text"),
        pytest.param("a.html", HTML, {"markdown_it", "yaml", "bs4"}, id="HTML"),
        pytest.param("a.md", MARKDOWN, {"yaml", "bs4", "tomllib"}, id="Markdown"),
    ],
)
def test_nothing_is_imported_that_the_format_does_not_need(name, content, not_wanted):
    program = f"import sys, licheck.readers as r; r.read({name!r}, {content.encode()!r}); print(*sys.modules)"
    end = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not not_wanted & {module.partition(".")[0] for module in end.stdout.split()}
