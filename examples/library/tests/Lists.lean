import Abacus.List.Sort

/-! Lists, by examples. -/

open Abacus

#guard total [1, 2, 3] == 6
#guard largest [3, 9, 2] == 9
#guard rev [1, 2, 3] [] == [3, 2, 1]
#guard count 2 [2, 1, 2] == 2
#guard sort [3, 1, 2, 1] == [1, 1, 2, 3]

theorem sorted_example : Sorted (sort [5, 4, 9]) := sorted_sort _

theorem nothing_lost : SameCounts (sort [5, 4, 9]) [5, 4, 9] := sameCounts_sort _

theorem holds_example : Holds 4 (sort [5, 4, 9]) :=
  holds_sort 4 _ (by unfold Holds; decide)

/-- info: [1, 4, 9] -/
#guard_msgs in
#eval sort [9, 4, 1]
