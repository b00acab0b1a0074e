"""YAML text -> the parser's events, one at a time, with complaints in an editor's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from licheck.rulesets.reading import Reading


def events(reading: Reading) -> Iterator[yaml.Event]:
    """All events of the text. Raises RuleSetError, with the faults found before, where it is no YAML."""
    at, told = 0, ""
    try:
        parser = _parser(reading.text)
        while parser.check_event():
            yield parser.get_event()
    except yaml.MarkedYAMLError as error:
        at = mark_offset(reading, error.problem_mark or error.context_mark)
        told = _plainly(error.problem or error.context or "it cannot be read")
    except (yaml.YAMLError, ValueError, OverflowError):  # PyYAML's own: escapes and versions out of range
        told = "not valid YAML: a character code or a version number is out of range"
    if told:
        reading.fail(at, told)


def mark_offset(reading: Reading, mark: Any) -> int:
    """Where a mark of the parser stands in the text (0-based)."""
    return min(mark.index, len(reading.text)) if mark else 0


def _parser(text: str) -> Any:
    """libyaml's parser where PyYAML has it (20 times faster), else the one in Python."""
    if not yaml.__with_libyaml__:
        return PythonParser(text)
    libyaml: Any = yaml.cyaml
    return libyaml.CParser(text)


class PythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's own parser without the parts that make Python objects."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


_LINE = "this line does not fit the lines above: look at its indentation and quotes"
_OPEN = "a quote or bracket is opened and never closed"
_PLAIN_WORDS = (
    ("cannot start any token", "a text cannot begin with this character; use quotes"),
    ("mapping values are not allowed", "a colon cannot stand here; put a text that holds ': ' in quotes"),
    ("could not find expected ':'", "a key without its colon; write `key: value`"),
    ("end of stream", _OPEN),
    ("document separator", _OPEN),
    (
        "expected ',' or",
        "a bracket is not closed, or a comma is missing; put a text that begins with [ or { in quotes",
    ),
    ("did not find expected key", _LINE),
    ("expected <block end>", _LINE),
    ("did not find expected '-' indicator", _LINE),
    ("document start", _LINE),
    ("block sequence entries are not allowed", "a list cannot begin here; begin it on a line of its own"),
    ("escape", "a backslash in double quotes has a meaning of its own; use single quotes"),
)


def _plainly(problem: str) -> str:
    """A parser's complaint (libyaml's and PyYAML's differ) in an editor's words."""
    told = next((words for part, words in _PLAIN_WORDS if part in problem), problem)
    return f"not valid YAML: {told}"
