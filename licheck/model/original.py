"""A story as its publisher ran it, with the facts that a republication is held against."""

from __future__ import annotations

from dataclasses import dataclass

from licheck.model.page import Page


@dataclass(frozen=True)
class Original:
    """The original and its facts.

    `article` are the indexes of the blocks of `page` that are the story's own text (no notice, no
    credits, no furniture). `authors` are names as the original writes them, `authors_from` where they
    were read, for people. Empty strings and tuples: the original does not say.
    """

    page: Page
    article: tuple[int, ...]
    title: str = ""
    authors: tuple[str, ...] = ()
    authors_from: str = ""
    affiliations: tuple[str, ...] = ()
    url: str = ""
