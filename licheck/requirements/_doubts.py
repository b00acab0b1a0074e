"""Why what is missing on a page may be there all the same: then nobody is accused. Asked only where something failed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licheck.model.case import Case
from licheck.names import find_name
from licheck.organisations import named
from licheck.patterns import pattern

NOTHING_SEEN = "Nothing is seen on this page: it may be cut off, or written by a script. What it shows a reader cannot be told."

_WRITE = "document.write"
_CALL = pattern(r"document\.write(?:ln)?\s*\(")
_LONGEST = 2_000  # characters of a call that are looked at
_MOST = 20  # calls of a page that are looked at
_END = pattern(r"</script", re.I)
_CREDIT = pattern(r"(?:[\"'>]|^)\s*(?:By|BY|Von|Par|Por|Words by|Written by)\b[\s:]")
_OF_WRITER = ("byline", "affiliation")
_OF_PUBLISHER = ("affiliation", "credit_line", "link_back", "logo")


def doubt(case: Case, kind: str) -> str:
    """A sentence that makes a failure of this kind a doubt; empty where it stands."""
    if not case.page.blocks:
        return "But nothing at all is seen on this page."
    if case.page.scripted:
        return "But a template writes a part of this page, which this file does not show."
    if _WRITE in case.page.source and kind in (*_OF_WRITER, *_OF_PUBLISHER):
        return _by_script(case, kind)
    return ""


def _by_script(case: Case, kind: str) -> str:
    for at, text in _written(case):
        if (kind in _OF_WRITER and _credits_writer(case, text)) or (
            kind in _OF_PUBLISHER and _names_publisher(case, text)
        ):
            line = case.page.position(at).line
            return f"But a script writes such text into the page when it is opened (document.write, line {line})."
    return ""


def _credits_writer(case: Case, text: str) -> bool:
    people = case.people or tuple(case.sightings)
    return any(find_name(person, text).likeness.is_same for person in people) or (
        not people and _CREDIT.search(text) is not None
    )


def _names_publisher(case: Case, text: str) -> bool:
    publisher = case.rule_set.publisher
    return any(domain in text for domain in publisher.domains) or bool(
        named(text, publisher.names, publisher.others)
    )


def _written(case: Case) -> Iterator[tuple[int, str]]:
    """What the page's scripts write into it, as the calls have it, and where (an offset)."""
    page = case.page
    first, last = page.span or (0, len(page.source))
    at = first
    for _ in range(_MOST):
        call = _CALL.search(page.source, at, last)
        if call is None:
            return
        at = call.end()
        opened = page.source.rfind("<script", first, at)
        if opened >= 0 and page.source.find("</script", opened, at) < 0:
            end = _END.search(page.source, at, min(last, at + _LONGEST))
            yield call.start(), page.source[at : end.start() if end else min(last, at + _LONGEST)]
