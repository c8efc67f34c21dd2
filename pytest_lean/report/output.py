"""Checks before a run that its page can be written, so that this does not fail after the run."""

from __future__ import annotations

import importlib.util
import os
import tempfile
from pathlib import Path

INSTALL = "pip install 'pytest-lean[report]'"


class OutputError(Exception):
    """A page cannot be written; the message says where and why."""


def check_output(path: Path) -> None:
    """Check that a page can be written to ``path``; its folder is made if it is missing.

    A file that is there is not changed.

    Raises:
        OutputError: the page cannot be written, or jinja2 is missing.
    """
    if importlib.util.find_spec("jinja2") is None:
        raise OutputError(f"a report needs jinja2, which is not installed: {INSTALL}")
    if path.exists() and not path.is_file():
        raise OutputError(f"{path} is no file that a report could replace")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
        os.close(handle)
        os.unlink(name)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error
