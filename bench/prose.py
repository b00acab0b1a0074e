"""Invented news: people, places and sentences that mean little, in the words and lengths of real stories.

All that is random comes from the `random.Random` that is handed in: the same seed gives the same text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

# What stands for a word in braces: one of the choices on its line.
_VOCABULARY = """
first|Maren|Dorsey|Ilka|Tobin|Quill|Adaline|Ferro|Josune|Petra|Halden|Ruel|Sanna|Orrin|Bettina|Caspar|Nola
start|Kes|Bur|Tar|Hol|Quen|Vell|Dras|Mont|Ell|Osk|Fen|Gar|Ren|Wick|Stro|Lund
end|senich|wick|vell|more|drake|ling|ström|ham|rée|dorf|aker|nell|itz|ovar|beck|tane
place|Port Ellery|Lower Tarn|Marlow|Sankt Orrin|Vellby|Great Fennick|Quenport|Dras Hollow|Oskar County|Montrél
body|the harbor authority|the county school board|the water district|the state auditor
body|the port commission|the hospital trust|the rail operator|the teachers’ union|the planning council
who|engineers|auditors|parents|ferry crews|shop owners|nurses|city officials|lawyers for the tenants
who|growers|union members|two former employees|inspectors|bus drivers|retired pilots
things|toll cameras|pumping stations|school buses|building permits|fishing licenses|ferry tickets
things|water meters|bridge repairs|heating contracts|land surveys|parking fees|evening classes|tax refunds
quality|unpaid|overdue|newly built|long-promised|temporary|expensive|badly recorded|seasonal|disputed
did|rejected|reviewed|delayed|paid for|questioned|approved|canceled|described|measured|postponed|sold
said|said|wrote|recalled|argued|testified
when|on Monday|last spring|in a hearing on Wednesday|after two dry winters|for the third year in a row
when|before the election|by the end of the year|within 26 months|since the storm of 2019|over the weekend
why|because the records were kept in two offices|although nobody had asked for it|as prices for steel rose
why|while the old contract was still running|after a pipe burst under the market hall|without naming a reason
quote|We sent photographs, and nobody came to look|It’s a small sum for them and a large one for us
quote|You can’t repair what you’ve never measured|I kept every receipt|That is not what the contract says
quote|They told us it’d take a week|The least we can do is keep our word
"""
_SENTENCES = """
{body} {did} {number} {quality} {things} {when}, {why}.
{who} {said} that {body} had {did} the {things} {when}.
“{quote},” {said} {first} {start}{end}, who speaks for {who} in {place}.
More than {number} {quality} {things} were {did} {when}, according to a report that {body} released.
{first} {start}{end} {did} the plan {when}. “{quote},” {start}{end} {said}.
In {place}, {who} have {did} {things} {when}, {why}, and {body} has {did} the rest.
A second study, which {body} {did} {when}, counts {number} {things} in {place} alone.
The cost — about ${number} million — was {did} by {body} {when}.
{who} and {who} {did} the {quality} {things}, {why}.
It was not clear {when} whether {body} would pay for the {quality} {things} in {place}.
"""
_HEADLINES = """
{place} {did} {number} {quality} {things}, {body} finds
{who} question {quality} {things} in {place}
How {body} {did} the {things} of {place}
"""

_BLANK = re.compile(r"\{(\w+)\}")


def _choices() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in _VOCABULARY.strip().split("\n"):
        name, *words = line.split("|")
        found.setdefault(name, []).extend(words)
    return found


_CHOICES = _choices()


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
    return _one_of("{first} {start}{end}", random)


def sentence(random: Random) -> str:
    """One sentence of a story, 10 to 30 words."""
    return _one_of(_SENTENCES, random)


def headline(random: Random) -> str:
    """A headline, without a full stop."""
    return _one_of(_HEADLINES, random)


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
    """The story as another newsroom runs it: in three paragraphs of ten a word changed, one in twelve cut."""
    kept = [text for at, text in enumerate(original.paragraphs) if at < 2 or random.random() > 1 / 12]
    paragraphs = tuple(_reworded(text, random) if random.random() < 0.3 else text for text in kept)
    return Story(original.headline, original.author, paragraphs)


def _reworded(text: str, random: Random) -> str:
    """The text with one word gone or replaced."""
    words = text.split()
    at = random.randrange(len(words))
    words[at : at + 1] = [random.choice(_CHOICES["quality"])] if random.random() < 0.5 else []
    return " ".join(words)


def _one_of(shapes: str, random: Random) -> str:
    """One of these lines with its blanks filled, beginning with a capital."""

    def filled(blank: re.Match[str]) -> str:
        name = blank.group(1)
        return f"{random.randint(2, 9_800):,}" if name == "number" else random.choice(_CHOICES[name])

    text = _BLANK.sub(filled, random.choice(shapes.strip().split("\n")))
    return text[0].upper() + text[1:]
