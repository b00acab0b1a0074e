"""Invented stories for the tests of the store, as many as wanted: no two share five words but by chance."""

from html import escape
from random import Random

from licheck.edge.originals_values import File, Taken, digest_of
from licheck.originals.card import Card
from licheck.originals.fingerprint import print_of, words_in
from licheck.originals.named import store_address

_SYLLABLES = (
    "ba be bo da de do fa fi ga go ka ke la li ma mo na ne pa po ra ri sa so ta ti va vo za zu".split()
)


def words(seed: str, count: int) -> list[str]:
    random = Random(seed)
    return ["".join(random.choices(_SYLLABLES, k=random.randint(1, 4))) for _ in range(count)]


def paragraphs(seed: str, count: int, size: int = 40) -> list[str]:
    """So many paragraphs of a story."""
    return [" ".join(words(f"{seed} {at}", size)).capitalize() + "." for at in range(count)]


def url(number: int) -> str:
    return f"https://harbour.example/2026/tide-{number}"


def page(
    number: int,
    texts: list[str] | None = None,
    *,
    author: str = "Wenna Tolliver",
    head: str = "",
    bottom: str = "",
    language: str = "en",
) -> str:
    """The page of story `number` as its publisher has it, or with other paragraphs, head and bottom."""
    texts = paragraphs(f"story {number}", 10) if texts is None else texts
    canonical = head or f'<link rel="canonical" href="{url(number)}">'
    body = "\n".join(f"<p>{escape(text)}</p>" for text in texts)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8"><title>Tide {number} at the gate</title>'
        f"{canonical}</head>\n<body><article>\n<h1>Tide {number} at the gate</h1>\n<p>By {author}</p>\n{body}\n{bottom}"
        "</article></body></html>\n"
    )


def feed(*stories: tuple[str, list[str]]) -> str:
    """RSS with stories given as title and paragraphs."""
    items = "".join(
        f"<item><title>{title}</title><content:encoded><![CDATA["
        + "".join(f"<p>{text}</p>" for text in texts)
        + "]]></content:encoded></item>\n"
        for title, texts in stories
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"'
        f' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour</title>\n{items}</channel></rss>\n'
    )


def taken(number: int, count: int = 10, *, title: str = "") -> tuple[Taken, File]:
    """Story `number` as a worker reads it."""
    found = tuple(words_in(paragraphs(f"story {number}", count)))
    data = f"story {number}".encode()
    card = Card(f"{number}.html", "html", title or f"Tide {number}", url=url(number), words=len(found))
    return Taken(card, found, print_of(found), digest_of(data), 0, (store_address(url(number)),)), File(
        f"{number}.html", data
    )


def put(writer, numbers, **more):
    """Add stories to a store as one batch."""
    both = [taken(number, **more) for number in numbers]
    return writer.add([one for one, _ in both], {one.digest: file for one, file in both})
