"""The gallery of failures in the documentation is what the assertions really say."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "docs" / "gallery.py"


@pytest.mark.slow
def test_the_gallery_is_current(toolchain):
    spec = importlib.util.spec_from_file_location("gallery", SCRIPT)
    gallery = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(gallery)
    assert len(gallery.CASES) >= 12
    assert gallery.PAGE.read_text(encoding="utf-8") == gallery.page(toolchain)
