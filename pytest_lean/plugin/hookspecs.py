"""The hooks that pytest-lean adds to pytest: implement them in a conftest or a plugin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_lean.config import LeanConfig
    from pytest_lean.errors import LeanError
    from pytest_lean.messages import CommandResponse, Request
    from pytest_lean.server.stats import RestartCause
    from pytest_lean.toolchain.model import Toolchain


@pytest.hookspec(firstresult=True)
def pytest_lean_toolchain(config: pytest.Config, toolchain: Toolchain) -> Toolchain | None:
    """Choose or adjust the toolchain, after it was found and before anything runs on it.

    Args:
        config: pytest's.
        toolchain: the toolchain that the settings lead to.

    Returns:
        The toolchain to use, or None to leave it to others. The first answer counts.
    """


@pytest.hookspec(firstresult=True)
def pytest_lean_config(config: pytest.Config, lean_config: LeanConfig) -> LeanConfig | None:
    """Adjust the configuration of a process's servers.

    It is called in each process, once for each configuration that the settings lead to. In an
    xdist worker ``config.workerinput["workerid"]`` is the worker's id.

    Args:
        config: pytest's.
        lean_config: the configuration that the settings lead to.

    Returns:
        The configuration to use, made with ``dataclasses.replace``, or None for no change.
    """


def pytest_lean_command(
    config: pytest.Config, request: Request, outcome: CommandResponse | LeanError
) -> None:
    """Observe each command and its outcome.

    Args:
        config: pytest's.
        request: the text, :class:`~pytest_lean.Command` or :class:`~pytest_lean.FileCommand`.
        outcome: Lean's response, or why there is none.
    """


def pytest_lean_restart(config: pytest.Config, cause: RestartCause) -> None:
    """Observe each restart of a server.

    Args:
        config: pytest's.
        cause: ``crash``, ``start``, ``timeout``, ``memory``, ``recycled`` or ``asked``.
    """


def pytest_lean_allowed_axioms(config: pytest.Config) -> Iterable[str] | None:
    """Return axioms that proofs may use besides Lean's own three.

    They are added to the setting ``allowed_axioms``, for ``check``, ``define``, ``.lean`` files,
    preambles and assertions alike.

    Args:
        config: pytest's.

    Returns:
        Their full names, or None. The answers of all implementations are added up.
    """
