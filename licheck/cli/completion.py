"""Write a script by which your shell completes commands, options and names of rule sets.

Give it to the shell once, and again after an update of licheck:

bash        licheck completion bash > ~/.local/share/bash-completion/completions/licheck
zsh         licheck completion zsh > a file named _licheck in a folder of $fpath
fish        licheck completion fish > ~/.config/fish/completions/licheck.fish
"""

from __future__ import annotations

from argparse import Namespace

from licheck import app
from licheck.cli._commands import parsers
from licheck.cli._parser import Parser
from licheck.errors import UsageError

_SHELLS = ("bash", "zsh", "fish")
_AFTER = """\
examples:
  source <(licheck completion bash)
  licheck completion fish > ~/.config/fish/completions/licheck.fish

exit codes:
  0  the script was written
  2  wrong arguments
"""


def add_options(parser: Parser) -> None:
    """Declare what can be given."""
    parser.usage = "licheck completion bash|zsh|fish"
    parser.epilog = _AFTER
    parser.add_argument("words", nargs="*", metavar="bash|zsh|fish", help="the shell")


def run(arguments: Namespace) -> int:
    """Write it; the exit code."""
    shell, *more = arguments.words or [""]
    if shell not in _SHELLS or more:
        raise UsageError(f"name one shell: `licheck completion {'|'.join(_SHELLS)}`")
    return app.completion(shell, parsers())
