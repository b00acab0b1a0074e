"""Output formats are found by their module's name, and only the one asked for is loaded."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import licheck.reports
from licheck.errors import UsageError
from licheck.model.report import Report
from licheck.reports import Style, formats, render


def test_formats_are_the_modules_that_render_and_no_helpers() -> None:
    expected = "csv github gitlab html json junit markdown sarif terminal"
    assert formats() == tuple(expected.split())


@pytest.fixture
def forgotten() -> Iterator[None]:
    """Which formats there are is looked up anew, here and afterwards."""
    formats.cache_clear()
    yield
    formats.cache_clear()


@pytest.mark.usefixtures("forgotten")
def test_a_new_file_is_a_new_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "__init__.py").write_text("")
    (tmp_path / "_helper.py").write_text("def render(report, style):\n    return ''\n")
    (tmp_path / "tools.py").write_text("def prepare_render(report):\n    return ''\n")
    (tmp_path / "licheck_test_format.py").write_text(
        "def render(report, style):\n    return f'{len(report.pages)} {style.width}'\n"
    )
    monkeypatch.setattr(licheck.reports, "__file__", str(tmp_path / "__init__.py"))
    monkeypatch.setattr(licheck.reports, "__path__", [str(tmp_path)])
    assert formats() == ("licheck_test_format",)
    assert render("licheck_test_format", Report(()), Style(width=7)) == "0 7"


@pytest.mark.parametrize("name", ["escape", "_layout", "no-such", "", "../json", "json.py"])
def test_what_is_no_format_is_refused_with_the_list_of_formats(name: str) -> None:
    with pytest.raises(UsageError, match=r"Choose one of: csv, .*, terminal"):
        render(name, Report(()), Style())


_LOADED = """
import pickle, sys
report = pickle.loads(sys.stdin.buffer.read())
from licheck.reports import Style, formats, render
formats()
assert not {name for name in sys.modules if name.startswith("licheck.reports.")}, "formats() imported one"
assert render(sys.argv[1], report, Style(colour=sys.argv[2] == "colour"))
print(*sorted(sys.modules), sep="\\n")
"""


@pytest.mark.parametrize(
    ("name", "colour", "loads_rich"),
    [
        pytest.param("terminal", "plain", False, id="plain text without rich"),
        pytest.param("terminal", "colour", True, id="colour by rich"),
        pytest.param("json", "colour", False, id="json without rich"),
        pytest.param("html", "colour", False, id="html without rich"),
        pytest.param("sarif", "colour", False, id="sarif without rich"),
    ],
)
def test_rich_is_loaded_only_where_it_draws(name: str, colour: str, loads_rich: bool, shared: Report) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, name, colour],
        input=pickle.dumps(shared),
        capture_output=True,
        check=True,
    )
    loaded = done.stdout.decode().split()
    assert ("rich" in loaded) is loads_rich
    assert "jsonschema" not in loaded
    assert ("licheck.reports.json" in loaded) is (name == "json")
    assert ("licheck.reports.terminal" in loaded) is (name == "terminal")
