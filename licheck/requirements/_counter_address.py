"""The address of a page counter: which addresses are its, for which article, and what one of them lacks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from licheck.addresses import address
from licheck.patterns import pattern

ID: Final = "{id}"
"""What stands for the article's number."""

_LONGEST_ID = 80  # characters of an article's number; it can be a slug
_LONGEST = 2_000  # characters of an address that are read
_MOST = 100  # parameters of an address that are read
_OTHER_BRACE = pattern(r"\{(?!id\})[^{}]*\}?")
_ESCAPED_AND = pattern(r"&(?:amp|#0*38|#x0*26);", re.I)
_BEGIN = pattern(r"(?:https?:)?(?:\\?/){2}[^\s\"'<>]*\Z", re.I)
_BEFORE = 200  # characters before a parameter in which its address begins, and after a host in which its path goes on


class CounterAddress(NamedTuple):
    """`host` without `www.`, empty where the counter stands on the original's own; `path` and the values of `query`
    with `{id}` for the article's number.
    """

    host: str
    path: str
    query: Mapping[str, str]

    @property
    def names_article(self) -> bool:
        """Whether the article's number stands in it."""
        return ID in self.path or any(ID in value for value in self.query.values())

    @property
    def _is_told_by_query(self) -> bool:
        """Whether host and path say too little: any picture of the site has them."""
        return not self.host or not self.path.strip("/")

    @property
    def _own(self) -> tuple[str, ...]:
        """The parameters that only it has; one for the number alone has a name that anything may have."""
        fixed = tuple(name for name, value in self.query.items() if ID not in value)
        return fixed or tuple(self.query)

    @property
    def _begins(self) -> str:
        """Its path up to the article's number."""
        return self.path.partition(ID)[0].rstrip("/")

    def faults(self) -> str:
        """Why it cannot be looked for; empty where it can."""
        if wrong := next(
            (hit for part in (self.path, *self.query.values()) if (hit := _OTHER_BRACE.search(part))), None
        ):
            return f"{wrong.group()} is not known; {ID} stands for the article's number"
        if self._is_told_by_query and not self.query:
            return "give the `path` or the `query`" if self.host else "give the `host`, or the `query`"
        return ""

    def is_at(self, src: str) -> bool:
        """Whether an address is a counter of this publisher, though perhaps one with wrong or missing parameters."""
        if self.host.isascii() and self.host not in src.lower():
            return False  # most pictures: nothing to take apart
        found = address(src)
        if found is None or (self.host and found.host != self.host):
            return False
        path = f".{{1,{_LONGEST_ID}}}".join(map(re.escape, self.path.rstrip("/").split(ID)))
        if re.match(path, found.path) is None:
            return False
        return not self._is_told_by_query or not _parameters(src).keys().isdisjoint(self._own)

    def is_within(self, src: str) -> bool:
        """Whether an address fetches the counter through another server."""
        if not self.host or self.host not in src or host_of(src) == self.host:
            return False
        inner = unquote(src[:_LONGEST])
        marks = self._own if self._is_told_by_query else (f"{self.host}{self._begins}",)
        return all(mark in inner for mark in marks)

    def lacks(self, src: str) -> str:
        """What is wrong with the parameters of an address, for people; empty where all are as they must be."""
        there = _parameters(src)
        for name, wanted in self.query.items():
            values = [value for value in there.get(name, ()) if value]
            if not values:
                return f"lacks `{name}` in its address"
            if ID in wanted and not any(map(_form(wanted).fullmatch, values)):
                return f"names no article in `{name}`"
            if ID not in wanted and wanted not in values:
                return f"has `{name}={values[0][:_LONGEST_ID]}` in its address where `{name}={wanted}` is asked for"
        return ""

    def number(self, src: str) -> str:
        """The article's number in an address; empty where it is not in it."""
        if ID in self.path:
            before, _, after = self.path.partition(ID)
            end = re.escape(after) if after else r"(?=[/?#&]|$)"
            hit = re.search(rf"{re.escape(before)}([^/?#&]{{1,{_LONGEST_ID}}}?){end}", src)
            return hit[1] if hit else ""
        there = _parameters(src) if self.names_article else {}
        forms = [(name, _form(wanted)) for name, wanted in self.query.items() if ID in wanted]
        hits = (form.fullmatch(value) for name, form in forms for value in there.get(name, ()))
        return next((hit[1] for hit in hits if hit), "")

    def written(self, number: str, host: str) -> str:
        """The address of the counter of an article; `host` where it has none of its own."""
        path = quote(self.path.replace(ID, number), safe="/:@!$&'()*+,;=~%{}")
        query = urlencode({name: value.replace(ID, number) for name, value in self.query.items()})
        return f"https://{self.host or host}{path}" + (f"?{query}" if query else "")

    def found_in(self, text: str, start: int, end: int) -> int:
        """Where an address of it begins in text[start:end] of a file, in whatever form; -1 for nowhere."""
        mark = self._own[0] if self._is_told_by_query else self.host
        at = start - 1
        for _ in range(_MOST):
            at = text.find(mark, at + 1, end)
            if at < 0:
                return -1
            if self._is_told_by_query:
                begin = _BEGIN.search(text[max(start, at - _BEFORE) : at])
                if begin:
                    return at - len(begin.group())
            elif text[at + len(mark) : at + _BEFORE].replace("\\/", "/").startswith(self._begins):
                return at
        return -1


def host_of(src: str) -> str:
    """The host of an address, without `www.`; empty for none."""
    found = address(src)
    return found.host if found else ""


def _form(wanted: str) -> re.Pattern[str]:
    """A value with the article's number in it, as a pattern."""
    return re.compile(rf"([^/?#&]{{1,{_LONGEST_ID}}})".join(map(re.escape, wanted.split(ID, 1))))


def _parameters(src: str) -> dict[str, list[str]]:
    """The parameters of an address, by name, in its order; an `&` that was escaped twice is one."""
    try:
        query = urlsplit(_ESCAPED_AND.sub("&", src[:_LONGEST])).query
    except ValueError:
        return {}
    found: dict[str, list[str]] = {}
    for name, value in parse_qsl("&".join(query.split("&", _MOST)[:_MOST]), keep_blank_values=True):
        found.setdefault(name, []).append(value)
    return found
