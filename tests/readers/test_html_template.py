"""HTML that a site generator still works on: what its marks will show is not known, and that is said."""

import pytest

from licheck.readers import read
from licheck.readers.second import read_again

FRONT = "---\ntitle: A clock\nauthor: Ida Voss\n---\n"
STORY = "<h1>A clock</h1>\n{}\n<p>It came up with the weed.</p>\n"
TOLD = "What the site puts in place of its template marks is not known and was not checked: "
CODE = "<p>Write <code>{% include byline.html %}</code> above it.</p>"
SHOWN = {
    "a tag of Liquid": ("{% include byline.html %}", "{% include %}"),
    "a path": ("<p>{{ page.author.name }}</p>", "{{ page.author.name }}"),
    "a filter": ("<p>{{ author | upcase }}</p>", "{{ author | upcase }}"),
    "a call": ("<p>{{ byline('Ida') }}</p>", "{{ byline('Ida') }}"),
    "a shortcode of Hugo": ('<p>{{< byline "ida" >}}</p>', "{{< byline >}}"),
    "a partial of Handlebars": ("<p>{{> byline}}</p>", "{{> byline}}"),
    "a section of Handlebars": ("<p>{{#authors}}By Ida{{/authors}}</p>", "{{#authors}}"),
}
PLAIN = {
    "in code": CODE,
    "in a code block": "<pre>\n{% include byline.html %}\n{{ page.author }}\n</pre>",
    "in a script": "<script>render('<p>{{ page.author }}</p>')</script>",
    "in a template for scripts": "<script type='text/x-handlebars'>{{> byline}}</script>",
    "in a style sheet": "<style>p { color: {{ site.ink }} }</style>",
    "in a comment": "<!-- {% include byline.html %} -->",
    "in code, and a name of it in the text": f"<p>An include has no end.</p>{CODE}",
}


@pytest.mark.parametrize(("mark", "name"), SHOWN.values(), ids=SHOWN)
@pytest.mark.parametrize("front", ["", FRONT], ids=["alone", "under front matter"])
def test_a_mark_that_a_reader_would_see_is_taken_out_and_told(front, mark, name):
    page = read("page.html", (front + STORY.format(mark)).encode())
    assert page.scripted
    assert next(note for note in page.notes if note.startswith(TOLD)).startswith(TOLD + name)
    assert not any(sign in block.text for block in page.blocks for sign in ("{", "}"))
    assert page.blocks[-1].text == "It came up with the weed."
    assert page.source == front + STORY.format(mark)
    offset = page.locator(page, page.blocks[-1], 3)
    assert page.source[offset:].startswith("came up")


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
@pytest.mark.parametrize("front", ["", FRONT], ids=["alone", "under front matter"])
def test_a_story_about_marks_is_a_story(front, text):
    page = read("page.html", (front + STORY.format(text)).encode())
    assert not page.scripted
    assert page.notes == ()
    assert page.blocks[-1].text == "It came up with the weed."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<p>By {{ author }}</p>", id="a blank that an editor was to fill in"),
        pytest.param("<p hidden>{% include byline.html %}</p>", id="a mark that nobody sees"),
        pytest.param("<img alt='' src='{{ site.logo }}'>", id="a mark in a tag"),
    ],
)
def test_what_can_be_something_else_counts_only_under_front_matter(text):
    assert not read("page.html", STORY.format(text).encode()).scripted
    assert read("page.html", (FRONT + STORY.format(text)).encode()).scripted


def test_what_a_template_comments_out_is_taken_out_with_its_words():
    text = STORY.format("{% comment %}<p>By Ida Voss {{ x }}</p>{% endcomment %}{# By Ida #}")
    page = read("page.html", (FRONT + text).encode())
    assert [block.text for block in page.blocks] == ["A clock", "It came up with the weed."]
    assert not page.scripted


def test_the_second_reading_reads_the_same_and_keeps_the_front_matter():
    page = read("page.html", (FRONT + STORY.format("{% include byline.html %}<p>By Ida</p>")).encode())
    again = read_again(page)
    assert [block.text for block in again.blocks] == [block.text for block in page.blocks]
    assert again.values("author") == page.values("author") != ()
    assert again.scripted
    assert again.locate(again.blocks[1]) == page.locate(page.blocks[1])


def test_marks_that_are_never_closed_take_no_time():
    page = read("page.html", (FRONT + "<p>" + "{% x {{ y <code> {# z " * 20_000).encode())
    assert not page.scripted
