"""A STAND-IN for the lean of a full toolchain: the real embedded Lean, under another version."""

import os
import sys

from common import ARGUMENTS, SETTINGS, behaviour, log

if ARGUMENTS == ["--version"]:
    log("lean --version")
    behaviour("lean_version")
    version = SETTINGS["version"]
    print(f"Lean (version {version}, x86_64-unknown-linux-gnu, commit {'5' * 40}, Release)")
    sys.exit(0)
if "--worker" in ARGUMENTS:
    log("lean " + " ".join(ARGUMENTS))
folders = [SETTINGS["core"], os.environ.get("LEAN_PATH", "")]
os.environ["LEAN_PATH"] = os.pathsep.join(filter(None, folders))
os.execv(SETTINGS["lean"][0], [*SETTINGS["lean"], *ARGUMENTS])
