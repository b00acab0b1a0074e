"""The report for people: an editor's terminal, a log."""

from __future__ import annotations

from licheck.model.report import Report
from licheck.reports import Style
from licheck.reports._layout import Piece, lay_out
from licheck.reports._wording import report_lines
from licheck.reports.escape import ci


def render(report: Report, style: Style) -> str:
    """The report as text of `style.width` columns; only addresses, positions and snippets can be wider.

    Failed requirements and those nobody could tell come first and in full, the others in a line each.
    """
    rows = map(_no_command, lay_out(report_lines(report, style), style.width, style.unicode))
    if style.colour:
        from licheck.reports._colour import draw  # rich is loaded only where it draws

        return draw(rows, style.width)
    return "".join("".join(piece.text for piece in row).rstrip() + "\n" for row in rows)


def _no_command(row: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The row; without its tones where a CI system could read a command in it.

    Rows are looked at whole, since a command could come together from two pieces; in colour too, since CI
    can ask for colour, and some logs take it off again.
    """
    text = "".join(piece.text for piece in row)
    safe = ci(text)
    return row if safe == text else (Piece(safe),)
