"""Names in boxes of other things are no bylines, wherever the boxes stand; those of the story's own lines are."""

from __future__ import annotations

import pytest

from licheck import readers
from licheck.credits.look import look_for
from licheck.model.zones import Zone
from licheck.zones.by_form import zones_by_form

_STORY = (
    "The pier at Saltmere was closed in November, when a storm tore at its piles and left the last of its lamps in the water.",
    "Repairs cost twice what the board had set aside, and the rest came from a fund for the widows of pilots, which has none.",
    "Boats now call every second hour, and the fare stays where it was until the end of the year, the harbour master said today.",
)
_T = "Ferry fares to rise a dime in spring"
_CASES = (
    pytest.param("top", "<p>By Jane Doe</p>", True, id="byline"),
    pytest.param("top", "<div><p>Jane Doe</p><p>Fenland News</p><p>Nov. 3, 2026</p></div>", True, id="stacked"),
    pytest.param("top", '<div><img src="/a.png"><span>Jane Doe</span></div>', True, id="avatar"),
    pytest.param("top", '<p><a href="/author/jane">Jane Doe</a> <a href="/author/mark">Mark Hill</a></p>', True, id="linked"),
    pytest.param("top", f'<div class="m"><a href="/s/1">{_T}</a><p>By Jane Doe</p></div>', False, id="card"),
    pytest.param("top", f'<div><span>Jane Doe</span><h3><a href="/s/1">{_T}</a></h3></div>', False, id="card-name-first"),
    pytest.param("top", "<div><h4>Neighbours</h4><ul><li>Mark Hill</li><li>Jane Doe</li></ul></div>", False, id="list"),
    pytest.param("top", "<div><p>“Nobody asked us before.”</p><p>Jane Doe</p></div>", False, id="quotation"),
    pytest.param("top", "<div><p>Houses on the bay</p><p>Jane Doe</p><p>555-0142</p></div>", False, id="advert"),
    pytest.param("top", "<div><p>Fog until noon</p><p>Forecast: Jane Doe</p></div>", False, id="label"),
    pytest.param("bottom", "<p>– Jane Doe</p>", True, id="signed"),
    pytest.param("bottom", "<div><h4>About the author</h4><p>Jane Doe covers the coast.</p></div>", True, id="biography"),
    pytest.param("bottom", '<ul><li><a href="/t/1">Coast</a></li></ul><div><h4>Jane Doe</h4><p>Reporter, Fenland News</p></div>', True, id="author-card-below-tags"),
    pytest.param("bottom", '<p><a href="/t/1">Coast</a> <a href="/t/2">Jane Doe</a></p>', False, id="tags"),
    pytest.param("bottom", '<ol class="commentlist"><li><cite>Jane Doe</cite> <span>3 May 2026</span><p>Thanks for this.</p></li></ol>', False, id="list-of-comments"),
    pytest.param("bottom", '<div class="commentary-author"><p>Jane Doe</p></div>', True, id="the writer of a commentary"),
    pytest.param("bottom", f"<h3>{_T}</h3><p>By Jane Doe</p><p>Read on.</p>", False, id="next-story"),
    pytest.param("bottom", "<h3>Talk</h3><div><b>Jane Doe</b><p>1 hour ago</p><p>Thanks for this.</p></div>", False, id="comment"),
)  # fmt: skip


@pytest.mark.parametrize(("place", "box", "counts"), _CASES)
def test_a_name_counts_where_it_stands_with_the_story(place: str, box: str, counts: bool) -> None:
    top, bottom = (box, "") if place == "top" else ("", box)
    story = "".join(f"<p>{text}</p>" for text in _STORY)
    text = f"<!doctype html><title>Pier reopens after a winter</title><main><h1>Pier reopens after a winter</h1>{top}<div>{story}</div>{bottom}</main>"
    page = readers.read("page.html", text.encode())
    seen = look_for("Jane Doe", page, zones_by_form(page), (), frozenset())
    found = [sighting for sighting in seen if sighting.counts and sighting.zone in (Zone.TOP, Zone.BOTTOM)]
    assert bool(found) is counts, [(sighting.text, sighting.note) for sighting in seen]
