"""News pages that nobody has published: `python -m bench.make_pages FOLDER`.

A page carries a story by one of three publishers that licheck has rules for, inside a site of one of four
weights. What the sites are made of (elements, links, pictures, scripts, for their size) follows the medians
of some hundred real news pages; every word on them is invented. The same seed makes the same pages.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import count, islice, product
from pathlib import Path
from random import Random

from bench.prose import Story, edited, story
from bench.site import WEIGHTS, Weight, page_around


@dataclass(frozen=True)
class Publisher:
    """What a story brings along. In the templates: `{url}` of the original, `{id}` its number, `{author}`."""

    id: str
    name: str
    home: str
    byline: str
    top: str
    bottom: str


PUBLISHERS = (
    Publisher(
        "dcnf",
        "Daily Caller News Foundation",
        "https://dailycallernewsfoundation.org/",
        "{author}, Daily Caller News Foundation",
        '<img src="/uploads/2026/dcnf-logo.png" alt="Daily Caller News Foundation" width="180" height="60">',
        "<p><em>All content created by the Daily Caller News Foundation, an independent and nonpartisan"
        " newswire service, is available without charge to any legitimate news publisher that can provide"
        " a large audience. All republished articles must include our logo, our reporter’s byline and their"
        " DCNF affiliation.</em></p>",
    ),
    Publisher(
        "propublica",
        "ProPublica",
        "https://www.propublica.org/",
        "{author}",
        '<p>This story was originally published by <a href="{url}">ProPublica</a>.</p>',
        '<script src="https://pixel.propublica.org/pixel.js" async></script>',
    ),
    Publisher(
        "the-conversation",
        "The Conversation",
        "https://theconversation.com/",
        "{author}, University of Vellby",
        '<p>This article is republished from <a href="https://theconversation.com">The Conversation</a> under'
        ' a Creative Commons license. Read the <a href="{url}">original article</a>.</p>',
        '<img src="https://counter.theconversation.com/content/{id}/count.gif" alt="" width="1" height="1">',
    ),
)


@dataclass(frozen=True)
class MadePage:
    """A republication and its original, both HTML. `credited` tells whether the credits were kept."""

    name: str
    publisher: str
    credited: bool
    html: str
    original: str


def make_pages(seed: int = 1) -> Iterator[MadePage]:
    """Pages without end: all weights, publishers, and with or without credits, in turn."""
    kinds = [*product((True, False), PUBLISHERS, WEIGHTS)]
    for number in count():
        credited, publisher, weight = kinds[number % len(kinds)]
        yield make_page(Random(f"{seed} {number}"), weight, publisher, credited, f"{number:03}")


def make_page(
    random: Random,
    weight: Weight,
    publisher: Publisher,
    credited: bool = True,
    name: str = "",
    words: int = 0,
) -> MadePage:
    """One page of a story of `words` words (0: as many as pages of this weight have)."""
    original = story(random, words or random.randint(*weight.words))
    text = edited(original, random)
    words_of_it = "-".join(original.headline.lower().split()[:5])
    url = f"{publisher.home}2026/11/{words_of_it}-{random.randint(10_000, 99_999)}"
    site = page_around(
        random,
        weight,
        text,
        byline=_filled(publisher.byline, original, url) if credited else "Staff Reports",
        top=_filled(publisher.top, original, url) if credited else "",
        bottom=_filled(publisher.bottom, original, url) if credited else "",
        canonical=url if credited else "",
    )
    name = f"{name}-{weight.kilobytes}kB-{publisher.id}-{'credited' if credited else 'bare'}"
    return MadePage(name, publisher.id, credited, site, _original(original, publisher, url))


def _filled(template: str, text: Story, url: str) -> str:
    return template.format(author=text.author, url=url, id=url.rpartition("-")[2])


def _original(text: Story, publisher: Publisher, url: str) -> str:
    """The page of the publisher itself."""
    headline, author = escape(text.headline), _filled(publisher.byline, text, url)
    paragraphs = "\n".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in text.paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<title>{headline} | {publisher.name}</title>
<link rel="canonical" href="{url}">
<meta property="og:site_name" content="{publisher.name}">
<meta name="author" content="{text.author}">
</head>
<body>
<header><a href="{publisher.home}"><img src="/logo.png" alt="{publisher.name}" width="300" height="90"></a>
<nav><a href="/about">About</a> <a href="/republish">Republish</a></nav></header>
<article>
<h1>{headline}</h1>
<p class="byline">By {author}</p>
<div class="body">
{paragraphs}
</div>
{publisher.bottom if publisher.id == "dcnf" else ""}
</article>
<footer><p>© 2026 {publisher.name}</p></footer>
</body>
</html>
"""


def main() -> None:
    """Write pages and originals to a folder."""
    parser = argparse.ArgumentParser(prog="python -m bench.make_pages", description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=24, help="how many pages (default: %(default)s)")
    parser.add_argument(
        "--seed", type=int, default=1, help="another one makes other pages (default: %(default)s)"
    )
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for page in islice(make_pages(options.seed), options.count):
        (options.folder / f"{page.name}.html").write_text(page.html, encoding="utf-8")
        (options.folder / f"{page.name}.original.html").write_text(page.original, encoding="utf-8")
    print(f"{options.count} pages and their originals are in {options.folder}")


if __name__ == "__main__":
    main()
