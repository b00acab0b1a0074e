"""Imports go one way: every module stands in a room, and knows only what its room may know."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "licheck"

LEAVES = {"errors", "patterns", "text", "names", "organisations", "addresses", "licences", "looks"}
FLOORS = LEAVES | {"model", "media", "__init__"}
NEIGHBOURS = {
    "readers",
    "rulesets",
    "originals",
    "zones",
    "align",
    "credits",
    "facts",
    "requirements",
    "repair",
    "reports",
    "logos",
}
MAY_IMPORT = {
    "__init__": set(),
    "__main__": {"cli"},
    "cli": {"app", "errors", "__init__"},
    "app": {"check", "confirm", "lens", "read", "settings", "trials"} | NEIGHBOURS | FLOORS,
    "check": {"lens", "credits", "requirements", "rulesets"} | FLOORS,
    "lens": {"align", "credits", "originals", "rulesets", "zones"} | FLOORS,
    "confirm": set(FLOORS),
    "read": {"zones", "credits", "facts"} | FLOORS,
    "settings": {"rulesets"} | FLOORS,
    "trials": {"check", "readers", "requirements", "rulesets"} | FLOORS,
    **{room: set(FLOORS) for room in NEIGHBOURS},
    "model": set(LEAVES),
    "media": {"model", "patterns", "text"},
    "names": {"patterns", "text"},
    "organisations": {"patterns", "text"},
    "addresses": {"patterns"},
    "licences": {"addresses", "patterns", "text"},
    "looks": {"patterns"},
    "patterns": set(),
    "text": {"patterns"},
    "errors": set(),
}
ROOM_OF = {
    "edge": "app",
    "audit": "app",
    "audit_reports": "app",
}  # more than one file, and still the one door
OUTSIDE_WORLD = {
    "asyncio",
    "ftplib",
    "http",
    "multiprocessing",
    "select",
    "shutil",
    "signal",
    "smtplib",
    "socket",
}
OUTSIDE_WORLD |= {"subprocess", "tempfile", "threading", "urllib.request"}


def room(module: str) -> str:
    name = module.partition(".")[0]
    return ROOM_OF.get(name, name)


def imports(source: str) -> Iterator[str]:
    """All that is imported: at the top, in functions, for type checking only; `a.b` for `from a import b`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "relative imports hide where they lead"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(imported: str) -> str | None:
    """The module of licheck that it is, without `licheck.`; None for others."""
    package, _, rest = imported.partition(".")
    if package != "licheck":
        return None
    return "__init__" if rest in ("", "__version__") else rest


def faults(modules: dict[str, str]) -> list[str]:
    """What breaks the table, among modules given as name (without `licheck.`) -> source."""
    found = []
    for name, source in modules.items():
        home = room(name)
        if home not in MAY_IMPORT:
            found.append(f"{name}: stands in no room: place {home} in the table")
            continue
        for imported in imports(source):
            module = own(imported)
            if module and room(module) not in {home, *MAY_IMPORT[home]}:
                found.append(f"{name}: {home} must not know {imported}")
            if home not in ("app", "cli") and {imported, imported.rpartition(".")[0]} & OUTSIDE_WORLD:
                found.append(f"{name}: only the app knows network and processes: {imported}")
    return found


def all_modules() -> dict[str, str]:
    paths = {path: path.relative_to(PACKAGE).with_suffix("").parts for path in PACKAGE.rglob("*.py")}
    return {
        ".".join(parts if len(parts) == 1 or parts[-1] != "__init__" else parts[:-1]): path.read_text("utf-8")
        for path, parts in paths.items()
    }


def test_every_module_stands_in_a_room_and_knows_only_what_its_room_may():
    assert faults(all_modules()) == []


def test_the_table_itself_has_no_circle():
    assert [*TopologicalSorter(MAY_IMPORT).static_order()]


def test_the_table_has_no_room_that_is_not_there():
    assert set(MAY_IMPORT) <= {room(name) for name in all_modules()}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        pytest.param("model.page", "from licheck.readers import read", id="upward"),
        pytest.param("zones.spread", "import licheck.align.blocks", id="to a neighbour"),
        pytest.param("readers.html", "def f():\n    from licheck import check", id="in a function"),
        pytest.param(
            "align.blocks", "if TYPE_CHECKING:\n    from licheck.zones import x", id="for types only"
        ),
        pytest.param("text", "from licheck.errors import LicheckError", id="from one leaf to another"),
        pytest.param("cli.check", "from licheck.model.page import Page", id="past the door"),
        pytest.param("check", "from licheck.edge import files", id="from the pipeline to files"),
        pytest.param("check", "import subprocess", id="from the pipeline to processes"),
        pytest.param("readers.html", "from urllib.request import urlopen", id="from a reader to the network"),
        pytest.param("newcomer", "", id="a new top-level module"),
    ],
)
def test_a_module_that_breaks_the_table_is_found(module, source):
    assert len(faults({module: source})) == 1
