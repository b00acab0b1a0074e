"""How long a Markdown text would take to parse, before it is parsed.

markdown-it-py is linear in all but two things, both of them nesting. Measured on 90 kinds of hostile text,
the estimate below is right within a factor of two, and errs on prose by taking it for slower than it is.
"""

from __future__ import annotations

from licheck.patterns import pattern

_MARKS = "!&*-<>[\\]_`|~"
_A_MARK = 12e-6  # seconds
_A_BRACKET = 20e-6  # in addition, since none may close
_A_LINE = 35e-6
_A_LAZY_LINE = 15e-6  # for each quote that a line is part of without saying so
_A_RULER_SIGN = 0.25e-6  # for each list that a line opens: `- - - a` could be a ruler up to its last sign

_OPENED = pattern(r"[ \t]*(?:(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)|>[ \t]*)*+")
_RULER = pattern(r"[-*_ \t]*")


def seconds(text: str) -> float:
    """An estimate of the time to parse a text, on one core of an ordinary machine of 2024."""
    lines = text.split("\n")
    marks = sum(map(text.count, _MARKS))
    filled = len(lines) - lines.count("")
    brackets = text.count("[")
    return marks * _A_MARK + brackets * _A_BRACKET + filled * _A_LINE + sum(map(_ruler, lines)) + _lazy(lines)


def _ruler(line: str) -> float:
    """What the line costs because each list in it is tried as a ruler first."""
    opened = _OPENED.match(line)
    if not opened or not opened.end():
        return 0
    ruler = _RULER.match(line, opened.end())
    length = ruler.end() if ruler else opened.end()
    lists = sum(map(opened.group().count, "-+*.)"))
    return lists * length * _A_RULER_SIGN


def _lazy(lines: list[str]) -> float:
    """What lines cost that carry on a deep quote without its marks: each quote looks at all of them."""
    cost = 0.0
    depth = 0
    for line in lines:
        opened = _OPENED.match(line)
        own = opened.group().count(">") if opened else 0
        if not line or line.isspace():
            depth = 0
        elif own >= depth:
            depth = own
        else:
            cost += (depth - own) * _A_LAZY_LINE
    return cost
