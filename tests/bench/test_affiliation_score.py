"""The measure of read affiliations itself: what counts as found, as missed, as wrong."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from bench.affiliations import (
    LABELS,
    Label,
    Pair,
    Reading,
    load,
    read_page,
    same_affiliation,
    same_person,
    score,
    shown,
)

ROOT = Path(__file__).resolve().parents[2]


def scored(labels, **pages):
    """The score of labels against what is read off each page: page="person | affiliation; ..."."""
    readings = {
        page: Reading(tuple(Pair(*pair.split(" | ")) for pair in pairs.split("; ") if pair))
        for page, pairs in pages.items()
    }
    return score(labels, lambda page: readings[page])


WIRE = Label("p1", "Odile Marrow", ("Fenland Wire",))
NONE = Label("p2", "Rurik Vance", ())


def test_all_found_and_nothing_else_is_perfect():
    result = scored([WIRE, NONE], p1="Odile Marrow | Fenland Wire", p2="")
    assert (result.precision, result.recall, result.misses) == (1.0, 1.0, ())


def test_nothing_read_costs_recall_only():
    result = scored([WIRE, NONE], p1="", p2="")
    assert (result.precision, result.recall) == (1.0, 0.0)
    assert [(miss.page, miss.wrong) for miss in result.misses] == [("p1", False)]


def test_an_affiliation_where_none_is_costs_precision_only():
    result = scored([WIRE, NONE], p1="Odile Marrow | Fenland Wire", p2="Rurik Vance | Staff Writer")
    assert (result.precision, result.recall) == (0.5, 1.0)
    assert [(miss.page, miss.wrong, miss.where) for miss in result.misses] == [("p2", True, "")]


@pytest.mark.parametrize(
    "read",
    [
        pytest.param("Rurik Vance | Fenland Wire", id="of another person"),
        pytest.param("Odile Marrow | Harbour Post", id="another outlet"),
    ],
)
def test_the_wrong_half_of_a_pair_is_both_missed_and_wrong(read):
    result = scored([WIRE], p1=read)
    assert (sum(result.found.values()), result.wrong) == (0, 1)


def test_what_may_be_read_counts_neither_way():
    label = Label("p1", "Odile Marrow", (), also=("Fenland Wire",))
    for read in ("", "Odile Marrow | Fenland Wire"):
        result = scored([label, WIRE._replace(page="p2")], p1=read, p2="Odile Marrow | Fenland Wire")
        assert (result.wanted, result.wrong, result.precision) == ({"top": 1}, 0, 1.0)


def test_an_affiliation_that_is_read_twice_is_found_once_and_wrong_once():
    twice = (
        "Odile Marrow | Fenland Wire; Odile Marrow | Fenland Wire; Odile Marrow | Tide; Odile Marrow | Tide"
    )
    result = scored([WIRE], p1=twice)
    assert (result.found, result.wrong) == ({"top": 1}, 1)


def test_two_affiliations_of_a_person_are_two_pairs():
    label = WIRE._replace(affiliations=("Fenland Wire", "Harbour Post"))
    result = scored([label], p1="Odile Marrow | Harbour Post")
    assert (result.recall, [miss.pair.affiliation for miss in result.misses]) == (0.5, ["Fenland Wire"])


def test_persons_of_one_page_are_held_against_all_its_labels():
    labels = [WIRE, Label("p1", "Rurik Vance", ("Harbour Post",), where="bottom")]
    result = scored(labels, p1="Rurik Vance | Harbour Post; Odile Marrow | Fenland Wire")
    assert (result.found, result.wanted, result.wrong) == (
        {"top": 1, "bottom": 1},
        {"top": 1, "bottom": 1},
        0,
    )


def test_on_a_page_that_names_nobody_every_pair_is_wrong():
    assert scored([Label("p1", "", ())], p1="Odile Marrow | Fenland Wire").wrong == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Fenland Wire", "FENLAND WIRE", True, id="case"),
        pytest.param("The Fenland Wire", "Fenland Wire", True, id="article"),
        pytest.param("Fenland Wire", "Fenland Wire Sport", True, id="a part of it"),
        pytest.param(
            "Professor of Tides, University of Saltmere", "University of Saltmere", True, id="with a job"
        ),
        pytest.param("University of Saltmere", "University of Oakhaven", False, id="another university"),
        pytest.param("University", "University of Saltmere", False, id="the usual word alone"),
        pytest.param("News", "Tide News", False, id="the usual word of an outlet alone"),
        pytest.param("Fen", "Fenland Wire", False, id="part of a word"),
        pytest.param("Tide-Line.org", "tide line", True, id="signs"),
        pytest.param("", "Fenland Wire", False, id="nothing"),
    ],
)
def test_when_two_affiliations_are_one(one, other, same):
    assert same_affiliation(one, other) is same
    assert same_affiliation(other, one) is same


@pytest.mark.parametrize(
    ("text", "same"),
    [
        pytest.param("FENLAND (CFW) - The Central Fenland Wire has learnt", True, id="the page writes both"),
        pytest.param("The Central Fenland Wire has learnt", False, id="only the name"),
        pytest.param("FENLAND (CFW) - The wire has learnt", False, id="only the abbreviation"),
        pytest.param("", False, id="no page"),
    ],
)
def test_an_abbreviation_counts_where_the_page_writes_both(text, same):
    assert same_affiliation("CFW", "The Central Fenland Wire", text) is same


def test_an_abbreviation_of_something_else_never_counts():
    text = "CFW and the Saltmere Tide"
    assert not same_affiliation("CFW", "Saltmere Tide", text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("ODILE MARROW", "Odile Marrow", True, id="case"),
        pytest.param("Odile Marrow", "O. Marrow", True, id="initial"),
        pytest.param("Odile Marrow", "Rurik Marrow", False, id="given name"),
        pytest.param("", "Odile Marrow", False, id="nobody"),
    ],
)
def test_when_two_names_are_one_person(one, other, same):
    assert same_person(one, other) is same


PAGE = """<html><body><main><h1>Ferry pier reopens after a winter of repairs</h1>
<p>By Odile Marrow, Fenland Wire</p>
<p>The pier was opened on Tuesday by the harbour board, which had closed it in November
after a storm tore at its piles and left the landing stage under water for a week.</p>
<p>Boats will call there every second hour, the board said, and the fare stays as it was
before the repairs began, with a ticket for the day that costs no more than two crossings.</p>
<p>Traders at the quay said that they had waited long enough and that the first boat of the
morning was full, as was the second, which left with a queue still standing on the pier.</p>
</main></body></html>"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "p1.html").write_text(PAGE, encoding="utf-8")
    with gzip.open(tmp_path / "p2.html.gz", "wt", encoding="utf-8") as packed:
        packed.write(PAGE.replace("Odile Marrow, Fenland Wire", "Rurik Vance"))
    return tmp_path


def test_what_licheck_reads_off_a_page(folder):
    assert read_page(folder, "p1").pairs == (Pair("Odile Marrow", "Fenland Wire"),)
    assert read_page(folder, "p2").pairs == ()
    assert "Ferry pier" in read_page(folder, "p2").text


def test_a_page_that_is_not_there_is_said(folder):
    with pytest.raises(FileNotFoundError, match=r"p3\.html"):
        read_page(folder, "p3")


def test_a_page_that_cannot_be_read_has_no_pairs(folder, capsys):
    (folder / "p1.html").write_bytes(b"")
    assert read_page(folder, "p1") == Reading(())
    assert capsys.readouterr().err.startswith("p1: ")


@pytest.mark.parametrize("line", ['{"page": "p1"}', "[]", "no JSON", "7"])
def test_a_line_that_is_no_label_is_told_with_its_place(tmp_path, line):
    path = tmp_path / "labels.jsonl"
    path.write_text('{"about": "invented"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"labels\.jsonl:2: no label"):
        load(path)


def test_the_labels_that_come_with_it_are_whole():
    """Each person and place is labelled once, and there are many pages with an affiliation and without."""
    labels = load(LABELS)
    keys = [(label.page, label.person, label.where) for label in labels]
    assert len(set(keys)) == len(keys)
    assert {label.where for label in labels} == {"top", "bottom"}
    assert all(label.person or not (label.affiliations or label.also) for label in labels)
    pages = {label.page for label in labels}
    shows = {label.page for label in labels if label.affiliations}
    assert len(shows) >= 45
    assert len(pages - shows) >= 45


def test_what_is_shown(tmp_path):
    labels = [WIRE, NONE, Label("p3", "Una Grey", ("Tide",), where="bottom")]
    result = scored(labels, p1="Odile Marrow | Fenland Wire", p2="Rurik Vance | Staff", p3="")
    told = shown(labels, result, misses=True).splitlines()
    assert told[:3] == [
        "3 pages, 2 of them with an affiliation",
        "precision 0.500 (goal >= 0.97, NOT MET): 1 right, 1 wrong",
        "recall 0.500 (goal >= 0.85, NOT MET): 1 of 1 at the top, 0 of 1 at the bottom",
    ]
    assert told[3:] == ["p2  wrong: Rurik Vance | Staff", "p3  missed at the bottom: Una Grey | Tide"]
    assert len(shown(labels, result, misses=False).splitlines()) == 3


def test_the_command_measures_a_folder(folder):
    labels = folder / "labels.jsonl"
    labels.write_text(
        '{"page": "p1", "person": "Odile Marrow", "affiliations": ["Fenland Wire"], "where": "top"}\n'
        '{"page": "p2", "person": "Rurik Vance", "affiliations": [], "where": "top"}\n',
        encoding="utf-8",
    )
    done = run("--pages", folder, "--labels", labels)
    assert done.returncode == 0
    assert "precision 1.000" in done.stdout
    assert "recall 1.000" in done.stdout


def test_the_command_says_which_page_is_missing(folder):
    done = run("--pages", folder)
    assert done.returncode == 2
    assert ".html" in done.stderr
    assert "Traceback" not in done.stderr


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "bench.affiliations", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
