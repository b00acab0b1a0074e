"""The credit lines by which a rule file says that its publisher's stories are known (`credits`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from licheck.model.page import Page
from licheck.model.requirement import Requirement
from licheck.model.ruleset import RuleSet
from licheck.model.template import Template, Variable
from licheck.model.zones import Zone, Zones
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.text import fold

_GAP = 120  # characters that a variable may stand for, as of a headline
_LONGEST = 700  # characters of a block that is a credit line, with a description of the publisher behind it
_SEARCHED = 200  # of them in which a line begins: what stands further on is told of something else
_OF_PICTURE = 60  # characters of a line that may say where the picture above it comes from
_PROMO = "promo_text"
_WORDS = 10  # words of a sentence by which a publisher describes itself, at least
_NAMED = 20  # characters of it in which it names itself
_BEFORE = " -*_|[(\"'"
_ENDED = pattern(r"[.!?。][\s\"')\]]+")
_OF_CHART = pattern(r"[;,|(/]\s*(?:chart|graphic|graph|map|data|table|photo|grafik|gráfico|carte|infograph)")
_SAID = pattern(r",\"\s\w")  # what somebody says goes on so
# What may stand before such a line in its sentence: nothing, a label, or what names this story.
_OF_THIS = pattern(
    r"\W*(?!.*\b(?:an?|another|based|response|eine[mnr]?|une?|un[ao])\s(?!version))(?:[\w' -]{2,30}[:|]\s*\W*)?(?:(?:this|these|our|dieser|diese|dieses|cet|cette|ce|est[ea]|quest[oa]|dit|deze|ten|denn[ae]|эта|этот|ця|цей)\W(?:[^\s]+\s){0,7}"
    r"|(?:the|an?)\s(?:\w+\s){0,4}(?:of this \w+|below|above)\s(?:[\w]+\s){0,3}|it\s(?:was\s)?|(?:and|with permission)\s)?\W*"
)


def credited(rule_set: RuleSet, page: Page, zones: Zones) -> Iterator[tuple[int, int]]:
    """The blocks beside the story that hold such a line, and where in their text it begins."""
    form = _form((*rule_set.credits, *_standing(rule_set.requirements)), rule_set.publisher.names)
    if form is None:
        return
    for block in _beside(zones):
        text = page.blocks[block].text
        if len(text) > _LONGEST:
            continue
        folded = fold(text)
        found = form.search(folded[: _SEARCHED * 2])
        if found is None or found.start() > _SEARCHED:
            continue
        if not named(text, rule_set.publisher.names, rule_set.publisher.others):
            continue  # somebody whose name holds the publisher's
        if not _is_of_this(folded[: found.start()], folded[found.start() :]):
            continue
        if len(text) <= _OF_PICTURE and _by_picture(page, block):
            continue  # "Courtesy of ..."
        if zones.of[block] is not Zone.ARTICLE or not folded[: found.start()].strip(_BEFORE):
            yield block, min(found.start(), len(text) - 1)


def _standing(requirements: Iterable[Requirement]) -> Iterator[str]:
    """What the publisher's standing words on itself begin with, where that is prescribed, and long enough to be nobody else's."""
    for one in requirements:
        if one.kind == _PROMO:
            templates = (template for several in getattr(one, "wording", {}).values() for template in several)
            for template in templates:
                sentence = _ENDED.split(template.text, maxsplit=1)[0]
                if "{publisher}" in sentence[:_NAMED] and sentence.count(" ") >= _WORDS:
                    yield sentence
        yield from _standing(one.inner)


def _is_of_this(before: str, line: str) -> bool:
    """Whether a folded text before such a line lets it speak of the very story it stands with, and not of another text."""
    head = _ENDED.split(before)[-1]
    quoted = head.lstrip()[:1] == '"' and _SAID.search(line) is not None
    return _OF_THIS.fullmatch(head) is not None and not quoted and not _OF_CHART.search(line)


def _by_picture(page: Page, block: int) -> bool:
    """Whether a picture stands directly above a block."""
    return any(image.block == block and not image.hidden for image in page.images)


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
    """A line as a pattern; empty where it does not name the publisher, or says nothing else: neither tells whose story it is."""
    said = [part for part in template.parts if isinstance(part, Variable) or fold(part).rstrip(". ")]
    told = [fold(part) for part in said if isinstance(part, str)]
    named = "publisher" in template.variables or any(fold(name) in part for name in names for part in told)
    more = len(said) > 1 or not {part.rstrip(". ") for part in told} <= {fold(name) for name in names}
    return r"(?<!\w)" + template.as_pattern(names, _GAP, ends=r"(?!\w)") if named and more else ""
