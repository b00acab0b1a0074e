"""The site around a story: head, menus, boxes, footer and scripts of a news site, as heavy as wanted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from random import Random

from bench.prose import Story, headline, paragraph, person, sentence


@dataclass(frozen=True)
class Weight:
    """What a page holds. `words` is from-to for its story; `script`, `style` and `data` count kilobytes."""

    kilobytes: int
    words: tuple[int, int]
    menu: int  # links in each of two menus
    cards: int  # teasers of other stories, each with a picture
    comments: int
    icons: int
    metas: int
    style: int
    script: int
    data: int  # state that a script left in the page, as JSON
    wrappers: int  # divs around every block of the site
    classes: int  # class names on each of them
    widths: int  # sizes in which each picture is offered


WEIGHTS = (
    Weight(10, (250, 400), 5, 2, 0, 0, 6, 0, 1, 0, 1, 1, 0),
    Weight(60, (400, 900), 20, 12, 2, 2, 20, 2, 14, 6, 3, 5, 5),
    Weight(140, (500, 1_200), 26, 24, 4, 8, 30, 6, 30, 12, 4, 8, 12),
    Weight(300, (600, 1_400), 32, 38, 6, 16, 40, 30, 64, 26, 7, 9, 14),
)

_SECTIONS = "News Local Weather Sports Business Opinion Obituaries Schools Harbor Courts Culture Food Events".split()
_CLASSES = (
    "c-block u-flex is-layout-constrained l-grid__column--wide js-track-impression has-ad td-pb-row wp-block-group"
    " col-md-8 hentry tdi_41 theme--light"
).split()
_SCRIPT = (
    'window.dataLayer=window.dataLayer||[];function push(a){dataLayer.push(arguments)}push("set",{"slot":%d,"lazy":true});'
    '(function(d,s){var e=d.createElement(s);e.async=1;e.src="//static.example/t.js?v=%d";d.head.appendChild(e)})'
    '(document,"script");if(a<b&&c>%d){document.write("<div class=\\"x\\">"+a+"<\\/div>")}\n'
)
_STYLE = (
    ".tdi_%d .entry-meta>a:hover{color:#%06x;text-decoration:underline}.c-%d{display:flex;margin:0 auto %dpx}"
    "@media (max-width:767px){.c-%d .u-flex{display:none}}#menu-%d li ul{visibility:hidden;opacity:0}\n"
)
_ICON = (
    '<svg class="icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><title>%s</title><path d="M12 2C6.48'
    ' 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm%d 15l-5-5 1.41-1.41z"/><circle cx="12" cy="12" r="%d"/></svg>'
)


def page_around(
    random: Random, weight: Weight, text: Story, *, byline: str, top: str, bottom: str, canonical: str
) -> str:
    """The whole page. `byline` is plain text, `top` and `bottom` are markup above and below the story."""
    site = _Site(random, weight)
    parts = [
        site.head(text, canonical),
        f'<body class="post-template-default single single-post {site.classes()}">',
        site.header(),
        f'<main id="main">{site.open()}<article id="post-{random.randint(1_000, 99_999)}" class="post hentry">',
        site.story(text, byline, top, bottom),
        f"</article>{site.close()}",
        site.comments(),
        f"</main>\n<aside class=\"sidebar\" id=\"secondary\">{site.list_of('Most read', 5)}{site.cards('Latest')}</aside>",
        site.footer(),
        site.scripts(),
        "</body>\n</html>\n",
    ]
    return "\n".join(part for part in parts if part)


class _Site:
    """One site: its parts as markup."""

    def __init__(self, random: Random, weight: Weight) -> None:
        self.random = random
        self.weight = weight

    def classes(self) -> str:
        return " ".join(self.random.choices(_CLASSES, k=self.weight.classes))

    def open(self) -> str:
        """The wrappers around a part of the page, indented as templates leave them."""
        return "".join(
            f'\n{"  " * (depth + 3)}<div class="{self.classes()}">\n' for depth in range(self.weight.wrappers)
        )

    def close(self) -> str:
        return "".join(f"\n{'  ' * (depth + 3)}</div>\n" for depth in reversed(range(self.weight.wrappers)))

    def head(self, text: Story, canonical: str) -> str:
        random, title = self.random, escape(text.headline)
        facts = {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebSite", "name": "The Ellery Packet", "url": "https://ellerypacket.example/"},
                {"@type": "NewsArticle", "headline": text.headline, "datePublished": "2026-11-18T19:00:12-05:00",
                 "author": {"@type": "Person", "name": "Ellery Packet Staff"}, "wordCount": text.words},
            ],
        }  # fmt: skip
        metas = "\n".join(
            f'<meta name="x-{self.random.choice(_SECTIONS).lower()}-{at}" content="{random.randint(1, 1 << 30)}">'
            for at in range(self.weight.metas)
        )
        link = f'<link rel="canonical" href="{canonical}">\n' if canonical else ""
        return f"""<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - The Ellery Packet</title>
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="The Ellery Packet">
<meta property="article:published_time" content="2026-11-18T19:00:12-05:00">
{link}{metas}
<script type="application/ld+json">{json.dumps(facts, ensure_ascii=False)}</script>
<style>.screen-reader-text{{clip:rect(1px,1px,1px,1px);position:absolute!important}}{self._style()}</style>
<script>{self._script(self.weight.script // 2)}</script>
<!-- This site is optimized with a plugin v{random.randint(10, 24)}.1 -->
</head>"""

    def _style(self) -> str:
        return self._repeated(_STYLE, self.weight.style)

    def _script(self, kilobytes: int) -> str:
        return self._repeated(_SCRIPT, kilobytes)

    def _repeated(self, template: str, kilobytes: int) -> str:
        rows: list[str] = []
        size = 0
        while size < kilobytes * 1_000:
            rows.append(template % tuple(self.random.randint(1, 9_999) for _ in range(template.count("%"))))
            size += len(rows[-1])
        return "".join(rows)

    def header(self) -> str:
        icons = "".join(
            f'<li><a href="https://social.example/{at}" rel="noopener">{self.icon("Share")}</a></li>'
            for at in range(self.weight.icons // 2)
        )
        return f"""<a class="skip-link" href="#main">Skip to content</a>
<header id="masthead" class="site-header">{self.open()}
<a href="/" rel="home"><img src="/uploads/masthead.png" alt="The Ellery Packet" width="420" height="88"></a>
<p class="site-description" style="margin:0 4px">Both banks, every tide</p>
{self.menu("primary")}<ul class="share">{icons}</ul>{self.close()}
</header>"""

    def menu(self, name: str) -> str:
        rows = []
        for at in range(self.weight.menu):
            word = self.random.choice(_SECTIONS)
            more = f'\n        <ul class="sub-menu"><li><a href="/{at}/map/">{word} map</a></li></ul>' if at % 5 == 4 else ""
            rows.append(
                f'      <li id="menu-item-{name}-{at}" class="menu-item {self.classes()}">'
                f'<a href="/{word.lower()}/{at}/"><span>{word}</span></a>{more}</li>'
            )
        listed = "\n".join(rows)
        return f'<nav id="{name}" aria-label="{name}">\n    <ul class="menu">\n{listed}\n    </ul>\n</nav>'

    def icon(self, title: str) -> str:
        return _ICON % (title, self.random.randint(1, 9), self.random.randint(1, 9))

    def picture(self, width: int) -> str:
        number = self.random.randint(1_000, 9_999)
        sizes = ", ".join(
            f"https://media.example/{number}/photo-{number}-{(at + 2) * 150}x{(at + 2) * 100}.jpg?w={(at + 2) * 150} {(at + 2) * 150}w"
            for at in range(self.weight.widths)
        )
        offered = f' srcset="{sizes}" sizes="(max-width: 767px) 100vw, {width}px"' if sizes else ""
        return (
            f'<img src="https://media.example/{number}/photo-{number}.jpg" alt="{escape(headline(self.random))}"'
            f' width="{width}" height="{width * 2 // 3}" loading="lazy" class="wp-image-{number} {self.classes()}"{offered}>'
        )

    def story(self, text: Story, byline: str, top: str, bottom: str) -> str:
        random = self.random
        rows = [
            f'<header class="entry-header"><h1 class="entry-title">{escape(text.headline)}</h1>',
            f'<div class="entry-meta"><span class="byline">By <a href="/author/desk/" rel="author">{escape(byline)}</a></span>'
            ' <span class="posted-on"><time datetime="2026-11-18T19:00:12-05:00">November 18, 2026</time></span>'
            f"{self.icon('Print') if self.weight.icons else ''}</div></header>",
            f"<figure>{self.picture(800)}<figcaption>{escape(headline(random))}. Photo: {person(random)}</figcaption></figure>",
            '<div class="entry-content">',
            top,
        ]
        for at, paragraph_ in enumerate(text.paragraphs):
            rows.append(f"          <p>{self._linked(escape(paragraph_, quote=False))}</p>")
            if at == 3:
                rows.append(self.list_of("Related stories", 3))
            if at % 6 == 5 and self.weight.wrappers > 1:
                rows.append(f'<div class="ad" id="slot-{at}"><!-- /1234/slot-{at} --><script>{self._script(0)}</script></div>')
        rows += [bottom, "</div>", f'<footer class="tags"><a rel="tag" href="/tag/1">{random.choice(_SECTIONS)}</a></footer>']
        return "\n".join(row for row in rows if row)

    def _linked(self, text: str) -> str:
        """Every fourth paragraph has a link in it, every eighth some emphasis."""
        words = text.split()
        draw = self.random.random()
        at = self.random.randrange(max(1, len(words) - 3))
        if draw < 0.25:
            linked = " ".join(words[at : at + 3])
            words[at : at + 3] = [f'<a href="https://reports.example/{at}" target="_blank">{linked}</a>']
        elif draw < 0.37:
            words[at] = f"<em>{words[at]}</em>"
        return " ".join(words)

    def list_of(self, title: str, length: int) -> str:
        items = "".join(f'<li><a href="/2026/{at}/">{escape(headline(self.random))}</a></li>' for at in range(length))
        return f'<div class="box {self.classes()}"><h3>{title}</h3><ul>{items}</ul></div>'

    def cards(self, title: str) -> str:
        """Teasers of other stories, each with a picture, a writer and a date."""
        rows = [f'<section class="cards"><h2>{title}</h2>']
        for at in range(self.weight.cards):
            rows.append(
                f'{self.open()}\n      <div class="card {self.classes()}"><a class="thumb" href="/2026/11/{at}/">{self.picture(300)}</a>\n'
                f'      <h3 class="card-title"><a href="/2026/11/{at}/">{escape(headline(self.random))}</a></h3>\n'
                f'      <span class="card-meta"><span class="by">{person(self.random)}</span> &middot;'
                f" <time>November {at % 28 + 1}, 2026</time></span>\n{self.share(at)}</div>{self.close()}"
            )
        return "\n".join([*rows, "</section>"])

    def share(self, number: int) -> str:
        """Buttons under a teaser, with words for screen readers that nobody else sees."""
        if not self.weight.icons:
            return ""
        return "\n".join(
            f'        <a class="share {self.classes()}" data-post="{number}" data-network="n{at}" href="#s{number}-{at}" rel="nofollow">'
            f'<i class="i-{at}"></i><span class="screen-reader-text">Share number {number}</span></a>'
            for at in range(min(2, self.weight.wrappers - 2))
        )

    def comments(self) -> str:
        rows = [
            f'<li id="comment-{at}" class="comment"><div class="vcard" style="color:#333"><b>{person(self.random)}</b> says:</div>'
            f"<p>{escape(paragraph(self.random, 2), quote=False)}</p><a href=\"#reply-{at}\">Reply</a></li>"
            for at in range(self.weight.comments)
        ]
        return f'<section id="comments"><h2>{len(rows)} Comments</h2><ol>\n{chr(10).join(rows)}\n</ol></section>' if rows else ""

    def footer(self) -> str:
        return f"""<footer class="site-footer">{self.open()}
{self.menu("secondary")}
<form action="/subscribe"><label>Newsletter <input type="email" name="e"></label> <button>Sign up</button></form>
<p>© 2026 The Ellery Packet. {escape(sentence(self.random), quote=False)}</p>{self.close()}
</footer>
<div id="consent" style="display:none"><p>We use cookies. {escape(sentence(self.random), quote=False)}</p><button>Accept</button></div>
<noscript><img src="https://stats.example/p.gif" width="1" height="1" alt=""></noscript>"""

    def scripts(self) -> str:
        state = [
            {"id": at, "title": headline(self.random), "href": f"/2026/11/{at}/"} for at in range(self.weight.data * 8)
        ]
        data = f'<script id="state" type="application/json">{json.dumps(state)}</script>\n' if state else ""
        return f"{data}<script>{self._script(self.weight.script // 2)}</script>"
