"""The page about a run of ``pytest-lean judge`` (``--report``), from the command's side.

Promises: that it cannot be written is found out before anything is judged. It is written however
the run ends, whole or not at all.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

from pytest_lean.judge.account import Account
from pytest_lean.judge.answer import Reached
from pytest_lean.judge.tally import Tally
from pytest_lean.judge.verdict_file import VerdictFile
from pytest_lean.report.output import check_output
from pytest_lean.toolchain.cache import write_whole


class Reported:
    """Takes in what a run comes to, and writes the page at its end.

    Args:
        path: where.
        proofs: the file of proofs, or ``-``.

    Raises:
        OutputError: it cannot be written there, or jinja2 is missing.
    """

    def __init__(self, path: Path, proofs: str) -> None:
        check_output(path)
        self._path = path
        title = "standard input" if proofs == "-" else Path(proofs).name
        command = shlex.join(["pytest-lean", *sys.argv[1:]])
        self._account = Account(title, command)
        self._tally = Tally()
        self._label = ""

    def begin(self, verdicts: VerdictFile, tally: Tally, label: str) -> None:
        """Take in what an earlier run has left, and what to look at in this one.

        Args:
            verdicts: the file of verdicts.
            tally: that of the run.
            label: what the Lean is called.
        """
        self._tally, self._label = tally, label
        for row in verdicts.rows():
            self._account.earlier(row)

    def add(self, batch: Iterable[Reached]) -> None:
        """Take in verdicts that were reached."""
        for reached in batch:
            self._account.add(json.loads(reached.to_json()))
        self._account.lost(self._tally.engine.lost)

    def write(self) -> None:
        """Write the page. That it cannot be written now is told, and changes no exit code."""
        from pytest_lean.report.judge_page import page

        error = sys.exc_info()[1]
        engine = self._tally.engine
        data = self._account.end(
            lean=self._label,
            workers=engine.workers,
            cpu_seconds=engine.lean_cpu_seconds,
            ended="" if error is None else _why(error),
        )
        try:
            write_whole(self._path, page(data))
        except OSError as problem:
            sys.stderr.write(f"pytest-lean judge: {self._path} could not be written: {problem}\n")


def _why(error: BaseException) -> str:
    if isinstance(error, KeyboardInterrupt):
        return "it was interrupted"
    return str(error).partition("\n")[0] or type(error).__name__
