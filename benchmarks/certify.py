"""What a verdict costs on each rung, as multiples of a warm edit, in one run.

``python benchmarks/certify.py [ROUNDS [MODULES]]``: a small proof, on the core library or on an
import of MODULES generated modules, elaborated (``lean.run``), checked
(``lean.check``), certified without and with a statement, and a plain ``lean`` process; the median
of each, interleaved, so that a busy machine is as busy for all of them.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lane import generated

from pytest_lean import Lean, LeanConfig, LeanServer
from pytest_lean.judge.second_look import SecondLook

TEXT = "theorem t{0} (a b : Nat) : a + b + {0} = b + a + {0} := by rw [Nat.add_comm a b]"
STATEMENT = "∀ a b : Nat, a + b + {0} = b + a + {0}"


def main(rounds: int, modules: int) -> None:
    """Print the table."""
    toolchain = LeanConfig(toolchain="embedded").prepare()
    with generated(toolchain, modules) as (folder, header):
        imports = ("All",) if modules else ()
        config = LeanConfig(toolchain=toolchain, imports=imports, search_path=(folder,))
        measure(config, rounds, header)


def measure(config: LeanConfig, rounds: int, header: str) -> None:
    """Print the table for one set of imports, which ``header`` has in words."""
    toolchain = config.prepare()
    folders = [str(folder) for folder in config.search_path]
    with (
        LeanServer(config) as server,
        SecondLook(config) as look,
        tempfile.TemporaryDirectory() as to,
    ):
        lean = Lean(server)

        def process(i: int) -> None:
            source = Path(to, "T.lean")
            source.write_text(header + TEXT.format(i), encoding="utf-8")
            command = [*toolchain.command, "--json", str(source)]
            subprocess.run(
                command, env=toolchain.environment(folders), check=True, capture_output=True
            )

        ways: dict[str, Callable[[int], object]] = {
            "elaborated": lambda i: lean.run(TEXT.format(i)),
            "checked": lambda i: lean.check(TEXT.format(i)),
            "certified": lambda i: look.certify(TEXT.format(i), theorem=f"t{i}"),
            "certified, one statement for all": lambda i: look.certify(
                TEXT.format(7).replace("t7", f"t{i}"),
                theorem=f"t{i}",
                statement=STATEMENT.format(7),
            ),
            "certified, a statement each": lambda i: look.certify(
                TEXT.format(i), theorem=f"t{i}", statement=STATEMENT.format(i)
            ),
            "a lean process": process,
        }
        seconds: dict[str, list[float]] = {way: [] for way in ways}
        order = list(ways.items())
        for i in range(-2, rounds):
            # What comes behind a large process finds its caches empty: that must hit all alike.
            random.shuffle(order)
            for way, run in order:
                started = time.perf_counter()
                run(i + 10)
                if i >= 0:
                    seconds[way].append(time.perf_counter() - started)
        medians = {way: statistics.median(taken) for way, taken in seconds.items()}
        for way, taken in medians.items():
            edit, whole = taken / medians["elaborated"], taken / medians["a lean process"]
            print(f"{way:<34} {edit:6.1f} edits {whole:6.2f} processes")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*given, *(30, 0)[len(given) :])
