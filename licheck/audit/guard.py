"""Connections to the public web alone: names are resolved here, looked at, and connected to as they were looked at.

So a name that leads into a private network is refused however it came about: in a list, by a redirect, or by a name
server that answers differently the second time.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last 32 bits


class PrivateAddress(Exception):
    """A name leads to an address that is none of the public web."""


def is_public(text: str) -> bool:
    """Whether an IP address belongs to the public internet, also one that is wrapped in another."""
    address = _plain(text)
    return bool(address.is_global and not address.is_multicast)


def _plain(text: str) -> Any:
    """An IP address, without another that is wrapped around it."""
    address: Any = ipaddress.ip_address(text.partition("%")[0])
    if address.version == 6:
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.ip_address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            address = inner
    return address


class Guarded(httpcore.NetworkBackend):
    """Connects to public addresses alone, unless `allow_private`."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """See httpcore. Raises PrivateAddress."""
        try:
            found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"no server is known by the name {host}") from error
        allowed = [address for address in found if is_public(address) or self._may(address)]
        if not allowed:
            raise PrivateAddress(host)
        for address in allowed[:-1]:
            try:
                return self._backend.connect_tcp(address, port, timeout, local_address, socket_options)
            except httpcore.ConnectError:
                continue
        return self._backend.connect_tcp(allowed[-1], port, timeout, local_address, socket_options)

    def _may(self, address: str) -> bool:
        """Link-local addresses never: no newsroom stands there, but the keys of rented machines do."""
        return self._allow_private and not _plain(address).is_link_local

    def sleep(self, seconds: float) -> None:
        """See httpcore."""
        self._backend.sleep(seconds)


class Transport(httpx.BaseTransport):
    """What an `httpx.Client` sends its requests over."""

    def __init__(self, *, allow_private: bool) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            network_backend=Guarded(allow_private=allow_private),
            max_connections=4,
            max_keepalive_connections=2,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """See httpx. Raises what httpcore raises, and PrivateAddress."""
        url = request.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        sent = httpcore.Request(
            request.method, target, headers=request.headers.raw, extensions=request.extensions
        )
        got = self._pool.handle_request(sent)
        return httpx.Response(got.status, headers=got.headers, stream=_Body(got), extensions=got.extensions)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
