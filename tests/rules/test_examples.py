"""Every example of every shipped rule set is judged as it says."""

import pytest
from shown import RULE_SETS, bench, candidates, page_of

from licheck.check import check_page
from licheck.model.finding import Verdict
from licheck.model.ruleset import Example, RuleSet

EXAMPLES = [
    pytest.param(rule_set, one, id=f"{rule_set.id}-{one.id}")
    for rule_set in RULE_SETS
    for one in rule_set.examples
]


@pytest.mark.parametrize(("rule_set", "example"), EXAMPLES)
def test_an_example_is_judged_as_it_says(rule_set: RuleSet, example: Example):
    report = bench(rule_set, example).judged()
    # Of two versions of a requirement, the one that holds on the page's day.
    found = sorted(report.findings, key=lambda finding: finding.verdict is not Verdict.INAPPLICABLE)
    verdicts = {finding.requirement: finding.verdict.value for finding in found}
    reasons = "\n".join(f"{one.requirement}: {one.verdict.value}: {one.reason}" for one in report.findings)
    assert bool(report.rule_sets) == bool(example.expect), f"{example.says}\n{report.reason}"
    assert {name: verdicts.get(name) for name in example.expect} == dict(example.expect), (
        f"{example.says}\n{reasons}"
    )
    for name in verdicts.keys() - example.expect.keys():
        assert verdicts[name] in ("passed", "inapplicable"), f"{example.says}\n{reasons}"


@pytest.mark.parametrize(("rule_set", "example"), EXAMPLES)
def test_no_other_publisher_claims_an_example(rule_set: RuleSet, example: Example):
    """But those named in `also`, which published the story with it, or say the same in other terms."""
    page, _ = page_of(rule_set, example)
    others = [other for other in candidates(page) if other.id != rule_set.id]
    assert {chosen.id for chosen in check_page(page, others).rule_sets} == set(example.also)
