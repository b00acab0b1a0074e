"""All cases of an audit as HTML, republisher by republisher, the worst first, one piece after the other.

Where there are many, the first of each republisher have their evidence on the page as it stands. That of all others is
packed (gzip, base64, some hundred to a pack) at the end of the page, and unpacked by the page's script when somebody opens the row.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import IO

from licheck.audit.results import Results
from licheck.audit_reports.case_html import account, amiss, line
from licheck.audit_reports.figures import Republisher
from licheck.audit_reports.reading import Book, Case, cases
from licheck.audit_reports.tables_html import name_of
from licheck.reports._html import Html, join, tag

OPEN = 400  # cases in all whose evidence is readable without scripts
IN_A_LIST, IN_A_PACK = 100, 200  # cases


class Lists:
    """Makes the lists. `kinds` are the classes by which rows can be picked: (what, name) -> class; `spool` keeps the packs until it is their turn."""

    def __init__(
        self, results: Results, known: Book, kinds: Mapping[tuple[str, str], str], spool: IO[bytes]
    ) -> None:
        self._results = results
        self._known = known
        self._kinds = kinds
        self._packed: list[str] = []
        self._packs = 0
        self._spool = spool

    def all(self, republishers: Iterable[Republisher], total: int) -> Iterator[Html]:
        """Every group. `total` is the number of cases."""
        groups = [one for one in republishers if one.cases]
        room = OPEN
        each = total if total <= OPEN else OPEN and max(2, OPEN // len(groups))
        for number, group in enumerate(groups):
            mine = min(each, room)
            room -= min(mine, group.cases)
            yield from self._group(group, f"from-{number}", mine, unfold=len(groups) == 1)
        self._pack(0)

    def packs(self) -> Iterator[Html]:
        """The evidence that is packed, after `all`."""
        self._spool.seek(0)
        for number, packed in enumerate(self._spool):
            data = packed.decode().rstrip()
            yield Html(f'<script type="text/plain" id="pack-{number}">{data}</script>\n')

    def _group(self, group: Republisher, name: str, readable: int, *, unfold: bool) -> Iterator[Html]:
        kinds = dict.fromkeys(self._kinds_of_group(group.name))
        label = name_of(group)
        lacks = group.tally.lacks
        told = f"{lacks:,} page lacks" if lacks == 1 else f"{lacks:,} pages lack"
        more = group.cases - lacks
        heading = join(
            (tag("b", label), tag("span", f"{told} something" + (f", {more:,} more to look at" if more else ""), class_="soft"))
        )  # fmt: skip
        opening = tag(
            "details", class_=" ".join(("group", *kinds)), id=name, data_name=label, open=unfold
        ).removesuffix("</details>")
        yield Html(f"{opening}\n{tag('summary', heading)}\n")
        found = cases(self._results, self._known, group.name)
        while some := [*islice(found, IN_A_LIST)]:
            rows = [self._row(case, readable=number < readable) for number, case in enumerate(some)]
            readable = max(0, readable - len(some))
            yield Html(f"{tag('ul', Html(chr(10)), *rows, class_='cases')}\n")
            self._pack(IN_A_PACK)
        yield Html("</details>\n")

    def _kinds_of_group(self, republisher: str) -> Iterator[str]:
        """Of all its cases: without scripts, a group that has none of what is picked is not shown."""
        questions = (
            ("requirement", "SELECT DISTINCT requirement FROM pages JOIN findings ON page = number WHERE republisher = ? AND findings.verdict IN ('failed', 'cant-tell')"),
            ("publisher", "SELECT DISTINCT publisher FROM pages JOIN applied ON page = number JOIN rule_sets ON rule_sets.id = rule_set WHERE republisher = ?"),
        )  # fmt: skip
        for what, question in questions:
            for (name,) in self._results.ask(question, republisher):
                if (what, name) in self._kinds:
                    yield self._kinds[what, name]
        yield from (kind for (what, _), kind in self._kinds.items() if what == "state")

    def _row(self, case: Case, *, readable: bool) -> Html:
        kinds = " ".join(dict.fromkeys(self._kinds_of(case)))
        if readable:
            fold = tag("details", tag("summary", line(case, link=False)), account(case))
            return join((tag("li", fold, class_=kinds, id=f"case-{case.id}"), Html("\n")))
        self._packed.append(account(case))
        place = f"{self._packs}.{len(self._packed) - 1}"
        row = tag("li", line(case, link=True), class_=kinds, data_e=place)
        return join((row, Html("\n")))

    def _kinds_of(self, case: Case) -> Iterator[str]:
        named = [("state", case.state)]
        named += [("publisher", publisher) for publisher in case.publishers]
        named += [("requirement", one.asked.requirement) for one in amiss(case)]
        yield from (self._kinds[one] for one in named if one in self._kinds)

    def _pack(self, least: int) -> None:
        if len(self._packed) > least:
            data = json.dumps(self._packed, ensure_ascii=False).encode()
            self._spool.write(b64encode(gzip.compress(data, 9, mtime=0)) + b"\n")
            self._packs += 1
            self._packed = []


def without_evidence(total: int) -> Html:
    """What to say where scripts do not run, and not all evidence is on the page as it stands."""
    if total <= OPEN:
        return Html("")
    told = (
        "Every case is listed here. For the first ones of each republisher, the evidence opens with a click. For all"
        " others it is on this page too, but it takes scripts to show it; the letters and the exports have all of it."
    )
    return tag("noscript", tag("p", told, class_="told"))
