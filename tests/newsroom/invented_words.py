"""Invented stories of about 700 words, as many as wanted: ordinary sentences about towns, people and things that are not there."""

from random import Random

_BEGIN = (
    "Al Bar Cor Dun Ell Fen Gar Hol Ing Kel Lor Mar Nor Os Pen Quar Ros Sal Tar Ul Ves Wen Yar Zel".split()
)
_END = "bridge brook bury combe dale field ford gate ham haven hurst mere mouth ness port reach stead thorpe ton wick".split()
_FIRST = (
    "Ada Bruno Clara Desmond Edith Felix Greta Hugo Ines Jonas Kira Leon Marta Nils Olga Pavel Rosa Simon Tilda Viktor"
).split()
_LAST = (
    "Abernoth Bellwick Carrow Dunmore Eskelund Farrant Gladwyn Hartnoll Isherby Jellicot Kestrow Lindgate Marchbane"
    " Norrington Ollerby Pemberlow Quillan Ravensby Stackpoole Thornquist Umberley Vantreight Wycherow Yelland"
).split()
_THING = (
    "ferry landing|tide gate|bus depot|reading room|cider press|signal box|water tower|rope factory|school kitchen|post office"
    "|fish market|clock tower|brick kiln|weather station|dance hall|seed bank|tram line|night market|town archive|lock house"
    "|glass works|bandstand|toll booth|orchard wall|bath house|grain store|lighthouse|playing field|choir loft|pump house"
).split("|")
_GROUP = (
    "the council|the harbour board|the parents' league|three neighbours|the ferry crews|the allotment club|the library|the"
    " county auditor|the fire brigade|the retired engineers|the market traders|the night nurses|the school board|the parish"
    "|the cyclists' union|the rowing club"
).split("|")
_DID = (
    "repaired|counted|closed|painted|opened|measured|moved|rented out|inherited|insured|inspected|rebuilt|fenced in|photographed"
    "|mapped|auctioned"
).split("|")
_WHY = (
    "nobody could find the key|the invoice had never been sent|the old plan showed another street|a gull had built its nest"
    " there|the lease ran out on a Sunday|the two clocks disagreed|the map was printed upside down|the paint had been meant for"
    " a boat|a child had asked twice|the letter came back unopened|the insurance covered storms only|the bell rang an hour early"
    "|both sides had signed the wrong page|the bridge was lower than the bus|the minutes were kept in verse"
).split("|")
_WHEN = (
    "in the spring|last week|after the flood|before the harvest|on a wet Monday|during the fair|over the summer|in March|at the"
    " turn of the year|on the first day of school|late in October|for the second time"
).split("|")
_SHAPES = (
    "{When}, {group} {did} the {thing} in {place}, because {why}.",
    "It took {number} people and {number} weeks, said {person}, who looks after the {thing} and lives next to the {thing}.",
    "“We had {did} a {thing} before, but never one in {place},” said {person}, {age}.",
    "Since then {group} and {group} have met {number} times, most recently {when}, and agreed on the {thing} only.",
    "According to {person}, the {thing} cost {number},{number}00 dollars, of which {group} paid {number} percent.",
    "Nobody in {place} remembers who {did} it first; {person} believes that it was {group}.",
    "The {thing} was {did} {when}, and the {thing} beside it {when}, each without a permit.",
    "{When} a letter from {place} reached {group}: {why}, it said, and {why}.",
    "“{Why},” said {person}, “and so we {did} what was left.”",
    "{Group} will vote on the {thing} in {number} days; {person} of {place} expects {number} objections.",
    "Of the {number} keys to the {thing}, {number} are with {group} and one hangs in the {thing} of {place}.",
    "{Person} keeps a list of everything that was {did} in {place}: it has {number} pages and ends with the {thing}.",
    "Whether the {thing} may be {did} again is open, since {why} and the records of {place} burned {when}.",
    "Visitors from {place} and {place} come {when} to see it, about {number} of them on a good day.",
)


def place(random: Random) -> str:
    return random.choice(_BEGIN) + random.choice(_END)


def person(random: Random) -> str:
    return f"{random.choice(_FIRST)} {random.choice(_LAST)}"


def headline(random: Random) -> str:
    return (
        f"How {place(random)} {random.choice(_DID)} its {random.choice(_THING)} because {random.choice(_WHY)}"
    )


def paragraphs(random: Random, count: int) -> list[str]:
    return [" ".join(_sentence(random) for _ in range(random.randint(2, 4))) for _ in range(count)]


def _sentence(random: Random) -> str:
    text = random.choice(_SHAPES)
    while "{" in text:
        before, _, rest = text.partition("{")
        name, _, after = rest.partition("}")
        word = _word(random, name.lower())
        text = before + (word[0].upper() + word[1:] if name[0].isupper() else word) + after
    return text


def _word(random: Random, name: str) -> str:
    if name == "place":
        return place(random)
    if name == "person":
        return person(random)
    if name in ("number", "age"):
        return str(random.randint(11, 89))
    return random.choice({"thing": _THING, "group": _GROUP, "did": _DID, "why": _WHY, "when": _WHEN}[name])
