"""What became of small changes to models, by change. Light enough for a run that makes none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Changed:
    """A change to the definition of a model.

    Attributes:
        model: the full name of the definition.
        place: where it is.
        line: the line that it stands in.
        before: what stands there.
        after: what was put there.
    """

    model: str
    place: str
    line: str
    before: str
    after: str


class MutantLog:
    """What became of the changes of a run: who noticed each, "" if nobody did.

    What several tests try counts as noticed when one of them notices it.
    """

    def __init__(self) -> None:
        self.noticed: dict[Changed, str] = {}

    def add(self, change: Changed, noticed_by: str) -> None:
        """Record who noticed a change; "" for nobody."""
        self.noticed[change] = self.noticed.get(change) or noticed_by

    def is_known(self, change: Changed) -> bool:
        """Return whether somebody has noticed a change already."""
        return bool(self.noticed.get(change))

    def sent(self) -> list[list[str]]:
        """Return it as what can be sent from an xdist worker."""
        return [
            [mutant.model, mutant.place, mutant.line, mutant.before, mutant.after, by]
            for mutant, by in self.noticed.items()
        ]

    def receive(self, sent: list[list[str]]) -> None:
        """Add what an xdist worker has sent."""
        for *change, by in sent:
            self.add(Changed(*change), by)
