"""What stands on a page beside the words of a story that repeats or frames them: captions, and pull quotes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from licheck.align.lines import is_caption, names_picture
from licheck.model.alignment import Pair
from licheck.model.original import Original
from licheck.model.page import Page
from licheck.text import letters_of, words_of

_LEAST_CAPTION, _CAPTION = 4, 60  # different words of a caption that is known again...
_LONGEST = 400  # characters of a paragraph that may be one
_SAME_CAPTION = 0.75  # ...by so many of its words
_PICTURES = 200  # pictures of an original that are looked at
_SIGNS = "\u3000"  # the first sign of scripts without spaces
_WHOLE = 1.0  # share of a paragraph that stands there word for word
_HALF = 0.5  # share of a paragraph up to which what carries it may be a pull quote or a caption
_SEVERAL = 2  # blocks that carry one paragraph


class Captions:
    """What an original's page says of its pictures."""

    def __init__(self, original: Original) -> None:
        self.original = original

    def has(self, text: str) -> bool:
        """Whether a short line is one of the captions, its credit written in another way, perhaps."""
        if not text.count(" ") <= _CAPTION * 2:
            return False
        if text[:1] >= _SIGNS:
            letters = letters_of(text)
            return len(letters) > _LEAST_CAPTION and any(letters in other for other in self._letters)
        words = frozenset(words_of(text))
        if not _LEAST_CAPTION <= len(words) <= _CAPTION:
            return False
        return any(len(words & other) >= _SAME_CAPTION * len(words) for other in self._words)

    @cached_property
    def _words(self) -> list[frozenset[str]]:
        return [frozenset(words_of(line)) for line in self._lines]

    @cached_property
    def _letters(self) -> list[str]:
        return [letters_of(line) for line in self._lines]

    @cached_property
    def _lines(self) -> list[str]:
        page, article = self.original.page, frozenset(self.original.article)
        lines = [image.caption for image in page.images[:_PICTURES] if image.caption]
        lines += [
            block.text
            for index, block in enumerate(page.blocks)
            if is_caption(page, index)
            or (index in article and len(block.text) <= _LONGEST and names_picture(block.text))
        ]
        return lines


def without_repeats(page: Page, original: Original, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs of blocks that carry the story: no captions, and no pull quotes of what another block carries too."""
    captions = Captions(original)
    text = [block.text for block in page.blocks]
    carriers: dict[int, list[int]] = {}
    for pair in pairs:
        carriers.setdefault(pair.original, []).append(pair.block)

    def is_repeat(pair: Pair) -> bool:
        if is_caption(page, pair.block) or (pair.share < _HALF and captions.has(text[pair.block])):
            return True
        others = carriers[pair.original]
        if len(others) < _SEVERAL or pair.share == _WHOLE:
            return False
        mine = letters_of(text[pair.block])
        theirs = [letters_of(text[other]) for other in others[:_PICTURES] if other != pair.block]
        return any(mine in letters and (pair.share < _HALF or mine != letters) for letters in theirs)

    return [pair for pair in pairs if not is_repeat(pair)]
