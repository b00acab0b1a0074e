"""The report of an audit as one HTML page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryFile

from licheck.audit.results import Results
from licheck.audit_reports import charts
from licheck.audit_reports.case_lists import Lists, without_evidence
from licheck.audit_reports.figures import Figures, Tally, figures, most_lacked, summed
from licheck.audit_reports.look import SCRIPT, digest, style
from licheck.audit_reports.notes_html import about, for_a_person, unread
from licheck.audit_reports.reading import STATES, Book, book, finished
from licheck.audit_reports.tables_html import in_words, name_of, section, shares, worst
from licheck.edge import files
from licheck.errors import UsageError
from licheck.reports._html import Html, block, escaped, join, tag
from licheck.reports._words import flat

_WORST = 12  # republishers that are told of in full
_PICKS = 16  # buttons of one filter
_STATE_PICKS = {"lacks": "lacks something", "unsure": "a person has to look", "excused": "excused", "advised": "advice only"}  # fmt: skip

Kinds = dict[tuple[str, str], str]


def report(path: str, html: str) -> int:
    """Write the report of the results in `path` as an HTML page. Returns the exit code. Raises LicheckError."""
    files.require_writable(html)
    if files.same(path, html):
        raise UsageError(f"--html {html} would overwrite the results: name another file")
    with finished(path) as results, files.whole(html) as file:
        for piece in pieces(results):
            file.write(piece.encode("utf-8", "backslashreplace"))
    return 0


def pieces(results: Results) -> Iterator[str]:
    """The page, piece by piece; the same for the same results."""
    known = book(results)
    counted = figures(results, known)
    kinds = _kinds(counted)
    title = _title(counted)
    look = style([*kinds.values()])
    yield '<!doctype html>\n<html lang="en">\n'
    yield block("head", *_head(title, look)) + "\n<body>\n"
    yield tag("a", "Skip to the figures", class_="skip", href="#figures") + charts.patterns() + "\n"
    yield (
        block("header", tag("h1", title), tag("p", _lead(counted), class_="lead"), _contents(counted)) + "\n"
    )
    yield '<main id="figures">\n'
    for part in (_summary(counted), _months(counted), _worst(results, counted), _publishers(counted), _requirements(counted, known), _republishers(counted)):  # fmt: skip
        yield f"{part}\n" if part else ""
    with TemporaryFile() as spool:
        lists = Lists(results, known, kinds, spool)
        yield from _cases(lists, counted, kinds)
        yield f"{unread(results)}\n{for_a_person(known)}\n{about(counted, known)}\n"
        yield f"</main>\n<script>{SCRIPT}</script>\n"
        yield from lists.packs()
    yield "</body>\n</html>\n"


def _kinds(counted: Figures) -> Kinds:
    requirements = [*counted.lacked][:_PICKS]
    publishers = [name for name, _ in counted.publishers][:_PICKS]
    return (
        {("requirement", name): f"r{number}" for number, name in enumerate(requirements)}
        | {("publisher", name): f"p{number}" for number, name in enumerate(publishers)}
        | {("state", name): f"s-{name}" for name in STATES[:-1]}
    )


def _title(counted: Figures) -> str:
    tally = counted.pages
    if not tally.total:
        return "No republication was found"
    if not tally.lacks:
        return f"None of {tally.total:,} republications lacks what its publisher demands"
    verb = "lacks" if tally.lacks == 1 else "lack"
    return f"{tally.lacks:,} of {tally.total:,} republications {verb} something that their publishers demand"


def _lead(counted: Figures) -> str:
    first, last = counted.days
    when = f"as they were on {first}" if first == last else f"as they were between {first} and {last}"
    return f"The pages {when}. " * bool(first) + "Each case below says what is asked, what was found, and what would satisfy it."  # fmt: skip


def _head(title: str, look: Html) -> Iterator[Html]:
    policy = (
        f"default-src 'none'; style-src {digest(look)}; script-src {digest(SCRIPT)}; base-uri 'none';"
        " form-action 'none'"
    )
    yield tag("meta", charset="utf-8")
    yield tag("meta", http_equiv="Content-Security-Policy", content=policy)
    yield tag("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield tag("meta", name="referrer", content="no-referrer")
    yield tag("meta", name="robots", content="noindex")
    yield tag("title", f"licheck audit: {title}")
    yield tag("style", look)


def _contents(counted: Figures) -> Html:
    parts = [("worst", "Whom to write to")] if counted.pages.lacks else []
    parts += [("publishers", "By publisher"), ("requirements", "By requirement"), ("republishers", "By republisher")]  # fmt: skip
    parts += [("cases", f"All {counted.cases:,} cases")] if counted.cases else []
    parts += [("about", "How this was made")]
    items = (tag("li", tag("a", name, href=f"#{place}")) for place, name in parts)
    return tag("nav", tag("ul", *items), class_="toc", aria_label="On this page") if counted.pages.total else Html("")  # fmt: skip


def _summary(counted: Figures) -> Html:
    tally = counted.pages
    if not tally.total:
        return section("summary", "Summary", tag("p", "No page among those read is a republication that licheck knows."))  # fmt: skip
    reached = sum(1 for one in counted.republishers if one.tally.lacks)
    rows = [
        ("big", charts.percent(tally.share), "of the republications have everything that is demanded"),
        ("bad", f"{tally.lacks:,}", f"lack something, at {reached:,} of {len(counted.republishers):,} republishers"),
        ("", f"{tally.unsure:,}", "need a person’s look"),
        ("", f"{tally.excused:,}", "lack something that somebody excused"),
    ]  # fmt: skip
    items = (tag("li", tag("b", number), told, class_=kind) for kind, number, told in rows if number != "0")
    return section(
        "summary",
        "Summary",
        tag("ul", *items, class_="counts"),
        _wide(tally),
        charts.legend(tally),
    )


def _wide(tally: Tally) -> Html:
    return Html(charts.bar(tally, 1000, 20).replace('class="bar"', 'class="bar wide"', 1))


def _months(counted: Figures) -> Html:
    months = [row for row in counted.months if row[1].total]
    if len(months) < 2:
        return Html("")
    latest, before = months[-1], summed(tally for _, tally in months[:-1])
    told = (
        f"In {charts.month_in_words(latest[0])} {charts.percent(latest[1].share)} of {latest[1].total:,} pages complied; in all months before,"
        f" {charts.percent(before.share)}."
    )
    told += f" {counted.undated:,} pages have no date." * bool(counted.undated)
    if len(counted.months) > charts.MOST_MONTHS:
        told += f" Drawn are the latest {charts.MOST_MONTHS} of {len(counted.months)} months."
    chart = tag("div", charts.by_month(counted.months, "months-told"), class_="scroll", tabindex="0", role="region", aria_label="Chart by month")  # fmt: skip
    rows = [(month, tally) for month, tally in reversed(counted.months) if tally.total]
    table = shares(
        "Month by month, the latest first", "Month", [(escaped(month), tally) for month, tally in rows]
    )
    fold = tag("details", tag("summary", "The same in numbers"), table, class_="fold")
    return section("months", "By month", tag("p", told, id="months-told"), chart, fold)


def _worst(results: Results, counted: Figures) -> Html:
    places = _places(counted)
    found = [one for one in counted.republishers if one.tally.lacks][:_WORST]
    if not found:
        return Html("")
    listed = worst((one, places[one.name], most_lacked(results, one.name)) for one in found)
    letters = (tag("code", "licheck audit letters"), " drafts a letter to each of them.")
    return section(
        "worst", "Whom to write to first", listed, tag("p", *letters, class_="soft not-print"), start=True
    )


def _places(counted: Figures) -> dict[str, str]:
    """Where the cases of a republisher begin, in the order of `Lists.all`."""
    groups = (one for one in counted.republishers if one.cases)
    return {one.name: f"from-{number}" for number, one in enumerate(groups)}


def _publishers(counted: Figures) -> Html:
    rows = [(escaped(flat(name)), tally) for name, tally in counted.publishers]
    return section("publishers", "By publisher", shares("Whose conditions are met, those least met first", "Publisher", rows)) if rows else Html("")  # fmt: skip


def _requirements(counted: Figures, known: Book) -> Html:
    rows = [
        (
            join((tag("b", in_words(asked.requirement)), " ", escaped(f"({asked.level}) {flat(known.publishers[asked.rule_set])}"), tag("small", flat(asked.what)))),
            tally,
        )
        for asked, tally in counted.requirements
    ]  # fmt: skip
    if not rows:
        return Html("")
    table = shares("What is asked for, most often lacking first; pages to which it does not apply are not counted", "Requirement", rows)  # fmt: skip
    return section("requirements", "By requirement", table)


def _republishers(counted: Figures) -> Html:
    groups = _places(counted)
    rows = [
        (tag("a", name_of(one), href=f"#{groups[one.name]}") if one.name in groups else escaped(name_of(one)), one.tally)
        for one in counted.republishers
    ]  # fmt: skip
    if not rows:
        return Html("")
    table = shares("All republishers, those with most pages that lack something first", "Republisher", rows)
    fold = tag("details", tag("summary", f"All {len(rows):,} republishers"), table, class_="fold", open=len(rows) <= _WORST)  # fmt: skip
    clean = sum(1 for one in counted.republishers if not one.tally.lacks)
    told = f"{clean:,} of {len(rows):,} republishers have nothing missing on any page."
    return section("republishers", "By republisher", tag("p", told), fold)


def _cases(lists: Lists, counted: Figures, kinds: Kinds) -> Iterator[str]:
    if not counted.cases:
        return
    yield f'<section aria-labelledby="cases">\n{tag("h2", "Cases", id="cases")}\n'
    told = "On paper stand the cases that are open on the screen. All of them are in the electronic page."
    yield tag("p", told, class_="only-print") + "\n"
    yield _filters(counted, kinds) + "\n" + without_evidence(counted.cases) + "\n"
    yield _found() + '\n<div id="groups">\n'
    yield from lists.all(counted.republishers, counted.cases)
    yield "</div>\n</section>\n"


def _filters(counted: Figures, kinds: Kinds) -> Html:
    present = {"lacks": counted.pages.lacks, "unsure": counted.pages.unsure, "excused": counted.pages.excused, "advised": counted.advised}  # fmt: skip
    states = [(kinds["state", name], told) for name, told in _STATE_PICKS.items() if present[name]]
    requirements = [(kind, in_words(name)) for (what, name), kind in kinds.items() if what == "requirement"]
    publishers = [(kind, name) for (what, name), kind in kinds.items() if what == "publisher"]
    sets = (("How it stands", "state", states), ("What is amiss", "requirement", requirements), ("Publisher", "publisher", publishers))  # fmt: skip
    return block("div", *(_picks(*one) for one in sets if len(one[2]) > 1), class_="filters")


def _picks(legend: str, name: str, options: list[tuple[str, str]]) -> Html:
    """Buttons of which one is pressed; style sheets alone make them work."""
    picks = []
    for kind, told in (("", "all"), *options):
        button = Html(
            tag("input", type="radio", name=name, id=f"pick-{kind}" if kind else f"pick-all-{name}", checked=not kind)
            .removesuffix("</input>")
            .replace("<input", f'<input value="{kind}"', 1)
        )  # fmt: skip
        picks.append(tag("label", button, tag("span", flat(told)), class_="pick"))
    return block("fieldset", tag("legend", legend), *picks)


def _found() -> Html:
    box = Html('<input type="search" id="words" autocomplete="off">')
    return join(
        (
            tag("div", tag("label", "Search titles, addresses, republishers", for_="words"), box, class_="search", hidden=True),
            tag("p", id="found-told", role="status", class_="soft"),
            tag("div", tag("ul", class_="cases", id="found-list"), tag("button", "Show more", type="button", id="found-more", class_="more"), id="found", hidden=True),
        )
    )  # fmt: skip
