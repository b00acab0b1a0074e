"""Which files changed since a revision of git: git is asked, and nothing of the repository's is run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence

from licheck.edge.settings_find import absolute
from licheck.errors import UsageError

SECONDS = 30  # for each question: the largest repositories answer in a few

# A repository's configuration can name programs (to watch files, to show differences): none of them is started.
_QUIETLY = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-optional-locks")


class Changed:
    """The files that changed, seen from anywhere. `all` tells that what everything depends on did not change."""

    def __init__(self, paths: Iterable[str], repositories: Iterable[str], all_due: bool) -> None:
        self._paths = {*paths}
        self._repositories = [*repositories]
        self.all = all_due

    def __contains__(self, page: str) -> bool:
        if self.all:
            return True
        real = os.path.realpath(absolute(page))
        return page == "-" or real in self._paths or not self._is_in_one(real)

    def _is_in_one(self, path: str) -> bool:
        return any(path.startswith(top.rstrip(os.sep) + os.sep) for top in self._repositories)


def changed_since(revision: str, bases: Sequence[str], pages: Sequence[str]) -> Changed:
    """What changed between a revision (where this line of work left it) and the files as they are now.

    New files that git does not ignore are changed files too, deleted ones are none; a renamed file is a new one.
    Where one of `bases` (configurations) changed, all pages are due. Raises UsageError, in one sentence, where git
    or the revision is not there.
    """
    folders = {os.path.dirname(absolute(page)) for page in pages if page != "-"} or {os.getcwd()}
    tops = {_top(folder) for folder in folders}
    paths = {os.path.realpath(os.path.join(top, name)) for top in tops for name in _changed(top, revision)}
    return Changed(paths, tops, any(os.path.realpath(base) in paths for base in bases))


def _top(folder: str) -> str:
    code, out = _git(folder, "rev-parse", "--show-toplevel")
    if code:
        raise UsageError(
            f"--since: {folder} is in no git repository: leave the option out, or run licheck in one"
        )
    return os.path.realpath(os.fsdecode(out.rstrip(b"\r\n")))


def _changed(top: str, revision: str) -> Iterable[str]:
    since = _commit(top, revision)
    code, names = _git(
        top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--diff-filter=d", since, "--"
    )
    more, new = _git(top, "ls-files", "-z", "--others", "--exclude-standard")
    if code or more:
        raise UsageError(f"--since {revision}: git could not compare the files in {top} with that revision")
    return [os.fsdecode(name) for name in (names + new).split(b"\0") if name]


def _commit(top: str, revision: str) -> str:
    """The commit from which the present work went out: what others did since then is not ours."""
    code, found = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if code:
        raise UsageError(
            f"--since {revision}: there is no such revision in {top} (in a shallow clone, fetch more of its history)"
        )
    named = found.decode().strip()
    code, base = _git(top, "merge-base", named, "HEAD")
    return named if code else base.decode().strip()


def _git(folder: str, *arguments: str) -> tuple[int, bytes]:
    """What git ends with and says. Raises UsageError where it cannot be asked."""
    # What a hook hands down (GIT_DIR, GIT_INDEX_FILE) is seen from its folder, and ours is another one.
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith("GIT_") or "CONFIG" in name
    }
    environment = {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "-C", folder, *_QUIETLY, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - git with words of ours; the revision stands behind --end-of-options
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            env=environment,
            check=False,
        )
    except FileNotFoundError:
        raise UsageError(
            "--since needs git, which is not installed here: install it, or name the pages"
        ) from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"--since: git took longer than {SECONDS} seconds: name the pages instead") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"--since: git could not be started ({error})") from None
    if b"safe.directory" in done.stderr:
        raise UsageError(
            f"--since: git does not trust {folder}, which belongs to somebody else: allow it with"
            f" `git config --global --add safe.directory {folder}`"
        )
    return done.returncode, done.stdout
