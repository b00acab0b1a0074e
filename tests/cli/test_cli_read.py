"""`licheck read`: what licheck sees on a page, without judging it."""

import json

from licheck.cli import main

KEYS = "path title authors visible_authors metadata_authors affiliations date language site canonical body credits"


def test_a_json_line_holds_what_was_seen_on_each_page_in_their_order(desk, monkeypatch, capfd):
    monkeypatch.chdir(desk)
    assert main(["read", "--format", "jsonl", "passing.html", "failing.html"]) == 0
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [line["path"] for line in lines] == ["passing.html", "failing.html"]
    assert set(KEYS.split()) <= lines[0].keys()
    assert lines[0]["title"] == "Tide gate opened by hand"
    assert lines[0]["authors"] == lines[0]["visible_authors"] == ["Wenna Tolliver"]
    assert lines[0]["body"].startswith("The tide gate at the end of Mill Street")
    (credit,) = (credit for credit in lines[0]["credits"] if credit["persons"])
    assert (credit["role"], credit["text"], credit["standing"]) == ("writer", "By Wenna Tolliver", "seen")
    page = (desk / "passing.html").read_text("utf-8").split("\n")
    assert page[credit["line"] - 1][credit["column"] - 1 :].startswith("By Wenna Tolliver")


def test_in_words_it_tells_where_each_credit_stands_and_what_is_hidden(desk, monkeypatch, capfd):
    monkeypatch.chdir(desk)
    page = (desk / "passing.html").read_text("utf-8").replace("<p>By Wenna", "<p hidden>By Wenna")
    (desk / "hidden.html").write_text(page, "utf-8")
    assert main(["read", "hidden.html"]) == 0
    out = capfd.readouterr().out
    assert "- seen by a reader: none found" in out
    assert "hidden attribute: By Wenna Tolliver" in out


def test_a_page_that_cannot_be_read_is_named_and_the_others_are_read(desk, monkeypatch, capfd):
    monkeypatch.chdir(desk)
    assert main(["read", "missing.html", "passing.html"]) == 3
    out, err = capfd.readouterr()
    assert "missing.html" in err
    assert "Tide gate opened by hand" in out


def test_without_a_page_it_says_what_to_name(capfd):
    assert main(["read"]) == 2
    assert "name at least one page" in capfd.readouterr().err
