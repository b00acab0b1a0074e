"""`licheck rules new`: begin a rule file for a publisher."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import NamedTuple

from licheck.edge import files, streams
from licheck.edge.clock import today
from licheck.errors import UsageError
from licheck.rulesets import forms

USUAL = ("byline", "credit_line", "link_back")
"""What a new rule file asks for where nothing else is said: what two publishers of three ask for."""

_LEAST = (
    "part"  # of the page was read, where nobody says how much: a rule file promises no more than is known
)
_SAYS = {
    "byline": "The writer is named.",
    "affiliation": "The byline says that the writer is with {name}.",
    "credit_line": "A line says that {name} published the story first.",
    "link_back": "An online copy links to the story.",
    "logo": "The logo of {name} is shown.",
    "canonical": "The page names the original as its canonical address.",
    "no_edit": "The text is not changed.",
    "images": "Pictures are not part of the offer.",
}
_OPTIONS = {
    "credit_line": """\
      wording:
        en:
          - This story was originally published by {publisher}.
""",
    "link_back": "      medium: online\n      to: story\n",
    "canonical": "      medium: online\n",
    "images": "      use: none\n",
}
_SHOWN = ("byline", "affiliation", "credit_line", "link_back", "logo", "canonical", "no_edit")
# How the example that complies is broken, by kind.
_FAILING = {
    "byline": """
  - id: nobody-named
    says: The byline names nobody.
    like: complies
    change: {'By {author}': By our staff}
    expect: {byline: failed}
""",
    "link_back": """
  - id: no-link
    says: Nothing links to the story.
    like: complies
    change: {'<a href="{address}">': <a href="https://elsewhere.example/">}
    expect: {link_back: failed}
""",
    "no_edit": """
  - id: altered-quotation
    says: A quotation was altered.
    like: complies
    change: {every spring and every autumn: every month of the year}
    expect: {no_edit: failed}
""",
}
_FILE = """\
{modeline}
# {name}
#
# Tell here in three to five lines, for an editor, what this publisher asks for, in plain words. Ask for nothing that
# it does not state, however usual it is elsewhere. The first line lets editors complete and check this file; the
# schema is what `licheck rules schema` prints.

id: {id}

publisher:
  name: {quoted}
  domains:
    - {domain}

sources:
  - address: {address}
    read: {today}
    seen: {seen}

# Sentences by which a republished story is recognised. They ask for nothing.
credits:
  - This story was originally published by {{publisher}}

requirements:
{requirements}
# What no machine can see, each as the question to ask.
for_a_person:
  - Is the story sold on? It may not be.

# Pages that show what the rules mean, made from an invented story: `licheck rules test {file}` tries them. Whole pages of
# your own can stand here too, as `page: |` and `original: |`.
examples:
  - id: complies
    says: All that is asked for is there.
    story: ferries
    address: https://{domain}/ferries
    head: <link rel="canonical" href="{{address}}">
    top: |
      <p>By {{author}}, {name}</p>
      <p>This story was originally published by <a href="{{address}}">{name}</a>.</p>
    bottom: |
      <p><img src="/{id}-logo.png" alt="{name} logo" width="160" height="60"></p>
    expect: {{{passed}}}
{failing}
  - id: mention
    says: A story of the paper's own that names the publisher republishes nothing.
    story: orchard
    top: |
      <p>By {{author}}</p>
    inside: |
      <p>A report of {name} on old orchards had given the families the idea, one of them says.</p>
    expect: {{}}
"""


class Wanted(NamedTuple):
    """What is known of the publisher; empty: nobody said. `seen` is how much of what stands at `address` was read."""

    name: str
    domain: str
    address: str
    asks: tuple[str, ...]
    seen: str = ""


def begin(path: str, wanted: Wanted) -> int:
    """Write a new rule file, after asking for what is missing. Returns the exit code.

    Raises UsageError where something is missing and nobody can be asked, and OutputError.
    """
    if not path.endswith((".yaml", ".yml")):
        raise UsageError(f"call the file {path}.yaml: rule files are YAML")
    if files.is_there(path):
        raise UsageError(f"{path} is there already: name another file, or take it away first")
    id = _id(path)
    wanted = _asked(wanted) if streams.is_terminal(sys.stdin) else wanted
    missing = [
        f"--{option}"
        for option, value in wanted._asdict().items()
        if not value and option not in ("asks", "seen")
    ]
    if missing:
        raise UsageError(
            f"there is nobody to ask here: say it with {', '.join(missing)} (`licheck rules --help` has an example)"
        )
    _check(wanted)
    files.write_output(path, _text(id, path, wanted).encode())
    streams.say(
        f"{path} is begun. Look it over, then: licheck rules show {path}; licheck rules lint {path}; licheck rules test {path}"
    )
    return 0


def _id(path: str) -> str:
    id = os.path.basename(path).rpartition(".")[0]
    if not re.fullmatch(forms.ID, id):
        raise UsageError(
            f"{id!r} can be no id of a rule set: use small letters, digits, - and _ for the file's name"
        )
    return id


def _asked(wanted: Wanted) -> Wanted:
    """The same, with what somebody at the terminal says."""
    read = f"How much of that page you have read, {', '.join(forms.SEEN)} (Enter: {_LEAST}): "
    which = f"What it asks for, of `licheck rules explain` (Enter: {', '.join(USUAL)}): "
    return Wanted(
        name=wanted.name or _answer("The publisher's name: "),
        domain=wanted.domain or _answer("Its host name, as example.org: "),
        address=wanted.address or _answer("The address of the page where it says what it asks for: "),
        seen=wanted.seen or _answer(read),
        asks=wanted.asks or tuple(filter(None, re.split(r"[,\s]+", _answer(which)))),
    )


def _answer(question: str) -> str:
    streams.tell_plainly(question)
    line = sys.stdin.readline()
    return " ".join(line.split())


def _check(wanted: Wanted) -> None:
    from licheck.requirements import kinds
    from licheck.rulesets.words import instead, quote

    for kind in wanted.asks:
        if kind not in kinds():
            raise UsageError(f"{quote(kind)} is no kind of requirement: {instead(kind, kinds())}")
    if wanted.seen and wanted.seen not in forms.SEEN:
        raise UsageError(
            f"{quote(wanted.seen)} is no way to have read a page: {instead(wanted.seen, forms.SEEN)}"
        )
    if not re.fullmatch(forms.HOST, wanted.domain):
        raise UsageError(f"{quote(wanted.domain)} is no host name such as example.org (no https://, no path)")
    for text in (wanted.name, wanted.address):
        if not text.isprintable() or len(text) > 300 or "{" in text or "}" in text:
            raise UsageError(
                f"{quote(text)} cannot stand in a rule file: write it without braces and odd signs"
            )


def _text(id: str, path: str, wanted: Wanted) -> str:
    from licheck.rulesets.schema import MODELINE

    asks = wanted.asks or USUAL
    return _FILE.format(
        modeline=MODELINE,
        id=id,
        file=path,
        name=wanted.name,
        quoted=_quoted(wanted.name),
        domain=wanted.domain,
        address=_quoted(wanted.address),
        today=today(),
        seen=wanted.seen or _LEAST,
        requirements=_requirements(asks, wanted.name),
        passed=", ".join(f"{kind}: passed" for kind in asks if kind in _SHOWN),
        failing="".join(_FAILING[kind] for kind in asks if kind in _FAILING),
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _requirements(asks: Sequence[str], name: str) -> str:
    """The items of the list; a kind with options that must be given has them, as far as they can be guessed."""
    lines = []
    for kind in asks:
        says = _SAYS.get(kind, "Say here in one sentence what the publisher demands.").format(name=name)
        lines.append(f"  - {kind}:\n      what: {_quoted(says)}\n{_OPTIONS.get(kind, '')}")
    return "".join(lines)
