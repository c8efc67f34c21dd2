"""Adapts other plugins to Lean: "no verdict" in pytest-html and CTRF, responses in syrupy.

pytest has no outcome between passed and failed, so pytest-html and CTRF would count a test
without a verdict among the rejected proofs. JUnit has a property for it and pytest-reportlog
the attribute ``lean_error``, both from :mod:`pytest_lean.plugin.outcome`; annotations of GitHub
show the line of :mod:`pytest_lean.plugin.frames`. Nothing here changes an outcome.

syrupy would write the handle and the time of a response into a snapshot, and these differ in
every run.
"""

from __future__ import annotations

import contextlib
import dataclasses
from typing import Any

import pytest

from pytest_lean.plugin.outcome import IS_ERROR, OUTCOME
from pytest_lean.plugin.summary import Summary, plural


class Neighbours:
    """A plugin with hooks of pytest-html, and one that follows pytest-json-ctrf.

    Args:
        config: pytest's.
        summary: counts what ended without a verdict.
    """

    def __init__(self, config: pytest.Config, summary: Summary) -> None:
        self._config = config
        self._summary = summary

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Give the test CTRF's status ``other``."""
        ctrf: Any = getattr(self._config, "_ctrf", None)
        if ctrf is None or not _has_no_verdict(report):
            return
        with contextlib.suppress(AttributeError, KeyError):  # a version with other internals
            test = ctrf._report.test_items[report.nodeid]
            test._status = type(test._status).OTHER
            test.raw_status = IS_ERROR

    @pytest.hookimpl(optionalhook=True)
    def pytest_html_results_table_row(self, report: pytest.TestReport, cells: list[str]) -> None:
        """Show the outcome by its name in the table."""
        if _has_no_verdict(report) and cells:
            cells[0] = f'<td class="col-result">{OUTCOME.capitalize()}</td>'

    @pytest.hookimpl(optionalhook=True)
    def pytest_html_results_summary(self, prefix: list[str]) -> None:
        """Say above the table how many of the failures that pytest-html counts are no verdict."""
        count = self._summary.lean_errors
        if count:
            told = f"{plural(count, OUTCOME)} among them: no verdict was reached"
            prefix.append(f"<p>{told}</p>")


def teach_syrupy() -> None:
    """Make syrupy leave out those fields of a response that its equality ignores.

    A snapshot extension that names its own ``serializer_plugins`` is left as it is.
    """
    try:
        from syrupy.extensions.amber.serializer import (  # type: ignore[import-not-found,unused-ignore]
            AmberDataSerializer,
            AmberDataSerializerPlugin,
        )
    except ImportError:  # a version of syrupy with other internals
        return

    class Responses(AmberDataSerializerPlugin):  # type: ignore[misc,unused-ignore]
        @classmethod
        def is_data_serializable(cls, data: object) -> bool:
            from pytest_lean.messages import CommandResponse  # most runs snapshot none

            return isinstance(data, CommandResponse)

        @classmethod
        def serialize(cls, data: Any, *, exclude: Any = None, **rest: Any) -> str:
            left_out = {field.name for field in dataclasses.fields(data) if not field.compare}

            def excluded(prop: Any, path: Any) -> bool:
                return prop in left_out or bool(exclude and exclude(prop=prop, path=path))

            written: str = AmberDataSerializer.serialize_dataclass(data, exclude=excluded, **rest)
            return written

    others = AmberDataSerializer.serializer_plugins or ()
    if not any(other.__qualname__ == Responses.__qualname__ for other in others):
        AmberDataSerializer.serializer_plugins = [*others, Responses]


def _has_no_verdict(report: pytest.TestReport) -> bool:
    return report.failed and bool(getattr(report, IS_ERROR, False))
