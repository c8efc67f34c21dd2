"""The files below a folder that a person wrote, without hidden folders and virtual environments."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# Folders whose files were generated or downloaded by tools.
_SKIPPED = {"build", "lake-packages", "node_modules", "__pycache__"}


def written_files(root: Path) -> Iterator[Path]:
    """Yield the files below ``root``; those of one folder come in the order of their names."""
    for place, folders, files in os.walk(root):
        folders[:] = sorted(
            folder
            for folder in folders
            if not folder.startswith(".")
            and folder not in _SKIPPED
            and not os.path.exists(os.path.join(place, folder, "pyvenv.cfg"))
        )
        for name in sorted(files):
            yield Path(place, name)
