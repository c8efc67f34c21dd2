"""What servers write to stderr when they are asked to be verbose.

Everything is logged below ``pytest_lean``, for whoever has handlers of his own; nobody else's
handlers or levels are touched.
"""

from __future__ import annotations

import logging
import sys

_FORMAT = "%(asctime)s %(name)s: %(message)s"


class _ToStderr(logging.Handler):
    """Writes to what ``sys.stderr`` is at the time: pytest puts another one there."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            print(self.format(record), file=sys.stderr)
        except Exception:  # no command fails because of its log
            self.handleError(record)


def log_to_stderr() -> None:
    """Write what is logged below ``pytest_lean`` to stderr; a second call changes nothing."""
    logger = logging.getLogger("pytest_lean")
    if not any(isinstance(handler, _ToStderr) for handler in logger.handlers):
        handler = _ToStderr()
        handler.setFormatter(logging.Formatter(_FORMAT))
        logger.addHandler(handler)
    logger.setLevel(min(logger.getEffectiveLevel(), logging.INFO))
