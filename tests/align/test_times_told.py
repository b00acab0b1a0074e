"""A time told from another day is permitted as such where it is the same time, and only there."""

import pytest
from pairs import changed, page_of

from licheck.model.change import Permission
from licheck.model.page import Meta

DAY = Meta("date", "2026-11-17", 'meta "article:published_time"', 0)  # a Tuesday
AROUND = {
    "en": "The council of Saltmere met for three hours and heard from all who had come there in boots.",
    "de": "Der Rat von Salzmoor tagte drei Stunden lang und hörte alle an, die in Stiefeln gekommen waren.",
    "es": "El consejo de Salmera se reunió durante tres horas y escuchó a los vecinos que habían venido con botas.",
    "fr": "Le conseil de Selmare a siégé trois heures et a entendu les habitants qui étaient venus en bottes.",
    "it": "Il consiglio di Salmara si è riunito per tre ore e ha ascoltato gli abitanti che erano venuti con gli stivali.",
    "pt": "O conselho de Salmar reuniu-se durante três horas e ouviu os moradores que tinham vindo de botas.",
    "nl": "De raad van Zoutmeer vergaderde drie uur en hoorde de bewoners aan die op laarzen waren gekomen.",
    "pl": "Rada Solnicy obradowała trzy godziny i wysłuchała mieszkańców, którzy przyszli w kaloszach, bo było mokro.",
}
SAME = [
    ("en", "They came {} with a dog.", "on Monday", "on Nov. 16"),
    ("en", "They came {} with a dog.", "last week", "the week of Nov. 9"),
    ("en", "They came {} with a dog.", "last week", "in early November"),
    ("en", "They came {} with a dog.", "last month", "in mid-October"),
    ("en", "They came {} with a dog.", "last year", "in 2025"),
    ("en", "They come {} with a dog.", "next spring", "in the spring of 2027"),
    ("en", "They come {} with a dog.", "in January", "in January 2027"),
    ("en", "{} they had a dog.", "Since Monday", "Since 16 November"),
    ("en", "{} they had a dog.", "Until Friday", "Until Nov. 20"),
    ("de", "Das war {} im Hafen.", "am Montag", "am 16. November"),
    ("de", "Das war {} im Hafen.", "vergangenen Monat", "im Oktober"),
    ("de", "Das war {} im Hafen.", "vergangene Woche", "Anfang November"),
    ("es", "El consejo votó {} en calma.", "el lunes", "el 16 de noviembre"),
    ("es", "El consejo votó {} en calma.", "la semana pasada", "a principios de noviembre"),
    ("fr", "Le conseil a voté {} en paix.", "lundi", "le 16 novembre"),
    ("it", "Il consiglio ha votato {} in pace.", "lunedì", "il 16 novembre"),
    ("pt", "O conselho votou {} em paz.", "na segunda-feira", "em 16 de novembro"),
    ("nl", "De raad stemde {} in vrede.", "maandag", "op 16 november"),
    ("pl", "Rada głosowała {} w spokoju.", "w poniedziałek", "16 listopada"),
]
OTHER = [
    ("en", "They came {} with a dog.", "on Monday", "on Nov. 15"),
    ("en", "They came {} with a dog.", "on Monday", "on Tuesday"),
    ("en", "They came {} with a dog.", "last week", "in early June"),
    ("en", "They came {} with a dog.", "last month", "in May"),
    ("en", "They came {} with a dog.", "last year", "in 2019"),
    ("en", "They came {} with a dog.", "on Nov. 16", "on Nov. 15"),
    ("en", "They come {} with a dog.", "in January", "in January 2031"),
    ("de", "Das war {} im Hafen.", "vergangenen Monat", "im Mai"),
    ("fr", "Le conseil a voté {} en paix.", "lundi", "le 15 novembre"),
]


def told(language, frame, old, new, metadata=(DAY,)):
    stories = ([AROUND[language], frame.format(time), AROUND[language][::-1]] for time in (old, new))
    before, after = (page_of(story, metadata=metadata, language=language) for story in stories)
    return changed(before, after)


@pytest.mark.parametrize(("language", "frame", "old", "new"), SAME)
def test_the_same_time_seen_from_another_day_is_permitted(language, frame, old, new):
    found = told(language, frame, old, new)
    assert found and all(Permission.RELATIVE_TIME in change.permitted_by for change in found), found


@pytest.mark.parametrize(("language", "frame", "old", "new"), OTHER)
def test_another_time_is_an_edit(language, frame, old, new):
    assert any(
        Permission.RELATIVE_TIME not in change.permitted_by for change in told(language, frame, old, new)
    )


@pytest.mark.parametrize("never", ["0001-01-01", "9999-12-31T23:00:00Z"])
def test_a_day_that_stands_for_never_tells_nothing(never):
    (change,) = told("en", "They came {} with a dog.", "on Monday", "in May", (DAY._replace(value=never),))
    assert Permission.RELATIVE_TIME in change.permitted_by


def test_where_nobody_knows_the_day_the_other_time_may_be_right():
    (change,) = told("en", "They came {} with a dog.", "on Monday", "on Nov. 15", metadata=())
    assert Permission.RELATIVE_TIME in change.permitted_by
