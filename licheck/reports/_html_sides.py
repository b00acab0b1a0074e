"""Original and republication side by side, with what is missing at the place where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from licheck.model.finding import Finding, Verdict
from licheck.model.sides import Mark, Paragraph, Row, Sides
from licheck.model.zones import Zone
from licheck.reports._amiss import belongs, lines_of
from licheck.reports._html import Html, block, join, tag
from licheck.reports._words import flat, number_of
from licheck.reports.escape import middle, terminal

_FOLD = 3  # paragraphs in a row that nothing happened to
_REMEDY = 400  # characters of a snippet that is shown at its place; the finding has all of it
_UNSEEN = {ord(sign): None for sign in "\u200b\u00ad\ufeff"}  # joints of elements, soft hyphens
_PLAIN = ("cut", "added", "reworded", "headline")  # changes that the mark itself tells


class Gap(NamedTuple):
    """A finding that belongs somewhere, and the address of its full account on this page."""

    finding: Finding
    anchor: str


class _Slot(NamedTuple):
    """A place on the republication's side: before (or after) paragraph `paragraph` of row `row`."""

    row: int
    paragraph: int


def side_by_side(sides: Sides, gaps: Sequence[Gap], labelled: str) -> Html:
    """The rows, long equal parts folded. `labelled` is the id of the heading."""
    placed: dict[_Slot, list[Gap]] = {}
    elsewhere: list[Gap] = []
    for gap in gaps:
        slot = _slot(sides.rows, gap.finding)
        (placed.setdefault(slot, []) if slot else elsewhere).append(gap)
    rows = [_row(sides, number, placed) for number in range(len(sides.rows))]
    end = [_missing(gap) for gap in placed.get(_Slot(len(rows), 0), ())]
    if end:
        rows.append(_cells("bottom", (), end, sides.compared))
    return block(
        "div",
        *(_missing(gap) for gap in elsewhere),
        _heads(sides.compared),
        *_folded(sides, rows, {slot.row for slot in placed}),
        tag("p", f"{number_of(sides.left_out, 'more row')}: see the files.") if sides.left_out else "",
        class_="sides" if sides.compared else "sides one",
        role="group",
        aria_labelledby=labelled,
    )


def _heads(compared: bool) -> Html:
    names = ("Original", "Republication") if compared else ("Republication",)
    return tag("div", *(tag("div", name) for name in names), class_="heads", aria_hidden="true")


def _slot(rows: Sequence[Row], finding: Finding) -> _Slot | None:
    """Where a finding belongs; None where that is no place in the text."""
    place = finding.belongs_at
    if place is None:
        return None
    by_zone = {
        "below the headline": (Zone.TOP, Zone.ARTICLE, Zone.BOTTOM),
        "above the story's first paragraph": (Zone.ARTICLE, Zone.BOTTOM),
        "at the top of the story": (Zone.ARTICLE, Zone.BOTTOM),
        "at the beginning of the story": (Zone.ARTICLE, Zone.BOTTOM),
        "after the story's last paragraph": (Zone.BOTTOM,),
    }.get(place.name)
    if by_zone:
        number = next((number for number, row in enumerate(rows) if row.zone in by_zone), len(rows))
        return _Slot(number, 0)
    if not place.line:
        return None
    lines = [
        (paragraph.line, _Slot(number, index))
        for number, row in enumerate(rows)
        for index, paragraph in enumerate(row.page)
    ]
    if place.name.startswith("with"):
        return max((one for one in lines if one[0] <= place.line), default=(0, None))[1]
    return next((slot for line, slot in lines if line >= place.line), _Slot(len(rows), 0))


def _folded(sides: Sides, rows: Sequence[Html], kept: set[int]) -> Iterator[Html]:
    """The rows; runs of paragraphs to which nothing happened stand behind a fold."""

    def plain(number: int) -> bool:
        if number >= len(sides.rows) or number in kept:
            return False
        row = sides.rows[number]
        return row.zone is Zone.ARTICLE and not (row.changed if sides.compared else row.notes)

    for same, numbers in groupby(range(len(rows)), plain):
        run = [*numbers]
        if same and len(run) >= _FOLD:
            how = "as in the original" if sides.compared else "of the story"
            summary = tag("summary", f"{number_of(len(run), 'paragraph')} {how}")
            yield block("details", summary, *(rows[number] for number in run), class_="folded")
        else:
            yield from (rows[number] for number in run)


def _row(sides: Sides, number: int, placed: dict[_Slot, list[Gap]]) -> Html:
    row = sides.rows[number]
    was = [_paragraph(one, "del") for one in row.original]
    there: list[Html] = []
    for index, paragraph in enumerate(row.page):
        there += (_missing(gap) for gap in placed.get(_Slot(number, index), ()) if not _with(gap))
        there.append(_paragraph(paragraph, "ins"))
        there += (_missing(gap) for gap in placed.get(_Slot(number, index), ()) if _with(gap))
    if not row.page:
        there += (_missing(gap) for gap in placed.get(_Slot(number, 0), ()))
    there += (tag("p", note, class_="note") for note in row.notes)
    begins = number and sides.rows[number - 1].zone is not row.zone
    name = {Zone.TITLE: "title", Zone.TOP: "top", Zone.ARTICLE: "article", Zone.BOTTOM: "bottom"}.get(
        row.zone, ""
    )
    return _cells(f"{name} zone" if begins else name, was, there, sides.compared)


def _with(gap: Gap) -> bool:
    return bool(gap.finding.belongs_at and gap.finding.belongs_at.name.startswith("with"))


def _cells(name: str, was: Sequence[Html], there: Sequence[Html], compared: bool) -> Html:
    nothing = tag("p", "Not there.", class_="none")
    cells = [("Republication", there)]
    if compared:
        cells.insert(0, ("Original", was))
    return block(
        "div",
        *(
            tag("div", tag("span", f"{label}: ", class_="side"), *(parts or (nothing,)))
            for label, parts in cells
        ),
        class_=f"row {name}",
    )


def _paragraph(paragraph: Paragraph, name: str) -> Html:
    line = tag("span", f"line {paragraph.line}", class_="at") if paragraph.line else ""
    return tag("p", line, *_marked(paragraph, name), class_="h" if paragraph.level else "", dir="auto")


def _marked(paragraph: Paragraph, name: str) -> Iterator[str]:
    """The text with its marks; one that lies in another is left out."""
    at = 0
    for mark in paragraph.marks:
        if mark.start < at:
            continue
        yield _text(paragraph.text[at : mark.start])
        yield _mark(mark, _text(paragraph.text[mark.start : mark.end]), name)
        at = mark.end
    yield _text(paragraph.text[at:])


def _mark(mark: Mark, text: str, name: str) -> Html:
    told = "taken out" if name == "del" else "put in"
    spoken = tag("span", f" [{told}: ", class_="vh")
    changed = tag(name, spoken, text, tag("span", "] ", class_="vh"), class_="free" if mark.free else "")
    kind = tag("span", mark.what, class_="kind") if mark.what not in _PLAIN else Html("")
    return join((changed, kind))


def _text(text: str) -> str:
    return text.translate(_UNSEEN)


def _missing(gap: Gap) -> Html:
    """The sign that stands where something belongs."""
    finding = gap.finding
    failed = finding.verdict is Verdict.FAILED
    word = ("To be put right" if _with(gap) else "Missing") if failed else "Look here"
    if finding.waiver:
        word = "Waived"
    elif finding.known:
        word = "Known"
    look = " excused" if finding.excused else "" if failed else " cant-tell"
    remedy = middle("\n".join(map(terminal, lines_of(finding.remedy))), _REMEDY) if finding.remedy else ""
    return block(
        "div",
        join((tag("b", f"{word}: {finding.requirement}. "), f"{flat(finding.reason)} ")),
        tag("span", f"{belongs(finding)}. ", class_="soft"),
        tag("a", f"More on {finding.requirement}", href=f"#{gap.anchor}"),
        tag("pre", tag("code", *_lines(remedy))) if remedy else "",
        class_=f"missing{look}",
        role="note",
    )


def _lines(text: str) -> Iterable[Html]:
    """Text whose line ends stay line ends; the rest of it is escaped."""
    return (join((line, Html("\n"))) for line in text.split("\n"))
