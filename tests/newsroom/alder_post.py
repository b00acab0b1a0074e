"""The Alder Post: a newsroom's repository as Hugo has it, with 200 stories, of which 40 are republished from 8 publishers.

12 of these are broken, each in a way that is known; three of the 12 are waived, and the waiver of a fourth has run out.
The paper and its stories are invented; the publishers' conditions are those of the rule sets that come with licheck.

    python tests/newsroom/alder_post.py FOLDER      makes it
"""

import sys
from collections.abc import Callable
from html import escape
from pathlib import Path
from random import Random
from typing import NamedTuple

from invented_words import headline, paragraphs, person

STORIES, EACH = 200, 5
DAY = "2026-11-22"
CONFIG = """\
republisher:
  name: The Alder Post
  domains: [alderpost.example]
republications:
  front_matter: [syndicated_from]
originals: .licheck/originals
waivers:
  - requirement: logo
    path: {logo}
    reason: The agency's new logo is not drawn yet; agreed by mail on 3 November.
    by: Ruta Lind, rights desk
    until: 2027-01-31
  - requirement: credit_line
    path: {run_out}
    reason: The credit line follows with the next update.
    by: Ruta Lind, rights desk
    until: {until}
"""


class Story(NamedTuple):
    """A story as its publisher ran it. `number` counts from 0."""

    number: int
    title: str
    author: str
    texts: list[str]
    address: str


class Publisher(NamedTuple):
    """How the paper credits a publisher: lines above and below the story, and a canonical address where it is asked for."""

    rule_set: str
    name: str
    address: str
    top: str
    bottom: str = ""
    canonical: bool = False


_COUNTER = (
    '<img src="https://counter.theconversation.com/content/{number}/count.gif?distributor=republish-lightbox-basic"'
    ' alt="The Conversation" width="1" height="1">'
)
PUBLISHERS = (
    Publisher(
        "dcnf",
        "Daily Caller News Foundation",
        "https://dailycallernewsfoundation.org/2026/11/story-{number}/",
        "![Daily Caller News Foundation logo](/img/dcnf-logo.png)\n\nBy {author}, Daily Caller News Foundation",
        "This story was originally published by [Daily Caller News Foundation]({address}).",
    ),
    Publisher(
        "the-conversation-us",
        "The Conversation",
        "https://theconversation.com/story-{number}",
        "By {author}, Tarrow State University\n\n![The Conversation](/img/the-conversation-logo.png)",
        "This article is republished from [The Conversation](https://theconversation.com/us) under a Creative Commons"
        " license. Read the [original article]({address}).\n\n" + _COUNTER,
    ),
    Publisher(
        "propublica",
        "ProPublica",
        "https://www.propublica.org/article/story-{number}",
        "By {author}, ProPublica\n\nThis story was originally published by [ProPublica]({address}).",
        canonical=True,
    ),
    Publisher(
        "grist",
        "Grist",
        "https://grist.org/story-{number}/",
        "By {author}\n\nThis story was originally published by [Grist]({address}).",
    ),
    Publisher(
        "states-newsroom",
        "Kansas Reflector",
        "https://kansasreflector.com/2026/11/story-{number}/",
        "By {author}, Kansas Reflector",
        "This story was originally published by [Kansas Reflector](https://kansasreflector.com/).",
    ),
    Publisher(
        "floodlight",
        "Floodlight",
        "https://floodlightnews.org/story-{number}/",
        "By {author}, Floodlight\n\nThis story was originally published by [Floodlight]({address}).",
    ),
    Publisher(
        "calmatters",
        "CalMatters",
        "https://calmatters.org/story-{number}/",
        "By {author}\n\nThis story was originally published by [CalMatters]({address}).",
    ),
    Publisher(
        "360info",
        "360info",
        "https://360info.org/story-{number}/",
        "By {author}",
        "Originally published under [Creative Commons](https://creativecommons.org/licenses/by/4.0/) by"
        " [360info]({address}).",
    ),
)


class Break(NamedTuple):
    """One way in which a republication is broken: the first story of a publisher that none has broken yet is, and
    fails this requirement. `change` takes the page and the story, `waiver` says what becomes of it.
    """

    rule_set: str
    requirement: str
    change: Callable[[str, Story], str]
    waiver: str = ""


def _without(old: str, new: str = "") -> Callable[[str, Story], str]:
    def change(page: str, story: Story) -> str:
        known = old.format(**_facts(story))
        assert known in page, f"{known!r} is not on the page"
        return page.replace(known, new.format(**_facts(story)))

    return change


def _one_word(page: str, story: Story) -> str:
    """Another figure in a sentence of the story."""
    at = next(text for text in story.texts if "percent" in text)
    return page.replace(at, at.replace("percent", "percent and a half"))


_WAIVED_HERE = (
    '\n\n<!-- licheck-waive requirement=tracking_pixel reason="Agreed by mail on 3 November." by="Ruta Lind"'
    " until=2027-01-31 -->\n"
)
_IN_FRONT = (
    "licheck:\n  waive:\n    - requirement: affiliation\n      reason: Floodlight agreed by mail on 3 November.\n"
    "      by: Ruta Lind, rights desk\n      until: 2027-01-31\n---\n"
)
BREAKS = (
    Break("dcnf", "affiliation", _without(", Daily Caller News Foundation\n", ", Contributor\n")),
    Break("dcnf", "byline", _without("By {author}, Daily", "By Daily")),
    Break(
        "dcnf",
        "logo",
        _without(
            "![Daily Caller News Foundation logo](/img/dcnf-logo.png)", "![The market](/img/market.jpg)"
        ),
        "config",
    ),
    Break("the-conversation-us", "tracking_pixel", _without("<img src", "<!-- <img src"), "comment"),
    Break("the-conversation-us", "tracking_pixel", _without("/content/{number}/", "/content/99{number}/")),
    Break("the-conversation-us", "affiliation", _without(", Tarrow State University")),
    Break(
        "propublica",
        "credit_line",
        _without("This story was originally published by [ProPublica]({address}).\n\n"),
    ),
    Break("grist", "credit_line", _without("This story was originally published by [Grist]({address}).\n\n")),
    Break(
        "states-newsroom",
        "link_back",
        _without("[Kansas Reflector](https://kansasreflector.com/)", "Kansas Reflector"),
    ),
    Break(
        "floodlight",
        "affiliation",
        _without("By {author}, Floodlight", "By {author}, Contributor"),
        "front matter",
    ),
    Break(
        "calmatters",
        "credit_line",
        _without("This story was originally published by [CalMatters]({address}).\n\n"),
        "run out",
    ),
    Break("calmatters", "no_edit", _one_word),
)


class Newsroom(NamedTuple):
    """What was made. `broken` are the paths of the pages that are broken, each with its break; `republished` all of them."""

    folder: Path
    republished: tuple[str, ...]
    broken: dict[str, Break]

    def waived(self) -> list[str]:
        return [path for path, one in self.broken.items() if one.waiver not in ("", "run out")]

    def renew(self, until: str = "2027-01-31") -> None:
        """Grant the waiver anew that has run out."""
        config = self.folder / "licheck.yaml"
        config.write_text(config.read_text("utf-8").replace("until: 2026-10-31", f"until: {until}"), "utf-8")


def make(folder: Path) -> Newsroom:
    """Make the newsroom's repository in a folder, without git and without a store of originals."""
    random = Random("alder")
    broken: dict[str, Break] = {}
    republished = []
    due = {
        publisher.rule_set: [one for one in BREAKS if one.rule_set == publisher.rule_set]
        for publisher in PUBLISHERS
    }
    for number in range(STORIES):
        at, turn = divmod(number, STORIES // (len(PUBLISHERS) * EACH))
        path = f"content/posts/2026-{number % 12 + 1:02}-{number % 27 + 1:02}-story-{number:03}.md"
        if turn:
            put(folder / path, own_page(_story(random, number, "")))
            continue
        publisher = PUBLISHERS[at % len(PUBLISHERS)]
        story = _story(random, number, publisher.address)
        page = republication(publisher, story)
        if due[publisher.rule_set]:
            one = broken[path] = due[publisher.rule_set].pop(0)
            page = _waived(one.change(page, story), one)
        put(folder / path, page)
        put(folder / "originals" / publisher.rule_set / f"story-{number:03}.html", original(publisher, story))
        republished.append(path)
    by_waiver = {one.waiver: path for path, one in broken.items()}
    config = CONFIG.format(logo=by_waiver["config"], run_out=by_waiver["run out"], until="2026-10-31")
    put(folder / "licheck.yaml", config)
    put(folder / "hugo.toml", "baseURL = 'https://alderpost.example/'\ntitle = 'The Alder Post'\n")
    put(folder / ".gitignore", "public/\n.licheck/\n")
    return Newsroom(folder, tuple(republished), broken)


def _waived(page: str, one: Break) -> str:
    if one.waiver == "comment":
        return page + _WAIVED_HERE
    return page.replace("\n---\n", f"\n{_IN_FRONT}", 1) if one.waiver == "front matter" else page


def _story(random: Random, number: int, address: str) -> Story:
    texts = paragraphs(random, 14)
    if not any("percent" in text for text in texts):
        texts[5] += f" The county paid {random.randint(11, 89)} percent of it."
    return Story(number, headline(random), person(random), texts, address.format(number=_id(number)))


def _id(number: int) -> int:
    return 240_000 + number


def _facts(story: Story) -> dict[str, str]:
    return {"author": story.author, "address": story.address, "number": str(_id(story.number))}


def own_page(story: Story) -> str:
    head = f'---\ntitle: "{story.title}"\ndate: {DAY}\nauthor: {story.author}\n---\n\n'
    return head + "\n\n".join([f"By {story.author}", *story.texts]) + "\n"


def republication(publisher: Publisher, story: Story) -> str:
    facts = _facts(story)
    front = f'---\ntitle: "{story.title}"\ndate: {DAY}\nauthor: {story.author}\nsyndicated_from: {publisher.rule_set}\n'
    front += f"canonicalURL: {story.address}\n" if publisher.canonical else ""
    credits = [publisher.top.format(**facts), *story.texts, publisher.bottom.format(**facts)]
    return f"{front}---\n\n" + "\n\n".join(filter(None, credits)) + "\n"


def original(publisher: Publisher, story: Story) -> str:
    where = (
        ", Tarrow State University" if publisher.rule_set == "the-conversation-us" else f", {publisher.name}"
    )
    body = "".join(f"<p>{escape(text, quote=False)}</p>\n" for text in story.texts)
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{story.title} | {publisher.name}</title>\n'
        f'<link rel="canonical" href="{story.address}"></head>\n<body><article>\n<h1>{story.title}</h1>\n'
        f"<p>By {story.author}{where}</p>\n{body}</article></body></html>\n"
    )


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    made = make(Path(sys.argv[1]))
    print(f"{len(made.republished)} republications, {len(made.broken)} of them broken, in {made.folder}")
