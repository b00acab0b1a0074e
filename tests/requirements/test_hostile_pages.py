"""No page keeps a kind busy: what is long, or says the same ten thousand times, is read in linear time."""

import time
from textwrap import indent

import pytest
from invented import ADDRESS, RULES, html
from test_wording import MUST_SAY

from licheck.check import check_page
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.load import load

MOST = 10.0  # seconds of processor time for one page before all kinds; usual is 1
LINES = (
    "Correction: This story was supported by a grant; sign up now. Marta Quill is number 1.",
    f'<a href="{ADDRESS}/x">Read more</a> creativecommons.org/licenses/by/4.0 accessed 22 November 2026',
    "© 2026 Harbour News Service, translated by nobody. Photo: Ada Finch/HNS",
)
ORIGINAL = html("<p>By Marta Quill</p>", bottom="".join(f"<p>{line}</p>" for line in LINES * 3))
PAGES = [
    pytest.param(html(bottom="".join(f"<p>{line}</p>" for line in LINES * 700)), id="thousands of lines"),
    pytest.param(
        html(bottom="".join(f"<p>{token * 40_000}</p>" for token in ("Aé", "A/", "Photo: ", "(", "a b "))),
        id="lines without an end",
    ),
    pytest.param(html(head='<!-- "isAccessibleForFree": false -->' * 5_000), id="data without an end"),
    pytest.param(
        html(
            bottom="".join(
                f'<figure><img src="{n}-door.jpg" alt="A door of the town"><figcaption>Photo: Ada Finch/HNS</figcaption></figure>'
                for n in range(1_000)
            )
        ),
        id="a thousand pictures",
    ),
]


@pytest.mark.parametrize("page", PAGES)
def test_a_long_page_is_judged_in_linear_time(page: str) -> None:
    asked = "".join(f"  - {kind}:\n{indent(MUST_SAY.get(kind, ''), '      ')}\n" for kind in kinds())
    rules = load("harbour.yaml", RULES + asked, kinds())
    begin = time.process_time()
    report = check_page(
        read("page.html", page.encode()),
        [rules],
        original=read("original.html", ORIGINAL.encode()),
        chosen_by="the test",
    )
    assert time.process_time() - begin < MOST
    assert len(report.findings) == len(rules.judged)
