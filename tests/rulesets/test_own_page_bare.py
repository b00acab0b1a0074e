"""A publisher's own page whose name stands only in its last line, or as the picture that leads home; and its likes."""

import pytest
from test_supplied import STORY

from licheck.edge.rule_files import rule_set
from licheck.readers import read
from licheck.rulesets.own_page import is_own_page

NAME = "Daily Caller News Foundation"
ADDRESS = "https://dailycallernewsfoundation.org/2026/doors"
HOME_LOGO = f'<header><a href="/"><img src="/logo.svg" alt="{NAME}"></a></header>'
THEIR_LOGO = f'<a href="https://dailycallernewsfoundation.org/"><img src="/dcnf-logo.svg" alt="{NAME}"></a>'


def own(above: str = "", below: str = "", head: str = "", title: str = "A door is lent") -> bool:
    page = f"""<html lang="en"><head><title>{title}</title><link rel="canonical" href="{ADDRESS}">{head}</head>
<body>{above}<article><h1>A door is lent</h1><p>By Marta Quill</p>{STORY}</article>{below}</body></html>"""
    return is_own_page(rule_set("rules/dcnf.yaml"), read("page.html", page.encode()))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param("", f"<p>{NAME}</p>", id="last line"),
        pytest.param("", f"<footer><div>{NAME}</div></footer>", id="footer"),
        pytest.param(HOME_LOGO, "", id="picture that leads home"),
    ],
)
def test_it_is_the_publishers_own(above: str, below: str) -> None:
    assert own(above, below)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param({"below": f"<p>{NAME}</p>", "head": '<meta property="og:site_name" content="Quay Post">'}, id="another site"),
        pytest.param({"below": f"<p>{NAME}</p>", "title": "A door is lent - Quay Post"}, id="another title"),
        pytest.param(
            {"below": f"<p>{NAME}</p>", "head": '<meta property="og:url" content="https://quay.example/doors">'}, id="another address"
        ),
        pytest.param({"below": f"<p>{NAME}</p><footer>© 2026 Quay Post</footer>"}, id="another last line"),
        pytest.param({"above": THEIR_LOGO}, id="the publisher's logo"),
        pytest.param({}, id="the canonical address alone"),
    ],
)  # fmt: skip
def test_it_may_be_a_republication(page: dict[str, str]) -> None:
    assert not own(**page)
