"""The rule sets that come with licheck, and their examples written out."""

from datetime import date

from licheck.check import check_page
from licheck.edge.rule_files import stories, with_examples
from licheck.model.requirement import Medium
from licheck.readers import read
from licheck.rulesets.examples import resolved, write_out
from licheck.rulesets.index import Index, card
from licheck.rulesets.shipped import shipped

SUFFIX = {"html": ".html", "markdown": ".md", "text": ".txt"}
TODAY = date(2026, 11, 22)
RULE_SETS = [with_examples(path) for path in shipped()]
STORIES = stories(shipped()[0])


INDEX = Index([card(one) for one in RULE_SETS if not one.named_only])


def candidates(*pages):
    """The rule sets that can apply to one of some pages (None: no page): a quick look, held against all in test_index."""
    ids = {found for page in pages if page for found in INDEX.candidates(page)}
    return [one for one in RULE_SETS if one.id in ids]


def page_of(rule_set, example):
    """The page of an example, and its original (None for none)."""
    written = write_out(rule_set, example, STORIES)
    page = read(example.id + SUFFIX[written.format], written.page.encode())
    if not written.original:
        return page, None
    return page, read("original" + SUFFIX[written.original_format], written.original.encode())


def judged(rule_set, example):
    """The report on an example."""
    whole = resolved(rule_set, example)
    page, original = page_of(rule_set, example)
    return check_page(
        page,
        [rule_set],
        original=original,
        people=whole.authors,
        people_from="the example" if whole.authors else "",
        medium=Medium(whole.medium),
        profile=whole.profile,
        today=TODAY,
        # Nothing on a page tells that these apply: somebody names them.
        chosen_by="the example" if rule_set.named_only and example.expect else "",
    )
