"""What an HTML page says of itself in places that nobody sees: meta elements, links in the head, JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from licheck.model.page import Meta
from licheck.readers.html_position import as_written, offset_of

# name or property of a meta element, in lower case -> Meta.name (licheck.model.page)
META_NAMES: dict[str, str] = {
    **dict.fromkeys(("author", "article:author", "dc.creator", "dcterms.creator", "dc.creator.name", "parsely-author", "sailthru.author", "byl", "citation_author", "twitter:creator:name"), "author"),
    **dict.fromkeys(("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline", "citation_title"), "title"),
    **dict.fromkeys(("article:published_time", "date", "pubdate", "publishdate", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "og:published_time", "citation_publication_date", "datepublished", "article:published", "publish-date", "publish_date", "originalpublicationdate", "cxenseparse:recs:publishtime"), "date"),
    **dict.fromkeys(("og:site_name", "application-name", "apple-mobile-web-app-title"), "site"),
    **dict.fromkeys(("dc.publisher", "publisher", "article:publisher"), "publisher"),
    **dict.fromkeys(("og:url", "twitter:url", "parsely-link"), "url"),
    **dict.fromkeys(("description", "og:description", "twitter:description", "dc.description"), "description"),
    **dict.fromkeys(("og:locale", "content-language", "dc.language", "language"), "language"),
    **dict.fromkeys(("og:type",), "type"),
    **dict.fromkeys(("dc.rights", "dcterms.license", "copyright"), "licence"),
    **dict.fromkeys(("syndication-source", "original-source"), "canonical-claim"),
}  # fmt: skip
# rel of a link element -> Meta.name
RELATIONS = (
    ("canonical", "canonical"),
    ("license", "licence"),
    ("author", "author-link"),
    ("amphtml", "amp"),
)
_ARTICLES = ("article", "posting", "report", "webpage", "review", "creativework")
_JSON_LIMIT = 2_000_000  # characters of JSON-LD in one script that are read
_MOST_EFFORT = 100_000_000  # characters of source that are searched for the places of one script's values
MOST_TIMES = 40  # time elements that are read
TIME, TIME_PUBLISHED = "time element", "time element, published"
_DEPTH = 12  # levels of JSON-LD that are followed
# keys of an object that tell what it is called, the best first
_NAMES = ("name", "url")
_ADDRESSES = ("url", "@id", "name")


def read_metadata(document: Any, source: str) -> tuple[Meta, ...]:
    """All metadata of an HTML document that was parsed `in_one_line` (`licheck.readers.html_position`)."""
    found: list[Meta] = []
    root = document.root
    if root is not None and root.attr("lang"):
        found.append(Meta("language", root.attr("lang"), "html lang", max(source.find("lang="), 0)))
    title = next(
        (node for node in document.select("title") if node.parent.tag not in ("svg", "symbol", "g")), None
    )
    if title is not None and title.text.strip():
        found.append(Meta("title", " ".join(title.text.split()), "title element", offset_of(title)))
    for node in document.select("meta[content]"):
        key = node.attr("property") or node.attr("name") or node.attr("itemprop") or node.attr("http-equiv")
        value = (node.attr("content") or "").strip()
        if key and value:
            key = key.strip()
            found.append(
                Meta(META_NAMES.get(key.lower(), key.lower()), value, f'meta "{key}"', offset_of(node))
            )
    for node in document.select("link[rel][href]"):
        rel = (node.attr("rel") or "").lower().split()
        for name, meta in RELATIONS:
            if name in rel:
                where = "link rel=" + name + ("" if _in_head(node) else ", not in the head")
                found.append(Meta(meta, (node.attr("href") or "").strip(), where, offset_of(node)))
    for node in document.select('script[type="application/ld+json" i]'):
        found.extend(json_ld(as_written(node.text), offset_of(node), source))
    found.extend(_times(document))
    return tuple(found)


def _times(document: Any) -> Iterator[Meta]:
    """The days that `<time>` elements give beside what they show."""
    for node in document.select("time")[:MOST_TIMES]:
        value = (node.attr("datetime") or "").strip()
        if value:
            said = node.attr("itemprop") == "datePublished" or node.attr("pubdate") is not None
            yield Meta("date", value, TIME_PUBLISHED if said else TIME, offset_of(node))


def _in_head(node: Any) -> bool:
    parent = node.parent
    return parent is not None and getattr(parent, "tag", "") in ("head", "noscript")


def json_ld(text: str, offset: int, source: str) -> Iterator[Meta]:
    """What one script of JSON-LD, which begins at `offset`, says of the article; nothing where it is broken."""
    import json

    if len(text) > _JSON_LIMIT:
        return
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    effort = _MOST_EFFORT
    for node in _articles(data, _DEPTH):
        for name, value in _facts(node):
            at = source.find(value[:40], offset) if value.isascii() and effort > 0 else -1
            effort -= (at if at >= 0 else len(source)) - offset
            yield Meta(name, value, "JSON-LD", at if at >= 0 else offset)


def _articles(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects that describe an article (or the page), wherever @graph and lists have put them."""
    if depth <= 0:
        return
    if isinstance(data, list):
        for item in data[:200]:
            yield from _articles(item, depth - 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        names = [
            kind.lower() for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
        ]
        if any(name.endswith(_ARTICLES) for name in names):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(data.get(key), (list, dict)):
                yield from _articles(data[key], depth - 1)


def _facts(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, name in (
        ("author", "author"),
        ("creator", "author"),
        ("publisher", "publisher"),
        ("sourceOrganization", "publisher"),
    ):
        for person in _called(node.get(key), _NAMES):
            yield name, person
    for key, name in (
        ("headline", "title"),
        ("datePublished", "date"),
        ("url", "url"),
        ("inLanguage", "language"),
    ):
        value = node.get(key)
        if isinstance(value, str) and value.strip():
            yield name, value.strip()
    for value in _called(node.get("license"), _ADDRESSES):
        yield "licence", value
    for value in _called(node.get("isBasedOn"), _NAMES):
        yield "canonical-claim", value
    body = node.get("articleBody")
    if isinstance(body, str) and body.strip():
        yield "body", body


def _called(value: Any, keys: tuple[str, ...], depth: int = 3) -> Iterator[str]:
    """What something is called: the text itself; of an object what the first of the keys says that is there; of a list, each."""
    if depth <= 0:
        return
    if isinstance(value, str) and value.strip():
        yield value.strip()
    elif isinstance(value, dict):
        yield from _called(next(filter(None, map(value.get, keys)), None), keys, depth - 1)
    elif isinstance(value, list):
        for item in value[:50]:
            yield from _called(item, keys, depth - 1)
