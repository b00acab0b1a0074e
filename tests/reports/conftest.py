"""One report with everything in it, for all formats. People, publishers and pages are invented."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from licheck.model.finding import Evidence, Finding, Level, Place, Standing, Verdict
from licheck.model.report import Chosen, ErrorEntry, PageReport, Report

GOLDEN = Path(__file__).parent / "golden"

HARBOUR = Chosen(
    id="harbour",
    publisher="Harbour News Service",
    chosen_by="its licence notice, line 58",
    source="https://harbour.example/republish",
    for_a_person=(
        "Is the story given away, and not sold on its own?",
        "Was Harbour News Service told of the republication?",
    ),
)

BYLINE_MISSING = Finding(
    requirement="byline",
    kind="byline",
    level=Level.MUST,
    verdict=Verdict.FAILED,
    reason="The reporter, Marta Quill, is not named where a reader sees it.",
    evidence=(
        Evidence(
            '"author": "Marta Quill"',
            12,
            9,
            Standing.METADATA,
            False,
            "it stands in JSON-LD, which no reader sees",
        ),
        Evidence("By Marta Quill", 33, 5, Standing.HIDDEN, False, "its element is set to display:none"),
    ),
    looked_in=("headline", "top credit zone", "bottom credit zone"),
    belongs_at=Place("below the headline", 31),
    remedy='<p class="byline">\n\tBy Marta Quill, Harbour News Service\n</p>',
    rule_set="harbour",
    what="The reporter is named, with Harbour News Service as her or his affiliation.",
)

LOGO_UNKNOWN = Finding(
    requirement="logo-on-top",
    kind="logo",
    level=Level.MUST,
    verdict=Verdict.CANT_TELL,
    reason="A picture may be the logo, but neither its address nor its description says so.",
    evidence=(
        Evidence(
            '<img src="/img/x71.png" alt="">', 29, 1, Standing.ALIVE, False, "nothing names the publisher"
        ),
    ),
    looked_in=("top credit zone",),
    remedy="Add the publisher's logo with its name as the description.",
    rule_set="harbour",
)

CREDIT_KEPT = Finding(
    requirement="credit_line",
    kind="credit_line",
    level=Level.MUST,
    verdict=Verdict.PASSED,
    reason="The credit line stands below the story (line 56).",
    evidence=(Evidence("This story first appeared at Harbour News Service.", 56, 4),),
    rule_set="harbour",
    what="A line says where the story first appeared.",
)

PIXEL_ELSEWHERE = Finding(
    requirement="tracking_pixel",
    kind="tracking_pixel",
    level=Level.SHOULD,
    verdict=Verdict.INAPPLICABLE,
    reason="The requirement is for stories of after 2024 only.",
    rule_set="harbour",
)

LINK_MISSING = Finding(
    requirement="link_back",
    kind="link_back",
    level=Level.SHOULD,
    verdict=Verdict.FAILED,
    reason="No link leads to the story at harbour.example.",
    evidence=tuple(
        Evidence(
            f"https://harbour.example/topic/{number}",
            70 + number,
            3,
            Standing.ELSEWHERE,
            False,
            "another page",
        )
        for number in range(7)
    ),
    looked_in=("article", "bottom credit zone"),
    belongs_at=Place("after the story's last paragraph"),
    remedy='<a href="https://harbour.example/2025/03/'
    'the-tide-gauge-that-nobody-reads-any-more-and-what-it-says">Harbour News Service</a>',
    rule_set="harbour",
)

HOSTILE = Finding(
    requirement="headline",
    kind="headline",
    level=Level.MUST,
    verdict=Verdict.FAILED,
    reason="The headline is changed: [bold]not bold[/bold] :smile: \x1b[2J\x1b]0;x\x07 \u202egnikaer\u202c.",
    evidence=(
        Evidence(
            "::error file=a.html::no\n##[error]no ##vso[task.complete]no",
            1,
            1,
            counts=False,
            note="\x9b31m\u2066x",
        ),
        Evidence(
            "Za" + "\u0301" * 60 + "lgo \u200b\u200b\u200d\ud800 \u2028 [link=https://x.example]y[/link]",
            2,
            1,
        ),
        Evidence("long " + "and longer " * 60 + "end", 3, 1, Standing.NOTICE, False),
    ),
    looked_in=("headline", "##[group]x"),
    belongs_at=Place("head\rline", 4),
    remedy="::set-output name=x::y\r\n\x1b[31mred",
    what="\x1b]8;;https://x.example\x07A logo\u202e ##[endgroup]",
)

SHARED = Report(
    pages=(
        PageReport(
            path="site/tide-gauge.html",
            format="html",
            encoding="utf-8",
            rule_sets=(HARBOUR,),
            findings=(CREDIT_KEPT, BYLINE_MISSING, LOGO_UNKNOWN, PIXEL_ELSEWHERE),
            original="originals/tide-gauge.html",
            people=("Marta Quill",),
            people_from="the byline of the original",
            notes=("The encoding was guessed; nothing in the file declares it.",),
        ),
        PageReport("site/kept.md", "markdown", "utf-8", (HARBOUR,), (CREDIT_KEPT, LINK_MISSING)),
        PageReport(
            "site/unsure.txt", "text", "windows-1252", (HARBOUR,), (LOGO_UNKNOWN,), people=("Ola Brandt",)
        ),
        PageReport(
            "site/about.html", "html", "utf-8", (), (), reason="It names no publisher that licheck knows."
        ),
        PageReport(
            "site/print.txt",
            "text",
            "utf-8",
            (),
            (),
            reason="It quotes Harbour News Service, but republishes nothing.",
            notes=("The text after line 900 was left out.",),
        ),
        PageReport("site/later.html", "html", "utf-8", (HARBOUR,), (PIXEL_ELSEWHERE,)),
        PageReport(
            "::warning::\x1b[1mevil\n\u202elmth.egap",
            "html",
            "utf-8",
            (Chosen("x\x85", "[red]P[/red]", "a\u2028b", "javascript:\x1b", ("\x08?",)), HARBOUR),
            (HOSTILE,),
            original="o\x7f.html",
            people=("\ufeffA",),
            people_from="\udcff",
            reason="\u2067r",
            notes=("n\x00",),
        ),
        PageReport("站点/报道.html", "html", "gb18030", (HARBOUR,), (CREDIT_KEPT,), people=("李 海明",)),
    ),
    errors=(
        ErrorEntry(
            "site/broken.html",
            "The file is larger than 30 MB. Give licheck the page without its attachments.",
        ),
        ErrorEntry(
            "rules/x.yaml", "rules/x.yaml:3:1: unknown key 'bylin'\nrules/x.yaml:9:5: no source is given", 2
        ),
        ErrorEntry("##[error]\r\nx", "::error::\x1bc\u202e"),
    ),
    version="0.0.0",
)


@pytest.fixture
def shared() -> Report:
    return SHARED


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares a text with the file kept under a name; LICHECK_RENEW_GOLDEN=1 writes the file anew."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("LICHECK_RENEW_GOLDEN"):
            path.write_text(text, encoding="utf-8", newline="\n")
        kept = path.read_bytes().decode("utf-8")
        assert text == kept, f"{name} differs; look at it, then renew it with LICHECK_RENEW_GOLDEN=1"

    return compare
