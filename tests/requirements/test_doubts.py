"""What may be on a page all the same is no failure: behind a fold, written by a script, or nothing was seen at all."""

import pytest
from invented import NOTICE, RULES, Given, feed, html, judged, rule_set

from licheck.check import check_page
from licheck.model.finding import Verdict
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.load import load

NAME = "Harbour News Service"
FOLDED = "<details><summary>About</summary>{}</details>"
BEHIND = {
    "logo": (f'<img src="/i/1.png" alt="{NAME} logo" width="120" height="40">', ""),
    "link_back": ('<p><a href="https://harbour.example/">The Service</a></p>', ""),
    "credit_line": (f"<p>First published by the {NAME}.</p>", ""),
}


@pytest.mark.parametrize("kind", BEHIND)
def test_what_stands_behind_a_fold_is_a_doubt_and_seen_it_counts(kind: str) -> None:
    markup, options = BEHIND[kind]
    finding = judged(kind, Given(html(FOLDED.format(markup)), options))
    assert finding.verdict is Verdict.CANT_TELL
    assert "perhaps not seen: inside a closed <details>" in finding.evidence[0].note
    assert finding.evidence[0].note.count("seen") == 1
    shown = FOLDED.format(markup).replace("<details>", "<details open>")
    assert judged(kind, Given(html(shown), options)).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("kind", "markup", "options"),
    [
        pytest.param("logo", f'<img src="/i/1.png" alt="{NAME} logo" width="9" height="9">', "", id="an icon"),
        pytest.param("logo", '<img src="/i/1.png" alt="">', "", id="a picture that says nothing"),
        pytest.param("link_back", '<a href="https://harbour.example/topics">Topics</a>', "to: home", id="another page"),
        pytest.param("link_back", '<a href="https://quay.example/">Quay</a>', "", id="somebody else"),
        pytest.param("credit_line", "<p>About Quay Post</p>", "", id="no credit"),
    ],
)  # fmt: skip
def test_behind_a_fold_only_what_would_count_in_the_open_is_a_doubt(
    kind: str, markup: str, options: str
) -> None:
    assert judged(kind, Given(html(FOLDED.format(markup)), options)).verdict is Verdict.FAILED


def script(text: str) -> str:
    return f"<script>document.write({text})</script>"


@pytest.mark.parametrize(
    ("kind", "page", "original"),
    [
        pytest.param("byline", script("'<p>By Marta Quill</p>'"), None, id="the byline"),
        pytest.param("byline", script("'<p>' + 'By Marta Quill' + '</p>'"), None, id="the byline in pieces"),
        pytest.param("byline", script("'<p>By ' + author + '</p>'"), "", id="a byline, of whom nobody said who it is"),
        pytest.param("affiliation", script(f"'<p>By Marta Quill, {NAME}</p>'"), None, id="the affiliation"),
        pytest.param("credit_line", script(f"'<p>First published by {NAME}</p>'"), None, id="the credit line"),
        pytest.param("link_back", script("'<a href=//harbour.example/>Them</a>'"), None, id="the link"),
    ],
)  # fmt: skip
def test_what_a_script_writes_into_the_page_is_a_doubt(kind: str, page: str, original: str | None) -> None:
    given = Given(html(page)) if original is None else Given(html(page), original=original)
    finding = judged(kind, given)
    assert finding.verdict is Verdict.CANT_TELL
    assert finding.reason.endswith(
        "But a script writes such text into the page when it is opened (document.write, line 8)."
    )


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(script("'<p>Quay Post</p>'"), id="something else"),
        pytest.param(script("'<p>By Ansel Brook</p>'"), id="somebody else"),
        pytest.param(
            "<p>Whoever types <code>document.write('By Marta Quill')</code> into a page of their own to see what comes"
            " of it will be surprised by how little happens there on most days.</p>",
            id="as code that is shown",
        ),
        pytest.param(script("x") + "<p hidden>By Marta Quill</p>", id="outside of the script"),
    ],
)
def test_other_scripts_excuse_nothing(page: str) -> None:
    assert judged("byline", Given(html(page))).verdict is Verdict.FAILED


NOTHING = "Nothing is seen on this page: it may be cut off, or written by a script."
EMPTY = {
    "no body": "<html></html>",
    "cut off in its head": "<!doctype html><html><head><title>Bakery opens late</title><meta name=",
    "cut off in a script": "<html><head><script>var a = 1;",
    "a page that a script fills": "<html><body><div id=root></div><script src=a.js></script></body></html>",
}


@pytest.mark.parametrize("text", EMPTY.values(), ids=EMPTY)
@pytest.mark.parametrize("kind", ["byline", "affiliation", "credit_line", "link_back", "logo", "canonical"])
def test_a_page_on_which_nothing_is_seen_is_not_accused(text: str, kind: str) -> None:
    page = read("page.html", text.encode())
    report = check_page(page, [rule_set(kind)], chosen_by="the test")
    assert report.findings[0].verdict is Verdict.CANT_TELL
    assert any(note.startswith(NOTHING) for note in report.notes)
    assert report.verdict is Verdict.CANT_TELL


@pytest.mark.parametrize("text", EMPTY.values(), ids=EMPTY)
def test_whether_such_a_page_is_a_republication_is_not_told_either(text: str) -> None:
    report = check_page(read("page.html", text.encode()), [rule_set("byline")])
    assert (report.verdict, report.findings) == (Verdict.CANT_TELL, ())
    assert report.reason == "There is no telling whether it is a republication."
    assert any(note.startswith(NOTHING) for note in report.notes)


def test_a_page_on_which_something_is_seen_has_no_such_note() -> None:
    report = check_page(read("page.html", html().encode()), [rule_set("byline")])
    assert (report.verdict, report.notes) == (Verdict.INAPPLICABLE, ())
    assert check_page(read("feed.xml", feed().encode()), [rule_set("byline")]).notes == ()


OTHER = RULES.replace("id: harbour", "id: quay").replace("Harbour News", "Quay News").replace("HNS", "QNS")
OTHER = OTHER.replace("Stories of the Quay News Service are free", "Stories of the Quay News Wire are free")
OTHER = OTHER.replace("harbour.example", "quay.example")


def test_another_publishers_notice_is_not_called_the_publishers_own() -> None:
    """The page carries the notice of one publisher, and is judged by the rules of another too."""
    other = load("quay.yaml", f"{OTHER}  - byline:\n  - affiliation:\n", kinds())
    page = read("page.html", html(bottom=f"<p>{NOTICE}</p>").encode())
    rules = [rule_set("byline"), other]
    ours, theirs, affiliation = check_page(
        page, rules, chosen_by="the test", people=("Marta Quill",)
    ).findings
    assert "the publisher's own notice" in ours.evidence[0].note
    assert theirs.evidence == ()
    assert "notice" not in affiliation.reason
