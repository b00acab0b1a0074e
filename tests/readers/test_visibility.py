"""What `visibility: hidden` hides can be seen again within; what `display` and `opacity` hide cannot."""

import pytest

from licheck.readers.html import read_text as first_reading
from licheck.readers.second import read_text as second_reading

SEEN = {
    "by its own style": "<div style='visibility:hidden'><p style='visibility:visible'>By Ida Voss</p></div>",
    "by the initial value": "<div style='visibility:hidden'><p style='visibility: INITIAL'>By Ida Voss</p></div>",
    "some boxes down": "<div style='visibility:hidden'><div><div><p style='visibility:visible'>By Ida Voss</p></div></div></div>",
    "by a rule": "<style>.no{visibility:hidden} .yes{visibility:visible}</style><div class=no><p class=yes>By Ida Voss</p></div>",
    "hidden by a rule, shown by a style": "<style>.no{visibility:hidden}</style><div class=no><p style='visibility:visible'>By Ida Voss</p></div>",
    "hidden by a style, shown by a rule": "<style>.yes{color:red;visibility: visible}</style><div style='visibility:hidden'><p class=yes>By Ida Voss</p></div>",
    "by a rule that wins": "<style>.a{visibility:hidden} p.a{visibility:visible}</style><div style='visibility:collapse'><p class=a>By Ida Voss</p></div>",
    "an inline element": "<p style='visibility:hidden'><span style='visibility:visible'>By Ida Voss</span></p>",
    "what holds it": "<div style='visibility:visible'><p>By Ida Voss</p></div>",
}
UNSEEN = {
    "display": "<div style='display:none'><p style='visibility:visible'>By Ida Voss</p></div>",
    "opacity": "<div style='opacity:0'><p style='visibility:visible'>By Ida Voss</p></div>",
    "both in one style": "<div style='visibility:hidden;opacity:0'><p style='visibility:visible'>By Ida Voss</p></div>",
    "both in rules": "<style>.no{visibility:hidden} .one{opacity:0} .yes{visibility:visible}</style><div class='no one'><p class=yes>By Ida Voss</p></div>",
    "both in one rule, of which one is undone": "<style>.no{opacity:0;visibility:hidden} .one{opacity:1}</style><div class='no one'><p>By Ida Voss</p></div>",
    "the attribute": "<div hidden><p style='visibility:visible'>By Ida Voss</p></div>",
    "another kind of visibility": "<div style='content-visibility:hidden'><p style='visibility:visible'>By Ida Voss</p></div>",
    "hidden again within": "<div style='visibility:hidden'><div style='visibility:visible'><p style='visibility:hidden'>By Ida Voss</p></div></div>",
    "taken out between": "<div style='visibility:hidden'><div style='display:none'><p style='visibility:visible'>By Ida Voss</p></div></div>",
    "hidden by its own style, shown by a rule": "<style>.yes{visibility:visible}</style><div style='visibility:hidden'><p class=yes style='visibility:hidden'>By Ida Voss</p></div>",
    "inherited": "<div style='visibility:hidden'><p style='visibility:inherit'>By Ida Voss</p></div>",
}  # fmt: skip


def cases(pages):
    return pytest.mark.parametrize("html", [pytest.param(html, id=name) for name, html in pages.items()])


@pytest.fixture(params=[first_reading, second_reading], ids=["first reading", "second reading"])
def reading(request):
    return lambda html: request.param("page.html", f"<h1>A clock</h1>{html}<p>It came up.</p>")


@cases(SEEN)
def test_what_is_made_visible_within_is_seen(reading, html):
    page = reading(html)
    assert [block.text for block in page.blocks] == ["A clock", "By Ida Voss", "It came up."]
    assert page.hidden == ()


@cases(UNSEEN)
def test_what_cannot_be_undone_stays_unseen(reading, html):
    page = reading(html)
    assert [block.text for block in page.blocks] == ["A clock", "It came up."]
    assert [block.text for block in page.hidden] == ["By Ida Voss"]


def test_around_what_is_seen_again_nothing_is(reading):
    inner = "<a href=/r style='visibility:visible'>Ida Voss</a>"
    page = reading(f"<div style='visibility:hidden'>By {inner} for <i>Quay</i><img src=l.png></div>")
    assert [block.text for block in page.blocks] == ["A clock", "Ida Voss", "It came up."]
    assert [(block.text, bool(block.hidden)) for block in page.hidden] == [("By", True), ("for Quay", True)]
    assert [(link.text, link.block, link.hidden) for link in page.links] == [("Ida Voss", 1, "")]
    assert [bool(image.hidden) for image in page.images] == [True]


def test_a_picture_is_seen_again_too(reading):
    inner = (
        "<img src=l.png style='visibility:visible'><i style='background:url(b.png);visibility:visible'></i>"
    )
    page = reading(f"<div style='visibility:hidden'>{inner}</div>")
    assert [(image.src, image.hidden) for image in page.images] == [("l.png", ""), ("b.png", "")]


def test_of_a_closed_box_made_visible_the_inside_stays_closed(reading):
    page = reading(
        "<div style='visibility:hidden'><details><summary>Who</summary><p style='visibility:visible'>By Ida Voss</p></details></div>"
    )
    assert [block.text for block in page.blocks] == ["A clock", "It came up."]
    assert {block.text: block.hidden.partition(":")[0] for block in page.hidden} == {
        "Who": 'style="visibility',
        "By Ida Voss": "perhaps not seen",
    }
