"""Laid-out rows in colour, drawn by rich."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from itertools import chain

from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from licheck.reports._layout import Piece, Tone

_STYLES = {
    Tone.PLAIN: "",
    Tone.QUIET: "dim",
    Tone.STRONG: "bold",
    Tone.PASSED: "green",
    Tone.FAILED: "bold red",
    Tone.CANT_TELL: "yellow",
    Tone.INAPPLICABLE: "dim",
    Tone.SNIPPET: "cyan",
}


def draw(rows: Iterable[tuple[Piece, ...]], width: int) -> str:
    """The rows with colour codes (SGR) and nothing else that acts on a terminal.

    Text goes out as it is: rich neither reads markup or emoji names in it, nor breaks its lines.
    """
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        height=25,
        color_system="standard",
        force_terminal=True,
        force_jupyter=False,
        no_color=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    styles = {tone: Style.parse(style) for tone, style in _STYLES.items()}
    drawn = [[Segment(piece.text, styles[piece.tone]) for piece in row] + [Segment.line()] for row in rows]
    console.print(Segments(chain.from_iterable(drawn)), soft_wrap=True, end="")
    return out.getvalue()
