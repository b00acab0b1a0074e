"""Two audits held against each other: what is new, what was mended, what is still open, what is no longer there.

A page is the same page where its address is the same (else its file, and for one of several stories in a file the name
of its story). Where an audit met an address more than once, the page that was captured last counts.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from licheck.audit.results import told
from licheck.audit_reports.reading import finished
from licheck.edge import files
from licheck.errors import UsageError

NEW, OPEN, MENDED, EXCUSED, DOUBTFUL, UNREAD, NOT_ASKED, GONE = (
    "new",
    "open",
    "mended",
    "excused",
    "doubtful",
    "unread",
    "not_asked",
    "gone",
)
WORDS = {
    NEW: "new",
    OPEN: "still open",
    MENDED: "mended",
    EXCUSED: "excused now",
    DOUBTFUL: "can no longer be told",
    UNREAD: "could not be read this time",
    NOT_ASKED: "no longer asked of the page",
    GONE: "no longer there",
}


class Changed(NamedTuple):
    """One requirement of one page, which failed in one of the audits or in both.

    `state` is one of `WORDS`, `level` must or should; `before` and `now` are its verdicts, empty where it was not
    judged; a failure that was excused has the verdict `excused`. `id` names it in both audits.
    """

    state: str
    republisher: str
    where: str
    title: str
    publisher: str
    rule_set: str
    requirement: str
    level: str
    before: str
    now: str
    reason: str
    remedy: str
    id: str


# A row for each requirement of each page as it was captured last, by what is the same in both audits. A copy is a page
# at its own address, with the findings of the page that it is the same as.
_LATEST = """
CREATE TEMP TABLE {name} AS
WITH met AS (
    SELECT number AS page, address, {pages_file} AS file, path, at, captured, number AS place FROM {schema}.pages
    UNION ALL
    SELECT page, address, {copies_file}, path, at, captured, number FROM {schema}.copies),
named AS (
    SELECT met.*, CASE WHEN met.address != '' THEN 'a' || met.address
        WHEN met.at = '' THEN 'p' || met.path
        WHEN met.at LIKE 'row %' AND met.at NOT LIKE '%#%' AND met.file != '' THEN 'p' || met.file
        ELSE 's' || met.path || char(10) || coalesce(nullif(pages.story, ''), nullif(pages.title, ''), met.at) END AS page_key
    FROM met JOIN {schema}.pages ON pages.number = met.page),
latest AS (
    SELECT page, page_key, coalesce(nullif(address, ''), nullif(file, ''), path) AS spot FROM (
        SELECT *, row_number() OVER (PARTITION BY page_key ORDER BY captured DESC, place DESC) AS nth FROM named)
    WHERE nth = 1)
SELECT page_key, findings.rule_set, findings.requirement, page_key || char(10) || findings.rule_set || char(10) || findings.requirement AS key,
    CASE WHEN findings.verdict = 'failed' AND findings.excused THEN 'excused' ELSE findings.verdict END AS verdict,
    findings.level, latest.page, findings.place, spot
FROM latest JOIN {schema}.findings ON findings.page = latest.page
"""
_UNREAD = """
CREATE TEMP TABLE unread AS
SELECT DISTINCT CASE WHEN address != '' THEN 'a' || address ELSE 'p' || coalesce(nullif({file}, ''), path) END AS page_key FROM later.errors
"""
_CHANGED = """
SELECT CASE
        WHEN now.verdict = 'failed' THEN CASE WHEN old.verdict = 'failed' THEN 'open' ELSE 'new' END
        WHEN now.verdict = 'passed' THEN 'mended'
        WHEN now.verdict = 'excused' THEN 'excused'
        WHEN now.verdict = 'cant-tell' THEN 'doubtful'
        WHEN now.verdict = 'inapplicable' OR EXISTS (SELECT 1 FROM now AS other WHERE other.page_key = old.page_key) THEN 'not_asked'
        WHEN EXISTS (SELECT 1 FROM unread WHERE unread.page_key = old.page_key) THEN 'unread'
        ELSE 'gone' END AS state,
    coalesce(new_page.republisher, old_page.republisher) AS republisher, coalesce(now.spot, old.spot) AS spot,
    coalesce(new_page.title, old_page.title), coalesce(new_set.publisher, old_set.publisher) AS publisher,
    both.rule_set, both.requirement, coalesce(now.level, old.level), coalesce(old.verdict, ''), coalesce(now.verdict, ''),
    coalesce(new_finding.reason, old_finding.reason), coalesce(new_finding.remedy, old_finding.remedy), both.key
FROM (
    SELECT key, rule_set, requirement FROM old WHERE verdict = 'failed'
    UNION SELECT key, rule_set, requirement FROM now WHERE verdict = 'failed') AS both
LEFT JOIN old ON old.key = both.key
LEFT JOIN now ON now.key = both.key
LEFT JOIN earlier.pages AS old_page ON old_page.number = old.page
LEFT JOIN later.pages AS new_page ON new_page.number = now.page
LEFT JOIN earlier.rule_sets AS old_set ON old_set.id = both.rule_set
LEFT JOIN later.rule_sets AS new_set ON new_set.id = both.rule_set
LEFT JOIN earlier.findings AS old_finding ON old_finding.page = old.page AND old_finding.place = old.place
LEFT JOIN later.findings AS new_finding ON new_finding.page = now.page AND new_finding.place = now.place
ORDER BY {order}, republisher, spot, both.rule_set, both.requirement
"""


class Comparison:
    """Two results side by side; what changed comes one after the other, `counts` after all of it was asked for."""

    def __init__(self, database: sqlite3.Connection, later: str) -> None:
        self._database = database
        self._later = later
        self.counts: Counter[str] = Counter(dict.fromkeys(WORDS, 0))
        self.new_demands = 0

    def changed(self) -> Iterator[Changed]:
        """Everything that failed before or fails now, in the order of `WORDS`, then by republisher and page."""
        order = "CASE state " + " ".join(f"WHEN '{one}' THEN {at}" for at, one in enumerate(WORDS)) + " END"
        with told(self._later):
            for *row, key in self._database.execute(_CHANGED.format(order=order)):
                one = Changed._make((*map(str, row), _name(str(key))))
                self.counts[one.state] += 1
                self.new_demands += one.state == NEW and one.level == "must"
                yield one


@contextmanager
def compared(earlier: str, later: str) -> Iterator[Comparison]:
    """The comparison of two results, while both are open. Raises LicheckError."""
    if files.same(earlier, later):
        raise UsageError(
            "these are one and the same results: name those of an earlier audit, then those of a later"
        )
    with (
        finished(earlier) as before,
        finished(later) as now,
        closing(sqlite3.connect(":memory:", uri=True)) as database,
    ):
        database.execute("PRAGMA temp_store = FILE")
        database.execute("PRAGMA trusted_schema = OFF")
        for schema, results, name in (("earlier", before, "old"), ("later", now, "now")):
            with told(results.path):
                address = f"file:{quote(str(Path(results.path).resolve()))}?mode=ro"
                database.execute(f"ATTACH ? AS {schema}", (address,))
                file = {f"{table}_file": results.file_of(table) for table in ("pages", "copies")}
                database.execute(_LATEST.format(name=name, schema=schema, **file))
                database.execute(f"CREATE INDEX temp.{name}_key ON {name} (key)")
                database.execute(f"CREATE INDEX temp.{name}_page ON {name} (page_key)")
        with told(later):
            database.execute(_UNREAD.format(file=now.file_of("errors")))
        yield Comparison(database, later)


def _name(key: str) -> str:
    from hashlib import blake2b

    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
