"""Names as a byline writes them: in capitals, with initials, misspelt, as links."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

_LOOK_ALIKE = str.maketrans("aceopxyACEOPXHKMT", "асеорхуАСЕОРХНКМТ")
_BACK = {right: left for left, right in _LOOK_ALIKE.items()}
_PARTICLES = ("van", "von", "de", "der", "la")


def slug(name: str) -> str:
    """A name as the end of an address."""
    return re.sub(r"[^\w]+", "-", plain_letters(name).lower()).strip("-")


def plain_letters(name: str) -> str:
    """Without accents."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
    return bare.replace("ø", "o").replace("Ø", "O")


def initials(name: str) -> str:
    """The first given name as an initial: "A.-S. Trémont-Duvalier"."""
    first, *rest = name.split()
    return " ".join(["-".join(f"{part[0]}." for part in first.split("-")), *rest])


def family_first(name: str) -> str:
    """ "Marrow, Odile": given names are what stands before the first particle or the last word."""
    parts = name.split()
    at = next((at for at, part in enumerate(parts) if part in _PARTICLES), len(parts) - 1)
    return f"{' '.join(parts[at:])}, {' '.join(parts[:at])}"


def family_only(name: str) -> str:
    """The last word of a name."""
    return name.split()[-1]


def odd_letters(name: str) -> str:
    """The same letters with what typesetting leaves in them: combining accents, no-break spaces, soft hyphens."""
    first, *rest = unicodedata.normalize("NFD", name).split()
    last = rest[-1]
    at = next(at for at in range(3, len(last) + 1) if not unicodedata.combining(last[at : at + 1] or "."))
    rest[-1] = f"{last[:at]}\u00ad{last[at:]}"
    return "\u00a0".join([f"{first[:2]}\u200b{first[2:]}", *rest])


def misspelt(name: str) -> str:
    """With two neighbouring letters of the family name swapped, or the last one doubled."""
    for at in range(len(name) - 2, name.rfind(" ") + 1, -1):
        one, two = name[at : at + 2]
        if one.isalpha() and two.isalpha() and one != two:
            return name[:at] + two + one + name[at + 2 :]
    return name + name[-1]


def look_alike(name: str) -> str:
    """With one letter of another script."""
    for at in range(len(name) - 1, -1, -1):
        for table in (_LOOK_ALIKE, _BACK):
            if ord(name[at]) in table:
                return name[:at] + chr(table[ord(name[at])]) + name[at + 1 :]
    raise ValueError(f"{name} has no letter that looks like one of another script")


ALTERED: dict[str, Callable[[str], str]] = {
    "misspelt": misspelt,
    "look-alike": look_alike,
    "family-only": family_only,
}
WRITTEN: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "initials": initials,
    "plain-letters": plain_letters,
    "family-first": family_first,
    "odd-letters": odd_letters,
    "titled": lambda name: f"Dr. {name}",
    "linked": lambda name: f"[{name}]",
}
_JOINED = {"ampersand": " & ", "slash": " / ", "one-a-line": "//", "family-first": "; "}


def written(names: Sequence[str], how: str, language: dict[str, str]) -> str:
    """Names as a form writes them. `language` has the words `and` and `comma`."""
    each = [WRITTEN[how](name) if how in WRITTEN else name for name in names]
    if how in _JOINED:
        return _JOINED[how].join(each)
    return joined(each, language)


def joined(names: Sequence[str], language: dict[str, str]) -> str:
    """ "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{language['comma'].join(names[:-1])}{language['and']}{names[-1]}"
