"""A reading in words, for a terminal, or as one JSON line, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from licheck.model.credit import Credit
    from licheck.model.reading import Reading

_BODY_SHOWN = 300  # characters of the story's text that are shown on a terminal
_HIDDEN_SHOWN = 12  # hidden pieces of text that are listed there


def as_line(reading: Reading) -> str:
    """One JSON object; its keys are described in docs/command-line.md."""
    page = reading.page
    return json.dumps(
        {
            "path": page.path,
            "format": page.format,
            "title": reading.title,
            "authors": list(reading.authors),
            "visible_authors": list(reading.visible_authors),
            "metadata_authors": list(reading.metadata_authors),
            "affiliations": list(reading.affiliations),
            "date": reading.date,
            "language": reading.language,
            "site": reading.site,
            "canonical": reading.canonical,
            "body": reading.body,
            "credits": [_credit(reading, credit) for credit in reading.credits],
            "contradictions": [
                {
                    "stated": _credit(reading, one.stated),
                    "seen": [_credit(reading, credit) for credit in one.seen],
                }
                for one in reading.contradictions
            ],
            "encoding": {"name": page.encoding.name, "how": page.encoding.how},
            "notes": list(page.notes),
        },
        ensure_ascii=False,
    )


def _credit(reading: Reading, credit: Credit) -> dict[str, Any]:
    line, column = _place(reading, credit)
    return {
        "persons": list(credit.persons),
        "role": credit.role.value,
        "affiliations": list(credit.affiliations),
        "organisations": list(credit.organisations),
        "date": credit.date,
        "place": credit.place,
        "text": credit.text,
        "zone": credit.zone.value,
        "standing": credit.standing.name.lower(),
        "where": credit.where,
        "sure": credit.sure,
        "line": line,
        "column": column,
    }


def _place(reading: Reading, credit: Credit) -> tuple[int, int]:
    """Line and column, from 1; 0 where the credit has no place."""
    page = reading.page
    if credit.block >= 0:
        return page.locate(page.blocks[credit.block], credit.start)
    return page.position(credit.offset) if credit.offset >= 0 else (0, 0)


def in_words(reading: Reading) -> Iterator[str]:
    """Lines for a person, the last one empty."""
    page = reading.page
    yield f"{page.path} ({page.format}, {page.encoding.name}, {page.encoding.how})"
    for name, value in (
        ("Title", reading.title),
        ("Authors", _list(reading.authors)),
        ("- seen by a reader", _list(reading.visible_authors)),
        ("- in metadata", _list(reading.metadata_authors)),
        ("Affiliations", _list(reading.affiliations)),
        ("Date", reading.date),
        ("Language", reading.language),
        ("Site", reading.site),
        ("Canonical", reading.canonical),
    ):
        yield f"  {name}: {value or 'none found'}"
    yield from _credits(reading)
    for contradiction in reading.contradictions:
        stated, seen = contradiction.stated, ", ".join(f"'{credit.text}'" for credit in contradiction.seen)
        yield f"  Contradiction: {stated.where} names {_list(stated.persons)}, a reader sees {seen}"
    yield from _hidden(reading)
    yield f"  Story: {len(reading.body.split()):,} words" + (
        f", beginning: {_short(reading.body)}" if reading.body else ""
    )
    yield from (f"  Note: {note}" for note in page.notes)
    yield ""


def _credits(reading: Reading) -> Iterator[str]:
    yield "  Credits:" if reading.credits else "  Credits: none found"
    for credit in reading.credits:
        line, column = _place(reading, credit)
        who = ", ".join((*credit.persons, *credit.organisations)) or "nobody by name"
        beside = f" ({', '.join(credit.affiliations)})" if credit.affiliations else ""
        where = credit.where or credit.zone.value
        sure = "" if credit.sure else ", by its form alone"
        how = f"{where}, {credit.standing.value}{sure}"
        yield f"    {line}:{column} {credit.role.value}: {who}{beside} - {how}: {credit.text}"


def _hidden(reading: Reading) -> Iterator[str]:
    hidden = reading.page.hidden
    if hidden:
        yield f"  Not seen by a reader ({len(hidden)}):"
    for block in hidden[:_HIDDEN_SHOWN]:
        line, column = reading.page.position(block.offset)
        yield f"    {line}:{column} {block.hidden}: {_short(block.text, 80)}"
    if len(hidden) > _HIDDEN_SHOWN:
        yield f"    ... and {len(hidden) - _HIDDEN_SHOWN} more"


def _list(names: tuple[str, ...]) -> str:
    return "; ".join(names)


def _short(text: str, limit: int = _BODY_SHOWN) -> str:
    from licheck.text import shorten

    return shorten(" ".join(text.split()), limit)
