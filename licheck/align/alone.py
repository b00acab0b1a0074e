"""What a passage is that stands in one of the two texts only: a box, a note, a dek, a sub-heading, a line of the site's.

The same questions are asked of both sides: what a page adds, as every site does, is no addition to the story, and what the
original's site had added to it is no loss.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from licheck.align.compare import Compared
from licheck.align.lines import (
    Role,
    is_caption,
    is_credit,
    is_dek_label,
    is_stamp,
    is_under_picture,
    linked,
    looks_like_heading,
    names_picture,
    role_of_block,
    role_of_text,
)
from licheck.align.side import Side
from licheck.align.story import FEWEST
from licheck.model.change import Passage, Permission
from licheck.model.page import BlockKind, Page
from licheck.text import letters_of

_PULLED = 20  # letters of a paragraph that repeats what the story says
_PULLED_WORDS = 6
_PULLED_SIGNS = 4  # where a sign is a word: Chinese, Japanese
_DEK = 40  # words of a dek at most
_SHORT = 8  # words of a line that says whose a pull quote is, or stands with a byline
_TELLING = 5  # letters of a word that tells what a sentence is about
_TELLING_APART = 3  # such words of a paragraph behind a box, which may be the site's own
_SIGNS = 3  # characters at the ends of a block that are no words: brackets, a full stop
_SENTENCE = (".", "!", "?", "…", '"', "”", "»", "“", "。", "！", "？", ":", "’")


class _Lines:
    """The lines of one of the two texts, told from its story by their boxes and links; `story` are the story's blocks."""

    def __init__(self, side: Side, story: Iterable[int]) -> None:
        self._side = side
        self._own = frozenset(side.page.blocks[block].container for block in story)

    def is_whole(self, passage: Passage) -> bool:
        """Whether a passage is all of its block."""
        return len(passage.text) >= len(self._side.text(passage.block)) - _SIGNS

    def role_of(self, passage: Passage) -> Role:
        """What a passage is: where it is a whole line, its place tells too."""
        return self.role_of_block(passage.block) if self.is_whole(passage) else role_of_text(passage.text)

    def role_of_block(self, block: int) -> Role:
        """What a line is, by its words and its place."""
        return role_of_block(self._side.page, block, self._own, self._links)

    @cached_property
    def _links(self) -> Mapping[int, int]:
        return linked(self._side.page)


class Alone:
    """Tells what passages are that only one of two texts has."""

    def __init__(self, old: Side, new: Side, compared: Sequence[Compared], people: tuple[str, ...]) -> None:
        self.old, self.new, self._people = old, new, people
        both = [one.group for one in compared if one.group.old and one.group.new]
        self._span = (
            min((group.new[0] for group in both), default=-1),
            max((group.new[-1] for group in both), default=-1),
        )
        self._lines_old = _Lines(old, [block for group in both for block in group.old])
        self._lines_new = _Lines(new, [block for group in both for block in group.new])

    # --- what the original has

    def role_of_cut(self, passage: Passage) -> frozenset[Permission] | None:
        """The permissions for what was cut by what it is; None where it is nothing of the story."""
        whole = self._lines_old.is_whole(passage)
        role = self._lines_old.role_of(passage)
        if role in _FREE:
            return _FREE[role]
        if whole and self._is_dek(passage.block):
            return frozenset((Permission.DEK,))
        if whole and (self.is_pulled(passage.block) or self._is_cited(passage)):
            return frozenset((Permission.BOXES,))
        heads = whole and passage.block != self.old.blocks[-1] and looks_like_heading(passage.text)
        return frozenset((Permission.SUBHEADINGS,)) if heads else frozenset()

    def is_pulled(self, block: int) -> bool:
        """Whether a paragraph of the original repeats what its story says elsewhere: a pull quote."""
        text = self.old.text(block)
        letters = letters_of(text)
        if len(text.split()) < _PULLED_WORDS and looks_like_heading(text) and not _is_of_signs(letters):
            return False  # a sub-heading
        return _is_telling(letters) and self._letters.count(letters) > 1

    def _is_cited(self, passage: Passage) -> bool:
        """Whether a short line behind a pull quote says whose it is."""
        before = passage.block - 1
        return _is_short(passage.text) and before in self._places and self.is_pulled(before)

    def _is_dek(self, block: int) -> bool:
        """Whether the original's first passage is its dek: short, and set apart from the story by its box or by a byline."""
        blocks, page = self.old.blocks, self.old.page
        if block != blocks[0] or len(blocks) < 2 or len(self.old.text(block).split()) > _DEK:
            return False
        line, following = page.blocks[block], page.blocks[blocks[1]]
        if line.kind is BlockKind.HEADING or is_dek_label(page, block, blocks[1]):
            return True
        if line.container != following.container and line.text in _descriptions(page):
            return True
        between = [other for other in range(block + 1, blocks[1]) if not self._is_of_picture(other)]
        return bool(between) and all(map(self._is_beside_byline, between))

    def _is_of_picture(self, block: int) -> bool:
        page = self.old.page
        return (
            is_caption(page, block) or is_under_picture(page, block) or names_picture(page.blocks[block].text)
        )

    def _is_beside_byline(self, block: int) -> bool:
        """Whether a line of the original is a byline, a date, or another short line such as stand with them."""
        line = self.old.page.blocks[block]
        if is_stamp(line.text) or is_credit(line.text, self._people):
            return True
        if not _is_short(line.text):
            return False
        role = self._lines_old.role_of_block(block)
        return role in (Role.STORY, Role.NOTHING) and line.kind is not BlockKind.CAPTION

    @cached_property
    def _places(self) -> frozenset[int]:
        return frozenset(self.old.blocks)

    @cached_property
    def _letters(self) -> str:
        return "\0".join(letters_of(self.old.text(block)) for block in self.old.blocks)

    # --- what the page has

    def role_of_addition(self, passage: Passage) -> frozenset[Permission] | None:
        """The permissions for what was added by what it is; None where it is nothing of the story."""
        whole = self._lines_new.is_whole(passage)
        role = self._lines_new.role_of(passage)
        if role in _FREE:
            return _FREE[role]
        if whole and self._names_quoted(passage):
            return frozenset((Permission.BOXES,))
        if whole and looks_like_heading(passage.text):
            inside = self._span[0] < passage.block < self._span[1]
            return frozenset((Permission.SUBHEADINGS,)) if inside else None
        if whole and self._is_repeated(passage.text):
            return frozenset((Permission.BOXES,))
        if whole and passage.block == self.new.blocks[0] and self._may_be_dek(passage):
            return frozenset((Permission.DEK,))
        return frozenset()

    def is_of_story(self, passage: Passage) -> bool:
        """Whether an added paragraph is surely the story's: between others, or long, or on something that the story is
        about.
        """
        if self._span[0] < passage.block < self._span[1]:
            return True
        apart = self._is_apart(passage.block)
        if not apart and len(passage.text.split()) >= FEWEST:
            return True
        if passage.block < self._span[0]:
            return False  # it may be a dek
        language = self.old.language
        words = {word.key for word in self.new.words(passage.block) if word.raw not in language.common}
        telling = [word for word in words & self._told if len(word) >= _TELLING]
        return len(telling) >= (_TELLING_APART if apart else 1)

    def _is_apart(self, block: int) -> bool:
        """Whether lines that are none of the story's stand between a block and the story's last that the original has."""
        own = frozenset(self.new.blocks)
        return any(other not in own for other in range(self._span[1] + 1, block))

    def _names_quoted(self, passage: Passage) -> bool:
        """Whether a short line behind a pull quote of the page says whose it is."""
        if not _is_short(passage.text) or passage.block == 0:
            return False
        quote = self.new.text(passage.block - 1)
        return self._is_repeated(quote) and not self._is_own(quote)

    def _is_own(self, text: str) -> bool:
        """Whether a text is a whole paragraph of the original that it has once."""
        letters = letters_of(text)
        return self._letters.split("\0").count(letters) == self._letters.count(letters)

    @cached_property
    def _told(self) -> frozenset[str]:
        """The words of the original."""
        return frozenset(word.key for word in self.old.all_words(self.old.blocks))

    def _may_be_dek(self, passage: Passage) -> bool:
        """Whether the first block of the page's story is a dek: the page describes itself with it, or it is short."""
        short = passage.block < self._span[0] and len(passage.text.split()) < FEWEST
        return short or passage.text in _descriptions(self.new.page)

    def _is_repeated(self, text: str) -> bool:
        """Whether a paragraph says what the story says elsewhere: a pull quote."""
        letters = letters_of(text)
        return _is_telling(letters) and letters in self._letters


_FREE: dict[Role, frozenset[Permission] | None] = {
    Role.NOTHING: None,
    Role.NOTE: frozenset((Permission.EDITORS_NOTE,)),
    Role.BOX: frozenset((Permission.BOXES,)),
}


def _is_short(text: str) -> bool:
    """Whether a line is short and no sentence, as one that names somebody."""
    return len(text.split()) <= _SHORT and not text.rstrip().endswith(_SENTENCE)


def _is_telling(letters: str) -> bool:
    """Whether so many letters are no chance where they come again."""
    return len(letters) >= (_PULLED_SIGNS if _is_of_signs(letters) else _PULLED)


def _is_of_signs(letters: str) -> bool:
    """Whether letters are of a script that puts no space between words."""
    return letters[:1] >= "\u3000"


def _descriptions(page: Page) -> frozenset[str]:
    """What a page says of itself in a sentence, which is often printed below its headline."""
    return frozenset(meta.value for meta in page.values("description"))
