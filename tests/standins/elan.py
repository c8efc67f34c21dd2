"""A STAND-IN for elan and its proxies; the commands and their output as in elan's sources."""

import os
import sys

from common import ARGUMENTS, SETTINGS, behaviour, log

HOME = SETTINGS["elan_home"]
TOOLCHAINS = os.path.join(HOME, "toolchains")


def folder(name):
    return os.path.join(TOOLCHAINS, name.replace("/", "--").replace(":", "---"))


def installed():
    names = sorted(os.listdir(TOOLCHAINS)) if os.path.isdir(TOOLCHAINS) else []
    return [name.replace("---", ":").replace("--", "/") for name in names]


def default():
    try:
        with open(os.path.join(HOME, "default")) as file:
            return file.read().strip()
    except FileNotFoundError:
        return None


def active():
    if os.environ.get("ELAN_TOOLCHAIN"):
        return os.environ["ELAN_TOOLCHAIN"]
    place = os.getcwd()
    while True:
        try:
            with open(os.path.join(place, "lean-toolchain")) as file:
                return file.readline().strip()
        except FileNotFoundError:
            pass
        if place == os.path.dirname(place):
            return default()
        place = os.path.dirname(place)


def download(name):
    log(f"elan downloads {name}")
    how = behaviour("elan_install")
    print(f"info: downloading {name}", file=sys.stderr, flush=True)
    print("Total: 181.0 MiB Speed: 17.7 MiB/s", file=sys.stderr, flush=True)
    for tool in ("lean", "lake"):
        path = os.path.join(folder(name), "bin", tool)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(os.path.join(HOME, "download", "bin", tool)) as file:
            text = file.read()
        with open(path, "w") as file:
            file.write(text)
        os.chmod(path, 0o755)
    print(f"\n  {name} installed - Lean ({how or 'version 4.35.0'})")


def main():
    if SETTINGS["proxy"] != "elan":
        log(f"proxy {SETTINGS['proxy']} {' '.join(ARGUMENTS)}")
        name = active()
        if name not in installed():
            download(name)
        os.execv(os.path.join(folder(name), "bin", SETTINGS["proxy"]), ["x", *ARGUMENTS])
    log(f"elan {' '.join(ARGUMENTS)}")
    if ARGUMENTS == ["toolchain", "list"]:
        behaviour("elan_list")
        for name in installed():
            print(f"{name} (default)" if name == default() else name)
        if not installed():
            print("no installed toolchains")
    elif ARGUMENTS[:1] == ["which"]:
        how = behaviour("elan_which")
        name = active()
        if name not in installed():
            download(name)  # as the real one does
        found = os.path.join(folder(name), "bin", ARGUMENTS[1])
        print("/no/such/lean" if how == "wrong path" else found)
    elif ARGUMENTS[:2] == ["toolchain", "install"]:
        if ARGUMENTS[2] in installed():
            sys.exit(f"error: '{ARGUMENTS[2]}' is already installed")
        download(ARGUMENTS[2])
    else:
        sys.exit(f"error: the stand-in elan does not know {ARGUMENTS}")


main()
