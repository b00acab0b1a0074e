"""Finding a page's original in a store: what a worker does for `licheck check` and `licheck originals find`."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from licheck.edge.originals_index import Damaged, Segment, originals_with
from licheck.edge.originals_store import Store
from licheck.errors import InputError, LicheckError
from licheck.model.page import Page
from licheck.originals.choice import Candidate, Choice, choose
from licheck.originals.fingerprint import SPARSEST, VERSION, Sums, share_of, sums, words_in
from licheck.originals.named import Counter, Reference, references
from licheck.originals.scoring import SURE, Hit, closer_look, hits, is_enough

if TYPE_CHECKING:
    from licheck.model.original import Original
    from licheck.model.ruleset import RuleSet
    from licheck.originals.card import Card
    from licheck.readers.embedded.stories import Stories

LEAST_NAMED = (
    0.08  # of the words of an original that the page names; whether it is enough, the alignment tells
)

# Originals, and characters of them, that stay in memory: 3 bytes a character for pages of half a megabyte, 14 for short ones.
_KEPT, _CHARACTERS = 256, 5_000_000
_ASKED, _VERSIONS = 8, 4  # originals of one page whose words are looked up; so many that have one name


class Match(NamedTuple):
    """An original that a page's text comes from. `share` (0-1) is how much of the original's words is there;
    `how` is how that is known, `twins` the numbers of originals with the same text.
    """

    number: int
    card: Card
    share: float
    how: str
    twins: tuple[int, ...] = ()


class Finder:
    """A store with its index, open for many pages. `notices` are sentences for people about the store itself.

    `whole`: every byte of the index is looked at first. Raises LicheckError.
    """

    def __init__(self, folder: str, *, whole: bool) -> None:
        self.store = Store(folder)
        self.notices: tuple[str, ...] = ()
        self._segments = self._index(whole=whole)
        self._hosts = self.store.hosts()
        self._counters: tuple[Sequence[RuleSet], tuple[Counter, ...]] | None = None
        self._file: tuple[int, Page | Stories] | None = None
        self._read: OrderedDict[tuple[int, tuple[str, ...]], Original] = OrderedDict()

    def _index(self, *, whole: bool) -> Sequence[Segment]:
        try:
            if self.store.prints() == VERSION:
                return self.store.segments(whole=whole)
            damage = "it is of an older version"
        except Damaged as error:
            damage = str(error)
        return self._made_again(damage)

    def _made_again(self, damage: str) -> Sequence[Segment]:
        """The index from what the database has: on the disk, or, where we may not write, in memory."""
        from licheck.edge.originals_write import Writer

        try:
            with Writer(self.store.folder) as writer:
                writer.repair()
                self.notices = tuple(writer.notices)
            return self.store.segments()
        except (LicheckError, Damaged):
            if self.store.prints() != VERSION:
                raise
        self.notices = (
            f"{self.store.folder}: the index of the originals is damaged ({damage}) and may not be written to: it was"
            " made in memory, as it will be each time",
        )
        return [*self.store.sorted_entries()]

    def choose(self, page: Page, rule_sets: Sequence[RuleSet]) -> Choice:
        """The original that a page is to be held against."""
        named = [*self._named(page, rule_sets)]
        text = sums(words_in(page.folded))
        found = self.by_text(text)
        in_text = {number for hit in found for number in (hit.number, *hit.twins)}
        doubtful = [candidate for candidate in named if in_text.isdisjoint(candidate.numbers)]
        if doubtful:
            found = [*found, *self._looked_up(doubtful, text)]
            found.sort(key=lambda hit: -hit.words)
        return choose(named, found)

    def _looked_up(self, named: Sequence[Candidate], text: Sums) -> Iterator[Hit]:
        """Of originals that the page names, those that the index misses because little of them is there."""
        asked = dict.fromkeys(number for each in named for number in each.numbers[:_VERSIONS])
        for number in [*asked][:_ASKED]:
            for _, kept in self.store.prints_of([number]).values():
                hit = closer_look(Hit(number, 0, 0.0), kept, text)
                if hit.share >= LEAST_NAMED:
                    yield hit

    def by_text(self, page: Sums, *, all_of_it: bool = False) -> list[Hit]:
        """The originals that a text comes from, most of it first.

        Sparse numbers find all but short ones, and those where they find nothing; `all_of_it` asks for all at once.
        """
        found = originals_with(page.kept(SPARSEST), self._segments)
        told = [] if all_of_it else self._weighed(found, page, sparse=True)
        if told:
            return told
        for original, numbers in originals_with(page.kept(1, SPARSEST), self._segments).items():
            found.setdefault(original, set()).update(numbers)
        return self._weighed(found, page, sparse=False)

    def _weighed(self, found: dict[int, set[int]], page: Sums, *, sparse: bool) -> list[Hit]:
        likely = {number: shared for number, shared in found.items() if len(shared) > 2}
        if not likely:
            return []
        prints = self.store.prints_of([*likely])
        told = hits(likely, {number: size for number, (size, _) in prints.items()}, sparse=sparse)[:_ASKED]
        closer = [hit if hit.share >= SURE else closer_look(hit, prints[hit.number][1], page) for hit in told]
        return sorted(filter(is_enough, closer), key=lambda hit: (-hit.words, -hit.share, -hit.number))

    def matches(self, page: Page, rule_sets: Sequence[RuleSet]) -> list[Match]:
        """Every original that a page's text comes from or that it names, best first, with exact shares."""
        page_sums = sums(words_in(page.folded))
        found = self.by_text(page_sums, all_of_it=True)
        named = [*self._named(page, rule_sets)]
        told = [self._match(hit, page_sums, named) for hit in found]
        in_text = {number for hit in found for number in (hit.number, *hit.twins)}
        for candidate in named:
            if in_text.isdisjoint(candidate.numbers):
                in_text |= {*candidate.numbers}
                hit = Hit(candidate.numbers[0], 0, 0.0, candidate.numbers[1:])
                told.append(self._match(hit, page_sums, [candidate])._replace(how=candidate.how))
        return [match for match in told if match.card.path]

    def _match(self, hit: Hit, page: Sums, named: Sequence[Candidate]) -> Match:
        numbers = (hit.number, *hit.twins)
        how = [each.how for each in named for number in numbers if number in each.numbers]
        exact = share_of(self.store.words(hit.number), page.all)
        return Match(
            hit.number,
            self.card(hit.number),
            exact,
            " and ".join(dict.fromkeys(("its text", *how))),
            hit.twins,
        )

    def card(self, number: int) -> Card:
        """The facts of an original. Raises InputError where it was removed in the meantime."""
        for row in self.store.rows([number]):
            return row.card
        raise InputError(f"the original {number} was removed from {self.store.folder} in the meantime")

    def _named(self, page: Page, rule_sets: Sequence[RuleSet]) -> Iterator[Candidate]:
        from licheck.credits.statements import says_source

        if self._counters is None or self._counters[0] != rule_sets:
            self._counters = rule_sets, counters(rule_sets)
        told = [*references(page, self._hosts, says_source, self._counters[1])]
        for reference in dict.fromkeys(told):
            if numbers := self._numbers(reference):
                line = page.position(reference.where).line
                yield Candidate(numbers, f"{reference.how} (line {line})")

    def _numbers(self, reference: Reference) -> tuple[int, ...]:
        found = self.store.named(reference.kind, [reference.value])
        return tuple(found.get(reference.value, ()))

    def original(self, number: int, rules: tuple[str, ...]) -> Original:
        """An original of the store, read from its file again. Raises LicheckError."""
        if (number, rules) not in self._read:
            from licheck.edge.rule_files import rule_sets
            from licheck.lens import read_original

            page = self._page(number)
            self._read[number, rules] = read_original(page, rule_sets(rules, page))
        self._read.move_to_end((number, rules))
        while len(self._read) > 1 and (len(self._read) > _KEPT or self._characters() > _CHARACTERS):
            self._read.popitem(last=False)
        return self._read[number, rules]

    def _characters(self) -> int:
        return sum(len(original.page.source) for original in self._read.values())

    def _page(self, number: int) -> Page:
        place, path = self.store.place(number), self.card(number).path
        if self._file is None or self._file[0] != place.file:
            from licheck import readers

            self._file = None  # before the next one takes its memory
            stored = self.store.stored(place.file)
            self._file = place.file, readers.opened(stored.name, stored.data, stored.format)
        found = self._file[1]
        return replace(found if isinstance(found, Page) else found.page(place.story or 1), path=path)


def counters(rule_sets: Sequence[RuleSet]) -> tuple[Counter, ...]:
    """The page counters that rule sets ask for."""
    from licheck.requirements.tracking_pixel import TrackingPixel

    return tuple(
        Counter(one.host, one.path, one.id_in_url)
        for rule_set in rule_sets
        for one in rule_set.requirements
        if isinstance(one, TrackingPixel) and "{id}" in one.path
    )


_open: dict[str, Finder] = {}


def finder(folder: str, *, whole: bool = False) -> Finder:
    """The store in a folder, kept open for the next page."""
    if folder not in _open:
        _open.clear()
        _open[folder] = Finder(folder, whole=whole)
    return _open[folder]
