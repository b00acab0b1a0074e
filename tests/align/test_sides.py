"""Original and republication are shown side by side: what belongs together stands together, nothing is lost."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licheck import readers
from licheck.align import sides as module
from licheck.lens import read_original, sides_of
from licheck.model.sides import Sides
from licheck.model.zones import Zone

PARAGRAPHS = (
    "The ferry to Aldersund was laid up on Monday because nobody had ordered the rope that holds it.",
    "It carries 300 people on a working day, and as many bicycles as will stand on the upper deck.",
    "Passengers walked over the old bridge, which was closed to cars in the spring of last year.",
    "The harbour office said yesterday that a rope would come by train before the end of the week.",
    "Until then a fishing boat takes the children to school, two at a time, when the wind allows it.",
)


def page(
    paragraphs: Sequence[str], title: str = "Ferry without rope", byline: str = "By Orla Quist"
) -> bytes:
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = f'<meta charset="utf-8"><title>{title}</title>'
    credit = f"<p>{byline}</p>\n" if byline else ""
    return f"<html><head>{head}</head><body><article>\n<h1>{title}</h1>\n{credit}{body}\n</article></body></html>".encode()


def shown(republished: bytes, original: bytes | None) -> Sides:
    source = read_original(readers.read("original.html", original), ()) if original else None
    return sides_of(readers.read("page.html", republished), source, ())


def texts(sides: Sides, zone: Zone = Zone.ARTICLE) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [
        (tuple(one.text for one in row.original), tuple(one.text for one in row.page))
        for row in sides.rows
        if row.zone is zone
    ]


def test_equal_paragraphs_stand_side_by_side_and_are_not_changed() -> None:
    sides = shown(page(PARAGRAPHS), page(PARAGRAPHS))
    assert texts(sides) == [((paragraph,), (paragraph,)) for paragraph in PARAGRAPHS]
    assert not any(row.changed for row in sides.rows)
    assert sides.compared
    assert not sides.left_out


def test_headline_and_credits_have_rows_of_their_own() -> None:
    sides = shown(page(PARAGRAPHS, "No rope, no ferry", byline=""), page(PARAGRAPHS))
    assert texts(sides, Zone.TITLE) == [(("Ferry without rope",), ("No rope, no ferry",))]
    assert texts(sides, Zone.TOP) == [(("By Orla Quist",), ())]
    assert [row.zone for row in sides.rows[:2]] == [Zone.TITLE, Zone.TOP]


def test_a_text_file_has_its_title_beside_the_headline() -> None:
    text = "Ferry without rope\n\nBy Orla Quist\n\n" + "\n\n".join(PARAGRAPHS) + "\n"
    source = read_original(readers.read("original.txt", text.encode()), ())
    sides = sides_of(readers.read("page.html", page(PARAGRAPHS)), source, ())
    assert texts(sides, Zone.TITLE) == [(("Ferry without rope",), ("Ferry without rope",))]


@pytest.mark.parametrize("cut", range(5))
def test_what_was_cut_stands_between_its_neighbours(cut: int) -> None:
    kept = [paragraph for number, paragraph in enumerate(PARAGRAPHS) if number != cut]
    found = texts(shown(page(kept), page(PARAGRAPHS)))
    assert [was for was, _ in found] == [(paragraph,) for paragraph in PARAGRAPHS]
    assert found[cut] == ((PARAGRAPHS[cut],), ())


def test_what_was_added_has_nothing_beside_it() -> None:
    added = "A second rope was found in the cellar of the town hall, where it had hung since the flood."
    found = texts(shown(page([*PARAGRAPHS[:3], added, *PARAGRAPHS[3:]]), page(PARAGRAPHS)))
    assert found[3] == ((), (added,))


def test_merged_and_split_paragraphs_stand_beside_what_they_were_made_of() -> None:
    merged = page([f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}", *PARAGRAPHS[2:]])
    assert texts(shown(merged, page(PARAGRAPHS)))[0][0] == PARAGRAPHS[:2]
    assert texts(shown(page(PARAGRAPHS), merged))[0][1] == PARAGRAPHS[:2]


def test_a_paragraph_that_was_moved_takes_no_others_with_it() -> None:
    moved = [PARAGRAPHS[4], PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[3]]
    sides = shown(page(moved), page(PARAGRAPHS))
    assert [was[0] for was, _ in texts(sides)] == [PARAGRAPHS[number] for number in (4, 0, 1, 2, 3)]
    assert any("moved" in note for row in sides.rows for note in row.notes)


def test_changed_words_are_marked_where_they_stand() -> None:
    changed = [paragraph.replace("300", "500").replace("yesterday", "on Monday") for paragraph in PARAGRAPHS]
    rows = shown(page(changed), page(PARAGRAPHS)).rows
    marked = [
        (one.text[mark.start : mark.end], mark.what, mark.free)
        for row in rows
        for one in (*row.original, *row.page)
        for mark in one.marks
    ]
    assert ("300", "number", False) in marked
    assert ("500", "number", False) in marked
    assert ("yesterday", "reworded", True) in marked


def test_without_an_original_there_is_one_side() -> None:
    sides = shown(page(PARAGRAPHS), None)
    assert not sides.compared
    assert [there for _, there in texts(sides)] == [(paragraph,) for paragraph in PARAGRAPHS]
    assert all(not row.original for row in sides.rows)


def test_a_page_that_is_no_republication_of_the_original_is_not_compared_with_it() -> None:
    other = [
        f"{number}. Quite another story stands here, of a bakery and of its oven." for number in range(5)
    ]
    assert not shown(page(other), page(PARAGRAPHS)).compared


def test_lines_lead_into_the_files() -> None:
    sides = shown(page(PARAGRAPHS), page(PARAGRAPHS))
    assert [row.page[0].line for row in sides.rows if row.zone is Zone.ARTICLE] == [4, 5, 6, 7, 8]


def test_what_is_too_long_is_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 450)
    sides = shown(page(PARAGRAPHS), page(PARAGRAPHS))
    assert 0 < sides.left_out < 5
    assert len(texts(sides)) == 5 - sides.left_out


@given(st.permutations(range(5)), st.sets(st.integers(0, 4), max_size=4))
def test_no_paragraph_is_lost_or_shown_twice(order: list[int], left_out: set[int]) -> None:
    there = [PARAGRAPHS[number] for number in order if number not in left_out]
    sides = shown(page(there), page(PARAGRAPHS))
    if not sides.compared:
        return
    found = texts(sides)
    assert sorted(text for was, _ in found for text in was) == sorted(PARAGRAPHS)
    assert [text for _, now in found for text in now] == there
