"""What servers write to stderr when they are asked to be verbose.

Everything is logged below ``pytest_lean``, for whoever has handlers of his own; nobody else's
handlers or levels are touched.
"""

from __future__ import annotations

import logging
import sys

_FORMAT = "%(asctime)s %(name)s: %(message)s"
_logger = logging.getLogger("pytest_lean")


class _ToStderr(logging.Handler):
    """Writes to what ``sys.stderr`` is at the time: pytest puts another one there.

    Args:
        level_before: what the logger's level was.
    """

    def __init__(self, level_before: int) -> None:
        super().__init__()
        self.level_before = level_before

    def emit(self, record: logging.LogRecord) -> None:
        try:
            print(self.format(record), file=sys.stderr)
        except Exception:  # no command fails because of its log
            self.handleError(record)


def log_to_stderr() -> None:
    """Write what is logged below ``pytest_lean`` to stderr; a second call changes nothing."""
    if not _handlers():
        handler = _ToStderr(_logger.level)
        handler.setFormatter(logging.Formatter(_FORMAT))
        _logger.addHandler(handler)
    _logger.setLevel(min(_logger.getEffectiveLevel(), logging.INFO))


def stop_logging() -> None:
    """Take back what :func:`log_to_stderr` did, if it was called."""
    for handler in _handlers():
        _logger.removeHandler(handler)
        _logger.setLevel(handler.level_before)


def _handlers() -> list[_ToStderr]:
    return [handler for handler in _logger.handlers if isinstance(handler, _ToStderr)]
