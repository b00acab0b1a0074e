"""Make rules/rule-set.schema.json from the kinds of requirement themselves: `python docs/make_schema.py`."""

from __future__ import annotations

from pathlib import Path

from licheck.requirements import kinds
from licheck.rulesets.schema import FILE, schema_text

PLACE = Path(__file__).resolve().parents[1] / "rules" / FILE


def text() -> str:
    """The whole file."""
    return schema_text(kinds())


if __name__ == "__main__":
    PLACE.write_text(text(), encoding="utf-8")
