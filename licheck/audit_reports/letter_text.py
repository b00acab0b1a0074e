"""The words of a letter to a republisher, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from licheck.audit_reports.reading import Asked, Case, Judged, Passage
from licheck.audit_reports.tables_html import in_words
from licheck.reports._words import flat
from licheck.reports.escape import markdown, markdown_code, middle, web_address
from licheck.reports.markdown import fenced

IN_FULL = 40  # pages that a letter tells of in full; further ones stand in its annex, a line each

_QUOTE = 300  # characters of a passage
_PROSE = 600
_PASSAGES = 3  # of one failure


def letter(republisher: str, publisher: str, asked: Iterable[Asked], told: Iterable[Case]) -> Iterator[str]:
    """The lines of a letter. `asked` is all that it speaks of; the cases hold no findings but those that it is about."""
    pages = iter(told)
    first = [*islice(pages, IN_FULL)]
    sender, to = _prose(publisher), _prose(republisher)
    yield f"# Stories of {sender} on {to}"
    yield ""
    yield "*A draft: read it, check a page or two, put in your name, and take this line out before you send it.*"
    yield ""
    yield f"Dear colleagues at {to},"
    yield ""
    yield (
        f"thank you for republishing our stories: we are glad that your readers find them. {sender} asks for a few"
        " things wherever a story runs, so that readers can see who reported it and where it comes from."
    )
    yield ""
    yield (
        f"On {'the page' if len(first) == 1 else 'the pages'} below we could not find all of them. For each we say what"
        " is asked, what we saw, and what would put it right. Most of it takes a minute."
    )
    yield ""
    yield from _conditions(asked)
    yield "## The pages" if len(first) > 1 else "## The page"
    yield ""
    for number, case in enumerate(first, 1):
        yield from _page(number, case)
    yield from _annex(pages)
    yield "## If we are wrong"
    yield ""
    yield (
        "We looked at each page as it was on the day given with it; it may have changed since, and we may have"
        " overlooked something. If so, or if anything here is unclear or hard to do on your site, please write to us: we"
        " will gladly look again, or find another way with you."
    )
    yield ""
    yield "With thanks and kind regards"
    yield ""
    yield f"[your name], {sender}"


def _conditions(asked: Iterable[Asked]) -> Iterator[str]:
    """What is asked for, once each; the pages refer to it by its name."""
    yield "## What we ask for"
    yield ""
    for one in asked:
        yield f"- **{_prose(in_words(one.requirement))}**: {_prose(one.what or one.requirement)}{_source(one)}"
    yield ""


def _source(asked: Asked) -> str:
    if not asked.source:
        return ""
    place = f"<{asked.source}>" if web_address(asked.source) else _prose(asked.source)
    read = f", as read on {asked.read}" if asked.read else ""
    return f" (Source: {place}{read})"


def _page(number: int, case: Case) -> Iterator[str]:
    yield f"### {number}. {_prose(case.name)}"
    yield ""
    yield f"- Page: {_linked(case.where)}"
    if case.date:
        yield f"- Published: {_day(case.date)}"
    if case.captured:
        yield f"- As we saw it on: {_day(case.captured)}"
    if case.story:
        yield f"- Original: {_linked(case.story)}"
    if case.copies:
        yield f"- The same page also at: {', '.join(map(_linked, case.copies))}"
    yield ""
    for one in case.findings:
        yield from _failure(one)


def _failure(one: Judged) -> Iterator[str]:
    yield f"**{_prose(in_words(one.asked.requirement)).capitalize()}.** {_prose(one.reason)}"
    yield ""
    lines = [*map(_passage, one.evidence[:_PASSAGES])]
    if one.looked_in:
        lines.append(f"Where we looked: {_prose(', '.join(one.looked_in))}")
    if one.belongs_at:
        line = f" (line {one.belongs_at_line} of the page's source)" if one.belongs_at_line else ""
        lines.append(f"Where it belongs: {_prose(one.belongs_at)}{line}")
    yield from (f"- {line}" for line in lines)
    yield from [""] * bool(lines)
    if one.remedy:
        yield "This would satisfy it:"
        yield ""
        yield from fenced(one.remedy)
        yield ""


def _passage(passage: Passage) -> str:
    place = "the original" if passage.path else "the page"
    line = f", line {passage.line}" if passage.line else ""
    note = f": {_prose(passage.note)}" if passage.note else ""
    return f"On {place}{line}: {markdown_code(middle(flat(passage.text), _QUOTE)) or 'nothing'}{note}"


def _annex(pages: Iterator[Case]) -> Iterator[str]:
    """The pages that there was no room for, a line each."""
    for number, case in enumerate(pages, IN_FULL + 1):
        if number == IN_FULL + 1:
            yield "## Further pages"
            yield ""
            yield "On these something of the same is missing; we gladly send the details."
            yield ""
        lacks = ", ".join(dict.fromkeys(_prose(in_words(one.asked.requirement)) for one in case.findings))
        yield f"{number}. {_linked(case.where)}: {lacks}"
    yield ""


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return _prose(text)


def _linked(text: str) -> str:
    return f"<{text}>" if web_address(text) else markdown_code(middle(flat(text), _PROSE))


def _prose(text: str) -> str:
    return markdown(middle(flat(text), _PROSE))
