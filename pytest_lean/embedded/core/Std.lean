module
public import Init
public import Std.Data.HashMap
public import Std.Data.HashSet
public import Std.Data.TreeMap
public meta import Std.Data.HashMap
public meta import Std.Data.HashSet
public meta import Std.Data.TreeMap
/-!
# What the embedded Lean has of `Std`

Maps and sets by hash values, and by the order of their keys. They are imported as `meta` too: otherwise the
interpreter does not have their code in a file of the module system, and runs the binary's functions of the
same names on our maps, which ends the process.
-/
