"""Which declarations and rules of CSS hide text from a reader, and which only look as if they did."""

from __future__ import annotations

import pytest

from licheck import readers
from licheck.readers.css import hiding

_HIDE = (
    "display:none",
    "DISPLAY : none !important",
    "display:block;display:none",
    "display:none!important;display:block",
    "visibility:hidden",
    "opacity:0",
    "opacity: 0.0",
    "opacity:.01",
    "filter:opacity(0)",
    "font-size:0",
    "font-size:1px",
    "font:0/0 a",
    "left:-9999px;position:absolute",
    "position:fixed;left:-999em",
    "position:absolute;top:-200vh",
    "inset:0 auto auto -9999px",
    "transform:translateX(-9999px)",
    "transform:translate(0, -9999px)",
    "transform:scale(0)",
    "translate:-9999px",
    "scale:0",
    "text-indent:-9999px",
    "text-indent:100%;white-space:nowrap;overflow:hidden",
    "clip:rect(0 0 0 0)",
    "clip-path:inset(100%)",
    "width:1px;height:1px;overflow:hidden",
    "max-height:0;overflow:hidden",
    "color:#f4f1ea;background-color:#f4f1ea",
    "color:transparent",
    "color:rgba(10, 10, 10, 0)",
    "color:#1230",
)
_SHOW = (
    "",
    "display:none;display:block",
    "*display:none",
    "opacity:0.6",
    "opacity:0;animation:fade 1s",
    "font-size:.8em",
    "left:-15px",
    "margin-left:-1px",
    "transform:translate(-50%,-50%)",
    "text-indent:-2em",
    "height:0",
    "height:1px;overflow:hidden;padding-top:56%",
    "height:0;min-height:100px;overflow:hidden",
    "width:0;flex:1;overflow:hidden",
    "max-width:0;overflow:hidden;text-overflow:ellipsis",
    "color:#333;background:#fff",
    "background:linear-gradient(#036,#903);-webkit-background-clip:text;color:transparent",
    "color:transparent;text-shadow:0 0 2px #000",
    "border-color:transparent;background-color:transparent",
)


@pytest.mark.parametrize("style", _HIDE)
def test_it_is_not_seen(style: str) -> None:
    assert hiding(style)


@pytest.mark.parametrize("style", _SHOW)
def test_it_is_seen(style: str) -> None:
    assert hiding(style) == ""


_RULES = (
    pytest.param(":is(.k, .never) { display: none }", True, id="is"),
    pytest.param(":where(.k) { display: none } .k { display: block }", False, id="where-weighs-nothing"),
    pytest.param(".box { color: #333; & .k { display: none } }", True, id="nested"),
    pytest.param(".box { .k { display: none } }", True, id="nested-without-ampersand"),
    pytest.param(".other { .k { display: none } }", False, id="nested-in-what-is-not-there"),
    pytest.param(".k { display: none; &.open { display: block } }", True, id="nested-rule-shows-others"),
    pytest.param(".k { @media screen { display: none } }", True, id="media-within-a-rule"),
    pytest.param(".k { @media print { display: none } }", False, id="print-within-a-rule"),
    pytest.param("@media screen { .box { & > .k { opacity: 0 } } }", True, id="nested-in-media"),
    pytest.param(".box { & b { color: red } display: none }", True, id="after-a-nested-rule"),
    pytest.param(".k { color: #f4f1ea; background: #f4f1ea }", True, id="own-ground"),
    pytest.param(
        ".k { color: #abc; background: #abc } p.k { background: #000 }", False, id="another-ground-wins"
    ),
    pytest.param(".k { color: transparent }", True, id="transparent"),
    pytest.param(".k { color: transparent } p.k { color: #000 }", False, id="coloured-again"),
    pytest.param(".k { background-color:transparent; border-color: transparent }", False, id="clear-ground"),
    pytest.param(".k { transform: translateX(-9999px) }", True, id="moved"),
    pytest.param(".k { transform: translate(-50%, -50%) }", False, id="centred"),
    pytest.param(".k { width: 1px; height: 1px; overflow: hidden }", True, id="one-pixel"),
)


@pytest.mark.parametrize(("css", "hidden"), _RULES)
def test_a_rule_of_the_page_hides_a_line_or_does_not(css: str, hidden: bool) -> None:
    text = f'<!doctype html><style>{css}</style><div class="box"><p class="k">By Jane Doe</p></div>'
    page = readers.read("page.html", text.encode())
    assert [block.text for block in page.hidden] == (["By Jane Doe"] if hidden else [])
