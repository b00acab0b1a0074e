"""docs/evidence.md is what licheck does: each row is judged as it says, on a page of the corpus or here."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from licheck.check import check_page
from licheck.edge.rule_files import rule_set
from licheck.readers import read
from licheck.requirements import kinds
from licheck.rulesets.load import load
from licheck.rulesets.shipped import shipped

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "evidence.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([^|\n]+) \| ([^|\n]+) \| ([^|\n]+) \|$", TEXT, re.M)
HEADS = {"what stands there", "how it is hidden", "what the page is"}
JUDGED = [row for row in ROWS if row[0] not in HEADS]

# It asks for what the shipped rule sets do not: a link to the story itself, the canonical link in the head.
HARBOUR = """\
id: harbour
publisher:
  name: Harbour News Service
  domains:
    - harbour.example
sources:
  - address: https://harbour.example/republish
    read: 2026-11-22
    seen: full
requirements:
  - byline:
  - affiliation:
  - logo:
  - credit_line:
  - link_back:
      to: story
  - canonical:
  - tracking_pixel:
      host: count.harbour.example
      path: /pixel/{id}.gif
      id_in_url: '/(\\d+)$'
  - licence:
      licence: CC-BY-ND-4.0
  - licence_link:
"""
STORY = """\
<p>The bakery on Mill Street opened an hour late on Monday, because its door had been taken to the smith and
nobody had thought of bringing it back before the weekend.</p>
<p>Customers waited in the rain on <a href="https://harbour.example/chairs/3">their own chairs</a>. The smith,
who was among them, went home to fetch the door and was given the first loaf of the day in return.</p>
<p>The council has now lent the bakery a second door, which was found in the cellar of the town hall.</p>
"""
HEADLINE = "Bakery opens late for want of a door"
ADDRESS = "https://harbour.example/doors/4711"
PIXEL = "https://count.harbour.example/pixel/4711.gif"
ORIGINAL = (
    f'<!doctype html><title>{HEADLINE}</title><link rel="canonical" href="{ADDRESS}">'
    f"<article><h1>{HEADLINE}</h1><p>By Marta Quill</p>{STORY}</article>"
)

# What stands in the row -> what stands between headline and story, in pages held against the original.
SMALL = {
    '"Words by", "Von", "Par", "Por", "文/記者" before the name': [
        f"<p>{lead} Marta Quill</p>" for lead in ("Words by", "Von", "Par", "Por", "文/記者")
    ],
    'a writer of the original named only as a helper: "Marta Quill contributed to this report"': [
        "<p>By Oren Fell</p><p>Marta Quill contributed to this report.</p>",
        "<p>By Oren Fell, with additional reporting by Marta Quill</p>",
    ],
    "the name alone on its line, where the original says that it is the writer's": ["<p>Marta Quill</p>"],
    "in a `<dialog>` that is not open, or in `<noscript>`": [
        "<dialog><p>By Marta Quill</p></dialog>",
        "<noscript><p>By Marta Quill</p></noscript>",
    ],
    "in `<details>`, which a reader has to open first": [
        "<details><summary>About</summary><p>By Marta Quill</p></details>"
    ],
    'the family name first ("Quill, Marta")': ["<p>Quill, Marta</p>"],
    "the family name alone": ["<p>By Quill</p>"],
    "the sentence in German or Spanish": [
        "<p>Dieser Artikel erschien zuerst bei Harbour News Service.</p>",
        "<p>Este artículo fue publicado originalmente en Harbour News Service.</p>",
    ],
    'a blank such as "[link]" still in the sentence': [
        "<p>This story was first published by Harbour News Service. Read it here: [link].</p>"
    ],
    "a picture whose name says nothing and that has no description": ['<img src="/m/img_4711.png" alt="">'],
    "a site icon by its file's name (`favicon`, `apple-touch-icon`)": [
        '<img src="/apple-touch-icon.png" alt="Harbour News Service">'
    ],
    'the licence that was granted, or "a Creative Commons licence"': [
        "<p>Republished under CC BY-ND 4.0.</p>",
        "<p>Republished under a Creative Commons licence.</p>",
    ],
    "no licence at all": [""],
    "a freer licence, in words, by a link or by a badge": [
        "<p>Dieser Artikel steht unter der Lizenz Namensnennung 4.0 International.</p>",
        '<p>Republished under <a href="https://creativecommons.org/licenses/by/4.0/deed.fr">this licence</a>.</p>',
        '<img src="https://licensebuttons.net/l/by/4.0/88x31.png" alt="">',
    ],
    "a stricter licence": ["<p>Republished under CC BY-NC-ND 4.0.</p>"],
    "another licence in metadata only": [
        '<meta name="dcterms.license" content="https://creativecommons.org/licenses/by/4.0/">',
        '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">',
    ],
    "another licence in metadata, the right one for readers": [
        '<meta name="dcterms.license" content="CC BY 4.0"><p>Republished under CC BY-ND 4.0.</p>'
    ],
    "another version, or another country's form": ["<p>Republished under CC BY-ND 3.0 US.</p>"],
    'a licence with "unless otherwise noted", or elsewhere on the page': [
        "<p>Unless otherwise noted, texts are licensed under CC BY-SA 4.0.</p>"
    ],
    "the licence of a photograph, in its caption or credit": [
        '<figure><img src="/a.jpg"><figcaption>Ada Finch,'
        ' <a href="https://creativecommons.org/licenses/by/2.0/">CC BY 2.0</a></figcaption></figure>',
        '<p>Photo: Ada Finch, <a href="https://creativecommons.org/licenses/by/2.0/">CC BY 2.0</a></p>',
    ],
    "one of the story's own links": [""],
    "a link that is hidden": [
        f'<p style="display:none">From <a href="{ADDRESS}">Harbour News Service</a></p>',
        f'<!-- <a href="{ADDRESS}">Harbour News Service</a> -->',
    ],
    "a link around the logo": [f'<a href="{ADDRESS}"><img src="/logo.svg" alt="Harbour News Service"></a>'],
    "with `display:none`: browsers fetch it all the same": [
        f'<img src="{PIXEL}" style="display:none" alt="">'
    ],
    "a canonical link in the body otherwise": [f'<link rel="canonical" href="{ADDRESS}">'],
}
# Rows that need another setting: people whom --author names, or a page without its original.
GIVEN = {
    "a usual short form of the given name (Bill for William)": (
        "<p>By Bill Quill</p>",
        ORIGINAL,
        ["William Quill"],
    ),
    "a line that could be a name, and nobody said who wrote the story": ("<p>Marta Quill</p>", "", []),
    "the story is asked for, there is a link to the publisher, and the original's address is not known": (
        f'<p>From <a href="{ADDRESS}">Harbour News Service</a>, with thanks.</p>',
        "",
        [],
    ),
}
CASES = [
    *((row, top, ORIGINAL, []) for row, tops in SMALL.items() for top in tops),
    *((row, *given) for row, given in GIVEN.items()),
]


def said(cell: str) -> dict[str, str]:
    """What a cell says of each requirement, in the words of reports for programs."""
    found = re.findall(r"`(\w+)` (passed|failed|cannot tell)", cell)
    return {name: verdict.replace("cannot tell", "cant-tell") for name, verdict in found}


@cache
def harbour():
    return load("harbour.yaml", HARBOUR, kinds())


@cache
def shipped_rules():
    return tuple(map(rule_set, shipped()))


def page(top: str):
    article = f"<main><h1>{HEADLINE}</h1>\n{top}\n{STORY}</main>"
    return read("page.html", f"<!doctype html><title>{HEADLINE} - Quay Post</title>{article}".encode())


@pytest.mark.parametrize("row", JUDGED, ids=[row[0][:60] for row in JUDGED])
def test_a_row_has_a_verdict_and_something_that_shows_it(row):
    standing, verdict, shown = row
    assert said(verdict) or verdict == "nothing is judged"
    assert re.fullmatch(r"\[([\w-]+)\]\(\.\./corpus/\1/republication\.\w+\)|small pages?", shown)
    assert shown.startswith("[") or standing in {**SMALL, **GIVEN}


LINKED = [(verdict, name) for _, verdict, shown in JUDGED for name in re.findall(r"corpus/([\w-]+)/", shown)]


@pytest.mark.parametrize(("verdict", "name"), LINKED, ids=[name for _, name in LINKED])
def test_a_row_says_what_the_page_of_the_corpus_expects(verdict, name):
    expected = yaml.safe_load((ROOT / "corpus" / name / "case.yaml").read_text("utf-8"))["expect"]
    if verdict == "nothing is judged":
        assert expected == {}
    else:
        assert said(verdict).items() <= expected.items()


@pytest.mark.parametrize(
    ("standing", "top", "original", "people"), CASES, ids=[case[0][:60] for case in CASES]
)
def test_a_small_page_is_judged_as_its_row_says(standing, top, original, people):
    (wanted,) = [said(verdict) for row, verdict, _ in JUDGED if row == standing]
    report = check_page(
        page(top),
        [harbour()],
        original=read("original.html", original.encode()) if original else None,
        people=people,
        chosen_by="the test",
    )
    found = {finding.requirement: finding.verdict.value for finding in report.findings}
    reasons = "\n".join(f"{finding.requirement}: {finding.reason}" for finding in report.findings)
    assert {name: found[name] for name in wanted} == wanted, reasons


NAMING = [
    pytest.param("<p>Harbour News Service runs a fleet of nine boats.</p>", id="named in a sentence"),
    pytest.param('<p>See <a href="https://harbour.example/">its site</a>.</p>', id="linked"),
    pytest.param("<p>Join the conversation below.</p>", id="an everyday word that is a publisher's name"),
]


@pytest.mark.parametrize("line", NAMING)
def test_to_name_a_publisher_is_not_to_republish_it(line):
    assert check_page(page(line), [harbour(), *shipped_rules()]).rule_sets == ()
