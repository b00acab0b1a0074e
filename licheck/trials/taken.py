"""Ways of taking the wrong story, or at the wrong time: most are seen on the original, and on the days of both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from bs4 import BeautifulSoup, Tag

from licheck.trials.desk import Desk, Target, Way
from licheck.trials.markup import element, made, paragraphs, rewrite

_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_EMBARGO = re.compile(r"embargo[^<]{0,40}(\d{4}-\d{2}-\d{2})", re.I)
_OTHER_PAPER = "Lower Fell Chronicle"
_BYLINE = 120  # characters of a line at the top of an original that credits or dates it
_DATED = ("content", "datetime", "title")


def _at_top(soup: BeautifulSoup, text: str) -> bool:
    """Put a line between the headline of a page and its story."""
    heading = soup.find("h1")
    if isinstance(heading, Tag):
        heading.insert_after(made(f"<p>{text}</p>"))
    return isinstance(heading, Tag)


def _of_agency(desk: Desk, target: Target) -> bool:
    """The original's byline credits an agency, not the publisher."""
    name = next(iter(target.people), "Nora Quill")
    heading = desk.original.find("h1")
    while isinstance(heading, Tag) and isinstance(line := heading.find_next_sibling(), Tag):
        if line.name != "p" or len(line.get_text()) > _BYLINE:
            break
        line.decompose()
    return _at_top(desk.original, f"By {name}, The Associated Press")


def _first_elsewhere(desk: Desk, _target: Target) -> bool:
    return _at_top(desk.original, f"This story was originally published by {_OTHER_PAPER}.")


def _marked(desk: Desk, target: Target) -> bool:
    marks: tuple[str, ...] = getattr(target.requirement, "marks", ())
    return bool(marks) and _at_top(desk.original, marks[0].capitalize())


def _not_marked(desk: Desk, target: Target) -> bool:
    marks = [str(mark) for mark in getattr(target.requirement, "marks", ())]
    there = (piece for piece in target.finding.evidence if piece.counts and piece.path)
    tags = [tag for piece in there if (tag := element(desk.original, piece)) is not None]
    for tag in tags:
        for link in (tag, *tag.find_all("a")):
            if link.has_attr("href"):
                link["href"] = "/newsletter"
        for mark in marks:
            while rewrite(tag, mark, "Newsletter"):
                pass
    return bool(tags)


def corrected(desk: Desk, _target: Target) -> bool:
    """The original was corrected after the story was taken."""
    found = paragraphs(desk.original)
    line = "Correction: An earlier version of this story gave a wrong year for the first of the meetings."
    if found:
        found[-1].insert_after(made(f"<p>{line}</p>"))
    return bool(found)


def with_partner(desk: Desk, target: Target) -> bool:
    """Another newsroom stands in the original's byline, beside the publisher."""
    name = next(iter(target.people), "")
    ours = target.rule_set.publisher.name
    for tag in desk.original.find_all("p") if name else ():
        if name in tag.get_text() and len(tag.get_text()) < _BYLINE:
            tag.string = f"By {name}, {ours}, {_OTHER_PAPER}"
            return True
    return False


def _day_of(soup: BeautifulSoup) -> date | None:
    """The day that a page tells programs."""
    for tag in soup.find_all(["meta", "time"]):
        for name in _DATED:
            found = _DAY.search(str(tag.get(name, "")))
            if found:
                return date.fromisoformat(found[0])
    return None


def _set_day(soup: BeautifulSoup, day: date) -> bool:
    """Tell programs another day; in what readers see it stays as it is."""
    found = [(tag, name) for tag in soup.find_all(["meta", "time"]) for name in _DATED if tag.has_attr(name)]
    dated = [(tag, name) for tag, name in found if _DAY.search(str(tag[name]))]
    for tag, name in dated:
        tag[name] = _DAY.sub(day.isoformat(), str(tag[name]))
    if not dated and isinstance(head := soup.find("head"), Tag):
        head.append(made(f'<meta property="article:published_time" content="{day.isoformat()}T09:00:00Z">'))
    return bool(dated) or soup.find("head") is not None


def _too_early(desk: Desk, target: Target) -> bool:
    """Two days after the original, or one day: the page does not wait."""
    least, first = getattr(target.requirement, "least_days", 0), _day_of(desk.original)
    return least > 2 and first is not None and _set_day(desk.page, first + timedelta(days=1))


def _too_late(desk: Desk, target: Target) -> bool:
    most, first = getattr(target.requirement, "most_days", 0), _day_of(desk.original)
    return most > 0 and first is not None and _set_day(desk.page, first + timedelta(days=most + 20))


def _too_old(desk: Desk, target: Target) -> bool:
    since = getattr(target.requirement, "since", None)
    return since is not None and _set_day(desk.original, since - timedelta(days=40))


def embargoed(desk: Desk, _target: Target) -> bool:
    """The original is not to be published for another week, and the page has it."""
    here = _day_of(desk.page) or date(2026, 10, 5)
    if not _set_day(desk.page, here):
        return False
    return _at_top(desk.original, f"Embargoed until {(here + timedelta(days=7)).isoformat()}")


def _before_its_day(desk: Desk, target: Target) -> bool:
    until = _EMBARGO.search(target.original)
    return until is not None and _set_day(desk.page, date.fromisoformat(until[1]) - timedelta(days=4))


ORIGIN: Final[Mapping[str, Way]] = {"an agency's": _of_agency, "first elsewhere": _first_elsewhere}
EXCLUDED: Final[Mapping[str, Way]] = {"marked as excluded": _marked}
NOT_FREE: Final[Mapping[str, Way]] = {"not marked as free": _not_marked}
TIME: Final[Mapping[str, Way]] = {
    "too early": _too_early,
    "too late": _too_late,
    "too old": _too_old,
}
EMBARGO: Final[Mapping[str, Way]] = {"before its day": _before_its_day}
