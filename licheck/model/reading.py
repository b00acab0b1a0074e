"""What licheck sees on a page, before any rule set: for whoever asks "why did you not find my byline?"."""

from __future__ import annotations

from dataclasses import dataclass

from licheck.model.credit import Contradiction, Credit
from licheck.model.page import Page
from licheck.model.zones import Zones


@dataclass(frozen=True)
class Reading:
    """A page as it was read.

    `authors` is the best answer to who wrote the story, `visible_authors` those a reader sees credited,
    `metadata_authors` those that metadata name; `affiliations` is what stands with the seen ones, and
    `contradictions` are metadata that name others than those. `date`
    is an ISO 8601 day, `language` a primary subtag of BCP 47; empty where the page does not tell. `body`
    is the story's text, blocks apart by blank lines.
    """

    page: Page
    zones: Zones
    credits: tuple[Credit, ...]
    authors: tuple[str, ...]
    visible_authors: tuple[str, ...]
    metadata_authors: tuple[str, ...]
    affiliations: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    title: str
    date: str
    language: str
    site: str
    canonical: str
    body: str
