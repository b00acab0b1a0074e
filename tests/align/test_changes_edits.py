"""Known edits of every class, in five languages and inside whole web pages: each is found for what it is."""

from collections import Counter
from functools import cache
from itertools import islice

from edits import EDITS, LANGUAGES, cases

from licheck.align.blocks import align
from licheck.align.changes import changes
from licheck.lens import read_original
from licheck.model.change import ChangeKind
from licheck.readers.html import read_text
from licheck.zones.by_alignment import zones_by_alignment

CASES = 600  # over all classes and languages; `python -m bench.edits` runs more


@cache
def found():
    """Each case with its changes."""
    return [(case, judged(case)) for case in islice(cases(), CASES)]


def judged(case):
    page = read_text("page", case.page)
    original = read_original(read_text("original", case.original), ())
    texts = {index: original.page.blocks[index].text for index in original.article}
    alignment = align([block.text for block in page.blocks], texts)
    return changes(page, original, alignment, zones_by_alignment(page, original, alignment))


def is_right(case, told):
    """Whether exactly the edit was told: its class, and the permission that a rule can give for it."""
    expected = case.expected
    if not told:
        return not expected.kinds or not expected.sure
    if not all(change.kind in expected.kinds for change in told):
        return False
    if expected.permitted is None:
        return not any(change.permitted_by for change in told)
    return all(expected.permitted in change.permitted_by for change in told)


def is_accused(case, told):
    """Whether something that a rule can permit, or that is no change at all, was told as an edit."""
    expected = case.expected
    free = expected.permitted is not None or not expected.kinds
    return free and any(expected.permitted not in change.permitted_by for change in told)


def said(case, told):
    """A case for people who read why the test failed."""
    lines = [
        f"    {change.kind.value}: {change.original and change.original.text!r} ->"
        f" {change.page and change.page.text!r} {sorted(each.value for each in change.permitted_by)} {change.note}"
        for change in told
    ]
    return "\n".join([f"{case.name} ({case.language})", *lines])


def confusion(wrong):
    """How often which class was told for which, and every wrong case."""
    counts = Counter(
        (case.name, ", ".join(sorted({change.kind.value for change in told})) or "nothing")
        for case, told in wrong
    )
    table = "\n".join(f"{count:4} {name}: told as {told}" for (name, told), count in counts.most_common())
    return "\n".join(["", table, *(said(*each) for each in wrong)])


def test_there_are_edits_of_every_class_in_every_language():
    made = Counter((case.name, case.language) for case, _ in found())
    assert sum(made.values()) >= 500
    assert {name for name, _ in made} == set(EDITS)
    assert {language for _, language in made} == set(LANGUAGES)


def test_the_class_is_right_in_97_of_100_cases():
    wrong = [(case, told) for case, told in found() if not is_right(case, told)]
    assert len(wrong) <= 0.03 * CASES, confusion(wrong)


def test_permitted_changes_are_accused_in_at_most_5_of_1000_cases():
    free = [each for each in found() if each[0].expected.permitted or not each[0].expected.kinds]
    accused = [each for each in free if is_accused(*each)]
    assert len(accused) <= 0.005 * len(free), confusion(accused)


def test_every_altered_quotation_is_found():
    altered = [each for each in found() if ChangeKind.QUOTATION in each[0].expected.kinds]
    missed = [
        (case, told)
        for case, told in altered
        if not any(change.kind is ChangeKind.QUOTATION and not change.permitted_by for change in told)
    ]
    assert altered
    assert not missed, confusion(missed)


def test_passages_are_the_texts_at_their_places():
    for case, told in found():
        page = read_text("page", case.page)
        original = read_text("original", case.original)
        for change in told:
            for passage, source in ((change.page, page), (change.original, original)):
                if passage is not None:
                    text = source.blocks[passage.block].text
                    assert text[passage.start : passage.end] == passage.text, said(case, told)
