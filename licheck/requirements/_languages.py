"""The language of a story, where its most usual words leave no doubt; and which of several wordings suits a page.

What a page declares alone is not believed: templates declare English for stories in any language.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from licheck.model.page import Page
from licheck.model.template import Template
from licheck.model.zones import Zone, Zones
from licheck.text import words_of

_USUAL = {
    "en": "the of and to is with that for was by from this have his they",
    "de": "der die und das ist mit von nicht ein den im auf eine dem sich",
    "fr": "le les des est une dans pour que et du sur qui par pas au",
    "es": "el los las que una por con del para y en se su como más",
    "pt": "os uma que não com para da do em dos na mais foi ao das",
    "it": "il che di una per con non gli della è sono nel alla dei anche",
    "nl": "de het een van niet dat met voor zijn op aan ook werd bij naar",
    "pl": "nie się na jest że do jak przez dla po oraz który od są to",
    "sv": "och att det som på är för av inte med ett till har den om",
    "da": "og at det som på er for af ikke med til har den et blev",
    "no": "og at det som på er for av ikke med til har den et ble",
    "cs": "se na že je do ve pro by jako při po byl ze jsou který",
    "tr": "ve bir bu için ile da de olarak olan daha çok gibi sonra kadar",
    "id": "yang dan di dengan untuk dari pada tidak ini dalam itu akan ke oleh juga",
    "ru": "и в не на что с по это как из за для от был его",
    "uk": "і в не на що з по це як із за для від був його та",
}
_SAMPLE = 600  # words of the story that are looked at
_LEAST = 40  # words below which nothing can be said
_SHARE = 0.08  # of the words that are the language's usual ones, in any running text
_CLEARLY = 1.4  # times as many as of the next likely language


def language_of_text(page: Page, zones: Zones) -> str:
    """The language of the story as a subtag of BCP 47; empty where there is doubt."""
    words: list[str] = []
    for block in zones.blocks(Zone.ARTICLE):
        words += words_of(page.blocks[block].text)
        if len(words) >= _SAMPLE:
            break
    return _of_words(words[:_SAMPLE])


def _of_words(words: list[str]) -> str:
    if len(words) < _LEAST:
        return ""
    counts = sorted(
        ((sum(word in usual for word in words), code) for code, usual in _usual().items()), reverse=True
    )
    (best, code), (second, _) = counts[:2]
    return code if best >= _SHARE * len(words) and best >= _CLEARLY * second else ""


@cache
def _usual() -> Mapping[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _USUAL.items()}


def declared(page: Page) -> str:
    """The language that a page declares, as a primary subtag in lower case; empty for none."""
    for meta in page.values("language"):
        return meta.value.strip().lower().replace("_", "-").partition("-")[0]
    return ""


def suited(wording: Mapping[str, tuple[Template, ...]], page: Page) -> Template | None:
    """The first sentence in the page's language, else the first at all; None where there is none."""
    inner = wording.get(declared(page)) or next(iter(wording.values()), ())
    return inner[0] if inner else None
