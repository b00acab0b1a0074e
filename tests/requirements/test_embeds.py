"""The kind `embeds`: the same video is the same, however its address is written; doubt accuses nobody."""

import pytest
from invented import PARAGRAPHS, Given, html, judged, markdown

from licheck.errors import RuleSetError

VIDEO = '<iframe src="https://www.youtube.com/embed/abcDEF12345?rel=0" title="How doors are hung"></iframe>'
POST = (
    '<blockquote class="twitter-tweet"><p>No bread today.</p>&mdash; Mill Street'
    ' <a href="https://twitter.com/millstreet/status/1834567890123456789?ref_src=x">today</a></blockquote>'
)
CHART = '<iframe src="https://datawrapper.dwcdn.net/aBc12/3/" data-external="1"></iframe>'
CLIP = '<video controls><source src="https://harbour.example/media/door-hinges.mp4"></video>'
OWN_BOX = '<iframe src="https://boxes.harbour.example/doors?id=4711"></iframe>'
ADVERTISING = '<iframe src="https://ads.doubleclick.net/x"></iframe>'
FIRST, *REST = (f"<p>{each}</p>" for each in PARAGRAPHS)


def with_embed(embed: str, below: str = "") -> str:
    return html(story="\n".join([FIRST, embed, *REST]), below=below)


def case(original, page, verdict, reason="", options="", *, id):
    return pytest.param(original, page, verdict, reason, options, id=id)


def youtube(address: str) -> str:
    return f'<iframe src="{address}"></iframe>'


ALIVE = [
    youtube("https://www.youtube-nocookie.com/embed/abcDEF12345"),
    youtube("http://youtube.com/embed/abcDEF12345?autoplay=1&amp;feature=oembed"),
    youtube("//www.youtube.com/embed/abcDEF12345?feature=oembed&amp;start=3"),
    '<amp-youtube data-videoid="abcDEF12345" layout="responsive"></amp-youtube>',
    '<lite-youtube videoid="abcDEF12345"></lite-youtube>',
    '<object data="https://www.youtube.com/v/abcDEF12345"></object>',
    '<div class="box"><p>Watch this: <iframe src="https://www.youtube.com/embed/abcDEF12345"></iframe></p></div>',
]


@pytest.mark.parametrize("embed", ALIVE)
def test_a_video_is_kept_whichever_way_it_is_shown(embed):
    finding = judged("embeds", Given(with_embed(embed), original=with_embed(VIDEO)))
    assert (finding.verdict.value, finding.reason) == ("passed", "The embed of the story is kept.")


SAME = [
    ("https://player.vimeo.com/video/76543210?dnt=1", "https://vimeo.com/76543210"),
    ("https://www.dailymotion.com/embed/video/x8abcde", "https://geo.dailymotion.com/player.html?video=x8abcde"),
    ("https://platform.twitter.com/embed/Tweet.html?id=1834567890123456789", "https://x.com/i/status/1834567890123456789"),
    ("https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fquay%2Fvideos%2F123456789%2F&width=500", "https://www.facebook.com/quay/videos/123456789/"),
    ("https://open.spotify.com/embed/episode/4aBcD?utm_source=generator", "https://open.spotify.com/embed-podcast/episode/4aBcD"),
    ("https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/123456&color=ff5500", "https://w.soundcloud.com/player/?visual=true&url=https://api.soundcloud.com/tracks/123456"),
    ("https://datawrapper.dwcdn.net/aBc12/3/", "https://datawrapper.dwcdn.net/aBc12/7/?dark=true"),
    ("https://flo.uri.sh/visualisation/123456/embed", "https://public.flourish.studio/visualisation/123456/"),
    ("https://embed.documentcloud.org/documents/2345678-door-bill/?embed=1", "https://www.documentcloud.org/documents/2345678-door-bill.html"),
    ("https://embed.podcasts.apple.com/us/podcast/doors/id123456?i=1000", "https://embed.podcasts.apple.com/gb/podcast/doors/id123456?theme=dark&i=1000"),
    ("https://charts.example/doors/index.html?b=2&a=1", "http://www.charts.example/doors/?a=1&b=2&utm_source=quay"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_addresses_of_one_thing_are_the_same(one, other):
    given = Given(
        with_embed(youtube(other.replace("&", "&amp;"))),
        original=with_embed(youtube(one.replace("&", "&amp;"))),
    )
    assert judged("embeds", given).verdict.value == "passed"


CASES = [
    case(VIDEO, youtube("https://www.youtube.com/embed/zzzZZZ99999"), "failed", "An embed of the original is missing: How doors are hung", id="another video"),
    case(VIDEO, "", "failed", "it is nowhere on the page", id="taken out"),
    case(VIDEO, '<p>See <a href="https://www.youtube.com/watch?v=abcDEF12345">the film</a> of it.</p>', "failed", "there is only a link to it", id="a link instead"),
    case(VIDEO, f"<!-- {VIDEO} -->", "failed", "in an HTML comment", id="commented out"),
    case(VIDEO, f'<div style="display:none">{VIDEO}</div>', "failed", "display: none", id="hidden"),
    case(VIDEO, youtube("x").replace("src=", 'data-src="https://www.youtube.com/embed/abcDEF12345" data-x='), "cant-tell", "only a script would load", id="lazy"),
    case(VIDEO, "<p>[embed]https://youtu.be/abcDEF12345[/embed]</p>", "cant-tell", "in a shortcode", id="a shortcode"),
    case(VIDEO, "<p>https://www.youtube.com/watch?v=abcDEF12345</p>", "cant-tell", "alone on a line", id="an address alone"),
    case(VIDEO, '<script>play({"id": "abcDEF12345"})</script>', "cant-tell", "in the source", id="in a script"),
    case(POST, '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=1834567890123456789"></iframe>', "passed", id="a post in a frame"),
    case(POST, "", "failed", "twitter.com/millstreet", id="a post taken out"),
    case(CHART, "", "failed", id="a chart taken out"),
    case(CLIP, '<video src="/wp-content/door-hinges.mp4"></video>', "passed", id="a file on another server"),
    case(CLIP, "", "failed", id="a file left out"),
    case(OWN_BOX, "", "cant-tell", "a box of the publisher's own", id="what may be a box"),
    case(OWN_BOX, '<iframe src="https://boxes.harbour.example/doors?id=4712"></iframe>', "cant-tell", id="another id"),
    case(ADVERTISING, "", "inapplicable", "The original has no embeds", id="advertising"),
    case(f"<aside>{VIDEO}</aside>", "", "inapplicable", id="in a box beside the story"),
    case(VIDEO + POST, VIDEO + POST, "passed", "All 2 embeds", id="two"),
    case(VIDEO, VIDEO + CHART, "failed", "An embed was put into the story", "added: false", id="another one added"),
    case(VIDEO, VIDEO + ADVERTISING, "passed", "", "added: false", id="advertising added"),
    case(VIDEO, VIDEO + CHART, "passed", id="another one added, which is allowed"),
    case(VIDEO, "", "passed", "No embed was added", "kept: false\nadded: false", id="left out, which is allowed"),
]  # fmt: skip


@pytest.mark.parametrize(("original", "page", "verdict", "reason", "options"), CASES)
def test_embeds_are_held_against_the_original(original, page, verdict, reason, options):
    finding = judged("embeds", Given(with_embed(page), options, original=with_embed(original)))
    assert finding.verdict.value == verdict, finding
    assert reason in finding.reason


def test_an_embed_below_the_story_is_kept_all_the_same():
    given = Given(with_embed("", below=f"<aside>{VIDEO}</aside>"), original=with_embed(VIDEO))
    assert judged("embeds", given).verdict.value == "passed"


def test_a_file_that_carries_no_embeds_is_not_accused():
    finding = judged("embeds", Given(markdown(), format="markdown", original=with_embed(VIDEO)))
    assert finding.verdict.value == "cant-tell"
    assert "carries no embeds" in finding.reason


def test_the_finding_says_where_the_embed_stood_and_where_it_belongs():
    original, page = with_embed(VIDEO), with_embed("")
    finding = judged("embeds", Given(page, original=original))
    (evidence,) = finding.evidence
    assert original.split("\n")[evidence.line - 1].startswith("<iframe")
    assert finding.belongs_at
    assert page.split("\n")[finding.belongs_at.line - 2].startswith("<p>The bakery on Mill Street")


def test_options_that_ask_for_nothing_are_refused():
    with pytest.raises(RuleSetError, match="nothing is asked for"):
        judged("embeds", Given(with_embed(""), "kept: false"))
