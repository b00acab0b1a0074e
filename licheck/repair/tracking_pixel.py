"""Adds the publisher's page counter below the story, or gives the one that is there its right address."""

from __future__ import annotations

from collections.abc import Iterator

from licheck.addresses import address
from licheck.model.page import Image
from licheck.model.pattern import Pattern
from licheck.repair._attributes import value_of
from licheck.repair._html import is_amp, is_mail
from licheck.repair._places import bottom
from licheck.repair._task import Edit, Repair, Task, Unmendable
from licheck.repair._words import NAME_THE_ORIGINAL, attribute, empty, is_address, markdown_url

_AMP = "the page is one of AMP, which takes no scripts of others: ask the publisher for a counter that is a picture"
_MAIL = "the page is an e-mail in AMP, which takes no counters"
_BY_SCRIPT = (
    "its address stands where a script may load it (data-src): a second counter could count views twice"
)
_SCRIPT_IN_MARKDOWN = "many sites take scripts out of Markdown"
_LONGEST = 2_000  # characters of an address in which a rule file's pattern is searched


def repairs(task: Task) -> Iterator[Repair]:
    """See the package."""
    src = _src(task)
    if is_amp(task.page) and (is_mail(task.page) or src.endswith(".js")):
        raise Unmendable(_MAIL if is_mail(task.page) else _AMP)
    for image in task.page.images:
        if _host(task) in image.lazy:
            raise Unmendable(_BY_SCRIPT)
        if _host(task) in image.src and not image.hidden.startswith("in"):  # in a comment, inside <noscript>
            yield _corrected(task, image, src)
            return
    for place in bottom(task):
        content, doubt = _markup(task, src)
        yield Repair((place.spot._replace(lead=place.spot.lead if place.spot.box else "").edit(content),),
                     f"adds the page counter {src} {place.words}", doubt)  # fmt: skip


def _corrected(task: Task, image: Image, src: str) -> Repair:
    """The counter that counts for another article, or nobody, with its right address."""
    value = value_of(task.page, image.offset, "src", image.src)
    if value is None or image.srcset:
        raise Unmendable("the place of the counter's address in the source is not clear")
    here = address(image.src)
    query = image.src.partition("?")[2]
    if here is not None and here.host == _host(task) and query and is_address(f"{src}?{query}"):
        src = f"{src}?{query}"
    return Repair(
        (Edit(value.start, value.end, value.written(src)),), f"gives the page counter the address {src}"
    )


def _markup(task: Task, src: str) -> tuple[str, str]:
    """The counter in the markup of the page, and why a person should look at it first."""
    if src.endswith(".js"):
        doubt = _SCRIPT_IN_MARKDOWN if task.page.format == "markdown" else ""
        return f'<script async="async" src="{attribute(src)}"></script>', doubt
    if task.page.format == "markdown":
        return f"![]({markdown_url(src)})", ""
    if is_amp(task.page):  # https://amp.dev/documentation/components/amp-pixel
        return f'<amp-pixel src="{attribute(src)}" layout="nodisplay"></amp-pixel>', ""
    return empty(task.page, f'<img src="{attribute(src)}" alt="" width="1" height="1"'), ""


def _host(task: Task) -> str:
    return str(getattr(task.requirement, "host", ""))


def _src(task: Task) -> str:
    """The counter's address. Raises Unmendable where the article's number in it is not known."""
    path = str(getattr(task.requirement, "path", ""))
    if "{id}" in path:
        path = path.replace("{id}", _number(task))
    src = f"https://{_host(task)}{path}"
    if not is_address(src):
        raise Unmendable("the rule set gives no address of a counter that could be used")
    return src


def _number(task: Task) -> str:
    finds: Pattern | None = getattr(task.requirement, "id_in_url", None)
    url = task.case.original.url if task.case.original else ""
    if not url:
        raise Unmendable(NAME_THE_ORIGINAL)
    hit = finds.search(url[:_LONGEST]) if finds else None
    if hit is None or not hit.group(1):
        raise Unmendable("the article's number cannot be told from the original's address")
    return str(hit.group(1))
