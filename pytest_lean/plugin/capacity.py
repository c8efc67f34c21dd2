"""How much memory a worker of these tests takes, learnt from the workers of earlier runs.

The first worker of a run with the same Lean and the same imports leaves its measurement in
the cache directory. ``-n auto`` divides the free memory by it, and workers whose imports do
not fit in memory together load them one after the other.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pytest_lean.errors import CacheDirError
from pytest_lean.plugin.settings import Settings
from pytest_lean.server import machine
from pytest_lean.toolchain.cache import cache_path, locked, write_whole

DEFAULT_WORKER_MB = 1024
_MIB = 1024 * 1024
# A worker may grow beyond what was measured, and its Python process takes memory as well.
_HEADROOM = 1.25
_PYTHON_MB = 100


@dataclass(frozen=True)
class WorkerMemory:
    """What one xdist worker takes, in MiB, with these settings.

    Args:
        settings: the settings of the run.
        project: the folder of its Lake project, if there is one.
        run_id: the run that measures; empty for one that only reads.
    """

    settings: Settings
    project: Path | None
    run_id: str = ""

    @property
    def expected_mb(self) -> int:
        """The setting ``worker_memory``, else what was measured, else a guess."""
        return self.settings.worker_memory or self.measured_mb or DEFAULT_WORKER_MB

    @property
    def measured_mb(self) -> int | None:
        """What an earlier worker took, with headroom; None if there was none."""
        peak = self._read().get("peak_mb")
        return None if peak is None else int(peak * _HEADROOM) + _PYTHON_MB

    def remember(self, peak_mb: float) -> None:
        """Record what a worker took, if no other worker of this run took more.

        If the cache directory cannot be written, nothing is recorded, and no test fails.
        """
        before = self._read()
        if before.get("run") == self.run_id:
            peak_mb = max(peak_mb, before["peak_mb"])
        with contextlib.suppress(OSError):
            text = json.dumps({"peak_mb": round(peak_mb, 1), "run": self.run_id})
            write_whole(self._file, text)

    def most_workers(self) -> int:
        """Return for how many workers there is memory now; at least 1."""
        return max(1, int(self._free() // (self.expected_mb * _MIB)))

    @contextlib.contextmanager
    def loading(self, workers: int) -> Iterator[bool]:
        """Load imports in the body; one process at a time if memory is short for ``workers``.

        Yields:
            Whether this process loads alone, so that the body must load the imports itself.
        """
        if workers <= 1 or self.most_workers() >= workers:
            yield False
            return
        with contextlib.ExitStack() as stack:
            with contextlib.suppress(CacheDirError):  # without a lock all load at the same time
                stack.enter_context(locked(cache_path(self.settings.cache_dir), "loading-imports"))
            yield True

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_bytes())
            return {"peak_mb": float(found["peak_mb"]), "run": str(found["run"])}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _free(self) -> float:
        memory = machine.read_memory()
        return self.settings.max_total_memory * memory.total - memory.used

    @property
    def _file(self) -> Path:
        chosen = self.settings
        parts = [chosen.toolchain, chosen.version, self.project, *chosen.imports]
        key = hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:16]
        return cache_path(chosen.cache_dir) / "memory" / f"{key}.json"
