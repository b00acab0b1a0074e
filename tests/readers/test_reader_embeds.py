"""What a page shows from elsewhere is read with its address and place, by both readings alike."""

import pytest

from licheck.readers import read, second
from licheck.readers.html import read_text


def embeds(html):
    page = read_text("page.html", f"<p>One.</p>{html}<p>Two.</p>")
    again = second.read_text("page.html", page.source)
    assert [(*each[:4], *each[5:]) for each in page.embeds] == [
        (*each[:4], *each[5:]) for each in again.embeds
    ]
    for each in page.embeds:
        assert page.source[each.offset] == "<"
    return [(each.tag, each.src, each.lazy, each.block, bool(each.hidden)) for each in page.embeds]


V = "https://www.youtube.com/embed/abc"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(f'<iframe src="{V}" title="A film"></iframe>', [("iframe", V, "", 1, False)], id="a frame"),
        pytest.param(f'<p>Look: <iframe src="{V}"></iframe> there.</p>', [("iframe", V, "", 1, False)], id="within a paragraph"),
        pytest.param(f'<iframe src="about:blank" data-src="{V}"></iframe>', [("iframe", "", V, 1, False)], id="lazy"),
        pytest.param(f'<div hidden><iframe src="{V}"></iframe></div>', [("iframe", V, "", 1, True)], id="hidden"),
        pytest.param(f'<iframe src="{V}" width="1" height="1"></iframe>', [("iframe", V, "", 1, True)], id="a pixel"),
        pytest.param(f'<iframe src="{V}" style="width:0; height:0"></iframe>', [("iframe", V, "", 1, True)], id="without a size"),
        pytest.param(f'<!-- <iframe src="{V}"></iframe> -->', [("iframe", V, "", 1, True)], id="in a comment"),
        pytest.param(f'<noscript><iframe src="{V}"></iframe></noscript>', [("iframe", V, "", 1, True)], id="in noscript"),
        pytest.param('<iframe></iframe><iframe src="about:blank"></iframe>', [], id="empty frames"),
        pytest.param('<video><source src="a.webm"><source src="a.mp4"><p>No film.</p></video>', [("video", "a.webm", "", 1, False)], id="a film"),
        pytest.param('<audio controls src="a.mp3"></audio>', [("audio", "a.mp3", "", 1, False)], id="a sound"),
        pytest.param('<object><param name="movie" value="a.swf"><embed src="a.swf"></object>', [("object", "a.swf", "", 1, False)], id="an object"),
        pytest.param('<amp-twitter data-tweetid="12"><p>Wait</p></amp-twitter>', [("amp-twitter", "https://twitter.com/i/status/12", "", 1, False)], id="AMP"),
        pytest.param('<blockquote class="twitter-tweet" data-lang="en"><p>Hi <a href="https://t.example/x">x</a></p><a href="https://twitter.com/a/status/12">day</a></blockquote>', [("blockquote", "https://twitter.com/a/status/12", "", 1, False)], id="a post"),
        pytest.param('<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Ab1/"><a href="/x">x</a></blockquote>', [("blockquote", "https://www.instagram.com/p/Ab1/", "", 1, False)], id="a picture's post"),
        pytest.param('<blockquote class="pull"><a href="https://quay.example">Said</a></blockquote>', [], id="a quotation"),
        pytest.param('<div class="flourish-embed" data-src="visualisation/77"></div><script src="https://public.flourish.studio/resources/embed.js"></script>', [("div", "https://flo.uri.sh/visualisation/77", "", 1, False)], id="a chart that a script draws"),
        pytest.param('<script src="https://gist.github.com/a/77aa.js"></script>', [("script", "https://gist.github.com/a/77aa.js", "", 1, False)], id="a script in its place"),
    ],
)  # fmt: skip
def test_embeds_are_read(html, expected):
    assert embeds(html) == expected


def test_embeds_in_markdown_stand_in_the_markdown():
    source = f'# Title\n\nOne.\n\n<iframe src="{V}"></iframe>\n\nTwo.\n'
    (embed,) = read("story.md", source.encode()).embeds
    assert source[embed.offset :].startswith("<iframe")
