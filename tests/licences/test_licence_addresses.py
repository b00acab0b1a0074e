"""Licences by the addresses of deeds and badges, and which addresses only look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck.licences.addresses import of_address, of_badge
from licheck.licences.value import Licence

ADDRESSES = [
    pytest.param("https://creativecommons.org/licenses/by-nd/4.0/", "CC-BY-ND-4.0", id="the deed"),
    pytest.param(
        "http://www.creativecommons.org/licenses/by-nd/4.0", "CC-BY-ND-4.0", id="http, www, no end slash"
    ),
    pytest.param("//creativecommons.org/licenses/by-nd/4.0/", "CC-BY-ND-4.0", id="without scheme"),
    pytest.param("HTTPS://CreativeCommons.org/licenses/BY-ND/4.0/", "CC-BY-ND-4.0", id="capitals"),
    pytest.param(
        "https://creativecommons.org/licenses/by-nd/4.0/deed.pt-br", "CC-BY-ND-4.0", id="in a language"
    ),
    pytest.param(
        "https://creativecommons.org/licenses/by-nd/4.0/legalcode.de#s2", "CC-BY-ND-4.0", id="legal code"
    ),
    pytest.param(
        "https://creativecommons.org/licenses/by-nd/4.0/?ref=chooser-v1",
        "CC-BY-ND-4.0",
        id="from the chooser",
    ),
    pytest.param("https://creativecommons.org/licenses/by/4.0/nl/", "CC-BY-4.0", id="4.0 has no countries"),
    pytest.param(
        "https://creativecommons.org/licenses/by-nc-nd/3.0/us/",
        "LicenseRef-CC-BY-NC-ND-3.0-US",
        id="a country",
    ),
    pytest.param(
        "https://creativecommons.org/licenses/by/3.0/de/deed.en", "CC-BY-3.0-DE", id="a country in a language"
    ),
    pytest.param(
        "https://creativecommons.org/licenses/by/3.0/igo/", "CC-BY-3.0-IGO", id="for organisations of states"
    ),
    pytest.param(
        "https://creativecommons.org/licenses/by-nd-nc/1.0/", "CC-BY-NC-ND-1.0", id="the order of 1.0"
    ),
    pytest.param("https://creativecommons.org/licenses/by-nd/", "LicenseRef-CC-BY-ND", id="no version"),
    pytest.param("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0", id="CC0"),
    pytest.param("https://creativecommons.org/publicdomain/mark/1.0/deed.fr", "CC-PDM-1.0", id="the mark"),
    pytest.param("https://creativecommons.org/licenses/publicdomain/", "CC-PDDC", id="the old dedication"),
    pytest.param("https://spdx.org/licenses/CC-BY-ND-4.0.html", "CC-BY-ND-4.0", id="the SPDX list"),
    pytest.param("https://creativecommons.org/", None, id="the home page"),
    pytest.param("https://creativecommons.org/licenses/", None, id="all licences"),
    pytest.param("https://creativecommons.org/about/cclicenses/", None, id="about them"),
    pytest.param(
        "https://creativecommons.org.example/licenses/by/4.0/", None, id="a host that begins like it"
    ),
    pytest.param("https://example.org/?u=creativecommons.org/licenses/by/4.0/", None, id="in a query"),
    pytest.param("https://example.org/licenses/by/4.0/", None, id="somebody else's"),
    pytest.param("creativecommons.org/licenses/by/4.0/", None, id="a relative path"),
    pytest.param("https://creativecommons.org/licenses/by-xx/4.0/", None, id="no such licence"),
    pytest.param("http://[creativecommons.org/licenses/by/4.0", None, id="broken"),
]


@pytest.mark.parametrize(("url", "spdx"), ADDRESSES)
def test_an_address_is_that_of_a_licence_or_none(url, spdx):
    licence = of_address(url)
    assert (licence.id if licence else None) == spdx


BADGES = [
    pytest.param("https://licensebuttons.net/l/by-nd/4.0/88x31.png", "CC-BY-ND-4.0", id="the official one"),
    pytest.param(
        "https://i.creativecommons.org/l/by-nd/3.0/au/80x15.png",
        "LicenseRef-CC-BY-ND-3.0-AU",
        id="a country's",
    ),
    pytest.param("https://licensebuttons.net/p/zero/1.0/88x31.png", "CC0-1.0", id="CC0"),
    pytest.param(
        "https://mirrors.creativecommons.org/presskit/buttons/88x31/svg/by-nd.eu.svg",
        "LicenseRef-CC-BY-ND",
        id="press kit",
    ),
    pytest.param("/img/cc-by-nd-4.0-88x31.png?v=2", "CC-BY-ND-4.0", id="a copy"),
    pytest.param("/img/CC_BY-ND_icon.svg", "LicenseRef-CC-BY-ND", id="a copy of another make"),
    pytest.param("/img/by-nc-nd.svg", "LicenseRef-CC-BY-NC-ND", id="a copy under its code"),
    pytest.param("/img/by.png", None, id="a name that says too little"),
    pytest.param("/img/zero.png", None, id="zero of whatever"),
    pytest.param("/img/standby-nd.png", None, id="a name that ends so"),
    pytest.param("/img/harbour.jpg", None, id="a photograph"),
    pytest.param("", None, id="nothing"),
]


@pytest.mark.parametrize(("src", "spdx"), BADGES)
def test_a_picture_is_a_badge_or_none(src, spdx):
    licence = of_badge(src)
    assert (licence.id if licence else None) == spdx


@given(
    st.sampled_from(("by", "by-nc", "by-nd", "by-sa", "by-nc-nd", "by-nc-sa")),
    st.sampled_from(("2.0", "2.5", "3.0")),
    st.sampled_from(("", "us", "de", "igo", "scotland")),
    st.sampled_from(("", "/", "/deed.en", "/legalcode", "/rdf")),
)
def test_a_licence_is_known_by_its_own_address(code, version, port, rest):
    licence = Licence(code, version, port)
    assert of_address(f"https://{licence.address}{rest}") == licence


@given(st.text())
def test_any_address_is_read_without_a_fault(text):
    of_address(f"https://creativecommons.org/licenses/{text}")
    of_badge(f"https://licensebuttons.net/l/{text}")
