"""What an embed leads to, whichever way it is written: the same video has a dozen addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from licheck.patterns import pattern

_DEEPEST = 2  # addresses within addresses: a player that is told what to play
_MOST_PARAMETERS = 100
_LONGEST = 4_000  # characters of an address

# Parameters that say how something is played or shown, never what: of the players of YouTube, Vimeo, Dailymotion, Spotify,
# SoundCloud, Twitter and Datawrapper, as their manuals list them.
_SHOWN_AS = frozenset(
    "autoplay auto_play autostart muted mute controls loop rel start end t enablejsapi origin widget_referrer feature wmode"
    " showinfo modestbranding color colour width height theme dnt title byline portrait badge app_id cc_load_policy"
    " iv_load_policy playsinline fs hl lang locale language si ab_channel pp hide_related show_comments show_user"
    " show_reposts show_teaser visual show_artwork buying sharing download utm_source utm_medium utm_campaign utm_content"
    " embed embedded ref ref_src ref_url referrer dark transparent border frameborder api player_id queue-enable-next"
    " ui-start-screen-info ui-logo sharing-enable endscreen-enable hidecaption hide_thread conversation cards align preload"
    " responsive iframe context share fbclid igshid igsh cr wp rd amp".split()
)


class Target(NamedTuple):
    """What is shown: whose it is (a provider's short name, else the host), and which of theirs.

    `known`: it is from one of the services that news pages take videos, posts, charts and forms from, so that it is
    surely part of a story. `more` are parameters of an address that may say which.
    """

    of: str
    what: str
    known: bool = False
    more: str = ""


@lru_cache(maxsize=2048)
def target(src: str, depth: int = 0) -> Target | None:
    """What an address shows; None for none that is on the web, nor in it."""
    parts = _parts(src)
    if parts is None:
        return None
    host, path = _host(parts), unquote(parts.path).rstrip("/")
    query = _query(parts)
    for hosts, told in _PROVIDERS:
        if host in hosts or host.endswith(tuple(f".{each}" for each in hosts)):
            what = told(host, path, query)
            if what.startswith(("http:", "https:", "//")) and depth < _DEEPEST:
                return target(what, depth + 1)
            if what:
                return Target(hosts[0], what, known=True)
    path = path.removesuffix("/index.html").removesuffix("/embed")
    more = "&".join(sorted(f"{key}={query[key]}" for key in query if key.lower() not in _SHOWN_AS))
    return Target(host, path, more=more)


def _parts(src: str) -> SplitResult | None:
    src = src.strip()[:_LONGEST]
    if src.startswith("//"):
        src = f"https:{src}"
    if src.startswith("at://"):
        src = f"https://bsky.app/{src[5:]}"
    if ":" in src.partition("/")[0] and not src.lower().startswith(("http:", "https:")):
        return None
    with suppress(ValueError):
        parts = urlsplit(src)
        return parts if parts.path or parts.query or parts.hostname else None
    return None


def _host(parts: SplitResult) -> str:
    with suppress(ValueError):
        return (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    return ""


def _query(parts: SplitResult) -> dict[str, str]:
    with suppress(ValueError):
        found = parse_qs(parts.query, keep_blank_values=True, max_num_fields=_MOST_PARAMETERS)
        return {key: values[0] for key, values in found.items()}
    return {}


_Told = Callable[[str, str, Mapping[str, str]], str]


def _after(*names: str, key: str = "") -> _Told:
    """The part of a path after one of these names, else the value of a parameter."""

    def told(_host: str, path: str, query: Mapping[str, str]) -> str:
        parts = path.split("/")
        for name in names:
            if name in parts[:-1]:
                return parts[parts.index(name) + 1]
        return query.get(key, "") if key else ""

    return told


def _youtube(host: str, path: str, query: Mapping[str, str]) -> str:
    found = _after("embed", "v", "shorts", "live", key="v")(host, path, query)
    if host == "youtu.be":
        found = path.strip("/").partition("/")[0]
    return query.get("list", "") if found in ("", "videoseries") else found


def _numbers(_host: str, path: str, query: Mapping[str, str]) -> str:
    """The first part of the path that is a number, or begins with one."""
    hit = _NUMBER.search(path)
    return hit[1] if hit else query.get("id", "") or query.get("video", "")


def _last(_host: str, path: str, _query: Mapping[str, str]) -> str:
    return path.rpartition("/")[2].removesuffix(".js")


def _facebook(_host: str, path: str, query: Mapping[str, str]) -> str:
    if path.startswith("/plugins/"):
        inner = query.get("href", "")
        return inner if path.startswith(("/plugins/video", "/plugins/post")) else ""
    hit = _NUMBER.search(path)
    return hit[1] if hit else query.get("v", "") or query.get("story_fbid", "") or path


def _soundcloud(host: str, path: str, query: Mapping[str, str]) -> str:
    return query.get("url", "") if host.startswith("w.") else path


def _datawrapper(_host: str, path: str, _query: Mapping[str, str]) -> str:
    parts = [part for part in path.split("/") if part and part != "_"]
    return parts[0] if parts else ""


def _flourish(_host: str, path: str, _query: Mapping[str, str]) -> str:
    hit = _FLOURISH.search(path)
    return hit[0] if hit else ""


def _path(_host: str, path: str, _query: Mapping[str, str]) -> str:
    return path.replace("/embed-podcast/", "/").replace("/embed/", "/").removesuffix("/embed")


def _podcast(_host: str, path: str, query: Mapping[str, str]) -> str:
    return f"{path.rpartition('/')[2]} {query.get('i', '')}".strip()


def _post(_host: str, path: str, _query: Mapping[str, str]) -> str:
    return _after("app.bsky.feed.post", "post")(_host, path, _query)


def _form(_host: str, path: str, _query: Mapping[str, str]) -> str:
    return path.removesuffix("/viewform").removesuffix("/pub").removesuffix("/pubhtml")


def _map(_host: str, path: str, query: Mapping[str, str]) -> str:
    return f"{path}?{query.get('pb') or query.get('mid') or query.get('q') or ''}" if path else ""


_NUMBER = pattern(r"/(?:[a-z_-]*/)?(\d{5,})(?![\d])")
_FLOURISH = pattern(r"(?:visualisation|story)/\d+")
_PROVIDERS: tuple[tuple[tuple[str, ...], _Told], ...] = (
    (("youtube.com", "youtube-nocookie.com", "youtu.be"), _youtube),
    (("vimeo.com",), _numbers),
    (
        ("dailymotion.com", "dai.ly"),
        lambda host, path, query: (
            _last(host, path, query)
            if host == "dai.ly"
            else _after("video", key="video")(host, path, query).partition("_")[0]
        ),
    ),
    (
        ("twitter.com", "x.com"),
        lambda host, path, query: _after("status", "statuses", key="id")(host, path, query),
    ),
    (("instagram.com", "instagr.am"), _after("p", "reel", "tv")),
    (("tiktok.com",), _numbers),
    (("facebook.com", "fb.watch"), _facebook),
    (("bsky.app",), _post),
    (("threads.net", "threads.com"), _after("post")),
    (("reddit.com", "redditmedia.com", "redd.it"), _after("comments")),
    (("open.spotify.com",), _path),
    (("soundcloud.com",), _soundcloud),
    (("podcasts.apple.com",), _podcast),
    (("dwcdn.net", "datawrapper.de"), _datawrapper),
    (("flo.uri.sh", "flourish.studio"), _flourish),
    (("infogram.com", "infogr.am"), _last),
    (("documentcloud.org",), lambda host, path, query: _numbers(host, path.replace("-", "/"), query)),
    (("scribd.com",), _numbers),
    (("gist.github.com",), _last),
    (("typeform.com",), _last),
    (("docs.google.com",), _form),
    (("google.com",), lambda host, path, query: _map(host, path, query) if path.startswith("/maps") else ""),
    (("megaphone.fm",), lambda host, path, query: query.get("e", "") or _last(host, path, query)),
    (
        (
            "buzzsprout.com",
            "simplecast.com",
            "acast.com",
            "libsyn.com",
            "podbean.com",
            "omny.fm",
            "art19.com",
        ),
        _path,
    ),
    (("streamable.com", "wistia.net", "wistia.com", "rumble.com", "ted.com", "archive.org"), _last),
    (
        (
            "issuu.com",
            "slideshare.net",
            "giphy.com",
            "imgur.com",
            "knightlab.com",
            "genially.com",
            "genial.ly",
        ),
        _path,
    ),
    (
        ("tableau.com", "arcgis.com", "mapbox.com", "observablehq.com", "ourworldindata.org", "everviz.com"),
        _path,
    ),
)
