"""Changes are looked for part by part: whoever asks for some kinds gets those that all changes would have held."""

import pytest
from pairs import original_of, page_of, zones_of

from licheck.align import changes as module
from licheck.align.blocks import align
from licheck.align.changes import Finder, changes
from licheck.model.change import ChangeKind, Changes, of_kinds, words_lost
from licheck.model.page import Image, Link

STORY = [
    "The council of Saltmere voted on Tuesday to close the harbour baths.",
    "“We had no money left,” said Ada Finch, who chairs the council.",
    "The baths opened in 1931, and 40,000 people swam there last year.",
]
EDITED = [
    "The council of Saltmere decided on Tuesday to close the harbour baths.",
    "“We had no money left,” said Ada Finch, who chairs the council.",
    "The baths opened in 1932, and 40,000 people swam there last year.",
]


def pair():
    """What the changes of the edited story are found by: page, original, alignment, zones."""
    link = Link("https://a.example/baths", "harbour baths", 0, 54, 67, 0)
    picture = Image("/pictures/harbour-baths.jpg", "Swimmers in the harbour baths", "", 1, 0, 0)
    original, page = page_of(STORY, links=[link], images=[picture]), page_of(EDITED)
    alignment = align([block.text for block in page.blocks], dict(enumerate(STORY)))
    return page, original_of(original), alignment, zones_of(page)


@pytest.mark.parametrize("kind", [*ChangeKind])
def test_one_kind_alone_is_what_all_changes_have_of_it(kind):
    assert of_kinds(Finder(*pair()).of((kind,)), (kind,)) == of_kinds(changes(*pair()), (kind,))


def test_all_kinds_together_are_all_changes_in_their_order():
    whole = changes(*pair())
    assert {ChangeKind.REWORDED, ChangeKind.NUMBER, ChangeKind.LINK_LOST, ChangeKind.IMAGE_LOST} <= {
        change.kind for change in whole
    }
    one = Finder(*pair())
    parts = [one.of((kind,)) for kind in ChangeKind]
    assert {*whole} == {change for part in parts for change in part}
    assert one.of(frozenset(ChangeKind)) == whole


def test_who_asks_for_words_does_not_pay_for_links_and_pictures(monkeypatch):
    def never(*_):
        raise AssertionError

    for name in ("link_changes", "image_changes", "embed_changes"):
        monkeypatch.setattr(module, name, never)
    assert Finder(*pair()).of((ChangeKind.REWORDED, ChangeKind.CUT))


def test_changes_are_found_when_they_are_asked_for():
    asked = []

    def find(kinds):
        asked.append(frozenset(kinds))
        return ()

    later = Changes(find)
    assert asked == []
    assert words_lost(later) == 0
    assert ChangeKind.LINK_LOST not in asked[0]
    assert len(later) == 0
    assert list(later) == []
    assert asked[1:] == [frozenset(ChangeKind)]
