module
public import Init
public import Std.Maps.HashMap
public import Std.Maps.HashMapLaws
public import Std.Maps.HashSet
public import Std.Maps.HashSetLaws
public import Std.Maps.TreeMap
public import Std.Maps.TreeMapLaws
public meta import Std.Maps.Bucket
public meta import Std.Maps.HashMap
public meta import Std.Maps.HashSet
public meta import Std.Maps.Tree
public meta import Std.Maps.TreeMap
/-!
# What the embedded Lean has of `Std`

Maps and sets by hash values, and by the order of their keys. They are imported as `meta` too: otherwise the
interpreter does not have their code in a file of the module system, and runs the binary's functions of the
same names on our maps, which ends the process. So the names that they have in Lean's own library, such as
`Std.Data.HashMap`, stand for this module (`facades.txt`).
-/
