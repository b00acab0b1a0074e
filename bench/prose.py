"""Invented news: people, places and sentences that mean little, in the words and lengths of real stories.

All that is random comes from the `random.Random` that is handed in: the same seed gives the same text.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_FIRST = "Maren Dorsey Ilka Tobin Quill Adaline Ferro Josune Petra Halden Ruel Sanna Orrin Bettina Caspar Nola".split()
_START = "Kes Bur Tar Hol Quen Vell Dras Mont Ell Osk Fen Gar Ren Wick Stro Lund".split()
_END = "senich wick vell more drake ling ström ham rée dorf aker nell itz ovar beck tane".split()
_PLACES = "Port Ellery|Lower Tarn|Marlow|Sankt Orrin|Vellby|Great Fennick|Quenport|Dras Hollow|Oskar County|Montrél".split("|")
_BODIES = (
    "the harbor authority|the county school board|the water district|the state auditor|the port commission"
    "|the hospital trust|the rail operator|the parks department|the teachers’ union|the planning council"
).split("|")
_WHO = (
    "engineers|auditors|parents|ferry crews|shop owners|nurses|city officials|lawyers for the tenants|growers"
    "|union members|two former employees|residents of the eastern bank|inspectors|bus drivers|retired pilots"
).split("|")
_THING = (
    "toll cameras|pumping stations|school buses|building permits|fishing licenses|ferry tickets|water meters|bridge"
    " repairs|heating contracts|land surveys|parking fees|evening classes|harvest forecasts|radio masts|tax refunds"
).split("|")
_QUALITY = (
    "unpaid|overdue|newly built|long-promised|temporary|expensive|badly recorded|seasonal|secondhand|disputed"
).split("|")
_DID = (
    "rejected|reviewed|delayed|paid for|questioned|approved|canceled|described|measured|postponed|audited|sold"
).split("|")
_SAID = "said|wrote|recalled|argued|testified".split("|")
_WHEN = (
    "on Monday|last spring|in a hearing on Wednesday|after two dry winters|for the third year in a row|before the"
    " election|by the end of the year|within 26 months|since the storm of 2019|over the weekend|in early November"
).split("|")
_WHY = (
    "because the records were kept in two offices|although nobody had asked for it|as prices for steel rose"
    "|while the old contract was still running|after a pipe burst under the market hall|without naming a reason"
    "|so that the work could begin before the rain"
).split("|")
_QUOTES = (
    "We sent photographs, and nobody came to look|It’s a small sum for them and a large one for us|The least we can do"
    " is keep our word|You can’t repair what you’ve never measured|I kept every receipt|That is not what the contract"
    " says|They told us it’d take a week"
).split("|")

_SHAPES = (
    "{body} {did} {number} {quality} {things} {when}, {why}.",
    "{who} {said} that {body} had {did} the {things} {when}.",
    "“{quote},” {said} {person}, who speaks for {who} in {place}.",
    "More than {number} {quality} {things} were {did} {when}, according to a report that {body} released.",
    "{person} {did} the plan {when}. “{quote},” {surname} {said}.",
    "In {place}, {who} have {did} {things} {when}, {why}, and {body} has {did} the rest.",
    "A second study, which {body} {did} {when}, counts {number} {things} in {place} alone.",
    "The cost — about ${number} million — was {did} by {body} {when}.",
    "{who} and {who} {did} the {quality} {things}, {why}.",
    "It was not clear {when} whether {body} would pay for the {quality} {things} in {place}.",
)  # fmt: skip
_HEADLINES = (
    "{place} {did} {number} {quality} {things}, {body} finds",
    "{who} question {quality} {things} in {place}",
    "How {body} {did} the {things} of {place}",
)


@dataclass(frozen=True)
class Story:
    """A story as its publisher ran it. `paragraphs` are plain text with typographic quotes."""

    headline: str
    author: str
    paragraphs: tuple[str, ...]

    @property
    def words(self) -> int:
        """The words of all paragraphs, as white space parts them."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


def person(random: Random) -> str:
    """The name of nobody."""
    return f"{random.choice(_FIRST)} {surname(random)}"


def surname(random: Random) -> str:
    """A family name that nobody has."""
    return random.choice(_START) + random.choice(_END)


def sentence(random: Random) -> str:
    """One sentence of a story, 10 to 30 words."""
    return _capital(_filled(random.choice(_SHAPES), random))


def headline(random: Random) -> str:
    """A headline, without a full stop."""
    return _capital(_filled(random.choice(_HEADLINES), random))


def paragraph(random: Random, sentences: int) -> str:
    """Some sentences."""
    return " ".join(sentence(random) for _ in range(sentences))


def story(random: Random, words: int) -> Story:
    """A story of about so many words, in paragraphs of one to three sentences."""
    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraphs.append(paragraph(random, random.randint(1, 3)))
        count += len(paragraphs[-1].split())
    return Story(headline(random), person(random), tuple(paragraphs))


def edited(original: Story, random: Random) -> Story:
    """The story as another newsroom runs it: a word changed here and there, one paragraph in twelve cut."""
    kept = [text for at, text in enumerate(original.paragraphs) if at < 2 or random.random() > 1 / 12]
    return Story(
        original.headline, original.author, tuple(_reworded(text, random) if random.random() < 0.3 else text for text in kept)
    )


def _reworded(text: str, random: Random) -> str:
    words = text.split()
    at = random.randrange(len(words))
    words[at : at + 1] = [random.choice(_QUALITY)] if random.random() < 0.5 else []
    return " ".join(words)


def _filled(shape: str, random: Random) -> str:
    """A sentence's shape with each of its places filled anew."""
    for name, choices in _PLACES_OF.items():
        while f"{{{name}}}" in shape:
            shape = shape.replace(f"{{{name}}}", random.choice(choices), 1)
    while "{person}" in shape:
        shape = shape.replace("{person}", person(random), 1)
    shape = shape.replace("{surname}", surname(random))
    while "{number}" in shape:
        shape = shape.replace("{number}", f"{random.randint(2, 9_800):,}", 1)
    return shape


_PLACES_OF = {
    "body": _BODIES, "who": _WHO, "things": _THING, "quality": _QUALITY, "did": _DID, "said": _SAID,
    "when": _WHEN, "why": _WHY, "quote": _QUOTES, "place": _PLACES,
}  # fmt: skip


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
