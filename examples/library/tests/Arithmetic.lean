import Abacus.Nat.Even
import Abacus.Nat.Sum

/-! Arithmetic, by examples. -/

open Abacus

#guard double 21 == 42
#guard half 43 == 21
#guard distance 3 10 == 7
#guard isEven 10 && !isEven 7
#guard triangle 5 == 10

theorem double_of_sum : double (sum (power 2) 3) = 14 := rfl

theorem odd_seven : Odd 7 := ⟨3, rfl⟩

theorem seven_is_not_even : ¬ Even 7 := fun h => not_even_and_odd 7 h odd_seven

theorem ten_below_its_power : 10 < power 2 10 := lt_two_power 10

example : factorial 4 = 24 := rfl
