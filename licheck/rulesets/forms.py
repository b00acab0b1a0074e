"""What the texts and words in a rule file look like, for the loader, the JSON Schema and whoever writes one.

Each form is a regular expression for the whole text, as Python reads it.
"""

from __future__ import annotations

from typing import Final

ID: Final = r"[a-z0-9][a-z0-9_-]{0,59}"
HOST: Final = r"[\w-]+(\.[\w-]+)+"
LANGUAGE: Final = r"[a-z]{2,3}"
DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

SEEN: Final = ("full", "most", "part")
"""How much of a source was read."""

FORMATS: Final = ("html", "markdown", "text")
"""What an example's page can be written in."""

MEDIA: Final = ("online", "print", "broadcast")
"""Where an example's page runs."""
