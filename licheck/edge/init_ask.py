"""What `licheck init` is to do: from the arguments, from what was found, from whoever sits at the terminal."""

from __future__ import annotations

import os
import re
import sys
from typing import NamedTuple

from licheck.edge import files, init_files, init_source, streams
from licheck.edge.init_files import Wanted
from licheck.edge.init_site import Site
from licheck.errors import InputError

CI = ("github", "gitlab", "none")


class InitOptions(NamedTuple):
    """What `licheck init` was asked for; empty: nothing was said. `ci` is one of CI, `hook` None: nothing was said."""

    folder: str = ""
    wanted: Wanted = Wanted()
    ci: str = ""
    hook: bool | None = None
    source: str = ""
    yes: bool = False


def decided(options: InitOptions, site: Site, root: str) -> InitOptions:
    """The options, with what was found where nothing was said."""
    wanted = options.wanted
    told = bool(wanted.files or wanted.keys)
    filled = wanted._replace(
        files=wanted.files if told else site.files,
        keys=wanted.keys if told else site.keys,
        name=wanted.name or site.name,
        domain=wanted.domain or site.domain,
    )
    hook = options.hook if options.hook is not None else os.path.lexists(os.path.join(root, ".git"))
    return options._replace(wanted=filled, ci=options.ci or _ci_of(root), hook=hook)


def _ci_of(root: str) -> str:
    """The pipeline that the repository seems to use."""
    if os.path.exists(os.path.join(root, init_files.GITLAB)):
        return "gitlab"
    if os.path.isdir(os.path.join(root, ".github")):
        return "github"
    try:
        told = files.read_input(os.path.join(root, ".git", "config"), 200_000)
    except InputError:
        return "none"
    return "github" if b"github.com" in told else "gitlab" if b"gitlab" in told else "none"


def asked(options: InitOptions, site: Site, root: str) -> InitOptions:
    """The options, with what somebody at the terminal says; Enter takes what was found."""
    found = decided(options, site, root)
    wanted = found.wanted
    if not (options.wanted.files or options.wanted.keys):
        usual = ", ".join((*wanted.files, *wanted.keys)) or init_files.OUR_KEY
        told = _words(_answer(f"Which are republications? Globs, or keys of front matter [{usual}]: "))
        if told:
            wanted = wanted._replace(
                files=tuple(filter(_is_glob, told)), keys=tuple(word for word in told if not _is_glob(word))
            )
    if not wanted.rules:
        told = _words(_answer("Of which publishers? Ids of `licheck rules list` [licheck finds out]: "))
        wanted = wanted._replace(rules=told)
    hook, ci = found.hook, found.ci
    if options.hook is None:
        hook = agreed("Check stories before each commit, with pre-commit?", usual=bool(hook))
    if not options.ci:
        told = _words(_answer(f"Check them in the pipeline of github or gitlab, or none? [{ci}]: "))
        ci = told[0] if told else ci
    source = options.source
    if not source and not init_source.recorded().address and (hook or ci in ("github", "gitlab")):
        source = _answer(
            "The git repository that they get licheck from, as ADDRESS@TAG [the licheck installed]: "
        )
    return found._replace(wanted=wanted, hook=hook, ci=ci, source=source)


def _is_glob(word: str) -> bool:
    return any(sign in word for sign in "*?/")


def _words(text: str) -> tuple[str, ...]:
    return tuple(filter(None, re.split(r"[,\s]+", text)))


def _answer(question: str) -> str:
    streams.tell_plainly(streams.harmless([question]).removesuffix("\n"))
    return " ".join(sys.stdin.readline().split())


def agreed(question: str, *, usual: bool = True) -> bool:
    """Whether somebody at the terminal says yes; Enter says `usual`."""
    told = _answer(f"{question} [{'Y/n' if usual else 'y/N'}] ").lower()
    return told in ("y", "yes") if told else usual
