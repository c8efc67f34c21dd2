"""Files of proofs as tests: each line is an item, judged as ``pytest-lean judge`` judges it.

An item whose proof is rejected fails with the reason and Lean's messages. A proof without a verdict
is tried once more on fresh processes; then its item is a lean error. A verdict that was reached
before is taken from the verdict cache, without any Lean (the setting ``cache``). A line that is no
proof is an item that fails, and the lines behind it are items all the same.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_lean.plugin.fixtures import skip_if_missing_may_be
from pytest_lean.plugin.frames import rejection, title
from pytest_lean.plugin.lean_files.collection import matches
from pytest_lean.plugin.outcome import note, recorded_as_known
from pytest_lean.plugin.run import run_of
from pytest_lean.plugin.settings import toolchain_id

if TYPE_CHECKING:
    from pytest_lean.judge.proof import Misread, Proof
    from pytest_lean.judge.work import Outcome


def is_file_of_proofs(path: Path, config: pytest.Config) -> bool:
    """Return whether ``path`` matches one of the patterns of the setting ``proofs``."""
    return matches(path, run_of(config).settings.proofs, config)


class ProofsFile(pytest.File):
    """A file of proofs."""

    def collect(self) -> Iterator[ProofItem]:
        """Yield an item for each line, for each toolchain.

        Raises:
            CollectError: the file cannot be read, or is no text.
        """
        from pytest_lean.judge.records import read_file
        from pytest_lean.judge.verdict_file import RecordsError

        try:
            lines = list(read_file(self.path))
        except OSError as error:
            raise self.CollectError(f"it cannot be read: {error.strerror or error}") from error
        except RecordsError as error:
            raise self.CollectError(str(error)) from error
        for chosen in run_of(self.config).settings.toolchains or (None,):
            label = "" if chosen is None else f"[{toolchain_id(chosen)}]"
            for line, proof in lines:
                name = getattr(proof, "id", f"line {line}")
                yield ProofItem.from_parent(
                    self, name=f"{name}{label}", line=line, proof=proof, chosen=chosen
                )


class ProofItem(pytest.Item):
    """One line of a file of proofs.

    Args:
        line: its number, from 1.
        proof: what it holds.
        chosen: one of ``lean_toolchains``, or None.
    """

    fixturenames = ("lean_toolchain",)  # so that the header counts it as a test of Lean

    def __init__(
        self, *, line: int, proof: Proof | Misread, chosen: str | None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self._line = line
        self._proof = proof
        self._chosen = chosen

    def runtest(self) -> None:
        """Fail unless the proof is accepted.

        Raises:
            LeanRejection: the proof is rejected, or the line is no proof.
            LeanError: there is no verdict.
        """
        from pytest_lean.errors import ToolchainNotFoundError
        from pytest_lean.judge.proof import Misread
        from pytest_lean.judge.work import Work
        from pytest_lean.testing.failure import LeanRejection
        from pytest_lean.testing.render import Failure, Said

        if isinstance(self._proof, Misread):
            reason = f"line {self._line} is no proof: {self._proof.reason}"
            raise LeanRejection(Failure(reason))
        run = run_of(self.config)
        try:
            judge = run.servers.examiner(self._chosen)
        except ToolchainNotFoundError as error:
            skip_if_missing_may_be(self.config, error)
            raise
        work = Work.of(self._proof, judge.setup)
        started = time.monotonic()
        outcome = judge.examine(work)
        again = outcome.verdict == "none" and outcome.cause != "input"
        if again:
            outcome = judge.examine(work.again())
        if run.settings.cache:
            run.summary.add_proof(judge.label, is_known=outcome.is_cached)
        if outcome.is_cached:
            recorded_as_known(self, judge.label, outcome.trust)
        else:
            note(
                self,
                run.summary,
                lean=judge.label,
                seconds=time.monotonic() - started,
                trust=outcome.trust,
                restarts=int(again),
            )
        if run.activity is not None:
            run.activity.sample(judge, judge.memory_mb)
        if outcome.verdict == "rejected" or outcome.cause == "input":
            said = [
                Said(message, work.text)
                for message in outcome.messages
                if message.severity == "error"
            ]
            headline = "Lean does not accept the text" if said else outcome.reason
            raise LeanRejection(Failure(headline, tuple(said), is_said=bool(said)))
        if outcome.verdict == "none":
            raise _error(outcome, work.text)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return Lean's messages for a rejection, and what pytest shows for anything else."""
        shown = rejection(excinfo, self.path, self._line)
        return super().repr_failure(excinfo, style) if shown is None else shown

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the item stands, and the title of its failure."""
        return self.path, self._line - 1, title(self)


def _error(outcome: Outcome, text: str) -> Exception:
    """Return the exception for a proof without a verdict."""
    from pytest_lean import errors

    said, cause = outcome.reason, outcome.cause
    if cause == "timeout":
        return errors.LeanTimeoutError(said, command=text)
    if cause == "memory":
        return errors.LeanMemoryError(said, command=text)
    if cause == "crash":
        return errors.LeanCrashError(said, command=text)
    return errors.LeanServerError(said, command=text)
