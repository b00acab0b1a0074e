"""Lines of a site's own are known in whatever language its template speaks; sentences of a story are not among them."""

import pytest
from pairs import changed, kinds, page_of

from licheck.align.lines import Role, role_of_text
from licheck.model.change import ChangeKind

JAPANESE = (
    "「子どもの分を作る癖が抜けないんです」と、代表の野々村さんは笑う。「だから残っても困りません」",
    "食堂の値段は一食三百円。開店から一年で延べ四千人が訪れ、隣の町から通う人もいる。",
)

NOTHING = [
    "Facebook Twitter Email Print Save",
    "Share this article",
    "Published 2026-11-17",
    "Updated Nov. 17, 2026 at 6:12 p.m. EST",
    "5 min read",
    "Listen to this article 5 min",
    "5 Min. Lesezeit",
    "0:00 / 5:12",
    "Nov. 17, 2026 | 6:12 a.m.",
    "Like Loading...",
    "Posted in News",
    "Tags: Water, Records, Saltmere",
    "Filed under: Schools",
    "Schlagworte: Hafen, Fähre",
    "Etiquetas: Agricultura",
    "Теги: вода, громада",
    "シェアする",
]
BOXES = [
    "Want more stories like this? Sign up for our free weekly newsletter.",
    "Get the week’s best local reporting in your inbox every Friday.",
    "The Tarn Wire is a nonprofit newsroom. Our reporting is free because readers like you pay for it.",
    "Did you like this story? Make a gift to The Tarn Wire today.",
    "Republish this story for free.",
    "This article is more than 1 year old.",
    "RELATED STORY: A door is found in a cellar",
    "More from the Packet: A door is found in a cellar",
    "[Read: The long history of doors]",
    "Your support makes stories like this possible. Give today.",
    "The views expressed here are the author's own.",
    "Watch the video above.",
    "For more local news, visit The Ellery Packet or follow us on Facebook.",
    "Unterstützen Sie unabhängigen Journalismus.",
    "Soutenez le journalisme indépendant.",
    "Apoya el periodismo independiente.",
    "Підтримайте незалежну журналістику.",
    "この記事を聴く 5 min",
    "相关阅读：另一条新闻",
    "广告",
]
STORY = [
    "Residents can sign up for the program at the town hall.",
    "The charity asks people to donate blankets to the shelter.",
    "“Subscribe to our newsletter,” the sign on the door said.",
    "Our approach was to wait until the rain had stopped.",
    "Also: nobody had asked the smith, who was at home.",
    "Next: the council, which meets in May.",
    "He shared the print with his brother in May.",
    "In May 2011 the plant closed and the tags came off.",
    "She writes a newsletter about bees for a cooperative in the north.",
    "The company said that its journalism prize had been stolen.",
]
NOTES = [
    "Correction, Nov. 18, 2026: An earlier version of this story gave the wrong age.",
    "Correction: There are 27 chairs.",
    "Disclosure: The Door Fund is a financial supporter of The Tarn Wire.",
    "This reporting was supported by the Door Fund.",
    "Update (Nov. 18): The door has been found.",
]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        *(pytest.param(text, Role.NOTHING, id=text) for text in NOTHING),
        *(pytest.param(text, Role.BOX, id=text) for text in BOXES),
        *(pytest.param(text, Role.STORY, id=text) for text in STORY),
        *(pytest.param(text, Role.NOTE, id=text) for text in NOTES),
    ],
)
def test_a_line_is_what_its_words_say(text, role):
    assert role_of_text(text) is role


def test_a_japanese_paragraph_with_a_sign_changed_is_reworded_and_not_cut():
    old = [
        "山の村で、閉校した小学校の給食室に週に二度だけ明かりがともる。三人が大鍋で汁を煮て、村人を待つ。",
        *JAPANESE,
    ]
    new = [old[0].replace("汁", "粥"), *JAPANESE]
    found = changed(page_of(old, language="ja"), page_of(new, language="ja"))
    assert kinds(found) == [ChangeKind.REWORDED]
