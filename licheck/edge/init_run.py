"""`licheck init`: look at the repository, ask, show, write. Nothing that is there is overwritten."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from licheck.edge import files, init_files, init_merge, init_source, rulebook, streams
from licheck.edge.init_ask import CI, InitOptions, agreed, asked, decided
from licheck.edge.init_site import Site, look
from licheck.edge.init_source import Origin
from licheck.edge.settings_find import Homes, shown
from licheck.errors import InputError, OutputError, UsageError
from licheck.rulesets import forms


class Step(NamedTuple):
    """What is done with a file. `text` is all that it holds then (None: it stays), `note` a line for people,
    `by_hand` what somebody has to add to it.
    """

    path: str
    text: str | None = None
    note: str = ""
    by_hand: str = ""


def begin(options: InitOptions) -> int:
    """Set licheck up for the site in a folder. Returns the exit code. Raises UsageError and OutputError."""
    folder = os.path.abspath(options.folder or os.curdir)
    if not os.path.isdir(folder):
        raise UsageError(f"{options.folder} is no folder: name the one of the site")
    root = Homes().of(os.path.join(folder, "x")).repository or folder
    site = look(folder)
    asks = streams.is_terminal(sys.stdin) and not options.yes
    streams.write(streams.harmless(_found(site, folder)))
    options = asked(options, site, root) if asks else decided(options, site, root)
    _check(options)
    origin = init_source.named(options.source) if options.source else init_source.recorded()
    steps = [*_steps(options, folder, root, origin)]
    streams.write(streams.harmless(_plan(steps)))
    due = [step for step in steps if step.text is not None]
    if due and not options.yes and not (asks and agreed("Write these files?")):
        if asks:
            streams.say("licheck: nothing was written")
            return 2
        raise UsageError(
            "nothing was written, since there is nobody to ask here: add --yes to write these files"
        )
    for step in due:
        _write(step, root)
    streams.write(streams.harmless(_after(steps, root)))
    return 1 if any(step.by_hand for step in steps) else 0


def _found(site: Site, folder: str) -> Iterator[str]:
    where = f", with stories in {site.stories}/" if site.stories else ""
    here = "this" if os.path.samefile(folder, os.curdir) else shown(folder)
    yield f"{here[0].upper()}{here[1:]} is {_site_of(site)}{where}."
    signs = [*site.files, *(f"the key `{key}` of front matter" for key in site.keys)]
    yield f"Republications seem to be told by: {', '.join(signs) or 'nothing that licheck knows'}."


def _site_of(site: Site) -> str:
    return "a site in plain HTML" if site.maker == "plain HTML" else f"a site made with {site.maker}"


def _check(options: InitOptions) -> None:
    """Refuse what could not stand in the files. Raises UsageError."""
    wanted = options.wanted
    if options.ci not in CI:
        raise UsageError(f"there is no pipeline {options.ci} here: choose one of {', '.join(CI)}")
    for text in (*wanted.files, *wanted.keys, *wanted.rules, wanted.name, wanted.domain):
        if not text.isprintable() or len(text) > 300:
            raise UsageError(
                "a value holds a character that cannot be printed, or more than 300: write it otherwise"
            )
    if wanted.domain and not re.fullmatch(forms.HOST, wanted.domain):
        raise UsageError(f"{wanted.domain} is no host name such as example.org (no https://, no path)")
    for glob in wanted.files:
        if os.path.isabs(glob) or ".." in glob.split("/"):
            raise UsageError(
                f"{glob}: write globs as seen from the folder of the site, such as content/syndicated/**"
            )
    for name in wanted.rules:
        try:
            rulebook.find(name)
        except UsageError as error:
            raise UsageError(f"{name}: {error}") from error


def _steps(options: InitOptions, folder: str, root: str, origin: Origin) -> Iterator[Step]:
    yield _config(options, folder)
    if options.hook:
        yield _hook(root, origin)
    if options.ci == "github":
        yield _github(root, origin)
    if options.ci == "gitlab":
        yield from _gitlab(root, origin)


def _config(options: InitOptions, folder: str) -> Step:
    path = os.path.join(folder, init_files.CONFIG)
    there = Homes().of(path).config
    if there:
        return Step(there, note="is there already and stays as it is")
    return Step(path, init_files.config(options.wanted))


def _hook(root: str, origin: Origin) -> Step:
    path, entry = os.path.join(root, init_files.HOOKS), init_files.hook(origin)
    text = _read(path)
    if text is None:
        return Step(path, by_hand=f"it cannot be read; add to its `repos`:\n{entry}")
    if not text:
        return Step(path, init_files.hooks(entry))
    if init_merge.has_hook(text):
        return Step(path, note="has the hook already and stays as it is")
    new = init_merge.added(text, entry)
    if new is None:
        return Step(
            path,
            by_hand=f"it is not written in a way that licheck could add to; add to its `repos`:\n{entry}",
        )
    return Step(path, new, note="gets one entry more in `repos`:\n" + entry)


def _github(root: str, origin: Origin) -> Step:
    path = os.path.join(root, *init_files.WORKFLOW.split("/"))
    if os.path.lexists(path):
        return Step(path, note="is there already and stays as it is")
    if not origin.address:
        return Step(path, by_hand=_UNKNOWN)
    return Step(path, init_files.workflow(origin))


def _gitlab(root: str, origin: Origin) -> Iterator[Step]:
    ours, theirs = (
        os.path.join(root, *name.split("/")) for name in (init_files.GITLAB_OURS, init_files.GITLAB)
    )
    if os.path.lexists(ours):
        yield Step(ours, note="is there already and stays as it is")
    elif not origin.address:
        yield Step(ours, by_hand=_UNKNOWN)
        return
    else:
        yield Step(ours, init_files.gitlab(origin))
    text = _read(theirs)
    if text == "":
        yield Step(theirs, init_files.includes())
    elif text is None or init_files.GITLAB_OURS not in text:
        yield Step(theirs, by_hand=f"it stays as it is; add to it:\n{init_files.includes()}")


_UNKNOWN = (
    "it is not written, since nobody said where the pipeline gets licheck from: say it with"
    " --source ADDRESS@TAG, the address of its git repository and a tag or commit"
)


def _read(path: str) -> str | None:
    """The text of a file; empty where there is none, None where it cannot be read."""
    if not os.path.lexists(path):
        return ""
    try:
        return files.read_input(path, init_merge.LARGEST).decode("utf-8")
    except (InputError, UnicodeDecodeError):
        return None


def _plan(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        yield ""
        what = "will be written:" if step.text is not None and not step.note else step.note or step.by_hand
        first, *more = what.splitlines()
        yield (
            f"{shown(step.path)} {first}" if step.note or not step.by_hand else f"{shown(step.path)}: {first}"
        )
        yield from (
            "    " + line for line in (more if step.note or step.by_hand else (step.text or "").splitlines())
        )
    yield ""


def _write(step: Step, root: str) -> None:
    """Write a file, also in a folder that is not there yet. Raises OutputError."""
    if not os.path.realpath(step.path).startswith(os.path.join(os.path.realpath(root), "")):
        raise OutputError(
            f"{shown(step.path)}: a symbolic link leads out of {shown(root)}: take it away first"
        )
    try:
        os.makedirs(os.path.dirname(step.path), exist_ok=True)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise OutputError(f"{shown(step.path)}: its folder could not be made: {why}") from error
    files.write_output(step.path, (step.text or "").encode("utf-8"))


def _after(steps: list[Step], root: str) -> Iterator[str]:
    written = [shown(step.path) for step in steps if step.text is not None]
    yield f"Written: {', '.join(written)}." if written else "Nothing had to be written."
    yield "Next:"
    if any(step.by_hand for step in steps):
        yield "  add by hand what is told above"
    yield "  licheck originals add FOLDER   keep the originals, so that nothing has to be guessed"
    yield "  licheck check                  check all republications"
    yield "  licheck baseline write         begin with what fails now as known, so that only new failures fail"
    if any(os.path.basename(step.path) == init_files.HOOKS for step in steps):
        yield "  pre-commit install             have git run the hook" + (
            "" if _is_here(root) else f" (in {shown(root)})"
        )


def _is_here(root: str) -> bool:
    return os.path.realpath(root) == os.path.realpath(os.curdir)
