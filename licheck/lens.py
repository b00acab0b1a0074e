"""A page through its original, pure: where its story stands, what was changed in it, whom it credits.

page -> zones (by alignment with the original, else by form) -> credits, changes; nothing here is judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from licheck.align.blocks import align
from licheck.align.pulled import out_of_boxes
from licheck.credits.publishers import with_publisher
from licheck.credits.read import CreditLines, read_credits
from licheck.model.alignment import Alignment
from licheck.model.case import Mask
from licheck.model.change import Change, ChangeKind, Changes, Comparison, words_lost
from licheck.model.credit import Credit
from licheck.model.later import Later
from licheck.model.original import Original
from licheck.model.page import Page
from licheck.model.ruleset import RuleSet
from licheck.model.sides import Sides
from licheck.model.zones import Zones
from licheck.organisations import may_be_named
from licheck.originals.facts import original_of
from licheck.rulesets.notices import Found, find_notices
from licheck.text import fold, words_of
from licheck.zones.by_alignment import zones_by_alignment
from licheck.zones.by_form import zones_by_form

if TYPE_CHECKING:
    from licheck.align.changes import Finder

# A page republishes an original of which it carries one of these. Less is what two reports of one event share
# (names, a quotation), and a page must not be accused of what it never took.
LEAST_KEPT = 0.1  # of the original's words
WHOLE, PARAGRAPH = 0.9, 20  # so much of one paragraph of so many words
_LICENCE_LINE = 300  # characters of a line that names the licence, with the story's title and author
_JUDGED_WITHOUT = ": it was judged without it."


@dataclass(frozen=True)
class Reading:
    """A page with all that does not depend on a rule set; `masks` are the notices of all known publishers."""

    page: Page
    zones: Zones
    masks: tuple[Mask, ...]
    original: Original | None = None
    alignment: Alignment | None = None
    notes: tuple[str, ...] = ()

    @cached_property
    def story(self) -> frozenset[int]:
        """The blocks of the page that the original tells are its story's, counted from 0; without one none."""
        return self.alignment.blocks if self.alignment else frozenset()

    @cached_property
    def changes(self) -> Changes:
        """What was changed in the original's story; found when it is first asked for."""
        return Changes(self._changes)

    def _changes(self, kinds: Collection[ChangeKind]) -> Sequence[Change]:
        if self._finder is None:
            return ()
        found = self._finder.of(kinds)
        aside = {block for block in map(_added, found) if block is not None and self._is_aside(block)}
        return [change for change in found if _added(change) not in aside]

    @cached_property
    def _finder(self) -> Finder | None:
        if self.original is None or self.alignment is None:
            return None
        from licheck.align.changes import Finder  # few requirements ask for it

        return Finder(self.page, self.original, self.alignment, self.zones, CreditLines(self.page.blocks))

    def _is_aside(self, block: int) -> bool:
        """Whether a block that seems added is a notice or names a licence, or stands beside the original's story too: its
        standing words on itself, say.
        """
        text = self.page.blocks[block].text
        masked = any(mask.block == block for mask in self.masks)
        return masked or _names_licence(text) or _plain(text) in self._beside

    @cached_property
    def _beside(self) -> frozenset[str]:
        """The words of each line on the original's page that is not of its story."""
        assert self.original
        article = set(self.original.article)
        blocks = enumerate(self.original.page.blocks)
        return frozenset(plain for at, block in blocks if at not in article and (plain := _plain(block.text)))

    @cached_property
    def credits(self) -> Sequence[Credit]:
        """The credits, without any publisher's names known; read when they are first looked at."""
        return Later(lambda: read_credits(self.page, self.zones, self.masks))


def _names_licence(text: str) -> bool:
    """Whether a line is short and names a Creative Commons licence: it is no part of a story."""
    from licheck.licences.words import licences_named  # only for changes

    return len(text) <= _LICENCE_LINE and bool(licences_named(text))


def _plain(text: str) -> str:
    return " ".join(words_of(fold(text)))


def _added(change: Change) -> int | None:
    """The block of the page that a change added; None where it is no addition."""
    return change.page.block if change.original is None and change.page is not None else None


def compare(page: Page, original: Original, rule_sets: Sequence[RuleSet]) -> Comparison:
    """What a page changed in the story of an original; credits, notices and what stands around it are no part of it."""
    reading = read_page(page, original, _notices(page, rule_sets))
    if reading.alignment is None:
        note = " ".join(reading.notes).removesuffix(_JUDGED_WITHOUT) + "."
        return Comparison(page, original, note=note)
    found = tuple(reading.changes)
    words = sum(len(original.page.blocks[block].text.split()) for block in original.article)
    return Comparison(page, original, max(0.0, 1 - words_lost(found) / max(1, words)), found)


def sides_of(page: Page, original: Original | None, rule_sets: Sequence[RuleSet]) -> Sides:
    """A page and the original that it was judged with side by side, for reports that show them."""
    from licheck.align.sides import side_by_side  # few reports ask for it

    reading = read_page(page, original, _notices(page, rule_sets))
    if reading.original is None or reading.alignment is None:
        return side_by_side(page, reading.zones)
    was = reading.original.page
    masks = _notices(was, rule_sets)
    zones = _zones_by_form(was, masks)
    return side_by_side(
        page, reading.zones, reading.original, zones, reading.alignment.pairs, tuple(reading.changes)
    )


def read_original(page: Page, rule_sets: Sequence[RuleSet]) -> Original:
    """The original in a page, with every known publisher's notice taken off."""
    masks = _notices(page, rule_sets)
    zones = _zones_by_form(page, masks)
    return original_of(page, zones, _read_with(page, zones, masks, rule_sets), masks)


def _read_with(
    page: Page, zones: Zones, masks: tuple[Mask, ...], rule_sets: Sequence[RuleSet]
) -> Sequence[Credit]:
    """The credits of an original, with the names of the publishers known that it names."""
    credits = read_credits(page, zones, masks)
    named = [rule_set.publisher for rule_set in rule_sets if mentions(page, rule_set)]
    names = [name for publisher in named for name in publisher.names]
    others = [name for publisher in named for name in publisher.others if name not in names]
    return with_publisher(credits, page, zones, masks, names, others) if names else credits


def read_page(page: Page, original: Original | None, masks: tuple[Mask, ...]) -> Reading:
    """The page through its original; one that it does not come from is left aside, which a note tells."""
    if original is None:
        return _alone(page, masks)
    if not original.article:
        note = f"No story was found in the original {original.page.path}: it was left aside."
        return _alone(page, masks, note)
    alignment = out_of_boxes(
        page,
        align(
            [block.text for block in page.blocks],
            {index: original.page.blocks[index].text for index in original.article},
        ),
    )
    zones = zones_by_alignment(page, original, alignment) if _comes_from(page, alignment) else None
    if zones is None:
        note = (
            f"The text of this page does not come from the original {original.page.path}"
            f" (only {alignment.kept:.0%} of it is here, paragraph by paragraph){_JUDGED_WITHOUT}"
        )
        return _alone(page, masks, note)
    return Reading(page, zones, masks, original, alignment)


def _comes_from(page: Page, alignment: Alignment) -> bool:
    """Whether a page carries enough of an original: a share of its words, or one whole paragraph."""
    whole = (page.blocks[pair.block].text for pair in alignment.pairs if pair.share >= WHOLE)
    return alignment.kept >= LEAST_KEPT or any(len(text.split()) >= PARAGRAPH for text in whole)


def _alone(page: Page, masks: tuple[Mask, ...], *notes: str) -> Reading:
    """A page read without its original."""
    zones = _zones_by_form(page, masks)
    return Reading(page, zones, masks, notes=notes)


def _zones_by_form(page: Page, masks: Iterable[Mask]) -> Zones:
    """The zones of a page by itself: neither its credits nor whole blocks of a notice are its story."""
    whole = frozenset(mask.block for mask in masks if mask.start == 0)
    return zones_by_form(page, CreditLines(page.blocks, whole))


def _notices(page: Page, rule_sets: Iterable[RuleSet]) -> tuple[Mask, ...]:
    return masks_of(find_notices(page, rule_set.notices) for rule_set in rule_sets)


def mentions(page: Page, rule_set: RuleSet) -> bool:
    """Quick: whether all words of any of the publisher's names are on the page at all."""
    return may_be_named(page.text, rule_set.publisher.names)


def masks_of(notices: Iterable[Sequence[Found]]) -> tuple[Mask, ...]:
    """The parts of a page that notices stand in, in its order, each once."""
    return tuple(sorted({mask for found in notices for notice in found for mask in notice.masks}))
