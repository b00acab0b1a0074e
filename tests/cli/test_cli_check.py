"""`licheck check`: what its options do, and what the process ends with."""

import json

import pytest

CHECK = ("check", "--rules", "harbour.yaml")

EXIT_CODES = [
    pytest.param(("passing.html",), 0, id="nothing failed"),
    pytest.param(("failing.html",), 1, id="a must failed"),
    pytest.param(("passing.html", "failing.html"), 1, id="one of two failed"),
    pytest.param(("nowhere.html",), 3, id="nothing was checked"),
    pytest.param(("nowhere.html", "passing.html"), 3, id="one could not be read"),
    pytest.param(("nowhere.html", "failing.html"), 3, id="the highest wins over a failure"),
    pytest.param(("passing.html", "--rules", "nowhere.yaml"), 2, id="a rule file that is not there"),
    pytest.param(("failing.html", "--rules", "nowhere.yaml"), 2, id="wrong use wins over a failure"),
    pytest.param(("nowhere.html", "--rules", "nowhere.yaml"), 3, id="work not done wins over wrong use"),
    pytest.param(("passing.html", "--original", "nowhere.html"), 3, id="an original that is not there"),
    pytest.param(("passing.html", "--quiet"), 0, id="quiet, nothing failed"),
    pytest.param(("failing.html", "--quiet"), 1, id="quiet, a must failed"),
]


@pytest.mark.parametrize(("arguments", "code"), EXIT_CODES)
def test_the_exit_code_tells_the_worst_that_happened(licheck, arguments, code):
    assert licheck(*CHECK, *arguments).code == code


def test_without_rules_a_page_that_republishes_nobody_we_know_was_checked_and_is_no_failure(licheck):
    ended = licheck("check", "failing.html", "--format", "json")
    assert (ended.code, ended.report["pages"][0]["verdict"]) == (0, "inapplicable")


def test_the_report_has_the_order_of_the_arguments_and_a_page_named_twice_twice(licheck, desk):
    names = ["failing.html", "passing.html", "failing.html"]
    assert licheck(*CHECK, *names, "--format", "json").paths == names


def test_options_may_stand_anywhere_among_the_pages(licheck):
    ended = licheck(
        "check", "failing.html", "--rules", "harbour.yaml", "passing.html", "--format=json", "failing.html"
    )
    assert ended.paths == ["failing.html", "passing.html", "failing.html"]


def test_behind_two_dashes_everything_is_a_page(licheck, desk):
    (desk / "--format").write_text("Some words.\n")
    (desk / "-x.txt").write_text("Some words.\n")
    assert licheck("check", "--format", "json", "--", "--format", "-x.txt").paths == ["--format", "-x.txt"]


def test_a_dash_is_standard_input_however_often_it_is_named(licheck, desk):
    page = (desk / "failing.html").read_bytes()
    ended = licheck(*CHECK, "-", "passing.html", "-", "--format", "json", stdin=page)
    verdicts = [(page["path"], page["verdict"]) for page in ended.report["pages"]]
    assert verdicts == [("-", "failed"), ("passing.html", "passed"), ("-", "failed")]


def test_the_original_may_come_from_standard_input(licheck, desk):
    page = (desk / "passing.html").read_bytes()
    ended = licheck(*CHECK, "failing.html", "--original", "-", "--format", "json", stdin=page)
    assert ended.report["pages"][0]["original"] == "-"


def test_rules_named_by_the_user_apply_to_every_page_and_the_report_says_who_chose_them(licheck):
    page = licheck(*CHECK, "failing.html", "--format", "json").report["pages"][0]
    assert [(chosen["id"], chosen["chosen_by"]) for chosen in page["rule_sets"]] == [
        ("harbour", "you (--rules)")
    ]


def test_a_rule_set_named_twice_is_applied_once(licheck):
    page = licheck(*CHECK, *CHECK[1:], "failing.html", "--format", "json").report["pages"][0]
    assert [chosen["id"] for chosen in page["rule_sets"]] == ["harbour"]


def test_a_rule_set_that_comes_with_licheck_is_named_by_its_id(licheck):
    page = licheck("check", "failing.html", "--rules", "dcnf", "--format", "json").report["pages"][0]
    assert [chosen["id"] for chosen in page["rule_sets"]] == ["dcnf"]


def test_authors_are_looked_for_and_the_report_says_who_named_them(licheck):
    page = licheck(
        *CHECK, "passing.html", "--author", " Wenna  Tolliver ", "--author", "Bo Ek", "--format", "json"
    )
    assert page.report["pages"][0]["people"] == ["Wenna Tolliver", "Bo Ek"]
    assert page.report["pages"][0]["people_from"] == "--author"


def test_as_forces_the_format_of_a_page(licheck):
    ended = licheck("check", "passing.html", "--as", "text", "--format", "json")
    assert ended.report["pages"][0]["format"] == "text"


def test_quiet_prints_no_report_but_says_errors(licheck):
    ended = licheck(*CHECK, "failing.html", "nowhere.html", "--quiet")
    assert (ended.out, ended.err) == (b"", "nowhere.html: there is no such file\n")


def test_quiet_still_writes_the_file(licheck, desk):
    licheck(*CHECK, "failing.html", "--quiet", "--output", "report.json", "--format", "json")
    assert json.loads((desk / "report.json").read_bytes())["summary"]["failed"] == 1


def test_the_terminal_report_names_page_requirement_and_counts(licheck):
    text = licheck(*CHECK, "failing.html").text
    assert "failing.html" in text
    assert "credit_line (must)" in text
    assert text.splitlines()[-1] == "1 page: 0 passed, 1 failed, 0 cannot tell, 0 inapplicable; 0 errors"


def test_verbose_says_at_least_as_much(licheck):
    plain, full = (licheck(*CHECK, "passing.html", *more).text for more in ((), ("--verbose",)))
    assert len(full) >= len(plain) > 0


@pytest.mark.parametrize(("medium", "verdict"), [("print", "failed"), ("online", "inapplicable")])
def test_a_requirement_for_print_binds_in_print_only(licheck, desk, medium, verdict):
    rules = (desk / "harbour.yaml").read_text().replace("      what:", "      medium: print\n      what:")
    (desk / "print.yaml").write_text(rules)
    ended = licheck("check", "failing.html", "--rules", "print.yaml", "--medium", medium, "--format", "json")
    assert ended.report["pages"][0]["verdict"] == verdict
