"""A set of theorems, one test for each: pytest says which one broke."""

import pytest

THEOREMS = {
    "add_comm": "theorem t (a b : Nat) : a + b = b + a := Nat.add_comm a b",
    "or_swap": "theorem t (p q : Prop) (h : p ∨ q) : q ∨ p := h.elim Or.inr Or.inl",
    "not_zero": "theorem t (n : Nat) : n + 1 ≠ 0 := by intro h; cases h",
    "small": "theorem t : 7 * 6 = 42 := by decide",
}


@pytest.mark.parametrize("text", THEOREMS.values(), ids=THEOREMS.keys())
def test_theorem(lean, text):
    lean.check(text)
