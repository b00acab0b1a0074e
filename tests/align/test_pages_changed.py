"""What sites put around and into a story is no change of it, and what they change is told, wherever it stands: whole pages."""

import pytest

from licheck.lens import compare, read_original
from licheck.model.change import ChangeKind, Permission
from licheck.readers.html import read

BAKERY = "The new owners of the bakery closed the south entrance in March, because the insurance would not pay for the stairs."
FERRY = (
    "Nobody on the night ferry had heard of the plan. The harbour board rebuilt the footbridge after a frost, "
    "and told hardly anyone about it."
)
MUSEUM = (
    "The museum's night guard found a letter behind the panelling when the power came back on a Thursday. "
    "She read it to the harbour board in the spring."
)
PUMP = "“Somebody has to pay for the second pump before the winter,” said Orla Fenwick of the harbour board."
SHORT = "Orla Fenwick runs the pump house."
COPPER = "The harbour board sold the pipes for scrap and covers the costs of the ferry for another year."
STORY = [BAKERY, FERRY, MUSEUM, PUMP]


def p(paragraphs, tag="<p>{}</p>"):
    return "".join(tag.format(paragraph) for paragraph in paragraphs)


def page_of(body, headline="How the harbour learned to wait", title="", head=""):
    title = title or headline
    html = f"<html lang=en><head><title>{title}</title>{head}</head><body><h1>{headline}</h1>{body}</body></html>"
    return read("page.html", html.encode())


def original_of(body, **facts):
    return read_original(page_of(f"<p>By Ada Strand</p><div class=text>{body}</div>", **facts), [])


def told(original, body, **facts):
    """What a page whose body this is changed in an original: kinds, and what of them no rule has to permit."""
    page = page_of(f"<p>By Ada Strand, The Wire</p>{body}", **facts)
    found = compare(page, original_of(original), []).changes
    usual = {Permission.BOXES, Permission.EDITORS_NOTE, Permission.PARAGRAPHS, Permission.DEK}
    return [change for change in found if usual.isdisjoint(change.permitted_by)]


def kinds_told(original, body, **facts):
    return [change.kind for change in told(original, body, **facts)]


@pytest.mark.parametrize(
    "line",
    [
        "Continued on next page",
        "Fortsetzung auf der nächsten Seite",
        "Suite à la page suivante",
        "Continua alla pagina seguente",
        "Vervolg op de volgende pagina",
        "Ciąg dalszy na następnej stronie",
        "Продолжение на следующей странице",
        "次のページに続く",
    ],
)
def test_a_line_on_the_next_page_of_a_story_is_no_sub_heading(line):
    assert kinds_told(p(STORY), p([BAKERY, FERRY, line, MUSEUM, PUMP])) == []


@pytest.mark.parametrize("at", [1, 2, 4], ids=["before its place", "two before", "behind its place"])
@pytest.mark.parametrize(
    "box", ["<aside class=pullquote><p>{}</p></aside>", "<blockquote><p>{}</p></blockquote>"]
)
def test_a_whole_paragraph_pulled_out_into_a_box_did_not_move(box, at):
    linked = PUMP.replace("second pump", '<a href="https://pumps.example/2">second pump</a>')
    story = [p([one]) for one in (BAKERY, FERRY, MUSEUM, linked)]
    story.insert(at, box.format(PUMP))
    assert kinds_told(p([BAKERY, FERRY, MUSEUM, linked]), f"<div class=text>{''.join(story)}</div>") == []


def test_a_paragraph_that_was_pulled_out_and_moved_is_told_as_moved():
    box = f"<aside class=pullquote><p>{PUMP}</p></aside>"
    body = f"<div class=text>{p([BAKERY])}{box}{p([PUMP, FERRY, MUSEUM])}</div>"
    assert kinds_told(p(STORY), body) == [ChangeKind.MOVED]


@pytest.mark.parametrize(
    "body",
    [
        p([BAKERY, FERRY + " " + MUSEUM.partition(". ")[0] + ".", MUSEUM.partition(". ")[2], PUMP]),
        p([BAKERY, FERRY.partition(". ")[0] + ".", FERRY.partition(". ")[2] + " " + MUSEUM, PUMP]),
    ],
    ids=["up", "down"],
)
def test_a_sentence_that_changed_to_the_paragraph_beside_it_did_not_move(body):
    assert kinds_told(p(STORY), body) == []


@pytest.mark.parametrize("last", [COPPER, "The nonprofit closed its doors to the harbour in March."])
def test_a_last_paragraph_with_a_word_that_writers_lives_have_is_the_storys(last):
    """“Covers”, “nonprofit” and the like stand in notes on the writer, and in many a story."""
    assert kinds_told(p([*STORY, last]), p(STORY)) == [ChangeKind.CUT]


@pytest.mark.parametrize(
    "note", ["Ada Finch covers courts for the Wire.", "The Wire is an independent, nonprofit newsroom."]
)
def test_a_note_on_the_writer_or_the_publisher_may_be_left_out(note):
    assert kinds_told(p([*STORY, note]), p(STORY)) == []


def test_a_short_last_paragraph_behind_a_link_to_another_story_is_the_storys():
    story = p(STORY) + "<p><a href='/other'>A winter of pumps and promises</a></p>" + p([SHORT])
    (change,) = told(story, p(STORY))
    assert change.kind is ChangeKind.CUT
    assert change.original.text == SHORT
    assert kinds_told(story, p([*STORY, SHORT])) == []


@pytest.mark.parametrize(
    "set_as",
    ["<p>{}</p>", "<div class=block><div class=inner><p>{}</p></div></div>"],
    ids=["one box", "a box each"],
)
def test_a_short_first_paragraph_is_the_storys(set_as):
    story = p([SHORT, *STORY], set_as)
    assert kinds_told(story, p([SHORT, *STORY], set_as)) == []
    assert kinds_told(story, p([SHORT + " " + BAKERY, *STORY[1:]], set_as)) == []
    (change,) = told(story, p(STORY, set_as))
    assert (change.kind, change.original.text) == (ChangeKind.CUT, SHORT)


ADDED = "The harbour board has since ordered another footbridge for the ferry, and a letter of thanks to the museum."


@pytest.mark.parametrize(
    "box",
    [
        "<div class=donate><h3>Support our work</h3><p>Reporting costs money. Make a gift today.</p></div>",
        "<p><strong>RELATED: <a href='/2'>Beekeepers settle an old quarrel</a></strong></p>",
        "<p>Advertisement</p>",
    ],
    ids=["donations", "related", "advertisement"],
)
def test_a_paragraph_added_behind_a_box_at_the_end_is_told(box):
    (change,) = told(p(STORY), f"<div class=text>{p(STORY)}{box}{p([ADDED])}</div>")
    assert (change.kind, change.page.text, change.sure) == (ChangeKind.ADDED, ADDED, True)


def test_a_paragraph_behind_a_box_that_says_nothing_of_the_story_may_be_the_sites_own():
    own = "Readers of the Bugle meet on the first Monday of each month in the library on Mill Lane, at noon."
    box = "<div class=donate><h3>Support our work</h3><p>Make a gift today.</p></div>"
    found = told(p(STORY), f"<div class=text>{p(STORY)}{box}{p([own])}</div>")
    assert not any(change.sure for change in found)


def test_the_card_of_another_story_is_no_addition_however_short_its_headline():
    card = "<div class=item><h4><a href='/5'>Peace at last</a></h4><p>Two beekeepers shook hands over a fence on Sunday.</p></div>"
    assert kinds_told(p(STORY), f"<div class=text>{p([BAKERY, FERRY])}{card}{p([MUSEUM, PUMP])}</div>") in (
        [],
        [ChangeKind.SUBHEADING],
    )


def test_a_caption_that_only_its_credit_tells_is_no_paragraph():
    box = "<div class=media><img src=/a.jpg alt=x><p>The ferry in the frost of the long winter, seen from the quay.</p>"
    box += "<p>Photo: Rufus Tallow</p></div>"
    original = p([BAKERY]) + box + p([FERRY, MUSEUM, PUMP])
    assert ChangeKind.CUT not in kinds_told(original, p(STORY))


JAPANESE = [
    "港の委員会は厳しい霜のあとで木の歩道橋を建て直した。ほとんど誰にも告げずに工事は終わった。夜の渡し船の乗客は計画を知らなかった。",
    "パン屋の新しい主人は三月に南の入り口を閉じた。階段の修理に保険が下りなかったためだという。",
    "博物館の夜警は羽目板の裏で古い手紙を見つけた。春になって町の人々の前でそれを読み上げた。",
]


def test_paragraphs_without_spaces_between_words_are_known_when_they_are_split_and_merged():
    first, _, rest = JAPANESE[0].partition("。")
    split = [first + "。", rest, JAPANESE[1] + JAPANESE[2]]
    assert kinds_told(p(JAPANESE), p(split)) == []
    (change,) = told(p(JAPANESE), p([rest, *JAPANESE[1:]]))
    assert (change.kind, change.original.text.rstrip("。")) == (ChangeKind.CUT, first)


@pytest.mark.parametrize(
    ("headline", "around", "expected"),
    [
        pytest.param(
            "Harbour waits - Valley Dispatch", "<a href=/>Valley Dispatch</a>", [], id="named above"
        ),
        pytest.param(
            "Harbour waits - and hopes", "<a href=/>Valley Dispatch</a>", [ChangeKind.HEADLINE], id="words"
        ),
    ],
)
def test_a_site_that_only_its_own_lines_name_may_stand_behind_the_headline(headline, around, expected):
    source = original_of(p(STORY), headline="Harbour waits")
    html = f"<html lang=en><body><div>{around}</div><h1>{headline}</h1><p>By Ada Strand</p>{p(STORY)}</body></html>"
    found = compare(read("page.html", html.encode()), source, []).changes
    assert [change.kind for change in found] == expected


def test_the_day_beside_the_byline_between_a_dek_and_the_story_is_no_part_of_it():
    top = "<p class=sell>The harbour board learned to wait for its ferry, and to count each of its pipes.</p>"
    lines = "<ul><li>By Ada Strand</li><li>March 4, 2025</li></ul>"
    source = read_original(page_of(f"<article>{top}{lines}{p(STORY)}</article>"), [])
    found = compare(page_of(f"<p>By Ada Strand</p><div>{p(STORY)}</div>"), source, []).changes
    assert [change.original.text for change in found if Permission.DEK not in change.permitted_by] == []
