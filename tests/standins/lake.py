"""A STAND-IN for lake: builds the modules of a flat project with the stand-in lean beside it.

The commands, the variables of ``env`` and the output of ``setup-file`` are as in Lake's help
and sources. Lean options are read from lines below ``[leanOptions]`` in lakefile.toml.
"""

import json
import os
import re
import subprocess
import sys
import time

from common import ARGUMENTS, SETTINGS, behaviour, log

ROOT = os.getcwd()
ARTIFACTS = os.path.join(ROOT, ".lake", "artifacts")
OUT = os.path.join(ROOT, ".lake", "build", "lib", "lean")


def lean(*arguments):
    command = [*SETTINGS["lean"], *arguments]
    environment = {**os.environ, "LEAN_PATH": os.pathsep.join([SETTINGS["core"], OUT])}
    return subprocess.run(command, check=False, env=environment, capture_output=True, text=True)


def modules():
    return [name[:-5] for name in sorted(os.listdir(ROOT)) if name.endswith(".lean")]


def options():
    with open(os.path.join(ROOT, "lakefile.toml")) as file:
        section = file.read().partition("[leanOptions]")[2]
    return {name: json.loads(value) for name, value in re.findall(r"([\w.]+) = (\S+)", section)}


def imports(name):
    with open(os.path.join(ROOT, f"{name}.lean")) as file:
        return re.findall(r"^import (\w+)", file.read(), re.MULTILINE)


def build_module(name, done):
    if name in done or name not in modules():
        return
    done.add(name)
    for one in imports(name):
        build_module(one, done)
    source, output = os.path.join(ROOT, f"{name}.lean"), os.path.join(OUT, f"{name}.olean")
    if os.path.exists(output) and os.path.getmtime(output) >= os.path.getmtime(source):
        return
    print(f"ℹ [{len(done)}/{len(modules())}] Built {name}", flush=True)
    flags = [f"-D{key}={str(value).lower()}" for key, value in options().items()]
    ilean = os.path.join(OUT, f"{name}.ilean")
    made = lean(*flags, "-R", ROOT, "-o", output, "-i", ilean, source)
    if made.returncode:
        print(f"✖ [{len(done)}/{len(modules())}] Building {name}")
        print(f"error: {made.stdout.strip()}\nerror: Lean exited with code {made.returncode}")
        print(f"Some required targets logged failures:\n- {name}\nerror: build failed")
        sys.exit(1)


def artifact_cache():
    """Keep the modules elsewhere than in the build folder, as the artifact cache does."""
    is_on = os.environ.get("LAKE_ARTIFACT_CACHE") == "true"
    release = tuple(map(int, SETTINGS["version"].split(".")[:2]))
    if is_on and (release < (4, 31) or os.environ.get("LAKE_RESTORE_ARTIFACTS") != "true"):
        move_modules(OUT, ARTIFACTS)


def move_modules(source, target):
    os.makedirs(target, exist_ok=True)
    for name in os.listdir(source) if os.path.isdir(source) else []:
        if name.endswith(".olean"):
            os.replace(os.path.join(source, name), os.path.join(target, name))


def build():
    log(f"lake build begins {os.getpid()}")
    how = behaviour("lake_build")
    print("info: the stand-in lake builds", flush=True)
    if how.startswith("sleep "):
        time.sleep(float(how[6:]))
    os.makedirs(OUT, exist_ok=True)
    move_modules(ARTIFACTS, OUT)
    done = set()
    for name in ARGUMENTS[1:] or modules():
        build_module(name, done)
    if how == "change a file once" and not os.path.exists(os.path.join(ROOT, "New.lean")):
        with open(os.path.join(ROOT, "New.lean"), "w") as file:
            file.write("theorem new : True := trivial\n")
    if how == "change a file":
        with open(os.path.join(ROOT, "Restless.lean"), "a") as file:
            file.write("-- changed\n")
    artifact_cache()
    print("Build completed successfully.")
    log(f"lake build ends {os.getpid()}")


def local_packages():
    try:
        with open(os.path.join(ROOT, "lake-manifest.json")) as file:
            entries = json.load(file)["packages"]
    except FileNotFoundError:
        return []
    places = [os.path.join(ROOT, entry["dir"]) for entry in entries if entry["type"] == "path"]
    return [os.path.join(place, ".lake", "build", "lib", "lean") for place in places]


def environment(how):
    print(f"LAKE={sys.argv[0]}")
    print(f"LEAN_SYSROOT={SETTINGS['sysroot']}")
    print("PATH=/usr/bin")
    if os.path.exists(os.path.join(ROOT, "lakefile.toml")):
        package = os.path.join(ROOT, ".lake", "packages", "dep", ".lake", "build", "lib", "lean")
        folders = [package, *local_packages(), OUT]
        if how == "relative":  # as Lake prints them up to Lean 4.16
            folders = [f"././{os.path.relpath(one, ROOT)}" for one in folders]
        print(f"LEAN_PATH={os.pathsep.join(folders)}")
        print(f"LEAN_SRC_PATH={'././.' if how == 'relative' else ROOT}")


def main():
    command = " ".join(ARGUMENTS)
    log(f"lake {command}")
    if ARGUMENTS[:1] == ["build"]:
        build()
    elif ARGUMENTS == ["env"]:
        environment(behaviour("lake_env"))
    elif command == "exe cache get":
        behaviour("lake_cache")
        print("Decompressing 5000 file(s)")
    elif ARGUMENTS[:1] == ["setup-file"]:
        if behaviour("lake_setup") == "old":
            print(json.dumps({"paths": {"oleanPath": [OUT]}, "setupOptions": options()}))
        else:
            print(json.dumps({"name": "Demo", "importArts": {}, "options": options()}))
    else:
        sys.exit(f"error: unknown command '{command}'")


main()
