"""Which boxes of a page are made alike: a template puts things of one kind into boxes of one shape."""

from __future__ import annotations

from functools import lru_cache

from licheck.model.page import Page
from licheck.patterns import pattern

_DIGIT = pattern(r"\d")
_NUMBERED = pattern(r"\S*\d\S*")


class Shapes:
    """Two containers have one shape when their tags and labels, and those of all containers around them, are
    the same.

    Words with digits in a label (numbers, generated names) do not count.
    """

    def __init__(self, page: Page) -> None:
        self._containers = page.containers
        self._known: dict[int, int] = {-1: -1}
        self._ids: dict[tuple[int, str, str], int] = {}

    def of(self, at: int) -> int:
        """The number of the shape of container `at`."""
        known, containers = self._known, self._containers
        if at in known:
            return known[at]
        path = []
        while at not in known:
            path.append(at)
            at = containers[at][1]
        shape = known[at]
        for at in reversed(path):
            tag, _, _, _, label = containers[at]
            shape = self._ids.setdefault((shape, tag, bare(label) if label else label), len(self._ids))
            known[at] = shape
        return shape


@lru_cache(maxsize=4096)
def bare(label: str) -> str:
    """A label without the words that hold digits."""
    return " ".join(_NUMBERED.sub(" ", label).split()) if _DIGIT.search(label) else label
