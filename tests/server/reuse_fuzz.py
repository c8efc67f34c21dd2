"""Random texts that differ a little from the one before: is a warm server's answer a fresh one's?

A walk sends each text to two servers. One is warm, so that it may keep what it has of the texts
before. The other is shown an empty document in between, so that it has nothing to keep. Only the
public interface is used, so a walk runs on any version of the engine:
``python tests/server/reuse_fuzz.py KIND STEPS SEED``.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pytest_lean import Command, CommandResponse, LeanConfig, LeanServer

try:
    from pytest_lean.server import reuse
except ImportError:
    reuse = None  # type: ignore[assignment]


@dataclass(frozen=True)
class Step:
    """A text, and which of the walk's handles it continues; None for none."""

    text: str
    parent: int | None = None


@dataclass(frozen=True)
class Difference:
    """Where the warm server said something else."""

    step: Step
    before: str
    warm: CommandResponse
    fresh: CommandResponse


BODIES = ("1", "2", "{other}", "{other} + 1", "nope", '"s"')
LINES = (
    "def {a} := 1",
    "def {a} : Nat := {b}",
    "theorem {a} : 1 = 1 := by\n  rfl",
    "theorem {a} : 1 = 2 := by\n  rfl",
    "theorem {a} (p : Prop) (h : p) : p ∧ p := by\n  constructor\n  · exact h\n  · exact h",
    "theorem {a} (n : Nat) : n = n := by\n  cases n with\n  | zero => rfl\n  | succ m => rfl",
    "def {a} : Nat → Nat\n  | 0 => 1\n  | n + 1 => {b} n",
    "def {a} (n : Nat) : Nat := go n\nwhere\n  go : Nat → Nat\n    | 0 => 0\n    | n + 1 => go n",
    "mutual\ndef {a} : Nat := 1\ndef {b} : Nat := {a}\nend",
    "inductive {a}\n  | c\n  | d (n : Nat)",
    "structure {a} where\n  x : Nat\n  y : Nat := 1",
    "namespace N",
    "end N",
    "section",
    "end",
    "variable (n : Nat)",
    "open N",
    "set_option pp.all true in\n#check {a}",
    "#eval {a}",
    "#check {a}",
    "example : {a} = 1 := rfl",
    "example : {a} = 1 := by\n  first\n  | rfl\n  | skip\n  rfl",
    'macro "m" : term => `(1)',
    "#check m",
    "/-! 7 -/",
    "/-- doc -/\ndef {a} := 2",
    "set_option internal.cmdlineSnapshots true",
    "theorem",
    "def {a} :=",
    "/- no end",
    "#exit",
    "@[simp]",
)
NAMES = ("a", "b", "c", "N.a")


def mutual_blocks(dice: random.Random) -> Iterator[Step]:
    """Blocks of functions that refer to each other, whose last members come, go and change."""
    names, members = "fghklm", list[str]()
    while True:
        if members and (dice.random() < 0.45 or len(members) == len(names)):
            del members[dice.randrange(len(members)) :]
        while len(members) < 2 or (dice.random() < 0.5 and len(members) < len(names)):
            members.append(_member(dice, names[len(members)], names))
        if dice.random() < 0.1:
            at = dice.randrange(len(members))
            members[at] = _member(dice, names[at], names)
        name = dice.choice(names[: len(members)])
        claim = f"theorem w : {name} = {dice.randint(1, 3)} := by rfl"
        end = "end\n" if dice.random() < 0.95 else ""
        yield Step("mutual\n" + "".join(members) + f"{end}{claim}\n")


def _member(dice: random.Random, name: str, names: str) -> str:
    other = dice.choice(names[:4])
    if dice.random() < 0.3:
        cases = f"  | 0 => {dice.randint(1, 3)}\n  | n + 1 => {other} n\n"
        return f"def {name} : Nat → Nat\n{cases}"
    return f"def {name} : Nat := {dice.choice(BODIES).format(other=other)}\n"


def edits(dice: random.Random) -> Iterator[Step]:
    """One text after the other, each made of the last by a small change."""
    lines = _lines(dice, 4)
    while True:
        yield Step("\n".join(lines))
        lines = _edited(dice, lines)


def handles(dice: random.Random) -> Iterator[Step]:
    """Texts on the handles of earlier ones, with a small change to the last."""
    lines, depths = _lines(dice, 2), list[int]()
    while True:
        recent = range(max(0, len(depths) - 8), len(depths))
        parents = [index for index in recent if depths[index] < 6]
        parent = dice.choice(parents) if parents and dice.random() < 0.8 else None
        yield Step("\n".join(lines), parent)
        depths.append(0 if parent is None else depths[parent] + 1)
        lines = _edited(dice, lines) if dice.random() < 0.8 else _lines(dice, 2)


def joined(dice: random.Random) -> Iterator[Step]:
    """Correct texts that share their beginning, so that it could be kept."""
    good = [line for line in LINES[:9] if "1 = 2" not in line]
    lines = [_filled(dice, line) for line in dice.choices(good, k=3)]
    while True:
        text = "\n".join(lines)
        for index, name in enumerate(("aa", "bb", "cc", "dd")):
            text = text.replace("{" + str(index) + "}", name)
        yield Step(text)
        kept = lines[: dice.randint(1, len(lines))]
        lines = [*kept, *(_filled(dice, line) for line in dice.choices(good, k=dice.randint(0, 3)))]
        if len(lines) > 6 or dice.random() < 0.1:
            lines = [_filled(dice, line) for line in dice.choices(good, k=3)]


KINDS: dict[str, Callable[[random.Random], Iterator[Step]]] = {
    "mutual": mutual_blocks,
    "edits": edits,
    "handles": handles,
    "joined": joined,
}


def walk(kind: str, steps: int, seed: int, config: LeanConfig) -> Iterator[Difference | None]:
    """Yield for each of so many texts how a warm server differs from a fresh one, None if not."""
    dice = random.Random(f"{kind} {seed}")
    made: list[tuple[int, int]] = []
    last = ""
    with LeanServer(config) as warm, LeanServer(config) as fresh:
        for step, _ in zip(KINDS[kind](dice), range(steps), strict=False):
            one, two = (None, None) if step.parent is None else made[step.parent]
            answer = warm.run(Command(step.text, one))
            fresh.run("")
            expected = fresh.run(Command(step.text, two))
            made.append((answer.env, expected.env))
            differs = _said(answer) != _said(expected)
            yield Difference(step, last, answer, expected) if differs else None
            last = step.text


def _said(response: CommandResponse) -> tuple[object, ...]:
    return response.messages, response.declarations, response.has_sorry


def _filled(dice: random.Random, line: str) -> str:
    name = f"t{dice.randrange(10**6)}"
    return line.replace("{a}", name).replace("{b}", "id")


def _lines(dice: random.Random, count: int) -> list[str]:
    return [line for _ in range(count) for line in _command(dice)]


def _command(dice: random.Random) -> list[str]:
    line = dice.choice(LINES)
    return line.replace("{a}", dice.choice(NAMES)).replace("{b}", dice.choice(NAMES)).split("\n")


def _edited(dice: random.Random, lines: list[str]) -> list[str]:
    """Return lines with one of them gone, added, doubled, swapped or changed."""
    lines = list(lines)
    at = dice.randrange(len(lines) + 1)
    how = dice.choice("remove insert command double name cut tab".split())
    if at == len(lines) or how in ("insert", "command"):
        lines[at:at] = _command(dice) if how == "command" else dice.choice([*lines, ""]).split("\n")
    elif how == "remove":
        del lines[at]
    elif how == "double":
        lines[at:at] = [lines[at]]
    elif how == "name":
        lines[at] = lines[at].replace(dice.choice("ab12"), dice.choice("abc12"))
    elif how == "cut":
        lines[at] = lines[at][: dice.randrange(len(lines[at]) + 1)]
    else:
        lines[at] = "\t" + lines[at]
    return lines[-14:] or _lines(dice, 2)


def main(kind: str, steps: str, seed: str) -> None:
    """Print how many texts of a walk got another answer, and the first few."""
    if reuse is not None:  # an older engine has it elsewhere
        reuse.WORTH_SECONDS = 0.0
    found = 0
    config = LeanConfig(toolchain="embedded")
    for count, difference in enumerate(walk(kind, int(steps), int(seed), config), 1):
        if difference is not None:
            found += 1
        if difference is not None and found <= 2:
            warm, fresh = difference.warm, difference.fresh
            print(f"--- before\n{difference.before}\n--- text\n{difference.step.text}")
            print(f"--- warm: {warm.messages}\n--- fresh: {fresh.messages}", flush=True)
        if count % 250 == 0 or count == int(steps):
            print(f"{kind}, seed {seed}: {count} steps, {found} differences", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
