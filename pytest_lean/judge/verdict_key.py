"""The key of a verdict: a digest of all that it depends on.

That is the text, its imports (by the content of the compiled modules), the Lean, its options, the
axioms that are allowed, how far it is looked at, and this package (by the content of its modules).

Promises: two keys are equal only if all of that is. A text that can run code while it is elaborated
has no key, nor has one whose imports cannot be told: those are asked of Lean each time.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pytest_lean import __version__
from pytest_lean.config import LeanConfig
from pytest_lean.judge.closure import Closures
from pytest_lean.language.purity import runs_code
from pytest_lean.language.syntax import read_header
from pytest_lean.messages import OptionValue
from pytest_lean.server.environment import merged_header
from pytest_lean.toolchain.cache import cache_path
from pytest_lean.toolchain.model import Toolchain, inherited_path

_PACKAGE = Path(__file__).parents[1]


class VerdictKeys:
    """Makes the keys of the texts that are judged with one configuration.

    Args:
        config: as the server has it: imports, options, allowed axioms and search path.
        toolchain: the Lean that it runs; that of the configuration if None.
    """

    def __init__(self, config: LeanConfig, toolchain: Toolchain | None = None) -> None:
        self._config = config
        self._toolchain = config.prepare() if toolchain is None else toolchain
        found = self._toolchain
        folders = [*found.search_path, *config.search_path, *inherited_path()]
        folders += _own_library(found)
        fixed = set(folders) - {*config.search_path, *found.watched, *inherited_path()}
        self._closures = Closures(folders, fixed, cache_path(config.cache_dir))

    def key(
        self,
        text: str,
        *,
        imports: Iterable[str] | None = None,
        options: Mapping[str, OptionValue] | None = None,
        axioms: Iterable[str] = (),
        trust: str = "checked",
        asked: Iterable[str] = (),
    ) -> str | None:
        """Return the key of what is asked about ``text``; None if its answer is not to be kept.

        Args:
            text: Lean source that begins a document.
            imports: modules to import instead of the configured ones.
            options: Lean options, over the configured ones.
            axioms: axioms that it may depend on, besides the configured ones.
            trust: how far it is looked at.
            asked: what else the answer depends on, such as a theorem and its statement.
        """
        config = self._config
        if runs_code(text) is not None:
            return None
        chosen = config.imports if imports is None else tuple(imports)
        header = merged_header(chosen, read_header(text))
        closure = self._closures.digest(header)
        if closure is None:
            return None
        known = {
            "text": text,
            "header": header,
            "imports": closure,
            "lean": _identity(self._toolchain),
            "options": sorted({**config.options, **(options or {})}.items()),
            "parallel": config.enable_parallel_elaboration,
            "axioms": sorted({*config.allowed_axioms, *axioms}),
            "trust": trust,
            "asked": list(asked),
            "package": _package(),
        }
        written = json.dumps(known, sort_keys=True).encode("utf-8")
        return hashlib.blake2b(written, digest_size=32).hexdigest()

    def save(self) -> None:
        """Keep what was read of the imported modules for other processes."""
        self._closures.save()


@functools.cache
def _package() -> str:
    """Return the digest of this package, so that no rule of an older one decides."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=32)
    for path in sorted(_PACKAGE.rglob("*.py")):
        content = path.read_bytes()
        name = path.relative_to(_PACKAGE).as_posix()
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


@functools.cache
def _identity(toolchain: Toolchain) -> str:
    """Return what tells one Lean from another: its own words, its options, its binaries' sizes.

    It names no folder, so that machines with equal Leans have equal keys.
    """
    arguments = [argument for argument in toolchain.command if argument.startswith("-")]
    files = [Path(argument) for argument in toolchain.command if Path(argument).is_absolute()]
    if toolchain.kind != "embedded":
        files += [folder / "libleanshared.so" for folder in map(Path, _own_library(toolchain))]
    else:
        files = files[-1:]  # the library; the others are this package's, and Python
    sizes = [file.stat().st_size for file in files if file.is_file()]
    return json.dumps([toolchain.version_text, arguments, sizes])


def _own_library(toolchain: Toolchain) -> list[str]:
    """Return the folder that a full toolchain has its own library in, where Lean looks last."""
    variables = dict(toolchain.variables)
    places = [Path(variables["LEAN_SYSROOT"])] if variables.get("LEAN_SYSROOT") else []
    places += [
        Path(argument).resolve().parents[1] for argument in toolchain.command[:1] if "/" in argument
    ]
    return [str(place / "lib" / "lean") for place in places if (place / "lib" / "lean").is_dir()]
