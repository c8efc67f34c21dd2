/-!
# Bits

Logarithms, single bits, operations on all bits of numbers and of bit vectors.
-/

namespace Bits

example (x i : Nat) (h : x < 2 ^ i) : x.testBit i = false := Nat.testBit_lt_two_pow h

theorem mask (x : Nat) : x &&& 255 = x % 256 := Nat.and_two_pow_sub_one_eq_mod x 8

example (x y : Nat) : (x &&& y) ||| x = x := Nat.eq_of_testBit_eq fun i => by
  simp only [Nat.testBit_or, Nat.testBit_and]
  cases x.testBit i <;> simp

example (x y : Nat) : x ^^^ y ^^^ y = x := by rw [Nat.xor_assoc, Nat.xor_self, Nat.xor_zero]

example (x y z : Nat) : x &&& y &&& z = z &&& y &&& x := by ac_rfl

example (n : Nat) (h : n ≠ 0) : 2 ^ n.log2 ≤ n ∧ n < 2 ^ (n.log2 + 1) :=
  ⟨Nat.log2_self_le h, Nat.lt_log2_self⟩

example (n : Nat) : n <<< 3 >>> 3 = n := by simp [Nat.shiftLeft_eq, Nat.shiftRight_eq_div_pow]

/-- How many bits are set. -/
def ones (n : Nat) : Nat := if h : n = 0 then 0 else n % 2 + ones (n / 2)
termination_by n
decreasing_by omega

theorem ones_le (n : Nat) : ones n ≤ n := by
  induction n using ones.induct with
  | case1 => simp [ones]
  | case2 n h ih => rw [ones, dif_neg h]; omega

#eval ones 0b101101
-- info: 4

example (x y : BitVec 8) : x + y - y = x := by simp

example (x y z : BitVec w) : x * (y + z) = x * z + x * y := by
  rw [BitVec.mul_add, BitVec.add_comm]

example (x : BitVec w) : x ^^^ x = 0#w := by simp

example (x y : BitVec 16) : (x &&& y).toNat ≤ x.toNat := by
  rw [BitVec.toNat_and]; exact Nat.and_le_left

theorem de_morgan (x y : BitVec 4) : ~~~(x &&& y) = ~~~x ||| ~~~y := by
  revert x y
  native_decide

#print axioms de_morgan
-- info: 'Bits.de_morgan' depends on axioms: [de_morgan._native.native_decide.ax_1_1]

end Bits
