"""Every example of every shipped rule set is judged as it says."""

from pathlib import Path

import pytest

from licheck.check import check_page
from licheck.model.ruleset import Example, RuleSet
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.load import decode, load
from licheck.rulesets.shipped import shipped

SUFFIX = {"html": ".html", "markdown": ".md", "text": ".txt"}


RULE_SETS = [load(path, decode(path, Path(path).read_bytes()), kinds()) for path in shipped()]
EXAMPLES = [
    pytest.param(rule_set, one, id=f"{rule_set.id}-{one.id}")
    for rule_set in RULE_SETS
    for one in rule_set.examples
]


def page(name: str, text: str, form: str):
    return read(name + SUFFIX[form], text.encode())


@pytest.mark.parametrize(("rule_set", "example"), EXAMPLES)
def test_an_example_is_judged_as_it_says(rule_set: RuleSet, example: Example):
    form = "html" if example.original.lstrip().startswith("<") else "text"
    report = check_page(
        page(example.id, example.page, example.format),
        [rule_set],
        original=page("original", example.original, form) if example.original else None,
        people=example.authors,
        people_from="the example" if example.authors else "",
    )
    judged = {finding.requirement: finding.verdict.value for finding in report.findings}
    reasons = "\n".join(f"{one.requirement}: {one.verdict.value}: {one.reason}" for one in report.findings)
    assert bool(report.rule_sets) == bool(example.expect), f"{example.says}\n{report.reason}"
    assert {name: judged.get(name) for name in example.expect} == dict(example.expect), (
        f"{example.says}\n{reasons}"
    )
    for name in judged.keys() - example.expect.keys():
        assert judged[name] in ("passed", "inapplicable"), f"{example.says}\n{reasons}"


@pytest.mark.parametrize(("rule_set", "example"), EXAMPLES)
def test_no_other_publisher_claims_an_example(rule_set: RuleSet, example: Example):
    others = [other for other in RULE_SETS if other.id != rule_set.id]
    assert check_page(page(example.id, example.page, example.format), others).rule_sets == ()
