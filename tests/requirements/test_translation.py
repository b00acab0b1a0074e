"""The story is not translated, or its translator is named: `translation`."""

import pytest
from invented import Found, Given, compare, html, judged, put_right

from licheck.errors import RuleSetError

GERMAN = (
    "Die Bäckerei in der Mühlenstraße hat am Montag eine Stunde zu spät geöffnet, weil die Tür beim Schmied war und"
    " niemand daran gedacht hatte, sie vor dem Wochenende zurückzuholen.",
    "Die Kunden warteten im Regen auf den eigenen Stühlen, und der Schmied, der auch dabei war, ging nach Hause, um die"
    " Tür zu holen, und bekam das erste Brot von dem Tag.",
    "Die Stadt hat der Bäckerei nun eine zweite Tür geliehen, die sich in dem Keller von dem Rathaus auf der Treppe fand.",
)
NONE, CREDITED = "use: none\nlanguages: [en, es]", "use: credited\nlanguages: [en, es]"
NAME = "Harbour News Service"
FOREIGN = f'The story is in a language in which {NAME} does not publish ("de")'
SAID = "Aus dem Englischen übersetzt von Jana Kern"


def german(top: str = "", *, says: str = "de") -> str:
    page = html(top, story="\n".join(f"<p>{each}</p>" for each in GERMAN))
    return page.replace('lang="en"', f'lang="{says}"')


def doubt(why: str) -> str:
    return f"Without the original's words, there is no telling whether this is a translation: {why}."


CASES = [
    pytest.param(
        Given(html(), NONE),
        Found("passed", "The story stands in the original's own words."),
        id="the original's words",
    ),
    pytest.param(
        Given(html(), CREDITED),
        Found("inapplicable", "The story stands in the original's own words: it is no translation."),
        id="the original's words, where translations are to be credited",
    ),
    pytest.param(Given(german(), NONE), Found("failed", f"{FOREIGN}."), id="another language"),
    pytest.param(
        Given(german(), CREDITED),
        Found("failed", f"{FOREIGN}, and no line says that it is a translation."),
        id="another language, nobody credited",
    ),
    pytest.param(
        Given(german(f"<p>§{SAID}</p>"), CREDITED),
        Found("passed", f"{FOREIGN}; a line says that it is a translation.", SAID),
        id="another language, credited",
    ),
    pytest.param(
        Given(german(f"<p>{SAID}</p>"), f'{CREDITED}\nwording: {{de: ["Übersetzung: {{authors}}"]}}'),
        Found("failed", f"{FOREIGN}, and no line says that it is a translation."),
        id="credited in other words than prescribed",
    ),
    pytest.param(
        Given(html(), NONE, original=""),
        Found("passed", f'The story is in a language in which {NAME} publishes ("en").'),
        id="no original: one of the publisher's languages",
    ),
    pytest.param(
        Given(german(says="en"), NONE, original=""),
        Found("cant-tell", doubt("the story's language is not clear")),
        id="no original: a template that declares another language",
    ),
    pytest.param(
        Given(german(), "use: none", original=""),
        Found("cant-tell", doubt("the publisher's languages are not known")),
        id="no original: languages not known",
    ),
]


@pytest.mark.parametrize(("given", "found"), CASES)
def test_what_comes_out(given: Given, found: Found) -> None:
    compare("translation", given, found)


def test_a_line_that_says_so_is_a_doubt_where_the_publisher_publishes_in_that_language() -> None:
    """It may be the publisher's own translation."""
    page = html("<p>Translated from the Spanish by Jana Kern</p>")
    found = judged("translation", Given(page, NONE, original=""))
    assert found.verdict.value == "cant-tell"
    assert [piece.text for piece in found.evidence] == ["Translated from the Spanish by Jana Kern"]


@pytest.mark.parametrize(
    "options", [CREDITED, f'{CREDITED}\nwording: {{en: ["Translated from the original at {{publisher}}."]}}']
)
def test_the_remedy_put_where_it_belongs_makes_it_pass(options: str) -> None:
    given = Given(german(), options)
    before = judged("translation", given)
    assert before.verdict.value == "failed"
    assert judged("translation", put_right(given, before)).verdict.value == "passed"


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("Aus dem Engl\u00adischen über\u00adsetzt von Jana Kern.", "passed"),
        ("Sie hat das alte Buch, wie sie sagt, gern über\u00adsetzt, und nun steht es im Laden, wo es jeder sehen kann.", "failed"),
    ],
)  # fmt: skip
def test_a_short_line_near_the_end_says_so_as_a_paragraph_does_not(line: str, verdict: str) -> None:
    """Soft hyphens, which some systems put into all long words, keep it from being read as a credit."""
    page = german().replace(
        "</article>", f"<p>{line}</p><p>Der Text erschien zuerst bei {NAME}.</p></article>"
    )
    assert judged("translation", Given(page, CREDITED)).verdict.value == verdict


def test_its_use_must_be_said() -> None:
    with pytest.raises(RuleSetError, match="lacks the key `use`"):
        judged("translation", Given(html()))


def test_languages_are_codes() -> None:
    with pytest.raises(RuleSetError, match="English in 'languages' is no code"):
        judged("translation", Given(html(), "use: none\nlanguages: [English]"))
