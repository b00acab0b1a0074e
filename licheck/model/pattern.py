"""A regular expression that somebody wrote in a rule file: bounded before it is compiled, timed when it runs.

Rule files come from strangers and the timeout of the `regex` package covers matching only. Measured with
regex 2026.11 on Python 3.11: 50,000 alternatives compile in 5 s; 200 nested groups end in RecursionError;
`(?:a{1000}){1000}` is written out while compiling (0.5 s, 280 MB; one level more and memory runs out);
`(?R)*` takes 120 MB in 0.2 s. So the text is counted first, crudely but safely: what stands in a
character class counts too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from licheck.errors import PatternTimeout
from licheck.patterns import pattern

if TYPE_CHECKING:
    import regex

MAX_LENGTH: Final = 1_000  # characters
MAX_GROUPS: Final = 50  # opening brackets, nested or not
MAX_ALTERNATIVES: Final = 200  # vertical bars
MAX_COPIES: Final = 10_000  # product of all counts such as {4}

_TOKENS = pattern(
    r"\\[pPN]\{[^{}]*\}|\\.|(?P<group>\()|(?P<bar>\|)|\{(?P<count>\d*)(?:,\d*)?\}|(?P<brace>\{)",
    re.DOTALL,
)
# (?: (?= (?! (?> look-behind, named groups, and the flags i, m, s. Not: recursion, x and V1 (they change
# what a bracket means, so that counting would go wrong), approximate matching, conditions, verbs.
_GROUP = pattern(r"\((?!\?|\*)|\(\?(?:[:=!>]|<[=!]|P?<\w+>|[ims]+[:)])")


@dataclass(frozen=True)
class Pattern:
    """A regular expression in the syntax of the `regex` package (that of Python's `re`, for what is allowed).

    `text` is as written. Raises ValueError, in one sentence, where it is too long, holds too many groups,
    alternatives or repeats, or a construct that is not allowed. It is compiled at first use.
    """

    text: str

    def __post_init__(self) -> None:
        if len(self.text) > MAX_LENGTH:
            raise ValueError(f"the pattern is {len(self.text):,} characters long; at most {MAX_LENGTH:,}")
        _count(self.text)

    def __reduce__(self) -> tuple[type[Pattern], tuple[str]]:
        return Pattern, (self.text,)  # what was compiled stays behind: it is made again where it is needed

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The compiled expression. Raises ValueError, in one sentence, where it is not a valid one."""
        import regex  # 20 ms, and few rule sets hold a pattern

        try:
            return regex.compile(self.text)
        except regex.error as error:
            raise ValueError(f"the pattern is not a valid regular expression: {error}") from None
        except (RecursionError, MemoryError, OverflowError):
            raise ValueError("the pattern is too deeply nested") from None

    def search(self, text: str, seconds: float = 1.0) -> regex.Match[str] | None:
        """The first match anywhere in `text`, or None.

        `seconds` is processor time. Raises PatternTimeout when it has run out, ValueError as `compiled`.
        """
        try:
            return self.compiled.search(text, timeout=seconds)
        except (TimeoutError, MemoryError):
            shown = self.text if len(self.text) <= 60 else self.text[:60] + "..."
            raise PatternTimeout(
                f"The pattern {shown} was still searching after {seconds:g} s; make it simpler"
                " (no repeat inside a repeat)."
            ) from None


def _count(text: str) -> None:
    """Raise ValueError when the pattern could be costly to compile."""
    groups = bars = 0
    copies = 1
    for token in _TOKENS.finditer(text):
        groups += token["group"] is not None
        bars += token["bar"] is not None
        copies *= _repeats(token["count"])
        _allow(text, token)
        if copies > MAX_COPIES:
            raise ValueError(f"the counts in the pattern multiply to more than {MAX_COPIES:,}")
    if groups > MAX_GROUPS:
        raise ValueError(f"the pattern has {groups} groups; at most {MAX_GROUPS}")
    if bars > MAX_ALTERNATIVES:
        raise ValueError(f"the pattern has {bars} alternatives; at most {MAX_ALTERNATIVES}")


def _repeats(count: str | None) -> int:
    """How often a count such as {4,} copies what stands before it; any long number is simply too many."""
    if not count:
        return 1
    return max(1, int(count)) if len(count) <= 6 else MAX_COPIES + 1


def _allow(text: str, token: re.Match[str]) -> None:
    at = token.start()
    if token["group"] is not None and not _GROUP.match(text, at):
        raise ValueError(
            f"the pattern holds {text[at : at + 4]}, which is not allowed; groups begin with"
            " ( (?: (?= (?! (?<= (?<! (?> (?<name> or the flags (?i) (?m) (?s)"
        )
    if token["brace"] is not None:
        raise ValueError(
            "the pattern holds a { that begins no count such as {2,4}; write \\{ for a literal one"
        )
