"""Fetching in good order: one page of a site at a time, a pause after each, and again what failed for the moment."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import NamedTuple, Self
from urllib.parse import urlsplit

from licheck.audit.crew import Crew
from licheck.audit.fetching import AGENT, Fetch
from licheck.audit.kept import Fetched
from licheck.audit.values import Unit
from licheck.edge.faults import heard
from licheck.edge.jobs import Answer, Job, Source

PROCESSES = 4
TRIES = 3
PATIENCE = 60.0  # seconds: whoever asks to come back later than that is not waited for


class _Wish(NamedTuple):
    number: int
    unit: Unit
    tries: int = 1


class _Site:
    """What is wanted from one site, and when it may be asked again."""

    def __init__(self) -> None:
        self.wishes: deque[_Wish] = deque()
        self.asked: _Wish | None = None
        self.at = 0.0


class Online:
    """Fetches pages into `folder`, or (not `online`) takes them from there. `delay` is the pause in seconds."""

    def __init__(
        self,
        folder: str,
        delay: float,
        agent: str = "",
        *,
        online: bool,
        allow_private: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._task = Fetch("", folder, agent or AGENT, online, allow_private)
        self._delay = delay
        self._clock = clock
        self._crew = Crew(PROCESSES)
        self._sites: dict[str, _Site] = {}
        self._of: dict[int, _Site] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._crew.__exit__()

    def begin(self, number: int, unit: Unit) -> None:
        """See `licheck.audit.slots.Fetcher`."""
        host = urlsplit(unit.facts.address).netloc.lower()
        site = self._sites.setdefault(host, _Site())
        site.wishes.append(_Wish(number, unit))
        self._of[number] = site

    def fetched(self) -> Iterator[tuple[int, Unit]]:
        """See `licheck.audit.slots.Fetcher`; waits a moment at most."""
        self._ask()
        self._crew.collect(0.01)
        for number in [*self._crew.answers]:
            site = self._of[number]
            wish = site.asked
            assert wish
            site.asked = None
            found = _found(heard(self._crew.answers.pop(number)))
            site.at = self._clock() + (0.0 if found.kept else max(self._delay, found.pause))
            if self._wants_again(found, wish):
                site.wishes.appendleft(wish._replace(tries=wish.tries + 1))
                backoff = max(self._delay, 0.05) * 2 ** (wish.tries - 1)
                site.at = self._clock() + max(
                    backoff, min(found.again, PATIENCE) if found.again != 1.0 else 0.0
                )
                continue
            del self._of[number]
            if not site.wishes and not found.pause:
                self._forget_idle()
            yield number, _unit(wish.unit, found, wish.tries)

    def _forget_idle(self) -> None:
        """Sites with nothing to do and no pause to keep are not kept in memory."""
        if len(self._sites) > 1_000:
            now = self._clock()
            self._sites = {name: site for name, site in self._sites.items() if site.wishes or site.asked or site.at > now}  # fmt: skip

    def _wants_again(self, found: Fetched, wish: _Wish) -> bool:
        return 0 <= found.again <= PATIENCE and wish.tries < TRIES

    def _ask(self) -> None:
        now = self._clock()
        for site in self._sites.values():
            if not self._crew.has_room:
                return
            if site.wishes and site.asked is None and site.at <= now:
                wish = site.asked = site.wishes.popleft()
                task = self._task._replace(address=wish.unit.facts.address)
                self._crew.give(wish.number, Job(Source(wish.unit.facts.address), (), task=task))


def _found(answer: Answer) -> Fetched:
    if isinstance(answer.result, Fetched):
        return answer.result
    return Fetched(problem=answer.errors[0].message if answer.errors else "no answer came")


def _unit(unit: Unit, found: Fetched, tries: int) -> Unit:
    """The unit with its page, or with what is said in place of one."""
    if found.problem:
        tried = f" (tried {tries} times)" if tries > 1 else ""
        return unit._replace(problem=f"{found.problem}{tried}")
    facts = unit.facts._replace(address=found.address, captured=found.captured)
    digest = blake2b(found.data, digest_size=16).digest()
    return unit._replace(
        source=Source(found.address, found.data, "html"), facts=facts, digest=digest, charset=found.charset
    )
