"""Ways of breaking the story itself: its words, headline, pictures, embeds, language, length."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from licheck.model.change import Permission
from licheck.trials.desk import Desk, Target, Way, Which, counted, each
from licheck.trials.markup import comment_out, drop, element, hide, made, paragraphs, story_of, strings

_NUMBER = re.compile(r"\b(\d{2,})\b")
_QUOTATION = re.compile(r"[“«„]([^“”«»„]{30,}?)[”»“]")
_DASH = re.compile(r"^.{3,80}?(?:—|–|\s--?\s)\s*")
_FULL_NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]{2,} ([A-ZÀ-Þ][a-zà-ÿ]{4,})\b")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-ZÀ-Þ])")
_LONG, _SHORT = 120, 30  # characters of a paragraph, and of a sentence, that is not passed over
_CUTS = frozenset((Permission.CUTS, Permission.CUTS_AT_END))
_EMBEDS = ("iframe", "video", "audio", "embed", "object")


def other_headline(desk: Desk, _target: Target) -> bool:
    """Another headline."""
    heading = desk.page.find("h1")
    if not isinstance(heading, Tag):
        return False
    heading.string = "Residents quarrel about the matter again"
    return True


def _first_altered(texts: Iterable[NavigableString], altered: Callable[[str], str]) -> bool:
    """Put what `altered` makes of it in place of the first text that it makes another one of; whether there was one."""
    for text in texts:
        told = altered(text)
        if told != text:
            text.replace_with(NavigableString(told))
            return True
    return False


def _texts(tags: Iterable[Tag]) -> Iterator[NavigableString]:
    return (text for tag in tags for text in strings(tag))


def _misquoted(text: str) -> str:
    found = _QUOTATION.search(text)
    words = found[1].split() if found else []
    if found is None or len(words) < 5:
        return text
    return _spliced(found, " ".join([*words[:2], "gladly", "never", *words[4:]]))


def _misnamed(text: str) -> str:
    found = _FULL_NAME.search(text)
    return _spliced(found, f"{found[1][:-2]}{found[1][-1]}{found[1][-2]}x") if found else text


def _spliced(found: re.Match[str], told: str) -> str:
    """A text with other words in the place of its first group."""
    return found.string[: found.start(1)] + told + found.string[found.end(1) :]


def _of_story(altered: Callable[[str], str]) -> Way:
    """The way that alters the first text of the story in which there is something to alter."""
    return lambda desk, target: _first_altered(_texts(story_of(desk.page, target.original)), altered)


def number(desk: Desk, target: Target) -> bool:
    """A number of the story is another."""

    def recounted(text: str) -> str:
        found = _NUMBER.search(text)
        return _spliced(found, str(int(found[1]) + 13)) if found and found[1] in target.original else text

    return _of_story(recounted)(desk, target)


def _swapped(desk: Desk, target: Target) -> bool:
    """Two long paragraphs stand in the other order."""
    found = [tag for tag in story_of(desk.page, target.original) if len(tag.get_text()) > _LONG]
    if len(found) < 3:
        return False
    found[1].insert_before(found[2].extract())
    return True


def _no_sentence(desk: Desk, target: Target) -> bool:
    """A sentence in the middle is left out, where nothing may be."""
    if permitted(target) & _CUTS:
        return False
    return _first_altered(_texts(story_of(desk.page, target.original)[1:-1]), _second_sentence_out)


def _second_sentence_out(text: str) -> str:
    sentences = _SENTENCE.split(text)
    if len(sentences) < 3 or any(len(one) <= _SHORT for one in sentences[:3]):
        return text
    return " ".join([sentences[0], *sentences[2:]])


def permitted(target: Target) -> frozenset[Permission]:
    """The changes that a requirement, or its rule set, permits."""
    allowed = (one.permits for one in target.rule_set.permitted)
    return frozenset().union(getattr(target.requirement, "allow", ()), *allowed)


def _shorter_headline(desk: Desk, _target: Target) -> bool:
    heading = desk.page.find("h1")
    words = heading.get_text().split() if isinstance(heading, Tag) else []
    if not isinstance(heading, Tag) or len(words) < 4:
        return False
    heading.string = " ".join(words[:-2])
    return True


def added(desk: Desk, _target: Target) -> bool:
    """A paragraph that is not the original's stands in the story."""
    found = paragraphs(desk.page)
    if len(found) < 3:
        return False
    found[1].insert_after(
        made(
            "<p>Critics of the whole affair have long held that nobody in charge ever meant to change anything about it,"
            " and that the next election will be decided by people who remember who promised what.</p>"
        )
    )
    return True


def half(desk: Desk, target: Target) -> bool:
    """The second half is cut, as the first page of a story that goes on elsewhere."""
    found = story_of(desk.page, target.original)
    if len(found) < 3:
        return False
    for tag in found[len(found) // 2 :]:
        tag.decompose()
    return True


def _whole(desk: Desk, target: Target) -> bool:
    """What the page leaves out of the original is there."""
    found = story_of(desk.page, target.original)
    theirs = paragraphs(BeautifulSoup(target.original, "html.parser"))
    here = {" ".join(tag.get_text().split()) for tag in found}
    rest = [tag for tag in theirs if " ".join(tag.get_text().split()) not in here]
    if not found or not rest:
        return False
    for tag in reversed(rest):
        found[-1].insert_after(tag.extract())
    return True


def _no_dateline(desk: Desk, target: Target) -> bool:
    tags = [tag for piece in counted(target) if (tag := element(desk.page, piece)) is not None]
    firsts = (text for tag in tags for text in islice(strings(tag), 1))
    return _first_altered(firsts, lambda text: _DASH.sub("", text, count=1))


_SWEDISH = (
    "Det var länge sedan någon hade frågat efter den gamla listan, och ingen visste längre var den låg, men på våren kom"
    " den till rätta i ett skåp som inte hade öppnats på många år.",
    "De som arbetar där säger att det är svårt att tro, och att de inte har fått svar på de brev som de skrev för att"
    " få veta mer om saken.",
    "Nu ska frågan tas upp av nämnden, som möts till hösten, och till dess får alla vänta på det som kommer att stå i"
    " beslutet om den.",
)
_DUTCH = (
    "Het was lang geleden dat iemand naar de oude lijst had gevraagd, en niemand wist nog waar die lag, maar in het"
    " voorjaar werd hij gevonden in een kast die niet meer open was geweest.",
    "De mensen die er werken zeggen dat het moeilijk te geloven is, en dat zij geen antwoord hebben gekregen op de"
    " brieven die zij voor dat doel naar de stad hebben gestuurd.",
    "Nu wordt de vraag aan de raad voorgelegd, die in het najaar bijeenkomt, en tot die tijd wacht iedereen op wat er"
    " in het besluit van de raad zal staan.",
)


def translated(desk: Desk, target: Target) -> bool:
    """The story is told in a language in which its publisher does not publish."""
    known = (*getattr(target.requirement, "languages", ()), *(target.rule_set.languages or ("en",)))
    code, sentences = ("sv", _SWEDISH) if "sv" not in known else ("nl", _DUTCH)
    root, found = desk.page.find("html"), story_of(desk.page, target.original)
    if not found or not isinstance(root, Tag) or code in known:
        return False
    root["lang"] = code
    for index, tag in enumerate(found):
        tag.string = sentences[index % len(sentences)]
    return True


def pictured(desk: Desk, target: Target) -> bool:
    """A picture of the original's stands in the story, or, where it has none, one of the site's own."""
    theirs = BeautifulSoup(target.original, "html.parser").find("article")
    pictures = list(theirs.find_all("img")) if isinstance(theirs, Tag) else []
    found = paragraphs(desk.page)
    if len(found) < 2:
        return False
    own = made('<img src="/img/harbour.jpg" alt="The harbour" width="800" height="500">')
    found[0].insert_after(pictures[0].extract() if pictures else own)
    return True


def _originals_pictures(desk: Desk, target: Target) -> bool:
    theirs = BeautifulSoup(target.original, "html.parser").find("article")
    return isinstance(theirs, Tag) and theirs.find("img") is not None and pictured(desk, target)


def _pictures(soup: BeautifulSoup, _target: Target) -> list[Tag]:
    inside = soup.find("article")
    return [*inside.find_all(["img", "figure"])] if isinstance(inside, Tag) else []


def _embeds(soup: BeautifulSoup, _target: Target) -> list[Tag]:
    return [*soup.find_all(_EMBEDS)]


def _as_link(tag: Tag) -> None:
    address = str(tag.get("src") or tag.get("data") or "")
    tag.replace_with(made(f'<a href="{address}">Watch</a>'))


def _unseen(which: Which) -> dict[str, Way]:
    return {
        "taken out": each(which, drop),
        "hidden": each(which, hide),
        "commented out": each(which, comment_out),
    }


EDITS: Final[Mapping[str, Way]] = {
    "a number altered": number,
    "a quotation altered": _of_story(_misquoted),
    "a name misspelt": _of_story(_misnamed),
    "paragraphs in another order": _swapped,
    "a sentence left out": _no_sentence,
    "a paragraph added": added,
}
HEADLINE: Final[Mapping[str, Way]] = {"another": other_headline, "cut short": _shorter_headline}
FULL_TEXT: Final[Mapping[str, Way]] = {"half of it": half}
EXCERPT: Final[Mapping[str, Way]] = {"all of it": _whole}
DATELINE: Final[Mapping[str, Way]] = {"taken out": _no_dateline}
TRANSLATION: Final[Mapping[str, Way]] = {"translated": translated}
NO_PICTURES: Final[Mapping[str, Way]] = {"the original's shown": _originals_pictures}
KEEP_PICTURES: Final[Mapping[str, Way]] = _unseen(_pictures)
EMBEDS: Final[Mapping[str, Way]] = {**_unseen(_embeds), "only a link": each(_embeds, _as_link)}
