"""`licheck diff`: what a republication changed, without judging it."""

import json

from commandline import PASSING

CHANGED = PASSING.replace("nine years", "ten years").replace("By noon the water", "At noon the water")


def test_a_person_is_shown_each_change_with_the_words_around_it(licheck, desk):
    (desk / "changed.html").write_text(CHANGED)
    ended = licheck("diff", "changed.html", "--original", "passing.html")
    assert ended.code == 0
    assert "changed.html, against passing.html" in ended.text
    assert "[-nine-]" in ended.text
    assert "{+ten+}" in ended.text


def test_a_page_that_changed_nothing_is_told_so(licheck):
    ended = licheck("diff", "passing.html", "--original", "passing.html")
    assert (ended.code, "Nothing was changed." in ended.text) == (0, True)


def test_a_json_line_has_both_texts_with_their_places(licheck, desk):
    (desk / "changed.html").write_text(CHANGED)
    ended = licheck("diff", "changed.html", "--original", "passing.html", "--format", "jsonl")
    told = json.loads(ended.text)
    assert (told["path"], told["original"], told["note"]) == ("changed.html", "passing.html", "")
    number = next(change for change in told["changes"] if change["kind"] == "number")
    line = number["page"]["line"] - 1
    assert (
        (desk / "changed.html")
        .read_text()
        .split("\n")[line][number["page"]["column"] - 1 :]
        .startswith("ten")
    )
    assert number["original"]["text"] == "nine"


def test_a_page_that_does_not_come_from_the_original_is_told_so(licheck, desk):
    (desk / "other.html").write_text(
        "<h1>Frogs</h1>" + "<p>Frogs sang all night in the pond behind the mill.</p>" * 4
    )
    ended = licheck("diff", "other.html", "--original", "passing.html")
    assert ended.code == 0
    assert "does not come from the original" in ended.text


def test_an_original_that_is_not_there_is_an_error(licheck):
    ended = licheck("diff", "passing.html", "--original", "missing.html")
    assert ended.code == 3
    assert "missing.html" in ended.err


def test_without_an_original_the_command_is_wrong(licheck):
    ended = licheck("diff", "passing.html")
    assert ended.code == 2
    assert "--original" in ended.err
