"""The elan of Debian's releases, unpacked with its own libc into the tests' cache.

Debian packages the genuine elan, another version in each release. apt fetches the package and
all that it needs from the mirror that this machine uses, with the signatures checked, into
folders of its own: nothing is installed, and no root is needed. The program is started through
the loader of its own libc, so a release newer than this machine's runs as well.
"""

from __future__ import annotations

import platform
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from pytest_lean.toolchain.cache import publish

SUITES = ("bookworm", "trixie", "sid")
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
_SECONDS = 600


class UnobtainableError(Exception):
    """This machine cannot have it; the message says why."""


@dataclass(frozen=True)
class DebianElan:
    """An unpacked elan.

    Attributes:
        suite: the release that it is of.
        root: the folder with its files and those of its libraries.
    """

    suite: str
    root: Path

    @property
    def command(self) -> tuple[str, ...]:
        """The loader and its arguments; the name to be called by and elan's own ones follow."""
        [loader, *_] = [one for one in self.root.rglob("ld-linux*.so.*") if not one.is_symlink()]
        folders = {one.parent for one in self.root.rglob("lib*.so.*")}
        path = ":".join(str(folder) for folder in sorted(folders))
        return (str(loader), "--library-path", path, "--argv0")

    def write_to(self, folder: Path, log: Path) -> None:
        """Put ``elan`` and its proxies into ``folder``; each call is a line in ``log``."""
        folder.mkdir(parents=True)
        program = shlex.quote(str(self.root / "usr/bin/elan"))
        script = folder / "elan"
        script.write_text(
            f'#!/bin/sh\necho "${{0##*/}} $*" >>{shlex.quote(str(log))}\n'
            f'exec {shlex.join(self.command)} "$0" {program} "$@"\n'
        )
        script.chmod(0o755)
        for proxy in ("lean", "lake"):
            (folder / proxy).symlink_to("elan")


def obtain(suite: str, cache: Path) -> DebianElan:
    """Return the elan of a Debian release, fetched if it is not in the cache.

    Raises:
        UnobtainableError: if this is no Debian, or its mirror cannot be reached.
    """
    folder, _ = publish(cache, "debian-elan", suite, lambda work: _fetch(suite, work))
    return DebianElan(suite, folder)


def _fetch(suite: str, folder: Path) -> None:
    for tool in ("apt-get", "dpkg-deb"):
        if shutil.which(tool) is None:
            raise UnobtainableError(f"there is no {tool} here")
    if not KEYRING.is_file():
        raise UnobtainableError(f"there is no {KEYRING} to check signatures with")
    apt = folder / "apt"
    archives = apt / "cache" / "archives"
    for needed in (apt / "state" / "lists" / "partial", archives / "partial"):
        needed.mkdir(parents=True)
    # apt takes its lock beside this file, so that two releases can be fetched at the same time.
    status = apt / "state" / "status"
    status.touch()
    sources = apt / "debian.sources"
    sources.write_text(
        f"Types: deb\nURIs: {_mirror()}\nSuites: {suite}\nComponents: main\nSigned-By: {KEYRING}\n"
    )
    settings = {
        "Dir::Etc::SourceList": sources,
        "Dir::Etc::SourceParts": "/dev/null",
        "Dir::State": apt / "state",
        "Dir::State::Status": status,
        "Dir::Cache": apt / "cache",
        "APT::Sandbox::User": "",
        "APT::Update::Error-Mode": "any",
        "Acquire::Languages": "none",
    }
    options = [part for name, value in settings.items() for part in ("-o", f"{name}={value}")]
    _run("apt-get", *options, "--quiet", "update")
    needed_only = ("--no-install-recommends", "--download-only")
    _run("apt-get", *options, "--quiet", "--yes", *needed_only, "install", "elan")
    for package in archives.glob("*.deb"):
        _run("dpkg-deb", "--extract", str(package), str(folder))
    shutil.rmtree(apt)


def _mirror() -> str:
    """Return the address that this machine's apt has its own Debian release from."""
    system = platform.freedesktop_os_release()
    if system["ID"] != "debian":
        raise UnobtainableError(f"this is {system.get('NAME', 'no Debian')}, not Debian")
    printed = _run("apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)")
    targets = (line.split() for line in printed.splitlines())
    found = [where for release, where in targets if release == system["VERSION_CODENAME"]]
    if not found:
        raise UnobtainableError("apt knows no mirror of this machine's own release")
    return found[0]


def _run(*command: str) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=_SECONDS, cwd="/"
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-1000:]
        raise UnobtainableError(f"`{command[0]} {command[-1]}` failed: {said}")
    return done.stdout
