"""The worker processes of an audit: some that judge, one that reads archives, answers whenever they come."""

from __future__ import annotations

from licheck.edge.jobs import Answer, Job
from licheck.edge.workers import Workers


class Crew(Workers):
    """`most` processes for pages. The answer to the job of a place comes to stand in `answers[place]`."""

    def __init__(self, most: int) -> None:
        super().__init__(most=most)
        self.answers: dict[int, Answer] = {}

    @property
    def most(self) -> int:
        """How many processes there may be."""
        return self._most

    @property
    def has_room(self) -> bool:
        """Whether a job would be begun at once."""
        return len(self._busy) < self._most

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._busy)

    def give(self, place: int, job: Job) -> None:
        """Have a job done."""
        self._hand_out(place, job, self.answers)

    def collect(self, longest: float = 0.2) -> None:
        """Wait until an answer comes in, or so many seconds."""
        if self._busy:
            self._collect(self.answers, longest)

    def ask(self, place: int, job: Job) -> Answer:
        """The answer to one job, waited for."""
        self.give(place, job)
        while place not in self.answers:
            self.collect()
        return self.answers.pop(place)
