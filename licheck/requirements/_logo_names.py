"""Is this short text (a file name, an alternative text, a caption) the name of somebody's logo?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote

from licheck.patterns import pattern
from licheck.text import fold

_WORD = pattern(r"[^\W_]+")
_AS_WORD = pattern(r"logo|wordmark|brand", re.I)
# Words that stand beside the name in a logo's file name or alternative text.
_LOGO_WORDS = frozenset(
    word
    for line in (
        "logo logos logotype logotipo wordmark brand icon official main square horizontal vertical",
        "svg png jpg jpeg webp gif image rgb cmyk x1 x2 retina transparent scaled copy final new old",
        "black white color colour dark light full small large header footer home site link",
        "the of by for and",
    )
    for word in line.split()
)
_TELLS_NOTHING = pattern(
    r"^(?:img|image|photo|picture|untitled|unnamed|file|download|screenshot|logo|banner|asset|default"
    r"|attachment)?[\W_]*[\da-f-]*(?:[\W_]*\d+x\d+)?$",
    re.I,
)
_IN_STYLE = pattern(r"background(?:-image)?\s*:[^;{}]{0,200}?url\(\s*[\"']?([^\"')\s]{1,300})", re.I)
_BEFORE_URL, _AFTER_URL = 230, 310  # characters around "url(" that such a declaration may have
_LONGEST_FILE_NAME = 200  # characters; file systems allow 255, and what is longer is data

# These keep sentences out: "The Conversation on schools goes on" names a publisher and is no logo's name.
_SPARE_WORDS = 1  # other words that a logo's name may hold...
_MOST_WORDS = 8  # ...among so many in all
_MOST_WORDS_WITH_LOGO = 12  # or this many where one of them is "logo" or the like
_SHORTEST_NAME = 3  # letters; shorter ones stand in too many words
_GLUED = 8  # letters that may be glued to a name: "dcnflogo", "dcnf" and "wordmark"


def file_name(src: str) -> str:
    """The decoded file name at the end of an address; empty for none and for pictures in the page itself."""
    if not src or src.startswith("data:"):
        return ""
    path = src.partition("?")[0].partition("#")[0].rstrip("/")
    return unquote(path.rpartition("/")[2])[:_LONGEST_FILE_NAME]


def names_logo(text: str, names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a text is one of these names, beside words that go with a logo, and not one of `others`."""
    words = _WORD.findall(fold(text).replace("'", ""))
    packed = "".join(words)
    ours, theirs = _keys(tuple(names)), _keys(tuple(others))
    if not any(map(packed.__contains__, ours)):
        return False
    best = _longest_of((*ours, *theirs), words, packed)
    if not best or best not in ours:
        return False
    if any(_AS_WORD.match(word) for word in words):
        return len(words) <= _MOST_WORDS_WITH_LOGO
    rest = [word for word in words if word not in best and best not in word and _is_other(word)]
    return len(rest) <= _SPARE_WORDS and len(words) <= _MOST_WORDS


def other_words(text: str) -> list[str]:
    """The folded words of a text that do not just go with a logo."""
    return [word for word in _WORD.findall(fold(text)) if _is_other(word)]


def _is_other(word: str) -> bool:
    return word not in _LOGO_WORDS and not word.isdigit()


def calls_itself_logo(name: str) -> bool:
    """Whether a file name holds "logo" or the like."""
    return _AS_WORD.search(name) is not None


def tells_nothing(name: str) -> bool:
    """Whether a file name says nothing of what it shows: "img_4711.png", "9f3a2.webp"."""
    return _TELLS_NOTHING.match(name.rpartition(".")[0] or name) is not None


def _key(name: str) -> str:
    """A name written together: "dailycallernewsfoundation"."""
    return "".join(_WORD.findall(fold(name)))


@lru_cache(maxsize=512)
def _keys(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_key, names))


def _longest_of(keys: Sequence[str], words: Sequence[str], packed: str) -> str:
    """The longest of these names, written together, that stands in the words; empty for none."""
    present = [key for key in keys if len(key) >= _SHORTEST_NAME and key in packed]
    return max((key for key in present if _at_word_edge(words, key)), key=len, default="")


def _at_word_edge(words: Sequence[str], key: str) -> bool:
    """Whether a name written together begins and ends where words do ("dcnf", "dcnflogo")."""
    for start in range(len(words)):
        run = ""
        for word in words[start:]:
            run += word
            if run == key or _glued(run, key):
                return True
            if len(run) > len(key) + _GLUED:
                break
    return False


def _glued(run: str, key: str) -> bool:
    """Whether a run of words is a name with "logo" or the like before or after it."""
    after = run.startswith(key) and _AS_WORD.match(run[len(key) :])
    before = run.endswith(key) and _AS_WORD.match(run)
    return bool(after or before)


def backgrounds(source: str) -> Iterator[re.Match[str]]:
    """Each declaration of a background picture; group 1 is its address."""
    at, end = source.find("url("), 0
    while at >= 0:
        if hit := _IN_STYLE.search(source, max(end, at - _BEFORE_URL), at + _AFTER_URL):
            yield hit
            end = hit.end()
        at = source.find("url(", max(end, at + 1))
