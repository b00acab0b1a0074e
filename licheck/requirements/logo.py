"""The publisher's logo is shown.

A picture counts when its file name, its alternative text, its title or its caption says that it is the publisher's logo,
and a reader sees it in a size that is more than a site icon. Pictures that are commented out, hidden, of one pixel, or
only in `<noscript>` do not count. A picture whose name says nothing may be the logo: then there is no telling. Plain
text cannot carry one.

Options: `names`: words by which the logo is known, beside the publisher's names; `wanted`: false where the logo must *not* be
shown; `place`; `min_size`: the least width or height in CSS pixels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar
from urllib.parse import unquote

from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Standing, Verdict
from licheck.model.page import Image
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone
from licheck.requirements._judging import ZONES_OF, at_offset, finding, not_for, place_for
from licheck.text import fold

_WORD = re.compile(r"[^\W_]+")
# Words that stand beside the name in a logo's file name or alternative text.
_LOGO_WORDS = frozenset("logo logos logotype logotipo wordmark brand icon svg png jpg jpeg webp gif the of by for header footer black white color colour dark light horizontal vertical full small large new old final copy scaled link home site image official square rgb cmyk x1 x2 retina transparent main and".split())  # fmt: skip
_PHOTO = (
    400  # CSS pixels of the shorter side, beyond which a picture not called a logo is rather a photograph
)
_SPARE_WORDS = 1  # other words that a logo's name may hold
_TELLS_NOTHING = re.compile(r"^(?:img|image|photo|picture|untitled|unnamed|file|download|screenshot|logo|banner|asset|default|attachment)?[\W_]*[\da-f-]*(?:[\W_]*\d+x\d+)?$", re.I)  # fmt: skip
# How addresses of page counters read; they carry the publisher's name as alternative text when the code is pasted into Markdown.
_COUNTER = re.compile(
    r"(?:^|[/._-])(?:count|counter|pixel|track|tracker|tracking|beacon|1x1|spacer|impression)(?:[/._-]|$)",
    re.I,
)
_IN_STYLE = re.compile(r"background(?:-image)?\s*:[^;{}]{0,200}?url\(\s*[\"']?([^\"')\s]{1,300})", re.I)
_AS_WORD = re.compile(r"logo|wordmark|brand", re.I)


@dataclass(frozen=True, kw_only=True)
class Logo(Requirement):
    """The publisher's logo is shown."""

    kind: ClassVar[str] = "logo"

    names: tuple[str, ...] = ()
    wanted: bool = True
    place: Where = Where.PAGE
    min_size: int = 24

    def judge(self, case: Case) -> Finding:
        """Passed when a picture that names the publisher's logo is seen; cant-tell where one might be it."""
        other = not_for(self, case)
        if other:
            return other
        sure: list[Evidence] = []
        misses: list[Evidence] = []
        maybe: list[Evidence] = []
        for image in case.page.images:
            said = self._says_logo(case, image)
            why_not = self._not_seen(case, image)
            if said and not why_not and image.lazy and not _file_name(image.src):
                maybe.append(
                    _evidence(
                        case, image, False, "its address stands in data-src: only a script would show it"
                    )
                )
            elif said and not why_not:
                sure.append(_evidence(case, image, True, said))
            elif said:
                misses.append(_evidence(case, image, False, why_not))
            elif not why_not and (note := self._may_be(case, image)):
                maybe.append(_evidence(case, image, False, note))
        if not self.wanted:
            return self._unwanted(sure)
        name = case.rule_set.publisher.name
        if sure:
            return finding(self, Verdict.PASSED, f"the logo of {name} is shown", evidence=sure)
        maybe += self._in_style_sheets(case)
        if not case.page.can_show_images:
            return self._amiss(
                case,
                Verdict.CANT_TELL,
                f"a {_format(case)} cannot carry a logo; whether it is shown where the story runs, this file does not tell",
                misses,
            )
        if maybe:
            return self._amiss(
                case,
                Verdict.CANT_TELL,
                f"whether a picture is the logo of {name} the page does not tell: {maybe[0].note}",
                [*maybe, *misses],
            )
        reason = f"the logo of {name} is not shown" + (f": {misses[0].note}" if misses else "")
        return self._amiss(case, Verdict.FAILED, reason, misses)

    def _in_style_sheets(self, case: Case) -> list[Evidence]:
        """Pictures that a style sheet in the page names like the logo; whether they are shown, the rule alone does not tell."""
        found = (
            hit
            for hit in _IN_STYLE.finditer(case.page.source)
            if self._names_it(case, _file_name(hit.group(1)))
        )
        note = "a style sheet of the page names this picture; whether it is shown cannot be told"
        return [
            at_offset(
                case, _file_name(hit.group(1)), hit.start(1), standing=Standing.ALIVE, counts=False, note=note
            )
            for hit in islice(found, 3)
        ]

    def _unwanted(self, sure: list[Evidence]) -> Finding:
        if sure:
            return finding(
                self,
                Verdict.FAILED,
                "the logo is shown, and the publisher forbids it",
                evidence=sure,
                remedy="Take the logo out.",
            )
        return finding(self, Verdict.PASSED, "the logo is not shown")

    def _amiss(self, case: Case, verdict: Verdict, reason: str, evidence: list[Evidence]) -> Finding:
        name = case.rule_set.publisher.name
        return finding(
            self, verdict, reason, evidence=evidence, looked_in=(f"{len(case.page.images)} pictures of the page: file names, alternative texts, titles, captions",),
            belongs_at=place_for(case, Where.TOP), remedy=f'<img src="LOGO FILE" alt="{name} logo">',
        )  # fmt: skip

    def _says_logo(self, case: Case, image: Image) -> str:
        """What says that a picture is the logo, for people; empty where nothing does."""
        for what, text in (
            ("alternative text", image.alt),
            ("title", image.title),
            ("caption", image.caption),
        ):
            if text and self._names_it(case, text):
                return f"its {what} says so: {text}"
        name = self._telling_file(case, image)
        return f"its file name says so: {name}" if name and not self._says_other(image, name) else ""

    def _names_it(self, case: Case, text: str) -> bool:
        publisher = case.rule_set.publisher
        return _is_name_of_logo(
            text,
            [fold(name) for name in (*publisher.names, *self.names)],
            [fold(name) for name in publisher.others],
        )

    def _telling_file(self, case: Case, image: Image) -> str:
        names = (_file_name(image.src), _file_name(image.lazy))
        return next((name for name in names if name and self._names_it(case, name)), "")

    def _says_other(self, image: Image, name: str) -> bool:
        """Whether a picture whose file is named after the publisher shows something else, by its other texts or its size."""
        if _AS_WORD.search(name):
            return False
        words = [
            word
            for word in _WORD.findall(fold(f"{image.alt} {image.title}"))
            if word not in _LOGO_WORDS and not word.isdigit()
        ]
        return bool(words) or min(image.width, image.height) > _PHOTO

    def _not_seen(self, case: Case, image: Image) -> str:
        """Why a picture is not a logo that a reader sees; empty where it is."""
        if image.hidden:
            return (
                f"the picture is {image.hidden}"
                if image.hidden.startswith("in")
                else f"the picture is hidden: {image.hidden}"
            )
        sizes = [size for size in (image.width, image.height) if size]
        if sizes and max(sizes) <= 2:
            return "the picture has one pixel: it counts views and shows nothing"
        if sizes and max(sizes) < self.min_size:
            return f"the picture is {image.width or '?'} x {image.height or '?'} pixels: a site icon, not the logo"
        if _COUNTER.search(image.src):
            return "the picture is a page counter: it shows nothing"
        if not image.src and not image.lazy and image.tag == "img":
            return "the picture has no address"
        zone = _zone(case, image)
        if self.place not in (Where.PAGE, Where.ANYWHERE) and zone not in ZONES_OF[self.place]:
            return f"the picture stands {zone.value}"
        return ""

    def _may_be(self, case: Case, image: Image) -> str:
        """Why a picture that names nobody could still be the logo."""
        if image.tag == "svg" or _zone(case, image) is Zone.FURNITURE:
            return ""
        if telling := self._telling_file(case, image):
            return f"its file name names the publisher ({telling}), its alternative text or its size says that it is something else"
        if any(word not in _LOGO_WORDS for word in _WORD.findall(fold(image.alt))):
            return ""  # it says what it shows, and that is not the publisher's logo
        name = _file_name(image.src or image.lazy)
        stem = name.rpartition(".")[0] or name
        sizes = [size for size in (image.width, image.height) if size]
        if sizes and min(sizes) > 300:
            return ""
        if image.src.startswith("data:") and not image.lazy and not image.alt:
            return "its file name says nothing (the picture stands in the page itself)"
        if _TELLS_NOTHING.match(stem) or (_AS_WORD.search(stem) and not image.alt):
            return f"its file name says nothing: {name}"
        return ""


def _format(case: Case) -> str:
    return "Markdown file without pictures" if case.page.format == "markdown" else "plain text"


def _evidence(case: Case, image: Image, counts: bool, note: str) -> Evidence:
    text = image.alt or image.title or _file_name(image.src or image.lazy) or image.src
    standing = Standing.HIDDEN if image.hidden else Standing.SEEN
    return at_offset(case, text, image.offset, standing=standing, counts=counts, note=note)


def _zone(case: Case, image: Image) -> Zone:
    """The zone a picture stands in: that of the block after it, or before it."""
    of = case.zones.of
    around = [of[block] for block in (image.block, image.block - 1) if 0 <= block < len(of)]
    return next((zone for zone in around if zone is not Zone.FURNITURE), Zone.FURNITURE)


def _file_name(src: str) -> str:
    if not src or src.startswith("data:"):
        return ""
    return unquote(src.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2])[:200]


def _is_name_of_logo(text: str, names: list[str], others: list[str]) -> bool:
    """Whether a short text is a name of the publisher, beside words that go with a logo, and not somebody else's."""
    words = _WORD.findall(fold(text).replace("'", ""))
    packed = "".join(words)
    best = ""
    for name in (*names, *others):
        key = "".join(_WORD.findall(name))
        if len(key) >= 3 and key in packed and len(key) > len(best) and _at_word_edge(words, key):
            best = key
    if not best or best not in {"".join(_WORD.findall(name)) for name in names}:
        return False
    if any(_AS_WORD.match(word) for word in words):
        return len(words) <= 12
    rest = [
        word
        for word in words
        if word not in best and best not in word and word not in _LOGO_WORDS and not word.isdigit()
    ]
    return len(rest) <= _SPARE_WORDS and len(words) <= 8


def _at_word_edge(words: list[str], key: str) -> bool:
    """Whether a name, written together, begins where a word begins and ends where one ends ("dcnf", "dcnflogo")."""
    for start in range(len(words)):
        run = ""
        for word in words[start:]:
            run += word
            if (
                run == key
                or (run.startswith(key) and _AS_WORD.match(run[len(key) :]))
                or (run.endswith(key) and _AS_WORD.match(run))
            ):
                return True
            if len(run) > len(key) + 8:
                break
    return False
