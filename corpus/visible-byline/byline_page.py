"""A template and what goes into its slots -> the text of a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import chain, cycle
from random import Random

from byline_data import Story, Template, Way
from byline_names import slug

_SLOT = re.compile(r"\{\{(\w+)(?: (\d+))?(?: (\d+))?\}\}")
_LINK = re.compile(r"\[([^\[\]]+)\]")
_METADATA = ("json-ld", "meta", "open-graph", "dublin-core", "twitter", "itemprop")


@dataclass
class Filling:
    """What goes into a template. The lists are markup already, all else is plain text.

    `at` maps a place (above, byline, bottom, card, after-first) to lines; `first` and `last` are put to the story's
    first and last words; `between` stands after the paragraph with that index (-1: before the first), `boxes` above the headline, below the story
    or far below; `hide` hides the byline.
    """

    story: Story
    slots: dict[str, str]
    titles: Sequence[str]
    others: Sequence[str]
    metadata: Sequence[str] = ()
    metadata_as: Sequence[str] = _METADATA
    at: dict[str, list[str]] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    first: str = ""
    last: str = ""
    between: dict[int, list[str]] = field(default_factory=dict)
    boxes: dict[str, list[str]] = field(default_factory=dict)
    hide: Way | None = None
    name: str = "k3"


def plain(template: Template, text: str) -> str:
    """Text as it stands in this kind of file."""
    return escape(text, quote=False) if template.html else text


def lines_of(template: Template, text: str) -> list[str]:
    """The lines of a byline in form notation (see forms.yaml) as markup; its values are escaped already."""
    return [_line(template, line) for line in text.split("//")]


def _line(template: Template, line: str) -> str:
    def link(hit: re.Match[str]) -> str:
        name = hit.group(1)
        if template.html:
            return f'<a href="/author/{slug(name)}/" rel="author">{name}</a>'
        return f"[{name}](/author/{slug(name)}/)" if template.suffix == ".md" else name

    pieces = [_LINK.sub(link, piece) for piece in line.split("+")]
    if len(pieces) == 1:
        return pieces[0]
    return "".join(f"<span>{piece}</span>" for piece in pieces)


def render(template: Template, filling: Filling, random: Random) -> str:
    """The page."""
    paragraphs = list(_paragraphs(template, filling))
    titles, others = cycle(filling.titles), cycle(filling.others)
    values = {name: plain(template, text) for name, text in filling.slots.items()}
    values["head"] = _head(template, filling)
    for place in ("above", "byline", "bottom"):
        values[place] = _credit(template, filling, place, random)
    values["card"] = _card(template, filling, random)
    boxes = {
        place: _glue(template).join(filling.boxes.get(place, ())) for place in ("above", "below", "far-below")
    }
    for place, parts in (
        ("above", (boxes["above"], values["above"])),
        ("bottom", (boxes["below"], values["bottom"])),
        ("card", (values["card"], boxes["far-below"])),
    ):
        values[place] = _glue(template).join(filter(None, parts))

    def fill(hit: re.Match[str]) -> str:
        name, first, last = hit.groups()
        if name == "story":
            return "\n".join(paragraphs[int(first or 0) : int(last) if last else None])
        if name == "title":
            return plain(template, next(titles))
        if name not in values:
            return plain(template, next(others))
        return values[name]

    text = _SLOT.sub(fill, template.text)
    if template.settings.get("one_line"):
        return text.replace("\n", "")
    return text if template.html else re.sub(r"\n{3,}", "\n\n", text)


def _paragraphs(template: Template, filling: Filling) -> Iterator[str]:
    """The story's paragraphs as markup, with what stands at its edges and between."""
    texts = [plain(template, text) for text in filling.story.paragraphs]
    texts[0] = filling.first + texts[0]
    texts[-1] += filling.last
    for index, text in enumerate(texts):
        head = text.startswith("## ")
        shape = template.settings["subhead" if head else "paragraph"]
        before = filling.between.get(-1, []) if index == 0 else []
        after = filling.at.get("after-first", []) if index == 0 else []
        after = [*after, *filling.between.get(index, ())]
        yield _glue(template).join([*before, shape.replace("{{text}}", text.removeprefix("## ")), *after])
        if not template.html:
            yield ""


def _glue(template: Template) -> str:
    return "\n" if template.html else "\n\n"


def shaped(template: Template, name: str, **values: str) -> str:
    """One of the template's settings with its slots filled; those without a value are left empty."""
    shape = template.settings[name]
    return _SLOT.sub(lambda hit: values.get(hit.group(1), ""), shape)


def _credit(template: Template, filling: Filling, place: str, random: Random) -> str:
    """The lines of one place, hidden where they are to be, with the extra line after them."""
    lines = list(filling.at.get(place, ()))
    shape = "free_line" if place != "byline" and "free_line" in template.settings else "line"
    if len(lines) > 1 and template.html and (
        template.settings.get("hide") == "inline" or random.random() < 0.4
    ):  # fmt: skip
        lines = ["<br>".join(lines)]
    if filling.hide is not None and lines:
        markup = _hidden(template, filling.hide, filling.name, lines, shape, random)
    else:
        markup = _glue(template).join(shaped(template, shape, text=line) for line in lines)
    extra = filling.extra.get(place)
    return markup + (_glue(template) + shaped(template, shape, text=extra) if extra else "")


def _hidden(template: Template, way: Way, name: str, lines: Sequence[str], shape: str, random: Random) -> str:
    """Lines of a byline, hidden: by what stands around them, inside them, or on their own elements."""
    attributes, wrap = way.attributes.replace("{c}", name), way.wrap.replace("{c}", name)
    where = template.settings.get("hide", "around") if shape == "line" else "around"
    own = template.settings[shape].startswith(("<p", "<div", "<dd", "<h5"))
    own = own and "div" not in way.css
    taken = attributes.split("=")[0] in ("class", "id") and " class=" in template.settings[shape]
    if (
        attributes
        and not wrap
        and where == "around"
        and not way.own
        and own
        and not taken
        and random.random() < 0.5
    ):
        return "\n".join(shaped(template, shape, text=line, attributes=f" {attributes}") for line in lines)
    wrap = wrap or f"<div {attributes}>...</div>"
    if way.own:
        where, wrap = "inside", wrap.replace("<div", "<span").replace("</div", "</span")
    if where == "inline":
        wrap = wrap.replace("<div", "<span").replace("</div", "</span")
    if where == "around":
        return _wrapped(way, wrap, "\n".join(shaped(template, shape, text=line) for line in lines))
    return "\n".join(shaped(template, shape, text=_wrapped(way, wrap, line)) for line in lines)


def _wrapped(way: Way, wrap: str, markup: str) -> str:
    if way.text:
        markup = " ".join(re.sub(r"<[^>]+>", " ", markup).split()).replace('"', "'")
    return wrap.replace("...", escape(markup) if way.escape else markup)


def _card(template: Template, filling: Filling, random: Random) -> str:
    lines = filling.at.get("card", ())
    if not lines:
        return ""
    head = random.choice(("<h4>{}</h4>", "<div>{}</div>", "<p><strong>{}</strong></p>"))
    rest = template.settings.get("card_line", "<p>{{text}}</p>" if template.html else "{{text}}")
    shapes = chain([head] if template.html else [], cycle([rest.replace("{{text}}", "{}")]))
    joint = "\n" if template.html or "card_line" in template.settings else "\n\n"
    inside = joint.join(shape.format(line) for shape, line in zip(shapes, lines, strict=False))
    markup = shaped(template, "card", lines=inside)
    if filling.hide is None:
        return markup
    wrap = filling.hide.wrap or f"<div {filling.hide.attributes}>...</div>"
    return _wrapped(filling.hide, wrap.replace("{c}", filling.name), markup)


def _head(template: Template, filling: Filling) -> str:
    """Metadata and style rules."""
    names = filling.metadata
    if template.suffix == ".md":
        return f"author: {json.dumps(', '.join(names), ensure_ascii=False)}\n" if names else ""
    if not template.html:
        return ""
    rows = [f'<meta property="og:title" content="{escape(filling.story.headline)}">']
    rows += chain.from_iterable(_stated(how, names, filling.story) for how in filling.metadata_as if names)
    if filling.hide is not None and filling.hide.css:
        css = filling.hide.css.replace("{c}", filling.name)
        if template.settings.get("hide") == "inline":
            css = css.replace("div", "span")
        rows.append(f"<style>{css}</style>")
    return "\n".join(rows)


def _stated(how: str, names: Sequence[str], story: Story) -> list[str]:
    """Metadata that name the authors, in one of the ways that sites do it."""
    shape = {
        "meta": '<meta name="author" content="{}">',
        "open-graph": '<meta property="article:author" content="{}">',
        "dublin-core": '<meta name="DC.creator" content="{}">',
        "twitter": '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="{}">',
        "itemprop": '<meta itemprop="author" content="{}">',
    }
    if how in shape:
        return [shape[how].format(escape(", ".join(names)))]
    authors = [{"@type": "Person", "name": name, "url": f"/author/{slug(name)}"} for name in names]
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "author": authors,
    }
    return [f'<script type="application/ld+json">{json.dumps(facts, ensure_ascii=False)}</script>']
