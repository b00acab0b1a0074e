"""What a page says to licheck itself: waivers in front matter and comments."""

import time
from datetime import date

import pytest

from licheck import readers
from licheck.settings.own import said_by

SHORT = "<!-- licheck-waive requirement=logo reason=\"Agreed by mail.\" by='R. Lind' until=2027-01-31 -->"
LONG = """\
<!-- licheck-waive
requirement: logo
reason: "Agreed: by mail."
by: R. Lind, rights desk
until: 2027-01-31
rule_set: dcnf
-->"""
FRONT = """\
---
title: The gate
licheck:
  waive:
    - requirement: logo
      reason: Agreed by mail.
      by: R. Lind
      until: 2027-01-31
    - requirement: byline
      reason: Agreed, too.
      by: R. Lind
      until: 2027-02-28
---

The gate was opened.
"""


def said(text, name="story.md"):
    return said_by(readers.read(name, text.encode()))


@pytest.mark.parametrize("name", ["story.md", "story.html"])
def test_a_comment_on_one_line_is_a_waiver(name):
    (waiver,) = said(f"<p>The gate was opened.</p>\n\n{SHORT}\n", name).waivers
    assert (waiver.requirement, waiver.reason, waiver.by) == ("logo", "Agreed by mail.", "R. Lind")
    assert (waiver.until, waiver.path, waiver.line, waiver.rule_set) == (date(2027, 1, 31), name, 3, "")


@pytest.mark.parametrize("name", ["story.md", "story.html"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_comment_of_several_lines_is_a_waiver(name, ends):
    (waiver,) = said(f"<p>The gate was opened.</p>\n\n{LONG}\n".replace("\n", ends), name).waivers
    assert (waiver.reason, waiver.by, waiver.rule_set) == ("Agreed: by mail.", "R. Lind, rights desk", "dcnf")


def test_front_matter_holds_waivers_in_a_list():
    found = said(FRONT).waivers
    assert [(one.requirement, one.until.month, one.line) for one in found] == [
        ("logo", 1, 5),
        ("byline", 2, 9),
    ]


SHOWN = [
    pytest.param(
        f"So it is written:\n\n```html\n{SHORT}\n```\n\nThe end.\n", "story.md", id="a block of code"
    ),
    pytest.param(f"So it is written: `{SHORT}`, as we know.\n", "story.md", id="code in a sentence"),
    pytest.param(f"<pre>{SHORT.replace('<', '&lt;')}</pre>", "story.html", id="escaped"),
    pytest.param(SHORT, "story.txt", id="plain text has no comments"),
]


@pytest.mark.parametrize(("text", "name"), SHOWN)
def test_what_readers_see_is_no_waiver(text, name):
    assert said(text, name).waivers == ()


WRONG = [
    pytest.param(
        SHORT.replace("reason=", "reson="),
        ["story.md:3:1:", "`reson` is no key", "lacks `reason`"],
        id="unknown key",
    ),
    pytest.param(SHORT.replace("2027-01-31", "31.1.2027"), ["`until` must be a day"], id="no day"),
    pytest.param(SHORT.replace("2027-01-31", "2027-02-31"), ["`until` must be a day"], id="no such day"),
    pytest.param(SHORT.replace("by=", ""), ["is no key=value"], id="a word alone"),
    pytest.param(SHORT.removesuffix("-->") + "x" * 5_000, ["does not end with `-->`"], id="no end"),
    pytest.param("<!-- licheck-waive -->", ["lacks `requirement`", "lacks `until`"], id="empty"),
]


@pytest.mark.parametrize(("comment", "says"), WRONG)
def test_a_waiver_with_faults_does_not_count_and_its_place_is_told(comment, says):
    found = said(f"The gate was opened.\n\n{comment}\n")
    told = "\n".join(map(str, found.faults))
    assert found.waivers == ()
    assert [part for part in says if part not in told] == []


def test_an_unknown_key_below_licheck_is_a_fault_at_its_line():
    found = said("---\ntitle: x\nlicheck:\n  publsher: Harbour Lane News\n---\n\nText.\n")
    assert [str(fault) for fault in found.faults] == [
        "story.md:4:13: `publsher` is no key of `licheck`: did you mean `publisher`?"
        " (allowed: publisher, original, authors, waive)"
    ]


def test_a_page_of_comments_takes_no_time():
    text = "<p>Text.</p>" * 20_000 + "<!-- licheck-waive " * 20_000
    page = readers.read("story.html", text.encode())
    started = time.perf_counter()
    said_by(page)
    assert time.perf_counter() - started < 5
