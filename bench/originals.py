"""Finding a page's original among many: `python -m bench.originals`.

Stores of invented originals are made (a few minutes for 100,000), and asked for excerpts of half a story with three
words of a hundred changed, in pages of 140 kB; and for pages whose story is in no store, but quotes one that is.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from selectolax.lexbor import LexborHTMLParser

from bench.prose import Story, person
from bench.results import Goal, Row, Table, shown
from bench.samples import rule_sets
from bench.site import WEIGHTS, page_around
from bench.timing import interleaved, spread
from licheck.edge.originals_find import Finder
from licheck.edge.originals_values import File, Taken, digest_of
from licheck.edge.originals_write import Writer
from licheck.originals.card import Card
from licheck.originals.fingerprint import print_of, sums, words_in
from licheck.originals.named import host_of, store_address
from licheck.readers.html import read_text
from licheck.text import fold_signs

COUNTS = (1_000, 10_000, 100_000)
EXCERPTS, UNRELATED, TIMED = 1_000, 1_000, 24  # texts that are looked for, and pages that are timed

_BATCH = 1_000
_SYLLABLES = "ba be bi bo da de di do fa fe ga ge ka ke ki la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi wa za".split()
_VOCABULARY = 30_000  # words; how often each is used falls with its rank, as in every language (Zipf)
_STOCK = 40  # paragraphs that publishers put into many stories


class Newsroom:
    """Writes stories of words that do not exist. Story `number` is always the same."""

    def __init__(self) -> None:
        random = Random("vocabulary")
        self._words = sorted(
            {"".join(random.choices(_SYLLABLES, k=random.randint(1, 5))) for _ in range(_VOCABULARY)}
        )
        random.shuffle(self._words)
        self._weights = [*accumulate(1 / (rank + 3) for rank in range(len(self._words)))]
        self._stock = [self._paragraph(random, 45) for _ in range(_STOCK)]

    def story(self, number: int | str) -> Story:
        """A story of 300 to 1,400 words; one in three ends with a paragraph that others have too."""
        random = Random(f"story {number}")
        wanted = random.randint(300, 1_400)
        paragraphs: list[str] = []
        while sum(text.count(" ") + 1 for text in paragraphs) < wanted:
            paragraphs.append(self._paragraph(random, random.randint(20, 70)))
        if random.random() < 1 / 3:
            paragraphs.append(random.choice(self._stock))
        return Story(self._paragraph(random, 9), person(random), tuple(paragraphs))

    def _paragraph(self, random: Random, words: int) -> str:
        text = " ".join(random.choices(self._words, cum_weights=self._weights, k=words))
        return f"{text.capitalize()}."

    def excerpt(self, number: int) -> Story:
        """Half of a story in one piece, three words of a hundred changed."""
        story, random = self.story(number), Random(f"excerpt {number}")
        words = [word for text in story.paragraphs for word in (*text.split(), "")]
        start = random.randrange(len(words) // 2)
        kept = words[start : start + len(words) // 2]
        edited = [random.choice(self._words) if word and random.random() < 0.03 else word for word in kept]
        paragraphs = tuple(
            text for text in " ".join(word or "\n" for word in edited).split("\n") if text.strip()
        )
        return Story(story.headline, story.author, paragraphs)

    def unrelated(self, number: int, originals: int) -> Story:
        """A story of its own that quotes 25 words of an original, and may have a paragraph that many have."""
        story, random = self.story(f"elsewhere {number}"), Random(f"quotation {number}")
        quoted = random.choice(self.story(random.randrange(originals)).paragraphs).split()[:25]
        return Story(story.headline, story.author, (*story.paragraphs, f"“{' '.join(quoted)}”"))


def main() -> int:
    """Make the stores one after the other, and print a table for each."""
    parser = argparse.ArgumentParser(prog="python -m bench.originals", description=main.__doc__)
    parser.add_argument(
        "--counts", default=",".join(map(str, COUNTS)), help="originals (default: %(default)s)"
    )
    parser.add_argument("--rounds", type=int, default=5, help="(default: %(default)s)")
    options = parser.parse_args()
    newsroom = Newsroom()
    with TemporaryDirectory() as folder:
        place, there = str(Path(folder) / "store"), 0
        for count in sorted(map(int, options.counts.split(","))):
            seconds = _add(newsroom, place, there, count)
            index = sum(path.stat().st_size for path in (Path(place) / "index").iterdir())
            print(shown(_measured(newsroom, place, count, options.rounds)))
            print(
                f"{count - there:,} added in {seconds:.0f} s; the index has {index / 1e6:.1f} MB\n",
                flush=True,
            )
            there = count
    return 0


def _add(newsroom: Newsroom, place: str, start: int, end: int) -> float:
    started = time.monotonic()
    with Writer(place, make=True) as writer:
        taken = map(newsroom.story, range(start, end))
        numbered = enumerate(taken, start)
        while batch := [_taken(number, story) for number, story in islice(numbered, _BATCH)]:
            writer.add([one for one, _ in batch], {one.digest: file for one, file in batch})
    return time.monotonic() - started


def _taken(number: int, story: Story) -> tuple[Taken, File]:
    """What a worker would make of a story's file."""
    url = f"https://harbour.example/2026/{number}/story"
    data = f"{number}\n".encode()  # the page itself plays no part in finding it
    words = tuple(_words(story))
    at = store_address(url)
    card = Card(f"{number}.html", "html", story.headline, (story.author,), url=url, words=len(words))
    taken = Taken(card, words, print_of(words), digest_of(data), 0, (at,), (host_of(f"//{at}"),))
    return taken, File(f"{number}.html", data)


def _words(story: Story) -> list[bytes]:
    return words_in(map(fold_signs, story.paragraphs))


def _measured(newsroom: Newsroom, place: str, count: int, rounds: int) -> Table:
    before = _resident()
    opened = time.monotonic()
    finder = Finder(place, whole=False)
    opening = time.monotonic() - opened
    numbers = Random(count).sample(range(count), min(EXCERPTS, count))
    right = sum(_found(finder, newsroom.excerpt(number)) == f"{number}.html" for number in numbers)
    wrong = sum(bool(_found(finder, newsroom.unrelated(number, count))) for number in range(UNRELATED))
    ratios, took = _timed(finder, newsroom, numbers[:TIMED], rounds)
    memory = (_resident() - before) / 1e6
    rows = [
        Row("finding the original of a page, more than a bare parse", spread(ratios), spread(took).median * 1e3, goal=Goal(0.7)),
        Row("memory, in MB (with the memory map)", spread([memory]), goal=Goal(100)),
        Row("excerpts of half a story whose original is found, of 100", spread([100 * right / len(numbers)]), goal=Goal(100, least=True)),
        Row(f"unrelated pages that are taken for one, of {UNRELATED:,}", spread([wrong]), goal=Goal(0)),
        Row("opening the store", spread([0]), opening * 1e3),
    ]  # fmt: skip
    return Table("originals", f"Among {count:,} originals", "P", rows)


def _found(finder: Finder, story: Story) -> str:
    hits = finder.by_text(sums(_words(story)))
    return finder.card(hits[0].number).path if hits else ""


def _timed(
    finder: Finder, newsroom: Newsroom, numbers: Sequence[int], rounds: int
) -> tuple[list[float], list[float]]:
    ratios: list[float] = []
    took: list[float] = []
    for html in _pages(newsroom, numbers):
        page = read_text("page", html)
        assert page.folded  # the check folds the page for everybody
        assert finder.choose(page, rule_sets(page)).number
        times = interleaved({"P": lambda html=html: LexborHTMLParser(html), "find": lambda page=page: finder.choose(page, rule_sets(page))}, rounds)  # type: ignore[misc]  # fmt: skip
        ratios.append(min(times["find"]) / min(times["P"]))
        took.append(min(times["find"]))
    return ratios, took


def _pages(newsroom: Newsroom, numbers: Sequence[int]) -> Iterator[str]:
    for number in numbers:
        excerpt = newsroom.excerpt(number)
        yield page_around(
            Random(number), WEIGHTS[2], excerpt, byline=excerpt.author, top="", bottom="", canonical=""
        )


def _resident() -> int:
    """Bytes of memory that this process has, the mapped ones that it touched too."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:  # not Linux: the most it ever had
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    sys.exit(main())
