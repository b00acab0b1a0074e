"""Two addresses of one page are the same address; an address that only looks like another is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.addresses import Address, address, is_on, is_shortened

STORY = "https://harbour.example/clock/4711"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("http://harbour.example/clock/4711", id="without tls"),
        pytest.param("HTTPS://Harbour.EXAMPLE/clock/4711", id="scheme and host in capitals"),
        pytest.param("//harbour.example/clock/4711", id="without a scheme"),
        pytest.param("https://www.harbour.example/clock/4711", id="www"),
        pytest.param("https://m.harbour.example/clock/4711", id="mobile twin"),
        pytest.param("https://amp.harbour.example/clock/4711", id="AMP twin by host"),
        pytest.param("https://harbour.example/clock/4711/amp", id="AMP twin by path"),
        pytest.param("https://harbour.example/clock/4711/amp/", id="AMP twin with an end slash"),
        pytest.param("https://harbour.example/clock/4711.amp", id="AMP twin by suffix"),
        pytest.param("https://harbour.example/clock/4711?amp=1", id="AMP twin by parameter"),
        pytest.param(
            "https://harbour-example.cdn.ampproject.org/c/s/harbour.example/clock/4711", id="AMP cache"
        ),
        pytest.param(
            "https://www.google.com/amp/s/harbour.example/clock/4711/amp/", id="AMP by way of a search"
        ),
        pytest.param("https://harbour.example/clock/4711/index.html", id="index page"),
        pytest.param("https://harbour.example/clock/4711/", id="end slash"),
        pytest.param("https://harbour.example/clock/4711#comments", id="fragment"),
        pytest.param("https://harbour.example./clock/4711", id="the root's point"),
        pytest.param("https://harbour.example:443/clock/4711", id="the usual port"),
        pytest.param("https://harbour.example/cl%6Fck/4711", id="letters written as percent"),
        pytest.param("  https://harbour.example/clock/4711\n", id="white space around it"),
        pytest.param("https://harbour.example/clock/4711?utm_source=x&utm_medium=y", id="campaign"),
        pytest.param("https://harbour.example/clock/4711?fbclid=abc", id="from Facebook"),
        pytest.param(
            "https://harbour.example/clock/4711?mc_cid=1&mtm_kwd=2&_hsenc=3", id="from a newsletter"
        ),
        pytest.param("https://harbour.example/clock/4711?ref=rss&source=mail", id="where a reader came from"),
        pytest.param(
            "https://www.google.com/url?q=https://harbour.example/clock/4711&sa=D&source=editors&ust=17600",
            id="copied out of an online document",
        ),
        pytest.param(
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fharbour.example%2Fclock%2F4711%3Ffbclid%3DIw&h=AT",
            id="copied out of a social network",
        ),
        pytest.param(
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fharbour.example%2Fclock%2F4711&data=05",
            id="copied out of a mail",
        ),
    ],
)
def test_the_same_page_has_one_address(other):
    assert address(other) == address(STORY)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("https://harbour.example/clock/471", id="another number"),
        pytest.param("https://harbour.example/Clock/4711", id="another case in the path"),
        pytest.param("https://harbour.example/clock/4711?page=2", id="another page of it"),
        pytest.param("https://harbour.example/clock/4711?reference=7", id="a parameter that begins like ref"),
        pytest.param("https://harbour.example/clock/4711?shareid=7", id="a parameter that begins like share"),
        pytest.param("https://harbour.example/clock/4711?sources=7", id="a parameter that begins like source"),
        pytest.param("https://harbour.example/clock/4711?ampere=7", id="a parameter that begins like amp"),
        pytest.param("https://news.harbour.example/clock/4711", id="another host below it"),
        pytest.param("https://harbour.example.evil.example/clock/4711", id="a host that begins so"),
        pytest.param("https://notharbour.example/clock/4711", id="a host that ends so"),
        pytest.param("https://harbour.example@evil.example/clock/4711", id="a user name that looks like a host"),
        pytest.param("https://evil.example/https://harbour.example/clock/4711", id="an address in a path"),
        pytest.param("https://evil.example/?u=https://harbour.example/clock/4711", id="an address in a query"),
        pytest.param("https://hаrbour.example/clock/4711", id="a letter of another script"),
    ],
)  # fmt: skip
def test_another_page_has_another_address(other):
    assert address(other) not in (None, address(STORY))


@pytest.mark.parametrize(
    "text",
    ["", " ", "/clock/4711", "clock.html", "#top", "?page=2", "mailto:a@harbour.example", "javascript:void(0)",
     "ftp://harbour.example/x", "data:text/html,x", "https://", "https:///x", "http://[::1", "{url}", "harbour.example"],
)  # fmt: skip
def test_what_is_no_web_address_has_none(text):
    assert address(text) is None
    assert not is_on(text, ("harbour.example",))


def test_parameters_are_compared_in_any_order():
    assert address("https://a.example/?id=7&lang=en") == address("https://a.example/?utm_id=1&lang=en&id=7")
    assert address("https://a.example/?id=7") != address("https://a.example/?id=")
    assert address("https://a.example/?id=") != address("https://a.example/")


def test_a_host_in_other_letters_is_its_punycode():
    assert address("https://bücher.example/x") == address("https://xn--bcher-kva.example/x")
    assert address("https://BÜCHER.example/x") == address("https://xn--bcher-kva.example/x")
    assert address("https://bücher.example/x") != address("https://bucher.example/x")


@pytest.mark.parametrize(
    ("url", "is_home"),
    [
        pytest.param("https://harbour.example", True, id="no path"),
        pytest.param("https://harbour.example/", True, id="a slash"),
        pytest.param("https://harbour.example/index.html", True, id="its file"),
        pytest.param("https://harbour.example/us", True, id="of a country"),
        pytest.param("https://harbour.example/en-GB/", True, id="of a language"),
        pytest.param("https://harbour.example/?utm_source=x", True, id="with a campaign"),
        pytest.param("https://harbour.example/town", False, id="a section"),
        pytest.param("https://harbour.example/?p=4711", False, id="a story by number"),
        pytest.param(STORY, False, id="a story"),
    ],
)
def test_a_front_page_is_told_from_a_story(url, is_home):
    found = address(url)
    assert found and found.is_home is is_home


@pytest.mark.parametrize(
    ("url", "domain", "on"),
    [
        pytest.param(STORY, "harbour.example", True, id="the domain"),
        pytest.param(STORY, "www.Harbour.Example ", True, id="the domain, however it is written"),
        pytest.param("https://news.harbour.example/x", "harbour.example", True, id="below it"),
        pytest.param("https://www.harbour.example/", "harbour.example", True, id="www"),
        pytest.param("https://notharbour.example/", "harbour.example", False, id="ends so"),
        pytest.param("https://harbour.example.evil.example/", "harbour.example", False, id="begins so"),
        pytest.param("https://evil.example/harbour.example", "harbour.example", False, id="in the path"),
        pytest.param("https://harbour.example@evil.example/", "harbour.example", False, id="as a user name"),
        pytest.param("https://harbour.example/au/clock", "harbour.example/au", True, id="in a part of it"),
        pytest.param("https://harbour.example/au", "harbour.example/au", True, id="the part itself"),
        pytest.param("https://harbour.example/austria", "harbour.example/au", False, id="a part that begins so"),
        pytest.param("https://harbour.example/nz/au", "harbour.example/au", False, id="another part"),
    ],
)  # fmt: skip
def test_an_address_is_on_a_domain_or_not(url, domain, on):
    assert is_on(url, (domain,)) is on
    assert is_on(url, ("other.example", domain)) is on


def test_a_thousand_parameters_are_not_sorted():
    many = "https://a.example/x?" + "&".join(f"k{number}=1" for number in range(1_000))
    assert address(many) == Address("a.example", "/x", "")


PIECES = st.sampled_from(
    [
        *(
            "http://",
            "https://",
            "//",
            "www.",
            "a.example",
            "bücher.example",
            "xn--",
            ":80",
            ":x",
            "/",
            "/amp",
        ),
        *(".amp", "?", "&", "=", "utm_", "id=7", "#", "%", "%20", "%ff", "@", "[", "]", "::1", ".", " "),
        *("\u200b", "\0", "é", "\ud800"),
    ]
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_any_text_has_an_address_or_none(text):
    found = address(text)
    is_on(text, ("a.example", "a.example/amp"))
    if found is not None:
        assert found.host
        assert not found.path.endswith("/")
        again = address(f"https://{found.host}{found.path}")
        assert again is None or again.host in (found.host, found.host.removeprefix("www."))


@pytest.mark.parametrize(
    ("url", "is_short"),
    [
        pytest.param("https://t.co/Ab1", True, id="a short address"),
        pytest.param(
            "https://quay.us1.list-manage.com/track/click?u=1&id=2", True, id="a click in a newsletter"
        ),
        pytest.param("https://t.co/", False, id="the service itself"),
        pytest.param("https://harbour.example/t.co/Ab1", False, id="its name in a path"),
        pytest.param(STORY, False, id="a story"),
    ],
)
def test_short_addresses_hide_another(url, is_short):
    assert is_shortened(url) is is_short
