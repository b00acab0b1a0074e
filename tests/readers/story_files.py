"""One invented story, in every format that holds stories; each as its usual writers write it."""

import json
import quopri
import re
from html import escape

TITLE = "Ferry bell “rings” again"
BODY = (
    "<p>By <b>Ínga Sørli</b></p>\n"
    "<p>The bell of the Kvernes ferry rang on Monday for the first time since 1987 &amp; woke the harbour’s dogs 🐕.</p>\n"
    '<p>It had lain in a <a href="https://harbour.example/barn">barn</a>, under straw.</p>'
)
TEXT = "By Ínga Sørli\n\nThe bell of the Kvernes ferry rang on Monday & woke the dogs 🐕.\n\nIt had lain in a barn."
SEEN = [
    TITLE,
    "By Ínga Sørli",
    "The bell of the Kvernes ferry rang on Monday for the first time since 1987 & woke the harbour’s dogs 🐕.",
    "It had lain in a barn, under straw.",
]
TEXT_SEEN = [TITLE, *TEXT.split("\n\n")]

RSS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n<title>Kvernes Post</title>\n'
)
RSS_END = "</channel>\n</rss>\n"
WXR = RSS.replace(
    ' xmlns:dc=', ' xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc='
)  # fmt: skip
ATOM = '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<title>Kvernes Post</title>\n'
XHTML_NS = "http://www.w3.org/1999/xhtml"


def post(title=TITLE, body=BODY, **more):
    """A post as WordPress's REST API has it."""
    return {
        "id": 7,
        "date": "2026-03-02T08:00:00",
        "guid": {"rendered": "https://post.example/?p=7"},
        "status": "publish",
        "link": "https://post.example/ferry-bell",
        "title": {"rendered": title},
        "content": {"rendered": body, "protected": False},
        "_embedded": {"author": [{"id": 3, "name": "Ínga Sørli"}]},
        **more,
    }


def php(value):
    """JSON as PHP writes it: everything beyond ASCII escaped, and slashes too."""
    return json.dumps(value).replace("/", "\\/")


def item(body=BODY, title=TITLE, more=""):
    """An item of RSS with its text in a CDATA section."""
    return (
        f"<item>\n<title>{escape(title, quote=False)}</title>\n<dc:creator><![CDATA[Ínga Sørli]]></dc:creator>\n"
        f"<content:encoded><![CDATA[{body}]]></content:encoded>\n{more}</item>\n"
    )


def entry(kind="html", body=BODY, title=TITLE):
    """An entry of Atom."""
    body = f'<div xmlns="{XHTML_NS}">{body}</div>' if kind == "xhtml" else escape(body)
    return (
        f"<entry>\n<title>{escape(title)}</title>\n<author><name>Ínga Sørli</name></author>\n"
        f'<content type="{kind}">{body}</content>\n</entry>\n'
    )


def ninjs(**body):
    """An item of ninjs 1.x."""
    return {
        "uri": "urn:post.example:7",
        "type": "text",
        "pubstatus": "usable",
        "headline": TITLE,
        "byline": "Ínga Sørli",
        **(body or {"body_xhtml": BODY, "body_text": "Not this."}),
    }


def article(**more):
    """An article of schema.org."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "author": {"@type": "Person", "name": "Ínga Sørli"},
        "articleBody": TEXT,
        **more,
    }


def mhtml(html=None, transfer="quoted-printable", charset="utf-8", after=b"", headers=b""):
    """An archive as Chrome writes it: CRLF, and lines of at most 76 characters."""
    html = html or f"<!DOCTYPE html>\n<html><body><h1>{TITLE}</h1>\n{BODY}</body></html>\n"
    data = html.encode(charset)
    if transfer == "quoted-printable":
        data = quopri.encodestring(data)
    elif transfer == "base64":
        import base64

        data = base64.encodebytes(data)
    return (
        b"From: <Saved by a browser>\nSnapshot-Content-Location: https://post.example/ferry-bell\n"
        b'Subject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n'
        b'\tboundary="----Boundary--k7--"\n' + headers + b"\n\n------Boundary--k7--\n"
        b"Content-Type: text/html; charset=" + charset.encode() + b"\nContent-ID: <frame-1@mhtml>\n"
        b"Content-Transfer-Encoding: "
        + transfer.encode()
        + b"\nContent-Location: https://post.example/ferry-bell\n\n"
        + data
        + b"\n------Boundary--k7--\n"
        + after
        + b"Content-Type: image/png\nContent-ID: <bell@mhtml>\nContent-Transfer-Encoding: base64\n"
        b"Content-Location: https://post.example/bell.png\n\niVBORw0KGgo=\n------Boundary--k7----\n"
    ).replace(b"\n", b"\r\n")


def xhtml(body=BODY, head=""):
    """A document of XHTML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="{XHTML_NS}">\n'
        f"<head><title>Ferry</title>{head}</head>\n<body><h1>{TITLE}</h1>\n{body}</body>\n</html>\n"
    )


# name -> (file name, bytes, format that is told, what is seen)
FILES = {
    "WordPress": ("story.json", php([post()]).encode(), "wordpress", SEEN),
    "WordPress, one post": ("story.json", json.dumps(post(), ensure_ascii=False, indent=1).encode(), "wordpress", SEEN),
    "ninjs 1": ("story.json", json.dumps(ninjs()).encode(), "ninjs", SEEN),
    "ninjs 2": (
        "story.ninjs",
        json.dumps(
            {"uri": "urn:post.example:7", "headlines": [{"value": TITLE}], "by": "Ínga Sørli",
             "bodies": [{"contenttype": "text/plain", "value": "Not this."}, {"contenttype": "application/xhtml+xml", "value": BODY}]},
            ensure_ascii=False,
        ).encode(),
        "ninjs",
        SEEN,
    ),
    "JSON-LD": ("story.jsonld", json.dumps(article(), indent=2).encode(), "json-ld", TEXT_SEEN),
    "RSS": ("feed.xml", (RSS + item() + RSS_END).encode(), "feed", SEEN),
    "RSS, escaped": (
        "feed.rss",
        (RSS + f"<item><title>{TITLE}</title><description>{escape(BODY)}</description></item>" + RSS_END).encode(),
        "feed",
        SEEN,
    ),
    "Atom": ("feed.atom", (ATOM + entry() + "</feed>").encode(), "feed", SEEN),
    "Atom, XHTML": ("feed.xml", (ATOM + entry("xhtml") + "</feed>").encode(), "feed", SEEN),
    "WXR": ("export.xml", (WXR + item(more="<wp:post_type>post</wp:post_type>\n") + RSS_END).encode(), "wxr", SEEN),
    "MHTML": ("page.mhtml", mhtml(), "mhtml", SEEN),
    "MHTML, 8bit": ("page.mht", mhtml(transfer="8bit"), "mhtml", SEEN),
    "MHTML, base64": ("page.mhtml", mhtml(transfer="base64"), "mhtml", SEEN),
    "XHTML": ("page.xhtml", xhtml().encode(), "html", SEEN),
}  # fmt: skip


def misplaced(page):
    """(block, index, what stands there) of all words that do not begin where the page says; escapes are resolved."""
    from html import unescape

    from licheck.readers.decode import decode_as

    wrong = []
    for block in page.blocks:
        for index, sign in enumerate(block.text):
            if not sign.isalnum() or (index and block.text[index - 1].isalnum()):
                continue
            there = page.source[page.locator(page, block, index) :][:60]
            if there.startswith("\\u"):
                there = json.loads('"' + there.replace('"', "")[:6] + '"')
            elif there.startswith("="):
                run = re.match(r"(?:=[0-9A-F]{2}|=\n)+", there)[0].replace("=\n", "")
                there = decode_as(bytes.fromhex(run.replace("=", "")), page.encoding)
            elif there.startswith("&"):
                there = unescape(there[: there.find(";") + 1])
            if not there.startswith(sign):
                wrong.append((block.text, index, there))
    return wrong
