"""Draw the report that README.md shows, from the real command: `python docs/make_picture.py`.

The picture brings its own ground, so that it can be read on a light page and on a dark one, and nothing in it
is loaded from elsewhere.
"""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "report.svg"
FOLDER = ROOT / "corpus" / "local-paper-no-affiliation"
COMMAND = ("check", "republication.html", "--original", "original.html")
WIDTH = 80  # columns

# Background, foreground, and the eight colours of a terminal. Each has a contrast of 4.5 or more with the
# background (https://www.w3.org/TR/WCAG22/#contrast-minimum), faint text too.
_GROUND = (22, 27, 34)
_COLOURS = [
    (110, 118, 129),
    (255, 123, 114),
    (86, 211, 100),
    (227, 179, 65),
    (121, 192, 255),
    (210, 168, 255),
    (118, 227, 234),
    (230, 237, 243),
]
THEME = TerminalTheme(_GROUND, (230, 237, 243), _COLOURS)

# As rich's own, without the fonts that it would have a browser fetch, and with words for screen readers.
_FORM = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"
 class="licheck" role="img" aria-labelledby="licheck-title">
<title id="licheck-title">A report of licheck in a terminal; README.md has the same as text</title>
<style>
.{unique_id}-matrix {{
font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
font-size: {char_height}px; line-height: {line_height}px;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def picture() -> str:
    """The picture as SVG, made from what the command prints today."""
    command = [sys.executable, "-m", "licheck", *COMMAND, "--color", "always"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, check=False, timeout=60)  # noqa: S603
    printed = f"$ licheck {' '.join(COMMAND)}\n" + done.stdout.decode("utf-8")
    console = Console(
        record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text.from_ansi(printed), soft_wrap=True)
    return console.export_svg(title="", theme=THEME, code_format=_FORM, unique_id="licheck")


def main() -> None:
    """Write the picture."""
    PICTURE.write_text(picture(), "utf-8")


if __name__ == "__main__":
    main()
