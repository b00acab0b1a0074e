"""The story's dek: the summary between headline and story, for what is asked for in it.

No markup says for sure what a dek is. It is told by what it is not: neither credit nor date, caption nor notice, nor the
story's first paragraph. Where a line could be it or something else of the site's, there is a doubt.
"""

from __future__ import annotations

from collections.abc import Iterator

from licheck.model.case import Case
from licheck.model.credit import Role
from licheck.model.finding import Standing
from licheck.model.page import JOINT, BlockKind
from licheck.model.zones import Zone
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.requirements._dates import day_in
from licheck.requirements._opening import Opening, descriptions, opening

_KINDS = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.OTHER, BlockKind.HEADING)
_FEWEST = 4  # words of a dek at least; less is a label: "World news"
_MOST = 60  # words of one at most; a longer text is a paragraph of the story, or a note
_SAID = 8  # words from which on a line by itself is a sentence, and no label, call or tag
_DAY = 8  # words of a line that a day in it makes the line of a date
_CLIMB = 3  # boxes around a line that say what it is
# How sites call the box of a dek; "lead" alone can be the whole top of a page.
_LABEL = pattern(
    r"\bdek\b|\bdeck\b|sub-?titl|sub-?head|standfirst|excerpt|summary|chapeau|vorspann|entradilla|bajada|occhiello|abstract"
)
_SENTENCES = pattern(r"(?<=[.!?…。！？])[\s\"”»]+")


def dek(case: Case) -> Opening:
    """The blocks that surely are the dek, and those of which there is no telling; empty where there is none."""
    if "dek" not in case.memo:
        case.memo["dek"] = _dek(case)
    found: Opening = case.memo["dek"]
    return found


def _dek(case: Case) -> Opening:
    lines = [block for block in _lines(case) if not _is_credit(case, block)]
    summaries = [block for block in lines if _says_more(case, block)]
    if told := [block for block in summaries if _is_told(case, block)]:
        return Opening(frozenset(told))
    if len(summaries) == 1 and _is_clear(case, summaries[0]):
        return Opening(frozenset(summaries))
    # Without a summary, a line that says nothing but whose story it is may have been put in its place.
    return Opening(perhaps=frozenset(summaries or lines))


def _lines(case: Case) -> Iterator[int]:
    """The lines between headline and story that are as long as a dek is; and what may be one, or the first paragraph."""
    blocks, masked = case.page.blocks, {mask.block for mask in case.masks}
    first, above = case.zones.first, case.zones.headline
    unsure = opening(case).perhaps
    for block in case.zones.blocks(Zone.TOP, Zone.ARTICLE):
        is_above = block < first and (above is None or block > above)
        is_first = block in unsure and block <= min(unsure | opening(case).sure)
        if not (is_above or is_first) or block in masked or blocks[block].kind not in _KINDS:
            continue
        words = _words(case, block)
        if _FEWEST <= len(words) <= _MOST and not (len(words) <= _DAY and day_in(blocks[block].text)):
            yield block


def _words(case: Case, block: int) -> list[str]:
    return case.page.blocks[block].text.replace(JOINT, " ").split()


def _is_credit(case: Case, block: int) -> bool:
    """Whether a line is one of people, and no more."""
    whole = len(case.page.blocks[block].text)
    return any(
        credit.block == block and (credit.end - credit.start) * 2 >= whole
        for credit in case.credits
        if credit.persons and credit.standing is Standing.SEEN and credit.sure
    )


def _is_clear(case: Case, block: int) -> bool:
    """Whether a line by itself is a summary, and surely no paragraph of the story: a byline above which it stands tells, too."""
    above_byline = any(
        block < credit.block < case.zones.first and credit.role is Role.WRITER and credit.sure
        for credit in case.credits
    )
    return len(_words(case, block)) >= _SAID and (above_byline or opening(case).holds(block) is False)


def _says_more(case: Case, block: int) -> bool:
    """Whether a line says anything in sentences that do not name the publisher: else it may be its credit alone."""
    publisher = case.rule_set.publisher
    sentences = _SENTENCES.split(case.page.blocks[block].text.replace(JOINT, " "))
    rest = (one for one in sentences if not named(one, publisher.names, publisher.others))
    return len(" ".join(rest).split()) >= _FEWEST


def _is_told(case: Case, block: int) -> bool:
    """Whether the page itself says that a line is its dek: by the name of its box, or by describing itself with it."""
    page = case.page
    boxes = page.around(page.blocks[block].container, _CLIMB)
    labelled = any(_LABEL.search(box.label) for box in boxes if not box.first <= case.zones.last < box.last)
    return labelled or page.blocks[block].text in descriptions(case)
