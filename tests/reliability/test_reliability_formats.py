"""Each format, cut, empty, under a wrong name and huge: a reading or one clear sentence, and nothing lost.

What `every_format` writes is one story; what is read of it is held against the story's own paragraphs.
"""

import gzip
import io
import re
import time
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from commandline import furnish, start
from every_format import FIRST, FORMATS, LAST, TITLE, paragraphs
from every_story import read_all

from licheck.errors import FormatError
from licheck.readers import formats, read

DOCS = Path(__file__).parents[2] / "docs"
RELIABILITY = (DOCS / "reliability.md").read_text("utf-8")
DOCUMENT = (DOCS / "formats.md").read_text("utf-8")
EACH = [pytest.param(format, id=name) for name, format in FORMATS.items()]
FRAMED = [case for case in EACH if case.values[0].frames]
LOOSE = [case for case in EACH if not case.values[0].frames]
SUFFIXES = sorted({format.suffix for format in FORMATS.values()} | {".htm", ".mht", ".atom", ".wxr", ""})
HUGE = 8_000  # paragraphs: 1.6 MB
CEILING = 5  # seconds for a file of ordinary size; these take a tenth of it


def seen(page):
    return [block.text for block in page.blocks]


def refusal(path, data):
    """The sentence with which a file is refused; None where it is read."""
    try:
        read_all(path, data)
    except FormatError as error:
        return str(error)
    return None


def assert_a_sentence(text):
    assert text
    assert len(text) < 400
    assert "\n" not in text
    assert not re.search(r"Traceback|Error\b|\bNone\b|0x[0-9a-f]{4}|<class|object at", text)


@pytest.mark.parametrize("format", EACH)
def test_the_story_is_read_whole(format):
    page = read("story" + format.suffix, format.file())
    assert (page.format, page.notes) == (format.read_as, ())
    assert seen(page) == [TITLE, *paragraphs()]


@pytest.mark.parametrize("format", FRAMED)
@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.85])
def test_a_file_with_a_frame_that_is_cut_within_the_story_is_refused(format, share):
    data = format.file()
    why = refusal("story" + format.suffix, data[: int(len(data) * share)])
    assert why
    assert_a_sentence(why)
    assert "cut off" in why or share == 0.1


@pytest.mark.parametrize("format", [case for case in FRAMED if case.id != "MHTML"])
def test_a_file_that_lacks_only_its_last_sign_is_refused_or_told(format):
    data = format.file().rstrip()[:-1]
    try:
        page = read("story" + format.suffix, data)
    except FormatError as error:
        assert "cut off" in str(error)
    else:
        assert seen(page)[-1] == LAST
        assert "cut off" in " ".join(page.notes)


@pytest.mark.parametrize("format", LOOSE)
@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9, 0.97])
def test_of_a_file_without_a_frame_everything_before_the_cut_is_seen(format, share):
    data = format.file()
    cut = data[: int(len(data) * share)]
    page = read("story" + format.suffix, cut)
    text = cut.decode("utf-8", "ignore").replace("&amp;", "&")
    whole = [paragraph for paragraph in paragraphs() if paragraph in text]
    assert [paragraph for paragraph in seen(page) if paragraph in paragraphs()] == whole


@pytest.mark.parametrize("format", EACH)
def test_a_cut_within_a_letter_costs_that_letter_only(format):
    data = format.file()
    at = data.find("“".encode())
    cut = data[: at + 1] if at > 0 else data[: len(data) // 2]
    try:
        page = read("story" + format.suffix, cut)
    except FormatError as error:
        assert_a_sentence(str(error))
    else:
        assert FIRST in seen(page)


NOTHING = {
    "no byte": b"",
    "white space": b" \n\t\r\n",
    "a byte order mark": b"\xef\xbb\xbf",
    "UTF-16 without a letter": b"\xff\xfe\n\0",
    "NULs": b"\0" * 100,
}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in NOTHING.items()])
def test_an_empty_file_is_refused_whatever_its_name(suffix, data):
    why = refusal("story" + suffix, data)
    assert why
    assert "is empty" in why or "binary data" in why
    assert_a_sentence(why)


@pytest.mark.parametrize("format", FRAMED)
def test_a_frame_without_a_story_is_refused(format):
    why = refusal("story" + format.suffix, format.write([]).encode())
    assert why is None or re.search(r"no text|without|empty|does not hold|no story", why)
    if why is None:  # the archive holds a page, with its headline and nothing else
        assert seen(read("story" + format.suffix, format.write([]).encode())) == [TITLE]
    else:
        assert_a_sentence(why)


@pytest.mark.parametrize("format", [case for case in EACH if case.id not in ("Markdown", "MDX", "text")])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_under_any_name_the_story_is_the_same(format, suffix):
    """A format that marks itself is read as what it is, and where the name says something else that is told."""
    page = read("story" + suffix, format.file())
    assert (page.format, seen(page)) == (format.read_as, [TITLE, *paragraphs()])
    told = " ".join(page.notes)
    assert (
        not told
        or re.search(rf"The file is named {re.escape(suffix[suffix.rfind('.') :])} but is ", told)
        or (suffix == ".xhtml" and re.fullmatch(r"The file is not well-formed XML .*: read as HTML\.", told))
    )


@pytest.mark.parametrize("name", ["Markdown", "MDX", "text"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_text_under_any_name_loses_no_paragraph_or_is_refused(name, suffix):
    data = FORMATS[name].file()
    why = refusal("story" + suffix, data)
    if why is not None:
        assert suffix in (
            ".xml",
            ".rss",
            ".atom",
            ".wxr",
            ".json",
            ".ninjs.json",
            ".jsonld",
            ".mhtml",
            ".mht",
        )
        assert_a_sentence(why)
        return
    together = " ".join(seen(read("story" + suffix, data)))
    assert all(paragraph in together for paragraph in paragraphs())


def zipped():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<p>By Wenna Tolliver</p>")
    return buffer.getvalue()


BINARY = {
    "a PNG image": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9,
    "a gzip archive": gzip.compress(FORMATS["HTML"].file()),
    "a Word document": zipped(),
    "a PDF document": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "binary data": bytes(range(256)) * 50,
}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(("looks", "data"), [pytest.param(*pair, id=pair[0]) for pair in BINARY.items()])
def test_what_is_no_text_is_refused_by_what_it_is_whatever_its_name(suffix, looks, data):
    why = refusal("story" + suffix, data)
    assert why
    assert why.startswith(f"looks like {looks}; licheck reads ")
    assert_a_sentence(why)


@pytest.mark.parametrize("format", EACH)
@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig"])
def test_the_same_story_in_another_encoding_is_the_same(format, codec):
    text = format.file().decode().replace('encoding="UTF-8"', "").replace('charset="utf-8"', "")
    if format.read_as == "mhtml":
        codec = "utf-8-sig"  # an archive is written in ASCII; a mark is all that an editor could add
    page = read("story" + format.suffix, text.encode(codec))
    assert seen(page) == [TITLE, *paragraphs()]


@pytest.mark.parametrize("format", EACH)
def test_a_huge_file_is_read_whole_and_in_time(format):
    data = format.file(HUGE)
    started = time.perf_counter()
    page = read("story" + format.suffix, data)
    assert time.perf_counter() - started < CEILING
    assert len(data) > 1_500_000
    assert seen(page) == [TITLE, *paragraphs(HUGE)]
    assert page.locate(page.blocks[-1])[0] >= page.locate(page.blocks[1])[0]


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """One run of the command over all kinds of bad files, with a good page at the end."""
    desk = furnish(tmp_path_factory.mktemp("desk"))
    files = {"wrong.md": BINARY["a PNG image"], "wrong.html": BINARY["a gzip archive"]}
    for number, format in enumerate(FORMATS.values()):
        data = format.file()
        files[f"{number}-cut{format.suffix}"] = data[: len(data) // 2]
        files[f"{number}-empty{format.suffix}"] = b"\n"
        files[f"{number}-named.html"] = data
    files["0-huge.html"] = FORMATS["HTML"].file(HUGE)
    for name, data in files.items():
        (desk / name).write_bytes(data)
    names = [*files, "passing.html"]
    return names, start("check", *names, "--rules", "harbour.yaml", "--format", "json", cwd=desk)


def test_every_file_ends_as_judged_or_as_an_error_and_the_counts_add_up(ended):
    names, end = ended
    assert sorted([*end.paths, *end.errors]) == sorted(names)
    summary = end.report["summary"]
    assert summary["pages"] + summary["errors"] == len(names)
    assert end.code == 3


def test_every_error_is_one_clear_sentence(ended):
    _, end = ended
    assert "Traceback" not in end.err
    for message in end.errors.values():
        assert_a_sentence(message)
        assert "at fault" not in message


def test_empty_files_and_files_that_lost_their_end_are_errors_and_others_are_judged(ended):
    names, end = ended
    framed = [number for number, format in enumerate(FORMATS.values()) if format.frames]
    wanted = {name for name in names if "empty" in name or name.startswith("wrong")}
    wanted |= {name for number in framed for name in names if name.startswith(f"{number}-cut")}
    assert set(end.errors) == wanted
    verdicts = {page["path"]: page["verdict"] for page in end.report["pages"]}
    assert verdicts.pop("passing.html") == "passed"
    assert set(verdicts.values()) == {"failed"}


LIMITS = [
    pytest.param("licheck.edge.files", "LIMIT", "{:.0f} MB", 1e6, id="a page"),
    pytest.param("licheck.edge.files", "RULES_LIMIT", "{:.0f} MB", 1e6, id="a rule file"),
    pytest.param("licheck.edge.worker", "MEMORY", "{:.0f} GiB", 1 << 30, id="memory"),
    pytest.param("licheck.readers.embedded.xml_places", "_MOST", "{:,.0f}", 1, id="stories"),
    pytest.param("licheck.readers.embedded.xml_places", "DEEPEST", "{:,.0f}", 1, id="elements within one another"),
    pytest.param("licheck.readers.embedded.xml_places", "_MOST_FIELDS", "{:,.0f}", 1, id="elements of a story"),
    pytest.param("licheck.readers.embedded.json_places", "_MOST", "{:,.0f}", 1, id="members of a story"),
    pytest.param("licheck.readers.embedded.mime", "_DEEPEST", "| {:.0f} |", 1, id="archives within an archive"),
    pytest.param("licheck.readers.markdown_parse", "_DEEPEST", "| {:.0f} |", 1, id="lists within one another"),
    pytest.param("licheck.readers.markdown_parse", "_PATIENCE", "{:.0f} seconds", 1, id="patience for Markdown"),
    pytest.param("licheck.readers.front_matter", "_LONGEST", "{:,.0f} characters", 1, id="front matter"),
    pytest.param("licheck.readers.front_matter", "_DEEPEST", "{:.0f} levels", 1, id="levels of front matter"),
    pytest.param("licheck.readers.front_matter", "_MOST", "{:,.0f} values", 1, id="values of front matter"),
    pytest.param("licheck.readers.html_metadata", "_JSON_LIMIT", "{:,.0f} characters", 1, id="JSON-LD"),
    pytest.param("licheck.readers.html_media", "_LONGEST_DEAD", "{:,.0f} characters", 1, id="a comment"),
    pytest.param("licheck.readers.html_visibility", "_MOST_STEPS", "{:,.0f} steps", 1, id="style rules"),
    pytest.param("licheck.readers.second", "_MOST_TAGS", "{:,.0f} tags", 1, id="tags of a second reading"),
    pytest.param("licheck.edge.judge", "TWICE", "{:,.0f} characters", 1, id="letters of a second reading"),
    pytest.param("licheck.text", "_LONGEST_RUN", "| {:.0f} |", 1, id="marks on a letter"),
]  # fmt: skip


@pytest.mark.parametrize(("module", "name", "shown", "unit"), LIMITS)
def test_a_limit_in_the_document_is_the_one_in_the_code(module, name, shown, unit):
    value = getattr(import_module(module), name) / unit
    assert shown.format(value) in RELIABILITY


def test_the_times_that_the_document_promises_leave_the_code_a_second_or_more():
    from licheck.edge.workers import ORDINARY, QUICK, SLOW
    from licheck.rulesets.trial import MAX_PATTERNS, SECONDS

    assert "up to 5 MB ends within 5 seconds, any other within 20" in RELIABILITY
    assert (ORDINARY, QUICK < 5, SLOW < 20, MAX_PATTERNS * SECONDS < 5) == (5 << 20, True, True, True)


def test_the_document_of_formats_has_a_row_for_every_format_with_all_its_names():
    for format in formats():
        for suffix in format.suffixes:
            assert f"`{suffix}`" in DOCUMENT, (format.name, suffix)
    assert {format.read_as for format in FORMATS.values()} == {format.name for format in formats()}
