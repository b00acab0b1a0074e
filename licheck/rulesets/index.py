"""Which of many rule sets can apply to a page at all: a quick look, so that a hundred cost no more than one.

A rule set can only apply where its publisher is named, one of its hosts is linked, or its notice begins. What this lets
through is looked at in full (`select`); what it leaves out, that would leave out too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from licheck.addresses import host_and_path
from licheck.model.page import JOINT, Page
from licheck.model.ruleset import RuleSet
from licheck.patterns import pattern
from licheck.text import fold, fold_signs

_WORD = pattern(r"[^\W_]+")
_AROUND = pattern(r"^.*@|[:?#\s].*$", re.S)  # what may stand around a host in an address
# Scripts that put no space between words: there a name is looked for as it is.
_UNSPACED = pattern(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_OPENING = 5  # words of a notice's beginning that must be there, as in `notices`
_NAME = 100  # characters of a metadata value that can be somebody's name
_LONGEST = 300  # characters of a metadata value that can be an address


class Card(NamedTuple):
    """What a rule set can be known by: words that all must be on the page, the rarest first, texts, hosts; each enough alone."""

    id: str
    words: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]
    hosts: tuple[str, ...]


class Index:
    """The cards of all rule sets, sorted so that a page meets few of them."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self._of_word: dict[bytes, list[tuple[list[bytes], int]]] = {}
        self._of_host: dict[str, list[int]] = {}
        self._texts: list[tuple[str, int]] = []
        self._ids: list[str] = []
        for number, card in enumerate(cards):
            self._ids.append(card.id)
            for words in card.words:
                needed = [word.encode() for word in words]
                self._of_word.setdefault(needed[0], []).append((needed, number))
            for host in card.hosts:
                self._of_host.setdefault(host, []).append(number)
            self._texts += [(text, number) for text in card.texts]

    def candidates(self, page: Page) -> list[str]:
        """The ids of the rule sets that can apply to a page or an original, in their order."""
        found = set(self._by_words(_words(page)))
        found.update(number for host in _hosts(page) for number in self._by_host(host))
        if self._texts:
            text = page.text
            found.update(number for part, number in self._texts if part in text)
        return [self._ids[number] for number in sorted(found)]

    def _by_words(self, words: set[bytes]) -> Iterator[int]:
        for word, several in self._of_word.items():
            if word in words:
                yield from (number for needed, number in several if words.issuperset(needed))

    def _by_host(self, host: str) -> Iterator[int]:
        while host:
            yield from self._of_host.get(host, ())
            host = host.partition(".")[2]


def card(rule_set: RuleSet) -> Card:
    """The card of a rule set."""
    publisher = rule_set.publisher
    names = [fold(name) for name in (rule_set.id, *publisher.names)]
    names += [".".join(name) for name in map(fold, publisher.names) if name.isalpha() and len(name) <= _SHORT]
    starts = [" ".join(fold(notice.starts).split()[:_OPENING]) for notice in rule_set.notices]
    told = dict.fromkeys((*names, *starts))
    rare_first = [sorted(set(_WORD.findall(text)), key=lambda word: (-len(word), word)) for text in told]
    spaced = [
        tuple(words) for words, text in zip(rare_first, told, strict=True) if not _UNSPACED.search(text)
    ]
    hosts = (host for one in rule_set.requirements for host in one.hosts)
    return Card(
        rule_set.id,
        tuple(dict.fromkeys(filter(None, spaced))),
        tuple(text for text in told if _UNSPACED.search(text)),
        tuple(dict.fromkeys(host_and_path(host)[0] for host in (*publisher.domains, *hosts))),
    )


_SHORT = 6  # letters of an abbreviation that may be written with points


def _words(page: Page) -> set[bytes]:
    """The words of a page, as UTF-8: bytes are cut at signs five times as fast as text."""
    told = fold_signs(" ".join({meta.value for meta in page.metadata if len(meta.value) <= _NAME}))
    apart = " ".join([block.text.replace(JOINT, " ") for block in page.blocks if JOINT in block.text])
    if apart:  # "By Jane Doe, The Ledger" and "May 3" in two elements
        told = f"{told} {fold_signs(apart)}"
    pieces = set(f"{page.text} {told}".encode("utf-8", "replace").translate(_CUT).split())
    foreign = [piece for piece in pieces if not piece.isascii()]  # their signs are not cut yet
    if foreign:
        pieces.update(word.encode() for word in _WORD.findall(b" ".join(foreign).decode("utf-8", "replace")))
    return pieces


# Every ASCII character that is no letter and no digit becomes a space.
_CUT = bytes(sign if sign > 127 or chr(sign).isalnum() else 32 for sign in range(256))


def _hosts(page: Page) -> set[str]:
    addresses = {link.href for link in page.links}
    addresses.update([image.src for image in page.images])
    addresses.update([meta.value for meta in page.metadata if len(meta.value) <= _LONGEST])
    pieces = {
        text.strip().split("/", 3)[2] for text in addresses if text.count("/", 0, 12) >= 2 and "//" in text
    }
    return {_AROUND.sub("", piece).lower().rstrip(".") for piece in pieces}
