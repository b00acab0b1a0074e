"""All stories of a file at once; licheck itself holds one at a time."""

from licheck.model.page import Page
from licheck.readers import opened


def read_all(path: str, data: bytes) -> tuple[Page, ...]:
    """The stories in a file's bytes, in their order. Raises FormatError where one of them cannot be read."""
    found = opened(path, data)
    if isinstance(found, Page):
        return (found,)
    return tuple(found.page(number) for number in range(1, found.count + 1))
