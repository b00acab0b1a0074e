"""Which files a glob names. Linear in the path for each piece of the glob, whatever it holds."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

_WILD = frozenset("*?")


def matches(glob: str, path: str) -> bool:
    """Whether a glob names a path; both are relative to the same folder, with `/`.

    `*` is any run of characters within a name, `?` one of them, `**` any number of folders. A glob without `/`
    names files at any depth. A glob whose last part has no `*` or `?` names a folder too, with all that is in it.
    Letters are compared as they look, however they are encoded (NFC), and capitals count.
    """
    pieces = _pieces(glob)
    names = _nfc(path).split("/")
    if not pieces:
        return False
    if _match(pieces, names):
        return True
    return not _WILD & {*pieces[-1]} and _match([*pieces, "**"], names)


def is_exact(glob: str) -> bool:
    """Whether a glob is the plain path of one file or folder."""
    return not _WILD & {*glob} and "/" in glob.strip("/")


def inside(folder: str, path: str) -> str | None:
    """An absolute path as seen from an absolute folder; None where it does not lie in it."""
    base = folder.rstrip("/") + "/"
    return path[len(base) :] if path.startswith(base) else None


def _pieces(glob: str) -> list[str]:
    plain = _nfc(glob).removeprefix("./")
    anchored = "/" in plain.rstrip("/")
    pieces = [piece for piece in plain.split("/") if piece not in ("", ".")]
    return pieces if anchored or not pieces else ["**", *pieces]


def _nfc(text: str) -> str:
    return text if text.isascii() else normalize("NFC", text)


def _match(pieces: Sequence[str], names: Sequence[str]) -> bool:
    """Whether all pieces match all names: from the end, row by row."""
    row = [False] * len(names) + [True]
    for piece in reversed(pieces):
        if piece == "**":
            later = [row[-1]]
            for here in reversed(row[:-1]):
                later.append(here or later[-1])
            row = later[::-1]
        else:
            row = [row[at + 1] and _name(piece, name) for at, name in enumerate(names)] + [False]
    return row[0]


def _name(piece: str, name: str) -> bool:
    """Whether one name matches a piece with `*` and `?`: on a miss only the last `*` need give way."""
    at = place = 0
    star, mark = -1, 0
    while place < len(name):
        if at < len(piece) and piece[at] == "*":
            star, mark = at, place
            at += 1
        elif at < len(piece) and piece[at] in ("?", name[place]):
            at, place = at + 1, place + 1
        elif star >= 0:
            at, mark = star + 1, mark + 1
            place = mark
        else:
            return False
    return all(sign == "*" for sign in piece[at:])
