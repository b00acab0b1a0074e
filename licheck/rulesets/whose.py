"""Is this name, or this address, the publisher's?"""

from __future__ import annotations

from licheck.addresses import is_on
from licheck.model.page import Page
from licheck.model.ruleset import Publisher
from licheck.organisations import named

_WHOLE = (
    0.6  # of a stated name that the publisher's must cover to be it: "ProPublica, Inc." is, a sentence is not
)


def is_name(name: str, publisher: Publisher) -> bool:
    """Whether a name is the publisher's, and not just holds it."""
    spans = named(name, publisher.names, publisher.others)
    return bool(spans) and spans[0][1] - spans[0][0] >= len(name.strip()) * _WHOLE


def is_ours(url: str, publisher: Publisher) -> bool:
    """Whether an address is the publisher's, and not on a host that is listed among the others' names."""
    return is_on(url, publisher.domains) and not is_on(url, _other_hosts(publisher))


def links_to_others(page: Page, block: int, publisher: Publisher) -> bool:
    """Whether the links of a credit line lead to such a host, and none of them to the publisher."""
    hosts = _other_hosts(publisher)
    links = [link.href for link in page.links if link.block == block] if hosts else []
    return any(is_on(href, hosts) for href in links) and not any(is_ours(href, publisher) for href in links)


def _other_hosts(publisher: Publisher) -> tuple[str, ...]:
    return tuple(name for name in publisher.others if "." in name and " " not in name)
