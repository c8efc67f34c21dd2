/-! # Lists that are written out, computed by `simp` -/

namespace ListLiterals

example : [1, 2, 3].count 2 = 1 ∧ [1, 2, 3].countP (· > 1) = 2 := by simp

example : [1, 2, 3].mapIdx (fun i n => i + n) = [1, 3, 5] := by simp

example : [1, 2, 3].findIdx? (· > 1) = some 1 ∧ [3, 1].idxOf 3 = 0 := by simp

example : [1, 2, 3].insertIdx 1 5 = [1, 5, 2, 3] ∧ [1, 2, 3].modify 1 (· + 1) = [1, 3, 3] := by simp

example : [1, 2, 3].getLast? = some 3 ∧ [1, 2, 3].max? = some 3 ∧ [3, 1, 2].min? = some 1 := by simp

example : [1, 2, 3].takeWhile (· < 3) = [1, 2] ∧ [1, 2, 3].dropWhile (· < 3) = [3] := by simp

example : [1, 2, 3].partition (· < 3) = ([1, 2], [3]) ∧ [1, 2, 3].splitAt 1 = ([1], [2, 3]) := by simp

example : [1, 2] <+: [1, 2, 3] ∧ [1, 2].isPrefixOf [1, 2, 3] := by simp

example : [1, 2, 3].Pairwise (· < ·) := by simp

example : [1, 2, 3].filterMap (fun n => if n > 1 then some (n + 1) else none) = [3, 4] := by simp

example : [1, 2, 3][2] = 3 ∧ [1, 2, 3][2]! = 3 ∧ [1, 2].getD 5 0 = 0 := by simp

example (xs : List Nat) (i : Nat) (h : i < xs.length) : xs[i]! = xs[i] ∧ xs.getD i 0 = xs[i] := by simp [h]

example (xs : Array Nat) (i : Nat) (h : i < xs.size) : xs.getD i 0 = xs[i] := by simp [h]

end ListLiterals
