"""Names the original as canonical: in the link that is there, else in a new one at the end of the head.

In Markdown the address goes into the front matter, where a key for it is there already or the site's dialect is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from licheck.addresses import address
from licheck.model.page import Meta
from licheck.patterns import pattern
from licheck.repair._attributes import value_of
from licheck.repair._html import behind_title, end_of_head, is_amp
from licheck.repair._markdown import front_matter
from licheck.repair._task import Edit, Repair, Task, Unmendable
from licheck.repair._words import attribute, empty, story_url, unknown_address

_NO_HEAD = "the file has no <head>: the address belongs into the head of the page that this becomes"
_NO_FRONT = "the file has no front matter, and where the site takes the address from is not known"
_DIALECT = "the name of the key is only the usual one: whether the site reads it is not known"
_AMP = "the page is one of AMP, which names its own twin there"
_LAYOUT = pattern(r"^layout[ \t]*:", 8)
_TABLE = pattern(r"^[ \t]*\[", 8)
_BLOCK = pattern(r"^[\w\"'-]+[ \t]*:", 8)


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    url = story_url(task.case)
    if not url:
        raise unknown_address(task.case)
    wrong = [
        meta
        for meta in task.page.values("canonical")
        if address(meta.value) != address(url) and "not in the head" not in meta.where
    ]
    if wrong:
        yield _corrected(task, wrong, url)
    elif task.page.format == "markdown":
        yield _in_front_matter(task, url)
    else:
        yield from _in_head(task, url)


def _corrected(task: Task, wrong: list[Meta], url: str) -> Repair:
    edits = tuple(_new_value(task, meta, url) for meta in wrong)
    doubt = _AMP if is_amp(task.page) else ""
    return Repair(edits, f"makes {url} the canonical address in place of {wrong[0].value}", doubt)


def _new_value(task: Task, meta: Meta, url: str) -> Edit:
    source = task.page.source
    if meta.where == "front matter":
        end = meta.offset + len(meta.value)
        if source[meta.offset : end] == meta.value:
            return Edit(meta.offset, end, url)
    elif value := value_of(task.page, meta.offset, "href", meta.value):
        return Edit(value.start, value.end, value.written(url))
    raise Unmendable("the place of the wrong address in the source is not clear")


def _in_head(task: Task, url: str) -> Iterator[Repair]:
    tag = empty(task.page, f'<link rel="canonical" href="{attribute(url)}"')
    end = end_of_head(task.page)
    if end is None:
        raise Unmendable(_NO_HEAD)
    for spot in (end, behind_title(task.page)):
        if spot is not None:
            yield Repair((spot.edit(tag),), f"adds a canonical link to {url} in the head")


def _in_front_matter(task: Task, url: str) -> Repair:
    fence, start, end = front_matter(task.page)
    text = task.page.source[start:end]
    if not fence or not text.strip():
        raise Unmendable(_NO_FRONT)
    said = f"adds the canonical address {url} to the front matter"
    if fence == "{":
        first = text.index('"')
        key = f'"canonical_url": {json.dumps(url)},{text[:first] or " "}'
        return Repair((Edit(start + first, start + first, key),), said, _DIALECT)
    if fence == "+++":
        table = _TABLE.search(task.page.source, start, end)
        at = table.start() if table else end
        return Repair((Edit(at, at, f"canonical_url = {json.dumps(url)}\n"),), said, _DIALECT)
    if not _BLOCK.match(text.lstrip("\n")):
        raise Unmendable("the front matter is not written as a list of keys, a line each")
    doubt = "" if _LAYOUT.search(text) else _DIALECT  # Jekyll and Eleventy, whose plug-ins read canonical_url
    return Repair((Edit(end, end, f"canonical_url: {json.dumps(url)}\n"),), said, doubt)
