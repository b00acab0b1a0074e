"""A real story as original: a page that carries it complies, and each requirement broken alone is found, at its place.

The story belongs to its publisher and is not part of this project: LICHECK_SEED names a text file with it, whose
last paragraph is the publisher's notice. Without it these tests are skipped.
"""

from __future__ import annotations

import html
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SEED = os.environ.get("LICHECK_SEED", "")
pytestmark = pytest.mark.skipif(not SEED or not Path(SEED).is_file(), reason="LICHECK_SEED names no story")

LOGO = '<img src="/img/dcnf-logo.png" alt="Daily Caller News Foundation logo" width="180" height="60">'
BYLINE = '<p class="by">By Tamsin Orrery, Daily Caller News Foundation</p>'
BOX = (
    '<aside><h3>Most read</h3><ul><li><a href="/a">Council votes to keep the old clock tower</a>'
    " by Tamsin Orrery</li></ul></aside>"
)
JSON_LD = """<script type="application/ld+json">
{"@type": "NewsArticle",
"author": {"name": "Tamsin Orrery"}}</script>"""

ALL = ("passed", "passed", "passed")
NO_BYLINE = ("failed", "failed", "passed")
NO_AFFILIATION = ("passed", "failed", "passed")
NO_LOGO = ("passed", "passed", "failed")


@dataclass
class Broken:
    """A page made from the story; `expect` verdicts and the line of the first evidence for `about`."""

    byline: str = BYLINE
    logo: str = LOGO
    head: str = ""
    after: str = ""
    expect: tuple[str, str, str] = ALL  # byline, affiliation, logo
    about: str = "byline"
    quotes: str = "Tamsin Orrery"
    counts: bool = True
    author: str = "Tamsin Orrery"


def unseen(byline: str = "", **more: str) -> Broken:
    """A page on which the byline is not seen where it counts: the nearest miss is told."""
    return Broken(byline=byline, expect=NO_BYLINE, counts=False, **more)


CASES = {
    "complies": Broken(),
    "no-byline": unseen(quotes=""),
    "contributor": Broken(
        byline="<p>By Tamsin Orrery, Contributor</p>",
        expect=NO_AFFILIATION,
        about="affiliation",
        counts=False,
    ),
    "organisation-as-author": Broken(
        byline="<p>By Daily Caller News Foundation</p>",
        expect=("failed", "passed", "passed"),
        quotes="Daily Caller News Foundation",
        counts=False,
    ),
    "no-logo": Broken(logo="", expect=NO_LOGO),
    "logo-commented-out": Broken(
        logo=f"<!-- {LOGO} -->", expect=NO_LOGO, about="logo", quotes="Daily Caller", counts=False
    ),
    "hidden-attribute": unseen(BYLINE.replace("<p ", "<p hidden ")),
    "display-none": unseen(BYLINE.replace("<p ", '<p style="display:none" ')),
    "style-rule": unseen(BYLINE, head="<style>.by { display: none }</style>"),
    "template": unseen(f"<template>{BYLINE}</template>"),
    "comment": unseen(f"<!-- {BYLINE} -->"),
    "json-ld-only": unseen(head=JSON_LD),
    "most-read-only": unseen(after=BOX),
    "most-read-before": unseen(BOX),
    "at-the-end": Broken(byline="", after=BYLINE),
}


def page(story: list[str], notice: str, case: Broken) -> str:
    paragraphs = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in story)
    return f"""<!doctype html>
<html lang="en">
<head><title>Strikes reported | The Orrery Post</title>{case.head}</head>
<body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article>
<h1>Strikes reported</h1>
{case.byline}
{case.logo}
{paragraphs}
<p>{html.escape(notice)}</p>
{case.after}
</article></main>
<footer><p>The Orrery Post</p></footer>
</body></html>
"""


def check(*arguments: str) -> tuple[int, dict[str, Any]]:
    command = [sys.executable, "-m", "licheck", "check", "--format", "json", *arguments]
    run = subprocess.run(command, capture_output=True, check=False)
    return run.returncode, json.loads(run.stdout)


@pytest.mark.parametrize("name", CASES)
def test_each_fault_is_found_alone_and_at_its_place(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    paragraphs = Path(SEED).read_text(encoding="utf-8").split("\n\n")
    *story, notice = [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]
    text = page(story, notice, case)
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    code, report = check(str(tmp_path / "page.html"), "--original", SEED, "--author", case.author)
    findings = {found["requirement"]: found for found in report["pages"][0]["findings"]}
    verdicts = tuple(findings[key]["verdict"] for key in ("byline", "affiliation", "logo"))
    assert verdicts == case.expect, json.dumps(findings, indent=1)
    assert code == (1 if "failed" in verdicts else 0)
    if case.quotes:
        evidence = findings[case.about]["evidence"][0]
        line = text.split("\n")[evidence["line"] - 1]
        at = evidence["column"] - 1
        assert case.quotes in evidence["text"]
        assert evidence["counts"] is case.counts
        assert case.quotes in line or "<img" in line
        assert 0 <= at < len(line)


@pytest.mark.parametrize(
    ("above", "expect"),
    [
        pytest.param("", ("failed", "failed", "cant-tell"), id="as-it-is"),
        pytest.param(
            "By Jane Doe, Daily Caller News Foundation",
            ("passed", "passed", "cant-tell"),
            id="byline-and-affiliation",
        ),
        pytest.param("By Jane Doe, Contributor", ("passed", "failed", "cant-tell"), id="contributor"),
        pytest.param("By Daily Caller News Foundation", ("failed", "passed", "cant-tell"), id="organisation"),
    ],
)
def test_the_text_alone_is_judged_by_its_own_notice(
    above: str, expect: tuple[str, str, str], tmp_path: Path
) -> None:
    text = Path(SEED).read_text(encoding="utf-8")
    (tmp_path / "story.txt").write_text(f"{above}\n\n{text}" if above else text, encoding="utf-8")
    code, report = check(str(tmp_path / "story.txt"))
    judged = report["pages"][0]
    (chosen,) = judged["rule_sets"]
    assert chosen["id"] == "dcnf" and "notice" in chosen["chosen_by"]
    findings = {found["requirement"]: found for found in judged["findings"]}
    assert tuple(findings[key]["verdict"] for key in ("byline", "affiliation", "logo")) == expect
    assert code == (1 if "failed" in expect else 0)
    if not above:
        assert "notice itself" in findings["affiliation"]["reason"]
