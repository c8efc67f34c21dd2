"""A STAND-IN for elan and its proxies, of version 1.4.2, 3.1.1 or 4.1.2.

tests/real compares what it prints with the real one of its version, on the same toolchains. It
is there for what the real one cannot be made to do: to hang, to print garbage, to download.
"""

import json
import os
import re
import subprocess
import sys

from common import ARGUMENTS, SETTINGS, behaviour, log

HOME = SETTINGS["elan_home"]
TOOLCHAINS = os.path.join(HOME, "toolchains")
IS_NEW = SETTINGS["version"].startswith("4.")
CHANNELS = ("stable", "beta", "nightly")
NO_NET = {"Err": "Cannot fetch latest release tag under `--no-net`"}


def folder(name):
    return os.path.join(TOOLCHAINS, name.replace("/", "--").replace(":", "---"))


def installed():
    names = os.listdir(TOOLCHAINS) if os.path.isdir(TOOLCHAINS) else []
    names = [name.replace("---", ":").replace("--", "/") for name in names]
    first = [*CHANNELS, ""]
    return sorted(names, key=lambda name: (first.index(channel_of(name)), name))


def channel_of(name):
    return next((one for one in CHANNELS if name.startswith(one)), "")


def is_there(name):
    """A link counts for elan 4 wherever it leads, and as a folder only for an older one."""
    return os.path.isdir(folder(name)) or (IS_NEW and os.path.islink(folder(name)))


def settings():
    try:
        with open(os.path.join(HOME, "settings.toml")) as file:
            return file.read()
    except FileNotFoundError:
        return ""


def default():
    match = re.search(r'^default_toolchain = "(.*)"$', settings(), re.MULTILINE)
    return match and match[1]


def overrides():
    return dict(re.findall(r'^"(.*)" = "(.*)"$', settings(), re.MULTILINE))


def override():
    """What is asked for here, and why: as a sentence, and as in the state of elan 4."""
    if os.environ.get("ELAN_TOOLCHAIN"):
        return (
            os.environ["ELAN_TOOLCHAIN"],
            "environment override by ELAN_TOOLCHAIN",
            "Environment",
        )
    place = os.path.realpath(os.getcwd())
    while True:
        if place in overrides():
            return overrides()[place], f"directory override for '{place}'", {"OverrideDB": place}
        path = os.path.join(place, "lean-toolchain")
        if os.path.isfile(path):
            with open(path) as file:
                return file.readline().strip(), f"overridden by '{path}'", {"ToolchainFile": path}
        if place == os.path.dirname(place):
            return None
        place = os.path.dirname(place)


def described(name):
    """How elan 4 describes a name: a link, or a release that may have to be resolved."""
    origin, _, release = name.rpartition(":")
    if os.path.islink(folder(release)):
        return {"Local": {"name": release}}
    origin = origin or "leanprover/lean4"
    if release.startswith("nightly") and not origin.endswith("-nightly"):
        origin += "-nightly"
    release = f"v{release}" if release[0].isdigit() else release
    channel = release if release in CHANNELS else None
    return {"Remote": {"origin": origin, "release": release, "from_channel": channel}}


def resolved(name):
    """What elan 4 takes a name for, without a network: a channel is its newest release."""
    if "Local" in (found := described(name)):
        return found["Local"]["name"]
    origin, release, channel = found["Remote"].values()
    if channel is None:
        return f"{origin}:{release}"
    versions = []
    for one in installed():
        number = re.fullmatch(r".*:v(\d+)\.(\d+)\.(\d+)(-.*)?", one)
        if channel == "nightly" and ":nightly-" in one:
            versions.append((one,))
        elif number and channel == ("beta" if number[4] else "stable"):
            versions.append((*map(int, number.groups()[:3]), number[4], one))
    return max(versions)[-1] if versions else None


def resolution(name):
    if "Remote" in (found := described(name)) and found["Remote"]["from_channel"]:
        return {"live": NO_NET, "cached": resolved(name)}
    return {"live": {"Ok": resolved(name)}, "cached": resolved(name)}


def state():
    asked, name = override(), default()
    active = asked[0] if asked else name
    return {
        "elan_version": {"current": SETTINGS["version"], "newest": NO_NET},
        "toolchains": {
            "installed": [{"resolved_name": one, "path": folder(one)} for one in installed()],
            "default": name and {"unresolved": described(name), "resolved": resolution(name)},
            "active_override": asked and {"unresolved": described(asked[0]), "reason": asked[2]},
            "resolved_active": active and resolution(active),
        },
    }


def active():
    """The folder of the toolchain that is run here; it is downloaded if it is missing."""
    asked = override()
    name = asked[0] if asked else default()
    if name is None:
        print("thread 'main' panicked at 'binary not found', elan.py:1:1", file=sys.stderr)
        sys.exit(101)
    full = resolved(name) if IS_NEW else name
    if full is None or not is_there(full):
        if not asked and not IS_NEW:
            print(f"error: toolchain '{name}' is not installed", file=sys.stderr)
            sys.exit(f"info: caused by: not a directory: '{folder(name)}'")
        download(full or name)
    return folder(full or name)


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


def print_list():
    for name in installed():
        is_default = not IS_NEW and name == default() and os.path.isdir(folder(name))
        print(f"{name} (default)" if is_default else name)
    if not installed():
        print("no installed toolchains")


def print_overrides():
    for place, name in sorted(overrides().items()):
        shown = place if os.path.isdir(place) else f"{place} (not a directory)"
        # Up to Debian's 1.4.2 the name is filled up as well.
        print(
            f"{shown:<40}\t{name:<20}" if SETTINGS["version"] == "1.4.2" else f"{shown:<40}\t{name}"
        )
    if not overrides():
        print("no overrides")
    elif not all(map(os.path.isdir, overrides())):
        print()


def show():
    asked, name, names = override(), default(), installed()
    if len(names) > 1:
        print("installed toolchains\n--------------------\n")
        for one in names:
            print(label(one))
        print("\nactive toolchain\n----------------\n")
    chosen = asked[0] if asked else name
    if chosen is None:
        print("no active toolchain")
    elif not IS_NEW and not asked and not os.path.isdir(folder(name)):
        print(f"(error: toolchain '{name}' is not installed, not a directory: '{folder(name)}')")
    else:
        place = active()
        full = os.path.basename(place).replace("---", ":").replace("--", "/")
        print(f"{full} ({asked[1]})" if asked else label(full, is_active=True))
        lean = os.path.join(place, "bin", "lean")
        print(version_line(lean) if os.path.isfile(lean) else "(lean does not exist)")
    if len(names) > 1:
        print()


def version_line(lean):
    told = subprocess.run([lean, "--version"], capture_output=True, text=True, check=False)
    return told.stdout.splitlines()[0]


def label(full, *, is_active=False):
    name = default()
    if full == name:
        return f"{full} (default)"
    if IS_NEW and name and full == resolved(name):
        return f"{full} (resolved from default '{name}')"
    return f"{full} (default)" if is_active else full


def main():
    if SETTINGS["proxy"] != "elan":
        log(f"proxy {SETTINGS['proxy']} {' '.join(ARGUMENTS)}")
        os.execv(os.path.join(active(), "bin", SETTINGS["proxy"]), ["x", *ARGUMENTS])
    log(f"elan {' '.join(ARGUMENTS)}")
    if ARGUMENTS == ["--version"]:
        print(f"elan {SETTINGS['version']}")
    elif ARGUMENTS == ["toolchain", "list"]:
        behaviour("elan_list")
        print_list()
    elif ARGUMENTS == ["override", "list"]:
        print_overrides()
    elif ARGUMENTS == ["show"]:
        show()
    elif ARGUMENTS == ["dump-state", "--no-net"] and IS_NEW:
        behaviour("elan_list")
        print(json.dumps(state(), indent=2), end="")
    elif ARGUMENTS[:1] == ["which"]:
        how = behaviour("elan_which")
        found = os.path.join(active(), "bin", ARGUMENTS[1])  # downloads, as the real one does
        if not os.path.isfile(found):
            sys.exit(f"error: not a file: '{found}'")
        print("/no/such/lean" if how == "wrong path" else found)
    elif ARGUMENTS[:2] == ["toolchain", "install"]:
        if ARGUMENTS[2] in installed():
            sys.exit(f"error: '{ARGUMENTS[2]}' is already installed")
        download(ARGUMENTS[2])
    else:
        print(
            f"error: Found argument '{ARGUMENTS[0]}' which wasn't expected, or isn't valid in "
            "this context\n\nUSAGE:\n    elan [FLAGS] <SUBCOMMAND>\n\n"
            "For more information try --help",
            file=sys.stderr,
        )
        sys.exit(1)


main()
