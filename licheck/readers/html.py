"""HTML -> Page: decoded, parsed as browsers do, walked once in reading order.

turbohtml builds the tree in linear time also on hostile nesting, and knows where each element stands
(docs/decisions.md, "The HTML parser").
"""

from __future__ import annotations

import re

import turbohtml

from licheck.model.page import Encoding, Page
from licheck.patterns import pattern
from licheck.readers.html_elements import FIRST_TAGS
from licheck.readers.html_images import with_captions
from licheck.readers.html_metadata import read_metadata
from licheck.readers.html_position import in_one_line, locate
from licheck.readers.html_visibility import see
from licheck.readers.html_walk import Walk

NAME = "html"
SUFFIXES = (".html", ".htm", ".xhtml", ".xht")

_HTML_HEAD = pattern(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|meta|title|"
    + FIRST_TAGS
    + rb")[\s/>]",
    re.I | re.S,
)

_XML = (".xhtml", ".xht")  # what browsers read by the rules of XML, if it is well formed


def recognises(head: bytes) -> bool:
    """Whether these first bytes of a file are HTML."""
    return _HTML_HEAD.match(head) is not None


def read(path: str, data: bytes) -> Page:
    """A page from the bytes of an HTML file. Never raises on markup: HTML has no syntax errors."""
    from licheck.readers.decode import decode, meta_charset

    text, encoding = decode(data, meta_charset(data))
    if text.startswith(("---\n", "+++\n")):
        return _site_source(path, text, encoding)
    if path.lower().endswith(_XML):
        from licheck.readers.embedded import xhtml

        page = xhtml.read(path, text, encoding)
    else:
        page = read_text(path, text, encoding=encoding)
    return _site_source(path, text, encoding, page) if "{{" in text or "{%" in text else page


def _site_source(path: str, text: str, encoding: Encoding, page: Page | None = None) -> Page:
    """The page as the source of a static site; as it was read already where it shows no marks of templates."""
    from licheck.readers import html_template

    return (
        page
        if page and not html_template.shows_marks(page, text)
        else html_template.read(path, text, encoding)
    )


def read_text(path: str, source: str, *, format: str = NAME, encoding: Encoding | None = None) -> Page:
    """A page from decoded HTML with line ends already normalised to `\\n`."""
    document = turbohtml.parse(in_one_line(source), scripting=True)
    walk = Walk(source, see(document))
    walk.run(document)
    containers = walk.containers()
    return Page(
        path=path,
        format=format,
        source=source,
        blocks=tuple(walk.blocks),
        hidden=tuple(walk.unseen),
        containers=containers,
        links=tuple(walk.links),
        images=with_captions(walk.images, containers, walk.blocks),
        scripts=tuple(walk.scripts),
        embeds=walk.all_embeds(document),
        metadata=read_metadata(document, source),
        encoding=encoding or Encoding("utf-8", "given"),
        notes=tuple(walk.sight.notes),
        locator=locate,
    )
