"""A script, no pytest: theorems checked by several processes, each with a Lean of its own.

`python examples/processes.py` prints a line for each theorem. A configuration can be handed to
other processes; a server belongs to the one that made it.
"""

import multiprocessing
import os

from pytest_lean import AutoLeanServer, LeanConfig, LeanServerError

THEOREMS = {
    "add_comm": "theorem t (a b : Nat) : a + b = b + a := by omega",
    "wrong": "theorem t (a b : Nat) : a + b = b + a + 1 := by omega",
    "unfinished": "theorem t (p q : Prop) : p ∧ q → q ∧ p := by sorry",
    "and_swap": "theorem t (p q : Prop) : p ∧ q → q ∧ p := fun h => ⟨h.2, h.1⟩",
    "endless": "partial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0",
    "product": "theorem t : 6 * 7 = 42 := by decide",
}
servers = []


def start(config):
    """Make the server of this process. It ends with the process."""
    servers.append(AutoLeanServer(config))


def verdict(name):
    """Return what Lean says of a theorem, in a few words."""
    try:
        response = servers[0].run(THEOREMS[name])
    except LeanServerError as error:  # a timeout, a crash: nothing is known about the theorem
        return name, f"no verdict: {type(error).__name__}"
    if response.unproved:
        return name, f"not proved: {response.unproved[0]}"
    return name, "proved"


def main():
    config = LeanConfig(timeout=5)
    config.prepare()  # find Lean, and build what it lacks, once and not in each process
    processes = min(2, os.cpu_count() or 1)
    with multiprocessing.get_context("spawn").Pool(processes, start, [config]) as pool:
        for name, said in pool.imap(verdict, THEOREMS):
            print(f"{name:12} {said.splitlines()[0]}")


if __name__ == "__main__":
    main()
