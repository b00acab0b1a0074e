"""A comparison of two audits, told on the terminal or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import islice

from licheck.audit_reports.compare import NEW, WORDS, Changed, Comparison, compared
from licheck.audit_reports.tables_html import in_words
from licheck.edge import files, streams
from licheck.errors import UsageError
from licheck.reports._words import flat
from licheck.reports.escape import json_document, middle, terminal

VERSION = 1  # of the JSON: a key may be added within a version, none removed and none changed
LISTED = 50  # of each kind, on a terminal

_REASON = 300


def compare(earlier: str, later: str, format: str, output: str) -> int:
    """Write what changed from one audit to the next as `terminal` or `json`, to a file or (empty) standard output.

    Returns the exit code: 1 where a demand fails that did not fail before. Raises LicheckError.
    """
    if output:
        files.require_writable(output)
        if any(files.same(output, one) for one in (earlier, later)):
            raise UsageError(f"--output {output} would overwrite the results: name another file")
    tell: Callable[[Comparison], Iterator[str]] = {"terminal": lines, "json": document}[format]
    with compared(earlier, later) as comparison:
        pieces = tell(comparison)
        if output:
            with files.whole(output) as file:
                for piece in pieces:
                    file.write(piece.encode("utf-8", "backslashreplace"))
        else:
            while some := "".join(islice(pieces, 200)):
                streams.write(some, "utf-8" if format == "json" else "")
    return int(comparison.new_demands > 0)


def lines(comparison: Comparison) -> Iterator[str]:
    """For people: what is new first, then all else; no more than `LISTED` of each."""
    state = where = ""
    for one in comparison.changed():
        if one.state != state:
            yield from _rest(comparison, state)
            state, where = one.state, ""
            yield f"{WORDS[state].capitalize()}\n"
        if comparison.counts[state] <= LISTED:
            yield from _told(one, where)
            where = one.where
    yield from _rest(comparison, state)
    counts = [
        f"{comparison.counts[name]:,} {words}" for name, words in WORDS.items() if comparison.counts[name]
    ]
    yield f"{', '.join(counts)}.\n" if counts else "Nothing fails in either audit.\n"


def _told(one: Changed, before: str) -> Iterator[str]:
    """A change; its page is not told again where it is that of the change before."""
    beside = " (should)" if one.level == "should" else ""
    who = f"{flat(one.republisher)}: " if one.republisher and one.republisher not in one.where else ""
    if one.where != before:
        yield f"  {terminal(who + flat(one.where))}\n"
    yield f"    {terminal(in_words(one.requirement))}{beside}, {terminal(flat(one.publisher))}: {terminal(middle(flat(one.reason), _REASON))}\n"
    if one.state == NEW and one.before:
        yield f"    before: {one.before}\n"


def _rest(comparison: Comparison, state: str) -> Iterator[str]:
    if not state:
        return
    more = comparison.counts[state] - LISTED
    if more > 0:
        yield f"  and {more:,} more: --format json has all of them\n"
    yield "\n"


def document(comparison: Comparison) -> Iterator[str]:
    """For programs: one JSON document, `counts` at its end."""
    yield f'{{"version": {VERSION}, "changes": ['
    between = "\n"
    for one in comparison.changed():
        yield between + json_document(json.dumps(one._asdict(), ensure_ascii=False))
        between = ",\n"
    counts = json.dumps(dict(comparison.counts))
    yield f'\n], "counts": {counts}, "new_demands": {comparison.new_demands}}}\n'
