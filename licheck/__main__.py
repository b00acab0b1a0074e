"""`python -m licheck`."""

import sys

if not sys.flags.safe_path:
    # For -m, Python looks for modules in the current folder first. That may be a stranger's, full of
    # pages to check: nothing in it may pass for a module of ours or of a library.
    del sys.path[0]

from licheck.cli import main

sys.exit(main())
