"""What a store knows of an original without opening its file again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """The facts of an original, as it states them; empty where it does not.

    `path` is the file that it was read from, with `#3` for the third of several stories. `date` is a day as
    ISO 8601 has it, `language` a primary subtag of BCP 47. `rule_sets` are the ids of the rule sets whose
    publisher's notice it carries, `co_publishers` the publishers that its credit lines name besides. `words` are
    the words of the story by which it is found.
    """

    path: str
    format: str
    title: str = ""
    authors: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    date: str = ""
    language: str = ""
    url: str = ""
    licence: str = ""
    rule_sets: tuple[str, ...] = ()
    co_publishers: tuple[str, ...] = ()
    words: int = 0
