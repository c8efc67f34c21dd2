"""A plain folder of Lean sources, without a lakefile, compiled into the cache directory.

Promises: a module is compiled after those that it imports, and several at a time; it is compiled
again only if the content of its text, of something that it imports, Lean or an option has changed;
of any number of processes that start together, one compiles and the others take the result. Nothing
is written beside the sources. If Lean rejects a module, its messages are recorded and the other
modules are compiled all the same. If Lean cannot be run, an error is raised and nothing is kept.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import dataclasses
import graphlib
import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pytest_lean.errors import LeanBuildError, ToolchainError
from pytest_lean.language.syntax import imported_by, is_module_name, read_header
from pytest_lean.toolchain import lake as lakes
from pytest_lean.toolchain.built import BuildMessage, BuildMessages
from pytest_lean.toolchain.cache import cache_path, publish
from pytest_lean.toolchain.model import Toolchain, Wanted
from pytest_lean.toolchain.process import Progress, run_tool, tail
from pytest_lean.toolchain.walk import written_files

_PARTS = (".olean", ".olean.server", ".olean.private", ".ilean")
_RECORD = "messages.json"
_FORMAT = "1"
_MOST_AT_ONCE = 4
_KEPT_FOLDERS = 4
_UNUSED_SECONDS = 30 * 86400.0


@dataclass(frozen=True)
class CompiledFolder:
    """A folder that was compiled.

    Attributes:
        output: the folder of its compiled modules, as in ``LEAN_PATH``.
        messages: name of a module -> what Lean printed for it, positions in its source.
        failed: the modules that could not be compiled, and why.
        built: how many modules this call compiled; the others were compiled before.
    """

    output: Path
    messages: Mapping[str, BuildMessages] = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)
    built: int = 0


def prepare_folder(
    toolchain: Toolchain, wanted: Wanted, progress: Progress | None = None
) -> Toolchain:
    """Return ``toolchain`` with the modules of the folder ``wanted.sources``, compiled if need be.

    Raises:
        LeanBuildError: Lean rejects a module; the message has all of Lean's errors.
        ToolchainError, CacheDirError: as for :func:`compile_folder`.
    """
    found = compile_folder(toolchain, wanted, progress)
    if found.failed:
        said = [
            str(message)
            for name in found.failed
            for message in found.messages.get(name, BuildMessages()).all
            if message.severity == "error"
        ]
        names = ", ".join(found.failed)
        raise LeanBuildError(
            f"modules of {wanted.sources} were not compiled: {names}\n{tail(chr(10).join(said))}"
        )
    built = f"{found.built} modules of {wanted.sources}" if found.built else toolchain.built
    return dataclasses.replace(with_folder(toolchain, found), built=built)


def with_folder(toolchain: Toolchain, folder: CompiledFolder) -> Toolchain:
    """Return ``toolchain`` with the compiled modules of a folder, even if some did not compile."""
    return dataclasses.replace(toolchain, search_path=(*toolchain.search_path, str(folder.output)))


def compile_folder(
    toolchain: Toolchain, wanted: Wanted, progress: Progress | None = None
) -> CompiledFolder:
    """Compile what is new or has changed in the folder ``wanted.sources``.

    Args:
        toolchain: the Lean, with the modules of its Lake project if there is one.
        wanted: the folder, the options, the cache directory, and how long one module may take.
        progress: gets a line when something is compiled.

    Raises:
        ToolchainError: ``wanted.sources`` is no folder of Lean sources, or its modules import
            each other in a circle.
        LeanBuildError: Lean did not start, or ended without a verdict.
        CacheDirError: the cache directory cannot be written.
    """
    assert wanted.sources is not None
    root = _require_folder(Path(wanted.sources))
    return _Compiler(root, toolchain, wanted, progress).compile()


class _Compiler:
    """Compiles one folder once."""

    def __init__(
        self, root: Path, toolchain: Toolchain, wanted: Wanted, progress: Progress | None
    ) -> None:
        self._root = root
        self._toolchain = toolchain
        self._wanted = wanted
        self._progress = progress
        self._cache = cache_path(wanted.cache_dir)
        self._options = lakes.as_arguments(wanted.options, toolchain.version)
        self._sources = _sources(root)
        self._imports = {
            name: [imported for imported in _imports(text) if imported in self._sources]
            for name, (_, text) in self._sources.items()
        }
        self._keys = self._all_keys()
        self._built = 0

    def compile(self) -> CompiledFolder:
        place = hashlib.sha256(os.fsencode(self._root.resolve())).hexdigest()[:16]
        state = _digest(*(f"{name} {key}" for name, key in sorted(self._keys.items())))
        output, _ = publish(self._cache, "folder", f"{place}-{state}", self._fill)
        record = json.loads((output / _RECORD).read_bytes())
        _remove_old(self._cache, place, output)
        messages = {
            name: BuildMessages(tuple(BuildMessage(*values) for values in kept))
            for name, kept in record["messages"].items()
        }
        return CompiledFolder(output, messages, record["failed"], self._built)

    def _order(self) -> graphlib.TopologicalSorter[str]:
        order = graphlib.TopologicalSorter(self._imports)
        try:
            order.prepare()
        except graphlib.CycleError as error:
            circle = " -> ".join(error.args[1])
            raise ToolchainError(
                f"modules of {self._root} import each other in a circle: {circle}"
            ) from None
        return order

    def _all_keys(self) -> dict[str, str]:
        """Return for each module a digest of all that its compiled file depends on."""
        surroundings = _digest(
            _FORMAT,
            self._toolchain.version_text,
            *(self._toolchain.command[1:] if self._toolchain.kind != "embedded" else ()),
            *self._options,
            *self._toolchain.search_path,
            *_state((*self._toolchain.watched, *self._wanted.search_path)),
        )
        keys: dict[str, str] = {}
        order = self._order()
        while order.is_active():
            for name in order.get_ready():
                text = hashlib.sha256(self._sources[name][1]).hexdigest()
                below = sorted(keys[imported] for imported in self._imports[name])
                keys[name] = _digest(surroundings, name, text, *below)
                order.done(name)
        return keys

    def _fill(self, directory: Path) -> None:
        """Put all modules into an empty directory, each as soon as its imports are there."""
        messages: dict[str, list[list[str]]] = {}
        failed: dict[str, str] = {}
        order = self._order()
        with concurrent.futures.ThreadPoolExecutor(min(_MOST_AT_ONCE, os.cpu_count() or 1)) as pool:
            running: dict[concurrent.futures.Future[list[list[str]]], str] = {}
            while order.is_active():
                for name in order.get_ready():
                    missing = [imported for imported in self._imports[name] if imported in failed]
                    if missing:
                        failed[name] = f"it imports {missing[0]}, which was not compiled"
                        order.done(name)
                    else:
                        running[pool.submit(self._module, name, directory)] = name
                if not running:
                    continue
                done, _ = concurrent.futures.wait(
                    running, return_when=concurrent.futures.FIRST_COMPLETED
                )
                for compiled in done:
                    name = running.pop(compiled)
                    messages[name] = compiled.result()
                    if not self._olean(directory, name).is_file():
                        errors = [text for severity, text in messages[name] if severity == "error"]
                        failed[name] = errors[0].partition("\n")[0]
                    order.done(name)
        record = {"messages": messages, "failed": dict(sorted(failed.items()))}
        (directory / _RECORD).write_text(json.dumps(record), encoding="utf-8")

    def _module(self, name: str, directory: Path) -> list[list[str]]:
        """Put a module into the directory, and compile it first if need be; return its messages."""
        entry, was_built = publish(
            self._cache, "module", self._keys[name], lambda work: self._run(name, directory, work)
        )
        self._built += was_built
        with contextlib.suppress(OSError):
            os.utime(entry)  # records its use: modules that were not used for long are removed
        target = self._olean(directory, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        for part in _PARTS:
            if (entry / f"module{part}").is_file():
                _link(entry / f"module{part}", target.with_suffix(part))
        kept: list[list[str]] = json.loads((entry / _RECORD).read_bytes())
        return kept

    def _olean(self, directory: Path, name: str) -> Path:
        return (directory / self._sources[name][0]).with_suffix(".olean")

    def _run(self, name: str, imported: Path, work: Path) -> None:
        source = self._sources[name][0]
        if self._progress is not None:
            self._progress(f"compiling {name} of {self._root}")
        output = work / "module.olean"
        command = [*self._toolchain.command, *self._options, "--json", "-R", "."]
        command += ["-o", str(output), "-i", str(output.with_suffix(".ilean")), str(source)]
        path = (*self._wanted.search_path, str(imported))
        ended = run_tool(
            command,
            cwd=self._root,
            environment=self._toolchain.environment(path),
            seconds=self._wanted.build_timeout,
            error=LeanBuildError,
        )
        place = f"{imported}{os.sep}"  # messages must not name it: the folder is renamed later
        messages = [[how, text.replace(place, "")] for how, text in _messages(ended.out)]
        is_rejected = ended.code == 1 and any(message[0] == "error" for message in messages)
        if ended.code != 0 and not is_rejected:
            raise LeanBuildError(
                f"Lean could not compile {self._root / source} (exit code {ended.code}):\n"
                f"{tail(ended.printed)}"
            )
        if is_rejected:
            for part in _PARTS:
                output.with_suffix(part).unlink(missing_ok=True)
        (work / _RECORD).write_text(json.dumps(messages), encoding="utf-8")


def _require_folder(folder: Path) -> Path:
    root = folder.expanduser().absolute()
    if not root.is_dir():
        raise ToolchainError(f"lean_sources: there is no folder {root}")
    lakefiles = [lakefile for lakefile in lakes.LAKEFILES if (root / lakefile).is_file()]
    if lakefiles:
        raise ToolchainError(
            f"lean_sources: {root} is a Lake project (it has a {lakefiles[0]}), which Lake builds: "
            "name it with lean_project"
        )
    return root


def _sources(root: Path) -> dict[str, tuple[Path, bytes]]:
    """Return the modules below a folder: name -> path of its source relative to it, and its text.

    Raises:
        ToolchainError: there is no ``.lean`` file below it.
    """
    found: dict[str, tuple[Path, bytes]] = {}
    for path in written_files(root):
        if path.suffix == ".lean" and not path.name.startswith("."):
            below = path.relative_to(root)
            found[_module_name(below)] = below, path.read_bytes()
    if not found:
        raise ToolchainError(f"lean_sources: there is no .lean file in {root}")
    return dict(sorted(found.items()))


def _module_name(below: Path) -> str:
    parts = below.with_suffix("").parts
    return ".".join(
        part if is_module_name(part) and "." not in part else f"«{part}»" for part in parts
    )


def _imports(text: bytes) -> list[str]:
    return imported_by(read_header(text.decode("utf-8", "replace").lstrip("\ufeff")).lines)


def _messages(printed: str) -> Iterator[tuple[str, str]]:
    """Yield severity and text of each message that ``lean --json`` printed."""
    for line in printed.splitlines():
        try:
            told = json.loads(line)
            at = told["pos"]
            severity = told["severity"]
            text = f"{told['fileName']}:{at['line']}:{at['column']}: {told['data']}"
        except (ValueError, KeyError, TypeError):
            continue  # printed by code in the module, not a message of Lean
        yield ("info" if severity == "information" else str(severity)), text


def _state(folders: Iterable[str]) -> Iterator[str]:
    """Yield the state of the compiled modules in folders that may change."""
    for folder in folders:
        for file in sorted(Path(folder).rglob("*.olean")):
            status = file.stat()
            yield f"{file} {status.st_mtime_ns} {status.st_size}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()[:32]


def _link(file: Path, target: Path) -> None:
    try:
        os.link(file, target)
    except OSError:  # a file system without links
        shutil.copyfile(file, target)


def _remove_old(cache: Path, place: str, current: Path) -> None:
    """Remove older results of this folder, and modules that no run has used lately."""
    with contextlib.suppress(OSError):
        others = [other for other in (cache / "folder").glob(f"{place}-*") if other != current]
        others.sort(key=lambda other: other.stat().st_mtime, reverse=True)
        hour_ago = time.time() - 3600  # a run may still import from a younger one
        for old in others[_KEPT_FOLDERS:]:
            if old.stat().st_mtime < hour_ago:
                shutil.rmtree(old, ignore_errors=True)
        unused = time.time() - _UNUSED_SECONDS
        for entry in (cache / "module").iterdir():
            if entry.stat().st_mtime < unused:
                shutil.rmtree(entry, ignore_errors=True)
        for lock in (cache / "locks").glob("module-*.lock"):
            if lock.stat().st_mtime < unused:
                lock.unlink(missing_ok=True)
