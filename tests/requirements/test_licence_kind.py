"""The kind `licence`: what a page claims for the story, held against what was granted; and whose licence is whose."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from invented import (
    ADDRESS,
    PARAGRAPHS,
    PLACE,
    Found,
    Given,
    compare,
    html,
    judged,
    judged_by,
    markdown,
    put_right,
    read_page,
    rule_set,
    text,
)

from licheck.check import check_page
from licheck.errors import RuleSetError
from licheck.licences.value import Relation
from licheck.requirements._licence_scope import Scope

BY_ND = "licence: CC-BY-ND-4.0"
NAMED = f"{BY_ND}\nnamed: true"
NO_OTHER = "The page claims no other licence for the story."
STORY = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def deed(code: str, words: str = "", rest: str = "") -> str:
    url = f"https://creativecommons.org/licenses/{code}"
    return f'<a href="{url}"{rest}>{words or "Creative Commons"}</a>'


def under(code: str) -> str:
    return f"<p>This story is republished under {PLACE}{deed(code)}.</p>"


def original(*, bottom: str = "", head: str = "") -> str:
    return html("<p>By Marta Quill</p>", bottom=bottom, head=f'<link rel="canonical" href="{ADDRESS}">{head}')


def passed(name: str, quotes: str, note: str = "") -> Found:
    return Found("passed", f"The page gives the story's licence as {name}.", quotes, note)


def freer(name: str, quotes: str, rest: str = "", granted: str = "CC BY-ND 4.0") -> Found:
    reason = (
        f"The page gives the story as {name}, but it was given away under {granted}; that is a freer licence."
    )
    return Found("failed", reason, quotes, f"{name}: a freer licence{rest}")


def doubted(name: str, why: str, quotes: str, note: str = "a freer licence") -> Found:
    reason = f"The page names {name}, and the story was given away under CC BY-ND 4.0; {why}."
    return Found("cant-tell", reason, quotes, f"{name}: {note}")


def shown(code: str) -> str:
    return f"Creative Commons (https://creativecommons.org/licenses/{code})"


UNSEEN = ", only in metadata ({}), where no reader sees it"
OTHER_FORM = f"that is {Relation.OTHER_FORM.value}"
BADGE = "https://licensebuttons.net/l/by/4.0/88x31.png"
BY = "https://creativecommons.org/licenses/by/4.0/"
CLAIMS = [
    pytest.param(Given(html(bottom=under("by-nd/4.0/")), BY_ND), passed("CC BY-ND 4.0", shown("by-nd/4.0/")), id="a link"),
    pytest.param(
        Given(html(bottom="<p>Republished under a §Creative Commons license.</p>"), BY_ND),
        passed("a Creative Commons licence", "Republished under a Creative Commons license."),
        id="a Creative Commons licence, not saying which",
    ),
    pytest.param(Given(html(), BY_ND), Found("passed", NO_OTHER), id="silence"),
    pytest.param(Given(html(bottom=under("by/4.0/")), BY_ND), freer("CC BY 4.0", shown("by/4.0/")), id="a freer one"),
    pytest.param(
        Given(html(bottom="<p>Dieser Artikel steht unter der Lizenz §Namensnennung 4.0 International.</p>"), BY_ND),
        freer("CC BY 4.0", "Dieser Artikel steht unter der Lizenz Namensnennung 4.0 International."),
        id="a freer one in German",
    ),
    pytest.param(
        Given(html(bottom="<p>Republished under §CC BY-NC-ND 4.0.</p>"), BY_ND),
        Found(
            "failed",
            "The page gives the story as CC BY-NC-ND 4.0, but it was given away under CC BY-ND 4.0; that is another licence.",
            "Republished under CC BY-NC-ND 4.0.",
            "CC BY-NC-ND 4.0: another licence",
        ),
        id="a stricter one",
    ),
    pytest.param(
        Given(html(bottom=f'§<a href="{BY}" rel="license"><img src="{BADGE}" alt=""></a>'), BY_ND),
        freer("CC BY 4.0", BY),
        id="a badge with a link",
    ),
    pytest.param(
        Given(html(bottom=f'§<img src="{BADGE}" alt="">'), BY_ND), freer("CC BY 4.0", BADGE), id="a badge without a link"
    ),
    pytest.param(
        Given(html(bottom='§<img src="/b.png" alt="CC BY 4.0">'), BY_ND),
        freer("CC BY 4.0", "CC BY 4.0"),
        id="a badge by its alternative text",
    ),
    pytest.param(
        Given(html(head=f'§<link rel="license" href="{BY}">'), BY_ND),
        freer("CC BY 4.0", BY, UNSEEN.format("link rel=license")),
        id="rel=license in the head",
    ),
    pytest.param(
        Given(
            html(
                head='<script type="application/ld+json">{"@type": "NewsArticle", "license": "§' + BY + '"}</script>'
            ),
            BY_ND,
        ),
        freer("CC BY 4.0", BY, UNSEEN.format("JSON-LD")),
        id="JSON-LD",
    ),
    pytest.param(
        Given(html(head='§<meta name="DC.rights" content="CC BY 4.0">'), BY_ND),
        freer("CC BY 4.0", "CC BY 4.0", UNSEEN.format('meta "DC.rights"')),
        id="Dublin Core",
    ),
    pytest.param(
        Given(html(head=f'§<meta property="og:license" content="{BY}">'), BY_ND),
        freer("CC BY 4.0", BY, UNSEEN.format('meta "og:license"')),
        id="Open Graph",
    ),
    pytest.param(
        Given(markdown(bottom=f"This story is republished under [CC BY 4.0]({BY})."), BY_ND, "markdown"),
        freer("CC BY 4.0", f"CC BY 4.0 ({BY})"),
        id="in Markdown",
    ),
    pytest.param(
        Given(text(bottom="This story is republished under §CC BY 4.0."), BY_ND, "text"),
        freer("CC BY 4.0", "This story is republished under CC BY 4.0."),
        id="in plain text",
    ),
    pytest.param(
        Given(text(bottom="Licence of this story: §creativecommons.org/licenses/by/4.0/."), BY_ND, "text"),
        freer("CC BY 4.0", "Licence of this story: creativecommons.org/licenses/by/4.0/."),
        id="an address in plain text",
    ),
    pytest.param(
        Given(
            html(bottom=f"<p>Republished under §{deed('by-nc-nd/3.0/us/', 'creativecommons.org/licenses/by-nc-nd/3.0/us/')}</p>"),
            "licence: CC-BY-NC-ND-3.0-US",
        ),
        passed(
            "CC BY-NC-ND 3.0 US",
            "creativecommons.org/licenses/by-nc-nd/3.0/us/ (https://creativecommons.org/licenses/by-nc-nd/3.0/us/)",
        ),
        id="a link whose text is its address",
    ),
    pytest.param(
        Given(html(bottom=under("by-nd/3.0/us/")), BY_ND),
        doubted("CC BY-ND 3.0 US", OTHER_FORM, shown("by-nd/3.0/us/"), Relation.OTHER_FORM.value),
        id="another version",
    ),
    pytest.param(
        Given(html(bottom=under("by-nd/3.0/us/")), f"{BY_ND}\naccepts: [CC-BY-ND-3.0-US]"),
        passed("CC BY-ND 3.0 US", shown("by-nd/3.0/us/")),
        id="another version that is accepted",
    ),
    pytest.param(
        Given(html(bottom=under("by-nd/3.0/")), f"{BY_ND}\nexactly: true"),
        Found(
            "failed",
            f"The page gives the story as CC BY-ND 3.0, but it was given away under CC BY-ND 4.0; {OTHER_FORM}.",
            shown("by-nd/3.0/"),
            f"CC BY-ND 3.0: {Relation.OTHER_FORM.value}",
        ),
        id="another version where that is a breach",
    ),
    pytest.param(
        Given(html(bottom=under("by-nd/4.0/").replace(PLACE, ""), head=f'§<link rel="license" href="{BY}">'), BY_ND),
        doubted(
            "CC BY 4.0",
            "it names that one too, and the two contradict each other",
            BY,
            "a freer licence" + UNSEEN.format("link rel=license"),
        ),
        id="the right one for readers, another for machines",
    ),
    pytest.param(
        Given(html(below="<footer><p>Unless otherwise noted, texts are licensed under §CC BY-SA 4.0.</p></footer>"), BY_ND),
        doubted(
            "CC BY-SA 4.0",
            "it stands elsewhere on the page, and may speak of the whole site",
            "Unless otherwise noted, texts are licensed under CC BY-SA 4.0.",
        ),
        id="in the foot of the site",
    ),
    pytest.param(
        Given(html(story=f"{STORY}<p>The plans are published under §CC BY 4.0.</p>"), BY_ND, original=""),
        doubted(
            "CC BY 4.0",
            "there is no telling whether it is meant for the story",
            "The plans are published under CC BY 4.0.",
        ),
        id="in the last paragraph, of something",
    ),
    pytest.param(
        Given(html(bottom=under("by/4.0/")), "licence: LicenseRef-Harbour"),
        Found(
            "failed",
            "The page gives the story as CC BY 4.0, but it was given away under terms of the publisher's own.",
            shown("by/4.0/"),
            "CC BY 4.0: not what was granted",
        ),
        id="any, where the publisher has terms of its own",
    ),
    pytest.param(Given(html(), "licence: LicenseRef-Harbour"), Found("passed", NO_OTHER), id="silence on terms of its own"),
    pytest.param(
        Given(html(bottom=under("by/4.0/")), "licence: CC0-1.0"),
        passed("CC BY 4.0", shown("by/4.0/")),
        id="any, where all rights were given up",
    ),
    pytest.param(
        Given(html(bottom=under("by/4.0/"))),
        Found(
            "inapplicable",
            "Neither the rule set nor the original says which Creative Commons licence the story has.",
        ),
        id="nobody says what was granted",
    ),
    pytest.param(
        Given(html(bottom=under("by/4.0/")), f"{BY_ND}\nmedium: print"),
        Found("inapplicable", "Asked for print only; this is online publication."),
        id="asked for in another medium",
    ),
    pytest.param(
        Given(html(bottom=under("by/4.0/")), original=original(bottom=f"<p>This story is published under {deed('by-nd/4.0/')}.</p>")),
        freer("CC BY 4.0", shown("by/4.0/")),
        id="the original says what was granted",
    ),
    pytest.param(
        Given(
            html(bottom=under("by-nc/4.0/")),
            "licence: CC-BY-NC-4.0",
            original=original(head='<link rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">'),
        ),
        doubted(
            "CC BY-NC 4.0", "so says the original; the rule set says otherwise", shown("by-nc/4.0/")
        ),
        id="original and rule file disagree",
    ),
    pytest.param(
        Given(html(), NAMED),
        Found("failed", "The page does not name the licence, CC BY-ND 4.0, with the story."),
        id="silence where the licence must be named",
    ),
    pytest.param(
        Given(html(head='§<link rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">'), NAMED),
        Found(
            "failed",
            "The page does not name the licence, CC BY-ND 4.0, with the story; the nearest is only in metadata"
            " (link rel=license), where no reader sees it.",
            "https://creativecommons.org/licenses/by-nd/4.0/",
            "only in metadata (link rel=license), where no reader sees it",
        ),
        id="named for machines alone",
    ),
    pytest.param(
        Given(html(below=f"<footer><p>{deed('by-nd/4.0/')}</p></footer>"), NAMED),
        Found(
            "cant-tell",
            "The page names CC BY-ND 4.0; whether that is meant for the story, there is no telling.",
            shown("by-nd/4.0/"),
            f"CC BY-ND 4.0: {Scope.SITE.value}",
        ),
        id="named in the foot of the site",
    ),
    pytest.param(Given(html(bottom=under("by-nd/4.0/")), NAMED), passed("CC BY-ND 4.0", shown("by-nd/4.0/")), id="named"),
    pytest.param(
        Given(html(bottom="<p>Republished under a §Creative Commons license.</p>"), NAMED),
        Found(
            "cant-tell",
            "The page names a Creative Commons licence, and does not say which; that is CC BY-ND 4.0.",
            "Republished under a Creative Commons license.",
            Relation.LESS_EXACT.value,
        ),
        id="named, and not which",
    ),
    pytest.param(
        Given(html(bottom=under("by-nd/4.0/"), below=f"<footer><p>{deed('by/4.0/')}</p></footer>"), NAMED),
        passed("CC BY-ND 4.0", shown("by-nd/4.0/")),
        id="named, and the site has another",
    ),
    *(
        pytest.param(
            Given(html(head=f'<script type="application/ld+json">{{"@type": "NewsArticle", "license": {told}}}</script>'), BY_ND),
            freer("CC BY 4.0", BY, UNSEEN.format("JSON-LD")),
            id=f"JSON-LD: {name}",
        )
        for name, told in (
            ("an object", f'{{"@type": "CreativeWork", "name": "Terms", "url": "{BY}"}}'),
            ("an id", f'{{"@id": "{BY}"}}'),
            ("a list", f'["{BY}", "https://quay.example/terms"]'),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("given", "found"), CLAIMS)
def test_what_comes_out(given: Given, found: Found) -> None:
    compare("licence", given, found)


PICTURES = [
    pytest.param(f'<figure><img src="/a.jpg"><figcaption>Ada Finch, {deed("by/2.0/")}</figcaption></figure>', id="in a caption"),
    pytest.param(f'<div class="wp-caption"><img src="/a.jpg"><p>Ada Finch, {deed("by/2.0/")}</p></div>', id="in a caption's box"),
    pytest.param(f'<div class="teaser__image-copyright"><p>{deed("by/4.0/")}</p></div>', id="in a box of picture credits"),
    pytest.param("<p>Photo: Ada Finch (CC BY 2.0)</p>", id="a picture credit"),
    pytest.param("<p>Titelbild: Ada Finch, CC BY-SA 3.0 DE</p>", id="a picture credit in German"),
    pytest.param(f"<p>Ada Finch/Flickr, {deed('by/2.0/')}</p>", id="from a site of pictures"),
    pytest.param("<p>Data: Bureau of Doors, CC BY 4.0</p>", id="data"),
    pytest.param(
        f'<img src="/a.jpg" alt="A door"><p>Ada Finch {deed("by/4.0/", rest=""" about="/a.jpg" rel="license" """)}</p>',
        id="ccREL about a picture",
    ),
    pytest.param('<img src="/a.jpg" alt="A door, by Ada Finch, CC BY 4.0">', id="in a picture's alternative text"),
]  # fmt: skip


@pytest.mark.parametrize("markup", PICTURES)
def test_the_licence_of_a_picture_is_not_the_storys(markup: str) -> None:
    compare("licence", Given(html(markup), BY_ND), Found("passed", NO_OTHER))
    assert judged("licence", Given(html(markup), NAMED)).verdict.value == "failed"


def test_a_line_on_a_picture_and_the_story_is_read_sentence_by_sentence() -> None:
    line = "<p>Photo by Ada Finch, CC BY 2.0. This story is republished under CC BY-ND 4.0.</p>"
    assert judged("licence", Given(html(bottom=line), NAMED)).verdict.value == "passed"


def test_an_icon_behind_a_link_is_no_picture_whose_licence_it_would_be() -> None:
    icon = '<svg width="12" height="12"><path d="M0 0h9v9"/></svg>'
    link = '<a href="https://creativecommons.org/licenses/by-nd/4.0/">CC BY-ND 4.0</a>'
    assert judged("licence", Given(html(bottom=f"<p>{link}{icon}</p>"), NAMED)).verdict.value == "passed"
    photo = '<img src="/door.jpg" alt="" width="800" height="500">'
    assert judged("licence", Given(html(bottom=f"{photo}<p>{link}</p>"), NAMED)).verdict.value == "cant-tell"


@pytest.mark.parametrize(
    "sentence", ["The agency published its photographs under CC BY 4.0.", "She chose CC BY 4.0 for it."]
)
def test_what_the_story_says_of_licences_is_no_claim(sentence: str) -> None:
    story = f"<p>{PARAGRAPHS[0]}</p><p>{sentence}</p><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    compare("licence", Given(html(story=story), BY_ND, original=""), Found("passed", NO_OTHER))


@pytest.mark.parametrize(
    "foot",
    [
        pytest.param(
            f'<a href="{BY}" rel="license"><img src="{BADGE}" alt=""></a>', id="a badge with a link"
        ),
        pytest.param(f'<img src="{BADGE}" alt="">', id="a badge"),
        pytest.param("<p>Powered by WordPress, CC BY 4.0</p>", id="a line"),
    ],
)
def test_the_foot_of_the_site_accuses_nobody(foot: str) -> None:
    page = html(below=f'<footer class="site-footer"><aside>{foot}</aside></footer>')
    assert judged("licence", Given(page, BY_ND)).verdict.value == "cant-tell"


def test_the_storys_own_foot_is_not_that_of_the_site() -> None:
    foot = f"<footer><p>{deed('by/4.0/')}</p></footer>"
    assert judged("licence", Given(html(bottom=foot), BY_ND)).verdict.value == "failed"


def test_the_licence_that_a_rule_set_begins_with_is_what_was_granted() -> None:
    rules = replace(rule_set("licence"), licence="CC-BY-ND-4.0, for the text alone")
    given = Given(html(bottom=under("by/4.0/")), original="")
    assert judged_by(rules, given).verdict.value == "failed"
    assert judged_by(replace(rules, licence="its own terms"), given).verdict.value == "inapplicable"


def test_the_remedy_put_where_it_belongs_names_the_licence() -> None:
    given = Given(html(), NAMED)
    before = judged("licence", given)
    assert judged("licence", put_right(given, before)).verdict.value == "passed"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param("licence: Free to all", "Free to all is no licence that can be looked for", id="no id"),
        pytest.param(
            f"{BY_ND}\naccepts: [MIT]", "MIT is no licence that can be looked for", id="another's id"
        ),
        pytest.param(
            "licence: LicenseRef-X\nnamed: true",
            "`named` cannot be asked for LicenseRef-X",
            id="not to be known",
        ),
    ],
)
def test_a_rule_that_says_nothing_is_refused(options: str, said: str) -> None:
    with pytest.raises(RuleSetError, match=said):
        judged("licence", Given(html(), options))


HOSTILE = [
    pytest.param(
        lambda times: "".join(f"<p>{deed('by/4.0/', str(at))}</p>" for at in range(times)),
        "failed",
        id="licence links",
    ),
    pytest.param(lambda times: f'<a href="{BY}"><img src="{BADGE}"></a>' * times, "failed", id="badges"),
    pytest.param(lambda times: "<p>Under CC BY 4.0.</p>" * times, "cant-tell", id="names of licences"),
    pytest.param(lambda times: "<p>" + "CC BY 4.0. " * times + "</p>", "passed", id="names in one line"),
    pytest.param(lambda times: f"<p>{deed('by/4.0/') * times}</p>", "failed", id="links in one line"),
]


@pytest.mark.parametrize(("make", "verdict"), HOSTILE)
def test_ten_thousand_licences_are_read_in_a_few_seconds(make: Callable[[int], str], verdict: str) -> None:
    page = read_page(Given(html(bottom=make(10_000))))
    rules = [rule_set("licence", BY_ND), rule_set("licence_link", "to: [CC-BY-ND-4.0]")]
    started = time.process_time()
    report = check_page(page, rules, chosen_by="the test")
    assert time.process_time() - started < 5
    assert [finding.verdict.value for finding in report.findings] == [verdict, "failed"]
