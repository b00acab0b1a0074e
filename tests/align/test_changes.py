"""What a republication changed: each kind, each permission, and what is no change at all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pairs import changed, kinds, page_of, zones_of

from licheck.align.blocks import align
from licheck.align.changes import changes
from licheck.model.change import ChangeKind, Permission
from licheck.model.original import Original
from licheck.model.page import BlockKind, Embed, Image, Link, Meta
from licheck.readers import read

FREE = Permission
FERRY = "The council of Saltmere voted to buy a second-hand ferry for 312 commuters, its engineers said."
SEATS = (
    "The boat needs new engines, new seats and a new name. Nobody in the harbor office knows what it costs."
)
VOSS = "“I have no reason to trust them,” said Adaline Voss, a baker. “They told us twice, and they forgot.”"
GULLS = "Until spring the ferry lies at the outer pier, and the gulls have it to themselves."
STORY = [FERRY, SEATS, VOSS, GULLS]
GERMAN = "Der Rat von Salzmoor hat beschlossen, eine Fähre zu kaufen, sagte {} am Hafen, und das ist nicht zu viel."


def one(old, new, language="en"):
    """The only change that there is when a paragraph was `old` and became `new`."""
    before, after = (STORY[:2], STORY[2:]) if language == "en" else ([], [])
    found = changed(
        page_of([*before, old, *after], language=language), page_of([*before, new, *after], language=language)
    )
    assert len(found) == 1, found
    return found[0]


def texts(change):
    return (
        change.original.text if change.original else None,
        change.page.text if change.page else None,
    )


@pytest.mark.parametrize(
    ("old", "new", "kind", "passages"),
    [
        pytest.param("The crew have found work.", "The crew have lost work.", "reworded", ("found", "lost"), id="a word"),
        pytest.param("“We never promised a bridge,” he said.", "“We always promised a bridge,” he said.", "quotation", ("never", "always"), id="quoted in English"),
        pytest.param("He said ‘it was never late’ to them.", "He said ‘it was always late’ to them.", "quotation", ("never", "always"), id="quoted with single quotes"),
        pytest.param("„Es war nie spät“, sagte der Wirt am Hafen.", "„Es war oft spät“, sagte der Wirt am Hafen.", "quotation", ("nie", "oft"), id="quoted in German"),
        pytest.param("Il dit : « Ce bac n’a jamais flotté. »", "Il dit : « Ce bac n’a toujours flotté. »", "quotation", ("jamais", "toujours"), id="quoted in French"),
        pytest.param("»Det var aldrig sent,« sagde hun på havnen.", "»Det var altid sent,« sagde hun på havnen.", "quotation", ("aldrig", "altid"), id="quoted in Danish"),
        pytest.param("— Nunca fue tarde — dijo la mujer del puerto.", "— Siempre fue tarde — dijo la mujer del puerto.", "quotation", ("Nunca", "Siempre"), id="speech after a dash"),
        pytest.param("他说：“这条船从来不晚。”后来他走了。", "他说：“这条船从来很晚。”后来他走了。", "quotation", ("不", "很"), id="quoted in Chinese"),
        pytest.param("“I saw it. I did not sign it,” he said.", "“I saw it,” he said.", "quotation", ("I did not sign it", None), id="a quotation cut short"),
        pytest.param("“I signed it,” he said.", "“I never signed it,” he said.", "quotation", (None, "never"), id="a word put into a quotation"),
        pytest.param("“Never,” he said then.", "“Always,” he said then.", "quotation", ("Never", "Always"), id="a quotation of one word"),
        pytest.param("“It cost 300 dollars,” he said.", "“It cost 400 dollars,” he said.", "quotation", ("300", "400"), id="a number in a quotation"),
        pytest.param("It cost 3.5 million in all.", "It cost 35 million in all.", "number", ("3.5", "35"), id="a decimal point"),
        pytest.param("It cost $5 million in all.", "It cost €5 million in all.", "number", ("$", "€"), id="another currency"),
        pytest.param("It cost 5 million in all.", "It cost 5 billion in all.", "number", ("million", "billion"), id="another magnitude"),
        pytest.param("It fell to -5 degrees then.", "It fell to 5 degrees then.", "number", ("-", None), id="a minus lost"),
        pytest.param("It had three masts and a keel.", "It had four masts and a keel.", "number", ("three", "four"), id="a number in words"),
        pytest.param("A lawyer for Orrin Kessel called.", "A lawyer for Orrin Krohn called.", "name", ("Kessel", "Krohn"), id="a name"),
        pytest.param("Adaline Voss did not call back then.", "Bettina Voss did not call back then.", "name", ("Adaline", "Bettina"), id="a name that begins a sentence"),
        pytest.param("The crew did not sign the paper.", "The crew did sign the paper.", "cut", ("not", None), id="a word cut"),
        pytest.param("The crew did sign the paper.", "The crew did not sign the paper.", "added", (None, "not"), id="a word added"),
        pytest.param("It opens on Tuesday in the harbor.", "It opens on Wednesday in the harbor.", "reworded", ("Tuesday", "Wednesday"), id="another day"),
        pytest.param("It opens next week in the harbor.", "It opened last week in the harbor.", "reworded", ("opens next", "opened last"), id="the future made past"),
        pytest.param("It had masts and a keel.", "It had 2 masts and a keel.", "added", (None, "2"), id="a number put in"),
        pytest.param("It had masts and a keel in it.", "It had masts and a watch in it.", "reworded", ("keel", "watch"), id="a word that begins boxes"),
        pytest.param("It ran for the last 3 weeks in all.", "It ran for the last 4 weeks in all.", "number", ("3", "4"), id="a number in a relative time"),
    ],
)  # fmt: skip
def test_an_edit_is_found_for_what_it_is(old, new, kind, passages):
    change = one(old, new)
    assert (change.kind, texts(change)) == (ChangeKind(kind), passages)
    assert change.permitted_by == frozenset()


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        pytest.param("Karla Brenn", "Karla Brand", ChangeKind.NAME, id="a family name"),
        pytest.param("Frau Brenn", "Frau Brand", ChangeKind.NAME, id="a name after Frau"),
        pytest.param("ein Haus", "ein Gebäude", ChangeKind.REWORDED, id="a noun"),
    ],
)
def test_where_all_nouns_have_capitals_only_names_are_names(old, new, kind):
    assert one(GERMAN.format(old), GERMAN.format(new), "de").kind is kind


@pytest.mark.parametrize(
    ("language", "old", "new", "permission"),
    [
        pytest.param("en", "It came yesterday with the weed in the lock.", "It came on Tuesday with the weed in the lock.", FREE.RELATIVE_TIME, id="yesterday"),
        pytest.param("en", "It came last night with the weed in the lock.", "It came Monday night with the weed in the lock.", FREE.RELATIVE_TIME, id="last night"),
        pytest.param("en", "It came this week with the weed in the lock.", "It came last week with the weed in the lock.", FREE.RELATIVE_TIME, id="this week"),
        pytest.param("en", "It came today with the weed in the lock.", "It came on November 17, 2026 with the weed in the lock.", FREE.RELATIVE_TIME, id="today as a date"),
        pytest.param("en", "It came two years ago with the weed in the lock.", "It came in 2024 with the weed in the lock.", FREE.RELATIVE_TIME, id="two years ago"),
        pytest.param("en", "It came on Tuesday with the weed in the lock.", "It came on Tuesday, Nov. 17, with the weed in the lock.", FREE.RELATIVE_TIME, id="a date beside the day"),
        pytest.param("de", "Das kam gestern Abend mit dem Tang und ist nicht das, was sie sagte.", "Das kam am Montagabend mit dem Tang und ist nicht das, was sie sagte.", FREE.RELATIVE_TIME, id="gestern Abend"),
        pytest.param("nl", "Dat kwam gisteren met het wier en is niet wat ze zei op de kade.", "Dat kwam op dinsdag met het wier en is niet wat ze zei op de kade.", FREE.RELATIVE_TIME, id="gisteren"),
        pytest.param("pl", "To się stało wczoraj w porcie i nie jest to, co powiedział na początku.", "To się stało we wtorek w porcie i nie jest to, co powiedział na początku.", FREE.RELATIVE_TIME, id="wczoraj"),
        pytest.param("pt", "Isso foi ontem no porto e não é o que ele disse em casa da mãe.", "Isso foi na terça-feira no porto e não é o que ele disse em casa da mãe.", FREE.RELATIVE_TIME, id="ontem"),
        pytest.param("en", "People who live here like it as it is.", "People who live in Saltmere like it as it is.", FREE.PLACE, id="here"),
        pytest.param("en", "People in Portland like it as it is.", "People in Portland, Oregon, like it as it is.", FREE.PLACE, id="a state"),
        pytest.param("en", "People in Portland, Ore., like it as it is.", "People in Portland, Oregon, like it as it is.", FREE.PLACE, id="a state written out"),
        pytest.param("en", "People in Saltmere like it as it is.", "People in Saltmere, Fenshire, like it as it is.", FREE.PLACE, id="a county nobody knows"),
        pytest.param("en", "Some 12 percent of it sank in the harbor.", "Some 12 per cent of it sank in the harbor.", FREE.HOUSE_STYLE, id="per cent"),
        pytest.param("en", "Some 12 percent of it sank in the harbor.", "Some 12% of it sank in the harbor.", FREE.HOUSE_STYLE, id="%"),
        pytest.param("en", "Some twenty-one men of it sank in the harbor.", "Some 21 men of it sank in the harbor.", FREE.HOUSE_STYLE, id="twenty-one"),
        pytest.param("en", "Mr. Kessel said that it sank in the harbor.", "Kessel said that it sank in the harbor.", FREE.HOUSE_STYLE, id="Mr. dropped"),
        pytest.param("en", "It sank, Kessel said, in the harbor.", "It sank, Dr Kessel said, in the harbor.", FREE.HOUSE_STYLE, id="Dr added"),
        pytest.param("en", "It was organized by the U.S. navy in the harbor.", "It was organised by the U.S. navy in the harbor.", FREE.HOUSE_STYLE, id="-ised"),
        pytest.param("en", "It was run by the U.S. navy in the harbor.", "It was run by the US navy in the harbor.", FREE.HOUSE_STYLE, id="US"),
        pytest.param("en", "It took 1,200 men in the harbor.", "It took 1200 men in the harbor.", FREE.HOUSE_STYLE, id="a thousand without its comma"),
        pytest.param("en", "The café of Zoë Lund is in the harbor.", "The cafe of Zoë Lund is in the harbor.", FREE.HOUSE_STYLE, id="an accent"),
        pytest.param("en", "It opens on Nov. 17 in the harbor.", "It opens on 17 November in the harbor.", FREE.HOUSE_STYLE, id="a date in another order"),
        pytest.param("en", "It opens Tuesday in the harbor.", "It opens on Tuesday in the harbor.", FREE.HOUSE_STYLE, id="on before a day"),
        pytest.param("en", "It opens on Nov. 17 in the harbor.", "It opens on Nov. 17th in the harbor.", FREE.HOUSE_STYLE, id="17th"),
        pytest.param("en", "It is a health care center in the harbor.", "It is a healthcare center in the harbor.", FREE.HOUSE_STYLE, id="a compound"),
        pytest.param("en", "The boat of Zoë Lund is in the harbor.", "The boat of Zoe Lund is in the harbor.", FREE.HOUSE_STYLE, id="a name's accent"),
                pytest.param("de", "Das sind 14 Prozent von dem, was die Stadt für sich und den Hafen hat.", "Das sind 14 % von dem, was die Stadt für sich und den Hafen hat.", FREE.HOUSE_STYLE, id="Prozent"),
    ],
)  # fmt: skip
def test_what_a_rule_can_permit_says_which(language, old, new, permission):
    assert permission in one(old, new, language).permitted_by


@pytest.mark.parametrize(
    ("old", "new", "not_by"),
    [
        pytest.param("“I came yesterday,” he said in the harbor.", "“I came on Tuesday,” he said in the harbor.", FREE.RELATIVE_TIME, id="time in a quotation"),
        pytest.param("“I live here,” he said in the harbor.", "“I live in Saltmere,” he said in the harbor.", FREE.PLACE, id="place in a quotation"),
        pytest.param("It came Monday with the weed in the lock.", "It came Tuesday with the weed in the lock.", FREE.RELATIVE_TIME, id="another weekday"),
        pytest.param("It came in 2019 with the weed in the lock.", "It came in 2020 with the weed in the lock.", FREE.RELATIVE_TIME, id="another year"),
        pytest.param("People in Portland, Oregon, like it as it is.", "People in Portland, Maine, like it as it is.", FREE.PLACE, id="another state"),
        pytest.param("Some 12 percent of it sank in the harbor.", "Some 12 of it sank in the harbor.", FREE.HOUSE_STYLE, id="percent lost"),
        pytest.param("It took twelve men in the harbor.", "It took 13 men in the harbor.", FREE.HOUSE_STYLE, id="another number"),
        pytest.param("Mr. Kessel said that it sank in the harbor.", "Mr. Kesler said that it sank in the harbor.", FREE.HOUSE_STYLE, id="another name"),
    ],
)  # fmt: skip
def test_what_looks_like_it_is_not_permitted(old, new, not_by):
    assert not_by not in one(old, new).permitted_by


def test_a_dateline_put_before_the_story_is_permitted():
    found = changed(page_of(STORY), page_of([f"SALTMERE, Ore. (TW) — {FERRY}", *STORY[1:]]))
    assert [each.permitted_by for each in found] == [{FREE.PLACE, FREE.HOUSE_STYLE}]


@pytest.mark.parametrize("at", [pytest.param(0, id="first"), pytest.param(4, id="last")])
def test_a_short_paragraph_at_an_end_of_the_story_is_compared_too(at):
    old, new = [*STORY], [*STORY]
    old.insert(at, "“Never,” he said.")
    new.insert(at, "“Always,” he said.")
    assert kinds(changed(page_of(old), page_of(new))) == [ChangeKind.QUOTATION]


def test_blocks_without_words_are_no_sentences():
    assert kinds(changed(page_of([*STORY, "“", "A“"]), page_of([*STORY, "“"]))) == [ChangeKind.CUT]


def test_two_permitted_changes_side_by_side_are_told_as_two():
    old, new = (
        "They came here yesterday with twelve men.",
        "They came to Saltmere on Tuesday with twelve men.",
    )
    found = changed(page_of([FERRY, old, SEATS]), page_of([FERRY, new, SEATS]))
    assert [each.permitted_by for each in found] == [{FREE.PLACE}, {FREE.RELATIVE_TIME}]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param([FERRY, VOSS, GULLS], [("cut", {FREE.CUTS})], id="a paragraph cut"),
        pytest.param([FERRY, SEATS], [("cut", {FREE.CUTS, FREE.CUTS_AT_END})] * 2, id="the end cut"),
        pytest.param([FERRY, SEATS.split(" Nobody")[0], VOSS, GULLS], [("cut", {FREE.CUTS})], id="a sentence cut"),
        pytest.param([FERRY, f"{SEATS} {VOSS}", GULLS], [("merged", {FREE.PARAGRAPHS})], id="merged"),
        pytest.param([FERRY, "The boat needs new engines, new seats and a new name.", "Nobody in the harbor office knows what it costs.", VOSS, GULLS], [("split", {FREE.PARAGRAPHS})], id="split"),
        pytest.param([FERRY, VOSS, GULLS, SEATS], [("moved", set())], id="moved"),
        pytest.param([FERRY, SEATS, "The mayor has bought a house in another town.", VOSS, GULLS], [("added", set())], id="a paragraph added"),
        pytest.param([FERRY, "(RELATED: The harbor that fell asleep)", SEATS, VOSS, GULLS], [("added", {FREE.BOXES})], id="a related line"),
        pytest.param([FERRY, "Editor’s note: This story was shortened.", SEATS, VOSS, GULLS], [("added", {FREE.EDITORS_NOTE})], id="a note"),
        pytest.param([FERRY, ("What it costs", BlockKind.HEADING), SEATS, VOSS, GULLS], [("sub-heading", {FREE.SUBHEADINGS})], id="a sub-heading"),
        pytest.param([FERRY, "What it costs", SEATS, VOSS, GULLS], [("sub-heading", {FREE.SUBHEADINGS})], id="a sub-heading as a paragraph"),
        pytest.param([FERRY, SEATS, ("“They told us twice, and they forgot.”", BlockKind.QUOTE), VOSS, GULLS], [("added", {FREE.BOXES})], id="a pull quote"),
        pytest.param([FERRY, "Photo by Sanna Roe/The Tarn Wire", SEATS, VOSS, "The ferry (Photo: Roe)", GULLS], [], id="captions that are paragraphs"),
        pytest.param([FERRY, SEATS, "Correction officers have asked for another boat, too.", VOSS, GULLS], [("added", set())], id="a sentence that begins like a note"),
        pytest.param([f"T {FERRY[1:]}", SEATS, VOSS, GULLS], [], id="a drop cap"),
        pytest.param([FERRY, "Page 2 of 3", SEATS, "Continue reading", VOSS, ("Photo: Sanna Roe", BlockKind.CAPTION), GULLS], [], id="pages and captions"),
    ],
)  # fmt: skip
def test_paragraphs_and_what_stands_between_them(page, expected):
    found = changed(page_of(STORY), page_of(page))
    assert [(each.kind.value, each.permitted_by) for each in found] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("The ferry sank on Monday.", [True], id="on what the story is about"),
        pytest.param("The mayor has resigned.", [False], id="on something else"),
        pytest.param("“We never liked the ferry,” said the mayor.", [True], id="a quotation"),
        pytest.param("We will follow the ferry for you.", [], id="the site speaks"),
        pytest.param("Send us your photos of the ferry.", [], id="a call to readers"),
        pytest.param("Read more about the ferry.", [], id="read more"),
        pytest.param("Sanna Roe is a reporter on the ferry desk.", [], id="the writer"),
        pytest.param("This story was first published by The Tarn Wire.", [], id="a credit"),
        pytest.param("Reporting by Sanna Roe at the harbor.", [], id="a credit line"),
        pytest.param("The ferry at the outer pier. Photo: Sanna Roe.", [], id="a caption"),
        pytest.param("Nobody wants the ferry", [], id="a teaser without a full stop"),
        pytest.param("Comments are closed.", [], id="the page"),
        pytest.param("THE FERRY SANK ON MONDAY.", [], id="in capitals"),
    ],
)
def test_a_short_line_below_the_story_is_an_addition_when_it_reads_like_one(line, expected):
    found = changed(page_of(STORY), page_of([*STORY, line]))
    assert [(each.kind, each.sure) for each in found] == [(ChangeKind.ADDED, sure) for sure in expected]


@pytest.mark.parametrize(
    "box",
    [
        "<p>Advertisement. Scroll to continue reading.</p>",
        "<p>Article continues after this ad</p>",
        '<div class="poll"><h4>What do you think of the ferry?</h4></div>',
        '<section class="article-quiz"><h3>How well do you know the ferry?</h3><p>Ten questions for those who stayed.</p></section>',
    ],
)
def test_a_box_between_the_paragraphs_is_a_box(box):
    ours, theirs = (
        read(
            "a.html",
            "".join([f"<p>{STORY[0]}</p>", more, *(f"<p>{text}</p>" for text in STORY[1:])]).encode(),
        )
        for more in ("", box)
    )
    assert all(FREE.BOXES in each.permitted_by for each in changed(ours, theirs)), changed(ours, theirs)


def test_a_short_line_with_a_link_below_the_story_is_a_teaser():
    line = "The ferry sank on Monday."
    texts = [*STORY, line]
    page = page_of(texts, links=[Link("https://quay.example/1", line, 4, 0, len(line), 0)])
    assert changed(page_of(STORY), page) == ()


def test_a_short_line_above_the_story_may_be_a_dek():
    (found,) = changed(page_of(STORY), page_of(["The ferry sank on Monday.", *STORY]))
    assert (found.permitted_by, found.sure) == ({FREE.DEK}, False)


PUBLISHED = "2026-11-18"  # a Wednesday


@pytest.mark.parametrize(
    ("old", "new", "when", "permitted"),
    [
        pytest.param("came yesterday", "came on Tuesday", PUBLISHED, True, id="yesterday was that day"),
        pytest.param("came yesterday", "came on Wednesday", PUBLISHED, False, id="yesterday was another day"),
        pytest.param("came yesterday", "came on Wednesday", "", True, id="no knowing when"),
        pytest.param("came yesterday", "came on Monday", "2026-11-18T02:00:00Z", True, id="late at night in Greenwich"),
        pytest.param("came yesterday", "came on Friday", "2026-11-18T02:00:00Z", False, id="neither day"),
        pytest.param("came today", "came on Nov. 18, 2026,", PUBLISHED, True, id="the date"),
        pytest.param("came today", "came on Nov. 19, 2026,", PUBLISHED, False, id="another date"),
        pytest.param("came last night", "came Tuesday night", PUBLISHED, True, id="last night"),
        pytest.param("came last night", "came Sunday night", PUBLISHED, False, id="another night"),
        pytest.param("came on Tuesday", "came on Tuesday, Nov. 17,", PUBLISHED, True, id="a date for the day"),
        pytest.param("came on Tuesday", "came on Tuesday, Nov. 18,", PUBLISHED, False, id="a wrong date for the day"),
        pytest.param("came on Tuesday", "came yesterday", PUBLISHED, True, id="the other way round"),
        pytest.param("came on Sunday", "came yesterday", PUBLISHED, False, id="the other way round, wrong"),
    ],
)  # fmt: skip
def test_a_day_told_from_another_one_must_be_the_same_day(old, new, when, permitted):
    told = [Meta("date", when, 'meta "article:published_time"', 0)] if when else []
    before, after = (f"It {words} with the weed in the lock of the harbor." for words in (old, new))
    found = changed(page_of([*STORY, before], metadata=told), page_of([*STORY, after]))
    assert found
    assert all((FREE.RELATIVE_TIME in each.permitted_by) is permitted for each in found), found


HEAD = ("Town buys a ferry nobody wants", BlockKind.HEADING)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Town buys a ferry nobody wants", [], id="the same"),
        pytest.param("TOWN BUYS A FERRY NOBODY WANTS", [], id="in capitals"),
        pytest.param("Town buys a ferry nobody wants | The Tarn Wire", [], id="with the name of the site"),
        pytest.param("Council votes for a boat", [{FREE.HEADLINE}], id="another"),
    ],
)
def test_the_headline_is_held_against_the_title(title, expected):
    found = changed(page_of(STORY), page_of([HEAD, *STORY]), headline=0, title=title)
    assert [each.permitted_by for each in found if each.kind is ChangeKind.HEADLINE] == expected
    assert all(each.kind is ChangeKind.HEADLINE for each in found)


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        pytest.param("Town buys a ferry nobody wants to sail", True, id="its end is missing"),
        pytest.param("Town buys a ferry nobody wants | The Tarn Wire", False, id="the name of the site is missing"),
        pytest.param("Town buys a ferry nobody wants - Tarn Wire", False, id="the name of the site behind a dash"),
    ],
)  # fmt: skip
def test_a_headline_that_was_cut_is_another_where_the_original_shows_the_whole(title, cut):
    shown = page_of([(title, BlockKind.HEADING), *STORY])
    found = changed(shown, page_of([HEAD, *STORY]), headline=0, title=title)
    assert any(each.kind is ChangeKind.HEADLINE for each in found) is cut


@pytest.mark.parametrize(
    ("heading", "changed_"),
    [
        pytest.param('<h1><span class="kicker">Local news</span> {}</h1>', False, id="the section in front of it"),
        pytest.param('<h1><span class="kicker">Local news</span>{}</h1>', False, id="without a space between"),
        pytest.param('<h1 class="a"><a href="/local">Local &amp; near</a>: {}</h1>', False, id="the section as a link"),
        pytest.param("<h1>Local news: {}</h1>", True, id="words in front of it"),
        pytest.param("<h1><span>Unlike any</span> town, {}</h1>", True, id="more words in front of it"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("turned", [False, True], ids=["on the page", "in the original"])
def test_a_label_in_the_heading_is_no_part_of_the_headline(heading, changed_, turned):
    body = "".join(f"<p>{text}</p>" for text in STORY)
    plain, labelled = (
        read("a.html", f"<article>{one.format(HEAD[0])}{body}</article>".encode())
        for one in ("<h1>{}</h1>", heading)
    )
    ours, theirs = (labelled, plain) if turned else (plain, labelled)
    found = changed(ours, theirs, headline=0, title=ours.blocks[0].text)
    assert any(each.kind is ChangeKind.HEADLINE for each in found) is changed_


def link(href, block, text, source):
    start = source[block].index(text)
    return Link(href, text, block, start, start + len(text), 0)


URL = "https://records.example/votes/7"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        pytest.param(URL, [], id="the same"),
        pytest.param(
            "http://www.records.example/votes/7/?utm_source=news", [], id="http, www, a slash and tracking"
        ),
        pytest.param("/votes/7", [], id="relative"),
        pytest.param("https://records.example/votes/8", [ChangeKind.LINK_RETARGETED], id="elsewhere"),
        pytest.param("", [ChangeKind.LINK_LOST], id="lost"),
    ],
)
def test_links_of_the_story_are_compared(href, expected):
    original = page_of(STORY, links=[link(URL, 0, "voted to buy", STORY)])
    page = page_of(STORY, links=[link(href, 0, "voted to buy", STORY)] if href else [])
    assert kinds(changed(original, page, url="https://records.example/story")) == expected


def test_a_link_on_words_that_had_none_is_added_but_not_the_link_back():
    url = "https://tarnwire.example/ferry"
    page = page_of(
        STORY, links=[link("https://shop.example", 1, "new seats", STORY), link(url, 0, "council", STORY)]
    )
    (change,) = changed(page_of(STORY), page, url=url)
    assert (change.kind, change.page.text) == (ChangeKind.LINK_ADDED, "new seats")


def picture(src, alt="", caption="", block=1):
    return Image(src, alt, "", block, 0, 0, 800, 500, caption=caption)


CREDITED = "The ferry at the outer pier on Monday. Photo: Sanna Wickrée"


@pytest.mark.parametrize(
    ("images", "expected"),
    [
        pytest.param([picture("/up/ferry-1024x683.jpg?w=80", caption=CREDITED)], [], id="the same file in another size"),
        pytest.param([picture("/up/8871.webp", "A ferry", CREDITED)], [], id="the same description"),
        pytest.param([picture("/up/8871.webp", "", CREDITED)], [], id="the same caption"),
        pytest.param([picture("/up/ferry.jpg", "A ferry", "The ferry at the outer pier on Monday.")], [ChangeKind.IMAGE_CREDIT_LOST], id="no credit"),
        pytest.param([], [ChangeKind.IMAGE_LOST], id="lost"),
        pytest.param([picture("ferry.jpg", caption=CREDITED), picture("duck.jpg", block=3)], [ChangeKind.IMAGE_ADDED], id="another one"),
        pytest.param([picture("ferry.jpg", caption=CREDITED), picture("/img/site-logo.png", block=3)], [], id="a logo beside it"),
    ],
)  # fmt: skip
def test_pictures_of_the_story_are_compared(images, expected):
    original = page_of(STORY, images=[picture("https://cdn.example/ferry.jpg", "A ferry", CREDITED)])
    assert sorted(map(str, kinds(changed(original, page_of(STORY, images=images))))) == [*map(str, expected)]


def video(number, block=1):
    return Embed("iframe", f"https://www.youtube.com/embed/film{number}", block, 0, -1)


@pytest.mark.parametrize(
    ("embeds", "expected"),
    [
        pytest.param([video(1, 3)], [], id="the same, lower down"),
        pytest.param([], [ChangeKind.EMBED_LOST], id="lost"),
        pytest.param([video(1)._replace(src="", lazy=video(1).src)], [], id="loaded by a script"),
        pytest.param([video(1)._replace(hidden="in an HTML comment")], [ChangeKind.EMBED_LOST], id="hidden"),
        pytest.param([video(1), video(2)], [ChangeKind.EMBED_ADDED], id="another one"),
        pytest.param([video(2)], [ChangeKind.EMBED_LOST, ChangeKind.EMBED_ADDED], id="another one instead"),
    ],
)
def test_embeds_of_the_story_are_compared(embeds, expected):
    original = replace(page_of(STORY), embeds=(video(1),))
    assert set(kinds(changed(original, replace(page_of(STORY), embeds=tuple(embeds))))) == set(expected)


def test_what_stands_on_the_original_outside_its_story_is_not_added():
    notice = "Republish this story for free, as long as you name us and change nothing in it."
    original = page_of([*STORY, notice])
    source = Original(original, (0, 1, 2, 3))
    page = page_of([FERRY, notice, SEATS, VOSS, GULLS])
    found = align([block.text for block in page.blocks], dict(enumerate(STORY)))
    assert changes(page, source, found, zones_of(page)) == ()


def test_a_dek_that_the_page_describes_itself_with_is_permitted_as_one():
    dek = "How a town came to own a ferry that its engineers had warned of."
    page = page_of([HEAD, dek, *STORY], metadata=[Meta("description", dek, "meta", 0)])
    found = changed(page_of(STORY), page, headline=0)
    assert all(each.permitted_by == {FREE.DEK} for each in found)


# --- what always holds

PARAGRAPHS = st.lists(
    st.sampled_from([*STORY, "He left.", "* * *", "„Nie“, sagte er.", "12 percent", "Ü 3,5 % — U.S. don’t", "一九七〇年。"])
    | st.text(alphabet="abc AB.,'\"“”12-\u00ad\u200b é%$", min_size=1, max_size=60).filter(str.strip),
    min_size=1,
    max_size=10,
)  # fmt: skip


@given(PARAGRAPHS)
def test_a_story_is_not_changed_beside_itself(paragraphs):
    assert changed(page_of(paragraphs), page_of(paragraphs)) == ()


@given(PARAGRAPHS, PARAGRAPHS)
def test_passages_are_exactly_the_texts_at_their_places(old, new):
    original, page = page_of(old), page_of([STORY[0], *new])
    for change in changed(page_of([STORY[0], *old]), page):
        assert change.page or change.original
        for passage, texts in ((change.page, [STORY[0], *new]), (change.original, [STORY[0], *old])):
            if passage is not None:
                assert texts[passage.block][passage.start : passage.end] == passage.text
    assert original.blocks


TYPOGRAPHY = st.lists(
    st.sampled_from(
        [
            lambda text: text.replace("“", '"').replace("”", '"').replace("’", "'"),
            lambda text: text.replace("“", "«").replace("”", "»"),
            lambda text: text.replace(" ", "\u00a0"),
            lambda text: text.replace("e", "e\u00ad"),
            lambda text: text.replace("fi", "ﬁ").replace("ff", "ﬀ"),
            lambda text: text.replace(" and ", " \u200band "),
            lambda text: text.replace(", ", " – "),
            lambda text: "\U000e0100\U000e0123\ufeff" + text,
            lambda text: text.replace("office", "of-\nfice"),
            lambda text: text.replace("second-hand", "second‑hand"),
            str.upper,
        ]
    ),
    max_size=4,
)


@given(TYPOGRAPHY)
def test_typography_is_no_change(folds):
    page = STORY
    for fold in folds:
        page = [fold(text) for text in page]
    assert changed(page_of(STORY), page_of(page)) == ()
