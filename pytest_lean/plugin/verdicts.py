"""The verdict cache of one run, and the keys of its files."""

from __future__ import annotations

from pathlib import Path

from pytest_lean.config import LeanConfig
from pytest_lean.judge.verdict_cache import VerdictCache
from pytest_lean.judge.verdict_key import VerdictKeys
from pytest_lean.toolchain.cache import cache_path
from pytest_lean.toolchain.model import Toolchain

_ASKED = ("what is said of a .lean file",)


class Verdicts:
    """The verdicts on ``.lean`` files, of this run and of earlier ones.

    Args:
        cache_dir: the cache directory; None for the platform's.

    Attributes:
        cache: the verdict cache in that directory.
    """

    def __init__(self, cache_dir: Path | None) -> None:
        self.cache = VerdictCache(cache_path(cache_dir))
        self._keys: dict[str, VerdictKeys] = {}

    def key(self, config: LeanConfig, toolchain: Toolchain, text: str) -> str | None:
        """Return the key of a file's verdict; None if the verdict must not be kept."""
        name = repr(config)
        if name not in self._keys:
            self._keys[name] = VerdictKeys(config, toolchain)
        return self._keys[name].key(text, asked=_ASKED)

    def end(self) -> None:
        """Save the digests of modules for the next run, and remove old verdicts."""
        for keys in self._keys.values():
            keys.save()
        self.cache.prune()
