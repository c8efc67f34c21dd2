"""A ``lean`` executable out of a shared library: ``python -S -E host.py LIBRARY ARGS...``.

Runs ``lean_main`` of ``libleanshared`` with ARGS and exits with its result. It stands
alone (no package, no site-packages), and ends when the process that started it ends.
"""

import ctypes
import os
import sys
import threading
import time

# Else the interpreter runs a definition that has the name of a function of the binary as that
# function, whatever its type: a user's own `List.prod` could end the process.
_OPTIONS = [b"-Dinterpreter.prefer_native=false"]


def _end_with_parent(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.25)
    os._exit(1)


def main() -> int:
    """Run Lean on the command line's arguments; return its exit code."""
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    lean = ctypes.CDLL(sys.argv[1], mode=ctypes.RTLD_GLOBAL)
    arguments = [b"lean", *_OPTIONS, *map(os.fsencode, sys.argv[2:])]
    argv = (ctypes.c_char_p * (len(arguments) + 1))(*arguments, None)
    lean.lean_main.restype = ctypes.c_int
    return int(lean.lean_main(len(arguments), argv))


if __name__ == "__main__":
    sys.exit(main())
