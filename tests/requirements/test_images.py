"""Pictures are known again in whatever size, format and place; one that only may be the original's accuses nobody."""

import pytest
from invented import PARAGRAPHS, Given, html, judged

STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
DOOR = '<img src="https://harbour.example/up/oak-door.jpg" alt="" width="800">'
ORIGINAL = html(story=DOOR + STORY)


def page(picture: str, head: str = "") -> str:
    return html(head, story=picture + STORY)


KEPT = [
    pytest.param('<img src="/media/oak-door-1024x683.webp" width="700">', id="another size and format"),
    pytest.param('<img src="data:image/gif;base64,R0" srcset="/x/oak-door-300.jpg 300w, /x/oak-door.jpg 900w">', id="in a srcset"),
    pytest.param('<img srcset="/x/1.jpg 1x,\n   /x/oak-door.jpg 2x">', id="in a srcset of several lines"),
    pytest.param('<img data-srcset="/x/a,b/oak-door.jpg 1x, /x/y.jpg 2x" src="/blank.gif">', id="in a lazy srcset with commas"),
    pytest.param('<picture><source srcset="/x/oak-door.avif 800w" type="image/avif"><img src="/x/f00d.jpg" width="800"></picture>', id="in a source"),
    pytest.param('<picture><source media="(min-width: 9px)" data-srcset="/x/oak-door@2x.jpg"><img class="lazy"></picture>', id="in a lazy source"),
    pytest.param('<img src="/_next/image?url=%2Fup%2Foak-door.jpg&amp;w=640">', id="behind an image server"),
    pytest.param('<img src="https://cdn.example/fetch/w_80/https%3A%2F%2Fharbour.example%2Fup%2Foak-door.jpg">', id="an address in an address"),
    pytest.param('<a href="/gallery/7"><img src="/up/oak-door.jpg"></a>', id="with a link around it"),
    pytest.param('<header><img src="/up/oak-door.jpg"></header>', id="in the head of the article"),
    pytest.param('<img src="/up/oak-door.jpg" alt="Authorities share the door with social workers">', id="described with words of icons"),
    pytest.param('<img src="/up/oak-door-2.jpg">', id="uploaded twice"),
]  # fmt: skip


@pytest.mark.parametrize("picture", KEPT)
def test_the_originals_picture_is_known_again(picture):
    finding = judged("images", Given(page(picture), "use: keep", original=ORIGINAL))
    assert finding.verdict.value == "passed", finding


@pytest.mark.parametrize("picture", KEPT)
def test_what_is_known_as_kept_is_never_called_free_of_it(picture):
    finding = judged("images", Given(page(picture), "use: none", original=ORIGINAL))
    assert finding.verdict.value in ("failed", "cant-tell"), finding


def test_a_picture_that_only_may_be_the_originals_is_a_doubt():
    finding = judged("images", Given(page('<img src="/up/oak-door-2.jpg">'), "use: none", original=ORIGINAL))
    assert finding.verdict.value == "cant-tell"


@pytest.mark.parametrize(
    ("picture", "verdict"),
    [
        pytest.param("", "failed", id="none"),
        pytest.param('<img src="/up/brass-door.jpg">', "failed", id="another"),
        pytest.param('<div hidden><img src="/up/oak-door.jpg"></div>', "failed", id="hidden"),
        pytest.param('<!-- <img src="/up/oak-door.jpg"> -->', "failed", id="commented out"),
    ],
)
def test_a_picture_that_is_not_there_is_missed(picture, verdict):
    finding = judged("images", Given(page(picture), "use: keep", original=ORIGINAL))
    assert finding.verdict.value == verdict
    assert finding.evidence[0].text.startswith("oak-door.jpg")
    assert finding.remedy == "Show the original's picture: https://harbour.example/up/oak-door.jpg"


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param('<aside><img src="/up/advert.jpg" width="300"></aside>', id="in a box"),
        pytest.param('<img src="/up/harbour-logo.png" width="200">', id="a logo"),
        pytest.param('<img src="/up/pixel.gif" width="1" height="1">', id="a page counter"),
        pytest.param(
            '<a href="/other-story"><img src="/up/gull.jpg" width="300"></a>', id="a way to another story"
        ),
    ],
)
def test_what_is_no_picture_of_the_story_need_not_be_kept(beside):
    original = html(story=STORY.replace("</p>", f"</p>{beside}", 1))
    assert judged("images", Given(page(""), "use: keep", original=original)).verdict.value == "inapplicable"


def test_two_pictures_with_numbered_names_are_two():
    both = '<img src="/up/oak-door-1.jpg"><p>Between.</p><img src="/up/oak-door-2.jpg">'
    given = Given(page('<img src="/m/oak-door-2.jpg">'), "use: keep", original=html(story=both + STORY))
    finding = judged("images", given)
    assert finding.verdict.value == "failed"
    assert finding.reason == "The story has a missing picture."
    assert "oak-door-1.jpg" in finding.evidence[0].text
