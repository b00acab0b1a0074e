"""The rule sets that come with licheck, and their examples written out."""

from datetime import date

from licheck.check import check_page
from licheck.edge.rule_files import stories, with_examples
from licheck.model.requirement import Medium
from licheck.readers import read
from licheck.rulesets.examples import resolved, write_out
from licheck.rulesets.shipped import shipped

SUFFIX = {"html": ".html", "markdown": ".md", "text": ".txt"}
TODAY = date(2026, 11, 22)
RULE_SETS = [with_examples(path) for path in shipped()]
STORIES = stories(shipped()[0])


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
