import Abacus.Nat.Even
import Abacus.Horner

/-! A small library: arithmetic, lists, and a compiler that is proved to be right. -/
