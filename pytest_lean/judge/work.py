"""One piece of work for an engine: what of a proof bears on its verdict, and what came of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from pytest_lean import __version__
from pytest_lean.config import LeanConfig
from pytest_lean.judge.proof import Cause, Proof, Rung
from pytest_lean.language.syntax import read_header
from pytest_lean.messages import Message

Isolation: TypeAlias = Literal["fresh", "shared"]
ISOLATIONS: tuple[Isolation, ...] = ("fresh", "shared")


@dataclass(frozen=True)
class Setup:
    """What all proofs of a run have in common; it can be pickled.

    Attributes:
        config: how Lean is set up.
        trust: how far a proof is checked that does not say.
        isolation: ``fresh``: each text has a process of its own; ``shared``: a warm worker.
        cache: whether verdicts of earlier runs count, and those of this one are kept.
    """

    config: LeanConfig
    trust: Rung = "checked"
    isolation: Isolation = "fresh"
    cache: bool = False

    def identity(self, version: str) -> str:
        """Return a digest of all in it that bears on a verdict but for deadlines and memory.

        Args:
            version: what the toolchain says that it is.
        """
        config = self.config
        parts = [
            __version__,
            version,
            self.trust,
            self.isolation,
            config.imports,
            [str(config.project), *config.search_path],
            sorted((name, repr(value)) for name, value in config.options.items()),
            sorted(config.allowed_axioms),
        ]
        return _digest(parts)[:16]


class Work(NamedTuple):
    """What of a proof bears on its verdict.

    Attributes:
        text: the Lean source.
        theorem: see :class:`~pytest_lean.judge.proof.Proof`, as ``statement``.
        statement: see there.
        imports: the modules that it starts from.
        trust: how far it is checked.
        timeout: seconds that one attempt may take; None for no limit.
        fresh: whether nothing that an earlier attempt used may be used.
    """

    text: str
    theorem: str | None
    statement: str | None
    imports: tuple[str, ...]
    trust: Rung
    timeout: float | None
    fresh: bool = False

    @classmethod
    def of(cls, proof: Proof, setup: Setup) -> Work:
        """Return what is to be done for a proof."""
        config = setup.config
        return cls(
            proof.text,
            proof.theorem,
            proof.statement,
            config.imports if proof.imports is None else proof.imports,
            proof.trust or setup.trust,
            config.timeout if proof.timeout is None else proof.timeout,
        )

    @property
    def header(self) -> tuple[str, ...]:
        """What it imports: work with the same header is best done in one place."""
        return (*self.imports, *read_header(self.text).lines)

    @property
    def digest(self) -> str:
        """What is equal for equal work, whatever time it is given."""
        text = self.text.encode("utf-8", "surrogatepass")
        # With the length of the text, so that no two lists of parts look alike.
        others = (len(text), self.theorem, self.statement, self.imports, self.trust)
        return hashlib.blake2b(repr(others).encode() + text, digest_size=16).hexdigest()

    def again(self) -> Work:
        """Return the same work for another attempt."""
        return self._replace(fresh=True)


@dataclass(frozen=True)
class Outcome:
    """What one attempt came to.

    Attributes:
        is_cached: whether it was reached in an earlier run; the others are those of a
            :class:`~pytest_lean.judge.proof.Judgement`.
    """

    verdict: Literal["proved", "rejected", "none"]
    trust: Rung
    reason: str = ""
    cause: Cause | None = None
    messages: tuple[Message, ...] = ()
    axioms: tuple[str, ...] | None = None
    seconds: float = 0.0
    is_cached: bool = False


def _digest(parts: object) -> str:
    text = json.dumps(parts, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
