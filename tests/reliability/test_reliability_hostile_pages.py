"""Pages made to hang or break a reader: judged or refused in time, and the page behind them is judged."""

import pytest
from commandline import FAILING, PASSING, furnish, start


def inside(text):
    return FAILING.replace("</article>", text + "</article>")


HTML = {
    "100,000 nested boxes": "<div>" * 100_000,
    "100,000 closing tags": "</div>" * 100_000,
    "unclosed tags": "<a " * 100_000,
    "a tag of 100,000 attributes": "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">",
    "formatting never closed": "<b><i><u>" * 20_000 + "<p>x" * 5_000,
    "nested tables": "<table><tr><td>" * 20_000,
    "nested links": "<a href=x><div>" * 20_000,
    "foreign content": "<svg><math><mi>" * 20_000,
    "a comment that never ends": "<!--" + "-" * 500_000,
    "a script that never ends": "<script>" + "x" * 1_000_000,
    "half an entity, often": "&#x" * 200_000,
    "a number of 5,000 digits": "&#" + "9" * 5_000 + ";",
    "400,000 combining marks": "<p>a" + "\u0301" * 400_000,
    "invisible characters": "<p>" + "\u200b\u00ad\u2060" * 300_000,
    "one word of 3 MB": "<p>" + "x" * 3_000_000,
    "spaces": "<p>" + " \n" * 1_500_000,
    "100,000 paragraphs": "<p>x" * 100_000,
    "5,000 bylines": "<p>By Wenna Tolliver, Harbour Lane News</p>" * 5_000,
    "30,000 credit lines": "<p>This story first appeared in Harbour Lane News.</p>" * 30_000,
    "20,000 links": "<a href='https://harbour.example/'>Harbour Lane News</a> " * 20_000,
    "20,000 pictures": "<img src='logo.png' alt='Harbour Lane News'>" * 20_000,
    "deep JSON-LD": "<script type='application/ld+json'>" + "[" * 200_000 + "</script>",
    "wide JSON-LD": "<script type='application/ld+json'>["
    + '{"author":{"name":"W T"}},' * 40_000
    + "0]</script>",
    "50,000 style rules": "<style>" + ".a b>c:not(.d){display:none}" * 50_000 + "</style>",
    "nested style": "<style>" + "@media x{" * 100_000 + "</style>",
    "a long style attribute": "<p style='" + "display:none;" * 100_000 + "'>x",
    "lone surrogates": "&#xD800;&#xDFFF;" * 1_000,
    "direction overrides": "<p>\u202e" * 10_000,
}
MARKDOWN = {
    "nested quotes": ">" * 100_000 + " x",
    "open brackets": "[" * 40_000,
    "links within links": "[a](" * 20_000,
    "emphasis": "*a **a " * 20_000,
    "back ticks": "".join("`" * number + "x" for number in range(1_000)),
    "a table of one line": "|" * 200_000 + "\n" + "|-" * 100_000,
    "nested lists": "".join(" " * number + "- x\n" for number in range(1_500)),
    "front matter without end": "---\n" + "a:\n " * 20_000,
    "deep front matter": "---\na: " + "[" * 100_000 + "\n---\n",
    "an alias bomb": "---\na: &a [x,x]\n" + "b: &b [*a,*a,*a]\n" * 10_000 + "---\n",
    "reference definitions": "".join(f"[a{number}]: x\n" for number in range(12_000)) + "[a1] " * 4_000,
    "HTML in it": "<div>" * 50_000,
}
TEXT = {
    "one line of 4 MB": "x " * 2_000_000,
    "2,000,000 empty lines": "\n" * 2_000_000,
    "NULs": "a\0" * 100_000,
    "carriage returns": "a\r" * 200_000,
    "form feeds": "\f\v\x1c\x85\u2028" * 100_000,
}
BYTES = {
    "invalid UTF-8.html": FAILING.encode() + b"\xff\xfe\xc0\x80" * 10_000,
    "UTF-16.html": FAILING.encode("utf-16"),
    "UTF-32.html": FAILING.encode("utf-32"),
    "cut in a letter.html": FAILING.encode()[:-9] + "é".encode()[:1],
    "a lie about the encoding.html": FAILING.replace("utf-8", "utf-7").encode(),
    "an encoding that is none.html": FAILING.replace("utf-8", "zip").encode(),
    "an executable.html": b"\x7fELF" + bytes(2_000) + FAILING.encode(),
    "a zip.html": b"PK\x03\x04" + FAILING.encode(),
    "a picture.md": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100,
}
PAGES = {
    **{f"{name}.html": inside(text).encode("utf-8", "surrogatepass") for name, text in HTML.items()},
    **{f"{name}.md": text.encode() for name, text in MARKDOWN.items()},
    **{f"{name}.txt": text.encode() for name, text in TEXT.items()},
    **BYTES,
}


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """One run over all of them, with a good page behind each."""
    desk = furnish(tmp_path_factory.mktemp("desk"))
    names = []
    for number, (name, data) in enumerate(PAGES.items()):
        (desk / name).write_bytes(data)
        (desk / f"after-{number}.html").write_text(PASSING)
        names += [name, f"after-{number}.html"]
    return names, start("check", *names, "--rules", "harbour.yaml", "--format", "json", cwd=desk, timeout=300)


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in PAGES])
def test_a_hostile_page_is_judged_or_refused_with_a_sentence(ended, name):
    assert (name in ended[1].paths) != (name in ended[1].errors)
    error = ended[1].errors.get(name, "")
    assert "at fault" not in error
    assert "crash" not in error


def test_every_other_page_is_judged(ended):
    names, end = ended
    verdicts = {page["path"]: page["verdict"] for page in end.report["pages"]}
    assert {verdicts.get(name) for name in names if name.startswith("after-")} == {"passed"}


def test_none_takes_longer_than_a_file_may(ended):
    assert ended[1].spent < len(PAGES)  # seconds of a processor: a file may have four
    assert "Traceback" not in ended[1].err
