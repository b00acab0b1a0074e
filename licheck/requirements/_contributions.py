"""Lines that name somebody as a helper of a story, and not as its writer: "Jane Doe contributed to this report"."""

from __future__ import annotations

import re

from licheck.model.case import Case
from licheck.model.credit import Sighting
from licheck.model.page import JOINT
from licheck.names import find_name
from licheck.patterns import pattern

HELPER = "named only as a contributor, not as writer"
_REACH = 160  # characters around a name in which its line says so
# What may stand between a name and what is said of it: other names and small words, but no end of a sentence or a part of
# the line, behind which it is said of others ("By Jane Doe. Jo Fell contributed to this report").
_NAMES = (
    r"(?:[^\w.!?|;(•·—–-]|\([^()]{1,40}\)|(?<=\b[^\W\d_])\.|(?<=\w)-"
    r"|\b(?:and|und|et|y|e|en|also|has|have|hat|haben|a|ont|of|the|in|from|for|[^\W\d_a-z]\w*)(?!\w))*?"
)
_CONTRIBUTED = pattern(
    rf"^(?![\s\u200b]+[^\W\d_a-z]){_NAMES}\b(?:contributed(?=\s+(?:to\s+(?:this|our|the\s+(?:report\w*|story|article|piece))|reporting|research|additional|from)\b|\W*$|\W*\.\s)"
    r"|(?:an?|zu)\s+(?:diesem|dem)\s+\w+\s+(?:mit\w*|beigetragen)|mitgearbeitet|contribué\s+à|contribuy(?:ó|eron)|colabor(?:ó|aron|ou|aram)"
    r"|contribuiu|contribuíram|contribuito|collaborato)"
)
_HELPED = pattern(
    r"(?i:\b(?:additional|further|contributing)\s+(?:reporting|research|writing)|\bwith\s+(?:additional\s+)?(?:reporting|contributions|research)"
    r"|\bcontributors?\s*:|\b(?:unter\s+)?mitarbeit|\bavec\s+la\s+contribution|\bcon\s+(?:la\s+colaboración|il\s+contributo)|\bcom\s+colaboração)"
    rf"(?:\s+(?:by|from|von|de|di|of|d['’]))?\s*:?{_NAMES}$"
)


def is_contribution(seen: Sighting, text: str) -> bool:
    """Whether a sighting in this text of a block names the person as a helper only."""
    begins = max(text.rfind("\n", 0, seen.start), text.rfind(JOINT, 0, seen.start)) + 1
    before = re.split(r"[.!?]\s", text[max(begins, seen.start - _REACH) : seen.start])[-1]
    after = text[seen.end : seen.end + _REACH].partition("\n")[0]
    return _CONTRIBUTED.search(after) is not None or _HELPED.search(before) is not None


def helped_original(case: Case, person: str) -> bool:
    """Whether the original itself names a person as a helper only, wherever its readers see the name with its story."""
    original = case.original
    if original is None:
        return False
    story = frozenset(original.article)
    named = []
    for block, one in enumerate(original.page.blocks):
        match = find_name(person, one.text) if block not in story else None
        if match and match.likeness.is_same:
            seen = Sighting(person, match.likeness, one.text, block, match.start, match.end)
            named.append(is_contribution(seen, one.text))
    return bool(named) and all(named)
