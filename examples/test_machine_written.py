"""Proofs as a machine writes them, by the hundred, some of them hostile: none of those may pass.

A model was asked to prove statements about numbers and lists. Some of its attempts are right, some
are wrong, and some would deceive a checker that only looks for errors. `MACHINE_WRITTEN=1000 pytest
examples/test_machine_written.py` judges a thousand; `python examples/test_machine_written.py 1000`
writes them as a file for `pytest-lean judge`.
"""

import json
import os
import random
import sys

from pytest_lean.judge import Proof, judge

COUNT = int(os.environ.get("MACHINE_WRITTEN", "60"))

# What is asked: a statement, proofs of it that are right, and proofs that are wrong.
PROBLEMS = {
    "∀ n : Nat, n + {k} = {k} + n": (
        ["by intro n; omega", "fun n => Nat.add_comm n {k}", "by\n  intro n\n  rw [Nat.add_comm]"],
        ["by intro n; rfl", "by decide", "fun n => Nat.add_assoc n {k} n"],
    ),
    "{k} * {k} = {square}": (
        ["by decide", "rfl", "by simp"],
        ["by intro n; rfl", "by constructor", "Nat.mul_comm {k} {k}"],
    ),
    "∀ xs : List Nat, (xs ++ []).length = xs.length": (
        ["by intro xs; simp", "fun xs => by rw [List.append_nil]"],
        ["by intro xs; omega", "fun xs => rfl", "by simp [nope]"],
    ),
    "∀ p q : Prop, p ∧ q → q ∧ p": (
        ["fun _ _ h => ⟨h.2, h.1⟩", "by\n  intro p q h\n  exact ⟨h.right, h.left⟩"],
        ["fun _ _ h => h", "by intro p q h; exact h"],
    ),
}
# How a text pretends to prove `1 = 2` or whatever is asked: {s} is the statement.
HOSTILE = [
    "theorem t : {s} := by sorry",
    "set_option warn.sorry false in\ntheorem t : {s} := by admit",
    "axiom trust_me : ∀ p : Prop, p\ntheorem t : {s} := trust_me _",
    "macro_rules | `($a = $b) => `(True)\ntheorem t : {s} := trivial",
    "set_option debug.skipKernelTC true in\ntheorem t : {s} := by decide +kernel",
    "theorem t : True := trivial\n#exit\ntheorem t : {s} := rfl",
    "class W : Prop where\n  wrong : {s}\ninstance : W := ⟨sorry⟩\ntheorem t : {s} := W.wrong",
    "-- theorem t : {s} := rfl",
]


def attempts(count: int) -> list[tuple[Proof, bool]]:
    """Return that many attempts, the same each time, each with whether it is right."""
    dice = random.Random(4)
    found = []
    for number in range(count):
        kind = dice.choices(["right", "wrong", "hostile"], [6, 2, 2])[0]
        if kind == "hostile":
            statement = "1 = 2"
            text = dice.choice(HOSTILE).replace("{s}", statement)
        else:
            k = dice.randint(2, 40)
            statement, (right, wrong) = dice.choice(list(PROBLEMS.items()))
            proof = dice.choice(right if kind == "right" else wrong)
            filled = [one.replace("{k}", str(k)) for one in (statement, proof)]
            statement = filled[0].replace("{square}", str(k * k))
            text = f"theorem t : {statement} := {filled[1]}"
        proof = Proof(f"{number}-{kind}", text, theorem="t", statement=statement)
        found.append((proof, kind == "right"))
    return found


def test_the_right_ones_are_proved_and_no_other(lean_config):
    expected = {proof.id: is_right for proof, is_right in attempts(COUNT)}
    seen = {}
    for one in judge((proof for proof, _ in attempts(COUNT)), lean_config, workers=2):
        assert one.verdict in ("proved", "rejected"), one
        seen[one.id] = one.verdict == "proved"
    assert seen == expected


if __name__ == "__main__":
    for one, _ in attempts(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT):
        fields = {"id": one.id, "text": one.text, "theorem": one.theorem}
        print(json.dumps({**fields, "statement": one.statement}, ensure_ascii=False))
