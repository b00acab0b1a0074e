"""Kill who writes to a store, at any moment, and see that nothing is lost: `python tests/originals/kill.py [ROUNDS]`.

The one who is killed adds stories in small batches without end, and says each number when its batch is done. After
each kill the store has to have all that was said, whole, and to find it.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1])]

from invented_stories import paragraphs, put  # noqa: E402

from licheck.edge.originals_find import Finder  # noqa: E402
from licheck.edge.originals_store import Store  # noqa: E402
from licheck.edge.originals_write import Writer  # noqa: E402
from licheck.originals.fingerprint import sums, words_in  # noqa: E402

BATCH = 3


def write_without_end(folder: str, start: int) -> None:
    """What the victim does."""
    with Writer(folder, make=True) as writer:
        print("ready", flush=True)
        while True:
            put(writer, range(start, start + BATCH))
            start += BATCH
            print(start, flush=True)


def killed(folder: str, start: int, seconds: float) -> int:
    """Let the victim write for some seconds, and kill it. Returns the number up to which it had said "done"."""
    command = [sys.executable, str(Path(__file__).resolve()), "--victim", folder, str(start)]
    victim = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert victim.stdout and victim.stdout.readline() == "ready\n"
    time.sleep(seconds)
    victim.kill()
    said = victim.stdout.read().split("\n")
    assert victim.wait() == -signal.SIGKILL
    whole = [line for line in said[:-1] if line]  # the last line may be cut off
    return int(whole[-1]) if whole else start


def look(folder: str, numbers: range, random: Random) -> str:
    """Raises AssertionError where a store is not whole, or lacks one of the stories. Returns what it says of itself."""
    with Store(folder) as store:
        assert store.ask("PRAGMA integrity_check") == [("ok",)]
        there = [int(row.card.path.removesuffix(".html")) for row in store.rows()]
        assert len(there) == len({*there})
        assert {*numbers} <= {*there}, sorted({*numbers} - {*there})
        left = len(there) - len(numbers)
        assert left in (0, BATCH), left  # a batch can be done and not yet said; never a part of one
    finder = Finder(folder, whole=True)
    for number in random.sample(numbers, min(20, len(numbers))):
        hits = finder.by_text(sums(words_in(paragraphs(f"story {number}", 10))))
        assert [finder.card(hit.number).path for hit in hits] == [f"{number}.html"]
    finder.store.close()
    return " ".join(finder.notices)


def main(rounds: int, seed: str = "kill", longest: float = 1.0) -> dict[str, int]:
    """Kill so many times. Returns what was seen: files left behind, notices, stories in the end."""
    random, seen = Random(seed), {"left behind": 0, "notices": 0, "stories": 0}
    with TemporaryDirectory() as temporary:
        folder, done = str(Path(temporary) / "store"), 0
        for _ in range(rounds):
            done = killed(folder, done, random.random() * longest)
            named = Path(folder, "index")
            with Store(folder) as store:
                segments = {name for (name,) in store.ask("SELECT name FROM segments")}
                journal = Path(folder, "originals.sqlite-journal").exists()
                done = max([done, *(int(row.card.path.removesuffix(".html")) + 1 for row in store.rows())])
            seen["left behind"] += journal or {path.name for path in named.iterdir()} != segments
            seen["notices"] += bool(look(folder, range(done), random))
        with Writer(folder) as writer:
            put(writer, range(done, done + BATCH))
            segments = {name for (name,) in writer.store.ask("SELECT name FROM segments")}
        assert {path.name for path in Path(folder, "index").iterdir()} == segments  # swept
        look(folder, range(done + BATCH), random)
        seen["stories"] = done + BATCH
        shutil.rmtree(folder)
    return seen


if __name__ == "__main__":
    if sys.argv[1:2] == ["--victim"]:
        write_without_end(sys.argv[2], int(sys.argv[3]))
    print(f"{os.getpid()}:", main(int(sys.argv[1]) if sys.argv[1:] else 50))
