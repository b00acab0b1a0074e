"""Where an affiliation stands with a writer's name, form by form, and where something only looks like one.

All lines, people and outlets are invented; the forms are those of real news pages.
"""

from __future__ import annotations

import pytest
from affiliation_pairs import NORA, TOM, of_both, of_nora, pairs


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        pytest.param(
            ["By Nora Marrow, Fenland News Agency"], of_nora("Fenland News Agency"), id="after a comma"
        ),
        pytest.param(["By Nora Marrow | Fenland News"], of_nora("Fenland News"), id="after a bar"),
        pytest.param(
            ["By Nora Marrow - Fenland Press - Friday, April 28, 2034"],
            of_nora("Fenland Press"),
            id="between dashes",
        ),
        pytest.param(
            ["Nora Marrow · FBN News · Posted: Aug 08, 2034 4:00 AM"], of_nora("FBN News"), id="between dots"
        ),
        pytest.param(
            ["By Nora Marrow and Tom Quill The Fenland Press"],
            of_both("Fenland Press"),
            id="glued to the last of two",
        ),
        pytest.param(["Von Nora Marrow und Tom Quill, dpa"], of_both("dpa"), id="after two names"),
        pytest.param(
            ["By Nora Marrow and Tom Quill / Fenland Shimbun Staff Writers"],
            of_both("Fenland Shimbun"),
            id="before a job of both",
        ),
        pytest.param(["von Nora Marrow, FDR SALTMERE"], of_nora("FDR SALTMERE"), id="in capitals"),
        pytest.param(
            ["By Nora Marrow, Tom Quill, 7 News Fenland"], of_both("7 News Fenland"), id="after a list"
        ),
        pytest.param(
            [f"By {NORA}, {TOM}, 7 News Fenland"],
            of_both("7 News Fenland"),
            id="after a list of linked names",
        ),
        pytest.param(
            ["Nora Marrow / FENLANDTIMES.COM / Sep 2, 2034, 17:07 IST"],
            of_nora("FENLANDTIMES.COM"),
            id="a domain between slashes",
        ),
        pytest.param(
            ["By Nora Marrow For Fenlandmail.Com"], of_nora("Fenlandmail.Com"), id="a domain after for"
        ),
        pytest.param(
            ["Nora Marrow, professor of tidal law, University of Saltmere"],
            of_nora("University of Saltmere"),
            id="after a job",
        ),
        pytest.param(
            [
                "Nora Marrow, Staff Attorney, FCLU Tidal Justice Program",
                "&amp; Tom Quill, Director of Education, FCLU Foundation",
            ],
            {("Nora Marrow", "FCLU Tidal Justice Program"), ("Tom Quill", "FCLU Foundation")},
            id="two lines with a job each",
        ),
        pytest.param(
            ["12.04.2034 - Redaktion: Nora Marrow (Pressesprecherin des FJW)"],
            of_nora("FJW"),
            id="after a job in brackets",
        ),
        pytest.param(
            ["FENLAND-Online-Expertin Nora Marrow"], of_nora("FENLAND-Online"), id="compounded with a job"
        ),
    ],
)
def test_in_the_line_of_the_name(top, expected):
    """The affiliation stands in the same line as the name: each writer of the line has it."""
    assert pairs(top=top) == expected


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        pytest.param([NORA, "Fenland News"], of_nora("Fenland News"), id="an outlet"),
        pytest.param(["By Nora Marrow", "FBC"], of_nora("FBC"), id="an outlet in capitals"),
        pytest.param(["By Nora Marrow", "TideVoice Staff"], of_nora("TideVoice"), id="an outlet's staff"),
        pytest.param(
            [NORA, "Deich-Magazin.com Redakteur"], of_nora("Deich-Magazin.com"), id="an outlet before a job"
        ),
        pytest.param(
            ["Dr. Nora Marrow Abteilung Öffentlichkeitsarbeit", "Gesellschaft Saltmerer Chemiker e.V."],
            of_nora("Gesellschaft Saltmerer Chemiker e.V."),
            id="after a name with a department",
        ),
        pytest.param(
            [NORA, "from University of Saltmere"], of_nora("University of Saltmere"), id="after from"
        ),
        pytest.param([NORA, "Gründerin Fenlandelle"], of_nora("Fenlandelle"), id="after a role"),
        pytest.param(
            [NORA, "Professor of Tidal Law, University of Saltmere"],
            of_nora("University of Saltmere"),
            id="after a chair",
        ),
        pytest.param(
            [NORA, "Equipe de rédaction, La Presse"],
            of_nora("La Presse"),
            id="after the word for the newsroom",
        ),
        pytest.param(
            [NORA, "Philosophe, Professeur de droit à l’Université Saltmere-Marais"],
            of_nora("Université Saltmere-Marais"),
            id="after a chair with à",
        ),
        pytest.param(
            [
                "Nora Marrow, PhD",
                "University of Saltmere, Saltmere, and National Institute of Tides, Fenport (N.M.)",
            ],
            {("Nora Marrow", "University of Saltmere"), ("Nora Marrow", "National Institute of Tides")},
            id="two institutions with their towns",
        ),
        pytest.param(
            ["Division of Tides, The University of Saltmere, Queen Street, Saltmere", "Nora Marrow"],
            of_nora("University of Saltmere"),
            id="in the line above",
        ),
        pytest.param(
            [NORA, "Nora Marrow is a Professor of Tidal Law at the University of Saltmere."],
            of_nora("University of Saltmere"),
            id="a sentence",
        ),
    ],
)
def test_in_the_line_beside_the_name(top, expected):
    """The affiliation stands in a line of its own next to the name."""
    assert pairs(top=top) == expected


@pytest.mark.parametrize(
    ("bottom", "expected"),
    [
        pytest.param(
            ["Text: Nora Marrow / fenlandblatt.de"], of_nora("fenlandblatt.de"), id="a domain after a slash"
        ),
        pytest.param(["FDR (Nora Marrow, Tom Quill)"], of_both("FDR"), id="the outlet before the names"),
        pytest.param(
            ["Posted by Nora Marrow, TIP Project Marketing, Tidegle"],
            of_nora("Tidegle"),
            id="after a department",
        ),
    ],
)
def test_in_a_credit_under_the_story(bottom, expected):
    """A credit that closes the story names writer and outlet."""
    assert pairs(bottom=bottom) == expected


@pytest.mark.parametrize(
    "top",
    [
        pytest.param(["By Nora Marrow | nmarrow@fenlandherald.com"], id="an address for mail"),
        pytest.param(["Por Nora Marrow nmarrow@fenland.com.ar"], id="an address for mail, glued"),
        pytest.param(["By Nora Marrow, Staff Writer"], id="a job"),
        pytest.param(["Von Nora Marrow, Redakteurin für Finanzen"], id="a job with its field"),
        pytest.param([NORA, "Travel News Reporter"], id="a job with an outlet's word"),
        pytest.param([NORA, "Corresponsal en Saltmere"], id="a job with its place"),
        pytest.param([NORA, "Redakteurin im Team Bank &amp; Geldanlage"], id="a job with its team"),
        pytest.param(["SFD", "Nachrichtenagentur"], id="what kind of outlet the author is"),
        pytest.param(
            [f"By {NORA}@NoraMarrow", "Love thy dyke. Photo: T. Quill/FFP via Fenty Images"], id="a caption"
        ),
        pytest.param(
            [f"{NORA}<sup>1</sup>", "Current Tidal Reports volume 19, Article number: 3 (2034)"],
            id="a citation",
        ),
        pytest.param([NORA, "View author publications"], id="a word of the interface"),
        pytest.param(["By Nora Marrow", "Tom Quill / Fotononstop / AFP"], id="a picture's credit"),
        pytest.param(
            ["By Nora Marrow", "Developer Saltbucket Games", "Publisher Fenland Media"], id="facts in a box"
        ),
        pytest.param(["Auteur", NORA, "Cover", "Collège de Saltmere"], id="a picture's subject"),
    ],
)
def test_what_stands_by_a_name_and_is_no_affiliation(top):
    """A wrong affiliation is worse than none."""
    assert pairs(top=top) == set()


@pytest.mark.parametrize(
    "bottom",
    [
        pytest.param(["Deichdorfer Abendblatt", "Saltmerer Zeitung", "Service"], id="sister papers"),
        pytest.param(["Submit Feedback", "Help Centre"], id="help"),
        pytest.param(["Aktuelle Prospekte", "Services"], id="services"),
        pytest.param(["Mehr zu Deichbau", "Bildrechte: imago images/FEN Images"], id="a teaser's picture"),
        pytest.param(["Zurück zum Inhaltsverzeichnis", "© dpa/Tiden.de"], id="a copyright line"),
        pytest.param(["Weitere Informationen:", "http://presse.tiden.de"], id="an address"),
        pytest.param(["Golden Gull", "Golden Gull - Sneakers Media Edition"], id="goods"),
        pytest.param([NORA, "Nora Marrow is a freelance journalist in Saltmere."], id="nobody's employee"),
        pytest.param(
            [NORA, "Nora Marrow is a former editor of Tide News and the author of three books."], id="once"
        ),
        pytest.param(
            [NORA, "Nach ihrem Volontariat an der Salzmark-Schule schrieb sie beim Deichblatt."],
            id="what came before",
        ),
        pytest.param([NORA, "Sie studierte Germanistik an der Universität Saltmere."], id="where she learnt"),
        pytest.param(
            [NORA, "Nora Marrow ist Redaktorin am Newsdesk und verfasst den Newsletter «Der Morgen»."],
            id="a newsletter",
        ),
    ],
)
def test_what_stands_under_a_story_and_is_no_affiliation(bottom):
    """Navigation has the form of names and outlets; biographies tell of the past."""
    assert pairs(top=["By Nora Marrow"], bottom=bottom) == set()
