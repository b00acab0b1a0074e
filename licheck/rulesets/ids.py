"""The ids in a rule file: each stands for one requirement, one example, one profile, and is used as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from licheck.model.ruleset import PUBLIC
from licheck.rulesets.nodes import ListNode, MapNode, Node, ScalarNode
from licheck.rulesets.reading import Reading
from licheck.rulesets.words import instead, quote


class _Named(NamedTuple):
    """An id, and for whom and when what it names holds: the first and the last day, as written (2024-05-31)."""

    name: str
    offset: int
    profile: str = ""
    first: str = ""
    last: str = ""

    def meets(self, other: _Named) -> bool:
        """Whether both hold for somebody on some day."""
        someone = not (self.profile and other.profile) or self.profile == other.profile
        apart = (self.last and other.first and self.last < other.first) or (
            other.last and self.first and other.last < self.first
        )
        return someone and not apart


def check_ids(root: MapNode, reading: Reading) -> None:
    """Report ids that stand twice, and verdicts and profiles of what is not there.

    Two requirements may have one id where they never hold together: for other profiles, or at other times.
    """
    requirements = list(_requirements(root.get("requirements")))
    _check_unique([named for named, _ in requirements], "requirement", reading)
    examples = list(_examples(root.get("examples")))
    _check_unique([found for _, found in examples if found], "example", reading)
    if not root.get("extends"):
        known = {named.name: None for named, _ in requirements}
        for node, _ in examples:
            check_expected(node, known, reading)
        _check_profiles(root, [options for _, options in requirements], reading)


def check_expected(example: MapNode, known: dict[str, None], reading: Reading) -> None:
    """Report verdicts that an example expects of requirements that are not there."""
    expect = example.get("expect")
    for key, _ in expect.entries if isinstance(expect, MapNode) else ():
        if key.text not in known:
            told = f"no requirement has the id {quote(key.text)}: {instead(key.text, known)}"
            reading.fault(key.offset, told)


def _check_profiles(root: MapNode, requirements: list[Node], reading: Reading) -> None:
    given = root.get("profiles")
    known = [PUBLIC, *(key.text for key, _ in given.entries)] if isinstance(given, MapNode) else [PUBLIC]
    for options in requirements:
        profile = options.get("profile") if isinstance(options, MapNode) else None
        if isinstance(profile, ScalarNode) and profile.text not in known:
            told = f"{quote(profile.text)} is none of the `profiles`: {instead(profile.text, known)}"
            reading.fault(profile.offset, told)


def _check_unique(named: list[_Named], what: str, reading: Reading) -> None:
    seen: dict[str, list[_Named]] = {}
    for one in named:
        others = seen.setdefault(one.name, [])
        if any(map(one.meets, others)):
            dated = any(each.first or each.last for each in (one, *others))
            told = "give each an `id` of its own" + (", or days that do not overlap" if dated else "")
            reading.fault(one.offset, f"a second {what} with the id {quote(one.name)}: {told}")
        elif len(others) < _MOST:
            others.append(one)


_MOST = 20  # times that one id is held against those before it: a hostile file could have it 20,000 times


def _requirements(node: Node | None) -> Iterator[tuple[_Named, Node]]:
    """The ids of all requirements with their options, whether or not the rest of each is in order."""
    for item in node.items if isinstance(node, ListNode) else ():
        if isinstance(item, MapNode) and item.entries:
            kind, options = item.entries[0]
            own = options.get("id") if isinstance(options, MapNode) else None
            named = own if isinstance(own, ScalarNode) else kind
            texts = [_text(options, key) for key in ("profile", "valid_from", "valid_until")]
            yield _Named(named.text, named.offset, *texts), options


def _text(node: Node, key: str) -> str:
    value = node.get(key) if isinstance(node, MapNode) else None
    return value.text if isinstance(value, ScalarNode) else ""


def _examples(node: Node | None) -> Iterator[tuple[MapNode, _Named | None]]:
    for item in node.items if isinstance(node, ListNode) else ():
        if isinstance(item, MapNode):
            own = item.get("id")
            yield item, _Named(own.text, own.offset) if isinstance(own, ScalarNode) else None
