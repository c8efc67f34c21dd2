"""The warm process: ``python -S -E host.py CONTROL [LIBRARY] [--no-network]``.

CONTROL is the number of a socket on which jobs come. With LIBRARY, Lean's shared library, it
has Lean loaded and initialised, and a job is a ``lean`` command line that is run by a call of
``lean_main`` in a forked child. Without it, a job is a program to execute. With --no-network it
leaves the network, where that is allowed, before it has a second thread.

A snapshot of imports has addresses in the library, and is mapped as it is only where the library
stands at the same place; else half of its pages are written to in each child, which doubles the
price of a small text. So the process with the library runs without address randomisation, where
that is allowed, and says where the library stands.
"""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

# For the modules beside it, of which it must not be a second copy; behind the standard library.
sys.path.append(str(Path(__file__).resolve().parents[3]))

from pytest_lean.server.lane.calls import libc
from pytest_lean.server.lane.children import Run, execute
from pytest_lean.server.lane.namespaces import leave_network
from pytest_lean.server.lane.serving import serve

NO_NETWORK = "--no-network"
_ASK = 0xFFFFFFFF
_NOT_RANDOM = 0x0040000  # ADDR_NO_RANDOMIZE, man 2 personality


def lean_in(library: str) -> Run:
    """Load and initialise Lean; return what runs a ``lean`` command line in a forked child."""
    lean = ctypes.CDLL(library, mode=ctypes.RTLD_GLOBAL)
    lean.lean_main.restype = ctypes.c_int
    lean.lean_initialize.restype = None
    lean.lean_initialize()

    def run(arguments: Sequence[str]) -> int:
        argv = (ctypes.c_char_p * (len(arguments) + 1))(*map(os.fsencode, arguments), None)
        return int(lean.lean_main(len(arguments), argv))

    return run


def stay_in_place() -> bool:
    """Have this program start again with addresses that do not change from start to start.

    Returns:
        Whether it did; False if the kernel, or what confines this process, does not allow it.
    """
    now = libc.personality(_ASK)
    if now >= 0 and now & _NOT_RANDOM:
        return True
    if now < 0 or libc.personality(now | _NOT_RANDOM) < 0:
        return False
    os.execv(sys.executable, [sys.executable, "-S", "-E", *sys.argv])


def place_of(library: str) -> int | None:
    """Return the address at which ``library`` is mapped."""
    with open("/proc/self/maps", encoding="utf-8", errors="surrogateescape") as maps:
        for line in maps:
            if line.rstrip("\n").endswith(os.path.realpath(library)):
                return int(line.partition("-")[0], 16)
    return None


def main() -> None:
    """Load what is asked for, and serve."""
    control = int(sys.argv[1])
    libraries = [argument for argument in sys.argv[2:] if argument != NO_NETWORK]
    stays = bool(libraries) and stay_in_place()
    has_no_network = NO_NETWORK in sys.argv and leave_network()
    run: Run = execute
    place = None
    if libraries:
        run = lean_in(libraries[0])
        place = place_of(libraries[0]) if stays else None
    serve(_socket(control), run, place, has_no_network=has_no_network)


def _socket(number: int) -> socket.socket:
    control = socket.socket(fileno=number)
    control.set_inheritable(False)
    return control


if __name__ == "__main__":
    main()
