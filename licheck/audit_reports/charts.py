"""Figures drawn as SVG in the page itself. What is drawn stands beside it in numbers, for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, log10

from licheck.audit_reports.figures import Tally
from licheck.reports._html import Html, tag

MOST_MONTHS = 36  # drawn; earlier ones stand in the table

_WIDTH, _LEFT, _RIGHT = 960, 56, 12  # units of the drawing
_TOP, _SHARES, _GAP, _PAGES, _FOOT = 26, 120, 46, 120, 30
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def percent(share: float) -> str:
    """A share (0-1) in words; what is not quite nothing or all is not called so."""
    if 0 < share < 0.005:
        return "under 1%"
    if 0.995 < share < 1:
        return "over 99%"
    return f"{share:.0%}"


def _parts(tally: Tally) -> list[tuple[str, int]]:
    """How many came out how, the worst first, by the names that are their classes, too."""
    return [*tally._asdict().items()]


def bar(tally: Tally, width: int = 200, height: int = 12) -> Html:
    """A bar of what complies and what does not; for the eye alone, the numbers stand beside it."""
    parts, at = [], 0.0
    for name, count in reversed(_parts(tally)):
        wide = width * count / tally.total if tally.total else 0
        if wide:
            parts.append(_rect(f"b-{name}", at, 0, wide, height))
        at += wide
    return tag(
        "svg", *parts, class_="bar", viewBox=f"0 0 {width} {height}", preserveAspectRatio="none", aria_hidden="true"
    )  # fmt: skip


def patterns() -> Html:
    """What the bars are filled with beside plain colours, once for the whole page."""
    stripes = tag("path", d="M-1 1l2-2M0 6l6-6M5 7l2-2", class_="stripe")
    ground = tag("rect", width="6", height="6", class_="stripe-ground")
    hatch = tag("pattern", ground, stripes, id="hatch", width="6", height="6", patternUnits="userSpaceOnUse")
    return tag("svg", tag("defs", hatch), width="0", height="0", class_="defs", aria_hidden="true", focusable="false")  # fmt: skip


def by_month(months: Sequence[tuple[str, Tally]], labelled: str) -> Html:
    """The share that complies, and how many pages there were, month by month. `labelled`: id of a text that tells it."""
    shown = months[-MOST_MONTHS:]
    step = (_WIDTH - _LEFT - _RIGHT) / len(shown)
    height = _TOP + _SHARES + _GAP + _PAGES + _FOOT
    return tag(
        "svg",
        *_shares(shown, step),
        *_columns(shown, step),
        *_axis(shown, step, height),
        class_="chart",
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
        aria_labelledby=labelled,
    )


def _shares(shown: Sequence[tuple[str, Tally]], step: float) -> Iterator[Html]:
    base = _TOP + _SHARES
    yield _text("heading", _LEFT, 12, "Share of pages that comply")
    for share in (0, 0.5, 1):
        y = base - share * _SHARES
        yield _line(_LEFT, y, _WIDTH - _RIGHT, y)
        yield _text("tick end", _LEFT - 8, y + 4, f"{share:.0%}")
    points = [
        (_LEFT + (at + 0.5) * step, base - tally.share * _SHARES, tally)
        for at, (_, tally) in enumerate(shown)
        if tally.total
    ]
    yield tag("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points), class_="line")
    labelled = _labelled(len(points), step)
    for number, (x, y, tally) in enumerate(points):
        yield tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="3.5", class_="point")
        if number in labelled:
            below = 17 if tally.share > 0.85 else -9
            yield _text("value mid", x, y + below, percent(tally.share).replace("under ", "<").replace("over ", ">"))  # fmt: skip


def _labelled(count: int, step: float) -> set[int]:
    """Which points have their number: as many as have room, the latest always."""
    every = max(1, ceil(34 / step))
    return set(range(count - 1, -1, -every))


def _columns(shown: Sequence[tuple[str, Tally]], step: float) -> Iterator[Html]:
    top, base = _TOP + _SHARES + _GAP, _TOP + _SHARES + _GAP + _PAGES
    highest = _round_up(max(tally.total for _, tally in shown))
    yield _text("heading", _LEFT, top - 14, "Pages")
    for part in (0, 0.5, 1) if highest > 1 else (0, 1):
        y = base - part * _PAGES
        yield _line(_LEFT, y, _WIDTH - _RIGHT, y)
        yield _text("tick end", _LEFT - 8, y + 4, f"{highest * part:,.0f}")
    wide = min(step * 0.68, 56)
    for at, (_, tally) in enumerate(shown):
        y = float(base)
        for name, count in _parts(tally):
            high = count / highest * _PAGES
            y -= high
            if high:
                yield _rect(f"b-{name}", _LEFT + (at + 0.5) * step - wide / 2, y, wide, high)


def _axis(shown: Sequence[tuple[str, Tally]], step: float, height: int) -> Iterator[Html]:
    every = ceil(30 / step)
    last_year = ""
    for at, (month, _) in enumerate(shown):
        x = _LEFT + (at + 0.5) * step
        if at % every == 0:
            yield _text("tick mid", x, height - _FOOT + 15, _MONTHS[int(month[5:]) - 1])
            if month[:4] != last_year:
                last_year = month[:4]
                yield _text("tick mid year", x, height - _FOOT + 29, last_year)


def _round_up(count: int) -> int:
    """The next number that reads well on an axis, and has a whole half."""
    if count <= 1:
        return 1
    unit = 10 ** int(log10(count))
    return next(
        int(unit * factor)
        for factor in (1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10)
        if unit * factor >= count and unit * factor % 2 == 0
    )


def _rect(name: str, x: float, y: float, width: float, height: float) -> Html:
    return tag("rect", class_=name, x=f"{x:.2f}", y=f"{y:.2f}", width=f"{width:.2f}", height=f"{height:.2f}")


def _line(x: float, y: float, to_x: float, to_y: float) -> Html:
    return tag("line", x1=f"{x:.1f}", y1=f"{y:.1f}", x2=f"{to_x:.1f}", y2=f"{to_y:.1f}", class_="grid")


def _text(name: str, x: float, y: float, text: str) -> Html:
    return tag("text", text, class_=name, x=f"{x:.1f}", y=f"{y:.1f}")


def legend(tally: Tally) -> Html:
    """What the fillings of the bars mean, as far as there is any of it."""
    words = {
        "complies": "complies",
        "excused": "lacks something that is excused",
        "unsure": "a person has to look",
        "lacks": "lacks something",
    }
    items = (
        tag("li", tag("svg", _rect(f"b-{name}", 0, 0, 14, 14), viewBox="0 0 14 14", aria_hidden="true"), word)
        for name, word in words.items()
        if getattr(tally, name)
    )
    return tag("ul", *items, class_="key")


def month_in_words(month: str) -> str:
    """2026-11 as Nov 2026."""
    return f"{_MONTHS[int(month[5:]) - 1]} {month[:4]}"
