"""What 126 rule sets cost: `python -m bench.rules [--pages FOLDER] [--limit N]`.

Opening the compiled rule sets, once in a run, and looking up which of them can apply to a page, beside a bare parse of the
same page by lexbor (P). Without a folder, pages are made. Processor time, interleaved, medians of five.
"""

from __future__ import annotations

import argparse
import gzip
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from selectolax.lexbor import LexborHTMLParser

from bench.samples import made
from licheck.edge.rule_cache import compiled
from licheck.readers.html import read_text

ROUNDS = 5
OPEN = """
import time
import licheck.check, licheck.edge.judge, licheck.rulesets.load
from licheck.readers import read
# What a worker has imported anyway when it has read a page as pages are, with data for search engines in it.
read("page.html", b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A door"}</script><p>A door.</p>')
begun = time.perf_counter()
from licheck.edge.rule_cache import compiled
compiled()
print(1e3 * (time.perf_counter() - begun))
"""


def texts(folder: Path | None, limit: int) -> Iterator[str]:
    """The pages of a folder (.html, .html.gz), or made ones."""
    if folder is None:
        yield from (sample.text for sample in made(limit))
        return
    for path in islice(sorted(folder.glob("*.html*")), limit):
        data = path.read_bytes()
        yield (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")


def seconds(text: str) -> tuple[float, float]:
    """Processor time of looking up the rule sets of a page, and of a bare parse of it."""
    known = compiled()
    assert known
    page = read_text("page.html", text)
    _ = page.text  # a reader has it anyway
    looked, parsed = [], []
    for _ in range(ROUNDS):
        begun = time.thread_time()
        known.known.candidates(page)
        between = time.thread_time()
        LexborHTMLParser(text)
        looked.append(between - begun)
        parsed.append(time.thread_time() - between)
    return median(looked), median(parsed)


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=Path, default=None, metavar="FOLDER")
    parser.add_argument("--limit", type=int, default=120, metavar="N")
    options = parser.parse_args()
    known = compiled()
    assert known
    ran = [
        subprocess.run([sys.executable, "-c", OPEN], capture_output=True, check=True, text=True)
        for _ in range(9)
    ]
    opened = min(float(one.stdout) for one in ran)
    told = [seconds(text) for text in texts(options.pages, options.limit)]
    ratio = median(looked / parsed for looked, parsed in told)
    print(f"{len(known.paths)} rule sets; {len(told)} pages")
    print(f"opened, once in a run: {opened:.1f} ms (goal 5)")
    print(f"looked up for a page: {ratio:.2f} P (goal 0.5), {1e3 * median(one for one, _ in told):.2f} ms")


if __name__ == "__main__":
    main()
