"""Is a page the publisher's own?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from licheck.model.page import Page
from licheck.model.ruleset import RuleSet
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.rulesets.whose import is_name, is_ours

_TITLE_CUT = pattern(r"\s[|·•»:–—-]+\s")
_FOOT = 3  # last lines of a page in which its site claims its copyright
_CLAIM = pattern(r"©|\(c\)|\bcopyright\b|\b(?:19|20)\d\d\b|\ball rights reserved\b|[.,|·–-]", re.I)


def is_own_page(rule_set: RuleSet, page: Page) -> bool:
    """Whether a page is the publisher's own: its address and its site's name are the publisher's."""
    publisher = rule_set.publisher
    if any(is_name(meta.value, publisher) for meta in page.values("site")):
        return True
    addresses = (*page.values("url"), *page.values("canonical"))
    if not any(is_ours(meta.value, publisher) for meta in addresses):
        return False
    sites = (*page.values("site"), *page.values("publisher"))
    if any(named(meta.value, publisher.names, publisher.others) for meta in sites):
        return True
    return any(is_name(name, publisher) for name in _names_of_site(page))


def _names_of_site(page: Page) -> Iterator[str]:
    """What may be the site's own name: the ends of its titles, its first line, and whose copyright its last lines claim."""
    for meta in page.values("title"):
        pieces = _TITLE_CUT.split(meta.value)
        yield from (pieces[0], pieces[-1]) if len(pieces) > 1 else ()
    yield from (block.text for block in page.blocks[:1])
    for block in page.blocks[-_FOOT:]:
        if _CLAIM.search(block.text):
            yield _CLAIM.sub("", block.text)
