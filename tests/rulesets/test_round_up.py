"""A round-up of several stories is not the publisher's whose byline stands amid it."""

import pytest

from licheck.check import check_page
from licheck.edge.rule_files import rule_set
from licheck.readers import read

BELL = """The bell of the school on Harbour Road was found on Tuesday in the garden of a former headmaster, who had forgotten that he
had borrowed it in 1987.

It rings again from next week on, after the clapper has been mended by the town's only clockmaker.
"""
BYLINE = "By Marta Quill, Daily Caller News Foundation"
BAKERY = """The bakery on Mill Street opened an hour late on Monday, because its door had been taken to the smith and nobody had thought
of bringing it back.

Customers waited in the rain on their own chairs for the better part of the morning, and the smith was among them.
"""
LEAD = "A door is missing, a smith is wanted, and the whole of Mill Street waits for its bread in the morning rain.\n"


@pytest.mark.parametrize("name", ["page.txt", "page.md"])
@pytest.mark.parametrize(
    ("parts", "chosen"),
    [
        pytest.param(("This weekend in brief", BELL, BYLINE, BAKERY), False, id="below another story"),
        pytest.param(("This weekend in brief", "By Oren Fell", BELL, BYLINE, BAKERY), False, id="below one with its own"),
        pytest.param(("Bakery waits for a door", BYLINE, BAKERY, BELL), True, id="at the top"),
        pytest.param(("Bakery waits for a door", LEAD, BYLINE, BAKERY), True, id="below a lead"),
    ],
)  # fmt: skip
def test_the_byline_of_one_of_several_stories(parts: tuple[str, ...], chosen: bool, name: str) -> None:
    rules = rule_set("rules/dcnf.yaml")
    report = check_page(read(name, "\n\n".join(parts).encode()), [rules])
    assert bool(report.rule_sets) is chosen
