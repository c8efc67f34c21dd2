"""Runs a command that ends when whoever asked for it ends: ``python guard.py COMMAND...``.

The guard's stdin is a pipe that its owner never writes to. When the pipe closes, because
the owner wants it or was killed, the command and all that it started are killed. It stands
alone, so that it starts fast.
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
    """Run the command; return its exit code, as a shell would."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the owner decides what Ctrl-C ends
    try:
        process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, start_new_session=True)
    except OSError as error:
        print(f"{sys.argv[1]}: {error.strerror}", file=sys.stderr)
        return 126 if isinstance(error, PermissionError) else 127
    threading.Thread(target=_kill_at_end_of_input, args=(process.pid,), daemon=True).start()
    code = process.wait()
    with contextlib.suppress(ProcessLookupError):  # ends what the command left running
        os.killpg(process.pid, signal.SIGKILL)
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # the interpreter would wait for the thread that reads stdin
