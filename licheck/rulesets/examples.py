"""A rule set's examples: pages that show what it means, most of them made from a few invented stories.

The file `rules/examples/ID.yaml` belongs to `rules/ID.yaml`; the stories stand in `rules/examples/stories/`. So the
rule file stays short, and no run but one of tests reads the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from typing import Any, Final, NamedTuple, cast

from licheck.model.ruleset import Example, RuleSet
from licheck.rulesets.fields import build, record
from licheck.rulesets.ids import check_expected
from licheck.rulesets.load import EXAMPLE
from licheck.rulesets.nodes import ListNode, MapNode, Node, RefusedNode, ScalarNode
from licheck.rulesets.parsers import listing
from licheck.rulesets.reading import Reading, start
from licheck.rulesets.words import instead, quote
from licheck.rulesets.yaml_nodes import parse


@dataclass(frozen=True)
class Story:
    """An invented story, and the invented paper that republishes it. `paragraphs` are plain text."""

    id: str
    language: str
    title: str
    author: str
    paper: str
    paper_domain: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class _File:
    """An examples file. `story` and `address` are those of all its examples that have none of their own."""

    rule_set: str
    examples: tuple[Example, ...]
    story: str = ""
    address: str = ""


class Written(NamedTuple):
    """An example written out: the page and the original, each with its format (html, markdown, text).

    `original` is empty where the example has none.
    """

    page: str
    format: str
    original: str
    original_format: str


Stories = Mapping[str, Story]


def load_story(path: str, text: str) -> Story:
    """The story in a file of `rules/examples/stories/`. Raises RuleSetError with all its faults."""
    reading = start(path, text)
    story = _built(parse(reading), reading, Story, {})
    reading.raise_if_any()
    return cast("Story", story)


def load_examples(path: str, text: str, rule_set: RuleSet, stories: Stories) -> tuple[Example, ...]:
    """The examples in a file that belongs to a rule set. Raises RuleSetError with all that is wrong in it."""
    reading = start(path, text)
    root = parse(reading)
    found = _built(root, reading, _File, {"examples": listing(record(Example, EXAMPLE), least=1)})
    if isinstance(found, _File) and isinstance(root, MapNode):
        _check(root, found, rule_set, stories, reading)
    reading.raise_if_any()
    file = cast("_File", found)
    return tuple(_with_defaults(one, file) for one in file.examples)


def _built(root: Node | None, reading: Reading, cls: type[Any], special: Mapping[str, Any]) -> Any:
    if isinstance(root, MapNode):
        return build(cls, root, "the file", reading, special)
    if not isinstance(root, RefusedNode):
        reading.fault(0, "this is no group of keys")
    return None


def _with_defaults(example: Example, file: _File) -> Example:
    if example.page or example.like:
        return example
    return replace(example, story=example.story or file.story, address=example.address or file.address)


def _check(root: MapNode, file: _File, rule_set: RuleSet, stories: Stories, reading: Reading) -> None:
    """Report what the file uses and what is not there; `root` are its nodes."""
    if file.rule_set != rule_set.id:
        _fault(root, "rule_set", f"this file belongs to the rule set {quote(rule_set.id)}", reading)
    known = {one.id: None for one in rule_set.requirements}
    before: dict[str, None] = {}
    items = root.get("examples")
    nodes = items.items if isinstance(items, ListNode) else ()
    for node, example in zip(nodes, file.examples, strict=True):
        if not isinstance(node, MapNode):
            continue
        check_expected(node, known, reading)
        _check_one(node, example, file, before, stories, reading)
        if example.id in before:
            _fault(node, "id", f"a second example with the id {quote(example.id)}", reading)
        before[example.id] = None


def _check_one(
    node: MapNode,
    example: Example,
    file: _File,
    before: Mapping[str, None],
    stories: Stories,
    reading: Reading,
) -> None:
    story = example.story or file.story
    if example.like:
        if example.like not in before:
            told = f"no example above has the id {quote(example.like)}: {instead(example.like, before)}"
            _fault(node, "like", told, reading)
        if not (example.change or example.change_original or _made(example)):
            _fault(node, "like", "say what is different: `change`, or one of the parts of the page", reading)
    elif not example.page and not story:
        reading.fault(node.offset, "an example needs a `page`, a `story`, or another that it is `like`")
    elif not example.page and story not in stories:
        at = "story" if example.story else "id"
        _fault(node, at, f"there is no story {quote(story)}: {instead(story, stories)}", reading)


def _made(example: Example) -> bool:
    """Whether an example that is like another says some part of its page or its circumstances anew."""
    return any(getattr(example, name) for name in (*_PARTS, *_ASIDE, "page", "original")) or (
        example.medium != "online"
    )


def _fault(node: MapNode, key: str, message: str, reading: Reading) -> None:
    value = node.get(key)
    reading.fault(
        value.offset if isinstance(value, (ScalarNode, ListNode, MapNode)) else node.offset, message
    )


_PARTS: Final = (
    *("head", "top", "inside", "bottom"),
    *("original_head", "original_top", "original_inside", "original_bottom"),
    *("story", "address"),
)
_ASIDE: Final = ("authors", "profile")


def write_out(rule_set: RuleSet, example: Example, stories: Stories) -> Written:
    """An example as the pages that it stands for.

    Raises ValueError, in a sentence, where it changes a text that is not there.
    """
    whole = resolved(rule_set, example)
    story = None if whole.page else stories[whole.story]
    fill = _filler(rule_set, story, whole.address or _address(rule_set, story)) if story else str
    written = _from_story(rule_set, whole, story, fill) if story else _as_given(whole)
    return written._replace(
        page=_changed(written.page, whole.change, fill, example.id),
        original=_changed(written.original, whole.change_original, fill, example.id),
    )


def resolved(rule_set: RuleSet, example: Example) -> Example:
    """An example that is like another, with all that it does not say itself from that one; any other as it is."""
    others = {one.id: one for one in rule_set.examples}
    while example.like:
        example = _over(others[example.like], example)
    return example


def _over(basis: Example, example: Example) -> Example:
    own = {name: getattr(example, name) or getattr(basis, name) for name in (*_PARTS, *_ASIDE)}
    return replace(
        example,
        like=basis.like,
        page=example.page or basis.page,
        original=example.original or basis.original,
        format=example.format if example.page else basis.format,
        medium=basis.medium if example.medium == "online" else example.medium,
        change={**basis.change, **example.change},
        change_original={**basis.change_original, **example.change_original},
        **own,
    )


def _changed(text: str, changes: Mapping[str, str], fill: Fill, example: str) -> str:
    for old, new in changes.items():
        if fill(old) not in text:
            raise ValueError(f"the example {quote(example)} changes {quote(old)}, which is not there")
        text = text.replace(fill(old), "" if new == NOTHING else fill(new))
    return text


NOTHING: Final = "(nothing)"
"""What stands in `change` for a text that is taken out: a key needs a value."""


def _as_given(example: Example) -> Written:
    form = "html" if example.original.lstrip().startswith("<") else "text"
    return Written(example.page, example.format, example.original, form)


def _from_story(rule_set: RuleSet, example: Example, story: Story, fill: Fill) -> Written:
    page = _page(
        story,
        (story.paper, f"https://{story.paper_domain}/"),
        {name: fill(getattr(example, name)) for name in _PLACES},
    )
    if not example.expect:
        return Written(page, "html", "", "html")  # a story of the paper's own
    address = fill("{address}")
    parts = {name: fill(getattr(example, f"original_{name}")) for name in _PLACES}
    parts["head"] = f'<link rel="canonical" href="{address}">\n{parts["head"]}'
    parts["top"] = parts["top"] or f"<p>By {story.author}</p>"
    home = "/".join(address.split("/")[:3]) + "/"
    return Written(page, "html", _page(story, (rule_set.publisher.name, home), parts), "html")


_PLACES: Final = ("head", "top", "inside", "bottom")
Fill = Callable[[str], str]
"""Puts what is known of a story in the place of {author}, {title} and the like."""


def _page(story: Story, site: tuple[str, str], parts: Mapping[str, str]) -> str:
    first, second, *rest = (f"<p>{escape(text, quote=False)}</p>" for text in story.paragraphs)
    return _PAGE.format(
        language=story.language,
        title=escape(story.title, quote=False),
        site=escape(site[0], quote=False),
        home=site[1],
        text="\n".join((first, second, *filter(None, [parts["inside"].rstrip("\n")]), *rest)),
        **{name: parts[name].rstrip("\n") for name in ("head", "top", "bottom")},
    )


def _address(rule_set: RuleSet, story: Story) -> str:
    domain = next(iter(rule_set.publisher.domains), "publisher.example")
    return f"https://{domain}/{story.id}"


def _filler(rule_set: RuleSet, story: Story, address: str) -> Fill:
    values = {
        "{author}": story.author,
        "{title}": story.title,
        "{address}": address,
        "{publisher}": rule_set.publisher.name,
        "{paper}": story.paper,
    }

    @cache
    def fill(text: str) -> str:
        for name, value in values.items():
            text = text.replace(name, value)
        return text

    return fill


_PAGE: Final = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title} - {site}</title>
{head}
</head>
<body>
<header><a href="{home}">{site}</a></header>
<main>
<article>
<h1>{title}</h1>
{top}
{text}
{bottom}
</article>
</main>
<footer><a href="{home}about">{site}</a></footer>
</body>
</html>
"""
