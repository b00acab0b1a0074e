"""A file that holds one story or several, read story by story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from licheck.errors import FormatError
from licheck.model.page import Page


@dataclass(frozen=True)
class Stories:
    """`count` stories (at least one) in the file `path`; `make` reads one by its index (from 0).

    `trouble` is empty, or says (as the end of a sentence about the file) why not all of the file was read.
    """

    path: str
    count: int
    make: Callable[[int], Page]
    trouble: str = ""

    @property
    def told(self) -> str:
        """`trouble`, and how much was read nevertheless; empty where there was none."""
        if not self.trouble:
            return ""
        read = "only the story" if self.count == 1 else f"only the {self.count:,} stories"
        return f"{self.trouble}; {read} before that could be read"

    def page(self, number: int) -> Page:
        """The story of that number (from 1); its path ends with the number where there are several.

        Raises FormatError where there is no such story, and where it cannot be read.
        """
        if not 1 <= number <= self.count:
            holds = "one story" if self.count == 1 else f"{self.count:,} stories"
            raise FormatError(f"holds {holds}: there is no story {number}")
        page = self.make(number - 1)
        return replace(page, path=f"{self.path}#{number}") if self.count > 1 else page

    def only(self) -> Page:
        """The one story of the file; raises FormatError where there are several."""
        if self.count > 1:
            raise FormatError(
                f"holds {self.count:,} stories: name one of them by its number, such as {self.path}#1"
            )
        page = self.page(1)
        return replace(page, notes=(*page.notes, f"The file {self.told}.")) if self.trouble else page

    def with_note(self, note: str) -> Stories:
        """The same, with a note on every story."""

        def make(index: int) -> Page:
            page = self.make(index)
            return replace(page, notes=(note, *page.notes))

        return replace(self, make=make)
