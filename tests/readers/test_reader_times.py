"""The days that time elements give are read with the metadata, each with its place."""

import pytest

from licheck.model.page import Meta
from licheck.readers.html import read_text


def times(markup):
    return read_text("p.html", markup).values("date")


@pytest.mark.parametrize(
    ("markup", "where"),
    [
        pytest.param("<time datetime=2024-05-03>Friday</time>", "time element", id="plain"),
        pytest.param("<time itemprop=datePublished datetime=2024-05-03>x</time>", "time element, published", id="property"),
        pytest.param("<time pubdate datetime=' 2024-05-03 '>x</time>", "time element, published", id="pubdate"),
    ],
)  # fmt: skip
def test_day_of_a_time_element_is_read(markup, where):
    assert times("<p>\n" + markup) == (Meta("date", "2024-05-03", where, 4),)


def test_time_element_without_a_day_says_nothing():
    assert times("<time>Friday</time><time datetime=''>x</time>") == ()


def test_page_with_thousands_of_time_elements_is_read_in_part():
    assert 1 <= len(times("<time datetime=2024-05-03></time>" * 5000)) <= 100
