"""`republisher` in a configuration: whose name stands in what is to be written, and whose canonical address it is."""

from functools import partial

import pytest
from commandline import FAILING, run
from newsdesk import DAY, HARBOUR, put

RULES = (
    HARBOUR
    + """\
  - republisher_disclosure:
      wording: {en: ["Additional reporting by {republisher}."]}
  - canonical:
"""
)
CONFIG = "rules: [harbour.yaml]\nrepublications: [page.html]\n"
NAMED = "republisher: {name: The Alder & Post, domains: [alderpost.example]}\n"
OWN = '<link rel="canonical" href="https://www.alderpost.example/tide-gate">'


@pytest.fixture
def desk(tmp_path):
    put(tmp_path / "harbour.yaml", RULES)
    put(tmp_path / "licheck.yaml", CONFIG + NAMED)
    put(tmp_path / "page.html", FAILING.replace("</head>", OWN + "</head>"))
    return tmp_path


@pytest.fixture
def licheck(desk):
    return partial(run, cwd=desk, env=DAY)


def finding(ended, requirement):
    (page,) = ended.report["pages"]
    (found,) = [one for one in page["findings"] if one["requirement"] == requirement]
    return found


def test_its_name_stands_in_the_sentence_that_would_do(licheck, desk):
    told = finding(licheck("check", "--format", "json"), "republisher_disclosure")
    assert "Additional reporting by The Alder &amp; Post." in told["remedy"]
    put(desk / "licheck.yaml", CONFIG)
    told = finding(licheck("check", "--format", "json"), "republisher_disclosure")
    assert "Additional reporting by REPUBLISHER." in told["remedy"]


def test_fix_writes_it_when_a_person_says_so_and_not_where_it_is_not_known(licheck, desk):
    assert "whether it is true the site has to say" in " ".join(licheck("fix", "--write").text.split())
    licheck("fix", "--write", "--unsafe")
    assert "<p>Additional reporting by The Alder &amp; Post.</p>" in (desk / "page.html").read_text("utf-8")
    put(desk / "licheck.yaml", CONFIG)
    put(desk / "page.html", FAILING)
    told = licheck("fix", "--write", "--unsafe").text
    assert "needs what is not known here: republisher" in " ".join(told.split())


def test_a_canonical_address_of_its_own_is_told_as_such(licheck, desk):
    told = finding(licheck("check", "--format", "json"), "canonical")
    assert (told["verdict"], told["reason"]) == (
        "failed",
        "The canonical address is your own, and not Harbour Lane News's.",
    )
    put(desk / "page.html", FAILING.replace("</head>", OWN.replace("alderpost", "elsewhere") + "</head>"))
    told = finding(licheck("check", "--format", "json"), "canonical")
    assert told["reason"] == "The canonical address is not Harbour Lane News's."


def test_the_name_that_holds_for_a_section_wins(licheck, desk):
    put(
        desk / "licheck.yaml",
        (desk / "licheck.yaml").read_text()
        + "sections: [{files: [page.html], republisher: {name: The Elm Post}}]\n",
    )
    told = finding(licheck("check", "--format", "json"), "republisher_disclosure")
    assert "Additional reporting by The Elm Post." in told["remedy"]
