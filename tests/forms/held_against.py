"""An invented publisher that asks for everything, its story, and pages around that story."""

from functools import cache

from licheck.check import check_page
from licheck.model.report import PageReport
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.load import load

RULES = """\
id: tidewater
publisher:
  name: Tidewater News Service
  aliases: [TNS]
  others: [Tidewater]
  domains: [tidewater.example]
sources:
  - address: https://tidewater.example/republish
    read: 2026-11-22
    seen: full
notices:
  - starts: All stories of the Tidewater News Service are free
    holds: [byline]
credits: ["This article is republished from {publisher} under a free licence."]
requirements:
  - byline:
  - affiliation:
  - logo:
  - credit_line:
  - link_back:
      to: story
  - canonical:
  - tracking_pixel:
      host: count.tidewater.example
      path: /pixel/{id}.gif
      id_in_url: '/(\\d+)$'
"""
NOTICE = (
    "All stories of the Tidewater News Service are free to other papers. They must carry our logo, the"
    " reporter's byline and the reporter's affiliation with the Tidewater News Service."
)
HEADLINE = "Lock keeper finds the town's lost clock"
ADDRESS = "https://tidewater.example/clock/4711"
PIXEL = "https://count.tidewater.example/pixel/4711.gif"
PARAGRAPHS = (
    "The clock of the old customs house, which nobody had seen since the flood, came up with the weed in the lower"
    " lock on Thursday and stopped the gates for two hours.",
    "It still showed twenty to four. The lock keeper dried it on her stove overnight, and the clockmaker from the"
    " hill took it to pieces on her kitchen table the next morning.",
    "The council will decide in spring where it is to hang. Until then it stands in the window of the bakery, where"
    " it is right twice a day.",
)
STORY = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
CREDIT = (
    f'<p>This article is republished from <a href="{ADDRESS}">Tidewater News Service</a> under a free'
    " licence.</p>"
)


def html(
    top: str = "",
    *,
    head: str = "",
    story: str = STORY,
    inside: str = "",
    bottom: str = "",
    below: str = "",
    title: str = HEADLINE,
    headline: str = HEADLINE,
) -> str:
    """A page: `top` below the headline, `inside` the story, `bottom` below it, `below` outside the article."""
    story = story.replace("</p>", f"</p>\n{inside}", 1)
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title} - Quay Post</title>{head}'
        f'</head>\n<body>\n<nav><a href="/">Home</a> <a href="/town">Town</a></nav>\n<main><article>\n'
        f"<h1>{headline}</h1>\n{top}\n{story}\n{bottom}\n</article></main>\n{below}\n"
        "<footer><p>Quay Post</p></footer>\n</body>\n</html>\n"
    )


def markdown(top: str = "", *, front: str = "", last: str = "", bottom: str = "") -> str:
    """A story in Markdown; `last` is glued to its last word."""
    header = f"---\n{front}\n---\n\n" if front else ""
    parts = [f"# {HEADLINE}", top, *PARAGRAPHS[:-1], PARAGRAPHS[-1] + last, bottom]
    return header + "\n\n".join(part for part in parts if part) + "\n"


def text(top: str = "") -> str:
    """A story as plain text."""
    return "\n\n".join(part for part in (HEADLINE, top, *PARAGRAPHS) if part) + "\n"


def original_by(*names: str) -> str:
    """The original as its publisher ran it."""
    return html(
        f"<p>By {' and '.join(names)}</p>" if names else "", head=f'<link rel="canonical" href="{ADDRESS}">'
    )


@cache
def rules():
    """The publisher's rule set, with one requirement of each kind."""
    return load("tidewater.yaml", RULES, kinds())


def held(
    page: str,
    name: str = "page.html",
    *,
    original: str | None = None,
    people: tuple[str, ...] = (),
    chosen_by: str = "the test",
) -> PageReport:
    """The report on a page; without an original where that is empty."""
    original = original_by("Rosalind Petrie") if original is None else original
    return check_page(
        read(name, page.encode()),
        [rules()],
        original=read("original.html", original.encode()) if original else None,
        people=people,
        people_from="the test" if people else "",
        chosen_by=chosen_by,
    )


def verdicts(report: PageReport) -> dict[str, str]:
    """Requirement -> verdict."""
    return {finding.requirement: finding.verdict.value for finding in report.findings}


def told(report: PageReport, requirement: str) -> str:
    """All that is said of one requirement: the reason, and each piece of evidence with its standing and note."""
    (finding,) = [finding for finding in report.findings if finding.requirement == requirement]
    pieces = (f"[{one.standing.value}] {one.text} ({one.note})" for one in finding.evidence)
    return "\n".join([f"{finding.verdict.value}: {finding.reason}", *pieces])
