"""Texts for the lane: honest ones, ones that come to no end, and ones that attack."""

from __future__ import annotations

HONEST = "theorem t (a b : Nat) : a + b = b + a := Nat.add_comm a b\n"
FALSE = "theorem t : 1 + 1 = 3 := by decide\n"
ENDLESS = "partial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0\n"
HUNGRY = "def sq : Nat → Nat → Nat | 0, x => x | n + 1, x => sq n (x * x)\n#eval sq 40 3\n"
DEEP = "def deep : Nat → Nat | 0 => 0 | n + 1 => deep n + 1\n#eval deep 100000000\n"
ENDS_ITSELF = "#eval (IO.Process.exit 0 : IO Unit)\ntheorem cheat : 1 = 2 := rfl\n"

# Lean's own function, which the small core library leaves out.
_SPAWN = """
namespace IO.Process
@[extern "native"] opaque spawn (args : SpawnArgs) : IO Nat := fun s => .error default s
end IO.Process
"""


def runs(script: str, *, shell: str = "/bin/sh", wait_ms: int = 1000) -> str:
    """Return a text that runs a shell script, waits, and proves something."""
    command = script.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return (
        f"{_SPAWN}\n#eval (do let _ ← IO.Process.spawn "
        f'{{ cmd := "{shell}", args := #["-c", "{command}"] }}; IO.sleep {wait_ms} : IO Unit)\n'
        f"{HONEST}"
    )


def does(action: str) -> str:
    """Return a text that runs an action of ``IO``, and proves something."""
    return f"{_SPAWN}\n#eval ({action} : IO Unit)\n{HONEST}"


def writes(path: object, content: str = "written by a text") -> str:
    """Return a text that writes a file."""
    return does(f'IO.FS.writeFile "{path}" "{content}"')


def reads(path: object) -> str:
    """Return a text that prints a file."""
    return does(f'do IO.println (← IO.FS.readFile "{path}")')


CHEAT = "theorem cheat : 1 = 2 := rfl\n"
