"""What stands below the figures and the cases: what was not read, what only a person can see, how it was made."""

from __future__ import annotations

from licheck.audit.results import Results, called
from licheck.audit_reports.case_html import source
from licheck.audit_reports.figures import Figures
from licheck.audit_reports.reading import Book
from licheck.audit_reports.tables_html import section
from licheck.reports._html import Html, escaped, join, tag
from licheck.reports._words import flat

_ERRORS = 200  # told one by one


def unread(results: Results) -> Html:
    """What could not be read, and why; empty where all was."""
    (row,) = results.ask("SELECT count(*) FROM errors")
    total = int(row[0])
    if not total:
        return Html("")
    question = (
        f"SELECT address, {results.file_of('errors')}, path, at, message FROM errors ORDER BY number LIMIT ?"  # noqa: S608
    )
    items = (
        tag("li", tag("code", flat(called(*where))), f": {flat(message)}")
        for *where, message in results.ask(question, _ERRORS)
    )
    more = tag("p", f"And {total - _ERRORS:,} more: the exports have all of them.") if total > _ERRORS else ""
    said = "1 page could not be read" if total == 1 else f"{total:,} pages could not be read"
    fold = tag("details", tag("summary", said), tag("ul", *items), more)
    return section("unread", "Not read", tag("p", "These were not judged: nothing is said of them."), fold)


def for_a_person(known: Book) -> Html:
    """The conditions that no machine can see, publisher by publisher."""
    parts = [
        tag("details", tag("summary", flat(known.publishers[name])), tag("ul", *(tag("li", flat(one)) for one in told)))
        for name, told in known.for_a_person.items()
        if told
    ]  # fmt: skip
    if not parts:
        return Html("")
    said = "These conditions hold too, and only a person can tell whether they are met."
    return section("person", "What no machine can see", tag("p", said), *parts)


def about(counted: Figures, known: Book) -> Html:
    """What was counted, what the words mean, and where the conditions stand."""
    counts = counted.counts
    pages = (
        ("judged", "republications, judged"),
        ("no_republication", "no republications"),
        ("own_page", "the publisher’s own pages"),
        ("duplicate", "the same as an earlier page"),
        ("unread", "could not be read"),
    )
    told = ", ".join(f"{counts[what]:,} {words}" for what, words in pages if counts.get(what))
    sources = {asked.source: asked for asked in known.asked.values() if asked.source}
    items = (
        tag("li", flat(known.publishers[asked.rule_set]), ": ", source(asked)) for asked in sources.values()
    )
    complies = (
        "A page complies if it meets every demand (“must”) of its publisher. Advice (“should”) is told, and changes no"
        " count. Where licheck is not sure, it says so, and a person has to look: such a page counts neither as complying"
        " nor as lacking something. What somebody excused by a waiver or the baseline is counted apart."
    )
    facts = [
        ("Pages read", escaped(told or "none")),
        ("Audited", escaped(f"{counted.run['started'][:10]} by licheck {counted.run['licheck']}")),
    ]
    listed = (
        tag("details", tag("summary", "Where the conditions stand"), tag("ul", *items)) if sources else ""
    )
    return section(
        "about",
        "How this was made",
        tag("dl", *(join((tag("dt", name), tag("dd", value))) for name, value in facts), class_="facts"),
        tag("p", complies),
        listed,
    )
