"""Feeds and exports of WordPress: what of an item is seen, what is metadata, and when it is no story."""

import pytest
from every_story import read_all
from story_files import ATOM, BODY, RSS, RSS_END, SEEN, WXR, misplaced

from licheck.errors import FormatError
from licheck.model.page import BlockKind
from licheck.readers import read

FEED_OF_OLD = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    ' xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title></channel>'
    "<item><title>A</title><c:encoded>&lt;p&gt;Words&lt;/p&gt;</c:encoded></item></rdf:RDF>"
)


def rss(inside, head=""):
    return read("feed.xml", f"{RSS}{head}<item>{inside}</item>{RSS_END}".encode())


def atom(inside, head=""):
    return read("feed.atom", f"{ATOM}{head}<entry>{inside}</entry></feed>".encode())


def facts(page):
    return {(meta.name, meta.value) for meta in page.metadata}


def seen(page):
    return [block.text for block in page.blocks]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        pytest.param("AT&amp;T rings", "AT&T rings", id="an ampersand"),
        pytest.param("Ferry&#8217;s bell", "Ferry’s bell", id="a reference"),
        pytest.param("Ferry&amp;#8217;s bell", "Ferry’s bell", id="a reference in a reference"),
        pytest.param("<![CDATA[Ferry&#8217;s <em>bell</em>]]>", "Ferry’s bell", id="emphasis in CDATA"),
        pytest.param("1 &lt; 2", "1 < 2", id="a less-than sign"),
        pytest.param("The &lt;script> tag &lt;!-- explained", "The <script> tag <!-- explained", id="markup that would swallow the story"),
        pytest.param("&lt;b onclick=x>Bell&lt;/b>", "<b onclick=x>Bell", id="markup that is not closed properly"),
        pytest.param("\n  Ferry \n bell ", "Ferry bell", id="white space"),
    ],
)  # fmt: skip
def test_a_title_is_one_heading_whatever_stands_in_it(title, shown):
    page = rss(f"<title>{title}</title><description>{'&lt;p>Words of the story.&lt;/p>'}</description>")
    assert seen(page) == [shown, "Words of the story."]
    assert (page.blocks[0].kind, page.blocks[0].level) == (BlockKind.HEADING, 1)
    assert facts(page) >= {("title", shown)}


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        pytest.param("<title>A &lt;b> &amp;amp; b</title>", "A <b> &amp; b", id="text, when nothing is said"),
        pytest.param('<title type="text">A &lt;b></title>', "A <b>", id="text"),
        pytest.param('<title type="html">A &lt;b>B&lt;/b> &amp;amp; c</title>', "A B & c", id="HTML"),
        pytest.param('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>B</b></div></title>', "A B", id="XHTML"),
    ],
)  # fmt: skip
def test_a_title_of_atom_is_read_as_its_type_says(title, shown):
    page = atom(f'{title}<content type="html">&lt;p>Words&lt;/p></content>')
    assert seen(page)[-1] == "Words"
    assert seen(page)[:-1] == [shown]


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        pytest.param('<content type="html">&lt;p>A&lt;/p>&lt;p>B&lt;/p></content>', ["A", "B"], id="HTML"),
        pytest.param('<content type="html"><![CDATA[<p>A</p><p>B</p>]]></content>', ["A", "B"], id="HTML in CDATA"),
        pytest.param("<content>A &lt;p>\n\nB</content>", ["A <p>", "B"], id="text"),
        pytest.param('<content type="text/plain">A\n\nB</content>', ["A", "B"], id="text by its media type"),
        pytest.param('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A</p><p/>B<br/></div></content>', ["A", "B"], id="XHTML"),
        pytest.param('<content type="xhtml" xmlns:xhtml="http://www.w3.org/1999/xhtml"><xhtml:div><xhtml:p>A</xhtml:p><xhtml:p>B</xhtml:p></xhtml:div></content>', ["A", "B"], id="XHTML with a prefix"),
        pytest.param('<summary>No</summary><content type="html">&lt;p>A</content>', ["A"], id="with a summary"),
    ],
)  # fmt: skip
def test_content_of_atom_is_read_as_its_type_says(content, shown):
    page = atom(content)
    assert seen(page) == shown
    assert misplaced(page) == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param("", "no text in this feed", id="nothing"),
        pytest.param("<summary>Words</summary>", "only a summary in this feed", id="a summary"),
        pytest.param('<content src="https://post.example/7"/>', "its content is at https://post.example/7", id="elsewhere"),
        pytest.param('<content type="image/png">iVBORw0KGgo=</content>', "a kind that is not read .image/png", id="a picture"),
        pytest.param('<content type="html"></content>', "no text", id="empty"),
    ],
)  # fmt: skip
def test_an_entry_without_its_text_is_refused(content, says):
    with pytest.raises(FormatError, match=says):
        atom(content)


@pytest.mark.parametrize(
    "description",
    [
        pytest.param("A few words about a bell.", id="short, without paragraphs"),
        pytest.param("&lt;p>" + "Words " * 200 + "[&amp;#8230;]&lt;/p>", id="cut with dots in brackets"),
        pytest.param("&lt;p>" + "Words " * 200 + "...&lt;/p>", id="cut with three dots"),
        pytest.param("&lt;p>Words… &lt;a href='x'>Continue reading&lt;/a>&lt;/p>\n&lt;p>The post &lt;a href='x'>Bell&lt;/a> appeared first on Post.&lt;/p>", id="with a link to the rest"),
    ],
)  # fmt: skip
def test_a_summary_is_not_taken_for_the_story(description):
    with pytest.raises(FormatError, match="has only a summary in this feed"):
        rss(f"<description>{description}</description>")


@pytest.mark.parametrize(
    "description",
    [
        pytest.param("&lt;p>A few words.&lt;/p>&lt;p>The post &lt;a href='x'>Bell&lt;/a> appeared first on Post.&lt;/p>", id="paragraphs"),
        pytest.param("Words " * 200, id="long"),
    ],
)  # fmt: skip
def test_a_description_that_is_more_than_a_summary_is_the_story_and_that_is_told(description):
    page = rss(f"<description>{description}</description>")
    assert page.notes == ("The story's text was read from its description: the feed has no content:encoded.",)


def test_a_story_that_cannot_be_read_does_not_cost_the_others():
    from licheck.readers import opened

    text = f"{RSS}<item><description>Short.</description></item><item><description>&lt;p>Whole.</description></item>{RSS_END}"
    found = opened("feed.xml", text.encode())
    with pytest.raises(FormatError, match="only a summary"):
        found.page(1)
    assert seen(found.page(2)) == ["Whole."]
    with pytest.raises(FormatError, match="only a summary"):
        read_all("feed.xml", text.encode())


def test_what_rss_says_about_a_story_is_metadata_and_says_where():
    page = rss(
        "<title>Bell</title><link>https://post.example/7</link><guid isPermaLink='false'>7</guid><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>"
        "<author>desk@post.example (Ínga Sørli)</author><description>About &lt;b>a bell&lt;/b></description><source url='https://harbour.example/feed'>Harbour Lane News</source>"
        f"<content:encoded><![CDATA[{BODY}]]></content:encoded>",
        "<language>nn</language><copyright>CC BY-ND</copyright>",
    )
    assert seen(page) == ["Bell", *SEEN[1:]]
    assert facts(page) == {
        ("title", "Bell"), ("url", "https://post.example/7"), ("date", "Mon, 02 Mar 2026 08:00:00 GMT"), ("author", "Ínga Sørli"),
        ("description", "About a bell"), ("publisher", "Harbour Lane News"), ("site", "Kvernes Post"), ("language", "nn"), ("licence", "CC BY-ND"),
    }  # fmt: skip
    assert {meta.name: meta.where for meta in page.metadata}["author"] == "RSS author"


def test_what_atom_says_about_a_story_is_metadata_and_a_feeds_author_is_that_of_its_entries():
    page = atom(
        '<title>Bell</title><link href="https://post.example/7"/><link rel="canonical" href="https://harbour.example/7"/><published>2026-03-02</published>'
        '<summary>About</summary><source><title>Harbour Lane News</title></source><content type="html">&lt;p>Words</content>',
        "<author><name>Ínga Sørli</name><uri>https://post.example/</uri></author>",
    )
    assert facts(page) == {
        ("title", "Bell"), ("url", "https://post.example/7"), ("canonical", "https://harbour.example/7"), ("date", "2026-03-02"),
        ("description", "About"), ("publisher", "Harbour Lane News"), ("site", "Kvernes Post"), ("author", "Ínga Sørli"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(FEED_OF_OLD, id="RSS 1.0 with its own prefix"),
        pytest.param('<rss version="0.91"><channel><item><title>A</title><description>&lt;p>Words</description></item></channel></rss>', id="RSS 0.91"),
        pytest.param('<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>A</a:title><a:content>Words</a:content></a:entry></a:feed>', id="Atom with a prefix"),
        pytest.param("<rss><channel><item><title>A</title><media:title>No</media:title><content:encoded>&lt;p>Words</content:encoded></item></channel></rss>", id="prefixes that are not declared"),
        pytest.param('<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link href="x"/><item><title>A</title><atom:content>No</atom:content><description>&lt;p>Words</description></item></channel></rss>', id="Atom within RSS"),
    ],
)  # fmt: skip
def test_feeds_are_known_by_what_they_say_and_not_by_how_they_abbreviate_it(text):
    assert seen(read("feed.xml", text.encode())) == ["A", "Words"]


def export(inside, head=""):
    return read("export.xml", f"{WXR}{head}<item><title>Bell</title>{inside}</item>{RSS_END}".encode())


def stored(text):
    return f"<content:encoded><![CDATA[{text}]]></content:encoded>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("By Jo\n\nIt rang.", [("By Jo", "p"), ("It rang.", "p")], id="an empty line parts paragraphs"),
        pytest.param("By Jo\nIt rang.", [("By Jo", "p"), ("It rang.", "p")], id="a line end parts lines"),
        pytest.param("A <em>b</em>\nc", [("A b", "p"), ("c", "p")], id="after emphasis too"),
        pytest.param("<p>A\nb</p>\n\nc", [("A", "p"), ("b", "p"), ("c", "p")], id="within a paragraph too"),
        pytest.param("<h2>A</h2>\nb\n<blockquote>c</blockquote>\nd", [("A", "h"), ("b", "p"), ("c", "quote"), ("d", "p")], id="after blocks"),
        pytest.param("<ul>\n<li>A</li>\n<li>b</li>\n</ul>\nc", [("A", "item"), ("b", "item"), ("c", "p")], id="in a list"),
        pytest.param("<pre>a\nb</pre>\nc", [("a\nb", "code"), ("c", "p")], id="not in code"),
        pytest.param("<script>\n\nx\n\n</script>\nc", [("c", "p")], id="not in a script"),
        pytest.param("a\n\n<!-- x\n\ny -->\n\nc", [("a", "p"), ("c", "p")], id="not in a comment"),
        pytest.param("<!-- wp:paragraph {\"x\":\"1\"} -->\n<p>A\nb</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list -->\n<ul><li>c</li></ul>\n<!-- /wp:list -->", [("A b", "p"), ("c", "item")], id="blocks, in which nothing has to be done"),
        pytest.param('A\n\n[caption id="a" width="3"]<a href="x"><img src="b.jpg" /></a> Photo: Tom[/caption]\n\nc', [("A", "p"), ("Photo: Tom", "caption"), ("c", "p")], id="a caption"),
        pytest.param('A [gallery ids="1,2"] b\n\n[embed]https://harbour.example/v[/embed]', [("A b", "p"), ("https://harbour.example/v", "p")], id="players and galleries"),
        pytest.param("He said [sic] it.", [("He said [sic] it.", "p")], id="brackets"),
    ],
)  # fmt: skip
def test_the_stored_text_is_seen_as_wordpress_shows_it(text, shown):
    page = export(stored(text))
    kinds = {"p": BlockKind.PARAGRAPH, "h": BlockKind.HEADING, "quote": BlockKind.QUOTE, "item": BlockKind.ITEM, "code": BlockKind.CODE, "caption": BlockKind.CAPTION}  # fmt: skip
    found = [(block.text, block.kind) for block in page.blocks[1:]]
    plain = [(said, BlockKind.PARAGRAPH if kind is BlockKind.OTHER else kind) for said, kind in found]
    assert plain == [(said, kinds[kind]) for said, kind in shown]
    assert misplaced(page) == []
    assert (page.notes, page.scripted) == ((), False)


def test_shortcodes_that_nobody_knows_stay_and_are_told():
    page = export(stored("[newsletter list='a'] Words [ad]x[/ad] [sic]"))
    assert page.blocks[1].text == "[newsletter list='a'] Words [ad]x[/ad] [sic]"
    assert page.notes == (
        "Shortcodes were left as text, since what they show is not known: [newsletter], [ad].",
    )
    assert page.scripted


def test_only_posts_and_pages_are_stories():
    kinds = ["post", "attachment", "page", "revision", "nav_menu_item"]
    items = "".join(
        f"<item><title>{kind}</title>{stored('Words')}<wp:post_type>{kind}</wp:post_type></item>"
        for kind in kinds
    )
    assert [page.blocks[0].text for page in read_all("a.xml", f"{WXR}{items}{RSS_END}".encode())] == [
        "post",
        "page",
    ]


def test_what_an_export_says_about_a_story_is_metadata():
    author = "<wp:author><wp:author_login>inga</wp:author_login><wp:author_display_name><![CDATA[Ínga Sørli]]></wp:author_display_name></wp:author>"
    custom = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        for key, value in (("_edit_last", "1"), ("byline", "Jo Doe"), ("_yoast_wpseo_canonical", "https://harbour.example/7"), ("mood", "glad"), ("long", "x" * 600))
    )  # fmt: skip
    page = export(
        f"<link>https://post.example/7</link><dc:creator>inga</dc:creator>{stored('Words')}<excerpt:encoded>About</excerpt:encoded>"
        f"<wp:post_date>2026-03-02 08:00:00</wp:post_date><wp:status>draft</wp:status>{custom}",
        author,
    )
    assert facts(page) == {
        ("title", "Bell"), ("author", "Ínga Sørli"), ("author", "Jo Doe"), ("url", "https://post.example/7"), ("date", "2026-03-02 08:00:00"),
        ("description", "About"), ("canonical", "https://harbour.example/7"), ("mood", "glad"), ("site", "Kvernes Post"),
    }  # fmt: skip
    assert page.notes == ('In WordPress its status is "draft".',)
