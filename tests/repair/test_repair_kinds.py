"""What each kind adds, in which form, and when it rather asks a person."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from mending import added, mended, reasons, rules_in, states, workshop

from licheck.model.finding import Verdict
from licheck.repair import Task, applied, kinds, mend
from licheck.requirements import kinds as requirement_kinds

STORY = [
    "The ferry to Ostre will run through the winter, the harbour board said on Friday, though only on days without ice.",
    "For nine years it stayed in its berth from November to March, and whoever had to cross walked to the bridge at Pell.",
    "Nobody asked for more than a timetable, said Runa Vik, who teaches on the island and lives in the town by the quay.",
]
TITLE = "Ferry runs through the winter"
URL = "https://lantern.example/2026/ferry-winter-4411"
HEAD = "id: lantern\npublisher: {name: Lantern Wire, domains: [lantern.example], others: [Lantern Weekly]}\n"
HEAD += "sources: [{address: https://lantern.example/republish, read: 2026-11-22, seen: full}]\n"
ORIGINAL = (
    "original.html",
    f'<html lang="en"><head><title>{TITLE}</title><link rel="canonical" href="{URL}"></head><body><article>'
    f"<h1>{TITLE}</h1><p>By Runa Strand</p>{''.join(f'<p>{text}</p>' for text in STORY)}</article></body></html>".encode(),
)


def rules(*requirements, more=""):
    lines = "".join(f"  - {one}\n" for one in requirements)
    return rules_in(f"{HEAD}{more}requirements:\n{lines}")


def html(top="", bottom="", head="", title=f"<h1>{TITLE}</h1>", story=None):
    body = story or "\n".join(f"  <p>{text}</p>" for text in STORY)
    return f"<!doctype html>\n<html lang='en'>\n<head>\n  <title>{TITLE}</title>\n{head}</head>\n<body>\n<article>\n  {title}\n{top}{body}\n{bottom}</article>\n</body>\n</html>\n"


def markdown(top="", front="title: x", bottom=""):
    head = f"---\n{front}\n---\n\n" if front else ""
    return f"{head}# {TITLE}\n\n{top}" + "\n\n".join(STORY) + f"\n{bottom}"


def fixed(text, rules, name="page.html", **given):
    given = {"original": ORIGINAL, "chosen_by": "you", **given}
    return mended(name, text.encode(), rules, **given)


def lines_added(text, *args, **given):
    done = fixed(text, *args, **given)
    assert "MENDED" in states(done).values(), reasons(done)
    return added(text, done.data.decode())


BYLINE = "byline: {what: x}"
AFFILIATION = "affiliation: {what: x, of: publisher}"
CREDIT = 'credit_line: {what: x, exactly: true, place: %s, wording: {en: ["%s"]}}'

PIXEL = "tracking_pixel: {what: x, host: count.lantern.example, path: '/s/{id}.gif', id_in_url: '-(\\d+)$'}"
AMP = html().replace("<html lang", "<html ⚡ lang")

ADDED = [
    pytest.param(html(), [BYLINE], {}, ["<p>By Runa Strand</p>"], id="byline"),
    pytest.param(
        html(), [BYLINE], {"authors": ["Sean O'Dell", "Ann Lee"]}, ["<p>By Sean O'Dell and Ann Lee</p>"], id="two writers"
    ),
    pytest.param(html("<p>By <b>Runa Strand</b></p>\n"), [AFFILIATION], {},
                 ["<p>By <b>Runa Strand</b>, Lantern Wire</p>"], id="behind bold"),
    pytest.param(html('<p class="by">By <a href="/u/3"><span>Runa Strand</span></a> | Friday</p>\n'), [AFFILIATION], {},
                 ['<p class="by">By <a href="/u/3"><span>Runa Strand</span></a>, Lantern Wire | Friday</p>'], id="behind link"),
    pytest.param(html("<p><b>By Runa Strand</b></p>\n"), [AFFILIATION], {},
                 ["<p><b>By Runa Strand, Lantern Wire</b></p>"], id="inside bold line"),
    pytest.param(html("<p>By Ren&eacute; Strand</p>\n"), [AFFILIATION], {"authors": ["René Strand"]},
                 ["<p>By Ren&eacute; Strand, Lantern Wire</p>"], id="behind reference"),
    pytest.param(html("<p>By Mia Holm</p>\n"), [AFFILIATION], {"original": None},
                 ["<p>By Mia Holm, Lantern Wire</p>"], id="writer read off the page"),
    pytest.param(html(), [CREDIT % ("bottom", "First told by {publisher}, at {url}.")], {},
                 [f"<p>First told by Lantern Wire, at {URL}.</p>"], id="credit line"),
    pytest.param(html(), [CREDIT % ("top", "Written by {authors} for {publisher}.")], {},
                 ["<p>Written by Runa Strand for Lantern Wire.</p>"], id="credit line with authors"),
    pytest.param(html("<p>By Runa Strand</p>\n", "<p>Originally published by Lantern Wire.</p>\n"),
                 ["link_back: {what: x, to: story}"], {},
                 [f'<p>Originally published by <a href="{URL}">Lantern Wire</a>.</p>'], id="link in the line"),
    pytest.param(html(), ["link_back: {what: x, to: home}"], {},
                 ['<p><a href="https://lantern.example/">Lantern Wire</a></p>'], id="link of its own"),
    pytest.param(html(), ["canonical: {what: x}"], {}, [f'<link rel="canonical" href="{URL}">'], id="canonical"),
    pytest.param(html(head="  <meta charset='utf-8' />\n"), ["canonical: {what: x}"], {},
                 [f'<link rel="canonical" href="{URL}" />'], id="canonical as the page closes tags"),
    pytest.param(html(head="  <link rel=canonical href=/here>\n"), ["canonical: {what: x}"], {},
                 [f'<link rel=canonical href="{URL}">'], id="canonical without quotes"),
    pytest.param(html(), ["licence_link: {what: x, to: [creativecommons.org/licenses/by-nd/4.0]}"], {},
                 ['<p><a rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">CC BY-ND 4.0</a></p>'], id="licence"),
    pytest.param(html(), ["tracking_pixel: {what: x, host: count.lantern.example, path: '/s/{id}.gif', id_in_url: '-(\\d+)$'}"], {},
                 ['<img src="https://count.lantern.example/s/4411.gif" alt="" width="1" height="1">'], id="pixel"),
    pytest.param(AMP, [PIXEL], {},
                 ['<amp-pixel src="https://count.lantern.example/s/4411.gif" layout="nodisplay"></amp-pixel>'], id="pixel in AMP"),
    pytest.param(AMP.replace("</article>", '<amp-pixel src="https://count.lantern.example/s/1.gif" layout="nodisplay"></amp-pixel>\n</article>'),
                 [PIXEL], {}, ['<amp-pixel src="https://count.lantern.example/s/4411.gif" layout="nodisplay"></amp-pixel>'],
                 id="pixel in AMP, replaced"),
    pytest.param(html(bottom='<img src="/a.png" srcset="/b.png 2x" alt="a"><img src="https://count.lantern.example/s/1.gif" alt="">\n'), [PIXEL], {},
                 ['<img src="/a.png" srcset="/b.png 2x" alt="a"><img src="https://count.lantern.example/s/4411.gif" alt="">'],
                 id="pixel beside a picture that comes in several sizes"),
    pytest.param(html(), ["logo: {what: x, names: [lantern]}"], {"logos": {"lantern": "/i/lantern.svg"}},
                 ['<p><img src="/i/lantern.svg" alt="Lantern Wire logo"></p>'], id="logo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asked", "given", "expected"), ADDED)
def test_html_gets_what_is_missing_and_nothing_else(text, asked, given, expected):
    assert lines_added(text, rules(*asked), **given) == expected


IN_MARKDOWN = [
    pytest.param(markdown(), [BYLINE, AFFILIATION], ["By Runa Strand, Lantern Wire"], id="byline"),
    pytest.param(markdown("By [Runa Strand](/u/3)\n\n"), [AFFILIATION], ["By [Runa Strand](/u/3), Lantern Wire"], id="behind link"),
    pytest.param(markdown("By **Runa Strand**\n{: .by}\n\n"), [AFFILIATION], ["By **Runa Strand**, Lantern Wire"], id="behind bold"),
    pytest.param(markdown("*By Runa Strand*\n\n"), [AFFILIATION], ["*By Runa Strand, Lantern Wire*"], id="inside emphasis"),
    pytest.param(markdown(bottom="\nOriginally published by Lantern Wire.\n"), ["link_back: {what: x, to: story}"],
                 [f"Originally published by [Lantern Wire]({URL})."], id="link"),
    pytest.param(markdown(front="layout: post\ntitle: x"), ["canonical: {what: x}"], [f'canonical_url: "{URL}"'], id="canonical, Jekyll"),
    pytest.param(markdown(front="title: x\ncanonicalURL: 'https://other.example/x'"), ["canonical: {what: x}"],
                 [f"canonicalURL: '{URL}'"], id="canonical, replaced"),
    pytest.param(markdown(bottom="\n![Quay](/quay.jpg)\n"),
                 ["tracking_pixel: {what: x, host: count.lantern.example, path: /s.gif}"], ["![](https://count.lantern.example/s.gif)"], id="pixel"),
    pytest.param(markdown(bottom="\n![](https://count.lantern.example/s/1.gif)\n"), [PIXEL],
                 ["![](https://count.lantern.example/s/4411.gif)"], id="pixel, replaced"),
    pytest.param(markdown(bottom='\n<img alt="" src="https://count.lantern.example/s/1.gif" width="1" height="1">\n'), [PIXEL],
                 ['<img alt="" src="https://count.lantern.example/s/4411.gif" width="1" height="1">'], id="pixel in HTML, replaced"),
    pytest.param(f'{{\n  "canonicalURL": "https://other.example/x"\n}}\n\n{markdown(front="")}', ["canonical: {what: x}"],
                 [f'"canonicalURL": "{URL}"'], id="canonical in JSON, replaced"),
    pytest.param(f'{{\n  "title": "x"\n}}\n\n{markdown(front="")}', [BYLINE], ["By Runa Strand"], id="below JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asked", "expected"), IN_MARKDOWN)
def test_markdown_gets_it_as_markdown(text, asked, expected):
    assert lines_added(text, rules(*asked), name="page.md") == expected


def test_toml_front_matter_gets_the_key_above_its_tables():
    text = f'+++\ntitle = "x"\n[params]\na = "b"\n+++\n\n# {TITLE}\n\n' + "\n\n".join(STORY) + "\n"
    done = fixed(text, rules("canonical: {what: x}"), name="page.md", unsafe=True)
    assert f'title = "x"\ncanonical_url = "{URL}"\n[params]' in done.data.decode()


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ('{\n  "title": "x"\n}', f'{{\n  "canonical_url": "{URL}",\n  "title": "x"\n}}\n\n#'),
        ('{"title": "x"\n}', f'{{"canonical_url": "{URL}", "title": "x"\n}}\n\n#'),
    ],
)
def test_json_front_matter_gets_the_key_before_its_first_one(front, expected):
    text = f"{front}\n\n{markdown(front='')}"
    done = fixed(text, rules("canonical: {what: x}"), name="page.md", unsafe=True)
    assert done.data.decode().startswith(expected)
    assert states(fixed(text, rules("canonical: {what: x}"), name="page.md")) == {"canonical": "UNSAFE"}


def test_names_with_marks_of_markdown_are_escaped():
    text = markdown()
    assert lines_added(text, rules(BYLINE), name="page.md", authors=["Ann_Lee *Q* Roe"]) == [
        r"By Ann\_Lee \*Q\* Roe"
    ]


NOT_UNASKED = [
    pytest.param(html(), [BYLINE], {"original": None}, "NOT_MENDED", "name the writer with --author", id="unknown writer"),
    pytest.param(html("<p>By Mia Holm</p>\n"), [BYLINE], {}, "UNSAFE", "somebody else is credited", id="another writer"),
    pytest.param(html("<p>By Runa Strant</p>\n"), [BYLINE], {}, "UNSAFE", "spelling", id="misspelt"),
    pytest.param(html("<p>By Runa Strand, Lantern Weekly</p>\n"), [AFFILIATION], {}, "UNSAFE", "Lantern Weekly", id="another company"),
    pytest.param(html(), ["canonical: {what: x}"], {"original": None}, "NOT_MENDED", "--original", id="unknown address"),
    pytest.param(html().replace("</head>\n", "").replace("<head>\n", ""), ["canonical: {what: x}"], {}, "NOT_MENDED", "no <head>", id="no head"),
    pytest.param(html(), [CREDIT % ("bottom", "From {publisher}, by permission of {partners}.")], {}, "NOT_MENDED", "partners", id="unknown value"),
    pytest.param(html(bottom="<p>Originally published by Lantern Wire.</p>\n"), [CREDIT % ("bottom", "First told by {publisher} on Friday last.")],
                 {}, "UNSAFE", "in other words", id="in other words"),
    pytest.param(html(), ["credit_line: {what: x}"], {}, "UNSAFE", "prescribes no wording", id="no wording"),
    pytest.param(html(), ["logo: {what: x}"], {}, "NOT_MENDED", "--logo lantern=ADDRESS", id="unknown logo"),
    pytest.param(html('<p><img src="/lantern-logo.png" alt="Lantern Wire logo" width="90" height="90"></p>\n'), ["logo: {what: x, wanted: false}"],
                 {}, "NOT_MENDED", "takes nothing out", id="forbidden logo"),
    pytest.param(html(), ["logo: {what: x}"], {"logos": {"lantern": "javascript:x()"}}, "NOT_MENDED", "no address", id="logo that is a script"),
    pytest.param(html(), ["licence_link: {what: x}"], {}, "NOT_MENDED", "which licence", id="unknown licence"),
    pytest.param(html(), ["tracking_pixel: {what: x, host: c.lantern.example, path: '/{id}', id_in_url: 'z(\\d+)'}"],
                 {}, "NOT_MENDED", "number", id="unknown number"),
    pytest.param(html('<img src="https://count.lantern.example/s/1.gif" srcset="https://count.lantern.example/s/1.gif 2x" alt="">\n'), [PIXEL],
                 {}, "NOT_MENDED", "is not clear", id="pixel of which a browser has two to choose from"),
    pytest.param(AMP, ["tracking_pixel: {what: x, host: c.lantern.example, path: /s.js}"], {}, "NOT_MENDED", "no scripts", id="script in AMP"),
    pytest.param(AMP.replace("⚡", "amp4email"), [PIXEL], {}, "NOT_MENDED", "no counters", id="e-mail in AMP"),
    pytest.param(html(), [BYLINE], {"waived": {("lantern", "byline"): "Ada"}}, "WAIVED", "waived by Ada", id="waived"),
    pytest.param(html(), [BYLINE], {"authors": ["{{ author }}"]}, "NOT_MENDED", "name the writer", id="placeholder for a name"),
    pytest.param(html(), [BYLINE], {"unsafe": True, "authors": ["[{name}]"]}, "NOT_MENDED", "name the writer", id="placeholder, also unsafe"),
    pytest.param(html(), [BYLINE], {"authors": ["[AUTHOR]"]}, "NOT_MENDED", "name the writer", id="blank"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asked", "given", "state", "words"), NOT_UNASKED)
def test_what_a_person_has_to_decide_is_left_and_told(text, asked, given, state, words):
    done = fixed(text, rules(*asked), **given)
    (outcome,) = done.outcomes
    assert (outcome.state.name, words in outcome.says) == (state, True), outcome.says
    assert done.data == text.encode()


def test_markdown_without_a_known_dialect_gets_no_canonical_key_unasked():
    done = fixed(markdown(), rules("canonical: {what: x}"), name="page.md")
    assert states(done) == {"canonical": "UNSAFE"}


def test_plain_text_cannot_be_mended():
    text = f"{TITLE}\n\n" + "\n\n".join(STORY)
    done = fixed(text, rules(BYLINE), name="page.txt")
    assert "licheck mends HTML and Markdown" in reasons(done)["byline"]


def test_a_doubt_is_not_mended():
    """The writer stands there, perhaps: behind a fold."""
    text = html("<details><summary>Credits</summary><p>By Runa Strand</p></details>\n")
    done = fixed(text, rules(BYLINE))
    assert (done.outcomes, done.data) == ((), text.encode())


def spoiling(bench, verdict, requirement="affiliation"):
    """A workshop in which what is asked for becomes worse once a byline is there."""

    def judge(page):
        judged = bench.judge(page)
        if "By Runa Strand" not in page.source:
            return judged
        findings = [
            replace(one, verdict=verdict) if one.requirement == requirement else one
            for one in judged.report.findings
        ]
        return judged._replace(report=replace(judged.report, findings=tuple(findings)))

    return replace(bench, judge=judge)


@pytest.mark.parametrize("verdict", [Verdict.FAILED, Verdict.CANT_TELL])
def test_a_fix_that_would_make_something_else_worse_is_taken_back(verdict):
    text = html(
        bottom='<p><img src="/lantern-logo.png" alt="Lantern Wire logo" width="90" height="90"></p>\n'
    )
    bench = workshop("page.html", rules(BYLINE, "logo: {what: x}"), original=ORIGINAL, chosen_by="you")
    done = mend(text.encode(), bench.read(text.encode()), spoiling(bench, verdict, "logo"))
    assert done.data == text.encode()
    assert reasons(done)["byline"] == f"because logo would become {verdict.value}"


def test_a_fix_after_which_the_requirement_still_fails_is_taken_back():
    bench = workshop("page.html", rules(BYLINE), original=ORIGINAL, chosen_by="you")
    done = mend(html().encode(), bench.read(html().encode()), spoiling(bench, Verdict.FAILED, "byline"))
    assert done.data == html().encode()
    assert "still does not pass" in reasons(done)["byline"]


def test_wording_is_escaped():
    wording = "First told by {publisher} & <others>."
    assert lines_added(html(), rules(CREDIT % ("bottom", wording))) == [
        "<p>First told by Lantern Wire &amp; &lt;others&gt;.</p>"
    ]


JOINED = [
    pytest.param("any_of: {id: one, what: x, requirements: [{logo: {what: x}}, {canonical: {what: x}}]}",
                 [f'<link rel="canonical" href="{URL}">'], id="the first of a choice that can be mended"),
    pytest.param("all_of: {id: one, what: x, requirements: [{canonical: {what: x}}, {byline: {what: x}}]}",
                 [f'<link rel="canonical" href="{URL}">', "<p>By Runa Strand</p>"], id="both of two"),
    pytest.param("promo_text: {id: one, what: x, link: publisher, place: bottom, wording: {en: ['Sign up for the letter of {publisher}.']}}",
                 ['<p>Sign up for the letter of <a href="https://lantern.example/">Lantern Wire</a>.</p>'], id="prescribed sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "expected"), JOINED)
def test_joined_requirements_are_mended_by_what_they_join(asked, expected):
    assert lines_added(html(), rules(asked)) == expected


def test_several_additions_at_one_place_stand_in_order():
    asked = [CREDIT % ("top", "First told by {publisher}."), AFFILIATION, BYLINE]
    assert lines_added(html(), rules(*asked)) == [
        "<p>By Runa Strand, Lantern Wire</p>",
        "<p>First told by Lantern Wire.</p>",
    ]


def test_an_address_of_another_site_is_not_taken_for_the_originals():
    name, data = ORIGINAL
    done = fixed(
        html(),
        rules("canonical: {what: x}"),
        original=(name, data.replace(b"lantern.example", b"evil.example")),
    )
    assert states(done) == {"canonical": "NOT_MENDED"}
    assert reasons(done)["canonical"].endswith("stands at evil.example, which is no site of Lantern Wire")


LAYOUTS = [
    pytest.param(html(title=f"<h1><a href='/x'><span>{TITLE}</span></a></h1>"), "</h1>", id="linked headline"),
    pytest.param(html(title=f"<a href='/x'><h1>{TITLE}</h1></a>"), "</a>", id="link around the headline"),
    pytest.param(html(title=f"<div class='t'>{TITLE}</div>"), "</div>", id="headline in a div"),
    pytest.param(html(title=f"<h1>{TITLE}"), "winter", id="headline never closed"),
    pytest.param(f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}" for text in STORY), "</h1>", id="no head, no end tags"),
    pytest.param(html(story="<div>" + "<br><br>".join(STORY) + "</div>"), "</h1>", id="breaks for paragraphs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "after"), LAYOUTS)
def test_the_byline_finds_its_place_in_any_layout(text, after):
    done = fixed(text, rules(BYLINE))
    assert states(done) == {"byline": "MENDED"}, reasons(done)
    told = done.data.decode()
    above = told[: told.index("By Runa Strand")]
    assert re.sub(r"(<p>|<br>|\s)+$", "", above).endswith(after)


@pytest.mark.parametrize("place", ["top", "bottom"])
@pytest.mark.parametrize(
    "story",
    [
        pytest.param("<div>" + "<br><br>".join(STORY) + "</div>", id="breaks"),
        pytest.param("<p>" + "<br><br>".join(STORY) + "</p>", id="breaks in a paragraph"),
        pytest.param("".join(f"<p>{text}" for text in STORY), id="no end tags"),
        pytest.param("".join(f"<div>{text}</div>" for text in STORY), id="divs"),
        pytest.param(
            "<table><tr><td>" + "".join(f"<p>{text}</p>" for text in STORY) + "</td></tr></table>", id="table"
        ),
        pytest.param(
            "".join(f"<p>{t}</p>" for t in STORY[:-1]) + f"<ul><li>{STORY[-1]}</li></ul>",
            id="list at the end",
        ),
        pytest.param(
            "".join(f"<p>{t}</p>" for t in STORY[:-1]) + f"<blockquote><p>{STORY[-1]}</p></blockquote>",
            id="quote at the end",
        ),
    ],
)
def test_a_credit_line_finds_its_place_in_any_layout(story, place):
    text = html(story=story)
    done = fixed(text, rules(CREDIT % (place, "First told by {publisher}.")))
    assert states(done) == {"credit_line": "MENDED"}, reasons(done)


def test_the_repair_that_the_manual_shows_works():
    manual = (Path(__file__).parents[2] / "docs" / "fix.md").read_text("utf-8")
    shown = {}
    exec(re.search(r"```python\n(.*?)```", manual, re.S)[1], shown)
    bench = workshop("page.html", rules(BYLINE), original=ORIGINAL, chosen_by="you")
    page = bench.read(html().encode())
    judged = bench.judge(page)
    task = Task(judged.report.findings[0], judged.cases[0].rule_set.judged[0], judged.cases[0])
    (repair,) = shown["repairs"](task)
    assert added(html(), applied(page.source, repair.edits)) == ["<p>© Lantern Wire</p>"]


def test_every_repair_is_named_as_a_kind_of_requirement():
    assert set(kinds()) <= set(requirement_kinds())
