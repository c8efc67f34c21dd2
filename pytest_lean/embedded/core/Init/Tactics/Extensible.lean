prelude
import Init.Core.WF
import Init.Meta.Macro
import Init.Data.Nat.Basic
/-!
The tactics that Lean runs on its own: `decreasing_tactic` shows that a recursive call gets smaller, `get_elem_tactic` that
an index is in bounds. Their syntax is bound in `Init.Natives.Tactics`; here are the rules, which a user may extend with
further `macro_rules`.
-/

set_option linter.all false

/-! ## Termination -/

macro_rules | `(tactic| clean_wf) => `(tactic| try simp +unfoldPartialApp +zetaDelta -failIfUnchanged only [invImage, InvImage, Prod.Lex, sizeOf_nat, measure, sizeOfWFRel, WellFoundedRelation.rel, Nat.lt_eq])
macro_rules | `(tactic| simp_wf) => `(tactic| try simp +unfoldPartialApp only [invImage, InvImage, Prod.lex, sizeOf_nat, Nat.lt_eq, measure, sizeOfWFRel, WellFoundedRelation.rel, Nat.lt_wfRel])
macro_rules | `(tactic| decreasing_trivial) => `(tactic| (simp; done))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| assumption)
macro_rules | `(tactic| decreasing_with $ts:tacticSeq) => `(tactic| ((try clean_wf); first | (done) | $ts | fail "failed to prove termination, possible solutions:
  - Use `have`-expressions to prove the remaining goals
  - Use `termination_by` to specify a different well-founded relation
  - Use `decreasing_by` to specify your own tactic for discharging this kind of goal"))
macro_rules | `(tactic| decreasing_tactic) => `(tactic| decreasing_with (first | decreasing_trivial | (subst_vars; decreasing_trivial)))

/-! ## Indexing -/

macro_rules | `(tactic| get_elem_tactic_extensible) => `(tactic| (simp; done))
macro_rules | `(tactic| get_elem_tactic_extensible) => `(tactic| decide)
macro_rules | `(tactic| get_elem_tactic_extensible) => `(tactic| assumption)
macro_rules | `(tactic| get_elem_tactic) => `(tactic| first | get_elem_tactic_extensible | fail "failed to prove index is valid, possible solutions:
  - Use `have`-expressions to prove the index is valid
  - Use `a[i]!` notation instead, runtime check is performed, and 'Panic!' message is produced if index is not valid
  - Use `a[i]?` notation instead, result is an `Option` type
  - Use `a[i]'h` notation instead, where `h` is a proof that index is valid")
