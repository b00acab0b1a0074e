"""What no machine can see, each as a question for a person.

These kinds stand in a rule file like any other, with `what`, `level` and `medium`, so that it is the whole licence. They are
never passed or failed: the report asks the question.

Options: `ask`: the question, where the kind's own would not do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licheck.model.case import Case
from licheck.model.finding import Finding, Verdict
from licheck.model.requirement import Requirement
from licheck.requirements._judging import finding, not_for

# Kind -> what is asked for, and the question.
KINDS: dict[str, tuple[str, str]] = {
    "no_sale": ("The story is not sold on.", "Is the story sold, alone or with others? It may not be."),
    "notify": (
        "The publisher is told of the republication.",
        "Was the publisher told, with the address of the page?",
    ),
    "no_bulk": (
        "Stories are chosen one by one.",
        "Was this story chosen by somebody, and not taken with all others?",
    ),
    "ads": (
        "No advertising is sold against the story.",
        "Is advertising sold for this very story? It may not be.",
    ),
    "share_alike": (
        "What is made of the story is given away on the same terms.",
        "Is what was made of the story given away under the same licence?",
    ),
    "takedown": (
        "The story is taken off when the publisher asks.",
        "Has the publisher asked to take the story off?",
    ),
    "permission": (
        "The publisher has agreed.",
        "Has the publisher agreed to this republication? Where is that kept?",
    ),
    "social_tag": (
        "Posts on social media name the publisher.",
        "Do posts about the story name the publisher's account?",
    ),
    "broadcast_credit": ("The publisher is named on air.", "Was the publisher named on air with the story?"),
    "site_contact": (
        "The site tells how to reach its editors.",
        "Can readers see who runs the site and how to reach them?",
    ),
    "no_endorsement": (
        "Nothing suggests that the publisher endorses the republisher.",
        "Does anything suggest that the publisher endorses the site, or works with it?",
    ),
    "ai_training": (
        "The story is not used to train machines.",
        "Is the story used to train machines? It may not be.",
    ),
    "eligibility": (
        "The offer is made to such publishers only.",
        "Are you one of those to whom the offer is made?",
    ),
    "metrics": (
        "The publisher is told how many read the story.",
        "Was the publisher told how many read the story?",
    ),
    "formatting": ("The story is set as the publisher asks.", "Is the story set as the publisher asks?"),
    "site_purpose": (
        "The site was not made to republish.",
        "Does the site have contents of its own, and another purpose than to earn by republished stories?",
    ),
    "citation": (
        "The story is cited in the publisher's form.",
        "Is the story cited in the form that the publisher gives?",
    ),
}


@dataclass(frozen=True, kw_only=True)
class ForAPerson(Requirement):
    """Something that no machine can see."""

    usual_question: ClassVar[str] = ""

    ask: str = ""

    @property
    def question(self) -> str:
        """What a person is to be asked."""
        return self.ask or self.usual_question

    def judge(self, case: Case) -> Finding:
        """Neither passed nor failed: the question."""
        return not_for(self, case) or finding(self, Verdict.INAPPLICABLE, f"For a person: {self.question}")


def _kind(name: str, says: str, question: str) -> type[ForAPerson]:
    """The kind of this name."""
    manual = f"{says}\n\nNo machine can see this, so the report asks: {question}\n\nOptions: `ask`: the question in other words."
    namespace = {
        "kind": name,
        "usual_question": question,
        "manual": manual,
        "__doc__": says,
        "__module__": __name__,
    }
    # No fields of its own: what makes the parent a dataclass serves it as well.
    return type("".join(part.capitalize() for part in name.split("_")), (ForAPerson,), namespace)


globals().update({made.__name__: made for made in (_kind(name, *told) for name, told in KINDS.items())})
