"""From edits of words to changes: each with its kind, its passages and the permissions that would allow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from licheck.align.alone import Alone
from licheck.align.compare import Compared, is_whole
from licheck.align.edit import Edit
from licheck.align.kinds import alters_quotation, kind_of
from licheck.align.lines import Role, role_of_text
from licheck.align.permitted import permissions
from licheck.align.side import Side
from licheck.model.change import Change, ChangeKind, Passage, Permission

_NOTES = 3  # blocks at the end of the original that may be notes
_FEWEST = 4  # words that are the same elsewhere because they were moved there, and not by chance
_NOT_SURE = "it stands beside the story, and may be a line of the site's own"


class Teller:
    """Tells the changes of one page and its original, whose writers are `people`."""

    def __init__(
        self, old: Side, new: Side, compared: Sequence[Compared], people: tuple[str, ...] = ()
    ) -> None:
        self.old, self.new, self.compared = old, new, compared
        self._order = {block: place for place, block in enumerate(old.blocks)}
        self._last_kept = self._find_last_kept()
        self._moved = self._find_moved()
        straight = [one for one in compared if one.group.old and one.group.new and not one.group.moved]
        self._place = {id(edit): place for place, one in enumerate(straight) for edit in one.edits}
        self._alone = Alone(old, new, compared, people)

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
        notes = {
            block for block in self.old.blocks[-_NOTES:] if role_of_text(self.old.text(block)) is Role.NOTE
        }
        for one in self.compared:
            if not notes.isdisjoint(one.group.old):
                continue  # a correction below the story stays where its end is cut off
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
            if old is not None and new is not None and self._alone.is_pulled(old):
                continue  # where a pull quote stands is the page's business
            yield Change(
                ChangeKind.MOVED,
                None if old is None else self.old.passage(old),
                None if new is None else self.new.passage(new),
            )

    def _of(self, edit: Edit) -> Iterator[Change]:
        twin = self._moved.get(id(edit))
        if twin is not None:
            if edit.new:
                old, new = self.old.passages(twin.old), self.new.passages(edit.new)
                if self._is_shifted(twin, edit):
                    yield from _both(ChangeKind.MERGED, old, new, frozenset((Permission.PARAGRAPHS,)))
                else:
                    yield from _both(ChangeKind.MOVED, old, new)
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

    def _is_shifted(self, cut: Edit, added: Edit) -> bool:
        """Whether only the end of a paragraph became the beginning of the next, or the other way round: all stands in order."""
        was, now = self._place.get(id(cut)), self._place.get(id(added))
        if was is None or now is None:
            return False
        if now == was + 1:
            return cut.span.last == len(cut.words.old) and added.span.start == 0
        return now == was - 1 and cut.span.first == 0 and added.span.end == len(added.words.new)

    def _is_of_headings(self, edit: Edit) -> bool:
        return all(self.old.is_heading(word.block) for word in edit.old) and all(
            self.new.is_heading(word.block) for word in edit.new
        )

    def _subheading(self, edit: Edit) -> Iterator[Change]:
        """A sub-heading added, cut or reworded, said as a whole."""
        permitted = {Permission.SUBHEADINGS} | permissions(edit, in_quotation=False)
        old = [self.old.passage(block) for block in dict.fromkeys(word.block for word in edit.old)]
        new = [self.new.passage(block) for block in dict.fromkeys(word.block for word in edit.new)]
        if not edit.new:
            permitted |= self._cuts(edit)
        if not edit.new or not edit.old:
            more = self._alone.role_of_cut(old[0]) if old else self._alone.role_of_addition(new[0])
            if more is None:
                return
            permitted |= more
        yield from _both(ChangeKind.SUBHEADING, old, new, frozenset(permitted))

    def _cut(self, edit: Edit) -> Iterator[Change]:
        paragraph = not edit.words.new
        quotation = not paragraph and alters_quotation(edit)
        permitted = set() if paragraph else set(permissions(edit, quotation))
        kind = ChangeKind.CUT if paragraph else kind_of(edit, quotation, bool(permitted))
        if not quotation and is_whole(edit):
            permitted |= self._cuts(edit)
        for passage in self.old.passages(edit.old):
            free = quotation or not is_apart(edit, passage)
            more = frozenset() if free else self._alone.role_of_cut(passage)
            if more is not None:
                heads = paragraph and Permission.SUBHEADINGS in more
                yield Change(
                    ChangeKind.SUBHEADING if heads else kind, passage, None, frozenset(permitted | more)
                )

    def _cuts(self, edit: Edit) -> set[Permission]:
        """The permissions to cut whole sentences here."""
        first = edit.old[0]
        at_end = (self._order[first.block], first.at) > self._last_kept
        return {Permission.CUTS, Permission.CUTS_AT_END} if at_end else {Permission.CUTS}

    def _added(self, edit: Edit) -> Iterator[Change]:
        paragraph = not edit.words.old
        quotation = not paragraph and alters_quotation(edit)
        permitted = frozenset() if paragraph else permissions(edit, quotation)
        kind = ChangeKind.ADDED if paragraph else kind_of(edit, quotation, bool(permitted))
        for passage in self.new.passages(edit.new):
            free = quotation or not is_apart(edit, passage)
            more = frozenset() if free else self._alone.role_of_addition(passage)
            if more is not None:
                heads = paragraph and Permission.SUBHEADINGS in more
                sure = not paragraph or self._alone.is_of_story(passage)
                note = "" if sure else _NOT_SURE
                found = ChangeKind.SUBHEADING if heads else kind
                yield Change(found, None, passage, permitted | more, note, sure=sure)

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
