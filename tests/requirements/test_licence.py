"""What a page says of the licence: `licence_notice` and `licence_link`."""

from dataclasses import replace

import pytest
from invented import (
    ADDRESS,
    NOTICE,
    Found,
    Given,
    compare,
    feed,
    html,
    judged,
    judged_by,
    markdown,
    put_right,
    rule_set,
    text,
)

from licheck.errors import RuleSetError

BY_ND = "to: [creativecommons.org/licenses/by-nd/4.0]"
NAMED = 'wording:\n  en:\n    - "It is republished under a Creative Commons (BY-ND 4.0) license."\n'
ORIGINAL = html(
    "<p>By Marta Quill</p>", bottom=f"<p>{NOTICE}</p>", head=f'<link rel="canonical" href="{ADDRESS}">'
)


def deed(address: str, rest: str = "") -> str:
    return f'<p>Republished under §<a href="https://creativecommons.org/licenses/{address}"{rest}>this licence</a>.</p>'


def linked(address: str) -> str:
    return f"this licence (https://creativecommons.org/licenses/{address})"


OTHER_VERSION = "is another version or another country's"
CASES = [
    pytest.param(
        "licence_notice",
        Given(html(bottom=f"<p>§{NOTICE}</p>")),
        Found("passed", "The publisher's notice is there.", NOTICE),
        id="licence_notice: there",
    ),
    pytest.param(
        "licence_notice",
        Given(html(below=f"<div class='box'><p>§{NOTICE}</p></div>")),
        Found("passed", "The publisher's notice is there.", NOTICE),
        id="licence_notice: in a box of its own",
    ),
    pytest.param(
        "licence_notice",
        Given(html()),
        Found("failed", "The publisher's notice is not there."),
        id="licence_notice: not there",
    ),
    pytest.param(
        "licence_notice",
        Given(html(bottom=f"§<p hidden>{NOTICE}</p>")),
        Found(
            "failed",
            "The publisher's notice is not seen by a reader: hidden attribute.",
            NOTICE,
            "not seen by a reader: hidden attribute",
        ),
        id="licence_notice: hidden",
    ),
    pytest.param(
        "licence_notice",
        Given(html(bottom="<p>§Stories of the Harbour News Service are free to all papers.</p>")),
        Found(
            "cant-tell",
            "The publisher's notice begins, but does not go on as it should.",
            "Stories of the Harbour News Service are free to all papers.",
            "only a part of the notice",
        ),
        id="licence_notice: its first sentence",
    ),
    pytest.param(
        "licence_notice",
        Given(html(bottom="<p>§It is republished under a Creative Commons (BY-ND 4.0) license.</p>"), NAMED),
        Found(
            "passed",
            "The publisher's notice is there.",
            "It is republished under a Creative Commons (BY-ND 4.0) license.",
        ),
        id="licence_notice: a prescribed sentence",
    ),
    pytest.param(
        "licence_link",
        Given(html(bottom=deed("by-nd/4.0/")), BY_ND),
        Found("passed", "The page links to the licence.", linked("by-nd/4.0/")),
        id="licence_link: the deed",
    ),
    pytest.param(
        "licence_link",
        Given(html(bottom=deed("by-nd/4.0/deed.fr")), BY_ND),
        Found("passed", "The page links to the licence.", linked("by-nd/4.0/deed.fr")),
        id="licence_link: the deed in another language",
    ),
    pytest.param(
        "licence_link",
        Given(html(bottom=deed("by/2.0/")), ""),
        Found("passed", "The page links to the licence.", linked("by/2.0/")),
        id="licence_link: any Creative Commons licence",
    ),
    pytest.param(
        "licence_link",
        Given(html(bottom=deed("by-nd/3.0/au/")), BY_ND),
        Found(
            "cant-tell",
            f"The page links to the licence, but the one it names {OTHER_VERSION}.",
            linked("by-nd/3.0/au/"),
            OTHER_VERSION,
        ),
        id="licence_link: another version",
    ),
    pytest.param(
        "licence_link",
        Given(html(bottom=deed("by/4.0/")), BY_ND),
        Found(
            "failed",
            "There is no link to the licence; the nearest one leads to another licence.",
            linked("by/4.0/"),
            "leads to another licence",
        ),
        id="licence_link: another licence",
    ),
    pytest.param(
        "licence_link",
        Given(html(bottom=deed("by-nd/4.0/").replace("<p>", "<p hidden>")), BY_ND),
        Found(
            "failed",
            "There is no link to the licence; the nearest one is not seen by a reader: hidden attribute.",
            linked("by-nd/4.0/"),
            "is not seen by a reader: hidden attribute",
        ),
        id="licence_link: hidden",
    ),
    pytest.param(
        "licence_link",
        Given(
            html(head='§<link rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">'), BY_ND
        ),
        Found(
            "failed",
            "There is no link to the licence; the nearest one is only in metadata (link rel=license), where no reader sees"
            " it.",
            "https://creativecommons.org/licenses/by-nd/4.0/",
            "is only in metadata (link rel=license), where no reader sees it",
        ),
        id="licence_link: in the head alone",
    ),
    pytest.param(
        "licence_link",
        Given(html(), BY_ND),
        Found("failed", "There is no link to the licence."),
        id="licence_link: none",
    ),
    pytest.param(
        "licence_link",
        Given(html(bottom=deed("by-nd/4.0/legalcode")), "to: [CC-BY-ND-4.0]"),
        Found("passed", "The page links to the licence.", linked("by-nd/4.0/legalcode")),
        id="licence_link: asked for by its SPDX id",
    ),
    pytest.param(
        "licence_link",
        Given(html(bottom=deed("by-nc-nd/3.0/us/")), "to: [CC-BY-NC-ND-3.0]"),
        Found(
            "cant-tell",
            f"The page links to the licence, but the one it names {OTHER_VERSION}.",
            linked("by-nc-nd/3.0/us/"),
            OTHER_VERSION,
        ),
        id="licence_link: another country's",
    ),
    pytest.param(
        "licence_link",
        Given(html(bottom=deed("by-nd/3.0/au/")), "to: [CC-BY-ND]"),
        Found("passed", "The page links to the licence.", linked("by-nd/3.0/au/")),
        id="licence_link: any version will do",
    ),
    pytest.param(
        "licence_link",
        Given(
            html(
                f"<figure><img src='/a.jpg'><figcaption>Ada Finch, {deed('by-nd/4.0/')}</figcaption></figure>"
            ),
            BY_ND,
        ),
        Found(
            "failed",
            "There is no link to the licence; the nearest one is the licence of a picture or another work, not the story's.",
            linked("by-nd/4.0/"),
            "is the licence of a picture or another work, not the story's",
        ),
        id="licence_link: a photograph's",
    ),
    pytest.param(
        "licence_link",
        Given(text(bottom="Licence: §creativecommons.org/licenses/by-nd/4.0."), BY_ND, "text"),
        Found("passed", "The page links to the licence.", "Licence: creativecommons.org/licenses/by-nd/4.0."),
        id="licence_link: written out in plain text",
    ),
]


@pytest.mark.parametrize(("kind", "given", "found"), CASES)
def test_what_comes_out(kind: str, given: Given, found: Found) -> None:
    compare(kind, given, found)


REMEDIES = [
    pytest.param("licence_notice", Given(html(), original=ORIGINAL), id="licence_notice: the original's"),
    pytest.param("licence_notice", Given(html(), NAMED), id="licence_notice: the prescribed sentence"),
    pytest.param("licence_link", Given(html(), BY_ND), id="licence_link: HTML"),
    pytest.param("licence_link", Given(markdown(), BY_ND, "markdown"), id="licence_link: Markdown"),
    pytest.param("licence_link", Given(text(), BY_ND, "text"), id="licence_link: plain text"),
]


@pytest.mark.parametrize(("kind", "given"), REMEDIES)
def test_the_remedy_put_where_it_belongs_makes_it_pass(kind: str, given: Given) -> None:
    before = judged(kind, given)
    assert before.verdict.value == "failed"
    assert judged(kind, put_right(given, before)).verdict.value == "passed"


LICENCE_NAMED = [
    pytest.param(
        html(bottom="<p>Republished under CC BY-ND 4.0.</p>"),
        ("passed", "The page names the licence, CC BY-ND 4.0."),
        id="in words",
    ),
    pytest.param(
        html(bottom=deed("by-nd/4.0/").replace("§", "")),
        ("passed", "The page names the licence, CC BY-ND 4.0."),
        id="by a link",
    ),
    pytest.param(
        html(bottom="<p>Republished under CC BY-ND 3.0.</p>"),
        (
            "cant-tell",
            "There is no telling whether the page names the licence, CC BY-ND 4.0: that is another version or another"
            " country's form of the licence.",
        ),
        id="another version",
    ),
    pytest.param(
        html(below="<footer><p>Texts: CC BY-ND 4.0</p></footer>"),
        (
            "cant-tell",
            "There is no telling whether the page names the licence, CC BY-ND 4.0: may speak of the whole site.",
        ),
        id="in the foot of the site",
    ),
    pytest.param(
        html("<p>Photo: Ada Finch, CC BY-ND 4.0</p>"),
        ("failed", "The page does not name the licence, CC BY-ND 4.0, with the story."),
        id="a photograph's",
    ),
    pytest.param(
        html(bottom="<p>Republished under CC BY 4.0.</p>"),
        ("failed", "The page does not name the licence, CC BY-ND 4.0, with the story."),
        id="another licence",
    ),
]


@pytest.mark.parametrize(("page", "comes_out"), LICENCE_NAMED)
def test_where_no_notice_is_known_the_licence_must_be_named(page: str, comes_out: tuple[str, str]) -> None:
    rules = replace(rule_set("licence_notice"), notices=(), licence="CC-BY-ND-4.0")
    finding = judged_by(rules, Given(page, original=""))
    assert (finding.verdict.value, finding.reason) == comes_out


def test_without_notice_and_licence_there_is_nothing_to_look_for() -> None:
    rules = replace(rule_set("licence_notice"), notices=(), licence="the publisher's own terms")
    assert judged_by(rules, Given(html(), original="")).verdict.value == "cant-tell"


def test_without_the_original_the_notice_is_told_by_its_first_words() -> None:
    remedy = judged("licence_notice", Given(html(), original="")).remedy
    assert remedy.startswith("Stories of the Harbour News Service are free ...")


def test_a_licence_that_is_no_address_is_refused() -> None:
    with pytest.raises(
        RuleSetError, match=r"Free to all in 'to' is no licence such as CC-BY-4.0, and no address"
    ):
        judged("licence_link", Given(html(), "to: [Free to all]"))


def test_a_story_in_a_feed_is_judged_like_any_other() -> None:
    assert (
        judged("licence_link", Given(feed(deed("by-nd/4.0/").replace("§", "")), BY_ND, "feed")).verdict.value
        == "passed"
    )
