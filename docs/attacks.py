"""Writes attacks.md: texts that pretend to prove `1 = 2`, and who stops each.

``python docs/attacks.py`` runs all of them and writes the page; ``tests/fooling/test_attacks.py``
checks that what it says still holds.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pytest_lean import Lean, LeanConfig, LeanError, LeanRejection, LeanServer
from pytest_lean.judge.refusal import Refusal
from pytest_lean.judge.second_look import SecondLook

CHECKOUT = Path(__file__).parent.parent
PAGE = CHECKOUT / "docs" / "attacks.md"
sys.path.insert(0, str(CHECKOUT / "tests" / "fooling"))

from attacks import ATTACKS, Attack  # noqa: E402

INTRODUCTION = """\
# Attacks, and who stops them

Each text pretends to prove `1 = 2` as the theorem `cheat`. The embedded Lean (4.35.0) was given
each text, and each level of [what a verdict rests on](verdicts.md) was tried on it. A text passes
*elaborated* if Lean reports no error and no `sorry`, and declares something of that name; it passes
*checked* if `lean.check` and `lean.assert_proves` do not fail; it passes *certified* if
`lean.certify` accepts it with the statement, and otherwise the column names the check that refused
it. The texts are in `tests/fooling/attacks.py`; `python docs/attacks.py` writes this page, and
`tests/fooling/test_attacks.py` checks the last column.

"""
STOPS, PASSES = "stops it", "**passes**"
TIMEOUT = 120.0


def row(attack: Attack, lean: Lean, look: SecondLook) -> str:
    """Return the row of an attack in the table."""
    cells = (attack.title, elaborated(attack, lean), checked(attack, lean), certified(attack, look))
    return f"| {' | '.join(cells)} |"


def elaborated(attack: Attack, lean: Lean) -> str:
    """Tell whether Lean's own messages stop it."""
    response = lean.run(attack.text)
    warned = any("uses `sorry`" in message.data for message in response.warnings)
    declared = any(one.name == attack.theorem for one in response.declarations)
    return STOPS if response.errors or warned or not declared else PASSES


def checked(attack: Attack, lean: Lean) -> str:
    """Tell whether the ordinary path stops it."""
    test = Lean(lean.server)
    try:
        test.define(attack.text)
        test.assert_proves(attack.statement, attack.theorem)
    except (LeanRejection, LeanError):
        return STOPS
    return PASSES


def certified(attack: Attack, look: SecondLook) -> str:
    """Return which check of the second look stops it."""
    try:
        look.certify(
            attack.text, theorem=attack.theorem, statement=attack.statement, timeout=TIMEOUT
        )
    except Refusal as refusal:
        return refusal.check
    return PASSES


def main() -> None:
    """Write the page."""
    config = LeanConfig(toolchain="embedded", timeout=TIMEOUT)
    lines = [INTRODUCTION]
    with LeanServer(config) as server, SecondLook(config) as look:
        lean = Lean(server)
        for family in dict.fromkeys(attack.family for attack in ATTACKS):
            lines.append(f"## {family[0].upper()}{family[1:]}\n")
            lines.append("| text | elaborated | checked | certified |\n|---|---|---|---|")
            lines += [row(one, lean, look) for one in ATTACKS if one.family == family]
            lines.append("")
            print(family, flush=True)
    PAGE.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
