"""One piece of work for an engine: what of a proof bears on its verdict, and what came of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

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


@dataclass(frozen=True)
class Work:
    """What of a proof bears on its verdict.

    Attributes:
        text: the Lean source.
        theorem: see :class:`~pytest_lean.judge.proof.Proof`, as ``statement``.
        statement: see there.
        imports: the modules that it starts from.
        trust: how far it is checked.
        timeout: seconds that one attempt may take; None for no limit.
        fresh: whether nothing that an earlier attempt used may be used.
        digest: what is equal for equal work, whatever time it is given.
        header: what it imports: work with the same header is best done in one place.
    """

    text: str
    theorem: str | None
    statement: str | None
    imports: tuple[str, ...]
    trust: Rung
    timeout: float | None
    fresh: bool = False
    digest: str = field(init=False, compare=False, repr=False)
    header: tuple[str, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        text = self.text.encode("utf-8", "surrogatepass")
        # With the length of the text, so that no two lists of parts look alike.
        others = (len(text), self.theorem, self.statement, self.imports, self.trust)
        digest = hashlib.blake2b(repr(others).encode(), digest_size=16)
        digest.update(text)
        object.__setattr__(self, "digest", digest.hexdigest())
        object.__setattr__(self, "header", (*self.imports, *read_header(self.text).lines))

    @classmethod
    def of(cls, proof: Proof, setup: Setup) -> Work:
        """Return what is to be done for a proof."""
        config = setup.config
        return cls(
            text=proof.text,
            theorem=proof.theorem,
            statement=proof.statement,
            imports=config.imports if proof.imports is None else proof.imports,
            trust=proof.trust or setup.trust,
            timeout=config.timeout if proof.timeout is None else proof.timeout,
        )

    def again(self) -> Work:
        """Return the same work for another attempt."""
        return replace(self, fresh=True)


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
