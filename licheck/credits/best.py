"""Out of all credits of a page: who wrote the story, as far as the page itself can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.model.zones import Zone
from licheck.names import find_name


def best_authors(credits: Sequence[Credit]) -> tuple[str, ...]:
    """The writers' names, best evidence first and only that: a seen byline, then metadata, then what might be a byline.

    A wrong name is worse than none: lines that are names by their form alone count only where metadata agree or
    where they begin with a known given name. Metadata that name an account nobody sees give way to a seen name.
    """
    writers = [credit for credit in credits if credit.role is Role.WRITER and credit.persons]
    stated = [credit for credit in writers if credit.standing is Standing.METADATA]
    shown = [credit for credit in writers if _seen(credit, Zone.TOP) and credit.likely]
    others = [
        name
        for credit in credits
        if credit.standing is Standing.SEEN and credit.role in (Role.EDITOR, Role.PHOTOGRAPHER)
        for name in credit.persons
    ]
    stated = [
        credit
        for credit in stated
        if not all(
            any(find_name(name, other).likeness.is_same for other in others) for name in credit.persons
        )
    ]
    if stated and shown and all(" " not in name for credit in stated for name in credit.persons):
        stated = []
    ways: tuple[Callable[[Credit], bool], ...] = (
        lambda credit: _seen(credit, Zone.TOP) and credit.sure,
        lambda credit: credit in stated,
        lambda credit: _seen(credit, Zone.BOTTOM) and credit.sure,
        lambda credit: credit in shown,
        lambda credit: _seen(credit, Zone.BOTTOM) and credit.likely,
    )
    for way in ways:
        names = _once(name for credit in writers if way(credit) for name in credit.persons)
        if names:
            return _in_full(names, writers)
    return ()


def _in_full(names: Sequence[str], writers: Sequence[Credit]) -> tuple[str, ...]:
    """Names of which only the first is given ("Eric"), in full where another credit has it ("Eric Levitz")."""
    longer = [name for credit in writers for name in credit.persons if " " in name]
    return tuple(
        next((full for full in longer if " " not in name and full.split()[0] == name), name) for name in names
    )


def _seen(credit: Credit, zone: Zone) -> bool:
    return credit.standing is Standing.SEEN and credit.zone is zone


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Each person once, in the longest spelling that was met first."""
    kept: list[str] = []
    for name in names:
        if not any(
            find_name(other, name).likeness.is_same or find_name(name, other).likeness.is_same
            for other in kept
        ):
            kept.append(name)
    return tuple(kept)
