"""Which blocks of a page read like prose, and how many words each holds."""

from __future__ import annotations

from collections.abc import Mapping

from licheck.model.page import Block, BlockKind, Page
from licheck.patterns import pattern

LONG = 15  # words that make a block a paragraph of prose
SPARSE = 7  # words that do on a page with little text
_CHARACTERS = 2  # that a word has at least, with its space
_SIGNS_A_WORD = 2  # characters that count as a word in scripts written without spaces
_WORDLESS = 8  # characters a word beyond which a text may be written without spaces
_SPACELESS = pattern(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4}")
_LINKED = 0.5  # share of a block's text inside links beyond which it is a menu, not prose

_NEVER = (BlockKind.CONTROL, BlockKind.HEADING, BlockKind.CAPTION)


def linked(page: Page) -> dict[int, int]:
    """Block -> characters of its text that stand in links, for the blocks that hold links."""
    found: dict[int, int] = {}
    for link in page.links:
        block = link[2]
        if block >= 0:
            found[block] = found.get(block, 0) + link[4] - link[3]
    return found


def words_in(text: str) -> int:
    """How many words a text holds, roughly and cheaply; in scripts without spaces two characters are one."""
    words = text.count(" ") + 1
    if words * _WORDLESS < len(text) and not text.isascii() and _SPACELESS.search(text):
        return len(text) // _SIGNS_A_WORD
    return words


def is_menu(block: Block, in_links: int) -> bool:
    """Whether most of a block's text is links."""
    return in_links > len(block.text) * _LINKED


def prose(page: Page, in_links: Mapping[int, int], least: int) -> dict[int, int]:
    """Block -> words, for the blocks that read like a paragraph of at least so many words."""
    found: dict[int, int] = {}
    shortest = least * _CHARACTERS
    for index, block in enumerate(page.blocks):
        text = block[0]
        if len(text) < shortest:
            continue
        words = text.count(" ") + 1
        if words * _WORDLESS < len(text):
            words = words_in(text)
        if words < least or block[1] in _NEVER:
            continue
        if index in in_links and is_menu(block, in_links[index]):
            continue
        found[index] = words
    return found
