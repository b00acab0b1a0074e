"""The configuration, found from the checked file."""

import json
import os
from functools import partial

import pytest
from commandline import FAILING, RULES, run
from newsdesk import COMMENT, DAY, WAIVER, commit, newsroom, put


@pytest.fixture
def desk(tmp_path):
    return newsroom(tmp_path / "site")


def verdicts(ended):
    return {page["path"]: page["verdict"] for page in ended.report["pages"]}


def test_without_a_name_the_republications_below_this_folder_are_checked(desk, licheck):
    ended = licheck("check", "--format", "json")
    assert verdicts(ended) == {"stories/failing.html": "failed", "stories/deep/passing.html": "passed"}
    assert ended.code == 1
    deep = run("check", "--format", "json", cwd=desk / "stories" / "deep")
    assert verdicts(deep) == {"passing.html": "passed"}


def test_a_new_site_without_a_page_has_nothing_to_check_and_its_configuration_is_not_blamed(tmp_path):
    put(tmp_path / "licheck.yaml", "republications: {front_matter: [licheck.publisher]}\n")
    ended = run("check", cwd=tmp_path)
    assert ended.text.startswith("Nothing was checked: no page was read.")
    assert ended.code == 3


def test_a_folder_is_the_republications_in_it(licheck):
    assert verdicts(licheck("check", "stories/deep", "--format", "json")) == {
        "stories/deep/passing.html": "passed"
    }


def test_the_configuration_is_found_from_the_file_and_not_from_where_one_stands(desk, tmp_path):
    ended = run("check", "site/stories/failing.html", "--format", "json", cwd=tmp_path)
    (page,) = ended.report["pages"]
    assert page["rule_sets"][0]["chosen_by"] == "site/licheck.yaml:3 (rules)"
    assert ended.code == 1


def test_the_nearest_configuration_counts(desk, licheck):
    put(desk / "stories" / "deep" / "licheck.yaml", "fail_on: should\n")
    shown = licheck("config", "show", "stories/deep/passing.html", "--format", "json").report
    assert shown[0]["configuration"] == "stories/deep/licheck.yaml"


def test_nothing_above_the_root_of_a_repository_counts(desk, tmp_path):
    put(tmp_path / "licheck.yaml", "fail_on: cant-tell\n")
    (desk / "licheck.yaml").unlink()
    commit(desk)
    assert "configuration: none" in run("config", "show", "own.html", cwd=desk).text
    assert "configuration: ../licheck.yaml" in run("config", "show", "../x.html", cwd=desk).text


def test_a_page_that_is_no_republication_is_not_judged_and_the_report_says_so(licheck):
    ended = licheck("check", "own.html", "--format", "json")
    (page,) = ended.report["pages"]
    assert (page["verdict"], page["reason"]) == (
        "inapplicable",
        "licheck.yaml:1 does not count it among the republications.",
    )


def test_rules_on_the_command_line_win_and_judge_every_page(licheck):
    ended = licheck("check", "own.html", "--rules", "rules/harbour.yaml", "--format", "json")
    assert ended.report["pages"][0]["rule_sets"][0]["chosen_by"] == "you (--rules)"


def test_without_the_configuration_nothing_of_it_counts(licheck):
    ended = licheck("check", "stories/failing.html", "--no-config", "--format", "json")
    assert ended.report["pages"][0]["rule_sets"] == []


def test_a_configuration_can_be_named(desk, licheck):
    put(desk / "other.yaml", "republications: [nothing]\n")
    ended = licheck("check", "stories/failing.html", "--config", "other.yaml", "--format", "json")
    assert ended.report["pages"][0]["reason"].startswith("other.yaml:1 does not count it")


FRONT = "---\ntitle: The gate\nsyndicated_from: harbour\n---\n\nThe gate was opened by hand.\n"


def test_a_key_of_front_matter_makes_a_republication(desk, licheck):
    put(
        desk / "licheck.yaml",
        "republications: {front_matter: [syndicated_from]}\nrules: [rules/harbour.yaml]\n",
    )
    put(desk / "a.md", FRONT)
    put(desk / "b.md", "The syndicated_from of a page is a key.\n")
    assert verdicts(licheck("check", "--format", "json")) == {"a.md": "failed", "b.md": "inapplicable"}


def test_a_republication_of_nobody_we_know_is_a_doubt(desk, licheck):
    put(desk / "licheck.yaml", "republications: [stories/**]\nfail_on: cant-tell\n")
    ended = licheck("check", "stories/failing.html", "--format", "json")
    assert verdicts(ended) == {"stories/failing.html": "cant-tell"}
    assert "licheck.yaml:1 (stories/**) says that it is a republication" in ended.report["pages"][0]["reason"]
    assert ended.code == 1


SHOULD = RULES.replace("  - credit_line:\n", "  - credit_line:\n      level: should\n")


@pytest.mark.parametrize(
    ("config", "options", "code"),
    [
        pytest.param("", (), 0, id="a should fails nothing"),
        pytest.param("fail_on: should\n", (), 1, id="unless the configuration says so"),
        pytest.param("", ("--fail-on", "should"), 1, id="or an option"),
        pytest.param("fail_on: should\n", ("--fail-on", "must"), 0, id="which wins"),
    ],
)
def test_what_counts_as_failure_can_be_told(desk, licheck, config, options, code):
    put(desk / "rules" / "harbour.yaml", SHOULD)
    with (desk / "licheck.yaml").open("a") as file:
        file.write(config)
    assert licheck("check", *options).code == code


def test_reports_can_be_configured_and_an_option_wins(desk, licheck):
    with (desk / "licheck.yaml").open("a") as file:
        file.write("report: ['json:out/report.json', csv]\n")
    (desk / "out").mkdir()
    ended = licheck("check", "stories/deep")
    assert ended.text.lstrip("\ufeff").startswith("page,line,column")
    assert json.loads((desk / "out" / "report.json").read_text())["summary"]["pages"] == 1
    assert licheck("check", "stories/deep", "--format", "json").report["summary"]["pages"] == 1


def test_config_show_tells_where_each_value_comes_from(desk, licheck):
    put(desk / "base.yaml", "medium: print\nprofile: nonprofit\n")
    put(desk / "licheck.yaml", "extends: base.yaml\nprofile: public\n")
    shown = licheck("config", "show", "own.html", "--fail-on", "should", "--format", "json").report[0]
    told = {row["key"]: (row["value"], row["from"]) for row in shown["settings"]}
    assert told["medium"] == ("print", "base.yaml:1")
    assert told["profile"] == ("public", "licheck.yaml:2")
    assert told["fail_on"] == ("should", "option --fail-on")
    assert told["rules"] == ([], "default")
    assert "medium" in licheck("config", "show", "own.html").text


def test_config_show_tells_what_the_front_matter_says(desk, licheck):
    put(desk / "stories" / "a.md", "---\nlicheck:\n  publisher: Harbour Lane News\n---\n\nText.\n" + COMMENT)
    shown = licheck("config", "show", "stories/a.md", "--format", "json").report[0]
    told = {row["key"]: (row["value"], row["from"]) for row in shown["settings"]}
    assert told["licheck.publisher"] == ("Harbour Lane News", "stories/a.md:3")
    assert told["waiver"] == ("credit_line until 2027-01-31", "stories/a.md:7")


WRONG = [
    pytest.param("fail_no: must\n", "licheck.yaml:1:1: `fail_no` is no key", id="unknown key"),
    pytest.param(
        "extends: nowhere.yaml\n",
        "licheck.yaml:1:1: `extends`: there is no file nowhere.yaml",
        id="extends",
    ),
    pytest.param(
        "extends: licheck.yaml\n", "licheck.yaml:1:1: this configuration extends itself", id="circle"
    ),
    pytest.param("extends: ../../x.yaml\n", "this leads out of site: a", id="out of the folder"),
    pytest.param("rules: [../../x.yaml]\n", "this leads out of", id="rules out of the folder"),
    pytest.param("original: /etc/passwd\n", "write a path that begins at this file's folder", id="absolute"),
    pytest.param(
        "rules: [nowhere]\n",
        "licheck.yaml:1:9: `rules`: there is no rule set of this name",
        id="no such rule set",
    ),
    pytest.param(
        "report: [nosuch]\nfail_on: must\n",
        "licheck.yaml:1:10: `report`: there is no format nosuch",
        id="format",
    ),
    pytest.param("baseline: nowhere.json\n", "write it with `licheck baseline write`", id="no such baseline"),
]


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_a_configuration_with_faults_ends_with_2_and_a_sentence(desk, licheck, text, says):
    put(desk / "licheck.yaml", text)
    ended = licheck("check", "own.html")
    assert (ended.code, says in ended.err) == (2, True)
    assert "Traceback" not in ended.err


def test_an_id_that_no_rule_set_has_is_told_together_with_the_other_faults(desk, licheck):
    put(desk / "licheck.yaml", "rules: [dcnff]\nfail_on: maybe\nsections:\n- {files: [a.md], rules: [own]}\n")
    told = licheck("check", "own.html").err.splitlines()
    assert [line.partition(" ")[0] for line in told[:3]] == [
        "licheck.yaml:1:9:", "licheck.yaml:2:10:", "licheck.yaml:4:27:",
    ]  # fmt: skip
    assert "did you mean dcnf?" in told[0]
    assert "by its path, such as rules/own.yaml" in told[2]


def test_a_link_that_leads_out_of_the_repository_is_refused(desk, licheck, tmp_path):
    put(tmp_path / "secret.yaml", "fail_on: must\n")
    (desk / "linked.yaml").symlink_to(tmp_path / "secret.yaml")
    put(desk / "licheck.yaml", "extends: linked.yaml\n")
    ended = licheck("check", "own.html")
    assert (ended.code, "this leads out of" in ended.err) == (2, True)


def test_a_page_may_name_its_own_original_inside_the_repository_only(desk, licheck, tmp_path):
    put(desk / "originals" / "gate.html", FAILING)
    put(tmp_path / "gate.html", FAILING)
    front = "---\nlicheck:\n  original: {}\n---\n\n"
    body = "By Wenna Tolliver\n\nThe tide gate at the end of Mill Street was opened by hand on Tuesday.\n"
    put(desk / "stories" / "a.md", front.format("../originals/gate.html") + body)
    put(desk / "stories" / "b.md", front.format("../../gate.html") + body)
    page = licheck("check", "stories/a.md", "--format", "json").report["pages"][0]
    assert (page["original"], page["original_from"]) == (
        "originals/gate.html",
        "the page's own front matter (licheck: original)",
    )
    refused = licheck("check", "stories/b.md")
    assert (refused.code, "must name a file inside" in refused.err) == (3, True)
    left = licheck("check", "stories/b.md", "--no-config", "--format", "json").report["pages"][0]
    assert left["original"] is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_configuration_that_may_not_be_read_is_told(desk, licheck):
    (desk / "licheck.yaml").chmod(0)
    ended = licheck("check", "own.html")
    assert (ended.code, "may not be read" in ended.err) == (2, True)


def test_the_day_can_be_set_and_nonsense_is_told(desk, licheck):
    with (desk / "licheck.yaml").open("a") as file:
        file.write(WAIVER.format(path="stories/failing.html", until="2026-11-22"))
    licheck = partial(run, "check", cwd=desk)
    assert licheck(env=DAY).code == 0
    assert licheck(env={"SOURCE_DATE_EPOCH": "1795392000"}).code == 2  # a day later
    wrong = licheck(env={"SOURCE_DATE_EPOCH": "tomorrow"})
    assert (wrong.code, "SOURCE_DATE_EPOCH must be a number" in wrong.err) == (2, True)
