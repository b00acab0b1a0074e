"""One report with everything in it, for all formats. People, publishers and pages are invented."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from licheck.model.finding import Evidence, Finding, Level, Place, Standing, Verdict
from licheck.model.report import Chosen, ErrorEntry, PageReport, Report
from licheck.model.sides import Mark, Paragraph, Row, Sides
from licheck.model.waiver import Waiver
from licheck.model.zones import Zone

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
    source="https://harbour.example/republish#byline",
    fingerprint="5c1d0b7e",
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

CREDIT_WAIVED = Finding(
    requirement="credit_line",
    kind="credit_line",
    level=Level.MUST,
    verdict=Verdict.FAILED,
    reason="No line says where the story first appeared.",
    looked_in=("bottom credit zone",),
    belongs_at=Place("after the story's last paragraph", 44),
    remedy="This story first appeared at Harbour News Service.",
    rule_set="harbour",
    fingerprint="90aa41",
    waiver=Waiver(
        "credit_line",
        "Harbour News Service agreed by letter to a credit in the imprint.",
        "Ilse Brandvold, rights desk",
        date(2027, 1, 31),
        path="licheck.yaml",
        line=14,
    ),
)

EDIT_KNOWN = Finding(
    requirement="no_edit",
    kind="no_edit",
    level=Level.MUST,
    verdict=Verdict.FAILED,
    reason="The story was changed: a number.",
    evidence=(Evidence("forty-one weirs", 22, 31, note="the original says: fourteen weirs"),),
    belongs_at=Place("with the changed passage", 22),
    remedy="fourteen weirs",
    rule_set="harbour",
    known=True,
)

GAUGE_SIDES = Sides(
    (
        Row(
            Zone.TITLE,
            (Paragraph("The tide gauge that nobody reads", 8, 1),),
            (Paragraph("The tide gauge that no\u200bbody reads", 30, 1),),
        ),
        Row(Zone.TOP, (Paragraph("By Marta Quill, Harbour News Service", 9),), ()),
        Row(
            Zone.ARTICLE,
            (
                Paragraph(
                    "The gauge at Saltmere has stood since 1911, and 14 people pass it each day.",
                    11,
                    marks=(Mark(48, 50, "number"),),
                ),
            ),
            (
                Paragraph(
                    "The gauge at Saltmere has stood since 1911, and 41 people pass it each day.",
                    34,
                    marks=(Mark(48, 50, "number"),),
                ),
            ),
        ),
        *(
            Row(
                Zone.ARTICLE,
                (
                    Paragraph(
                        f"On day {day} the water stood at the third mark, and nobody wrote it down.", 11 + day
                    ),
                ),
                (
                    Paragraph(
                        f"On day {day} the water stood at the third mark, and nobody wrote it down.", 34 + day
                    ),
                ),
            )
            for day in range(1, 6)
        ),
        Row(
            Zone.ARTICLE,
            (
                Paragraph(
                    "“It is not ours,” the harbour office said yesterday.",
                    18,
                    marks=(Mark(42, 51, "reworded", True),),
                ),
            ),
            (
                Paragraph(
                    "“It is not ours,” the harbour office said Tuesday.",
                    41,
                    marks=(Mark(42, 49, "reworded", True),),
                ),
            ),
            ("moved",),
        ),
        Row(
            Zone.ARTICLE,
            (Paragraph("The brass was last polished for a visit.", 20, marks=(Mark(0, 40, "cut"),)),),
            (),
        ),
        Row(
            Zone.BOTTOM,
            (),
            (Paragraph("This story first appeared at Harbour News Service.", 56),),
            ("link lost: Harbour News Service",),
        ),
    ),
    compared=True,
)

HOSTILE_SIDES = Sides(
    (
        Row(
            Zone.TITLE,
            (),
            (Paragraph("</p></main><script>alert(1)</script>\x1b[2J", 1, 1),),
            ("<img src=x onerror=alert(1)>",),
        ),
        Row(
            Zone.ARTICLE,
            (Paragraph("\u202e<b>x</b>&amp;", 1, marks=(Mark(0, 4, "<u>", False), Mark(2, 6, "cut"))),),
            (Paragraph("=cmd|' /C calc'!A0", 1, marks=(Mark(0, 99, "added"),)),),
        ),
    ),
    compared=True,
    left_out=2,
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
    remedy="::set-output name=x::y\r\n\x1b[31mred\n```\n=1+1\n/close\n</code></pre><script>alert(1)</script>",
    source="javascript:alert(1)//https://x.example",
    fingerprint='\x1b,"::',
    waiver=Waiver(
        "headline",
        "<script>alert(1)</script> @everyone #1 ![x](https://x.example/p.png) | \x1b[2J\n::error::x",
        '=HYPERLINK("https://x.example")',
        date(2027, 2, 28),
        path="\u202e%0A::x",
        line=1,
    ),
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
            sides=GAUGE_SIDES,
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
            notes=("n\x00", "+cmd|' /C calc'!A0 @all https://x.example www.x.example deadbeef0123456 !7"),
            sides=HOSTILE_SIDES,
        ),
        PageReport("站点/报道.html", "html", "gb18030", (HARBOUR,), (CREDIT_KEPT,), people=("李 海明",)),
        PageReport(
            "site/weir, sluice & 100%: a note.html",
            "html",
            "utf-8",
            (HARBOUR,),
            (CREDIT_WAIVED, EDIT_KNOWN, CREDIT_KEPT),
        ),
        PageReport("feeds/all.xml#3", "feed", "utf-8", (HARBOUR,), (BYLINE_MISSING, BYLINE_MISSING)),
        PageReport("site/blank.html", "html", "utf-8", (), (), reason="Nothing is seen on it.", unsure=True),
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
