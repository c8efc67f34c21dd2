"""Verdicts on proofs that were reached before, here or in another run, from the verdict cache."""

from __future__ import annotations

from pytest_lean.config import LeanConfig
from pytest_lean.judge.verdict_cache import Verdict, VerdictCache
from pytest_lean.judge.verdict_key import VerdictKeys
from pytest_lean.judge.work import Isolation, Outcome, Work
from pytest_lean.toolchain.cache import cache_path


class Remembered:
    """The verdict cache, asked for proofs.

    Args:
        config: how Lean is set up.
        isolation: how texts are kept apart; verdicts reached in one way do not serve another.
    """

    def __init__(self, config: LeanConfig, isolation: Isolation) -> None:
        self._keys = VerdictKeys(config)
        self._cache = VerdictCache(cache_path(config.cache_dir))
        self._isolation = isolation

    def key(self, work: Work) -> str | None:
        """Return what stands for a piece of work; None if no verdict on it is ever kept."""
        return self._keys.key(
            work.text,
            imports=work.imports,
            trust=work.trust,
            asked=("judge", self._isolation, work.theorem or "", work.statement or ""),
        )

    def get(self, key: str, work: Work) -> Outcome | None:
        """Return the verdict that was kept; None if none was."""
        found = self._cache.get(key)
        if found is None:
            return None
        return Outcome(
            verdict="rejected" if found.refusal else "proved",
            trust=work.trust if found.axioms is None else "certified",
            reason=found.refusal,
            messages=found.messages,
            axioms=found.axioms,
            seconds=found.seconds,
            is_cached=True,
        )

    def put(self, key: str, outcome: Outcome) -> None:
        """Keep a verdict."""
        if outcome.verdict != "none":
            kept = Verdict(
                messages=outcome.messages,
                axioms=outcome.axioms,
                refusal=outcome.reason,
                seconds=outcome.seconds,
            )
            self._cache.put(key, kept)

    def close(self) -> None:
        """Keep what was read of imported modules, and make room if that was not done lately."""
        self._keys.save()
        self._cache.prune()
