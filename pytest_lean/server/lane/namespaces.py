"""Namespaces: a process tree that sees no other process, no network, and few files.

The first process of a new pid namespace is its init: when that ends, the kernel ends all that
was started in it, whatever session or group it moved to. Its root is a read-only folder in
memory that holds just the given paths, under the names that they have outside. No privilege
is needed where the kernel lets users make user namespaces.

Linux 5.12 on (``mount_setattr``). System calls that have no number on all architectures go
through the C library. Sources: ``man 7 user_namespaces``, ``man 2 mount_setattr``.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import signal
import struct
from collections.abc import Iterable

from pytest_lean.server.lane.calls import fail, fork_call, libc, prctl, system_call

_NEW_MOUNT, _NEW_UTS, _NEW_IPC = 0x00020000, 0x04000000, 0x08000000
_NEW_USER, _NEW_PID, _NEW_NET = 0x10000000, 0x20000000, 0x40000000
_ALL = _NEW_MOUNT | _NEW_UTS | _NEW_IPC | _NEW_USER | _NEW_PID | _NEW_NET
# `clone` has a number of its own on each architecture.
_CLONE = {"x86_64": 56, "aarch64": 220, "riscv64": 220}
_OPEN_TREE, _MOVE_MOUNT, _MOUNT_SETATTR = 428, 429, 442
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41, "riscv64": 41}
_HERE = -100  # AT_FDCWD
_EMPTY_PATH, _RECURSIVE = 0x1000, 0x8000
_TREE_CLONE, _TREE_CLOSE_ON_EXEC = 1, os.O_CLOEXEC
_FROM_EMPTY_PATH = 0x4
_READ_ONLY, _NO_SUID, _NO_DEVICES, _NO_EXECUTE = 0x1, 0x2, 0x4, 0x8
_MS_PRIVATE_ALL = 0x40000 | 0x4000
_MS_NO_SUID_DEV_EXEC = 0x2 | 0x4 | 0x8
_DETACH = 2
_PR_SET_PDEATHSIG, _PR_CAPBSET_DROP = 1, 24
_CAPABILITY_VERSION = 0x20080522


def leave_network() -> bool:
    """Move this process, which must have one thread, to a network of its own that has nothing.

    What it forks is there from the first, and need not make one: that, and to take it down
    again, is a good part of what namespaces cost.

    Returns:
        Whether it did; False if the kernel, or what confines this process, does not allow it.
    """
    # There is no way back from one half of it, so a child tries first.
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _leave_network()
            code = 0
        finally:
            os._exit(code)
    if os.waitpid(child, 0)[1] != 0:
        return False
    _leave_network()
    return True


def _leave_network() -> None:
    uid, gid = os.geteuid(), os.getegid()
    if libc.unshare(_NEW_USER | _NEW_NET):
        fail("unshare")
    be_same_user(uid, gid)


def fork_into_new(*, has_no_network: bool) -> int:
    """Fork a child that is the init of new user, pid, mount, ipc and uts namespaces.

    Args:
        has_no_network: whether this process has left the network; else the child has a net
            namespace of its own.

    Returns:
        0 in the child, its process id in the parent.

    Raises:
        OSError: the kernel, or what confines this process, does not allow it.
    """
    number = _CLONE.get(platform.machine())
    if number is None:
        raise OSError(errno.ENOSYS, f"namespaces were not tried on {platform.machine()}")
    which = _ALL & ~_NEW_NET if has_no_network else _ALL
    return fork_call("clone", number, which | signal.SIGCHLD, 0, 0, 0, 0)


def be_same_user(uid: int, gid: int) -> None:
    """Give this process, in its new user namespace, the ids that it has outside.

    Args:
        uid: the effective user id outside; inside, it cannot be asked for before this.
        gid: the effective group id outside.
    """
    maps = (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1"))
    for name, line in maps:
        file = os.open(f"/proc/self/{name}", os.O_WRONLY | os.O_CLOEXEC)
        try:
            os.write(file, line.encode())
        except OSError as error:
            raise OSError(error.errno, f"{name}: {error.strerror}") from error
        finally:
            os.close(file)


def end_with_parent() -> None:
    """Let the kernel kill this process when the thread that forked it ends."""
    prctl("PR_SET_PDEATHSIG", _PR_SET_PDEATHSIG, signal.SIGKILL)


def drop_capabilities() -> None:
    """Give up every capability, for good; what it starts has none either."""
    for capability in range(64):
        if libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0):
            break  # the kernel knows no more of them
    header = struct.pack("=Ii", _CAPABILITY_VERSION, 0)
    if libc.capset(header, bytes(24)):
        fail("capset")


def change_root(
    read: Iterable[str],
    write: Iterable[str],
    devices: Iterable[str],
    *,
    execute: bool,
    empty: Iterable[str] = (),
) -> None:
    """Replace what this process sees of the file system, in its own mount namespace.

    Args:
        read: folders and files to keep, read-only; those that are missing are left out.
        write: folders to keep writable, at least one.
        devices: devices to keep.
        execute: whether what is kept read-only may be executed or loaded as a library.
        empty: folders that have to be there, without what is in them.

    There is a ``/proc`` of its own processes alone: Lean looks there for its own program.

    Raises:
        OSError: a step failed; it is named. Some containers allow no new ``/proc``.
    """
    write = list(write)
    base = write[0]
    _mount(None, "/", None, _MS_PRIVATE_ALL, None)
    no_files = _NO_SUID | _NO_DEVICES
    trees = [(path, _tree(path, _READ_ONLY | no_files, execute)) for path in read]
    trees += [(path, _tree(path, no_files, False)) for path in write]
    trees += [(path, _tree(path, _NO_SUID, True)) for path in devices]
    _mount("tmpfs", base, "tmpfs", _MS_NO_SUID_DEV_EXEC, b"mode=0755,size=1m")
    os.chdir(base)
    for path, tree in trees:
        if tree is not None:
            _put(tree, path.lstrip("/"))
            os.close(tree)
    for path in empty:
        os.makedirs(path.lstrip("/"), exist_ok=True)
    os.makedirs("proc", exist_ok=True)
    _mount("proc", "proc", "proc", _MS_NO_SUID_DEV_EXEC, b"subset=pid")
    system_call("pivot_root", _PIVOT_ROOT[platform.machine()], b".", b".")
    if libc.umount2(b".", _DETACH):
        fail("umount of the old root")
    os.chdir("/")
    _set_attributes(_HERE, b"/", 0, _READ_ONLY)


def _tree(path: str, attributes: int, execute: bool) -> int | None:
    """Return a copy of what is mounted at ``path`` as an open file; None if nothing is there."""
    flags = _TREE_CLONE | _TREE_CLOSE_ON_EXEC | _RECURSIVE
    try:
        tree = system_call("open_tree", _OPEN_TREE, _HERE, os.fsencode(path), flags)
    except FileNotFoundError:
        return None
    attributes |= 0 if execute else _NO_EXECUTE
    _set_attributes(tree, b"", _EMPTY_PATH | _RECURSIVE, attributes)
    return tree


def _put(tree: int, path: str) -> None:
    """Mount ``tree`` at ``path`` below the current folder."""
    if os.path.isdir(f"/proc/self/fd/{tree}"):
        os.makedirs(path, exist_ok=True)
    elif not os.path.exists(path):
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    target = os.fsencode(path)
    system_call("move_mount", _MOVE_MOUNT, tree, b"", _HERE, target, _FROM_EMPTY_PATH)


def _set_attributes(folder: int, path: bytes, flags: int, attributes: int) -> None:
    wanted = struct.pack("=QQQQ", attributes, 0, 0, 0)
    arguments = (folder, path, flags, wanted, len(wanted))
    system_call("mount_setattr", _MOUNT_SETATTR, *arguments)


def _mount(
    source: str | None, target: str, kind: str | None, flags: int, data: bytes | None
) -> None:
    names = [None if name is None else os.fsencode(name) for name in (source, target, kind)]
    if libc.mount(*names, ctypes.c_ulong(flags), data):
        fail(f"mount of {kind or 'private folders'} on {target}")
