"""The fixtures, each of which a user can override on its own in a conftest.

``lean_project`` -> ``lean_toolchain`` -> ``lean_config`` -> ``lean_server`` -> ``lean``, with
``lean_preamble`` beside them. Heavy modules are imported where they are first used. pytest
visits each fixture again for every test, so they take pytest's configuration from ``request``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_lean.plugin.run import run_of

if TYPE_CHECKING:
    from pytest_lean.config import LeanConfig
    from pytest_lean.errors import ToolchainNotFoundError
    from pytest_lean.plugin.servers import ServerSet
    from pytest_lean.server.auto import AutoLeanServer
    from pytest_lean.testing.lean import Lean
    from pytest_lean.toolchain.model import Toolchain


def skip_if_missing_may_be(config: pytest.Config, error: ToolchainNotFoundError) -> None:
    """Skip the test for a missing Lean if the setting ``missing`` is ``skip``."""
    if run_of(config).settings.missing == "skip":
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def lean_project(request: pytest.FixtureRequest) -> Path | None:
    """The folder of the Lake project whose modules the tests can import, if there is one."""
    return run_of(request.config).leans.project


@pytest.fixture(scope="session")
def lean_toolchain(request: pytest.FixtureRequest, lean_project: Path | None) -> Toolchain:
    """The Lean that the tests run, found and built once; each of ``lean_toolchains`` in turn.

    If no Lean is found, the tests fail, or are skipped if the setting ``missing`` is ``skip``.
    """
    from pytest_lean.errors import ToolchainNotFoundError

    chosen = getattr(request, "param", None)
    try:
        return run_of(request.config).leans.toolchain(chosen, lean_project)
    except ToolchainNotFoundError as error:
        skip_if_missing_may_be(request.config, error)
        raise


@pytest.fixture(scope="session")
def lean_config(
    request: pytest.FixtureRequest, lean_toolchain: Toolchain, lean_project: Path | None
) -> LeanConfig:
    """How the servers are set up: the settings of the run."""
    return run_of(request.config).leans.server_config(lean_toolchain, lean_project)


@pytest.fixture(scope="session")
def lean_servers(request: pytest.FixtureRequest) -> ServerSet:
    """All servers of this process, by their configuration; ended with the session."""
    return run_of(request.config).servers


@pytest.fixture(scope="session")
def lean_server(lean_config: LeanConfig, lean_servers: ServerSet) -> AutoLeanServer:
    """The server of this process: one per run, or per xdist worker."""
    return lean_servers.get(lean_config)


@pytest.fixture(scope="session")
def lean_preamble() -> str:
    """Text that every test starts from; override it at any scope."""
    return ""


@pytest.fixture
def lean(
    request: pytest.FixtureRequest,
    lean_server: AutoLeanServer,
    lean_servers: ServerSet,
    lean_preamble: str,
) -> Iterator[Lean]:
    """A fresh environment of Lean's for each test, with the warm server behind it."""
    with lean_servers.test(request.node, lean_server, lean_preamble) as lean:
        yield lean
