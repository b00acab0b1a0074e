"""The rule sets that come with licheck, and their examples written out."""

from datetime import date

from licheck.edge.rule_files import stories, with_examples
from licheck.rulesets.index import Index, card
from licheck.rulesets.shipped import shipped
from licheck.trials.judging import bench_of

TODAY = date(2026, 11, 22)
RULE_SETS = [with_examples(path) for path in shipped()]
STORIES = stories(shipped()[0])


INDEX = Index([card(one) for one in RULE_SETS if not one.named_only])


def candidates(*pages):
    """The rule sets that can apply to one of some pages (None: no page): a quick look, held against all in test_index."""
    ids = {found for page in pages if page for found in INDEX.candidates(page)}
    return [one for one in RULE_SETS if one.id in ids]


def bench(rule_set, example):
    """An example, written out."""
    return bench_of(rule_set, example, STORIES, TODAY)


def page_of(rule_set, example):
    """The page of an example, and its original (None for none)."""
    written = bench(rule_set, example)
    return written.page(), written.original()
