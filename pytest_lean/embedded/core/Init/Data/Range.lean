module
prelude
public import Init.Data.List.Basic
public meta import Init.Meta.Macro
/-!
Ranges of natural numbers to loop over: `[:n]`, `[a:b]` and `[a:b:step]`.
-/

@[expose] public section

set_option linter.all false

universe u v u₁ u₂

/-- The numbers from `start` in steps of `step`, below `stop`. -/
structure Std.Legacy.Range where
  start : Nat := 0
  stop : Nat
  step : Nat := 1
  step_pos : 0 < step

namespace Std.Legacy.Range
instance : Membership Nat Range := ⟨fun r i => r.start ≤ i ∧ i < r.stop ∧ (i - r.start) % r.step = 0⟩

/-- Runs through the range; the second argument is an upper bound of the number of steps. -/
@[specialize]
protected def loop {m : Type u₁ → Type u₂} [Monad m] {β : Type u₁} (r : Range)
    (f : Nat → β → m (ForInStep β)) : Nat → Nat → β → m β
  | 0, _, b => pure b
  | fuel + 1, i, b =>
    if i < r.stop then do
      match ← f i b with
      | .done b => pure b
      | .yield b => Range.loop r f fuel (i + r.step) b
    else pure b
@[inline] protected def forIn {m : Type u₁ → Type u₂} [Monad m] {β : Type u₁} (r : Range) (init : β)
    (f : Nat → β → m (ForInStep β)) : m β :=
  Range.loop r f (r.stop - r.start) r.start init
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn m Range Nat := ⟨Range.forIn⟩

/-- The same, with a proof that each number is in the range. -/
@[specialize]
protected def loop' {m : Type u₁ → Type u₂} [Monad m] {β : Type u₁} (r : Range)
    (f : (i : Nat) → i ∈ r → β → m (ForInStep β)) :
    (fuel i : Nat) → r.start ≤ i → (i - r.start) % r.step = 0 → β → m β
  | 0, _, _, _, b => pure b
  | fuel + 1, i, hi, hk, b =>
    if h : i < r.stop then do
      match ← f i ⟨hi, h, hk⟩ b with
      | .done b => pure b
      | .yield b =>
        Range.loop' r f fuel (i + r.step) (Nat.le_trans hi (Nat.le_add_right _ _))
          (by rw [Nat.sub_add_comm hi, Nat.add_mod_right, hk]) b
    else pure b
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn' m Range Nat inferInstance where
  forIn' r b f :=
    Range.loop' r f (r.stop - r.start) r.start (Nat.le_refl _) (by rw [Nat.sub_self, Nat.zero_mod]) b
theorem mem_lt {i : Nat} {r : Range} (h : i ∈ r) : i < r.stop := h.2.1

/-- The range as a list. -/
def toList (r : Range) : List Nat := go r (r.stop - r.start) r.start
where
  go (r : Range) : Nat → Nat → List Nat
  | 0, _ => []
  | fuel + 1, i => if i < r.stop then i :: go r fuel (i + r.step) else []
instance : Std.ToStream Range Range := ⟨id⟩
instance : Std.Stream Range Nat :=
  ⟨fun r => if r.start < r.stop then some (r.start, { r with start := r.start + r.step }) else none⟩
@[inline] def forM {m : Type u → Type v} [Monad m] (r : Range) (f : Nat → m PUnit) : m PUnit :=
  r.toList.forM f
end Std.Legacy.Range

theorem Membership.mem.lower {i : Nat} {r : Std.Legacy.Range} (h : i ∈ r) : r.start ≤ i := h.1
theorem Membership.mem.upper {i : Nat} {r : Std.Legacy.Range} (h : i ∈ r) : i < r.stop := h.2.1
theorem Membership.mem.step {i : Nat} {r : Std.Legacy.Range} (h : i ∈ r) : (i - r.start) % r.step = 0 := h.2.2
theorem Membership.get_elem_helper {i n : Nat} {r : Std.Legacy.Range} (h₁ : i ∈ r) (h₂ : r.stop = n) :
    i < n := h₂ ▸ h₁.2.1
macro_rules
  | `(tactic| get_elem_tactic_extensible) => `(tactic| (apply Membership.get_elem_helper; assumption; rfl))
