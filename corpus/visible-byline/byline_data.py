"""What the pages of this set are made of: stories, people, words, forms, kinds and ways of hiding, read from their files."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

FOLDER = Path(__file__).parent


class Story(NamedTuple):
    """A story. Paragraphs that begin with `## ` are sub-headings."""

    id: str
    language: str
    headline: str
    dek: str
    paragraphs: tuple[str, ...]


class Writers(NamedTuple):
    """Who wrote a story. `namesakes` resemble them, one for one; `printed` is how the original writes the names."""

    id: str
    names: tuple[str, ...]
    languages: tuple[str, ...]
    namesakes: tuple[str, ...]
    printed: str = ""


@dataclass(frozen=True)
class Form:
    """A form of byline; see forms.yaml. `languages` empty: all."""

    id: str
    text: str
    place: str = "top"
    names: str = ""
    languages: tuple[str, ...] = ()
    markup: bool = False


@dataclass(frozen=True)
class Way:
    """A way of hiding, or of seeming to hide; see hiding.yaml."""

    id: str
    css: str = ""
    attributes: str = ""
    wrap: str = ""
    verdict: str = "failed"
    block: bool = False
    escape: bool = False
    text: bool = False
    visible: bool = False
    own: bool = False


@dataclass(frozen=True)
class Kind:
    """What can be the matter with a page; see kinds.yaml. `way` is set where the byline is hidden."""

    id: str
    says: str
    verdict: str
    byline: str = ""
    metadata: str = "any"
    slots: dict[str, str] = field(default_factory=dict)
    line: dict[str, str] = field(default_factory=dict)
    paragraph: str = ""
    quote: dict[str, str] = field(default_factory=dict)
    credited: str = ""
    languages: tuple[str, ...] = ()
    writers: int = 1
    markup: bool = False
    visible: bool = True
    box: str = ""
    others: int = 0
    way: Way | None = None


@dataclass(frozen=True)
class Template:
    """A page with slots; see README.md. `settings` are the first lines of its file."""

    id: str
    suffix: str
    settings: dict[str, str]
    text: str

    @property
    def html(self) -> bool:
        """Whether it is markup, and not Markdown or plain text."""
        return self.suffix == ".html"

    @property
    def language(self) -> str:
        """The language of the site."""
        return self.settings["language"]


@cache
def words() -> dict[str, dict[str, str]]:
    """Language -> what stands around names."""
    return _yaml("words.yaml")


@cache
def people() -> dict[str, Any]:
    """Everybody who is no writer: `others` by language, `posters`."""
    return _yaml("people.yaml")


@cache
def writers() -> tuple[Writers, ...]:
    """All writers."""
    return tuple(Writers(**_tuples(row)) for row in people()["writers"])


@cache
def forms() -> tuple[Form, ...]:
    """All forms of bylines."""
    return tuple(Form(**_tuples(row)) for row in _yaml("forms.yaml"))


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds of pages: those of kinds.yaml, and one for each way of hiding."""
    listed = [Kind(**_tuples(row)) for row in _yaml("kinds.yaml")]
    return (*listed, *(_hidden(Way(**row)) for row in _yaml("hiding.yaml")))


def _hidden(way: Way) -> Kind:
    seen = way.verdict == "passed"
    return Kind(
        f"{'seen' if seen else 'hidden'}-{way.id}",
        f"the byline is in the source, and {'seen' if seen else 'hidden'}: {way.id}",
        way.verdict,
        credited="" if seen else "nobody",
        visible=seen or way.visible,
        markup=True,
        way=way,
    )


@cache
def boxes() -> dict[str, Any]:
    """The boxes of other things, and what stands in them; see boxes.yaml."""
    return _yaml("boxes.yaml")


@cache
def stories() -> tuple[Story, ...]:
    """All stories, by name."""
    return tuple(_story(path) for path in sorted((FOLDER / "stories").glob("*.txt")))


def _story(path: Path) -> Story:
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    paragraphs = tuple(paragraph.strip() for paragraph in body.split("\n\n") if paragraph.strip())
    return Story(path.stem, facts["language"], facts["headline"], facts["dek"], paragraphs)


@cache
def templates() -> tuple[Template, ...]:
    """All templates, by name."""
    return tuple(_template(path) for path in sorted((FOLDER / "templates").iterdir()))


def _template(path: Path) -> Template:
    head, _, text = path.read_text(encoding="utf-8").partition("-->\n")
    return Template(path.stem, path.suffix, yaml.safe_load(head.removeprefix("<!--")), text)


def _yaml(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
