"""A first theorem: `lean.check` fails the test unless Lean accepts every line."""


def test_two_and_two(lean):
    lean.check("theorem two_and_two : 2 + 2 = 4 := by rfl")


def test_and_commutes(lean):
    lean.check(
        """
        theorem and_commutes (p q : Prop) (h : p ∧ q) : q ∧ p := by
          constructor
          · exact h.right
          · exact h.left
        """
    )


def test_adding_zero(lean):
    lean.check(
        """
        theorem zero_plus (n : Nat) : 0 + n = n := by
          induction n with
          | zero => rfl
          | succ n ih => rw [Nat.add_succ, ih]
        """
    )
