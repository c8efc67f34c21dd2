module
public import Init
public import Std.Data.HashMap
public import Std.Data.HashSet
public import Std.Data.TreeMap
/-!
# What the embedded Lean has of `Std`

Maps and sets by hash values, and by the order of their keys.
-/
