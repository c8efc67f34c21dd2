"""The handles of a server: numbers for environments that outlive every worker.

Promises: a number is given once, and stands for one environment until it is dropped. What was
built on a dropped one keeps it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from pytest_lean.errors import UnknownEnvError
from pytest_lean.server.environment import Environment


@dataclass
class Handles:
    """The environments of one server, by their handles."""

    _environments: dict[int, Environment] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def new(self) -> int:
        """Return a number that was not given yet."""
        return next(self._numbers)

    def add(self, environment: Environment) -> None:
        """Take in an environment under its handle."""
        self._environments[environment.handle] = environment

    def __contains__(self, env: object) -> bool:
        return env in self._environments

    def get(self, env: int, command: str | None = None) -> Environment:
        """Return the environment of a handle.

        Args:
            env: the handle.
            command: the text that names it, for the error.

        Raises:
            UnknownEnvError: there is no such handle.
        """
        known = self._environments.get(env)
        if known is None:
            raise _unknown(env, command)
        return known

    def known(self, handles: Iterable[int]) -> list[Environment]:
        """Return the environments of ``handles``; another thread may have dropped some."""
        return [
            known for handle in handles if (known := self._environments.get(handle)) is not None
        ]

    def drop(self, env: int) -> None:
        """Drop a handle.

        Raises:
            UnknownEnvError: there is no such handle.
        """
        if self._environments.pop(env, None) is None:
            raise _unknown(env)


def _unknown(env: object, command: str | None = None) -> UnknownEnvError:
    return UnknownEnvError(
        f"{env!r} is no environment of this server; handles come from "
        "CommandResponse.env and are not shared between servers",
        command=command,
    )
