"""`python -m bench.affiliations --pages FOLDER`: how well affiliations are read, against labels made by eye.

The labels are `bench/affiliations.jsonl`: facts about pages that are not part of this project. FOLDER holds
the pages, `p007.html` or `p007.html.gz`. What counts is what a reader sees: pairs of writer and affiliation.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from bench.results import Goal
from licheck import readers
from licheck.credits.read import read_credits
from licheck.errors import LicheckError
from licheck.model.credit import Role
from licheck.model.finding import Standing
from licheck.names import find_name
from licheck.text import fold
from licheck.zones.by_form import zones_by_form

LABELS = Path(__file__).with_suffix(".jsonl")
PRECISION = Goal(0.97, least=True)
RECALL = Goal(0.85, least=True)

_WORD = re.compile(r"[^\W_]+")
_SHORT = 6  # letters that an abbreviation has at most
# Words that do not tell one outlet or institution from another.
_USUAL_WORDS = """
the of and for at in on from de la du des der die das und et y a an e v university universität université
universidad college institute institut school department center centre news press media network times post
daily weekly journal magazine agency agentur agence staff team online digital inc llc ltd gmbh ag group
company co com org net gesellschaft association society foundation
"""
_USUAL = frozenset(_USUAL_WORDS.split())


class Label(NamedTuple):
    """A person that a page credits as writer, and the affiliations that stand with that name.

    `also` may be read or not: it counts neither way. `where` is top or bottom. An empty `person` says that
    the page names nobody.
    """

    page: str
    person: str
    affiliations: tuple[str, ...]
    also: tuple[str, ...] = ()
    where: str = "top"


class Pair(NamedTuple):
    """A person and one affiliation, as read off a page or as wanted."""

    person: str
    affiliation: str


class Reading(NamedTuple):
    """What was read off one page: its pairs, and its text (abbreviations are looked up in it)."""

    pairs: tuple[Pair, ...]
    text: str = ""


class Miss(NamedTuple):
    """A pair that was not found, or (`wrong`) one that is not on the page; `where` is empty for that."""

    page: str
    pair: Pair
    where: str
    wrong: bool


class Score(NamedTuple):
    """How many pairs are wanted and how many of these found, by place; how many were read that are none."""

    found: dict[str, int]
    wrong: int
    wanted: dict[str, int]
    misses: tuple[Miss, ...]

    @property
    def precision(self) -> float:
        """The share of what was read that is right; 1 where nothing was read."""
        found = sum(self.found.values())
        return found / (found + self.wrong) if found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was read; 1 where nothing is there."""
        wanted = sum(self.wanted.values())
        return sum(self.found.values()) / wanted if wanted else 1.0


def load(path: Path = LABELS) -> tuple[Label, ...]:
    """The labels of a file, in its order; a line with `about` only says what the file is.

    ValueError, with file and line, for a line that is no label.
    """
    labels = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            given = json.loads(line)
            if "about" not in given:
                labels.append(_label(given))
        except (ValueError, TypeError, KeyError) as error:
            raise ValueError(f"{path}:{number}: no label: {error!r}") from None
    return tuple(labels)


def _label(given: dict[str, Any]) -> Label:
    affiliations, also = tuple(given["affiliations"]), tuple(given.get("also", ()))
    return Label(given["page"], given["person"], affiliations, also, given["where"])


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: initials, middle names and accents may differ."""
    return bool(one and other) and (
        find_name(one, other).likeness.is_same or find_name(other, one).likeness.is_same
    )


def same_affiliation(one: str, other: str, text: str = "") -> bool:
    """Whether two names are one outlet's or institution's.

    They are equal, or the shorter stands as whole words in the longer and has a word that tells it from
    others ("BBC" in "BBC News", not "News"). An abbreviation is the same only where `text`, the page, writes
    both.
    """
    first, second = _words(one), _words(other)
    short, long = sorted((first, second), key=len)
    if not short:
        return False
    if first == second or (not _USUAL.issuperset(short) and _within(short, long)):
        return True
    return _abbreviates(short, long) and all(_within(words, _words(text)) for words in (short, long))


def _words(text: str) -> tuple[str, ...]:
    words = _WORD.findall(fold(text))
    return tuple(words[1:] if words[:1] == ["the"] else words)


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a run of words stands in another."""
    size = len(short)
    return any(tuple(long[at : at + size]) == tuple(short) for at in range(len(long) - size + 1))


def _abbreviates(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(short) == 1 and 2 <= len(short[0]) <= _SHORT and short[0] == "".join(word[0] for word in long)


def score(labels: Iterable[Label], read: Callable[[str], Reading]) -> Score:
    """Hold what `read` gives for each labelled page against its labels."""
    found: dict[str, int] = {}
    wanted: dict[str, int] = {}
    misses: list[Miss] = []
    for page, group in groupby(sorted(labels, key=lambda label: label.page), lambda label: label.page):
        of_page, reading = list(group), read(page)
        for label in of_page:
            for pair in (Pair(label.person, name) for name in label.affiliations):
                hit = any(_same(pair, other, reading.text) for other in reading.pairs)
                found[label.where] = found.get(label.where, 0) + hit
                wanted[label.where] = wanted.get(label.where, 0) + 1
                misses += [] if hit else [Miss(page, pair, label.where, wrong=False)]
        misses += (Miss(page, pair, "", wrong=True) for pair in _wrong(of_page, reading))
    return Score(found, sum(miss.wrong for miss in misses), wanted, tuple(misses))


def _same(one: Pair, other: Pair, text: str) -> bool:
    return same_person(one.person, other.person) and same_affiliation(
        one.affiliation, other.affiliation, text
    )


def _wrong(labels: Sequence[Label], reading: Reading) -> Iterator[Pair]:
    """The pairs that were read and that no label of the page has, each once."""
    right = [Pair(label.person, name) for label in labels for name in (*label.affiliations, *label.also)]
    for pair in dict.fromkeys(reading.pairs):
        if not any(_same(pair, other, reading.text) for other in right):
            yield pair


def read_page(folder: Path, page: str) -> Reading:
    """What licheck reads off a page: the affiliations of seen writers, as it takes them from an original.

    FileNotFoundError where the folder does not hold the page.
    """
    path = folder / f"{page}.html"
    packed = path.with_suffix(".html.gz")
    data = gzip.decompress(packed.read_bytes()) if packed.exists() else path.read_bytes()
    try:
        seen = readers.read(path.name, data, "html")
    except LicheckError as error:
        print(f"{page}: {error}", file=sys.stderr)
        return Reading(())
    pairs = (
        Pair(person, affiliation)
        for credit in read_credits(seen, zones_by_form(seen))
        if credit.role is Role.WRITER and credit.standing is Standing.SEEN
        for person in credit.persons
        for affiliation in credit.affiliations
    )
    return Reading(tuple(dict.fromkeys(pairs)), "\n".join(block.text for block in seen.blocks))


def shown(labels: Sequence[Label], result: Score, *, misses: bool) -> str:
    """The score as text, with every miss on a line of its own where wanted."""
    pages = {label.page for label in labels}
    shows = {label.page for label in labels if label.affiliations}
    right = sum(result.found.values())
    places = ", ".join(
        f"{result.found[place]} of {result.wanted[place]} at the {place}"
        for place in sorted(result.wanted, reverse=True)
    )
    lines = [
        f"{len(pages)} pages, {len(shows)} of them with an affiliation",
        f"precision {_against(PRECISION, result.precision)}: {right} right, {result.wrong} wrong",
        f"recall {_against(RECALL, result.recall)}: {places}",
    ]
    if misses:
        lines += [_told(miss) for miss in result.misses]
    return "\n".join(lines)


def _against(goal: Goal, value: float) -> str:
    return f"{value:.3f} (goal {goal}, {'met' if goal.met(value) else 'NOT MET'})"


def _told(miss: Miss) -> str:
    kind = "wrong" if miss.wrong else f"missed at the {miss.where}"
    return f"{miss.page}  {kind}: {miss.pair.person} | {miss.pair.affiliation}"


def main() -> int:
    """Measure and print; 0 however good the reading is, 2 where a page is not there."""
    parser = argparse.ArgumentParser(prog="python -m bench.affiliations", description=__doc__)
    parser.add_argument("--pages", type=Path, metavar="FOLDER", required=True, help="the labelled pages")
    parser.add_argument("--labels", type=Path, metavar="FILE", default=LABELS, help="(default: %(default)s)")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was wrong")
    options = parser.parse_args()
    try:
        labels = load(options.labels)
        result = score(labels, lambda page: read_page(options.pages, page))
    except (OSError, EOFError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    print(shown(labels, result, misses=options.misses))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
