"""The words of a story as other systems would write them: signs, spaces, emphasis."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from licheck.trials.markup import made, paragraphs, strings
from licheck.trials.surroundings import Dress

_BY = re.compile(r"(?:By|Por|Von|Par|Di|Door)\b", re.I)
_BYLINE = 90  # characters of a line that is a byline and no more
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")


def _typeset(soup: BeautifulSoup) -> bool:
    """Quotation marks, dashes and dots as systems set them."""

    def set_(text: str) -> str:
        text = re.sub(r"(^|[\s(])\"", "\\1\u201c", text).replace('"', "\u201d")
        text = re.sub(r"(^|[\s(])'", "\\1\u2018", text).replace("'", "\u2019")
        return text.replace("...", "\u2026").replace(" - ", " \u2013 ").replace(" -- ", " \u2014 ")

    return _rewritten(soup, set_)


def _protected_addresses(soup: BeautifulSoup) -> bool:
    """Mail addresses as a network between site and reader writes them, until its script has run."""
    inside, done = soup.find("article"), False
    for text in list(strings(inside)) if isinstance(inside, Tag) else ():
        if found := _MAIL.search(text):
            if isinstance(link := text.find_parent("a"), Tag) and str(link.get("href")).startswith("mailto:"):
                link["href"] = "/cdn-cgi/l/email-protection#5b3e"
            text.insert_before(NavigableString(text[: found.start()]))
            text.insert_before(
                made('<span class="__cf_email__" data-cfemail="5b3e">[email\u00a0protected]</span>')
            )
            text.replace_with(NavigableString(text[found.end() :]))
            done = True
    return done


def _hard_spaces(soup: BeautifulSoup) -> bool:
    return _rewritten(soup, lambda text: re.sub(r"(?<=\w) (?=[A-ZÀ-Þ\d])", "\u00a0", text))


def _soft_hyphens(soup: BeautifulSoup) -> bool:
    return _rewritten(soup, lambda text: re.sub(r"\b(\w{4})(\w{4,})\b", "\\1\u00ad\\2", text))


def _rewritten(soup: BeautifulSoup, rewrite: Callable[[str], str]) -> bool:
    inside = soup.find("article")
    done = False
    for text in list(strings(inside)) if isinstance(inside, Tag) else ():
        told = rewrite(text)
        if told != text:
            text.replace_with(NavigableString(told))
            done = True
    return done


def _pasted_from_word(soup: BeautifulSoup) -> bool:
    found = paragraphs(soup, least=1)
    for tag in found:
        tag["class"] = "MsoNormal"
        for text in list(strings(tag)):
            text.wrap(soup.new_tag("span", style="font-size:12.0pt;font-family:&quot;Georgia&quot;,serif"))
        tag.insert_after(made('<p class="MsoNormal"><span style="font-size:12.0pt">\u00a0</span></p>'))
    return bool(found)


def _drop_cap(soup: BeautifulSoup) -> bool:
    for text in (text for tag in paragraphs(soup, least=120)[:1] for text in list(strings(tag))[:1]):
        if text.strip()[:1].isalpha():
            text.insert_before(made(f'<span class="drop-cap">{text.lstrip()[0]}</span>'))
            text.replace_with(NavigableString(text.lstrip()[1:]))
            return True
    return False


def _word_breaks(soup: BeautifulSoup) -> bool:
    """Places at which long words may be broken."""
    done = False
    for tag in paragraphs(soup, least=1):
        for text in list(strings(tag)):
            found = re.search(r"\w{6}(?=\w{4})", text)
            if found:
                text.insert_before(NavigableString(text[: found.end()]))
                text.insert_before(soup.new_tag("wbr"))
                text.replace_with(NavigableString(text[found.end() :]))
                done = True
    return done


def _loud_bylines(soup: BeautifulSoup) -> bool:
    """Lines of few words at the top in capitals, and in bold."""
    heading, done = soup.find("h1"), False
    tag = heading.find_next_sibling() if isinstance(heading, Tag) else None
    while isinstance(tag, Tag) and tag.name == "p" and len(tag.get_text()) < 60:
        for text in list(strings(tag)):
            if text.find_parent("a") is None and "@" not in text:
                bold = soup.new_tag("strong")
                bold.string = text.upper()
                text.replace_with(bold)
                done = True
        tag = tag.find_next_sibling()
    return done


def _byline_box(soup: BeautifulSoup) -> bool:
    """The byline with a portrait, a button and the day beside it, and nothing between them."""
    heading = soup.find("h1")
    tag = heading.find_next_sibling() if isinstance(heading, Tag) else None
    said = next(strings(tag), None) if isinstance(tag, Tag) and tag.name == "p" else None
    if said is None or tag is None or len(tag.get_text()) > _BYLINE or not _BY.match(said.strip()):
        return False
    tag.insert(0, made('<img class="avatar" src="/people/portrait.jpg" width="48" height="48" alt="">'))
    tag.append(made('<a class="follow" href="/follow/1">Follow</a>'))
    tag.append(made("<time>Oct. 5, 2026</time>"))
    return True


TEXT: Final[Mapping[str, Dress]] = {
    "typeset": _typeset,
    "protected addresses": _protected_addresses,
    "hard spaces": _hard_spaces,
    "soft hyphens": _soft_hyphens,
    "word breaks": _word_breaks,
    "pasted from a word processor": _pasted_from_word,
    "drop cap": _drop_cap,
    "byline box": _byline_box,
    "loud bylines": _loud_bylines,
}
"""Name -> dress."""
