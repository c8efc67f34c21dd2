"""Running workers of Lean that the servers of one test after another use.

A test has a server of its own, so each test would start a worker, load the core library and kill
the worker. Here a worker that is idle when its server ends is kept, and the next server that would
start an equal one gets it. Its document is then that of a new worker. A worker that was killed, has
died, was interrupted or has imported more than the core library is never lent again. Tests about
processes do not use this: they start their own workers.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

from pytest_lean import Toolchain
from pytest_lean.server.worker import WarmWorker, common_prefix

_MOST_IDLE = 4
# Lean reads no other variables; pytester gives each test another home.
_PREFIXES = ("LEAN", "LAKE", "ELAN")


class WarmWorkers:
    """Takes the place of the class ``WarmWorker`` in ``pytest_lean.server.workers``."""

    def __init__(self) -> None:
        self._idle: OrderedDict[object, WarmWorker] = OrderedDict()

    def __call__(
        self,
        toolchain: Toolchain,
        text: str,
        environment: Mapping[str, str],
        arguments: Sequence[str] = (),
    ) -> LentWorker:
        """Return an idle worker for these arguments of ``WarmWorker``, or start one."""
        variables = {one: environment[one] for one in environment if one.startswith(_PREFIXES)}
        key = (toolchain.command, text, repr(sorted(variables.items())), tuple(arguments))
        worker = self._idle.pop(key, None)
        if worker is None or not worker.is_alive():
            worker = WarmWorker(toolchain, text, environment, arguments)
        else:
            worker.answered = None
            worker.compared.clear()
            worker._edit(text, common_prefix(worker.text, text))
        return LentWorker(self, key, worker)

    def take_back(self, key: object, worker: WarmWorker) -> None:
        """Keep an idle worker for another server."""
        old = self._idle.pop(key, None)
        if old is not None:
            old.close()
        self._idle[key] = worker
        if len(self._idle) > _MOST_IDLE:
            self._idle.popitem(last=False)[1].close()

    def close(self) -> None:
        """End all idle workers."""
        while self._idle:
            self._idle.popitem()[1].close()


class LentWorker:
    """A worker that is returned for reuse, if it is idle when its server ends it."""

    def __init__(self, owner: WarmWorkers, key: object, worker: WarmWorker) -> None:
        self._owner = owner
        self._key = key
        self._worker = worker
        self._is_closed = False
        self._was_dropped = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._worker, name)

    def drop(self, text: str, grace: float) -> bool:
        """Drop a runaway; the worker is not reused, as it may still be busy with it."""
        self._was_dropped = True
        return self._worker.drop(text, grace)

    def close(self) -> None:
        """Give the worker back if it is idle, else end it."""
        if self._is_closed:
            return
        self._is_closed = True
        worker = self._worker
        is_idle = worker.answered is not None and worker.answered == worker.text
        # Modules that it imports may have changed since: that is often why a worker is ended.
        has_imports = re.search(r"^\s*import\b", worker.text, re.MULTILINE)
        if is_idle and not has_imports and not self._was_dropped and worker.is_alive():
            self._owner.take_back(self._key, worker)
        else:
            worker.close()
