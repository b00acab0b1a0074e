"""Every form in which a credit stands on real pages, or only seems to: each is judged as a fair reader would.

Page, people and publisher are invented. A case says what comes out, and words that the report must say about it.
"""

import socket
import unicodedata
from dataclasses import dataclass

import pytest
from held_against import (
    ADDRESS,
    CREDIT,
    HEADLINE,
    NOTICE,
    PARAGRAPHS,
    PIXEL,
    STORY,
    held,
    html,
    markdown,
    original_by,
    text,
    told,
    verdicts,
)

from licheck.model.finding import Standing
from licheck.read import read_page
from licheck.readers import read

BYLINE = "<p>By Rosalind Petrie</p>"
FULL = "<p>By Rosalind Petrie, Tidewater News Service</p>"
LOGO = '<p><img src="/m/7.png" alt="Tidewater News Service logo" width="200" height="60"></p>'
COUNTER = f'<img src="{PIXEL}" alt="">'
TEASERS = "".join(f"<li><a href='/n/{at}'>The {at} things to know about weed</a></li>" for at in range(4))


@dataclass(frozen=True)
class Form:
    """A page and what must come out: requirement=verdict words in `expect`, and `says` of the first of them."""

    page: str
    expect: str
    says: str = ""
    name: str = "page.html"
    original: str | None = None
    people: tuple[str, ...] = ()

    @property
    def wanted(self) -> dict[str, str]:
        return dict(pair.split("=") for pair in self.expect.split())


def judge(form):
    report = held(form.page, form.name, original=form.original, people=form.people)
    found = verdicts(report)
    said = "\n".join(told(report, name) for name in form.wanted)
    assert {name: found[name] for name in form.wanted} == form.wanted, said
    assert form.says in told(report, next(iter(form.wanted)))


def forms(**cases):
    return [pytest.param(form, id=name.replace("_", " ")) for name, form in cases.items()]


def everything(top=FULL, **more):
    """A page on which all is well."""
    head = f'<link rel="canonical" href="{ADDRESS}">'
    return html(top + LOGO + CREDIT, **{"head": head, "bottom": COUNTER, **more})


def test_a_page_on_which_all_is_well_passes_everything():
    assert set(verdicts(held(everything())).values()) == {"passed"}


@pytest.mark.parametrize(
    "form",
    forms(
        the_notice_names_publisher_logo_and_byline_and_is_none_of_them=Form(
            html(bottom=f"<p>{NOTICE}</p>"),
            "byline=failed affiliation=failed logo=failed credit_line=failed",
            "the publisher's own notice asks for the credit; it is not one",
        ),
        the_notice_in_italics_with_a_link=Form(
            html(bottom=f"<p><em>{NOTICE.replace('logo', '<a href=/l>logo</a>')}</em></p>"),
            "affiliation=failed byline=failed logo=failed",
            "licence notice",
        ),
        an_organisation_as_author=Form(
            html("<p>By Tidewater News Service</p>"),
            "byline=failed affiliation=passed",
            "an organisation is named as author: By Tidewater News Service",
        ),
        contributor_in_place_of_the_affiliation=Form(
            html("<p>By Rosalind Petrie, Contributor</p>"),
            "affiliation=failed byline=passed",
            "credited without the affiliation",
        ),
        another_company_with_a_shorter_name=Form(
            html("<p>By Rosalind Petrie, Tidewater</p>"),
            "affiliation=failed byline=passed",
            "'Tidewater' is not Tidewater News Service",
        ),
        another_company_with_a_longer_name=Form(
            html("<p>By Rosalind Petrie, Tidewater News Service Holdings</p>"),
            "byline=passed",
        ),
    ),
)
def test_who_is_named_as_what(form):
    judge(form)


LD = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"%s","author":{"@type":"Person","name":"Rosalind Petrie"}}</script>'  # fmt: skip


@pytest.mark.parametrize(
    "form",
    forms(
        in_json_ld=Form(html(head=LD % HEADLINE), "byline=failed", "only in metadata (JSON-LD)"),
        in_a_meta_element=Form(
            html(head='<meta name="author" content="Rosalind Petrie">'), "byline=failed", "only in metadata"
        ),
        in_article_author=Form(
            html(head='<meta property="article:author" content="Rosalind Petrie">'),
            "byline=failed",
            "only in metadata",
        ),
        in_yaml_front_matter=Form(
            markdown(front="title: Clock\nauthor: Rosalind Petrie"),
            "byline=failed",
            "front matter",
            name="page.md",
        ),
        in_a_list_in_front_matter=Form(
            markdown(front="title: Clock\nauthors:\n  - Rosalind Petrie"),
            "byline=failed",
            "front matter",
            name="page.md",
        ),
        as_alternative_text=Form(
            html('<p><img src="/p.jpg" alt="By Rosalind Petrie"></p>'), "byline=failed", "alt text"
        ),
        as_a_title_attribute_of_a_picture=Form(
            html('<p><img src="/p.jpg" alt="" title="By Rosalind Petrie"></p>'), "byline=failed", "title text"
        ),
        as_alternative_text_in_markdown=Form(
            markdown("![By Rosalind Petrie](p.jpg)"), "byline=failed", "alt text", name="page.md"
        ),
    ),
)
def test_a_name_that_only_machines_read_is_told_and_does_not_count(form):
    judge(form)


@pytest.mark.parametrize(
    "form",
    forms(
        in_related_stories_below=Form(
            html(
                below="<section><h2>Related stories</h2><article><h3><a href=/w>Weed in the upper lock</a></h3>"
                f"<p>By Rosalind Petrie</p></article><ul>{TEASERS}</ul></section>"
            ),
            "byline=failed",
        ),
        in_related_stories_inside_the_story=Form(
            html(
                inside="<aside class=related><h3>Related</h3><a href=/w>Weed in the upper lock</a>"
                "<p>By Rosalind Petrie</p></aside>"
            ),
            "byline=failed",
        ),
        in_most_read=Form(
            html(
                below="<aside><h2>Most read</h2><ol><li><a href=/w>Weed in the upper lock</a>"
                f" <span>By Rosalind Petrie</span></li>{TEASERS}</ol></aside>"
            ),
            "byline=failed",
        ),
        in_most_read_above_the_headline=Form(
            html(story=STORY).replace(
                "<main>",
                "<div><h2>Most read</h2><ol><li><a href=/w>Weed in the upper lock</a>"
                f" <span>By Rosalind Petrie</span></li>{TEASERS}</ol></div><main>",
            ),
            "byline=failed",
        ),
        in_the_comments=Form(
            html(
                below="<section id=comments><h2>2 comments</h2><div><b>Rosalind Petrie</b> says: <p>I wrote about"
                " this clock years ago.</p></div><div><b>Gil Sands</b> says: <p>So you did.</p></div></section>"
            ),
            "byline=failed",
        ),
        as_photographer_in_a_caption=Form(
            html(
                '<figure><img src="/p.jpg" alt=""><figcaption>The clock on Thursday. Photo: Rosalind Petrie'
                "</figcaption></figure>"
            ),
            "byline=failed",
        ),
        as_photographer_on_a_line=Form(html("<p>Photographs by Rosalind Petrie</p>"), "byline=failed"),
        as_editor=Form(html(bottom="<p>Edited by Rosalind Petrie</p>"), "byline=failed"),
        as_a_person_in_the_story=Form(
            html(
                story=STORY.replace(
                    "The council will decide", "“It is ours,” said Rosalind Petrie. The council will decide"
                )
            ),
            "byline=failed",
        ),
        under_the_short_headline_of_another_story=Form(
            html(
                below="<div><h2>Bridge shut for painting</h2><p>By Rosalind Petrie</p><p>The iron bridge is shut.</p></div>"
            ),
            "byline=failed",
        ),
        as_the_first_line_of_an_unrelated_story=Form(
            html(
                below="<article><h2>Iron bridge shut for painting until spring</h2><p>By Rosalind Petrie</p><p>The iron bridge is shut"
                " to carts until the paint is dry, which in this weather may take until the new year.</p></article>"
            ),
            "byline=failed",
        ),
    ),
)
def test_a_name_that_stands_with_something_else_is_no_byline(form):
    judge(form)


@pytest.mark.parametrize(
    "form",
    forms(
        the_sites_admin=Form(
            html(BYLINE, head='<meta name="author" content="admin">'), "byline=passed", "metadata name admin instead"
        ),
        the_newsroom_account=Form(
            html(BYLINE, head='<meta name="author" content="Quay Post Newsroom">'),
            "byline=passed",
            "metadata name Quay Post Newsroom instead",
        ),
        the_person_who_posted_it=Form(
            html(
                "<p>By Rosalind Petrie</p><p>Posted by Gil Sands</p>",
                head=LD.replace("Rosalind Petrie", "Gil Sands") % HEADLINE,
            ),
            "byline=passed",
            "metadata name Gil Sands instead",
        ),
    ),
)  # fmt: skip
def test_a_byline_that_metadata_contradict_counts_and_the_contradiction_is_told(form):
    judge(form)


HIDDEN = {
    "display none": '<p style="display:none">{}</p>',
    "display none, important, in capitals": '<P STYLE="DISPLAY: NONE !important">{}</P>',
    "visibility hidden": '<p style="visibility:hidden">{}</p>',
    "opacity 0": '<p style="opacity:0">{}</p>',
    "the hidden attribute": "<p hidden>{}</p>",
    "font size 0": '<p style="font-size:0">{}</p>',
    "height 0 and overflow hidden": '<div style="height:0;overflow:hidden"><p>{}</p></div>',
    "clipped away": '<p style="position:absolute;clip:rect(0,0,0,0)">{}</p>',
    "clipped away by a path": '<p style="clip-path:inset(100%)">{}</p>',
    "off the screen": '<p style="position:absolute;left:-9999px">{}</p>',
    "indented off the screen": '<p style="text-indent:-9999px">{}</p>',
    "white on white": '<p style="color:#fff;background:#ffffff">{}</p>',
    "white on white by names": '<div style="background-color:white"><p style="color:white">{}</p></div>',
    "inside a template": "<template><p>{}</p></template>",
    "a comment": "<!-- <p>{}</p> -->",
    "inside noscript": "<noscript><p>{}</p></noscript>",
    "escaped as code": "<p>&lt;p&gt;{}&lt;/p&gt;</p>",
    "by a rule for its class": "<style>.c{{display:none}}</style><p class=c>{}</p>",
    "by a rule for its id": "<style>#c{{visibility:hidden}}</style><p id=c>{}</p>",
    "by a rule for an attribute": "<style>[data-c]{{display:none}}</style><p data-c=1>{}</p>",
    "by a rule for a descendant": "<style>.a .b{{display:none}}</style><div class=a><p class=b>{}</p></div>",
    "by a rule for a child": "<style>.a>p{{font-size:0}}</style><div class=a><p>{}</p></div>",
    "inside a box that is hidden": '<div style="display:none"><div><p>{}</p></div></div>',
    "a dialog that is not open": "<dialog><p>{}</p></dialog>",
    "data of a script": '<script>window.state={{"byline":"{}"}}</script>',
}


@pytest.mark.parametrize("markup", [pytest.param(markup, id=name) for name, markup in HIDDEN.items()])
def test_a_byline_that_is_hidden_fails_and_the_report_says_that_it_is_there(markup):
    report = held(html(markup.format("By Rosalind Petrie")))
    assert verdicts(report)["byline"] == "failed"
    said = told(report, "byline")
    assert "Rosalind Petrie" in said.partition("\n")[2] or "script" in markup
    (finding,) = [finding for finding in report.findings if finding.requirement == "byline"]
    assert all(piece.standing is Standing.HIDDEN and piece.note for piece in finding.evidence)


SHOWN = {
    "aria-hidden: eyes see it": '<p aria-hidden="true">{}</p>',
    "a rule for another class": "<style>.c{{display:none}}</style><p class=d>{}</p>",
    "hidden, and shown again by a later rule": "<style>.c{{display:none}}.c{{display:block}}</style><p class=c>{}</p>",
    "a rule for print only": "<style>@media print{{.c{{display:none}}}}</style><p class=c>{}</p>",
    "open details": "<details open><summary>Credits</summary><p>{}</p></details>",
    "the summary of closed details": "<details><summary>{}</summary><p>More.</p></details>",
    "an open dialog": "<dialog open><p>{}</p></dialog>",
    "visible again within what is not": '<div style="visibility:hidden"><p style="visibility:visible">{}</p></div>',
    "small letters": '<p style="font-size:9px">{}</p>',
    "half transparent": '<p style="opacity:.5">{}</p>',
    "white on black": '<p style="color:#fff;background:#000">{}</p>',
}


@pytest.mark.parametrize("markup", [pytest.param(markup, id=name) for name, markup in SHOWN.items()])
def test_a_byline_that_can_be_seen_counts(markup):
    judge(Form(html(markup.format("By Rosalind Petrie")), "byline=passed"))


@pytest.mark.parametrize(
    "form",
    forms(
        closed_details=Form(
            html("<details><summary>Credits</summary><p>By Rosalind Petrie</p></details>"), "byline=cant-tell"
        ),
    ),
)
def test_a_byline_that_a_reader_has_to_open_is_a_doubt(form):
    judge(form)


ONE = ("Rosalind Maud Petrie",)
ALONE = ("Rosalind Petrie",)
TWO = ("Rosalind Petrie", "Ansel Brook")
THREE = (*TWO, "Ida Voss")
NAMES = {
    "an initial for the given name": (ALONE, "By R. Petrie"),
    "initials for given and middle name": (ONE, "By R. M. Petrie"),
    "initials without points": (ONE, "By RM Petrie"),
    "Korean, taken apart": (("김민수",), unicodedata.normalize("NFD", "김민수 기자")),
    "a middle initial": (ONE, "By Rosalind M. Petrie"),
    "a middle name left out": (ONE, "By Rosalind Petrie"),
    "a middle initial added": (ALONE, "By Rosalind M. Petrie"),
    "a middle name added": (ALONE, "By Rosalind Maud Petrie"),
    "accents left off": (("Zoë Bråten",), "By Zoe Braten"),
    "accents added": (("Zoe Braten",), "By Zoë Bråten"),
    "umlauts spelt out": (("Jörg Müller",), "By Joerg Mueller"),
    "capitals": (ALONE, "BY ROSALIND PETRIE"),
    "capitals with a sharp s": (("Rosa Weiß",), "VON ROSA WEISS"),
    "small letters": (ALONE, "by rosalind petrie"),
    "a usual short form": (("William Petrie",), "By Bill Petrie"),
    "family name first": (ALONE, "Petrie, Rosalind"),
    "a title before it": (ALONE, "By Dr. Rosalind Petrie"),
    "a degree behind it": (ALONE, "By Rosalind Petrie, PhD"),
    "two with and": (TWO, "By Rosalind Petrie and Ansel Brook"),
    "two with an ampersand": (TWO, "By Rosalind Petrie &amp; Ansel Brook"),
    "two with a comma": (TWO, "By Rosalind Petrie, Ansel Brook"),
    "two with a slash": (TWO, "By Rosalind Petrie / Ansel Brook"),
    "two with a line break": (TWO, "By Rosalind Petrie<br>Ansel Brook"),
    "two in elements of their own": (TWO, "By <span>Rosalind Petrie</span><span>Ansel Brook</span>"),
    "two links": (TWO, "By <a href=/r>Rosalind Petrie</a> <a href=/a>Ansel Brook</a>"),
    "two paragraphs": (TWO, "By Rosalind Petrie</p><p>By Ansel Brook"),
    "two in another order": (TWO, "By Ansel Brook and Rosalind Petrie"),
    "three with commas and and": (THREE, "By Rosalind Petrie, Ansel Brook and Ida Voss"),
    "three with commas and an ampersand": (THREE, "By Rosalind Petrie, Ansel Brook, &amp; Ida Voss"),
    "three on lines": (THREE, "By<br>Rosalind Petrie<br>Ansel Brook<br>Ida Voss"),
    "Words by": (ALONE, "Words by Rosalind Petrie"),
    "Von": (ALONE, "Von Rosalind Petrie"),
    "Par": (ALONE, "Par Rosalind Petrie"),
    "Por": (ALONE, "Por Rosalind Petrie"),
    "Chinese: text by": (("陈雨山",), "文/陈雨山"),
    "Chinese: reporter": (("陳雨山",), "記者 陳雨山"),
    "Chinese: reporter, glued": (("陳雨山",), "記者陳雨山／潮汐鎮報導"),
    "no word before it": (ALONE, "Rosalind Petrie"),
    "name, outlet and day on one line": (ALONE, "Rosalind Petrie | Tidewater News Service | 22 November 2026"),
    "By in an element of its own": (ALONE, "<span>By</span><a href=/r>Rosalind Petrie</a>"),
    "By on a line of its own": (ALONE, "By</p><p>Rosalind Petrie"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("people", "line"), [pytest.param(people, line, id=name) for name, (people, line) in NAMES.items()]
)
@pytest.mark.parametrize("where", ["top", "bottom"])
def test_however_the_same_people_are_written_they_are_credited(people, line, where):
    page = html(**{where: f"<p>{line}</p>"})
    judge(Form(page, "byline=passed", original=original_by(*people)))
    judge(Form(page, "byline=passed", original="", people=people))


ODD = {
    "a no-break space": "By Rosalind\u00a0Petrie",
    "a no-break space as an entity": "By&nbsp;Rosalind&nbsp;Petrie",
    "a narrow no-break space": "By Rosalind\u202fPetrie",
    "soft hyphens": "By Rosa\u00adlind Pet\u00adrie",
    "soft hyphens as entities": "By Rosa&shy;lind Pet&shy;rie",
    "a zero-width space": "By Rosa\u200blind Petrie",
    "a zero-width joiner": "By Rosalind\u200d Petrie",
    "a byte order mark": "By \ufeffRosalind Petrie",
    "direction marks": "By \u200eRosalind Petrie\u200f",
    "full-width letters": "By Ｒｏｓａｌｉｎｄ Petrie",
    "an element inside the name": "By Rosa<b>lind</b> Petrie",
    "a line end in the source": "By Rosalind\n      Petrie",
}


@pytest.mark.parametrize("line", [pytest.param(line, id=name) for name, line in ODD.items()])
def test_signs_that_nobody_sees_do_not_make_another_name(line):
    judge(Form(html(f"<p>{line}</p>"), "byline=passed"))


@pytest.mark.parametrize(
    ("person", "line"),
    [
        pytest.param("Griffin Ofield", "By Griﬃn Oﬁeld", id="ligatures"),
        pytest.param(
            "Zoë Bråten", unicodedata.normalize("NFD", "By Zoë Bråten"), id="letters taken apart (NFD)"
        ),
        pytest.param("Maire O'Keefe", "By Maire O’Keefe", id="a curly apostrophe"),
        pytest.param("Maire O’Keefe", "By Maire O&#39;Keefe", id="a straight apostrophe"),
        pytest.param("Ida Voss-Lind", "By Ida Voss‑Lind", id="a no-break hyphen"),
    ],
)
def test_typography_does_not_make_another_name(person, line):
    judge(Form(html(f"<p>{line}</p>"), "byline=passed", original=original_by(person)))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("By Rosalind Реtrie", "look", id="two Cyrillic letters"),
        pytest.param("By Rоsalind Petrie", "look", id="one Cyrillic letter in the given name"),
        pytest.param("By Rosalind Petriе", "look", id="one Cyrillic letter at the end"),
        pytest.param("By Rοsalind Petrie", "look", id="a Greek letter"),
        pytest.param("By Rosalind Petrle", "mis", id="one letter replaced"),
        pytest.param("By Rosalnd Petrie", "mis", id="one letter left out"),
        pytest.param("By Rosalind Pertie", "mis", id="two letters swapped"),
    ],
)
def test_another_letter_is_another_name_and_the_report_says_how_near_it_is(line, says):
    judge(Form(html(f"<p>{line}</p>"), "byline=failed", says))


SENTENCE = "This article is republished from Tidewater News Service under a free licence."
LINKED = f"[Tidewater News Service]({ADDRESS})"


@pytest.mark.parametrize(
    "form",
    forms(
        plain=Form(html(f"<p>{SENTENCE}</p>"), "credit_line=passed"),
        broken_by_emphasis_and_a_link_in_markdown=Form(
            markdown(f"_This article is republished from_ {LINKED} _under a free licence._"),
            "credit_line=passed link_back=passed",
            name="page.md",
        ),
        broken_by_strong_words_in_markdown=Form(
            markdown(bottom=f"*This article is* **republished** *from {LINKED} under a free licence.*"),
            "credit_line=passed link_back=passed",
            name="page.md",
        ),
        broken_by_elements=Form(
            html(
                "<p><em>This article is </em><b>re</b>published <i>from <a href=/x><span>Tidewater</span> News"
                " Service</a></i> under a free licence.</p>"
            ),
            "credit_line=passed",
        ),
        with_odd_spaces_and_quotes=Form(
            html("<p>This article is re\u00adpublished from “Tidewater\u00a0News Service” under a free licence.</p>"),
            "credit_line=passed",
        ),
        as_the_last_line=Form(html(bottom=f"<p>{SENTENCE}</p>"), "credit_line=passed"),
        in_a_box_below_the_story=Form(
            html(bottom=f'<div class="box"><p>{SENTENCE}</p></div>'), "credit_line=passed"
        ),
        as_alternative_text=Form(
            html(f'<p><img src="/c.png" alt="{SENTENCE}"></p>'), "credit_line=failed", "alternative text"
        ),
        hidden=Form(html(f'<p style="display:none">{SENTENCE}</p>'), "credit_line=failed"),
        publisher_at_the_end_of_the_headline=Form(
            html(headline=f"{HEADLINE} | Tidewater News Service"),
            "credit_line=failed affiliation=failed",
            "named in the headline: that is no credit",
        ),
        publisher_in_the_title_element=Form(
            html(title=f"{HEADLINE} | Tidewater News Service"), "credit_line=failed affiliation=failed"
        ),
        publisher_in_the_counters_address=Form(
            html(bottom=COUNTER), "credit_line=failed affiliation=failed link_back=failed"
        ),
        publisher_in_the_counters_alternative_text=Form(
            html(bottom=f'<img src="{PIXEL}" alt="Tidewater News Service" width=1 height=1>'),
            "credit_line=failed affiliation=failed logo=failed",
            "alternative text",
        ),
    ),
)  # fmt: skip
def test_a_credit_line_is_a_sentence_that_readers_see(form):
    judge(form)


@pytest.mark.parametrize(
    "form",
    forms(
        a_day=Form(
            html("<p>This article was first published by Tidewater News Service on tt.mm.jjjj.</p>"),
            "credit_line=failed",
            "placeholder",
        ),
        an_address_in_braces=Form(
            html("<p>This article was first published by Tidewater News Service: {url}</p>"),
            "credit_line=failed link_back=failed",
            "placeholder",
        ),
        a_link_in_brackets=Form(
            html("<p>This article was first published by Tidewater News Service. Read it here: [link].</p>"),
            "credit_line=failed",
            "placeholder",
        ),
        the_author_in_brackets=Form(
            html("<p>By [AUTHOR]</p>"), "byline=failed", "; a placeholder was left in: [AUTHOR]."
        ),
        the_author_in_brackets_with_the_publisher=Form(
            html("<p>By [AUTHOR], Tidewater News Service</p>"), "byline=failed", "left in: [AUTHOR]."
        ),
        the_author_in_braces=Form(html("<p>By {author}</p>"), "byline=failed", "left in: {author}."),
        the_author_in_two_braces=Form(
            html("<p>By {{ author }}</p>"), "byline=failed", "left in: {{ author }}."
        ),
        the_authors_name_in_words=Form(
            html("<p>By Author Name</p>"), "byline=failed", "left in: Author Name."
        ),
        the_authors_name_in_words_of_an_unknown_writer=Form(
            html("<p>By AUTHOR NAME</p>"), "byline=failed", "left in: AUTHOR NAME.", original=""
        ),
        what_licheck_itself_proposes=Form(
            html("<p>By FIRST AND LAST NAME, Tidewater News Service</p>"),
            "byline=failed",
            "left in: FIRST AND LAST NAME.",
        ),
        to_come=Form(html("<p>By TK</p>"), "byline=failed", "left in: TK."),
        filling_text=Form(html("<p>By Lorem Ipsum</p>"), "byline=failed", "left in: Lorem Ipsum."),
    ),
)
def test_a_placeholder_that_nobody_filled_in_fails(form):
    judge(form)


@pytest.mark.parametrize(
    "form",
    forms(
        alive=Form(html(bottom=COUNTER), "tracking_pixel=passed"),
        glued_to_the_last_word_of_a_markdown_story=Form(
            markdown(last=f"![]({PIXEL})"), "tracking_pixel=passed", name="page.md"
        ),
        twice=Form(html(bottom=COUNTER * 2), "tracking_pixel=passed", "is there twice"),
        lazy=Form(
            html(bottom=f'<img src="{PIXEL}" alt="" loading="lazy">'), "tracking_pixel=passed", "may never be fetched"
        ),
        in_a_comment=Form(html(bottom=f"<!-- {COUNTER} -->"), "tracking_pixel=failed", "in an HTML comment"),
        escaped=Form(
            html(bottom=f"<p>&lt;img src=&quot;{PIXEL}&quot;&gt;</p>"), "tracking_pixel=failed", "as escaped text"
        ),
        in_json_state=Form(
            html(bottom=f'<script type="application/json">{{"html":"<img src=\\"{PIXEL}\\">"}}</script>'),
            "tracking_pixel=failed",
            "as data of a script (JSON)",
        ),
        in_noscript=Form(html(bottom=f"<noscript>{COUNTER}</noscript>"), "tracking_pixel=failed", "<noscript>"),
        in_a_template=Form(html(bottom=f"<template>{COUNTER}</template>"), "tracking_pixel=failed", "dead"),
        in_data_src=Form(html(bottom=f'<img data-src="{PIXEL}" alt="">'), "tracking_pixel=failed", "data-src"),
        in_data_src_behind_a_dot=Form(
            html(bottom=f'<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="{PIXEL}" alt="">'),
            "tracking_pixel=failed",
            "data-src",
        ),
        through_an_image_proxy=Form(
            html(bottom=f'<img src="https://i0.wp.com/{PIXEL[8:]}?resize=1%2C1" alt="">'),
            "tracking_pixel=failed",
            "fetched through another server (i0.wp.com)",
        ),
        of_another_article=Form(
            html(bottom=COUNTER.replace("4711", "4712")), "tracking_pixel=failed", "counts another article (4712)"
        ),
        none=Form(html(), "tracking_pixel=failed"),
    ),
)  # fmt: skip
def test_a_counter_counts_where_a_browser_fetches_it(form):
    judge(form)


@pytest.mark.parametrize(
    "form",
    forms(
        a_picture_that_says_so=Form(html(LOGO), "logo=passed"),
        of_the_size_of_letters=Form(
            html('<p><img src="/t.png" alt="Tidewater News Service" style="width:1em;height:1em"></p>'),
            "logo=failed",
            "site icon",
        ),
        of_sixteen_pixels=Form(
            html('<p><img src="/t.png" alt="Tidewater News Service" width="16" height="16"></p>'),
            "logo=failed",
            "site icon",
        ),
        the_sites_icon_in_the_head=Form(
            html(head='<link rel="icon" href="https://tidewater.example/logo.png">'), "logo=failed"
        ),
        rehosted_with_the_publisher_as_alternative_text=Form(
            html('<p><img src="/static/brand-7.svg" alt="Tidewater News Service"></p>'),
            "logo=passed",
            "its alternative text says so",
        ),
        commented_out=Form(html(f"<!-- {LOGO} -->"), "logo=failed", "in an HTML comment"),
        on_a_plain_text=Form(
            text("By Rosalind Petrie"), "logo=cant-tell byline=passed", "cannot carry a logo", "page.txt"
        ),
        on_a_markdown_without_pictures=Form(
            markdown("By Rosalind Petrie"), "logo=cant-tell byline=passed", "holds no picture", "page.md"
        ),
        on_a_markdown_with_another_picture=Form(
            markdown("![The lower lock](lock.jpg)"), "logo=failed", name="page.md"
        ),
    ),
)  # fmt: skip
def test_a_logo_is_a_picture_that_readers_see(form):
    judge(form)


def canonical(*addresses, **more):
    return html(head="".join(f'<link rel="canonical" href="{address}">' for address in addresses), **more)


@pytest.mark.parametrize(
    "form",
    forms(
        as_the_original_has_it=Form(canonical(ADDRESS), "canonical=passed"),
        without_tls=Form(canonical(ADDRESS.replace("https", "http")), "canonical=passed"),
        with_www=Form(canonical(ADDRESS.replace("//", "//www.")), "canonical=passed"),
        host_in_capitals=Form(canonical("HTTPS://Tidewater.EXAMPLE/clock/4711"), "canonical=passed"),
        with_an_end_slash=Form(canonical(ADDRESS + "/"), "canonical=passed"),
        with_tracking=Form(canonical(ADDRESS + "?utm_source=quay&amp;fbclid=x"), "canonical=passed"),
        with_a_fragment=Form(canonical(ADDRESS + "#top"), "canonical=passed"),
        the_amp_twin=Form(canonical(ADDRESS + "/amp"), "canonical=passed"),
        the_amp_twin_by_parameter=Form(canonical(ADDRESS + "?amp=1"), "canonical=passed"),
        the_same_twice=Form(canonical(ADDRESS, ADDRESS + "/"), "canonical=passed"),
        two_different_ones=Form(canonical(ADDRESS, "https://quay.example/clock"), "canonical=failed"),
        in_the_body=Form(html(f'<link rel="canonical" href="{ADDRESS}">'), "canonical=failed"),
        relative=Form(canonical("/clock/4711"), "canonical=failed"),
        the_page_itself=Form(canonical("https://quay.example/clock"), "canonical=failed"),
        commented_out=Form(
            html(head=f'<!-- <link rel="canonical" href="{ADDRESS}"> -->'), "canonical=failed"
        ),
        of_another_story=Form(canonical(ADDRESS[:-1]), "canonical=failed"),
        another_case_in_the_path=Form(canonical(ADDRESS.replace("clock", "Clock")), "canonical=failed"),
        behind_noscript_with_a_picture=Form(
            html(
                head='<noscript><img src="https://stats.quay.example/p.gif" alt=""></noscript>'
                f'<link rel="canonical" href="{ADDRESS}">'
            ),
            "canonical=passed",
        ),
    ),
)
def test_a_canonical_address_is_compared_as_search_engines_do(form):
    judge(form)


def test_a_host_in_other_letters_is_the_same_as_its_punycode():
    original = original_by("Rosalind Petrie").replace(ADDRESS, "https://bücher.tidewater.example/uhr")
    page = canonical("https://xn--bcher-kva.tidewater.example/uhr")
    judge(Form(page, "canonical=passed", original=original))


def test_addresses_are_never_fetched(monkeypatch):
    """A page is checked before it is published: its canonical address may not be live."""

    def refuse(*arguments, **more):
        raise AssertionError("licheck went to the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert set(verdicts(held(everything())).values()) == {"passed"}


OWN = "".join(f"<p>{paragraph}</p>" for paragraph in (
    "The bakery on the quay has a new oven, and a queue since Monday that reaches as far as the harbour office.",
    "It bakes two hundred loaves in an hour. The old one, which was built before the railway, managed sixty.",
    "The baker says that nothing about the bread has changed, and nobody in the queue seems to believe her.",
))  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "<p>The Tidewater News Service runs a fleet of nine boats.</p>", id="named in the story"
        ),
        pytest.param(
            "<p>“We shall miss the old oven,” the Tidewater News Service wrote on Monday.</p>", id="quoted"
        ),
        pytest.param('<p>See <a href="https://tidewater.example/">its site</a> for more.</p>', id="linked"),
        pytest.param(f"<blockquote><p>{NOTICE}</p></blockquote>", id="its notice quoted"),
        pytest.param('<p><img src="/x.png" alt="Tidewater News Service"></p>', id="its name on a picture"),
    ],
)
def test_a_page_that_only_mentions_the_publisher_is_held_against_nothing(line):
    page = html("<p>By Gil Sands</p>", story=OWN, inside=line, title="New oven", headline="A new oven")
    report = held(page, original="", chosen_by="")
    assert (report.rule_sets, report.findings, report.verdict.value) == ((), (), "inapplicable")
    assert report.reason


def test_what_is_read_says_where_a_credit_stands_and_keeps_its_words():
    page = html(
        FULL, bottom="<p>Photographs by Ansel Brook</p>", head=LD.replace("Rosalind", "Gil") % HEADLINE
    )
    reading = read_page(read("page.html", page.encode()), last_year=2026)
    assert reading.visible_authors == ("Rosalind Petrie",)
    assert reading.metadata_authors == ("Gil Petrie",)
    assert reading.affiliations == ("Tidewater News Service",)
    assert reading.title == HEADLINE
    assert all(paragraph in reading.body for paragraph in PARAGRAPHS)
    seen = [credit for credit in reading.credits if credit.standing is Standing.SEEN and credit.sure]
    assert [(credit.role.value, credit.zone.value) for credit in seen] == [
        ("writer", "top credit zone"),
        ("photographer", "bottom credit zone"),
    ]
    first = seen[0]
    assert reading.page.blocks[first.block].text[first.start : first.end] == first.text
    assert reading.page.locate(reading.page.blocks[first.block], first.start) == (8, 4)
