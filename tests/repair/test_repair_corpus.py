"""Every page of the corpus on which something fails, mended: it then passes, and the rest of the file is as it was."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from mending import mended, only_added, reasons, shipped_rules, states, workshop

from licheck.model.finding import Verdict

CORPUS = Path(__file__).parents[2] / "corpus"
LOGOS = {"dcnf": "/img/dcnf-logo.png", "the-conversation": "/img/the-conversation-logo.svg"}
RANK = {Verdict.FAILED: 0, Verdict.CANT_TELL: 1, Verdict.PASSED: 2, Verdict.INAPPLICABLE: 2}
REPLACES = (
    "writes",
    "makes",
    "gives",
    "leads",
)  # what is no addition, but a new value in the place of a wrong one


def failing():
    for folder in sorted(path.parent for path in CORPUS.glob("*/case.yaml")):
        case = yaml.safe_load((folder / "case.yaml").read_text("utf-8"))
        (page,) = folder.glob("republication.*")
        if "failed" in case["expect"].values() and page.suffix in (".html", ".md"):
            yield folder


FOLDERS = list(failing())


@cache
def of(folder: Path, unsafe: bool = False):
    """The page's bytes, and what became of it."""
    case = yaml.safe_load((folder / "case.yaml").read_text("utf-8"))
    (page,) = folder.glob("republication.*")
    return page.read_bytes(), mended(page.name, page.read_bytes(), **given(folder, case, unsafe))


def given(folder, case, unsafe):
    given = case.get("give") or {}
    original = next(((path.name, path.read_bytes()) for path in folder.glob("original.*")), None)
    return {
        "rules": shipped_rules(*case["rules"]),
        "original": original,
        "authors": given.get("authors", ()),
        "chosen_by": "--rules" if "rules" in given else "",
        "logos": LOGOS,
        "unsafe": unsafe,
    }


def verdicts(report):
    return {(one.rule_set, one.requirement): one.verdict for one in report.findings}


def judged(folder):
    """The verdicts on the page before any fix."""
    case = yaml.safe_load((folder / "case.yaml").read_text("utf-8"))
    (page,) = folder.glob("republication.*")
    bench = workshop(page.name, **given(folder, case, False))
    read = bench.read(page.read_bytes())
    return verdicts(bench.confirm(read, bench.judge(read)).report)


@pytest.mark.parametrize("unsafe", [pytest.param(False, id="safe"), pytest.param(True, id="unsafe")])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_was_mended_passes_and_nothing_else_is_worse(folder, unsafe):
    _, done = of(folder, unsafe)
    before, after = judged(folder), verdicts(done.report)
    assert {(one.rule_set, one.requirement) for one in done.outcomes} == {
        key for key, verdict in before.items() if verdict is Verdict.FAILED
    }
    for one in done.outcomes:
        passes = after[one.rule_set, one.requirement] is Verdict.PASSED
        assert passes == (one.state.name == "MENDED"), one.says
    assert all(RANK[after[key]] >= RANK[verdict] for key, verdict in before.items())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_all_else_in_the_file_is_as_it_was(folder):
    before, done = of(folder)
    if not any(one.says.startswith(REPLACES) for one in done.outcomes if one.state.name == "MENDED"):
        assert only_added(before, done.data)
    changed = sum(one not in before.splitlines() for one in done.data.splitlines())
    assert changed <= 4 * len(done.outcomes)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_second_run_changes_nothing(folder):
    case = yaml.safe_load((folder / "case.yaml").read_text("utf-8"))
    (page,) = folder.glob("republication.*")
    for unsafe in (False, True):
        _, done = of(folder, unsafe)
        again = mended(page.name, done.data, **given(folder, case, unsafe))
        assert again.data == done.data
        assert "MENDED" not in states(again).values()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_storys_words_stay(folder):
    _, done = of(folder, True)
    case = yaml.safe_load((folder / "case.yaml").read_text("utf-8"))
    (page,) = folder.glob("republication.*")
    options = given(folder, case, True)
    bench = workshop(page.name, **options)
    before = bench.judge(bench.read(page.read_bytes())).cases[0]
    story = [before.page.blocks[at].text for at in range(before.zones.first, before.zones.last + 1)]
    texts = [block.text for block in done.page.blocks]
    assert all(text.replace("\u200b", "") in [one.replace("\u200b", "") for one in texts] for text in story)


# Why not, in the words that a person reads.
NOT_MENDED = [
    pytest.param(
        "byline-misspelt", "byline", "UNSAFE", "which one is right a person has to say", id="misspelt"
    ),
    pytest.param("byline-with-lookalike-letter", "byline", "UNSAFE", "another spelling", id="look-alike"),
    pytest.param("other-company-in-byline", "affiliation", "UNSAFE", "The Daily Caller", id="other company"),
    pytest.param(
        "propublica-link-to-lookalike-domain",
        "link_back",
        "UNSAFE",
        "a link to somewhere else",
        id="wrong link",
    ),
    pytest.param(
        "propublica-credit-at-the-bottom",
        "credit_line",
        "NOT_MENDED",
        "licheck moves nothing",
        id="misplaced",
    ),
    pytest.param("conversation-pixel-data-src", "tracking_pixel", "NOT_MENDED", "twice", id="data-src"),
]


@pytest.mark.parametrize(("folder", "requirement", "state", "words"), NOT_MENDED)
def test_what_is_not_mended_says_why(folder, requirement, state, words):
    _, done = of(CORPUS / folder)
    assert states(done)[requirement] == state
    assert words in reasons(done)[requirement]


def test_a_page_of_amp_gets_a_counter_of_amp():
    before, done = of(CORPUS / "conversation-pixel-commented-out")
    assert states(done)["tracking_pixel"] == "MENDED"
    added = b'<amp-pixel src="https://counter.theconversation.com/content/284417/count.gif" layout="nodisplay"></amp-pixel>'
    assert (before.count(added), done.data.count(added)) == (0, 1)


def test_most_of_what_fails_is_mended_unasked():
    """Four of five, with the logos' pictures named; what is left is a person's choice, or a logo in AMP."""
    all_states = [state for folder in FOLDERS for state in states(of(folder)[1]).values()]
    assert len(all_states) > 90
    assert all_states.count("MENDED") / len(all_states) > 0.85
