"""Those whom the original names as its own sources, or partners, are named on the page, too.

A source is one of `names` where the original credits it outside its story's text, or what a line such as "Data: ..." or
"Source: ..." names beside the story. One that the page names anywhere a reader sees it, outside of boxes and menus, passes.

A line "Source: ..." may speak of a picture, and is a doubt; one "Data: ..." and the `names` are not.

Options: `names`: the sources, by the names that readers know; without them such lines are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from licheck.model.case import Case
from licheck.model.finding import Finding, Verdict
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.requirements._judging import (
    at_block,
    finding,
    listed,
    not_for,
    place_for,
    without_original,
    zones_in_words,
)
from licheck.requirements._marks import short_lines
from licheck.requirements._prescribed import as_remedy, originals_line

_NEAR = 6  # blocks above and below the original's story
_LINE = pattern(
    r"^\W*(?:data(?: sources?)?|sources?|source of data|quellen?|daten|données|sources? des données|fuentes?|datos|fontes?|dados|fonti?|dati"
    r"|bronn?(?:en)?|źródł[oa])\s*[:：]\s*(\S.{1,200})$",
    re.I,
)
_DATA = pattern(r"\W*(?:data|daten|données|datos|dados|dati)\b", re.I)
_BETWEEN = pattern(r"\s*(?:[;,]|\band\b|\bund\b|\bet\b|\by\b|\be\b|&)\s*")
# What stands behind a source's name and is no part of it: its year, a day, an address, the table.
_WHEN = pattern(
    r"[\s,(\[]+(?=(?:19|20)\d\d\b|https?:|www\.|accessed\b|retrieved\b|as of\b|stand\b|via\b)|\s*[(\[]"
)
_SHORTEST = 3  # letters of a name


class _Source(NamedTuple):
    """A source, the block of the original's page that credits it, and whether it surely is the story's source."""

    name: str
    block: int
    sure: bool = True


@dataclass(frozen=True, kw_only=True)
class SourceCredit(Requirement):
    """Those whom the original names as its own sources are named on the page, too."""

    kind: ClassVar[str] = "source_credit"

    names: tuple[str, ...] = ()

    def judge(self, case: Case) -> Finding:
        """Passed when each source is seen with the story."""
        if ours := not_for(self, case):
            return ours
        if case.original is None:
            return without_original(self, "whom it credits")
        sources = list(dict.fromkeys(self._by_name(case) if self.names else _by_line(case)))
        if not sources:
            return finding(self, Verdict.INAPPLICABLE, "The original credits no source beside its publisher")
        return self._of_sources(case, sources)

    def _by_name(self, case: Case) -> Iterator[_Source]:
        assert case.original
        page = case.original.page
        for name in self.names:
            for block in _beside(case):
                if named(page.blocks[block].text, (name,), case.rule_set.publisher.names):
                    yield _Source(name, block)
                    break

    def _of_sources(self, case: Case, sources: list[_Source]) -> Finding:
        seen = {source: place for source in sources if (place := _seen(case, source.name))}
        lost = [source for source in sources if source not in seen]
        if not lost:
            evidence = [at_block(case, *place) for place in seen.values()]
            shown = listed([source.name for source in sources])
            return finding(self, Verdict.PASSED, f"The page credits {shown}", evidence=evidence)
        assert case.original
        shown = listed([source.name for source in lost])
        line = as_remedy(case, case.original.page.blocks[lost[0].block].text)
        sure = any(source.sure for source in lost)
        doubt = "" if sure else ". Does that go with the story, or with a picture of it?"
        return finding(
            self,
            Verdict.FAILED if sure else Verdict.CANT_TELL,
            f"The original credits {shown}; the page does not{doubt}",
            evidence=[originals_line(case, source.block, "not on the page") for source in lost],
            looked_in=zones_in_words(case, Where.ANYWHERE),
            belongs_at=place_for(case, Where.BOTTOM),
            remedy=line,
        )


def _beside(case: Case) -> Iterator[int]:
    """The short lines beside the original's story, those under a picture left out."""
    assert case.original
    article = case.original.article
    first, last = (article[0], article[-1]) if article else (0, len(case.original.page.blocks))
    pictured = {image.block for image in case.original.page.images if not image.hidden}
    for block in short_lines(case.original.page):
        if first - _NEAR <= block <= last + _NEAR and block not in article[:-1] and block not in pictured:
            yield block


def _by_line(case: Case) -> Iterator[_Source]:
    """What lines such as "Data: ..." name, the publisher left out."""
    assert case.original
    publisher = case.rule_set.publisher
    for block in _beside(case):
        hit = _LINE.match(case.original.page.blocks[block].text.strip())
        for told in _BETWEEN.split(hit[1].strip(" .")) if hit else ():
            name = _WHEN.split(told, maxsplit=1)[0].strip(" .,:-–—")
            if len(name) >= _SHORTEST and name[0].isupper() and not named(name, publisher.names):
                yield _Source(name, block, hit is not None and _DATA.match(hit[0]) is not None)


def _seen(case: Case, name: str) -> tuple[int, int, int] | None:
    """Where the page names a source: (block, start, end); None for nowhere with the story."""
    for block in case.zones.blocks(Zone.TOP, Zone.ARTICLE, Zone.BOTTOM):
        for start, end in named(case.page.blocks[block].text, (name,)):
            return block, start, end
    return None
