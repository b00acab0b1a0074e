"""Run the examples of the documentation and write down what they print: `python docs/make_examples.py`.

An example is a line `$ command` in a block that begins with ```console; what follows, up to the next `$` or
the end of the block, is its output (standard output and errors). Commands run in the root of the checkout,
by `sh`, with licheck as this Python has it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/*.md",
    "corpus/README.md",
    "bench/README.md",
)

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
_EXAMPLE = re.compile(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.M)
# What would change the output on the machine of whoever runs this.
_FOREIGN = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING", "LICHECK_DEBUG", "TERM"}


class Example(NamedTuple):
    """A command and the output that is shown for it, which stands at text[start:end]."""

    command: str
    shown: str
    start: int
    end: int


def documents() -> list[Path]:
    """All documents of the project, in the order of their names."""
    return sorted({path for pattern in DOCUMENTS for path in ROOT.glob(pattern)})


def examples(text: str) -> Iterator[Example]:
    """The examples in a document, in its order."""
    for block in _BLOCK.finditer(text):
        for found in _EXAMPLE.finditer(text, *block.span(1)):
            yield Example(found[1], found[2], *found.span(2))


def run(command: str) -> str:
    """What a command prints in the root of the checkout, on both streams."""
    with tempfile.TemporaryDirectory() as folder:
        licheck = Path(folder) / "licheck"
        licheck.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m licheck "$@"\n', "utf-8")
        licheck.chmod(0o755)
        kept = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
        done = subprocess.run(  # noqa: S603 - what our own documents say
            ["/bin/sh", "-c", command],
            cwd=ROOT,
            env={**kept, "PATH": f"{folder}{os.pathsep}{kept.get('PATH', '')}", "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=60,
        )
    return done.stdout.decode("utf-8").replace(f"{ROOT}{os.sep}", "")


def renewed(text: str) -> str:
    """A document with the outputs of today."""
    for example in reversed([*examples(text)]):
        text = text[: example.start] + run(example.command) + text[example.end :]
    return text


def main() -> None:
    """Renew all documents."""
    for path in documents():
        text = path.read_text("utf-8")
        path.write_text(renewed(text), "utf-8")


if __name__ == "__main__":
    main()
