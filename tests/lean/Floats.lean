/-!
# Floating point numbers and rational numbers

To compute with: nothing can be proved about `Float`.
-/

namespace Floats

#eval 3.5 + 1
-- info: 4.500000

#eval (7 : Float) / 2
-- info: 3.500000

#eval Float.sqrt 2
-- info: 1.414214

#eval (3 : Float) ^ 2 + 2 ^ (0.5 : Float)
-- info: 10.414214

#eval (fun (x : Float) => (x - 1) ^ 2) 4
-- info: 9.000000

#check 2.5
-- info: 2.5 : Float

#eval [1.5, 2.0, 1e10]
-- info: [1.500000, 2.000000, 10000000000.000000]

#eval (decide (1.0 < 2.0), 1.0 == 1.0, decide ((2.0 : Float) ≤ 1.0))
-- info: (true, true, false)

#eval if (0.1 + 0.2 : Float) == 0.3 then "equal" else "not equal"
-- info: "not equal"

#eval (2.7 : Float).floor.toUInt64
-- info: 2

#eval (Float.ofNat 3, Float.ofInt (-3), Nat.toFloat 7)
-- info: (3.000000, -3.000000, 7.000000)

#eval (0.0 / 0.0 : Float).isNaN
-- info: true

#eval (1.0 / 0.0 : Float)
-- info: inf

#eval (2.0 : Float) ^ (10.0 : Float)
-- info: 1024.000000

#eval s!"{Float.floor 3.9} {max 1.0 2.0}"
-- info: "3.000000 2.000000"

structure Point where
  x : Float
  y : Float
deriving Repr

def Point.norm (p : Point) : Float := Float.sqrt (p.x * p.x + p.y * p.y)

#eval (Point.mk 3 4).norm
-- info: 5.000000

#eval ({ x := 1, y := -2 } : Point)
-- info: { x := 1.000000, y := -2.000000 }

#eval (1 : Rat) / 3 + 1 / 6
-- info: (1 : Rat)/2

#eval (1 / 3 : Rat) < 1 / 2
-- info: true

example : (1 / 3 : Rat) + 1 / 6 = 1 / 2 := by decide

#eval (0.75 : Rat)
-- info: (3 : Rat)/4

end Floats
