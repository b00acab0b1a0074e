"""What publishers ask for, and what the rule sets make of it: `python -m bench.publishers FOLDER`.

FOLDER holds fact files in YAML, each with a list `publishers` of entries with `id`, `verified` and `requirements` (each
with `kind`, `what` and `level`). Every requirement of a verified entry is looked for in the rule set of that id: as one that
licheck judges (or a permission that it goes by), as a question for a person, or not at all. A requirement counts as found by
its kind, by an id that begins with the kind, or by a kind that says the same (`SAME`).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from licheck.edge.rule_files import rule_set
from licheck.errors import LicheckError
from licheck.model.requirement import flat
from licheck.model.ruleset import RuleSet
from licheck.requirements.for_a_person import KINDS as FOR_A_PERSON
from licheck.requirements.for_a_person import ForAPerson
from licheck.rulesets.shipped import shipped

JUDGED, PERSON, LEFT_OUT = "judged", "for a person", "left out"
# Kinds of the fact files that rule sets say with another kind.
SAME = {
    "byline": ("affiliation", "author_bio"),
    "affiliation": ("byline",),
    "credit_line": ("byline", "affiliation", "copyright_notice", "dateline", "disclosure", "source_credit"),
    "excerpt_notice": ("read_more_link", "edit_disclosure", "excerpt"),
    "radio_credit": ("broadcast_credit",),
    "link_back": ("link_anchor", "credit_line", "read_more_link"),
    "images": ("permission", "image_credit", "origin_only"),
    "no_edit": ("edit_disclosure", "full_text", "permission", "excerpt", "headline"),
    "full_text": ("no_edit", "excerpt"),
    "licence_notice": ("licence_link", "licence", "permission"),
    "licence_link": ("licence_notice", "licence"),
    "headline": ("no_edit",),
    "promo_text": ("editor_note", "disclosure"),
    "other": tuple(FOR_A_PERSON),
    "edit_disclosure": ("credit_line", "licence_notice", "promo_text", "if_then"),
    "logo": ("none_of",),
}


class Row(NamedTuple):
    """One requirement of one publisher, and what was made of it."""

    publisher: str
    kind: str
    level: str
    made: str
    what: str


def rows(folder: Path) -> Iterator[Row]:
    """All requirements of verified publishers in the fact files of a folder."""
    sets = dict(_rule_sets())
    for path in sorted(folder.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text("utf-8")).get("publishers", ()):
            if entry.get("verified"):
                yield from _of(entry, sets)


def _rule_sets() -> Iterator[tuple[str, RuleSet]]:
    for path in shipped():
        try:
            yield Path(path).stem, rule_set(path)
        except LicheckError as error:
            print(error, file=sys.stderr)


def _of(entry: dict[str, Any], sets: dict[str, RuleSet]) -> Iterator[Row]:
    name = str(entry["id"])
    found = sets.get(ALIASES.get(name, name))
    for one in entry.get("requirements") or ():
        if one.get("seen") is False:
            continue  # the continuation of a clause that was cut off
        made = _made(str(one["kind"]), found) if found else LEFT_OUT
        yield Row(name, str(one["kind"]), str(one.get("level", "must")), made, str(one.get("what", "")))


ALIASES = {"ap": "associated-press"}
"""Entries whose rule set goes by another id."""


def _made(kind: str, found: RuleSet) -> str:
    all_of_them = list(flat(found.requirements))
    wanted = (kind, *SAME.get(kind, ()))
    near = [one for one in all_of_them if one.kind == kind or one.id.startswith(kind)]
    near = near or [one for one in all_of_them if one.kind in wanted]
    if any(not isinstance(one, ForAPerson) for one in near):
        return JUDGED
    if near or kind in found.id or (kind == "other" and found.for_a_person) or _asked(kind, found):
        return PERSON
    return LEFT_OUT


def _asked(kind: str, found: RuleSet) -> bool:
    """Whether one of the free questions is about it: the words of the kind stand in it."""
    words = kind.split("_")
    return any(all(word in question.lower() for word in words) for question in found.for_a_person)


def main() -> None:
    """Print the table: one line for each publisher, then totals, then what was left out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    found = list(rows(parser.parse_args().folder))
    print(f"{'publisher':<28} {JUDGED:>7} {PERSON:>13} {LEFT_OUT:>9}")
    for name in dict.fromkeys(row.publisher for row in found):
        counted = Counter(row.made for row in found if row.publisher == name)
        print(f"{name:<28} {counted[JUDGED]:>7} {counted[PERSON]:>13} {counted[LEFT_OUT]:>9}")
    total = Counter(row.made for row in found)
    print(
        f"\n{len(found)} requirements: "
        + ", ".join(f"{total[made]} {made}" for made in (JUDGED, PERSON, LEFT_OUT))
    )
    for row in found:
        if row.made == LEFT_OUT:
            print(f"  {row.publisher}: {row.kind} ({row.level}): {row.what}")


if __name__ == "__main__":
    main()
