"""The results of an audit as tables of one SQLite file (docs/audit.md describes each column)."""

from __future__ import annotations

# Columns that were added within this version, and that older results lack.
ADDED = {"pages": "file", "copies": "file", "errors": "file"}

VERSION = 1  # `PRAGMA user_version`: a column may be added within a version, none removed and none changed
APPLICATION = 0x6C696361  # "lica", in the file's head: `file` and we know it by that

TABLES = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY CHECK (id = 1), licheck TEXT NOT NULL, sources TEXT NOT NULL, settings TEXT NOT NULL,
    started TEXT NOT NULL, finished TEXT NOT NULL DEFAULT '');
CREATE TABLE progress (
    id INTEGER PRIMARY KEY CHECK (id = 1), source INTEGER NOT NULL, path TEXT NOT NULL, token TEXT NOT NULL,
    stamp TEXT NOT NULL, number INTEGER NOT NULL);
CREATE TABLE counts (what TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE pages (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source INTEGER NOT NULL, path TEXT NOT NULL, at TEXT NOT NULL,
    address TEXT NOT NULL, republisher TEXT NOT NULL, site TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL,
    captured TEXT NOT NULL, language TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT NOT NULL,
    original TEXT NOT NULL, original_from TEXT NOT NULL, story TEXT NOT NULL, people TEXT NOT NULL,
    people_from TEXT NOT NULL, verdict TEXT NOT NULL, fails INTEGER NOT NULL, notes TEXT NOT NULL,
    file TEXT NOT NULL DEFAULT '');
CREATE TABLE applied (
    page INTEGER NOT NULL REFERENCES pages, rule_set TEXT NOT NULL REFERENCES rule_sets, chosen_by TEXT NOT NULL,
    verdict TEXT NOT NULL, fails INTEGER NOT NULL, PRIMARY KEY (page, rule_set)) WITHOUT ROWID;
CREATE TABLE findings (
    page INTEGER NOT NULL REFERENCES pages, place INTEGER NOT NULL, rule_set TEXT NOT NULL, requirement TEXT NOT NULL,
    level TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL, evidence TEXT NOT NULL, looked_in TEXT NOT NULL,
    belongs_at TEXT NOT NULL, belongs_at_line INTEGER NOT NULL, remedy TEXT NOT NULL, fingerprint TEXT NOT NULL,
    excused INTEGER NOT NULL, PRIMARY KEY (page, place)) WITHOUT ROWID;
CREATE TABLE copies (
    number INTEGER PRIMARY KEY, page INTEGER NOT NULL REFERENCES pages, source INTEGER NOT NULL, path TEXT NOT NULL,
    at TEXT NOT NULL, address TEXT NOT NULL, captured TEXT NOT NULL, file TEXT NOT NULL DEFAULT '');
CREATE TABLE errors (
    number INTEGER PRIMARY KEY, source INTEGER NOT NULL, path TEXT NOT NULL, at TEXT NOT NULL, address TEXT NOT NULL,
    message TEXT NOT NULL, file TEXT NOT NULL DEFAULT '');
CREATE TABLE rule_sets (
    id TEXT PRIMARY KEY, publisher TEXT NOT NULL, source TEXT NOT NULL, for_a_person TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE requirements (
    rule_set TEXT NOT NULL, requirement TEXT NOT NULL, kind TEXT NOT NULL, level TEXT NOT NULL, what TEXT NOT NULL,
    source TEXT NOT NULL, source_read TEXT NOT NULL, PRIMARY KEY (rule_set, requirement)) WITHOUT ROWID;
CREATE TABLE seen (key BLOB PRIMARY KEY, page INTEGER NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX pages_by_republisher ON pages (republisher);
CREATE INDEX findings_by_requirement ON findings (rule_set, requirement, verdict);
CREATE INDEX copies_by_page ON copies (page);
CREATE VIEW failures AS
    SELECT pages.id, pages.number AS page, pages.address, pages.path, pages.at, pages.republisher,
        rule_sets.publisher, findings.rule_set, findings.requirement, requirements.kind, findings.level,
        requirements.what, findings.reason, findings.remedy, pages.title, pages.date,
        substr(coalesce(nullif(pages.date, ''), pages.captured), 1, 7) AS month, pages.original, pages.file
    FROM findings
    JOIN pages ON pages.number = findings.page
    JOIN rule_sets ON rule_sets.id = findings.rule_set
    JOIN requirements USING (rule_set, requirement)
    WHERE findings.verdict = 'failed' AND NOT findings.excused;
"""
