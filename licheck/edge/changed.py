"""What was changed in a story, in words, for a terminal, or as one JSON line, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from licheck.model.change import Change, Comparison, Passage
    from licheck.model.page import Position


def as_line(compared: Comparison) -> str:
    """One JSON object; its keys are described in docs/command-line.md."""
    return json.dumps(
        {
            "path": compared.page.path,
            "original": compared.original.page.path,
            "kept": round(compared.kept, 4),
            "note": compared.note,
            "changes": [_change(compared, change) for change in compared.changes],
        },
        ensure_ascii=False,
    )


def _change(compared: Comparison, change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "permitted_by": sorted(permission.value for permission in change.permitted_by),
        "note": change.note,
        "original": _passage(change.original, change.place_in_original(compared.original.page)),
        "page": _passage(change.page, change.place_on_page(compared.page)),
    }


def _passage(passage: Passage | None, where: Position | None) -> dict[str, Any] | None:
    if passage is None or where is None:
        return None
    return {"text": passage.text, "line": where.line, "column": where.column}


def in_words(compared: Comparison) -> Iterator[str]:
    """Lines for a person, the last one empty."""
    from licheck.reports._changes import told

    original = compared.original.page.path
    yield f"{compared.page.path}, against {original}"
    if compared.note:
        yield f"  {compared.note}"
    elif not compared.changes:
        yield "  Nothing was changed."
    else:
        count = len(compared.changes)
        changes = "1 change" if count == 1 else f"{count} changes"
        yield f"  {changes}; the page has {compared.kept:.0%} of the original's words."
        yield from (f"  {line}".rstrip() for line in told(compared))
    yield ""
