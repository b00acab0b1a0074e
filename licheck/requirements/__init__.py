"""The kinds of requirement, one module each.

A kind is a module whose docstring is its manual, with one frozen dataclass that extends `Requirement`: its
annotated fields are its options in a rule file, and `judge(case)` is all it does. Kinds are found by
listing the package.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from licheck.model.requirement import Requirement


@cache
def kinds() -> Mapping[str, type[Requirement]]:
    """Name of the kind, as rule files write it -> its class."""
    found: dict[str, type[Requirement]] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        if module.name.startswith("_"):
            continue
        for value in vars(import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, Requirement) and value.kind:
                found[value.kind] = value
    return MappingProxyType(found)
