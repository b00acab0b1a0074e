"""Where is a person named in what no reader of the page sees: hidden text, texts behind pictures, metadata?"""

from __future__ import annotations

from collections.abc import Iterator

from licheck.credits.stated import stated_credits
from licheck.model.credit import Sighting
from licheck.model.finding import Standing
from licheck.model.page import PERHAPS, Page
from licheck.names import NO_MATCH, find_name

UNSEEN = "not seen by a reader: "
"""How the note of a hidden name begins."""


def unseen(person: str, page: Page) -> Iterator[Sighting]:
    """Sightings in what a reader does not see: hidden text, and the texts behind pictures."""
    for block in page.hidden:
        match = find_name(person, block.text)
        if match.likeness.is_same:
            yield Sighting(
                person,
                match.likeness,
                block.text[max(0, match.start - 60) : match.end + 90],
                -1,
                offset=page.locator(page, block, match.start),
                standing=Standing.HIDDEN,
                note=block.hidden if block.hidden.startswith(PERHAPS) else f"{UNSEEN}{block.hidden}",
            )
    for image in page.images:
        for name, text in (("alt", image.alt), ("title", image.title)):
            match = find_name(person, text) if text else NO_MATCH
            if match.likeness.is_same:
                yield Sighting(
                    person,
                    match.likeness,
                    text,
                    -1,
                    offset=image.offset,
                    standing=Standing.ALIVE,
                    note=f"only in a picture's {name} text",
                )


def stated(person: str, page: Page) -> Iterator[Sighting]:
    """Sightings in metadata."""
    for credit in stated_credits(page):
        match = find_name(person, credit.text)
        if match.likeness.is_same:
            yield Sighting(
                person,
                match.likeness,
                credit.text,
                -1,
                offset=credit.offset,
                standing=Standing.METADATA,
                note=f"only in metadata ({credit.where}), where no reader sees it",
            )
