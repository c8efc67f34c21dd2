module
prelude
public import Init.Natives.Printing
/-!
`ToString` and `Repr` and their instances for the basic types: how `#eval` and string interpolation
print values.
-/

@[expose] public section

set_option linter.all false

universe u v w

open Std (Format)
open Std.Format

/-! ## Decimal numerals -/

@[inline] protected def Nat.repr (n : Nat) : String := Nat.reprFast n
protected def Int.repr : Int → String
  | .ofNat m => Nat.repr m
  | .negSucc m => "-" ++ Nat.repr (m + 1)

/-- A string of one character. -/
def String.singleton (c : Char) : String := String.ofList [c]
@[inline] protected def Char.toString (c : Char) : String := String.singleton c

/-! ## ToString -/

class ToString (α : Type u) where
  toString : α → String
export ToString (toString)

instance : ToString Format := ⟨fun f => f.pretty⟩
instance instToStringString : ToString String := ⟨fun s => s⟩
instance instToStringNat : ToString Nat := ⟨Nat.repr⟩
instance instToStringInt : ToString Int := ⟨Int.repr⟩
instance instToStringChar : ToString Char := ⟨Char.toString⟩
instance instToStringBool : ToString Bool := ⟨fun b => cond b "true" "false"⟩
instance instToStringUnit : ToString Unit := ⟨fun _ => "()"⟩
instance instToStringDecidable {p : Prop} : ToString (Decidable p) :=
  ⟨fun h => match h with | isTrue _ => "true" | isFalse _ => "false"⟩
instance instToStringFin (n : Nat) : ToString (Fin n) := ⟨fun f => toString f.val⟩
instance instToStringUInt8 : ToString UInt8 := ⟨fun n => toString n.toNat⟩
instance instToStringUInt16 : ToString UInt16 := ⟨fun n => toString n.toNat⟩
instance instToStringUInt32 : ToString UInt32 := ⟨fun n => toString n.toNat⟩
instance instToStringUInt64 : ToString UInt64 := ⟨fun n => toString n.toNat⟩
instance instToStringSubtype {α : Type u} {p : α → Prop} [ToString α] : ToString (Subtype p) :=
  ⟨fun s => toString s.val⟩

protected def List.toString {α : Type u} [ToString α] : List α → String
  | [] => "[]"
  | x :: xs => "[" ++ toString x ++ go xs
where
  go : List α → String
  | [] => "]"
  | x :: xs => ", " ++ toString x ++ go xs
instance instToStringList {α : Type u} [ToString α] : ToString (List α) := ⟨List.toString⟩
instance instToStringArray {α : Type u} [ToString α] : ToString (Array α) :=
  ⟨fun a => "#" ++ toString a.toList⟩

/-- Wraps in parentheses what an application could not take as it is. -/
def addParenHeuristic (s : String) : String :=
  match s.toList with
  | '(' :: _ | '[' :: _ | '{' :: _ => s
  | '#' :: '[' :: _ => s
  | cs => if hasSpace cs then "(" ++ s ++ ")" else s
where
  hasSpace : List Char → Bool
  | [] => false
  | c :: cs => if c = ' ' then true else hasSpace cs

instance instToStringOption {α : Type u} [ToString α] : ToString (Option α) :=
  ⟨fun | none => "none" | some a => "(some " ++ addParenHeuristic (toString a) ++ ")"⟩
instance instToStringSum {α : Type u} {β : Type v} [ToString α] [ToString β] : ToString (α ⊕ β) :=
  ⟨fun
    | .inl a => "(inl " ++ addParenHeuristic (toString a) ++ ")"
    | .inr b => "(inr " ++ addParenHeuristic (toString b) ++ ")"⟩
instance instToStringProd {α : Type u} {β : Type v} [ToString α] [ToString β] : ToString (α × β) :=
  ⟨fun (a, b) => "(" ++ toString a ++ ", " ++ toString b ++ ")"⟩
instance instToStringExcept {ε : Type u} {α : Type v} [ToString ε] [ToString α] : ToString (Except ε α) :=
  ⟨fun | .error e => "error: " ++ toString e | .ok a => "ok: " ++ toString a⟩

/-! ## Repr -/

class Repr (α : Type u) where
  reprPrec : α → Nat → Format
export Repr (reprPrec)
@[inline] def repr {α : Type u} [Repr α] (a : α) : Format := reprPrec a 0
def reprArg {α : Type u} [Repr α] (a : α) : Format := reprPrec a 1024
abbrev reprPrecArg {α : Type u} [Repr α] (a : α) : Format := reprPrec a 1024
/-- Parenthesises an application where an argument is asked for. -/
def Repr.addAppParen (f : Format) (prec : Nat) : Format := if prec ≥ 1024 then Format.paren f else f
class ReprAtom (α : Type u)
class ReprTuple (α : Type u) where
  reprTuple : α → List Format → List Format
export ReprTuple (reprTuple)

instance instReprNat : Repr Nat := ⟨fun n _ => Format.text (Nat.repr n)⟩
instance instReprInt : Repr Int :=
  ⟨fun i prec =>
    if prec ≥ 1024 then (if i < 0 then Format.paren (Int.repr i) else Int.repr i) else Int.repr i⟩
instance instReprString : Repr String := ⟨fun s _ => s.quote⟩
instance instReprChar : Repr Char := ⟨fun c _ => c.quote⟩
instance instReprBool : Repr Bool := ⟨fun | true, _ => "true" | false, _ => "false"⟩
instance instReprUnit : Repr Unit := ⟨fun _ _ => "()"⟩
instance instReprPUnit : Repr PUnit := ⟨fun _ _ => "PUnit.unit"⟩
instance instReprEmpty : Repr Empty := ⟨nofun⟩
instance instReprDecidable {p : Prop} : Repr (Decidable p) :=
  ⟨fun
    | isTrue _, prec => Repr.addAppParen "Decidable.isTrue _" prec
    | isFalse _, prec => Repr.addAppParen "Decidable.isFalse _" prec⟩
instance instReprFin (n : Nat) : Repr (Fin n) := ⟨fun f _ => repr f.val⟩
instance instReprUInt8 : Repr UInt8 := ⟨fun n _ => repr n.toNat⟩
instance instReprUInt16 : Repr UInt16 := ⟨fun n _ => repr n.toNat⟩
instance instReprUInt32 : Repr UInt32 := ⟨fun n _ => repr n.toNat⟩
instance instReprUInt64 : Repr UInt64 := ⟨fun n _ => repr n.toNat⟩
instance instReprSubtype {α : Type u} {p : α → Prop} [Repr α] : Repr (Subtype p) :=
  ⟨fun s prec => reprPrec s.val prec⟩
instance instReprAtomNat : ReprAtom Nat := ⟨⟩
instance instReprAtomInt : ReprAtom Int := ⟨⟩
instance instReprAtomBool : ReprAtom Bool := ⟨⟩
instance instReprAtomChar : ReprAtom Char := ⟨⟩
instance instReprAtomString : ReprAtom String := ⟨⟩

/-- Lists: atoms fill the lines, other elements go one a line when they don't fit. -/
def List.reprWith {α : Type u} [Repr α] (fill : Bool) (xs : List α) : Format :=
  match xs with
  | [] => "[]"
  | _ =>
    let body := Format.joinSep (fs xs) ("," ++ Format.line)
    if fill then Format.bracketFill "[" body "]" else Format.bracket "[" body "]"
where
  fs : List α → List Format
  | [] => []
  | x :: xs => repr x :: fs xs
instance instReprList {α : Type u} [Repr α] : Repr (List α) := ⟨fun xs _ => xs.reprWith false⟩
instance instReprListOfReprAtom {α : Type u} [Repr α] [ReprAtom α] : Repr (List α) :=
  ⟨fun xs _ => xs.reprWith true⟩
instance Array.instRepr {α : Type u} [Repr α] : Repr (Array α) :=
  ⟨fun xs _ => match xs.toList with
    | [] => "#[]"
    | ys => Format.bracketFill "#[" (Format.joinSep (List.reprWith.fs ys) ("," ++ Format.line)) "]"⟩

instance instReprOption {α : Type u} [Repr α] : Repr (Option α) :=
  ⟨fun | none, _ => "none" | some a, prec => Repr.addAppParen ("some " ++ reprArg a) prec⟩
instance instReprSum {α : Type u} {β : Type v} [Repr α] [Repr β] : Repr (α ⊕ β) :=
  ⟨fun
    | .inl a, prec => Repr.addAppParen ("Sum.inl " ++ reprArg a) prec
    | .inr b, prec => Repr.addAppParen ("Sum.inr " ++ reprArg b) prec⟩
instance instReprExcept {ε : Type u} {α : Type v} [Repr ε] [Repr α] : Repr (Except ε α) :=
  ⟨fun
    | .error e, prec => Repr.addAppParen ("Except.error " ++ reprArg e) prec
    | .ok a, prec => Repr.addAppParen ("Except.ok " ++ reprArg a) prec⟩
instance instReprTupleOfRepr {α : Type u} [Repr α] : ReprTuple α := ⟨fun a xs => repr a :: xs⟩
def List.reverseOnto {α : Type u} : List α → List α → List α
  | [], acc => acc
  | x :: xs, acc => reverseOnto xs (x :: acc)
instance instReprTupleProdOfRepr {α : Type u} {β : Type v} [Repr α] [ReprTuple β] : ReprTuple (α × β) :=
  ⟨fun (a, b) xs => reprTuple b (repr a :: xs)⟩
instance instReprProdOfReprTuple {α : Type u} {β : Type v} [Repr α] [ReprTuple β] : Repr (α × β) :=
  ⟨fun (a, b) _ =>
    Format.bracket "(" (Format.joinSep ((reprTuple b [repr a]).reverseOnto []) ("," ++ Format.line)) ")"⟩
instance instReprOrdering : Repr Ordering :=
  ⟨fun
    | .lt, p => Repr.addAppParen "Ordering.lt" p
    | .eq, p => Repr.addAppParen "Ordering.eq" p
    | .gt, p => Repr.addAppParen "Ordering.gt" p⟩

/-! ## Formats from strings -/

instance instToFormatOfToString {α : Type u} [ToString α] : Std.ToFormat α :=
  ⟨fun a => Format.text (toString a)⟩
