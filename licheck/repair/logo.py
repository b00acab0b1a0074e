"""Shows the publisher's logo at the top of the story: the picture that somebody named, or that the original shows."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from licheck.organisations import named
from licheck.patterns import pattern
from licheck.repair._html import is_amp
from licheck.repair._places import paragraph, top
from licheck.repair._task import Repair, Task, Unmendable
from licheck.repair._words import attribute, empty, is_address, markdown_url, story_url, written

_FORBIDDEN = "the publisher forbids its logo, and licheck takes nothing out"
_NOT_KNOWN = "where its picture is nobody said: name it with --logo {}=ADDRESS"
_THEIRS = "the picture would be loaded from the publisher's own server; better name one of yours with --logo"
_AMP = "the page is one of AMP, which has to be told how large a picture is: add an <amp-img> with width and height"
_ADDRESS = pattern(r"[^\s<>\"'`{}\\]{1,2000}")
_SCHEME = pattern(r"(?!https?:)[a-z][a-z0-9+.-]*:", 2)
_LOGO = pattern(r"logo", 2)


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    if not getattr(task.requirement, "wanted", True):
        raise Unmendable(_FORBIDDEN)
    address, doubt = (task.logo, "") if task.logo else (_of_original(task), _THEIRS)
    if not address:
        raise Unmendable(_NOT_KNOWN.format(task.case.rule_set.id))
    if not _ADDRESS.fullmatch(address) or _SCHEME.match(address):
        raise Unmendable(f"{address} is no address of a picture that can be put into a page")
    if is_amp(task.page):
        raise Unmendable(_AMP)
    alt = f"{task.case.rule_set.publisher.name} logo"
    for place in top(task):
        edit = paragraph(task, place, _picture(task, address, alt))
        yield Repair((edit,), f"shows the logo {address} {place.words}", doubt)


def _picture(task: Task, address: str, alt: str) -> str:
    if task.page.format == "markdown":
        return f"![{written(task.page, alt)}]({markdown_url(address)})"
    return empty(task.page, f'<img src="{attribute(address)}" alt="{attribute(alt)}"')


def _of_original(task: Task) -> str:
    """The address of the logo that the original shows; empty for none."""
    publisher, url = task.case.rule_set.publisher, story_url(task.case)
    for image in task.case.original.page.images if task.case.original else ():
        ours = named(image.alt, publisher.names, publisher.others)
        if ours and (_LOGO.search(image.src) or _LOGO.search(image.alt)) and not image.hidden:
            address = urljoin(url, image.src)
            if is_address(address):
                return address
    return ""
