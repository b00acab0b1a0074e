"""A small invented story, its publisher and pages that carry it: what the tests of all kinds judge.

A sign § in a page stands where the first piece of evidence must point to; it is taken out before the page is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import indent

from licheck.check import check_page
from licheck.model.finding import Finding
from licheck.model.page import Page
from licheck.model.requirement import Medium
from licheck.model.ruleset import RuleSet
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.load import load

PLACE = "§"
HEADLINE = "Bakery opens late for want of a door"
ADDRESS = "https://harbour.example/doors/4711"
PARAGRAPHS = (
    "The bakery on Mill Street opened an hour late on Monday, because its door had been taken to the smith and"
    " nobody had thought of bringing it back before the weekend.",
    "Customers waited in the rain on their own chairs. The smith, who was among them, went home to fetch the door"
    " and was given the first loaf of the day in return.",
    "The council has now lent the bakery a second door, which was found in the cellar of the town hall.",
)
NOTICE = (
    "Stories of the Harbour News Service are free to all papers. Keep our logo, the reporter's byline and the"
    " reporter's affiliation with us."
)
RULES = """\
id: harbour
publisher:
  name: Harbour News Service
  aliases: [HNS]
  others: [Harbour News]
  domains: [harbour.example]
sources:
  - address: https://harbour.example/republish
    read: 2026-11-22
    seen: full
notices:
  - starts: Stories of the Harbour News Service are free
    holds: [byline]
requirements:
"""
SUFFIXES = {"html": ".html", "markdown": ".md", "text": ".txt", "feed": ".xml"}


def html(top: str = "", *, head: str = "", story: str = "", bottom: str = "", below: str = "") -> str:
    """A page; `top` stands in line 8, below the headline, `below` outside the article."""
    text = story or "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!doctype html>
<html lang="en">
<head><title>{HEADLINE} - Quay Post</title>{head}</head>
<body>
<nav><a href="/">Home</a> <a href="/town">Town</a></nav>
<main><article>
<h1>{HEADLINE}</h1>
{top}
{text}
{bottom}
</article></main>
{below}
<footer><p>Quay Post</p></footer>
</body>
</html>
"""


def markdown(top: str = "", *, front: str = "", bottom: str = "") -> str:
    """A story in Markdown, with or without front matter."""
    header = f"---\n{front}\n---\n\n" if front else ""
    parts = [f"# {HEADLINE}", top, *PARAGRAPHS, bottom]
    return header + "\n\n".join(part for part in parts if part) + "\n"


def text(top: str = "", *, bottom: str = "") -> str:
    """A story as plain text."""
    return "\n\n".join(part for part in (HEADLINE, top, *PARAGRAPHS, bottom) if part) + "\n"


def feed(top: str = "") -> str:
    """The story in a feed, without the page around it."""
    body = top + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay Post</title>
<item><title>{HEADLINE}</title><link>https://quay.example/doors</link>
<content:encoded><![CDATA[{body}]]></content:encoded></item>
</channel></rss>
"""


ORIGINAL = html(
    "<p>By Marta Quill, University of Eastmere</p>", head=f'<link rel="canonical" href="{ADDRESS}">'
)


@dataclass(frozen=True)
class Given:
    """A page, and what it is judged with: `options` of the requirement, as YAML."""

    page: str
    options: str = ""
    format: str = "html"
    original: str = ORIGINAL
    people: tuple[str, ...] = ()
    medium: Medium = Medium.ONLINE


@dataclass(frozen=True)
class Found:
    """What must come out: the verdict, the whole reason, and the first piece of evidence, if there is any."""

    verdict: str
    reason: str
    quotes: str = ""
    note: str = ""


def rule_set(kind: str, options: str = "") -> RuleSet:
    """The rules of the publisher, who asks for this one kind."""
    return load("harbour.yaml", f"{RULES}  - {kind}:\n{indent(options, '      ')}\n", kinds())


def read_page(given: Given) -> Page:
    """The page as it is read, without the sign for the place."""
    name = "page" + SUFFIXES[given.format]
    return read(name, given.page.replace(PLACE, "").encode())


def judged(kind: str, given: Given) -> Finding:
    """The one finding."""
    return judged_by(rule_set(kind, given.options), given)


def judged_by(rules: RuleSet, given: Given) -> Finding:
    """The one finding by rules that ask for one thing; the options that are given are not looked at."""
    report = check_page(
        read_page(given),
        [rules],
        original=read("original.html", given.original.encode()) if given.original else None,
        people=given.people,
        people_from="the test" if given.people else "",
        chosen_by="the test",
        medium=given.medium,
    )
    (finding,) = report.findings
    return finding


def compare(kind: str, given: Given, found: Found) -> None:
    """Judge, and compare with what must come out."""
    finding = judged(kind, given)
    assert (finding.verdict.value, finding.reason) == (found.verdict, found.reason), finding
    if not found.quotes:
        assert finding.evidence == ()
        return
    best = finding.evidence[0]
    assert (best.text, best.note) == (found.quotes, found.note)
    assert best.counts == (found.verdict == "passed")
    before, sign, _ = given.page.partition(PLACE)
    if sign:
        line = before.count("\n") + 1
        assert (best.line, best.column) == (line, len(before) - before.rfind("\n"))


def put_right(given: Given, finding: Finding) -> Given:
    """The page with the remedy put where the finding says that it belongs."""
    lines = given.page.replace(PLACE, "").split("\n")
    place = finding.belongs_at
    assert place and place.line
    remedy = f"<p>{finding.remedy}</p>" if given.format == "html" else f"\n{finding.remedy}\n"
    at = place.line - 1
    lines[at : at + ("with" in place.name)] = [remedy]
    return Given("\n".join(lines), given.options, given.format, given.original, given.people, given.medium)
