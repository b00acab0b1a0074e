"""Known edits, made in invented stories: pairs of an original and a republication, both whole web pages.

All that is random comes from the seed: the same seed gives the same cases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import count
from random import Random

from edited_stories import ADDED, STORIES

from licheck.model.change import ChangeKind, Permission

LANGUAGES = tuple(STORIES)
_MARK = re.compile(r"\{(\w+):([^{}]*)\}")
_FIRST_WORDS = re.compile(r"[\w’'-]+ [\w’'-]+")


@dataclass(frozen=True)
class Expected:
    """What is to be found: one change at least, each of these kinds. `permitted`: each by this permission.

    `kinds` may be none: then nothing is to be found.
    """

    kinds: tuple[ChangeKind, ...] = ()
    permitted: Permission | None = None
    sure: bool = True  # False: nothing at all is right too (what stands in a box that the page's form tells)


@dataclass(frozen=True)
class Case:
    name: str
    language: str
    original: str
    page: str
    expected: Expected


@dataclass
class Telling:
    """A story while it is edited: paragraphs with marks, as HTML tags and texts."""

    language: str
    title: str
    paragraphs: list[str]
    headline: str = ""
    tags: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)  # words, which stand in the story once -> address
    picture: tuple[str, str, str] | None = ("ferry-at-pier.jpg", "", "")
    typography: Callable[[str], str] = str

    def marks(self, kind: str) -> list[tuple[int, re.Match[str]]]:
        return [
            (at, mark)
            for at, text in enumerate(self.paragraphs)
            for mark in _MARK.finditer(text)
            if mark[1] == kind
        ]

    def copy(self) -> Telling:
        return Telling(
            self.language,
            self.title,
            [*self.paragraphs],
            self.headline,
            [*self.tags],
            dict(self.links),
            self.picture,
        )


def plain(text: str) -> str:
    """A paragraph without its marks, as the original has it."""
    return _MARK.sub(lambda mark: mark[2].split(">")[0], text)


def _replaced(telling: Telling, kind: str, random: Random) -> bool:
    """Replace one marked place by one of its other forms."""
    marks = telling.marks(kind)
    if not marks:
        return False
    at, mark = random.choice(marks)
    forms = mark[2].split(">")[1:] or [""]
    text = telling.paragraphs[at]
    telling.paragraphs[at] = text[: mark.start()] + random.choice(forms) + text[mark.end() :]
    return True


Edit = Callable[[Telling, Random], Expected | None]
EDITS: dict[str, Edit] = {}


def edit(function: Edit) -> Edit:
    EDITS[function.__name__.replace("_", " ")] = function
    return function


def _marked(name: str, kind: str, *kinds: ChangeKind, permitted: Permission | None = None) -> None:
    def one(telling: Telling, random: Random) -> Expected | None:
        return Expected(kinds, permitted) if _replaced(telling, kind, random) else None

    EDITS[name] = one


_marked("word reworded", "word", ChangeKind.REWORDED)
_marked("words cut", "drop", ChangeKind.CUT)
_marked("quotation altered", "quote", ChangeKind.QUOTATION)
_marked("quotation altered again", "quote", ChangeKind.QUOTATION)
_marked("number altered", "number", ChangeKind.NUMBER)
_marked("name altered", "name", ChangeKind.NAME)
_marked("time", "time", ChangeKind.REWORDED, permitted=Permission.RELATIVE_TIME)
_marked("place", "place", ChangeKind.REWORDED, ChangeKind.ADDED, permitted=Permission.PLACE)


@edit
def style(telling: Telling, random: Random) -> Expected | None:
    at, mark = random.choice(telling.marks("style"))
    kinds = (ChangeKind.REWORDED, ChangeKind.CUT, ChangeKind.ADDED)
    if mark[2].startswith(","):  # the Oxford comma is typography
        kinds = ()
    text = telling.paragraphs[at]
    form = random.choice(mark[2].split(">")[1:])
    telling.paragraphs[at] = text[: mark.start()] + form + text[mark.end() :]
    return Expected(kinds, Permission.HOUSE_STYLE if kinds else None)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?][”»]) (?=[A-ZÄÖÜÉ“«„])|(?<=[^A-Z].[.!?]) (?=[A-ZÄÖÜÉ“«„])", text)


def _parted(telling: Telling, random: Random) -> tuple[int, list[str]] | None:
    """A paragraph of several sentences, none of which has part of a quotation."""
    found = []
    for at, text in enumerate(telling.paragraphs):
        if not re.search("[“«„»]", text):
            parts = [part for part in _sentences(plain(text)) if part]
            if len(parts) > 1 and all(len(part.split()) > 3 for part in parts):
                found.append((at, parts))
    return random.choice(found) if found else None


@edit
def sentence_cut(telling: Telling, random: Random) -> Expected | None:
    parted = _parted(telling, random)
    if parted is None:
        return None
    at, parts = parted
    parts.pop(random.randrange(len(parts)))
    telling.paragraphs[at] = " ".join(parts)
    return Expected((ChangeKind.CUT,), Permission.CUTS)


@edit
def sentence_added(telling: Telling, random: Random) -> Expected | None:
    parted = _parted(telling, random)
    if parted is None:
        return None
    at, parts = parted
    parts.insert(random.randrange(len(parts) + 1), random.choice(ADDED[telling.language]["sentences"]))
    telling.paragraphs[at] = " ".join(parts)
    return Expected((ChangeKind.ADDED,))


@edit
def sentence_replaced(telling: Telling, random: Random) -> Expected | None:
    parted = _parted(telling, random)
    if parted is None:
        return None
    at, parts = parted
    parts[random.randrange(len(parts))] = random.choice(ADDED[telling.language]["sentences"])
    telling.paragraphs[at] = " ".join(parts)
    return Expected((ChangeKind.REWORDED, ChangeKind.CUT, ChangeKind.ADDED, ChangeKind.NUMBER))


@edit
def sentence_moved(telling: Telling, random: Random) -> Expected | None:
    parted = _parted(telling, random)
    if parted is None:
        return None
    at, parts = parted
    moved = parts.pop(random.randrange(len(parts)))
    telling.paragraphs[at] = " ".join(parts)
    other = (at + random.choice((2, 3))) % len(telling.paragraphs)
    telling.paragraphs[other] += " " + moved
    return Expected((ChangeKind.MOVED,))


@edit
def paragraph_cut(telling: Telling, random: Random) -> Expected | None:
    del telling.paragraphs[random.randrange(1, len(telling.paragraphs) - 1)]
    return Expected((ChangeKind.CUT,), Permission.CUTS)


@edit
def end_cut(telling: Telling, random: Random) -> Expected | None:
    del telling.paragraphs[-random.randint(1, 3) :]
    return Expected((ChangeKind.CUT,), Permission.CUTS_AT_END)


@edit
def paragraph_added(telling: Telling, random: Random) -> Expected | None:
    text = " ".join(random.sample(ADDED[telling.language]["sentences"], 2))
    _insert(telling, random.randint(2, len(telling.paragraphs) - 2), text)
    return Expected((ChangeKind.ADDED,))


@edit
def paragraph_moved(telling: Telling, random: Random) -> Expected | None:
    at = random.randrange(1, len(telling.paragraphs) - 1)
    moved = telling.paragraphs.pop(at)
    telling.paragraphs.insert((at + random.choice((2, 3))) % len(telling.paragraphs), moved)
    return Expected((ChangeKind.MOVED,))


@edit
def paragraphs_merged(telling: Telling, random: Random) -> Expected | None:
    at = random.randrange(len(telling.paragraphs) - 1)
    telling.paragraphs[at : at + 2] = [" ".join(telling.paragraphs[at : at + 2])]
    return Expected((ChangeKind.MERGED,), Permission.PARAGRAPHS)


@edit
def paragraph_split(telling: Telling, random: Random) -> Expected | None:
    parted = _parted(telling, random)
    if parted is None:
        return None
    at, parts = parted
    cut = random.randrange(1, len(parts))
    telling.paragraphs[at : at + 1] = [" ".join(parts[:cut]), " ".join(parts[cut:])]
    return Expected((ChangeKind.SPLIT,), Permission.PARAGRAPHS)


@edit
def headline(telling: Telling, random: Random) -> Expected | None:
    telling.headline = random.choice(ADDED[telling.language]["headline"])
    return Expected((ChangeKind.HEADLINE,), Permission.HEADLINE)


@edit
def subheading_added(telling: Telling, random: Random) -> Expected | None:
    text = random.choice(ADDED[telling.language]["subheadings"])
    _insert(telling, random.randint(2, len(telling.paragraphs) - 2), f"<h2>{text}</h2>")
    return Expected((ChangeKind.SUBHEADING,), Permission.SUBHEADINGS)


@edit
def quotation_cut_short(telling: Telling, random: Random) -> Expected | None:
    """A word is taken out of a quotation, or put into it."""
    at, mark = random.choice(telling.marks("quote"))
    text = telling.paragraphs[at]
    word = mark[2].split(">")[0]
    other = random.choice(("", f"{word} {mark[2].split('>')[1]}"))
    telling.paragraphs[at] = text[: mark.start()] + other + text[mark.end() :]
    return Expected((ChangeKind.QUOTATION,))


@edit
def note_added(telling: Telling, random: Random) -> Expected | None:
    text = random.choice(ADDED[telling.language]["notes"])
    _insert(telling, random.choice((0, 3, len(telling.paragraphs))), text)
    return Expected((ChangeKind.ADDED,), Permission.EDITORS_NOTE, sure=False)


@edit
def box_added(telling: Telling, random: Random) -> Expected | None:
    text = random.choice(ADDED[telling.language]["boxes"])
    shape = random.choice(
        (
            "<p>{}</p>",
            "<p><strong>{}</strong></p>",
            "<aside><p>{}</p></aside>",
            '<p><a href="/x/1">{}</a></p>',
        )
    )
    _insert(telling, random.randint(2, len(telling.paragraphs) - 2), shape.format(text))
    return Expected((ChangeKind.ADDED, ChangeKind.SUBHEADING), Permission.BOXES, sure=False)


@edit
def pages(telling: Telling, random: Random) -> Expected | None:
    text = random.choice(ADDED[telling.language]["pages"])
    _insert(telling, random.randint(2, len(telling.paragraphs) - 2), f"<p>{text}</p>")
    return Expected()


@edit
def link_lost(telling: Telling, random: Random) -> Expected | None:
    del telling.links[random.choice([*telling.links])]
    return Expected((ChangeKind.LINK_LOST,))


@edit
def link_retargeted(telling: Telling, random: Random) -> Expected | None:
    telling.links[random.choice([*telling.links])] = "https://shop.example/tickets"
    return Expected((ChangeKind.LINK_RETARGETED,))


@edit
def link_added(telling: Telling, random: Random) -> Expected | None:
    words = random.choice([words for words in _linkable(telling.paragraphs) if words not in telling.links])
    telling.links[words] = "https://shop.example/tickets"
    return Expected((ChangeKind.LINK_ADDED,))


@edit
def link_written_otherwise(telling: Telling, random: Random) -> Expected | None:
    for words, href in telling.links.items():
        end = random.choice(("/", "?utm_source=x&utm_medium=y", "/#top"))
        telling.links[words] = href.replace("https:", "http:").replace("//", "//www.") + end
    return Expected()


@edit
def picture_lost(telling: Telling, random: Random) -> Expected | None:
    telling.picture = None
    return Expected((ChangeKind.IMAGE_LOST,))


@edit
def picture_elsewhere(telling: Telling, random: Random) -> Expected | None:
    assert telling.picture
    name, alt, caption = telling.picture
    telling.picture = (
        f"/uploads/2026/11/{name.replace('.jpg', '-1024x683.jpg')}",
        random.choice((alt, "")),
        caption,
    )
    return Expected()


@edit
def picture_credit_lost(telling: Telling, random: Random) -> Expected | None:
    assert telling.picture
    name, alt, caption = telling.picture
    telling.picture = (name, alt, re.split(r"(?<=\.) ", caption)[0])
    return Expected((ChangeKind.IMAGE_CREDIT_LOST,))


def _typography(change: Callable[[str], str]) -> Edit:
    def one(telling: Telling, random: Random) -> Expected | None:
        telling.typography = change
        return Expected()

    return one


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "–": "-", "—": "-"})
_HIDDEN = "".join(chr(0xE0100 + byte) for byte in b"C2PA manifest store") + "\ufeff"
EDITS |= {
    "straight quotes": _typography(lambda text: text.translate(_STRAIGHT)),
    "no-break spaces": _typography(lambda text: re.sub(r" (?=\w)", "\u00a0", text, count=6)),
    "soft hyphens": _typography(lambda text: re.sub(r"\b(\w{4})(\w{4,})", "\\1\u00ad\\2", text)),
    "hyphens at line ends": _typography(
        lambda text: re.sub(r"\b([a-z]{4})([a-z]{4,})", "\\1-\n\\2", text, count=2)
    ),
    "ligatures": _typography(lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ")),
    "hidden characters": _typography(lambda text: text[:9] + _HIDDEN + text[9:]),
    "other commas": _typography(lambda text: text.replace(", ", " – ", 1)),
    "nothing": _typography(lambda text: text),
}


def _insert(telling: Telling, at: int, text: str) -> None:
    telling.paragraphs.insert(at, text)


def _linkable(paragraphs: list[str]) -> list[str]:
    """One pair of words for each paragraph that has any outside of marks, which stand in the story only once."""
    whole = "\n".join(map(plain, paragraphs))
    found = []
    for text in paragraphs:
        pieces = re.split(r"\{[^{}]*\}", text)[::-1]
        pairs = (hit for piece in pieces for hit in _FIRST_WORDS.findall(piece.strip(" .,;")))
        found += [next((pair for pair in pairs if whole.count(pair) == 1), "")]
    return [*filter(None, found)]


# --- as web pages

_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{headline} | {site}</title>{head}</head><body>
<header><a href="/"><img src="/logo.png" alt="{site}" width="200" height="60"></a>
<nav><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li><li><a href="/c">Weather</a></li></ul></nav></header>
<main><article><h1>{headline}</h1><p class="byline">By Maren Kessenich, The Tarn Wire</p>{top}
{body}
{bottom}</article>
<aside class="sidebar"><h3>Most read</h3><ul><li><a href="/1">Seven ways to cook an eel at home</a></li>
<li><a href="/2">Why the bells rang twice on Sunday morning</a></li></ul></aside></main>
<footer><p>© 2026 {site}. All rights reserved.</p></footer></body></html>
"""
_WIRE = "https://tarnwire.example"
_NOTICE = (
    f'<p><em>This story was originally published by <a href="{_WIRE}/ferry">The Tarn Wire</a>. Republished with'
    " permission.</em></p>"
)


def page_of(telling: Telling, site: str, credits: bool) -> str:
    """A story as a web page of a site; a republisher's has a notice below it, and an ad."""
    body = []
    for at, text in enumerate(telling.paragraphs):
        text = plain(text)
        if text.startswith("<"):
            body.append(text)
            continue
        html = text
        for words, href in telling.links.items():
            html = html.replace(words, f'<a href="{href}">{words}</a>')
        pieces = re.split("(<[^>]*>)", html)
        html = "".join(piece if piece[:1] == "<" else telling.typography(piece) for piece in pieces)
        body.append(f"<p>{html}</p>")
        if at == 1 and telling.picture:
            name, alt, caption = telling.picture
            body.append(
                f'<figure><img src="{name}" alt="{alt}" width="800" height="500"><figcaption>{caption}</figcaption></figure>'
            )
        if credits and at == 4:
            body.append('<div class="ad-slot" id="ad-3"><p>Advertisement</p></div>')
    return _PAGE.format(
        language=telling.language,
        site=site,
        headline=escape(telling.headline or telling.title, quote=False),
        head="" if credits else f'<link rel="canonical" href="{_WIRE}/ferry">',
        top='<p class="meta">November 18, 2026 · 3 min read</p>' if credits else "",
        body="\n".join(body),
        bottom=_NOTICE if credits else "",
    )


def told(language: str, random: Random) -> Telling:
    """One of the stories, or parts of both, with two links and a picture."""
    stories = [text.strip() for text in STORIES[language]]
    chosen = random.choice(stories)
    title, _, rest = chosen.partition("\n")
    paragraphs = rest.strip().split("\n\n")
    if random.random() < 0.4:  # a longer one
        other = next(text for text in stories if text is not chosen)
        more = other.partition("\n")[2].strip().split("\n\n")
        paragraphs += random.sample(more, random.randint(2, 6))
    telling = Telling(language, title, paragraphs)
    for number, words in enumerate(random.sample(_linkable(paragraphs), 2)):
        telling.links[words] = f"https://records.example/{language}/{number}"
    caption = ADDED[language]["caption"].format(name="Sanna Wickrée")
    telling.picture = ("ferry-at-pier.jpg", caption.partition(".")[0], caption)
    return telling


def cases(seed: int = 1) -> Iterator[Case]:
    """Cases without end: all edits in all languages, in turn."""
    for number in count():
        for name, make in EDITS.items():
            for language in LANGUAGES:
                random = Random(f"{seed} {number} {name} {language}")
                original = told(language, random)
                edited = original.copy()
                expected = make(edited, random)
                if expected is not None:
                    site = page_of(edited, "The Ellery Packet", credits=True)
                    source = page_of(original, "The Tarn Wire", credits=False)
                    yield Case(name, language, source, site, expected)
