"""The kinds of requirement, one module each.

A kind is a module whose docstring is its manual, with one frozen dataclass that extends `Requirement`: its
annotated fields are its options in a rule file, and `judge(case)` is all it does. The module is named as its kind;
kinds are found by listing the package.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from licheck.model.requirement import Requirement


class _Kinds(Mapping[str, type[Requirement]]):
    """The kinds by name. The module of a kind is imported when the kind is asked for: a rule set needs few of them."""

    def __init__(self) -> None:
        self._found: dict[str, type[Requirement]] = {}

    def __getitem__(self, name: str) -> type[Requirement]:
        if name not in self._found:
            if name in self._modules():
                self._add(name)
            else:
                self._add(_SEVERAL)
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        self._add(_SEVERAL)
        return iter(sorted({*self._modules(), *self._found}))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def _modules(self) -> frozenset[str]:
        return _modules() - {_SEVERAL}

    def _add(self, module: str) -> None:
        for value in vars(import_module(f"{__name__}.{module}")).values():
            if isinstance(value, type) and issubclass(value, Requirement) and value.kind:
                self._found[value.kind] = value


_SEVERAL = "for_a_person"  # the one module that holds several kinds; any other is named as its kind


@cache
def _modules() -> frozenset[str]:
    return frozenset(
        module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")
    )


@cache
def kinds() -> Mapping[str, type[Requirement]]:
    """Name of the kind, as rule files write it -> its class. Names come sorted."""
    return _Kinds()
