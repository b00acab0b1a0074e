"""`licheck logo`: what a picture looks like, as a rule file takes it; and a page that is held against it."""

import pytest

pytest.importorskip("PIL", reason="needs the extra `logos`")

from logos_pictures import DOOR_SVG, as_bytes, door

RULES = """\
id: harbour
publisher:
  name: Harbour News Service
  domains: [harbour.example]
sources:
  - address: https://harbour.example/republish
    read: 2026-11-22
    seen: full
requirements:
  - logo:
      {hashes}
"""
PAGE = """\
<!doctype html><html lang="en"><head><title>Door</title></head><body><article><h1>A door is lent</h1>
<p><img src="a1.png" alt=""></p><p>The bakery on Mill Street opened an hour late on Monday, because its door had been taken
to the smith and nobody had thought of bringing it back before the weekend.</p></article></body></html>
"""


def test_the_hash_of_a_logo_goes_into_a_rule_file_and_finds_it_again(licheck, desk):
    (desk / "logo.png").write_bytes(as_bytes(door()))
    (desk / "a1.png").write_bytes(as_bytes(door(50, ground="white"), "JPEG"))
    (desk / "page.html").write_text(PAGE)
    told = licheck("logo", "logo.png")
    assert told.code == 0
    (desk / "harbour.yaml").write_text(RULES.format(hashes=told.text.replace("\n", "\n      ")))
    ended = licheck("check", "page.html", "--rules", "harbour.yaml")
    assert ended.code == 0, ended.text
    (desk / "a1.png").unlink()
    assert "not at hand" in licheck("check", "page.html", "--rules", "harbour.yaml").text


def test_several_forms_of_a_logo_are_told_one_after_the_other(licheck, desk):
    (desk / "logo.png").write_bytes(as_bytes(door()))
    (desk / "logo.svg").write_text(DOOR_SVG)
    told = licheck("logo", "logo.png", "logo.svg").text.splitlines()
    assert told[0] == "hashes:"
    assert [line for line in told if "#" in line] == ["  # logo.png", "  # logo.svg"]


def test_what_is_no_picture_is_an_error_that_names_it(licheck, desk):
    (desk / "logo.png").write_bytes(b"no picture")
    ended = licheck("logo", "logo.png", "gone.png")
    assert (ended.code, ended.text) == (3, "")
    assert "logo.png: gives no hash: the picture's file holds no picture that can be read" in ended.err
    assert "gone.png: there is no such file" in ended.err


def test_without_a_picture_there_is_nothing_to_do(licheck):
    assert licheck("logo").code == 2
