"""Ways of breaking words on the page: names, the publisher's name, captions, prescribed lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from licheck.text import fold
from licheck.trials.desk import Desk, Target, Way, each, its_blocks
from licheck.trials.markup import (
    block,
    comment_out,
    cut_short,
    drop,
    empty,
    hide,
    made,
    paragraphs,
    push_off,
    rewrite,
    strings,
)

_FRAME = ("html", "head", "body", "article", "main", "title")
_CREDIT = 400  # characters of a block that is a credit, or a note on the author


def _names(target: Target) -> tuple[str, ...]:
    return target.people or tuple(re.findall(r"^(.+?) (?:is|are) credited", target.finding.reason))


def _no_name(desk: Desk, target: Target) -> bool:
    return _renamed(desk.page, target, "Newsroom staff")


def _renamed(soup: BeautifulSoup, target: Target, other: str) -> bool:
    done = False
    for name in _names(target):
        while rewrite(soup, name, other):
            done = True
    return done


def _misspelt(desk: Desk, target: Target) -> bool:
    def wrong(name: str) -> str:
        return f"{name[:-3]}{name[-2]}{name[-3]}{name[-1]}x"

    done = [rewrite(desk.page, name, wrong(name)) for name in target.people if len(name) > 6]
    return any(done)


def _only_metadata(desk: Desk, target: Target) -> bool:
    """The system's author field holds the name, and the template does not show it."""
    head, names = desk.page.find("head"), _names(target)
    if not isinstance(head, Tag) or not names or not _renamed(desk.page, target, "Newsroom staff"):
        return False
    for name in names:
        head.append(desk.page.new_tag("meta", attrs={"name": "author", "content": name}))
    return True


def _one_dropped(desk: Desk, target: Target) -> bool:
    """The last of several writers is not in the author field."""
    if len(target.people) < 2:
        return False
    done = False
    while rewrite(desk.page, target.people[-1], "the newsroom"):
        done = True
    return done


def _only_photographer(desk: Desk, target: Target) -> bool:
    """The writer took a picture, too, and is credited for that alone."""
    names, found = _names(target), paragraphs(desk.page)
    if len(found) < 2 or not names or not _renamed(desk.page, target, "Newsroom staff"):
        return False
    picture = f'<img src="/img/pier.jpg" alt="" width="800" height="500"><figcaption>The pier. Photo: {names[0]}</figcaption>'
    found[0].insert_after(made(f"<figure>{picture}</figure>"))
    return True


def _only_in_teaser(desk: Desk, target: Target) -> bool:
    """The name stands under another story by the same writer, in a box beside this one."""
    names, story = _names(target), desk.page.find("article")
    if not isinstance(story, Tag) or not names or not _renamed(desk.page, target, "Newsroom staff"):
        return False
    teaser = f'<li><a href="/bridge">Why the old bridge stays closed</a> <span class="by">By {names[0]}</span></li>'
    story.insert_after(made(f'<aside class="related"><h3>More stories</h3><ul>{teaser}</ul></aside>'))
    return True


def _naming(soup: BeautifulSoup, target: Target) -> list[Tag]:
    """The short blocks that name a writer, those of the evidence among them: a second credit would do as well."""
    found = {id(tag): tag for tag in its_blocks(soup, target)}
    for name in _names(target):
        for text in soup.find_all(string=re.compile(re.escape(name), re.I)):
            tag = block(text.parent) if isinstance(text.parent, Tag) else None
            if tag is not None and tag.name not in _FRAME and len(tag.get_text()) < _CREDIT:
                found.setdefault(id(tag), tag)
    return [tag for tag in found.values() if not any(id(above) in found for above in tag.parents)]


def _institutions(target: Target) -> tuple[str, ...]:
    """The publisher, or the newsroom that is asked for in its place."""
    return (*target.rule_set.publisher.names, *re.findall(r"^(.+?) stands? with", target.finding.reason))


def _affiliating(soup: BeautifulSoup, target: Target) -> list[Tag]:
    """The blocks of the evidence, and others that name a writer with the publisher."""
    found = its_blocks(soup, target)
    names = [fold(name) for name in _institutions(target)]
    more = [tag for tag in _naming(soup, target) if any(name in fold(tag.get_text()) for name in names)]
    return [*{id(tag): tag for tag in (*found, *more)}.values()]


def _no_publisher(desk: Desk, target: Target) -> bool:
    done = False
    for tag in its_blocks(desk.page, target):
        for name in _institutions(target):
            while rewrite(tag, name, ""):
                done = True
    return done


def _another_publisher(desk: Desk, target: Target) -> bool:
    """One whose name is nearly the same."""
    others, done = target.rule_set.publisher.others, False
    for tag in its_blocks(desk.page, target) if others else ():
        for name in target.rule_set.publisher.names:
            done = rewrite(tag, name, "\0") or done
        while rewrite(tag, "\0", others[0]):
            pass
    return done


def _as_alternative(tag: Tag) -> None:
    """The system has a field for the alternative text, and none for the caption."""
    picture = tag.parent.find("img") if tag.parent is not None else None
    if isinstance(picture, Tag):
        picture["alt"] = tag.get_text(" ", strip=True)
    empty(tag)


def _another_day(desk: Desk, target: Target) -> bool:
    """The line tells the day on which the page was made, not the original's."""
    done = False
    for tag in its_blocks(desk.page, target):
        for text in list(strings(tag)):
            told = re.sub(r"\b(?:[1-9]|[12]\d|3[01])\b", lambda day: str((int(day[0]) + 11) % 28 + 1), text)
            done = done or told != text
            text.replace_with(NavigableString(told))
        for time in tag.find_all("time"):
            del time["datetime"]
    return done


def _wrong_name(desk: Desk, target: Target) -> bool:
    wrong = getattr(target.requirement, "wrong", ())
    done = [rewrite(desk.page, name, str(wrong[0])) for name in target.rule_set.publisher.names if wrong]
    return any(done)


def _captions(soup: BeautifulSoup, target: Target) -> list[Tag]:
    """The captions, and not the pictures."""
    found = [tag for tag in soup.find_all("figcaption") if isinstance(tag, Tag)]
    return found or [tag for tag in its_blocks(soup, target) if tag.find("img") is None]


LINES: Final[Mapping[str, Way]] = {
    "taken out": each(its_blocks, empty),
    "hidden": each(its_blocks, hide),
    "off screen": each(its_blocks, push_off),
    "commented out": each(its_blocks, comment_out),
}
"""Of whatever stands on the page as a line of its own."""

PRESCRIBED: Final[Mapping[str, Way]] = {**LINES, "cut short": each(its_blocks, cut_short)}
"""Of a line all of whose words are asked for."""

NOTICE: Final[Mapping[str, Way]] = {**LINES, "taken out": each(its_blocks, drop)}
"""Of a notice, with its links and badges."""

CREDIT: Final[Mapping[str, Way]] = {**LINES, "another publisher": _another_publisher}
BYLINE: Final[Mapping[str, Way]] = {
    "no name": _no_name,
    "one dropped": _one_dropped,
    "misspelt": _misspelt,
    "only in metadata": _only_metadata,
    "only as a photographer": _only_photographer,
    "only with another story": _only_in_teaser,
    "hidden": each(_naming, hide),
    "off screen": each(_naming, push_off),
    "commented out": each(_naming, comment_out),
}
AFFILIATION: Final[Mapping[str, Way]] = {
    "no publisher": _no_publisher,
    "another publisher": _another_publisher,
    "hidden": each(_affiliating, hide),
    "commented out": each(_affiliating, comment_out),
}
CAPTIONS: Final[Mapping[str, Way]] = {
    "taken out": each(_captions, empty),
    "only as alternative text": each(_captions, _as_alternative),
    "hidden": each(_captions, hide),
    "commented out": each(_captions, comment_out),
}
NAME_FORM: Final[Mapping[str, Way]] = {"spelt wrong": _wrong_name}

# Hidden, its element still tells programs the day: a doubt.
DAY: Final[Mapping[str, Way]] = {
    "taken out": each(its_blocks, drop),
    "another": _another_day,
    "commented out": each(its_blocks, comment_out),
}
