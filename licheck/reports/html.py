"""For people: one page that needs nothing but itself, to be opened, mailed, printed or kept with the story."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from licheck.model.finding import Evidence, Finding, Verdict
from licheck.model.report import PageReport, Report
from licheck.reports import Style
from licheck.reports._amiss import amiss, excuse, excused, headline, lines_of, worst_first, worth
from licheck.reports._html import Html, block, escaped, join, tag
from licheck.reports._html_sides import Gap, side_by_side
from licheck.reports._html_style import STYLE
from licheck.reports._words import WORDS, beside, flat, number_of
from licheck.reports.escape import middle, web_address

NEEDS_SIDES = True

_EVIDENCE = 20  # passages of one finding
_QUOTE = 1_000  # characters of a passage
_MARKS = {Verdict.FAILED: "✗", Verdict.CANT_TELL: "?", Verdict.PASSED: "✓", Verdict.INAPPLICABLE: "–"}
_LEGEND = (
    "Struck out: in the original, not here. Underlined: here, not in the original. Without colour: a rule may permit"
    " it. In a dashed frame: what is missing, where it belongs."
)


def render(report: Report, _style: Style) -> str:
    """The page. It runs no script and loads nothing: its policy would not let it (Content-Security-Policy)."""
    title = headline(report)
    page = block(
        "html",
        block("head", *_head(title)),
        block(
            "body",
            tag("a", "Skip to the pages", class_="skip", href="#pages"),
            block("header", tag("h1", title), tag("p", _lead(report), class_="lead")),
            block("main", *_main(report), id="pages"),
            tag("footer", tag("p", f"Made by licheck {report.version}.".replace(" .", "."))),
        ),
        lang="en",
    )
    return f"<!doctype html>\n{page}\n"


def _head(title: str) -> Iterator[Html]:
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield tag("meta", charset="utf-8")
    yield tag("meta", http_equiv="Content-Security-Policy", content=policy)
    yield tag("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield tag("meta", name="referrer", content="no-referrer")
    yield tag("meta", name="robots", content="noindex")
    yield tag("title", f"licheck: {title}")
    yield tag("style", Html(STYLE))


def _lead(report: Report) -> str:
    if not report.pages:
        return report.nothing_due or "No page was read."
    told = ""
    if any(map(amiss, report.pages)):
        told = "Each account below says what is missing, where it belongs, and what to put there."
    if excused(report):
        told += f" What failed on {number_of(excused(report), 'page')} is excused by waivers or the baseline."
    return told.strip()


def _main(report: Report) -> Iterator[Html]:
    yield block(
        "section",
        tag("h2", "Summary", id="summary"),
        block(
            "ul",
            *(
                tag(
                    "li",
                    tag("b", str(report.counts[verdict])),
                    tag("span", word, class_=f"word {verdict.value}"),
                )
                for verdict, word in WORDS.items()
            ),
            tag("li", tag("b", str(len(report.errors))), "errors") if report.errors else "",
            class_="counts",
        ),
        _table(report),
        aria_labelledby="summary",
    )
    if report.errors:
        yield _errors(report)
    for number, page in worst_first(report):
        if page.rule_sets or amiss(page):
            yield _page(page, f"page-{number}")


def _table(report: Report) -> Html:
    if not report.pages:
        return Html("")
    names = ("Page", "Publisher", "Verdict", "What to look at")
    # The roles are said because narrow screens show cells as lines, which would else take the table from readers.
    heads = (tag("th", name, scope="col", role="columnheader") for name in names)
    rows = (_table_row(page, f"page-{number}") for number, page in worst_first(report))
    return block(
        "table",
        tag("caption", "All pages, those to look at first"),
        tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        block("tbody", *rows, role="rowgroup"),
        role="table",
    )


def _table_row(page: PageReport, anchor: str) -> Html:
    accounted = bool(page.rule_sets or amiss(page))
    name = tag("a", page.path, href=f"#{anchor}") if accounted else escaped(page.path)
    publishers = ", ".join(flat(chosen.publisher) for chosen in page.rule_sets)
    todo = ", ".join(f"{one.requirement}{beside(one)}" for one in amiss(page)) or flat(page.reason)
    cells = (name, publishers, _word(page.verdict), todo)
    return tag("tr", *(tag("td", cell, role="cell") for cell in cells), role="row")


def _errors(report: Report) -> Html:
    items = (
        tag("li", tag("code", error.path), ": ", join(error.message.split("\n"), Html("<br>")))
        for error in report.errors
    )
    return block(
        "section",
        tag("h2", "Errors", id="errors"),
        tag("p", "licheck could not do its work on these."),
        block("ul", *items),
        class_="errors",
        aria_labelledby="errors",
    )


def _page(page: PageReport, anchor: str) -> Html:
    gaps = [Gap(finding, f"{anchor}-finding-{number}") for number, finding in enumerate(amiss(page), 1)]
    account = [
        _facts(_page_facts(page)),
        tag("h3", "What to look at") if gaps else "",
        *(_finding(page, gap) for gap in gaps),
        *_others(page, folded=bool(gaps)),
        *_for_a_person(page),
        *_sides(page, [gap for gap in gaps if gap.finding.belongs_at], anchor),
    ]
    if not gaps:  # it needs nobody's time, but whoever wants to can look
        account = [block("details", tag("summary", "What was checked"), *account)]
    return block(
        "section",
        tag("h2", page.path, id=f"{anchor}-name"),
        tag("p", _word(page.verdict), f": {flat(page.reason)}" if page.reason else "", class_="reason"),
        *account,
        class_="page" if gaps else "page quiet",
        id=anchor,
        aria_labelledby=f"{anchor}-name",
    )


def _page_facts(page: PageReport) -> Iterator[tuple[str, Html]]:
    for chosen in page.rule_sets:
        yield "Publisher", escaped(flat(chosen.publisher))
        if chosen.source:
            yield "Conditions", _linked(chosen.source)
        yield "Rule set", escaped(f"{chosen.id}; chosen by: {flat(chosen.chosen_by)}")
    if page.original:
        known = f"; known by: {flat(page.original_from)}" if page.original_from else ""
        yield "Original", escaped(f"{page.original}{known}")
    elif page.rule_sets:
        yield "Original", escaped("none")
    if page.people:
        named = f"; named by: {flat(page.people_from)}" if page.people_from else ""
        yield "Authors looked for", escaped(f"{', '.join(map(flat, page.people))}{named}")
    yield "Read as", escaped(f"{page.format}, {page.encoding}")
    for note in page.notes:
        yield "Note", escaped(flat(note))


def _linked(source: str) -> Html:
    """Where a publisher says so, which a rule file tells; a link only where it is a plain address."""
    return tag("a", source, href=source, rel="noreferrer") if web_address(source) else escaped(flat(source))


def _facts(facts: Iterator[tuple[str, Html]]) -> Html:
    return block("dl", *(join((tag("dt", name), tag("dd", value))) for name, value in facts), class_="facts")


def _finding(page: PageReport, gap: Gap) -> Html:
    finding = gap.finding
    return block(
        "div",
        tag(
            "h4",
            _word(finding.verdict, beside(finding)),
            tag("span", finding.requirement),
            tag(
                "small",
                f"{f'{finding.kind}, ' if finding.kind != finding.requirement else ''}{finding.level.value}",
            ),
        ),
        tag("p", flat(finding.reason), class_="reason"),
        tag("p", excuse(finding), class_="excuse") if finding.excused else "",
        _facts(_finding_facts(page, finding)),
        _remedy(finding),
        class_=f"finding {finding.verdict.value}",
        id=gap.anchor,
    )


def _finding_facts(page: PageReport, finding: Finding) -> Iterator[tuple[str, Html]]:
    if finding.what:
        yield "Asked for", escaped(flat(finding.what))
    if finding.source:
        yield "Source", _linked(finding.source)
    if finding.evidence:
        more = len(finding.evidence) - _EVIDENCE
        passages = [_passage(page, passage) for passage in finding.evidence[:_EVIDENCE]]
        yield "Found", tag("ul", *passages, tag("li", f"and {more} more") if more > 0 else "")
    if finding.looked_in:
        yield "Looked in", escaped(flat(", ".join(finding.looked_in)))
    place = finding.belongs_at
    if place:
        line = f", line {place.line}" if place.line else ""
        yield "Belongs", escaped(f"{flat(place.name)}{line}")


def _passage(page: PageReport, passage: Evidence) -> Html:
    file = passage.path if passage.path != page.path else ""
    place = f"{file} " * bool(file) + (f"line {passage.line}" if passage.line else "")
    note = f": {flat(passage.note)}" if passage.note else ""
    return tag(
        "li",
        tag("q", middle(flat(passage.text), _QUOTE), dir="auto"),
        f" {place.strip()}" * bool(place.strip()),
        tag("span", f" ({worth(passage)})", class_="soft"),
        note,
    )


def _remedy(finding: Finding) -> Html:
    if not finding.remedy:
        return Html("")
    lines = [join((line, Html("\n"))) for line in lines_of(finding.remedy)]
    return join((tag("div", "What would satisfy it", class_="soft"), tag("pre", tag("code", *lines))))


def _others(page: PageReport, folded: bool) -> Iterator[Html]:
    fine = [one for one in page.findings if one.verdict in (Verdict.PASSED, Verdict.INAPPLICABLE)]
    if fine:
        items = (
            tag("li", _word(one.verdict), f" {one.requirement} ({one.level.value}): {flat(one.reason)}")
            for one in fine
        )
        told = f"{number_of(len(fine), 'requirement')} met or inapplicable"
        if folded:
            yield block("details", tag("summary", told), block("ul", *items), class_="others")
        else:
            yield block("div", tag("h3", told), block("ul", *items), class_="others")


def _for_a_person(page: PageReport) -> Iterator[Html]:
    questions = [question for chosen in page.rule_sets for question in chosen.for_a_person]
    if questions:
        yield tag("h3", "For a person to answer")
        yield block("ul", *(tag("li", flat(question)) for question in questions), class_="person")


def _sides(page: PageReport, gaps: list[Gap], anchor: str) -> Iterator[Html]:
    if page.sides and page.sides.rows:
        heading = "Original and republication" if page.sides.compared else "The republication"
        yield tag("h3", heading, id=f"{anchor}-sides")
        yield tag("p", _LEGEND, class_="legend") if page.sides.compared else Html("")
        yield side_by_side(page.sides, gaps, f"{anchor}-sides")


def _word(verdict: Verdict, more: str = "") -> Html:
    mark = tag("span", f"{_MARKS[verdict]} ", aria_hidden="true")
    return tag("span", mark, f"{WORDS[verdict]}{more}", class_=f"word {verdict.value}")
