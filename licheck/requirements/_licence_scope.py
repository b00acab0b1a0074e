"""What a licence that a page names is for: the story, a picture, the whole site, or is there no telling?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from licheck.model.page import BlockKind, Image, Link, Page
from licheck.model.zones import Zone
from licheck.patterns import pattern
from licheck.text import fold

_REACH = 300  # characters of a sentence before and behind a licence
_CLIMB = 8  # boxes around a block that are looked at
_CAPTIONS = pattern(
    r"caption|(?:photo|image|picture|media)[-_ ]?(?:credit|copyright|licen[cs]e|source|author)|credit[-_ ]?(?:photo|image)"
)
_ICON = 60  # CSS pixels of the longer side: what is smaller is no picture of a story
_BESIDE = 5  # pictures above one line that are looked at
_TAG = 1_000  # characters of a start tag that are read
_ABOUT = pattern(r"\s(?:about|resource)\s*=\s*[\"']?([^\"'\s>]{1,300})")
_PICTURE_FILE = pattern(r"\.(?:jpe?g|png|gif|webp|svg|avif|tiff?|mp[34]|webm|og[gv])(?:$|[?#])")
_SENTENCE = pattern(r"(?<=[.!?。])[\s\"'”’)]+")

# What is not the story but stands with it, in eight languages, folded; and where pictures come from.
_OTHER_WORK = pattern(
    r"\b(?:photo|image|picture|illustration|graphic|chart|map|video|audio|music|data|dataset|cartoon|banner|thumbnail"
    r"|foto|bild|grafik|karte|abbildung|daten|titelbild|dessin|carte|graphique|donnée|imagen|fotograf|ilustraci|gráfico|mapa"
    r"|datos|vídeo|imagem|dados|immagin|grafic|dati|afbeelding|beeld|gegevens|kaart|zdjęci|grafik|dane|rysunek"
    r"|flickr|unsplash|wikimedia|pixabay|pexels|shutterstock|getty)"
)
_STORY = pattern(
    r"\b(?:article|story|stories|text|work|content|piece|post|republish|republished|reprinted|originally"
    r"|artikel|beitrag|geschichte|werk|inhalt|texte|œuvre|oeuvre|contenu|article|artículo|articulo|texto|obra|historia|contenido"
    r"|artigo|matéria|conteúdo|articolo|testo|opera|contenuto|verhaal|bericht|artykuł|tekst|utwór|treść)"
)
_THIS = pattern(
    r"\b(?:(?:this|the) (?:article|story|work|text|content|report|piece|post)|dieser (?:artikel|text|beitrag|inhalt)"
    r"|diese geschichte|dieses werk|cet article|ce (?:texte|contenu)|cette (?:œuvre|oeuvre)|este (?:artículo|articulo|texto"
    r"|artigo|trabajo|trabalho|contenido|conteúdo)|esta (?:obra|historia|matéria)|questo (?:articolo|testo|contenuto)"
    r"|quest'opera|quest'articolo|dit (?:artikel|verhaal|werk|bericht)|deze tekst|ten (?:artykuł|tekst|utwór)"
    r"|republished|reprinted|originally published)\b"
)
_GRANTS = pattern(
    r"licen|lizen|republi|publish|veröffentlich|publié|publicad|pubblicat|gepubliceerd|opublikowan"
    r"|\b(?:under|unter|sous|bajo|sob|onder)\b"
)


_SITE = pattern(
    r"\b(?:powered by|theme by|impressum|imprint|privacy policy|datenschutz|(?:this|our|the) (?:web)?site|website|web site|this blog|all (?:content|text|articles)|(?:unless|except where) otherwise"
    r"|except where|diese(?:r|n)? (?:web)?(?:site|seite)|(?:soweit|sofern|wenn) nicht anders|ce site|sauf mention|este sitio"
    r"|salvo (?:que|indicacion|indicación|dove)|este site|exceto (?:onde|quando)|questo sito|deze (?:web)?site|tenzij anders"
    r"|ta strona|o ile nie|jeśli nie)\b"
)
_FOOT = ("colophon", "site-info", "site-footer", "page-footer", "footer-copy", "impressum")


class Scope(Enum):
    """What a licence is for."""

    STORY = "for the story"
    UNSURE = "there is no telling for what"
    SITE = "may speak of the whole site"
    PICTURE = "is the licence of a picture or another work, not the story's"


class Side(NamedTuple):
    """A page whose licences are looked at. `zone` tells that of a block (an index into `page.blocks`).

    `edges` are the blocks of the article that may be lines on the licence and no part of the story; `stated` those that
    say where the story comes from; `own` the addresses that the page has itself.
    """

    page: Page
    zone: Callable[[int], Zone]
    edges: frozenset[int]
    stated: frozenset[int] = frozenset()
    own: frozenset[str] = frozenset()


def scope_in_text(side: Side, block: int, start: int, end: int) -> Scope | None:
    """What a licence named in text[start:end] of a block is for; None where the story itself speaks of it."""
    zone, text = side.zone(block), side.page.blocks[block].text
    if in_figure(side.page, side.page.blocks[block].container) or _is_caption(side.page, block):
        return Scope.PICTURE
    said = fold(_sentence(text, start, end))
    story, other = _STORY.search(said), _OTHER_WORK.search(said)
    if other and not story:
        return Scope.PICTURE
    if zone is Zone.ARTICLE:
        return _scope_in_article(side, block, said)
    if zone is Zone.FURNITURE or _SITE.search(said) or in_foot(side.page, side.page.blocks[block].container):
        return Scope.SITE
    if story and other:
        return Scope.STORY if _THIS.search(said) else Scope.UNSURE
    return Scope.STORY if story or _GRANTS.search(said) or not _by_picture(side.page, block) else Scope.UNSURE


def _scope_in_article(side: Side, block: int, said: str) -> Scope | None:
    if block not in side.edges and block not in side.stated:
        return None
    if block in side.stated or (_THIS.search(said) and _GRANTS.search(said)):
        return Scope.STORY
    return Scope.UNSURE if _GRANTS.search(said) else None


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around text[start:end]."""
    before = max(0, start - _REACH)
    first = max((hit.end() for hit in _SENTENCE.finditer(text, before, start)), default=before)
    stop = _SENTENCE.search(text, end, end + _REACH)
    return text[first : stop.start() if stop else end + _REACH]


def _is_caption(page: Page, block: int) -> bool:
    return page.blocks[block].kind is BlockKind.CAPTION


def _by_picture(page: Page, block: int) -> bool:
    """Whether a picture stands directly above a block."""
    at = bisect_left(page.images, block, key=lambda image: image.block)
    near = page.images[at : at + _BESIDE]
    return any(image.block == block and not image.hidden and not _is_icon(image) for image in near)


def _is_icon(image: Image) -> bool:
    """Whether a picture is an icon, as stands behind a link; a drawing in the page that declares no size is one, too."""
    longest = max(image.width, image.height)
    return 0 < longest <= _ICON or (image.tag == "svg" and not longest)


def in_figure(page: Page, container: int) -> bool:
    """Whether a box is, or stands in, a figure or a caption."""
    return any(
        box.tag in ("figure", "figcaption") or (box.tag != "body" and _CAPTIONS.search(box.label))
        for box in page.around(container, _CLIMB)
    )


def in_foot(page: Page, container: int) -> bool:
    """Whether a box stands in the foot of the site; an article has a foot of its own."""
    in_footer = False
    for box in page.around(container, _CLIMB):
        if box.tag in ("article", "main"):
            return False
        in_footer = in_footer or box.tag == "footer" or any(word in box.label for word in _FOOT)
    return in_footer


def about(side: Side, link: Link) -> Scope | None:
    """What the markup says a link's licence is for (ccREL: `about`); None where it does not say."""
    tag = side.page.source[link.offset : link.offset + _TAG]
    hit = _ABOUT.search(tag[: tag.find(">") + 1]) if tag.startswith("<") else None
    if hit is None:
        return None
    subject = hit[1].partition("#")[0]
    if _PICTURE_FILE.search(subject.lower()):
        return Scope.PICTURE
    return Scope.STORY if subject in ("", *side.own) and "#" not in hit[1] else Scope.UNSURE
