"""Which settings hold for a page, and where each comes from."""

import pytest
from settings_desk import file

from licheck.settings.effective import effective, grants

OWN = file(
    """\
fail_on: should
republications: [stories/**]
sections:
  - files: [stories/**]
    medium: print
    rules: [a]
  - files: [stories/air/**]
    medium: broadcast
""",
    "site/licheck.yaml",
    "/desk/site",
)
BASE = file(
    """\
fail_on: cant-tell
profile: nonprofit
sections:
  - files: [site/**]
    profile: public
waivers:
  - {requirement: logo, reason: x, by: y, until: 2027-01-31, path: site/a.md}
""",
    "licheck.yaml",
    "/desk",
)


def told(page, *keys):
    found = effective([OWN, BASE], page)
    return [(getattr(found, key), found.origins[key]) for key in keys]


def test_the_nearest_file_wins_and_what_it_extends_fills_in():
    assert told("/desk/site/other.md", "fail_on", "profile", "medium") == [
        ("should", "site/licheck.yaml:1"),
        ("public", "licheck.yaml:5 (section site/**)"),
        ("online", "default"),
    ]


def test_sections_win_over_what_stands_outside_and_the_last_one_over_the_others():
    assert told("/desk/site/stories/a.md", "medium", "rules") == [
        ("print", "site/licheck.yaml:5 (section stories/**)"),
        (("a",), "site/licheck.yaml:6 (section stories/**)"),
    ]
    assert told("/desk/site/stories/air/a.md", "medium", "rules") == [
        ("broadcast", "site/licheck.yaml:8 (section stories/air/**)"),
        (("a",), "site/licheck.yaml:6 (section stories/**)"),
    ]


@pytest.mark.parametrize(
    ("page", "declared"),
    [
        ("/desk/site/stories/a.md", "site/licheck.yaml:2 (stories/**)"),
        ("/desk/site/a.md", ""),
        ("/elsewhere/stories/a.md", ""),
    ],
)
def test_a_republication_is_what_the_globs_name(page, declared):
    assert effective([OWN, BASE], page).declared == declared


def test_the_waivers_of_all_files_add_up_with_their_lines():
    (grant,) = grants([OWN, BASE])
    assert (grant.waiver.path, grant.waiver.line, grant.folder, grant.glob) == (
        "licheck.yaml",
        7,
        "/desk",
        "site/a.md",
    )
