"""Lake, the build tool of Lean projects: where a project's folder is, and what Lake says of it.

Promises: only Lake itself writes into a project, and it is only told to build and to download
compiled files, never to update or clean. What it prints is checked before it is used.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pytest_lean.errors import LeanBuildError, ToolchainError
from pytest_lean.toolchain.elan import is_proxy
from pytest_lean.toolchain.model import Toolchain, Version
from pytest_lean.toolchain.process import QUESTION_SECONDS, Progress, run_tool
from pytest_lean.toolchain.wording import how_to_set

LAKEFILES = ("lakefile.lean", "lakefile.toml")
MANIFEST = "lake-manifest.json"
PACKAGE_FOLDERS = (".lake/packages", "lake-packages")
_WEAK_SINCE: Version = (4, 12, 0)
# The variables of `lake env` that Lean needs. PATH and the others are not kept in a stamp, where
# they would be out of date when it is read.
_VARIABLES = ("LEAN_PATH", "LEAN_SRC_PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


@dataclass(frozen=True)
class Lake:
    """The Lake of one project.

    Attributes:
        path: the executable, not elan's proxy.
        root: the project's folder.
        toolchain: the Lean that it builds with.
        seconds: how long a build may take.
    """

    path: Path
    root: Path
    toolchain: Toolchain
    seconds: float

    def cache_get(self, progress: Progress | None) -> None:
        """Let Mathlib's own tool download its compiled files.

        Raises:
            LeanBuildError: if it fails or takes too long.
        """
        self._work(["exe", "cache", "get"], progress, "is there a network?")

    def build(self, targets: Sequence[str], progress: Progress | None) -> None:
        """Build ``targets``, the project's default ones if there are none.

        Raises:
            LeanBuildError: if it fails or takes too long; with what Lake printed.
        """
        self._work(["build", *targets], progress, "")

    def variables(self, *, is_built: bool) -> dict[str, str]:
        """Return those variables of ``lake env`` that Lean needs.

        Args:
            is_built: the project was just built; otherwise Lake may have to fetch packages.

        Raises:
            ToolchainError: if Lake fails, hangs or does not say where the modules are.
        """
        output = run_tool(
            [str(self.path), "env"],
            cwd=self.root,
            environment=self._environment(),
            seconds=QUESTION_SECONDS if is_built else self.seconds,
        ).require_success()
        pairs = (line.partition("=") for line in output.out.splitlines())
        found = {name: self._absolute(value) for name, _, value in pairs if name in _VARIABLES}
        found = {name: value for name, value in found.items() if value}
        if "LEAN_PATH" not in found:
            raise ToolchainError(
                f"`lake env` in {self.root} printed no LEAN_PATH, so its modules cannot be found; "
                f"it printed: {output.printed.strip()[:500]!r}"
            )
        return found

    def _absolute(self, folders: str) -> str:
        """Return a list of folders as any process can use it: an older Lake's are relative."""
        return os.pathsep.join(
            os.path.normpath(self.root / folder) for folder in folders.split(os.pathsep) if folder
        )

    def options(self, module: Path) -> dict[str, Any]:
        """Return the Lean options with which Lake elaborates ``module``: the project's leanOptions.

        Raises:
            ToolchainError: if Lake fails or prints something else.
        """
        command = [str(self.path), "setup-file", str(module), "--no-build"]
        output = run_tool(command, cwd=self.root, environment=self._environment())
        output.require_success()
        return read_options(output.out)

    def _work(self, arguments: list[str], progress: Progress | None, hint: str) -> None:
        if progress:
            progress(f"lake {' '.join(arguments)} in {self.root}")
        try:
            run_tool(
                [str(self.path), *arguments],
                cwd=self.root,
                # Where Lake has an artifact cache, it would leave modules there, out of Lean's
                # sight; this variable makes it copy them into the build folder.
                environment={**self._environment(), "LAKE_RESTORE_ARTIFACTS": "true"},
                seconds=self.seconds,
                progress=progress,
                error=LeanBuildError,
            ).require_success(hint, LeanBuildError)
        except LeanBuildError as error:
            raise LeanBuildError(f"in the Lake project {self.root}: {error}") from None

    def _environment(self) -> dict[str, str]:
        environment = self.toolchain.environment()
        environment.pop("LEAN_PATH", None)  # else `lake env` prints it with the project's folders
        return environment


def find_project(start: Path) -> Path | None:
    """Return the folder of the Lake project that ``start`` is in: the nearest with a lakefile."""
    return next((folder for folder in _upward(start) if _has_lakefile(folder)), None)


def find_upward(start: Path, name: str) -> Path | None:
    """Return the nearest file ``name`` in ``start`` or above."""
    return next((folder / name for folder in _upward(start) if (folder / name).is_file()), None)


def require_project(folder: str | os.PathLike[str]) -> Path:
    """Return ``folder``, made absolute.

    Raises:
        ToolchainError: if it is no Lake project.
    """
    root = Path(folder).expanduser().absolute()
    if not root.is_dir():
        raise ToolchainError(
            f"there is no folder {root} (it was given as the Lake project); "
            f"{how_to_set('project', 'FOLDER')} names one that has a {' or '.join(LAKEFILES)}"
        )
    if not _has_lakefile(root):
        raise ToolchainError(f"{root} is no Lake project: it has no {' or '.join(LAKEFILES)}")
    return root


def find_lake(toolchain: Toolchain) -> Path:
    """Return the ``lake`` of a toolchain: the one beside its ``lean``, else one on PATH.

    Raises:
        ToolchainError: if there is neither.
    """
    lean = Path(toolchain.command[0])
    for folder in (lean.parent, lean.resolve().parent):
        if (folder / "lake").is_file():
            return folder / "lake"
    found = shutil.which("lake")
    if found and not is_proxy(Path(found)):
        return Path(found)
    raise ToolchainError(
        f"{toolchain.label} has no lake beside {toolchain.command[0]}, and there is none on PATH; "
        "a Lake project needs one"
    )


def read_options(printed: str) -> dict[str, Any]:
    """Read the options from what ``lake setup-file`` prints.

    Raises:
        ToolchainError: if it is something else.
    """
    try:
        setup = json.loads(printed)
        # Lean 4.22 and newer print a ModuleSetup, older ones a FileSetupInfo.
        options = setup["options"] if "options" in setup else setup.get("setupOptions", {})
        return {str(name): value for name, value in options.items()}
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise ToolchainError(
            f"`lake setup-file` printed no setup: {printed.strip()[:300]!r}"
        ) from error


def as_arguments(options: Mapping[str, Any], version: Version) -> tuple[str, ...]:
    """Return Lean options as arguments of ``lean``.

    With the prefix ``weak.``, Lean ignores an option that it does not know. Files of a project
    import the libraries that define its options, and a test may not. A Lean before 4.12 has no
    such prefix, so options that are written with it are left out there.
    """
    is_weak = version >= _WEAK_SINCE
    found = []
    for name, value in options.items():
        if not is_weak and name.startswith("weak."):
            continue
        text = str(value).lower() if isinstance(value, bool) else str(value)
        found.append(f"-D{'weak.' if is_weak else ''}{name.removeprefix('weak.')}={text}")
    return tuple(found)


def sample_module(root: Path, folders: Sequence[str], targets: Sequence[str]) -> Path | None:
    """Return the module whose options stand for the project's.

    Args:
        root: the project's folder.
        folders: its source folders, as in ``LEAN_SRC_PATH``.
        targets: what is built; a library of that name is preferred.
    """
    wanted = {target.rpartition("/")[2].lstrip("+").partition(":")[0] for target in targets}
    own = [Path(folder) for folder in folders if is_own(root, Path(folder))]
    for folder in own or [root]:
        modules = [file for file in sorted(folder.glob("*.lean")) if file.name not in LAKEFILES]
        # A library's root module is preferred: it has submodules in a folder of its name.
        modules.sort(
            key=lambda module: (module.stem not in wanted, not module.with_suffix("").is_dir())
        )
        if modules:
            return modules[0]
    return None


def is_own(root: Path, folder: Path) -> bool:
    """Return whether ``folder`` is in ``root``, and not in a package that Lake fetched."""
    above = folder.resolve().parents
    fetched = [(root / name).resolve() for name in PACKAGE_FOLDERS]
    return root.resolve() in (folder.resolve(), *above) and not any(
        packages in above for packages in fetched
    )


def missing_modules(folders: Iterable[str]) -> list[Path]:
    """Return the compiled modules that Lake has only in its artifact cache.

    Lake always writes the ``.ilean`` of a module into the build folder (lean4#8922). So a module
    that has an ``.ilean`` and no ``.olean`` beside it was built, and Lean cannot import it.
    """
    index = (file for folder in folders for file in Path(folder).rglob("*.ilean"))
    modules = (file.with_suffix(".olean") for file in index)
    return sorted(module for module in modules if not module.exists())


def why_missing(root: Path, modules: Sequence[Path]) -> str:
    """Return what to do about modules of a project that :func:`missing_modules` found."""
    return (
        f"compiled modules of {root} are in Lake's artifact cache alone, and Lean cannot import "
        f"them from there: {len(modules)}, the first of them {modules[0]}. Lake was told to "
        "restore them (LAKE_RESTORE_ARTIFACTS, known from Lean 4.31 on) and did not: set "
        "restoreAllArtifacts = true in the lakefile, or LAKE_ARTIFACT_CACHE=false, and run "
        "`lake build` again"
    )


def own_folders(root: Path) -> list[Path]:
    """Return the folders whose files a user edits: the project's, and those of local packages."""
    local = (entry.get("dir") for entry in packages(root) if entry.get("type") == "path")
    return [root, *(root / folder for folder in local if isinstance(folder, str))]


def packages(root: Path) -> Iterator[dict[str, Any]]:
    """Yield the entries of the project's manifest; nothing if it has none or no readable one."""
    try:
        entries = json.loads((root / MANIFEST).read_bytes())["packages"]
    except (OSError, ValueError, KeyError, TypeError):
        return
    for entry in entries:
        if isinstance(entry, dict):
            # Older manifests nest the other fields under the kind of the package.
            kind = next(
                (source for source in ("path", "git") if isinstance(entry.get(source), dict)), None
            )
            yield {"type": kind, **entry[kind]} if kind else entry


def uses_mathlib(root: Path) -> bool:
    """Return whether the project requires Mathlib."""
    return any(entry.get("name") == "mathlib" for entry in packages(root))


def _upward(start: Path) -> tuple[Path, ...]:
    start = start.absolute()
    return start, *start.parents


def _has_lakefile(folder: Path) -> bool:
    return any((folder / name).is_file() for name in LAKEFILES)
