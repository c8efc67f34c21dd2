/-!
# Machine integers, bit vectors, bytes
-/

namespace MachineNumbers

#eval (255 : UInt8) + 1
-- info: 0

#eval ((1 : UInt64) <<< 40, (0xff : UInt8) >>> 4, ~~~(0 : UInt16))
-- info: (1099511627776, 15, 65535)

#eval (300 : Nat).toUInt8
-- info: 44

#eval ((65 : UInt8).toUInt32.toNat, (70000 : UInt32).toUInt16)
-- info: (65, 4464)

#eval ((127 : Int8) + 1, (-5 : Int32) / 2, Int8.minValue)
-- info: (-128, -2, -128)

example (a b : UInt8) (h : a.toNat = b.toNat) : a = b := UInt8.toNat_inj.mp h

#eval 5#8 + 255#8
-- info: 0x04#8

#eval (0xff#8).toInt
-- info: -1

#eval (5#4 ++ 3#4, (5#8).getLsbD 0, 5#8 &&& 6#8)
-- info: (0x53#8, true, 0x04#8)

example : 5#8 + 3#8 = 8#8 := by decide

example (x y : BitVec 8) : x + y = y + x := BitVec.add_comm x y

example (x y z : BitVec 8) : x + y + z = z + (y + x) := by ac_rfl

#eval true ^^ false
-- info: true

#eval "héllo".toUTF8.size
-- info: 6

#eval (String.fromUTF8! "héllo".toUTF8, "abc".toUTF8.toList)
-- info: ("héllo", [97, 98, 99])

#eval ((ByteArray.empty.push 1).push 2)[1]!
-- info: 2

end MachineNumbers
