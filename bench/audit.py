"""Auditing a made archive, of which the truth is known: `python -m bench.audit --pages 2000`.

One run with each number of processes; beside it a bare loop over the same archive (fastwarc and lexbor: no answer). The
verdicts are held against the truth, the memory of all processes is watched, and a run is killed at moments drawn by lot
and resumed: its export must be that of an unbroken one, byte for byte.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import NamedTuple

from bench.archive_pages import Archive
from bench.make_archive import HTTP, http, record, write_folder, write_originals, write_warc

_LICHECK = (sys.executable, "-m", "licheck")
_WORTH_IT = 0.995  # of the pages must be judged as the truth has it


class Took(NamedTuple):
    """One audit: seconds by the clock and of processors, and the most memory (bytes) of the first process, and of any worker."""

    seconds: float
    processor: float
    parent: int
    worker: int


def main() -> int:
    """Make the archive, audit it, and print what came out."""
    options = _options()
    place = Path(options.folder) if options.folder else None
    with TemporaryDirectory() as temporary:
        folder = place or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        source = _made(folder, options)
        _bare(folder / source, options.pages)
        for jobs in map(int, options.jobs.split(",")):
            results = folder / f"audit-{jobs}.sqlite"
            took = _audit(folder, source, results, jobs)
            print(
                f"audit, {jobs} judging: {took.seconds:.1f} s, {options.pages / took.seconds:.0f} pages/s,"
                f" {options.pages / took.processor:.0f} for each second of processor time;"
                f" peak memory {took.parent / 1e6:.0f} MB (first process), {took.worker / 1e6:.0f} MB (largest worker)",
                flush=True,
            )
        right = _held_against_truth(folder, results)
        for count in map(int, options.flat.split(",")) if options.flat else ():
            _flat(folder, count)
        same = _killed(folder, source, results, options.kills, took.seconds)
    return 0 if right and same else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.audit", description=main.__doc__)
    parser.add_argument("--pages", type=int, default=2_000, help="(default: %(default)s)")
    parser.add_argument("--originals", type=int, default=200, help="(default: %(default)s)")
    parser.add_argument("--weight", type=int, default=0, choices=(0, 10, 60, 140, 300), help="kB (0: mixed)")
    parser.add_argument("--as", dest="kind", default="warc", choices=("warc", "folder"))
    parser.add_argument("--jobs", default="1,2", help="processes, one run each (default: %(default)s)")
    parser.add_argument("--kills", type=int, default=5, help="runs that are killed (default: %(default)s)")
    parser.add_argument(
        "--flat", default="", metavar="N,N", help="audits of so many small pages, for their memory alone"
    )
    parser.add_argument("--folder", help="where the archive is made and kept (default: nowhere)")
    return parser.parse_args()


def _made(folder: Path, options: argparse.Namespace) -> str:
    source = folder / ("pages" if options.kind == "folder" else "pages.warc.gz")
    archive = Archive(options.originals, weight=options.weight)
    if not source.exists():
        write_originals(archive, folder)
        write = write_folder if options.kind == "folder" else write_warc
        print(f"made: {json.dumps(write(archive, folder, options.pages))}", flush=True)
        started = time.monotonic()
        subprocess.run(
            [*_LICHECK, "originals", "add", "originals", "--store", "store"],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
            env=_environment(),
        )
        print(f"{options.originals:,} originals added in {time.monotonic() - started:.1f} s", flush=True)
    return source.name


def _bare(source: Path, pages: int) -> None:
    """Print how long it takes to read the archive with fastwarc and to parse its pages with lexbor, no more."""
    if source.suffix != ".gz":
        return
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    from selectolax.lexbor import LexborHTMLParser

    started = time.monotonic()
    parsed = 0
    with source.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response):
            if record.http_content_type == "text/html":
                LexborHTMLParser(record.reader.read())
                parsed += 1
    seconds = time.monotonic() - started
    print(
        f"bare fastwarc and lexbor: {seconds:.1f} s, {pages / seconds:.0f} pages/s ({parsed:,} parsed)",
        flush=True,
    )


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}


def _command(source: str, results: Path, jobs: int) -> list[str]:
    return [
        *_LICHECK,
        "audit",
        source,
        "--originals",
        "store",
        "--output",
        results.name,
        "--jobs",
        str(jobs),
        "-q",
    ]


def _audit(folder: Path, source: str, results: Path, jobs: int) -> Took:
    results.unlink(missing_ok=True)
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(
        _command(source, results, jobs), cwd=folder, start_new_session=True, env=_environment()
    )
    with _Watched(process.pid) as watched:
        code = process.wait()
    if code not in (0, 1):
        raise SystemExit(f"the audit ended with {code}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(time.monotonic() - started, processor, watched.parent, watched.worker)


class _Watched:
    """The memory of a process and of those that it starts, looked at ten times a second (Linux)."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.parent = self.worker = 0
        self._over = Event()
        self._thread = Thread(target=self._watch)

    def __enter__(self) -> _Watched:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.1):
            self.parent = max(self.parent, _resident(self.pid))
            for child in _children(self.pid):
                self.worker = max(self.worker, _resident(child))


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (OSError, ValueError):
        return []


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _held_against_truth(folder: Path, results: Path) -> bool:
    """Print how many pages were judged as they should be, and whether all were met."""
    told = {(name, rule_set): verdicts for name, rule_set, verdicts in _verdicts(results)}
    judged = dict(told.keys())
    right = total = 0
    wrong: Counter[str] = Counter()
    for line in (folder / "truth.jsonl").open(encoding="utf-8"):
        page = json.loads(line)
        total += 1
        name = page["page"]
        found = told.get((name, page["rule_set"]), {})
        differs = [f"{one}: {found.get(one, 'not judged')} for {verdict}" for one, verdict in page["expected"].items() if found.get(one) != verdict]  # fmt: skip
        if page["kind"] != "republication" and name in judged:
            differs = [f"taken for a republication ({judged[name]})"]
        right += not differs
        wrong.update(f"{page['kind']} {page['rule_set']} {page['fault']}: {one}" for one in differs)
    share = right / total if total else 0.0
    print(f"verdicts equal to the truth: {right:,} of {total:,} pages ({share:.2%})")
    for what, count in wrong.most_common(20):
        print(f"  {count:,} {what}")
    return _nothing_lost(folder, results) and share >= _WORTH_IT


def _flat(folder: Path, count: int) -> None:
    """Print the memory that an audit of so many small pages takes: what a run remembers of each page would show."""
    source = folder / f"small-{count}.warc.gz"
    with source.open("wb") as file:
        for number in range(count):
            text = f"<p>Notice {number} of the harbor office: the gate at Mill Street stays closed today.</p>"
            answer = http(f"<title>Notice {number}</title>{text}".encode(), "text/html")
            url = f"https://office-{number % 500}.example/{number}"
            file.write(gzip.compress(record("response", url, answer, HTTP, number), 1, mtime=0))
    took = _audit(folder, source.name, folder / "small.sqlite", 2)
    print(
        f"{count:,} small pages: {count / took.seconds:.0f} pages/s; peak memory {took.parent / 1e6:.1f} MB (first"
        f" process), {took.worker / 1e6:.1f} MB (largest worker)",
        flush=True,
    )
    source.unlink()


def _verdicts(results: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    with sqlite3.connect(results) as database:
        rows = database.execute(
            "SELECT CASE WHEN address = '' THEN path ELSE address END, rule_set, json_group_object(requirement,"
            " findings.verdict) FROM findings JOIN pages ON number = page GROUP BY page, rule_set"
        )
        for name, rule_set, told in rows:
            yield name, rule_set, json.loads(told)


def _nothing_lost(folder: Path, results: Path) -> bool:
    truth = Counter(json.loads((folder / "truth.json").read_text(encoding="utf-8")))
    with sqlite3.connect(results) as database:
        counts = Counter(dict(database.execute("SELECT what, count FROM counts")))
    met = sum(counts[what] for what in ("judged", "no_republication", "own_page", "duplicate", "unread"))
    made = truth["pages"] + truth["duplicates"] + truth["revisits"]
    print(f"pages met: {met:,} of {made:,} made, duplicates and revisits with them")
    return met == made


def _killed(folder: Path, source: str, whole: Path, kills: int, seconds: float) -> bool:
    """Kill and resume runs, and compare what they export."""
    if not kills:
        return True
    exported = _exported(folder, whole)
    random = Random("kills")
    results = folder / "killed.sqlite"
    results.unlink(missing_ok=True)
    command = _command(source, results, 2)
    for turn in range(kills):
        process = subprocess.Popen(command, cwd=folder, start_new_session=True, env=_environment())
        time.sleep(random.uniform(0.05, 0.9) * seconds / kills + 0.3)
        process.send_signal(signal.SIGKILL)
        process.wait()
        print(f"  killed run {turn + 1} with {_pages(results):,} pages written", flush=True)
        command = [*_command(source, results, 2), "--resume"] if results.exists() else command
    code = subprocess.run(command, cwd=folder, check=False, env=_environment()).returncode
    same = code in (0, 1) and _exported(folder, results) == exported
    print(f"killed {kills} times and resumed: {'the same bytes' if same else 'OTHER BYTES'}")
    return same


def _pages(results: Path) -> int:
    if not results.exists():
        return 0
    with sqlite3.connect(results) as database:
        return int(database.execute("SELECT count(*) FROM pages").fetchone()[0])


def _exported(folder: Path, results: Path) -> bytes:
    command = [*_LICHECK, "audit", "export", results.name]
    return subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, env=_environment()).stdout


if __name__ == "__main__":
    sys.exit(main())
