"""Where metadata and what a reader sees name different writers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from licheck.credits.same import same_person
from licheck.model.credit import Contradiction, Credit, Role
from licheck.model.finding import Standing


def contradictions(credits: Sequence[Credit]) -> tuple[Contradiction, ...]:
    """Each metadata credit whose writer a reader does not see, beside the credits that a reader sees instead.

    That is somebody else's byline, or the same person's credit for other work (as photographer, say). Metadata
    that merely say more than the page (nobody is credited there) contradict nothing, nor do those
    that name the outlet as author.
    """
    return tuple(_contradictions(credits))


def _contradictions(credits: Sequence[Credit]) -> Iterator[Contradiction]:
    seen = [credit for credit in credits if credit.standing is Standing.SEEN and credit.persons]
    writers = [credit for credit in seen if credit.role is Role.WRITER and credit.sure]
    for stated in credits:
        if stated.standing is not Standing.METADATA or stated.role is not Role.WRITER or not stated.persons:
            continue
        if any(_share_a_person(stated, credit) for credit in writers):
            continue
        other_work = [
            credit for credit in seen if credit.role is not Role.WRITER and _share_a_person(stated, credit)
        ]
        if instead := (*writers, *other_work):
            yield Contradiction(stated, instead)


def _share_a_person(one: Credit, other: Credit) -> bool:
    return any(same_person(person, beside) for person in one.persons for beside in other.persons)
