"""A machine of its own with a real elan, whose calls and whose use of a network are recorded."""

from __future__ import annotations

import os
import re
import shutil
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from debian_elan import DebianElan

NAME = "leanprover/lean4:v4.35.0"
_NO_NETWORK = ("unshare", "--net")
_REPLACED = ("PYTEST", "LEAN", "LAKE", "ELAN", "RUST_")
_SECONDS = 300


class Proxy:
    """An HTTP proxy on this machine that refuses, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                asked.append(self.rfile.readline(4096).decode(errors="replace").strip())
                self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True

    @property
    def address(self) -> str:
        """Where it listens, as the variable ``https_proxy`` has it."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @contextmanager
    def running(self) -> Iterator[Proxy]:
        """Answer while the body runs."""
        thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join(60)


class RealElan:
    """A home folder with elan in it, an empty project folder, and a sysroot to link.

    Args:
        folder: where it is.
        elan: the program.
        sysroot: a folder with a genuine ``bin/lean``.
        proxy: what stands between elan and the network.
        cache: the cache directory of the plugin.
    """

    def __init__(
        self, folder: Path, elan: DebianElan, sysroot: Path, proxy: Proxy, cache: Path
    ) -> None:
        self.folder = folder
        self.home = folder / ".elan"
        self.bin = self.home / "bin"
        self.place = folder / "place"
        self.sysroot = sysroot
        self.proxy = proxy
        self.cache = cache
        self.path_without_elan = os.environ["PATH"]  # which the tests keep free of any elan
        self._log = folder / "calls.log"
        self.place.mkdir(parents=True)
        elan.write_to(self.bin, self._log)

    @cached_property
    def version(self) -> tuple[int, ...]:
        """Its version: ``(4, 1, 2)``."""
        printed = self.elan("--version").stdout
        return tuple(map(int, re.findall(r"\d+", printed)[:3]))

    def elan(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run elan and let it succeed."""
        done = self.run([str(self.bin / "elan"), *arguments], cwd=cwd)
        assert done.returncode == 0, done.stderr
        return done

    def link(self, *names: str) -> None:
        """Link the sysroot under each of ``names``, as `elan toolchain link` does it."""
        for name in names:
            self.elan("toolchain", "link", name, str(self.sysroot))

    def set_default(self, name: str) -> None:
        """Write what elan has in its settings after `elan default NAME`, which may download."""
        self.elan("toolchain", "list")  # makes the file if there is none
        (self.home / "settings.toml").write_text(
            f'default_toolchain = "{name}"\ntelemetry = false\nversion = "12"\n\n[overrides]\n'
        )

    def calls(self, *of: str) -> list[str]:
        """Return the calls so far of elan, or of the proxies named."""
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        return [line for line in lines if line.partition(" ")[0] in (of or ("elan",))]

    def pytest(self, *arguments: str, offline: bool = False) -> subprocess.CompletedProcess[str]:
        """Run pytest in the project folder; with no network at all if it is ``offline``."""
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
        return self.run([*(_NO_NETWORK if offline else ()), *command], cwd=self.place)

    def run(
        self, command: Sequence[str], *, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command on this machine."""
        return subprocess.run(
            command,
            cwd=cwd or self.folder,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )

    def environment(self) -> dict[str, str]:
        """Return the variables of a process on this machine."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_REPLACED)}
        proxies = ("https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY")
        return kept | {
            **dict.fromkeys(proxies, self.proxy.address),
            "PATH": os.pathsep.join([str(self.bin), self.path_without_elan]),
            "HOME": str(self.folder),
            "ELAN_HOME": str(self.home),
            "PYTEST_LEAN_CACHE_DIR": str(self.cache),
        }


def can_be_without_network() -> bool:
    """Return whether a process can be started that has no network."""
    if shutil.which(_NO_NETWORK[0]) is None:
        return False
    return subprocess.run([*_NO_NETWORK, "true"], capture_output=True, check=False).returncode == 0
