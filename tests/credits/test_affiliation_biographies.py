"""The affiliation that a biography gives: where its writer works now.

All lines, people and outlets are invented; the forms are those of real news pages.
"""

from __future__ import annotations

import pytest
from affiliation_pairs import NORA, of_nora, pairs

BIOGRAPHIES = [
    pytest.param(
        "Nora Marrow is a politics reporter for Fenland News Digital.", "Fenland News Digital", id="for"
    ),
    pytest.param(
        "Nora Marrow is a national correspondent for The Tide. She once wrote for the Harbour Post.",
        "Tide",
        id="present and past",
    ),
    pytest.param(
        "Nora Marrow is the Editor and Journalist at Echo Fenlandia, with 10 years of experience.",
        "Echo Fenlandia",
        id="at",
    ),
    pytest.param("Nora Marrow is a member of The Fen Yorker’s editorial staff.", "Fen Yorker", id="genitive"),
    pytest.param(
        "Nora Marrow is a musician, a contributor to The Dyke Pundit since 2033.",
        "Dyke Pundit",
        id="contributor to",
    ),
    pytest.param(
        "Marrow covers national politics for The Fenland Press. She is based in Saltmere.",
        "Fenland Press",
        id="family name",
    ),
    pytest.param(
        "A professor of tides at the University of Saltmere (TELU). View all posts by Nora Marrow",
        "University of Saltmere (TELU)",
        id="no name",
    ),
    pytest.param(
        "Nora Marrow has been writing about politics for the Tide since 2028.",
        "Tide",
        id="writing for, since",
    ),
    pytest.param(
        "Nora Marrow ist Chemikerin und Redakteurin bei »Tiden.de«.", "Tiden.de", id="bei, a domain"
    ),
    pytest.param(
        "Nora Marrow, Jahrgang 1979, ist Redakteurin von deichkritik.de. Sie studierte Musik.",
        "deichkritik.de",
        id="von, a domain",
    ),
    pytest.param(
        "Nora Marrow leitet das Ressort Meer bei Fenero. Sie studierte Geschichte in Saltmere.",
        "Fenero",
        id="leitet bei",
    ),
    pytest.param(
        "Korrespondentin Nora Marrow ist bei DEICH für landespolitische Themen zuständig.",
        "DEICH",
        id="bei, in capitals",
    ),
    pytest.param(
        "Nora Marrow lehrt Geschichte der Neuzeit an der Universität Saltmere.",
        "Universität Saltmere",
        id="lehrt an",
    ),
    pytest.param(
        "Nora Marrow ist FDF-Reporterin für das Berichtsgebiet Nordmeer.", "FDF", id="compounded with a job"
    ),
    pytest.param(
        "Nora Marrow, FENLA-Expertin für Boote, Netze und Knoten.", "FENLA", id="compounded, no verb"
    ),
    pytest.param(
        "Nora ist seit 2033 Redakteurin bei FMR. Zuvor hat sie für Tidefilm gearbeitet.",
        "FMR",
        id="given name, present and past",
    ),
    pytest.param(
        "Seit 2019 bei der tidz. Interessiert sich vor allem für Deiche und Gesundheit.",
        "tidz",
        id="since, no verb",
    ),
    pytest.param(
        "Nora Marrow ist seit 2034 Geschäftsführerin von “deich pfade.de” – Agentur für Bildung.",
        "deich pfade.de",
        id="managing director of",
    ),
    pytest.param(
        "Nora Marrow ist Chief People Officer bei Fentruvia (früher Deich AG).",
        "Fentruvia",
        id="officer at, once called",
    ),
    pytest.param(
        "Nora Marrow ist die Gründerin von Deichkappe.info. Sie hält auch Vorträge.",
        "Deichkappe.info",
        id="founder of",
    ),
    pytest.param(
        "Die Autorin ist Lehrerin und im Vorstand der Fenland-Vereinigung Salzmark.",
        "Fenland-Vereinigung Salzmark",
        id="the author, a board",
    ),
]


@pytest.mark.parametrize(("biography", "affiliation"), BIOGRAPHIES)
def test_in_a_biography_under_the_story(biography, affiliation):
    """The first present employer of a biography is the affiliation of the name that it belongs to."""
    assert pairs(top=["By Nora Marrow"], bottom=[NORA, biography]) == of_nora(affiliation)


@pytest.mark.parametrize(
    ("closing", "affiliation"),
    [
        pytest.param(["Nora Marrow is a national correspondent for The Tide."], "Tide", id="a sentence"),
        pytest.param(
            ["Nora Marrow", "Nora Marrow ist seit 2034 Redakteurin bei Tiden.de."],
            "Tiden.de",
            id="name and sentence",
        ),
    ],
)
def test_in_a_biography_that_was_taken_for_the_story(closing, affiliation):
    """Where nothing sets it apart, a biography is the article's last paragraph: it is read all the same."""
    assert pairs(top=["By Nora Marrow"], closing=closing) == of_nora(affiliation)
