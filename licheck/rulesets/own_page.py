"""Is a page the publisher's own?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from licheck.model.page import Page
from licheck.model.ruleset import Publisher, RuleSet
from licheck.organisations import named
from licheck.patterns import pattern
from licheck.rulesets.whose import is_name, is_ours

_TITLE_CUT = pattern(r"\s[|·•»:–—-]+\s")
_HOME = "/"
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
    if any(is_name(name, publisher) for name in _names_of_site(page)):
        return True
    return _names_no_other(page, publisher) and any(is_name(name, publisher) for name in _bare_names(page))


def _names_no_other(page: Page, publisher: Publisher) -> bool:
    """Whether a page names nobody else as its site, by its metadata, its title, or an address of its own."""
    titled = any(_TITLE_CUT.search(meta.value) for meta in page.values("title"))
    elsewhere = any(not is_ours(meta.value, publisher) for meta in page.values("url"))
    return not (page.values("site") or titled or elsewhere)


def _bare_names(page: Page) -> Iterator[str]:
    """What else may be the site's own name where nothing speaks against it: the last line below its story, and the picture that
    leads to its home page.
    """
    for block in page.blocks[-1:]:
        boxes = tuple(page.around(block.container))
        if any(box.tag == "footer" for box in boxes) or (
            any(box.tag == "article" for box in page.containers)
            and not any(box.tag == "article" for box in boxes)
        ):
            yield block.text
    yield from (image.alt for image in page.images if image.link == _HOME and not image.hidden)


def _names_of_site(page: Page) -> Iterator[str]:
    """What may be the site's own name: the ends of its titles, its first line, and whose copyright its last lines claim."""
    for meta in page.values("title"):
        pieces = _TITLE_CUT.split(meta.value)
        yield from (pieces[0], pieces[-1]) if len(pieces) > 1 else ()
    yield from (block.text for block in page.blocks[:1])
    for block in page.blocks[-_FOOT:]:
        if _CLAIM.search(block.text):
            yield _CLAIM.sub("", block.text)
