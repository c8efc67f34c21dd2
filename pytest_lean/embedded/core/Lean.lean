module
public import Init
public import Lean.Programs.Elab
public meta import Lean.Programs.Elab
/-!
# What the embedded Lean has of `Lean`

Terms, and the monads of elaborators, for programs that elaborate: `elab`, `elab_rules`, `run_cmd`, `MetaM`,
`TacticM`. All of it is the binary's own, bound by name, with the types that the binary has; what it has no
binding for is unknown here. The names of modules in Lean's own library, such as `Lean.Elab.Tactic`, stand for
this one (`facades.txt`).
-/
