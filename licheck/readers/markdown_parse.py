"""Markdown -> markdown-it-py's tokens, each inline one with the place it came from.

markdown-it-py tells the lines of blocks, but not where in them a word stands. Its parser of inline text
walks its input once from left to right, so it is enough to note where it stood when it made a token.
"""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from licheck.patterns import pattern
from licheck.readers.markdown_cost import seconds
from licheck.readers.markdown_map import Refused

_DEEPEST = 100  # quotes and lists within each other; markdown-it-py leaves out what is deeper
_DEEPEST_INLINE = 20  # brackets within each other, of which links are made; deeper ones are shown as brackets
_NESTED = f"its lists and quotes are nested more than {_DEEPEST} deep"
_HOLDS_BLOCKS = frozenset({"blockquote_open", "list_item_open"})

# What gives an inline rule work. Text without any of these is only text.
_MARKS = pattern(r"[\n!&*<\[\\\]_`~]")

_PATIENCE = 6.0  # seconds that parsing may take; 5 MB of prose stay below 5


def parse(text: str) -> list[Token]:
    """The tokens of CommonMark with tables and strikethrough; raises Refused.

    Of `inline` tokens, `children` is None when `content` is nothing but text; else each child's `meta["at"]`
    is where it begins in `content` (a link: behind its bracket).
    """
    if seconds(text) > _PATIENCE:
        raise Refused("its marks would take too long to read; no story has so many")
    parser = _Parser()
    parser.options["maxNesting"] = _DEEPEST
    env: dict[str, Any] = {}
    tokens: list[Token] = []
    parser.block.parse(text, parser, env, tokens)
    if any(token.level >= _DEEPEST - 1 and token.type in _HOLDS_BLOCKS for token in tokens):
        raise Refused(_NESTED)
    parser.options["maxNesting"] = _DEEPEST_INLINE
    for token in tokens:
        if token.type == "inline":
            token.children = None
            if _MARKS.search(token.content):
                token.children = []
                parser.inline.parse(token.content, parser, env, token.children)
    return tokens


class _Parser(MarkdownIt):
    """CommonMark with tables and strikethrough; addresses stay as they were written."""

    def __init__(self) -> None:
        super().__init__("commonmark")
        self.enable(["table", "strikethrough"])
        self.disable(["fragments_join"])  # it would merge tokens, and lose their places
        self.inline = _Inline(self.inline)

    def normalizeLink(self, url: str) -> str:
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002 - the signature is the parser's
        return True

    def normalizeLinkText(self, link: str) -> str:
        return link


class _Inline(ParserInline):
    """The inline parser, with a state that notes positions."""

    def __init__(self, configured: ParserInline) -> None:
        self.__dict__.update(configured.__dict__)
        self.terminator_re = _MARKS

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _Positions(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Positions(StateInline):
    """Notes where each token begins. Text that was not yet made a token stands in one piece of the source."""

    text_at = 0

    def append_pending(self, text: str) -> None:
        if not self._pending_buffer and not self._pending:
            self.text_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:
        token = super().pushPending()
        token.meta = {"at": self.text_at}
        return token

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta = {"at": self.pos}
        return token
