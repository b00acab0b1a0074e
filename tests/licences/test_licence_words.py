"""Licences by what people call them, in eight languages; and sentences that only sound like it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.licences.words import licences_named

NAMES = {
    "en": [
        ("Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International License", "CC BY-NC-ND 4.0"),
        ("Attribution-NoDerivs 3.0 Unported", "CC BY-ND 3.0"),
        ("Creative Commons Attribution-Noncommercial-No Derivative Works 3.0 United States License", "CC BY-NC-ND 3.0 US"),
        ("Creative Commons Attribution-ShareAlike 2.0 Generic", "CC BY-SA 2.0"),
        ("Creative Commons Attribution 3.0 Australia", "CC BY 3.0 AU"),
        ("Creative Commons license", "a Creative Commons licence"),
    ],
    "de": [
        ("Namensnennung - Keine Bearbeitungen 4.0 International", "CC BY-ND 4.0"),
        ("Namensnennung-Nicht kommerziell 3.0 Deutschland", "CC BY-NC 3.0 DE"),
        ("Creative-Commons-Lizenz Namensnennung – Weitergabe unter gleichen Bedingungen 3.0 Österreich", "CC BY-SA 3.0 AT"),
        ("CC-Lizenz BY-ND 4.0", "CC BY-ND 4.0"),
    ],
    "fr": [
        ("Attribution - Pas de Modification 4.0 International", "CC BY-ND 4.0"),
        ("licence Creative Commons Paternité - Pas d’Utilisation Commerciale - Pas de Modification 2.0 France", "CC BY-NC-ND 2.0 FR"),
        ("Attribution - Partage dans les Mêmes Conditions 4.0 International", "CC BY-SA 4.0"),
    ],
    "es": [
        ("Atribución-SinDerivadas 4.0 Internacional", "CC BY-ND 4.0"),
        ("Reconocimiento-NoComercial-SinObraDerivada 3.0 España", "CC BY-NC-ND 3.0 ES"),
        ("Licencia Creative Commons Atribución-CompartirIgual 4.0 Internacional", "CC BY-SA 4.0"),
    ],
    "pt": [
        ("Atribuição-SemDerivações 4.0 Internacional", "CC BY-ND 4.0"),
        ("Creative Commons Atribuição-NãoComercial-SemDerivados 3.0 Brasil", "CC BY-NC-ND 3.0 BR"),
        ("Atribuição-CompartilhaIgual 4.0 Internacional", "CC BY-SA 4.0"),
    ],
    "it": [
        ("Attribuzione - Non opere derivate 4.0 Internazionale", "CC BY-ND 4.0"),
        ("Attribuzione - Non commerciale - Condividi allo stesso modo 3.0 Italia", "CC BY-NC-SA 3.0 IT"),
    ],
    "nl": [
        ("Naamsvermelding-GeenAfgeleideWerken 4.0 Internationaal", "CC BY-ND 4.0"),
        ("Creative Commons Naamsvermelding-NietCommercieel-GelijkDelen 3.0 Nederland", "CC BY-NC-SA 3.0 NL"),
    ],
    "pl": [
        ("Uznanie autorstwa-Bez utworów zależnych 4.0 Międzynarodowe", "CC BY-ND 4.0"),
        ("Uznanie autorstwa-Użycie niekomercyjne-Na tych samych warunkach 3.0 Polska", "CC BY-NC-SA 3.0 PL"),
    ],
    "short": [
        ("CC BY-ND 4.0", "CC BY-ND 4.0"),
        ("CC BY SA", "CC BY-SA"),
        ("CC-BY-NC-ND-3.0-US", "CC BY-NC-ND 3.0 US"),
        ("cc by 4.0", "CC BY 4.0"),
        ("CCBY 4.0", "CC BY 4.0"),
        ("(CC) BY-NC-SA", "CC BY-NC-SA"),
        ("Creative Commons (BY-ND 4.0) license", "CC BY-ND 4.0"),
        ("CC BY-ND 4.0 DEED", "CC BY-ND 4.0"),
        ("CC\u00a0BY\u2011ND\u00a04.0", "CC BY-ND 4.0"),
        ("CC0 1.0 Universal", "CC0 1.0"),
        ("Creative Commons Zero", "CC0"),
        ("Public Domain Mark 1.0", "Public Domain Mark 1.0"),
    ],
}  # fmt: skip
CASES = [
    pytest.param(text, name, id=f"{language}: {text}")
    for language, names in NAMES.items()
    for text, name in names
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_a_name_is_known_alone_and_within_a_sentence(text, name):
    assert [found.licence.name for found in licences_named(text)] == [name]
    said = f"Ann Lee wrote this ({text}). By Max Poe"
    (found,) = licences_named(said)
    assert found.licence.name == name
    assert said[found.start : found.end] in text


NONE = [
    "Attribution is what they ask for.",
    "They require attribution, no derivatives and no commercial use.",
    "Creative Commons. By Jane Doe",
    "Creative Commons by Jane Doe",
    "Creative Commons was founded in 2001.",
    "She was copied in (cc by email) on Monday.",
    "The paper is published by The Sun, 4.0 million copies.",
    "Der Verein bittet um Namensnennung.",
    "The photo is in the public domain.",
    "The MIT License",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_sounds_like_a_licence_is_none(text):
    assert licences_named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("CC BY 3.0 de Juan Pérez", "CC BY 3.0", id="de is a word here"),
        pytest.param("under CC BY 3.0 in the paper", "CC BY 3.0", id="in is a word here"),
        pytest.param(
            "CC BY 4.0. France plays on Monday", "CC BY 4.0", id="the next sentence begins with a country"
        ),
        pytest.param("CC BY 3.0 DE", "CC BY 3.0 DE", id="a code in capitals"),
        pytest.param("CC BY 4.0 DE", "CC BY 4.0", id="4.0 has no countries"),
    ],
)
def test_a_country_stands_directly_behind_the_version(text, name):
    assert [found.licence.name for found in licences_named(text)] == [name]


def test_two_licences_in_a_line_are_two():
    found = licences_named("Text CC BY-ND 4.0, photo CC BY-SA 2.0")
    assert [one.licence.name for one in found] == ["CC BY-ND 4.0", "CC BY-SA 2.0"]


PIECES = [
    "cc",
    "by",
    "BY-ND",
    "4.0",
    "3.0",
    "US",
    "Attribution",
    "license",
    "Creative Commons",
    "(",
    "-",
    ".",
    "ł",
    "ﬁ",
    "\u0301",
]


@given(st.lists(st.sampled_from([*PIECES, " ", " "]) | st.text(max_size=4)).map("".join))
def test_any_text_is_read_and_what_is_found_stands_in_order_in_it(text):
    found = licences_named(text)
    ends = [0, *(at for one in found for at in (one.start, one.end)), len(text)]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    "piece",
    [
        "CC BY-ND 4.0 ",
        "creative commons ",
        "attribution-",
        "by-nc-nd ",
        "(cc)",
        "attribution a ",
        "cc by 3.0 ",
        "'\"()[]",
    ],
)
def test_time_grows_with_the_length_alone(piece):
    def seconds(times):
        started = time.process_time()
        licences_named("cc by " + piece * times)
        return time.process_time() - started

    seconds(10)
    # Other work on the machine only ever adds: once is enough to see that it can be done in this time.
    assert any(seconds(8_000) < 12 * seconds(2_000) + 0.05 for _ in range(3))
