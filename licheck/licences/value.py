"""A Creative Commons licence as a value, and what its id in the SPDX list is (https://spdx.org/licenses/)."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from licheck.patterns import pattern

ZERO, MARK, DEDICATION = "zero", "mark", "publicdomain"
"""The codes of what gives up or denies all rights: CC0, the Public Domain Mark, the old dedication."""

_PARTS = ("by", "nc", "nd", "sa")  # in the order in which names and ids have them today
_GENERAL = ("1.0", "2.0", "2.5", "3.0", "4.0")
_CODES = ("by", "by-nc", "by-nc-nd", "by-nc-sa", "by-nd", "by-sa")
# The forms for one jurisdiction that the SPDX list has (version 3.27); all others have no id there.
_PORTS = {
    "by-2.5": "au",
    "by-3.0": "at au de igo nl us",
    "by-nc-3.0": "de",
    "by-nc-nd-3.0": "de igo",
    "by-nc-sa-2.0": "de fr uk",
    "by-nc-sa-3.0": "de igo",
    "by-nd-3.0": "de",
    "by-sa-2.0": "uk",
    "by-sa-2.1": "jp",
    "by-sa-3.0": "at de igo",
}
_NO_RIGHTS = {
    ZERO: ("CC0", "CC0"),
    MARK: ("CC-PDM", "Public Domain Mark"),
    DEDICATION: ("CC-PDDC", "CC PDDC"),
}
_ID = pattern(
    r"(?:licenseref-)?(?:cc[ -]?(?P<zero>0|zero|pdm|pddc)|cc[ -](?P<code>(?:by|nc|nd|sa)(?:[ -](?:nc|nd|sa)){0,2}))"
    r"(?:[ -](?P<version>[1-4]\.[0-9]))?(?:[ -](?P<port>[a-z]{2}|igo|scotland))?"
)
_OF_SIGN = {"0": ZERO, "zero": ZERO, "pdm": MARK, "pddc": DEDICATION}


class Relation(Enum):
    """How a licence that is claimed lies to the one that was granted; the value ends a sentence about the first."""

    SAME = "the same licence"
    LESS_EXACT = "the same licence, named less exactly"
    OTHER_FORM = "another version or another country's form of the licence"
    FREER = "a freer licence"
    OTHER = "another licence"


class Licence(NamedTuple):
    """A licence. `code` is as addresses have it (`by-nc-nd`), empty for one that is not named further.

    `version` is as in "4.0", `port` the jurisdiction ("us", "igo"); both are empty where they are not said.
    """

    code: str
    version: str = ""
    port: str = ""

    @property
    def id(self) -> str:
        """The id in the SPDX list; `LicenseRef-` before one of the same make where that list has none."""
        name = "-".join(filter(None, (self._sign(), self._version(), self.port.upper())))
        return name if self.is_in_spdx else f"LicenseRef-{name}"

    def _sign(self) -> str:
        return _NO_RIGHTS[self.code][0] if self.code in _NO_RIGHTS else f"CC-{self.code.upper()}".rstrip("-")

    def _version(self) -> str:
        """Of what has one version only, that one; CC-PDDC is written without."""
        if self.code in (ZERO, MARK):
            return self.version or "1.0"
        return "" if self.code == DEDICATION else self.version

    @property
    def is_in_spdx(self) -> bool:
        """Whether the SPDX list has it."""
        if self.code == DEDICATION:
            return self.port in ("", "us")
        if self.code in (ZERO, MARK):
            return self._version() == "1.0" and not self.port
        if self.port:
            return self.port in _PORTS.get(f"{self.code}-{self.version}", "").split()
        return (self.code in _CODES and self.version in _GENERAL) or (self.code, self.version) == (
            "sa",
            "1.0",
        )

    @property
    def name(self) -> str:
        """What people call it: "CC BY-ND 4.0", "CC BY-NC-ND 3.0 US", "a Creative Commons licence"."""
        if not self.code:
            return " ".join(filter(None, ("a Creative Commons licence", self.version)))
        sign = _NO_RIGHTS[self.code][1] if self.code in _NO_RIGHTS else f"CC {self.code.upper()}"
        return " ".join(filter(None, (sign, self.version, self.port.upper())))

    @property
    def address(self) -> str:
        """Its deed, without scheme, or where those of all versions begin; empty for one that is not named further."""
        if not self.code:
            return ""
        if self.code == DEDICATION:
            return "creativecommons.org/licenses/publicdomain"
        version = self.version or ("1.0" if self.code in (ZERO, MARK) else "")
        folder = "publicdomain" if self.code in (ZERO, MARK) else "licenses"
        return "/".join(filter(None, ("creativecommons.org", folder, self.code, version, self.port)))

    @property
    def gives_all(self) -> bool:
        """Whether whoever takes the work may say of it what they like."""
        return self.code in _NO_RIGHTS


def code_of(parts: set[str] | frozenset[str]) -> str:
    """The code of a licence with these parts, in their usual order: {nd, by} is "by-nd"."""
    return "-".join(part for part in _PARTS if part in parts)


def parse(name: str) -> Licence | None:
    """A licence from its SPDX id, or the short form people write ("CC BY-ND 4.0"); None for what is none."""
    hit = _ID.fullmatch(" ".join(name.lower().split()))
    if not hit:
        return None
    version, port = hit["version"] or "", hit["port"] or ""
    if hit["zero"]:
        return Licence(_OF_SIGN[hit["zero"]], version, port)
    return Licence(code_of(set(hit["code"].replace(" ", "-").split("-"))), version, port)


def relation(granted: Licence, claimed: Licence) -> Relation:
    """How a claim lies to the grant: what the claim leaves open is no contradiction."""
    if not claimed.code:
        return Relation.LESS_EXACT if granted.code else Relation.SAME
    if granted.code == claimed.code or not granted.code:
        return _by_form(granted, claimed)
    if granted.gives_all:
        return Relation.OTHER
    said = set(claimed.code.split("-"))
    lacks = set(granted.code.split("-")) - said
    if "nd" in said:
        lacks.discard("sa")  # what may not be changed at all need not be shared alike
    return Relation.FREER if claimed.gives_all or lacks else Relation.OTHER


def _by_form(granted: Licence, claimed: Licence) -> Relation:
    if claimed.version and granted.version and claimed.version != granted.version:
        return Relation.OTHER_FORM
    if claimed.version and claimed.port != granted.port and granted.version:
        return Relation.OTHER_FORM
    return Relation.SAME if claimed.version or not granted.version else Relation.LESS_EXACT
