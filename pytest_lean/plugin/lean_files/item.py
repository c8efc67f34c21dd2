"""One item of a ``.lean`` file: how it runs, and what its failure shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_lean.plugin.fixtures import skip_if_missing_may_be
from pytest_lean.plugin.frames import rejection, title
from pytest_lean.plugin.outcome import recorded, recorded_as_known
from pytest_lean.plugin.run import run_of

if TYPE_CHECKING:
    from pytest_lean.plugin.lean_files.check import FileCheck
    from pytest_lean.plugin.lean_files.plan import Target


class LeanItem(pytest.Item):
    """One command of a file, or the rest of the file.

    Args:
        check: what Lean says about the file.
        target: the command; None for the rest of the file.
    """

    fixturenames = ("lean_toolchain",)  # so that the header counts it as a test of Lean

    def __init__(self, *, check: FileCheck, target: Target | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._check = check
        self._target = target

    def runtest(self) -> None:
        """Fail if anything keeps the item from being proved."""
        from pytest_lean.errors import ToolchainNotFoundError
        from pytest_lean.plugin.lean_files.assignment import shown_names
        from pytest_lean.testing.failure import LeanRejection
        from pytest_lean.testing.render import Failure, said

        try:
            self._ask()
        except ToolchainNotFoundError as error:
            skip_if_missing_may_be(self.config, error)
            raise
        assignment = self._check.assignment(self._target)
        if self._target is None and assignment.undeclared:
            shown = shown_names(assignment.undeclared)
            self.add_report_section("call", "Lean", f"declared without an item: {shown}")
        wrong = assignment.wrong(self._target)
        if wrong:
            response = self._check.response_for(tuple(wrong))
            headline = f"Lean does not accept {self.name}"
            is_said = all(message.severity == "error" for message in wrong)
            raise LeanRejection(Failure(headline, said(response, wrong), is_said))
        certified = run_of(self.config).settings.trust == "certified"
        if certified and not (self._target is not None and self._target.expected.errors):
            self._check.look_again()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return Lean's messages for a rejection, and what pytest shows for anything else."""
        shown = rejection(excinfo, self.path, self.reportinfo()[1] + 1)
        return super().repr_failure(excinfo, style) if shown is None else shown

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the item stands, and the title of its failure."""
        line = 0 if self._target is None else self._target.line - 1
        return self.path, line, title(self)

    def _ask(self) -> None:
        """Let Lean elaborate the file, unless that was done before, and record what it used."""
        run, check = run_of(self.config), self._check
        trust = run.settings.trust
        if check.is_known():
            recorded_as_known(self, check.toolchain.label, trust)
            return
        self.lean_server = check.server()
        with recorded(self, self.lean_server, run.summary, trust):
            check.assignment(self._target)
