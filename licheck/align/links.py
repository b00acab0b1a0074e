"""Links of the story: lost, added, or leading elsewhere, where their words were kept."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urljoin

from licheck.addresses import address
from licheck.align.compare import Compared
from licheck.align.side import Side
from licheck.align.tokens import Word
from licheck.model.change import Change, ChangeKind
from licheck.model.page import Link, Page

_Place = tuple[int, int]  # a block, and a word of it
_WEB = ("http://", "https://", "//")


def link_changes(old: Side, new: Side, compared: Sequence[Compared], original_url: str) -> Iterator[Change]:
    """The changes of links on words that the page kept. Links on words that were cut or added went with them."""
    ours, theirs = _links(old), _links(new)
    all_ours, all_theirs = [*_flat(ours)], [*_flat(theirs)]
    _drop_equal(ours, theirs, compared)
    if not ours and not theirs:
        return
    bases = original_url or _own_address(old.page), _own_address(new.page)
    known_old = {_target(link, bases[0]) for link in all_ours}
    known_new = {_target(link, bases[1]) for link in all_theirs}
    there, back = _partners(old, new, compared, frozenset(ours), frozenset(theirs))
    met: set[Link] = set()
    for link in _flat(ours):
        at = _carried(old, link, there)
        if at:
            beside = [other for other in theirs.get(at[0].block, ()) if _overlaps(other, at)]
            met.update(beside)
            target = _target(link, bases[0])
            same = any(_same(target, _target(other, bases[1])) for other in beside)
            if not same and target not in known_new:
                yield _gone(old, new, link, at, beside)
    own = address(original_url)
    for link in _flat(theirs):
        at = _carried(new, link, back)
        is_back = own is not None and address(link.href) == own
        if at and link not in met and not is_back and _target(link, bases[1]) not in known_old:
            kept = old.passage(at[0].block, at[0].start, at[-1].end)
            passage = new.passage(link.block, link.start, link.end)
            yield Change(ChangeKind.LINK_ADDED, kept, passage, note=f"leads to {link.href}")


def _drop_equal(
    ours: dict[int, list[Link]], theirs: dict[int, list[Link]], compared: Iterable[Compared]
) -> None:
    """Take out the links of paragraphs that are equal to the letter and have the same links: most of them are."""
    for one in compared:
        if one.identical:
            (old,), (new,) = one.group.old, one.group.new
            same = old in ours and [*map(_bare, ours[old])] == [*map(_bare, theirs.get(new, ()))]
            if same and all(link.href.startswith(_WEB) for link in ours[old]):
                del ours[old], theirs[new]


def _bare(link: Link) -> tuple[int, int, str]:
    return link.start, link.end, link.href


def _gone(old: Side, new: Side, link: Link, at: Sequence[Word], beside: Sequence[Link]) -> Change:
    """A link that is lost, or leads elsewhere: `at` are its words on the page, `beside` the links they have there."""
    passage = old.passage(link.block, link.start, link.end)
    if not beside:
        kept = new.passage(at[0].block, at[0].start, at[-1].end)
        return Change(ChangeKind.LINK_LOST, passage, kept, note=f"led to {link.href}")
    other = beside[0]
    note = f"led to {link.href}, leads to {other.href}"
    return Change(
        ChangeKind.LINK_RETARGETED, passage, new.passage(other.block, other.start, other.end), note=note
    )


def _links(side: Side) -> dict[int, list[Link]]:
    """Block -> its links, with words to click on, that lead to another place than this page."""
    own = frozenset(side.blocks)
    found: dict[int, list[Link]] = {}
    for link in side.page.links:
        if link.block in own and link.start < link.end and not link.hidden and not _stays(link.href):
            found.setdefault(link.block, []).append(link)
    return found


def _stays(href: str) -> bool:
    return not href.strip() or href.strip().lower().startswith(("#", "javascript:"))


def _flat(links: Mapping[int, Sequence[Link]]) -> Iterator[Link]:
    for each in links.values():
        yield from each


def _same_words(old: Side, new: Side, one: Compared) -> Sequence[tuple[Sequence[Word], Sequence[Word]]]:
    if one.identical:
        words = old.words(one.group.old[0])
        return [(words, new.words(one.group.new[0], words))]
    return one.same


def _partners(
    old_side: Side,
    new_side: Side,
    compared: Iterable[Compared],
    old: frozenset[int],
    new: frozenset[int],
) -> tuple[dict[_Place, Word], dict[_Place, Word]]:
    """Place of a word -> the same word on the other side, for the words of these blocks; both ways."""
    there: dict[_Place, Word] = {}
    back: dict[_Place, Word] = {}
    for one in compared:
        if old.isdisjoint(one.group.old) and new.isdisjoint(one.group.new):
            continue
        for ours, theirs in _same_words(old_side, new_side, one):
            for left, right in zip(ours, theirs, strict=True):
                if left.block in old:
                    there[left.block, left.at] = right
                if right.block in new:
                    back[right.block, right.at] = left
    return there, back


def _carried(side: Side, link: Link, partners: Mapping[_Place, Word]) -> list[Word]:
    """The other side's words that stand for those of a link, in one block; none unless most of them are there."""
    words = side.words(link.block)
    first = bisect_left(words, link.start, key=lambda word: word.end - 1)
    last = bisect_left(words, link.end, key=lambda word: word.start)
    found = [partners[word.block, word.at] for word in words[first:last] if (word.block, word.at) in partners]
    found = [word for word in found if word.block == found[0].block]
    return sorted(found, key=lambda word: word.at) if 2 * len(found) >= last - first > 0 else []


def _overlaps(link: Link, words: Sequence[Word]) -> bool:
    return link.start < words[-1].end and words[0].start < link.end


def _own_address(page: Page) -> str:
    return next((meta.value for name in ("url", "canonical") for meta in page.values(name) if meta.value), "")


def _target(link: Link, base: str) -> object:
    """Where a link leads, for comparison."""
    href = link.href.strip()
    if base and not href.lower().startswith(_WEB) and ":" not in href.partition("/")[0]:
        try:
            href = urljoin(base, href)
        except ValueError:
            return href
    return address(href) or href.rstrip("/")


def _same(one: object, other: object) -> bool:
    """Whether two targets are one; of an address without a host only the path is known."""
    if one == other:
        return True
    paths = [target if isinstance(target, str) else getattr(target, "path", "") for target in (one, other)]
    unknown = any(isinstance(target, str) and target.startswith("/") for target in (one, other))
    return unknown and paths[0].partition("?")[0].rstrip("/") == paths[1].partition("?")[0].rstrip("/")
