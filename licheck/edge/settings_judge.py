"""What settings mean for one page, in a worker: whether it is due, its own original and waivers, its fingerprints."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from licheck.edge import cache_hash, files
from licheck.edge.settings_find import Settled, absolute, shown
from licheck.errors import InputError
from licheck.model.report import PageReport
from licheck.settings.fingerprint import fingerprinted
from licheck.settings.own import MARK, Said, said_by

if TYPE_CHECKING:
    from licheck.model.original import Original
    from licheck.model.page import Page

_ORIGINAL = "licheck.original"
FROM_PAGE = "the page's own front matter (licheck: original)"
_WHOSE = (
    "says that it is a republication, but whose story it is cannot be told: nothing on it names a publisher that"
    " licheck knows. Name the publisher in its front matter (licheck: publisher), or name `rules` in the configuration."
)


def not_due(settled: Settled, page: Page) -> PageReport | None:
    """The report on a page that the configuration does not count among the republications; None for all others."""
    if not settled.listed or settled.declared or _key(settled, page):
        return None
    encoding = f"{page.encoding.name} ({page.encoding.how})"
    reason = f"{settled.listed} does not count it among the republications."
    return PageReport(page.path, page.format, encoding, (), (), reason=reason, notes=page.notes)


def own_original(settled: Settled, page: Page) -> str:
    """The path of the original that a page of ours names; empty where it names none. Raises InputError."""
    if not settled.trusted:
        return ""
    for meta in page.values(_ORIGINAL):
        line = page.position(meta.offset).line
        if "://" in meta.value:
            raise InputError(
                f"line {line}: `licheck: original` names a file, seen from this page; an address is the `canonical`"
            )
        folder = os.path.dirname(absolute(page.path))
        path = os.path.normpath(os.path.join(folder, meta.value))
        top = os.path.realpath(settled.root).rstrip(os.sep) + os.sep
        if os.path.isabs(meta.value) or not os.path.realpath(path).startswith(top):
            raise InputError(
                f"line {line}: `licheck: original` must name a file inside {shown(settled.root)}"
            )
        return shown(path)
    return ""


def finished(
    settled: Settled, page: Page, report: PageReport, original: Original | None
) -> tuple[PageReport, Said]:
    """The report with what the settings add to it, and what the page says to licheck itself."""
    declared = settled.declared or _key(settled, page)
    if declared and not report.rule_sets and not report.unsure:
        report = replace(report, reason=f"{report.reason} {declared} {_WHOSE}".strip(), unsure=True)
    if original and report.original:
        report = replace(report, story=original.url or original.title)
    report = fingerprinted(report, settled.place or page.path)
    said = said_by(page) if settled.trusted else Said()
    if not settled.no_waivers:
        return report, said
    if MARK in page.source or any(meta.name.startswith("licheck.waive") for meta in page.metadata):
        note = f"The page grants itself a waiver, which does not count: {settled.no_waivers}."
        report = replace(report, notes=(*report.notes, note))
    return report, said._replace(waivers=())


def chosen_by(settled: Settled, page: Page, rules: int) -> str:
    """Who chose the rule set, where the settings name just one for what they call a republication; else empty."""
    declared = settled.rules_from and rules == 1 and (settled.declared or _key(settled, page))
    return settled.rules_from if declared else ""


def _key(settled: Settled, page: Page) -> str:
    """Where the page's front matter has a key that only republications have; empty where it has none."""
    for meta in page.metadata:
        if meta.where == "front matter" and any(
            _has(page, meta.name, meta.offset, key) for key in settled.keys
        ):
            return f"{page.path}:{page.position(meta.offset).line}"
    return ""


def _has(page: Page, name: str, offset: int, key: str) -> bool:
    """Whether a value stands under a key, as it is written there or as licheck calls it."""
    if name == key or name.startswith(f"{key}."):
        return True
    line = page.source[page.source.rfind("\n", 0, offset) + 1 : offset]
    return line.strip(" \t\"'-[").startswith((f"{key}:", f'{key}":', f"{key} ="))


def digest(path: str) -> str:
    """The bytes of a file in short, for the cache; empty where it cannot be read, which whoever needs it will tell."""
    try:
        return cache_hash.digest(files.read_input(path))
    except InputError:
        return ""
