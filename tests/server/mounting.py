"""A program of a mount namespace of its own: mounts something behind a child that waits.

It prints what the next program sees there, and ends with 77 where no user may mount anything.
"""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import replace
from pathlib import Path

from pytest_lean.server.deadline import Deadline
from pytest_lean.server.lane import way
from pytest_lean.server.lane.calls import libc
from pytest_lean.server.lane.forkserver import NO_NETWORK, ForkServer
from pytest_lean.server.lane.namespaces import be_same_user
from pytest_lean.server.lane.sandbox import Plan
from pytest_lean.server.lane.talk import Job

NEW_USER_AND_MOUNTS = 0x10000000 | 0x00020000
BIND = 4096


def main(place: Path) -> int:
    """Do it."""
    seen, below, other, write = (place / name for name in ("seen", "seen/in", "other", "write"))
    for folder in (seen, below, other, write):
        folder.mkdir()
    (below / "file").write_text("old\n")
    (other / "file").write_text("new\n")
    uid, gid = os.geteuid(), os.getegid()
    if libc.unshare(NEW_USER_AND_MOUNTS):
        return 77
    be_same_user(uid, gid)
    plan = Plan("auto", (*way.SYSTEM, str(seen)), str(write), execute=True)
    job = Job(("cat", str(below / "file")), {"PATH": "/usr/bin:/bin"}, plan, next=plan)
    server = ForkServer((NO_NETWORK,), {})
    assert server.run(job, Deadline(60)).stdout == b"old\n"
    # Like any other process, the warm one has the mounts of the one that started it.
    paths = (os.fsencode(one) for one in (other, below))
    if libc.mount(*paths, None, ctypes.c_ulong(BIND), None):
        return 77
    sys.stdout.write(server.run(replace(job, next=None), Deadline(60)).stdout.decode())
    server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
