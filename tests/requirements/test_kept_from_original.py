"""What the original carries and the page must carry, too: `source_credit`, `update_corrections`, `author_bio` and `dateline`."""

import pytest
from invented import ADDRESS, PARAGRAPHS, PLACE, Found, Given, html, judged, put_right

LOST = "not on the page"
SOURCES = "Data: Tide Institute, Bureau of Doors"
FIXED = "Correction: An earlier version of this story named the wrong street. The bakery is on Mill Street."
BIO = "Marta Quill covers doors and bread at the University of Eastmere, where she also teaches."
DATELINE = "SALTMERE, Nov. 20 (HNS)"


def original(bottom: str = "", story: str = "") -> str:
    return html(
        "<p>By Marta Quill</p>", story=story, bottom=bottom, head=f'<link rel="canonical" href="{ADDRESS}">'
    )


def story(first: str) -> str:
    return "\n".join(f"<p>{each}</p>" for each in (first, *PARAGRAPHS[1:]))


def without(what: str) -> str:
    return f"Without the original, there is no telling {what}; name it with --original."


CREDITED = original(f"<p>{SOURCES}</p>")
CORRECTED = original(f"<p>{FIXED}</p>")
WITH_BIO = original(f"<p>{BIO}</p>")
DATED = original(story=story(f"{DATELINE} — {PARAGRAPHS[0]}"))
CASES = [
    pytest.param(
        "source_credit",
        Given(
            html(bottom="<p>§Figures from the Bureau of Doors and the Tide Institute</p>"), original=CREDITED
        ),
        Found(
            "passed",
            "The page credits Tide Institute and Bureau of Doors.",
            "Figures from the Bureau of Doors and the Tide Institute",
        ),
        id="source_credit: named in other words",
    ),
    pytest.param(
        "source_credit",
        Given(html(bottom="<p>Figures from the Tide Institute</p>"), original=CREDITED),
        Found("failed", "The original credits Bureau of Doors; the page does not.", SOURCES, LOST),
        id="source_credit: one left out",
    ),
    *(
        pytest.param(
            "source_credit",
            Given(
                html(bottom="<p>§Data: Tide Institute</p>"),
                original=original(f"<p>Data: Tide Institute{rest}</p>"),
            ),
            Found("passed", "The page credits Tide Institute.", "Data: Tide Institute"),
            id=f"source_credit: behind the name stands{rest}",
        )
        for rest in (" (2024)", ", 2019–2024", ", accessed May 2026", " https://tides.example/9")
    ),
    pytest.param(
        "source_credit",
        Given(html(), original=original()),
        Found("inapplicable", "The original credits no source beside its publisher."),
        id="source_credit: none",
    ),
    pytest.param(
        "source_credit",
        Given(html(), original=original("<p>Source: Harbour News Service</p>")),
        Found("inapplicable", "The original credits no source beside its publisher."),
        id="source_credit: the publisher alone",
    ),
    pytest.param(
        "source_credit",
        Given(
            html(),
            "names: [The Tide, Quay Weekly]",
            original=original("<p>Written together with The Tide</p>"),
        ),
        Found(
            "failed",
            "The original credits The Tide; the page does not.",
            "Written together with The Tide",
            LOST,
        ),
        id="source_credit: a partner by name",
    ),
    pytest.param(
        "source_credit",
        Given(html(), original=original("<p>Source: Tide Institute</p>")),
        Found(
            "cant-tell",
            "The original credits Tide Institute; the page does not. Does that go with the story, or with a picture of it?",
            "Source: Tide Institute",
            LOST,
        ),
        id="source_credit: of what, the line does not say",
    ),
    pytest.param(
        "source_credit",
        Given(html(), original=original('<p><img src="d.jpg" alt=""></p><p>Data: Getty</p>')),
        Found("inapplicable", "The original credits no source beside its publisher."),
        id="source_credit: under a picture",
    ),
    pytest.param(
        "source_credit",
        Given(html(), original=""),
        Found("cant-tell", without("whom it credits")),
        id="source_credit: no original",
    ),
    pytest.param(
        "update_corrections",
        Given(html(bottom=f"<p>§<em>{FIXED}</em></p>"), original=CORRECTED),
        Found("passed", "The original's correction is there.", FIXED),
        id="update_corrections: there",
    ),
    pytest.param(
        "update_corrections",
        Given(html(), original=CORRECTED),
        Found(
            "failed",
            "The original was corrected, and the page does not say so.",
            FIXED,
            "stands in the original, and not on the page",
        ),
        id="update_corrections: not there",
    ),
    pytest.param(
        "update_corrections",
        Given(html(bottom="<p>§Corrected on Tuesday: the street is another one.</p>"), original=CORRECTED),
        Found(
            "cant-tell",
            "The page carries a correction in other words than the original's.",
            "Corrected on Tuesday: the street is another one.",
            "may be it, in other words",
        ),
        id="update_corrections: in other words",
    ),
    pytest.param(
        "update_corrections",
        Given(html(), original=original()),
        Found("inapplicable", "The original carries no correction."),
        id="update_corrections: none",
    ),
    pytest.param(
        "update_corrections",
        Given(html(), original=""),
        Found("cant-tell", without("whether it was corrected")),
        id="update_corrections: no original",
    ),
    pytest.param(
        "author_bio",
        Given(html(bottom=f"<p>§{BIO}</p>"), original=WITH_BIO),
        Found("passed", "The writer's biography is there.", BIO),
        id="author_bio: there",
    ),
    pytest.param(
        "author_bio",
        Given(html(), original=WITH_BIO),
        Found("failed", "The writer's biography is not there.", BIO, LOST),
        id="author_bio: not there",
    ),
    pytest.param(
        "author_bio",
        Given(
            html(bottom="<p>§Marta Quill writes on bread for the Harbour News Service.</p>"),
            original=WITH_BIO,
        ),
        Found(
            "cant-tell",
            "The writer's biography is there in other words.",
            "Marta Quill writes on bread for the Harbour News Service.",
            "says it in other words",
        ),
        id="author_bio: in other words",
    ),
    pytest.param(
        "author_bio",
        Given(html(), original=original()),
        Found("inapplicable", "The original has no biography of its writer."),
        id="author_bio: none",
    ),
    pytest.param(
        "author_bio",
        Given(html(bottom=f"<p>§{BIO}</p>"), original="", people=("Marta Quill",)),
        Found("passed", "A biography of the writer stands with the story.", BIO),
        id="author_bio: no original, one is there",
    ),
    pytest.param(
        "author_bio",
        Given(html(), original="", people=("Marta Quill",)),
        Found("cant-tell", "No biography of the writer is there; whether the original has one is not known."),
        id="author_bio: no original, none is there",
    ),
    pytest.param(
        "author_bio",
        Given(html(), original=""),
        Found("cant-tell", "Nobody said who wrote the story."),
        id="author_bio: of whom",
    ),
    pytest.param(
        "dateline",
        Given(html(story=story(f"§Saltmere, Nov. 20 (HNS) - {PARAGRAPHS[0]}")), original=DATED),
        Found(
            "passed", f'The dateline is there ("{DATELINE}").', f"Saltmere, Nov. 20 (HNS) - {PARAGRAPHS[0]}"
        ),
        id="dateline: there, in another case and with another dash",
    ),
    pytest.param(
        "dateline",
        Given(html(f"<p>§{DATELINE}</p>"), original=DATED),
        Found("passed", f'The dateline is there ("{DATELINE}").', DATELINE),
        id="dateline: on a line of its own",
    ),
    pytest.param(
        "dateline",
        Given(html(story=story(f"§{PARAGRAPHS[0]}")), original=DATED),
        Found(
            "failed",
            f'The story begins without its dateline ("{DATELINE}").',
            PARAGRAPHS[0],
            "begins without the dateline",
        ),
        id="dateline: cut off",
    ),
    pytest.param(
        "dateline",
        Given(html(story=story(PARAGRAPHS[1])), original=DATED),
        Found(
            "cant-tell",
            "The paragraph that begins with the dateline is not on the page.",
            f"{DATELINE} — {PARAGRAPHS[0]}",
            LOST,
        ),
        id="dateline: the whole paragraph cut",
    ),
    pytest.param(
        "dateline",
        Given(html(), original=original()),
        Found("inapplicable", "The original has no dateline."),
        id="dateline: none",
    ),
    pytest.param(
        "dateline",
        Given(html(), original=original(story=story(f"The smith — who was there — says: {PARAGRAPHS[0]}"))),
        Found("inapplicable", "The original has no dateline."),
        id="dateline: a dash in a sentence is none",
    ),
    pytest.param(
        "dateline",
        Given(html(), original=""),
        Found("cant-tell", without("its dateline")),
        id="dateline: no original",
    ),
]


@pytest.mark.parametrize(("kind", "given", "found"), CASES)
def test_what_comes_out(kind: str, given: Given, found: Found) -> None:
    """Evidence is of the page, with its place there, or of the original, with its place there."""
    finding = judged(kind, given)
    assert (finding.verdict.value, finding.reason) == (found.verdict, found.reason)
    if not found.quotes:
        assert finding.evidence == ()
        return
    best = finding.evidence[0]
    assert (best.text[:150], best.note) == (found.quotes[:150], found.note)
    before, sign, _ = given.page.partition(PLACE)
    assert bool(best.path) != bool(sign)
    if sign:
        assert best.line == before.count("\n") + 1


REMEDIES = [
    pytest.param("source_credit", CREDITED, id="source_credit"),
    pytest.param("update_corrections", CORRECTED, id="update_corrections"),
    pytest.param("author_bio", WITH_BIO, id="author_bio"),
    pytest.param("dateline", DATED, id="dateline"),
]


@pytest.mark.parametrize(("kind", "theirs"), REMEDIES)
def test_the_remedy_put_where_it_belongs_makes_it_pass(kind: str, theirs: str) -> None:
    given = Given(html(), original=theirs)
    before = judged(kind, given)
    assert before.verdict.value == "failed"
    assert judged(kind, put_right(given, before)).verdict.value == "passed"


@pytest.mark.parametrize(
    "begins", ["The smith made corrections to the door.", "Corrections officers ate the bread."]
)
def test_a_story_that_tells_of_corrections_has_none(begins: str) -> None:
    told = f"{begins} {PARAGRAPHS[2]}"
    texts = "".join(f"<p>{each}</p>" for each in (*PARAGRAPHS[:2], told))
    assert (
        judged("update_corrections", Given(html(), original=original(story=texts))).verdict.value
        == "inapplicable"
    )


def test_a_word_in_capitals_alone_may_be_no_dateline() -> None:
    theirs = original(story=story(f"SALTMERE — {PARAGRAPHS[0]}"))
    found = judged("dateline", Given(html(), original=theirs))
    assert (found.verdict.value, found.reason) == (
        "cant-tell",
        'The story begins without its dateline ("SALTMERE").',
    )
