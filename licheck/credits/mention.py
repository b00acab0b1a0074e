"""What the words around a name in its own line make of it: a byline, or a picture's credit, a tag, another story's title.

Each rule gives its reason in words; an empty reason means that nothing in the line speaks against a byline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from licheck.credits.lead import find_lead, mid_lead
from licheck.credits.line import is_tag_line, read_line
from licheck.credits.people import What, what_is
from licheck.credits.segments import dates
from licheck.credits.vocabulary import JOBS
from licheck.credits.words import BY_WORDS, LEADS, POSTING_WORDS
from licheck.model.credit import Role
from licheck.patterns import pattern
from licheck.text import fold, other_scripts

CODE = "shown as code, not as text"
TAG = "named in a list of tags"
TITLE = "named with the title of another story"
SENTENCE = "named in a sentence, not credited as writer"
SIGNED = "named behind words that are not the story's"
MADE = "named for something else than writing the story"
WHY_NOT = {
    Role.PHOTOGRAPHER: "named as photographer, not as writer",
    Role.EDITOR: "named as editor, not as writer",
    Role.TRANSLATOR: "named as translator, not as writer",
    Role.ILLUSTRATOR: "named as illustrator, not as writer",
}

_MARKUP = pattern(r"<(/?)[a-z][a-z0-9-]*(?:\s[^<>]{0,200})?/?>", re.I)
_LEAD_WORDS = 5  # words before a name among which its lead words are
_CLOSING = " :：/／・＝="  # signs between a role and the name
_STARTS = ".([|•·–—\n!?。）(（"  # what a role that is a noun stands behind, if anything
_BARS = pattern(r"[\s\u200b]*[|•·\n●▪\u200b][\s\u200b]*|\s[–—]\s")
_SENTENCE_END = pattern(r"[^\s.]{2}[.!?…。！？؟]+[\"”»')\]）]*[\s\u200b]*[–—-]*[\s\u200b]*$|[。！？]\s*$")
_QUESTION = pattern(r"[?？؟¿]")
_SPOKEN_OF = pattern(r"^\s?(?:さん|氏|様|님|씨)")
_PICTURED = pattern(r"^(?:[、,，]\s?[^、,，。]{2,8}?){0,4}\s?(?:撮影|摄|攝|촬영)")
_WITH = pattern(r"\b(?:with|mit|avec|con|com|met|med|с)\s+$", re.I)
_DONE_BY = pattern(r"\b([a-z]{2,}ed|set|made|sung|shot|led|told|drawn|run|read|built|shown|taken|given|kept) by\s*$", re.I)  # fmt: skip
_WROTE = frozenset("written reported posted published submitted authored compiled penned contributed filed created added updated uploaded provided transcribed investigated researched prepared reviewed".split())  # fmt: skip
_TITLE_WORDS = 4  # words before a name that are no part of a credit and make a title
_BY_TITLE_WORDS = 3  # those before a comma and "by"
_SPACELESS = pattern(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_AROUND = " \u200b_*\"'“”„«»([{)]}:：,;.!?…|•·–—-"


def words_in(text: str) -> int:
    """How many words a text holds; in scripts without spaces two characters are one."""
    spaceless = len(_SPACELESS.findall(text)) if other_scripts(text) else 0
    return len(text.split()) if spaceless < 4 else spaceless // 2


def role_before(before: str) -> Role | None:
    """The role of the lead words directly before a name ("... Photo:"); None where no lead word stands there."""
    text = before.replace("\u200b", " ").rstrip(_CLOSING + "(（[*_")
    signed = before[len(text) :].strip(" (（[*_\u200b") != ""
    words = text.split(" ")[-_LEAD_WORDS:]
    for at in range(len(words)):
        lead = fold(" ".join(words[at:])).strip(_AROUND)
        role = LEADS.get(lead)
        if role is None:
            continue
        if role in WHY_NOT and _BOTH.search(text):
            return Role.WRITER
        if signed or role is Role.WRITER or lead.rpartition(" ")[2] in BY_WORDS or " " in lead:
            return role
        ahead = text[: len(text) - len(" ".join(words[at:]))].rstrip()
        return role if (not ahead or ahead[-1] in _STARTS) and role is not Role.EDITOR else None
    return next((LEADS[lead] for lead in _EAST_ASIAN if text.endswith(lead)), None)


_EAST_ASIAN = sorted((lead for lead in LEADS if lead[0] > "\u2e80"), key=len, reverse=True)


# Each sign can be taken in one way only: else a row of commas before a name would not end.
_JOINS = r"[,/&、،;|]|(?<=\s)(?:and|und|et|y|e|en|og|och|i|и|та|ve|dan|na|ja|a|és|și|oraz|και)(?=\s)|(?<=\s)و(?!\s)"
_JOINT = pattern(rf"(?:\s?\([^()]{{1,30}}\))?[\s\u200b]*(?:{_JOINS})(?:[\s\u200b]|{_JOINS})*$")
_TITLE_BEFORE = pattern(r"(?:^|\s)((?:Dr|Prof|Mr|Mrs|Ms|Rev|Sir|Dame|Herr|Frau|Mme|Dott|Dra?)\.?\s)$")
_MOST_NAMES = 12  # in one list
_LONGEST_NAME = 5  # words
_REACH = 200  # characters beside a name in which a line speaks of the text itself, or of its licence


def list_start(line: str, start: int) -> int:
    """Where the list of names begins of which one stands at line[start:]: "By A, B and C"; `start` where it is none."""
    if title := _TITLE_BEFORE.search(line, max(0, start - 12), start):
        start = title.start(1)
    for _ in range(_MOST_NAMES):
        joint = _JOINT.search(line, max(0, start - 40), start)
        if joint is None:
            return start
        begins = [hit.end() for hit in _NAME_STARTS.finditer(line, max(0, joint.start() - 60), joint.start())]
        begins = begins if joint.start() > 60 else [0, *begins]
        fits = [
            at
            for at in begins[-_LONGEST_NAME - 1 :]
            if at < joint.start()
            and find_lead(line[at : joint.start()])[0] is None
            and what_is(line[at : joint.start()], line[at] > "\u2e80") is What.PERSON
        ]
        if not fits:
            return start
        start = fits[0]
    return start


# "Text and photos by ..."
_BOTH = pattern(
    r"\b(?:text|texte|texto|testo|tekst|words|story|reporting|written|article|bericht|текст)\s*(?:and|&|\+|,|und|et|y|e|en|og|och|i|и|/)\s*\S+(?:\s(?:by|von|de|di|av|af|door))?$",
    re.I,
)
_NAME_STARTS = pattern(r"[\s\u200b(（:：–—-]+|(?<=[・／/:：、])")

# "This story by ...": a sentence on the text itself.
_THIS_TEXT = pattern(
    r"(?:^|[.!?]\s)\W*(?:(?:(?:editor[’']?s[’']? |editorial )?note|(?:anmerkung|anm\.|hinweis)(?: der redaktion| d\. red\.)?|nota(?: del? (?:editor|la redacción)| da redação| della redazione| redazionale)?|n\.?d\.?l\.?r\.?|note de la rédaction|noot van de redactie|redaktionens? (?:note|anmärkning))\s?:\s)?(?:(?:this|the|our|dieser|diese|dieses|der|die|das|cet|cette|ce|este|esta|questo|questa|esse|essa|dit|deze|denne|den här|этот|эта|هذا|هذه)\s)?"
    r"(?:story|article|report|piece|column|essay|commentary|text|artikel|beitrag|bericht|reportage|kommentar|texte|billet|reportaje|artículo|texto|articolo|pezzo|reportagem|artigo|tekst|текст|материал|статья|التقرير|المقال|النص)\s"
    r"(?:by|of|from|von|de|du|d['’]|par|por|di|da|van|av|af|написала?|بقلم)\s?$"
    r"|(?:この記事|本記事|本稿|この文章|本报道|이 기사)[^。]{0,60}$",
    re.I,
)


def is_led(before: str) -> bool:
    """Whether the words directly before a name say that it is the writer's."""
    return role_before(before) in (Role.WRITER, Role.CONTRIBUTOR) or is_this_text(before)


_LICENSED = pattern(
    r"[\s,(/|-]*(?:(?:is|was|ist|est|está|è) )?(?:(?:re)?(?:published|posted|printed)|used|licen[sc]ed|made available|shared|lizenziert|veröffentlicht|sous|bajo)?"
    r"[\s,(]*(?:under|unter|sous|bajo|sob|con|con licenza|licen[cs]e:?)?[\s,(]*(?:an? |the |eine[rnm]? |une |una |uma )?(?:CC\b|Creative[ -]Commons)",
    re.I,
)


def is_licensed(before: str, after: str) -> bool:
    """Whether a line tells title, writer and licence, as Creative Commons recommends: "..." by Jo Fell is licensed under CC BY."""
    return is_led(before) and _LICENSED.match(after[:_REACH]) is not None


def is_this_text(before: str) -> bool:
    """Whether the words before a name speak of the text itself: "This story by ..."."""
    return _THIS_TEXT.search(before, max(0, len(before) - _REACH)) is not None


def why_not(line: str, start: int, end: int) -> str:
    """Why the name at line[start:end] is no writer's credit, by the words of the line; empty where nothing says so."""
    if "<" in line and _MARKUP.search(line):
        return CODE
    start = list_start(line, start)
    before, after = line[:start], line[end:]
    if (
        before.endswith(("#", "＃"))
        or (is_tag_line(line) and not read_line(line))
        or (line[start].isupper() and _is_listed(before))
    ):
        return TAG
    if _PICTURED.match(after):
        return WHY_NOT[Role.PHOTOGRAPHER]
    role = role_before(before) if before else None
    if role in WHY_NOT:
        return WHY_NOT[role]
    led = is_led(before)
    done = _DONE_BY.search(before.replace("\u00ad", "")) if led else None
    if done and done[1].lower() not in _WROTE:
        return MADE
    if _SPOKEN_OF.match(after):
        return SENTENCE
    if not led and _WITH.search(before) and words_in(before) > 1 and find_lead(before)[0] is None:
        return MADE
    if not before.strip(_AROUND) or is_licensed(before, after):
        return ""
    if _QUESTION.search(after) and (not led or not _is_clean(before)):
        return SENTENCE
    if (
        led
        and _goes_on(after)
        and not (_is_clean(before) or is_this_text(before))
        and not _is_about_writing(before)
    ):
        return SENTENCE
    if not led and _SENTENCE_END.search(before) and words_in(before) >= _TITLE_WORDS:
        return SIGNED
    return TITLE if follows_title(before, led) else ""


def _goes_on(after: str) -> bool:
    """Whether a sentence goes on behind a name."""
    words = [word for word in after.replace("\u200b", " ").split() if word.strip(_AROUND)]
    return len(words) > 2 and sum(word.strip(_AROUND).islower() for word in words) > len(words) / 2


def _is_listed(before: str) -> bool:
    """Whether the name is one of several words in small letters, as tags are: "coast, repairs; ..."."""
    pieces = re.split(r"[,;،、:]\s*|\s#", before)
    if len(pieces) < 2 or pieces[-1].strip():
        return False
    last = pieces[-2].strip(" #")
    words = last.split()
    return (
        before.rstrip()[-1:] in ",;"
        and 0 < len(words) <= 2
        and last.islower()
        and what_is(last) is What.NOTHING
        and not any(word in LEADS or word in JOBS or word in BY_WORDS for word in words)
    )


def _is_clean(before: str) -> bool:
    """Whether nothing but lead words, dates and places stands before a name."""
    text = without_dates(before)
    return bool(
        words_in(text) <= _LEAD_WORDS
        and (find_lead(text + " X")[0] or mid_lead(text + " Xa Xb") or fold(text).strip(_AROUND) in LEADS)
    )


def without_dates(text: str) -> str:
    """A text without its dates and times."""
    for start, end in reversed(dates(text)):
        text = text[:start] + " " + text[end:]
    return text


def follows_title(before: str, led: bool) -> bool:
    """Whether what stands before a name reads like a title, after which its author is named: "Salt and Rope, by ...".

    Words of writing, jobs, organisations and dates make none, and what stands before a bar is a piece of its own.
    """
    pieces = _BARS.split(without_dates(before))
    if led and not pieces[-1].strip(_AROUND):
        return False
    text = pieces[-1]
    if led and find_lead(text.lstrip())[0] is not None:
        return False  # somebody else's credit
    if led:
        text = _without_lead(text)
    cut = text.rstrip()
    text = cut.rstrip(_AROUND)
    words = words_in(text)
    if words < _BY_TITLE_WORDS:
        return False
    comma = any(sign in ',:(（«"“' for sign in cut[len(text) :])
    if not (words >= _TITLE_WORDS if not led or not comma else words >= _BY_TITLE_WORDS):
        return False
    if not comma and not (other_scripts(text) and _SPACELESS.search(text)):
        return False
    return not _is_about_writing(text)


def _without_lead(before: str) -> str:
    text = before.rstrip(_CLOSING + "(（[*_\u200b")
    words = text.split(" ")
    for at in range(max(0, len(words) - _LEAD_WORDS), len(words)):
        if fold(" ".join(words[at:])).strip(_AROUND) in LEADS:
            return " ".join(words[:at])
    return text


def _is_about_writing(text: str) -> bool:
    words = [word.strip(_AROUND) for word in fold(text).split()]
    if any(word in JOBS or word in POSTING_WORDS or word in _WROTE for word in words):
        return True
    last = re.split(r"[,:]\s", text)[-1]
    return (
        what_is(last) in (What.ORGANISATION, What.JOB, What.DEPARTMENT) or what_is(text) is not What.NOTHING
    )


def linked_title(line: str, links: Sequence[tuple[int, int, bool]], start: int, end: int) -> bool:
    """Whether the title of another story stands as a link in a name's line, and the name belongs to it.

    `links` are (start, end, is a title) of the line's links; the name is line[start:end].
    """
    for low, high, title in links:
        if not title:
            continue
        if low <= start and end <= high:
            rest = line[low:start] + " " + line[end:high]
            if words_in(rest.strip(_AROUND)) >= _TITLE_WORDS:
                return True
        elif high <= start:
            between = line[high:start]
            if not re.search(r"[.!?]\s", between) and words_in(between) <= _LEAD_WORDS + 3:
                return True
        elif low >= end and line[start:end] not in line[low:high] and not line[end:low].strip(" \u200b:"):
            return True
    return False
