"""A page from the web: what a worker does. Polite (robots.txt, RFC 9309) and wary of everything that servers do."""

from __future__ import annotations

import re
import time
import zlib
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from licheck import __version__
from licheck.audit.kept import Fetched, load, save
from licheck.edge import files
from licheck.edge.jobs import Answer, Job
from licheck.errors import InputError

if TYPE_CHECKING:
    import httpx

MISSING = "pages are fetched with httpx and protego, which are not installed: `pip install httpx protego`"
AGENT = f"licheck/{__version__} (checks the credits of republished stories)"

WHOLE, SILENCE = 30.0, 10.0  # seconds: for a page with all its redirects, and that a server may say nothing
_HOPS = 5  # redirects
_ROBOTS_LIMIT = 500 * 1024  # bytes: what RFC 9309, 2.5, asks to be read at least
_LONGEST_PAUSE = 60.0  # seconds that a site is waited for
_HTML = ("text/html", "application/xhtml+xml")
_PASSING = (408, 429, 500, 502, 503, 504)  # answers that may be others in a while
_CHARSET = re.compile(r"""charset\s*=\s*["']?([^\s"';]+)""", re.I)


class _Refused(Exception):
    """There is no page, and why. `again`: after so many seconds there may be one (-1: no)."""

    def __init__(self, why: str, again: float = -1.0) -> None:
        super().__init__(why)
        self.again = again


class _Got(NamedTuple):
    status: int
    headers: httpx.Headers
    data: bytes


class Fetch(NamedTuple):
    """The task of fetching an address, or of finding it in `folder`, where fetched pages are kept."""

    address: str
    folder: str
    agent: str = AGENT
    online: bool = True
    allow_private: bool = False

    @property
    def seconds(self) -> int:
        """What fetching may take, and a little."""
        return int(WHOLE + SILENCE) + 5

    def __call__(self, job: Job) -> Answer:  # noqa: ARG002 - the task says it all
        """Answer with `Fetched`. Raises InputError where pages cannot be kept."""
        fetched = load(self.folder, self.address)
        if fetched is None and not self.online:
            fetched = Fetched(
                self.address, problem="is not among the pages that were fetched before: --online fetches it"
            )
        if fetched is None:
            fetched = self._fetched()
            if fetched.again < 0:
                self._save(self.address, fetched)
        return Answer(result=fetched)

    def _save(self, name: str, fetched: Fetched) -> None:
        try:
            save(self.folder, name, fetched)
        except OSError as error:
            why = (error.strerror or "unknown reason").lower()
            raise InputError(f"was fetched and could not be kept in {self.folder}: {why}") from error

    def _fetched(self) -> Fetched:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        until = time.monotonic() + WHOLE
        url, seen = self.address, set[str]()
        try:
            while True:
                if url in seen or len(seen) > _HOPS:
                    raise _Refused(
                        f"its site sends us in a circle, or too far: {len(seen)} redirects, the last to {url}"
                    )
                seen.add(url)
                pause = self._ask_robots(url, until)
                got = _get(self._client(), url, files.LIMIT, until)
                if got.status not in (301, 302, 303, 307, 308):
                    break
                url = _target(url, got.headers.get("location", ""))
            data, charset = _page(got)
        except _Refused as refused:
            return Fetched(url, now, problem=str(refused), again=refused.again)
        return Fetched(url, now, charset, data, pause=pause)

    def _client(self) -> httpx.Client:
        return _client(self.agent, allow_private=self.allow_private)

    def _ask_robots(self, url: str, until: float) -> float:
        """How many seconds the site asks for between two pages; raises _Refused where it does not want to be read."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        name = f"{origin}/robots.txt"
        kept = load(self.folder, name)
        if kept is None:
            kept = Fetched(
                name, datetime.now(UTC).isoformat(timespec="seconds"), data=self._robots(name, until)
            )
            self._save(name, kept)
        rules = _rules(kept.data)
        if not rules.can_fetch(url, self.agent):
            raise _Refused(
                f"its site's robots.txt ({name}) asks programs not to read it: save the page by hand"
            )
        return min(float(rules.crawl_delay(self.agent) or 0), _LONGEST_PAUSE)

    def _robots(self, url: str, until: float) -> bytes:
        """RFC 9309, 2.3.1: none there means that all may be read; no sensible answer, that nothing may for now."""
        for _ in range(_HOPS):
            got = _get(self._client(), url, _ROBOTS_LIMIT, until, cut=True)
            if got.status in (301, 302, 303, 307, 308):
                url = _target(url, got.headers.get("location", ""))
                continue
            if got.status >= 500 or got.status == 429:
                raise _Refused(
                    f"its site does not tell whether we may read it: {url} answers {got.status}", _pause(got)
                )
            return got.data if got.status == 200 else b""
        return b""


@cache
def _client(agent: str, *, allow_private: bool) -> httpx.Client:
    """The client of this process. No proxy of the environment: what is behind one cannot be looked at."""
    try:
        import httpx
        import protego

        from licheck.audit.guard import Transport
    except ImportError as error:
        raise InputError(MISSING) from error
    assert protego
    headers = {
        "User-Agent": agent,
        "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1",
        "Accept-Encoding": "gzip, deflate",
    }
    return httpx.Client(
        transport=Transport(allow_private=allow_private), headers=headers, timeout=SILENCE, trust_env=False
    )


def _rules(data: bytes) -> Any:
    from protego import Protego

    return Protego.parse(data.decode("utf-8", "replace"))


def _target(url: str, location: str) -> str:
    try:
        target = urljoin(url, location).partition("#")[0]
        parts = urlsplit(target)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and len(target) < 4_000
    except ValueError:
        sound = False
    if not location or not sound:
        raise _Refused(f"its site sends us to what is no address: {location[:100] or 'nowhere'}")
    return target


def _get(client: httpx.Client, url: str, limit: int, until: float, *, cut: bool = False) -> _Got:
    """One answer of a server; `cut`: of a longer one its first `limit` bytes. Raises _Refused."""
    import httpcore
    import httpx

    from licheck.audit.guard import PrivateAddress

    try:
        with client.stream("GET", url) as response:
            return _Got(response.status_code, response.headers, _body(response, limit, until, cut=cut))
    except PrivateAddress as error:
        host = urlsplit(url).hostname
        raise _Refused(
            f"{host} is an address inside a private network: --allow-private permits those"
        ) from error
    except (httpcore.TimeoutException, httpx.TimeoutException) as error:
        raise _Refused(f"its site said nothing for {SILENCE:.0f} seconds", 1.0) from error
    except (httpcore.ConnectError, httpx.ConnectError) as error:
        raise _Refused(f"its site cannot be reached ({_short(error)})", 1.0) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.TransportError) as error:
        raise _Refused(f"its site broke off ({_short(error)})", 1.0) from error
    except (httpx.InvalidURL, ValueError) as error:
        raise _Refused(f"is no address that can be asked ({_short(error)})") from error


def _short(error: Exception) -> str:
    return str(error)[:200] or type(error).__name__


def _body(response: httpx.Response, limit: int, until: float, *, cut: bool) -> bytes:
    """The body, unpacked, never more than `limit` bytes in memory. Raises _Refused."""
    packing = response.headers.get("content-encoding", "identity").lower().strip()
    if packing not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise _Refused(f"came packed in a way that nobody asked for ({packing[:40]})")
    unpacker = None if packing in ("", "identity") else _Unpacker(packing)
    data = bytearray()
    for chunk in response.iter_raw():
        data += unpacker.unpack(chunk, limit + 1 - len(data)) if unpacker else chunk
        if len(data) > limit:
            if cut:
                return bytes(data[:limit])
            raise _Refused(f"is larger than {limit // 1_000_000} MB")
        if time.monotonic() > until:
            raise _Refused(f"did not come within {WHOLE:.0f} seconds", 1.0)
    if unpacker and not unpacker.is_whole and response.status_code == 200:
        raise _Refused("came packed, and broken off", 1.0)
    return bytes(data)


class _Unpacker:
    """Takes off gzip or deflate, with a bound on what comes out of each piece."""

    def __init__(self, packing: str) -> None:
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 32 if packing != "deflate" else zlib.MAX_WBITS)
        self._began = False
        self._deflate = packing == "deflate"

    @property
    def is_whole(self) -> bool:
        """Whether all has come."""
        return self._inflate.eof

    def unpack(self, data: bytes, most: int) -> bytes:
        """What comes out, at most so many bytes; the rest is lost (who asks stops there). Raises _Refused."""
        try:
            try:
                return self._inflate.decompress(data, max(most, 1))
            except zlib.error:
                if not self._deflate or self._began:
                    raise
                self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)  # some servers leave the head off
                return self._inflate.decompress(data, max(most, 1))
        except zlib.error as error:
            raise _Refused(f"came packed, and cannot be unpacked ({error})") from error
        finally:
            self._began = True


def _page(got: _Got) -> tuple[bytes, str]:
    """The bytes of a page and its declared encoding. Raises _Refused."""
    if got.status in _PASSING:
        pause = _pause(got)
        wish = f" and asks us to come back in {pause:,.0f} seconds" if pause > 1 else ""
        raise _Refused(f"its site answered {got.status}{wish}", pause)
    if got.status != 200:
        raise _Refused(f"its site answered {got.status}")
    kind, _, more = got.headers.get("content-type", "text/html").partition(";")
    if kind.strip().lower() not in _HTML:
        raise _Refused(f"is no web page but {kind.strip()[:60]}")
    if not got.data:
        raise _Refused("is empty")
    found = _CHARSET.search(more)
    return got.data, found[1].lower() if found else ""


def _pause(got: _Got) -> float:
    """After how many seconds to come back, as Retry-After says (RFC 9110, 10.2.3); 1 where it does not."""
    told = got.headers.get("retry-after", "").strip()
    if told.isdecimal() and len(told) < 9:
        return float(told)
    try:
        return max(0.0, (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds()) if told else 1.0
    except (TypeError, ValueError, OverflowError):
        return 1.0
