"""A certificate: what a second look found, and what it rests on."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from pytest_lean.public import public


@public
@dataclass(frozen=True)
class Certificate:
    """That a text proves a theorem, seen from outside of the process that elaborated it.

    Attributes:
        theorem: the full name of the theorem; empty if the whole text was looked at.
        statement: what it states: the statement that was asked for, or, if none was, what the
            text proves, as printed from its terms by the trusted side.
        compared: whether a statement was asked for and compared, term by term.
        axioms: what it rests on, sorted; all of them were allowed.
        kernel: who checked it once more: ``replayed by Lean 4.35.0``, ``leanchecker`` or
            ``not replayed``.
        sandbox: what confined the process that compiled the text.
        seconds: how long all of it took.
        digest: SHA-256 of text, theorem, statement, imports, trusted texts, toolchain and version.
    """

    theorem: str
    statement: str
    compared: bool
    axioms: tuple[str, ...]
    kernel: str
    sandbox: str
    seconds: float
    digest: str

    def __str__(self) -> str:
        """Return it on three lines."""
        statement = " ".join(self.statement.split())
        what = f"{self.theorem} : {statement}" if self.theorem else "the text"
        compared = ", the statement asked for" if self.compared else ""
        axioms = ", ".join(self.axioms) or "none"
        return (
            f"certified: {what}{compared}\n"
            f"axioms: {axioms}; kernel: {self.kernel}; sandbox: {self.sandbox}\n"
            f"sha256: {self.digest}; {self.seconds:.2f} s"
        )

    def to_json(self) -> str:
        """Return it as one line of JSON, with the names of the attributes."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Certificate:
        """Read what :meth:`to_json` wrote.

        Args:
            text: what it wrote.

        Raises:
            ValueError: it is something else.
        """
        try:
            values = json.loads(text)
            return cls(**{**values, "axioms": tuple(values["axioms"])})
        except (TypeError, KeyError) as error:
            raise ValueError(f"this is no certificate: {error}") from error
