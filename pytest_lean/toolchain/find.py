"""Which Lean is used: the places where it is looked for, in order.

Promises: a toolchain that the user names is used, or is an error. With ``auto`` the first usable
Lean is taken. The embedded one comes last, and is not taken where a project asks for a version,
or where a Lean of the user's is there and broken. An embedded toolchain says why it was chosen.
If no Lean is found, the error says where it was looked for and what to do.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from pytest_lean.checks import did_you_mean
from pytest_lean.errors import (
    CacheDirError,
    LeanBuildError,
    ToolchainError,
    ToolchainNotFoundError,
)
from pytest_lean.toolchain.cache import cache_path
from pytest_lean.toolchain.elan import HOMEPAGE, Elan, find_elan, is_proxy
from pytest_lean.toolchain.elan_names import (
    TOOLCHAIN_FILE,
    asked_version,
    can_be_installed,
    is_name,
)
from pytest_lean.toolchain.embedded import INSTALL, find_embedded, is_installed
from pytest_lean.toolchain.folder import prepare_folder
from pytest_lean.toolchain.lake import require_project
from pytest_lean.toolchain.model import Toolchain, Version, Wanted, parse_version
from pytest_lean.toolchain.pin import Pin, find_pin
from pytest_lean.toolchain.process import Progress, run_tool
from pytest_lean.toolchain.project import prepare_project
from pytest_lean.toolchain.wording import how_to_set

VERSION_SECONDS = 60.0
_EMPTY = ("none", "not set")  # a reason that begins so says that a place has no Lean
Kind = Literal["explicit", "elan", "sysroot", "path", "lake"]

_NO_ELAN_NAMES = ("auto", "embedded")


@dataclass(frozen=True)
class Look:
    """One place where a Lean was looked for; one of the last three attributes is set.

    Attributes:
        place: the place, as messages name it.
        toolchain: the Lean that was found.
        reason: why there is none, or why it is not used.
        error: why the Lean there cannot be used.
    """

    place: str
    toolchain: Toolchain | None = None
    reason: str = ""
    error: ToolchainError | None = None


def find_toolchain(
    config: Wanted, *, start: Path | None = None, progress: Progress | None = None
) -> Toolchain:
    """Return the toolchain that ``config`` names, its Lake project and its folder, ready to run.

    Args:
        config: what to look for.
        start: the folder that ``lean-toolchain`` is looked for in, and above; by default the
            project's, else the current one.
        progress: gets a line now and then while something takes long.

    Raises:
        ToolchainNotFoundError: if no Lean was found.
        ToolchainError: if the Lean that was found cannot be used.
        LeanBuildError: if the project, the folder or the core library could not be built.
    """
    if isinstance(config.toolchain, Toolchain):
        return config.toolchain
    toolchain = _with_project(config, start, progress)
    if config.sources is None:
        return toolchain
    return prepare_folder(toolchain, config, progress)


def _with_project(config: Wanted, start: Path | None, progress: Progress | None) -> Toolchain:
    if config.project is not None:
        require_project(config.project)  # before Lean is looked for: this is the first mistake
    looks = look_for(config, start=start, progress=progress)
    toolchain = looks[-1].toolchain
    if toolchain is None:
        raise _not_found(looks)
    if config.project is None:
        return toolchain
    if toolchain.kind == "embedded":
        raise ToolchainError(
            f"the embedded Lean has no Lake and cannot build the project {config.project}; "
            "install the project's own Lean with elan"
        )
    return prepare_project(toolchain, config, progress)


def look_for(
    config: Wanted, *, start: Path | None = None, progress: Progress | None = None
) -> list[Look]:
    """Look at one place after the other until a Lean is found; return all that were looked at.

    Raises:
        CacheDirError, LeanBuildError: if the embedded Lean's library could not be built.
    """
    search = _Search(config, Path(start or config.project or Path.cwd()), progress)
    for place, look in search.places():
        try:
            seen = look()
        except (CacheDirError, LeanBuildError):
            raise
        except ToolchainError as error:
            search.looks.append(Look(place, error=error))
            continue
        if isinstance(seen, str):
            search.looks.append(Look(place, reason=seen))
            continue
        if seen.kind == "embedded":
            seen = dataclasses.replace(seen, chosen_because=_why_embedded(search.looks))
        search.looks.append(Look(place, toolchain=seen))
        break
    return search.looks


def name_of(chosen: str) -> str | None:
    """Return ``chosen`` if it is elan's name of a toolchain, and no path or keyword; else None."""
    if chosen in _NO_ELAN_NAMES or Path(chosen).expanduser().exists():
        return None
    return chosen if is_name(chosen) else None


def from_lean(lean: Path, kind: Kind, *, asked: str | None = None) -> Toolchain:
    """Return the toolchain of an executable ``lean``.

    Args:
        lean: the executable, not elan's proxy.
        kind: how it was found.
        asked: the name of the toolchain that was asked for; its version is compared.

    Raises:
        ToolchainError: if it does not run, is no Lean, is too old, or is another version.
    """
    output = run_tool([str(lean), "--version"], seconds=VERSION_SECONDS).require_success()
    line = output.out.strip()
    version = parse_version(line)
    if asked is not None:
        _require_version(lean, version, asked)
    sysroot = lean.resolve().parent.parent
    # With LAKE set, workers would run `lake setup-file`. LEAN_SYSROOT is not set for a wrapper
    # script, which knows its sysroot itself.
    variables = [("LAKE", "")]
    if (sysroot / "lib" / "lean").is_dir():
        variables.append(("LEAN_SYSROOT", str(sysroot)))
    return Toolchain(
        kind=kind,
        command=(str(lean),),
        version=version,
        version_text=line,
        variables=tuple(variables),
    )


@dataclass
class _Search:
    """A search in progress."""

    config: Wanted
    start: Path
    progress: Progress | None
    looks: list[Look] = field(default_factory=list)
    elan: Elan | None = field(default_factory=find_elan)

    def places(self) -> list[tuple[str, Callable[[], Toolchain | str]]]:
        chosen = self.config.toolchain
        assert isinstance(chosen, str)
        name = self.config.lean_version or name_of(chosen)
        if chosen == "embedded":
            return [("the embedded Lean", self._embedded_of_the_version)]
        if name is not None:
            return [(f"the toolchain {name}", lambda: self._from_elan(name, "it was asked for"))]
        if chosen != "auto":
            return [(f"lean_toolchain = {chosen}", lambda: self._explicit(Path(chosen)))]
        return [
            (TOOLCHAIN_FILE, self._pinned),
            ("LEAN_SYSROOT", lambda: self._other_than_path() or self._sysroot()),
            ("lean on PATH", lambda: self._other_than_path() or self._lean_on_path()),
            ("lake on PATH", lambda: self._other_than_path() or self._lake_on_path()),
            ("elan's default", self._elan_default),
            ("the embedded Lean", self._embedded),
        ]

    def _embedded_of_the_version(self) -> Toolchain:
        found, wanted = find_embedded(self.config.cache_dir), self.config.lean_version
        number = ".".join(map(str, found.version))
        if wanted is not None and wanted.rpartition(":")[2].removeprefix("v") != number:
            raise ToolchainError(
                f"lean_version = {wanted} is asked for, and the embedded Lean is {number}; leave "
                "out one of lean_version and lean_toolchain = embedded"
            )
        return found

    def _explicit(self, path: Path) -> Toolchain | str:
        path = path.expanduser().absolute()
        lean = path / "bin" / "lean" if path.is_dir() else path
        if not lean.is_file():
            hint = did_you_mean(path.name, _NO_ELAN_NAMES)
            raise ToolchainNotFoundError(f"there is no {lean}{hint}")
        if is_proxy(lean):
            raise ToolchainError(
                f"{lean} is elan's proxy, which may download another Lean whenever it is run; "
                "leave lean_toolchain on auto, or name the toolchain with lean_version"
            )
        return from_lean(lean, "explicit")

    @cached_property
    def pin(self) -> Pin | None:
        """The toolchain that the start folder asks for, if it asks for one."""
        return find_pin(self.start, self.elan)

    def _pinned(self) -> Toolchain | str:
        pin = self.pin
        if pin is None:
            return f"none in {self.start} or above"
        if pin.is_path:
            return from_lean(pin.sysroot / "bin" / "lean", "explicit")
        if self.elan is None:
            return f"{pin.text} ({pin.why}), but elan is not installed"
        return self._from_elan(pin.text, pin.why)

    def _from_elan(self, name: str, why: str) -> Toolchain:
        if self.elan is None:
            raise ToolchainNotFoundError(
                f"{name} needs elan ({why}), and elan is not installed: {HOMEPAGE}"
                + did_you_mean(name, _NO_ELAN_NAMES)
            )
        found = self.elan.find(name)
        if found is None and self.config.install:
            self._install(name)
            found = self.elan.find(name)
        if found is None:
            error = _missing_in_elan(name, why)
            error.args = (f"{error.args[0]}{did_you_mean(name, _NO_ELAN_NAMES)}",)
            raise error
        return from_lean(found.lean, "elan", asked=found.name)

    def _install(self, name: str) -> None:
        assert self.elan is not None
        cache, seconds = cache_path(self.config.cache_dir), self.config.build_timeout
        self.elan.install(name, cache, seconds, self.progress)

    def _sysroot(self) -> Toolchain | str:
        sysroot = os.environ.get("LEAN_SYSROOT")
        if not sysroot:
            return "not set"
        lean = Path(sysroot) / "bin" / "lean"
        if not lean.is_file():
            raise ToolchainError(f"LEAN_SYSROOT is {sysroot}, and there is no {lean}")
        return from_lean(lean, "sysroot", asked=self._pinned_name())

    def _lean_on_path(self) -> Toolchain | str:
        found = shutil.which("lean")
        if found is None:
            return "none"
        if is_proxy(Path(found)):
            return f"{found} is elan's proxy"
        return from_lean(Path(found), "path", asked=self._pinned_name())

    def _lake_on_path(self) -> Toolchain | str:
        found = shutil.which("lake")
        if found is None:
            return "none"
        if is_proxy(Path(found)):
            return f"{found} is elan's proxy"
        # `lake env` outside of any project prints where Lake's own Lean is.
        output = run_tool([found, "env"], cwd=os.sep).require_success()
        pairs = dict(line.partition("=")[::2] for line in output.out.splitlines())
        lean = Path(pairs.get("LEAN_SYSROOT") or os.sep) / "bin" / "lean"
        if not lean.is_file():
            raise ToolchainError(f"`{found} env` names no LEAN_SYSROOT with a lean")
        return from_lean(lean, "lake", asked=self._pinned_name())

    def _elan_default(self) -> Toolchain | str:
        if self.elan is None:
            return "elan is not installed (not on PATH, and not in ELAN_HOME or ~/.elan)"
        if self.pin is not None:
            return f"not used: {self.pin.text} is asked for"
        default = self.elan.default()
        if default is None:
            return "elan has no default toolchain; `elan default stable` sets one"
        why = "it is elan's default toolchain"
        path = Pin(default.name, why, self.elan.path.parent)
        if path.is_path:
            return from_lean(path.sysroot / "bin" / "lean", "elan")
        if default.installed is None and not self.config.install:
            raise _missing_in_elan(default.name, why)
        return self._from_elan(default.installed or default.name, why)

    def _embedded(self) -> Toolchain | str:
        if not is_installed():
            return "not installed"
        choose = f"choose it with {how_to_set('toolchain', 'embedded')}"
        if self.config.project is not None:
            return f"installed, but not used for a Lake project, which needs its own; {choose}"
        if self.pin is not None:
            return f"installed, but not used in place of {self.pin.text}; {choose}"
        if any(look.error for look in self.looks):
            return f"installed, but not used in place of a Lean that is broken; {choose}"
        return find_embedded(self.config.cache_dir)

    def _other_than_path(self) -> str:
        """Return why only the Lean at one path will do, if a pin is a path; else nothing."""
        if self.pin is None or not self.pin.is_path:
            return ""
        return f"not used: the Lean at {self.pin.text} is asked for"

    def _pinned_name(self) -> str | None:
        return None if self.pin is None else self.pin.text


def _why_embedded(looks: Sequence[Look]) -> str:
    """Return, as a clause, why the embedded Lean is used."""
    if not looks:
        return "lean_toolchain = embedded"
    told = [
        f"no {look.place}" if look.reason.startswith(_EMPTY) else f"{look.place}: {look.reason}"
        for look in looks
    ]
    return f"no other Lean was found: {'; '.join(told)}"


def _missing_in_elan(name: str, why: str) -> ToolchainNotFoundError:
    how = (
        f"run `elan toolchain install {name}`, or allow it with {how_to_set('install', True)}"
        if can_be_installed(name)
        else f"`elan toolchain link {name} FOLDER` would make it"
    )
    return ToolchainNotFoundError(f"elan does not have {name} ({why}); {how}")


def _require_version(lean: Path, version: Version, asked: str) -> None:
    expected = asked_version(asked) if is_name(asked) else None
    if expected is not None and expected != version:
        is_it = ".".join(map(str, version))
        raise ToolchainError(
            f"{lean} is Lean {is_it}, and {asked} is asked for; "
            "install that one with elan, or choose this one with "
            f"{how_to_set('toolchain', str(lean))}"
        )


def _not_found(looks: list[Look]) -> ToolchainError:
    errors = [look.error for look in looks if look.error is not None]
    if len(looks) == 1 and errors:
        return errors[0]
    lines, told = [], set[str]()
    for look in looks:
        said = str(look.error or look.reason)
        lines.append(f"  {look.place}: {'the same' if look.error and said in told else said}")
        told.add(said)
    message = "\n".join(
        [
            f"no usable Lean 4 was found: {_main_reason(looks)}",
            "Looked at, in this order:",
            *lines,
            f"Install Lean with elan ({HOMEPAGE}); or, for a real Lean with a small library, run:",
            f"  {INSTALL}",
        ]
    )
    is_missing = all(isinstance(error, ToolchainNotFoundError) for error in errors)
    return (ToolchainNotFoundError if is_missing else ToolchainError)(message)


def _main_reason(looks: Sequence[Look]) -> str:
    """Return in one line the problem that a user should solve first."""
    for look in looks:
        if look.error is not None:
            return f"{look.place}: {str(look.error).splitlines()[0]}"
    asked = looks[0].reason
    return "none is installed" if asked.startswith("none") else f"{looks[0].place}: {asked}"
