"""What a republication changed, as lines that a person can read.

Words that were taken out stand as [-...-], words that were put in as {+...+}, with some words of the text around
them; longer parts of it, and long passages, are folded to "...".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from licheck.model.change import Change, ChangeKind, Comparison, Passage
from licheck.model.page import Page

_AROUND = 6  # words before and after a change that are shown
_LONGEST = 24  # words of a passage that are shown in full; of a longer one so many in all
_UNSEEN = {ord(sign): None for sign in "\u200b\u00ad\ufeff"}
_WHOLE = (ChangeKind.MOVED, ChangeKind.MERGED, ChangeKind.SPLIT)
_LINKS = (ChangeKind.LINK_LOST, ChangeKind.LINK_ADDED, ChangeKind.LINK_RETARGETED)
_NO_WORDS = (
    ChangeKind.IMAGE_LOST,
    ChangeKind.IMAGE_ADDED,
    ChangeKind.IMAGE_CREDIT_LOST,
    ChangeKind.EMBED_LOST,
    ChangeKind.EMBED_ADDED,
)


def told(compared: Comparison) -> Iterator[str]:
    """The changes of a comparison as plain text, see `change_lines`."""
    yield from change_lines(compared.changes, compared.page, compared.original.page)


def change_lines(changes: Sequence[Change], page: Page, original: Page) -> Iterator[str]:
    """The changes as plain text: for each place one line with path, line, column and what it is, then one with the
    words, further in. What stands in one paragraph of the page is shown in one line.
    """
    for _, together in groupby(enumerate(changes), lambda pair: _place(*pair)):
        same = [change for _, change in together]
        yield f"{_where(same[0], page, original)}: {_what(same)}"
        yield f"    {_shown(same, page, original)}"


def _place(number: int, change: Change) -> tuple[int, int]:
    """What changes share that are shown in one line: the page's block. Others stand alone."""
    if change.page is None or change.kind in (*_WHOLE, *_LINKS, *_NO_WORDS):
        return -1, number
    return change.page.block, -1


def _where(change: Change, page: Page, original: Page) -> str:
    """The place on the page; of what is not there, the place in the original."""
    if here := change.place_on_page(page):
        return f"{page.path}:{here.line}:{here.column}"
    if there := change.place_in_original(original):
        return f"{original.path}:{there.line}:{there.column} (original)"
    return page.path


def _what(changes: Sequence[Change]) -> str:
    """The kind of each change, in the order in which they are shown, and by which permissions it is free.

    Several in a row that are alike are told once, with their number.
    """
    alike = ((told, sum(1 for _ in same)) for told, same in groupby(map(_kind, changes)))
    return ", ".join(f"{count} x {told}" if count > 1 else told for told, count in alike)


def _kind(change: Change) -> str:
    free = sorted(permission.value.replace("_", " ") for permission in change.permitted_by)
    return f"{change.kind.value} (a rule may permit it as {' or '.join(free)})" if free else change.kind.value


def _shown(changes: Sequence[Change], page: Page, original: Page) -> str:
    first = changes[0]
    notes = [change.note for change in changes if change.note]
    if first.kind in _WHOLE:
        text = _moved(first, original)
    elif first.kind in _LINKS:
        kept = first.page or first.original
        text = f"“{_folded(kept.text, _LONGEST)}”" if kept else ""
    elif first.kind in _NO_WORDS:
        text = ""
    elif first.page is None:
        text = _cut(first, original)
    else:
        text = _words(changes, page)
    return "; ".join(filter(None, (text, *notes)))


def _moved(change: Change, original: Page) -> str:
    """A passage that stands elsewhere now, or in another paragraph."""
    passage = change.page or change.original
    text = _folded(passage.text, _LONGEST) if passage else ""
    if change.kind is not ChangeKind.MOVED or change.original is None:
        return text
    line, column = original.locate(original.blocks[change.original.block], change.original.start)
    return f"{text} (stood at {original.path}:{line}:{column})"


def _cut(change: Change, original: Page) -> str:
    """What was cut, with what stood around it in the original."""
    if change.original is None or not change.original.text:
        return ""
    text = original.blocks[change.original.block].text
    before = _end(text[: change.original.start])
    after = _begin(text[change.original.end :])
    return _clean(f"{before}[-{_folded(change.original.text, _LONGEST)}-]{after}")


def _words(changes: Sequence[Change], page: Page) -> str:
    """The changes of one block of the page, with the words around and between them."""
    passages = [(change.page, change.original) for change in changes if change.page]
    text = page.blocks[passages[0][0].block].text
    pieces = [_end(text[: passages[0][0].start])]
    for at, (there, was) in enumerate(passages):
        pieces.append(_changed(was, there))
        following = passages[at + 1][0].start if at + 1 < len(passages) else None
        between = text[there.end : following]
        pieces.append(_begin(between) if following is None else _folded(between, 2 * _AROUND, whole=True))
    return _clean("".join(pieces))


def _changed(was: Passage | None, there: Passage) -> str:
    old = f"[-{_folded(was.text, _LONGEST)}-]" if was else ""
    new = f"{{+{_folded(there.text, _LONGEST)}+}}"
    return f"{old} {new}" if old else new


def _clean(text: str) -> str:
    return " ".join(text.translate(_UNSEEN).split())


def _folded(text: str, most: int, whole: bool = False) -> str:
    """A text, or its first and last words with "..." between; `whole` keeps the white space at its ends."""
    words = text.split()
    if len(words) <= most:
        return text if whole else " ".join(words)
    half = most // 2
    folded = f"{' '.join(words[:half])} ... {' '.join(words[-half:])}"
    if not whole:
        return folded
    return f"{' ' * text[:1].isspace()}{folded}{' ' * text[-1:].isspace()}"


def _end(text: str) -> str:
    """The last words of a text, for before a change."""
    words = text.split()
    if len(words) <= _AROUND:
        return text
    return f"... {' '.join(words[-_AROUND:])}{' ' * text[-1:].isspace()}"


def _begin(text: str) -> str:
    """The first words of a text, for after a change."""
    words = text.split()
    if len(words) <= _AROUND:
        return text
    return f"{' ' * text[:1].isspace()}{' '.join(words[:_AROUND])} ..."
