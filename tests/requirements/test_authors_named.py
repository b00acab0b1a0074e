"""A wording with `{authors}` in it holds the writers' names, where somebody said who they are."""

import pytest
from invented import ADDRESS, Given, html, judged

WORDING = "wording:\n  en:\n    - This story by {authors} was first published by {publisher}.\n"
BY = "<p>By Marta Quill and Oren Fell</p>"
ORIGINAL = html(BY, head=f'<link rel="canonical" href="{ADDRESS}">')


def line(names: str) -> str:
    return f"<p>This story by {names} was first published by §Harbour News Service.</p>".replace("§", "")


RIGHT = [
    "Marta Quill and Oren Fell",
    "Oren Fell, Marta Quill",
    "MARTA QUILL &amp; OREN FELL",
    "M. Quill and Oren Fell",
    "<a href='/quill'>Marta Quill</a> and <em>Oren Fell</em>",
    "Marta Quill, with Oren Fell of HNS,",
]
WRONG = [
    ("Milo Quist", "names 'Milo Quist' in place of Marta Quill and Oren Fell"),
    ("Marta Quill", "names 'Marta Quill' in place of Oren Fell"),
    ("our newsroom", "names 'our newsroom' in place of Marta Quill and Oren Fell"),
    ("Marta Qwill and Oren Fell", "names 'Marta Qwill and Oren Fell' in place of Marta Quill"),
]
KINDS = ["credit_line", "promo_text"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("exactly", ["", "exactly: true"])
@pytest.mark.parametrize("names", RIGHT)
def test_the_writers_may_stand_in_any_order_and_form(kind: str, exactly: str, names: str) -> None:
    finding = judged(kind, Given(html(line(names)), WORDING + exactly, original=ORIGINAL))
    assert finding.verdict.value == "passed", finding


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("exactly", ["", "exactly: true"])
@pytest.mark.parametrize(("names", "note"), WRONG)
def test_another_name_is_a_near_miss(kind: str, exactly: str, names: str, note: str) -> None:
    finding = judged(kind, Given(html(line(names)), WORDING + exactly, original=ORIGINAL))
    assert finding.verdict.value == "failed", finding
    assert finding.reason.endswith(f"{note}.")
    assert (finding.evidence[0].note, finding.evidence[0].counts, finding.evidence[0].line) == (
        note,
        False,
        8,
    )


def test_the_names_may_come_from_an_option() -> None:
    given = Given(html(line("Milo Quist")), WORDING, original="", people=("Marta Quill",))
    assert judged("credit_line", given).verdict.value == "failed"
    given = Given(html(line("Marta Quill")), WORDING, original="", people=("Marta Quill",))
    assert judged("credit_line", given).verdict.value == "passed"


@pytest.mark.parametrize(("names", "verdict"), [("Xuyo Quarrell", "passed"), ("our newsroom", "failed")])
def test_where_nobody_is_known_something_like_a_name_will_do(names: str, verdict: str) -> None:
    given = Given(html(line(names)), f"{WORDING}exactly: true", original="")
    assert judged("credit_line", given).verdict.value == verdict


def test_a_credit_that_names_no_writer_is_a_credit_where_the_wording_is_an_example() -> None:
    page = html("<p>This story was first published by Harbour News Service.</p>")
    assert judged("credit_line", Given(page, WORDING, original=ORIGINAL)).verdict.value == "passed"


def test_another_line_that_names_the_writers_will_do() -> None:
    page = html(line("Milo Quist"), bottom=line("Marta Quill and Oren Fell"))
    assert judged("credit_line", Given(page, WORDING, original=ORIGINAL)).verdict.value == "passed"


def test_another_wording_without_the_writers_will_do() -> None:
    wording = "wording:\n  en:\n    - by {authors}, {publisher}\n    - From {publisher}\nexactly: true\n"
    page = html("<p>By Milo Quist, Harbour News Service</p>")
    assert judged("credit_line", Given(page, wording, original=ORIGINAL)).verdict.value == "failed"
    page = html("<p>From Harbour News Service</p>")
    assert judged("credit_line", Given(page, wording, original=ORIGINAL)).verdict.value == "passed"


def test_names_at_the_edges_of_a_wording() -> None:
    for wording in ("'{authors} wrote this for {publisher}.'", "'{publisher} had this from {authors}'"):
        options = f"exactly: true\nwording:\n  en:\n    - {wording}\n"
        said = wording.strip("'").replace("{publisher}", "Harbour News Service")
        for names, verdict in (("Oren Fell and Marta Quill", "passed"), ("Milo Quist", "failed")):
            page = html(f"<p>It rained. {said.replace('{authors}', names)}</p>")
            found = judged("credit_line", Given(page, options, original=ORIGINAL))
            assert found.verdict.value == verdict, found


def test_a_placeholder_is_told_as_one() -> None:
    finding = judged("credit_line", Given(html(line("[author]")), WORDING, original=ORIGINAL))
    assert finding.reason == "The credit line still holds a placeholder."
