"""One audit: units out of the sources, to the workers, and into the results in the order of the input."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress

from licheck.audit.crew import Crew
from licheck.audit.inputs import Inputs, Start, again
from licheck.audit.judging import Judging
from licheck.audit.results import Checkpoint, Results, Seen
from licheck.audit.slots import Fetcher, Setting, Slot, Watch
from licheck.audit.stopping import stamp_of
from licheck.audit.values import REVISIT, UNREAD, Outcome, Unit, page_key
from licheck.edge.faults import heard
from licheck.edge.jobs import Answer, Job, Source
from licheck.edge.stop import Stopped
from licheck.edge.workers import SLOW

_EACH = 8  # pages for each process that are under way or wait for their turn in the results
_FETCHED = 64  # the same where pages are fetched, most of which wait for their site
_MOMENT, _A_WHILE = 0.02, 0.2  # seconds
_LARGEST = 48_000_000  # bytes of pages that do
_STORIES = 32  # stories of one file that do
_COMMIT = 256, 2.0  # pages, seconds: what a killed run has to do again
# Seconds that what is in flight may still take after Ctrl-C; the promise is two for all of it.
_LAST_WORDS = 0.8


class Audit:
    """A run over inputs into results. `fetcher` is None where nothing may be fetched."""

    def __init__(
        self,
        inputs: Inputs,
        results: Results,
        setting: Setting,
        crew: Crew,
        watch: Watch,
        fetcher: Fetcher | None = None,
    ) -> None:
        self._inputs = inputs
        self._results = results
        self._setting = setting
        self._crew = crew
        self._watch = watch
        self._fetcher = fetcher
        self._slots: deque[Slot] = deque()
        self._waiting: deque[Slot] = deque()
        self._in_flight: set[bytes] = set()
        self._fetching: dict[int, Slot] = {}
        self._number = 0
        self._bytes = 0
        self._last: Checkpoint | None = None
        self._kept = time.monotonic()
        self._since = 0
        self._done = 0

    def run(self, start: Checkpoint | None, stopped: Callable[[], object]) -> bool:
        """Go through all units behind a checkpoint. Returns whether all were: False where it was stopped."""
        units = self._inputs.units(Start(start.place, start.token) if start else None)
        finished = False
        with suppress(Stopped):  # while we waited for an archive
            finished = self._go_through(units, stopped)
        if not finished:
            self._finish_what_is_in_flight()
        self._keep(now=True)
        return finished

    def _go_through(self, units: Iterator[Unit], stopped: Callable[[], object]) -> bool:
        more = True
        while (more or self._slots) and not stopped():
            while more and self._has_room() and not stopped():
                unit = next(units, None)
                more = unit is not None
                if unit:
                    self._slots.append(self._slot(unit))
                self._hand_out()
            self._settle()
            self._hand_out()
            if self._slots and not self._is_settled(self._slots[0]):
                self._wait()
            self._keep()
        return not more and not self._slots

    def _has_room(self) -> bool:
        most = _EACH * (self._crew.most + 1) if self._fetcher is None else _FETCHED
        return len(self._slots) < most and self._bytes < _LARGEST

    def _slot(self, unit: Unit) -> Slot:
        """A unit on its way; what is to be judged of it waits for a worker."""
        slot = Slot(unit, self._number)
        self._number += 1
        facts = unit.facts
        if unit.problem or unit.counted or unit.refers_to:
            return slot
        if facts.publisher and facts.publisher.lower() not in self._setting.rules:
            slot.unit = unit._replace(
                problem=f"no rule set has the id or the publisher {facts.publisher}: `licheck rules list` shows them"
            )
        elif unit.source:
            self._judge(slot, in_order=True)
        elif facts.address and self._fetcher:
            slot.fetching = True
            self._fetching[slot.number] = slot
            self._fetcher.begin(slot.number, unit)
        elif facts.address:
            slot.unit = unit._replace(problem="is an address, and nothing is fetched without --online")
        return slot

    def _judge(self, slot: Slot, *, in_order: bool) -> None:
        """Have the page judged, unless an earlier one is the same; that shows only where pages come in their order."""
        unit = slot.unit
        assert unit.source
        slot.size = len(unit.source.data or b"")
        self._bytes += slot.size
        slot.key = page_key(unit.digest, unit.facts, unit.source.story)
        known = slot.key in self._in_flight or self._results.seen([slot.key]) is not None
        if known and in_order and unit.after < 0:
            return
        self._in_flight.add(slot.key)
        slot.job = self._job(unit)
        self._waiting.append(slot)

    def _job(self, unit: Unit) -> Job:
        facts, common = unit.facts, self._setting.common
        job = common._replace(
            page=unit.source,
            task=Judging(facts, unit.charset, pictures=self._setting.pictures),
            today=facts.day,
        )
        if facts.publisher:
            rules = (self._setting.rules[facts.publisher.lower()],)
            job = job._replace(rules=rules, chosen_by="the list of pages")
        return job

    def _hand_out(self) -> None:
        while self._waiting and self._crew.has_room:
            slot = self._waiting.popleft()
            assert slot.job
            self._crew.give(slot.number, slot.job)

    def _wait(self) -> None:
        """Until something comes in, or a moment."""
        self._crew.collect(_MOMENT if self._fetcher else _A_WHILE)
        for number, unit in self._fetcher.fetched() if self._fetcher else ():
            slot = self._fetching.pop(number)
            slot.fetching, slot.unit = False, unit
            if unit.source and not unit.problem:
                self._judge(slot, in_order=False)

    def _is_settled(self, slot: Slot) -> bool:
        return not slot.fetching and (slot.job is None or slot.number in self._crew.answers)

    def _settle(self) -> None:
        """Put into the results what is next in the order and known."""
        while self._slots and self._is_settled(self._slots[0]):
            answer = heard(self._crew.answers.pop(self._slots[0].number)) if self._slots[0].job else None
            if answer and answer.result is None and self._try_again(self._slots[0]):
                return
            slot = self._slots.popleft()
            self._bytes -= slot.size
            following = self._take(slot, answer)
            if following:
                self._slots.extendleft(reversed(following))
                continue
            self._in_flight.discard(slot.key)
            if slot.file:
                self._results.remember(slot.unit._replace(names=()), slot.file, 0)
                self._in_flight.discard(slot.file)
            unit = slot.unit
            self._done = max(self._done, unit.done)
            self._since += 1
            self._last = Checkpoint(unit.place, unit.token, stamp_of(unit.place.path))

    def _try_again(self, slot: Slot) -> bool:
        """Give a page that ended its process to another one, with more time: the machine may just be busy."""
        if slot.again or slot.job is None or not isinstance(slot.job.task, Judging):
            return False
        slot.again = True
        slot.job = slot.job._replace(task=slot.job.task._replace(seconds=SLOW))
        self._waiting.appendleft(slot)
        return True

    def _take(self, slot: Slot, answer: Answer | None) -> list[Slot]:
        """Put one unit into the results, or give those that take its place in the order; never both."""
        unit = slot.unit
        if slot.stories:
            return self._next_stories(slot)
        if answer is not None:
            return self._take_answer(slot, answer)
        if unit.counted:
            self._results.count(unit.counted)
        elif unit.problem:
            self._results.add_error(unit, unit.problem)
        elif unit.refers_to:
            return self._revisit(unit)
        elif slot.key:
            self._copy(slot)
        return []

    def _copy(self, slot: Slot) -> None:
        seen = self._results.seen([slot.key]) or Seen(0)
        self._results.add_copy(slot.unit, seen.page)
        self._results.remember(slot.unit, slot.key, seen.page)

    def _take_answer(self, slot: Slot, answer: Answer) -> list[Slot]:
        unit = slot.unit
        if answer.stories:
            return self._expand(slot, answer)
        if unit.after < 0 and self._results.seen([slot.key]):
            self._copy(slot)  # an earlier one came in later
            return []
        for error in answer.errors:
            self._results.add_error(unit, error.message)
        if isinstance(answer.result, Outcome) and answer.result.what != UNREAD:
            self._results.add_page(unit, answer.result, slot.key)
        else:
            self._results.remember(unit, slot.key, 0)
        return []

    def _expand(self, slot: Slot, answer: Answer) -> list[Slot]:
        """The stories of a file take its place; before them, what is wrong with the file as such."""
        unit = slot.unit
        assert unit.source
        row = f"{unit.place.at} " if unit.place.at else ""
        told = [] if unit.after >= 0 else [error.message for error in answer.errors]
        troubles = [self._slot(unit._replace(problem=why, token=f"{row}#0")) for why in told[:1]]
        behind = unit._replace(source=unit.source._replace(story=max(unit.after, 0)))
        return [*troubles, self._rest(behind, answer.stories, slot.key)]

    def _rest(self, unit: Unit, stories: int, file: bytes) -> Slot:
        rest = Slot(unit, self._number)
        self._number += 1
        rest.stories, rest.file = stories, file
        return rest

    def _next_stories(self, slot: Slot) -> list[Slot]:
        """Some stories of a file, and a slot for those behind them."""
        unit = slot.unit
        assert unit.source
        source, last = unit.source, unit.source.story
        upto = min(last + _STORIES, slot.stories)
        row = f"{unit.place.at} " if unit.place.at else ""
        found = []
        for story in range(last + 1, upto + 1):
            at = f"{row}#{story}"
            token = unit.token if story == slot.stories else at
            place = unit.place._replace(at=at)
            told = unit._replace(place=place, token=token, source=source._replace(story=story), after=-1)
            found.append(self._slot(told))
        if upto < slot.stories:
            return [
                *found,
                self._rest(unit._replace(source=source._replace(story=upto)), slot.stories, slot.file),
            ]
        if found:
            found[-1].file = slot.file
        return found

    def _revisit(self, unit: Unit) -> list[Slot]:
        """A record that says: the same as that one. On another site it is a republication of its own."""
        seen = self._results.seen(unit.refers_to)
        if seen is None:
            self._results.count(REVISIT)
            return []
        if seen.site != unit.facts.site and seen.at:
            self._number += 1
            batch = self._crew.ask(self._number - 1, again(seen.path, seen.at)).result
            for found in batch.records if batch else ():
                source = Source(unit.facts.address, found.data, "html")
                page = unit._replace(source=source, digest=found.digest, charset=found.charset, refers_to=())
                return [self._slot(page)]
        self._results.add_copy(unit, seen.page)
        return []

    def _finish_what_is_in_flight(self) -> None:
        until = time.monotonic() + _LAST_WORDS
        while self._crew.is_busy and time.monotonic() < until:
            self._crew.collect(max(0.0, until - time.monotonic()))
        self._settle()

    def _keep(self, *, now: bool = False) -> None:
        """Write down what has been settled, from time to time or now."""
        pages, seconds = _COMMIT
        due = self._since >= pages or (self._since and time.monotonic() - self._kept > seconds)
        self._watch.show(self._results.counts, self._done)
        if self._last and (due or now):
            self._results.commit(self._last)
            self._kept, self._since = time.monotonic(), 0
