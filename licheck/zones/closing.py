"""Lines at the ends of a story that are no part of it: where it comes from, who wrote it, how to subscribe.

The phrases are in lower case, with "|" or a new line between them.
"""

from __future__ import annotations

from collections.abc import Iterable

from licheck.patterns import pattern

# A paragraph at either end of a story that holds one of these says where it comes from or who may use it.
_ORIGIN = """
all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados
originally published|originally appeared|republished from|republished under|republished with
creative commons|article was produced|story was produced|article was supported|story was supported
article was first|story was first|article first appeared|story first appeared|story is part of
article is part of
"""
# A paragraph at the end of a story that holds one of these speaks of the page, and not of the news.
_PAGE = """
newsletter|sign up for|sign up to|sign up here|subscribe to|subscribe now|subscribe here
subscribers only|follow us on|follow our|like us on|join us on|join our|google news|support our
support independent journalism|support local journalism|support quality journalism|make a donation
making a donation|our website is|read the original|click here|get in touch with our|contact us|recaptcha
terms of use|terms of service|contributed to this report|contributed to this story
contributed to this article|most trusted source|made possible by|has been updated|was updated
kostenlos abonnieren|kostenlos anmelden|abonnieren sie|jetzt abonnieren|jetzt anmelden|folgen sie uns
hat ihnen dieser artikel|dpa-infocom|abonnez-vous|inscrivez-vous|suivez-nous|de cet article à lire
suscríbete|síguenos|siga-nos|iscriviti|seguici su|подписывайтесь|читайте нас|підписуйтесь|cek berita
ikuti kami|無断転載|転載を禁|版权所有|未经授权|責任編輯|责任编辑|무단 전재|무단전재|재배포 금지|저작권자
"""
# A paragraph at the end of a story that begins with one of these is no part of it.
_BEGIN = """
©|(c)|copyright|+++|photo credit|reporting by|additional reporting|further reporting|writing by
editing by|edited by|with reporting|get more|check out more|for more stories|more:|read more
lesen sie auch|lire aussi|lea también|leggi anche|leia também|lees ook|läs också
"""
_FROM = pattern(r"(?:[\w.'’-]+,? ){1,12}(?:reported from|is reporting from|berichtete aus)\b")
_IS = "is was ist war est es è é är er jest cover covers write writes reports joined schreibt arbeitet écrit"
_JOBS = (
    r"reporter|reporting|writer|writes|journalist\w*|editor|correspondent|columnist|contributor|freelance\w*"
    r"|photographer|newsroom|redakteur\w*|korrespondent\w*|autorin|autor|journaliste|rédact\w+|periodista"
    r"|redactor\w*|giornalista|jornalista|dziennikar\w+"
)
_BIO = pattern(
    r"(?:By |Von |Par |Por |Di )?(?:[^\W\d_][\w.'’-]+ ){2,4}"
    rf"(?:{_IS.replace(' ', '|')})\b.{{0,80}}?\b(?:{_JOBS})\b"
)
_LONGEST = 600  # characters of such a line


def tells_origin(text: str) -> bool:
    """Whether a paragraph at either end of a story says where it comes from or who may use it."""
    return len(text) <= _LONGEST and _SAY_ORIGIN.holds(text.lower())


def closes(text: str) -> bool:
    """Whether a paragraph at the end of a story speaks of the page: a copyright line, a sign-up, who wrote
    it.
    """
    if len(text) > _LONGEST:
        return False
    lower = text.lower()
    if lower.startswith(_OPENINGS) or _SAY_PAGE.holds(lower):
        return True
    return _FROM.match(text) is not None or _BIO.match(text) is not None


class _Phrases:
    """Phrases, looked for by their first words: four times as fast as one after the other."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._words: list[str] = []
        self._by_first: dict[str, list[str]] = {}
        for phrase in phrases:
            first, space, _ = phrase.partition(" ")
            if space:
                self._by_first.setdefault(first, []).append(phrase)
            else:
                self._words.append(phrase)
        self._firsts = frozenset(self._by_first)

    def holds(self, lower: str) -> bool:
        """Whether a text in lower case holds one of them."""
        for first in self._firsts.intersection(lower.split()):
            if any(phrase in lower for phrase in self._by_first[first]):
                return True
        return any(word in lower for word in self._words)


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(text.strip().replace("\n", "|").split("|"))


_OPENINGS = _phrases(_BEGIN)
_SAY_ORIGIN = _Phrases(_phrases(_ORIGIN))
_SAY_PAGE = _Phrases(_phrases(_ORIGIN) + _phrases(_PAGE))
