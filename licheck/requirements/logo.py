"""The publisher's logo is shown.

A picture counts when its file name, its alternative text, its title or its caption says that it is the
publisher's logo, and a reader sees it in a size that is more than a site icon. Pictures that are commented
out, hidden, of one pixel, or only in `<noscript>` do not count. A picture whose name says nothing may be
the logo: then there is no telling. Plain text cannot carry one.

A rule file may say what the logo looks like (`hashes`). Then a picture that is at hand (drawn in the page, in its
`data:` address, in its archive, or a file beside it) is compared, which needs the extra `logos` (Pillow and resvg-py):
one that shows the logo counts whatever it is called, and one that is named like it but shows something else is a
doubt. A picture that is not at hand is known by its name alone.

Options: `names`: words by which the logo is known, beside the publisher's names; `hashes`: what it looks like, as
`licheck logo FILE` tells, one for each form of it; `exactly`: true where it has no other form than those, so that what
looks otherwise is not the logo; `wanted`: false where the logo must *not* be shown; `place`; `min_size`: the least
width or height in CSS pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import ClassVar, NamedTuple

from licheck.looks import Look
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Standing, Verdict
from licheck.model.page import PERHAPS, Image
from licheck.model.requirement import Requirement, Where
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.requirements import _remedies
from licheck.requirements._judging import (
    IN_ZONE,
    ZONES_OF,
    at_offset,
    finding,
    not_for,
    number_of,
    place_for,
)
from licheck.requirements._logo_forms import drawn_from, embedded, has_no_size
from licheck.requirements._logo_looks import Likeness, compared, references
from licheck.requirements._logo_names import (
    backgrounds,
    calls_itself_logo,
    file_name,
    names_logo,
    other_words,
    tells_nothing,
)
from licheck.requirements._pictures import PHOTO, by_script_alone

_LARGE = 300  # CSS pixels of the shorter side: what is larger and names nobody is no logo
_COUNTS_VIEWS = 2  # CSS pixels of the longer side of what only counts views
_RULES = 3  # style rules told that name a picture like the logo
# How addresses of page counters read; their code, pasted into Markdown, can carry the publisher's name.
_COUNTER = pattern(
    r"(?:^|[/._-])(?:count|counter|pixel|track|tracker|tracking|beacon|1x1|spacer|impression)(?:[/._-]|$)",
    re.I,
)
# Names that site icons have by convention, and the size that content management systems add to a file's name.
_SITE_ICON = pattern(r"favicon|apple-touch-icon|android-chrome|mstile|site[-_]?icon", re.I)
_SIZE_IN_NAME = pattern(r"[-_](\d{1,4})x(\d{1,4})\.\w{3,4}$")
_BY_SCRIPT = "the picture's address stands in data-src: only a script would show it"
_BY_RULE = "a style sheet of the page names this picture, and may or may not show it"


class _Pictures(NamedTuple):
    """The pictures of a page: the logo for sure, perhaps, and what names it but is not seen.

    `unseen` tells why pictures that matter could not be compared with what the logo looks like.
    """

    sure: list[Evidence]
    maybe: list[Evidence]
    misses: list[Evidence]
    unseen: list[str]


# "Photo: NASA" and "Courtesy NASA/JPL" say who made a picture, not that it is the logo.
_PICTURES_CREDIT = pattern(
    r"(?:photo|picture|image|illustration|graphic|foto|bild|imagen|imagem|immagine|courtesy|credit|source|via|©|\(c\))\w*\b(?!.*\blogo)",
    re.I | re.S,
)


@dataclass(frozen=True, kw_only=True)
class Logo(Requirement):
    """The publisher's logo is shown."""

    kind: ClassVar[str] = "logo"

    names: tuple[str, ...] = ()
    wanted: bool = True
    place: Where = Where.PAGE
    min_size: int = 24
    hashes: tuple[str, ...] = ()
    exactly: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.exactly and not self.hashes:
            raise ValueError("`exactly` needs `hashes`, which say what the logo looks like")
        references(self.hashes)

    @cached_property
    def _references(self) -> tuple[Look, ...]:
        return references(self.hashes)

    def judge(self, case: Case) -> Finding:
        """Passed when a picture that names the publisher's logo is seen; cant-tell where one might be it."""
        return not_for(self, case) or self._of_pictures(case, self._sorted(case))

    def _sorted(self, case: Case) -> _Pictures:
        found = _Pictures([], [], [], [])
        for image in (*case.page.images, *embedded(case.page)):
            said, why_not = self._says_logo(case, image), self._not_seen(case, image)
            if self.hashes and not why_not and not image.hidden and self._by_look(case, image, said, found):
                continue
            if said and not why_not and image.hidden:
                found.maybe.append(_evidence(case, image, False, image.hidden))
            elif said and why_not:
                found.misses.append(_evidence(case, image, False, why_not))
            elif said and by_script_alone(case.page, image):
                found.maybe.append(_evidence(case, image, False, _BY_SCRIPT))
            elif said:
                found.sure.append(_evidence(case, image, True, said))
            elif not why_not and not image.hidden and (why := self._may_be(case, image)):
                found.maybe.append(_evidence(case, image, False, why))
        return found

    def _by_look(self, case: Case, image: Image, said: str, found: _Pictures) -> bool:
        """Sort a picture by what it shows; False where that says nothing and its name must do."""
        seen = compared(case, image, self._references)
        declared = max(image.width, image.height)
        if 0 < seen.longest < self.min_size and not declared and (said or seen.likeness is Likeness.SAME):
            why = f"the picture is {seen.width} x {seen.height} pixels: a site icon, not the logo"
            found.misses.append(_evidence(case, image, False, why))
        elif seen.likeness is Likeness.SAME:
            found.sure.append(_evidence(case, image, True, Likeness.SAME.value))
        elif seen.likeness is Likeness.OTHER and said:
            note = f"{said}, but {Likeness.OTHER.value}"
            (found.misses if self.exactly else found.maybe).append(_evidence(case, image, False, note))
        elif seen.likeness is Likeness.UNCLEAR and not said:
            found.maybe.append(_evidence(case, image, False, Likeness.UNCLEAR.value))
        else:
            if seen.why and (said or self._may_be(case, image)):
                found.unseen.append(seen.why)
            return seen.likeness is Likeness.OTHER and self.exactly
        return True

    def _of_pictures(self, case: Case, found: _Pictures) -> Finding:
        if not self.wanted:
            return self._unwanted(case, found)
        name = case.rule_set.publisher.name
        if found.sure:
            by_look = any(piece.note == Likeness.SAME.value for piece in found.sure)
            how = f", by its name: {found.unseen[0]}" if found.unseen and not by_look else ""
            return finding(self, Verdict.PASSED, f"The logo of {name} is shown{how}", evidence=found.sure)
        if not case.page.can_show_images:
            reason = f"{_no_pictures(case)}; whether the logo is shown where the story runs, it does not tell"
            return self._amiss(case, Verdict.CANT_TELL, reason, found.misses)
        maybe = [*found.maybe, *self._in_style_sheets(case)]
        if maybe:
            unseen = f"; {found.unseen[0]}" if found.unseen else ""
            reason = f"There is no telling whether the logo of {name} is shown: {maybe[0].note}{unseen}"
            return self._amiss(case, Verdict.CANT_TELL, reason, [*maybe, *found.misses])
        nearest = f"; {found.misses[0].note}" if found.misses else ""
        return self._amiss(case, Verdict.FAILED, f"The logo of {name} is not shown{nearest}", found.misses)

    def _in_style_sheets(self, case: Case) -> Iterator[Evidence]:
        """Pictures that a style sheet in the page names like the logo; the rule alone does not show them."""
        hits = ((file_name(hit[1]), hit.start(1)) for hit in backgrounds(case.page.source))
        for name, at in islice((hit for hit in hits if self._names_it(case, hit[0])), _RULES):
            yield at_offset(case, name, at, standing=Standing.ALIVE, counts=False, note=_BY_RULE)

    def _unwanted(self, case: Case, found: _Pictures) -> Finding:
        """The finding where the logo must not be shown: a picture that is only named like the publisher may be any."""
        sure = [piece for piece in found.sure if _is_logo(piece)]
        if not sure:
            doubts = [replace(piece, counts=False) for piece in (*found.sure, *found.maybe)]
            doubts = [piece for piece in doubts if self._names_it(case, piece.text)]
            if not doubts:
                return finding(self, Verdict.PASSED, "The logo is not shown")
            reason = (
                f"There is no telling whether a picture is the logo, which is forbidden: {doubts[0].note}"
            )
            return finding(self, Verdict.CANT_TELL, reason, evidence=doubts)
        reason = "The logo is shown, and the publisher forbids it"
        evidence = [replace(piece, counts=False) for piece in sure]
        return finding(self, Verdict.FAILED, reason, evidence=evidence, remedy="Take the logo out.")

    def _amiss(self, case: Case, verdict: Verdict, reason: str, evidence: list[Evidence]) -> Finding:
        pictures = number_of(case.page.images, "picture")
        told = "file name, alternative text, title and caption of " if case.page.images else ""
        return finding(
            self,
            verdict,
            reason,
            evidence=evidence,
            looked_in=(told + pictures,),
            belongs_at=place_for(case, Where.TOP),
            remedy=_remedies.logo(case.page, case.rule_set.publisher.name),
        )

    def _says_logo(self, case: Case, image: Image) -> str:
        """What says that a picture is the logo, for people; empty where nothing does."""
        texts = {"alternative text": image.alt, "title": image.title, "caption": image.caption}
        for what, text in texts.items():
            if not text or not self._names_it(case, text) or _PICTURES_CREDIT.match(text.strip()):
                continue
            if what == "caption" and (other_words(image.alt) or _is_large(image)):
                continue  # below a photograph it says who took it
            return f"its {what} says so: {text}"
        name = self._telling_file(case, image)
        return f"its file name says so: {name}" if name and not _says_other(image, name) else ""

    def _names_it(self, case: Case, text: str) -> bool:
        publisher = case.rule_set.publisher
        return names_logo(text, (*publisher.names, *self.names), publisher.others)

    def _telling_file(self, case: Case, image: Image) -> str:
        """The picture's file name, where it is the name of the logo."""
        names = (
            file_name(image.src),
            file_name(image.lazy),
            *(drawn_from(case.page, image) if image.tag == "svg" else ()),
        )
        return next((name for name in names if name and self._names_it(case, name)), "")

    def _not_seen(self, case: Case, image: Image) -> str:
        """Why a picture is not a logo that a reader sees; empty where it is, or some readers see it."""
        if image.hidden and not image.hidden.startswith(PERHAPS):
            return f"the picture is not seen by a reader: {image.hidden}"
        if why := self._too_small(case, image):
            return why
        if _COUNTER.search(image.src):
            return "the picture is a page counter: it shows nothing"
        if not image.src and not image.lazy and image.tag in ("img", "amp-img"):
            return "the picture has no address"
        zone = _zone(case, image)
        anywhere = self.place in (Where.PAGE, Where.ANYWHERE)
        return "" if anywhere or zone in ZONES_OF[self.place] else f"the picture stands {IN_ZONE[zone]}"

    def _too_small(self, case: Case, image: Image) -> str:
        """Why a picture is too small for the logo; empty where it is not, or does not say its size."""
        name = file_name(image.src)
        if _SITE_ICON.search(name):
            return f"the picture's file is that of a site icon: {name}"
        width, height = image.width, image.height
        if not width and not height and has_no_size(case.page, image):
            return "the picture has no width and no height: it shows nothing"
        if not width and not height and (told := _SIZE_IN_NAME.search(name)):
            width, height = int(told[1]), int(told[2])
        longest = max(width, height)
        if 0 < longest <= _COUNTS_VIEWS:
            return "the picture has one pixel: it counts views and shows nothing"
        if 0 < longest < self.min_size:
            size = f"{width or '?'} x {height or '?'} pixels"
            return f"the picture is {size}: a site icon, not the logo"
        return ""

    def _may_be(self, case: Case, image: Image) -> str:
        """Why a picture that names nobody could still be the logo; empty where it could not."""
        if image.tag == "svg" or _zone(case, image) is Zone.FURNITURE:
            return ""
        if image.caption and self._names_it(case, image.caption):
            return f"its caption names the publisher, but may say who took it: {image.caption}"
        if telling := self._telling_file(case, image):
            return (
                f"the picture's file is named like the logo ({telling}), but its text or size is not a logo's"
            )
        if other_words(image.alt) or _is_large(image):
            return ""  # it shows something else
        name = file_name(image.src or image.lazy)
        if not name:
            return "the picture has no file name that would say what it shows"
        if tells_nothing(name) or (calls_itself_logo(name) and not image.alt):
            return f"the picture's file name says nothing: {name}"
        return ""


def _is_logo(piece: Evidence) -> bool:
    """Whether a picture says that it is a logo, or looks like it, and is not just named after the publisher."""
    return piece.note == Likeness.SAME.value or calls_itself_logo(piece.text) or calls_itself_logo(piece.note)


def _says_other(image: Image, name: str) -> bool:
    """Whether a picture whose file is named after the publisher shows something else."""
    if calls_itself_logo(name):
        return False
    return bool(other_words(f"{image.alt} {image.title}")) or min(image.width, image.height) > PHOTO


def _is_large(image: Image) -> bool:
    sizes = [size for size in (image.width, image.height) if size]
    return bool(sizes) and min(sizes) > _LARGE


def _no_pictures(case: Case) -> str:
    if case.page.format == "markdown":
        return "This Markdown file holds no picture"
    if not case.page.has_head:
        return "This file holds the story without a picture, and not the page around it"
    return "This file is plain text, which cannot carry a logo"


def _evidence(case: Case, image: Image, counts: bool, note: str) -> Evidence:
    text = image.alt or image.title or file_name(image.src or image.lazy) or image.src
    text = text or next(drawn_from(case.page, image), "")
    standing = Standing.HIDDEN if image.hidden else Standing.SEEN
    return at_offset(case, text, image.offset, standing=standing, counts=counts, note=note)


def _zone(case: Case, image: Image) -> Zone:
    """The zone a picture stands in: that of the block after it, or before it; above the story's first words, the top."""
    of = case.zones.of
    if image.block == case.zones.first >= 0:
        return Zone.TOP
    around = [of[block] for block in (image.block, image.block - 1) if 0 <= block < len(of)]
    return next((zone for zone in around if zone is not Zone.FURNITURE), Zone.FURNITURE)
