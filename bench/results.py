"""What was measured, and how it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from bench.timing import Spread


class Goal(NamedTuple):
    """A value to reach: at most `value`, or (`least`) at least."""

    value: float
    least: bool = False

    def met(self, measured: float) -> bool:
        """Whether a measured value reaches it."""
        return measured >= self.value if self.least else measured <= self.value

    def __str__(self) -> str:
        return f"{'>=' if self.least else '<='} {self.value:g}"


class Row(NamedTuple):
    """One line of a table. `value` is in the table's unit.

    `milliseconds` is the median over the pages, `repeats` how far two halves of the rounds differ, as a share
    of the value. None: does not apply.
    """

    name: str
    value: Spread
    milliseconds: float | None = None
    repeats: float | None = None
    goal: Goal | None = None


class Table(NamedTuple):
    """Rows with one unit. `title` says what was measured on what, `note` what to bear in mind."""

    name: str
    title: str
    unit: str
    rows: Sequence[Row]
    note: str = ""


def shown(table: Table) -> str:
    """The table as text; also right as Markdown."""
    lines = [
        f"**{table.title}**",
        "",
        f"| | {table.unit} | four pages of five | ms | repeats within | goal |",
    ]
    lines.append("|---|---:|---:|---:|---:|---|")
    lines += [f"| {' | '.join(_cells(row))} |" for row in table.rows]
    if table.note:
        lines += ["", table.note]
    return "\n".join(_aligned(lines))


def _cells(row: Row) -> list[str]:
    value = row.value
    between = f"{value.low:.2f} - {value.high:.2f}" if value.high > value.low else ""
    took = f"{row.milliseconds:.2f}" if row.milliseconds is not None else ""
    again = f"{row.repeats:.0%}" if row.repeats is not None else ""
    goal = f"{row.goal} {'met' if row.goal.met(value.median) else 'NOT MET'}" if row.goal else ""
    return [row.name, f"{value.median:.2f}", between, took, again, goal]


def _aligned(lines: list[str]) -> list[str]:
    """Table lines with their columns padded to one width each."""
    rows = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    widths = [max(len(row[at].strip()) for row in rows if "---" not in row[0]) for at in range(len(rows[0]))]
    return [_padded(line, widths) if line.startswith("|") else line for line in lines]


def _padded(line: str, widths: Sequence[int]) -> str:
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    if cells[0].startswith("---"):
        return (
            "|" + "|".join("-" * (width + 1) + (":" if at else "-") for at, width in enumerate(widths)) + "|"
        )
    padded = [
        cell.rjust(width) if at else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "| " + " | ".join(padded) + " |"


def as_json(tables: Sequence[Table]) -> dict[str, Any]:
    """All numbers, for a program."""
    return {
        table.name: {
            "title": table.title,
            "unit": table.unit,
            "rows": [
                {
                    "name": row.name,
                    **row.value._asdict(),
                    "milliseconds": row.milliseconds,
                    "repeats_within": row.repeats,
                    "goal": str(row.goal) if row.goal else None,
                    "met": row.goal.met(row.value.median) if row.goal else None,
                }
                for row in table.rows
            ],
        }
        for table in tables
    }
