"""The language of rule files: profiles, days, permissions, families."""

from datetime import date
from functools import partial

import pytest

from licheck.check import check_page
from licheck.errors import RuleSetError, UsageError
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.load import load

HEAD = """\
id: {id}
publisher:
  name: {name}
sources:
  - address: https://{id}.example/republish
    read: 2026-11-22
    seen: full
"""
PARENT = (
    HEAD.format(id="parent", name="The Parent Press")
    + """\
licence: CC-BY-4.0
credits: ['First published by {publisher}']
requirements:
  - byline:
  - credit_line:
  - logo:
"""
)


def base(name):
    if name == "parent":
        return load("parent.yaml", PARENT, kinds())
    raise UsageError("there is no such rule set")


def child(more):
    return load("child.yaml", HEAD.format(id="child", name="The Child Press") + more, kinds(), base=base)


def faults(text, **options):
    with pytest.raises(RuleSetError) as error:
        load("x.yaml", text, kinds(), **options)
    return [str(fault) for fault in error.value.faults]


def test_a_rule_set_takes_over_what_it_does_not_say_itself():
    found = child("extends: parent\n")
    assert [one.id for one in found.requirements] == ["byline", "credit_line", "logo"]
    assert (found.id, found.publisher.name, found.licence) == ("child", "The Child Press", "CC-BY-4.0")
    assert found.credits == ("First published by {publisher}",)


def test_its_own_requirement_stands_in_the_place_of_the_other_of_that_id():
    found = child(
        "extends: parent\nwithout: [logo]\nrequirements:\n  - credit_line: {exactly: true}\n  - link_back:\n"
    )
    assert [one.id for one in found.requirements] == ["byline", "credit_line", "link_back"]
    assert found.requirements[1].exactly


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("extends: nobody\n", "8:10: cannot extend `nobody`: there is no such rule set"),
        (
            "extends: parent\nwithout: [lgo]\n",
            "9:11: `parent` has no requirement `lgo`: did you mean `logo`?",
        ),
        ("extends: ../secret\n", "8:10: `extends` must be small letters, digits, - and _"),
        ("without: [logo]\nrequirements:\n  - byline:\n", "`without` takes requirements out of the rule set"),
        ("licence: free\n", "the rule file lacks the key `requirements`"),
    ],
)
def test_what_cannot_be_extended_is_told_with_its_place(more, told):
    found = faults(HEAD.format(id="child", name="The Child Press") + more, base=base)
    assert any(told in fault for fault in found), found


def two(first, second):
    return PARENT.replace(
        "  - byline:\n  - credit_line:\n  - logo:\n", f"  - byline: {first}\n  - byline: {second}\n"
    )


def test_one_requirement_can_have_two_versions_at_different_times():
    found = load("x.yaml", two("{valid_until: 2019-07-31}", "{valid_from: 2019-08-01}"), kinds())
    assert [one.id for one in found.requirements] == ["byline", "byline"]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("{valid_until: 2019-08-01}", "{valid_from: 2019-08-01}", "or days that do not overlap"),
        ("{valid_until: 2019-08-01}", "{what: x}", "or days that do not overlap"),
        ("{valid_from: 2020-01-02, valid_until: 2020-01-01}", "{id: other}", "is after `valid_until`"),
        ("{profile: partners}", "{id: other}", "`partners` is none of the `profiles`"),
    ],
)
def test_days_and_profiles_that_contradict_are_told(first, second, told):
    assert any(told in fault for fault in faults(two(first, second)))


PAGE = """\
<html lang="en"><head><title>A door</title>{head}</head><body><article><h1>A door</h1>{top}
<p>The bakery on Mill Street opened an hour late on Monday, because its door had been taken to the smith and nobody
had thought of bringing it back before the weekend.</p>
<p>Customers waited in the rain on their own chairs. The smith, who was among them, went home to fetch the door and
was given the first loaf of the day in return.</p></article></body></html>"""


def verdicts(rules, head="", top="", **options):
    page = read("page.html", PAGE.format(head=head, top=top).encode())
    report = check_page(page, [load("x.yaml", rules, kinds())], chosen_by="its name", **options)
    return [(finding.requirement, finding.verdict.value) for finding in report.findings]


DAY = '<meta property="article:published_time" content="{}T08:00:00Z">'
TWO_TIMES = two("{valid_until: 2019-07-31}", "{id: later, valid_from: 2019-08-01}")


@pytest.mark.parametrize(
    ("head", "first", "later"),
    [
        pytest.param(DAY.format("2019-07-31"), "failed", "inapplicable", id="the last day"),
        pytest.param(DAY.format("2019-08-01"), "inapplicable", "failed", id="the first day"),
        pytest.param("", "inapplicable", "failed", id="no day: that of the check"),
    ],
)
def test_what_holds_depends_on_the_day_of_publication(head, first, later):
    found = dict(verdicts(TWO_TIMES, head, today=date(2026, 11, 22)))
    assert found == {"byline": first, "later": later}


def test_without_any_day_there_is_no_telling():
    assert {verdict for _, verdict in verdicts(TWO_TIMES)} == {"cant-tell"}


PROFILES = PARENT.replace(
    "requirements:\n  - byline:\n  - credit_line:\n  - logo:\n",
    """\
profiles: {partners: those with a contract}
requirements:
  - byline:
  - logo: {profile: partners}
  - credit_line: {profile: public}
""",
)


@pytest.mark.parametrize(
    ("profile", "asked"),
    [
        ("", ["byline", "credit_line"]),
        ("partners", ["byline", "logo"]),
        ("strangers", ["byline", "credit_line"]),
    ],
)
def test_partners_have_other_rules_than_the_public(profile, asked):
    assert [name for name, _ in verdicts(PROFILES, profile=profile)] == asked


def test_what_may_be_is_not_judged_and_no_edit_goes_by_it():
    original = read("original.html", PAGE.format(head="", top="<p>By Jo Fell</p>").encode())
    rules = PARENT.replace("  - byline:\n  - credit_line:\n  - logo:\n", "  - no_edit:\n")
    changed = read(
        "page.html", original.source.replace("<h1>A door", "<h1>Bakery opens without its").encode()
    )
    judge = partial(check_page, changed, original=original, chosen_by="its name")
    strict = judge([load("x.yaml", rules, kinds())])
    assert [finding.verdict.value for finding in strict.findings] == ["failed"]
    free = judge([load("x.yaml", rules + "  - headline: {level: may}\n", kinds())])
    assert [(one.requirement, one.verdict.value) for one in free.findings] == [("no_edit", "passed")]
