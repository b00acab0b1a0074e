"""Results of audits made by hand: what an audit would have written, in a few words. All of it is invented."""

import json

from licheck.audit.inputs import END
from licheck.audit.results import Checkpoint, make
from licheck.audit.values import JUDGED, Facts, Outcome, Place, Unit, key_of
from licheck.edge.jobs import Source

ASKED = {
    ("harbour", "credit_line"): ("must", "A line says where the story comes from."),
    ("harbour", "logo"): ("should", "The logo stands with the story."),
    ("harbour", "byline"): ("must", "The author is named."),
    ("tarn", "link_back"): ("must", "The page links to the original."),
}
PUBLISHERS = {"harbour": "Harbour Lane News", "tarn": "Tarn Valley Reporting"}


def found(requirement, verdict="failed", rule_set="harbour", excused=False, **other):
    """One finding; what is not said is as it mostly is."""
    values = {
        "reason": f"The {requirement} is {verdict}.",
        "evidence": [],
        "looked_in": ["top credit zone (lines 4-6)"] if verdict != "passed" else [],
        "belongs_at": "below the headline" if verdict == "failed" else "",
        "belongs_at_line": 4 if verdict == "failed" else 0,
        "remedy": "Harbour Lane News" if verdict == "failed" else "",
    } | other
    level = ASKED[rule_set, requirement][0]
    evidence, looked = json.dumps(values["evidence"]), json.dumps(values["looked_in"])
    return (rule_set, requirement, level, verdict, values["reason"], evidence, looked, values["belongs_at"], values["belongs_at_line"], values["remedy"], "", int(excused))  # fmt: skip


def passage(text, note="names somebody else", standing="seen"):
    return {
        "text": text,
        "path": "",
        "line": 5,
        "column": 1,
        "standing": standing,
        "counts": False,
        "note": note,
    }


def page(address, *findings, republisher="paper.example", **other):
    """One page: `address` may be a path; `at`, `captured`, `date`, `title`, `content`, `file` as keywords."""
    return {"address": address, "findings": findings, "republisher": republisher} | other


def write(path, *pages, errors=(), copies=(), finished=True):
    """The results of an audit of these pages. `copies` are addresses at which the first page stands too."""
    with make(str(path), ["pages"], {}) as results:
        for number, one in enumerate(pages):
            _add(results, number, one)
        for address in copies:
            results.add_copy(_unit(99, page(address)), 1)
        for address, message in errors:
            results.add_error(_unit(98, page(address)), message)
        results.commit(Checkpoint(Place(0, "end"), "", ""))
        if finished:
            results.finish()
    return path


def _unit(number, one):
    remote = "://" in one["address"]
    place = Place(
        0, "crawl.warc.gz" if remote else one["address"], one.get("at", str(number) if remote else "")
    )
    captured = one.get("captured", "2026-11-02T08:00:00Z")
    source = Source(one["file"]) if "file" in one else None
    return Unit(place, END, source, facts=Facts(one["address"] if remote else "", captured))


def _add(results, number, one):
    unit = _unit(number, one)
    findings = one["findings"]
    musts = {row[3] for row in findings if row[2] == "must"}
    verdict = next((word for word in ("failed", "cant-tell", "passed") if word in musts), "passed")
    fails = any(row[2] == "must" and row[3] == "failed" and not row[11] for row in findings)
    columns = {
        "address": unit.facts.address, "republisher": one["republisher"], "site": "", "title": one.get("title", f"Story {number}"),
        "date": one.get("date", "2026-10-05"), "captured": unit.facts.captured, "language": "en", "format": "html",
        "encoding": "utf-8", "original": "", "original_from": "", "story": one.get("story", ""), "people": '["Wenna Tolliver"]',
        "people_from": "", "verdict": verdict, "fails": int(fails), "notes": "[]",
    }  # fmt: skip
    sets = sorted({row[0] for row in findings})
    rule_sets = [(name, one.get("publisher", PUBLISHERS[name]), f"https://{name}.example/republish", '["Was the newsroom told?"]') for name in sets]  # fmt: skip
    asked = [(row[0], row[1], row[1], row[2], ASKED[row[0], row[1]][1], f"https://{row[0]}.example/republish", "2026-10-14") for row in findings]  # fmt: skip
    applied = [(name, "the notice", verdict, int(fails)) for name in sets]
    outcome = Outcome(JUDGED, columns, tuple(applied), tuple(rule_sets), tuple(asked), findings, fails)
    results.add_page(unit, outcome, key_of(str(number), one.get("content", "")))
