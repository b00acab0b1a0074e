"""A licence and its id in the SPDX list, held against that list as `license-expression` carries it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from license_expression import get_license_index

from licheck.licences.value import Licence, Relation, parse, relation
from licheck.licences.vocabulary import CODES

SPDX = sorted(
    entry["spdx_license_key"]
    for entry in get_license_index()
    if str(entry.get("spdx_license_key", "")).startswith(("CC-BY", "CC-SA", "CC0", "CC-PD"))
)
EVERY_CODE = ("by", "by-nc", "by-nc-nd", "by-nc-sa", "by-nd", "by-sa", "sa", "nd", "nc")
VERSIONS = ("", "1.0", "2.0", "2.1", "2.5", "3.0", "4.0")
LICENCES = st.builds(
    Licence, st.sampled_from(EVERY_CODE), st.sampled_from(VERSIONS[1:]), st.sampled_from(("", *CODES))
)


@pytest.mark.parametrize("spdx", SPDX)
def test_every_creative_commons_id_of_the_list_is_read_and_written_back(spdx):
    licence = parse(spdx)
    assert licence is not None
    assert licence.is_in_spdx
    assert licence.id == spdx


def test_no_other_id_passes_for_one_of_the_list():
    made = (Licence(*each) for each in product(EVERY_CODE, VERSIONS, ("", "igo", "scotland", *CODES)))
    ours = {licence.id for licence in made if licence.is_in_spdx}
    assert sorted(ours) == [spdx for spdx in SPDX if not spdx.startswith(("CC0", "CC-PD"))]


@given(LICENCES)
def test_an_id_is_read_back_whether_the_list_has_it_or_not(licence):
    assert parse(licence.id) == licence
    assert licence.id.startswith("LicenseRef-") != licence.is_in_spdx


@pytest.mark.parametrize(
    ("written", "spdx", "name"),
    [
        pytest.param(
            "CC-BY-NC-ND-3.0-US",
            "LicenseRef-CC-BY-NC-ND-3.0-US",
            "CC BY-NC-ND 3.0 US",
            id="no id in the list",
        ),
        pytest.param("CC BY-ND 4.0", "CC-BY-ND-4.0", "CC BY-ND 4.0", id="as people write it"),
        pytest.param(
            "cc-by-nd-nc-1.0", "CC-BY-NC-ND-1.0", "CC BY-NC-ND 1.0", id="in the order of version 1.0"
        ),
        pytest.param("CC0-1.0", "CC0-1.0", "CC0 1.0", id="CC0"),
        pytest.param("CC-PDDC", "CC-PDDC", "CC PDDC", id="the old dedication"),
    ],
)
def test_what_an_id_and_a_name_look_like(written, spdx, name):
    licence = parse(written)
    assert licence is not None
    assert (licence.id, licence.name) == (spdx, name)


@pytest.mark.parametrize(
    "text", ["", "CC", "MIT", "BY-ND", "CC BY-ND four", "CC-BY-ND-4.0 or so", "CC-XX-4.0"]
)
def test_what_is_no_id_is_no_licence(text):
    assert parse(text) is None


@pytest.mark.parametrize(
    ("granted", "claimed", "how"),
    [
        pytest.param("CC BY-ND 4.0", "CC BY-ND 4.0", Relation.SAME, id="itself"),
        pytest.param("CC BY-ND", "CC BY-ND 4.0", Relation.SAME, id="any version was granted"),
        pytest.param("CC BY-ND 4.0", "CC BY-ND", Relation.LESS_EXACT, id="without the version"),
        pytest.param("CC BY-ND 4.0", "CC BY-ND 3.0", Relation.OTHER_FORM, id="another version"),
        pytest.param("CC BY-ND 3.0", "CC BY-ND 3.0 US", Relation.OTHER_FORM, id="another country's"),
        pytest.param("CC BY-ND 4.0", "CC BY 4.0", Relation.FREER, id="changes allowed"),
        pytest.param("CC BY-NC 4.0", "CC BY-ND 4.0", Relation.FREER, id="sale allowed"),
        pytest.param(
            "CC BY-SA 4.0", "CC BY-NC-ND 4.0", Relation.OTHER, id="stricter, though it is not shared alike"
        ),
        pytest.param("CC BY-SA 4.0", "CC BY 4.0", Relation.FREER, id="without the same conditions"),
        pytest.param("CC BY 4.0", "CC0", Relation.FREER, id="no attribution asked for"),
        pytest.param("CC BY 4.0", "CC BY-NC 4.0", Relation.OTHER, id="stricter"),
        pytest.param("CC0", "CC BY 4.0", Relation.OTHER, id="stricter than none"),
    ],
)
def test_how_a_claim_lies_to_the_grant(granted, claimed, how):
    ours, theirs = parse(granted), parse(claimed)
    assert ours is not None
    assert theirs is not None
    assert relation(ours, theirs) is how


def test_a_creative_commons_licence_without_its_name_contradicts_none():
    assert relation(Licence("by-nd", "4.0"), Licence("")) is Relation.LESS_EXACT


@given(LICENCES, LICENCES)
def test_a_licence_is_never_freer_than_itself_nor_two_freer_than_each_other_by_what_they_forbid(one, other):
    assert relation(one, one) is Relation.SAME
    if set(one.code.split("-")) < set(other.code.split("-")):
        assert (relation(other, one), relation(one, other)) == (Relation.FREER, Relation.OTHER)
