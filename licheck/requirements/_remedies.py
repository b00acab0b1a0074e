"""What would satisfy a requirement, in the markup of the file that is checked.

HTML for everything but Markdown and plain text; what plain text cannot carry is said in a sentence. Words in
capitals stand for what only an editor knows.
"""

from __future__ import annotations

from html import escape

from licheck.model.page import Page

ADDRESS = "ADDRESS-OF-THE-ORIGINAL"
NUMBER = "ARTICLE-NUMBER"
HOST = "SITE-OF-THE-PUBLISHER"
WRITER = "FIRST AND LAST NAME"


def link(page: Page, text: str, url: str) -> str:
    """A link with this text to `url`."""
    if page.format == "markdown":
        return f"[{text}]({url})"
    if page.format == "text":
        return f"{text}: {url}"
    return f'<a href="{escape(url)}">{escape(text, quote=False)}</a>'


def logo(page: Page, publisher: str) -> str:
    """A picture of the publisher's logo."""
    if page.format == "markdown":
        return f"![{publisher} logo](LOGO-FILE)"
    if page.format == "text":
        return f"Show the logo of {publisher} where the story runs."
    return f'<img src="LOGO-FILE" alt="{escape(publisher)} logo">'


def counter(page: Page, src: str) -> str:
    """A page counter, a picture or (its address ends with `.js`) a script; Markdown takes HTML for it."""
    if page.format == "text":
        return f"Add the page counter where the story runs: {src}"
    if src.endswith(".js"):
        return f'<script async src="{escape(src)}"></script>'
    return f'<img src="{escape(src)}" alt="" width="1" height="1">'


def canonical(page: Page, url: str) -> str:
    """The canonical address: a link in the head, or the front matter from which a site makes one."""
    if page.format == "markdown":
        return f"canonical_url: {url}"
    return f'<link rel="canonical" href="{escape(url)}">'
