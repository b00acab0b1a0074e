"""What metadata say of the authors."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.credits.lead import find_lead
from licheck.credits.names_list import read_names
from licheck.credits.parsed import Parsed
from licheck.credits.people import has_given_name, is_given_name
from licheck.model.credit import Credit, Role
from licheck.model.finding import Standing
from licheck.model.page import Page
from licheck.patterns import pattern
from licheck.text import fold

_LONGEST = 300  # characters of a value that can be names
_TITLE_CUT = pattern(r"\s[|·•»:–—-]+\s|[|｜]")
_LOWER_NAME = pattern(r"[A-ZÀ-Þ][^\W\d_]+ [a-zß-ÿ][^\W\d_]{2,}")
_INVERTED = pattern(r"([^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?),\s+([^\W\d_][\w.'’ -]{1,30})")


def stated_credits(page: Page) -> Iterator[Credit]:
    """The credits in a page's metadata, in its order; addresses and accounts are left out.

    A value that is the name of the site or its publisher is an organisation, whatever it looks like.
    """
    sites: frozenset[str] | None = None
    for meta in page.values("author"):
        value = meta.value.strip()
        if not value or len(value) > _LONGEST or "://" in value or value.startswith(("@", "/")):
            continue
        sites = site_names(page) if sites is None else sites
        for parsed in _parsed(value, sites):
            yield Credit(
                tuple(parsed.persons), Role.WRITER, meta.value, -1, organisations=tuple(parsed.organisations),
                affiliations=tuple(parsed.affiliations), standing=Standing.METADATA, where=meta.where, offset=meta.offset,
            )  # fmt: skip


def _parsed(value: str, sites: frozenset[str]) -> list[Parsed]:
    parsed = Parsed(Role.WRITER, 0, len(value))
    if is_site(value, sites):
        parsed.organisations.append(value)
        return [parsed]
    _, length = find_lead(value)
    if length == 0 and _LOWER_NAME.fullmatch(value):
        parsed.persons.append(value)  # "Mona hassan"
        return [parsed]
    credits = read_names(_turned(value[length:]), parsed)
    persons = [name for credit in credits for name in credit.persons]
    if _is_no_list(persons, value) or (len(persons) == 1 and " " not in persons[0] and persons[0].isupper()):
        return [Parsed(Role.WRITER, 0, len(value), [], [value])]  # "Tide & Dyke", "FDR"
    return credits


def _is_no_list(persons: list[str], value: str) -> bool:
    """Whether single words that a sign joins are rather the name of a firm."""
    return (
        len(persons) > 1
        and "&" in value
        and not any(has_given_name(name) or is_given_name(name) for name in persons)
    )


def _turned(value: str) -> str:
    """A name whose family name comes first ("Quill, Marta"), the other way round."""
    hit = _INVERTED.fullmatch(value.strip())
    if hit and is_given_name(hit.group(2).split()[0]) and not has_given_name(hit.group(1)):
        return f"{hit.group(2)} {hit.group(1)}"
    return value


_HOME = ("/", "./", "index.html", "index.htm")
_SITE_NAME = 60  # characters of the text of a link to the site's first page


def is_site(name: str, sites: frozenset[str]) -> bool:
    """Whether a name is the site's, and not that of the person whose site it is."""
    return _packed(name) in sites and not has_given_name(name)


def site_names(page: Page) -> frozenset[str]:
    """What the site is called, for `is_site`: by its metadata, at the end of its titles, in its address, in the link
    to its first page.
    """
    names = {_packed(meta.value) for name in ("site", "publisher") for meta in page.values(name)}
    names |= {
        _packed(link.text) for link in page.links if link.href in _HOME and len(link.text) <= _SITE_NAME
    }
    for meta in page.values("title"):
        names |= {_packed(piece) for piece in _TITLE_CUT.split(meta.value)[1:]}
    for name in ("canonical", "url"):
        for meta in page.values(name):
            host = meta.value.partition("//")[2].partition("/")[0]
            names |= {_packed(label) for label in host.split(".") if len(label) > 3} | {
                _packed(host.removeprefix("www."))
            }
    return frozenset(names - {""})


def _packed(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))
