"""What a page says of its original itself: in its front matter, canonical address, credit line, page counter."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from licheck.addresses import address
from licheck.model.page import Page
from licheck.model.pattern import Pattern

_LONGEST = 2_000  # characters of an address that is looked at
_AROUND = 200  # characters before and after a link that make its sentence
_LONGEST_NUMBER = 80  # characters of an article's number in a page counter
_MOST = 100  # references of one page


class Reference(NamedTuple):
    """A name for the original. `kind` tells how a store knows it: address, path or counter. `how` is for people:
    where the page names it. `where` is its place in the page's source.
    """

    kind: str
    value: str
    how: str
    where: int = 0


class Counter(NamedTuple):
    """A publisher's page counter: its host and path, `{id}` for the article's number, and the pattern that finds
    that number in the original's address.
    """

    host: str
    path: str
    id_in_url: Pattern | None = None

    def name(self, number: str) -> str:
        """What a store calls the counter of one article."""
        return f"{self.host}{self.path}".replace("{id}", number).lower()

    def of_original(self, url: str) -> str:
        """The name of the counter of the story at this address; empty where the address does not tell it."""
        hit = self.id_in_url.search(url[:_LONGEST]) if self.id_in_url and url else None
        return self.name(hit.group(1)) if hit and hit.group(1) else ""

    def in_address(self, src: str) -> str:
        """The name of the counter at this address; empty where that is something else."""
        before, _, after = f"{self.host}{self.path}".partition("{id}")
        _, found, rest = src[:_LONGEST].partition(before)
        number = rest.partition(after)[0] if after else rest.split("&")[0].split("/")[0].split("?")[0]
        if not found or not 0 < len(number) <= _LONGEST_NUMBER or (after and after not in rest):
            return ""
        return self.name(number)


def store_address(url: str) -> str:
    """An address as a store knows it; empty for what is none, and for a front page, which is no story's."""
    found = address(url)
    if found is None or found.is_home:
        return ""
    return f"{found.host}{found.path}" + (f"?{found.query}" if found.query else "")


def host_of(url: str) -> str:
    """The host in an address as it is written, in lower case without `www.`; empty where there is none."""
    return url.split("/", 3)[2].lower().removeprefix("www.") if "//" in url[:8] and url.count("/") > 1 else ""


def references(
    page: Page, hosts: Collection[str], says_source: Callable[[str], str], counters: Sequence[Counter]
) -> Iterator[Reference]:
    """What a page names as its original, what counts most first.

    `hosts` are those that originals stand on; `says_source` tells whether a sentence says where a story comes from.
    """
    for meta in page.values("licheck.original")[:_MOST]:
        at = store_address(meta.value)
        yield Reference("address" if at else "path", at or meta.value, "its front matter", meta.offset)
    for name, how in (("canonical", "its canonical address"), ("canonical-claim", "its metadata")):
        for meta in page.values(name)[:_MOST]:
            if at := store_address(meta.value):
                yield Reference("address", at, how, meta.offset)
    yield from _credit_links(page, hosts, says_source)
    yield from _counted(page, counters)


def _credit_links(
    page: Page, hosts: Collection[str], says_source: Callable[[str], str]
) -> Iterator[Reference]:
    found = 0
    told = "\n".join([link.href for link in page.links]).lower()
    for link in page.links if any(map(told.__contains__, hosts)) else ():
        host = host_of(link.href)
        known = host in hosts or host.partition(".")[2] in hosts  # m.example.org is example.org's
        if link.block < 0 or link.hidden or not known or found >= _MOST:
            continue
        found += 1
        text = page.blocks[link.block].text[max(0, link.start - _AROUND) : link.end + _AROUND]
        if (at := store_address(link.href)) and says_source(text):
            yield Reference("address", at, "the link in its credit line", link.offset)


def _counted(page: Page, counters: Sequence[Counter]) -> Iterator[Reference]:
    for counter in counters:
        for image in page.images:
            if counter.host not in image.src or image.hidden.startswith("in"):
                continue
            if name := counter.in_address(image.src):
                yield Reference("counter", name, "its page counter", image.offset)
