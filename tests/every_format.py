"""One invented story in every format that licheck reads, as long as wanted."""

import json
import quopri
from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

TITLE = "Tide gate opened by hand"
FIRST = "The tide gate at the end of Mill Street was opened by hand on Tuesday & nobody had the key."
LAST = "A second key will be kept at the bakery, which opens early."
XHTML_NS = "http://www.w3.org/1999/xhtml"


def paragraphs(count: int = 4) -> list[str]:
    """The story in so many paragraphs, the first and the last always the same."""
    between = (
        f"In hour {number} two neighbours and the harbour master turned the wheel, and the water in the lower"
        f" gardens fell by a hand; rowing boat {number} of the school went out with it past “the old mill”."
        for number in range(count - 2)
    )
    return [FIRST, *between, LAST]


def _body(parts: Sequence[str]) -> str:
    return "\n".join(f"<p>{escape(part)}</p>" for part in parts)


def _page(parts: Sequence[str], opening: str = "<!doctype html>\n<html>", head: str = "") -> str:
    return (
        f'{opening}\n<head><meta charset="utf-8"/><title>{TITLE}</title>{head}</head>\n<body><article>'
        f"<h1>{TITLE}</h1>\n{_body(parts)}\n</article></body>\n</html>\n"
    )


def _html(parts: Sequence[str]) -> str:
    return _page(parts)


def _xhtml(parts: Sequence[str]) -> str:
    return _page(parts, f'<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="{XHTML_NS}">')


def _amp(parts: Sequence[str]) -> str:
    style = "<style amp-boilerplate>body{visibility:hidden;animation:-amp-start 8s}</style>"
    return _page(
        parts,
        "<!doctype html>\n<html amp>",
        f'<script async src="https://cdn.ampproject.org/v0.js"></script>{style}',
    )


def _markdown(parts: Sequence[str]) -> str:
    return f"---\ntitle: {TITLE}\nauthor: Wenna Tolliver\n---\n\n# {TITLE}\n\n" + "\n\n".join(parts) + "\n"


def _text(parts: Sequence[str]) -> str:
    return f"{TITLE}\n\n" + "\n\n".join(parts) + "\n"


def _mhtml(parts: Sequence[str]) -> str:
    page = quopri.encodestring(_page(parts).encode()).decode()
    text = (
        "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        '\ttype="text/html"; boundary="----k7"\n\n------k7\nContent-Type: text/html; charset=utf-8\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n{page}\n------k7\n"
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n------k7--\n"
    )
    return text.replace("\n", "\r\n")


def _rss(parts: Sequence[str], spaces: str = "", more: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"'
        f' xmlns:content="http://purl.org/rss/1.0/modules/content/"{spaces}>\n<channel>\n<title>Harbour Lane</title>\n'
        f"<item>\n<title>{TITLE}</title>\n<content:encoded><![CDATA[{_body(parts)}]]></content:encoded>\n{more}</item>\n"
        "</channel>\n</rss>\n"
    )


def _atom(parts: Sequence[str]) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<title>Harbour Lane</title>\n'
        f'<entry>\n<title>{TITLE}</title>\n<content type="html">{escape(_body(parts))}</content>\n</entry>\n</feed>\n'
    )


def _wxr(parts: Sequence[str]) -> str:
    return _rss(parts, ' xmlns:wp="http://wordpress.org/export/1.2/"', "<wp:post_type>post</wp:post_type>\n")


def _wordpress(parts: Sequence[str]) -> str:
    post = {"id": 7, "title": {"rendered": TITLE}, "content": {"rendered": _body(parts), "protected": False}}
    return json.dumps([post]).replace("/", "\\/")


def _ninjs(parts: Sequence[str]) -> str:
    item = {"uri": "urn:harbour.example:7", "type": "text", "headline": TITLE, "body_xhtml": _body(parts)}
    return json.dumps(item, ensure_ascii=False)


def _json_ld(parts: Sequence[str]) -> str:
    article = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE}
    return json.dumps({**article, "articleBody": "\n\n".join(parts)}, indent=1)


def _schema(parts: Sequence[str]) -> str:
    page = {"@type": "WebPage", "name": "Harbour Lane"}
    graph = [page, json.loads(_json_ld(parts))]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)


class Format(NamedTuple):
    """`read_as` is the format that is told; `frames` whether the format has an end, which a cut takes off."""

    suffix: str
    read_as: str
    write: Callable[[Sequence[str]], str]
    frames: bool = True

    def file(self, count: int = 4) -> bytes:
        """The story in so many paragraphs."""
        return self.write(paragraphs(count)).encode()


FORMATS = {
    "HTML": Format(".html", "html", _html, frames=False),
    "XHTML": Format(".xhtml", "html", _xhtml, frames=False),
    "AMP": Format(".amp.html", "html", _amp, frames=False),
    "Markdown": Format(".md", "markdown", _markdown, frames=False),
    "MDX": Format(".mdx", "markdown", _markdown, frames=False),
    "text": Format(".txt", "text", _text, frames=False),
    "MHTML": Format(".mhtml", "mhtml", _mhtml),
    "RSS": Format(".rss", "feed", _rss),
    "Atom": Format(".atom", "feed", _atom),
    "WordPress": Format(".json", "wordpress", _wordpress),
    "WordPress export": Format(".xml", "wxr", _wxr),
    "ninjs": Format(".ninjs.json", "ninjs", _ninjs),
    "JSON-LD": Format(".jsonld", "json-ld", _json_ld),
    "schema.org graph": Format(".json", "json-ld", _schema),
}
