"""The JSON Schema of rule files, made from the fields of the kinds: editors complete and check rule files by it.

It says what a schema can say. What goes beyond (ids that must be there, wordings that hold words, patterns that end) is
told when a file is loaded.
"""

from __future__ import annotations

import json
import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from inspect import cleandoc
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from licheck.model.finding import Verdict
from licheck.model.pattern import MAX_LENGTH as MAX_PATTERN
from licheck.model.pattern import Pattern
from licheck.model.requirement import Requirement, Where, manual_of
from licheck.model.ruleset import Example, Notice, Publisher, RuleSet, Source
from licheck.model.template import MAX_LENGTH as MAX_TEMPLATE
from licheck.model.template import VARIABLES, Template
from licheck.rulesets import forms

VERSION: Final = 1  # of the language: a key may be added within a version, none removed and none changed
ID: Final = f"urn:licheck:rule-set:{VERSION}"
FILE: Final = "rule-set.schema.json"
"""The file beside the rule files that holds the schema."""
MODELINE: Final = f"# yaml-language-server: $schema={FILE}"
"""The line in a rule file by which editors find the schema."""

_NAME: Final = f"^{forms.ID}$"
# Not the loader's form: in an editor's regular expressions, \w is no letter of a name such as "zürich.example".
_HOST: Final = r"^[^\s/:]+(\.[^\s/:]+)+$"
_DAY: Final = f"^{forms.DAY}$"
_WORDING: Final = r"^[^{}]*(\{(" + "|".join(VARIABLES) + r")\}[^{}]*)*$"
_LANGUAGE: Final = f"^{forms.LANGUAGE}$"
_SAYS = re.compile(r"^(\w+(?:, \w+)*): (.*)$", re.M)

# What a type alone does not tell, by class and field; and what each key holds, in a few words.
_FORMS: Final[Mapping[tuple[type, str], dict[str, Any]]] = {
    (RuleSet, "id"): {"pattern": _NAME},
    (RuleSet, "extends"): {"pattern": _NAME},
    (RuleSet, "without"): {"items": {"type": "string", "pattern": _NAME}},
    (RuleSet, "languages"): {"items": {"type": "string", "pattern": _LANGUAGE}},
    (RuleSet, "sources"): {"minItems": 1},
    (RuleSet, "requirements"): {"minItems": 1},
    (RuleSet, "credits"): {"items": {"type": "string", "pattern": _WORDING}},
    (Publisher, "domains"): {"items": {"type": "string", "pattern": _HOST}},
    (Source, "seen"): {"enum": [*forms.SEEN]},
    (Requirement, "id"): {"pattern": _NAME},
    (Example, "id"): {"pattern": _NAME},
    (Example, "format"): {"enum": [*forms.FORMATS]},
    (Example, "medium"): {"enum": [*forms.MEDIA]},
    (Example, "expect"): {"additionalProperties": {"enum": [verdict.value for verdict in Verdict]}},
}
_KEYS: Final[Mapping[type, Mapping[str, str]]] = {
    RuleSet: {
        "id": "The rule set's name, the same as the file's.",
        "publisher": "Who gives the stories away.",
        "sources": "Where the publisher says what it asks for.",
        "requirements": "What is asked for, each a kind with its options.",
        "extends": "The id of the rule set of which this one has all that it does not say itself.",
        "named_only": "True where no page tells that this rule set holds: somebody has to say so.",
        "without": "Requirements of the extended rule set that this one does not have.",
        "profiles": "Republishers for whom other requirements hold: a name, and who that is.",
        "languages": "The languages in which the publisher publishes, as en.",
        "licence": "The licence in a few words.",
        "notices": "The publisher's own licensing text, which is evidence of nothing.",
        "credits": "Sentences by which a republished story is recognised. They ask for nothing.",
        "for_a_person": "Questions to a person that go with every report.",
        "assumes": "What the rule set takes for granted.",
        "examples": "Pages that show what the rule set means.",
    },
    Publisher: {
        "name": "Its name.",
        "aliases": "Its other names.",
        "others": "Names of somebody else that contain or resemble its own.",
        "domains": "Its host names, each standing for its sub-domains too.",
    },
    Source: {
        "address": "Where it stands.",
        "read": "The day on which it was read, as 2026-11-22.",
        "seen": "How much of the text was read.",
        "note": "What else is to be said of it.",
    },
    Notice: {"starts": "Its first words.", "holds": "Words that it holds further on, all of them."},
}


def schema_text(kinds: Mapping[str, type[Requirement]]) -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(kinds), indent=2, ensure_ascii=False) + "\n"


def schema(kinds: Mapping[str, type[Requirement]]) -> dict[str, Any]:
    """The schema of rule files with these kinds, as JSON values (draft 7, which editors know best)."""
    items = {name: {"anyOf": [{"$ref": f"#/definitions/{name}"}, {"type": "null"}]} for name in kinds}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "licheck rule set",
        "description": "One publisher's requirements for those who republish its stories.",
        **_group(RuleSet, leave_out=("path",)),
        "definitions": {
            "requirement": {
                "type": "object",
                "description": "One kind of requirement, and under it its options.",
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": False,
                "properties": {
                    name: {"description": manual_of(kind), **items[name]} for name, kind in kinds.items()
                },
            },
            **{name: _group(kind) for name, kind in kinds.items()},
        },
    }


def _group(cls: type[Any], leave_out: tuple[str, ...] = ()) -> dict[str, Any]:
    """The schema of a group of keys: the fields of a dataclass."""
    hints = get_type_hints(cls, localns={"Requirement": Requirement})
    taken = [field for field in fields(cls) if field.init and field.name not in leave_out]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in taken if field.default is field.default_factory is MISSING],
        "properties": {field.name: _key(cls, field, hints[field.name]) for field in taken},
    }


def _key(cls: type[Any], field: Field[Any], hint: Any) -> dict[str, Any]:
    value = _value(hint)
    for parent in cls.__mro__:
        value |= _FORMS.get((parent, field.name), {})
    if hint is Where and issubclass(cls, Requirement):
        value["enum"] = [place.value for place in cls.places]
    if says := _says(cls, field.name):
        value["description"] = says
    if isinstance(field.default, Enum):
        value["default"] = field.default.value
    elif isinstance(field.default, bool | int | float | str) and field.default != "":
        value["default"] = field.default
    return value


def _says(cls: type[Any], name: str) -> str:
    if name in _KEYS.get(cls, {}):
        return _KEYS[cls][name]
    if issubclass(cls, Requirement) or cls is Requirement:
        for names, says in _SAYS.findall(cleandoc(Requirement.__doc__ or "")):
            if name in names.split(", "):
                return str(says[0].upper() + says[1:] + ".")
    return ""


def _value(hint: Any) -> dict[str, Any]:
    """The schema of a value by the type of its field. Raises TypeError for one that no file could hold."""
    simple = _simple(hint)
    if simple is not None:
        return simple
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _value(inner[0])
    if origin is tuple:
        return {"type": "array", "items": _value(inner[0])}
    if inner == (str, tuple[Template, ...]):
        sentences = {**_value(inner[1]), "minItems": 1}
        names = {"pattern": _LANGUAGE}
        return {
            "type": "object",
            "minProperties": 1,
            "propertyNames": names,
            "additionalProperties": sentences,
        }
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _value(inner[1])}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"type": "string", "enum": [member.value for member in hint]}
    if isinstance(hint, type) and is_dataclass(hint):
        return _group(hint)
    raise TypeError(f"a rule file cannot hold a field of type {hint!r}")


def _simple(hint: Any) -> dict[str, Any] | None:
    known: Mapping[Any, dict[str, Any]] = {
        str: {"type": "string", "minLength": 1},
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        float: {"type": "number"},
        date: {"type": "string", "pattern": _DAY},
        Template: {"type": "string", "minLength": 1, "maxLength": MAX_TEMPLATE, "pattern": _WORDING},
        Pattern: {"type": "string", "minLength": 1, "maxLength": MAX_PATTERN, "format": "regex"},
        Requirement: {"$ref": "#/definitions/requirement"},
    }
    return known.get(hint)
