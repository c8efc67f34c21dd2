"""What became of small changes to models, by change.

The module is light enough to be loaded in a run that makes no changes.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Changed:
    """A change to the definition of a model.

    Attributes:
        model: the full name of the definition.
        place: file and line of the change, as the summary shows them.
        line: the content of that line.
        before: what stands there.
        after: what was put in its place.
    """

    model: str
    place: str
    line: str
    before: str
    after: str


class MutantLog:
    """What became of the changes of a run: who noticed each, or "".

    A change that several tests try counts as noticed if one of them notices it.
    """

    def __init__(self) -> None:
        self.noticed: dict[Changed, str] = {}

    def add(self, change: Changed, noticed_by: str) -> None:
        """Record who noticed a change; "" if nothing did."""
        self.noticed[change] = self.noticed.get(change) or noticed_by

    def is_known(self, change: Changed) -> bool:
        """Return whether a change was noticed already."""
        return bool(self.noticed.get(change))

    def sent(self) -> list[list[str]]:
        """Return the log as plain lists, which an xdist worker can send."""
        return [
            [mutant.model, mutant.place, mutant.line, mutant.before, mutant.after, by]
            for mutant, by in self.noticed.items()
        ]

    def receive(self, sent: list[list[str]]) -> None:
        """Add what an xdist worker has sent."""
        for *change, by in sent:
            self.add(Changed(*change), by)
