"""Text of strangers (a page, a file name, a rule file), made safe for the place where it is printed.

`terminal` for terminals and logs, `ci` for whole lines of a CI log, `json_safe` and `json_document`
for JSON, `ascii_only` for terminals that can print nothing else, `csv_cell`, `markup` and `uri` for
CSV, HTML and SARIF, `markdown` and `markdown_code` for Markdown on a code host. What a reader could not see
is made visible, never dropped.
"""

from __future__ import annotations

import re
import unicodedata

from licheck.patterns import pattern

# Characters that act on a terminal or show nothing: controls (C0, DEL, C1), soft hyphen, fillers,
# zero-width characters, line and paragraph separators, direction marks, overrides and isolates,
# variation selectors, tags, annotation marks, lone surrogates.
_UNSEEN = (
    r"\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_UNSEEN_IN_LINE = pattern(rf"(?!\n)[{_UNSEEN}]")
# One joiner between two letters that need it (Persian, the scripts of India, emoji: not Latin), and one
# variation selector after what it varies, are ordinary writing. A run of them is not.
_SELECTOR = r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_ORDINARY = (
    rf"(?<=[^\x00-\u02ff{_UNSEEN}])(?:{_SELECTOR})?[\u200c\u200d](?=[^\x00-\u02ff{_UNSEEN}])"
    rf"|(?<=[^\s{_UNSEEN}]){_SELECTOR}"
)
_SHOWN = pattern(f"{_ORDINARY}|([{_UNSEEN}])")
_NAMED = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}

# Our own bound, ample for ordinary writing; 30, the limit of Unicode's stream-safe text format
# (https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format), would still blacken the lines above.
_MOST_MARKS = 8
_MARKS = pattern(rf"[^\w\s\x00-\u02ff]{{{_MOST_MARKS + 1},}}")  # \w takes in letters, but no marks

# GitHub takes `::name ...::` after white space, and `##[name]` anywhere in a line
# (github.com/actions/runner, src/Runner.Common/ActionCommand.cs); Azure Pipelines `##vso[...]` anywhere
# (github.com/microsoft/azure-pipelines-agent, src/Microsoft.VisualStudio.Services.Agent/Command.cs);
# TeamCity `##teamcity[...]`. GitLab's `section_start:` needs CR and ESC, which are never printed.
_HASHES = pattern(r"##(?=\w*\[)")

_FORMULA = pattern(r"(\A\s*|[;\n][^\S\n]*)(?=[=+\-@＝＋－＠])|\A(?=[\t\r\n])")
_WEB = pattern(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/%?=&+,-]*)?(?:#[A-Za-z0-9._~%=&+-]*)?")
# What code hosts make of words: mentions, references (#1 !1 $1 %1 ^1 &1 ~label GH-1, commits), addresses, emoji,
# mathematics between dollar signs.
_MORE_THAN_A_WORD = pattern(
    r"[@#$^~]|[!%&][0-9A-Za-z\"]|\bGH-[0-9]|://|www\.|mailto:|xmpp:|:[\w+-]+:|\b[0-9a-f]{7,40}\b",
    re.IGNORECASE,
)
_MARKUP = pattern(r"[\\`*_{}\[\]<>()!|&]")
_MEANS_SOMETHING = pattern(r"[&<>\"']")  # in HTML and XML
_BEGINNING = pattern(r"^([0-9]*)([-+=.):])")  # what makes a list, a line or a heading where a text begins

_TYPOGRAPHIC = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\xa0\u2002\u2003\u2009\u202f", " "),
        "…": "...",
    }
)


def terminal(text: str, limit: int | None = None) -> str:
    """Text that does nothing to a terminal: what acts or is not seen stands as `\\x1b`, `\\u202e`, `\\n`.

    More than eight combining marks in a run are cut. `limit` shortens first, see `middle`; what comes
    out can be longer by the escapes.
    """
    text = middle(text, limit) if limit else text
    if text.isascii() and text.isprintable():
        return text
    return _MARKS.sub(_cap_marks, _SHOWN.sub(_show, text))


def middle(text: str, limit: int) -> str:
    """The text, or its beginning and end with ` ... ` between them where it has over `limit` characters."""
    if len(text) <= limit:
        return text
    kept = max(limit - len(" ... "), 2)
    return f"{text[: kept - kept // 2].rstrip()} ... {text[len(text) - kept // 2 :].lstrip()}"


def ci(text: str) -> str:
    """Text in which no CI system reads a command: `::`, `##[`, `##name[` broken up, line ends shown."""
    return _HASHES.sub(r"#\\x23", text.replace("::", r":\x3a")).replace("\r", r"\r").replace("\n", r"\n")


def ascii_only(text: str) -> str:
    """Text in ASCII: typographic quotes, dashes and spaces as their plain kin, all else as `\\u00e9`."""
    if text.isascii():
        return text
    return re.sub(r"[^\x00-\x7f]", lambda sign: _code(sign[0]), text.translate(_TYPOGRAPHIC))


def json_safe(text: str) -> str:
    """Well-formed Unicode: lone surrogates, which no UTF-8 can carry, become U+FFFD."""
    return text if text.isascii() else re.sub(r"[\ud800-\udfff]", "\ufffd", text)


def json_document(document: str) -> str:
    """A JSON document that reads the same and is safe to print: what is not seen stands as `\\u202e`.

    Lone surrogates become U+FFFD; `##[`, a command in a CI log, is written `#\\u0023[`.
    """
    return _UNSEEN_IN_LINE.sub(_json_code, _HASHES.sub(r"#\\u0023", json_safe(document)))


def csv_cell(text: str) -> str:
    """Text no spreadsheet takes for a formula: a leading `= + - @`, tab or line end gets a `'` before it.

    White space before it makes no difference. Where the decimal sign is a comma, spreadsheets cut lines at
    semicolons, and then what follows one or a line end stands at a beginning too. Quoting commas, quotes and
    line ends is the CSV writer's work.
    """
    return _FORMULA.sub(r"\1'", json_safe(text))


def markdown(text: str) -> str:
    """A line of text for Markdown on a code host: no markup, link, mention, reference or emoji comes of it.

    A word that could be taken for more than a word (an address, `@name`, `#12`, a commit) becomes code, in
    which code hosts look for nothing; in all others punctuation is escaped. Begin the line with something else.
    """
    first, *others = terminal(text).split(" ")
    words = [_BEGINNING.sub(r"\1\\\2", _markdown_word(first)), *map(_markdown_word, others)]
    return " ".join(words)


def markdown_cell(text: str) -> str:
    """As `markdown`, for a cell of a table, which a `|` would end even where it is escaped or in code."""
    return markdown(text).replace("|", "&#124;").replace("\\&#124;", "&#124;")


def markdown_code(text: str, cell: bool = False) -> str:
    """A line of text as Markdown code, exactly as it is; empty for nothing. `cell`: it stands in a table."""
    text = terminal(text).replace("|", r"\|") if cell else terminal(text)
    if not text.strip(" "):
        return ""
    ticks = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def web_address(text: str) -> bool:
    """Whether a text is a plain address of the web and nothing else, so that a link may be made of it."""
    return bool(_WEB.fullmatch(text))


def markup(text: str) -> str:
    """Text for HTML and XML, also inside a quoted attribute; what is not seen is shown as in `terminal`."""
    text = terminal(text)
    if not _MEANS_SOMETHING.search(text):  # most do not: a report of an audit has millions of texts
        return text
    from html import escape  # it loads a table of 2,231 entities, which no other format needs

    return escape(text, quote=True)


def uri(path: str) -> str:
    """A path as the path of a URI, percent-encoded; undecodable bytes of a file name as they were."""
    raw = path.encode("utf-8", "surrogateescape") if _encodable(path) else json_safe(path).encode()
    from urllib.parse import quote  # 3 ms, and most reports have no address to write

    return quote(raw, safe="/")


def _markdown_word(word: str) -> str:
    if _MORE_THAN_A_WORD.search(word):
        return markdown_code(word)
    return _MARKUP.sub(r"\\\g<0>", word)


def _encodable(path: str) -> bool:
    return not re.search(r"[\ud800-\udc7f\udd00-\udfff]", path)


def _show(found: re.Match[str]) -> str:
    return _code(found[1]) if found[1] else found[0]


def _code(sign: str) -> str:
    number = ord(sign)
    if number < 0x100:
        return _NAMED.get(sign) or f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _json_code(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _cap_marks(found: re.Match[str]) -> str:
    kept: list[str] = []
    run = 0
    for sign in found[0]:
        run = run + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        if run <= _MOST_MARKS:
            kept.append(sign)
        elif run == _MOST_MARKS + 1:
            kept.append("...")
    return "".join(kept)
