"""The kind `logo` where the rule set says what the logo looks like: pictures that are at hand are compared."""

import base64
import os
import sys
import time
from pathlib import Path

import pytest
from invented import Given, html, judged, rule_set
from logos_pictures import DOOR_SVG, as_bytes, door, wave

from licheck.check import check_page
from licheck.edge.jobs import Source
from licheck.edge.pictures import MOST, AtHand
from licheck.errors import RuleSetError
from licheck.logos.read import seen
from licheck.model.finding import Finding
from licheck.readers import read

NAME = "Harbour News Service"
SHOWN = f"The logo of {NAME} is shown."
PNG = as_bytes(door(60))
HASHES = f'hashes: ["{seen(as_bytes(door())).looks[0]}", "{seen(DOOR_SVG.encode()).looks[0]}"]'
EXACTLY = f"{HASHES}\nexactly: true"
FILES = {
    "a1.png": PNG,
    "a1.jpg": as_bytes(door(60, ground="white"), "JPEG", quality=50),
    "tiny.png": as_bytes(door(7)),
    "door.svg": DOOR_SVG.encode(),
    "wave.png": as_bytes(wave(60)),
    "4711.png": as_bytes(wave(60)),
    "broken.png": PNG[:90],
    "sub/a2.png": PNG,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with pictures; its page goes beside them. Another picture lies above it."""
    (tmp_path / "4714.png").write_bytes(PNG)
    here = tmp_path / "site"
    for name, data in FILES.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_bytes(data)
    return here


def judge(folder: Path, page: str, options: str = HASHES, name: str = "page.html") -> Finding:
    path = folder / name
    path.write_bytes(page.encode())
    source = Source(str(path))
    report = check_page(
        read(str(path), page.encode()),
        [rule_set("logo", options)],
        chosen_by="the test",
        pictures=AtHand(source),
    )
    (finding,) = report.findings
    return finding


def picture(src: str, rest: str = 'alt=""') -> str:
    return html(f'<img src="{src}" {rest}>')


DATA = "data:image/png;base64," + base64.b64encode(PNG).decode()
AS_TEXT = "data:image/svg+xml," + DOOR_SVG.replace("<", "%3C").replace(">", "%3E").replace('"', "%22")
INLINE = html(DOOR_SVG.replace(' xmlns="http://www.w3.org/2000/svg"', ""))
SHOWING = [
    pytest.param(picture("a1.png"), id="a file beside the page"),
    pytest.param(picture("a1.jpg?v=3"), id="a JPEG of quality 50"),
    pytest.param(picture("./sub/a2.png"), id="a file in a folder beside the page"),
    pytest.param(picture("door.svg"), id="an SVG"),
    pytest.param(picture(DATA), id="a data address"),
    pytest.param(picture(AS_TEXT), id="a data address of an SVG"),
    pytest.param(INLINE, id="drawn in the page"),
    pytest.param(html(below='<div><img src="a1.png" alt=""></div>'), id="elsewhere on the page"),
]


@pytest.mark.parametrize("page", SHOWING)
def test_a_picture_that_shows_the_logo_counts_whatever_it_is_called(folder: Path, page: str) -> None:
    finding = judge(folder, page)
    assert (finding.verdict.value, finding.reason) == ("passed", SHOWN)
    assert finding.evidence[0].note == "it shows the logo"


def test_a_picture_in_an_archive_is_compared(folder: Path) -> None:
    body = picture("https://quay.example/a1.png")
    archive = (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=cut\n\n"
        f"--cut\nContent-Type: text/html\nContent-Location: https://quay.example/\n\n{body}\n"
        "--cut\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
        f"Content-Location: https://quay.example/a1.png\n\n{base64.encodebytes(PNG).decode()}\n--cut--\n"
    )
    finding = judge(folder, archive, name="page.mhtml")
    assert (finding.verdict.value, finding.reason) == ("passed", SHOWN)


OTHERWISE = [
    pytest.param(
        picture("wave.png", f'alt="{NAME} logo"'),
        HASHES,
        ("cant-tell", "but it shows something else than the logo that the rule set knows"),
        id="named like the logo, showing something else: a doubt",
    ),
    pytest.param(
        picture("wave.png", f'alt="{NAME} logo"'),
        EXACTLY,
        ("failed", "but it shows something else than the logo that the rule set knows"),
        id="named like the logo, showing something else, where it has one form: failed",
    ),
    pytest.param(
        picture("4711.png"), HASHES, ("cant-tell", "file name says nothing: 4711.png"), id="another picture without a name: a doubt"
    ),
    pytest.param(picture("4711.png"), EXACTLY, ("failed", "is not shown"), id="...that fails where it has one form"),
    pytest.param(
        picture("tiny.png", f'alt="{NAME} logo"'),
        HASHES,
        ("failed", "21 x 7 pixels: a site icon"),
        id="a site icon by the size of its file",
    ),
    pytest.param(
        picture("gone.png", f'alt="{NAME} logo"'),
        HASHES,
        ("passed", "by its name: the picture is not at hand"),
        id="named like the logo, not at hand",
    ),
    pytest.param(
        picture("broken.png", f'alt="{NAME} logo"'),
        HASHES,
        ("passed", "by its name: the picture's file is damaged"),
        id="named like the logo, damaged",
    ),
    pytest.param(
        picture("4719.png"), HASHES, ("cant-tell", "the picture is not at hand"), id="without a name, not at hand"
    ),
    pytest.param(picture("../4714.png"), HASHES, ("cant-tell", "not at hand"), id="outside the page's folder"),
    pytest.param(picture("%2e%2e/4714.png"), HASHES, ("cant-tell", "not at hand"), id="outside, escaped"),
    pytest.param(
        picture("a1.png", 'alt="" hidden'), HASHES, ("failed", "is not shown"), id="hidden"
    ),
    pytest.param(
        picture("a1.png"), f"{HASHES}\nwanted: false", ("failed", "the publisher forbids it"), id="forbidden and shown"
    ),
    pytest.param(
        picture("wave.png"), f"{HASHES}\nwanted: false", ("passed", "The logo is not shown"), id="forbidden, another one"
    ),
    pytest.param(
        picture("a1.png"), f"{HASHES}\nmedium: print", ("inapplicable", "Asked for print only"), id="another medium"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("page", "options", "comes_out"), OTHERWISE)
def test_what_comes_out_otherwise(folder: Path, page: str, options: str, comes_out: tuple[str, str]) -> None:
    finding = judge(folder, page, options)
    assert finding.verdict.value == comes_out[0]
    assert comes_out[1] in finding.reason


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_that_leads_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder / "4712.png").symlink_to(folder.parent / "4714.png")
    assert "not at hand" in judge(folder, picture("4712.png")).reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_beside_the_page_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "4713.png")
    assert "not at hand" in judge(folder, picture("4713.png")).reason


def test_a_page_of_ten_thousand_pictures_costs_a_bounded_time(folder: Path) -> None:
    page = html("".join(f'<img src="{at}.png" alt="">' for at in range(10_000)))
    started = time.process_time()
    assert judge(folder, page).verdict.value == "cant-tell"
    assert time.process_time() - started < 5
    for at in range(MOST + 5):
        (folder / f"{at}.png").write_bytes(FILES["wave.png"])
    last = html("".join(f'<img src="{at}.png" alt="">' for at in range(MOST)) + '<img src="a1.png" alt="">')
    assert judge(folder, last).verdict.value == "cant-tell"  # the logo is behind as many as are looked at


def test_without_pillow_the_name_decides_and_the_report_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    install = "Pillow is not installed (`pip install pillow resvg-py`)"
    named, unnamed = judge(folder, picture("a1.png", f'alt="{NAME} logo"')), judge(folder, picture("a1.png"))
    assert (named.verdict.value, named.reason) == (
        "passed", f"The logo of {NAME} is shown, by its name: the pictures cannot be compared: {install}."
    )  # fmt: skip
    assert unnamed.verdict.value == "cant-tell"
    assert install in unnamed.reason


def test_a_rule_without_hashes_looks_at_no_picture(folder: Path) -> None:
    def looks(*_: object) -> None:
        raise AssertionError("a picture was looked at")

    page = read("page.html", picture("a1.png").encode())
    check_page(page, [rule_set("logo")], chosen_by="the test", pictures=looks)


@pytest.mark.parametrize(
    "src",
    [
        "/favicon-96.png",
        "/apple-touch-icon.png",
        "/i/harbour-news-service-favicon.svg",
        "/hns-logo-20x20.png",
    ],
)
def test_a_site_icon_is_known_by_its_name(src: str) -> None:
    finding = judged("logo", Given(html(f'<img src="{src}" alt="{NAME}">')))
    assert finding.verdict.value == "failed"
    assert "site icon" in finding.reason


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(
            "hashes: [abc]",
            "abc in `hashes` is no picture's hash; make one with `licheck logo FILE`",
            id="no hash",
        ),
        pytest.param("exactly: true", "`exactly` needs `hashes`", id="exactly what?"),
    ],
)
def test_a_rule_that_says_nothing_is_refused(options: str, said: str) -> None:
    with pytest.raises(RuleSetError, match=said):
        judged("logo", Given(html(), options))
