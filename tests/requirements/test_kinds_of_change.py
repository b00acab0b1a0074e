"""The kinds that judge by what was changed: `no_edit`, `keep_links`, `headline`, `full_text`, `excerpt`,
`edit_disclosure` and `images`.
"""

import re

import pytest
from invented import HEADLINE, PARAGRAPHS, Given, html, judged, text

from licheck.errors import RuleSetError

QUOTED = (
    "“We have never sold so few rolls and heard so many stories,” said Petra Holm, who owns the bakery and"
    " its 27 chairs."
)
LINKED = 'The smith has <a href="https://smithy.example/prices">a price list</a> in his window, which is 40 years old.'
PICTURE = (
    '<figure><img src="https://harbour.example/pictures/door.jpg" alt="A door" width="800" height="500">'
    "<figcaption>The door. Photo: Ada Finch</figcaption></figure>"
)
STORY = (*PARAGRAPHS, LINKED, QUOTED)
REPLACED = re.compile(r"((?:[^\s<>]+ ){3})[\w,.’]+(?![^<]*>)")  # three words, and the one after them


def paragraphs(*texts: str) -> str:
    return "\n".join(f"<p>{each}</p>" for each in texts)


def page(*texts: str, top: str = "", bottom: str = "", headline: str = HEADLINE) -> str:
    return html(top, story=paragraphs(*texts), bottom=bottom).replace(HEADLINE, headline)


ORIGINAL = html(
    "<p>By Marta Quill, University of Eastmere</p>",
    story=PICTURE + paragraphs(*STORY),
    head='<link rel="canonical" href="https://harbour.example/doors/4711">',
)
WHOLE = page(*STORY)
CUT = page(*STORY[:3])
TIMELESS = tuple(each.replace("on Monday", "on Tuesday") for each in STORY)
MISQUOTED = tuple(each.replace("so few rolls", "so many rolls") for each in STORY)
MISCOUNTED = tuple(each.replace("27 chairs", "72 chairs") for each in STORY)
UNLINKED = tuple(
    each.replace('<a href="https://smithy.example/prices">a price list</a>', "a price list") for each in STORY
)
ASTRAY = tuple(each.replace("https://smithy.example/prices", "https://quay.example/smith") for each in STORY)


def case(kind, verdict, reason, given, options="", *, original=ORIGINAL, id):
    return pytest.param(kind, options, given, original, verdict, reason, id=f"{kind}: {id}")


CASES = [
    case("no_edit", "passed", "The story stands as in the original.", WHOLE, id="nothing changed"),
    case(
        "no_edit",
        "passed",
        "The story stands as in the original.",
        page(*(each.replace("“", '"').replace("”", '"') for each in STORY)),
        id="plain quotation marks",
    ),
    case("no_edit", "failed", "an altered quotation", page(*MISQUOTED), id="a quotation"),
    case("no_edit", "failed", "an altered number", page(*MISCOUNTED), id="a number"),
    case("no_edit", "failed", "cut", CUT, id="an end cut off"),
    case("no_edit", "passed", "permitted", CUT, "allow: [cuts_at_end]", id="an end cut off, permitted"),
    case("no_edit", "failed", "addition", page(*STORY[:2], "All this was long foretold by a baker in the next town, who had said so in public.", *STORY[2:]), id="a paragraph added"),
    case("no_edit", "failed", "addition", page(*STORY, bottom="<p>The bakery burned down.</p>"), id="a short line added at the end"),
    case("no_edit", "cant-tell", "may be an addition or the site's own", page(*STORY, bottom="<p>He was a good man.</p>"), id="a short line that may be the site's own"),
    case("no_edit", "passed", "stands as in the original", page(*STORY, bottom="<p>Follow us for more on the bakery.</p>"), id="a call to readers"),
    case("no_edit", "passed", "stands as in the original", page(*STORY, bottom='<p><a href="/7">The bakery burned down.</a></p>'), id="a teaser"),
    case("no_edit", "failed", "reworded", page(*(REPLACED.sub(r"\1 swopped", each) for each in STORY)), id="every fourth word replaced"),
    case("no_edit", "failed", "headline", page(*STORY, headline="Door delays the daily bread of a whole town"), id="another headline"),
    case(
        "no_edit",
        "passed",
        "permitted: another headline",
        page(*STORY, headline="Door delays the daily bread of a whole town"),
        "allow: [headline]",
        id="another headline, permitted",
    ),
    case("no_edit", "cant-tell", "Without an original", WHOLE, original="", id="no original"),
    case("keep_links", "passed", "The links of the story are kept (1 link).", WHOLE, id="kept"),
    case("keep_links", "failed", "a lost link", page(*UNLINKED), id="lost"),
    case("keep_links", "failed", "a link that leads elsewhere", page(*ASTRAY), id="retargeted"),
    case(
        "keep_links",
        "inapplicable",
        "The original's text has no links.",
        page(*UNLINKED),
        original=html(story=paragraphs(*UNLINKED)),
        id="none to keep",
    ),
    case("keep_links", "cant-tell", "Without an original", WHOLE, original="", id="no original"),
    case("headline", "passed", "The headline is the original's.", WHOLE, id="the same"),
    case("headline", "passed", "The headline is the original's.", page(*STORY, headline=HEADLINE.upper()), id="in capitals"),
    case(
        "headline",
        "failed",
        f"The headline was changed; the original's is: {HEADLINE}.",
        page(*STORY, headline="Door delays the daily bread of a whole town"),
        id="another",
    ),
    case("headline", "cant-tell", "Without an original", WHOLE, original="", id="no original"),
    case("full_text", "passed", "The whole story is there", WHOLE, id="all of it"),
    case("full_text", "failed", "Only a part of the story is there", CUT, id="a part of it"),
    case("full_text", "passed", "The whole story is there", CUT, "least: 0.5", id="enough of it"),
    case("full_text", "cant-tell", "Without an original", WHOLE, original="", id="no original"),
    case("excerpt", "passed", "The page has an excerpt", page(STORY[0]), "most_words: 60", id="short"),
    case("excerpt", "failed", "permitted are 60 words", WHOLE, "most_words: 60", id="too many words"),
    case("excerpt", "failed", "permitted are 25% of the story", WHOLE, "most_share: 0.25", id="too large a share"),
    case("excerpt", "failed", "2 paragraphs", WHOLE, "most_paragraphs: 2", id="too many paragraphs"),
    case("excerpt", "cant-tell", "Without an original", WHOLE, "most_words: 60", original="", id="no original"),
    case("edit_disclosure", "inapplicable", "Nothing was changed", WHOLE, id="nothing to disclose"),
    case("edit_disclosure", "failed", "and no line says so", CUT, id="not disclosed"),
    case(
        "edit_disclosure",
        "passed",
        "A line says that the story was edited.",
        page(*STORY[:3], bottom="<p><em>This story has been edited for length.</em></p>"),
        id="disclosed",
    ),
    case(
        "edit_disclosure",
        "failed",
        "and no line says so",
        page(*STORY[:3], bottom="<p><em>This story has been edited for length.</em></p>"),
        'wording: {en: ["Shortened by {republisher} with permission."]}',
        id="disclosed in other words than prescribed",
    ),
    case("edit_disclosure", "inapplicable", "Nothing was cut", page(*MISQUOTED), "only_cuts: true", id="no cut"),
    case("edit_disclosure", "cant-tell", "Without an original", WHOLE, original="", id="no original"),
    case("images", "passed", "No picture of Harbour News Service stands with the story.", WHOLE, "use: none", id="none taken"),
    case(
        "images",
        "failed",
        "There is a picture of Harbour News Service with the story",
        html(story=PICTURE + paragraphs(*STORY)),
        "use: none",
        id="loaded from the publisher",
    ),
    case(
        "images",
        "failed",
        "There is a picture",
        html(story=PICTURE.replace("https://harbour.example/pictures/", "/media/") + paragraphs(*STORY)),
        "use: none",
        id="taken over",
    ),
    case(
        "images",
        "passed",
        "No picture",
        html(story='<img src="/our/own.jpg" alt="A street" width="700">' + paragraphs(*STORY)),
        "use: none",
        id="a picture of the site's own",
    ),
    case(
        "images",
        "cant-tell",
        "whose the story's pictures are",
        html(story='<img src="/our/own.jpg" alt="A street" width="700">' + paragraphs(*STORY)),
        "use: none",
        original="",
        id="whose picture, without the original",
    ),
    case("images", "failed", "a missing picture", WHOLE, "use: keep", id="left out"),
    case("images", "passed", "The original's pictures are there.", html(story=PICTURE + paragraphs(*STORY)), "use: keep", id="kept"),
    case("images", "inapplicable", "The original has no pictures.", WHOLE, "use: keep", original=html(story=paragraphs(*STORY)), id="none to keep"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "options", "given", "original", "verdict", "reason"), CASES)
def test_changes_are_judged_against_the_original(kind, options, given, original, verdict, reason):
    finding = judged(kind, Given(given, options, original=original))
    assert finding.verdict.value == verdict, finding
    assert reason in finding.reason


def test_the_gravest_change_is_told_first_with_both_texts_and_its_place():
    changed = tuple(
        each.replace("so few rolls", "so many rolls").replace("an hour late", "one hour late")
        for each in STORY
    )
    finding = judged("no_edit", Given(page(*changed), original=ORIGINAL))
    best = finding.evidence[0]
    assert "so many rolls" in best.text
    assert "so few rolls" in best.note or "few" in best.note
    assert finding.belongs_at
    assert finding.belongs_at.line == best.line


def test_what_was_cut_is_shown_where_it_stands_in_the_original():
    finding = judged("no_edit", Given(page(*STORY[:1], *STORY[2:]), original=ORIGINAL))
    (evidence,) = finding.evidence
    assert evidence.path == "original.html"
    assert evidence.text.startswith("Customers waited in the rain")
    assert ORIGINAL.split("\n")[evidence.line - 1][evidence.column - 1 :].startswith("Customers waited")


def test_links_in_plain_text_are_no_lost_links():
    finding = judged("keep_links", Given(text(bottom=QUOTED), format="text", original=ORIGINAL))
    assert finding.verdict.value == "cant-tell"


@pytest.mark.parametrize(
    ("kind", "options", "message"),
    [
        ("excerpt", "what: Only a part.", "give a limit"),
        ("excerpt", "most_share: 1.5", "must be a share between 0 and 1"),
        ("full_text", "least: 0.0", "must be a share between 0 and 1"),
        ("images", "what: No pictures.", "lacks the key `use`"),
    ],
)
def test_options_that_make_no_sense_are_refused(kind, options, message):
    with pytest.raises(RuleSetError, match=message):
        judged(kind, Given(WHOLE, options, original=ORIGINAL))
