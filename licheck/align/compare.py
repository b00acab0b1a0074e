"""The words of one group compared: what was edited, and which words are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from licheck.align.edit import Edit
from licheck.align.edits import Span, Words, differing, joined
from licheck.align.groups import Group
from licheck.align.kinds import is_same_spelling
from licheck.align.permitted import permissions
from licheck.align.side import Side
from licheck.align.tokens import Word

_APART = 3  # equal words between two edits that may be one
_SMALL = 8  # words of an edit that may be two permitted ones side by side


@dataclass
class Compared:
    """What comparing a group found. `same` are runs of equal words, as long as each other.

    `identical`: both sides are one block and the same text, of which `same` holds nothing. `large` are edits
    that are too long to be compared word by word.
    """

    group: Group
    identical: bool = False
    edits: list[Edit] = field(default_factory=list)
    large: list[Edit] = field(default_factory=list)
    same: list[tuple[Sequence[Word], Sequence[Word]]] = field(default_factory=list)


def compare(old: Side, new: Side, group: Group) -> Compared:
    """Compare the words of a group's blocks; one that has blocks of one side only is all cut, or all added."""
    if len(group.old) == len(group.new) == 1 and old.text(group.old[0]) == new.text(group.new[0]):
        return Compared(group, identical=True)
    words = Words(old.all_words(group.old), new.all_words(group.new))
    found = Compared(group)
    if not group.old or not group.new:
        found.edits = [Edit(old, new, words, Span(0, len(words.old), 0, len(words.new)))]
        return found
    if any(map(old.is_too_long, group.old)) or any(map(new.is_too_long, group.new)):
        found.large = [Edit(old, new, words, Span(0, len(words.old), 0, len(words.new)))]
        return found
    spans, large = differing(old, new, words)
    edits = [Edit(old, new, words, span) for span in spans]
    apart = [span in large or _stands_alone(edit) for span, edit in zip(spans, edits, strict=True)]
    known = {edit.span: edit for edit in edits}
    whole = [known.get(span) or Edit(old, new, words, span) for span in joined(spans, apart)]
    found.large = [edit for edit in whole if edit.span in large]
    found.edits = [
        piece
        for edit in whole
        if edit.span not in large
        for sentence in _by_sentence(edit)
        for piece in _by_permission(sentence)
        if not is_same_spelling(piece)
    ]
    found.edits = [*_together(found.edits)]
    found.same = [*_equal(words, spans)]
    found.edits += _other_styles(old, new, words, spans)
    return found


def _stands_alone(edit: Edit) -> bool:
    """Whether an edit is one that somebody made by itself: permitted, or of whole sentences."""
    if is_same_spelling(edit) or permissions(edit, in_quotation=False):
        return True
    return bool(edit.old) is not bool(edit.new) and is_whole(edit)


def is_whole(edit: Edit) -> bool:
    """Whether a cut or an addition is of whole sentences."""
    side, words = (edit.old_side, edit.old) if edit.old else (edit.new_side, edit.new)
    return bool(words) and side.begins(words[0]) and side.ends(words[-1])


def _equal(words: Words, spans: Sequence[Span]) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """The runs of equal words between the spans."""
    whole = [Span(0, 0, 0, 0), *spans, Span(len(words.old), len(words.old), len(words.new), len(words.new))]
    for one, other in pairwise(whole):
        if other.first > one.last:
            yield words.old[one.last : other.first], words.new[one.end : other.start]


def _other_styles(old: Side, new: Side, words: Words, spans: Sequence[Span]) -> Iterator[Edit]:
    """The words that are written in another house style."""
    whole = [Span(0, 0, 0, 0), *spans, Span(len(words.old), len(words.old), len(words.new), len(words.new))]
    for one, other in pairwise(whole):
        shift = one.end - one.last
        for at in range(one.last, other.first):
            if words.old[at].raw != words.new[at + shift].raw:
                yield Edit(old, new, words, Span(at, at + 1, at + shift, at + shift + 1))


def _by_sentence(edit: Edit) -> Iterator[Edit]:
    """An edit that goes beyond the end of a sentence, in pieces that do not: what was reworded, and what was cut
    or added besides.
    """
    old = _starts(edit.old_side, edit.words.old, edit.span.first, edit.span.last)
    new = _starts(edit.new_side, edit.words.new, edit.span.start, edit.span.end)
    if not edit.old or not edit.new or len(old) == len(new) == 1:
        yield edit
        return
    first, last, start, end = edit.span
    whole = _is_whole_pair(edit)
    if len(old) == len(new):
        spans = [
            Span(*ours, *theirs) for ours, theirs in zip(_pieces(old, last), _pieces(new, end), strict=True)
        ]
    elif whole:
        spans = [edit.span]
    elif edit.old_side.begins(edit.words.old[first]) and edit.new_side.begins(edit.words.new[start]):
        spans = [Span(first, old[-1], start, new[-1]), Span(old[-1], last, new[-1], end)]
    else:
        ours, theirs = (old[1] if len(old) > 1 else last), (new[1] if len(new) > 1 else end)
        spans = [Span(first, ours, start, theirs), Span(ours, last, theirs, end)]
    for span in spans:
        if span.first < span.last or span.start < span.end:
            yield Edit(edit.old_side, edit.new_side, edit.words, span)


def _by_permission(edit: Edit) -> Iterator[Edit]:
    """An edit as two where one of them is permitted, or both, and the whole is not: "here yesterday" became "to
    Saltmere on Tuesday".
    """
    first, last, start, end = edit.span
    small = max(last - first, end - start) <= _SMALL and last - first > 1 and end - start > 1
    best = (0, edit.span, edit.span)

    def free_words(span: Span) -> int:
        free = permissions(edit.part(span), in_quotation=False)
        return span.last - span.first + span.end - span.start if free else 0

    if small and not permissions(edit, in_quotation=False):
        for ours in range(first + 1, last):
            for theirs in range(start + 1, end):
                one, two = Span(first, ours, start, theirs), Span(ours, last, theirs, end)
                best = max(best, (sum(map(free_words, (one, two))), one, two))
    yield from (edit.part(span) for span in best[1:]) if best[0] else (edit,)


def _together(edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits, two of them as one where they are permitted only together: "next spring" became "in the spring of 2027"."""
    before: Edit | None = None
    for edit in edits:
        both = before and _united(before, edit)
        if both:
            before = both
            continue
        if before:
            yield before
        before = edit
    if before:
        yield before


def _united(one: Edit, other: Edit) -> Edit | None:
    """Two edits with few words between them as one, if that is permitted and they are not."""
    if other.span.first - one.span.last > _APART or other.span.start - one.span.end > _APART:
        return None
    both = one.part(Span(one.span.first, other.span.last, one.span.start, other.span.end))
    if len({word.block for word in both.old}) > 1 or len({word.block for word in both.new}) > 1:
        return None
    if permissions(one, in_quotation=False) and permissions(other, in_quotation=False):
        return None
    return both if permissions(both, in_quotation=False) else None


def _is_whole_pair(edit: Edit) -> bool:
    return (
        edit.old_side.begins(edit.old[0])
        and edit.new_side.begins(edit.new[0])
        and edit.old_side.ends(edit.old[-1])
        and edit.new_side.ends(edit.new[-1])
    )


def _starts(side: Side, words: Sequence[Word], first: int, last: int) -> list[int]:
    """Where the pieces of words[first:last] begin: at its start and at those of sentences."""
    return [at for at in range(first, last) if at == first or side.begins(words[at])]


def _pieces(starts: Sequence[int], last: int) -> list[tuple[int, int]]:
    return list(pairwise([*starts, last]))
