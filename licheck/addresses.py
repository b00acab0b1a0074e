"""Web addresses, compared the way readers and search engines take them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

# Parameters that say where a reader came from, never which page (https://url.spec.whatwg.org has no list; these
# are the names that Google Analytics, Matomo, Facebook, Mailchimp and HubSpot document).
_TRACKING = (
    "utm_",
    "fbclid",
    "gclid",
    "mc_cid",
    "mc_eid",
    "_hs",
    "pk_",
    "mtm_",
    "ref",
    "source",
    "cmpid",
    "igshid",
    "share",
    "amp",
    "outputtype",
)
_MOBILE = ("www.", "m.", "amp.", "mobile.")
_EDITION = re.compile(
    r"/[a-z]{2}(?:-[a-z]{2})?", re.I
)  # the front page of a language or a country: example.org/us


class Address(NamedTuple):
    """An address, normalised: no scheme, host in ASCII lower case without `www.`, path without end slash, no tracking."""

    host: str
    path: str
    query: str

    @property
    def is_home(self) -> bool:
        """Whether it is a front page."""
        return (
            self.path in ("", "/index.html", "/index.php", "/home")
            or _EDITION.fullmatch(self.path) is not None
        ) and not self.query


@lru_cache(maxsize=2048)
def address(url: str) -> Address | None:
    """The normalised address; None for what is no web address (relative paths, mailto:, broken ones)."""
    url = url.strip()
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
    host = _ascii(host.lower())
    for prefix in _MOBILE:
        if host.startswith(prefix) and host.count(".") >= 2:
            host = host[len(prefix) :]
            break
    path = unquote(parts.path).rstrip("/")
    for end in ("/amp", "/amp.html", ".amp"):
        path = path.removesuffix(end)
    kept = sorted((key, value) for key, value in parse_qsl(parts.query, max_num_fields=200, keep_blank_values=True) if not key.lower().startswith(_TRACKING)) if parts.query.count("&") < 200 else []  # fmt: skip
    return Address(host, path, "&".join(f"{key}={value}" for key, value in kept))


def _ascii(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def is_on(url: str, domains: tuple[str, ...]) -> bool:
    """Whether an address is on one of these domains or their sub-domains ("example.org/au": that part of it)."""
    found = address(url)
    if found is None:
        return False
    for domain in domains:
        host, _, path = domain.lower().strip().removeprefix("www.").partition("/")
        if (found.host == host or found.host.endswith("." + host)) and (
            not path or f"{found.path}/".startswith(f"/{path}/")
        ):
            return True
    return False
