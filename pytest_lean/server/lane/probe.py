"""Which sandbox this machine allows, found out by a process that does nothing in it."""

from __future__ import annotations

import tempfile

from pytest_lean.errors import LeanServerError
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane import way
from pytest_lean.server.lane.forkserver import NO_NETWORK, ForkServer
from pytest_lean.server.lane.sandbox import Mode, Plan
from pytest_lean.server.lane.talk import Job

_SECONDS = 10.0


def sandbox_that_holds(mode: Mode) -> str:
    """Return what would confine a text, in the words of a certificate.

    Args:
        mode: ``require``, ``auto`` or ``off``.
    """
    with tempfile.TemporaryDirectory() as folder:
        server = ForkServer((NO_NETWORK,), {})
        plan = Plan(mode, way.SYSTEM, folder, execute=True)
        try:
            ended = server.run(Job(("true",), {"PATH": "/usr/bin:/bin"}, plan), Deadline(_SECONDS))
            return str(ended.held)
        except LeanServerError as error:
            return f"not known ({str(error).splitlines()[0]})"
        finally:
            server.close()
