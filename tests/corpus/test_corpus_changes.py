"""Held against their originals, the pages of the corpus show what was changed in them, and nothing else."""

from pathlib import Path

import pytest

from licheck.edge.rule_files import rule_set
from licheck.lens import compare, read_original
from licheck.model.change import ChangeKind
from licheck.readers import read
from licheck.rulesets.shipped import shipped

CORPUS = Path(__file__).parents[2] / "corpus"
RULE_SETS = [rule_set(path) for path in shipped()]
PAIRS = [
    pytest.param(page, original, id=page.parent.name)
    for original in sorted(CORPUS.glob("*/original.*"))
    for page in original.parent.glob("republication.*")
]
WORDS = {
    ChangeKind.QUOTATION,
    ChangeKind.NUMBER,
    ChangeKind.NAME,
    ChangeKind.REWORDED,
    ChangeKind.ADDED,
    ChangeKind.MOVED,
}
# The one page to which its paper added reporting of its own.
ADDED_TO = "written-together-with-local-reporter"


@pytest.mark.parametrize(("page", "original"), PAIRS)
def test_no_word_is_said_to_be_changed_that_was_not(page, original):
    first = read(page.name, page.read_bytes())
    source = read_original(read(original.name, original.read_bytes()), RULE_SETS)
    compared = compare(first, source, RULE_SETS)
    edits = [change for change in compared.changes if change.kind in WORDS and not change.permitted_by]
    if page.parent.name == ADDED_TO:
        assert [change.kind for change in edits] == [ChangeKind.ADDED]
        assert "Weir Street yard" in edits[0].page.text
    else:
        assert edits == []
