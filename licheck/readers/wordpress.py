"""Posts as WordPress gives them out by its REST API (`/wp-json/wp/v2/posts`): one, or a list.

Seen are `title.rendered` and `content.rendered`. Authors' names (there only where the address ended with
`?_embed`), dates, the excerpt and what plug-ins say for search engines are metadata.
"""

from __future__ import annotations

from collections.abc import Iterator

from licheck.errors import FormatError
from licheck.model.page import Meta, Page
from licheck.patterns import pattern
from licheck.readers.embedded.files import opened
from licheck.readers.embedded.json_places import Value, items
from licheck.readers.embedded.stories import Stories
from licheck.readers.embedded.story import Story, metas, page_of

NAME = "wordpress"
SUFFIXES = (".json",)
FIRST = "[{"

_HEAD = pattern(rb'"rendered"\s*:\s*"|"code"\s*:\s*"rest_')
_FOR_SEARCH_ENGINES = {
    "canonical": "canonical",
    "author": "author",
    "og_site_name": "site",
    "og_locale": "language",
}


def recognises(head: bytes) -> bool:
    """Whether these first bytes are posts of WordPress, or its refusal to give one."""
    return _HEAD.search(head) is not None


def read(path: str, data: bytes) -> Page:
    """The one post of a file; raises FormatError."""
    return stories(path, data).only()


def stories(path: str, data: bytes) -> Stories:
    """The posts of a file; raises FormatError for what holds none, or no whole one."""
    file = opened(path, data)
    found = items(file.source)
    first = found.values[0].members()
    if "content" not in first:
        if str(first.get("code", "")).startswith("rest_"):
            raise FormatError(f"is no story but WordPress's answer that it gives none: {first['message']}")
        raise FormatError("is JSON without content.rendered: no post of WordPress")

    def make(index: int) -> Page:
        return page_of(_story(found.values[index]), file, NAME)

    return Stories(path, len(found.values), make, found.trouble)


def _story(post: Value) -> Story:
    members = post.members()
    none = Value(post.source, post.start, post.start)
    content, title = members.get("content", none), members.get("title", none)
    text = content.get("rendered").text()
    if text is None:
        why = "is behind a password" if content.get("protected").is_true() else "content.rendered is empty"
        raise FormatError(f"has no text in this file: {why}")
    status = str(members.get("status", none))
    notes = (f'In WordPress its status is "{status}".',) if status not in ("publish", "") else ()
    facts = tuple(_facts(members, none))
    return Story(title.get("rendered").text(), text, (post.start, post.end), facts, notes)


def _facts(members: dict[str, Value], none: Value) -> Iterator[Meta]:
    embedded = members.get("_embedded", none).members()
    for author in embedded.get("author", none).elements():
        yield from _named("_embedded.author", "author", author.get("name"))
    for guest in (*members.get("coauthors", none).elements(), *members.get("authors", none).elements()):
        yield from _named("coauthors", "author", guest.get("display_name"))
    for key, name in (("date", "date"), ("link", "url"), ("type", "type")):
        yield from _named(key, name, members.get(key, none))
    yield from _named("excerpt.rendered", "description", members.get("excerpt", none).get("rendered"))
    head = members.get("yoast_head_json", none).members()
    for key, name in _FOR_SEARCH_ENGINES.items():
        yield from _named(f"yoast_head_json.{key}", name, head.get(key, none))


def _named(key: str, name: str, value: Value) -> list[Meta]:
    return metas(f"WordPress {key}", [(name, value, value.start + 1)])
