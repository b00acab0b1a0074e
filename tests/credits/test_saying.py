"""A sentence credits a name with the story, or says something else of it: that another text was theirs, or that they took this one."""

import pytest

from licheck.credits import saying
from licheck.text import fold_signs

NAME = "Tidewater"


def told(sentence):
    """Whether the sentence credits the name, and whether it says that this very story stood there first."""
    before, _, after = sentence.partition(NAME)
    phrase = saying.source_phrase(fold_signs(before), fold_signs(after))
    return bool(phrase), bool(phrase) and saying.is_strong(fold_signs(f"{before}§{after}"), phrase)


CREDITS = [
    "This story was originally published by Tidewater.",
    "This story was first published on Oct. 10, 2026, by Tidewater and is republished with permission.",
    "This story by Ida Voss was first published by Tidewater.",
    "This story about water meters was produced by Tidewater, a nonprofit newsroom.",
    "This report was provided by Tidewater as part of a content-sharing agreement.",
    "This article is syndicated from Tidewater.",
    "This article appears courtesy of Tidewater.",
    "This story comes to us from our partners at Tidewater.",
    "Story courtesy of Tidewater.",
    "Originally published at: Tidewater",
    "Editor's note: This piece first appeared in Tidewater.",
    "[This article was first published by Tidewater.]",
    "A version of this story ran in Tidewater.",
    "Reprinted with permission of Tidewater.",
    "Published with permission from Tidewater.",
    "The post Bakery opens late appeared first on Tidewater.",
    "Tidewater produced this story.",
    "This Tidewater story was originally published in May.",
    "Read this story at Tidewater, where it was originally published.",
    "Thanks to Tidewater, this article is republished under a Creative Commons license.",
    "We are republishing this story from Tidewater.",
    "This article by Tidewater is licensed under a Creative Commons license and was first published here.",
    "This is an excerpt from an article originally published by Tidewater.",
    "This story was originally produced by the Quay Post, which is part of Tidewater.",
    "This story was originally published by the Quay Post and Tidewater.",
    "Dieser Artikel ist zuerst bei Tidewater erschienen.",
    "Wir veröffentlichen diesen Artikel mit freundlicher Genehmigung von Tidewater.",
    "Cet article est republié à partir de Tidewater sous licence Creative Commons.",
    "Article publié à l’origine par Tidewater.",
    "Este artículo se publicó originalmente en Tidewater.",
    "Texto originalmente publicado pela Tidewater",
    "Artykuł został pierwotnie opublikowany na Tidewater.",
    "本文原载于Tidewater。",
    "“Night ferry” by Ida Voss, originally published on Tidewater, licensed under CC BY 4.0.",
]


@pytest.mark.parametrize("sentence", CREDITS)
def test_a_credit_says_that_this_very_story_is_theirs(sentence):
    assert told(sentence) == (True, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Courtesy of Tidewater",
        "Source: Tidewater",
        "This story was produced in partnership with Tidewater.",
        "This story was copublished with Tidewater.",
        "The photo by Ida Voss was originally published by Tidewater under CC BY 4.0.",
    ],
)
def test_a_credit_can_leave_open_whose_the_story_is(sentence):
    """A picture has such lines, too, and so has a story that a paper wrote with others."""
    assert told(sentence) == (True, False)


OF_ELSE = [
    "This article is based on a report first published by Tidewater.",
    "This article responds to a piece originally published by Tidewater.",
    "This interview follows the Tidewater series on wells, which was originally published in May.",
    "This series won a prize from Tidewater after it was first published in 2024.",
    "This story was originally published by the Quay Post, whose editor previously worked at Tidewater.",
    "This story was originally published by the Quay Post, a nonprofit newsroom that was founded with help from Tidewater.",
    "Republished from the Quay Post, a winner of the Tidewater prize.",
    "This story was originally published on Oct. 3 and has been updated to include comment from Tidewater.",
    "This story also appeared in Tidewater.",
    "This story has been republished by Tidewater.",
    "“This article was originally published by Tidewater,” the council’s website says.",
    "Tidewater originally reported last week that the water had fallen.",
    "This story was produced by the Quay Post with support from Tidewater’s reporting network.",
    "Este artículo utiliza datos publicados por Tidewater.",
    "Este artículo también fue publicado por Tidewater.",
    "La entrevista, publicada originalmente en Tidewater, causó revuelo.",
    "Esta reportagem foi publicada originalmente no Quay Post e republicada pela Tidewater.",
    "This article on Tidewater was originally published by the Quay Post.",
    "This article was originally published in the Tidewater Gazette.".replace(
        "Tidewater Gazette", "Tidewater gazette"
    ),
]


@pytest.mark.parametrize("sentence", OF_ELSE)
def test_a_sentence_that_says_something_else_credits_nobody(sentence):
    assert told(sentence) == (False, False)
