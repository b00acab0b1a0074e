"""The language a story is written in: as the page declares it, checked against the story's own words where
that is often wrong.
"""

from __future__ import annotations

import re

from licheck.model.page import Page
from licheck.model.zones import Zone, Zones
from licheck.patterns import pattern

_TAG = pattern(r"([a-z]{2,3})(?:[-_].*)?", re.I)
_REGION = pattern(r"[a-z]{2,3}[-_](?:[a-z]{4}[-_])?([a-z]{2})\b", re.I)
_SAMPLE = 400  # characters of the story that are looked at
_ENOUGH = 60  # below which they say nothing
_ENGLISH = (" the ", " of ", " and ", " to ", " is ", " with ", " that ", " for ")
_FEW = 2  # of those, below which a text is hardly English
# Three letters of ISO 639-3 to two of ISO 639-1, which BCP 47 prefers where there are two.
_CODES = """
afr=af amh=am ara=ar azj=az aze=az bel=be ben=bn bul=bg cat=ca ces=cs cmn=zh zho=zh cym=cy dan=da deu=de
ell=el eng=en epo=eo est=et eus=eu fas=fa pes=fa fin=fi fra=fr gle=ga glg=gl guj=gu heb=he hin=hi hrv=hr
hun=hu hye=hy ind=id isl=is ita=it jav=jv jpn=ja kan=kn kat=ka kaz=kk khm=km kor=ko lat=la lav=lv lit=lt
ltz=lb mal=ml mar=mr mkd=mk mya=my nep=ne nld=nl nob=nb nno=nn nor=no ori=or pan=pa pol=pl por=pt ron=ro
rus=ru sin=si slk=sk slv=sl sna=sn som=so spa=es sqi=sq srp=sr sun=su swa=sw swe=sv tam=ta tel=te tgl=tl
tha=th tuk=tk tur=tr ukr=uk urd=ur uzb=uz vie=vi xho=xh yid=yi yor=yo zul=zu
"""
_SHORT = dict(pair.split("=") for pair in _CODES.split())


def declared(page: Page) -> str:
    """The language that the page declares, as a primary subtag of BCP 47 in lower case; empty for none."""
    for meta in page.values("language"):
        if (hit := _TAG.fullmatch(meta.value.strip())) is not None:
            return _SHORT.get(hit[1].lower(), hit[1].lower())
    return ""


def region(page: Page) -> str:
    """The region beside it, in upper case ("US" of "en-US"); empty for none."""
    for meta in page.values("language"):
        if (hit := _REGION.match(meta.value.strip())) is not None:
            return hit[1].upper()
    return ""


def language_of(page: Page, zones: Zones) -> str:
    """The language of the story as a primary subtag of BCP 47; empty where nothing tells it.

    Templates declare English for stories in any language, so that is believed only where the words do not
    speak against it.
    """
    told = declared(page)
    if told not in ("", "en"):
        return told
    sample = _sample(page, zones)
    if len(sample) < _ENOUGH or (told and sum(word in sample for word in _ENGLISH) >= _FEW):
        return told
    from turbohtml.detect import detect_language  # needed for few pages only

    found = detect_language(sample)
    return _SHORT.get(found.language, found.language) if found.language else told


def _sample(page: Page, zones: Zones) -> str:
    """The beginning of the story."""
    pieces: list[str] = []
    size = 0
    for index in range(max(zones.first, 0), zones.last + 1):
        if zones.of[index] is Zone.ARTICLE:
            pieces.append(page.blocks[index].text)
            size += len(pieces[-1])
            if size >= _SAMPLE:
                break
    return " ".join(pieces)[:_SAMPLE]
