"""System calls that Python has no function for, through the C library.

Loading the library again for each call costs more than the call, so it is kept.
"""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Callable

libc = ctypes.CDLL(None, use_errno=True)
# A call that forks must keep the interpreter's lock, which the child needs.
_locked = ctypes.PyDLL(None, use_errno=True)
_long = ctypes.c_long
# Addresses are wider than what these would take and return otherwise.
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = (
    ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long
)  # fmt: skip
libc.munmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t)
_READ_WRITE, _PRIVATE, _NOWHERE_ELSE = 0x3, 0x2, 0x100000


def system_call(name: str, number: int, *arguments: int | bytes | None) -> int:
    """Make the system call ``number``; return its result.

    Raises:
        OSError: with the name of the call.
    """
    return _checked(name, libc.syscall, number, arguments)


def fork_call(name: str, number: int, *arguments: int | bytes | None) -> int:
    """Make a system call that returns twice; see :func:`system_call`."""
    return _checked(name, _locked.syscall, number, arguments)


def prctl(name: str, option: int, value: int) -> None:
    """Set something about this process.

    Raises:
        OSError: with ``name``.
    """
    if libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0):
        fail(name)


def map_file(address: int, size: int, file: int) -> None:
    """Map an open file at ``address``; what this process writes there never reaches the file.

    Raises:
        OSError: it cannot be mapped, or something is there.
    """
    flags = _PRIVATE | _NOWHERE_ELSE
    found = libc.mmap(address, size, _READ_WRITE, flags, file, 0)
    if found == ctypes.c_void_p(-1).value:
        fail("mmap")
    if found != address:  # a kernel before Linux 4.17 takes the address for a wish
        unmap(found, size)
        raise OSError(errno.EEXIST, "mmap: something is at that address")


def unmap(address: int, size: int) -> None:
    """Undo :func:`map_file`."""
    libc.munmap(address, size)


def fail(what: str) -> None:
    """Raise the ``OSError`` of the call that has just failed."""
    code = ctypes.get_errno()
    raise OSError(code, f"{what}: {os.strerror(code)}")


def _checked(
    name: str,
    call: Callable[..., int],
    number: int,
    arguments: tuple[int | bytes | None, ...],
) -> int:
    converted = [
        _long(argument) if isinstance(argument, int) else argument for argument in arguments
    ]
    result = int(call(_long(number), *converted))
    if result < 0:
        fail(name)
    return result
