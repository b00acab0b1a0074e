"""Pages of a made archive, with the known truth: templates x stories x publishers x faults.

Every word is invented; the same seed makes the same pages, each by itself, so that an archive of any size is written
page by page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import accumulate
from random import Random

from bench.archive_dress import DRESSES, FAULTS, Dress, Parts, expected
from bench.prose import Story, person
from bench.site import WEIGHTS, page_around

REPUBLISHERS = 240  # sites
REPUBLISHED = 0.7  # of the pages; the others are no republications
COMPLETE = 0.6  # of the republications have all that is asked for

_SYLLABLES = "ba be bo da de do fa fi ga go ka ke la li ma mo na ne pa po ra ri sa so ta ti va vo za zu wen tor mil".split()
_COMMON = (
    "the of and to in a is that for it was on with as by at from this have had not are but were they".split()
)
_WORDS = 9_000  # invented ones; how often each is used falls with its rank, as in every language (Zipf)
_PLACES = "Ellery Tarn Marlow Orrin Vellby Fennick Quenport Dras Oskar Montrel Hollin Saltmere".split()
_KINDS = "Post Herald Gazette Courier Packet Ledger Record Observer Tribune Sentinel Register Chronicle Beacon Star Mail Argus Dispatch Times Echo Bulletin".split()
_BYLINE = "licheck-byline-here"  # what the site's own template prints as text, to be replaced by markup


@dataclass(frozen=True)
class Original:
    """A publisher's story with its page."""

    number: int
    rule_set: str
    name: str
    url: str
    html: str


@dataclass(frozen=True)
class MadePage:
    """One page. `kind` is republication, unrelated, mention or own (the publisher's own page of its story).

    `expected` is requirement -> verdict, empty for what is no republication; `date` is when it was published.
    """

    number: int
    url: str
    site: str
    date: str
    kind: str
    html: str
    template: str
    rule_set: str = ""
    fault: str = ""
    original: str = ""
    expected: tuple[tuple[str, str], ...] = ()


class Archive:
    """The pages of one archive. `weight` is the kilobytes of its pages: 10, 60, 140, 300, or 0 for all sorts."""

    def __init__(self, originals: int, *, weight: int = 0, seed: int = 1) -> None:
        self.count = originals
        self._seed = seed
        self._weights = [each for each in WEIGHTS if each.kilobytes == weight] or [*WEIGHTS[:3]]
        random = Random("vocabulary")
        words = sorted({"".join(random.choices(_SYLLABLES, k=random.randint(2, 4))) for _ in range(_WORDS)})
        random.shuffle(words)
        self._words = _COMMON + words
        self._ranks = [*accumulate(1 / (rank + 3) for rank in range(len(self._words)))]

    def originals(self) -> Iterator[Original]:
        """All originals."""
        return map(self.original, range(self.count))

    def original(self, number: int) -> Original:
        """One original, as its publisher's site has it."""
        dress = DRESSES[number % len(DRESSES)]
        story, url = self._story(number), self._url(number)
        filled = self._fill(number)
        html = _own_page(story, dress, url, filled(dress.original_byline), filled(dress.original_foot))
        return Original(number, dress.rule_set, f"{number:06}-{dress.rule_set}.html", url, html)

    def pages(self, count: int) -> Iterator[MadePage]:
        """So many pages."""
        return map(self.page, range(count))

    def page(self, number: int) -> MadePage:
        """One page; the same whatever else was made."""
        random = Random(f"{self._seed} page {number}")
        site = random.randrange(REPUBLISHERS)
        day = f"2026-{random.randint(1, 10):02}-{random.randint(1, 28):02}"
        of = random.randrange(self.count)
        dress = DRESSES[of % len(DRESSES)]
        if random.random() < REPUBLISHED:
            return self._republication(number, of, dress, site, day, random)
        return self._other(number, of, dress, site, day, random)

    def _republication(
        self, number: int, of: int, dress: Dress, site: int, day: str, random: Random
    ) -> MadePage:
        ours = [fault for fault in FAULTS if fault.rule_set == dress.rule_set]
        fine = [fault for fault in ours if not fault.failed and not fault.open]
        fault = random.choice(
            fine if random.random() < COMPLETE else [one for one in ours if one not in fine]
        )
        parts = replace(dress.complete, **fault.parts)
        filled = self._fill(of)
        parts = Parts(*(filled(part) for part in vars(parts).values()))
        html, template = self._site(self._edited(self._story(of), random), parts, site, day, random)
        truth = tuple(expected(fault, dress).items())
        name = self.original(of).name
        return MadePage(number, _address(number, site), _host(site), day, "republication", html, template, dress.rule_set, fault.id, name, truth)  # fmt: skip

    def _other(self, number: int, of: int, dress: Dress, site: int, day: str, random: Random) -> MadePage:
        kind = random.choice(("unrelated", "unrelated", "mention", "own"))
        if kind == "own":
            own = self.original(of)
            host = dress.home.split("/")[2]
            return MadePage(
                number, f"{own.url}?p={number}", host, day, kind, f"{own.html}<!-- {number} -->", "own"
            )
        story = self._story(f"elsewhere {number}")
        if kind == "mention":
            said = f"{dress.name} reported last week that {self._sentence(random).lower()}"
            story = replace(story, paragraphs=(story.paragraphs[0], said, *story.paragraphs[1:]))
        html, template = self._site(story, Parts(person(random)), site, day, random)
        return MadePage(number, _address(number, site), _host(site), day, kind, html, template)

    def _site(self, story: Story, parts: Parts, site: int, day: str, random: Random) -> tuple[str, str]:
        """The page of a story on a site, and the name of its template: a site keeps to one."""
        name = _name(site)
        if site % 4 == 0:
            return _plain(story, parts, name, day), "plain"
        if site % 4 == 1:
            return _boxed(story, parts, name, day, self._words, random), "boxed"
        weight = self._weights[site % len(self._weights)]
        top = f"{parts.logo}{parts.top}"
        html = page_around(
            random, weight, story, byline=_BYLINE, top=top, bottom=parts.bottom, canonical=parts.canonical
        )
        html = html.replace(_BYLINE, parts.byline).replace("The Ellery Packet", name)
        return html.replace("2026-11-18", day), f"site-{weight.kilobytes}kB"

    def _story(self, number: int | str) -> Story:
        random = Random(f"{self._seed} story {number}")
        wanted = random.randint(250, 700)
        paragraphs: list[str] = []
        while sum(text.count(" ") + 1 for text in paragraphs) < wanted:
            paragraphs.append(" ".join(self._sentence(random) for _ in range(random.randint(1, 3))))
        headline = " ".join(word.capitalize() for word in self._some(random, random.randint(5, 9)))
        return Story(headline, person(random), tuple(paragraphs))

    def _sentence(self, random: Random) -> str:
        return f"{' '.join(self._some(random, random.randint(9, 24))).capitalize()}."

    def _some(self, random: Random, count: int) -> list[str]:
        return random.choices(self._words, cum_weights=self._ranks, k=count)

    def _edited(self, story: Story, random: Random) -> Story:
        """As another newsroom runs it: in one paragraph of five a word changed, one in fifteen cut."""
        kept = [text for at, text in enumerate(story.paragraphs) if at < 2 or random.random() > 1 / 15]
        return replace(story, paragraphs=tuple(self._reworded(text, random) for text in kept))

    def _reworded(self, text: str, random: Random) -> str:
        if random.random() > 0.2:
            return text
        words = text.split()
        words[random.randrange(1, len(words) - 1)] = random.choice(self._words)
        return " ".join(words)

    def _fill(self, number: int) -> Filler:
        return Filler(self._story(number).author, self._url(number), number)

    def _url(self, number: int) -> str:
        words = "-".join(self._story(number).headline.lower().split()[:5])
        return f"{DRESSES[number % len(DRESSES)].home}2026/{words}-{_id(number)}"


@dataclass(frozen=True)
class Filler:
    """Fills the places in a part with the facts of one original."""

    author: str
    url: str
    number: int

    def __call__(self, part: str) -> str:
        """The part with nothing left to fill in."""
        university = f"University of {_PLACES[self.number % len(_PLACES)]}"
        return part.format(
            author=self.author,
            institution=university,
            url=self.url,
            id=_id(self.number),
            other=_id(self.number + 1),
        )


def _id(number: int) -> int:
    return 100_000 + number


def _host(site: int) -> str:
    return f"paper-{site:03}.example"


def _address(number: int, site: int) -> str:
    return f"https://{_host(site)}/2026/story-{number}/"


def _name(site: int) -> str:
    return f"{_PLACES[site % len(_PLACES)]} {_KINDS[site // len(_PLACES) % len(_KINDS)]}"


def _own_page(story: Story, dress: Dress, url: str, byline: str, foot: str) -> str:
    head = (
        f'<link rel="canonical" href="{url}"><meta property="og:site_name" content="{dress.name}">'
        f'<meta name="author" content="{story.author}">'
    )
    body = f"<h1>{story.headline}</h1>\n<p>By {byline}</p>\n{_paragraphs(story)}\n{foot}"
    return _page(f"{story.headline} | {dress.name}", head, f"<article>\n{body}\n</article>")


def _plain(story: Story, parts: Parts, name: str, day: str) -> str:
    """A page of little more than the story."""
    body = (
        f'<p><a href="/">{name}</a></p>\n<article>\n<h1>{story.headline}</h1>\n<p class="byline">By {parts.byline}</p>\n'
        f'<p><time datetime="{day}">{day}</time></p>\n{parts.logo}\n{parts.top}\n{_paragraphs(story)}\n{parts.bottom}\n'
        f"</article>\n<footer><p>© 2026 {name}</p></footer>"
    )
    return _page(f"{story.headline} - {name}", _head(parts, name, day), body)


def _boxed(story: Story, parts: Parts, name: str, day: str, words: list[str], random: Random) -> str:
    """A page of nothing but `div`s, with boxes of other stories around and amid the text."""

    def box(title: str) -> str:
        rows = "".join(
            f'<div class="teaser"><a href="/t/{at}">{" ".join(random.choices(words, k=6)).capitalize()}</a></div>'
            for at in range(5)
        )
        return f'<div class="box"><div class="title">{title}</div>{rows}</div>'

    half = len(story.paragraphs) // 2
    first, rest = (
        _paragraphs(replace(story, paragraphs=part), "div")
        for part in (story.paragraphs[:half], story.paragraphs[half:])
    )
    body = (
        f'<div class="top"><a href="/">{name}</a></div>{box("Most read")}\n<div class="story">\n'
        f'<div class="head"><h1>{story.headline}</h1></div>\n<div class="meta"><div class="by">By {parts.byline}</div>'
        f'<div class="day">{day}</div></div>\n{parts.logo}\n{parts.top}\n{first}\n{box("Related stories")}\n{rest}\n'
        f'{parts.bottom}\n</div>\n{box("Latest")}\n<div class="foot">© 2026 {name}</div>'
    )
    return _page(f"{story.headline} - {name}", _head(parts, name, day), body)


def _head(parts: Parts, name: str, day: str) -> str:
    canonical = f'<link rel="canonical" href="{parts.canonical}">' if parts.canonical else ""
    return (
        f'{canonical}<meta property="og:site_name" content="{name}">'
        f'<meta property="article:published_time" content="{day}T09:00:00Z">'
    )


def _page(title: str, head: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="en-US">\n<head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _paragraphs(story: Story, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{escape(text, quote=False)}</{tag}>" for text in story.paragraphs)
