"""What a page shows from elsewhere: videos, podcasts, posts, charts, forms, whichever parser read their elements."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from licheck.model.page import Block, Embed, Script
from licheck.patterns import pattern
from licheck.readers.html_images import Attributes, pixels

_ADDRESS = ("src", "data", "href")
# Where scripts that load later, or when a reader has agreed to it, find the address.
_LAZY = (
    *("data-src", "data-lazy-src", "data-original", "data-url", "data-cookieblock-src", "data-src-cmp"),
    *("data-cmp-src", "data-iframe-src", "data-video-src"),
)
# Elements of AMP and web components that hold an id or an address of their own: the attribute, and what it stands in.
_BY_ID = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/embed/{}"),
    "amp-vimeo": ("data-videoid", "https://player.vimeo.com/video/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/embed/video/{}"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}"),
    "amp-facebook": ("data-href", "{}"),
    "amp-tiktok": ("data-src", "{}"),
    "amp-reddit": ("data-src", "{}"),
    "amp-pinterest": ("data-url", "{}"),
    "amp-embedly-card": ("data-url", "{}"),
    "amp-gist": ("data-gistid", "https://gist.github.com/i/{}"),
    "amp-soundcloud": ("data-trackid", "https://api.soundcloud.com/tracks/{}"),
    "amp-megaphone": ("data-episode", "https://player.megaphone.fm/{}"),
    "amp-wistia-player": ("data-media-hashed-id", "https://fast.wistia.net/embed/iframe/{}"),
    "amp-brightcove": ("data-video-id", "https://players.brightcove.net/?videoId={}"),
    "amp-jwplayer": ("data-media-id", "https://cdn.jwplayer.com/players/{}"),
    "lite-youtube": ("videoid", "https://www.youtube.com/embed/{}"),
    "lite-vimeo": ("videoid", "https://player.vimeo.com/video/{}"),
}
_PLAIN = frozenset(("iframe", "embed", "object", "video", "audio"))
_PIXEL = 2  # CSS pixels of what counts views and shows nothing
_UNSEEN_STYLE = pattern(r"visibility\s*:\s*hidden|(?:^|[;\s])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)")

# Classes of quotations that a script replaces by the post they stand for.
_POST = pattern(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|reddit-card|reddit-embed\S*"
    r"|wp-embedded-content|text-post-media|fb-xfbml-parse-ignore)(?:\s|$)"
)
_POST_ADDRESS = (
    *("data-instgrm-permalink", "data-bluesky-uri", "data-text-post-permalink", "data-embed-url", "cite"),
)
# Boxes that are looked at; elements around each of them; elements of a quotation that are looked at for its links.
MOST = 200
# Boxes that a script fills, and the scripts that do: without one of these nobody looks for such boxes.
FILLED = ".flourish-embed,.infogram-embed,.fb-post,.fb-video,.typeform-widget,[data-tf-live],.tableauPlaceholder object"
_FILLERS = ("embed", "facebook", "tableau", "typeform")
_FILLED_ADDRESS = {
    "data-src": "https://flo.uri.sh/{}",
    "data-href": "{}",
    "data-id": "https://e.infogram.com/{}",
    "data-url": "{}",
    "data-tf-live": "https://form.typeform.com/to/{}",
}
# Scripts that put what they name where they stand.
_IN_PLACE = pattern(
    r"^(?:https?:)?//(?:gist\.github\.com/\S+\.js|[\w.-]*dwcdn\.net/\w+/(?:\d+/)?embed\.js|fast\.wistia\.(?:com|net)/embed/medias/)"
)


def embed(
    attr: Attributes, tag: str, inner: str, block: int, offset: int, container: int, hidden: str
) -> Embed | None:
    """What an element of `html_elements.EMBEDS` shows; `inner` is the address of its first `source` or `param`.

    None where it names nothing: scripts use empty frames for other things.
    """
    src = lazy = ""
    if tag in _BY_ID:
        name, form = _BY_ID[tag]
        value = (attr(name) or "").strip()
        src = form.format(value) if value else attr("src") or ""
    else:
        src = next(filter(None, map(attr, _ADDRESS)), "") or inner
        if not src or src.startswith(("about:", "data:", "javascript:")):
            src, lazy = "", next(filter(None, map(attr, _LAZY)), "")
    src, lazy = src.strip(), lazy.strip()
    if not src and not lazy:
        return None
    return Embed(
        tag, src, block, offset, container, lazy, attr("title") or "", hidden or _why_unseen(attr, tag)
    )


def _why_unseen(attr: Attributes, tag: str) -> str:
    if tag not in _PLAIN:
        return ""
    sizes = [pixels(attr(name)) for name in ("width", "height") if attr(name)]
    zero = any(attr(name) in ("0", "0px") for name in ("width", "height"))
    if zero or any(0 < size <= _PIXEL for size in sizes) or _UNSEEN_STYLE.search(attr("style") or ""):
        return f"a <{tag}> without a size, which shows nothing"
    return ""


def is_post(label: str) -> bool:
    """Whether the class of a quotation says that a script makes a post of it."""
    return _POST.search(label) is not None


def post(
    attr: Attributes, links: Sequence[str], block: int, offset: int, container: int, hidden: str
) -> Embed | None:
    """The post that a quotation stands for; `links` are the addresses in it. None where nothing tells which."""
    src = next(filter(None, map(attr, _POST_ADDRESS)), "")
    if not src and links:
        src = links[-1 if "twitter" in (attr("class") or "") else 0]
    return Embed("blockquote", src.strip(), block, offset, container, hidden=hidden) if src else None


def are_filled(scripts: Iterable[Script]) -> bool:
    """Whether any script of a page may fill boxes (`FILLED`)."""
    return any(word in script.src for script in scripts for word in _FILLERS)


def filled(attr: Attributes, offset: int, hidden: str) -> Embed | None:
    """What a script fills a box with; its block is not known yet."""
    for name, form in _FILLED_ADDRESS.items():
        if value := (attr(name) or "").strip():
            src = value if "//" in value else form.format(value)
            return Embed("div", src, -1, offset, -1, hidden=hidden)
    return None


def in_order(
    embeds: Iterable[Embed],
    filled: Iterable[Embed | None],
    scripts: Iterable[Script],
    blocks: Sequence[Block],
) -> tuple[Embed, ...]:
    """All embeds of a page in its order: those read, the boxes that scripts fill, what scripts put where they stand."""
    late = [
        Embed("script", script.src, -1, script.offset, -1, hidden=script.hidden)
        for script in scripts
        if _IN_PLACE.match(script.src)
    ]
    late += filter(None, filled)
    if not late:
        return tuple(embeds)
    starts = [block.offset for block in blocks]
    placed = [each._replace(block=bisect_left(starts, each.offset)) for each in late]
    return tuple(sorted([*embeds, *placed], key=lambda each: each.offset))
