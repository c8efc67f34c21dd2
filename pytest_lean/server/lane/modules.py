"""The compiled modules that a snapshot of imports points into, mapped before the fork.

A snapshot has addresses inside of its modules. Lean reads their names beside the snapshot, opens
and maps each of them at the address that it was compiled for, and then the snapshot itself. For a
small text with many imports that is most of the work. So the warm process maps the modules, once,
as Lean would; its children have them from their first moment, and are given the same snapshot
under a name beside which no modules are named.

Promises: what is mapped is, file by file, what the snapshot was made from, else none of it. No
child can change it for another one: what it writes is its own copy. A child that is to read modules
by itself lets go of these first, since Lean wants their addresses. Seen to fit Lean 4.35.
"""

from __future__ import annotations

import errno
import json
import os

from pytest_lean.server.lane.calls import map_file, unmap
from pytest_lean.toolchain.olean import HEAD_BYTES, address_of

# Linux allows a process 65,530 mappings unless it is set otherwise; Lean needs some of its own.
_MOST_FILE = "/proc/sys/vm/max_map_count"
_LEFT_FREE = 4096


class Modules:
    """What of a snapshot's modules this process has mapped.

    Attributes:
        states: the file with the names and states of the modules that are mapped; None if none are.
        refused: why none are, by the file that was asked for.
        taken: those that are refused since something is at an address that they want, which may
            be free in another life of this process.
    """

    def __init__(self) -> None:
        self.states: str | None = None
        self.refused: dict[str, str] = {}
        self.taken: set[str] = set()
        self._mapped: list[tuple[int, int]] = []

    def hold(self, states: str) -> None:
        """Have the modules mapped that a file names, in place of those that are.

        Args:
            states: has the time of the last write, that of the last change, the size and the
                inode of each, as JSON, by path; null for a file that has to be absent.
        """
        if states == self.states or states in self.refused:
            return
        self.let_go()
        try:
            self._map(states)
        except (OSError, ValueError) as error:
            self.let_go()
            self.refused[states] = str(error)
            if isinstance(error, OSError) and error.errno == errno.EEXIST:
                self.taken.add(states)

    def let_go(self) -> None:
        """Unmap them all."""
        for address, size in self._mapped:
            unmap(address, size)
        self._mapped.clear()
        self.states = None

    def _map(self, states: str) -> None:
        with open(states, "rb") as file:
            expected = [(path, state) for path, state in json.load(file).items() if state]
        with open(_MOST_FILE, "rb") as file:
            most = int(file.read()) - _LEFT_FREE
        if len(expected) > most:
            raise ValueError(f"a process may have {most} mappings, and there are {len(expected)}")
        for path, state in expected:
            self._map_one(path, state)
        self.states = states

    def _map_one(self, path: str, state: list[int]) -> None:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            found = os.fstat(file)
            if [found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino] != state:
                raise ValueError(f"{path} is not what it was")
            try:
                address = address_of(os.pread(file, HEAD_BYTES, 0))
            except ValueError as error:
                raise ValueError(f"{path} is {error}") from error
            map_file(address, found.st_size, file)
            self._mapped.append((address, found.st_size))
        finally:
            os.close(file)
