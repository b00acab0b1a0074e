"""Which of the lines that are names by their form alone are likely bylines.

Names stand around a story for many reasons: whom it is about, whom to call, who is in the picture, who wrote the
quotation at its end. A byline's name begins with a given name, stands directly at the story, and nowhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from licheck.credits.lines import in_address
from licheck.model.credit import Credit
from licheck.model.page import BlockKind, Page
from licheck.model.zones import Zone, Zones
from licheck.patterns import pattern
from licheck.text import fold

_BELOW = 3  # blocks below the story within which a bare name is one
_WORDS_BELOW = 8  # words that a line there has
_ABOVE = 6  # blocks that may stand between the headline and a bare name above the story
_NOTES = 3  # last paragraphs of a story, which may be notes on its author
_CONTACT = pattern(
    r"@|\b(?:tel|fon|phone|telefon|telephone|fax|e-mail|kontakt|contact|contacto|ansprechpartner\w*|pressekontakt|rückfragen"
    r"|press office|pressestelle|media relations)\b",
    re.I,
)
_WORD = pattern(r"\w+")
_CAPTION = pattern(
    r"^\W*(?:©|\(c\)|(?:foto|photo|bild|image|quelle|source|credit|picture|imagen|fuente|fonte|crédit)s?\b)",
    re.I,
)


class Surroundings:
    """The surroundings of names on one page."""

    def __init__(self, page: Page, zones: Zones) -> None:
        self.page, self.zones = page, zones

    def may_be_byline(self, credit: Credit) -> bool:
        """Whether nothing speaks against a name that has the form of a byline."""
        if credit.zone is Zone.BOTTOM and not self._directly_below(credit):
            return False
        if credit.zone is Zone.TOP and not self._above(credit):
            return False
        return not (self._is_contact(credit) or self._is_caption(credit) or self._is_in_story(credit))

    def is_at_story(self, credit: Credit) -> bool:
        """Whether a line stands where bylines do, directly at the story or its headline."""
        if credit.zone is Zone.TOP:
            return self._above(credit) and not self._is_caption(credit)
        return credit.block <= self.zones.last + _BELOW and not self._is_contact(credit)

    def is_used_otherwise(self, names: Sequence[str]) -> bool:
        """Whether the story speaks of one of these names, or writes one of their words small: then two words with capitals
        are a place or a section ("Mill Street", "Border Crisis") rather than somebody whose given name is not known."""
        wanted = {fold(word) for name in names for word in name.split()}
        return not wanted.isdisjoint(self._small) or any(fold(name) in self._story for name in names)

    @cached_property
    def _story(self) -> str:
        zones = self.zones.of
        return "\n".join(
            self.page.folded[at] for at, zone in enumerate(zones) if zone in (Zone.TITLE, Zone.ARTICLE)
        )

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that the story writes small; a headline may write all of them large."""
        texts = (
            block.text
            for block, zone in zip(self.page.blocks, self.zones.of, strict=True)
            if zone is Zone.ARTICLE
        )
        return frozenset(word for text in texts for word in _WORD.findall(text) if word[0].islower())

    def is_below_headline(self, credit: Credit) -> bool:
        """Whether a line stands between the headline and the story."""
        headline = self.zones.headline
        return credit.zone is Zone.TOP and headline is not None and headline < credit.block < self.zones.first

    def _directly_below(self, credit: Credit) -> bool:
        last = self.zones.last
        line = self.page.blocks[credit.block].text
        return (
            last < credit.block <= last + _BELOW
            and not (
                line[0].isdigit() and self.page.blocks[credit.block].kind is BlockKind.ITEM
            )  # "10:00 Jane Doe"
            and len(line.split()) <= _WORDS_BELOW
            and not line.rstrip().endswith(":")
        )

    def _above(self, credit: Credit) -> bool:
        headline, first = self.zones.headline, self.zones.first
        if headline is None:
            return credit.block >= first - _ABOVE
        return (
            headline - 2 <= credit.block <= headline + _ABOVE or first - _ABOVE <= credit.block <= first + 1
        )

    def _is_contact(self, credit: Credit) -> bool:
        """Whether the line before says whom to ask, or a telephone or a mailbox follows."""
        blocks = self.page.blocks
        near = [
            *range(max(0, credit.block - 2), credit.block),
            *range(credit.block + 1, min(len(blocks), credit.block + 4)),
        ]
        return credit.zone is Zone.BOTTOM and any(
            len(blocks[at].text) <= 80 and _CONTACT.search(blocks[at].text) for at in near
        )

    def _is_caption(self, credit: Credit) -> bool:
        """Whether a picture's credit follows: the name is of whom it shows."""
        blocks = self.page.blocks
        after = credit.block + 1
        if credit.date:
            return False
        return (
            blocks[credit.block].kind is BlockKind.CAPTION and not in_address(self.page, credit.block)
        ) or (
            after < len(blocks)
            and len(blocks[after].text) <= 80
            and _CAPTION.match(blocks[after].text) is not None
        )

    def _is_in_story(self, credit: Credit) -> bool:
        """Whether the story or its headline speaks of the person; a byline there is that of the same line again."""
        names = [fold(name) for name in credit.persons]
        titles = [meta.value for meta in self.page.values("title")]
        zones, blocks = self.zones.of, self.page.blocks
        until = self.zones.last - _NOTES
        texts = [
            blocks[at].text
            for at, zone in enumerate(zones)
            if zone is Zone.TITLE or (zone is Zone.ARTICLE and at <= until)
        ]
        return any(name in fold(text) for name in names for text in (*titles, *texts))
