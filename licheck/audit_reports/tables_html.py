"""Tables with bars, for the HTML report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from licheck.audit_reports.charts import bar, percent
from licheck.audit_reports.figures import Republisher, Tally, summed
from licheck.reports._html import Html, block, escaped, join, tag
from licheck.reports._words import flat

_MOST_ROWS = 500  # of a table
_UNNAMED = "republisher not known"

_COLUMNS = (("Lack something", 0), ("Unsure", 1), ("Excused", 2))  # and their places in a `Tally`


def section(name: str, heading: str, *parts: str, start: bool = False) -> Html:
    """A section with its heading, which has `name` for its id. `start`: on paper it begins a page."""
    return block(
        "section",
        tag("h2", heading, id=name),
        *parts,
        class_="start" if start else "",
        aria_labelledby=name,
    )


def shares(caption: str, what: str, rows: Sequence[tuple[Html, Tally]]) -> Html:
    """A table of what complies: a row for each, with a bar; beyond 500 all others in one row."""
    columns = [
        (name, place) for name, place in _COLUMNS if not place or any(tally[place] for _, tally in rows)
    ]
    lines = [_row(name, tally, columns) for name, tally in rows[:_MOST_ROWS]]
    if len(rows) > _MOST_ROWS:
        rest = summed(tally for _, tally in rows[_MOST_ROWS:])
        lines.append(_row(escaped(f"{len(rows) - _MOST_ROWS:,} more"), rest, columns))
    heads = [_head(what, "name"), tag("td", class_="bars", role="cell")]
    heads += [_head(name, "num") for name in ("Comply", "Pages", *(name for name, _ in columns))]
    return table(caption, heads, lines)


def table(caption: str, heads: Iterable[Html], lines: Iterable[Html]) -> Html:
    """A table. The roles are said because narrow screens show cells as lines, which would else take it from readers."""
    return block(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        block("tbody", *lines, role="rowgroup"),
        role="table",
    )


def _head(name: str, kind: str = "") -> Html:
    return tag("th", name, scope="col", class_=kind, role="columnheader")


def _row(name: Html, tally: Tally, columns: Iterable[tuple[str, int]]) -> Html:
    numbers = [("Comply", percent(tally.share)), ("Pages", f"{tally.total:,}")]
    numbers += [(head, f"{tally[place]:,}") for head, place in columns]
    cells = (tag("td", told, class_="num", role="cell", data_name=head) for head, told in numbers)
    first = tag("td", name, class_="name", role="cell")
    return tag("tr", first, tag("td", bar(tally), class_="bars", role="cell"), *cells, role="row")


def worst(rows: Iterable[tuple[Republisher, str, Sequence[tuple[str, int]]]]) -> Html:
    """Whom to write to: each republisher with the id of its cases on this page, and what it lacks most often."""
    heads = map(_head, ("Republisher", "Pages that lack something", "Most often", "Published"))
    caption = "The republishers with the most pages that lack something"
    return table(caption, heads, (_worst_row(*row) for row in rows))


def _worst_row(one: Republisher, anchor: str, lacked: Sequence[tuple[str, int]]) -> Html:
    often = ", ".join(f"{in_words(name)} ({count:,})" for name, count in lacked[:4])
    often += f" and {len(lacked) - 4} more" if len(lacked) > 4 else ""
    first, last = (tag("span", day, class_="day") for day in (one.first, one.last))
    days = first if one.first == one.last else join((first, " to ", last))
    cells = (
        tag("td", tag("a", name_of(one), href=f"#{anchor}"), class_="name", role="cell"),
        tag("td", f"{one.tally.lacks:,} of {one.tally.total:,}", bar(one.tally), class_="bars", role="cell"),
        tag("td", often, role="cell"),
        tag("td", days if one.first else "no date", role="cell"),
    )
    return tag("tr", *cells, role="row")


def name_of(one: Republisher) -> str:
    """A republisher's name for people."""
    return flat(one.name) or _UNNAMED


def in_words(requirement: str) -> str:
    """A requirement's id for people."""
    return flat(requirement.replace("_", " "))
