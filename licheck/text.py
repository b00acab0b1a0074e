"""Folding: the same words, however they are typed, compare equal; different letters never do.

`fold` is for prose, `fold_word` for one word of a name (accents too). Look-alike letters of another
script stay different (`skeleton` is there to *say* that something is a look-alike, never to accept it).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from licheck.patterns import pattern

# Seen by nobody: soft hyphen, zero-width characters, direction marks, variation selectors (also the
# plane-14 run that C2PA manifests hide in), tags, byte order mark.
_INVISIBLE = (
    *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFEFF, 0xFFA0),
    *range(0x180B, 0x180E),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),
    *range(0xE0000, 0xE0080),
    *range(0xE0100, 0xE01F0),
)
_SPACES = (
    *range(0x09, 0x0E),
    *(0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000),
    *range(0x2000, 0x200B),
)
_APOSTROPHES = "‘’‚‛′´`ʹʻʼʽˈ‹›＇"
_QUOTES = "“”„‟″«»＂〝〞〟"
_HYPHENS = "‐‑‒–—―−﹘﹣－⁃"

_TABLE: dict[int, str | None] = dict.fromkeys(_INVISIBLE)
_TABLE |= dict.fromkeys(_SPACES, " ")
_TABLE |= {ord(sign): "'" for sign in _APOSTROPHES}
_TABLE |= {ord(sign): '"' for sign in _QUOTES}
_TABLE |= {ord(sign): "-" for sign in _HYPHENS}
# What becomes one of these only when it is normalised.
_TABLE |= {
    ord(sign): plain
    for sign, plain in zip("ŉ\u0374‴⁗⁻₋︱︲", ("'n", "'", "'''", "''''", *"----"), strict=True)
}
# Glued to a name ("Example™"), of which normalising would make letters.
_TABLE |= dict.fromkeys(map(ord, "™℠"))

_VISIBLE_TABLE: dict[int, str | None] = dict.fromkeys(_INVISIBLE)

# Normalising is quadratic in a run of combining marks (400,000 of them: 25 s); no word needs over 30.
_LONGEST_RUN = 30
_MARKS = pattern(rf"[^\w\x00-\x7f]{{{_LONGEST_RUN + 1},}}")


def cap_marks(text: str) -> str:
    """The text with each run of combining marks cut after 30."""
    return _MARKS.sub(_cap_run, text)


def _cap_run(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for sign in run.group():
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _LONGEST_RUN:
            kept.append(sign)
    return "".join(kept)


def collapse(text: str) -> str:
    """White space as a browser shows it: runs are one space, none at the ends."""
    return " ".join(text.split())


# What stands in nearly every text, as `fold` writes it: taking it out first leaves most texts in plain ASCII.
_USUAL = [(sign, str(_TABLE[ord(sign)] or "")) for sign in "‘’“”–—\xa0\u200b\xad"]
_USUAL.append(("…", "..."))
_SPECIAL = frozenset(map(chr, _TABLE))
_PLAIN_SIGNS = bytes(code for code in range(128) if chr(code) not in _SPECIAL)


def fold(text: str) -> str:
    """Prose for comparison: NFKC, invisible characters gone, spaces, quotes, hyphens and case folded."""
    return _fold_short(text) if len(text) <= _SHORT else " ".join(fold_signs(text).split())


_SHORT = 100  # characters of names, headings, labels: two of three are met on a page more than once


@lru_cache(maxsize=2_048)
def _fold_short(text: str) -> str:
    return " ".join(fold_signs(text).split())


def fold_each(texts: Sequence[str]) -> list[str]:
    """`fold` each of many texts; faster than one by one."""
    folded = fold_signs(_END.join(texts)).split(_END)
    if len(folded) != len(texts):
        return [*map(fold, texts)]
    return [" ".join(text.split()) for text in folded]


def fold_signs(text: str) -> str:
    """As `fold`, but white space is left where it is (of whatever kind)."""
    if not text.isascii():
        for sign, plain in _USUAL:
            text = text.replace(sign, plain)
        if not text.isascii():
            return _fold_letters(text)
    return text.replace("`", "'").lower()


def _fold_letters(text: str) -> str:
    # Bytes are thrown out five times as fast as letters: what is left are the few signs to look at.
    signs = set(
        text.encode("utf-8", "surrogatepass").translate(None, _PLAIN_SIGNS).decode("utf-8", "surrogatepass")
    )
    for sign in _SPECIAL & signs:
        text = text.replace(sign, _TABLE[ord(sign)] or "")
    if any(map(unicodedata.combining, signs)):
        text = cap_marks(text)
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.replace("`", "'").casefold()


_SIGNS = "".join(chr(code) for code in range(1, 128) if not (chr(code).isalnum() or chr(code) in "_ "))
# A string, which knows all 128 signs: in a mapping those that it lacks are looked for in vain, which takes twice as long.
_BETWEEN_WORDS = "".join(" " if chr(code) in _SIGNS else chr(code) for code in range(128))
_PRINTED = [sign for sign in _SIGNS if sign.isprintable()]  # the others are rare, and left to the pattern
_WORD = pattern(r"\w+")
_END = "\0"


def words_of(text: str) -> list[str]:
    """The folded words of a text: runs of letters, digits and low lines."""
    return _words_in(fold_signs(text).replace(_END, " "))


def letters_of(text: str) -> str:
    """The folded words of a text without what stands between them: a text printed again has the same, however it is set."""
    return "".join(words_of(text))


def words_of_each(texts: Sequence[str]) -> list[list[str]]:
    """`words_of` each of many texts; faster than one by one."""
    folded = fold_signs(_END.join(texts)).split(_END)
    return [*map(_words_in, folded)] if len(folded) == len(texts) else [*map(words_of, texts)]


def _words_in(folded: str) -> list[str]:
    if folded.isascii():
        return folded.translate(_BETWEEN_WORDS).split()
    for sign in _PRINTED:
        folded = folded.replace(sign, " ")
    words = folded.split()
    return words if "".join(words).replace("_", "").isalnum() else _WORD.findall(folded)


class Folded(NamedTuple):
    """Folded text with the way back: `text[i]` came from characters `at[i]` up to `ends[i]` of what was folded."""

    text: str
    at: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The unfolded start and end of text[start:end]."""
        if start >= end:
            return (self.at[start], self.at[start]) if start < len(self.at) else (0, 0)
        return self.at[start], self.ends[end - 1]


def fold_with_map(text: str) -> Folded:
    """As `fold`, remembering where each character came from."""
    plain = text if text.isascii() else text.translate(_TABLE)
    if len(plain) == len(text) and unicodedata.is_normalized("NFKC", plain):
        folded = " ".join(plain.replace("`", "'").casefold().split())
        if len(folded) == len(text):  # each step can only have kept every character in its place
            return Folded(folded, range(len(text)), range(1, len(text) + 1))
    return _fold_by_characters(cap_marks(text))


def _fold_by_characters(text: str) -> Folded:
    signs: list[str] = []
    at: list[int] = []
    ends: list[int] = []
    start = 0
    while start < len(text):
        end = after_marks(text, start + 1)
        piece = unicodedata.normalize("NFKC", text[start:end].translate(_TABLE)).casefold()
        for sign in piece.replace("`", "'"):
            if sign.isspace():
                if signs and signs[-1] != " ":
                    signs.append(" ")
                    at.append(start)
                    ends.append(end)
                continue
            signs.append(sign)
            at.append(start)
            ends.append(end)
        start = end
    if signs and signs[-1] == " ":
        signs.pop()
        at.pop()
        ends.pop()
    return Folded("".join(signs), at, ends)


def after_marks(text: str, end: int) -> int:
    """The index behind whatever, from `end` on, makes one letter with the sign before it."""
    while end < len(text) and (sign := text[end]) >= _FIRST_MARK:
        if not (unicodedata.combining(sign) or sign in _PIECES):
            break
        end += 1
    return end


_FIRST_MARK = "\u0300"
# What NFKC puts together with the sign before it though it is no combining mark: later letters of Korean syllables (also
# of half width), marks of half-width kana, vowel signs of scripts of India and its neighbours.
_PIECES = frozenset(
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u0f73\u0f75\u0f81\u102e\u1b35"
    "\u3133\u3135\u3136\uff9e\uff9f\uffa3\uffa5\uffa6\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd"
    "\U000115af\U00011930"
).union(
    *(
        map(chr, range(first, last + 1))
        for first, last in (
            *((0x1161, 0x1175), (0x11A8, 0x11C2), (0x313A, 0x313F), (0x314F, 0x3163), (0xFFAA, 0xFFAF)),
            *((0xFFC2, 0xFFC7), (0xFFCA, 0xFFCF), (0xFFD2, 0xFFD7), (0xFFDA, 0xFFDC)),
        )
    )
)

# Letters that NFKD does not take apart, as their usual Latin spelling.
_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"} | dict(zip("øłđðıħŋəŧĸ", "olddihnetk", strict=True))
)
# The other usual spelling of the same letters in German and the Nordic languages.
_SPELT_OUT = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "å": "aa",
        "ø": "oe",
        "æ": "ae",
        "ß": "ss",
        "ǻ": "aa",
        "ǿ": "oe",
        "ǽ": "ae",
    }
)


def fold_word(word: str) -> str:
    """One word of a name: as `fold`, and without accents on Latin and Greek letters (Zoë = Zoe)."""
    word = fold(word)
    if word.isascii():
        return word
    kept: list[str] = []
    base = ""
    for sign in unicodedata.normalize("NFKD", word).translate(_PLAIN):
        if unicodedata.combining(sign):
            if base < "\u0400":  # Latin and Greek; й and ё in Cyrillic are letters of their own
                continue
        else:
            base = sign
        kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept))


def spellings(word: str) -> frozenset[str]:
    """All standard spellings of one word of a name: Müller is Muller and Mueller."""
    folded = fold(word)
    if folded.isascii():
        return frozenset((folded,))
    return frozenset(
        (fold_word(folded), fold_word(unicodedata.normalize("NFC", folded).translate(_SPELT_OUT)))
    )


# Cyrillic and Greek letters that look like a Latin one (after `fold`), from Unicode's confusables
# (https://www.unicode.org/Public/security/latest/confusables.txt), single letters only.
_LOOK_ALIKE = str.maketrans(
    "аеорсухіјѕԁһԛԝӏвкмнтьαορνικτυηε",
    "aeopcyxijsdhqwlbkmhtbaopviktune",
)


def skeleton(word: str) -> str:
    """What a folded word looks like in Latin letters; two different words with one skeleton look alike."""
    folded = fold_word(word)
    return folded if folded.isascii() else folded.translate(_LOOK_ALIKE)


# Hebrew and all that comes behind it, without the marks of print and signs among which our quotes and dashes are.
_OTHER_SCRIPTS = pattern(r"[^\x00-\u058f\u2000-\u2e7f]")


def other_scripts(text: str) -> bool:
    """Quick: whether a text may hold letters of scripts that have no capitals. Only for such a text the patterns that
    look for ranges of them are compiled, which takes 1 to 4 ms each.
    """
    return not text.isascii() and _OTHER_SCRIPTS.search(text) is not None


def runs_into(before: str, after: str) -> bool:
    """Whether two pieces of text would be read as one word: letters, digits or the marks of a letter meet."""
    if not after[:1].isalnum():
        return False
    last = before[-1:]
    return last.isalnum() or (last > "\u02ff" and unicodedata.category(last)[0] == "M")


def without_invisible(text: str) -> str:
    """The text as it is seen: characters that show nothing are taken out."""
    return text if text.isascii() else text.translate(_VISIBLE_TABLE)


def shorten(text: str, limit: int = 120) -> str:
    """The text, cut at a word and ended with three dots where it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 3]
    return (cut[: cut.rfind(" ")] if " " in cut[limit // 2 :] else cut) + "..."


def sentence(text: str) -> str:
    """The text with a full stop at its end, if it has no mark there; its capital is the writer's business."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
