"""Which block is the story's headline: by what the page calls itself in its metadata, and by what headings
look like.
"""

from __future__ import annotations

from licheck.addresses import address
from licheck.model.page import JOINT, BlockKind, Page
from licheck.patterns import pattern
from licheck.text import fold, fold_each

_REACH = 150  # blocks above the story's first paragraph in which its headline is looked for
_LONGEST = 300  # characters of a headline
_PIECE = 5  # characters of a piece of a title ("Headline | The Example") that can be the headline
_CUTS = 6  # signs like | in a title that are looked at
_NEAR = 0.6  # share of the words of both that a headline and a title have in common
_FEWEST = 4  # words of a headline that is only like a title
_GREAT = 2  # level of headings that may say a title in other words
_FAR = 0.004  # taken off for each block between the headline and the story
_SPLIT = pattern(r"\s+[|·•»:–—-]+\s+|[:|]\s+|\s+[|·•»]|：|｜")
_NAMING = ("site", "canonical", "url")  # metadata that name the site
_HOME = ("/", "./", "#", "")
_WORD = pattern(r"\w+")
_NO_LETTER = pattern(r"[\W_]+")

# How sure a block is the headline, by what it has in common with a title and by what it is.
_SAME, _PART, _LIKE = 3.0, 2.0, 1.5
_BY_LEVEL = (0.0, 1.0, 0.7, 0.5, 0.2, 0.1, 0.1)
_BEGINS = 0.3  # more, where it is how a title begins
_ITEM = -2.5  # in a list: a breadcrumb or a teaser


def find_headline(page: Page, before: int, title: str = "") -> int | None:
    """The index of the headline: a block before `before`, best one that says `title` (folded, may be empty).

    Without a known title, the page's own metadata tell it; else it is the highest heading, the nearest of
    those.
    """
    return Headlines(page, title).before(before)


class Headlines:
    """The blocks of a page that may be its headline. `known` is a title known from elsewhere, folded."""

    def __init__(self, page: Page, known: str = "") -> None:
        self._page = page
        self._blocks = page.blocks
        self._title = known
        values = dict.fromkeys(meta.value for meta in page.metadata if meta.name == "title")
        self.titles = dict.fromkeys(filter(None, (known, *map(fold, values))))
        self._longest = max(map(len, self.titles), default=0)
        self._pieces = self._cut()
        self._firsts = {text[0] for text in (*self.titles, *self._pieces)}
        self._words: list[frozenset[str]] = []
        self._known: dict[int, float] = {}

    def _cut(self) -> frozenset[str]:
        """The pieces of the titles that may be the headline: not the name of the site."""
        pieces = {piece for title in self.titles for piece in _pieces(title) if len(piece) >= _PIECE}
        if not pieces:
            return frozenset()
        told = [meta for meta in self._page.metadata if meta.name in _NAMING]
        names = {fold(meta.value) for meta in told if meta.name == "site"}
        hosts = {
            _plain(meta.value.partition("//")[2].partition("/")[0]) for meta in told if meta.name != "site"
        }
        links = self._page.links
        folded = zip(links, fold_each([link[1] for link in links]), strict=True)
        names |= {text for link, text in folded if text in pieces and _leads_home(link.href)}
        return frozenset(piece for piece in pieces if piece not in names and not _names_host(piece, hosts))

    def anchor(self) -> int | None:
        """The first heading that says a title of the page, wherever the story may be."""
        best, found = _PART, None
        for index, block in enumerate(self._blocks):
            level = block[4]
            if level and (sure := self._sure(index, level == 1)) > best:
                best, found = sure, index
        return found

    def before(self, first: int) -> int | None:
        """The best one before block `first`."""
        best, found = 0.0, None
        longest = self._longest * 2 + _PIECE  # soft hyphens and other signs that folding takes out
        for index in range(min(first, len(self._blocks)) - 1, max(0, first - _REACH) - 1, -1):
            level = self._blocks[index][4]
            if not level and len(self._blocks[index][0]) > longest:
                continue
            sure = self._sure(index, 0 < level <= _GREAT)
            if sure and (sure := sure - (first - index) * _FAR) > best:
                best, found = sure, index
        return found

    def _sure(self, index: int, great: bool) -> float:
        """How sure a block is the headline; 0 where it is none. What is not `great` has to say (a piece of) a
        title in full.
        """
        if index in self._known:
            return self._known[index]
        text, kind, _, _, level, _ = self._blocks[index]
        if not great and text[0].isalnum() and text[0].casefold() not in self._firsts:
            return _BY_LEVEL[level] if level and " " in text else 0.0
        if len(text) > _LONGEST:
            return 0.0
        folded = fold(text.replace(JOINT, " ") if JOINT in text else text)
        likeness = self._likeness(folded, great)
        if not likeness:
            sure = _BY_LEVEL[level] if " " in folded or not folded.isascii() else 0.0
        elif kind is BlockKind.ITEM and not level:
            sure = max(0.0, likeness + _ITEM)
        else:
            sure = likeness + _BY_LEVEL[level]
        if great or likeness:
            self._known[index] = sure
        return sure

    def _likeness(self, text: str, great: bool) -> float:
        """What a folded text has in common with a title."""
        if text in self.titles:
            return _SAME + (text == self._title)
        if text in self._pieces:
            begins = any(title.startswith(text) for title in self.titles)
            return _PART + len(text) / (self._longest + 1) + _BEGINS * begins
        if not great or " " not in text:
            return 0.0
        if any(text in title or title in text for title in self.titles):
            return _LIKE
        if text.count(" ") + 1 < _FEWEST:
            return 0.0
        if not self._words:
            self._words = [frozenset(_WORD.findall(title)) for title in self.titles]
        words = frozenset(_WORD.findall(text))
        near = any(len(words & title) >= _NEAR * len(words | title) for title in self._words)
        return _LIKE if near else 0.0


def _leads_home(href: str) -> bool:
    """Whether a link leads to a front page, as the name of the site does and no headline."""
    found = address(href)
    return href in _HOME if found is None else found.is_home


def _names_host(piece: str, hosts: set[str]) -> bool:
    """Whether a piece of a title is the name of the site, as its address has it."""
    name = _plain(piece)
    return len(name) >= _PIECE and any(name in host for host in hosts)


def _plain(text: str) -> str:
    return _NO_LETTER.sub("", text)


def _pieces(title: str) -> set[str]:
    """What a title is without the pieces at either end: "Headline" of "Headline | Section | The Example"."""
    cuts = [(cut.start(), cut.end()) for cut in _SPLIT.finditer(title)][:_CUTS]
    if not cuts:
        return set()
    starts, ends = [0] + [end for _, end in cuts], [start for start, _ in cuts] + [len(title)]
    runs = [
        *((0, end) for end in ends[:-1]),
        *((start, len(title)) for start in starts[1:]),
        *zip(starts, ends, strict=True),
    ]
    return {title[start:end].strip() for start, end in runs}
