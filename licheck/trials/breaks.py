"""Which ways there are to break each kind of requirement, by accident as newsrooms do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from licheck.trials import links, story, taken, words
from licheck.trials.desk import Target, Way

WAYS: Final[Mapping[str, Mapping[str, Way]]] = {
    "access_date": words.LINES,
    "affiliation": words.AFFILIATION,
    "author_bio": words.PRESCRIBED,
    "byline": words.BYLINE,
    "canonical": links.CANONICAL,
    "copyright_notice": words.LINES,
    "credit_line": words.CREDIT,
    "dateline": story.DATELINE,
    "disclosure": words.PRESCRIBED,
    "edit_disclosure": words.LINES,
    "editor_note": words.PRESCRIBED,
    "embargo": taken.EMBARGO,
    "embeds": story.EMBEDS,
    "excerpt": story.EXCERPT,
    "full_text": story.FULL_TEXT,
    "headline": story.HEADLINE,
    "image_credit": words.CAPTIONS,
    "keep_links": links.KEPT,
    "licence": links.LICENCE,
    "licence_link": links.AT_EVIDENCE,
    "licence_notice": words.NOTICE,
    "link_anchor": links.ANCHOR,
    "link_back": links.TO_PUBLISHER,
    "link_indexable": links.INDEXABLE,
    "logo": links.LOGO,
    "name_form": words.NAME_FORM,
    "network_credit": words.PRESCRIBED,
    "no_edit": story.EDITS,
    "noindex": links.NOINDEX,
    "origin_only": taken.ORIGIN,
    "paywall": links.PAYWALL,
    "per_item_exclusion": taken.EXCLUDED,
    "promo_text": words.PRESCRIBED,
    "publication_date": words.DAY,
    "read_more_link": links.AT_EVIDENCE,
    "republish_flag": taken.NOT_FREE,
    "republisher_disclosure": words.PRESCRIBED,
    "source_credit": words.LINES,
    "time_limit": taken.TIME,
    "tracking_pixel": links.PIXEL,
    "translation": story.TRANSLATION,
    "update_corrections": words.LINES,
}
"""Kind -> its ways, by name."""

CASES: Final[Mapping[str, Mapping[str, Way]]] = {
    "edit_disclosure": {"a number altered": story.number, "a paragraph added": story.added},
    "embargo": {"under embargo": taken.embargoed},
    "translation": story.TRANSLATION,
    "update_corrections": {"the original corrected": taken.corrected},
}
"""Kind -> what makes it apply to a page to which it does not, and is not met by accident."""

_WHEN: Final[Mapping[str, Way]] = {
    "edited": story.number,
    "shortened": story.half,
    "translated": story.translated,
    "retitled": story.other_headline,
    "with_pictures": story.pictured,
    "co_published": taken.with_partner,
}

UNBROKEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "all_of": "each of what it joins is broken instead",
        "any_of": "all of what it joins are broken at once",
        "if_then": "its case is made, and what it joins is broken",
        "none_of": "what must not be there is put there; that is known for a logo only",
    }
)
"""Kinds that have no way of their own, and why."""

AGAINST_ORIGINAL: Final = frozenset(
    (
        "no_edit",
        "headline",
        "full_text",
        "keep_links",
        "excerpt",
        "edit_disclosure",
        "if_then",
        "images",
        "embeds",
        "translation",
    )
)
"""Kinds that look at the same changes: what breaks one may rightly break another."""


def ways(target: Target) -> Iterator[tuple[str, Way]]:
    """The ways in which a requirement that passed can be broken."""
    requirement = target.requirement
    if requirement.kind == "images":
        keep = getattr(getattr(requirement, "use", None), "value", "") == "keep"
        yield from (story.KEEP_PICTURES if keep else story.NO_PICTURES).items()
    elif requirement.kind == "logo" and getattr(requirement, "wanted", True) is False:
        yield from links.NO_LOGO.items()
    else:
        yield from WAYS.get(requirement.kind, {}).items()


def cases(target: Target) -> Iterator[tuple[str, Way]]:
    """What makes a requirement apply that did not."""
    requirement = target.requirement
    if requirement.kind == "edit_disclosure" and getattr(requirement, "only_cuts", False):
        yield "cut", story.half
    elif requirement.kind == "if_then":
        for when in getattr(requirement, "when", ()):
            if when.value in _WHEN:
                yield when.value, _WHEN[when.value]
    else:
        yield from CASES.get(requirement.kind, {}).items()
