"""A kind of requirement is one file: found, read from rule files, judged, shown and documented by being there."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from invented import HEADLINE, ORIGINAL, RULES, html

ROOT = Path(__file__).parents[2]
KIND = '''
"""The story keeps its headline.

Nothing is looked at but the words.

Options: `also`: other headlines that will do.
"""

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Verdict
from licheck.model.requirement import Requirement, Where
from licheck.requirements._judging import at_block, finding, place_for
from licheck.text import fold


@dataclass(frozen=True, kw_only=True)
class KeptHeadline(Requirement):
    """The story keeps its headline."""

    kind: ClassVar[str] = "kept_headline"

    also: tuple[str, ...] = ()

    def judge(self, case: Case) -> Finding:
        """Passed when the headline reads as the original's, or as one of `also`."""
        if case.original is None or case.zones.headline is None:
            return finding(self, Verdict.CANT_TELL, "There is no headline to compare")
        here = case.page.blocks[case.zones.headline].text
        kept = fold(here) in map(fold, (case.original.title, *self.also))
        return finding(
            self,
            Verdict.PASSED if kept else Verdict.FAILED,
            "The headline is kept" if kept else "The headline is another one",
            evidence=[at_block(case, case.zones.headline, counts=kept)],
            belongs_at=place_for(case, Where.TOP),
            remedy=case.original.title,
        )
'''.lstrip()
OTHER = "No door, no bread"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which one file is new."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("licheck", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "make_kinds.py", folder / "docs")
    (folder / "licheck" / "requirements" / "kept_headline.py").write_text(KIND, encoding="utf-8")
    return folder


def run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("headline", "options", "verdict", "code"),
    [
        pytest.param(HEADLINE, "", "passed", 0, id="kept"),
        pytest.param(OTHER, "", "failed", 1, id="another one"),
        pytest.param(OTHER, f"also: [{OTHER.upper()!r}]", "passed", 0, id="one that its option allows"),
    ],
)
def test_it_is_read_from_a_rule_file_and_judged(
    copy: Path, headline: str, options: str, verdict: str, code: int
) -> None:
    (copy / "page.html").write_text(html().replace(HEADLINE, headline), encoding="utf-8")
    (copy / "original.html").write_text(ORIGINAL, encoding="utf-8")
    (copy / "harbour.yaml").write_text(f"{RULES}  - kept_headline:\n      {options}\n", encoding="utf-8")
    check = (
        "check",
        "page.html",
        "--original",
        "original.html",
        "--rules",
        "harbour.yaml",
        "--format",
        "json",
    )
    done = run(copy, "-m", "licheck", *check)
    assert done.returncode == code, done.stderr
    (finding,) = json.loads(done.stdout)["pages"][0]["findings"]
    assert (finding["kind"], finding["verdict"]) == ("kept_headline", verdict)
    assert finding["evidence"][0]["line"] == 7
    assert finding["remedy"] == ("" if verdict == "passed" else HEADLINE)


def test_a_fault_in_its_options_is_told_with_what_is_allowed(copy: Path) -> None:
    (copy / "faulty.yaml").write_text(f"{RULES}  - kept_headline:\n      alsoo: [x]\n", encoding="utf-8")
    (copy / "page.html").write_text(html(), encoding="utf-8")
    done = run(copy, "-m", "licheck", "check", "page.html", "--rules", "faulty.yaml")
    line = RULES.count("\n") + 2
    assert done.returncode == 2
    assert f"faulty.yaml:{line}:7: " in done.stdout + done.stderr
    assert "also" in done.stdout + done.stderr


def test_it_stands_in_the_document_of_kinds(copy: Path) -> None:
    assert run(copy, "docs/make_kinds.py").returncode == 0
    page = (copy / "docs" / "kinds.md").read_text("utf-8")
    assert "- [`kept_headline`](#kept_headline): The story keeps its headline.\n" in page
    assert (
        "## `kept_headline`\n\nThe story keeps its headline.\n\nNothing is looked at but the words.\n" in page
    )
    assert "| `also` | list: text | none |\n" in page


def test_the_project_itself_does_not_have_it() -> None:
    """The copy is what was changed."""
    assert (
        "kept_headline"
        not in run(ROOT, "-c", "from licheck.requirements import kinds; print(*kinds())").stdout
    )
