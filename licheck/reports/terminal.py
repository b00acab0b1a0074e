"""The report for people: an editor's terminal, a log."""

from __future__ import annotations

from licheck.model.report import Report
from licheck.reports import Style
from licheck.reports._layout import lay_out
from licheck.reports._wording import report_lines
from licheck.reports.escape import ci


def render(report: Report, style: Style) -> str:
    """The report as text of `style.width` columns; only addresses, positions and snippets can be wider.

    Failed requirements and those nobody could tell come first and in full, the others in a line each.
    """
    rows = lay_out(report_lines(report, style), style.width, style.unicode)
    if style.colour:
        from licheck.reports._colour import draw  # rich is loaded only where it draws

        text = draw(rows, style.width)
    else:
        text = "".join("".join(piece.text for piece in row).rstrip() + "\n" for row in rows)
    # Whole lines, since a command could come together from two pieces; in colour too, since CI may ask for it
    return "\n".join(ci(line) for line in text.split("\n"))
