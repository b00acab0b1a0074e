"""Short lines that name somebody: do they credit the story, or a picture, a tag, a button?"""

from __future__ import annotations

from licheck.model.page import Page
from licheck.patterns import pattern
from licheck.text import fold

_BOXES = 2  # boxes around a line that are looked at
_MOST = 20  # lines of such a box: an article's own element can have any class
_LABELS = frozenset(
    "tags tag-list taglist tags-links post-tags entry-tags article-tags topics share sharing sharedaddy social-share share-buttons related newsletter promo sponsors".split()
)
_CUT = pattern(
    r"[.;|•·]\s|\u200b"
)  # what ends a part of a line: "By Ann Poe, Example News. Photos by Jo Roe"
# Of what such a line speaks that is no story's credit, in five languages.
_OF_ELSE = pattern(
    r"\b(?:photos?|photographs?|images?|pictures?|illustrations?|graphics?|charts?|maps?|data|videos?|audio|listen|podcast|support|donate|subscribe|follow|sign up|newsletters?|share|links?"
    r"|tags?|topics?|categor(?:y|ies)|filed under|more (?:from|at|on|about)|about|related|next|previous|sponsor(?:ed)?|advert\w*|funded|grants?|comments?|readers|thanks"
    r"|fotos?|bild(?:er)?|grafik|karte|daten|spenden?|unterstützen|abonnier\w*|folgen|teilen|mehr (?:von|bei|zu)|schlagwort\w*|themen?|anzeige|gefördert"
    r"|abonnez|suivez|partager|plus d'articles|carte|données|publicité|soutenez|imagen|imágenes|gráfico|mapa|datos|síguenos|suscríbete|compartir|más de|etiquetas|apoya"
    r"|imagens?|dados|assine|siga|compartilhe|mais de|apoie|immagin[ei]|dati|iscriviti|seguici|condividi|sostieni)\b"
)


def credits_story(page: Page, block: int, start: int, end: int) -> bool:
    """Whether a short line that names somebody at text[start:end] can be the story's credit: nothing in it, or in the box
    that it stands in, says else.
    """
    text = page.blocks[block].text
    near = f"{_CUT.split(text[:start])[-1]} {_CUT.split(text[end:])[0]}"
    if _OF_ELSE.search(fold(near)):
        return False
    boxes = page.around(page.blocks[block].container, _BOXES)
    return not any(box.last - box.first <= _MOST and _LABELS.intersection(box.label.split()) for box in boxes)
