"""What the lines around a name make of it: does it belong to the story, or to something else that stands there?

Boxes of other things (cards of other stories, lists of names, comments, advertisements) are known by what stands in
them beside the name, not by what a site calls them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property

from licheck.credits.lead import lead_alone
from licheck.credits.line import is_tag_line, leads_to_author, read_line
from licheck.credits.mention import (
    CODE,
    MADE,
    SENTENCE,
    SIGNED,
    TAG,
    TITLE,
    WHY_NOT,
    is_led,
    is_this_text,
    linked_title,
    list_start,
    why_not,
    words_in,
)
from licheck.credits.people import What, has_given_name, is_telling, what_is
from licheck.credits.segments import dates
from licheck.credits.vocabulary import INTERFACE_WORDS, JOBS
from licheck.credits.words import LEADS
from licheck.model.credit import Role
from licheck.model.page import Block, BlockKind, Link, Page
from licheck.model.zones import Zone, Zones
from licheck.patterns import pattern
from licheck.text import fold

LISTED = "named in a list of names"
QUOTED = "named below a quotation"
COMMENT = "named as the author of a comment"
APART = "named below the story, among other things"

_CLIMB = 32  # levels of containers around a name that are climbed
_LARGEST = 24  # blocks of a box around a name that are looked at
_TITLE_WORDS = 4  # words of a title
_PROSE_WORDS = 10  # words of a text that is no title and no bio
_SHORT_LINES = 1  # lines that say nothing known which may stand between the story and a name
_CARD = 4  # blocks of a card that begins with a name
_LINKED = 0.6  # share of a block that is the link to another story
_BIO_REACH = 4  # words before a biography's verb
_ORIGINAL = pattern(r"origina|republi|\bthis (?:story|article)\b|full (?:story|article)|dieser (?:artikel|text|beitrag)|cet article|este artículo", re.I)  # fmt: skip
_NOT_A_PAGE = ("#", "mailto:", "tel:", "javascript:")
_AGO = pattern(
    r"^\W*(?:\d+\s?(?:s|m|h|d|w|j|min|hrs?|std|hours?|minutes?|days?|weeks?)\b|\d+ (?:hours?|minutes?|days?|weeks?) ago\b"
    r"|(?:vor|hace|il y a|há)\s\d+\s\w+|\d+\s?(?:時間|分|日)前)",
    re.I,
)
_QUOTES = pattern(r"^[\"“„«»‚「『].*[\"”“»«’」』][.,]?$", re.S)
_ENDS = pattern(r"[.!?…。！？؟]['\"”»')\]]*$")
_NUMBERS = pattern(r"^[\s+()$€£¥.,/–-]*\d[\d\s+()$€£¥.,/–-]*$")
_ABOUT = pattern(r"\b(?:author|writer|reporter|journalist|autor|auteur|autrice|firma|zur person|about|über|sobre|à propos|об авторе|автор)", re.I)  # fmt: skip
_AROUND = " \u200b_*\"'“”„«»([{)]}:：,;.!?…|•·–—-"


_LABEL_WORDS = 3  # words of a label
# Labels that a writer's name has, beside lead words and jobs.
_LABELS = frozenset(
    "from name story words commentary analysis essay column review report special feature guest".split()
)


class Company:
    """The surroundings of the names on one page. `story` are the blocks of the story, `masked` those of notices."""

    def __init__(
        self,
        page: Page,
        zones: Zones,
        story: frozenset[int] = frozenset(),
        masked: frozenset[int] = frozenset(),
    ) -> None:
        self.page, self.zones, self.masked = page, zones, masked
        self.story = story

    def why_not(self, block: int, at: int, line: str, start: int, end: int) -> str:
        """Why the name at line[start:end] is no byline of this story; empty where nothing says so.

        The line begins at index `at` of the block's text.
        """
        kind = self.page.blocks[block].kind
        if kind in (BlockKind.CODE, BlockKind.CONTROL):
            return CODE
        reason = why_not(line, start, end)
        if reason == SIGNED and block == self.zones.last + 1 and not line[end:].strip(_AROUND):
            return ""  # the story's last words, changed, with the byline behind them
        if reason:
            return reason
        if self.links and (reason := self._by_links(block, at, line, start, end)):
            return reason
        start = list_start(line, start)
        if line[end : end + 1] == "/" and any(image.block == block for image in self.page.images):
            return WHY_NOT[Role.PHOTOGRAPHER]
        return self._by_lines(block, at, line, start) or self._by_box(block, line, start, end)

    # --- what is on the page -------------------------------------------------------------------------------------

    @cached_property
    def links(self) -> dict[int, list[Link]]:
        """Block -> the links in it."""
        found: dict[int, list[Link]] = defaultdict(list)
        for link in self.page.links:
            if link.block >= 0:
                found[link.block].append(link)
        return found

    @cached_property
    def _own(self) -> frozenset[str]:
        """The story's headline and titles, folded."""
        texts = {meta.value for meta in self.page.values("title")}
        if self.zones.headline is not None:
            texts.add(self.page.blocks[self.zones.headline].text)
        return frozenset(map(fold, texts))

    @cached_property
    def _ends(self) -> list[int]:
        """The blocks of headline and story, in order."""
        found = set(self.story) or {index for index, zone in enumerate(self.zones.of) if zone is Zone.ARTICLE}
        if self.zones.headline is not None:
            found.add(self.zones.headline)
        return sorted(found)

    def _is_own(self, text: str) -> bool:
        folded = fold(text)
        return any(folded == own or (len(folded) > 20 and folded in own) for own in self._own)

    def _is_title(self, link: Link) -> bool:
        """Whether a link has the length of a title, and leads to another story."""
        text, href = link.text, link.href
        return (
            words_in(text) >= _TITLE_WORDS
            and not href.startswith(_NOT_A_PAGE)
            and not leads_to_author(href)
            and not _ORIGINAL.search(text)
            and what_is(text) is not What.ORGANISATION
            and not self._is_own(text)
        )

    def _box(self, block: int) -> range:
        """The blocks of the outermost box around a block in which nothing of the story stands; itself alone for none."""
        containers = self.page.containers
        found, at = range(block, block + 1), self.page.blocks[block].container
        for _ in range(_CLIMB):
            if at < 0:
                break
            _, parent, first, last, _ = containers[at]
            low = bisect_left(self._ends, first)
            if (low < len(self._ends) and self._ends[low] < last) or last - first > _LARGEST:
                break
            found, at = range(first, last), parent
        return found

    # --- links and lines -----------------------------------------------------------------------------------------

    def _by_links(self, block: int, at: int, line: str, start: int, end: int) -> str:
        here = [link for link in self.links.get(block, ()) if at <= link.start and link.end <= at + len(line)]
        places = [(link.start - at, link.end - at, self._is_title(link)) for link in here]
        if linked_title(line, places, start, end):
            return TITLE
        own = next((link for link in here if link.start - at <= start and end <= link.end - at), None)
        if own is not None and not is_led(line[:start]) and self._is_tag(block, own):
            return TAG
        return ""

    def _is_tag(self, block: int, link: Link) -> bool:
        """Whether a name's link is one of several alike, of which others are no names."""
        if leads_to_author(link.href) or "author" in link.rel:
            return False
        folder = link.href.rstrip("/").rpartition("/")[0]
        box = self._box(block)
        near = range(max(box.start, block - _CARD), min(box.stop, block + _CARD + 1))
        return any(
            other.href != link.href
            and other.href.rstrip("/").rpartition("/")[0] == folder
            and words_in(other.text) < _TITLE_WORDS
            and not _is_person(other.text)
            for index in near
            for other in self.links.get(index, ())
        )

    def _by_lines(self, block: int, at: int, line: str, start: int) -> str:
        """By the other lines of the same block."""
        text = self.page.blocks[block].text
        if "\n" not in text:
            return ""
        before = text[:at].rstrip("\n").rpartition("\n")[2]
        after = text[at + len(line) :].lstrip("\n").partition("\n")[0]
        titles = [link.text for link in self.links.get(block, ()) if self._is_title(link)]
        if any(title in before for title in titles):
            return TITLE
        if not is_led(line[:start]) and any(after.startswith(title) for title in titles):
            return TITLE
        if not is_led(line[:start]) and before and _QUOTES.match(before.strip()):
            return QUOTED
        return ""

    # --- the box around -------------------------------------------------------------------------------------------

    def _by_box(self, block: int, line: str, start: int, end: int) -> str:
        led = is_led(line[:start])
        box = self._box(block)
        between = self._is_between(block)
        before = self._before(block, box, between)
        if before is not None:
            if self._is_teaser(before) and (led or not between or before in box):
                return TITLE
            if not led and (self._is_quote(before) or self._is_inset(block, before, box)):
                return QUOTED
        if not led and self._is_in_list(block):
            return LISTED
        if not led and (len(box) > 1 or not between) and _is_labelled(line, start, end):
            return MADE
        if len(box) > 1:
            reason = self._among(block, box, before, led, between, line)
            if reason:
                return reason
        if between:
            return ""
        return self._apart(block, box, line, start, end, led)

    def _is_inset(self, block: int, before: int, box: range) -> bool:
        """Whether a name below a sentence stands with it in a box between the story's paragraphs."""
        inside = self.zones.first < box.start and block < self.zones.last
        return (
            inside and before == box.start and _ENDS.search(self.page.blocks[before].text.strip()) is not None
        )

    def _is_between(self, block: int) -> bool:
        """Whether a block stands between the headline and the story's end."""
        headline = self.zones.headline
        top = headline if headline is not None else -1
        return top < block <= self.zones.last

    def _before(self, block: int, box: range, between: bool) -> int | None:
        """The line above: in the same box, or directly above where nothing of the story is between."""
        above = block - 1
        if above in box:
            return above
        if above < 0 or between or above in self._ends:
            return None
        same = self.page.blocks[above].container == self.page.blocks[block].container
        return above if same and len(box) == 1 else None

    def _is_teaser(self, block: int) -> bool:
        """Whether a block is the title of another story, as a link."""
        text = self.page.blocks[block].text
        return any(
            self._is_title(link) and (link.end - link.start >= len(text) * _LINKED or link.start == 0)
            for link in self.links.get(block, ())
        )

    def _is_quote(self, block: int) -> bool:
        text, kind, *_ = self.page.blocks[block]
        return block not in self._ends and (
            kind is BlockKind.QUOTE or _QUOTES.match(text.strip()) is not None
        )

    def _is_head(self, block: int) -> bool:
        """Whether a block heads something else than the story or its author."""
        one = self.page.blocks[block]
        if block in self.masked or self._is_own(one.text) or _ABOUT.search(one.text):
            return False
        return one.level > 0 and not _is_credit(one) and not lead_alone(one.text)

    def _reads_like_title(self, block: int) -> bool:
        """Whether a line without a link reads like a title."""
        one = self.page.blocks[block]
        return (
            block not in self._ends
            and block not in self.masked
            and words_in(one.text) >= _TITLE_WORDS
            and len(one.text) <= 160
            and not _ENDS.search(one.text)
            and not _is_credit(one)
            and not _ABOUT.search(one.text)
            and not self._is_own(one.text)
        )

    def _among(self, block: int, box: range, before: int | None, led: bool, between: bool, line: str) -> str:
        """By what else stands in the box."""
        others = [index for index in box if index != block and index not in self.masked]
        after = block + 1 if block + 1 in box else None
        if not led and after is not None and len(box) <= _CARD and self._is_teaser(after):
            return TITLE
        persons = [index for index in others if self._names_other(index, line)]
        titled = before is not None and (self._is_teaser(before) or self._reads_like_title(before))
        if titled and any(
            index - 1 in box
            and (self._is_teaser(index - 1) or self._reads_like_title(index - 1))
            and (index in persons or what_is(self.page.blocks[index].text) is What.PERSON)
            for index in others
        ):
            return TITLE
        if persons and any(self._is_head(index) for index in others if index < block):
            return LISTED
        if before is not None and (self._is_head(before) or (led and self._reads_like_title(before))):
            long = words_in(self.page.blocks[before].text) >= _TITLE_WORDS
            below = after is not None and self._is_prose(after)
            if long and (not between or below):
                return TITLE
        if not led and any(
            _NUMBERS.match(self.page.blocks[index].text) and not dates(self.page.blocks[index].text)
            for index in others
        ):
            return APART
        if not led and persons and after is not None and self._is_prose(after):
            return COMMENT
        return ""

    def _is_prose(self, block: int) -> bool:
        one = self.page.blocks[block]
        return (
            words_in(one.text) >= _PROSE_WORDS
            and block not in self.masked
            and block not in self._ends
            and one.kind is not BlockKind.CAPTION
            and not _is_credit(one)
        )

    def _names_other(self, block: int, line: str) -> bool:
        """Whether a block is a name, with or without a lead word, that does not stand in a line too."""
        text = self.page.blocks[block].text
        if len(text) > 60 or fold(text) in fold(line):
            return False
        return _is_person(text) or any(
            credit.persons and credit.role is Role.WRITER and credit.led for credit in read_line(text)
        )

    def _is_in_list(self, block: int) -> bool:
        """Whether a name is an item of a list of names under a line that says nothing of authors."""
        blocks = self.page.blocks
        low = high = block
        while low > 0 and block - low < _CARD and _is_item(blocks[low]) and _is_person(blocks[low - 1].text):
            low -= 1
        while (
            high + 1 < len(blocks)
            and high - block < _CARD
            and _is_item(blocks[high + 1])
            and _is_person(blocks[high + 1].text)
        ):
            high += 1
        return (
            high > low
            and low > 0
            and _is_item(blocks[low])
            and (self._is_unknown(low - 1) or self._is_head(low - 1))
        )

    # --- away from the story ----------------------------------------------------------------------------------------

    def _apart(self, block: int, box: range, line: str, start: int, end: int, led: bool) -> str:
        """Why a name above the headline or below the story has nothing to do with it: other things stand between."""
        after = line[end:]
        if not led and (_AGO.match(after) or self._is_ago(block + 1)):
            return COMMENT
        if not self._is_parted(block):
            return ""
        if led and is_this_text(line[:start]):
            return ""
        if led:
            if words_in(line[:start]) > _TITLE_WORDS or _continues(after):
                return SENTENCE
            return TITLE if block - 1 not in box and self._reads_like_title(block - 1) else ""
        if start > 0 and words_in(line[:start]) > _BIO_REACH:
            return SENTENCE
        return "" if self._is_told(block, box, after) else APART

    def _is_ago(self, block: int) -> bool:
        blocks = self.page.blocks
        return (
            block < len(blocks)
            and len(blocks[block].text) <= 20
            and _AGO.match(blocks[block].text) is not None
        )

    def _is_parted(self, block: int) -> bool:
        """Whether headings, titles, tags or several unknown lines stand between a block and the story."""
        zones = self.zones
        if block > zones.last:
            between = range(zones.last + 1, block)
        elif zones.headline is not None:
            between = range(block + 1, zones.headline)
        else:
            return False
        unknown = 0
        for index in between:
            one = self.page.blocks[index]
            if index in self.masked or one.kind is BlockKind.CONTROL:
                continue
            if (
                self._is_head(index)
                or self._is_teaser(index)
                or is_tag_line(one.text)
                or one.text[0] == "#"
                or self._is_row(index)
            ):
                return True
            unknown += self._is_unknown(index)
        return unknown > _SHORT_LINES

    def _is_row(self, block: int) -> bool:
        """Whether a line is a row of links alike that are no names, as tags are."""
        links = self.links.get(block, ())
        folders = {link.href.rstrip("/").rpartition("/")[0] for link in links}
        return len(links) > len(folders) and not any(
            leads_to_author(link.href) or _is_person(link.text) for link in links
        )

    def _is_unknown(self, block: int) -> bool:
        """Whether a short line says nothing of the story's making, and is no part of an interface."""
        text = self.page.blocks[block].text
        if len(text) > 80 or _is_credit(self.page.blocks[block]) or _ABOUT.search(text) or lead_alone(text):
            return False
        words = [word.strip(_AROUND) for word in fold(text).split()]
        return any(word and word not in INTERFACE_WORDS and not word.isdigit() for word in words)

    def _is_told(self, block: int, box: range, after: str) -> bool:
        """Whether something beside a name tells that it is the author's: a label, a job, an outlet, a biography."""
        rest = after.strip(_AROUND)
        if rest and (_is_telling(rest) or _is_biography(after)):
            return True
        near = [index for index in (block - 1, block - 2, block + 1, block + 2) if index in box]
        for index in near:
            text = self.page.blocks[index].text
            if index < block and (lead_alone(text) or _ABOUT.search(text)):
                return True
            if index > block and (
                _is_telling(text)
                or (words_in(text) >= _TITLE_WORDS and _names_again(text, self.page.blocks[block].text))
            ):
                return True
        return False


def _is_item(block: Block) -> bool:
    return block.kind is BlockKind.ITEM or block.text[0] in "-*•·"


def _is_labelled(line: str, start: int, end: int) -> bool:
    """Whether a label that is none of a writer introduces a name: "Forecast: Jane Doe"."""
    label, colon, rest = line[:start].rpartition(":")
    label = label.strip(_AROUND)
    if not colon or rest.strip(_AROUND) or line[end:].strip(_AROUND) or not label.isascii():
        return False
    words = fold(label).split()
    known = (_LABELS, LEADS, JOBS, INTERFACE_WORDS)
    return (
        0 < len(words) <= _LABEL_WORDS
        and what_is(label) is What.NOTHING
        and not any(word in listed or word.isdigit() for word in words for listed in known)
    )


def _is_person(text: str) -> bool:
    plain = text.strip(_AROUND)
    return what_is(plain) is What.PERSON and has_given_name(plain)


def _is_telling(text: str) -> bool:
    """Whether a line is a job or an outlet."""
    first = re.split(r"[,|•·]|\s[–—-]\s", text)[0].strip(_AROUND)
    what = what_is(first)
    if what is What.ORGANISATION:
        return is_telling(first) and not any(sign.isdigit() for sign in text)
    return what in (What.JOB, What.DEPARTMENT) or any(
        word.strip(_AROUND) in JOBS for word in fold(first).split()[:3]
    )


def _is_credit(block: Block) -> bool:
    """Whether a line is a date, a job, an outlet or a credit."""
    text = block.text
    if len(text) > 160:
        return False
    if what_is(text) is not What.NOTHING or dates(text):
        return True
    return any(credit.persons or credit.organisations for credit in read_line(text))


_VERBS = pattern(r"^\W*(?:\S+\s){0,2}?(?:is|was|are|covers?|writes?|wrote|reports?|has|teaches|works|joined|ist|war|sind|est|sont|es|son|era|è|é|schreibt|berichtet|arbeitet|écrit|couvre|escribe|escribió|cubre|jest|är|er|hat|a|—|–)\s", re.I)  # fmt: skip


def _is_biography(after: str) -> bool:
    return _VERBS.match(after) is not None or bool(re.match(r"^(?:は|،|が)", after))


def _names_again(text: str, name: str) -> bool:
    """Whether a text names one of the people in a line again."""
    words = {word for word in fold(name).replace("\u200b", " ").split() if len(word) > 2}
    return any(word.strip(_AROUND) in words for word in fold(text).split()) or any(
        word in text for word in words if word > "\u2e80"
    )


def _continues(after: str) -> bool:
    """Whether a sentence goes on behind a name."""
    words = after.split()
    return len(words) > 2 and sum(word.strip(_AROUND).islower() for word in words) >= len(words) / 2
