"""`python corpus/visible-byline/make.py FOLDER`: write cases as files, to look at them.

Each case is a page, an original (`NAME.original.txt`) and a line in `cases.jsonl` with its truth. The same seed gives
the same files.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from byline_cases import cases


def main() -> int:
    """Write; 0, or 2 where the folder cannot be written to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--cases", type=int, default=400, metavar="N", help="how many (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, other cases")
    options = parser.parse_args()
    try:
        write(options.folder, options.cases, options.seed)
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write so many cases into a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    rows: list[str] = []
    for case in cases(count, seed):
        (folder / f"{case.id}{case.suffix}").write_text(case.page, encoding="utf-8")
        (folder / f"{case.id}.original.txt").write_text(case.original, encoding="utf-8")
        truth = {name: value for name, value in asdict(case).items() if name not in ("page", "original")}
        rows.append(json.dumps(truth, ensure_ascii=False))
    (folder / "cases.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
