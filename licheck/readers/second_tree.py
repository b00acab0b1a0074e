"""The tree of the second reading: BeautifulSoup's, lighter by what only trees need that are edited or written out."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement


class _Tag(Tag):
    """A tag that is never written out again: what BeautifulSoup sets in each of them stands here once for all."""

    parser_class = None
    namespace = None
    prefix = None
    known_xml = False
    sourceline = None
    _namespaces = {}  # noqa: RUF012 - nobody puts anything in
    interesting_string_types = Tag.MAIN_CONTENT_STRING_TYPES

    def __init__(
        self, name: str, attrs: dict[str, str], parent: Tag, previous: PageElement | None, offset: int
    ) -> None:
        self.name = name
        self.attrs = attrs  # type: ignore[assignment] # a plain dictionary
        self.contents = []
        self.sourcepos = offset
        _tie(self, parent, previous)


def _tie(made: PageElement, parent: Tag, previous: PageElement | None) -> None:
    """Put something behind all else in the tree (`PageElement.setup`, for a tree that only grows)."""
    made.parent = parent
    made.previous_element = previous
    made.next_element = made.next_sibling = None
    if previous is not None:
        previous.next_element = made
    beside = parent.contents
    if beside:
        made.previous_sibling = before = beside[-1]
        before.next_sibling = made
    else:
        made.previous_sibling = None
    beside.append(made)


class Tree(BeautifulSoup):
    """A soup for a parser that only ever appends, and where white space says nothing.

    BeautifulSoup's own ways with texts and open tags are for trees that are edited while they are read.
    """

    currentTag: Tag

    def endData(self, containerClass: type[NavigableString] | None = None) -> None:
        """The text that is being read is complete."""
        if self.current_data:
            text = self.current_data[0] if len(self.current_data) == 1 else "".join(self.current_data)
            self.current_data.clear()
            made = str.__new__(containerClass or NavigableString, text)
            _tie(made, self.currentTag, self._most_recent_element)
            self._most_recent_element = made

    def put(self, name: str, attributes: dict[str, str], offset: int) -> Tag:
        """A new tag in the one that is open; it is not open itself."""
        if self.current_data:
            self.endData()
        made = _Tag(name, attributes, self.currentTag, self._most_recent_element, offset)
        self._most_recent_element = made
        return made

    def open(self, tag: Tag) -> None:
        """What follows stands in this tag."""
        self.currentTag = tag
        self.tagStack.append(tag)
        self.open_tag_counter[tag.name] += 1

    def popTag(self) -> Tag | None:
        """The innermost open tag ends. Returns the one around it."""
        stack = self.tagStack
        self.open_tag_counter[stack.pop().name] -= 1
        if stack:
            self.currentTag = stack[-1]
        return self.currentTag
