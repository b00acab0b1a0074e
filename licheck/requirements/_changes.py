"""What the kinds share that judge by what was changed: which changes count, how they are told, what the original says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from licheck.model.case import Case
from licheck.model.change import Change, ChangeKind, Permission, of_kinds
from licheck.model.finding import Evidence, Finding, Place, Standing, Verdict
from licheck.model.requirement import Requirement, flat
from licheck.model.template import Template
from licheck.requirements._judging import at_block, at_offset, finding, listed, not_for
from licheck.requirements._wording import Piece, find, nearest, pieces_of
from licheck.text import shorten

_NEARLY = (
    0.8  # of a prescribed wording's words that stand in a line which is taken for it, as in `_prescribed`
)
_QUOTE = 120  # characters of the original's words that are quoted
WORDING = (
    ChangeKind.QUOTATION,
    ChangeKind.NUMBER,
    ChangeKind.NAME,
    ChangeKind.REWORDED,
    ChangeKind.CUT,
    ChangeKind.ADDED,
    ChangeKind.MOVED,
    ChangeKind.HEADLINE,
    ChangeKind.SUBHEADING,
    ChangeKind.SPLIT,
    ChangeKind.MERGED,
)
"""Changes of the story's words and their order, the gravest first."""

# How changes are told: one, several.
_IN_WORDS: dict[ChangeKind, tuple[str, str]] = {
    ChangeKind.QUOTATION: ("an altered quotation", "altered quotations"),
    ChangeKind.NUMBER: ("an altered number", "altered numbers"),
    ChangeKind.NAME: ("an altered name", "altered names"),
    ChangeKind.REWORDED: ("a reworded passage", "reworded passages"),
    ChangeKind.CUT: ("a cut", "cuts"),
    ChangeKind.ADDED: ("an addition", "additions"),
    ChangeKind.MOVED: ("a moved passage", "moved passages"),
    ChangeKind.HEADLINE: ("another headline", "other headlines"),
    ChangeKind.SUBHEADING: ("a changed sub-heading", "changed sub-headings"),
    ChangeKind.SPLIT: ("a split paragraph", "split paragraphs"),
    ChangeKind.MERGED: ("a merged paragraph", "merged paragraphs"),
    ChangeKind.LINK_LOST: ("a lost link", "lost links"),
    ChangeKind.LINK_ADDED: ("an added link", "added links"),
    ChangeKind.LINK_RETARGETED: ("a link that leads elsewhere", "links that lead elsewhere"),
    ChangeKind.IMAGE_LOST: ("a missing picture", "missing pictures"),
    ChangeKind.IMAGE_ADDED: ("an added picture", "added pictures"),
    ChangeKind.IMAGE_CREDIT_LOST: ("a picture without its credit", "pictures without their credits"),
    ChangeKind.EMBED_LOST: ("a missing embed", "missing embeds"),
    ChangeKind.EMBED_ADDED: ("an added embed", "added embeds"),
}
_NO_ORIGINAL = "Without an original that this text comes from, there is no telling {}; --original names one"


def unknown(requirement: Requirement, case: Case, what: str) -> Finding | None:
    """A doubt where there is no original to hold the page against (`what` ends the sentence), else None."""
    if case.original is None or case.alignment is None:
        return finding(requirement, Verdict.CANT_TELL, _NO_ORIGINAL.format(what))
    return None


def permitted(case: Case, allow: Collection[Permission]) -> frozenset[Permission]:
    """What a requirement allows, and what the rule set says may be, on this page's day and in its medium."""
    free = (one for one in case.rule_set.permitted if not_for(one, case) is None)
    return frozenset(allow).union(*(one.permits for one in free))


def edits(
    case: Case,
    allow: Collection[Permission] = (),
    kinds: Sequence[ChangeKind] = WORDING,
    *,
    sure: bool = True,
) -> list[Change]:
    """The changes of these kinds that nothing in `allow` permits, the gravest kinds first, each in the order of the page.

    With `sure` only those that surely are changes of the story, without it only the others.
    """
    free = frozenset(allow)
    found = [
        change
        for change in of_kinds(case.changes, kinds)
        if change.sure is sure and not change.permitted_by & free and not is_left_out(change)
    ]
    if added := {change.page.block for change in found if change.original is None and change.page}:
        asked = prescribed(case, added)
        found = [one for one in found if one.original or not one.page or one.page.block not in asked]
    return sorted(found, key=lambda change: kinds.index(change.kind))


def is_left_out(change: Change) -> bool:
    """Whether something that the original's site had put around the story was left out: its dek, a box, a call to its
    readers. No publisher's way to hand out its stories hands these out, and none asks for them as words of the story.
    """
    return change.page is None and not change.permitted_by.isdisjoint((Permission.DEK, Permission.BOXES))


def prescribed(case: Case, blocks: Collection[int]) -> set[int]:
    """Those of some blocks that are a wording which the publisher prescribes: they are no part of its story."""
    known: dict[int, bool] = case.memo.setdefault("prescribed", {})
    for block in blocks:
        if block not in known:
            known[block] = any(_is_wording(case, pieces, block) for pieces in _all_pieces(case))
    return {block for block in blocks if known[block]}


def _is_wording(case: Case, pieces: Sequence[Piece], block: int) -> bool:
    if find(case, pieces, (block,)):
        return True
    near = nearest(case, pieces, (block,))
    return near is not None and near.share >= _NEARLY


def _all_pieces(case: Case) -> Sequence[Sequence[Piece]]:
    """All wordings that the rule set prescribes, and the credit lines that it recognises."""
    if "wordings" not in case.memo:
        rule_set = case.rule_set
        told = (*_wordings(rule_set.requirements), *map(Template, rule_set.credits))
        case.memo["wordings"] = [pieces_of(template, rule_set.publisher.names) for template in told]
    found: Sequence[Sequence[Piece]] = case.memo["wordings"]
    return found


def _wordings(requirements: Iterable[Requirement]) -> Iterator[Template]:
    for one in flat(requirements):
        for several in getattr(one, "wording", {}).values():
            yield from several


def counted(changes: Iterable[Change]) -> str:
    """Changes in words, most of all kinds first: "an altered quotation, 3 cuts"."""
    counts = Counter(change.kind for change in changes)
    return listed([one if count == 1 else f"{count} {many}" for (one, many), count in _told(counts)])


def _told(counts: Counter[ChangeKind]) -> list[tuple[tuple[str, str], int]]:
    return [(_IN_WORDS[kind], count) for kind, count in counts.items()]


def evidence_of(case: Case, change: Change, *, counts: bool = False) -> Evidence:
    """A change as evidence: where it stands on the page, with the original's words; a cut where it stood there."""
    kind = _IN_WORDS[change.kind][0]
    if change.page is not None:
        note = f"{kind}: {change.note}" if change.note else kind
        if change.original is not None and change.original.text != change.page.text:
            note = f"{note}; the original says: {shorten(change.original.text, _QUOTE)}"
        elif change.original is None:
            note = f"{note}; the original does not have it"
        if change.page_at is not None:
            text = change.page.text or change.note
            return at_offset(case, text, change.page_at, counts=counts, note=note)
        return at_block(case, change.page.block, change.page.start, change.page.end, counts=counts, note=note)
    assert case.original
    assert change.original
    page, passage = case.original.page, change.original
    where = change.place_in_original(page)
    assert where
    note = f"{kind}: {change.note or 'this stands in the original, and not on the page'}"
    return Evidence(
        shorten(passage.text or change.note, _QUOTE),
        where.line,
        where.column,
        Standing.ORIGINAL,
        counts,
        note,
        page.path,
    )


def place_of(case: Case, change: Change) -> Place | None:
    """Where on the page a change is to be put right; None where the page does not tell."""
    if change.page is not None:
        where = change.place_on_page(case.page)
        return Place("with the changed passage", where.line if where else 0)
    assert change.original
    assert case.alignment
    before = [pair.block for pair in case.alignment.pairs if pair.original < change.original.block]
    if not before:
        return Place("at the beginning of the story")
    block = case.page.blocks[max(before)]
    return Place(
        "after the paragraph that comes before it", case.page.locate(block, len(block.text) - 1).line + 1
    )


def originals_words(change: Change) -> str:
    """What would put a change right, in words."""
    if change.original is None:
        assert change.page
        return f"Take out: {shorten(change.page.text, _QUOTE)}"
    instead = f" (instead of: {shorten(change.page.text, _QUOTE)})" if change.page else ""
    return f"Put back the original's words: {change.original.text}{instead}"
