"""The publisher's standing words on itself go with the story: who it is, how to subscribe.

With `wording`, one of these sentences must be there; in words that are nearly the same too, unless `exactly` is true
(such sentences change over the years). Without `wording`, what the original says of itself below its story must be
there: a short line that asks readers to subscribe, to sign up or to give.

Options: `wording`: sentences per language, one of which suffices; `exactly`; `link`: where a link in it must lead:
`story`, `publisher` or an address such as `example.org/newsletter`; `place`; `place_level`: how much the place binds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.patterns import pattern
from licheck.requirements._kept_lines import KeptLines

_ASKS = pattern(
    r"\b(?:sign up|subscribe|newsletters?|donat(?:e|ion)|support (?:our|us|independent)|become a member|follow (?:us|our))\b"
    r"|\b(?:abonnier|spende[nt]?\b|anmelden\b)|\b(?:abonnez-vous|inscrivez-vous|infolettre|faites un don)\b"
    r"|\b(?:suscr[ií]b|bolet[ií]n|don(?:a|e) )|\b(?:assine|inscreva-se|apoie)\b|\b(?:iscriviti|abbonati|sostieni)\b"
)


@dataclass(frozen=True, kw_only=True)
class PromoText(KeptLines):
    """The publisher's standing words on itself go with the story."""

    kind: ClassVar[str] = "promo_text"
    noun: ClassVar[str] = "publisher's standing text"
    known_by: ClassVar = _ASKS
    sure_beside: ClassVar[bool] = False  # a site asks for subscriptions below each of its pages
