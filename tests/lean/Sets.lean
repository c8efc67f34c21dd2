/-! Sets as predicates, relations, and well-founded orders. -/

def Set (α : Type) := α → Prop

namespace Set

variable {α β : Type}

def Mem (s : Set α) (a : α) : Prop := s a

instance : Membership α (Set α) := ⟨Mem⟩

theorem ext {s t : Set α} (h : ∀ a, a ∈ s ↔ a ∈ t) : s = t :=
  funext fun a => propext (h a)

instance : EmptyCollection (Set α) := ⟨fun _ => False⟩
instance : Union (Set α) := ⟨fun s t a => a ∈ s ∨ a ∈ t⟩
instance : Inter (Set α) := ⟨fun s t a => a ∈ s ∧ a ∈ t⟩
instance : HasSubset (Set α) := ⟨fun s t => ∀ a, a ∈ s → a ∈ t⟩
instance : SDiff (Set α) := ⟨fun s t a => a ∈ s ∧ a ∉ t⟩
instance : Singleton α (Set α) := ⟨fun a b => b = a⟩

def univ : Set α := fun _ => True
def compl (s : Set α) : Set α := fun a => a ∉ s
def image (f : α → β) (s : Set α) : Set β := fun b => ∃ a, a ∈ s ∧ f a = b
def preimage (f : α → β) (t : Set β) : Set α := fun a => f a ∈ t

theorem not_mem_empty (a : α) : a ∉ (∅ : Set α) := id

theorem mem_univ (a : α) : a ∈ (univ : Set α) := trivial

theorem mem_union {s t : Set α} {a : α} : a ∈ s ∪ t ↔ a ∈ s ∨ a ∈ t := Iff.rfl

theorem mem_inter {s t : Set α} {a : α} : a ∈ s ∩ t ↔ a ∈ s ∧ a ∈ t := Iff.rfl

theorem mem_singleton {a b : α} : b ∈ ({a} : Set α) ↔ b = a := Iff.rfl

theorem union_comm (s t : Set α) : s ∪ t = t ∪ s := by
  apply ext
  intro a
  rw [mem_union, mem_union]
  constructor
  · rintro (h | h)
    · exact .inr h
    · exact .inl h
  · rintro (h | h)
    · exact .inr h
    · exact .inl h

theorem inter_comm (s t : Set α) : s ∩ t = t ∩ s :=
  ext fun _ => ⟨fun ⟨hs, ht⟩ => ⟨ht, hs⟩, fun ⟨ht, hs⟩ => ⟨hs, ht⟩⟩

theorem inter_union_distrib (s t u : Set α) : s ∩ (t ∪ u) = s ∩ t ∪ s ∩ u := by
  apply ext
  intro a
  constructor
  · rintro ⟨hs, ht | hu⟩
    · exact Or.inl ⟨hs, ht⟩
    · exact Or.inr ⟨hs, hu⟩
  · rintro (⟨hs, ht⟩ | ⟨hs, hu⟩)
    · exact ⟨hs, Or.inl ht⟩
    · exact ⟨hs, Or.inr hu⟩

theorem union_empty (s : Set α) : s ∪ ∅ = s :=
  ext fun _ => ⟨fun h => h.elim id False.elim, Or.inl⟩

theorem subset_refl (s : Set α) : s ⊆ s := fun _ h => h

theorem subset_trans {s t u : Set α} (h₁ : s ⊆ t) (h₂ : t ⊆ u) : s ⊆ u := fun a ha => h₂ a (h₁ a ha)

theorem subset_antisymm {s t : Set α} (h₁ : s ⊆ t) (h₂ : t ⊆ s) : s = t :=
  ext fun a => ⟨h₁ a, h₂ a⟩

theorem subset_union_left (s t : Set α) : s ⊆ s ∪ t := fun _ => Or.inl

theorem inter_subset_left (s t : Set α) : s ∩ t ⊆ s := fun _ h => h.1

theorem subset_iff_inter_eq {s t : Set α} : s ⊆ t ↔ s ∩ t = s := by
  constructor
  · intro h
    exact ext fun a => ⟨And.left, fun ha => ⟨ha, h a ha⟩⟩
  · intro h a ha
    rw [← h] at ha
    exact ha.2

theorem compl_compl (s : Set α) : s.compl.compl = s :=
  ext fun _ => ⟨fun h => Classical.byContradiction h, fun h hn => hn h⟩

theorem compl_union (s t : Set α) : (s ∪ t).compl = s.compl ∩ t.compl :=
  ext fun _ => ⟨fun h => ⟨fun hs => h (.inl hs), fun ht => h (.inr ht)⟩,
    fun ⟨hs, ht⟩ h => h.elim hs ht⟩

theorem mem_sdiff {s t : Set α} {a : α} : a ∈ s \ t ↔ a ∈ s ∧ a ∉ t := Iff.rfl

theorem image_union (f : α → β) (s t : Set α) : image f (s ∪ t) = image f s ∪ image f t := by
  apply ext
  intro b
  constructor
  · rintro ⟨a, hs | ht, rfl⟩
    · exact Or.inl ⟨a, hs, rfl⟩
    · exact Or.inr ⟨a, ht, rfl⟩
  · rintro (⟨a, hs, rfl⟩ | ⟨a, ht, rfl⟩)
    · exact ⟨a, Or.inl hs, rfl⟩
    · exact ⟨a, Or.inr ht, rfl⟩

theorem image_subset_iff (f : α → β) (s : Set α) (t : Set β) : image f s ⊆ t ↔ s ⊆ preimage f t := by
  constructor
  · intro h a ha
    exact h (f a) ⟨a, ha, rfl⟩
  · rintro h b ⟨a, ha, rfl⟩
    exact h a ha

theorem preimage_id (s : Set α) : preimage id s = s := rfl

theorem image_image {γ : Type} (g : β → γ) (f : α → β) (s : Set α) :
    image g (image f s) = image (g ∘ f) s := by
  apply ext
  intro c
  constructor
  · rintro ⟨_, ⟨a, ha, rfl⟩, rfl⟩
    exact ⟨a, ha, rfl⟩
  · rintro ⟨a, ha, rfl⟩
    exact ⟨f a, ⟨a, ha, rfl⟩, rfl⟩

def powerset (s : Set α) : Set (Set α) := fun t => t ⊆ s

theorem mem_powerset_self (s : Set α) : s ∈ powerset s := subset_refl s

theorem empty_mem_powerset (s : Set α) : ∅ ∈ powerset s := fun _ h => h.elim

end Set

namespace Relations

variable {α : Type} (r : α → α → Prop)

def Reflexive : Prop := ∀ a, r a a
def Symmetric : Prop := ∀ ⦃a b⦄, r a b → r b a
def Transitive : Prop := ∀ ⦃a b c⦄, r a b → r b c → r a c

theorem equivalence_iff : Equivalence r ↔ Reflexive r ∧ Symmetric r ∧ Transitive r := by
  constructor
  · intro h
    exact ⟨h.refl, fun _ _ => h.symm, fun _ _ _ => h.trans⟩
  · rintro ⟨hr, hs, ht⟩
    exact ⟨hr, @hs, @ht⟩

theorem eq_equivalence : Equivalence (@Eq α) := ⟨fun _ => rfl, Eq.symm, Eq.trans⟩

def classOf (a : α) : Set α := fun b => r a b

theorem classOf_eq {r : α → α → Prop} (h : Equivalence r) {a b : α} (hab : r a b) :
    classOf r a = classOf r b :=
  Set.ext fun _ => ⟨fun hc => h.trans (h.symm hab) hc, fun hc => h.trans hab hc⟩

/-- No infinite descent below an accessible element. -/
theorem no_descent {r : α → α → Prop} {a : α} (h : Acc r a) :
    ¬∃ f : Nat → α, f 0 = a ∧ ∀ n, r (f (n + 1)) (f n) := by
  induction h with
  | intro a _ ih =>
    rintro ⟨f, rfl, hf⟩
    exact ih (f 1) (hf 0) ⟨fun n => f (n + 1), rfl, fun n => hf (n + 1)⟩

theorem wf_irrefl {r : α → α → Prop} (h : WellFounded r) (a : α) : ¬r a a := by
  induction h.apply a with
  | intro a _ ih => exact fun haa => ih a haa haa

theorem lt_wf : WellFounded (fun m n : Nat => m < n) := Nat.lt_wfRel.wf

theorem measure_wf (f : α → Nat) : WellFounded (fun a b => f a < f b) := InvImage.wf f lt_wf

theorem wf_induction {r : α → α → Prop} (h : WellFounded r) {P : α → Prop}
    (step : ∀ a, (∀ b, r b a → P b) → P a) (a : α) : P a :=
  h.induction a step

theorem no_infinite_descent : ¬∃ f : Nat → Nat, ∀ n, f (n + 1) < f n := by
  rintro ⟨f, hf⟩
  exact no_descent (lt_wf.apply (f 0)) ⟨f, rfl, hf⟩

end Relations
