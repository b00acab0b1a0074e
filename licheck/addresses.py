"""Web addresses, compared the way readers and search engines take them."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from licheck.patterns import pattern

# Parameters that say where a reader came from, never which page, and how others of them begin. No standard lists them:
# these are what Google Analytics, Matomo, Facebook, Mailchimp and HubSpot document, and what AMP pages add.
_TRACKING = frozenset(
    (
        *("fbclid", "gclid", "cmpid", "igshid", "ref", "ref_src", "ref_url", "referrer", "source", "share"),
        *("amp", "outputtype"),
    )
)
_TRACKING_BEGINS = ("utm_", "mc_", "pk_", "mtm_", "_hs")
_MOST_PARAMETERS = 200  # no story has more; a hostile page could make us sort thousands
_FRONT = ("", "/index.html", "/index.php", "/home")
_MOBILE = ("www.", "m.", "amp.", "mobile.")
_AMP = ("/amp", "/amp.html", ".amp")
# What online documents, mail programs and social networks put around the links of a text that is copied out of them.
_WRAPPED = pattern(
    r"(?:https?:)?//(?:www\.google\.[a-z]{2,3}(?:\.[a-z]{2})?/url|lm?\.facebook\.com/l\.php|l\.instagram\.com/"
    r"|[a-z0-9-]+\.safelinks\.protection\.outlook\.com/|www\.linkedin\.com/redir/redirect|www\.youtube\.com/redirect)"
    r"\?(?:[^#]{0,400}&)?(?:q|u|url)=(https?(?::|%3a)[^&#]+)",
    re.I,
)
# The caches from which AMP pages are shown; what follows is the address itself, without its scheme.
_CACHED = pattern(
    r"(?:https?:)?//(?:[a-z0-9-]+\.cdn\.ampproject\.org/[cv]/|(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?/amp/)(?:s/)?([a-z0-9-]+\.[^\s]+)",
    re.I,
)
# Services behind whose addresses another one is hidden, which only they can tell.
_SHORTENED = pattern(
    r"(?:https?:)?//(?:(?:www\.)?(?:t\.co|bit\.ly|bitly\.com|tinyurl\.com|ow\.ly|buff\.ly|is\.gd|goo\.gl|lnkd\.in|fb\.me|dlvr\.it|trib\.al|amzn\.to|rebrand\.ly|shorturl\.at|cutt\.ly|wp\.me|flip\.it|apple\.news)/\w"
    r"|[\w.-]+\.list-manage\d?\.com/track/click|(?:[\w-]+\.)?substack\.com/redirect/|[\w.-]+\.(?:sendgrid\.net|mailgun\.org|mandrillapp\.com|rs\d+\.net|hubspotlinks\.com)/|(?:links?|click|email|clicks)\.[\w.-]+/)",
    re.I,
)
_INDEX = ("/index.html", "/index.htm", "/index.php")
_EDITION = pattern(r"/[a-z]{2}(?:-[a-z]{2})?", re.I)  # the front page of a language or a country: /us


class Address(NamedTuple):
    """An address, normalised: no scheme, `www.`, end slash or tracking; the host in ASCII lower case."""

    host: str
    path: str
    query: str

    @property
    def is_home(self) -> bool:
        """Whether it is a front page."""
        return not self.query and (self.path in _FRONT or _EDITION.fullmatch(self.path) is not None)


@lru_cache(maxsize=2048)
def address(url: str) -> Address | None:
    """The normalised address; None for what is no web address (relative paths, mailto:, broken ones).

    An address within that of a known redirection is the one that readers come to.
    """
    url = url.strip()
    if wrapped := _WRAPPED.match(url):
        url = unquote(wrapped[1])
    elif cached := _CACHED.match(url):
        url = f"https://{cached[1]}"
    if url.startswith("//"):
        url = "https:" + url
    if not url.lower().startswith(("http://", "https://")):
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if not host:
        return None
    path = unquote(parts.path).rstrip("/")
    for end in _INDEX:
        path = path.removesuffix(end)
    for end in _AMP:
        path = path.removesuffix(end)
    return Address(_host(host.lower()), path, _query(parts.query))


def is_shortened(url: str) -> bool:
    """Whether an address leads through a service of short addresses, or of a newsletter's clicks, to one that is not seen."""
    return _SHORTENED.match(url.strip()) is not None


def _host(host: str) -> str:
    """A host in lower case without the prefix of a mobile twin; names in other scripts as punycode."""
    if not host.isascii():
        with suppress(UnicodeError):  # what no domain can be called stays as it is
            host = host.encode("idna").decode("ascii")
    prefix = next((prefix for prefix in _MOBILE if host.startswith(prefix)), "")
    return host.removeprefix(prefix) if host.count(".") >= 2 else host


def _query(query: str) -> str:
    """The parameters that tell one page from another, sorted."""
    if query.count("&") >= _MOST_PARAMETERS:
        return ""
    pairs = parse_qsl(query, max_num_fields=_MOST_PARAMETERS, keep_blank_values=True)
    kept = sorted(pair for pair in pairs if not _is_tracking(pair[0].lower()))
    return "&".join(f"{key}={value}" for key, value in kept)


def _is_tracking(parameter: str) -> bool:
    return parameter in _TRACKING or parameter.startswith(_TRACKING_BEGINS)


def is_on(url: str, domains: tuple[str, ...]) -> bool:
    """Whether an address is on one of these domains or below one ("example.org/au": in that part of it)."""
    if url.isascii() and not any(map(url.lower().__contains__, _hosts(domains))):
        return False  # most addresses: nothing to take apart
    found = address(url)
    return found is not None and any(_is_within(found, domain) for domain in domains)


@lru_cache(maxsize=512)
def _hosts(domains: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(host_and_path(domain)[0] for domain in domains)


def host_and_path(domain: str) -> tuple[str, str]:
    """The host and the path of a domain as a rule file names it: example.org and au of www.example.org/au."""
    host, _, path = domain.lower().strip().removeprefix("www.").partition("/")
    return host, path


def _is_within(found: Address, domain: str) -> bool:
    host, path = host_and_path(domain)
    if found.host != host and not found.host.endswith("." + host):
        return False
    return not path or f"{found.path}/".startswith(f"/{path}/")
