"""From edits of words to changes: each with its kind, its passages and the permissions that would allow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import zip_longest

from licheck.align.compare import Compared, is_whole
from licheck.align.edit import Edit
from licheck.align.kinds import alters_quotation, kind_of
from licheck.align.lines import Role, linked, looks_like_heading, role_of_block, role_of_text
from licheck.align.permitted import permissions
from licheck.align.side import Side
from licheck.align.story import FEWEST
from licheck.model.change import Change, ChangeKind, Passage, Permission
from licheck.model.page import Page
from licheck.text import words_of

_FEWEST = 4  # words that are the same elsewhere because they were moved there, and not by chance
_PULLED = 20  # letters of a paragraph that repeats what the story says
_DEK = 40  # words of a dek at most
_TELLING = 5  # letters of a word that tells what a sentence is about
_NOT_SURE = "it stands beside the story, and may be a line of the site's own"
_SIGNS = 3  # characters at the ends of a block that are no words: brackets, a full stop


class Teller:
    """Tells the changes of one page and its original."""

    def __init__(self, old: Side, new: Side, compared: Sequence[Compared]) -> None:
        self.old, self.new, self.compared = old, new, compared
        self._order = {block: place for place, block in enumerate(old.blocks)}
        self._last_kept = self._find_last_kept()
        self._moved = self._find_moved()
        self._own = frozenset(
            new.page.blocks[block].container for one in compared if one.group.old for block in one.group.new
        )
        self._links = linked(new.page)
        self._deks = _descriptions(old.page), _descriptions(new.page)

    def changes(self) -> Iterator[Change]:
        """All changes of words and the order of paragraphs, group by group."""
        for one in self.compared:
            if one.group.moved:
                yield from self._moved_blocks(one)
            for edit in one.large:
                yield _large(edit)
            for edit in one.edits:
                yield from self._of(edit)

    def _find_last_kept(self) -> tuple[int, int]:
        """The place, in the order of the original, of its last word that the page has."""
        last = (-1, 0)
        for one in self.compared:
            if one.identical or one.large:
                block = one.group.old[-1]
                last = max(last, (self._order[block], len(self.old.text(block))))
            for ours, _ in one.same:
                last = max(last, (self._order[ours[-1].block], ours[-1].at))
        return last

    def _find_moved(self) -> Mapping[int, Edit]:
        """The number of each cut or addition -> the addition or cut of the same words elsewhere."""
        pure = [edit for one in self.compared for edit in one.edits if bool(edit.old) is not bool(edit.new)]
        cut: dict[tuple[str, ...], list[Edit]] = {}
        for edit in pure:
            if len(edit.old) >= _FEWEST and is_whole(edit):
                cut.setdefault(_keys(edit), []).append(edit)
        found: dict[int, Edit] = {}
        for edit in pure:
            if edit.new and cut.get(_keys(edit)):
                twin = cut[_keys(edit)].pop(0)
                found[id(edit)], found[id(twin)] = twin, edit
        return found

    def _moved_blocks(self, one: Compared) -> Iterator[Change]:
        for old, new in zip_longest(one.group.old, one.group.new):
            yield Change(
                ChangeKind.MOVED,
                None if old is None else self.old.passage(old),
                None if new is None else self.new.passage(new),
            )

    def _of(self, edit: Edit) -> Iterator[Change]:
        twin = self._moved.get(id(edit))
        if twin is not None:
            if edit.new:
                yield from _both(ChangeKind.MOVED, self.old.passages(twin.old), self.new.passages(edit.new))
            return
        if not edit.old and not edit.new:
            return
        if self._is_of_headings(edit):
            yield from self._subheading(edit)
        elif not edit.new:
            yield from self._cut(edit)
        elif not edit.old:
            yield from self._added(edit)
        else:
            yield from self._reworded(edit)

    def _is_of_headings(self, edit: Edit) -> bool:
        return all(self.old.is_heading(word.block) for word in edit.old) and all(
            self.new.is_heading(word.block) for word in edit.new
        )

    def _subheading(self, edit: Edit) -> Iterator[Change]:
        """A sub-heading added, cut or reworded, said as a whole."""
        permitted = {Permission.SUBHEADINGS} | permissions(edit, in_quotation=False)
        if edit.new and role_of_block(self.new.page, edit.new[0].block, self._own, self._links) is Role.BOX:
            permitted.add(Permission.BOXES)
        if not edit.new:
            permitted |= self._cuts(edit)
        old = [self.old.passage(block) for block in dict.fromkeys(word.block for word in edit.old)]
        new = [self.new.passage(block) for block in dict.fromkeys(word.block for word in edit.new)]
        yield from _both(ChangeKind.SUBHEADING, old, new, frozenset(permitted))

    def _cut(self, edit: Edit) -> Iterator[Change]:
        paragraph = not edit.words.new
        quotation = not paragraph and alters_quotation(edit)
        permitted = set() if paragraph else set(permissions(edit, quotation))
        kind = ChangeKind.CUT if paragraph else kind_of(edit, quotation, bool(permitted))
        if not quotation and is_whole(edit):
            permitted |= self._cuts(edit)
        for passage in self.old.passages(edit.old):
            more = self._role_of_cut(passage) if not quotation and is_apart(edit, passage) else set()
            heads = paragraph and looks_like_heading(passage.text) and passage.block != self.old.blocks[-1]
            more |= {Permission.SUBHEADINGS} if heads else set()
            yield Change(ChangeKind.SUBHEADING if heads else kind, passage, None, frozenset(permitted | more))

    def _cuts(self, edit: Edit) -> set[Permission]:
        """The permissions to cut whole sentences here."""
        first = edit.old[0]
        at_end = (self._order[first.block], first.at) > self._last_kept
        return {Permission.CUTS, Permission.CUTS_AT_END} if at_end else {Permission.CUTS}

    def _role_of_cut(self, passage: Passage) -> set[Permission]:
        if role_of_text(passage.text) is Role.BOX:
            return {Permission.BOXES}
        first = passage.block == self.old.blocks[0]
        is_dek = first and (passage.text in self._deks[0] or self._stands_above_byline())
        return {Permission.DEK} if is_dek else set()

    def _stands_above_byline(self) -> bool:
        """Whether the original's first passage is a short one that something parts from the rest: a byline, a date."""
        blocks = self.old.blocks
        apart = len(blocks) > 1 and blocks[1] > blocks[0] + 1
        return apart and len(self.old.text(blocks[0]).split()) <= _DEK

    def _added(self, edit: Edit) -> Iterator[Change]:
        paragraph = not edit.words.old
        quotation = not paragraph and alters_quotation(edit)
        permitted = frozenset() if paragraph else permissions(edit, quotation)
        kind = ChangeKind.ADDED if paragraph else kind_of(edit, quotation, bool(permitted))
        for passage in self.new.passages(edit.new):
            free = quotation or not is_apart(edit, passage)
            more = frozenset() if free else self._role_of_addition(passage)
            if more is not None:
                heads = paragraph and Permission.SUBHEADINGS in more
                sure = not paragraph or self._is_of_story(passage)
                note = "" if sure else _NOT_SURE
                found = ChangeKind.SUBHEADING if heads else kind
                yield Change(found, None, passage, permitted | more, note, sure=sure)

    def _is_of_story(self, passage: Passage) -> bool:
        """Whether an added paragraph is surely the story's: between others, or long, or on something that the story is
        about.
        """
        if self._span[0] < passage.block < self._span[1] or len(passage.text.split()) >= FEWEST:
            return True
        if passage.block < self._span[0]:
            return False  # it may be a dek
        language = self.old.language
        words = (word.key for word in self.new.words(passage.block) if word.raw not in language.common)
        return any(len(word) >= _TELLING and word in self._told for word in words)

    @cached_property
    def _told(self) -> frozenset[str]:
        """The words of the original."""
        return frozenset(word.key for word in self.old.all_words(self.old.blocks))

    @cached_property
    def _span(self) -> tuple[int, int]:
        """The first and the last block of the page that carry the original's text."""
        carried = [block for one in self.compared if one.group.old for block in one.group.new]
        return min(carried, default=-1), max(carried, default=-1)

    def _role_of_addition(self, passage: Passage) -> frozenset[Permission] | None:
        """The permissions for what was added by what it is; None where it is nothing of the story."""
        whole = len(passage.text) >= len(self.new.text(passage.block)) - _SIGNS
        role = (
            role_of_block(self.new.page, passage.block, self._own, self._links)
            if whole
            else role_of_text(passage.text)
        )
        if role is Role.NOTHING:
            return None
        if role is Role.NOTE:
            return frozenset((Permission.EDITORS_NOTE,))
        if role is Role.BOX:
            return frozenset((Permission.BOXES,))
        if whole and looks_like_heading(passage.text):
            return frozenset((Permission.SUBHEADINGS,))
        if whole and self._is_repeated(passage.text):
            return frozenset((Permission.BOXES,))
        first = self.new.blocks[0]
        if whole and passage.block == first and self._may_be_dek(passage):
            return frozenset((Permission.DEK,))
        return frozenset()

    def _may_be_dek(self, passage: Passage) -> bool:
        """Whether the first block of the page's story is a dek: the page describes itself with it, or it is short."""
        short = passage.block < self._span[0] and len(passage.text.split()) < FEWEST
        return short or passage.text in self._deks[1]

    def _is_repeated(self, text: str) -> bool:
        """Whether a paragraph says what the story says elsewhere: a pull quote."""
        letters = "".join(words_of(text))
        return len(letters) >= _PULLED and letters in self._letters

    @cached_property
    def _letters(self) -> str:
        return "\0".join("".join(words_of(self.old.text(block))) for block in self.old.blocks)

    def _reworded(self, edit: Edit) -> Iterator[Change]:
        quotation = alters_quotation(edit)
        old, new = self.old.passages(edit.old), self.new.passages(edit.new)
        permitted = permissions(edit, quotation)
        yield from _both(kind_of(edit, quotation, bool(permitted)), old, new, permitted)


def is_apart(edit: Edit, passage: Passage) -> bool:
    """Whether what was cut or added stands for itself: whole sentences, or something in brackets."""
    return is_whole(edit) or passage.text[:1] in ("(", "[")


def _both(
    kind: ChangeKind,
    old: Sequence[Passage],
    new: Sequence[Passage],
    permitted: frozenset[Permission] = frozenset(),
) -> Iterator[Change]:
    """One change for each pair of passages; what is left over was cut or added besides."""
    for ours, theirs in zip_longest(old, new):
        yield Change(kind, ours, theirs, permitted)


def _large(edit: Edit) -> Change:
    note = (
        f"too long to be compared word by word ({len(edit.old):,} words or more in the original,"
        f" {len(edit.new):,} on the page)"
    )
    old, new = edit.old_side.passages(edit.old), edit.new_side.passages(edit.new)
    return Change(ChangeKind.REWORDED, old[0] if old else None, new[0] if new else None, note=note)


def _keys(edit: Edit) -> tuple[str, ...]:
    return tuple(word.key for word in edit.old or edit.new)


def _descriptions(page: Page) -> frozenset[str]:
    """What a page says of itself in a sentence, which is often printed below its headline."""
    return frozenset(meta.value for meta in page.values("description"))
