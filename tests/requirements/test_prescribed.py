"""A prescribed wording must stand at a place: `promo_text`, `disclosure`, `editor_note`, `network_credit`,
`republisher_disclosure`, `copyright_notice` and `access_date`.
"""

import pytest
from invented import ADDRESS, NOTICE, Found, Given, compare, html, judged, markdown, put_right, text

from licheck.errors import RuleSetError

SAYS = (
    "The Harbour News Service is a nonprofit, nonpartisan newsroom on the coast. Sign up for its newsletter."
)
PROMO = f'wording:\n  en:\n    - "{SAYS}"\n'
LINKED = f"{PROMO}link: harbour.example/letter\n"
NETWORK = (
    'wording:\n  en:\n    - "This article was originally published by {publisher} and is republished here as part of the'
    ' Quay Network, a partnership of {partners}."\n'
)
OUTLET = 'wording:\n  en:\n    - "{republisher} was not involved in the reporting of this story."\n'
TOP = 'place: top\nwording:\n  en:\n    - "{authors} reported this story on assignment from {republisher}."\n'
DATED = '<meta property="article:published_time" content="2026-11-20T08:00:00Z">'
HEAD = f'<link rel="canonical" href="{ADDRESS}">{DATED}'
FUNDED = "Reporting of this story was supported by a grant from the Pier Fund, which had no say in it."
NOTE = "Editor's note: This story was reported by pupils of Saltmere Secondary School."


def original(bottom: str = "", top: str = "") -> str:
    return html(f"<p>By Marta Quill, University of Eastmere</p>{top}", bottom=bottom, head=HEAD)


def broken(sentence: str) -> str:
    """The sentence with links, emphasis, other quotes, spaces and soft hyphens in it, over two paragraphs."""
    first, second = sentence.split(". ", 1)
    return f"<p><em>§{first.replace('nonprofit', 'non&shy;profit')}</em>.</p><p><b>Sign&nbsp;up</b>{second[7:]}</p>"


NO_PROMO = "The publisher's standing text is not there."
CASES = [
    pytest.param(
        "promo_text",
        Given(html(bottom=f"<p>§{SAYS}</p>"), PROMO),
        Found("passed", "The publisher's standing text is there.", SAYS),
        id="promo_text: word for word",
    ),
    pytest.param(
        "promo_text",
        Given(html(bottom=broken(SAYS)), PROMO),
        Found(
            "passed",
            "The publisher's standing text is there.",
            "The Harbour News Service is a non\xadprofit, nonpartisan newsroom on the coast.",
        ),
        id="promo_text: over two paragraphs, with markup in it",
    ),
    pytest.param(
        "promo_text",
        Given(html(bottom=f"<p>§{SAYS.replace('newsroom on', 'independent newsroom based on')}</p>"), PROMO),
        Found(
            "passed",
            "The publisher's standing text is there.",
            SAYS.replace("newsroom on", "independent newsroom based on"),
        ),
        id="promo_text: last year's form of it",
    ),
    pytest.param(
        "promo_text",
        Given(html(bottom=f"<p>§{SAYS.replace('newsroom on', 'newsdesk on')}</p>"), f"{PROMO}exactly: true"),
        Found(
            "failed",
            "The publisher's standing text does not stand as prescribed; a line says it in other words.",
            SAYS.replace("newsroom on", "newsdesk on"),
            "says it in other words",
        ),
        id="promo_text: other words where none will do",
    ),
    pytest.param(
        "promo_text",
        Given(html(bottom="<p>§The Harbour News Service is a nonprofit, nonpartisan newsroom.</p>"), PROMO),
        Found(
            "cant-tell",
            "The publisher's standing text does not stand as prescribed; a line may be it, in other words.",
            "The Harbour News Service is a nonprofit, nonpartisan newsroom.",
            "may be it, in other words",
        ),
        id="promo_text: half of it",
    ),
    pytest.param("promo_text", Given(html(), PROMO), Found("failed", NO_PROMO), id="promo_text: not there"),
    pytest.param(
        "promo_text",
        Given(html(bottom=f"<div hidden>§<p>{SAYS}</p></div>"), PROMO),
        Found(
            "failed",
            "The publisher's standing text is not seen by a reader: hidden attribute.",
            SAYS,
            "not seen by a reader: hidden attribute",
        ),
        id="promo_text: hidden",
    ),
    pytest.param(
        "promo_text",
        Given(
            html(
                bottom=f"<p>§{SAYS.replace('Sign up', '<a href=https://harbour.example/letter?utm_source=q>Sign up</a>')}</p>"
            ),
            LINKED,
        ),
        Found("passed", "The publisher's standing text is there.", SAYS),
        id="promo_text: with its link",
    ),
    pytest.param(
        "promo_text",
        Given(html(bottom=f"<p>§{SAYS}</p>"), LINKED),
        Found(
            "failed",
            "The publisher's standing text does not link to harbour.example/letter.",
            SAYS,
            "does not link to harbour.example/letter",
        ),
        id="promo_text: without its link",
    ),
    pytest.param(
        "promo_text",
        Given(html(), "", original=original(f"<p>{SAYS}</p>")),
        Found(
            "failed",
            "The original's publisher's standing text is not there.",
            SAYS,
            "stands in the original, and not on the page",
        ),
        id="promo_text: the original asks to sign up, late in its line",
    ),
    pytest.param(
        "promo_text",
        Given(html(), "", original=original(f"<div><p>{SAYS}</p></div>")),
        Found(
            "cant-tell",
            "A line beside the original's story may be its publisher's standing text; it is not on the page. Does it go with"
            " the story?",
            SAYS,
            "stands in the original, and not on the page",
        ),
        id="promo_text: the original asks to sign up, in a box of its site",
    ),
    pytest.param(
        "promo_text",
        Given(html(), "", original=original()),
        Found("inapplicable", "No publisher's standing text was found in the original."),
        id="promo_text: the original has none",
    ),
    pytest.param(
        "promo_text",
        Given(html(), "", original=""),
        Found(
            "cant-tell",
            "Without the original, there is no telling its publisher's standing text; name it with --original.",
        ),
        id="promo_text: no original and no wording",
    ),
    pytest.param(
        "disclosure",
        Given(html(), "", original=original(f"<p>{FUNDED}</p>")),
        Found(
            "failed",
            "The original's disclosure is not there.",
            FUNDED,
            "stands in the original, and not on the page",
        ),
        id="disclosure: of funding, left out",
    ),
    pytest.param(
        "disclosure",
        Given(html(bottom=f"<p><i>§{FUNDED}</i></p>"), "", original=original(f"<p>{FUNDED}</p>")),
        Found("passed", "The original's disclosure is there.", FUNDED),
        id="disclosure: of funding, kept",
    ),
    pytest.param(
        "editor_note",
        Given(html(), "", original=original(f"<p>{NOTE}</p>")),
        Found(
            "failed",
            "The original's editor's note is not there.",
            NOTE,
            "stands in the original, and not on the page",
        ),
        id="editor_note: left out",
    ),
    pytest.param(
        "editor_note",
        Given(html("<p>§Marta Quill reported this story on assignment from the Quay Post.</p>"), TOP),
        Found(
            "passed",
            "The editor's note is there.",
            "Marta Quill reported this story on assignment from the Quay Post.",
        ),
        id="editor_note: filled in, at the top",
    ),
    pytest.param(
        "editor_note",
        Given(html(bottom="<p>§Marta Quill reported this story on assignment from the Quay Post.</p>"), TOP),
        Found(
            "failed",
            "The editor's note stands at the bottom of the story; it is asked for at the top of the story.",
            "Marta Quill reported this story on assignment from the Quay Post.",
            "in another place than asked for",
        ),
        id="editor_note: in another place",
    ),
    pytest.param(
        "editor_note",
        Given(
            html(bottom="<p>§Marta Quill reported this story on assignment from the Quay Post.</p>"),
            f"{TOP}place_level: should",
        ),
        Found(
            "passed",
            "The editor's note is there; where possible it should stand at the top of the story.",
            "Marta Quill reported this story on assignment from the Quay Post.",
        ),
        id="editor_note: in another place, where the place is only a wish",
    ),
    pytest.param(
        "network_credit",
        Given(
            html(
                bottom="<p>§This article was originally published by HNS and is republished here as part of the Quay Network,"
                " a partnership of nine papers.</p>"
            ),
            NETWORK,
        ),
        Found(
            "passed",
            "The line on the network is there.",
            "This article was originally published by HNS and is republished here as part of the Quay Network, a partnership"
            " of nine papers.",
        ),
        id="network_credit: with another name of the publisher's",
    ),
    pytest.param(
        "network_credit",
        Given(html(bottom="<p>This article was originally published by HNS.</p>"), NETWORK),
        Found("failed", "The line on the network is not there."),
        id="network_credit: the publisher alone",
    ),
    pytest.param(
        "republisher_disclosure",
        Given(html(bottom="<p>§The Quay Post was not involved in the reporting of this story.</p>"), OUTLET),
        Found(
            "passed",
            "The sentence on the republisher is there.",
            "The Quay Post was not involved in the reporting of this story.",
        ),
        id="republisher_disclosure: there",
    ),
    pytest.param(
        "republisher_disclosure",
        Given(html(), OUTLET),
        Found("failed", "The sentence on the republisher is not there."),
        id="republisher_disclosure: not there",
    ),
    pytest.param(
        "copyright_notice",
        Given(html(bottom="<p>§© 2026 Harbour News Service</p>")),
        Found("passed", "The copyright notice is there.", "© 2026 Harbour News Service"),
        id="copyright_notice: sign, year and name",
    ),
    pytest.param(
        "copyright_notice",
        Given(html(bottom="<p>§Copyright HNS, all rights reserved.</p>")),
        Found(
            "failed",
            "The copyright notice names no year.",
            "Copyright HNS, all rights reserved.",
            "names no year",
        ),
        id="copyright_notice: no year",
    ),
    pytest.param(
        "copyright_notice",
        Given(html(bottom="<p>§Copyright HNS, all rights reserved.</p>"), "year: false"),
        Found("passed", "The copyright notice is there.", "Copyright HNS, all rights reserved."),
        id="copyright_notice: no year asked for",
    ),
    pytest.param(
        "copyright_notice",
        Given(html(bottom="<p>§© 2026 Quay Post</p>")),
        Found(
            "failed",
            "No copyright notice names Harbour News Service.",
            "© 2026 Quay Post",
            "does not name Harbour News Service",
        ),
        id="copyright_notice: the republisher's own",
    ),
    pytest.param(
        "copyright_notice",
        Given(html(bottom="<p>© 2026 Harbour News</p>")),
        Found(
            "failed",
            "No copyright notice names Harbour News Service.",
            "© 2026 Harbour News",
            "does not name Harbour News Service",
        ),
        id="copyright_notice: somebody else of a like name",
    ),
    pytest.param(
        "copyright_notice",
        Given(
            html(bottom="<p>§Copyright 2026 Harbour News. Click for Restrictions.</p>"),
            'wording: {en: ["Copyright {year} Harbour News. Click for Restrictions."]}',
        ),
        Found(
            "passed", "The copyright notice is there.", "Copyright 2026 Harbour News. Click for Restrictions."
        ),
        id="copyright_notice: prescribed",
    ),
    pytest.param(
        "access_date",
        Given(html(bottom="<p>§Source: HNS, accessed on 22 November 2026.</p>")),
        Found(
            "passed", "The line on the day of access is there.", "Source: HNS, accessed on 22 November 2026."
        ),
        id="access_date: in English",
    ),
    pytest.param(
        "access_date",
        Given(html(bottom="<p>§出典：HNS（2026年11月22日に利用）</p>")),
        Found("passed", "The line on the day of access is there.", "出典：HNS（2026年11月22日に利用）"),
        id="access_date: in Japanese",
    ),
    pytest.param(
        "access_date",
        Given(html(bottom="<p>The archive can be accessed on all days.</p>")),
        Found("failed", "No line tells when the original was read."),
        id="access_date: the word without a day",
    ),
]


@pytest.mark.parametrize(("kind", "given", "found"), CASES)
def test_what_comes_out(kind: str, given: Given, found: Found) -> None:
    compare(kind, given, found)


@pytest.mark.parametrize(
    ("who", "verdict"), [("Marta Quill", "passed"), ("M. Quill", "passed"), ("Tom Hale", "failed")]
)
def test_a_wording_that_names_the_writer_names_this_storys(who: str, verdict: str) -> None:
    page = html(f"<p>{who} reported this story on assignment from the Quay Post.</p>")
    finding = judged("promo_text", Given(page, TOP))
    assert finding.verdict.value == verdict, finding


def test_a_fold_is_a_doubt() -> None:
    """Some readers do see what stands behind one."""
    found = judged(
        "promo_text", Given(html(bottom=f"<details><summary>About</summary><p>{SAYS}</p></details>"), PROMO)
    )
    assert found.verdict.value == "cant-tell"
    assert found.evidence[0].text == SAYS


def test_plain_text_is_a_doubt_about_links() -> None:
    found = judged("promo_text", Given(text(bottom=SAYS), LINKED, "text"))
    assert found.verdict.value == "cant-tell"
    assert "plain text does not tell" in found.reason


@pytest.mark.parametrize("line", ["[Student Name] reported this story on assignment from [Outlet Name]."])
def test_a_blank_is_no_name(line: str) -> None:
    found = judged("editor_note", Given(html(f"<p>{line}</p>"), TOP))
    assert (found.verdict.value, found.reason) == ("failed", "The editor's note still holds a placeholder.")


def test_the_notice_is_no_such_text() -> None:
    found = judged("promo_text", Given(html(bottom=f"<p>{NOTICE}</p>"), PROMO))
    assert (found.verdict.value, found.reason) == ("failed", NO_PROMO)
    assert [piece.standing.value for piece in found.evidence] == ["in the licence notice itself"]


def test_a_box_elsewhere_on_the_page_is_a_doubt() -> None:
    """Whether the sentence goes with this story, the page does not tell."""
    boxes = "".join(f"<li><a href='/{n}'>Another story of the day, number {n}</a></li>" for n in range(9))
    page = html(below=f"<aside class='related'><h2>More stories</h2><ul>{boxes}</ul><p>{SAYS}</p></aside>")
    found = judged("promo_text", Given(page, PROMO))
    assert found.verdict.value == "cant-tell"
    assert found.reason.endswith("stands elsewhere on the page, it seems not with this story.")


REMEDIES = [
    pytest.param("promo_text", Given(html(), LINKED), id="promo_text: with a link"),
    pytest.param("promo_text", Given(html(), f"{PROMO}place: top\nlink: story"), id="promo_text: at the top"),
    pytest.param(
        "promo_text", Given(markdown(), f"{PROMO}link: publisher", "markdown"), id="promo_text: in Markdown"
    ),
    pytest.param("promo_text", Given(text(), PROMO, "text"), id="promo_text: in plain text"),
    pytest.param(
        "disclosure", Given(html(), original=original(f"<p>{FUNDED}</p>")), id="disclosure of the original"
    ),
    pytest.param(
        "editor_note", Given(html(), original=original(f"<p>{NOTE}</p>")), id="editor_note of the original"
    ),
    pytest.param("network_credit", Given(html(), NETWORK), id="network_credit"),
    pytest.param("republisher_disclosure", Given(html(), OUTLET), id="republisher_disclosure"),
    pytest.param("copyright_notice", Given(html(), original=original()), id="copyright_notice"),
]


@pytest.mark.parametrize(("kind", "given"), REMEDIES)
def test_the_remedy_put_where_it_belongs_makes_it_pass(kind: str, given: Given) -> None:
    before = judged(kind, given)
    assert before.verdict.value == "failed"
    assert judged(kind, put_right(given, before)).verdict.value == "passed"


def test_the_remedy_is_in_the_language_of_the_page() -> None:
    options = 'wording:\n  en: ["Paid for by the pier fund alone."]\n  de: ["Bezahlt hat das allein die Hafenkasse."]\n'
    page = html().replace('lang="en"', 'lang="de-AT"')
    assert judged("disclosure", Given(page, options)).remedy == "Bezahlt hat das allein die Hafenkasse."
    assert judged("disclosure", Given(html(), options)).remedy == "Paid for by the pier fund alone."


@pytest.mark.parametrize(
    ("kind", "options", "says"),
    [
        pytest.param(
            "promo_text", 'wording: {en: ["{authors} {url}"]}', "has no words of its own", id="only variables"
        ),
        pytest.param(
            "promo_text", 'wording: {en: ["News"]}\nlink: "not an address"', "'link' must be", id="link"
        ),
        pytest.param(
            "network_credit", "place: top", "give the prescribed sentences as 'wording'", id="no wording"
        ),
    ],
)
def test_options_that_make_no_sense_are_refused(kind: str, options: str, says: str) -> None:
    with pytest.raises(RuleSetError, match=says):
        judged(kind, Given(html(), options))


def test_a_page_of_any_length_is_searched_in_linear_time() -> None:
    """Words of the wording repeated a thousand times over: no search starts from each of them anew."""
    import time

    options = 'wording: {en: ["a {url} a {headline} a {partners} b {republisher} z"]}\nexactly: true'
    page = html(bottom="".join(f"<p>{'a b ' * 400}</p>" for _ in range(20)))
    begin = time.process_time()
    assert judged("promo_text", Given(page, options)).verdict.value == "failed"
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    "last",
    [
        pytest.param(
            "The bridge was funded by the state in the end, and the bakery by nobody.", id="disclosure"
        ),
        pytest.param(
            "The council, in partnership with the smith, has opened a school of doors.", id="partnership"
        ),
    ],
)
def test_a_paragraph_of_the_story_that_was_cut_is_no_lost_disclosure(last: str) -> None:
    theirs = original(f"<p>{last}</p>")
    assert judged("disclosure", Given(html(), original=theirs)).verdict.value != "failed"


# Wordings that publishers prescribe, each with a form in which pages may carry it: sources are the publishers' own pages.
PRESCRIBED = [
    pytest.param(  # https://www.texastribune.org/republishing-guidelines/
        "The Texas Tribune is a nonprofit, nonpartisan media organization that informs Texans — and engages with them — about"
        " public policy, politics, government and statewide issues.",
        "<p><em>The <a href='https://texastribune.example/'>Texas&nbsp;Tribune</a> is a nonprofit, nonpartisan media"
        " organization that informs Texans -- and engages with them -- about public policy, politics, government and statewide"
        " issues</em></p>",
        id="other dashes, a link, emphasis, no full stop",
    ),
    pytest.param(  # https://kffhealthnews.org/syndication/
        "KFF Health News is a national newsroom that produces in-depth journalism about health issues and is one of the core"
        " operating programs at KFF",
        "<p>KFF Health News is a national newsroom that produces in‑depth journalism about health issues and is one of the core"
        " operating programs at KFF — the independent source for health policy research.</p>",
        id="a sentence that goes on, another hyphen",
    ),
    pytest.param(  # https://knowablemagazine.org/republish
        "This article originally appeared in Knowable Magazine, a nonprofit publication dedicated to making scientific knowledge"
        " accessible to all. Sign up for Knowable Magazine's newsletter.",
        "<p>This article originally appeared in <i>Knowable Magazine</i>, a nonprofit publication dedicated to making scientific"
        " knowledge accessible to all.</p><p>Sign up for <i>Knowable Magazine</i>’s newsletter.</p>",
        id="two paragraphs, a curly apostrophe",
    ),
    pytest.param(  # https://correctiv.org/ueber-uns/steal-our-stories/
        "Dies ist eine Recherche des gemeinnützigen Recherchezentrums CORRECTIV, das sich durch Spenden von Bürgern und Stiftungen"
        " finanziert.",
        "<p>Dies ist eine Recherche des gemeinnu\u0308tzigen Recherche&shy;zentrums Correctiv, das sich durch Spenden von"
        " Bu\u0308rgern und Stiftungen finanziert.</p>",
        id="letters taken apart, soft hyphens, other capitals",
    ),
]


@pytest.mark.parametrize(("wording", "line"), PRESCRIBED)
def test_typography_and_markup_make_no_other_wording(wording: str, line: str) -> None:
    options = f'wording: {{en: ["{wording}"]}}\nexactly: true'
    assert judged("promo_text", Given(html(bottom=line), options)).verdict.value == "passed"
    assert judged("promo_text", Given(html(), options)).verdict.value == "failed"
