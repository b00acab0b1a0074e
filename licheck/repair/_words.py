"""What is put into a page: names, sentences and addresses, in the markup of the page.

The values come from the original and from whoever runs licheck. None may bring markup of its own, and none is guessed:
a wording with a value that is not known is not used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import cast

from licheck.addresses import address, is_on
from licheck.model.case import Case
from licheck.model.page import Page
from licheck.model.template import Template, Variable
from licheck.patterns import pattern
from licheck.repair._html import closes_itself
from licheck.repair._task import Task, Unmendable
from licheck.text import without_invisible

NAME_THE_ORIGINAL = "the original's address is not known: name the original with --original"
_NAME_THE_WRITER = (
    "nobody said who wrote the story: name the writer with --author, or the original with --original"
)

_LONGEST = 300  # characters of a value: a name, a headline
_URL = pattern(r"https?://[^\s<>\"'\\^`{|}\x00-\x1f\x7f]{1,2000}", 2)
_BRACES = pattern(r"[{}]")
_NO_NAME = pattern(r"[\[\]<>]")  # a blank to be filled in, or markup
_MARKS = pattern(r"([\\`*_\[\]<>#|~])")
_AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "pt": "e", "it": "e", "nl": "en"}
_BY = {"en": "By", "de": "Von", "fr": "Par", "es": "Por", "pt": "Por", "it": "Di", "nl": "Door"}


def language(case: Case) -> str:
    """The story's language as a primary subtag in lower case, empty where nobody says it.

    Where the page has the original's text, the original tells: templates declare their site's language for any story.
    """
    same_text = case.original is not None and case.alignment is not None
    stated = case.original.page.values("language") if case.original and same_text else ()
    declared = next((meta.value for meta in stated or case.page.values("language")), "")
    return declared.strip().lower().replace("_", "-").partition("-")[0]


def by(case: Case) -> str:
    """What a byline begins with in the story's language. Raises Unmendable for one that licheck does not write."""
    lead = _BY.get(language(case) or "en")
    if lead is None:
        raise Unmendable(f"licheck writes no byline in the story's language ({language(case)})")
    return lead


def listed(case: Case, names: Sequence[str]) -> str:
    """Names as a sentence of the story's language lists them."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {_AND.get(language(case), 'and')} {names[-1]}"


def people(case: Case) -> tuple[str, ...]:
    """The writers' names, fit to be printed. Raises Unmendable where nobody said who wrote the story."""
    names = tuple(filter(None, map(value, case.people)))
    if not names or len(names) < len(case.people) or any(map(_NO_NAME.search, names)):
        raise Unmendable(_NAME_THE_WRITER)
    return names


def value(text: str) -> str:
    """A value in one line, without what nobody sees; empty where it is no value that could be printed."""
    text = " ".join(without_invisible(text).split())
    printable = text.isprintable() and not _BRACES.search(text)
    return text if printable and len(text) <= _LONGEST else ""


def story_url(case: Case) -> str:
    """The original's address; empty where it is not known, or not one of the publisher's."""
    url = case.original.url.strip() if case.original else ""
    domains = case.rule_set.publisher.domains
    return url if _URL.fullmatch(url) and (not domains or is_on(url, domains)) else ""


def unknown_address(case: Case) -> Unmendable:
    """Why there is no address of the story where `story_url` gives none."""
    known = address(case.original.url) if case.original else None
    if known is None or not case.rule_set.publisher.domains:
        return Unmendable(NAME_THE_ORIGINAL)
    whose = value(case.rule_set.publisher.name) or "the publisher"
    return Unmendable(f"the original that is known stands at {known.host}, which is no site of {whose}")


def home_url(case: Case) -> str:
    """The address of the publisher's home page; empty where the rule set names no domain."""
    domains = case.rule_set.publisher.domains
    return f"https://{domains[0]}/" if domains else ""


def is_address(text: str) -> bool:
    """Whether a text is the address of something on the web."""
    return _URL.fullmatch(text) is not None


def written(page: Page, text: str) -> str:
    """Text in the markup of the page."""
    if page.format == "html":
        return escape(text, quote=False)
    return _MARKS.sub(r"\\\1", text).replace("&", "&amp;")


def attribute(text: str) -> str:
    """Text as the value of an attribute in double quotes."""
    return escape(text)


def link(page: Page, text: str, url: str, rel: str = "") -> str:
    """A link with this text."""
    before, after = link_marks(page, url, rel)
    return f"{before}{written(page, text)}{after}"


def link_marks(page: Page, url: str, rel: str = "") -> tuple[str, str]:
    """What goes before and behind words to make them a link."""
    if page.format == "html":
        kind = f' rel="{attribute(rel)}"' if rel else ""
        return f'<a{kind} href="{attribute(url)}">', "</a>"
    return "[", f"]({markdown_url(url)})"


def markdown_url(url: str) -> str:
    """An address as the target of a Markdown link or picture."""
    return url.replace("(", "%28").replace(")", "%29")


def empty(page: Page, tag: str) -> str:
    """An element without content, given as `<img ...`, closed in the way of the page."""
    alone = closes_itself(page) if page.format == "html" else page.path.lower().endswith(".mdx")
    return f"{tag} />" if alone else f"{tag}>"


def wordings(task: Task) -> Mapping[str, tuple[Template, ...]]:
    """The prescribed sentences of a requirement, by language; empty for a kind that has none."""
    return cast("Mapping[str, tuple[Template, ...]]", getattr(task.requirement, "wording", {}))


def known(case: Case) -> dict[str, str]:
    """The values of a wording's variables, as far as they are known."""
    found = {
        "publisher": case.rule_set.publisher.name,
        "republisher": value(case.republisher.name),
        "authors": listed(case, [value(name) for name in case.people])
        if all(map(value, case.people))
        else "",
        "url": story_url(case),
        "headline": value(case.original.title) if case.original else "",
        "affiliations": listed(case, [*filter(None, map(value, case.original.affiliations))])
        if case.original
        else "",
    }
    return {name: text for name, text in found.items() if text}


def suited(task: Task, templates: Mapping[str, Sequence[Template]]) -> Template | None:
    """The first sentence whose values are known, one in the page's language before all others; None for no such."""
    values, own = known(task.case), language(task.case)
    first = sorted(templates, key=lambda code: code != own)
    several = (template for code in first for template in templates[code])
    return next((template for template in several if template.variables <= values.keys()), None)


def unknown(task: Task, templates: Mapping[str, Sequence[Template]]) -> str:
    """Why none of the sentences can be used, as a sentence."""
    template = next(template for several in templates.values() for template in several)
    lacking = sorted(template.variables - known(task.case).keys())
    return f"the prescribed wording needs what is not known here: {', '.join(lacking)}"


def filled(task: Task, template: Template, publisher_url: str = "") -> str:
    """A wording in the markup of the page; the publisher's first naming a link where an address is given."""
    page, values = task.page, known(task.case)
    pieces: list[str] = []
    for part in template.parts:
        if not isinstance(part, Variable):
            pieces.append(written(page, part))
        elif part.name == "publisher" and publisher_url:
            pieces.append(link(page, values["publisher"], publisher_url))
            publisher_url = ""
        else:
            pieces.append(written(page, values[part.name]))
    return "".join(pieces)
