"""Whose names stand where a prescribed wording has `{authors}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from licheck.model.case import Case
from licheck.model.page import JOINT
from licheck.model.template import Template
from licheck.names import find_name
from licheck.patterns import pattern
from licheck.text import fold_with_map, shorten

AUTHORS = "authors"
_PLACE = "{authors}"
_SEARCHED = 4_000  # characters of a line in which a wording is looked for, as in `credit_line`
_GAP = 200  # characters that a variable may stand for, as there
_SHOWN = 60  # characters of what stands in the writers' place that are told
_NAME_LIKE = pattern(r"[^\W\d_a-zß-ÿ]")  # a capital, or a letter of a script that has none


def right_authors(case: Case, words: str) -> bool:
    """Whether words that stand for the writers name all of them; where nobody is known, whether they could be a name."""
    if not case.people:
        return _NAME_LIKE.search(words) is not None
    return all(find_name(person, words).likeness.is_same for person in case.people)


def why_wrong(case: Case, words: str) -> str:
    """What is wrong with words that stand for the writers, as a note."""
    shown = shorten(words.strip(), _SHOWN)
    if not case.people:
        return f"names no writer, but '{shown}'"
    missing = [person for person in case.people if not find_name(person, words).likeness.is_same]
    return f"names '{shown}' in place of {' and '.join(missing)}"


def authors_in(template: Template, names: tuple[str, ...], ends: str, text: str) -> str | None:
    """The words of a text that stand for the writers in this wording of theirs; None where it does not stand there.

    `names` are the publisher's, `ends` the pattern behind them.
    """
    for reading in dict.fromkeys((text[:_SEARCHED], text[:_SEARCHED].replace(JOINT, " "))):
        folded = fold_with_map(reading)
        found = _form(template, names, ends).search(folded.text)
        if found and found[AUTHORS].strip():
            start, end = folded.span(*found.span(AUTHORS))
            return reading[start:end]
    return None


def with_authors(templates: Sequence[Template]) -> Iterator[Template]:
    """Those of some wordings that name the writers."""
    return (template for template in templates if AUTHORS in template.variables)


def misnamed(case: Case, templates: Sequence[Template], text: str) -> str:
    """What is wrong with a text that holds one of these wordings, all of which name the writers; empty where nothing is, or
    nobody is known.
    """
    asking = list(with_authors(templates))
    if not case.people or len(asking) < len(templates):
        return ""
    names = case.rule_set.publisher.names
    told = [words for one in asking if (words := authors_in(one, names, "", text))] or [text]
    return "" if any(right_authors(case, words) for words in told) else why_wrong(case, told[0])


@lru_cache(maxsize=256)
def _form(template: Template, names: tuple[str, ...], ends: str) -> re.Pattern[str]:
    before, _, after = template.text.partition(_PLACE)
    first, last = _pattern(before, names, ends), _pattern(after, names, ends)
    place = rf"(?P<{AUTHORS}>.{{1,{_GAP}}}{'?' if last else ''})"
    return re.compile(rf"{first or '(?:^|(?<=[.!?] ))'}\s*{place}\s*{last}")


def _pattern(text: str, names: tuple[str, ...], ends: str) -> str:
    return Template(text).as_pattern(names, _GAP, ends) if text.strip() else ""
