"""What the documents show and promise is so: examples, links, pages that are made, names, numbers."""

import re
import shutil
import subprocess
import sys
import tomllib
from html import unescape
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from test_layers import MAY_IMPORT

from licheck.requirements import kinds
from licheck.requirements.for_a_person import ForAPerson
from licheck.rulesets.shipped import shipped

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
PAGE_ROOMS = {"readers", "rulesets", "originals", "zones", "align", "credits", "facts", "requirements"}
FLOORS = {
    "media",
    "model",
    "patterns",
    "text",
    "names",
    "organisations",
    "addresses",
    "errors",
    "licences",
    "looks",
}


def script(name: str) -> ModuleType:
    """A script of the folder docs/, as a module."""
    spec = spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec and spec.loader
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE_EXAMPLES = script("make_examples")
DOCUMENTS = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in MAKE_EXAMPLES.documents()}
README = DOCUMENTS["README.md"]
CONTRIBUTING = DOCUMENTS["CONTRIBUTING.md"]


def prose(text: str) -> str:
    """A document without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)


EXAMPLES = [
    pytest.param(example.command, example.shown, id=f"{name}: {example.command}")
    for name, text in DOCUMENTS.items()
    for example in MAKE_EXAMPLES.examples(text)
]


def test_there_are_examples_and_the_readme_shows_a_report():
    assert len(EXAMPLES) >= 5
    assert "✗ failed: affiliation (must)" in README


@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_an_example_prints_what_is_shown(command, shown):
    """Where the change is wanted: `python docs/make_examples.py` writes down what is printed now."""
    assert MAKE_EXAMPLES.run(command) == shown


def test_an_example_that_prints_something_else_is_found_and_renewed():
    wrong = "```console\n$ echo one; \\\n  echo two\nthree\n$ true\nfour\n```\n"
    assert MAKE_EXAMPLES.renewed(wrong) == "```console\n$ echo one; \\\n  echo two\none\ntwo\n$ true\n```\n"


@pytest.mark.parametrize(
    ("name", "maker"), [("kinds.md", "make_kinds"), ("command-line.md", "make_command_line")]
)
def test_a_page_that_is_made_is_the_one_that_would_be_made_now(name, maker):
    """Where it is not: run the script that its first lines name."""
    assert DOCUMENTS[f"docs/{name}"] == script(maker).page()


def test_the_picture_shows_what_the_command_prints_now():
    """Where it does not: `python docs/make_picture.py`. Only words are compared: rich draws in many ways."""

    def words(picture: str) -> list[str]:
        return unescape(" ".join(re.findall(r"<text[^>]*>(.*?)</text>", picture))).split()

    kept = (ROOT / "docs" / "report.svg").read_text("utf-8")
    assert words(kept) == words(script("make_picture").picture())
    assert "failed" in words(kept)


def test_the_picture_loads_nothing_from_elsewhere():
    kept = (ROOT / "docs" / "report.svg").read_text("utf-8")
    assert set(re.findall(r"https?://[^\s\"')]+", kept)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script|<image|<foreignObject|@import|\bon\w+=", kept, re.I)


def test_every_colour_of_the_picture_can_be_read_on_its_ground():
    """A contrast of 4.5 at least: https://www.w3.org/TR/WCAG22/#contrast-minimum."""
    kept = (ROOT / "docs" / "report.svg").read_text("utf-8")
    ground = luminance(re.search(r"<rect fill=\"(#[0-9a-f]{6})\"", kept)[1])
    inks = set(re.findall(r"\.licheck-r\d+ \{ fill: (#[0-9a-f]{6})", kept))
    assert len(inks) >= 4
    for ink in inks:
        light, dark = sorted((luminance(ink), ground), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, ink


def luminance(colour: str) -> float:
    """The relative luminance of #rrggbb, 0-1."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def anchors(text: str) -> set[str]:
    """The anchors that GitHub gives the headings of a document."""
    titles = re.findall(r"^#+ (.+)$", prose(text), re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


LINKS = [
    pytest.param(name, target, id=f"{name}: {target}")
    for name, text in DOCUMENTS.items()
    for target in dict.fromkeys(re.findall(r"\]\(([^()\s]+)\)", prose(text)))
    if not target.startswith(("http://", "https://", "mailto:"))
]


@pytest.mark.parametrize(("name", "target"), LINKS)
def test_a_link_leads_to_a_file_and_a_heading_that_are_there(name, target):
    path, _, anchor = target.partition("#")
    file = (ROOT / name).parent / path if path else ROOT / name
    assert file.exists()
    if anchor:
        assert anchor in anchors(file.read_text("utf-8"))


def test_no_document_tells_anybody_to_install_what_somebody_else_made():
    """On PyPI, `licheck` is another tool, and ours is not there yet."""
    wrong = re.compile(r"\b(?:pip3?|pipx|uvx?|poetry|conda)(?:\s+[\w=-]+)*?\s+[\"']?licheck\b")
    sources = {path.name: path.read_text("utf-8") for path in (ROOT / "licheck").rglob("*.py")}
    assert [name for name, text in {**DOCUMENTS, **sources}.items() if wrong.search(text)] == []
    assert wrong.search("pip install -U licheck") and wrong.search("uv add --dev licheck-syndication")


# What the project has no business to speak of: how and where it was written.
FOREIGN = re.compile(
    r"\b(?:AI|LLMs?|GPT|ChatGPT|Claude|Copilot|language models?|chatbots?|sub-?agents?|sessions?|prompts?)\b"
    r"|(?<![\w.])/(?:work|tmp|home|root|Users|opt)/|/work\b|\bshared/"
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_speaks_of_the_project_alone(name):
    assert FOREIGN.findall(DOCUMENTS[name]) == []


def test_the_readme_names_targets_that_the_makefile_has():
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    named = re.findall(r"\bmake ([a-z]+)\b(?=[^\n]*#|`)", README + CONTRIBUTING)
    assert {"demo", "test"} <= set(named) <= set(targets)


def test_the_readme_counts_the_kinds_and_the_publishers_right():
    judged = [kind for kind in kinds().values() if not issubclass(kind, ForAPerson)]
    assert f"[{len(judged)} kinds]" in README
    assert f"**{len(shipped())} rule sets**" in README


@pytest.mark.parametrize(
    ("stories", "ended"),
    [
        pytest.param({"one": "local-paper-complies"}, 0, id="all is well"),
        pytest.param(
            {"one": "local-paper-no-affiliation", "two": "local-paper-complies"}, 1, id="the first fails"
        ),
        pytest.param({}, 3, id="there is no story"),
    ],
)
def test_the_step_of_the_readme_ends_as_it_says(tmp_path, stories, ended):
    (step,) = re.findall(r"^```sh\n(#!/bin/sh\n.*?)^```$", README, re.M | re.S)
    (tmp_path / "wire").mkdir()
    for name, case in stories.items():
        folder = tmp_path / "wire" / name
        folder.mkdir()
        shutil.copy(CORPUS / case / "republication.html", folder / "page.html")
        shutil.copy(CORPUS / case / "original.html", folder / "original.html")
    step = step.replace("licheck check", f'"{sys.executable}" -m licheck check --quiet')
    shell = ["/bin/sh", "-e", "-c", step]
    done = subprocess.run(shell, cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert done.returncode == ended


def test_every_dependency_has_its_decision():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[<>=\[]", requirement)[0] for requirement in project["dependencies"]]
    decisions = DOCUMENTS["docs/decisions.md"].lower()
    assert [name for name in names if f"`{name}`" not in decisions] == []


def test_every_decision_that_the_code_refers_to_is_there():
    told = DOCUMENTS["docs/decisions.md"]
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "licheck").rglob("*.py"))
    named = set(re.findall(r"docs/decisions\.md, \"([^\"]+)\"", sources))
    assert named
    assert [title for title in named if f"### {title}\n" not in told] == []


def test_the_table_of_rooms_is_the_one_that_the_tests_keep():
    rows = dict(re.findall(r"^\| `([\w/.]+?)(?:\.py|/)?` \|.*\| (.*) \|$", CONTRIBUTING, re.M))
    rooms = set(MAY_IMPORT) - {"__init__", "__main__"}
    assert set(rows) == rooms
    for name, cell in rows.items():
        told = set(re.findall(r"`([\w/]+)`", cell)) & rooms
        told |= PAGE_ROOMS if "a page's rooms" in cell else set()
        told |= FLOORS if "the floors" in cell else set()
        assert told == MAY_IMPORT[name] - {"__init__"}, name


def test_the_licence_is_the_apache_licence_as_the_package_says():
    text = (ROOT / "LICENSE").read_text("utf-8")
    for part in ("Apache License", "Version 2.0, January 2004", "END OF TERMS AND CONDITIONS"):
        assert part in text
    assert "Apache License 2.0" in README


def test_the_changelog_has_the_version_that_the_package_has():
    import licheck

    assert re.search(rf"^## {re.escape(licheck.__version__)}\b", DOCUMENTS["CHANGELOG.md"], re.M)
