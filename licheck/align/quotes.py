"""Which parts of a text are quoted, in the quotation marks of any language."""

from __future__ import annotations

from licheck.patterns import pattern

# What closes a quotation that this sign opens. “ closes in German what „ opened; » opens in German and Danish.
_CLOSERS = {
    "“": '”"',
    "„": '“”"',
    "‟": '”"',
    "”": "”",
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    '"': '"“”',
    "＂": "＂",
}
_SIGNS = pattern("[“„‟”«»「『\"＂‘‚‹'」』]")
_SINGLE = {"‘": "’'", "‚": "‘’", "‹": "›", "'": "'’"}
_REACH = 2_000  # characters in which a single quotation ends, for most such signs are apostrophes
_TRIES = 200  # signs of a block that may open one and are looked at, to bound the time
_BEFORE_CLOSE = ".,!?…;:"
_SPEECH = "—–"


def quoted(text: str) -> list[tuple[int, int]]:
    """The parts (start, end) of a text that stand in quotation marks, the outermost where they are nested.

    What is opened and never closed runs to the end: so each paragraph of a long quotation is written. So does
    what a dash at the beginning opens, up to the next dash: speech in French, Spanish and Polish.
    """
    spans = _speech(text)
    open_at, closers = -1, ""
    skip = spans[0][1] if spans else 0
    tries = 0
    for hit in _SIGNS.finditer(text):
        sign, at = hit.group(), hit.start()
        if at < skip:
            continue
        if open_at >= 0:
            if sign in closers:
                spans.append((open_at, at))
                open_at = -1
        elif sign in _SINGLE:
            end = _single_end(text, at, _SINGLE[sign]) if tries < _TRIES else 0
            tries += 1
            if end > 0:
                spans.append((at + 1, end))
                skip = end + 1
        elif sign in _CLOSERS and not (sign == '"' and text[at - 1 : at].isdigit()):
            open_at, closers = at + 1, _CLOSERS[sign]
    if open_at >= 0:
        spans.append((open_at, len(text)))
    return spans


def _speech(text: str) -> list[tuple[int, int]]:
    if text[:1] not in _SPEECH or not text[1:].strip():
        return []
    ends = [at for at in (text.find(dash, 1) for dash in _SPEECH) if at > 0]
    return [(1, min(ends, default=len(text)))]


def _single_end(text: str, at: int, closers: str) -> int:
    """Where a single quotation that may begin here ends; 0 where it is an apostrophe."""
    if text[at - 1 : at].isalnum() or not text[at + 1 : at + 2].strip() or text[at + 1].isdigit():
        return 0
    perhaps = 0
    for end in range(at + 1, min(len(text), at + _REACH)):
        if text[end] not in closers or text[end + 1 : end + 2].isalnum():
            continue
        if text[end - 1] in _BEFORE_CLOSE or text[end + 1 : end + 2] in tuple(_BEFORE_CLOSE + ")"):
            return end
        perhaps = perhaps or (end if text[end - 1] not in "sS" or closers[0] == "›" else 0)
        if perhaps and end - perhaps > _REACH // 10:
            break
    return perhaps
