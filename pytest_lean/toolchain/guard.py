"""Runs a command that never outlives the process that asked for it: ``python guard.py COMMAND...``.

The guard's stdin is a pipe that its owner never writes to. When the pipe closes, because
the owner closed it or was killed, the command and all that it started are killed. The guard imports
only the standard library, so that it starts fast.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading


def _kill_at_end_of_input(group: int) -> None:
    while os.read(0, 4096):
        pass
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def main() -> int:
    """Run the command; return its exit code as a shell reports it (128 + N for signal N)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # on Ctrl-C the owner decides whether to end it
    try:
        process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, start_new_session=True)
    except OSError as error:
        print(f"{sys.argv[1]}: {error.strerror}", file=sys.stderr)
        return 126 if isinstance(error, PermissionError) else 127
    threading.Thread(target=_kill_at_end_of_input, args=(process.pid,), daemon=True).start()
    code = process.wait()
    with contextlib.suppress(ProcessLookupError):  # the command may have left processes behind
        os.killpg(process.pid, signal.SIGKILL)
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # a normal exit would wait for the thread that reads stdin
