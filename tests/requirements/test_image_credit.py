"""Pictures stand with their credits: `image_credit`."""

import pytest
from invented import ADDRESS, PARAGRAPHS, Found, Given, compare, html, judged, put_right, text

from licheck.media.credits import credit_in, names_of

STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
CAPTION = "The smith carries the door home. Photo: Ada Finch/HNS"


def figure(file: str, caption: str = "", *, alt: str = "") -> str:
    words = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure>§<img src="/pictures/{file}" alt="{alt}" width="800">{words}</figure>'


def original(caption: str = CAPTION, *, alt: str = "") -> str:
    picture = figure("door-1.jpg", caption, alt=alt).replace("§", "")
    return html(
        "<p>By Marta Quill</p>", story=picture + STORY, head=f'<link rel="canonical" href="{ADDRESS}">'
    )


ORIGINAL = original()
KEPT = "The original's pictures stand with their credits."
LOST = "A picture of the original's does not name Ada Finch and HNS."
CASES = [
    pytest.param(
        Given(html(figure("door-1-800x600.jpg", CAPTION)), original=ORIGINAL),
        Found("passed", KEPT, CAPTION),
        id="kept",
    ),
    pytest.param(
        Given(html(figure("door-1.webp", "A door. (Ada Finch/Harbour News Service)")), original=ORIGINAL),
        Found("passed", KEPT, "A door. (Ada Finch/Harbour News Service)"),
        id="in another form, with the publisher's other name",
    ),
    pytest.param(
        Given(html(figure("door-1.jpg"), bottom="<p>Pictures by Ada Finch, HNS</p>"), original=ORIGINAL),
        Found("passed", KEPT, "/pictures/door-1.jpg"),
        id="in a line of its own below the story",
    ),
    pytest.param(
        Given(html(figure("door-1.jpg", "The smith carries the door home.")), original=ORIGINAL),
        Found("failed", LOST, "The smith carries the door home.", "does not name Ada Finch and HNS"),
        id="cut from the caption",
    ),
    pytest.param(
        Given(html(figure("9f3a2.jpg", "The smith carries the door home.")), original=ORIGINAL),
        Found("failed", LOST, "The smith carries the door home.", "does not name Ada Finch and HNS"),
        id="a renamed file, known by its caption",
    ),
    pytest.param(
        Given(
            html(figure("9f3a2.jpg", alt="A smith with a door")), original=original(alt="A smith with a door")
        ),
        Found("failed", LOST, "A smith with a door", "does not name Ada Finch and HNS"),
        id="a renamed file, known by its description",
    ),
    pytest.param(
        Given(html(figure("door-1.jpg", "The door. Photo: Ada Finch")), original=ORIGINAL),
        Found(
            "cant-tell",
            "A picture of the original's has a part of its credit only: it does not name HNS.",
            "The door. Photo: Ada Finch",
            "does not name HNS",
        ),
        id="a part of it",
    ),
    pytest.param(
        Given(
            html(figure("door-1.jpg", "Photo: Ada Finch")),
            original=original("The door. Photo: Ada Finch / CC BY 4.0"),
        ),
        Found("passed", KEPT, "Photo: Ada Finch"),
        id="the licence beside a name is no name",
    ),
    pytest.param(
        Given(html(figure("street.jpg")), original=ORIGINAL),
        Found(
            "cant-tell",
            "A picture names nobody; is that one of the original's, whose credit is lost?",
            "/pictures/street.jpg",
            "names nobody",
        ),
        id="another picture, or a renamed one",
    ),
    pytest.param(
        Given(
            html(figure("image.jpg", "Mill Street. Photo: Quay Post")),
            original=ORIGINAL.replace("door-1", "image"),
        ),
        Found("inapplicable", "No picture that the original credits to somebody was found with the story."),
        id="a file name that says nothing",
    ),
    pytest.param(
        Given(html(figure("street.jpg", "Mill Street. Photo: Quay Post")), original=ORIGINAL),
        Found("inapplicable", "No picture that the original credits to somebody was found with the story."),
        id="a picture of the republisher's",
    ),
    pytest.param(
        Given(html(figure("door-1.jpg", "A door")), original=original("The door")),
        Found("inapplicable", "No picture that the original credits to somebody was found with the story."),
        id="the original credits nobody",
    ),
    pytest.param(
        Given(html(), original=ORIGINAL),
        Found("inapplicable", "No picture stands with the story."),
        id="no picture",
    ),
    pytest.param(
        Given(
            html('<img src="/hns-logo.png" alt="Harbour News Service logo" width="200">'), original=ORIGINAL
        ),
        Found("inapplicable", "No picture stands with the story."),
        id="the logo is no picture of the story",
    ),
    pytest.param(
        Given(
            html('<img src="/door-1.jpg" alt="Chart: Harbour News Service" width="800" height="500">'),
            original=ORIGINAL,
        ),
        Found("failed", LOST, "Chart: Harbour News Service", "does not name Ada Finch and HNS"),
        id="a large picture that only names the publisher is no logo",
    ),
    pytest.param(
        Given(text("A door."), format="text", original=ORIGINAL),
        Found("inapplicable", "No picture stands with the story."),
        id="plain text",
    ),
    pytest.param(
        Given(html(figure("street.jpg", "Mill Street. Photo: Ada Finch")), original=""),
        Found("passed", "The pictures name somebody as their source.", "Mill Street. Photo: Ada Finch"),
        id="no original: somebody is named",
    ),
    pytest.param(
        Given(html(figure("street.jpg", "Mill Street in the rain")), original=""),
        Found(
            "cant-tell",
            "A picture names nobody; without the original, there is no telling whose it is.",
            "Mill Street in the rain",
            "names nobody",
        ),
        id="no original: nobody is named",
    ),
    pytest.param(
        Given(
            html(figure("door-1.jpg", "Photo: Ada Finch")),
            "names: [HNS]",
            original=original("Photo: Ada Finch"),
        ),
        Found(
            "failed",
            "A picture of the original's does not name HNS.",
            "Photo: Ada Finch",
            "does not name HNS",
        ),
        id="the publisher's name is asked for as well",
    ),
    pytest.param(
        Given(
            html(figure("door-1.jpg", "© Ada Finch for HNS")),
            "names: [HNS]",
            original=original("Photo: Ada Finch"),
        ),
        Found("passed", KEPT, "© Ada Finch for HNS"),
        id="the publisher's name is there as well",
    ),
    pytest.param(
        Given(html(figure("street.jpg", "Photo: Ada Finch")), "names: [HNS]", original=""),
        Found(
            "cant-tell",
            "A picture does not name HNS; without the original, there is no telling whose it is.",
            "Photo: Ada Finch",
            "does not name HNS",
        ),
        id="no original: a name that is asked for is not there",
    ),
]


@pytest.mark.parametrize(("given", "found"), CASES)
def test_what_comes_out(given: Given, found: Found) -> None:
    compare("image_credit", given, found)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(Given(html(figure("door-1.jpg")), original=ORIGINAL), id="no caption"),
        pytest.param(
            Given(html(figure("door-1.jpg", "A door")), original=original("Photo: Ada Finch")), id="a caption"
        ),
        pytest.param(
            Given(html(figure("door-1.jpg")), "names: [HNS]", original=original("Photo: Ada Finch")),
            id="with a name",
        ),
    ],
)
def test_the_remedy_put_where_it_belongs_makes_it_pass(given: Given) -> None:
    before = judged("image_credit", given)
    assert before.verdict.value == "failed"
    assert judged("image_credit", put_right(given, before)).verdict.value == "passed"


def test_several_are_told_in_one_sentence() -> None:
    pictures = "".join(figure(f"door-{n}.jpg", "Photo: Ada Finch").replace("§", "") for n in (1, 2))
    page = html(figure("door-1.jpg") + figure("door-2.jpg")).replace("§", "")
    given = Given(page, original=html("<p>By Marta Quill</p>", story=pictures + STORY))
    found = judged("image_credit", given)
    assert found.reason == "2 of the original's pictures stand without their credits."
    assert len(found.evidence) == 2


CREDITS = [
    ("The door. Photo: Ada Finch", "Ada Finch"),
    ("The door. Photo by Ada Finch.", "Ada Finch"),
    ("(Ada Finch/Harbour News)", "Ada Finch/Harbour News"),
    ("Ada Finch / HNS", "Ada Finch / HNS"),
    ("A door (Ada Finch via HNS)", "Ada Finch via HNS"),
    ("© 2026 Ada Finch for the Public Herald", "Ada Finch for the Public Herald"),
    ("Courtesy of the town hall", "the town hall"),
    ("Crédit photo : Ada Finch", "Ada Finch"),
    ("Foto: dpa", "dpa"),
    ("Photo illustration by Ada Finch", "Ada Finch"),
    ("Image credit: Ada Finch, HNS", "Ada Finch, HNS"),
    ("A photo by the sea was taken", ""),
    ("Picture: The smith's door. He likes it.", ""),
    ("雨の中の門＝ＡＰ", "ＡＰ"),
    ("Brama w deszczu. Fot. Ada Zięba / HNS", "Ada Zięba / HNS"),
    ("雨の中の門（写真：門田あさ）", "門田あさ"),
    ("빗속의 문. 사진: 문아라", "문아라"),
    ("Portti sateessa. Kuva: Ada Vasara", "Ada Vasara"),
    ("Foto. La puerta de noche", ""),
    ("The chance is 50/50", ""),
    ("He said and/or she said", ""),
    ("The photo of Ada Finch hangs in the hall", ""),
]


@pytest.mark.parametrize(("caption", "names"), CREDITS, ids=[caption for caption, _ in CREDITS])
def test_whom_a_caption_credits(caption: str, names: str) -> None:
    assert credit_in(caption) == names


def test_names_stand_apart_in_a_credit() -> None:
    assert names_of("Ada Finch, Tom Reed/HNS via Quay Post / CC BY-SA 4.0") == [
        "Ada Finch",
        "Tom Reed",
        "HNS",
        "Quay Post",
    ]
