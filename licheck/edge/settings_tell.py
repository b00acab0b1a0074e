"""`licheck config show` and `licheck waivers`: settings in words, each with where it comes from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from licheck.edge import streams
from licheck.edge.clock import today
from licheck.edge.jobs import Answer, Job, Source
from licheck.edge.settings_find import shown, with_slashes
from licheck.edge.settings_plan import Desk
from licheck.edge.workers import Workers
from licheck.errors import UsageError
from licheck.model.republisher import Republisher
from licheck.settings.effective import Effective, Grant, effective, grants
from licheck.settings.own import Said
from licheck.settings.values import Republications
from licheck.settings.waive import by_end, days_left, is_for

if TYPE_CHECKING:
    from licheck.edge.run import CheckOptions
    from licheck.settings.values import File


class Own(NamedTuple):
    """What a page says to licheck: keys of its front matter with their lines, waivers, faults."""

    keys: tuple[tuple[str, str, int], ...]
    said: Said


class ReadOwn(NamedTuple):
    """The task of reading what a page says to licheck."""

    seconds: int = 0

    def __call__(self, job: Job) -> Answer:
        """See `licheck.edge.jobs.Task`."""
        from licheck.edge.opened import holds, page_of
        from licheck.settings.own import said_by

        assert job.page
        if holds(job.page).stories > 1:
            return Answer(result=Own((), Said()))
        page = page_of(job.page)
        keys = tuple(
            (meta.name.removeprefix("licheck."), meta.value, page.position(meta.offset).line)
            for meta in page.metadata
            if meta.where == "front matter" and meta.name in _OWN
        )
        return Answer(result=Own(keys, said_by(page)))


_OWN = ("licheck.publisher", "licheck.original", "licheck.authors")


class _Row(NamedTuple):
    key: str
    value: Any
    origin: str


def show_settings(pages: Sequence[str], options: CheckOptions, format: str) -> int:
    """Write the settings that hold for each page. Returns the exit code."""
    with Workers() as workers:
        desk = Desk(options, workers)
        told = [(page, *_rows(page, desk, options, workers)) for page in pages]
    streams.say(*(error.message for error in desk.errors))
    if format == "json":
        streams.write(
            json.dumps([_as_json(*one) for one in told], ensure_ascii=False, indent=2) + "\n", "utf-8"
        )
    else:
        streams.write(streams.harmless(line for one in told for line in _in_words(*one)))
    return max((error.exit_code for error in desk.errors), default=0)


def _rows(page: str, desk: Desk, options: CheckOptions, workers: Workers) -> tuple[str, list[_Row]]:
    """The configurations of a page, and its settings."""
    config = desk.home(page).config
    found = desk.files(config) if config else ()
    if found is None:
        return shown(config), []
    told = effective(found, with_slashes(page))
    rows = [_given(row, options) for row in _of(told)]
    own = _own(page, desk, workers) if config and os.path.isfile(page) else None
    if own:
        rows += [_Row(f"licheck.{key}", value, f"{page}:{line}") for key, value, line in own.keys]
    waivers = [grant for grant in grants(found) if grant.story or is_for(grant, page, with_slashes(page))]
    for grant in (*waivers, *(Grant(waiver, page=page) for waiver in (own.said.waivers if own else ()))):
        waiver = grant.waiver
        rows.append(
            _Row("waiver", f"{waiver.requirement} until {waiver.until}", f"{waiver.path}:{waiver.line}")
        )
    return ", which extends ".join(file.path for file in found), rows


def _of(told: Effective) -> Iterator[_Row]:
    wanted = told.republications
    if wanted.files or wanted.front_matter:
        keys = f"if its front matter has {' or '.join(wanted.front_matter)}" if wanted.front_matter else "no"
        yield _Row(
            "republication", "yes" if told.declared else keys, told.declared or told.origins["republications"]
        )
    for key, origin in told.origins.items():
        yield _Row(key, getattr(told, key), origin)


def _given(row: _Row, options: CheckOptions) -> _Row:
    """The row, as the command line has it where that says something."""
    if row.key in ("rules", "profile", "medium", "original", "originals", "fail_on"):
        value = getattr(options, row.key)
        if value:
            return _Row(row.key, value, f"option --{row.key.replace('_', '-')}")
    return row


def _in_words(page: str, config: str, rows: Sequence[_Row]) -> Iterator[str]:
    yield page
    yield f"  configuration: {config or 'none (no licheck.yaml here or above)'}"
    shown_rows = [(row.key, _text(row.value), row.origin) for row in rows]
    wide = [max((len(row[at]) for row in shown_rows), default=0) for at in (0, 1)]
    for key, value, origin in shown_rows:
        yield f"  {key:<{wide[0]}}  {value:<{min(wide[1], 48)}}  {origin}"
    yield ""


def _text(value: Any) -> str:
    plain = _plain(value)
    if isinstance(plain, dict):
        return "; ".join(f"{key}: {_text(each)}" for key, each in plain.items() if each) or "-"
    if isinstance(plain, list):
        return ", ".join(map(_text, plain)) or "-"
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return str(plain) or "-"


def _plain(value: Any) -> Any:
    if isinstance(value, Republications | Republisher):
        return {name: _plain(each) for name, each in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _as_json(page: str, config: str, rows: Sequence[_Row]) -> dict[str, Any]:
    return {
        "path": page,
        "configuration": config,
        "settings": [{"key": row.key, "value": _plain(row.value), "from": row.origin} for row in rows],
    }


def _own(page: str, desk: Desk, workers: Workers) -> Own | None:
    (answer,) = workers.run([Job(Source(page), (), task=ReadOwn())])
    desk.errors += answer.errors
    return answer.result if isinstance(answer.result, Own) else None


def list_waivers(names: Sequence[str], options: CheckOptions, format: str) -> int:
    """Write all waivers with the days that are left, those that end first before the others. Returns the exit code."""
    day = date.fromisoformat(today())
    with Workers() as workers:
        desk = Desk(options, workers)
        pages = [*(desk.named(names) if names else desk.republications(os.getcwd()))]
        here = desk.home(os.path.join(os.getcwd(), "x")).config
        settings = [desk.files(path) for path in {desk.home(page).config for page in pages} | {here} if path]
        if not any(settings) and not desk.errors:
            raise UsageError("there is no configuration (licheck.yaml) here or above: waivers stand in one")
        own = [_own(page, desk, workers) for page in pages if desk.home(page).config]
    found = [*_granted(filter(None, settings), pages if names else ())]
    found += [Grant(waiver, page=waiver.path) for one in own if one for waiver in one.said.waivers]
    faults = [str(fault) for one in own if one for fault in one.said.faults]
    streams.say(*(error.message for error in desk.errors), *faults)
    ordered = [*by_end(found)]
    if format == "json":
        streams.write(
            json.dumps([_waiver(one, day) for one in ordered], ensure_ascii=False, indent=2) + "\n", "utf-8"
        )
    else:
        streams.write(streams.harmless(line for one in ordered for line in _waiver_lines(one, day)))
        if ordered or not desk.errors:
            streams.write(streams.harmless([_counted(ordered, day)]))
    return max([2 if faults else 0, *(error.exit_code for error in desk.errors)])


def _granted(settings: Iterable[tuple[File, ...]], pages: Sequence[str]) -> Iterator[Grant]:
    """The waivers of configurations; where pages are named, those that can be for one of them."""
    seen = dict.fromkeys(grant for files in settings for grant in grants(files))
    for grant in seen:
        if not pages or grant.story or any(is_for(grant, page, with_slashes(page)) for page in pages):
            yield grant


def _waiver_lines(grant: Grant, day: date) -> Iterator[str]:
    waiver, left = grant.waiver, days_left(grant.waiver, day)
    rule_set = f" of {waiver.rule_set}" if waiver.rule_set else ""
    yield f"{_left(left)} (until {waiver.until}): {waiver.requirement}{rule_set}, {_for(grant)}"
    yield f"  {waiver.reason} Granted by {waiver.by}. ({waiver.path}:{waiver.line})"


def _left(days: int) -> str:
    if days < 0:
        return f"RAN OUT {-days} day{'s'[: days < -1]} ago"
    return "ends today" if days == 0 else f"{days} day{'s'[: days > 1]} left"


def _for(grant: Grant) -> str:
    if grant.page:
        return grant.page
    named = [grant.glob, f"the story {grant.story}" if grant.story else ""]
    return ", ".join(filter(None, named)) or "all pages"


def _counted(ordered: Sequence[Grant], day: date) -> str:
    over = sum(days_left(one.waiver, day) < 0 for one in ordered)
    return f"{len(ordered)} waiver{'s'[: len(ordered) != 1]}, {over} of them ran out"


def _waiver(grant: Grant, day: date) -> dict[str, Any]:
    waiver = grant.waiver
    return {
        "requirement": waiver.requirement,
        "rule_set": waiver.rule_set,
        "for": _for(grant),
        "reason": waiver.reason,
        "by": waiver.by,
        "until": waiver.until.isoformat(),
        "days_left": days_left(waiver, day),
        "path": waiver.path,
        "line": waiver.line,
    }
