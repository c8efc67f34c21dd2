module
prelude
public import Init.Data.String.Basic
public import Init.Laws.Numbers
public import Init.Data.ByteArray
/-!
Positions in a string that are known to be valid: `s.Pos`, with `startPos`, `endPos`, and `next`, which gets
closer to the end, so that a loop or a recursion over them ends.
-/

@[expose] public section

set_option linter.all false

universe u

namespace String

theorem foldl_utf8Size (cs : List Char) : ∀ n,
    cs.foldl (fun n c => n + c.utf8Size) n = n + cs.foldl (fun n c => n + c.utf8Size) 0 := by
  induction cs with
  | nil => intro n; rfl
  | cons c cs ih => intro n; rw [List.foldl_cons, List.foldl_cons, ih, ih (0 + _)]; omega
/-- A character begins at the byte, or the string ends there. -/
inductive Pos.Raw.IsValid (s : String) (p : Pos.Raw) : Prop where
  | intro (before after : List Char) (eq : s.toList = before ++ after)
      (size : p.byteIdx = (String.ofList before).utf8ByteSize)

theorem getAt_append (pre post : List Char) : ∀ n,
    getAt (pre ++ post) n (n + pre.foldl (fun n c => n + c.utf8Size) 0) = post.head? := by
  induction pre with
  | nil => intro n; cases post <;> simp [getAt]
  | cons c cs ih =>
    intro n
    have hc := c.utf8Size_pos
    rw [List.cons_append, List.foldl_cons, foldl_utf8Size, getAt, if_neg (by omega)]
    have := ih (n + c.utf8Size)
    rw [← this]; congr 1; omega

/-- A position where a character of `s` begins, or its end. -/
structure Pos (s : String) where
  offset : Pos.Raw
  isValid : offset.IsValid s

variable {s : String}
namespace Pos
theorem ext {p q : s.Pos} (h : p.offset = q.offset) : p = q := by
  cases p; cases q; cases h; rfl
instance : DecidableEq s.Pos := fun p q =>
  if h : p.offset = q.offset then isTrue (ext h) else isFalse fun e => h (congrArg _ e)
instance : LT s.Pos := ⟨fun p q => p.offset < q.offset⟩
instance : LE s.Pos := ⟨fun p q => p.offset ≤ q.offset⟩
instance (p q : s.Pos) : Decidable (p < q) := inferInstanceAs (Decidable (p.offset < q.offset))
instance (p q : s.Pos) : Decidable (p ≤ q) := inferInstanceAs (Decidable (p.offset ≤ q.offset))
end Pos

def startPos (s : String) : s.Pos := ⟨0, [], s.toList, rfl, rfl⟩
def endPos (s : String) : s.Pos := ⟨s.rawEndPos, s.toList, [], (List.append_nil _).symm, rfl⟩
instance : Inhabited s.Pos := ⟨s.startPos⟩

namespace Pos
theorem next_isValid (p : s.Pos) (h : p ≠ s.endPos) : (p.offset.next s).IsValid s := by
  obtain ⟨p, pre, post, e, hs⟩ := p
  have hg := getAt_append pre post 0
  cases post with
  | nil =>
    refine absurd (ext ?_) h
    rw [List.append_nil] at e
    show p = Pos.Raw.mk _
    rw [utf8ByteSize, e]
    exact congrArg Pos.Raw.mk hs
  | cons c cs =>
    refine ⟨pre ++ [c], cs, by rw [e, List.append_assoc]; rfl, ?_⟩
    have hc : p.get s = c := by
      unfold Pos.Raw.get Pos.Raw.get?
      rw [e, hs, utf8ByteSize, toList_ofList]
      rw [Nat.zero_add] at hg
      rw [hg]; rfl
    show p.byteIdx + (p.get s).utf8Size = _
    rw [hc, hs, utf8ByteSize, utf8ByteSize, toList_ofList, toList_ofList, List.foldl_append]; rfl
def get (p : s.Pos) (h : p ≠ s.endPos) : Char := p.offset.get s
def next (p : s.Pos) (h : p ≠ s.endPos) : s.Pos := ⟨p.offset.next s, next_isValid p h⟩
def get? (p : s.Pos) : Option Char := if h : p = s.endPos then none else some (p.get h)
def get! (p : s.Pos) : Char :=
  if h : p = s.endPos then panic! "Cannot retrieve character at end position" else p.get h
def next? (p : s.Pos) : Option s.Pos := if h : p = s.endPos then none else some (p.next h)
def next! (p : s.Pos) : s.Pos := if h : p = s.endPos then panic! "Cannot advance end position" else p.next h
def nextn (p : s.Pos) : Nat → s.Pos
  | 0 => p
  | n + 1 => if h : p = s.endPos then p else (p.next h).nextn n
@[simp] theorem offset_next (p : s.Pos) (h : p ≠ s.endPos) : (p.next h).offset = p.offset.next s := rfl
theorem lt_next (p : s.Pos) (h : p ≠ s.endPos) : p < p.next h :=
  Nat.lt_add_of_pos_right (Char.utf8Size_pos _)
/-- How many bytes are left. -/
def remainingBytes (p : s.Pos) : Nat := s.utf8ByteSize - p.offset.byteIdx
theorem offset_le (p : s.Pos) : p.offset.byteIdx ≤ s.utf8ByteSize := by
  obtain ⟨p, pre, post, e, hs⟩ := p
  show p.byteIdx ≤ _
  rw [hs, utf8ByteSize, utf8ByteSize, toList_ofList, e, List.foldl_append, foldl_utf8Size post]
  omega
theorem remainingBytes_next_lt (p : s.Pos) (h : p ≠ s.endPos) :
    (p.next h).remainingBytes < p.remainingBytes := by
  have := offset_le (p.next h)
  have : p.offset.byteIdx < (p.next h).offset.byteIdx := lt_next p h
  unfold remainingBytes
  omega
macro_rules | `(tactic| decreasing_trivial) => `(tactic| (apply remainingBytes_next_lt; done))
instance : WellFoundedRelation s.Pos := measure remainingBytes
end Pos

/-- The bytes of its UTF-8. -/
def bytes (s : String) : Std.Iter UInt8 := ⟨s.toUTF8.data.toList⟩
section
variable {ρ : Type}
/-- What stands between two positions. -/
def extract {s : String} (b e : s.Pos) : String := b.offset.extract s e.offset
def sliceFrom (s : String) (p : s.Pos) : Slice := s.extract p s.endPos
def sliceTo (s : String) (p : s.Pos) : Slice := s.extract s.startPos p
/-- The first position, of those from `p` on, where the pattern matches; `cs` is what stands there. -/
def Pos.search (pat : ρ) [Pattern pat] : (cs : List Char) → (p : s.Pos) → Option s.Pos
  | [], p => if Pattern.isMatch pat [] then some p else none
  | c :: cs, p => if Pattern.isMatch pat (c :: cs) then some p else
      if h : p = s.endPos then none else search pat cs (p.next h)
def find? (s : String) (pat : ρ) [Pattern pat] : Option s.Pos := Pos.search pat s.toList s.startPos
def find (s : String) (pat : ρ) [Pattern pat] : s.Pos := (s.find? pat).getD s.endPos
def Pos.find? (p : s.Pos) (pat : ρ) [Pattern pat] : Option s.Pos :=
  search pat (s.extract p s.endPos).toList p
def Pos.find (p : s.Pos) (pat : ρ) [Pattern pat] : s.Pos := (p.find? pat).getD s.endPos
end
/-- A position in a slice, which is a string here. -/
abbrev Slice.Pos (s : Slice) : Type := String.Pos s
end String
