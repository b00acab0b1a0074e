"""Page + Zones -> what the page is: title, day of publication, language, site, address, text of the story."""

from __future__ import annotations

from dataclasses import dataclass

from licheck.facts.date import date_of
from licheck.facts.days import LAST_YEAR, Habit
from licheck.facts.language import declared, language_of, region
from licheck.facts.site import address_of, site_of
from licheck.facts.title import title_of
from licheck.model.page import JOINT, Page
from licheck.model.zones import Zone, Zones
from licheck.text import without_invisible

_MONTH_FIRST = ("US", "PH")  # regions that write 5/3 for May 3 (Unicode CLDR, dateFormats)


@dataclass(frozen=True)
class Facts:
    """What a page is. `date` is a day as ISO 8601 has it, `language` a primary subtag of BCP 47. Empty:
    nothing tells it.
    """

    title: str
    date: str
    language: str
    site: str
    address: str


def facts_of(page: Page, zones: Zones, *, last_year: int = LAST_YEAR) -> Facts:
    """The facts of a page. `last_year` is the last one that a day of publication can have: the year after
    this one.
    """
    language = language_of(page, zones)
    where = region(page)
    month_first = where in _MONTH_FIRST or (declared(page) == "en" and not where)
    day = date_of(page, zones, Habit(language, month_first, last_year))
    return Facts(
        title=title_of(page, zones),
        date=day.isoformat() if day is not None else "",
        language=language,
        site=site_of(page),
        address=address_of(page),
    )


def article_text(page: Page, zones: Zones) -> str:
    """The text of the story, as it reads: a blank line between its blocks."""
    texts = (page.blocks[index].text.replace(JOINT, "") for index in zones.blocks(Zone.ARTICLE))
    return "\n\n".join(map(without_invisible, texts))
