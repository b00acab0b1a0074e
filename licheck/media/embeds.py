"""Embeds of a story: videos, podcasts, posts, charts, forms. Which of a page's are the story's, and which are the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from licheck.media.spans import spans
from licheck.media.targets import Target, target
from licheck.model.original import Original
from licheck.model.page import Embed, Page
from licheck.model.zones import Zones
from licheck.patterns import pattern

MOST = 100  # embeds of a page that are compared; a hostile page could have 100,000
_CLIMB = 8  # containers around an embed that are looked at
_FURNITURE = frozenset(("aside", "nav", "footer", "header", "form"))
_FILES = ("video", "audio", "amp-video", "amp-audio")  # elements that play a file
# What pages frame that is no part of any story: advertising, counters, consent, comments, buttons, newsletters, voices
# that read the story out.
_NO_STORY = pattern(
    r"googletagmanager|doubleclick|googlesyndication|adservice|adsystem|adnxs|taboola|outbrain|dianomi|teads|criteo|connatix"
    r"|primis|anyclip|disqus|recaptcha|hcaptcha|consent|cookie|onetrust|facebook\.com/(?:v[\d.]+/)?plugins/(?:like|share|page|comments|follow)"
    r"|platform\.twitter\.com/widgets|/follow_button|list-manage|mailchimp|newsletter|substack\.com/embed|signup|subscri"
    r"|trinityaudio|beyondwords|speechkit|everlit|instaread|ad-auris|text-to-speech|readspeaker|remixd"
    r"|pixel|counter|tracker|analytics|chartbeat|scorecardresearch|doubleverify|smartads|/ads?[/.?]|piano\.io|tinypass"
    r"|addthis|sharethis|paypal|donate|donorbox|fundraiseup|givebutter|outgrow|livechat|intercom",
    2,
)


class Pairs(NamedTuple):
    """Embeds of an original beside those of a page: `kept` by two, `lost` of the original, `added` on the page."""

    kept: tuple[tuple[Embed, Embed], ...]
    lost: tuple[Embed, ...]
    added: tuple[Embed, ...]


def compared(original: Original, page: Page, zones: Zones) -> Pairs:
    """The embeds of an original's story and those of a page that carries it, by two.

    One that is kept may stand anywhere on the page, where a reader sees it; only what stands in the story was added.
    Of those kept, some may have an address only for scripts.
    """
    old_span, new_span = spans(original, zones)
    ours = list(_distinct(_story_embeds(original.page, *old_span)))
    seen = [each for each in page.embeds[:MOST] if not each.hidden]
    seen.sort(key=lambda each: not each.src)  # one that only a script would load is the last to stand for it
    theirs = list(_distinct(each for each in _story_embeds(page, *new_span) if each.src))
    kept: list[tuple[Embed, Embed]] = []
    for embed in ours:
        twin = next((each for each in seen if is_same(embed, each)), None)
        if twin is not None:
            kept.append((embed, twin))
    found = {id(embed) for embed, _ in kept}
    lost = [embed for embed in ours if id(embed) not in found]
    known = original.page.embeds[:MOST]
    added = [each for each in theirs if is_sure(each) and not any(is_same(embed, each) for embed in known)]
    return Pairs(tuple(kept), tuple(lost), tuple(added))


def _story_embeds(page: Page, first: int, last: int) -> Iterator[Embed]:
    """The embeds that a reader sees within a story: no advertising, no buttons, not in a box beside it."""
    for embed in page.embeds[:MOST]:
        if first <= embed.block <= last + 1 and not embed.hidden and not _is_furniture(page, embed):
            yield embed


def address_of(embed: Embed) -> str:
    """The address that tells what it is."""
    return embed.src or embed.lazy


def is_same(one: Embed, other: Embed) -> bool:
    """Whether two embeds show the same, wherever their players stand."""
    ours, theirs = target(address_of(one)), target(address_of(other))
    if ours is None or theirs is None:
        return False
    if ours == theirs:
        return True
    if one.tag in _FILES or other.tag in _FILES:
        name = _file(ours)
        return bool(name) and name == _file(theirs)
    # Of an address without a host, or one that the page's own server gives out, only the path is known.
    return not (ours.of and theirs.of) and (ours.what, ours.more) == (theirs.what, theirs.more) != ("", "")


def is_sure(embed: Embed) -> bool:
    """Whether an embed is surely part of a story: from a service that news pages take such things from, or a file."""
    found = target(address_of(embed))
    return found is not None and (found.known or (embed.tag in _FILES and bool(_file(found))))


def named(embed: Embed) -> str:
    """An embed for people: its title and address."""
    address = address_of(embed)
    return f"{embed.title} ({address})" if embed.title else address


def traces(embed: Embed) -> tuple[str, ...]:
    """Texts by one of which a page's source would name what an embed shows; empty where it has no telling name."""
    found = target(address_of(embed))
    if found is None:
        return ()
    word = (_file(found) if embed.tag in _FILES else found.what.strip("/").rpartition("/")[2]) or found.more
    return (word,) if len(word) >= _TELLING else ()


_TELLING = 5  # characters of an id that no page holds by chance


def _distinct(embeds: Iterator[Embed]) -> Iterator[Embed]:
    """Each once: a post and the frame that stands for it are one."""
    met: set[Target] = set()
    for embed in embeds:
        found = target(address_of(embed))
        if found is not None and found not in met:
            met.add(found)
            yield embed


def _file(found: Target) -> str:
    """The name of a file without its ending; empty for what is none."""
    name = found.what.rpartition("/")[2].lower()
    stem, dot, _ = name.rpartition(".")
    return stem if dot else ""


def _is_furniture(page: Page, embed: Embed) -> bool:
    if _NO_STORY.search(address_of(embed)):
        return True
    return any(box.tag in _FURNITURE for box in page.around(embed.container, _CLIMB))
