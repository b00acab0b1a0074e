"""What sites put around stories is no edit of them: not what the page's site added, nor what the original's site had."""

import pytest
from invented import HEADLINE, PARAGRAPHS, Given, html, judged

FIRST, SECOND, THIRD = PARAGRAPHS
CALL = "<p>Did you like this story? Make a gift to Harbour News Service today.</p>"
BYLINE = "<p>By Marta Quill, University of Eastmere</p>"
DEK = "A door was at the smith's, and a whole street had no rolls."
QUOTED = "“We have never sold so few rolls and heard so many stories,” said Petra Holm, the baker."
PULLED = "We have never sold so few rolls and heard so many stories"
CAPTION = "The smith and his door on Mill Street in the rain."


def paragraphs(*texts):
    return "\n".join(text if text.startswith("<") else f"<p>{text}</p>" for text in texts)


def page(*texts, top=BYLINE, bottom="", headline=HEADLINE):
    return html(top, story=paragraphs(*texts), bottom=bottom).replace(f"<h1>{HEADLINE}", f"<h1>{headline}")


def figure(caption):
    return f'<figure><img src="/p/smith-and-door.jpg" alt="" width="800" height="500">{caption}</figure>'


PASSED = [
    pytest.param(page(*PARAGRAPHS, bottom=CALL), page(*PARAGRAPHS), id="the original's call for donations"),
    pytest.param(page(*PARAGRAPHS, bottom="<p>Tags: Bread, Doors</p>"), page(*PARAGRAPHS), id="the original's tags"),
    pytest.param(page(*PARAGRAPHS, bottom='<p><a href="/republish">Republish this story for free.</a></p>'), page(*PARAGRAPHS), id="the original's way to republish"),
    pytest.param(page(FIRST, "<p><em>Want more stories like this? Sign up for our free weekly newsletter.</em></p>", SECOND, THIRD), page(*PARAGRAPHS), id="the original's newsletter between paragraphs"),
    pytest.param(page(*PARAGRAPHS, top=f'<p class="dek">{DEK}</p>{BYLINE}'), page(*PARAGRAPHS), id="the original's dek"),
    pytest.param(page(FIRST, f"<figure><blockquote><p>{PULLED}</p><cite>Petra Holm</cite></blockquote></figure>", SECOND, QUOTED, THIRD), page(FIRST, SECOND, QUOTED, THIRD), id="the original's pull quote"),
    pytest.param(page(FIRST, f"<blockquote><p>{PULLED}</p></blockquote>", SECOND, QUOTED, THIRD), page(FIRST, SECOND, QUOTED, f"<blockquote><p>{PULLED}</p></blockquote>", THIRD), id="a pull quote in another place"),
    pytest.param(page(*PARAGRAPHS, bottom="<p><em>Correction, Nov. 18, 2026: There are 27 chairs.</em></p>"), page(*PARAGRAPHS), id="the original's correction, another kind's business"),
    pytest.param(page(*PARAGRAPHS), page(*PARAGRAPHS, top=f"{BYLINE}<p>Published 2026-11-17</p><p>Listen to this article 5 min</p><p>Facebook Twitter Email Print</p><p>5 min read</p>"), id="the page's date, player, buttons and reading time"),
    pytest.param(page(*PARAGRAPHS), page(*PARAGRAPHS, bottom="<p>For more local news, visit Quay Post or follow us on Facebook.</p>"), id="the page's way to itself"),
    pytest.param(page(*PARAGRAPHS), page(*PARAGRAPHS, headline=f"{HEADLINE} | Quay Post"), id="the page's name after the headline"),
    pytest.param(page(figure(f"<figcaption>{CAPTION} Photo: Ada Finch/HNS</figcaption>"), *PARAGRAPHS), page('<img src="/p/smith-and-door.jpg" width="800">', f"<p>{CAPTION} (Ada Finch/HNS)</p>", *PARAGRAPHS), id="a caption in a paragraph, its credit in brackets"),
]  # fmt: skip
FAILED = [
    pytest.param(page(*PARAGRAPHS), page(SECOND, THIRD), "a cut", id="the first paragraph cut"),
    pytest.param(page(*PARAGRAPHS, top=f'<p class="dek">{DEK}</p>{BYLINE}'), page(SECOND, THIRD), "a cut", id="dek and first paragraph cut"),
    pytest.param(page(FIRST, '<p><a href="/x">Related: A door is found</a></p>', SECOND, THIRD), page(SECOND, THIRD), "a cut", id="the first paragraph cut, a box behind it"),
    pytest.param(page(FIRST, SECOND, QUOTED, THIRD), page(FIRST, SECOND, THIRD), "a cut", id="a quotation cut that is no pull quote"),
    pytest.param(page(*PARAGRAPHS), page(FIRST, "The town hall will open a service on Monday, and residents can sign up for the program there.", SECOND, THIRD), "an addition", id="a service told in the story"),
    pytest.param(page(*PARAGRAPHS), page(*PARAGRAPHS, headline=f"{HEADLINE} - a scandal"), "headline", id="words after the headline"),
]  # fmt: skip


@pytest.mark.parametrize(("original", "republication"), PASSED)
@pytest.mark.parametrize("kind", ["no_edit", "full_text"])
def test_what_a_site_puts_around_a_story_is_no_edit(kind, original, republication):
    finding = judged(kind, Given(republication, original=original))
    assert finding.verdict.value == "passed", finding


@pytest.mark.parametrize(("original", "republication", "reason"), FAILED)
def test_what_only_looks_like_it_is_an_edit(original, republication, reason):
    finding = judged("no_edit", Given(republication, original=original))
    assert finding.verdict.value == "failed" and reason in finding.reason, finding


def test_a_correction_kept_below_the_story_is_not_the_end_that_was_cut_off():
    corrected = "<p><em>Correction: There are 27 chairs.</em></p>"
    original, cut = (
        page(FIRST, SECOND, QUOTED, THIRD, bottom=corrected),
        page(FIRST, SECOND, bottom=corrected),
    )
    finding = judged("no_edit", Given(cut, "allow: [cuts_at_end]", original=original))
    assert finding.verdict.value == "passed", finding


def test_a_site_name_behind_the_headline_is_known_from_the_pages_metadata():
    named = page(*PARAGRAPHS, headline=f"{HEADLINE} - Quay Post").replace(
        "<head>", '<head><meta property="og:site_name" content="Quay Post">'
    )
    assert judged("headline", Given(named, original=page(*PARAGRAPHS))).verdict.value == "passed"


PICTURE = figure("<figcaption>The smith and his door. Photo: {}</figcaption>")


@pytest.mark.parametrize(
    ("was", "there", "options", "verdict"),
    [
        pytest.param("Ada Finch/HNS", "Ada Finch/HNS", "", "passed", id="kept"),
        pytest.param("Ada Finch/HNS", "Otto Grell", "", "failed", id="somebody else named"),
        pytest.param("Ada Finch/Quay Pictures", "Ada Finch", "", "cant-tell", id="a part of it"),
        pytest.param("Ada Finch via AP", "Ada Finch, AP", 'names: ["via AP"]', "passed", id="the asked name in another form"),
        pytest.param("Ada Finch", "Ada Finch", 'names: ["via AP"]', "failed", id="the asked name nowhere"),
    ],
)  # fmt: skip
def test_the_credit_of_a_picture_is_looked_for_on_the_page(was, there, options, verdict):
    original, republication = (page(PICTURE.format(each), *PARAGRAPHS) for each in (was, there))
    finding = judged("image_credit", Given(republication, options, original=original))
    assert finding.verdict.value == verdict, finding
