"""Creative Commons licences by the addresses of their deeds and of their badges."""

from __future__ import annotations

from licheck.addresses import address
from licheck.licences.value import DEDICATION, MARK, ZERO, Licence, code_of, parse
from licheck.patterns import pattern

_DEEDS = "creativecommons.org"
_BADGES = ("licensebuttons.net", "i.creativecommons.org", "mirrors.creativecommons.org", "licensebuttons.com")
_MOST = 400  # characters of an address that are read
_RETIRED = ("sampling", "sampling+", "nc-sampling+", "devnations")
_CODE = r"(?:by|nc|nd|sa)(?:-(?:nc|nd|sa)){0,2}"
_VERSION = pattern(r"[1-4]\.[0-9]")
_PORT = pattern(r"[a-z]{2}|igo|scotland")
_WHOLE_CODE = pattern(_CODE)
# The file of a badge: "by-nc-nd.svg", "cc-by-sa-4.0-88x31.png", "CC_BY-ND_icon.svg", "cc-zero.png", "by-nd.eu.png"
_BADGE = pattern(
    rf"(?:(?P<cc>cc)[ ._-]?)?(?P<code>{_CODE}|0|zero)(?:[ .-](?P<version>[1-4]\.[0-9]))?"
    r"(?:[ ._-]?(?:88x31|80x15|badge|icon|button|logo|eu|large|small|\d+x\d+|\d+px))*\.(?:svg|png|gif|jpe?g|webp)"
)
_IN_FOLDER = pattern(r"/(?:l|p|licenses|buttons|88x31|80x15)/")


def of_address(url: str) -> Licence | None:
    """The licence whose deed or legal code an address leads to, in any language of it; None for other addresses."""
    if "creativecommons" not in url[:_MOST].lower() and "spdx.org/licenses/" not in url[:_MOST].lower():
        return None
    found = address(url[:_MOST])
    if found is None:
        return None
    steps = [step for step in found.path.lower().split("/") if step]
    if found.host == "spdx.org" and len(steps) == 2:
        return parse(steps[1].removesuffix(".html").removesuffix(".json"))
    return _of_steps(steps) if found.host == _DEEDS else None


def _of_steps(steps: list[str]) -> Licence | None:
    """The licence at a path: licenses/by-nd/3.0/us/deed.fr, publicdomain/zero/1.0."""
    if len(steps) < 2 or steps[0] not in ("licenses", "licences", "publicdomain", "licence", "license"):
        return None
    code = _code(steps[1])
    if not code:
        return None
    version = steps[2] if len(steps) > 2 and _VERSION.fullmatch(steps[2]) else ""
    port = steps[3] if len(steps) > 3 and version and _PORT.fullmatch(steps[3]) else ""
    if version == "4.0" or code in (ZERO, MARK, DEDICATION):
        port = ""  # there is one form for the whole world
    return Licence(code, "" if code == DEDICATION else version, port)


def _code(step: str) -> str:
    if step in (ZERO, MARK, *_RETIRED):
        return step
    if step in ("publicdomain", "certification"):
        return DEDICATION
    return code_of(set(step.split("-"))) if _WHOLE_CODE.fullmatch(step) else ""


def of_badge(src: str) -> Licence | None:
    """The licence whose badge a picture is, by its address or its file's name; None for other pictures."""
    src = src[:_MOST].lower()
    path = src.partition("?")[0].partition("#")[0].replace("_", "-").replace("%20", "-")
    official = next((host for host in _BADGES if f"//{host}/" in src), "")
    if official and (hit := _IN_FOLDER.search(path)):
        found = _of_steps(["licenses", *filter(None, path[hit.end() :].split("/"))])
        if found:
            return found
    name = _BADGE.fullmatch(path.rpartition("/")[2])
    if not name or not (name["cc"] or official or "-" in name["code"]):
        return None
    version = name["version"] or ""
    if name["code"] in ("0", "zero"):
        return Licence(ZERO, version) if name["cc"] or official else None
    return Licence(code_of(set(name["code"].split("-"))), version)
