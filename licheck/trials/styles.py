"""What style sheets and scripts do to a page in which nothing is hidden from readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bs4 import BeautifulSoup, Tag

from licheck.trials.markup import made, paragraphs
from licheck.trials.surroundings import Dress


def _styled(css: str, wrapper: str = "") -> Dress:
    """The dress that adds a style sheet, and puts each paragraph into an element that it speaks of."""

    def dress(soup: BeautifulSoup) -> bool:
        head, found = soup.find("head"), paragraphs(soup, least=1)
        if not isinstance(head, Tag) or not found:
            return False
        head.append(made(f"<style>{css}</style>"))
        for tag in found if wrapper else ():
            tag.wrap(made(wrapper))
        return True

    return dress


def _fades_in(soup: BeautifulSoup) -> bool:
    """Accelerated pages keep everything hidden until their script has run, or eight seconds have passed."""
    head = soup.find("head")
    if not isinstance(head, Tag):
        return False
    head.append(
        made(
            "<style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s"
            " steps(1,end) 0s 1 normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}"
            "@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style>"
        )
    )
    head.append(
        made(
            "<noscript><style amp-boilerplate>body{-webkit-animation:none;animation:none}</style></noscript>"
        )
    )
    return True


STYLES: Final[Mapping[str, Dress]] = {
    "hidden in print": _styled("@media print{.text-block{display:none}}", '<div class="text-block"></div>'),
    "hidden on small screens": _styled(
        "@media (max-width: 480px){.wide-only{display:none}}", '<div class="wide-only"></div>'
    ),
    "shown by a script": _styled(
        ".js .fade-up{opacity:0}.js .fade-up.is-visible{opacity:1}", '<div class="fade-up"></div>'
    ),
    "fades in": _fades_in,
}
"""Name -> dress."""
