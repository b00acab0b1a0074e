"""Out of all credits of a page: who wrote the story, as far as the page itself can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from licheck.credits.lead import find_lead, mid_lead
from licheck.credits.same import same_person
from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.model.zones import Zone

_MOST = 100  # writers of one story: each is held against all others, and metadata can name thousands
_OTHERS = (Role.EDITOR, Role.PHOTOGRAPHER, Role.TRANSLATOR, Role.ILLUSTRATOR)


def best_authors(credits: Sequence[Credit]) -> tuple[str, ...]:
    """The writers' names, best evidence first and only that: a seen byline, then metadata, then what might be a byline.

    A wrong name is worse than none: lines that are names by their form alone count only where metadata agree or where
    nothing speaks against them (`Credit.likely`). An account gives way to a person's name, and metadata that name
    somebody whom the page shows as its editor or photographer do not count.
    """
    writers = [credit for credit in credits if credit.role is Role.WRITER and credit.persons]
    top = [credit for credit in writers if _seen(credit, Zone.TOP)]
    bottom = [credit for credit in writers if _seen(credit, Zone.BOTTOM)]
    stated = _stated(credits, writers)
    ways: tuple[Callable[[], list[Credit]], ...] = (
        lambda: _strongest([credit for credit in top if credit.sure]),
        lambda: stated,
        lambda: _strongest([credit for credit in bottom if credit.sure]),
        lambda: (
            [] if _by_organisation(credits) else _first_block([credit for credit in top if credit.likely])
        ),
        lambda: _first_block([credit for credit in bottom if credit.likely]),
        lambda: _first_block(
            [
                credit
                for credit in writers
                if _seen(credit, Zone.FURNITURE) and credit.likely and not credit.affiliations
            ]
        ),
    )
    for way in ways:
        names = _once(name for credit in way() for name in credit.persons)
        if names:
            return _in_full(names, writers)
    return ()


def _seen(credit: Credit, zone: Zone) -> bool:
    return credit.standing is Standing.SEEN and credit.zone is zone


def _stated(credits: Sequence[Credit], writers: Sequence[Credit]) -> list[Credit]:
    """What metadata say, but for who did something else, and for accounts where a person is shown."""
    others = [
        name
        for credit in credits
        if credit.standing is Standing.SEEN and credit.role in _OTHERS
        for name in credit.persons
    ]
    stated = [
        credit
        for credit in writers
        if credit.standing is Standing.METADATA
        and not all(any(same_person(name, other) for other in others) for name in credit.persons)
    ]
    shown = any(_seen(credit, Zone.TOP) and credit.likely for credit in writers)
    if shown and all(" " not in name for credit in stated for name in credit.persons):
        return []
    return stated


def _strongest(credits: Sequence[Credit]) -> list[Credit]:
    """Those with a lead word before those that a link makes sure, and persons before accounts; of accounts the first."""
    led = [credit for credit in credits if _is_led(credit)]
    chosen = led if any(map(_is_person, led)) else list(credits)
    persons = [credit for credit in chosen if _is_person(credit)]
    return persons or chosen[:1]


def _is_led(credit: Credit) -> bool:
    return find_lead(credit.text)[0] is Role.WRITER or mid_lead(credit.text) is not None


def _is_person(credit: Credit) -> bool:
    """Whether a credit names people, and not the account of somebody."""
    return any(" " in name or not name.isascii() for name in credit.persons)


def _by_organisation(credits: Iterable[Credit]) -> bool:
    """Whether the page says that an organisation wrote the story."""
    return any(
        credit.organisations and credit.sure and credit.role is Role.WRITER and _seen(credit, Zone.TOP)
        for credit in credits
    )


def _first_block(credits: Sequence[Credit]) -> list[Credit]:
    """The first credit, with those of the blocks that follow it without a gap: several writers, one under the other."""
    return list(_run(credits))


def _run(credits: Sequence[Credit]) -> Iterator[Credit]:
    block = credits[0].block if credits else 0
    for credit in credits:
        if credit.block > block + 1:
            return
        block = credit.block
        yield credit


def _in_full(names: Sequence[str], writers: Sequence[Credit]) -> tuple[str, ...]:
    """Names of which only the first is given ("Nora"), in full where another credit has it ("Nora Marrow")."""
    longer = [name for credit in writers for name in credit.persons if " " in name and name.isascii()]
    return tuple(
        next((full for full in longer if " " not in name and full.split()[0] == name), name) for name in names
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Each person once, in the spelling that was met first; of very many, the first 100."""
    kept: list[str] = []
    for name in names:
        if not any(same_person(other, name) for other in kept):
            kept.append(name)
        if len(kept) == _MOST:
            break
    return tuple(kept)
