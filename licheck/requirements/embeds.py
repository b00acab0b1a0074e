"""The story's embeds are kept: videos, podcasts, posts, data graphics, forms.

An embed is kept when the same thing is shown anywhere on the page: the same video of the same service, the same post, chart or
file, whichever way its address is written (`youtube.com/embed` or `youtube-nocookie.com`, other order of parameters, autoplay).
One that is taken out, hidden, commented out, or replaced by a link is lost. One whose address only a script would load (`data-src`),
stands in a shortcode or alone on a line, or somewhere else in the source, may be shown: that is a doubt. So is one that was lost
from an address that is none of the services that stories take such things from: it may have been the publisher's own box.
Advertising, counters, buttons, comments and newsletters are no embeds.

Options: `kept`: false where the story's embeds may be left out; `added`: false where no others may be put into the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from licheck.media.embeds import MOST, address_of, compared, is_same, is_sure, named, traces
from licheck.model.case import Case
from licheck.model.finding import Evidence, Finding, Place, Standing, Verdict
from licheck.model.page import PERHAPS, Embed
from licheck.model.requirement import Requirement
from licheck.requirements._changes import unknown
from licheck.requirements._judging import at_block, at_offset, finding, not_for, number_of
from licheck.text import shorten

_QUOTE = 160  # characters of an address
_NO_TRACE = "it is nowhere on the page"


class _Lost(NamedTuple):
    """An embed that the page does not show; why, for people; whether it may be shown all the same."""

    embed: Embed
    why: str
    perhaps: bool
    evidence: Evidence | None = None


@dataclass(frozen=True, kw_only=True)
class Embeds(Requirement):
    """The story's embeds are kept."""

    kind: ClassVar[str] = "embeds"

    kept: bool = True
    added: bool = True

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.kept and self.added:
            raise ValueError("with `kept: false` say `added: false`, else nothing is asked for")

    def judge(self, case: Case) -> Finding:
        """Passed when the original's embeds are there, and no others where that is asked for."""
        return (
            not_for(self, case)
            or unknown(self, case, "whether embeds were taken out or added")
            or self._of_embeds(case)
        )

    def _of_embeds(self, case: Case) -> Finding:
        assert case.original
        found = compared(case.original, case.page, case.zones)
        if not self.added and found.added:
            return self._too_many(case, found.added)
        count = len(found.kept) + len(found.lost)
        if not self.kept:
            return finding(self, Verdict.PASSED, "No embed was added to the story")
        if not count:
            if not self.added:
                return finding(self, Verdict.PASSED, "The original has no embeds, and none was added")
            return finding(self, Verdict.INAPPLICABLE, "The original has no embeds")
        late = [embed for embed, twin in found.kept if not twin.src]
        lost = [_lost(case, embed) for embed in (*found.lost, *late)]
        if not lost:
            evidence = [_evidence(case, twin) for _, twin in found.kept]
            reason = (
                "The embed of the story is kept"
                if count == 1
                else f"All {count} embeds of the story are kept"
            )
            return finding(self, Verdict.PASSED, reason, evidence=evidence)
        return self._without(case, sorted(lost, key=lambda each: each.perhaps))

    def _without(self, case: Case, lost: list[_Lost]) -> Finding:
        assert case.original
        first, gone = lost[0], [each for each in lost if not each.perhaps]
        what = shorten(named(first.embed), _QUOTE)
        if gone:
            verdict = Verdict.FAILED
            reason = f"{_counted(len(gone))} of the original is missing: {what}; {first.why}"
        else:
            verdict = Verdict.CANT_TELL
            reason = f"There is no telling whether an embed of the original is shown: {what}; {first.why}"
        return finding(
            self,
            verdict,
            reason,
            evidence=[each.evidence or _in_original(case, each) for each in lost],
            looked_in=(number_of(case.page.embeds, "embed"),),
            belongs_at=_place(case, first.embed),
            remedy=f"Show the original's embed: {address_of(first.embed)}",
        )

    def _too_many(self, case: Case, added: tuple[Embed, ...]) -> Finding:
        what = shorten(named(added[0]), _QUOTE)
        several = f"{len(added)} embeds were" if len(added) > 1 else "An embed was"
        return finding(
            self,
            Verdict.FAILED,
            f"{several} put into the story: {what}",
            evidence=[_evidence(case, each, "the original does not have it") for each in added],
            looked_in=(number_of(case.page.embeds, "embed"),),
            belongs_at=Place("inside the story", case.page.position(added[0].offset).line),
            remedy=f"Take out: {address_of(added[0])}",
        )


def _counted(count: int) -> str:
    return "An embed" if count == 1 else f"{count} embeds"


def _lost(case: Case, embed: Embed) -> _Lost:
    """What the page has instead of an embed."""
    page = case.page
    for other in page.embeds[:MOST]:
        if is_same(embed, other):
            perhaps = not other.hidden or other.hidden.startswith(PERHAPS) or "noscript" in other.hidden
            why = (
                other.hidden or "its address stands in an attribute that only a script would load (data-src)"
            )
            return _Lost(
                embed, f"not seen: {why}" if other.hidden else why, perhaps, _evidence(case, other, why)
            )
    if not page.can_show_images and not page.embeds:
        return _Lost(embed, "this file carries no embeds; the page where the story runs may", True)
    for lost in _written(case, embed):
        return lost
    source = page.source
    if any(word in source for word in traces(embed)):
        return _Lost(embed, "its address stands in the source, where a script may load it", True)
    if not is_sure(embed):
        return _Lost(embed, "but it may have been a box of the publisher's own", True)
    return _Lost(embed, _NO_TRACE, False)


def _written(case: Case, embed: Embed) -> Iterator[_Lost]:
    """Where the page says the address: in a shortcode, alone on a line, or in a link."""
    words = traces(embed)
    linked = {link.block: link for link in case.page.links if any(word in link.href for word in words)}
    for number, block in enumerate(case.page.blocks):
        if any(word in block.text for word in words):
            text = block.text.strip()
            if text.startswith("["):
                why = "its address stands in a shortcode, which the site may or may not replace"
            elif " " not in text:
                why = "its address stands alone on a line, which the site may or may not replace"
            else:
                continue
            yield _Lost(embed, why, True, at_block(case, number, counts=False, note=why))
    for number, link in linked.items():
        if number >= 0:
            why = "there is only a link to it"
            note = f"a link is no embed: {link.href}"
            yield _Lost(
                embed, why, False, at_block(case, number, link.start, link.end, counts=False, note=note)
            )


def _evidence(case: Case, embed: Embed, note: str = "") -> Evidence:
    standing = Standing.HIDDEN if embed.hidden else Standing.SEEN if embed.src else Standing.ALIVE
    return at_offset(case, named(embed), embed.offset, standing=standing, counts=not note, note=note)


def _in_original(case: Case, lost: _Lost) -> Evidence:
    assert case.original
    page = case.original.page
    where = page.position(lost.embed.offset)
    text = shorten(named(lost.embed), _QUOTE)
    return Evidence(text, where.line, where.column, Standing.ORIGINAL, False, lost.why, page.path)


def _place(case: Case, embed: Embed) -> Place | None:
    """Where an embed belongs: after the paragraph that it follows in the original."""
    assert case.alignment
    before = [pair.block for pair in case.alignment.pairs if pair.original < embed.block]
    if not before:
        return Place("at the beginning of the story")
    block = case.page.blocks[max(before)]
    return Place(
        "after the paragraph that comes before it", case.page.locate(block, len(block.text) - 1).line + 1
    )
