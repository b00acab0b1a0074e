"""What the lines around a name make of it: does it belong to the story, or to something else that stands there?

Boxes of other things (cards of other stories, lists of names, comments, advertisements) are known by what stands in
them beside the name, not by what a site calls them.
"""

from __future__ import annotations

from licheck.credits.around import ABOUT, AGO, ENDS, ORIGINAL, PROSE_WORDS, QUOTES, TITLE_WORDS, Around
from licheck.credits.line import is_tag_line, leads_to_author
from licheck.credits.lines import in_author_box
from licheck.credits.mention import (
    CODE,
    MADE,
    SENTENCE,
    SIGNED,
    TAG,
    TITLE,
    WHY_NOT,
    is_led,
    is_licensed,
    is_this_text,
    linked_title,
    list_start,
    why_not,
    without_dates,
    words_in,
)
from licheck.credits.segments import dates
from licheck.credits.telling import (
    AROUND,
    continues,
    introduces,
    is_biography,
    is_credit,
    is_item,
    is_labelled,
    is_person,
    is_telling,
    names_again,
)
from licheck.credits.words import BY_WORDS
from licheck.model.credit import Role
from licheck.model.page import BlockKind, Link
from licheck.patterns import pattern
from licheck.text import fold

LISTED = "named in a list of names"
QUOTED = "named below a quotation"
COMMENT = "named as the author of a comment"
APART = "named below the story, among other things"

_SHORT_LINES = 1  # lines that say nothing known which may stand between the story and a name
_SHORT_IN_STORY = 3  # the same, for a name in a paragraph beside the story's own
_CARD = 4  # blocks of a card that begins with a name
_BIO_REACH = 4  # words before a biography's verb
_COMMENT_BOXES = 5  # boxes around a name of which one may say that it holds comments
_COMMENTS = pattern(r"comment(?!ary|aries|ator)")
_NUMBERS = pattern(r"^\W*(?:[$€£¥]\s?\d[\d.,]*|(?:\d[\s()/–-]*){6,})\W*$")  # a price or a telephone


class Company(Around):
    """The surroundings of the names on one page."""

    def why_not(self, block: int, at: int, line: str, start: int, end: int) -> str:
        """Why the name at line[start:end] is no byline of this story; empty where nothing says so.

        The line begins at index `at` of the block's text.
        """
        kind = self.page.blocks[block].kind
        if kind is BlockKind.CODE or (kind is BlockKind.CONTROL and not self._is_introduced(block)):
            return CODE
        reason = why_not(line, start, end)
        if reason == SIGNED and block == self.zones.last + 1 and not line[end:].strip(AROUND):
            return ""  # the story's last words, changed, with the byline behind them
        if reason:
            return reason
        if self.links and (reason := self._by_links(block, at, line, start, end)):
            return reason
        start = list_start(line, start)
        pictured = any(image.block == block for image in self.page.images)
        if pictured and line[end : end + 1] == "/" and not is_led(line[:start]):
            return WHY_NOT[Role.PHOTOGRAPHER]
        return self._by_lines(block, at, line, start) or self._by_box(block, line, start, end)

    def _by_links(self, block: int, at: int, line: str, start: int, end: int) -> str:
        here = [link for link in self.links.get(block, ()) if at <= link.start and link.end <= at + len(line)]
        places = [(link.start - at, link.end - at, self.is_title(link)) for link in here]
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
        box = self.box(block)
        near = range(max(box.start, block - _CARD), min(box.stop, block + _CARD + 1))
        return any(
            other.href != link.href
            and other.href.rstrip("/").rpartition("/")[0] == folder
            and words_in(other.text) < TITLE_WORDS
            and any(sign.isalpha() for sign in other.text)
            and not is_person(other.text)
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
        titles = [link.text for link in self.links.get(block, ()) if self.is_title(link)]
        if any(title in before for title in titles):
            return TITLE
        if not is_led(line[:start]) and any(after.startswith(title) for title in titles):
            return TITLE
        if not is_led(line[:start]) and before and QUOTES.match(before.strip()):
            return QUOTED
        return ""

    def _by_box(self, block: int, line: str, start: int, end: int) -> str:
        led = is_led(line[:start])
        box = self.box(block)
        if self.zones.headline is None and self._is_above_title(block):
            return APART
        between = self.is_between(block)
        before = self._before(block, box, between)
        if before is not None:
            if self.is_teaser(before) and (led or not between or before in box):
                return TITLE
            if not led and (self.is_quote(before) or self._is_inset(block, before, box)):
                return QUOTED
        if not led and (reason := self._bare(block, box, between)):
            return reason
        if not led and (len(box) > 1 or not between) and is_labelled(line, start, end):
            return MADE
        if len(box) > 1:
            reason = self._among(block, box, before, led, between, line)
            if reason:
                return reason
        if between:
            return ""
        if in_author_box(self.page, block):
            return ""
        return self._apart(block, box, line, start, end, led)

    def _bare(self, block: int, box: range, between: bool) -> str:
        """Why a name without a lead word is none, by the kind of its box."""
        if self._is_in_list(block):
            return LISTED
        if not between and self._is_in_comments(block, box):
            return COMMENT
        return WHY_NOT[Role.PHOTOGRAPHER] if self._is_under_picture(block, box) else ""

    def _is_inset(self, block: int, before: int, box: range) -> bool:
        """Whether a name below a sentence stands with it in a box between the story's paragraphs."""
        inside = self.zones.first < box.start and block < self.zones.last
        return (
            inside and before == box.start and ENDS.search(self.page.blocks[before].text.strip()) is not None
        )

    def _is_in_comments(self, block: int, box: range) -> bool:
        """Whether a box around a name, in which nothing of the story stands, says that it holds comments."""
        for around in self.page.around(self.page.blocks[block].container, _COMMENT_BOXES):
            if around.first < box.start or around.last > box.stop:
                return False
            if _COMMENTS.search(around.label):
                return True
        return False

    def _is_under_picture(self, block: int, box: range) -> bool:
        """Whether a name ends a box that begins with a picture and what it shows."""
        if block == box.start or not any(image.block == box.start for image in self.page.images):
            return False
        before = self.page.blocks[block - 1]
        return not (is_credit(before) or ABOUT.search(before.text) or introduces(before.text))

    def _is_above_title(self, block: int) -> bool:
        """Whether a text of its own stands between a name and the page's title below it."""
        return any(
            words_in(self.page.blocks[index].text) >= PROSE_WORDS for index in range(block + 1, self.titled)
        )

    def _before(self, block: int, box: range, between: bool) -> int | None:
        """The line above: in the same box, or directly above where nothing of the story is between."""
        above = block - 1
        if above in box:
            return above
        if above < 0 or between or above in self.ends:
            return None
        same = self.page.blocks[above].container == self.page.blocks[block].container
        return above if same and len(box) == 1 else None

    def _among(self, block: int, box: range, before: int | None, led: bool, between: bool, line: str) -> str:
        """By what else stands in the box."""
        others = [index for index in box if index != block and index not in self.masked]
        after = block + 1 if block + 1 in box else None
        if not led and after is not None and len(box) <= _CARD and self.is_teaser(after):
            return TITLE
        persons = [index for index in others if self.names_other(index, line)]
        titled = before is not None and (self.is_teaser(before) or self.reads_like_title(before))
        if titled and any(
            index - 1 in box
            and (self.is_teaser(index - 1) or self.reads_like_title(index - 1))
            and (index in persons or self.could_be_name(index))
            for index in others
        ):
            return TITLE
        if persons and any(self.is_head(index) for index in others if index < block):
            return LISTED
        if before is not None and (self.is_head(before) or (led and self.reads_like_title(before))):
            long = words_in(self.page.blocks[before].text) >= TITLE_WORDS
            below = after is not None and self.is_prose(after)
            if long and (not between or below):
                return TITLE
        if not led and any(
            _NUMBERS.match(self.page.blocks[index].text) and not dates(self.page.blocks[index].text)
            for index in others
        ):
            return APART
        if not led and persons and after is not None and self.is_prose(after):
            return COMMENT
        return ""

    def _is_in_list(self, block: int) -> bool:
        """Whether a name is an item of a list of names under a line that says nothing of authors."""
        blocks = self.page.blocks
        low = high = block
        while low > 0 and block - low < _CARD and is_item(blocks[low]) and is_person(blocks[low - 1].text):
            low -= 1
        while (
            high + 1 < len(blocks)
            and high - block < _CARD
            and is_item(blocks[high + 1])
            and is_person(blocks[high + 1].text)
        ):
            high += 1
        return (
            high > low
            and low > 0
            and is_item(blocks[low])
            and (self.is_unknown(low - 1) or self.is_head(low - 1))
            and not self._is_subtitle(low - 1)
        )

    def _is_introduced(self, block: int) -> bool:
        """Whether the line above waits for a name, as where that opens a card on its author: "By", and a button."""
        return block > 0 and introduces(self.page.blocks[block - 1].text)

    def _is_subtitle(self, block: int) -> bool:
        """Whether a line is a second headline below the first, or the headline itself where that is not known."""
        headline = self.zones.headline
        if headline is None:
            return self.is_own(self.page.blocks[block].text)
        below = headline < block < self.zones.first
        return below and words_in(self.page.blocks[block].text) >= PROSE_WORDS // 2

    def _apart(self, block: int, box: range, line: str, start: int, end: int, led: bool) -> str:
        """Why a name above the headline or below the story has nothing to do with it: other things stand between."""
        before, after = line[:start], line[end:]
        if not led and (AGO.match(after) or self.is_ago(block + 1)):
            return COMMENT
        if is_this_text(before) or is_licensed(before, after) or not self._is_parted(block):
            return ""
        if led:
            return self._led_apart(block, box, before, after)
        if words_in(before) > _BIO_REACH:
            return SENTENCE
        return "" if self._is_told(block, box, after) or self.leads_to_author(block) else APART

    def _led_apart(self, block: int, box: range, before: str, after: str) -> str:
        """The same for a name with a lead word: it is that of a title or a text directly above."""
        last = without_dates(before).rpartition("|")[2]
        if words_in(last) > TITLE_WORDS or continues(after):
            return SENTENCE
        above, lead = block - 1, fold(last).strip(AROUND).rpartition(" ")[2]
        if above not in box:
            return TITLE if lead in BY_WORDS and self.reads_like_title(above) else ""
        text = self.page.blocks[above].text
        return COMMENT if self.is_prose(above) and not ORIGINAL.search(text) else ""

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
                self.is_head(index)
                or self.is_teaser(index)
                or is_tag_line(one.text)
                or one.text[0] == "#"
                or self.is_row(index)
            ):
                return True
            if index < self.zones.first and self.is_prose(index):
                return True  # of something else above the headline
            unknown += self.is_unknown(index)
        return unknown > (_SHORT_IN_STORY if self.is_in_story_box(block) else _SHORT_LINES)

    def _is_told(self, block: int, box: range, after: str) -> bool:
        """Whether something beside a name tells that it is the author's: a label, a job, an outlet, a biography."""
        rest = after.strip(AROUND)
        if rest and (is_telling(rest) or is_biography(after)):
            return True
        near = [index for index in (block - 1, block - 2, block + 1, block + 2) if index in box]
        for index in near:
            text = self.page.blocks[index].text
            if index < block and (introduces(text) or ABOUT.search(text)):
                return True
            if index > block and (
                is_telling(text)
                or (words_in(text) >= TITLE_WORDS and names_again(text, self.page.blocks[block].text))
            ):
                return True
        return False
