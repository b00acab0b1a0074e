"""Which site a page stands on, and at which address."""

from __future__ import annotations

from licheck.addresses import address
from licheck.model.page import Page
from licheck.text import collapse


def site_of(page: Page) -> str:
    """The site's name as it gives it itself, else its publisher's, else its host; empty where nothing tells
    it.
    """
    for name in ("site", "publisher"):
        for meta in page.values(name):
            value = collapse(meta.value)
            if value and "://" not in value:
                return value
    found = address(address_of(page))
    return found.host if found is not None else ""


def address_of(page: Page) -> str:
    """The address that the page gives as its own; empty where it gives none."""
    for name in ("canonical", "url"):
        for meta in page.values(name):
            if address(meta.value) is not None:
                return meta.value.strip()
    return ""
