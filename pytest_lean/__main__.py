"""The command ``pytest-lean``, also ``python -m pytest_lean``: what can be done without pytest."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from pytest_lean import __version__
from pytest_lean.judge import command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code.

    Args:
        arguments: those of the command; None for those of the process.
    """
    parser = argparse.ArgumentParser(prog="pytest-lean")
    parser.add_argument("--version", action="version", version=f"pytest-lean {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    judge = commands.add_parser("judge", help="judge a file of proofs")
    command.add_arguments(judge)
    judge.set_defaults(main=command.main)
    options = parser.parse_args(arguments)
    code: int = options.main(options)
    return code


if __name__ == "__main__":
    sys.exit(main())
