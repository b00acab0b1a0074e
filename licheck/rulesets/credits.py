"""The credit lines by which a rule file says that its publisher's stories are known (`credits`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from licheck.model.page import Page
from licheck.model.ruleset import RuleSet
from licheck.model.template import Template, Variable
from licheck.model.zones import Zone, Zones
from licheck.organisations import named
from licheck.text import fold

_GAP = 120  # characters that a variable may stand for, as of a headline
_LONGEST = 700  # characters of a block that is a credit line, with a description of the publisher behind it
_SEARCHED = 200  # of them in which a line begins: what stands further on is told of something else
_BEFORE = " -*_|[(\"'"


def credited(rule_set: RuleSet, page: Page, zones: Zones) -> Iterator[tuple[int, int]]:
    """The blocks beside the story that hold such a line, and where in their text it begins."""
    form = _form(rule_set.credits, rule_set.publisher.names)
    if form is None:
        return
    for block in _beside(zones):
        text = page.blocks[block].text
        if len(text) > _LONGEST:
            continue
        found = form.search(fold(text)[: _SEARCHED * 2])
        if found is None or found.start() > _SEARCHED:
            continue
        if not named(text, rule_set.publisher.names, rule_set.publisher.others):
            continue  # somebody whose name holds the publisher's
        if zones.of[block] is not Zone.ARTICLE or not fold(text)[: found.start()].strip(_BEFORE):
            yield block, min(found.start(), len(text) - 1)


def _beside(zones: Zones) -> Iterator[int]:
    """The blocks at the top and the bottom, and the story's own first and last, which may be such a line."""
    yield from zones.blocks(Zone.TOP, Zone.BOTTOM)
    yield from dict.fromkeys(block for block in (zones.first, zones.last) if block >= 0)


@lru_cache(maxsize=256)
def _form(credits: tuple[str, ...], names: tuple[str, ...]) -> re.Pattern[str] | None:
    """The lines as one pattern over folded text; None for no lines."""
    forms = [form for line in credits if (form := _of_line(Template(line), names))]
    return re.compile("|".join(forms)) if forms else None


def _of_line(template: Template, names: tuple[str, ...]) -> str:
    """A line as a pattern; empty where it does not name the publisher: then it tells nothing of whose story it is."""
    whose = "(?:" + "|".join(re.escape(fold(name)) for name in names) + r")(?!\w)"
    pieces, named = [], False
    for part in template.parts:
        if isinstance(part, Variable):
            named = named or part.name == "publisher"
            pieces.append(whose if part.name == "publisher" else f".{{1,{_GAP}}}?")
        elif words := fold(part).rstrip(". ").split():
            named = named or any(fold(name) in fold(part) for name in names)
            pieces.append(r"\s+".join(map(re.escape, words)))
    return r"(?<!\w)" + r"\s*".join(pieces) if named and len(pieces) > 1 else ""
