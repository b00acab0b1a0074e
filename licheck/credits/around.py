"""What the blocks around a name are: titles of other stories, headings, quotations, rows of links, prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property

from licheck.credits.line import leads_to_author, read_line
from licheck.credits.mention import without_dates, words_in
from licheck.credits.people import What, what_is
from licheck.credits.telling import AROUND, are_persons, introduces, is_credit, is_person
from licheck.credits.vocabulary import INTERFACE_WORDS
from licheck.model.credit import Role
from licheck.model.page import BlockKind, Link, Page
from licheck.model.zones import Zone, Zones
from licheck.patterns import pattern
from licheck.text import fold

_CLIMB = 32  # levels of containers around a name that are climbed
_LARGEST = 24  # blocks of a box around a name that are looked at
TITLE_WORDS = 4  # words of a title
_LONGEST_TITLE = 200  # characters
PROSE_WORDS = 10  # words of a text that is no title and no bio
_LINKED = 0.6  # share of a block that is the link to another story
ORIGINAL = pattern(r"origina|republi|\bthis (?:story|article)\b|full (?:story|article)|dieser (?:artikel|text|beitrag)|cet article|este artículo", re.I)  # fmt: skip
_NOT_A_PAGE = ("#", "mailto:", "tel:", "javascript:")
AGO = pattern(
    r"^\W*(?:\d+\s?(?:s|m|h|d|w|j|min|hrs?|std|hours?|minutes?|days?|weeks?)\b|\d+ (?:hours?|minutes?|days?|weeks?) ago\b"
    r"|(?:vor|hace|il y a|há)\s\d+\s\w+|\d+\s?(?:時間|分|日)前)",
    re.I,
)
QUOTES = pattern(r"^[\"“„«»‚「『].*[\"”“»«’」』][.,]?$", re.S)
ENDS = pattern(r"[.!?…。！？؟]['\"”»')\]]*$")
_AUTHOR = pattern(
    r"(?:^|[/=-])(?:authors?|autor\w{0,3}|auteurs?|autric\w|writers?|reporters?|columnists?|journalist\w{0,3})(?:$|[/=-])",
    re.I,
)
ABOUT = pattern(r"\b(?:author|writer|reporter|journalist|autor|auteur|autrice|firma|zur person|about|über|sobre|à propos|об авторе|автор)", re.I)  # fmt: skip


class Around:
    """The blocks of one page. `story` are those of the story, `masked` those of notices."""

    def __init__(
        self,
        page: Page,
        zones: Zones,
        story: frozenset[int] = frozenset(),
        masked: frozenset[int] = frozenset(),
    ) -> None:
        self.page, self.zones, self.masked = page, zones, masked
        self.story = story

    @cached_property
    def links(self) -> dict[int, list[Link]]:
        """Block -> the links in it."""
        found: dict[int, list[Link]] = defaultdict(list)
        for link in self.page.links:
            if link.block >= 0:
                found[link.block].append(link)
        return found

    @cached_property
    def own(self) -> frozenset[str]:
        """The story's headline and titles, folded."""
        texts = {meta.value for meta in self.page.values("title")}
        if self.zones.headline is not None:
            texts.add(self.page.blocks[self.zones.headline].text)
        return frozenset(map(fold, texts))

    @cached_property
    def ends(self) -> list[int]:
        """The blocks of headline and story, in order."""
        found = set(self.story) or {index for index, zone in enumerate(self.zones.of) if zone is Zone.ARTICLE}
        if self.zones.headline is not None:
            found.add(self.zones.headline)
        return sorted(found)

    def is_own(self, text: str) -> bool:
        """Whether a text is the headline or a title of the page, or most of one."""
        folded = fold(text)
        return any(folded == own or (len(folded) > 20 and folded in own) for own in self.own)

    def is_title(self, link: Link) -> bool:
        """Whether a link has the length of a title, and leads to another story."""
        text, href = link.text, link.href
        return (
            words_in(without_dates(text)) >= TITLE_WORDS
            and not href.startswith(_NOT_A_PAGE)
            and not leads_to_author(href)
            and not ORIGINAL.search(text)
            and what_is(text) is not What.ORGANISATION
            and not (is_person(text) or are_persons(text))
            and not self.is_own(text)
        )

    def box(self, block: int) -> range:
        """The blocks of the outermost box around a block in which nothing of the story stands; itself alone for none."""
        containers = self.page.containers
        found, at = range(block, block + 1), self.page.blocks[block].container
        for _ in range(_CLIMB):
            if at < 0:
                break
            _, parent, first, last, _ = containers[at]
            low = bisect_left(self.ends, first)
            if (low < len(self.ends) and self.ends[low] < last) or last - first > _LARGEST:
                break
            found, at = range(first, last), parent
        return found

    @cached_property
    def titled(self) -> int:
        """The first block that says the page's title in full, where no headline is known; -1 for none."""
        for index, one in enumerate(self.page.blocks):
            if (
                len(one.text) <= _LONGEST_TITLE
                and words_in(one.text) >= TITLE_WORDS
                and self.is_own(one.text)
            ):
                return index
        return -1

    def is_between(self, block: int) -> bool:
        """Whether a block stands between the headline and the story's end."""
        headline = self.zones.headline
        top = headline if headline is not None else -1
        return top < block <= self.zones.last

    def is_teaser(self, block: int) -> bool:
        """Whether a block is the title of another story, as a link."""
        text = self.page.blocks[block].text
        return any(
            self.is_title(link) and (link.end - link.start >= len(text) * _LINKED or link.start == 0)
            for link in self.links.get(block, ())
        )

    def is_quote(self, block: int) -> bool:
        """Whether a block is a quotation that is not the story's own text."""
        text, kind, *_ = self.page.blocks[block]
        return block not in self.ends and (kind is BlockKind.QUOTE or QUOTES.match(text.strip()) is not None)

    def is_head(self, block: int) -> bool:
        """Whether a block heads something else than the story or its author."""
        one = self.page.blocks[block]
        if block in self.masked or self.is_own(one.text) or ABOUT.search(one.text):
            return False
        return one.level > 0 and not is_credit(one) and not introduces(one.text)

    def reads_like_title(self, block: int) -> bool:
        """Whether a line without a link reads like a title."""
        one = self.page.blocks[block]
        return (
            block not in self.ends
            and block not in self.masked
            and words_in(one.text) >= TITLE_WORDS
            and len(one.text) <= 160
            and not ENDS.search(one.text)
            and not is_credit(one)
            and not ABOUT.search(one.text)
            and not self.is_own(one.text)
        )

    def is_prose(self, block: int) -> bool:
        """Whether a block is a text of its own: neither the story, nor a notice, a caption or a credit."""
        one = self.page.blocks[block]
        return (
            words_in(one.text) >= PROSE_WORDS
            and block not in self.masked
            and block not in self.ends
            and one.kind is not BlockKind.CAPTION
            and not is_credit(one)
        )

    def is_ago(self, block: int) -> bool:
        """Whether a block says how long ago something was written, and nothing more."""
        blocks = self.page.blocks
        return (
            block < len(blocks)
            and len(blocks[block].text) <= 20
            and AGO.match(blocks[block].text) is not None
        )

    def is_in_story_box(self, block: int) -> bool:
        """Whether a line is a paragraph in the same box as the story's last."""
        one, last = self.page.blocks[block], self.page.blocks[self.zones.last]
        return (
            (one.kind, one.container) == (last.kind, last.container) == (BlockKind.PARAGRAPH, one.container)
        )

    def is_row(self, block: int) -> bool:
        """Whether a line is a row of links alike that are no names, as tags are."""
        links = self.links.get(block, ())
        folders = {link.href.rstrip("/").rpartition("/")[0] for link in links}
        return len(links) > len(folders) and not any(
            leads_to_author(link.href) or is_person(link.text) for link in links
        )

    def is_unknown(self, block: int) -> bool:
        """Whether a short line says nothing of the story's making, and is no part of an interface."""
        text = self.page.blocks[block].text
        if len(text) > 80 or is_credit(self.page.blocks[block]) or ABOUT.search(text) or introduces(text):
            return False
        words = [word.strip(AROUND) for word in fold(text).split()]
        return any(word and word not in INTERFACE_WORDS and not word.isdigit() for word in words)

    def leads_to_author(self, block: int) -> bool:
        """Whether a line is linked to the page of an author, and not just of somebody."""
        return any("author" in link.rel or _AUTHOR.search(link.href) for link in self.links.get(block, ()))

    def names_other(self, block: int, line: str) -> bool:
        """Whether a block is a name, with or without a lead word, that does not stand in a line too."""
        text = self.page.blocks[block].text
        if len(text) > 60 or fold(text) in fold(line):
            return False
        return is_person(text) or any(
            credit.persons and credit.role is Role.WRITER and credit.led for credit in read_line(text)
        )

    def could_be_name(self, block: int) -> bool:
        """Whether a block has the form of a name."""
        text = self.page.blocks[block].text
        return what_is(text, after_lead=text[0] > "\u2e80") is What.PERSON
