"""Words of names: what stands before and after them, what joins them, and the short forms of given names.

All are folded (see `licheck.text.fold_word`).
"""

from __future__ import annotations

from functools import cache

TITLES = frozenset(
    "dr prof professor mr mrs ms miss mx sir dame lord lady rev fr sr hon capt col gen lt sgt maj"
    " herr frau ing dott dra doña don".split()
)
"""What stands before a name and is no part of it."""

DEGREES = frozenset("phd md jr sr ii iii iv ma mba ba bsc msc esq jd rn dds mph llm dphil edd frcp".split())
"""What stands after a name and is no part of it."""

PARTICLES = frozenset(
    "de da do dos das del della di du la le les el al van von der den ter ten zu zum zur bin ibn ben af av y"
    " e i san st mac mc o d".split()
)
"""Small words within family names."""

PREFIXES = frozenset("mc mac de la le di da du van von fitz st ben el al".split())
"""Particles that are written together with what follows, with a capital inside: McDonald, DeLillo."""

JOINING = frozenset("and und et y e och og oraz with mit avec con".split())
"""What stands between the names of two people."""

# Usual short forms of given names. Between two bars one name: its full form first, then the short ones.
_SHORT_FORMS = """
alexander alex sasha xander|alexandra alex sasha sandra|andrew andy drew|anthony tony|benjamin ben benny
bernard bernie|catherine kate katie cathy kathy|katherine kate katie kathy|charles charlie chuck
christopher chris|christine chris|christina chris tina|daniel dan danny|david dave|deborah deb debbie
donald don|douglas doug|edward ed eddie ted|elizabeth liz beth betty lizzie eliza|frances fran
francis frank|frederick fred freddie|gabriel gabe|gerald gerry jerry|gregory greg|harold hal harry
henry harry hank|jacob jake|james jim jimmy jamie|jeffrey jeff|jennifer jen jenny|jessica jess
john jack johnny|jonathan jon|joseph joe joey|joshua josh|judith judy|kenneth ken|kimberly kim
lawrence larry|leonard leo len|margaret maggie meg peggy|matthew matt|michael mike mick|michelle shelly
nathaniel nate nathan|nicholas nick|pamela pam|patricia pat patty tricia|patrick pat|peter pete
philip phil|phillip phil|rachel rach|raymond ray|rebecca becca becky|richard rick dick rich
robert rob bob bobby|ronald ron|samantha sam|samuel sam|stephen steve|steven steve|stuart stu|susan sue
suzanne sue|theodore ted theo|theresa terry tess|thomas tom tommy|timothy tim|victoria vicky tori
vincent vince|walter walt|william will bill billy|zachary zach zack|francisco paco|jose pepe|ignacio nacho
guadalupe lupe|giuseppe beppe|mikhail misha|dmitri dima|ekaterina katya|maria masha|ivan vanya
johannes hannes|sebastian basti|maximilian max
"""


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Folded given name -> the other forms of it, short for full and full for short."""
    known: dict[str, set[str]] = {}
    for name in _SHORT_FORMS.replace("\n", "|").split("|"):
        long, *short = name.split() or [""]
        for form in short:
            known.setdefault(form, set()).add(long)
            known.setdefault(long, set()).add(form)
    return {form: frozenset(others) for form, others in known.items()}
