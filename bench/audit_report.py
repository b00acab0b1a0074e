"""The report of an audit in a real browser: `python -m bench.audit_report --cases 50,5000,50000`.

Makes results of that many invented pages that lack something (and as many others in good order as `--fine` says for
each), writes the report, opens it in Chromium and measures: bytes, seconds and memory to write it, milliseconds until
it can be used, until a search and a filter are answered, until the last case shows its evidence.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from subprocess import run
from tempfile import TemporaryDirectory
from typing import Any

from bench.archive_pages import Archive
from licheck.audit.inputs import END
from licheck.audit.results import Checkpoint, Results, make
from licheck.audit.values import JUDGED, Facts, Outcome, Place, Unit, key_of

_PUBLISHERS = (
    ("harbour", "Harbour Lane News", ("credit_line", "link_back", "logo", "byline", "no_edit")),
    ("tarn", "Tarn Valley Reporting", ("byline", "affiliation", "credit_line", "tracking_pixel")),
    ("vellby", "The Vellby Institute", ("credit_line", "link_back", "images", "ai_training")),
    ("montrel", "Montrel Science Desk", ("byline", "licence", "link_back", "no_edit", "canonical")),
)
_LEVELS = {"canonical": "should", "logo": "should"}


def make_results(path: Path, cases: int, fine: float, seed: int = 1) -> None:
    """Results of so many pages that lack something, and `fine` times as many in good order."""
    random, archive = Random(seed), Archive(60, seed=seed)
    total = int(cases * (1 + fine))
    order = [number < cases for number in range(total)]
    random.shuffle(order)
    with make(str(path), ["made"], {}) as results:
        for number, failing in enumerate(order):
            _add(results, archive, number, random, failing=failing)
            if number % 1_000 == 999:
                _commit(results, number)
        _commit(results, total)
        results.finish()


def _commit(results: Results, number: int) -> None:
    results.commit(Checkpoint(Place(0, "made.warc.gz", str(number)), "", ""))


def _add(results: Results, archive: Archive, number: int, random: Random, *, failing: bool) -> None:
    rule_set, publisher, asks = _PUBLISHERS[min(int(random.expovariate(0.9)), 3)]
    site = min(int(random.expovariate(1 / 60)), 239)
    host = f"paper-{site:03}.example"
    month = min(int(random.triangular(0, 30, 24)), 29)
    day = f"{2024 + (month + 5) // 12}-{(month + 5) % 12 + 1:02}-{random.randint(1, 28):02}"
    facts = Facts(f"https://{host}/{day[:4]}/{day[5:7]}/story-{number}/", "2026-11-01T06:00:00Z")
    title = archive._sentence(random)[:70].strip(".")
    author = f"{random.choice(('Marta', 'Ruel', 'Wenna', 'Dorsey'))} {random.choice(('Quill', 'Tolliver', 'Renvell', 'Ellnell'))}"
    lacks = set(random.sample(asks, random.choice((1, 1, 1, 2, 2, 3)))) if failing else set()
    rows = [_finding(rule_set, publisher, one, one in lacks, author, archive, random) for one in asks]
    musts = [row for row in rows if row[3] == "failed" and row[2] == "must" and not row[11]]
    doubts = any(row[3] == "cant-tell" and row[2] == "must" for row in rows)
    verdict = "failed" if any(row[3] == "failed" and row[2] == "must" for row in rows) else "cant-tell" if doubts else "passed"  # fmt: skip
    page = {
        "address": facts.address, "republisher": host, "site": host, "title": title, "date": day,
        "captured": facts.captured, "language": "en", "format": "html", "encoding": "utf-8",
        "original": "originals/1.html", "original_from": "its text", "story": f"https://{rule_set}.example/story-{number % 900}",
        "people": json.dumps([author]), "people_from": "the byline of the original", "verdict": verdict,
        "fails": int(bool(musts)), "notes": "[]",
    }  # fmt: skip
    source = f"https://{rule_set}.example/republish"
    outcome = Outcome(
        JUDGED,
        page,
        ((rule_set, "the notice", verdict, int(bool(musts))),),
        ((rule_set, publisher, source, json.dumps(["Is the story sold on? It may not be."])),),
        tuple(_asked(rule_set, publisher, one, source) for one in asks),
        tuple(rows),
        bool(musts),
    )
    unit = Unit(Place(0, "made.warc.gz", str(number)), END, facts=facts)
    results.add_page(unit, outcome, key_of("bench", str(number)))


def _asked(rule_set: str, publisher: str, one: str, source: str) -> tuple[Any, ...]:
    told = f"{publisher} asks for its {one.replace('_', ' ')} with the story."
    return (rule_set, one, one, _LEVELS.get(one, "must"), told, source, "2026-10-14")


def _finding(rule_set: str, publisher: str, one: str, lacks: bool, author: str, archive: Archive, random: Random) -> tuple[Any, ...]:  # fmt: skip
    level = _LEVELS.get(one, "must")
    if not lacks:
        evidence = [{"text": f"By {author}, {publisher}", "path": "", "line": 12, "column": 3, "standing": "seen", "counts": True, "note": ""}]  # fmt: skip
        return (
            rule_set,
            one,
            level,
            "passed",
            f"The {one} is there.",
            json.dumps(evidence),
            "[]",
            "",
            0,
            "",
            "",
            0,
        )
    verdict = "cant-tell" if random.random() < 0.08 else "failed"
    line = random.randint(8, 400)
    evidence = [
        {"text": archive._sentence(random), "path": "", "line": line, "column": 7, "standing": "seen", "counts": False,
         "note": "names the publisher, and not as the source"}
        for _ in range(random.randint(0, 2))
    ]  # fmt: skip
    looked = [
        f"top credit zone (lines {line}-{line + 3})",
        f"bottom credit zone (lines {line + 40}-{line + 42})",
    ]
    remedy = f'<a href="https://{rule_set}.example/story-{random.randint(1, 900)}">{publisher}</a>'
    reason = f"No {one.replace('_', ' ')} of {publisher} stands with the story of {author}."
    excused = int(verdict == "failed" and random.random() < 0.03)
    return (rule_set, one, level, verdict, reason, json.dumps(evidence), json.dumps(looked), "below the headline", line, remedy, "", excused)  # fmt: skip


def main() -> int:
    """Make, write, open, measure, and print a row for each size."""
    parser = argparse.ArgumentParser(prog="python -m bench.audit_report", description=__doc__)
    parser.add_argument("--cases", default="50,5000,50000", help="(default: %(default)s)")
    parser.add_argument("--fine", type=float, default=0.5, help="pages in good order for each case (default: %(default)s)")  # fmt: skip
    parser.add_argument("--folder", type=Path, help="keep everything there")
    parser.add_argument("--write", nargs=2, metavar=("RESULTS", "HTML"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        return _write(*options.write)
    with TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        print("| cases | results MB | page MB | to write s | peak MB | usable ms | search ms | filter ms | last case ms | browser MB |")  # fmt: skip
        print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
        for cases in map(int, options.cases.split(",")):
            print("| " + " | ".join(_row(folder, cases, options.fine)) + " |", flush=True)
    return 0


def _write(results: str, html: str) -> int:
    from licheck.audit_reports.page import report

    began = time.perf_counter()
    report(results, html)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.perf_counter() - began:.1f} {peak:.0f}")
    return 0


def _row(folder: Path, cases: int, fine: float) -> Iterator[str]:
    results, page = folder / f"made-{cases}.sqlite", folder / f"made-{cases}.html"
    if not results.exists():
        make_results(results, cases, fine)
    done = run(
        [sys.executable, "-m", "bench.audit_report", "--write", str(results), str(page)],
        capture_output=True,
        text=True,
        check=True,
    )
    yield f"{cases:,}"
    yield f"{results.stat().st_size / 1e6:.1f}"
    yield f"{page.stat().st_size / 1e6:.1f}"
    yield from done.stdout.split()
    yield from _in_browser(page)


_SEARCH = """
const done = arguments[0], box = document.getElementById('words');
if (!box) { done('-'); return; }
const began = performance.now(), told = document.getElementById('found-told');
new MutationObserver(() => requestAnimationFrame(() => done(String(Math.round(performance.now() - began))))).observe(told, {childList: true});
box.focus(); box.value = 'paper-01'; box.dispatchEvent(new Event('input'));
"""
_FILTER = """
const done = arguments[0], box = document.getElementById('words'), began = performance.now();
box.value = ''; document.getElementById('pick-r1').click();
requestAnimationFrame(() => setTimeout(() => done(String(Math.round(performance.now() - began)))));
"""
_LAST = """
const done = arguments[0];
document.getElementById('pick-all-requirement').click();
const group = [...document.querySelectorAll('.group')].at(-1), began = performance.now();
group.open = true;
const row = group.querySelector('.cases > li');
row.scrollIntoView();
const look = () => {
  const fold = row.querySelector('details');
  if (fold && !fold.open) fold.open = true;
  if (fold && fold.querySelector('.finding')) done(String(Math.round(performance.now() - began)));
  else setTimeout(look, 5);
};
look();
"""


def _in_browser(page: Path) -> Iterator[str]:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    with TemporaryDirectory() as profile:
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"):
            options.add_argument(argument)
        driver = webdriver.Chrome(
            options=options, service=webdriver.ChromeService(shutil.which("chromedriver"))
        )
        driver.set_script_timeout(60)
        try:
            driver.get(page.as_uri())
            # Scripts have run and nothing keeps the page from answering.
            yield str(round(driver.execute_script("return performance.getEntriesByName('usable')[0].startTime")))  # fmt: skip
            for script in (_SEARCH, _FILTER, _LAST):
                yield driver.execute_async_script(script)
            memory = driver.execute_cdp_cmd("Performance.enable", {}) or {}
            metrics = driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"] + [memory]
            yield f"{next(one['value'] for one in metrics if one.get('name') == 'JSHeapUsedSize') / 1e6:.0f}"
        finally:
            driver.quit()


if __name__ == "__main__":
    sys.exit(main())
