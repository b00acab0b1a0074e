"""What a page says of its original itself."""

import pytest

from licheck.credits.statements import says_source
from licheck.model.pattern import Pattern
from licheck.originals.named import Counter, host_of, references, store_address
from licheck.readers import read

STORY = "https://harbour.example/2026/tide?utm_source=x"
AT = "harbour.example/2026/tide"
COUNTER = Counter("count.harbour.example", "/c/{id}/pixel.gif", Pattern(r"/(\d+)-tide"))
NAMED = [
    pytest.param("p.md", f"---\nlicheck:\n  original: {STORY}\n---\n\nSome words.\n", [("address", AT, "its front matter")], id="an address in front matter"),
    pytest.param("p.md", "---\nlicheck:\n  original: originals/tide.html\n---\n\nSome words.\n", [("path", "originals/tide.html", "its front matter")], id="a file in front matter"),
    pytest.param("p.html", f'<head><link rel="canonical" href="{STORY}"></head><p>Some words.</p>', [("address", AT, "its canonical address")], id="canonical"),
    pytest.param("p.html", f'<p>This story was originally published by <a href="{STORY}">Harbour</a>.</p>', [("address", AT, "the link in its credit line")], id="the link in a credit line"),
    pytest.param("p.html", f'<p>This was originally published by <a href="{STORY.replace("//", "//m.")}">Harbour</a>.</p>', [("address", AT, "the link in its credit line")], id="a link to the mobile twin"),
    pytest.param("p.html", f'<p>Harbour has <a href="{STORY}">reported on the tide</a> before.</p>', [], id="a link that is no credit"),
    pytest.param("p.html", '<p>Originally published by <a href="https://other.example/a">them</a>.</p>', [], id="a link to nobody we know"),
    pytest.param("p.html", '<p>Originally published by <a href="https://harbour.example/">Harbour</a>.</p>', [], id="a front page is no story"),
    pytest.param("p.html", '<p>Words.</p><img src="https://count.harbour.example/c/471/pixel.gif?x=1">', [("counter", "count.harbour.example/c/471/pixel.gif", "its page counter")], id="a page counter"),
    pytest.param("p.html", '<p>Words.</p><noscript><img src="https://count.harbour.example/c/471/pixel.gif"></noscript>', [], id="a counter that counts nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "wanted"), NAMED)
def test_a_page_names_its_original(path, text, wanted):
    page = read(path, text.encode())
    found = [*references(page, {"harbour.example"}, says_source, [COUNTER])]
    assert [one[:3] for one in found] == wanted


COUNTED = [
    pytest.param(
        "https://harbour.example/471-tide", "count.harbour.example/c/471/pixel.gif", id="the number"
    ),
    pytest.param("https://harbour.example/tide", "", id="no number"),
    pytest.param("", "", id="no address"),
]


@pytest.mark.parametrize(("address", "name"), COUNTED)
def test_an_original_is_counted_by_the_number_in_its_address(address, name):
    assert COUNTER.of_original(address) == name


SOURCES = [
    pytest.param("https://count.harbour.example/c/471/pixel.gif", "count.harbour.example/c/471/pixel.gif", id="whole"),
    pytest.param("//count.harbour.example/c/471/pixel.gif?r=2", "count.harbour.example/c/471/pixel.gif", id="with more behind it"),
    pytest.param("https://count.harbour.example/c//pixel.gif", "", id="without a number"),
    pytest.param("https://count.harbour.example/c/471", "", id="cut off"),
    pytest.param("https://elsewhere.example/471", "", id="another address"),
    pytest.param("https://count.harbour.example/c/" + "9" * 200 + "/pixel.gif", "", id="a number that is none"),
]  # fmt: skip


@pytest.mark.parametrize(("src", "name"), SOURCES)
def test_a_counter_is_known_by_its_address(src, name):
    assert COUNTER.in_address(src) == name


def test_addresses_are_compared_without_what_does_not_tell_pages_apart():
    assert store_address("http://www.Harbour.example/a/?utm_source=b&id=3#c") == "harbour.example/a?id=3"
    assert store_address("https://harbour.example/") == store_address("mailto:a@b.example") == ""
    assert host_of("https://WWW.Harbour.example/a") == "harbour.example"
    assert host_of("/a/b") == host_of("#x") == ""
