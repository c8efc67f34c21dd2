"""A ``lean`` executable out of a shared library: ``python -S -E host.py LIBRARY ARGS...``.

Runs ``lean_main`` of ``libleanshared`` with ARGS and exits with its result. It imports
nothing but the standard library, and ends when the process that started it ends.
"""

import ctypes
import os
import sys
import threading
import time

# By default the interpreter calls the binary's own function for a definition of the same name,
# whatever the type of that definition: a user's own `List.prod` could end the process.
_OPTIONS = [b"-Dinterpreter.prefer_native=false"]
# Keeps what C calls when the process ends from being collected before.
_kept: list[object] = []


def _end_with_parent(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.25)
    os._exit(1)


def _exit_at_once() -> None:
    """Have ``exit`` end the process without waiting for the thread that reads stdin.

    From some version on (seen with glibc 2.43, not with 2.36), ``exit`` takes the lock of each open
    stream, and a worker's main thread holds that of stdin while it waits for a request: a text
    with ``IO.Process.exit`` would hang. Where there is no ``on_exit``, nothing is changed.
    """
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "on_exit"):
        return
    streams = [ctypes.c_void_p.in_dll(libc, name) for name in ("stdout", "stderr")]

    def end(status: int, _: object) -> None:
        for stream in streams:
            libc.fflush(stream)
        os._exit(status)

    _kept.append(ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_void_p)(end))
    libc.on_exit(_kept[0], None)


def main() -> int:
    """Run Lean on the command line's arguments; return its exit code."""
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    lean = ctypes.CDLL(sys.argv[1], mode=ctypes.RTLD_GLOBAL)
    arguments = [b"lean", *_OPTIONS, *map(os.fsencode, sys.argv[2:])]
    argv = (ctypes.c_char_p * (len(arguments) + 1))(*arguments, None)
    lean.lean_main.restype = ctypes.c_int
    _exit_at_once()
    return int(lean.lean_main(len(arguments), argv))


if __name__ == "__main__":
    # C's `exit` is called while the interpreter still runs, since it calls a function in Python.
    ctypes.CDLL(None).exit(main())
