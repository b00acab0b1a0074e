"""Articles in schema.org's terms as JSON-LD, in a file of their own: one, a list, or a `@graph`.

Seen are the headline and `articleBody`, which is plain text by its definition (https://schema.org/articleBody).
"""

from __future__ import annotations

from collections.abc import Iterator

from licheck.errors import FormatError
from licheck.model.page import Meta, Page
from licheck.patterns import pattern
from licheck.readers.embedded.files import opened
from licheck.readers.embedded.json_places import Value, items
from licheck.readers.embedded.stories import Stories
from licheck.readers.embedded.story import Story, has_markup, metas, page_of, text_as_html
from licheck.readers.embedded.traced import escaped

NAME = "json-ld"
SUFFIXES = (".jsonld", ".json")
FIRST = "[{"

_HEAD = pattern(rb'"@(?:context|graph|type)"\s*:')
_ARTICLES = ("article", "posting", "report", "review", "creativework")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item")
_DEPTH = 6  # levels of nesting that are followed to an article
_FACTS = (
    ("author", "author"),
    ("creator", "author"),
    ("publisher", "publisher"),
    ("sourceOrganization", "publisher"),
    ("copyrightHolder", "publisher"),
    ("datePublished", "date"),
    ("url", "url"),
    ("license", "licence"),
    ("usageInfo", "licence"),
    ("inLanguage", "language"),
    ("description", "description"),
    ("isBasedOn", "canonical-claim"),
    ("creditText", "creditText"),
    ("copyrightNotice", "copyrightNotice"),
)


def recognises(head: bytes) -> bool:
    """Whether these first bytes are JSON-LD."""
    return _HEAD.search(head) is not None


def read(path: str, data: bytes) -> Page:
    """The one article of a file; raises FormatError."""
    return stories(path, data).only()


def stories(path: str, data: bytes) -> Stories:
    """The articles of a file; raises FormatError for what holds none with its text, or no whole one."""
    file = opened(path, data)
    found = items(file.source)
    articles = [article for value in found.values for article in _articles(value, _DEPTH)]
    whole = [article for article in articles if "articleBody" in article and article["articleBody"].text()]
    if not whole:
        raise FormatError(found.trouble or _why_none(found.values[0], bool(articles)))

    def make(index: int) -> Page:
        return page_of(_story(whole[index]), file, NAME)

    return Stories(path, len(whole), make, found.trouble)


def _articles(value: Value, depth: int) -> Iterator[dict[str, Value]]:
    """The members of each article, wherever @graph and lists have put it."""
    if not depth:
        return
    if value.is_list():
        for element in value.elements():
            yield from _articles(element, depth - 1)
        return
    members = value.members()
    kinds = members["@type"].elements() if "@type" in members else ()
    if any(str(kind).lower().endswith(_ARTICLES) for kind in kinds):
        yield members
    for key in _INSIDE:
        if key in members:
            yield from _articles(members[key], depth - 1)


def _why_none(value: Value, is_article: bool) -> str:
    if is_article:
        return "describes an article in JSON-LD, but does not hold its text (articleBody)"
    what = "an object" if value.is_object() else "a value"
    return (
        f"is JSON ({what}), but no story that licheck knows: it reads posts of WordPress (content.rendered),"
        " ninjs, and articles in JSON-LD (articleBody)"
    )


def _story(article: dict[str, Value]) -> Story:
    text = article["articleBody"].text()
    assert text
    titles = (article[name].text() for name in ("headline", "name") if name in article)
    title = next((title for title in titles if title), None)
    marked = has_markup(text.text)
    return Story(
        escaped(title) if title else None,
        text if marked else text_as_html(text),
        (min(value.start for value in article.values()), max(value.end for value in article.values())),
        tuple(_facts(article)),
        ("articleBody should be plain text, but holds HTML: read as HTML.",) if marked else (),
    )


def _facts(article: dict[str, Value]) -> Iterator[Meta]:
    for key, name in _FACTS:
        for value in article[key].elements() if key in article else ():
            said = _name(value)
            yield from metas(f"JSON-LD {key}", [(name, said, said.start + 1)])


def _name(value: Value) -> Value:
    """What names a thing: itself where it is text, else its name or its address."""
    if not value.is_object():
        return value
    members = value.members()
    return next((members[key] for key in ("name", "url", "@id") if key in members), value)
