"""What no machine can see is asked in the report, and neither passed nor failed."""

import pytest
from invented import Given, html, read_page, rule_set

from licheck.check import check_page
from licheck.requirements import kinds
from licheck.requirements.for_a_person import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_the_question_stands_in_the_report_and_no_finding_does(kind):
    report = check_page(read_page(Given(html())), [rule_set(kind, "what: As agreed.")], chosen_by="the test")
    assert report.findings == ()
    assert report.rule_sets[0].for_a_person == (KINDS[kind][1],)


def test_a_rule_file_may_ask_in_its_own_words():
    own = rule_set("notify", "ask: Was the desk told by telephone?")
    report = check_page(read_page(Given(html())), [own], chosen_by="the test")
    assert report.rule_sets[0].for_a_person == ("Was the desk told by telephone?",)


def test_all_kinds_are_named_in_order_and_found_by_their_names():
    names = list(kinds())
    assert names == sorted(names)
    assert len(kinds()) == len(names) == len(set(names))
    assert all(kinds()[name].kind == name for name in names)
    with pytest.raises(KeyError):
        kinds()["no_such_kind"]
