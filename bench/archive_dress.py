"""How republications wear their credits, rightly and wrongly: the known truth of a made archive.

`DRESSES` has, for each publisher, the parts of a page that the rule set asks for; a `Fault` replaces some of them
and says which requirements then fail. What is said here was read off the rule files, never off licheck's answers.
To add a publisher, write its dress and its faults.

In the parts stand `{author}`, `{institution}`, `{url}` of the original, `{id}` its number, `{other}` another number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_DCNF = "Daily Caller News Foundation"
_NOTICE = (
    "<p><em>All content created by the Daily Caller News Foundation, an independent and nonpartisan newswire service, is"
    " available without charge to any legitimate news publisher that can provide a large audience. All republished"
    " articles must include our logo, our reporter’s byline and their DCNF affiliation.</em></p>"
)
_COUNTER = "https://counter.theconversation.com/content/"
_PIXEL = f'<img src="{_COUNTER}{{id}}/count.gif" alt="" width="1" height="1">'
_SAID = "This article is republished from {name} under a Creative Commons license."
_FROM = '<p>This story was originally published by <a href="{url}">ProPublica</a>.</p>'


@dataclass(frozen=True)
class Parts:
    """Markup of one page: the words after "By", what stands above and below the story, the canonical address."""

    byline: str
    logo: str = ""
    top: str = ""
    bottom: str = ""
    canonical: str = ""


@dataclass(frozen=True)
class Dress:
    """A publisher: its rule set and home, the original's byline and foot, and a page that has all that is asked for.

    `asks` are the ids of the requirements that are judged.
    """

    rule_set: str
    name: str
    home: str
    original_byline: str
    original_foot: str
    complete: Parts
    asks: tuple[str, ...]


@dataclass(frozen=True)
class Fault:
    """`parts` replace those of the complete page; `failed` are the requirements that fail then, all others pass.

    `open` are requirements of which the rule file does not say in so many words what follows.
    """

    id: str
    rule_set: str
    parts: Mapping[str, str] = field(default_factory=dict)
    failed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


DRESSES = (
    Dress(
        "dcnf",
        _DCNF,
        "https://dailycallernewsfoundation.org/",
        "{author}",
        _NOTICE,
        Parts(
            f"{{author}}, {_DCNF}",
            f'<p><img src="/uploads/2026/dcnf-logo.png" alt="{_DCNF}" width="180" height="60"></p>',
            bottom=_NOTICE,
        ),
        ("logo", "byline", "affiliation"),
    ),
    Dress(
        "propublica",
        "ProPublica",
        "https://www.propublica.org/",
        "{author}",
        "",
        Parts(
            "{author}",
            top=_FROM,
            bottom='<script src="https://pixel.propublica.org/pixel.js" async></script>',
            canonical="{url}",
        ),
        ("credit_line", "link_back", "canonical", "tracking_pixel"),
    ),
    Dress(
        "the-conversation",
        "The Conversation",
        "https://theconversation.com/",
        "{author}, {institution}",
        "",
        Parts(
            "{author}, {institution}",
            '<p><img src="/uploads/the-conversation-logo.png" alt="The Conversation" width="200" height="40"></p>',
            f"<p>{_SAID.format(name='<a href=https://theconversation.com>The Conversation</a>')} Read the"
            ' <a href="{url}">original article</a>.</p>',
            _PIXEL,
        ),
        ("byline", "affiliation", "credit_line", "link_back", "logo", "tracking_pixel"),
    ),
)

_BARE = {"byline": "Staff Reports", "logo": "", "top": "", "bottom": "", "canonical": ""}
_ICON = f'<p><img src="/icons/dcnf-logo.png" alt="{_DCNF}" width="16" height="16"></p>'
_HIDDEN = f'Staff Reports<span style="display:none">, {{author}}, {_DCNF}</span>'
_BOTH = ("byline", "affiliation")

FAULTS = (
    *(Fault("complete", dress.rule_set) for dress in DRESSES),
    *(Fault("bare", dress.rule_set, _BARE, dress.asks) for dress in DRESSES),
    Fault("short-name", "dcnf", {"byline": "{author}, DCNF"}),
    Fault("notice-cut", "dcnf", {"bottom": ""}),
    Fault("no-logo", "dcnf", {"logo": ""}, ("logo",)),
    Fault("icon-for-a-logo", "dcnf", {"logo": _ICON}, ("logo",)),
    Fault("no-byline", "dcnf", {"byline": "Staff Reports"}, _BOTH),
    Fault("publisher-as-author", "dcnf", {"byline": _DCNF}, ("byline",)),
    Fault("no-affiliation", "dcnf", {"byline": "{author}"}, ("affiliation",)),
    Fault("another-company", "dcnf", {"byline": "{author}, The Daily Caller"}, ("affiliation",)),
    Fault("hidden-byline", "dcnf", {"byline": _HIDDEN}, _BOTH),
    Fault("no-credit", "propublica", {"top": ""}, ("credit_line", "link_back")),
    Fault(
        "no-link",
        "propublica",
        {"top": "<p>This story was originally published by ProPublica.</p>"},
        ("link_back",),
    ),
    Fault("no-pixel", "propublica", {"bottom": ""}, ("tracking_pixel",)),
    Fault("no-canonical", "propublica", {"canonical": ""}, ("canonical",)),
    Fault(
        "credit-at-the-end",
        "propublica",
        {"top": "", "bottom": f'{_FROM}<script src="https://pixel.propublica.org/pixel.js" async></script>'},
        ("credit_line",),
        ("link_back",),
    ),
    Fault("no-credit", "the-conversation", {"top": ""}, ("credit_line", "link_back")),
    Fault(
        "no-link",
        "the-conversation",
        {"top": f"<p>{_SAID.format(name='The Conversation')}</p>"},
        ("link_back",),
    ),
    Fault("no-affiliation", "the-conversation", {"byline": "{author}"}, ("affiliation",)),
    Fault("no-byline", "the-conversation", {"byline": "Staff Reports"}, _BOTH),
    Fault("no-logo", "the-conversation", {"logo": ""}, ("logo",)),
    Fault("no-pixel", "the-conversation", {"bottom": ""}, ("tracking_pixel",)),
    Fault(
        "pixel-of-another",
        "the-conversation",
        {"bottom": _PIXEL.replace("{id}", "{other}")},
        ("tracking_pixel",),
    ),
    Fault("pixel-in-a-comment", "the-conversation", {"bottom": f"<!-- {_PIXEL} -->"}, ("tracking_pixel",)),
)


def expected(fault: Fault, dress: Dress) -> dict[str, str]:
    """Requirement -> verdict, for all that the rule file speaks of clearly."""
    sure = (name for name in dress.asks if name not in fault.open)
    return {name: "failed" if name in fault.failed else "passed" for name in sure}
