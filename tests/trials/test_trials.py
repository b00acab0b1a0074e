"""Trying rule sets: what is broken is found, what is only dressed otherwise is not accused."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from licheck.edge.rule_files import rule_set as shipped_rule_set
from licheck.edge.rule_files import stories, with_examples
from licheck.model.finding import Evidence, Verdict
from licheck.requirements import kinds
from licheck.rulesets.examples import Written, load_examples, load_story, write_out
from licheck.rulesets.load import load
from licheck.rulesets.shipped import shipped
from licheck.trials.breaking import breaks
from licheck.trials.breaks import CASES, UNBROKEN, WAYS
from licheck.trials.desk import Desk
from licheck.trials.dresses import DRESSES, SOURCES
from licheck.trials.judging import benches, trouble
from licheck.trials.markup import cut_short, element, made
from licheck.trials.run import try_out

TODAY = date(2026, 11, 22)
STORIES = stories(shipped()[0])
RULES = """\
id: harbour
publisher:
  name: Harbour News Service
  domains: [harbour.example]
sources:
  - {address: https://harbour.example/republish, read: 2026-11-22, seen: full}
credits: ['This story was originally published by {publisher}']
requirements:
  - byline:
  - credit_line: {byline_counts: false}
  - link_back:
  - no_edit:
"""
EXAMPLES = """\
rule_set: harbour
story: ferries
examples:
  - id: complies
    says: All is there.
    top: |
      <p>By {author}</p>
      <p>This story was originally published by <a href="{address}">Harbour News Service</a>.</p>
    expect: {byline: passed, credit_line: passed, link_back: passed, no_edit: passed}
  - id: nobody
    says: The byline names nobody.
    like: complies
    change: {'By {author}': By our staff}
    expect: {byline: failed}
  - id: mention
    says: It names the publisher only.
    story: orchard
    top: <p>By {author}, who once worked for Harbour News Service</p>
    expect: {}
"""


def rule_set(rules=RULES, examples=EXAMPLES):
    from dataclasses import replace

    found = load("harbour.yaml", rules, kinds())
    return replace(found, examples=load_examples("examples.yaml", examples, found, STORIES))


def test_a_sound_rule_set_has_no_trouble_and_every_break_is_found():
    tried = try_out(rule_set(), STORIES, TODAY)
    assert [trial for trial in tried.trials if trial.trouble or trial.doubted] == []
    assert len(tried.of("example")) == 3
    assert len(tried.of("break")) >= 12
    assert len(tried.of("dress")) >= 6
    assert tried.unbroken == ()


def test_a_break_that_goes_unnoticed_is_told(monkeypatch):
    monkeypatch.setitem(WAYS["byline"], "nothing done", lambda desk, target: True)
    tried = try_out(rule_set(), STORIES, TODAY)
    found = [trial for trial in tried.of("break") if trial.trouble]
    assert [trial.name for trial in found] == ["byline: nothing done"]
    assert found[0].trouble.startswith("byline is still passed")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("expect: {byline: failed}", "expect: {byline: passed}", "byline should be passed, and is failed"),
        (
            "change: {'By {author}': By our staff}",
            "change: {Harbour: Harbor}",
            "byline should be failed, and is",
        ),
        (
            "story: orchard\n    top: <p>By",
            "story: orchard\n    top: <p>This story was originally published by Harbour News Service.</p><p>By",
            "it applies, by a credit line",
        ),
    ],
)
def test_an_example_that_does_not_come_out_as_it_says_is_told(old, new, told):
    found = [
        trouble(bench) for bench in benches(rule_set(examples=EXAMPLES.replace(old, new)), STORIES, TODAY)
    ]
    assert any(told in one for one in found), found


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("rule_set: harbour", "rule_set: port", "1:11: this file belongs to the rule set `harbour`"),
        (
            "like: complies",
            "like: complis",
            "no example above has the id `complis`: did you mean `complies`?",
        ),
        ("story: ferries", "story: ferrys", "there is no story `ferrys`: did you mean `ferries`?"),
        ("{byline: failed}", "{bylien: failed}", "no requirement has the id `bylien`"),
        ("id: nobody", "id: complies", "a second example with the id `complies`"),
        ("    change: {'By {author}': By our staff}\n", "", "say what is different"),
    ],
)
def test_a_fault_in_an_examples_file_is_told_with_its_place(old, new, told):
    from licheck.errors import RuleSetError

    with pytest.raises(RuleSetError) as error:
        rule_set(examples=EXAMPLES.replace(old, new))
    assert any(told in str(fault) for fault in error.value.faults), error.value


def test_an_example_that_changes_what_is_not_there_is_told():
    broken = rule_set(examples=EXAMPLES.replace("'By {author}'", "By Nobody"))
    with pytest.raises(ValueError, match="changes `By Nobody`, which is not there"):
        [write_out(broken, one, STORIES) for one in broken.examples]


def test_a_story_file_says_what_it_lacks():
    from licheck.errors import RuleSetError

    with pytest.raises(RuleSetError, match="lacks the key `paper`"):
        load_story(
            "story.yaml",
            "id: x\nlanguage: en\ntitle: A\nauthor: B\npaper_domain: x.example\nparagraphs: [a]\n",
        )


def test_evidence_is_found_again_in_the_tree():
    soup = BeautifulSoup("<div>\n<p>By <b>Jo Fell</b></p>\n<p>More</p></div>", "html.parser")
    assert element(soup, Evidence("Jo Fell", 2, 4)).name == "p"
    assert element(soup, Evidence("Jo Fell", 2, 10)).name == "b"
    assert element(soup, Evidence("nowhere", 0, 0)) is None


def test_every_way_belongs_to_a_kind():
    assert set(WAYS) | set(CASES) | set(UNBROKEN) <= set(kinds())


def test_every_kind_that_the_shipped_rule_sets_use_has_a_way_or_a_reason():
    def kinds_of(requirements):
        for one in requirements:
            yield one.kind
            yield from kinds_of(one.inner)

    used = {kind for path in shipped() for kind in kinds_of(shipped_rule_set(path).judged)}
    questions = {kind for kind in used if kinds()[kind].__module__.endswith("for_a_person")}
    assert used - questions - set(UNBROKEN) - {"images"} <= set(WAYS)  # `images` has two sorts of ways


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("associated-press", {"dateline: taken out", "other: marked as excluded", "update_corrections: off screen"}),
        ("buffalos-fire", {"per_item_exclusion: not marked as free", "canonical: another as well", "noindex: index"}),
        ("chile-street", {"edit_disclosure: a number altered"}),
        ("city-desk-abq", {"time_limit: too late", "partners: co_published", "image_credit: only as alternative text"}),
        ("floodlight", {"origin_only: an agency's", "origin_only: first elsewhere"}),
        ("mongabay", {"translation: translated", "paywall: locked", "no_edit: paragraphs in another order"}),
        ("nw-newswire", {"embargo: under embargo", "credit_line: cut short"}),
        ("opensource-com", {"licence_notice: another"}),
        ("the-new-humanitarian", {"time_limit: too old", "republish_flag: not marked as free"}),
        ("the-conversation", {"tracking_pixel: of another story", "tracking_pixel: escaped", "logo: favicon"}),
        ("the-texan", {"excerpt: all of it", "headline: cut short", "byline: only as a photographer"}),
    ],
)  # fmt: skip
def test_what_a_newsroom_does_by_accident_is_done_and_found(name, told):
    (path,) = (path for path in shipped() if path.endswith(f"/{name}.yaml"))
    known = set()
    for bench in benches(with_examples(path), STORIES, TODAY):
        if bench.example.expect and not {"failed", "cant-tell"} & set(bench.example.expect.values()):
            done = list(breaks(bench, known))
            assert [trial for trial in done if trial.trouble or trial.doubted] == []
            known |= {trial.name.partition(": ")[0] for trial in done}
            told = told - {trial.name for trial in done}
    assert told == set()


def test_what_cannot_be_broken_says_why():
    without = EXAMPLES.replace("byline: passed, credit", "credit").replace(
        "By {author}</p>", "By our staff</p>", 1
    )
    tried = try_out(rule_set(examples=without.partition("  - id: nobody")[0]), STORIES, TODAY)
    assert tried.unbroken[:1] == ("byline (no example that complies shows what could be broken)",)


def test_where_the_break_takes_away_what_the_page_is_known_by_somebody_names_the_rule_set():
    few = RULES.partition("  - credit_line")[0]
    examples = EXAMPLES.replace(", credit_line: passed, link_back: passed, no_edit: passed", "")
    tried = try_out(
        rule_set(
            few,
            examples.replace(
                '<p>This story was originally published by <a href="{address}">Harbour News Service</a>.</p>',
                "<p>{address}</p>",
            ).replace("By {author}</p>", "By {author}, Harbour News Service</p>"),
        ),
        STORIES,
        TODAY,
    )
    assert [trial.trouble for trial in tried.of("break") if trial.trouble] == []


def test_only_what_was_touched_on_the_desk_is_written_anew():
    written = Written("<p>One &amp; <b>two</b>", "html", "<p>Three &quot;four&quot;", "html")
    desk = Desk(written)
    desk.page.p.string = "Five"
    assert desk.written == written._replace(page="<p>Five</p>")


def test_a_line_is_cut_short_at_its_first_quarter():
    tag = made("<p>One two <a href='#'>three four</a> five six seven eight</p>")
    cut_short(tag)
    assert tag.get_text() == "One two"


@pytest.mark.parametrize("name", DRESSES)
def test_a_dress_leaves_the_words_as_they_are(name):
    (complies, *_) = benches(rule_set(), STORIES, TODAY)
    soup = BeautifulSoup(complies.written.page, "html.parser")
    if not DRESSES[name](soup):
        pytest.skip("there is nothing of this in the example")
    dressed = complies.instead(complies.written._replace(page=str(soup)))
    page = dressed.page()
    for paragraph in STORIES["ferries"].paragraphs:
        assert any(paragraph.split()[3] in block.text for block in page.blocks)
    assert all(finding.verdict is Verdict.PASSED for finding in dressed.judged().findings)


@pytest.mark.parametrize("name", SOURCES)
def test_a_dress_of_the_file_leaves_the_words_as_they_are(name):
    (complies, *_) = benches(rule_set(), STORIES, TODAY)
    dressed = complies.instead(complies.written._replace(page=SOURCES[name](complies.written.page)))
    assert dressed.written.page != complies.written.page or name == "decomposed accents"
    assert [block.text for block in dressed.page().blocks] == [block.text for block in complies.page().blocks]
    assert all(finding.verdict is Verdict.PASSED for finding in dressed.judged().findings)
