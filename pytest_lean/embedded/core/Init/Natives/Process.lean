module
prelude
public import Init.System.Files
/-!
Other programs: running one and reading what it wrote. The work is the runtime's, which finds the
functions by their names and the fields by their order.
-/

@[expose] public section

set_option linter.all false

namespace IO.Process

/-- What a stream of the new process is connected with. -/
inductive Stdio where
  | piped | inherit | null
/-- Lean's own default for the input is to inherit it; here that would be the pipe on which the server
gets its commands, so a process that is given no input has none. -/
structure StdioConfig where
  stdin : Stdio := .null
  stdout : Stdio := .inherit
  stderr : Stdio := .inherit
/-- The command, its arguments, where it runs, and variables that are set (or unset by `none`). -/
structure SpawnArgs extends StdioConfig where
  cmd : String
  args : Array String := #[]
  cwd : Option System.FilePath := none
  env : Array (String × Option String) := #[]
  inheritEnv : Bool := true
  setsid : Bool := false
/-- How a process ended and what it wrote. -/
structure Output where
  exitCode : UInt32
  stdout : String
  stderr : String

instance : Inhabited Output := ⟨⟨0, "", ""⟩⟩
/-- Runs a process to its end, with a text as its input. -/
@[extern "native"] opaque output (args : SpawnArgs) (input? : Option String := none) : IO Output
/-- Runs a process to its end; what it wrote, or an error if it failed. -/
def run (args : SpawnArgs) (input? : Option String := none) : IO String := do
  let out ← output args input?
  if out.exitCode != 0 then
    throw (IO.userError ("process '" ++ args.cmd ++ "' exited with code " ++ toString out.exitCode ++
      "\nstderr:\n" ++ out.stderr))
  return out.stdout
end IO.Process

/-! ## The platform -/

namespace System.Platform
@[extern "lean_system_platform_windows"] opaque getIsWindows : Unit → Bool
@[extern "lean_system_platform_osx"] opaque getIsOSX : Unit → Bool
def isWindows : Bool := getIsWindows ()
def isOSX : Bool := getIsOSX ()
end System.Platform
