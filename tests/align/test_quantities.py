"""One quantity, however it is written, is one; and two are two."""

import pytest

from licheck.align.language import vocabulary
from licheck.align.quantities import is_same_quantity
from licheck.align.style import style


def words(text, language="en"):
    return style(vocabulary(language)).words(text, 0)


SAME = [
    pytest.param("en", "$4.5 million", "4.5 million dollars", id="the sign of the money"),
    pytest.param("en", "$4.5 million", "$4.5m", id="million as a letter"),
    pytest.param("en", "$4.5 million", "US$4.5 million", id="whose dollars"),
    pytest.param("en", "1.2 million", "1,200,000", id="a million in digits"),
    pytest.param("en", "five thousand", "5,000", id="thousands in words"),
    pytest.param("en", "two hundred and fifty", "250", id="hundreds and tens"),
    pytest.param("en", "two thousand and five", "2005", id="thousands and ones"),
    pytest.param("en", "7 p.m.", "19:00", id="the hour of 24"),
    pytest.param("en", "7:00 p.m.", "7 p.m.", id="no minutes"),
    pytest.param("en", "12 a.m.", "0:00", id="midnight"),
    pytest.param("de", "2 Mio. Euro", "zwei Millionen Euro", id="Mio."),
    pytest.param("es", "3 mil", "3000", id="mil"),
]
OTHER = [
    pytest.param("en", "$4.5 million", "$45 million", id="ten times as much"),
    pytest.param("en", "$4.5 million", "$4.5 billion", id="a thousand times as much"),
    pytest.param("en", "$5", "€5", id="other money"),
    pytest.param("en", "5 percent", "5", id="no longer a share"),
    pytest.param("en", "7 p.m.", "7 a.m.", id="the other half of the day"),
    pytest.param("en", "7 p.m.", "8 p.m.", id="an hour later"),
    pytest.param("en", "7 p.m.", "7", id="no time any more"),
    pytest.param("en", "five men", "5", id="what is counted left out"),
    pytest.param("en", "", "5", id="nothing"),
    pytest.param("en", "3 and 4", "7", id="two numbers"),
    pytest.param("en", "20 and 30", "50", id="two round numbers"),
    pytest.param("en", "2,345,678,901", "2,345,678,902", id="the last of ten digits"),
    pytest.param("en", f"5 {'1' * 400}", f"{'1' * 400} 5", id="endless numbers"),
    pytest.param("en", "5 10", "15", id="two numbers side by side"),
]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_one_quantity_in_two_styles_is_the_same(language, one, other):
    assert is_same_quantity(words(one, language), words(other, language))
    assert is_same_quantity(words(other, language), words(one, language))


@pytest.mark.parametrize(("language", "one", "other"), OTHER)
def test_two_quantities_are_not_the_same(language, one, other):
    assert not is_same_quantity(words(one, language), words(other, language))
    assert not is_same_quantity(words(other, language), words(one, language))
