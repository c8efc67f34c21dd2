"""Whether what Lean says of a text can depend on more than the text and what it imports.

A text that runs code while it is elaborated can read files, clocks, variables and random numbers.
Lean does not tell whether it did, so the words that can run code decide.

Promises: a text without any of these words, on modules for which :func:`reads_the_world` is False,
is elaborated alike each time. The words are searched in code, not in comments and strings.
"""

from __future__ import annotations

import re

from pytest_lean.language.syntax import code

# What runs code of the text, and what has a result that depends on chance or on time.
_RUNS = re.compile(
    r"#(?:eval|exec|test|sample|bench|time|html|widget)\w*!?"
    r"|\b(?:run_\w+|by_elab|include_\w+|(?:builtin_)?initialize|elab(?:_rules)?|d?simproc\w*"
    r"|unsafe\w*|implemented_by|extern|csimp|dbg_\w+|plausible|slim_check|polyrith)(?![\w'])"
    r"|\[[^\]\n]*\b(?:tactic|macro|delab|\w+_(?:elab|parser|handler))\b"
)
# Each word above contains one of these, so a text without any of them needs no closer look.
_PARTS = re.compile(
    r"#(?:eval|exec|test|sample|bench|time|html|widget)|run_|elab|include_|initialize|simproc"
    r"|unsafe|implemented_by|extern|csimp|dbg_|plausible|slim_check|polyrith|tactic|macro|_parser"
    r"|_handler"
)
# Lean's own functions that read what is neither a text nor a module. In a compiled module they
# stand as parts of names, each with a zero byte behind it.
_READERS = tuple(
    f"{word}\0".encode()
    for word in (
        *("readFile", "readBinFile", "readDir", "readToEnd", "getLine", "getStdin", "pathExists"),
        *("isDir", "realPath", "currentDir", "appPath", "getEnv", "spawn", "getPID", "getTID"),
        *("monoMsNow", "monoNanosNow", "getRandomBytes", "stdGenRef", "unsafePerformIO"),
    )
)


def runs_code(text: str) -> str | None:
    """Return the first word of ``text`` that can run code; None if there is no such word."""
    if _PARTS.search(text) is None:
        return None
    found = _RUNS.search(code(text))
    return None if found is None else found[0]


def reads_the_world(compiled: bytes) -> bool:
    """Return whether a compiled module mentions a function that reads files, time or chance.

    Args:
        compiled: the bytes of its file.
    """
    return any(word in compiled for word in _READERS)
