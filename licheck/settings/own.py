"""What a page says of itself to licheck: waivers, in its front matter or in comments, and keys that we know.

    <!-- licheck-waive requirement=logo reason="The agency agreed by mail." by="R. Lind" until=2027-01-31 -->

or, over several lines, `requirement: logo` on a line of its own, and so on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import Final, NamedTuple

from licheck.errors import Fault
from licheck.model.page import Page
from licheck.model.waiver import Waiver
from licheck.patterns import pattern
from licheck.rulesets.words import instead, quote

MARK: Final = "licheck-waive"

_LONGEST: Final = 4_000  # characters of a comment
_MOST: Final = 200  # waivers in a page
_KEYS: Final = ("requirement", "reason", "by", "until", "rule_set")
_NEEDED: Final = _KEYS[:4]
_OWN: Final = ("publisher", "original", "authors", "waive")  # keys below `licheck` in front matter
_COMMENT = pattern(r"<!--\s{0,80}licheck-waive\b")
_PAIR = pattern(r"""([\w-]+)\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|(\S+))""")
_LINE = pattern(r"""[ \t]*([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*""")


class Said(NamedTuple):
    """The waivers of a page, and what is wrong with what it says to licheck."""

    waivers: tuple[Waiver, ...] = ()
    faults: tuple[Fault, ...] = ()


class _Raw(NamedTuple):
    """A waiver as it is written; offsets are into the page's source."""

    values: Mapping[str, str]
    offset: int
    unread: str = ""


def said_by(page: Page) -> Said:
    """What a page says to licheck. Never raises; linear in the page."""
    raws = [*islice(chain(_in_front_matter(page), _in_comments(page)), _MOST + 1)]
    faults = [*_unknown_keys(page)]
    waivers = []
    for raw in raws[:_MOST]:
        found = _waiver(page, raw)
        if isinstance(found, Waiver):
            waivers.append(found)
        else:
            faults += found
    if len(raws) > _MOST:
        faults.append(_fault(page, raws[_MOST].offset, f"more than {_MOST} waivers in one page"))
    return Said(tuple(waivers), tuple(faults))


def _unknown_keys(page: Page) -> Iterator[Fault]:
    for meta in page.metadata:
        if meta.where == "front matter" and meta.name.startswith("licheck."):
            key = meta.name.split(".")[1]
            if key not in _OWN:
                yield _fault(page, meta.offset, f"{quote(key)} is no key of `licheck`: {instead(key, _OWN)}")


def _in_front_matter(page: Page) -> Iterator[_Raw]:
    """The items of `licheck: {waive: [...]}`: a key that comes again begins the next one."""
    values: dict[str, str] = {}
    begins = 0
    for meta in page.metadata:
        if meta.where != "front matter" or not meta.name.startswith("licheck.waive"):
            continue
        key = meta.name.removeprefix("licheck.waive").lstrip(".")
        if key in values:
            yield _Raw(values, begins)
            values = {}
        begins = begins if values else meta.offset
        values[key] = meta.value
    if values:
        yield _Raw(values, begins)


def _in_comments(page: Page) -> Iterator[_Raw]:
    source = page.source
    if MARK not in source:
        return
    shown = _shown(page)
    for found in _COMMENT.finditer(source, *(page.span or (0, len(source)))):
        if _is_text(found.start(), shown):
            continue
        end = source.find("-->", found.end(), found.end() + _LONGEST)
        if end < 0:
            yield _Raw({}, found.start(), "the comment does not end with `-->`, or is too long")
        else:
            yield _read(source[found.end() : end], found.start())


def _shown(page: Page) -> list[tuple[int, bool]]:
    """Where blocks begin, in order, and whether each shows the mark to its readers."""
    return sorted((block.offset, MARK in block.text) for block in page.blocks)


def _is_text(offset: int, shown: Sequence[tuple[int, bool]]) -> bool:
    """Whether what looks like a comment is an example that readers see."""
    at = bisect_right(shown, (offset, True))
    return at > 0 and shown[at - 1][1]


def _read(text: str, offset: int) -> _Raw:
    if "=" in text and not re.match(r"\s*[\w-]+\s*:", text):
        values = {key: next(filter(None, rest), "") for key, *rest in _PAIR.findall(text)}
        left = _PAIR.sub("", text).strip()
        return _Raw(values, offset, f"{quote(left)} is no key=value" if left else "")
    values = {}
    for line in filter(str.strip, text.split("\n")):
        found = _LINE.fullmatch(line)
        if found is None:
            return _Raw(values, offset, f"{quote(line.strip())} is no `key: value`")
        values[found[1]] = found[2].strip("\"'")
    return _Raw(values, offset)


def _waiver(page: Page, raw: _Raw) -> Waiver | list[Fault]:
    problems = [raw.unread] if raw.unread else [*_problems(raw.values)]
    if problems:
        return [_fault(page, raw.offset, f"this waiver does not count: {problem}") for problem in problems]
    values = raw.values
    until = date.fromisoformat(values["until"])
    rule_set = values.get("rule_set", "")
    line = page.position(raw.offset).line
    return Waiver(values["requirement"], values["reason"], values["by"], until, rule_set, page.path, line)


def _problems(values: Mapping[str, str]) -> Iterator[str]:
    for key in values:
        if key not in _KEYS:
            yield f"{quote(key)} is no key of a waiver: {instead(key, _KEYS)}"
    for key in _NEEDED:
        if not values.get(key, "").strip():
            yield f"it lacks {quote(key)}"
    until = values.get("until", "")
    if until and not _is_day(until):
        yield f"`until` must be a day such as 2027-01-31, not {quote(until)}"


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _fault(page: Page, offset: int, message: str) -> Fault:
    return Fault(page.path, *page.position(offset), message)
