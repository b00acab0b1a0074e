"""How a sentence says that a story comes from somebody: what the words before a name, and behind it, make of it.

"This story was originally published by Example News" credits Example News. "This story responds to an article first
published by Example News", "... was originally published by the Mill Gazette, whose editor was at Example News before"
and "... was republished by Example News" do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from licheck.credits import saying_words as words
from licheck.credits.source_phrases import SOURCE_PHRASES

_SHORT = 12  # letters; a phrase this short ("via", "source") must open its sentence, stand behind a sign, or tell of "this story"
_NEAR = 6  # words between "this story" and what was done to it, unless they tell of what or by whom it is
_FAR = 30  # words between them at most
_BEGINNING = 60  # characters of a sentence in which it says what was done to this story
_SIGNS = " \t-*_|[]()\"'«»>•·/"


def source_phrase(before: str, after: str) -> str:
    """The words of a sentence that credit a name with the story, empty where there are none.

    `before` and `after` are the sentence before the name and behind it, folded.
    """
    if words.MODIFIES.match(after) or words.QUOTED.match(f"{before} {after}"):
        return ""
    there = [one for one in _phrases() if one[0] in before or one[0] in after]
    for phrase, is_english in there:
        if any(_goes_to(before, after, at, phrase) for at in _places(before, phrase)):
            return phrase
        if any(_goes_back_to(before, after, at, phrase, is_english) for at in _places(after, phrase)):
            return phrase
    return ""


def goes_on(sentence: str) -> str:
    """The words of a folded sentence that say of a name before it that the story comes from there; else empty."""
    return next((begins for begins in words.GOES_ON if sentence.startswith(begins)), "")


def says_source(sentence: str) -> str:
    """The words in a folded sentence that say that something comes from somewhere; empty where there are none."""
    there = (phrase for phrase, _ in _phrases() if phrase in sentence)
    return next((phrase for phrase in there if next(_places(sentence, phrase), None) is not None), "")


def is_of_this(sentence: str) -> bool:
    """Whether a folded sentence begins with the very text in which it stands: "This story was ..."."""
    return words.SUBJECT.match(_bare(sentence)) is not None


def is_strong(sentence: str, phrase: str) -> bool:
    """Whether a folded sentence says, by this phrase, that this very text stood there first."""
    bare = _bare(sentence)
    of_this = words.SUBJECT.match(bare) is not None
    opens = opens_as_credit(sentence, phrase)
    said = phrase + (bare[:_BEGINNING] if of_this or opens else "")
    if phrase in words.TOGETHER:
        said = said.replace(phrase, "")
    if (of_this or "this" in phrase or bare.startswith(words.SUPPLIED)) and any(
        part in said for part in words.STRONG_OF_THIS
    ):
        return True
    if phrase == words.READ and not words.READ_STORY.search(bare):
        return False
    if not any(part in said for part in words.STRONG):
        return False
    if phrase in words.GOES_ON:
        return True
    if words.LICENSED.search(bare) and not words.OF_PICTURE.search(bare):
        return True  # "'Title' by Ida Voss, originally published on ..., licensed under CC BY 4.0"
    return of_this or opens or any(this in bare for this in words.ANYWHERE)


def may_be_of_picture(sentence: str) -> bool:
    """Whether a folded sentence, below a picture, may speak of that: "Provided by ..."."""
    return _bare(sentence).startswith(words.SUPPLIED)


def opens_as_credit(sentence: str, phrase: str) -> bool:
    """Whether a folded sentence has no subject: "Originally published by ..."."""
    return _bare(sentence).startswith((phrase, *words.OPENS))


@cache
def _phrases() -> tuple[tuple[str, bool], ...]:
    """All phrases, the longest first, and whether each is English."""
    told = {
        phrase: language == "en"
        for language, line in reversed(SOURCE_PHRASES.items())
        for phrase in line.split("|")
    }
    return tuple(sorted(told.items(), key=lambda one: -len(one[0])))


def _places(text: str, phrase: str) -> Iterator[int]:
    """Where a phrase stands in a part of a sentence as whole words; a short one not just anywhere."""
    at = text.find(phrase)
    while at >= 0:
        before, behind = text[at - 1 : at] if at else "", text[at + len(phrase) : at + len(phrase) + 1]
        whole = not (before.isalpha() and before.isascii()) and not (behind.isalpha() and behind.isascii())
        if whole and (len(phrase) > _SHORT or _stands_out(text, at)):
            yield at
        at = text.find(phrase, at + 1)


def _stands_out(text: str, at: int) -> bool:
    """Whether what stands at text[at] opens the sentence, follows a sign, or tells of "this story"."""
    if at <= 3:
        return True
    if not text[at - 1].strip() and text[:at].rstrip()[-1:] in ("-", "|", "(", ":", "/", "·", "•"):
        return True
    return words.SUBJECT.match(_bare(text)) is not None and _leads(text[:at], text[at:])


def _bare(sentence: str) -> str:
    """A sentence without the signs and the label before it: "[Editor's note: "."""
    sentence = sentence.lstrip(_SIGNS)
    label = words.LABEL.match(sentence)
    if label is None or sentence.startswith(words.OPENS) or words.SUBJECT.match(sentence):
        return sentence
    return sentence[label.end() :].lstrip(_SIGNS)


def _goes_to(before: str, after: str, at: int, phrase: str) -> bool:
    """Whether what the phrase at before[at] says is said of the name that follows."""
    head, gap = before[:at], before[at + len(phrase) :]
    if words.ALSO.search(head) or (words.TAKEN.fullmatch(phrase) and words.BY.fullmatch(gap)):
        return False
    if phrase in words.SUBJECTS and (
        words.TOO.search(gap) or words.ASTRAY.search(gap) or words.OTHER_TEXT.search(gap)
    ):
        return False
    is_aside = head.rstrip().endswith(",") and after.startswith(",")
    if is_aside and words.SUBJECT.match(_bare(head)) and not _bare(head).startswith(words.ASIDE):
        return False
    if words.BREAKS.search(gap) and not words.OF_OURS.search(gap):
        return False
    return _leads(head, phrase)


def _leads(head: str, phrase: str) -> bool:
    """Whether the words before a phrase leave this story its subject."""
    bare = _bare(head)
    subject = words.SUBJECT.match(f"{bare.rstrip()} {phrase}")
    rest = bare[subject.end() :] if subject else bare
    if words.ASTRAY.search(rest):
        return False
    if subject is None:
        return True
    if words.OTHER_TEXT.search(rest) and not (words.DERIVED.search(bare) or words.IS_ONE.fullmatch(rest)):
        return False
    count = len(rest.split())
    return count <= _NEAR or (count <= _FAR and words.QUALIFIED.match(rest) is not None)


def _goes_back_to(before: str, after: str, at: int, phrase: str, is_english: bool) -> bool:
    """Whether what the phrase at after[at] says is said of the name before it."""
    gap, rest = after[:at], after[at + len(phrase) :]
    if not is_english:
        return not words.ALSO.search(gap)
    if words.ELSEWHERE.match(rest):
        return False
    if words.OPENING.fullmatch(before) and words.ADVERBS.fullmatch(gap):
        apart = bool(gap.strip()) and not gap.strip(
            _SIGNS + ":,"
        )  # "Example News | originally published in May"
        return apart or "this" in phrase or words.THIS.search(rest[:_BEGINNING]) is not None
    if before.strip(_SIGNS) == "this" and words.OWN_STORY.match(gap):
        return True
    bare = _bare(before)
    subject = words.SUBJECT.match(f"{bare.rstrip()} {phrase}")
    if subject is not None:
        return words.OF_THIS.fullmatch(bare[subject.end() :]) is not None and _leads(before, phrase)
    return words.THIS.search(gap) is not None and not words.ASTRAY.search(before)
