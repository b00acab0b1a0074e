"""The reading alone, pure: Page -> zones -> credits, facts; the same that `licheck.check` judges by."""

from __future__ import annotations

from collections.abc import Iterable

from licheck.credits.best import best_authors
from licheck.credits.contradictions import contradictions
from licheck.credits.read import CreditLines, read_credits
from licheck.facts import article_text, facts_of
from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.model.page import Page
from licheck.model.reading import Reading
from licheck.zones.by_form import zones_by_form


def read_page(page: Page, *, last_year: int) -> Reading:
    """All that licheck sees on a page. `last_year` is the last one in which a story can have come out."""
    zones = zones_by_form(page, CreditLines(page.blocks))
    credits = read_credits(page, zones)
    facts = facts_of(page, zones, last_year=last_year)
    writers = [credit for credit in credits if credit.role is Role.WRITER]
    seen = [credit for credit in writers if credit.standing is Standing.SEEN and credit.sure]
    stated = [credit for credit in writers if credit.standing is Standing.METADATA]
    canonical = next((meta.value for meta in page.values("canonical")), "")
    return Reading(
        page=page,
        zones=zones,
        credits=credits,
        authors=best_authors(credits),
        visible_authors=_persons(seen),
        metadata_authors=_persons(stated),
        affiliations=tuple(dict.fromkeys(name for credit in seen for name in credit.affiliations)),
        contradictions=contradictions(credits),
        title=facts.title,
        date=facts.date,
        language=facts.language,
        site=facts.site,
        canonical=canonical,
        body=article_text(page, zones),
    )


def _persons(credits: Iterable[Credit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person for credit in credits for person in credit.persons))
