"""What `licheck originals` says: lines for people, or a JSON document for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from licheck.text import shorten

if TYPE_CHECKING:
    from licheck.edge.originals_add import Outcome
    from licheck.edge.originals_find import Match
    from licheck.edge.originals_store import Row
    from licheck.model.report import ErrorEntry
    from licheck.originals.card import Card

_TITLE = 70  # characters of a title in a line


def added(outcome: Outcome, folder: str, count: int) -> Iterator[str]:
    """What `add` did, in words."""
    done = outcome.done
    told = [f"{_number(done.added, 'original')} added to {folder}"]
    told += [f"{done.renewed:,} renewed"] if done.renewed else []
    told += [f"{done.known:,} there already"] if done.known else []
    told += [f"{_number(outcome.left_out, 'file')} of other formats left out"] if outcome.left_out else []
    yield f"{', '.join(told)}; it holds {_number(count, 'original')}."


def added_json(outcome: Outcome, folder: str, count: int) -> dict[str, Any]:
    """What `add` did, as data."""
    return {
        "store": folder,
        **outcome.done._asdict(),
        "left_out": outcome.left_out,
        "originals": count,
        "notices": list(outcome.notices),
        "errors": errors_json(outcome.errors),
    }


def errors_json(errors: Iterable[ErrorEntry]) -> list[dict[str, Any]]:
    """Errors as the report of `licheck check` has them."""
    return [{"path": one.path, "message": one.message, "exit_code": one.exit_code} for one in errors]


def listed(rows: Iterable[Row], folder: str) -> Iterator[str]:
    """A line for each original."""
    count = 0
    for row in rows:
        count += 1
        yield f"{row.number:>6}  {row.card.date or 'no date':<10}  {_in_short(row.card)}  {row.card.path}"
    yield f"{_number(count, 'original')} in {folder}"


def in_full(row: Row) -> Iterator[str]:
    """All that is known of an original, the last line empty."""
    card = row.card
    yield f"{row.number}: {card.title or 'without a title'}"
    for name, value in (
        ("File", f"{card.path} ({card.format})"),
        ("Authors", "; ".join(card.authors)),
        ("Affiliations", "; ".join(card.affiliations)),
        ("Date", card.date),
        ("Language", card.language),
        ("Address", card.url),
        ("Licence", card.licence),
        ("Notice of", ", ".join(card.rule_sets)),
        ("Co-publishers", "; ".join(card.co_publishers)),
        ("Words", f"{card.words:,}"),
    ):
        yield f"  {name}: {value or 'not stated'}"
    yield ""


def row_json(row: Row) -> dict[str, Any]:
    """An original as data."""
    return {"number": row.number, **asdict(row.card)}


def found(page: str, matches: Iterable[Match]) -> Iterator[str]:
    """Where the text of a page comes from, in words."""
    lines = [_match(match) for match in matches]
    yield f"{page}: " + (
        f"from {_number(len(lines), 'original')}" if lines else "from no original of the store"
    )
    yield from lines


def _match(match: Match) -> str:
    share = f"{match.share:.0%} of its words are here" if match.share else "no text in common"
    twins = f"; the same text: {', '.join(map(str, match.twins))}" if match.twins else ""
    return f"  {match.number}  {_in_short(match.card)}  {match.card.path}\n      {share}; known by {match.how}{twins}"


def match_json(match: Match) -> dict[str, Any]:
    """An original that a page comes from, as data."""
    return {
        "number": match.number,
        "share": round(match.share, 3),
        "known_by": match.how,
        "same_text": list(match.twins),
        **asdict(match.card),
    }


def _in_short(card: Card) -> str:
    by = f", by {', '.join(card.authors)}" if card.authors else ""
    return f"{shorten(card.title, _TITLE) or 'without a title'}{by}"


def _number(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
