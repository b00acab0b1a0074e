"""The values that the parts of an audit hand to one another."""

from __future__ import annotations

from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

from licheck.addresses import address as parsed
from licheck.edge.jobs import Source

# What becomes of a page: exactly one of these.
JUDGED, NO_REPUBLICATION, OWN_PAGE, DUPLICATE, UNREAD = (
    "judged",
    "no_republication",
    "own_page",
    "duplicate",
    "unread",
)
PAGES = (JUDGED, NO_REPUBLICATION, OWN_PAGE, DUPLICATE, UNREAD)
# What is met and is no page; counted.
NOT_HTML, REDIRECT, HTTP_ERROR, REVISIT, OTHER_RECORD, LEFT_OUT = (
    "not_html",
    "redirect",
    "http_error",
    "revisit_without_its_record",
    "other_record",
    "file_in_no_known_format",
)


class Place(NamedTuple):
    """Where in the input something stands, in the order of the input.

    `source` counts the named sources from 0, `path` is the file, `at` says where in it (empty: all of it): the byte
    where a record begins, `row 3` of a list, `#2` for a story.
    """

    source: int
    path: str
    at: str = ""


class Facts(NamedTuple):
    """What is known of a page beside itself; empty where nothing is.

    `address` is where it stood and `captured` when it was read there; `original`, `publisher` (a rule set's id or a
    publisher's name), `republisher` and `date` are as a list names them.
    """

    address: str = ""
    captured: str = ""
    original: str = ""
    publisher: str = ""
    republisher: str = ""
    date: str = ""

    @property
    def site(self) -> str:
        """The host that the page stood on."""
        found = parsed(self.address) if self.address else None
        return found.host if found else ""

    @property
    def day(self) -> str:
        """The day that rules with a term are judged by, as 2026-11-22: when it was captured, else of the list."""
        for told in (self.captured, self.date):
            try:
                return date.fromisoformat(told[: 10 if "-" in told else 8]).isoformat()
            except ValueError:
                continue
        return ""


class Unit(NamedTuple):
    """One thing of the input. `token` says where reading goes on after it (see `licheck.audit.inputs`).

    Either `source` is to be judged, or `problem` says why it cannot be read, or it is only counted as `counted`.
    `digest` is of its bytes, empty where the file is still to be read; `names` are further keys by which later units
    refer to it, `refers_to` those by which this one refers to an earlier (a revisit). `done` is how many bytes of the
    input lie behind it. `after`: an earlier run has been through so many stories of this file, and has told what is
    wrong with the file as such (-1: none has).
    """

    place: Place
    token: str
    source: Source | None = None
    facts: Facts = Facts()
    charset: str = ""
    digest: bytes = b""
    names: tuple[bytes, ...] = ()
    refers_to: tuple[bytes, ...] = ()
    problem: str = ""
    counted: str = ""
    done: int = 0
    after: int = -1

    @property
    def file(self) -> str:
        """The file that the page stands in alone, or with its story in it (`feed.xml#3`); empty for what has none."""
        return self.source.name if self.source and self.source.data is None else ""


class Outcome(NamedTuple):
    """What became of a page that a worker judged.

    `page` are the columns of table `pages` that the worker fills, `applied`, `rule_sets`, `requirements` and `findings`
    rows of the tables of these names, without the page's number (`licheck.audit.tables`).
    """

    what: str
    page: dict[str, Any] | None = None
    applied: tuple[tuple[Any, ...], ...] = ()
    rule_sets: tuple[tuple[Any, ...], ...] = ()
    requirements: tuple[tuple[Any, ...], ...] = ()
    findings: tuple[tuple[Any, ...], ...] = ()
    failed: bool = False


def key_of(*parts: str | bytes) -> bytes:
    """16 bytes by which the same parts are known again."""
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


def page_key(digest: bytes, facts: Facts, story: int) -> bytes:
    """By which an exact duplicate is known: the same bytes on the same site, with the same known beside them.

    The same bytes on two sites are two republications.
    """
    return key_of("page", digest, facts.site, *facts[2:], str(story))


def page_id(place: Place, facts: Facts, key: bytes) -> str:
    """A page's name, the same in every run over the same input: 16 hexadecimal digits."""
    where = facts.address or place.path
    return key_of("id", where, key).hex()[:16]
