module
public import Init
public import Std.Data.HashMap
public import Std.Data.HashSet
/-!
# What the embedded Lean has of `Std`

Maps and sets by hash values.
-/
