"""What sites put around and between a story's paragraphs: none of it changes whether the page complies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from html import escape
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from licheck.trials.markup import made, paragraphs

Dress = Callable[[BeautifulSoup], bool]
"""Edits the tree of a page; whether there was anything to edit."""


def _story(soup: BeautifulSoup) -> Tag | None:
    inside = soup.find("article")
    return inside if isinstance(inside, Tag) else None


def _before_body(markup: str) -> Dress:
    """The dress that puts something at the very beginning of what is seen."""

    def dress(soup: BeautifulSoup) -> bool:
        body = soup.find("body")
        if isinstance(body, Tag):
            body.insert(0, made(markup))
        return isinstance(body, Tag)

    return dress


def _after_story(markup: str) -> Dress:
    """The dress that puts something below the story's element."""

    def dress(soup: BeautifulSoup) -> bool:
        story = _story(soup)
        if story is not None:
            story.insert_after(made(markup))
        return story is not None

    return dress


def _between(markup: str) -> Dress:
    """The dress that puts something behind the second paragraph."""

    def dress(soup: BeautifulSoup) -> bool:
        found = paragraphs(soup)
        if len(found) < 3:
            return False
        found[1].insert_after(made(markup))
        return True

    return dress


def _below_headline(markup: str) -> Dress:
    """The dress that puts something between the headline and what follows it."""

    def dress(soup: BeautifulSoup) -> bool:
        heading = soup.find("h1")
        if isinstance(heading, Tag):
            heading.insert_after(made(markup))
        return isinstance(heading, Tag)

    return dress


def _boxes(soup: BeautifulSoup) -> bool:
    heading, found = soup.find("h1"), paragraphs(soup)
    if not isinstance(heading, Tag) or len(found) < 3:
        return False
    heading.insert_before(made('<div class="share"><a href="#">Share</a> <a href="#">Print</a></div>'))
    box = '<div class="newsletter"><h3>Our newsletter</h3><p>Every Friday in your inbox.</p><form><input name="mail"><button>Sign up</button></form></div>'
    found[1].insert_after(made(box))
    more = '<aside class="related"><h3>More stories</h3><ul><li><a href="/a">Council to vote on new roof</a></li><li><a href="/b">Market moves to the square</a></li></ul></aside>'
    if (story := _story(soup)) is not None:
        story.insert_after(made(more))
    return True


def _inside_end(markup: str) -> Dress:
    """The dress that puts something behind the last thing in the story's element."""

    def dress(soup: BeautifulSoup) -> bool:
        story = _story(soup)
        if story is not None:
            story.append(made(markup))
        return story is not None

    return dress


def _kicker(soup: BeautifulSoup) -> bool:
    """The section that the story stands in, in the heading."""
    heading = soup.find("h1")
    if isinstance(heading, Tag):
        heading.insert(0, NavigableString(" "))
        heading.insert(0, made('<span class="kicker">Local news</span>'))
    return isinstance(heading, Tag)


def _breadcrumbs(soup: BeautifulSoup) -> bool:
    """The way to the story above it, and its headline once more at the top of the window."""
    heading, body = soup.find("h1"), soup.find("body")
    if not isinstance(heading, Tag) or not isinstance(body, Tag):
        return False
    title = escape(heading.get_text(), quote=False)
    way = f'<a href="/">Home</a> » <a href="/news">News</a> » <span>{title}</span>'
    heading.insert_before(made(f'<div class="breadcrumbs">{way}</div>'))
    body.insert(0, made(f'<div class="reading-progress"><span>Now reading</span> <span>{title}</span></div>'))
    return True


def _hidden_copy(soup: BeautifulSoup) -> bool:
    """The whole story once more, for small screens, as themes without a style sheet of their own for them have it."""
    story = _story(soup)
    if story is None:
        return False
    twin = copy(story)
    twin.name = "div"
    twin["class"], twin["style"] = "mobile-only", "display:none"
    for tag in twin.find_all(["script", "img", "iframe", "noscript"]):
        tag.decompose()
    story.insert_before(twin)
    return True


def _own_metadata(soup: BeautifulSoup) -> bool:
    """What a system tells programs of every page: its own user as the author, its own name as the publisher."""
    head = soup.find("head")
    if not isinstance(head, Tag):
        return False
    told = (
        '{"@context": "https://schema.org", "@type": "NewsArticle", "author": {"@type": "Person", "name": "webdesk"},'
        ' "publisher": {"@type": "Organization", "name": "The Morning Ledger"}}'
    )
    head.append(made(f'<script type="application/ld+json">{told}</script>'))
    head.append(made('<meta property="og:site_name" content="The Morning Ledger">'))
    head.append(made('<meta name="twitter:label1" content="Written by">'))
    head.append(made('<meta name="twitter:data1" content="webdesk">'))
    return True


_COOKIES = (
    '<div id="cookie-banner" role="dialog" style="position:fixed;bottom:0"><p>We and our partners use cookies to measure how'
    " our pages are read. You can change your mind at any time.</p><button>Accept all</button><button>Settings</button>"
    '<a href="/privacy">Privacy policy</a></div>'
)
_MENU = (
    '<div class="sticky-header"><a href="/">Home</a><ul><li><a href="/news">News</a></li><li><a href="/opinion">Opinion</a></li>'
    '<li><a href="/sport">Sport</a></li></ul><form action="/search"><input name="q" placeholder="Search"><button>Search</button>'
    "</form></div>"
)
_AD = (
    '<div class="ad-slot" id="div-gpt-ad-4"><span class="ad-label">Advertisement</span><script>window.ads = window.ads || [];'
    ' window.ads.push("mid-article");</script></div>'
)
_RELATED = (
    '<div class="related-inline"><strong>Read more:</strong> <a href="/2026/09/bridge">Why the old bridge stays closed'
    " until spring</a></div>"
)
_PAGES = (
    '<nav class="pagination"><a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=3">3</a> <a href="?page=2">Next'
    " page</a></nav>"
)
_COMMENTS = (
    '<section id="comments"><h2>2 comments</h2><ol><li><cite>Brisa Quennell</cite><p>Well written, and about time that'
    " somebody looked into it.</p></li><li><cite>old_sailor</cite><p>I do not believe a word of it.</p></li></ol><form>"
    '<textarea name="comment"></textarea><button>Post comment</button></form></section>'
)
_NEXT = (
    '<article class="next-story"><h1>Market moves to the square</h1><p class="byline">By Corvin Ashby</p><p>The weekly market'
    " will be held in the square from the first of the month, because the hall is being given a roof that does not leak on"
    " the cheese.</p><p>The traders have asked for lamps, and were promised two. The third will be lent by the church, which"
    " has one too many since the organ was moved.</p></article>"
)
_PLAYER = (
    '<div class="listen"><button aria-label="Play">Listen to this article</button> <span>4 min</span></div>'
)
_STAMP = (
    '<div class="meta"><span class="section">Local news</span> <span class="reading-time">4 min read</span>'
    ' <a href="#comments">2 comments</a></div>'
)

_TAGS = '<div class="tags">Tags: <a href="/tag/council">council</a>, <a href="/tag/night">night</a></div>'
_NEIGHBOURS = (
    '<nav class="post-navigation"><h2 style="position:absolute;clip:rect(1px,1px,1px,1px)">Post navigation</h2>'
    '<a href="/2026/09/choir">Choir looks for a bass</a> <a href="/2026/09/well">The well that runs backwards</a></nav>'
)
_DONATE = (
    '<div class="donate-box"><p><strong>Our newsroom needs you.</strong> Good work takes time. If you like what you read'
    ' here, help us to go on with it.</p><a class="button" href="/donate">Donate</a></div>'
)
_OWN_PICTURE = (
    '<figure class="featured"><img src="/uploads/2026/10/town-at-dusk.jpg" alt="The town at dusk" width="1200" height="675">'
    "<figcaption>The town at dusk. Photo: Wilma Prescott / The Morning Ledger</figcaption></figure>"
)
_SHARING = (
    '<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="?share=facebook">Click to share on Facebook (Opens in new'
    ' window)</a></li></ul><h3>Like this:</h3><span class="button">Like</span> <span>Loading...</span></div>'
)
_CONTINUES = '<p class="ad">Advertisement. Scroll to continue reading.</p>'
_POLL = (
    '<div class="poll"><h4>What do you think?</h4><form><label><input type="radio" name="a"> Yes</label><label>'
    '<input type="radio" name="a"> No</label><button>Vote</button></form></div>'
)
_READ_MORE = (
    '<p><strong>READ MORE: <a href="/bridge">Why the old bridge stays closed until spring</a></strong></p>'
)
_NEWSLETTER = (
    '<p><em><a href="/letter">Sign up for our free weekly newsletter</a> and never miss a story.</em></p>'
)
_FILED = '<p>Filed Under: <a href="/c/council">Council</a>, <a href="/c/night">Night</a></p>'
_RIGHTS = '<p class="copyright">© 2026 The Morning Ledger</p>'
_UPDATED = '<p class="updated">Updated 10:40 a.m., Oct. 6, 2026</p>'
_SKIP = '<a class="skip-link" style="position:absolute;left:-9999px" href="#content">Skip to content</a>'

SURROUNDINGS: Final[Mapping[str, Dress]] = {
    "boxes around": _boxes,
    "cookie banner": _before_body(_COOKIES),
    "sticky header": _before_body(_MENU),
    "advertisement inside": _between(_AD),
    "related story inside": _between(_RELATED),
    "pages": _after_story(_PAGES),
    "comments": _after_story(_COMMENTS),
    "next story": _after_story(_NEXT),
    "tags": _after_story(_TAGS),
    "neighbours": _after_story(_NEIGHBOURS),
    "donations": _after_story(_DONATE),
    "donations inside": _between(_DONATE),
    "skip link": _before_body(_SKIP),
    "own picture": _below_headline(_OWN_PICTURE),
    "advertisement announced": _between(_CONTINUES),
    "poll": _between(_POLL),
    "link to another story": _between(_READ_MORE),
    "newsletter in a line": _between(_NEWSLETTER),
    "sharing": _inside_end(_SHARING),
    "sections": _inside_end(_FILED),
    "the site's own rights": _inside_end(_RIGHTS),
    "end sign": _inside_end("<p>###</p>"),
    "updated": _below_headline(_UPDATED),
    "kicker": _kicker,
    "breadcrumbs": _breadcrumbs,
    "player": _below_headline(_PLAYER),
    "section and reading time": _below_headline(_STAMP),
    "hidden copy": _hidden_copy,
    "own metadata": _own_metadata,
}
"""Name -> dress."""
