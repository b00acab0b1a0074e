"""Posts of WordPress, ninjs and JSON-LD: what of an object is seen, and what is metadata."""

import json

import pytest
from every_story import read_all
from story_files import BODY, SEEN, TEXT, TEXT_SEEN, TITLE, article, misplaced, ninjs, php, post

from licheck.errors import FormatError
from licheck.readers import opened, read
from licheck.readers.markdown import recognises as is_markdown


def from_json(value, name="story.json"):
    return read(name, json.dumps(value, ensure_ascii=False).encode())


def seen(page):
    return [block.text for block in page.blocks]


def facts(page):
    return {(meta.name, meta.value) for meta in page.metadata}


def test_what_wordpress_says_about_a_post_is_metadata():
    head = {
        "canonical": "https://harbour.example/7",
        "author": "Ínga S.",
        "og_site_name": "Kvernes Post",
        "og_locale": "nn_NO",
    }
    page = from_json(
        post(excerpt={"rendered": "<p>About <b>a bell</b></p>"}, yoast_head_json=head, coauthors=[{"display_name": "Jo Doe"}], type="post")
    )  # fmt: skip
    assert facts(page) == {
        ("title", TITLE), ("author", "Ínga Sørli"), ("author", "Ínga S."), ("author", "Jo Doe"), ("date", "2026-03-02T08:00:00"),
        ("url", "https://post.example/ferry-bell"), ("description", "About a bell"), ("canonical", "https://harbour.example/7"),
        ("site", "Kvernes Post"), ("language", "nn_NO"), ("type", "post"),
    }  # fmt: skip
    wheres = {meta.where for meta in page.values("author")}
    assert wheres == {"WordPress _embedded.author", "WordPress coauthors", "WordPress yoast_head_json.author"}
    for meta in page.metadata:
        assert page.source[meta.offset :].startswith(meta.value.split()[0]) or meta.name == "description"


def test_a_post_whose_author_is_only_a_number_has_no_author():
    page = from_json({**post(), "_embedded": None, "author": 3})
    assert page.values("author") == ()


def test_a_draft_is_told():
    assert from_json(post(status="draft")).notes == ('In WordPress its status is "draft".',)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param('"By J\\u00f6rg"', "By Jörg", id="an escaped letter"),
        pytest.param('"By J\\u006f\\u0065rg"', "By Joerg", id="escaped ASCII"),
        pytest.param('"By \\ud83d\\udc15 dog"', "By 🐕 dog", id="a letter of two halves"),
        pytest.param('"By \\ud83d dog"', "By \ufffd dog", id="half a letter"),
        pytest.param('"By\\tJ\\u00f6rg\\n\\/ \\"x\\" \\\\"', 'By Jörg / "x" \\', id="all kinds of escapes"),
        pytest.param('"By J\tö\nrg"', "By J ö rg", id="line ends as they are, which JSON forbids"),
        pytest.param('"<b>By\\u003c/b\\u003e J&ouml;rg"', "By Jörg", id="escaped tags"),
    ],
)
def test_letters_are_read_however_json_writes_them_and_keep_their_places(written, shown):
    page = read("a.json", f'{{"id": 1, "content": {{"rendered": {written}}}}}'.encode())
    assert seen(page) == [shown]
    assert misplaced(page) == []


def test_a_post_without_a_title_has_no_heading():
    assert seen(from_json(post(title=""))) == SEEN[1:]


def test_of_two_members_with_one_name_the_last_counts():
    page = read("a.json", b'{"content": {"rendered": "<p>First"}, "content": {"rendered": "<p>Second"}}')
    assert seen(page) == ["Second"]


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        pytest.param(ninjs(body_text=TEXT), TEXT_SEEN, id="1.x, text"),
        pytest.param(ninjs(body_html=BODY), SEEN, id="1.x, HTML"),
        pytest.param(ninjs(body_text="No", body_html="<p>No", body_xhtml=BODY), SEEN, id="XHTML before HTML before text"),
        pytest.param(ninjs(body_xhtml="<p>One<br/></p><div/><p>Two</p>"), [TITLE, "One", "Two"], id="empty elements in XHTML"),
        pytest.param(ninjs(body_xhtml="<p>One<br>Two"), [TITLE, "One", "Two"], id="XHTML that is none"),
        pytest.param(ninjs(body_richtext=BODY), SEEN, id="markup of a kind of its own"),
        pytest.param(ninjs(body_plain="1 < 2"), [TITLE, "1 < 2"], id="text with a less-than sign"),
        pytest.param({"uri": "x:1", "headlines": [{"role": "short", "value": "No"}, {"role": "main", "value": TITLE}], "bodies": [{"value": BODY}]}, SEEN, id="2.x, main headline"),
        pytest.param({"uri": "x:1", "headlines": [{"value": TITLE}], "bodies": [{"contenttype": "text/plain", "value": TEXT}]}, TEXT_SEEN, id="2.x, text"),
        pytest.param({"uri": "x:1", "headlines": [{"value": TITLE}], "bodies": [{"contenttype": "text/plain", "value": "No"}, {"contenttype": "body_xhtml", "value": BODY}]}, SEEN, id="2.x, kinds called as in 1.x"),
        pytest.param({"uri": "x:1", "pubStatus": "usable", "headlines": [{"value": TITLE}], "bodies": [{"contentType": "text/html", "value": BODY}]}, SEEN, id="3.x"),
        pytest.param({**ninjs(body_html=BODY), "headline": "1 < 2 &amp; <b>"}, ["1 < 2 &amp; <b>", *SEEN[1:]], id="a headline is text"),
    ],
)  # fmt: skip
def test_headline_and_body_of_ninjs_are_seen(item, shown):
    page = from_json(item)
    assert (page.format, seen(page)) == ("ninjs", shown)
    assert misplaced(page) == []


def test_what_ninjs_says_about_a_story_is_metadata_and_its_byline_too():
    page = from_json({
        **ninjs(body_html=BODY), "located": "Kvernes", "usageterms": "Keep the byline.", "copyrightholder": "Harbour Lane News",
        "contentcreated": "2026-03-01", "firstcreated": "2026-03-02", "language": "nn", "infosource": [{"name": "Post", "rel": "x"}],
        "altids": [{"role": "web", "value": "https://harbour.example/7"}], "slugline": "bell-ferry",
    })  # fmt: skip
    assert facts(page) == {
        ("title", TITLE), ("author", "Ínga Sørli"), ("uri", "urn:post.example:7"), ("located", "Kvernes"), ("licence", "Keep the byline."),
        ("publisher", "Harbour Lane News"), ("date", "2026-03-01"), ("date", "2026-03-02"), ("language", "nn"), ("infosource", "Post"),
        ("altid", "https://harbour.example/7"), ("slugline", "bell-ferry"),
    }  # fmt: skip
    assert [meta.where for meta in page.values("author")] == ["ninjs byline"]
    assert seen(page) == SEEN


@pytest.mark.parametrize(
    ("more", "note"),
    [
        ({"pubstatus": "canceled"}, "Its pubstatus is canceled: its publisher does not want it published."),
        ({"pubstatus": "withheld"}, "Its pubstatus is withheld: its publisher does not want it published."),
        ({"representationtype": "incomplete"}, "Its representationtype says that it is not complete."),
        ({"representationtype": "partial"}, "Its representationtype says that it is not complete."),
    ],
)
def test_a_status_of_ninjs_that_matters_is_told(more, note):
    assert from_json(ninjs() | more).notes == (note,)


def test_pictures_in_a_list_of_ninjs_are_no_stories():
    pages = read_all("a.json", json.dumps([ninjs() | {"type": "picture"}, ninjs()]).encode())
    assert [page.path for page in pages] == ["a.json"]


@pytest.mark.parametrize(
    "file",
    [
        pytest.param([article()], id="in a list"),
        pytest.param({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Post"}, article()]}, id="in a graph"),
        pytest.param({"@context": "https://schema.org", "@type": "WebPage", "mainEntity": article()}, id="in a page"),
        pytest.param(article() | {"@type": ["Article", "NewsArticle"]}, id="of two types"),
        pytest.param(article() | {"@type": "BlogPosting"}, id="a blog post"),
        pytest.param({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": article()}]}, id="in a list of items"),
    ],
)  # fmt: skip
def test_an_article_of_json_ld_is_found_wherever_it_stands(file):
    page = from_json(file)
    assert (page.format, seen(page)) == ("json-ld", TEXT_SEEN)
    assert misplaced(page) == []


def test_what_json_ld_says_about_an_article_is_metadata():
    page = from_json(
        article(
            author=[{"@type": "Person", "name": "Ínga Sørli"}, "Jo Doe"], publisher={"@type": "Organization", "name": "Post"}, datePublished="2026-03-02",
            license="https://creativecommons.org/licenses/by-nd/4.0/", isBasedOn={"@id": "https://harbour.example/7"}, creditText="Harbour Lane News",
        )
    )  # fmt: skip
    assert facts(page) == {
        ("title", TITLE), ("author", "Ínga Sørli"), ("author", "Jo Doe"), ("publisher", "Post"), ("date", "2026-03-02"),
        ("licence", "https://creativecommons.org/licenses/by-nd/4.0/"), ("canonical-claim", "https://harbour.example/7"), ("creditText", "Harbour Lane News"),
    }  # fmt: skip


def test_an_article_body_that_is_html_is_read_as_that_and_told():
    page = from_json(article(articleBody=BODY))
    assert seen(page) == SEEN
    assert page.notes == ("articleBody should be plain text, but holds HTML: read as HTML.",)


def test_an_article_that_nests_itself_deeply_is_not_followed_for_ever():
    file = article()
    for _ in range(50):
        file = {"@type": "WebPage", "mainEntity": file}
    with pytest.raises(FormatError, match="no story that licheck knows"):
        from_json(file)


def test_what_follows_the_json_is_told():
    page = read("a.json", (php(post()) + "\n{}").encode())
    assert page.notes == ("The file goes on in line 2, where its JSON has ended: what follows was not read; only the story before that could be read.",)  # fmt: skip


def test_json_that_is_broken_in_the_middle_tells_where():
    text = f"[\n{php(post())},\n{php(post())}\n{php(post())}\n]"
    found = opened("a.json", text.encode())
    assert found.count == 2
    assert "is no valid JSON from line 4 on (a comma is missing); only the 2 stories" in found.told


def test_json_is_no_markdown():
    assert not is_markdown(php([post(body="# A\n\n**b** [c](d)")]).encode())
    assert not is_markdown(b'{"a": "[c](d) **b**"}')
    assert read("a.md", b'{\n"title": "x"\n}\n\n# Heading\n').format == "markdown"
