"""STAND-INS for elan, lake and a lean of any version, which misbehave when they are told to.

No full Lean and no Lake can be installed where this project is built, so those answer as the
real ones are documented to; behind the stand-in lean is the real, embedded Lean. The stand-in
elan answers as the real one of its version, which tests/real shows. docs/toolchains.md keeps the
table of what was verified on what.
"""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import sys
from pathlib import Path

import psutil

from pytest_lean.toolchain.embedded import find_library
from pytest_lean.toolchain.model import Toolchain

HERE = Path(__file__).parent
HOST = HERE.parent.parent / "pytest_lean" / "embedded" / "host.py"


class Standins:
    """A machine of its own with stand-ins, in a folder.

    Args:
        folder: where it is.
        toolchain: the embedded toolchain, which does the work.
    """

    REPLACED = ("PYTEST_LEAN_", "LEAN", "LAKE", "ELAN")

    def __init__(self, folder: Path, toolchain: Toolchain) -> None:
        self.folder = folder
        self.home = folder / "elan-home"
        self.bin = self.home / "bin"
        self.cache = folder / "cache"
        self.log = folder / "calls.log"
        self._path = os.environ["PATH"]  # which has no other elan, lake or lean
        self._behaviour: dict[str, str] = {}
        self._settings = {
            "behaviour": str(folder / "behaviour.json"),
            "log": str(self.log),
            "elan_home": str(self.home),
            "core": os.pathsep.join(toolchain.search_path),
            "lean": [sys.executable, "-S", "-E", str(HOST), str(find_library().path)],
        }
        self.home.mkdir(parents=True)
        self.behave()

    def install_elan(self, version: str = "4.1.2") -> None:
        """Put elan, and its proxies for lean and lake, on PATH."""
        for name in ("elan", "lean", "lake"):
            self._script(self.bin / name, "elan.py", proxy=name, version=version)

    def install_toolchain(self, name: str, version: str, *, default: bool = False) -> Path:
        """Give elan a toolchain, linked if it is no release; return its ``lean``."""
        folder = self.home / "toolchains" / name.replace("/", "--").replace(":", "---")
        if default:
            self.set_default(name)
        if ":" not in name:
            folder.parent.mkdir(exist_ok=True)
            folder.symlink_to(self.folder / "linked" / name)
        self.install_lean(folder.resolve(), version)
        return folder / "bin" / "lean"

    def set_default(self, name: str) -> None:
        """Set elan's default toolchain, whether it is installed or not."""
        (self.home / "settings.toml").write_text(f'default_toolchain = "{name}"\n[overrides]\n')

    def override(self, folder: Path, name: str) -> None:
        """Let elan use a toolchain in ``folder`` and below."""
        settings = self.home / "settings.toml"
        before = settings.read_text() if settings.exists() else "[overrides]\n"
        settings.write_text(f'{before}"{folder.resolve()}" = "{name}"\n')

    def offer(self, version: str) -> None:
        """Let elan have something to download."""
        self.install_lean(self.home / "download", version)

    def install_lean(self, sysroot: Path, version: str) -> Path:
        """Put a lean and a lake into ``sysroot/bin``; return the lean."""
        more = {"version": version, "sysroot": str(sysroot)}
        for name in ("lean", "lake"):
            self._script(sysroot / "bin" / name, f"{name}.py", **more)
        return sysroot / "bin" / "lean"

    def behave(self, **how: str) -> None:
        """Say how tools misbehave from now on: ``elan_list="hang"``, ``lake_build="fail"``."""
        self._behaviour = {**self._behaviour, **how}
        unfinished = self.folder / "behaviour.json.new"
        unfinished.write_text(json.dumps(self._behaviour))
        os.replace(unfinished, self._settings["behaviour"])

    def calls(self, start: str = "") -> list[str]:
        """Return the calls so far that begin with ``start``."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [line for line in lines if line.startswith(start)]

    def processes(self) -> list[psutil.Process]:
        """Return what still runs of the stand-ins of this machine."""
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                if str(self.folder) in " ".join(process.cmdline()):
                    found.append(process)
        return found

    def environment(self, *folders: Path) -> dict[str, str]:
        """Return the environment of this machine; ``folders`` come first on PATH."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith((*self.REPLACED, "PYTEST_"))
        }
        places = [*map(str, folders), str(self.bin), self._path]
        return kept | {
            "PATH": os.pathsep.join(places),
            "HOME": str(self.folder),
            "ELAN_HOME": str(self.home),
            "PYTEST_LEAN_CACHE_DIR": str(self.cache),
        }

    def project(self, name: str = "project", *, pin: str = "", **modules: str) -> Path:
        """Make a Lake project; return its folder."""
        root = self.folder / name
        root.mkdir()
        (root / "lakefile.toml").write_text(f'name = "{name}"\ndefaultTargets = ["Demo"]\n')
        if pin:
            (root / "lean-toolchain").write_text(pin + "\n")
        for module, text in modules.items():
            (root / f"{module}.lean").write_text(text)
        return root

    def _script(self, path: Path, standin: str, **more: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        settings = json.dumps({**self._settings, **more})
        command = [sys.executable, "-S", "-E", str(HERE / standin), settings]
        path.write_text(f'#!/bin/sh\n# A STAND-IN\nexec {shlex.join(command)} "$@"\n')
        path.chmod(0o755)
