"""Template x story x form of byline x kind of page -> cases, each with its truth; the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any, Generic, TypeVar

from byline_boxes import TAGS, TITLES, strange_box
from byline_data import (
    Form,
    Kind,
    Story,
    Template,
    Writers,
    forms,
    kinds,
    people,
    stories,
    templates,
    words,
    writers,
)
from byline_names import ALTERED, joined, written
from byline_page import Filling, lines_of, plain, render, shaped

T = TypeVar("T")

_LATIN = ("en", "de", "es", "fr")
_PRESENT = (
    30  # times that an untouched byline comes up for each other kind of page: it has all the forms to show
)
_AT_HOME = 0.6  # share of the stories that run on a site in their own language
# Forms that say more of the writer than the name, or in a sentence: they do not carry another name or a changed one.
_SENTENCES = ("{says}", "{wrote}", "{bio}", "{contact}")


@dataclass(frozen=True)
class Case:
    """One page with its truth.

    `verdict` is on the byline, for who knows the `writers` from the original. `credited` are the names that a reader sees
    credited as writers, spelt as on the page; `visible` those of the writers that are seen anywhere on it. `fair_without` is
    False where nobody can tell, without the original, whether a name on the page is the writer's.
    """

    id: str
    kind: str
    template: str
    story: str
    form: str
    suffix: str
    page: str
    original: str
    writers: tuple[str, ...]
    verdict: str
    credited: tuple[str, ...]
    visible: tuple[str, ...]
    fair_without: bool = True


class _Deck(Generic[T]):
    """Cards that are drawn in an order of their own, and shuffled again when all were drawn."""

    def __init__(self, random: Random, cards: Sequence[T]) -> None:
        self.random = random
        self.cards = list(cards)
        self.left: list[T] = []

    def draw(self, fits: Callable[[T], bool]) -> T | None:
        """The next card that fits; None where none does."""
        if not any(map(fits, self.cards)):
            return None
        while True:
            for at, card in enumerate(self.left):
                if fits(card):
                    return self.left.pop(at)
            fresh = list(self.cards)
            self.random.shuffle(fresh)
            self.left += fresh


def cases(count: int, seed: int = 1) -> Iterator[Case]:
    """So many cases; a longer run begins with those of a shorter one."""
    return islice(_cases(Random(seed)), count)


def _cases(random: Random) -> Iterator[Case]:
    listed = [kind for kind in kinds() for _ in range(_PRESENT if kind.id == "present" else 1)]
    turn, told = _Deck(random, listed), _Deck(random, stories())
    shapes, sites, who = _Deck(random, forms()), _Deck(random, templates()), _Deck(random, writers())
    by_kind: dict[str, _Deck[Template]] = {}
    number = 0
    while True:
        kind = turn.draw(lambda _: True)
        story = told.draw(lambda story: not kind.languages or story.language in kind.languages)
        home = random.random() < _AT_HOME
        deck = sites if kind.id == "present" else by_kind.setdefault(kind.id, _Deck(random, templates()))
        site = (home and deck.draw(lambda site: _suits(site, kind, story, True))) or deck.draw(
            lambda site: _suits(site, kind, story, False)
        )
        language = _language(story, site, random)
        form = shapes.draw(lambda form: _carries(form, kind, site, language))
        person = who.draw(lambda one: story.language in one.languages and len(one.names) >= kind.writers)
        if form is None or person is None:
            continue
        number += 1
        yield _Maker(random, kind, story, site, form, person, language).case(number)


def _suits(site: Template, kind: Kind, story: Story, home: bool) -> bool:
    """Whether a page of this kind can be made with a template. `home`: only on a site in the story's language."""
    if home and site.language != story.language:
        return False
    if kind.way is not None and kind.way.block and site.settings.get("hide"):
        return False
    if "alt" in kind.slots and site.suffix != ".html":
        return False
    return site.html or not kind.markup


def _language(story: Story, site: Template, random: Random) -> str:
    """The language of the words around the name: the story's, or the site's where that has the same letters."""
    same = {story.language, site.language} <= set(_LATIN)
    return random.choice((story.language, site.language)) if same else story.language


def _carries(form: Form, kind: Kind, site: Template, language: str) -> bool:
    if form.languages and language not in form.languages:
        return False
    if form.markup and not site.html:
        return False
    if kind.way is not None and form.place not in ("top", "above", "bottom", "card"):
        return False
    if kind.way is not None and form.place != "top" and site.settings.get("hide"):
        return False
    if kind.way is not None and kind.way.own and (form.place == "card" or form.markup):
        return False
    if kind.byline in ("", "none"):
        return True
    if kind.byline == "one-dropped":
        return not any(part in form.text for part in _SENTENCES)
    plain_form = form.names in ("", "linked") and not any(part in form.text for part in _SENTENCES)
    if kind.byline == "outlet":
        return plain_form and not any(
            part in form.text for part in ("{outlet}", "{job}", "{beat}", "Saltmere")
        )
    return plain_form


class _Maker:
    """One page in the making."""

    def __init__(
        self,
        random: Random,
        kind: Kind,
        story: Story,
        site: Template,
        form: Form,
        person: Writers,
        language: str,
    ) -> None:
        self.random, self.kind, self.story, self.site = random, kind, story, site
        self.form, self.person, self.words = form, person, words()[language]
        others = list(people()["others"][site.language])
        random.shuffle(others)
        self.others = others
        self.staff = random.sample(
            people()["others"][story.language], 3
        )  # editor, photographer, who else is named
        self.poster = random.choice(people()["posters"])

    def case(self, number: int) -> Case:
        """The page and its truth."""
        shown = self.shown()
        kind, page = self.kind, render(self.site, self.filling(shown), self.random)
        names = self.person.names
        visible = names if kind.visible else ()
        if kind.byline == "one-dropped":
            visible = shown
        form = self.form.id if shown else "no-byline"
        return Case(
            id=f"{number:04d}-{kind.id}-{self.site.id}-{form}-{self.story.id}-{self.person.id}",
            kind=kind.id,
            template=self.site.id,
            story=self.story.id,
            form=form,
            suffix=self.site.suffix,
            page=page,
            original=self.original(),
            writers=names,
            verdict=kind.verdict,
            credited=() if kind.credited == "nobody" else shown,
            visible=visible,
            fair_without=not (self.site.settings.get("unfair_without") or "{poster}" in self.form.text),
        )

    def shown(self) -> tuple[str, ...]:
        """The names that stand where the byline is."""
        names, how = self.person.names, self.kind.byline
        if how == "none":
            return ()
        if how == "namesake":
            return self.person.namesakes
        if how == "one-dropped":
            gone = self.random.randrange(len(names))
            return names[:gone] + names[gone + 1 :]
        if how == "outlet":
            return (self.words["outlet"],)
        if how in ALTERED:
            at = self.random.randrange(len(names)) if how != "family-only" else -1
            return tuple(
                ALTERED[how](name) if index == at or at < 0 else name for index, name in enumerate(names)
            )
        return names

    def filling(self, shown: Sequence[str]) -> Filling:
        """What goes into the template."""
        story, kind = self.story, self.kind
        filling = Filling(
            story=story,
            slots=self.slots(),
            titles=TITLES[self.site.language],
            others=self.others[8:],
            metadata=self.metadata(),
            metadata_as=self.random.choice((("json-ld",), ("meta",), ("open-graph", "twitter"), ("json-ld", "meta", "dublin-core"), ("itemprop",))),
            hide=kind.way,
            name=f"k{self.random.randrange(16**4):04x}",
        )  # fmt: skip
        if shown:
            self.put_byline(filling, self.text(self.form.text, written(shown, self.form.names, self.words)))
        if kind.line:
            place = "byline" if kind.line["at"] == "top" else "bottom"
            filling.extra[place] = self.text(kind.line["text"])
        self.put_boxes(filling)
        middle = len(story.paragraphs) // 2
        if kind.paragraph:
            filling.between.setdefault(middle, []).append(
                shaped(self.site, "paragraph", text=self.text(kind.paragraph))
            )
        if kind.quote:
            parts = {name: self.text(text) for name, text in kind.quote.items()}
            filling.between.setdefault(middle, []).append(shaped(self.site, "quote", **parts))
        return filling

    def put_boxes(self, filling: Filling) -> None:
        """The boxes of any make."""
        if self.kind.box:
            name = joined(self.person.names, self.words)
            self.put_box(filling, self.kind.box, name)
        for name in self.others[-self.kind.others :] if self.kind.others else ():
            self.put_box(filling, self.random.choice(("above", "top", "inside", "below", "far-below")), name)

    def put_box(self, filling: Filling, where: str, name: str) -> None:
        """A box of any make in a place."""
        box = strange_box(self.site, name, self.others[:8], where, self.random)
        if where in ("top", "inside"):
            after = -1 if where == "top" else self.random.randrange(len(self.story.paragraphs) - 1)
            filling.between.setdefault(after, []).append(box)
        else:
            filling.boxes.setdefault(where, []).append(box)

    def put_byline(self, filling: Filling, text: str) -> None:
        """The byline in its place."""
        place, site = self.form.place, self.site
        lines = lines_of(site, text)
        line_break = {".html": "<br>", ".md": "  \n", ".txt": "\n"}[site.suffix]
        if place == "in-first":
            filling.first = lines[0]
        elif place == "in-first-line":
            filling.first = "".join(line + line_break for line in lines)
        elif place == "in-last":
            filling.last = lines[0]
        elif place == "in-last-line":
            filling.last = line_break + lines[0]
        elif place == "after-first":
            shape = "free_line" if "free_line" in site.settings else "line"
            filling.at[place] = [shaped(site, shape, text=line) for line in lines]
        else:
            filling.at["byline" if place == "top" else place] = lines

    def text(self, text: str, names: str = "") -> str:
        """A wording with its words filled in, as it stands in this kind of file."""
        values = {
            **self.words,
            "names": names or joined(self.person.names, self.words),
            "editor_name": self.staff[0],
            "photographer": self.staff[1],
            "poster": self.poster,
        }
        values = {name: plain(self.site, value) for name, value in values.items()}
        for _ in range(2):  # some of the words have names in them
            for name, value in values.items():
                text = text.replace(f"{{{name}}}", value)
        return text.replace("・ ", "・")

    def slots(self) -> dict[str, Any]:
        """The plain slots of a template."""
        own = words()[self.site.language]
        slots = {
            "headline": self.story.headline,
            "dek": self.story.dek,
            "date": own["date"],
            "alt": self.story.headline,
            "tag": self.others[5],
            "comment": own["answers"],
            **dict(
                zip(("before", "inside", "after", "photographer", "commenter"), self.others, strict=False)
            ),
        }
        slots["tag"] = TAGS[self.site.language]
        for name, text in self.kind.slots.items():
            names = self.person.names[:1] if name == "commenter" else self.person.names
            for word, value in (*self.words.items(), ("names", joined(names, self.words))):
                text = text.replace(f"{{{word}}}", value)
            slots[name] = text.replace("{names}", joined(names, self.words))
        return slots

    def metadata(self) -> tuple[str, ...]:
        """The names in the metadata."""
        how = self.kind.metadata
        if how == "any":
            how = self.random.choice(("writer", "writer", "none", "poster"))
        return {"writer": self.person.names, "poster": (self.poster,), "none": ()}[how]

    def original(self) -> str:
        """The story as its publisher ran it, as plain text with its byline."""
        own = words()[self.story.language]
        names = [name.upper() for name in self.person.names] if self.person.printed else self.person.names
        joint = "" if own["by"].endswith("・") else " "
        byline = f"{own['by']}{joint}{joined(names, own)}"
        body = [paragraph.removeprefix("## ") for paragraph in self.story.paragraphs]
        return "\n\n".join([self.story.headline, byline, *body]) + "\n"
