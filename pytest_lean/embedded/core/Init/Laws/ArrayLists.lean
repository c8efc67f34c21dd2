module
prelude
public import Init.Laws.ArrayFolds
public import Init.Laws.Access
public import Init.Laws.More
/-!
Functions of an array that is made of a list are those of the list: with these laws `simp` computes on
array literals, which are such arrays.
-/

@[expose] public section

set_option linter.all false

universe u v w u₁ u₂

namespace List
variable {α : Type u} {β : Type v} {γ : Type w} {l l₁ l₂ : List α} {a : α} {i : Nat} {p : α → Bool}

@[simp] theorem isEmpty_toArray : l.toArray.isEmpty = l.isEmpty := by
  cases l <;> rfl
@[simp] theorem toArray_eq_empty_iff : l.toArray = #[] ↔ l = [] :=
  ⟨congrArg Array.toList, fun h => h ▸ rfl⟩
theorem toArray_inj : l₁.toArray = l₂.toArray ↔ l₁ = l₂ := ⟨congrArg Array.toList, congrArg _⟩
@[simp] theorem getElem!_toArray [Inhabited α] {l : List α} {i : Nat} : l.toArray[i]! = l[i]! :=
  Array.getElem!_toList.symm
@[simp] theorem getD_toArray {l : List α} {i : Nat} {d : α} : l.toArray.getD i d = l.getD i d := by
  by_cases h : i < l.length
  · rw [List.getD_eq_getElem?_getD, List.getElem?_eq_getElem h]; exact dif_pos h
  · rw [List.getD_eq_getElem?_getD, List.getElem?_eq_none (Nat.le_of_not_lt h)]; exact dif_neg h
@[simp] theorem back?_toArray (l : List α) : l.toArray.back? = l.getLast? := by
  cases l with
  | nil => rfl
  | cons a l =>
    rw [List.getLast?_eq_getLast (List.cons_ne_nil a l), List.getLast_eq_getElem (List.cons_ne_nil a l)]
    exact Array.getElem?_eq_getElem (xs := (a :: l).toArray)
      (Nat.sub_lt (Nat.succ_pos l.length) Nat.zero_lt_one)
@[simp] theorem back!_toArray [Inhabited α] (l : List α) : l.toArray.back! = l.getLast! := by
  cases l with
  | nil => rfl
  | cons a l =>
    show _ = List.getLast (a :: l) _
    rw [List.getLast_eq_getElem (List.cons_ne_nil a l)]
    exact Array.getElem!_pos (a :: l).toArray _ (Nat.sub_lt (Nat.succ_pos l.length) Nat.zero_lt_one)
@[simp] theorem back_toArray (l : List α) (h : 0 < l.toArray.size) :
    l.toArray.back h = l.getLast (List.length_pos_iff.mp (List.size_toArray l ▸ h)) := by
  rw [List.getLast_eq_getElem]; rfl
@[simp] theorem set_toArray (l : List α) (i : Nat) (a : α) (h : i < l.toArray.size) :
    l.toArray.set i a h = (l.set i a).toArray := rfl
@[simp] theorem setIfInBounds_toArray (l : List α) (i : Nat) (a : α) :
    l.toArray.setIfInBounds i a = (l.set i a).toArray := Array.setIfInBounds_eq_set! _ _ _
@[simp] theorem modify_toArray (f : α → α) (l : List α) (i : Nat) :
    l.toArray.modify i f = (l.modify i f).toArray := rfl
@[simp] theorem pop_toArray (l : List α) : l.toArray.pop = l.dropLast.toArray := rfl
@[simp] theorem swap_toArray (l : List α) (i j : Nat) {hi : i < l.toArray.size} {hj : j < l.toArray.size} :
    l.toArray.swap i j hi hj =
      ((l.set i (l[j]'(size_toArray l ▸ hj))).set j (l[i]'(size_toArray l ▸ hi))).toArray := rfl
@[simp] theorem take_toArray (l : List α) (i : Nat) : l.toArray.take i = (l.take i).toArray := rfl
@[simp] theorem drop_toArray (l : List α) (i : Nat) : l.toArray.drop i = (l.drop i).toArray := rfl
@[simp] theorem extract_toArray (l : List α) (start stop : Nat) :
    l.toArray.extract start stop = ((l.drop start).take (stop - start)).toArray :=
  Array.ext' Array.toList_extract
@[simp] theorem takeWhile_toArray (p : α → Bool) (l : List α) :
    l.toArray.takeWhile p = (l.takeWhile p).toArray := rfl
@[simp] theorem flatMap_toArray {f : α → Array β} {l : List α} :
    l.toArray.flatMap f = (l.flatMap fun a => (f a).toList).toArray := rfl
@[simp] theorem flatten_toArray {l : List (Array α)} :
    l.toArray.flatten = (l.map Array.toList).flatten.toArray := rfl
@[simp] theorem zip_toArray {as : List α} {bs : List β} :
    as.toArray.zip bs.toArray = (as.zip bs).toArray := rfl
@[simp] theorem zipWith_toArray {as : List α} {bs : List β} {f : α → β → γ} :
    Array.zipWith f as.toArray bs.toArray = (List.zipWith f as bs).toArray := rfl
@[simp] theorem zipIdx_toArray {l : List α} {k : Nat} : l.toArray.zipIdx k = (l.zipIdx k).toArray := rfl
@[simp] theorem mapIdx_toArray {f : Nat → α → β} {l : List α} :
    l.toArray.mapIdx f = (l.mapIdx f).toArray := rfl
@[simp] theorem find?_toArray {p : α → Bool} {l : List α} : l.toArray.find? p = l.find? p := rfl
@[simp] theorem findSome?_toArray {f : α → Option β} {l : List α} :
    l.toArray.findSome? f = l.findSome? f := rfl
@[simp] theorem findIdx_toArray {p : α → Bool} {l : List α} : l.toArray.findIdx p = l.findIdx p := rfl
@[simp] theorem findIdx?_toArray {p : α → Bool} {l : List α} : l.toArray.findIdx? p = l.findIdx? p := by
  have key : ∀ (l : List α) (i : Nat), findIdx?.go p l i =
      if findIdx.go p l i < l.length + i then some (findIdx.go p l i) else none := by
    intro l
    induction l with
    | nil => intro i; simp [findIdx?.go, findIdx.go]
    | cons a l ih =>
      intro i
      rw [findIdx?.go, findIdx.go]
      cases p a with
      | true => rw [cond_true, if_pos rfl, if_pos (by rw [length_cons]; omega)]
      | false =>
        rw [cond_false, if_neg Bool.false_ne_true, ih, length_cons, Nat.add_right_comm, Nat.add_assoc]
  exact (key l 0).symm
@[simp] theorem idxOf_toArray [BEq α] {a : α} {l : List α} : l.toArray.idxOf a = l.idxOf a := rfl
@[simp] theorem idxOf?_toArray [BEq α] {a : α} {l : List α} : l.toArray.idxOf? a = l.idxOf? a :=
  findIdx?_toArray
@[simp] theorem count_toArray [BEq α] {a : α} {l : List α} : l.toArray.count a = l.count a := rfl
@[simp] theorem countP_toArray {p : α → Bool} {l : List α} : l.toArray.countP p = l.countP p := rfl
@[simp] theorem sum_toArray [Add α] [Zero α] {l : List α} : l.toArray.sum = l.sum := rfl
@[simp] theorem contains_toArray [BEq α] {l : List α} {a : α} : l.toArray.contains a = l.contains a := rfl
theorem elem_toArray [BEq α] {l : List α} {a : α} : l.toArray.contains a = l.contains a := rfl
@[simp] theorem erase_toArray [BEq α] {l : List α} {a : α} : l.toArray.erase a = (l.erase a).toArray := rfl
@[simp] theorem eraseIdx_toArray {l : List α} {i : Nat} {h : i < l.toArray.size} :
    l.toArray.eraseIdx i h = (l.eraseIdx i).toArray := rfl
@[simp] theorem eraseIdxIfInBounds_toArray {l : List α} {i : Nat} :
    l.toArray.eraseIdxIfInBounds i = (l.eraseIdx i).toArray := rfl
@[simp] theorem insertIdx_toArray (l : List α) (i : Nat) (a : α) (h : i ≤ l.toArray.size) :
    l.toArray.insertIdx i a h = (l.insertIdx i a).toArray := rfl
@[simp] theorem partition_toArray {p : α → Bool} {l : List α} :
    l.toArray.partition p = ((l.filter p).toArray, (l.filter fun a => !p a).toArray) := by
  rw [Array.partition, filter_toArray, filter_toArray]
@[simp] theorem max?_toArray [Max α] {l : List α} : l.toArray.max? = l.max? := rfl
@[simp] theorem min?_toArray [Min α] {l : List α} : l.toArray.min? = l.min? := rfl
@[simp] theorem isPrefixOf_toArray [BEq α] {l₁ l₂ : List α} :
    l₁.toArray.isPrefixOf l₂.toArray = l₁.isPrefixOf l₂ := rfl
@[simp] theorem beq_toArray [BEq α] {l₁ l₂ : List α} : (l₁.toArray == l₂.toArray) = (l₁ == l₂) := rfl
@[simp] theorem toArray_range (n : Nat) : (range n).toArray = Array.range n := rfl
@[simp] theorem toArray_replicate (n : Nat) (a : α) : (List.replicate n a).toArray = Array.replicate n a :=
  rfl
@[simp] theorem toArray_ofFn {n : Nat} {f : Fin n → α} : (ofFn f).toArray = Array.ofFn f := rfl
theorem toArray_cons (a : α) (l : List α) : (a :: l).toArray = #[a] ++ l.toArray := rfl
end List

namespace Array
variable {α : Type u} {β : Type v} {γ : Type w} {xs ys : Array α} {a : α} {i : Nat}

@[simp] theorem toList_range {n : Nat} : (range n).toList = List.range n := rfl
@[simp] theorem toList_replicate {n : Nat} {a : α} : (replicate n a).toList = List.replicate n a := rfl
@[simp] theorem toList_pop {xs : Array α} : xs.pop.toList = xs.toList.dropLast := rfl
@[simp] theorem toList_modify {xs : Array α} {f : α → α} {i : Nat} :
    (xs.modify i f).toList = xs.toList.modify i f := rfl
@[simp] theorem toList_flatten {xss : Array (Array α)} : xss.flatten.toList =
    (xss.toList.map toList).flatten := rfl
@[simp] theorem toList_zip {as : Array α} {bs : Array β} : (zip as bs).toList = as.toList.zip bs.toList := rfl
@[simp] theorem toList_zipWith {f : α → β → γ} {as : Array α} {bs : Array β} :
    (zipWith f as bs).toList = List.zipWith f as.toList bs.toList := rfl
@[simp] theorem toList_zipIdx {xs : Array α} {k : Nat} : (xs.zipIdx k).toList = xs.toList.zipIdx k := rfl
@[simp] theorem toList_mapIdx {f : Nat → α → β} {xs : Array α} : (xs.mapIdx f).toList = xs.toList.mapIdx f :=
  rfl
@[simp] theorem toList_take {xs : Array α} {i : Nat} : (xs.take i).toList = xs.toList.take i := rfl
@[simp] theorem size_take {xs : Array α} {i : Nat} : (xs.take i).size = min i xs.size := List.length_take
@[simp] theorem size_drop {xs : Array α} {i : Nat} : (xs.drop i).size = xs.size - i := List.length_drop
@[simp] theorem map_reverse {f : α → β} {xs : Array α} : xs.reverse.map f = (xs.map f).reverse :=
  ext' List.map_reverse
@[simp] theorem getElem?_eq_some_getElem_iff {xs : Array α} {i : Nat} (h : i < xs.size) :
    (xs[i]? = some xs[i]) ↔ True := iff_true_intro (getElem?_eq_getElem h)
@[simp] theorem some_getElem_eq_getElem?_iff {xs : Array α} {i : Nat} (h : i < xs.size) :
    (some xs[i] = xs[i]?) ↔ True := iff_true_intro (getElem?_eq_getElem h).symm
@[simp] theorem getElem_pop {xs : Array α} {i : Nat} (h : i < xs.pop.size) :
    xs.pop[i] = xs[i]'(Nat.lt_of_lt_of_le (size_pop (xs := xs) ▸ h) (Nat.sub_le _ _)) :=
  List.getElem_dropLast h
@[simp] theorem getElem_extract {xs : Array α} {start stop : Nat} (h : i < (xs.extract start stop).size) :
    (xs.extract start stop)[i] = xs[start + i]'(by rw [size_extract] at h; omega) := by
  apply Option.some.inj
  rw [← getElem?_eq_getElem, ← getElem?_eq_getElem, ← getElem?_toList, ← getElem?_toList, toList_extract,
    List.getElem?_take, List.getElem?_drop, if_pos (by rw [size_extract] at h; omega)]
@[simp] theorem mem_singleton {a b : α} : a ∈ #[b] ↔ a = b := by
  rw [mem_def]; exact List.mem_singleton
@[simp] theorem getD_eq_getD_getElem? {xs : Array α} {i : Nat} {d : α} : xs.getD i d = xs[i]?.getD d := by
  by_cases h : i < xs.size
  · rw [getElem?_eq_getElem h]; exact dif_pos h
  · rw [getElem?_eq_none (Nat.le_of_not_lt h)]; exact dif_neg h
theorem sum_push_nat {xs : Array Nat} {n : Nat} : (xs.push n).sum = xs.sum + n := by
  show (xs.toList ++ [n]).sum = xs.toList.sum + n
  rw [List.sum_append_nat]; simp
theorem sum_append_nat {xs ys : Array Nat} : (xs ++ ys).sum = xs.sum + ys.sum := List.sum_append_nat

@[simp] theorem getElem_zip {as : Array α} {bs : Array β} {i : Nat} (h : i < (zip as bs).size) :
    (zip as bs)[i] = (as[i]'(by rw [size_zip] at h; omega), bs[i]'(by rw [size_zip] at h; omega)) :=
  List.getElem_zip
@[simp] theorem mem_replicate {a b : α} {n : Nat} : b ∈ replicate n a ↔ n ≠ 0 ∧ b = a := by
  rw [mem_def, toList_replicate]; exact List.mem_replicate
@[simp] theorem filterMap_eq_empty_iff {f : α → Option β} {xs : Array α} :
    xs.filterMap f = #[] ↔ ∀ a, a ∈ xs → f a = none := by
  rw [← toList_inj, toList_filterMap]
  exact List.filterMap_eq_nil_iff.trans (by simp only [mem_toList])
@[simp] theorem fst_unzip {xs : Array (α × β)} : xs.unzip.fst = xs.map Prod.fst := rfl
@[simp] theorem snd_unzip {xs : Array (α × β)} : xs.unzip.snd = xs.map Prod.snd := rfl
theorem getElem?_modify {f : α → α} {xs : Array α} {i j : Nat} :
    (xs.modify i f)[j]? = if i = j then xs[j]?.map f else xs[j]? := by
  rw [← getElem?_toList, ← getElem?_toList, toList_modify]
  generalize xs.toList = l
  induction l generalizing i j with
  | nil => cases i <;> cases j <;> simp [List.modify]
  | cons a l ih => cases i <;> cases j <;> simp [List.modify, ih]
theorem getElem_modify {f : α → α} {xs : Array α} {i j : Nat} (h : i < (xs.modify j f).size) :
    (xs.modify j f)[i] = if j = i then f (xs[i]'(by simpa using h)) else xs[i]'(by simpa using h) := by
  have hi : i < xs.size := by simpa using h
  apply Option.some.inj
  rw [← getElem?_eq_getElem, getElem?_modify, getElem?_eq_getElem hi]
  split <;> rfl
@[simp] theorem take_size {xs : Array α} : xs.take xs.size = xs := ext' (List.take_length)
@[simp] theorem foldr_cons_eq_append {as : Array α} {bs : List β} {f : α → β} {start : Nat}
    (w : start = as.size) : as.foldr (fun a acc => f a :: acc) bs start 0 = (as.map f).toList ++ bs := by
  rw [foldr_eq_toList_ w, toList_map]
  induction as.toList with
  | nil => rfl
  | cons a l ih => rw [List.foldr_cons, ih]; rfl
@[simp] theorem foldr_cons_eq_append' {as : Array α} {bs : List α} {start : Nat} (w : start = as.size) :
    as.foldr List.cons bs start 0 = as.toList ++ bs := by
  rw [foldr_eq_toList_ w]
  induction as.toList with
  | nil => rfl
  | cons a l ih => rw [List.foldr_cons, ih]; rfl
@[simp] theorem foldl_flip_cons_eq_append {as : Array α} {bs : List β} {f : α → β} {stop : Nat}
    (w : stop = as.size) :
    as.foldl (fun acc a => f a :: acc) bs 0 stop = (as.map f).reverse.toList ++ bs := by
  rw [foldl_eq_toList_ w, toList_reverse, toList_map]
  induction as.toList generalizing bs with
  | nil => rfl
  | cons a l ih => rw [List.foldl_cons, ih, List.map_cons, List.reverse_cons, List.append_assoc]; rfl
attribute [simp] sum_toList isEmpty_iff

@[simp] theorem back!_push [Inhabited α] {xs : Array α} {x : α} : (xs.push x).back! = x := by
  rw [back!, size_push, Nat.add_sub_cancel, getElem!_pos _ _ (by rw [size_push]; exact Nat.lt_succ_self _),
    getElem_push_eq]

/-! ## Counting -/

section
variable {p : α → Bool} {b : α}
@[simp] theorem countP_empty : countP p #[] = 0 := rfl
theorem countP_toList : xs.toList.countP p = xs.countP p := rfl
theorem countP_eq_size_filter {xs : Array α} : xs.countP p = (xs.filter p).size := by
  rw [← countP_toList, List.countP_eq_length_filter, size_eq_length_toList, toList_filter]
theorem countP_le_size : xs.countP p ≤ xs.size := List.countP_le_length
@[simp] theorem countP_append : (xs ++ ys).countP p = xs.countP p + ys.countP p := List.countP_append
@[simp] theorem countP_push {xs : Array α} {a : α} :
    (xs.push a).countP p = xs.countP p + if p a then 1 else 0 := by
  show (xs.toList ++ [a]).countP p = _
  rw [List.countP_append, List.countP_cons, List.countP_nil, Nat.zero_add]; rfl
section
variable [BEq α]
@[simp] theorem count_empty {a : α} : count a #[] = 0 := rfl
theorem count_toList {a : α} : xs.toList.count a = xs.count a := rfl
theorem count_le_size {a : α} : xs.count a ≤ xs.size := List.count_le_length
@[simp] theorem count_append {a : α} : (xs ++ ys).count a = xs.count a + ys.count a := List.count_append
theorem count_push {a b : α} {xs : Array α} : count a (xs.push b) = count a xs + if b == a then 1 else 0 :=
  countP_push (p := (· == a))
@[simp] theorem any_beq {xs : Array α} {a : α} : (xs.any fun x => a == x) = xs.contains a := by
  rw [← any_toList]
  show _ = xs.toList.elem a
  generalize xs.toList = l
  induction l with
  | nil => rfl
  | cons b l ih => rw [List.any_cons, ih, List.elem_cons]
end
@[simp] theorem any_beq' [BEq α] [LawfulBEq α] {xs : Array α} {a : α} :
    (xs.any fun x => x == a) = xs.contains a := by
  rw [← any_beq]
  exact any_congr rfl (fun x => by rw [Bool.eq_iff_iff, beq_iff_eq, beq_iff_eq, eq_comm]) rfl rfl
theorem count_eq_zero [BEq α] [LawfulBEq α] {a : α} {xs : Array α} : xs.count a = 0 ↔ a ∉ xs := by
  rw [← count_toList, List.count_eq_zero, mem_toList]
end
end Array
