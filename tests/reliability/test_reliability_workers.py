"""One file never costs another: what hangs, crashes or swallows memory is named, the others are judged."""

import os
import re
from functools import partial
from pathlib import Path

import pytest
from commandline import FAILING, PASSING, furnish, start

SABOTAGE = (str(Path(__file__).with_name("sabotage.py")),)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the saboteur is handed on by forking")


def spoilt(*deeds, page=PASSING):
    return page + "".join(f"<!-- SABOTAGE {deed} -->\n" for deed in deeds)


HURRIED = f"""
import runpy, sys
import licheck.edge.workers as workers
workers.QUICK, workers.ON_THE_CLOCK = {{}}
sys.argv[0] = {SABOTAGE[0]!r}
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def hurried(quick, on_the_clock):
    """The saboteur in a licheck that gives a file so many seconds of a processor, and so many times as long by the clock."""
    return ("-c", HURRIED.format((quick, on_the_clock)))


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """One run over a page for each deed, with a good page behind each."""
    desk = furnish(tmp_path_factory.mktemp("desk"))
    names = []
    for deed, _ in DEEDS:
        (desk / f"{deed}.html").write_text(spoilt(deed))
        (desk / f"after-{deed}.html").write_text(FAILING)
        names += [f"{deed}.html", f"after-{deed}.html"]
    arguments = ("check", "--rules", "harbour.yaml", "--format", "json", *names)
    return names, start(*arguments, cwd=desk, program=hurried(2, 4))


DEEDS = [
    ("hang", "took longer than 2 seconds"),
    ("crash", "SIGSEGV"),
    ("leave", "exit code 5"),
    ("swallow_memory", "1 GiB"),
    ("overflow", "RecursionError"),
    ("mistake", "ZeroDivisionError"),
    ("chatter", None),
    ("read_standard_input", None),
]


@pytest.mark.parametrize(("deed", "says"), [pytest.param(*case, id=case[0]) for case in DEEDS])
def test_a_page_that_breaks_its_worker_is_named_with_what_happened_to_it(ended, deed, says):
    name = f"{deed}.html"
    if says is None:
        assert name in ended[1].paths
    else:
        assert says in ended[1].errors[name]


def test_every_other_page_is_judged(ended):
    assert [path for path in ended[1].paths if path.startswith("after-")] == [
        name for name in ended[0] if name.startswith("after-")
    ]


def test_every_input_is_accounted_for_in_the_order_of_the_arguments(ended):
    names, end = ended
    assert sorted([*end.paths, *end.errors]) == sorted(names)
    assert end.paths == [name for name in names if name in end.paths]
    assert [*end.errors] == [name for name in names if name in end.errors]


def test_what_a_page_has_a_worker_print_goes_nowhere(ended):
    assert b"NOISE" not in ended[1].out
    assert "NOISE" not in ended[1].err


def test_no_process_is_left_behind(ended):
    assert ended[1].err.splitlines()[-1] == "children left: 0"


def test_nobody_sees_a_traceback(ended):
    assert "Traceback" not in ended[1].err + ended[1].text


@pytest.mark.parametrize(
    ("deed", "limits"),
    [
        pytest.param("hang", (1, 600), id="of a processor, whatever the clock says"),
        pytest.param("wait_for_ever", (1, 2), id="by the clock, for what does nothing at all"),
    ],
)
def test_time_is_counted(desk, deed, limits):
    (desk / "bad.html").write_text(spoilt(deed))
    arguments = ("check", "--rules", "harbour.yaml", "bad.html", "failing.html")
    end = start(*arguments, cwd=desk, program=hurried(*limits))
    assert "bad.html: took longer than 1 seconds and was stopped" in end.err
    assert "failing.html" in end.text
    assert "children left: 0" in end.err


def test_a_file_of_ordinary_size_takes_no_more_than_five_seconds_of_a_processor(desk):
    (desk / "hang.html").write_text(spoilt("hang"))
    ended = start("check", "hang.html", cwd=desk, program=SABOTAGE)
    assert (ended.code, ended.spent < 5) == (3, True)


def test_a_fault_of_our_own_is_admitted_with_its_place_and_whom_to_tell(ended):
    says = ended[1].errors["mistake.html"]
    assert re.search(r"licheck itself is at fault here \(ZeroDivisionError in \S+ line \d+\)", says)
    assert "report" in says


def test_whoever_asks_for_it_sees_the_traceback_of_a_fault_of_our_own(desk):
    (desk / "mistake.html").write_text(spoilt("mistake"))
    ended = start("check", "mistake.html", cwd=desk, program=SABOTAGE, env={"LICHECK_DEBUG": "1"})
    assert "ZeroDivisionError: a mistake of our own" in ended.err
    assert "Traceback" not in ended.text


def test_many_pages_are_shared_among_processes_and_reported_in_order(desk):
    names = [f"page-{number}.html" for number in range(24)]
    for number, name in enumerate(names):
        deeds = {3: ["dawdle"], 4: ["crash"], 10: ["dawdle", "dawdle"], 17: ["mistake"]}.get(number, [])
        (desk / name).write_text(spoilt(*deeds, page=FAILING if number % 2 else PASSING))
    check = partial(
        start, "check", *names, "--rules", "harbour.yaml", "--format", "json", cwd=desk, program=SABOTAGE
    )
    first, second = check(), check()
    assert first.out == second.out
    assert first.paths == [name for name in names if name not in ("page-4.html", "page-17.html")]
    assert [*first.errors] == ["page-4.html", "page-17.html"]
    assert "children left: 0" in first.err


@pytest.mark.parametrize("deed", ["crash", "swallow_memory", "mistake"])
def test_an_original_that_breaks_its_worker_is_named_and_nothing_is_held_against_it(desk, deed):
    (desk / "original.html").write_text(spoilt(deed))
    arguments = ("passing.html", "failing.html", "--original", "original.html", "--format", "json")
    ended = start("check", *arguments, cwd=desk, program=SABOTAGE)
    assert (ended.code, ended.paths) == (3, [])
    assert "cannot be used as the original (--original)" in ended.errors["original.html"]
    assert (
        ended.errors["passing.html"]
        == ended.errors["failing.html"]
        == "not checked: the original could not be read"
    )


@pytest.mark.parametrize("deed", ["hang", "crash", "swallow_memory", "leave"])
def test_a_rule_file_that_breaks_its_worker_is_named_and_the_others_apply(desk, deed):
    (desk / "broken.yaml").write_text(f"# SABOTAGE {deed}\n" + (desk / "harbour.yaml").read_text())
    arguments = ("failing.html", "--rules", "broken.yaml", "--rules", "harbour.yaml", "--format", "json")
    ended = start("check", *arguments, cwd=desk, program=hurried(2, 4))
    assert (ended.code, ended.paths, [*ended.errors]) == (2, ["failing.html"], ["broken.yaml"])
    assert ended.spent < 5
    assert ended.report["pages"][0]["verdict"] == "failed"
