"""Small web archives, and reading them as an audit does."""

import gzip

from bench.make_archive import HTTP, http, identifier, record
from licheck.audit.warc import Scan
from licheck.edge.jobs import Job, Source
from licheck.edge.judge import work

PAGE = "<!doctype html><html><head><title>Tide {0}</title></head><body><article><h1>Tide {0}</h1><p>By Wenna Tolliver</p>{1}</article></body></html>"
STORY = "<p>The tide gate at the end of Mill Street was opened by hand on Tuesday, for the first time in nine years, because nobody could find the key to the pump house.</p>"


def page(number, credit=""):
    return PAGE.format(number, credit + STORY * 3).encode()


def response(
    number, body=None, kind="text/html; charset=utf-8", status="200 OK", site="one.example", more="", url=""
):
    answer = http(page(number) if body is None else body, kind, status)
    return record("response", url or f"https://{site}/{number}", answer, HTTP, number, more)


def packed(*records):
    """Each record a gzip member of its own, as crawlers write them."""
    return [gzip.compress(one, mtime=0) for one in records]


def scanned(path, data, most=64):
    """All that is found in an archive, read `most` records at a time, each time by a new reader."""
    path.write_bytes(data)
    found, at = [], (0, 0)
    while at is not None:
        answer = work(Job(Source(str(path)), (), task=Scan(*at, most)))
        assert not answer.errors, answer
        found += answer.result.records
        at = answer.result.next
    return found


__all__ = ["HTTP", "http", "identifier", "packed", "page", "record", "response", "scanned"]
