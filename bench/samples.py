"""The pages that are measured: made for it, or from a folder."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import islice
from pathlib import Path

from bench.make_pages import make_pages
from licheck import readers
from licheck.check import check_page
from licheck.credits.read import read_credits
from licheck.edge.rule_files import rule_sets as found
from licheck.edge.rulebook import ALL
from licheck.errors import LicheckError
from licheck.lens import read_original
from licheck.model.finding import Verdict
from licheck.model.original import Original
from licheck.model.page import Page
from licheck.model.report import PageReport
from licheck.model.ruleset import RuleSet
from licheck.model.zones import Zone
from licheck.readers.html import read_text
from licheck.zones.by_form import zones_by_form

_SUFFIXES = (".html", ".htm", ".html.gz", ".htm.gz")


@dataclass(frozen=True)
class Sample:
    """A page and its original: decoded text, and as read. `accused`: some requirement failed."""

    name: str
    text: str
    page: Page
    original_text: str
    original: Original
    accused: bool

    @property
    def kilobytes(self) -> float:
        """The length of the page, in thousands of characters."""
        return len(self.text) / 1_000


def rule_sets(page: Page, original: Original | None = None) -> list[RuleSet]:
    """The rule sets that can apply to a page, of all that come with licheck: looked up as a run does it."""
    return found(ALL, page, *((original.page,) if original else ()))


def made(count: int, seed: int = 1) -> Iterator[Sample]:
    """So many pages of `bench.make_pages`.

    Raises RuntimeError where licheck does not take a page for what it was made to be.
    """
    for page in islice(make_pages(seed), count):
        sample = _sample(page.name, page.html, page.original)
        report = judged(sample)
        if [chosen.id for chosen in report.rule_sets] != [page.publisher]:
            raise RuntimeError(f"{page.name} is not taken for a republication of {page.publisher}")
        yield sample


def from_folder(folder: Path) -> Iterator[Sample]:
    """The HTML files of a folder, in the order of their names, each with an original made of its own article.

    That original stands on the address of a publisher that licheck knows, so that its rules are judged. Its
    writer is the one that the page names, if it names one. Files that cannot be read are left out.
    """
    for path in sorted(folder.iterdir()):
        if not path.name.lower().endswith(_SUFFIXES):
            continue
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        try:
            page = readers.read(path.name.removesuffix(".gz"), data, "html")
        except LicheckError:
            continue
        yield _sample(path.name, page.source, _original_of(page))


def judged(sample: Sample) -> PageReport:
    """The report on a page, by all rule sets."""
    return check_page(sample.page, rule_sets(sample.page, sample.original), original=sample.original)


def original_in(text: str) -> Original:
    """The original, from the text of its page."""
    page = read_text("original", text)
    return read_original(page, rule_sets(page))


def _sample(name: str, text: str, original: str) -> Sample:
    sample = Sample(name, text, read_text(name, text), original, original_in(original), accused=False)
    accused = any(finding.verdict is Verdict.FAILED for finding in judged(sample).findings)
    return replace(sample, accused=accused)


def _original_of(page: Page) -> str:
    """A publisher's page with the article of this page."""
    zones = zones_by_form(page)
    headline = (
        page.blocks[zones.headline].text if zones.headline is not None else "A story without a headline"
    )
    writers = [name for credit in read_credits(page, zones) if credit.sure for name in credit.persons]
    writer = writers[0] if writers else "Maren Holt"
    paragraphs = [page.blocks[block].text for block in zones.blocks(Zone.ARTICLE)]
    body = "\n".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>{escape(headline)}</title>"
        '<link rel="canonical" href="https://dailycallernewsfoundation.org/2026/11/18/story/"></head>\n'
        f"<body><article><h1>{escape(headline)}</h1>\n<p>By {escape(writer)}</p>\n"
        f"{body}\n</article></body></html>\n"
    )
