"""The site around a story: head, menus, boxes, footer and scripts of a news site, as heavy as wanted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from random import Random

from bench.markup import CLASSES, FOOTER, HEAD, ICON, SCRIPT, SECTIONS, STYLE
from bench.prose import Story, headline, paragraph, person, sentence


@dataclass(frozen=True)
class Weight:
    """What a page holds. `words` is from-to for its story; `script`, `style` and `state` are kilobytes."""

    kilobytes: int
    words: tuple[int, int]
    menu: int  # links in each of two menus
    cards: int  # teasers of other stories, each with a picture
    comments: int
    icons: int
    metas: int
    style: int
    script: int
    state: int  # what a script left in the page for itself, as JSON
    wrappers: int  # divs around every part of the site
    classes: int  # class names on each of them
    widths: int  # sizes in which each picture is offered


WEIGHTS = (
    Weight(10, (250, 400), 5, 2, 0, 0, 6, 0, 1, 0, 1, 1, 0),
    Weight(60, (400, 900), 20, 12, 2, 2, 20, 2, 14, 6, 3, 5, 5),
    Weight(140, (500, 1_200), 26, 24, 4, 8, 30, 6, 30, 12, 4, 8, 12),
    Weight(300, (600, 1_400), 32, 38, 6, 16, 40, 30, 64, 26, 7, 9, 14),
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
        f'<main id="main">{site.open()}<article id="post-{random.randint(100, 99_999)}" class="post">',
        site.story(text, byline, top, bottom),
        f"</article>{site.close()}",
        site.comments(),
        f'</main>\n<aside class="sidebar">{site.list_of("Most read", 5)}{site.cards("Latest")}</aside>',
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
        return " ".join(self.random.choices(CLASSES, k=self.weight.classes))

    def open(self) -> str:
        """The wrappers around a part of the page, indented as templates leave them."""
        indents = ("  " * (depth + 3) for depth in range(self.weight.wrappers))
        return "".join(f'\n{indent}<div class="{self.classes()}">\n' for indent in indents)

    def close(self) -> str:
        return "".join(f"\n{'  ' * (depth + 3)}</div>\n" for depth in reversed(range(self.weight.wrappers)))

    def head(self, text: Story, canonical: str) -> str:
        random = self.random
        site = {"@type": "WebSite", "name": "The Ellery Packet", "url": "https://ellerypacket.example/"}
        article = {
            "@type": "NewsArticle",
            "headline": text.headline,
            "datePublished": "2026-11-18T19:00:12-05:00",
            "author": {"@type": "Person", "name": "Ellery Packet Staff"},
            "wordCount": text.words,
        }
        links = [f'<link rel="canonical" href="{canonical}">'] if canonical else []
        for at in range(self.weight.metas):
            links.append(
                f'<meta name="{random.choice(SECTIONS).lower()}-{at}" content="{random.randint(1, 1 << 30)}">'
            )
        return HEAD.format(
            title=escape(text.headline),
            links="\n".join(links),
            facts=json.dumps(
                {"@context": "https://schema.org", "@graph": [site, article]}, ensure_ascii=False
            ),
            style=self.repeated(STYLE, self.weight.style),
            script=self.repeated(SCRIPT, self.weight.script // 2),
            version=random.randint(10, 24),
        )

    def repeated(self, template: str, kilobytes: int) -> str:
        """A line of style or script again and again, with other numbers in it."""
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
            word = self.random.choice(SECTIONS)
            more = f'\n        <ul class="sub-menu"><li><a href="/{at}/map/">{word} map</a></li></ul>'
            rows.append(
                f'      <li id="menu-item-{name}-{at}" class="menu-item {self.classes()}">'
                f'<a href="/{word.lower()}/{at}/"><span>{word}</span></a>{more if at % 5 == 4 else ""}</li>'
            )
        listed = "\n".join(rows)
        return f'<nav id="{name}" aria-label="{name}">\n    <ul class="menu">\n{listed}\n    </ul>\n</nav>'

    def icon(self, title: str) -> str:
        return ICON % (title, self.random.randint(1, 9), self.random.randint(1, 9))

    def picture(self, width: int) -> str:
        number = self.random.randint(1_000, 9_999)
        address = f"https://media.example/{number}/photo-{number}"
        widths = [(at + 2) * 150 for at in range(self.weight.widths)]
        sizes = ", ".join(f"{address}-{each}x{each * 2 // 3}.jpg?w={each} {each}w" for each in widths)
        offered = f' srcset="{sizes}" sizes="(max-width: 767px) 100vw, {width}px"' if sizes else ""
        return (
            f'<img src="{address}.jpg" alt="{escape(headline(self.random))}" width="{width}"'
            f' height="{width * 2 // 3}" loading="lazy" class="wp-image-{number} {self.classes()}"{offered}>'
        )

    def story(self, text: Story, byline: str, top: str, bottom: str) -> str:
        random = self.random
        caption = f"{escape(headline(random))}. Photo: {person(random)}"
        rows = [
            f'<header class="entry-header"><h1 class="entry-title">{escape(text.headline)}</h1>',
            '<div class="entry-meta">',
            f'<span class="byline">By <a href="/desk/" rel="author">{escape(byline)}</a></span>',
            '<span class="date"><time datetime="2026-11-18T19:00:12-05:00">November 18, 2026</time></span>',
            f"{self.icon('Print') if self.weight.icons else ''}</div></header>",
            f"<figure>{self.picture(800)}<figcaption>{caption}</figcaption></figure>",
            '<div class="entry-content">',
            top,
        ]
        for at, words in enumerate(text.paragraphs):
            rows.append(f"          <p>{self.linked(escape(words, quote=False))}</p>")
            if at == 3:
                rows.append(self.list_of("Related stories", 3))
            if at % 6 == 5 and self.weight.wrappers > 1:
                rows.append(
                    f'<div class="ad" id="s-{at}"><!-- /1234/slot-{at} --><script>show({at})</script></div>'
                )
        tag = random.choice(SECTIONS)
        rows += [
            bottom,
            "</div>",
            f'<footer class="tags"><a rel="tag" href="/tag/{tag.lower()}">{tag}</a></footer>',
        ]
        return "\n".join(row for row in rows if row)

    def linked(self, text: str) -> str:
        """One paragraph in four has a link in it, one in eight some emphasis."""
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
        items = [
            f'<li><a href="/2026/{at}/">{escape(headline(self.random))}</a></li>' for at in range(length)
        ]
        return f'<div class="box {self.classes()}"><h3>{title}</h3><ul>{"".join(items)}</ul></div>'

    def cards(self, title: str) -> str:
        """Teasers of other stories, each with a picture, a writer and a date."""
        rows = [f'<section class="cards"><h2>{title}</h2>']
        for at in range(self.weight.cards):
            rows += [
                f'{self.open()}\n      <div class="card {self.classes()}">'
                f'<a class="thumb" href="/2026/11/{at}/">{self.picture(300)}</a>',
                f'      <h3 class="title"><a href="/2026/11/{at}/">{escape(headline(self.random))}</a></h3>',
                f'      <span class="card-meta"><span class="by">{person(self.random)}</span> &middot;'
                f" <time>November {at % 28 + 1}, 2026</time></span>",
                f"{self.share(at)}</div>{self.close()}",
            ]
        return "\n".join([*rows, "</section>"])

    def share(self, number: int) -> str:
        """Buttons under a teaser, with words for screen readers that nobody else sees."""
        if not self.weight.icons:
            return ""
        return "\n".join(
            f'        <a class="share {self.classes()}" data-post="{number}" data-at="{at}" rel="nofollow"'
            f' href="#s{number}-{at}"><i class="i-{at}"></i>'
            f'<span class="screen-reader-text">Share {number}</span></a>'
            for at in range(min(2, self.weight.wrappers - 2))
        )

    def comments(self) -> str:
        rows = [
            f'<li id="comment-{at}"><div class="vcard" style="color:#333"><b>{person(self.random)}</b>'
            f" says:</div><p>{escape(paragraph(self.random, 2), quote=False)}</p>"
            f'<a href="#reply-{at}">Reply</a></li>'
            for at in range(self.weight.comments)
        ]
        listed = "\n".join(rows)
        return (
            f'<section id="comments"><h2>{len(rows)} Comments</h2><ol>\n{listed}\n</ol></section>'
            if rows
            else ""
        )

    def footer(self) -> str:
        return FOOTER.format(
            open=self.open(),
            menu=self.menu("secondary"),
            sentence=escape(sentence(self.random), quote=False),
            close=self.close(),
        )

    def scripts(self) -> str:
        teasers = [
            {"id": at, "title": headline(self.random), "href": f"/2026/11/{at}/"}
            for at in range(self.weight.state * 8)
        ]
        state = (
            f'<script id="state" type="application/json">{json.dumps(teasers)}</script>\n' if teasers else ""
        )
        return f"{state}<script>{self.repeated(SCRIPT, self.weight.script // 2)}</script>"
