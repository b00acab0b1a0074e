"""One page with all that speaks for what is said of it, for the HTML report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from licheck.audit_reports.reading import ADVISED, EXCUSED, LACKS, UNSURE, Asked, Case, Judged, Passage
from licheck.audit_reports.tables_html import in_words
from licheck.model.finding import Standing
from licheck.reports._amiss import lines_of
from licheck.reports._html import Html, escaped, join, tag
from licheck.reports._words import flat
from licheck.reports.escape import middle, web_address

WORDS = {LACKS: "lacks", UNSURE: "needs a person’s look:", EXCUSED: "excused:", ADVISED: "advice only:"}
"""What stands before the names of the requirements, by state."""

_QUOTE = 400  # characters of a passage
_REMEDY = 1_500  # characters of a snippet
_NAME = 160  # characters of a title
_REASON = 600
_WORTH = {standing.name.lower(): standing.value for standing in Standing}
_VERDICTS = {"failed": ("✗", "failed"), "cant-tell": ("?", "cannot tell")}


def amiss(case: Case) -> list[Judged]:
    """What failed, and what nobody could tell; demands before advice."""
    found = [one for one in case.findings if one.verdict in _VERDICTS]
    return sorted(
        found, key=lambda one: (not one.lacking, one.verdict != "failed", one.asked.level != "must")
    )


def lacking(case: Case) -> str:
    """The requirements that make the page a case, in a line."""
    found = amiss(case)
    if case.state == LACKS:
        found = [one for one in found if one.lacking]
    elif case.state == UNSURE:
        found = [one for one in found if one.verdict == "cant-tell" and one.asked.level == "must"] or found
    return ", ".join(dict.fromkeys(in_words(one.asked.requirement) for one in found)) or "the page as a whole"


def line(case: Case, *, link: bool) -> Html:
    """The page in a line: its title (a link where that is wanted and possible), what it lacks, its day, whose story."""
    title = middle(flat(case.name), _NAME)
    name = tag("a", title, href=case.address) if link and web_address(case.address) else tag("b", title)  # fmt: skip
    told = ", ".join(flat(one) for one in (*case.publishers, case.date[:10] or case.captured[:10]) if one)
    return join((name, " ", tag("i", f"{WORDS[case.state]} {lacking(case)}"), " ", tag("small", told)))  # fmt: skip


def account(case: Case) -> Html:
    """Everything that is known: facts of the page, then each finding with what is asked beside what was found."""
    return join((_facts(case), *map(_finding, amiss(case)), _rest(case)))


def _facts(case: Case) -> Html:
    facts = [("Page", linked(case.where))]
    if case.story or case.original:
        facts.append(("Original", linked(case.story or case.original)))
    if case.people:
        facts.append(("By", escaped(flat(", ".join(case.people)))))
    if case.captured:
        facts.append(("Seen as of", escaped(case.captured[:10])))
    if case.copies:
        facts.append(("Also at", join(map(linked, case.copies), ", ")))
    facts += [("Note", escaped(middle(flat(note), _REASON))) for note in case.notes]
    return tag("dl", *(join((tag("dt", name), tag("dd", value))) for name, value in facts), class_="facts")


def _finding(one: Judged) -> Html:
    mark, word = _VERDICTS[one.verdict]
    beside = " (excused)" if one.excused else ""
    head = tag(
        "p",
        tag("span", tag("span", f"{mark} ", aria_hidden="true"), f"{word}{beside}", class_=f"word {one.verdict}"),
        " ",
        tag("b", in_words(one.asked.requirement)),
        " ",
        tag("small", one.asked.level),
        class_="which",
    )  # fmt: skip
    left = tag("div", tag("h3", "What is asked"), *_asked(one))
    right = tag("div", tag("h3", "On the page"), *_found(one))
    return tag("div", head, tag("div", left, right, class_="beside"), class_=f"finding {one.verdict}")


@lru_cache(1_000)
def _demand(asked: Asked) -> Html:
    told = tag("p", flat(asked.what) or asked.requirement)
    return join((told, tag("p", "Source: ", source(asked), class_="soft")))


def _asked(one: Judged) -> Iterator[Html]:
    yield _demand(one.asked)
    if one.belongs_at:
        place = f", line {one.belongs_at_line}" if one.belongs_at_line else ""
        yield tag("p", f"It belongs {flat(one.belongs_at)}{place}.")
    if one.remedy:
        told = lines_of(middle(one.remedy, _REMEDY))
        lines = join((text if number == 0 else join((Html("\n"), text)) for number, text in enumerate(told)))
        yield tag("div", "What would satisfy it", class_="soft")
        yield tag("pre", tag("code", lines))


def _found(one: Judged) -> Iterator[Html]:
    yield tag("p", middle(flat(one.reason), _REASON), class_="reason")
    if one.evidence:
        yield tag("div", "What was found", class_="soft")
        yield tag("ul", *map(_passage, one.evidence))
    if one.looked_in:
        yield tag("p", f"Looked in: {flat(', '.join(one.looked_in))}", class_="soft")


def _passage(passage: Passage) -> Html:
    place = " ".join(filter(None, (passage.path, f"line {passage.line}" if passage.line else "")))
    worth = f"{_WORTH.get(passage.standing, passage.standing)}; {'counts' if passage.counts else 'does not count'}"
    note = f": {flat(passage.note)}" if passage.note else ""
    return tag(
        "li",
        tag("q", middle(flat(passage.text), _QUOTE), dir="auto"),
        tag("span", f" {place} ({worth})".replace("  ", " "), class_="soft"),
        note,
    )


def _rest(case: Case) -> Html:
    fine = [in_words(one.asked.requirement) for one in case.findings if one.verdict == "passed"]
    left = [in_words(one.asked.requirement) for one in case.findings if one.verdict == "inapplicable"]
    told = [f"Met: {', '.join(fine)}."] if fine else []
    told += [f"Inapplicable: {', '.join(left)}."] if left else []
    return tag("p", f"{' '.join(told)} Case {case.id}.".strip(), class_="soft")


def source(asked: Asked) -> Html:
    """Where the publisher says so, with the day on which that was read."""
    read = f" (read {asked.read})" if asked.read else ""
    return join((linked(asked.source), read)) if asked.source else escaped("not stated")


def linked(text: str) -> Html:
    """A link where a text is a plain address; else the text."""
    return tag("a", text, href=text, rel="noreferrer") if web_address(text) else escaped(flat(text))
