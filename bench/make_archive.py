"""An archive of made pages with its known truth: `python -m bench.make_archive FOLDER --pages 2000`.

In FOLDER: `originals/` (HTML files), `pages/` (a folder of HTML files) or `pages.warc.gz`, `truth.jsonl` (a line for
each page: what it is and which verdicts are right) and `truth.json` (how many of everything). Beside the pages, a web
archive holds what crawls hold: requests, pictures, redirects, errors, revisits, the same bytes at two addresses.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path
from random import Random
from typing import BinaryIO
from uuid import UUID

from bench.archive_pages import Archive, MadePage

LATIN = "windows-1252"  # that some servers declare, and their pages do not


def main() -> None:
    """Make an archive."""
    parser = argparse.ArgumentParser(prog="python -m bench.make_archive", description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=2_000, help="(default: %(default)s)")
    parser.add_argument("--originals", type=int, default=200, help="(default: %(default)s)")
    parser.add_argument("--as", dest="kind", choices=("warc", "folder"), default="warc")
    parser.add_argument("--weight", type=int, default=0, choices=(0, 10, 60, 140, 300), help="kB (0: mixed)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    archive = Archive(options.originals, weight=options.weight, seed=options.seed)
    write_originals(archive, options.folder)
    write = write_folder if options.kind == "folder" else write_warc
    print(json.dumps(write(archive, options.folder, options.pages)))


def write_originals(archive: Archive, folder: Path) -> None:
    """Write `originals/`, unless it is there with as many files."""
    place = folder / "originals"
    place.mkdir(parents=True, exist_ok=True)
    if len([*place.iterdir()]) != archive.count:
        for one in archive.originals():
            (place / one.name).write_text(one.html, encoding="utf-8")


def write_folder(archive: Archive, folder: Path, count: int) -> dict[str, int]:
    """Write `pages/`, a thousand files in each of its folders, and the truth. Returns how many of what."""
    counted: Counter[str] = Counter()
    with (folder / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for page in archive.pages(count):
            place = folder / "pages" / f"{page.number // 1_000:04}"
            place.mkdir(parents=True, exist_ok=True)
            path = place / f"{page.number:07}.html"
            path.write_text(page.html, encoding="utf-8")
            truth.write(_truth(page, str(path.relative_to(folder))))
            counted.update(("pages", page.kind))
    return _counted(folder, counted)


def write_warc(archive: Archive, folder: Path, count: int) -> dict[str, int]:
    """Write `pages.warc.gz` and the truth. Returns how many of what."""
    counted: Counter[str] = Counter()
    with (
        (folder / "truth.jsonl").open("w", encoding="utf-8") as truth,
        (folder / "pages.warc.gz").open("wb") as file,
    ):
        _write(file, record("warcinfo", "", b"software: bench\r\n", "application/warc-fields", 0))
        for page in archive.pages(count):
            for what, data in _records(page):
                _write(file, data)
                counted[what] += 1
            truth.write(_truth(page, page.url))
            counted[page.kind] += 1
    return _counted(folder, counted)


def _counted(folder: Path, counted: Counter[str]) -> dict[str, int]:
    (folder / "truth.json").write_text(json.dumps(counted, indent=1) + "\n", encoding="utf-8")
    return dict(counted)


def _truth(page: MadePage, name: str) -> str:
    told = {name: value for name, value in vars(page).items() if name not in ("html", "number")}
    return json.dumps({"page": name, **told, "expected": dict(page.expected)}) + "\n"


def _write(file: BinaryIO, data: bytes) -> None:
    file.write(gzip.compress(data, 6, mtime=0))


def _records(page: MadePage) -> Iterator[tuple[str, bytes]]:
    """The records of one page, each with the name that it is counted under; some have companions."""
    random = Random(f"records {page.number}")
    number = page.number * 10
    draw = random.random()
    if draw < 0.05:
        moved = f"HTTP/1.1 301 Moved\r\nLocation: {page.url}\r\nContent-Length: 0\r\n\r\n".encode()
        yield "redirects", record("response", page.url.replace("https:", "http:"), moved, HTTP, number + 1)
    elif draw < 0.10:
        picture = http(b"\x89PNG\r\n\x1a\n" + bytes(300), "image/png")
        yield "not_html", record("response", f"{page.url}photo.png", picture, HTTP, number + 2)
    elif draw < 0.13:
        missing = http(b"<p>Not found</p>", "text/html", "404 Not Found")
        yield "http_errors", record("response", f"{page.url}gone", missing, HTTP, number + 3)
    elif draw < 0.20:
        asked = f"GET /2026/ HTTP/1.1\r\nHost: {page.site}\r\n\r\n".encode()
        yield (
            "requests",
            record("request", page.url, asked, "application/http; msgtype=request", number + 4),
        )
    body, sent = _body(page, random)
    answer = http(body, sent)
    digest = f"WARC-Payload-Digest: sha1:{sha1(body).hexdigest()}\r\n"
    yield "pages", record("response", page.url, answer, HTTP, number, digest)
    if random.random() < 0.03:
        yield (
            "duplicates",
            record("response", f"{page.url}?from=newsletter", answer, HTTP, number + 5, digest),
        )
    if random.random() < 0.03:
        more = (
            f"{digest}WARC-Refers-To: {identifier(number)}\r\nWARC-Refers-To-Target-URI: {page.url}\r\n"
            f"WARC-Refers-To-Date: {_moment(number)}\r\n"
            "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
        )
        yield (
            "revisits",
            record("revisit", page.url, http(b"", sent, length=len(body)), HTTP, number + 6, more),
        )


def _body(page: MadePage, random: Random) -> tuple[bytes, str]:
    """The bytes of a page and what its server says they are: one in twenty is not UTF-8 and does not say so itself."""
    if random.random() < 0.05:
        bare = page.html.replace('<meta charset="utf-8">', "")
        return bare.encode(LATIN, "xmlcharrefreplace"), f"text/html; charset={LATIN}"
    return page.html.encode(), random.choice(("text/html", "text/html; charset=utf-8"))


HTTP = "application/http; msgtype=response"


def http(body: bytes, kind: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """An answer of a web server."""
    size = len(body) if length is None else length
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\n\r\n".encode() + body


def record(kind: str, url: str, content: bytes, content_type: str, number: int, more: str = "") -> bytes:
    """A record of a web archive (ISO 28500), uncompressed. `number` gives it its name and its moment."""
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: {identifier(number)}\r\nWARC-Date: {_moment(number)}\r\n"
        f"{target}{more}Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def identifier(number: int) -> str:
    """The name of a record."""
    return f"<urn:uuid:{UUID(int=number)}>"


def _moment(number: int) -> str:
    seconds = number % 86_400
    return f"2026-11-{1 + number // 86_400 % 28:02}T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}Z"


if __name__ == "__main__":
    main()
