module
public import Init
public import Std.Maps.Bucket
public meta import Std.Maps.Bucket
/-!
`Std.HashMap`: a map by hash values. A map keeps what its laws need (`HashMap.Valid`); the laws are in
`Std.Maps.HashMapLaws`. What order a loop runs in is not Lean's.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

namespace Std

/-! ## Buckets -/

namespace HashMap
/-- The list at a position; none has no elements. -/
@[inline] def slot {γ : Type w} (xs : Array (List γ)) (i : Nat) : List γ := xs.getD i []
theorem slot_eq {γ : Type w} (xs : Array (List γ)) (i : Nat) : slot xs i = xs.toList[i]?.getD [] :=
  Array.getD_eq_getD_getElem?.trans (by rw [Array.getElem?_toList])
theorem slot_set! {γ : Type w} (xs : Array (List γ)) (i j : Nat) (l : List γ) (h : i < xs.size) :
    slot (xs.set! i l) j = if i = j then l else slot xs j := by
  rw [slot_eq, slot_eq]
  show ((xs.toList.set i l)[j]?).getD [] = _
  rw [List.getElem?_set]
  split
  · next e => rw [if_pos (e ▸ h)]; rfl
  · rfl
end HashMap

/-- What the buckets of a map keep, where keys are hashed lawfully. -/
structure HashMap.Valid {α : Type u} {β : Type v} [BEq α] [Hashable α] (buckets : Array (List (α × β)))
    (size : Nat) : Prop where
  /-- A pair is in the bucket that the hash value of its key names. -/
  place (i : Nat) (p : α × β) : p ∈ slot buckets i → (hash p.1).toNat % buckets.size = i
  distinct (i : Nat) : Bucket.Distinct (slot buckets i)
  count : buckets.toList.flatten.length = size

/-- Buckets of pairs; the pair of a key is in the bucket that its hash value names. -/
structure HashMap (α : Type u) (β : Type v) [BEq α] [Hashable α] where
  buckets : Array (List (α × β))
  size : Nat
  pos : 0 < buckets.size
  valid [EquivBEq α] [LawfulHashable α] : HashMap.Valid buckets size

namespace HashMap
variable {α : Type u} {β : Type v} {γ : Type w} [BEq α] [Hashable α]

theorem length_flatten_set {γ : Type w} (l : List (List γ)) (i : Nat) (x : List γ) (h : i < l.length) :
    (l.set i x).flatten.length + (l[i]?.getD []).length = l.flatten.length + x.length := by
  induction l generalizing i with
  | nil => cases h
  | cons y l ih => cases i with
    | zero => simp [List.set]; omega
    | succ i =>
      have := ih i (Nat.lt_of_succ_lt_succ h)
      simp [List.set] at this ⊢; omega
/-- A change of one bucket: what must be seen to. -/
theorem Valid.set [EquivBEq α] {buckets : Array (List (α × β))} {n m i : Nat} {l : List (α × β)}
    (v : Valid buckets n) (h : i < buckets.size) (hp : ∀ p ∈ l, (hash p.1).toNat % buckets.size = i)
    (hd : Bucket.Distinct l) (hn : l.length + n = m + (slot buckets i).length) :
    Valid (buckets.set! i l) m := by
  refine ⟨fun j p hj => ?_, fun j => ?_, ?_⟩
  · rw [Array.size_set!]
    rw [slot_set! _ _ _ _ h] at hj
    split at hj
    · next e => exact e ▸ hp p hj
    · exact v.place j p hj
  · rw [slot_set! _ _ _ _ h]; split; exact hd; exact v.distinct j
  · have := length_flatten_set buckets.toList i l h
    rw [slot_eq] at hn
    rw [v.count] at this
    show (buckets.toList.set i l).flatten.length = m
    omega

/-- An empty map with room for so many pairs. -/
def emptyWithCapacity (capacity : Nat := 8) : HashMap α β where
  buckets := Array.replicate (max capacity 8) []
  size := 0
  pos := by rw [Array.size_replicate]; omega
  valid := by
    intro _ _
    have h (i : Nat) : slot (Array.replicate (max capacity 8) ([] : List (α × β))) i = [] := by
      rw [slot_eq]
      show ((List.replicate _ _)[i]?).getD [] = []
      rw [List.getElem?_replicate]; split <;> rfl
    refine ⟨fun i p hp => ?_, fun i => ?_, ?_⟩
    · rw [h] at hp; cases hp
    · rw [h]; exact .nil
    · show (List.replicate _ _).flatten.length = 0
      rw [List.flatten_replicate_nil]; rfl
@[inline] def empty : HashMap α β := emptyWithCapacity
instance : EmptyCollection (HashMap α β) := ⟨empty⟩
instance : Inhabited (HashMap α β) := ⟨empty⟩
@[inline] def indexOf (m : HashMap α β) (a : α) : Nat := (hash a).toNat % m.buckets.size
theorem indexOf_lt (m : HashMap α β) (a : α) : m.indexOf a < m.buckets.size := Nat.mod_lt _ m.pos
@[inline] def bucket (m : HashMap α β) (a : α) : List (α × β) := slot m.buckets (m.indexOf a)
/-- The map whose bucket for `a` is another. -/
@[inline] def setBucket (m : HashMap α β) (a : α) (l : List (α × β)) (size : Nat)
    (valid : ∀ [EquivBEq α] [LawfulHashable α], Valid (m.buckets.set! (m.indexOf a) l) size)
        : HashMap α β where
  buckets := m.buckets.set! (m.indexOf a) l
  size := size
  pos := by rw [Array.size_set!]; exact m.pos
  valid := valid
/-- The pairs of a bucket that stay where they are, or move up, when there are twice as many buckets. -/
@[inline] def half (n : Nat) (upper : Bool) (l : List (α × β)) : List (α × β) :=
  l.filter fun p => decide (n ≤ (hash p.1).toNat % (2 * n)) == upper
theorem slot_halves (xs : Array (List (α × β))) (i : Nat) (hi : i < 2 * xs.size) :
    slot (xs.map (half xs.size false) ++ xs.map (half xs.size true)) i =
      half xs.size (decide (xs.size ≤ i)) (slot xs (i % xs.size)) := by
  rw [slot_eq, slot_eq]
  show ((xs.toList.map (half xs.size false) ++ xs.toList.map (half xs.size true))[i]?).getD [] = _
  have hf : ∀ (upper : Bool) (o : Option (List (α × β))),
      (o.map (half xs.size upper)).getD [] = half xs.size upper (o.getD []) := fun _ o => by cases o <;> rfl
  by_cases h : i < xs.size
  · rw [List.getElem?_append_left (by simpa using h), List.getElem?_map, hf, Nat.mod_eq_of_lt h,
      decide_eq_false (Nat.not_le_of_lt h)]
  · have h := Nat.le_of_not_lt h
    rw [List.getElem?_append_right (by simpa using h), List.getElem?_map, hf, decide_eq_true h,
      Nat.mod_eq_sub_mod h, Nat.mod_eq_of_lt (by omega)]
    simp
theorem mod_two_mul_mod (h n : Nat) : h % (2 * n) % n = h % n := Nat.mod_mod_of_dvd h ⟨2, Nat.mul_comm 2 n⟩
/-- Twice as many buckets. -/
def grow (m : HashMap α β) : HashMap α β where
  buckets := m.buckets.map (half m.buckets.size false) ++ m.buckets.map (half m.buckets.size true)
  size := m.size
  pos := by rw [Array.size_append, Array.size_map]; exact Nat.add_pos_left m.pos _
  valid := by
    intro _ _
    have hs : (m.buckets.map (half m.buckets.size false) ++ m.buckets.map (half m.buckets.size true)).size =
        2 * m.buckets.size := by rw [Array.size_append, Array.size_map, Array.size_map, Nat.two_mul]
    have hn (i : Nat) (hi : ¬i < 2 * m.buckets.size) :
        slot (m.buckets.map (half m.buckets.size false) ++ m.buckets.map (half m.buckets.size true)) i = []
            := by
      rw [slot_eq, List.getElem?_eq_none (by rw [← hs] at hi; exact Nat.le_of_not_lt hi)]; rfl
    refine ⟨fun i p hp => ?_, fun i => ?_, ?_⟩
    · by_cases hi : i < 2 * m.buckets.size
      · rw [slot_halves _ _ hi] at hp
        rw [hs]
        have ⟨hp, hu⟩ := List.mem_filter.mp hp
        have hp := m.valid.place _ p hp
        have hu : m.buckets.size ≤ (hash p.1).toNat % (2 * m.buckets.size) ↔ m.buckets.size ≤ i := by
          simpa [decide_eq_decide] using hu
        have h2 := mod_two_mul_mod (hash p.1).toNat m.buckets.size
        have hl := Nat.mod_lt (hash p.1).toNat (Nat.mul_pos Nat.two_pos m.pos)
        generalize (hash p.1).toNat % (2 * m.buckets.size) = x at *
        rw [hp] at h2
        have low (y : Nat) (h : ¬m.buckets.size ≤ y) : y % m.buckets.size = y :=
          Nat.mod_eq_of_lt (Nat.lt_of_not_le h)
        have high (y : Nat) (h : m.buckets.size ≤ y) (h' : y < 2 * m.buckets.size) :
            y % m.buckets.size = y - m.buckets.size := by
          rw [Nat.mod_eq_sub_mod h, Nat.mod_eq_of_lt (by omega)]
        by_cases h : m.buckets.size ≤ i
        · rw [high i h hi, high x (hu.mpr h) hl] at h2; omega
        · rw [low i h, low x fun e => h (hu.mp e)] at h2; exact h2
      · rw [hn i hi] at hp; cases hp
    · by_cases hi : i < 2 * m.buckets.size
      · rw [slot_halves _ _ hi]; exact (m.valid.distinct _).filter _
      · rw [hn i hi]; exact .nil
    · refine Eq.trans ?_ m.valid.count
      show (List.flatten (m.buckets.toList.map _ ++ m.buckets.toList.map _)).length = _
      rw [List.flatten_append, List.length_append]
      induction m.buckets.toList with
      | nil => rfl
      | cons l ls ih =>
        have h : (half m.buckets.size false l).length + (half m.buckets.size true l).length = l.length := by
          unfold half
          generalize m.buckets.size = n
          induction l with
          | nil => rfl
          | cons p l ih =>
            cases hd : decide (n ≤ (hash p.1).toNat % (2 * n)) <;> simp [List.filter_cons,
                hd] at ih ⊢ <;> omega
        simp only [List.map_cons, List.flatten_cons, List.length_append]; omega

/-! ## Looking up -/

def get? (m : HashMap α β) (a : α) : Option β := Bucket.get? a (m.bucket a)
def contains (m : HashMap α β) (a : α) : Bool := (m.get? a).isSome
instance : Membership α (HashMap α β) := ⟨fun m a => m.contains a = true⟩
instance {m : HashMap α β} {a : α} : Decidable (a ∈ m) := inferInstanceAs (Decidable (m.contains a = true))
@[inline] def get (m : HashMap α β) (a : α) (h : a ∈ m) : β := (m.get? a).get h
@[inline] def getD (m : HashMap α β) (a : α) (fallback : β) : β := (m.get? a).getD fallback
@[inline] def get! [Inhabited β] (m : HashMap α β) (a : α) : β := match m.get? a with
  | some b => b
  | none => panic "key is not present in hash table"
instance : GetElem (HashMap α β) α β fun m a => a ∈ m := ⟨get⟩
instance : GetElem? (HashMap α β) α β fun m a => a ∈ m where
  getElem? m a := m.get? a
  getElem! m a := m.get! a
def getKey? (m : HashMap α β) (a : α) : Option α := ((m.bucket a).find? fun (k, _) => k == a).map (·.1)
@[inline] def getKeyD (m : HashMap α β) (a fallback : α) : α := (m.getKey? a).getD fallback
@[inline] def isEmpty (m : HashMap α β) : Bool := m.size == 0

/-! ## Changing -/

/-- The map with the value of a key changed or added, with as many buckets. -/
def insertHere (m : HashMap α β) (a : α) (b : β) : HashMap α β :=
  m.setBucket a (Bucket.put a b (m.bucket a)) (if m.contains a then m.size else m.size + 1) <| by
    intro _ _
    refine m.valid.set (m.indexOf_lt a) (fun p hp => ?_) (Bucket.distinct_put (m.valid.distinct _)) ?_
    · rcases Bucket.mem_put hp with e | h
      · rw [e]; rfl
      · exact m.valid.place _ p h
    · show _ = (if (m.get? a).isSome then m.size else m.size + 1) + (m.bucket a).length
      rw [Bucket.length_put]
      show (if (m.get? a).isSome then _ else _) + _ = _
      split <;> omega
def growIfFull (m : HashMap α β) : HashMap α β := if m.buckets.size * 3 < m.size * 4 then m.grow else m
def insert (m : HashMap α β) (a : α) (b : β) : HashMap α β := (m.insertHere a b).growIfFull
instance : Singleton (α × β) (HashMap α β) := ⟨fun (a, b) => (∅ : HashMap α β).insert a b⟩
instance : Insert (α × β) (HashMap α β) := ⟨fun (a, b) m => m.insert a b⟩
instance : LawfulSingleton (α × β) (HashMap α β) := ⟨fun _ => rfl⟩
@[inline] def insertIfNew (m : HashMap α β) (a : α) (b : β) : HashMap α β :=
  if m.contains a then m else m.insert a b
@[inline] def containsThenInsert (m : HashMap α β) (a : α) (b : β) : Bool × HashMap α β :=
  (m.contains a, m.insert a b)
@[inline] def containsThenInsertIfNew (m : HashMap α β) (a : α) (b : β) : Bool × HashMap α β :=
  (m.contains a, m.insertIfNew a b)
@[inline] def getThenInsertIfNew? (m : HashMap α β) (a : α) (b : β) : Option β × HashMap α β :=
  (m.get? a, m.insertIfNew a b)
def erase (m : HashMap α β) (a : α) : HashMap α β :=
  m.setBucket a ((m.bucket a).filter fun p => !p.1 == a) (if m.contains a then m.size - 1 else m.size) <| by
    intro _ _
    have v := m.valid
    have hl := Bucket.length_filter_bne (a := a) (v.distinct (m.indexOf a))
    refine v.set (m.indexOf_lt a) (fun p hp => v.place _ p (List.mem_filter.mp hp).1)
      ((v.distinct _).filter _) ?_
    show _ = (if (m.get? a).isSome then m.size - 1 else m.size) + (m.bucket a).length
    change _ + (if (m.get? a).isSome then 1 else 0) = (m.bucket a).length at hl
    change (List.filter _ (m.bucket a)).length + _ = _ at hl
    by_cases h : (m.get? a).isSome
    · rw [if_pos h] at hl ⊢
      have : (m.bucket a).length ≤ m.size := by
        have := length_flatten_set m.buckets.toList (m.indexOf a) [] (m.indexOf_lt a)
        have hc := v.count
        rw [← slot_eq] at this
        change _ + (m.bucket a).length = _ + 0 at this
        omega
      omega
    · rw [if_neg h] at hl ⊢; omega
/-- Changes, adds or removes the value of a key. -/
def alter (m : HashMap α β) (a : α) (f : Option β → Option β) : HashMap α β := match f (m.get? a) with
  | some b => m.insert a b
  | none => m.erase a
def modify (m : HashMap α β) (a : α) (f : β → β) : HashMap α β := match m.get? a with
  | some b => m.insert a (f b)
  | none => m

/-! ## All pairs -/

def toList (m : HashMap α β) : List (α × β) := m.buckets.toList.flatten
def toArray (m : HashMap α β) : Array (α × β) := m.toList.toArray
def keys (m : HashMap α β) : List α := m.toList.map (·.1)
def keysArray (m : HashMap α β) : Array α := m.keys.toArray
def values (m : HashMap α β) : List β := m.toList.map (·.2)
def valuesArray (m : HashMap α β) : Array β := m.values.toArray
@[inline] def iter (m : HashMap α β) : Iter (α × β) := ⟨m.toList⟩
@[inline] def keysIter (m : HashMap α β) : Iter α := ⟨m.keys⟩
@[inline] def valuesIter (m : HashMap α β) : Iter β := ⟨m.values⟩
@[inline] def fold (f : γ → α → β → γ) (init : γ) (m : HashMap α β) : γ :=
  m.toList.foldl (fun c (a, b) => f c a b) init
@[inline]
def foldM {m' : Type w → Type w} [Monad m'] (f : γ → α → β → m' γ) (init : γ) (m : HashMap α β) : m' γ :=
  m.toList.foldlM (fun c (a, b) => f c a b) init
@[inline] def forM {m' : Type w → Type w} [Monad m'] (f : α → β → m' PUnit) (m : HashMap α β) : m' PUnit :=
  m.toList.forM fun (a, b) => f a b
instance {m' : Type u₁ → Type u₂} [Monad m'] : ForIn m' (HashMap α β) (α × β) :=
  ⟨fun m b f => forIn m.toList b f⟩
def insertMany {ρ : Type w} [ForIn Id ρ (α × β)] (m : HashMap α β) (l : ρ) : HashMap α β := Id.run do
  let mut m := m
  for (a, b) in l do m := m.insert a b
  return m
def ofList (l : List (α × β)) : HashMap α β := l.foldl (fun m (a, b) => m.insert a b) ∅
def ofArray (l : Array (α × β)) : HashMap α β := ofList l.toList
def filter (f : α → β → Bool) (m : HashMap α β) : HashMap α β := ofList (m.toList.filter fun (a, b) => f a b)
def map (f : α → β → γ) (m : HashMap α β) : HashMap α γ where
  buckets := m.buckets.map (·.map fun (a, b) => (a, f a b))
  size := m.size
  pos := by rw [Array.size_map]; exact m.pos
  valid := by
    intro _ _
    have h (i : Nat) : slot (m.buckets.map (·.map fun (a, b) => (a, f a b))) i =
        (slot m.buckets i).map fun (a, b) => (a, f a b) := by
      rw [slot_eq, slot_eq]
      show ((m.buckets.toList.map _)[i]?).getD [] = _
      rw [List.getElem?_map]; cases m.buckets.toList[i]? <;> rfl
    refine ⟨fun i p hp => ?_, fun i => ?_, ?_⟩
    · rw [h] at hp
      obtain ⟨q, hq, e⟩ := List.mem_map.mp hp
      rw [Array.size_map, ← e]; exact m.valid.place i q hq
    · rw [h]; exact List.pairwise_map.mpr (m.valid.distinct i)
    · refine Eq.trans ?_ m.valid.count
      show (m.buckets.toList.map _).flatten.length = _
      induction m.buckets.toList with
      | nil => rfl
      | cons l ls ih => simpa using ih
def filterMap (f : α → β → Option γ) (m : HashMap α β) : HashMap α γ :=
  ofList (m.toList.filterMap fun (a, b) => (f a b).map ((a, ·)))
def all (m : HashMap α β) (p : α → β → Bool) : Bool := m.toList.all fun (a, b) => p a b
def any (m : HashMap α β) (p : α → β → Bool) : Bool := m.toList.any fun (a, b) => p a b
def partition (f : α → β → Bool) (m : HashMap α β) : HashMap α β × HashMap α β :=
  (m.filter f, m.filter fun a b => !f a b)
def union (m₁ m₂ : HashMap α β) : HashMap α β := m₂.fold insert m₁
instance : Union (HashMap α β) := ⟨union⟩
instance [Repr α] [Repr β] : Repr (HashMap α β) where
  reprPrec m prec := Repr.addAppParen (Std.Format.text "Std.HashMap.ofList " ++ repr m.toList) prec
end HashMap
end Std
