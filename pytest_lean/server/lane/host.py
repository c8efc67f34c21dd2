"""The warm process: ``python -S -E host.py CONTROL [LIBRARY]``.

CONTROL is the number of a socket on which jobs come. With LIBRARY, Lean's shared library, it
has Lean loaded and initialised, and a job is a ``lean`` command line that is run by a call of
``lean_main`` in a forked child. Without it, a job is a program to execute.

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
from pytest_lean.server.lane.serving import Run, execute, serve

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
    if len(sys.argv) == 2:
        serve(_socket(control), execute)
        return
    library = sys.argv[2]
    stays = stay_in_place()
    run = lean_in(library)
    serve(_socket(control), run, place_of(library) if stays else None)


def _socket(number: int) -> socket.socket:
    control = socket.socket(fileno=number)
    control.set_inheritable(False)
    return control


if __name__ == "__main__":
    main()
