"""Without an original the story is told from everything else on the page by the form of its paragraphs."""

import pytest

from licheck.model.zones import Zone
from licheck.readers.html import read_text as html
from licheck.readers.markdown import read as markdown
from licheck.zones.by_form import zones_by_form

# Paragraphs of an invented story; each is prose by its length.
FERRY = [
    "The ferry to Sankt Olav will stop running in November, the harbour office said, and nobody on the island knows who is going to carry the mail.",
    "Three engines have failed since the spring, according to a report that the crew handed to the council, and the fourth is held together with wire.",
    "The council has set aside money for a survey of the pier, but the survey cannot begin before the ice has gone and the divers are back from the south.",
    "People here have begun to stock flour and lamp oil in their cellars, the way their grandparents did when the strait froze for eleven weeks in a row.",
    "A decision about a second ship is expected after the election, when the new members have had time to read the forty pages that the engineers wrote.",
    "Until then the pilot boat will make two crossings a week, weather permitting, with room for twelve passengers and no more than one coffin at a time.",
]
P = [f"<p>{paragraph}</p>" for paragraph in FERRY]
HEAD = "<title>Ferry to stop in November | The Skerry Post</title>"
H1 = "<h1>Ferry to stop in November</h1>"


def body(*parts, head=HEAD):
    return html("page.html", f"<html><head>{head}</head><body>{''.join(parts)}</body></html>")


def zone(page, words):
    """The zone of the block that begins with these words."""
    zones = zones_by_form(page)
    (found,) = {zones.of[at] for at, block in enumerate(page.blocks) if block.text.startswith(words)}
    return found


def story(page):
    return [page.blocks[at].text for at in zones_by_form(page).blocks(Zone.ARTICLE)]


@pytest.mark.parametrize(
    "wrap",
    [
        pytest.param(lambda p: f"<div class=text>{''.join(p)}</div>", id="paragraphs in one box"),
        pytest.param(
            lambda p: "".join(
                f"<section class='el el-{at}'><div class=in>{x}</div></section>" for at, x in enumerate(p)
            ),
            id="each paragraph in boxes of its own",
        ),
        pytest.param(
            lambda p: (
                f"<div class=grid><div class=col><div class=text>{p[0]}{p[1]}</div></div></div><aside><p>Advertisement</p></aside>"
                f"<div class=grid><div class=col><div class=text>{''.join(p[2:])}</div></div></div>"
            ),
            id="cut into two boxes by an advertisement",
        ),
        pytest.param(
            lambda p: "<div class=text>" + "<br><br>".join(x[3:-4] for x in p) + "</div>",
            id="lines with breaks between them",
        ),
        pytest.param(lambda p: "".join(f"<div>{x[3:-4]}</div>" for x in p), id="divs instead of paragraphs"),
        pytest.param(
            lambda p: "<table><tr><td class=nav>Home</td><td>" + "".join(p) + "</td></tr></table>",
            id="in a table for layout",
        ),
        pytest.param(
            lambda p: f"<form id=aspnet><div class=main>{''.join(p)}</div></form>",
            id="the whole page in a form",
        ),
    ],
)
def test_story_is_found_however_the_template_wraps_its_paragraphs(wrap):
    page = body("<nav><a href=/>Home</a></nav>", H1, wrap(P), "<footer><p>Imprint</p></footer>")
    assert story(page) == FERRY


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("<h2>Engines held together with wire</h2>", id="sub-heading"),
        pytest.param(
            "<div class=cross><h3>What the crew says</h3></div>", id="sub-heading in a box of its own"
        ),
        pytest.param("<p>Nobody was surprised.</p>", id="short paragraph"),
        pytest.param("<p>WHAT HAPPENS NEXT</p>", id="sub-heading set as a paragraph"),
        pytest.param("<ul><li>the pilot boat sails twice a week</li></ul>", id="list"),
        pytest.param(
            "<blockquote class=quote><p>We have carried the mail since my grandfather's day, and we will carry it again.</p></blockquote>",
            id="quotation",
        ),
    ],
)
def test_what_belongs_to_the_story_between_its_paragraphs_is_the_story(piece):
    page = body(H1, f"<div class=text>{P[0]}{P[1]}{P[2]}{piece}{''.join(P[3:])}</div>")
    assert len(story(page)) == len(FERRY) + 1


LONG_CAPTION = "The harbour of Sankt Olav in March, with the old ferry at the pier and the new crane behind it. Photo: Ines Rahl"


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param(f"<figure><img src=a.jpg><p>{LONG_CAPTION}</p></figure>", id="paragraph in a figure"),
        pytest.param(f"<div class=media><div class=caption><p>{LONG_CAPTION}</p></div></div>", id="caption by its label"),
        pytest.param(
            "<div class=factbox><h3>The ferry in figures</h3><p>Built in 1961 in a yard that no longer exists, she carries"
            " forty cars and has crossed the strait more than ninety thousand times.</p></div>",
            id="fact box",
        ),
        pytest.param(
            "<blockquote class='twitter-tweet'><p>The ferry is gone and nobody told us, we are standing at the pier with"
            " two goats and a piano since six in the morning</p></blockquote>",
            id="what somebody wrote on another site",
        ),
        pytest.param("<div class=hidden-label>Article content</div>", id="line of the interface"),
        pytest.param(
            "<ul><li><a href=/x>Old ferry fails its third inspection in a year</a></li></ul>", id="list of links"
        ),
        pytest.param("<p><a href=/x>Read also: Old ferry fails its third inspection</a></p>", id="link to another story"),
        pytest.param("<aside><p>Our newsletter brings you the news of the islands every Friday, free of charge and without"
                     " advertising.</p></aside>", id="aside"),
    ],
)  # fmt: skip
def test_what_only_stands_between_the_paragraphs_is_not_the_story(piece):
    page = body(H1, f"<div class=text>{P[0]}{P[1]}{P[2]}{piece}{''.join(P[3:])}</div>")
    assert story(page) == FERRY


def test_box_of_one_site_with_a_generated_name_in_each_label_is_one_shape():
    parts = [f"<div class='text c-{at}f{at}'>{x}</div>" for at, x in enumerate(P)]
    assert story(body(H1, f"<main>{''.join(parts)}</main>")) == FERRY


def test_comments_longer_than_the_story_are_not_the_story():
    remark = "<div class=comment><p>I have lived on this island for sixty years and the ferry has never once been on time in winter, so spare me the tears now.</p></div>"
    page = body(H1, f"<div class=text>{''.join(P[:3])}</div>", f"<div class=comments>{remark * 30}</div>")
    assert story(page) == FERRY[:3]


def test_second_story_on_the_same_page_is_not_the_story():
    other = "<article><h1>Wolves seen near the school</h1><div class=text>" + "".join(
        f"<p>The {nth} pack was seen behind the school before dawn, the warden said, and the children were kept inside until noon.</p>"
        for nth in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
    )
    page = body(f"<article>{H1}<div class=text>{''.join(P)}</div></article>{other}</div></article>")
    assert story(page) == FERRY


def test_introduction_of_the_site_above_the_headline_is_not_the_story():
    intro = "<div class=text><p>The Skerry Post is written by the people of nine islands, for the people of nine islands, and has been since 1924, whatever the weather.</p></div>"
    page = body(intro, H1, f"<div class=story>{''.join(P[:2])}</div>")
    assert story(page) == FERRY[:2]


def test_beginning_that_is_set_apart_is_the_story():
    page = body(f"<article>{H1}<div class=lead>{P[0]}</div><div class=text>{''.join(P[1:])}</div></article>")
    assert story(page) == FERRY


def test_caption_between_headline_and_story_is_not_its_beginning():
    page = body(f"<article>{H1}<div class=top><img src=a.jpg><p>{LONG_CAPTION}</p></div><div class=text>{''.join(P)}</div></article>")  # fmt: skip
    assert story(page) == FERRY


@pytest.mark.parametrize(
    "lead", [pytest.param("", id="plain"), pytest.param(P[0], id="below the introduction")]
)
def test_byline_among_the_paragraphs_is_above_the_story_and_not_in_it(lead):
    page = body(H1, f"<div class=text>{lead}<p>By Ines Rahl</p>{''.join(P[1:])}</div>")
    assert zone(page, "By Ines Rahl") is Zone.TOP


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("© 2024 The Skerry Post. All rights reserved. No part of this page may be copied or sold to anybody.", id="copyright"),
        pytest.param("Ines Rahl is a reporter for the Skerry Post, where she covers harbours, ice and the price of flour.", id="who wrote it"),
        pytest.param("This story was originally published by the Skerry Post and is republished here with its kind permission.", id="where it is from"),
        pytest.param("Sign up for our weekly letter and have the news of the nine islands in your mailbox on Friday morning.", id="sign-up"),
        pytest.param("Ines Rahl reported from Sankt Olav.", id="who reported from where"),
        pytest.param("Hat Ihnen dieser Artikel gefallen? Dann erzählen Sie es Ihren Nachbarn auf der Insel, bevor das Eis kommt.", id="German"),
    ],
)  # fmt: skip
def test_line_about_the_page_at_the_end_is_below_the_story(line):
    page = body(H1, f"<div class=text>{''.join(P)}<p>{line}</p></div>")
    assert zone(page, line[:20]) is Zone.BOTTOM
    assert story(page) == FERRY


def test_short_last_sentence_is_the_story():
    page = body(H1, f"<div class=text>{''.join(P)}<p>The goats stayed behind.</p></div>")
    assert story(page) == [*FERRY, "The goats stayed behind."]


def test_short_last_sentence_with_a_link_in_it_is_the_story():
    last = 'The goats have <a href="/goats">a keeper</a> of their own now, who is paid in cheese.'
    page = body(H1, f"<div class=text>{''.join(P)}<p>{last}</p></div>")
    assert story(page) == [*FERRY, "The goats have a keeper of their own now, who is paid in cheese."]


def test_short_last_line_that_is_mostly_a_link_is_not_the_story():
    last = '<a href="/goats">The goats of Sankt Olav have a keeper</a> now.'
    page = body(H1, f"<div class=text>{''.join(P)}<p>{last}</p></div>")
    assert story(page) == FERRY


def test_heading_over_a_list_of_other_stories_is_not_the_story():
    page = body(H1, f"<div class=text>{''.join(P)}<h3>More from the islands</h3></div>")
    assert story(page) == FERRY


def test_scripts_without_spaces_have_words_too():
    lines = [
        "港の事務所によると、島へ渡る船は十一月に運航を終える予定で、郵便を誰が運ぶのかまだ決まっていない。",
        "春から三つの機関が故障し、残る一つも針金で留めてあるだけだと、乗組員は議会に報告した。",
        "住民は冬に備えて小麦粉とランプの油を地下室に蓄え始めており、祖父母の時代を思い出している。",
    ]
    page = body(
        "<h1>島の船</h1><div class=text>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>", head=""
    )
    assert story(page) == lines


def test_page_of_short_lines_has_a_story():
    lines = [
        "A poem about a ferry that sank twice",
        "and rose again to carry the goats",
        "home over the grey water at night",
    ]
    page = body(
        "<h1>Poem of the month</h1><div class=text>" + "".join(f"<p>{x}</p>" for x in lines) + "</div>",
        head="",
    )
    assert story(page) == lines


def test_markdown_has_a_story():
    page = markdown(
        "story.md", f"# Ferry to stop\n\nBy Ines Rahl\n\n{chr(10).join(x + chr(10) for x in FERRY)}".encode()
    )
    assert story(page) == FERRY
    assert zone(page, "By Ines") is Zone.TOP


def test_page_without_prose_has_no_story():
    zones = zones_by_form(body("<nav><a href=/>Home</a><a href=/a>About</a></nav>", H1))
    assert (zones.first, zones.last) == (-1, -1) and zones.blocks(Zone.ARTICLE) == ()


def test_blocks_known_to_be_a_notice_are_not_the_story():
    page = body(H1, f"<div class=text>{''.join(P)}</div>")
    last = len(page.blocks) - 1
    zones = zones_by_form(page, frozenset({last}))
    assert zones.of[last] is Zone.BOTTOM and zones.last == last - 1


def test_ten_thousand_nested_boxes_cost_no_more_than_their_number():
    """The time must not grow with depth times boxes: 100 ms for this page would be a hundred times too much."""
    import time

    page = body("<div>" * 10_000, H1, *(f"<div>{x}" for x in P * 200))
    begun = time.thread_time()
    zones_by_form(page)
    assert time.thread_time() - begun < 2
