"""What the report for people says, line by line; how it is drawn is decided elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from licheck.model.finding import Evidence, Finding, Verdict
from licheck.model.report import Chosen, ErrorEntry, PageReport, Report
from licheck.reports import Style
from licheck.reports._layout import Line, Piece, Tone
from licheck.reports._words import WORDS, beside, flat, number_of
from licheck.reports.escape import middle

_WORST_FIRST = list(WORDS)
_TONES = {verdict: Tone(verdict.value) for verdict in Verdict}
_MARKS = dict(zip(WORDS, "✗?✓–", strict=True))
_ASCII_MARKS = dict(zip(WORDS, "x?+-", strict=True))

# Without `verbose`: what an editor takes in at a glance. Everything stands in the JSON report.
_QUOTE = 240  # characters
_PROSE = 600  # characters; a reason is a sentence
_EVIDENCE = 5  # passages for one finding


def report_lines(report: Report, style: Style) -> Iterator[Line]:
    """The whole report; its last line is the counts of pages and errors."""
    for applies, pages in groupby(report.pages, lambda page: bool(page.rule_sets)):
        for page in pages:
            yield from _page(page, style) if applies else _short_page(page, style)
            if applies:
                yield Line()
        if not applies:
            yield Line()
    if report.errors:
        yield _line(0, Piece("Errors: licheck could not do its work on these", Tone.STRONG))
        for error in report.errors:
            yield from _error(error)
        yield Line()
    if not report.pages:
        yield _line(0, report.nothing_due or "Nothing was checked: no page was read.")
    yield _line(0, Piece(_counts(report), Tone.STRONG, whole=True))


def _counts(report: Report) -> str:
    verdicts = ", ".join(
        f"{report.counts[verdict]} {WORDS[verdict]}"
        for verdict in (Verdict.PASSED, Verdict.FAILED, Verdict.CANT_TELL, Verdict.INAPPLICABLE)
    )
    return f"{number_of(len(report.pages), 'page')}: {verdicts}; {number_of(len(report.errors), 'error')}"


def _error(error: ErrorEntry) -> Iterator[Line]:
    for message in error.message.split("\n"):
        if message.startswith(f"{error.path}:"):  # a fault in a rule file says its place itself
            yield _line(2, Piece("error", Tone.FAILED), ": ", message)
        else:
            yield _line(2, Piece("error", Tone.FAILED), ": ", Piece(error.path, whole=True), ": ", message)


def _short_page(page: PageReport, style: Style) -> Iterator[Line]:
    reason = _prose(page.reason or "No rule set applies to it.", style)
    yield _line(0, Piece(page.path, Tone.STRONG, whole=True), ": ", _word(page.verdict, style), f": {reason}")
    yield from _notes(page, style)


def _page(page: PageReport, style: Style) -> Iterator[Line]:
    yield _line(
        0,
        Piece(page.path, Tone.STRONG, whole=True),
        ": ",
        _word(page.verdict, style),
        Piece(f" ({_tally(page)})", Tone.QUIET),
    )
    yield from _judged_against(page, style)
    yield from _notes(page, style)
    for finding in sorted(page.findings, key=lambda finding: _WORST_FIRST.index(finding.verdict)):
        yield from _finding(page, finding, style)
    for chosen in page.rule_sets:
        yield from _for_a_person(chosen, style)


def _tally(page: PageReport) -> str:
    counted = Counter(finding.verdict for finding in page.findings)
    words = ", ".join(f"{counted[verdict]} {WORDS[verdict]}" for verdict in WORDS if counted[verdict])
    if counted[Verdict.FAILED] and page.verdict is not Verdict.FAILED:
        words += "; no must failed"
    waived = sum(finding.waiver is not None for finding in page.findings)
    known = sum(finding.known and not finding.waiver for finding in page.findings)
    words += f"; {waived} waived" * bool(waived) + f"; {known} known" * bool(known)
    return words or "nothing to judge"


def _judged_against(page: PageReport, style: Style) -> Iterator[Line]:
    if page.reason:
        yield _line(2, _prose(page.reason, style))
    yield _line(2, f"Read as: {page.format}, {page.encoding}")
    for chosen in page.rule_sets:
        yield _line(
            2, f"Rule set: {chosen.id} ({chosen.publisher}); chosen by: {_prose(chosen.chosen_by, style)}"
        )
        if chosen.source:
            yield _line(4, "Source: ", Piece(chosen.source, whole=True))
    known = f"; known by: {_prose(page.original_from, style)}" if page.original and page.original_from else ""
    yield _line(2, "Original: ", Piece(page.original, whole=True) if page.original else "none", known)
    if page.people:
        names = _prose(", ".join(page.people), style)
        yield _line(
            2, f"Authors looked for: {names} (named by: {_prose(page.people_from, style) or 'not told'})"
        )
    else:
        yield _line(2, "Authors looked for: none, since nobody named them")


def _notes(page: PageReport, style: Style) -> Iterator[Line]:
    for note in page.notes:
        yield _line(2, f"Note: {_prose(note, style)}")


def _finding(page: PageReport, finding: Finding, style: Style) -> Iterator[Line]:
    what = _requirement(finding, many=len(page.rule_sets) > 1)
    reason = _prose(finding.reason, style)
    if finding.verdict in (Verdict.PASSED, Verdict.INAPPLICABLE) and not finding.excused:
        yield _line(2, _word(finding.verdict, style), f": {what}: {reason}")
        if style.verbose:
            yield from _details(page, finding, style)
        return
    yield _line(2, _word(finding.verdict, style), f"{beside(finding)}: ", Piece(what, Tone.STRONG))
    if finding.excused:
        yield _line(4, *_excuse(finding, style))
    if finding.what:
        yield _line(4, f"Asked for: {_prose(finding.what, style)}")
    if finding.source and finding.source not in {chosen.source for chosen in page.rule_sets}:
        yield _line(4, "Source: ", Piece(finding.source, whole=True))
    yield _line(4, reason)
    yield from _details(page, finding, style)


def _excuse(finding: Finding, style: Style) -> Iterator[Piece | str]:
    """What excuses a failure, with the place where a waiver is written, which can be clicked."""
    waiver = finding.waiver
    if not waiver:
        yield "Known: it stands in the baseline, and does not fail the run."
        return
    by, reason = _prose(waiver.by, style), _prose(waiver.reason, style)
    yield f"Waived until {waiver.until.isoformat()} by {by}: {reason}"
    if waiver.path:
        yield " ("
        yield _position(waiver.path, waiver.line, 0)
        yield ")"


def _requirement(finding: Finding, many: bool) -> str:
    kind = "" if finding.kind == finding.requirement else f"{finding.kind}, "
    rule_set = f", {finding.rule_set}" if many and finding.rule_set else ""
    return f"{finding.requirement} ({kind}{finding.level.value}{rule_set})"


def _details(page: PageReport, finding: Finding, style: Style) -> Iterator[Line]:
    shown = finding.evidence if style.verbose else finding.evidence[:_EVIDENCE]
    for evidence in shown:
        yield _evidence(page, evidence, style)
    if len(shown) < len(finding.evidence):
        yield _line(4, f"- and {len(finding.evidence) - len(shown)} more, all of them in the JSON report")
    if finding.looked_in:
        yield _line(4, f"Looked in: {_prose(', '.join(finding.looked_in), style)}")
    if finding.belongs_at:
        place = finding.belongs_at
        there = (": ", _position(page.path, place.line, 1)) if place.line else ()
        yield _line(4, f"Belongs {_prose(place.name, style)}", *there)
    yield from _remedy(finding.remedy)


def _evidence(page: PageReport, evidence: Evidence, style: Style) -> Line:
    place: tuple[Piece | str, ...] = ()
    if evidence.line or evidence.path:
        place = (_position(evidence.path or page.path, evidence.line, evidence.column), " ")
    opening, closing = "“”" if style.unicode else '""'
    quote = flat(evidence.text) if style.verbose else middle(flat(evidence.text), _QUOTE)
    worth = f" ({evidence.standing.value}; {'counts' if evidence.counts else 'does not count'})"
    note = f": {_prose(evidence.note, style)}" if evidence.note else ""
    return _line(4, "- ", *place, f"{opening}{quote}{closing}", Piece(worth, Tone.QUIET), note)


def _remedy(remedy: str) -> Iterator[Line]:
    if remedy:
        yield _line(4, "What would satisfy it:")
        for text in remedy.replace("\r\n", "\n").strip("\n").split("\n"):
            yield _line(6, Piece(text.expandtabs(4), Tone.SNIPPET, whole=True))


def _for_a_person(chosen: Chosen, style: Style) -> Iterator[Line]:
    if chosen.for_a_person:
        yield _line(2, Piece(f"For a person to answer ({chosen.id}):", Tone.STRONG))
        for question in chosen.for_a_person:
            yield _line(4, f"- {_prose(question, style)}")


def _word(verdict: Verdict, style: Style) -> Piece:
    marks = _MARKS if style.unicode else _ASCII_MARKS
    return Piece(f"{marks[verdict]} {WORDS[verdict]}", _TONES[verdict], whole=True)


def _position(path: str, line: int, column: int) -> Piece:
    numbers = [str(number) for number in (line, column) if line and number]
    return Piece(":".join([path, *numbers]), whole=True)


def _line(indent: int, *pieces: Piece | str) -> Line:
    return Line(
        tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces), indent, hanging=4
    )


def _prose(text: str, style: Style) -> str:
    return flat(text) if style.verbose else middle(flat(text), _PROSE)
