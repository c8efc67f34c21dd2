"""What a user sees while a toolchain is installed or a project built."""

from __future__ import annotations

import contextlib
import sys
import threading

import pytest


class ProgressPrinter:
    """Prints lines to stderr as they come, past pytest's capture.

    stderr also works from xdist's workers, where there is no terminal reporter.
    """

    def __init__(self, config: pytest.Config) -> None:
        self._capture = config.pluginmanager.getplugin("capturemanager")
        self._quiet = config.getoption("verbose", 0) < 0
        self._turn = threading.Lock()

    def __call__(self, line: str) -> None:
        """Show ``line``; safe to call from any thread."""
        if self._quiet:
            return
        with self._turn, self._visible():
            print(f"\npytest-lean: {line}", end="", file=sys.stderr, flush=True)

    def _visible(self) -> contextlib.AbstractContextManager[None]:
        if self._capture is None:
            return contextlib.nullcontext()
        visible: contextlib.AbstractContextManager[None] = (
            self._capture.global_and_fixture_disabled()
        )
        return visible
