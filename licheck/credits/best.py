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
    where they stand between headline and story.
    """
    writers = [credit for credit in credits if credit.role is Role.WRITER and credit.persons]
    ways: tuple[Callable[[Credit], bool], ...] = (
        lambda credit: _seen(credit, Zone.TOP) and credit.sure,
        lambda credit: credit.standing is Standing.METADATA,
        lambda credit: _seen(credit, Zone.BOTTOM) and credit.sure,
        lambda credit: _seen(credit, Zone.TOP),
    )
    for way in ways:
        names = _once(name for credit in writers if way(credit) for name in credit.persons)
        if names:
            return names
    return ()


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
