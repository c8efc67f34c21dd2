"""Landlock: a process gives up, for itself and all that it starts, most of the file system.

Linux 5.13 on, through its three system calls, which have the same numbers on every
architecture. What it cannot take away is said by :func:`abi`: the kernel's version of it.
Source: https://docs.kernel.org/userspace-api/landlock.html
"""

from __future__ import annotations

import errno
import os
import struct
import sys
from collections.abc import Iterable

from pytest_lean.server.lane.calls import prctl, system_call

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_FLAG = 1
_RULE_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38
# What each version of it added to the rights over files: execute, write, read, list and the
# rest; then to link across folders, to truncate, and to send commands to devices.
_FILE_RIGHTS = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 5: 0xFFFF}
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_REMOVE_FILE, _MAKE_FILE, _TRUNCATE = 1 << 5, 1 << 8, 1 << 14
_OF_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
_NET_SINCE, _SCOPE_SINCE = 4, 6
_BIND_AND_CONNECT_TCP = 0b11
_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11


def abi() -> int:
    """Return the version of Landlock that the kernel has; 0 if none, or if it is off."""
    if not sys.platform.startswith("linux"):
        return 0
    try:
        return system_call("landlock_create_ruleset", _CREATE_RULESET, None, 0, _VERSION_FLAG)
    except OSError:
        return 0


def restrict(
    read: Iterable[str], write: Iterable[str], devices: Iterable[str], *, execute: bool
) -> int:
    """Confine this process for good; return the version of Landlock that did it.

    Args:
        read: folders and files that it may still read.
        write: folders in which it may read, write, make and remove files.
        devices: files that it may still read and write.
        execute: whether what may be read may be executed.

    Raises:
        OSError: the kernel refused.
    """
    version = abi()
    if not version:
        raise OSError(errno.ENOSYS, "this kernel has no Landlock")
    rights = max((number, mask) for number, mask in _FILE_RIGHTS.items() if number <= version)[1]
    net = _BIND_AND_CONNECT_TCP if version >= _NET_SINCE else 0
    scope = _ABSTRACT_SOCKETS_AND_SIGNALS if version >= _SCOPE_SINCE else 0
    attributes = struct.pack("=QQQ", rights, net, scope)
    size = 24 if scope else 16 if net else 8
    ruleset = system_call("landlock_create_ruleset", _CREATE_RULESET, attributes, size, 0)
    try:
        reading = _READ_FILE | _READ_DIR | (_EXECUTE if execute else 0)
        writing = _READ_FILE | _READ_DIR | _WRITE_FILE | _REMOVE_FILE | _MAKE_FILE | _TRUNCATE
        device = _READ_FILE | _WRITE_FILE
        for paths, allowed in ((read, reading), (write, writing), (devices, device)):
            for path in paths:
                _allow(ruleset, path, allowed & rights)
        prctl("PR_SET_NO_NEW_PRIVS", _PR_SET_NO_NEW_PRIVS, 1)
        system_call("landlock_restrict_self", _RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)
    return version


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        target = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # nothing is there, or nothing that could be read
        return
    try:
        if not os.path.isdir(path):
            rights &= _OF_FILES
        rule = struct.pack("=Qi", rights, target)
        system_call("landlock_add_rule", _ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(target)
