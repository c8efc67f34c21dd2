"""A Lake project made ready: it is built by the first process that needs it.

Promises: of any number of processes, of one run or of several, one builds and the others use the
result; a builder that is killed leaves no stamp, so the next one builds again; a build that fails
is reported with what Lake printed and is not repeated in the same run. What is known of a project
is a stamp in the cache directory: the state of its sources and outputs, and what Lake said.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from pytest_lean.errors import LeanBuildError, ToolchainError
from pytest_lean.toolchain import lake as lakes
from pytest_lean.toolchain.cache import LOCK_TIMEOUT, cache_path, locked, write_whole, writing
from pytest_lean.toolchain.elan_names import TOOLCHAIN_FILE
from pytest_lean.toolchain.lake import Lake
from pytest_lean.toolchain.model import Toolchain, Wanted
from pytest_lean.toolchain.process import Progress
from pytest_lean.toolchain.walk import written_files

_SOURCES = {".lean", ".c", ".cc", ".cpp", ".h", ".hpp"}
_CONFIGURATION = {*lakes.LAKEFILES, lakes.MANIFEST, TOOLCHAIN_FILE}
# xdist gives all processes of a run one id. Without xdist, each process is a run of its own,
# unless a configuration says otherwise.
_RUN_OF_THIS_PROCESS = os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid.uuid4().hex
_MOST_BUILDS = 2


@dataclass(frozen=True)
class Stamp:
    """What is known of a project.

    Attributes:
        key: the state of its sources, and of all else that the build depends on.
        outputs: the state of its compiled modules.
        run: the run that made the stamp.
        ended: when the build ended, in seconds since the epoch.
        error: why the build failed, empty if it did not.
        settled: whether no source changed during the build.
        search_path: ``LEAN_PATH``.
        watched: those of its folders that the project itself builds.
        sources: the folders with the sources of their modules.
        variables: further environment variables for Lean.
        arguments: further arguments for Lean: the project's own options.
        remarks: what a user should know, such as options that could not be read.
    """

    key: str
    outputs: str
    run: str
    ended: float
    error: str = ""
    settled: bool = True
    search_path: tuple[str, ...] = ()
    watched: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()
    arguments: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def prepare_project(
    toolchain: Toolchain, config: Wanted, progress: Progress | None = None
) -> Toolchain:
    """Return ``toolchain`` with the modules of ``config.project``, which is built if need be.

    Raises:
        LeanBuildError: if the build failed, in this process or in another of the same run.
        ToolchainError: if it is no Lake project, or has no Lake.
        CacheDirError: if the cache directory cannot be written.
    """
    lake, path = _open(toolchain, config)
    cache = cache_path(config.cache_dir)
    built = ""
    stamp = _believable(_read(path), _key(lake, config), config)
    if stamp is None:
        # The process that holds the lock may download once and build several times before.
        patience = (1 + _MOST_BUILDS) * config.build_timeout + LOCK_TIMEOUT
        with locked(cache, f"project-{path.stem}", patience):
            stamp = _believable(_read(path), _key(lake, config), config)
            if stamp is None:
                stamp = _work(lake, config, progress)
                with writing(cache):
                    write_whole(path, json.dumps(dataclasses.asdict(stamp)))
                built = f"Lake project {lake.root}" if config.build != "never" else ""
    if stamp.error:
        raise LeanBuildError(stamp.error)
    return dataclasses.replace(
        toolchain,
        command=(*toolchain.command, *stamp.arguments),
        variables=(*toolchain.variables, *stamp.variables),
        search_path=(*toolchain.search_path, *stamp.search_path),
        watched=(*toolchain.watched, *stamp.watched),
        sources=(*toolchain.sources, *stamp.sources),
        project=str(lake.root),
        remarks=(*toolchain.remarks, *stamp.remarks),
        built=built or toolchain.built,
        without_project=toolchain,
    )


def is_current(toolchain: Toolchain, config: Wanted) -> bool:
    """Return whether the project is built and unchanged, so that there is nothing to prepare.

    Raises:
        ToolchainError: as for :func:`prepare_project`.
    """
    lake, path = _open(toolchain, config)
    stamp = _believable(_read(path), _key(lake, config), config)
    return stamp is not None and not stamp.error


def _open(toolchain: Toolchain, config: Wanted) -> tuple[Lake, Path]:
    """Return the Lake of the project, and the path of its stamp."""
    assert config.project is not None
    root = lakes.require_project(config.project)
    name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]
    path = cache_path(config.cache_dir) / "projects" / f"{name}.json"
    return Lake(lakes.find_lake(toolchain), root, toolchain, config.build_timeout), path


def _work(lake: Lake, config: Wanted, progress: Progress | None) -> Stamp:
    """Build the project and ask its Lake for the environment; also a failure gives a stamp."""
    key = _key(lake, config)
    error, settled = "", True
    try:
        if config.build != "never":
            if lakes.uses_mathlib(lake.root) and config.cache_get:
                lake.cache_get(progress)
            key, settled = _build_until_settled(lake, config, progress)
        variables = lake.variables(is_built=config.build != "never")
    except ToolchainError as failure:
        error, variables = str(failure), {}
    folders = _folders(variables.pop("LEAN_PATH", ""))
    missing = lakes.missing_modules(folders)
    if missing and config.build != "never":
        error = lakes.why_missing(lake.root, missing)
    sources = _folders(variables.get("LEAN_SRC_PATH", ""))
    arguments, remarks = ((), ()) if error else _options(lake, sources, config.targets)
    owners = lakes.own_folders(lake.root)
    watched, edited = (
        tuple(
            place for place in places if any(lakes.is_own(owner, Path(place)) for owner in owners)
        )
        for places in (folders, sources)
    )
    if missing and config.build == "never":
        remarks += (lakes.why_missing(lake.root, missing),)
    if not settled:
        remarks += (f"files of {lake.root} changed while Lake was building it",)
    return Stamp(
        key=key,
        outputs=_state(_outputs(watched)),
        run=_run_id(config),
        ended=time.time(),
        error=error,
        settled=settled,
        search_path=folders,
        watched=watched,
        sources=edited,
        variables=tuple(variables.items()),
        arguments=arguments,
        remarks=remarks,
    )


def _build_until_settled(lake: Lake, config: Wanted, progress: Progress | None) -> tuple[str, bool]:
    """Build, and once more if sources changed meanwhile; return their state and if it settled."""
    after = _key(lake, config)
    for _ in range(_MOST_BUILDS):
        before = after
        lake.build(config.targets, progress)
        after = _key(lake, config)
        if after == before:
            return after, True
    return after, False


def _folders(listed: str) -> tuple[str, ...]:
    return tuple(filter(None, listed.split(os.pathsep)))


def _options(
    lake: Lake, sources: tuple[str, ...], targets: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the project's options as arguments of Lean, and remarks on what went wrong."""
    module = lakes.sample_module(lake.root, sources, targets)
    if module is None:
        return (), ()
    try:
        return lakes.as_arguments(lake.options(module), lake.toolchain.version), ()
    except ToolchainError as error:
        why = str(error).splitlines()[0]
        return (), (f"the leanOptions of {lake.root} are not applied: {why}",)


def _run_id(config: Wanted) -> str:
    return config.run_id or _RUN_OF_THIS_PROCESS


def _believable(stamp: Stamp | None, key: str, config: Wanted) -> Stamp | None:
    """Return ``stamp`` if a build now would give the same result; else None."""
    if stamp is None:
        return None
    is_of_this_run = stamp.run == _run_id(config)
    if config.build == "always" and not is_of_this_run:
        return None
    if stamp.key != key or stamp.outputs != _state(_outputs(stamp.watched)):
        return None
    if stamp.error:
        # A process that waited while the build failed gets that failure, and so do the others of
        # its run. A process that began later builds again.
        return stamp if is_of_this_run or stamp.ended > _began() else None
    return stamp if stamp.settled or is_of_this_run else None


def _began() -> float:
    return psutil.Process().create_time()


def _key(lake: Lake, config: Wanted) -> str:
    """Return the state of all that a build depends on."""
    parts = [
        str(lake.root.resolve()),
        str(lake.path),
        lake.toolchain.version_text,
        *config.targets,
        config.build if config.build == "never" else "build",
        *(os.environ.get(name, "") for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")),
        _state(file for own in lakes.own_folders(lake.root) for file in _sources(own)),
    ]
    return hashlib.sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    for path in written_files(folder):
        if path.name in _CONFIGURATION or path.suffix in _SOURCES:
            yield path


def _outputs(folders: Iterable[str]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(Path(folder).rglob("*.olean"))


def _state(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        try:
            status = file.stat()
        except OSError:
            continue
        digest.update(f"{file}\0{status.st_mtime_ns}\0{status.st_size}\n".encode(errors="replace"))
    return digest.hexdigest()


def _read(path: Path) -> Stamp | None:
    try:
        entries = json.loads(path.read_bytes())
        for name in ("search_path", "watched", "sources", "arguments", "remarks"):
            entries[name] = tuple(entries[name])
        entries["variables"] = tuple((name, value) for name, value in entries["variables"])
        return Stamp(**entries)
    except (OSError, ValueError, KeyError, TypeError):
        return None  # there is no stamp yet, or another version of pytest-lean wrote it
