"""What a line says, while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from licheck.model.credit import Role


@dataclass
class Parsed:
    """One credit of a line. `start` and `end` are indexes into the line.

    `sure`: a lead word or a link to its author says that it is one. `led`: the lead word. `backed`: a job, a
    department, a title or a degree stands with the name, which names of sections and goods do not have. `doubtful`:
    what stands with the name is rather that of a picture's credit. `boxed`: it stands in a box that the page itself
    calls its author's. `titled`: the line below says what somebody is, or is an outlet. `placed`: an outlet stands behind a bar
    with the names, or the site's own name does.
    """

    role: Role
    start: int
    end: int
    persons: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    date: str = ""
    place: str = ""
    sure: bool = True
    led: bool = False
    backed: bool = False
    doubtful: bool = False
    boxed: bool = False
    titled: bool = False
    placed: bool = False

    def is_empty(self) -> bool:
        """Whether nobody is named."""
        return not (self.persons or self.organisations)
