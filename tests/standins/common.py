"""What the STAND-INS share: their settings, their log, and misbehaving."""

import json
import os
import sys
import time

SETTINGS = json.loads(sys.argv[1])
ARGUMENTS = sys.argv[2:]


def log(line):
    """Append one line to the log of calls, whole."""
    with open(SETTINGS["log"], "ab", buffering=0) as file:
        file.write((line + "\n").encode())


def behaviour(name):
    """Return how to misbehave, after doing what needs no further code."""
    with open(SETTINGS["behaviour"]) as file:
        how = json.load(file).get(name, "")
    if how == "hang":
        time.sleep(600)
    elif how == "garbage":
        sys.stdout.buffer.write(b"\xff\x00 surprise\n" * 3)
        sys.exit(0)
    elif how == "fail":
        print(f"error: the stand-in fails as it was told: {name}", file=sys.stderr)
        sys.exit(1)
    elif how == "no network":
        print("error: could not resolve host: release.lean-lang.org", file=sys.stderr)
        sys.exit(1)
    elif how.startswith("wait for "):
        wait_for(how[len("wait for ") :])
    return how


def wait_for(path):
    """Tell that this point is reached, and wait until ``path`` is there."""
    open(path + ".reached", "w").close()
    for _ in range(6000):
        if os.path.exists(path):
            return
        time.sleep(0.01)
    sys.exit(f"nobody made {path}")
