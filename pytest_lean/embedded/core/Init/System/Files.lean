module
prelude
public import Init.Natives.Files
/-!
Reading and writing files by lines, and streams that stand for open files.
-/

@[expose] public section

set_option linter.all false

namespace IO.FS
open System (FilePath)

def Handle.putStrLn (h : Handle) (s : String) : IO Unit := h.putStr (s ++ "\n")
/-- What is left of a file, as text. -/
partial def Handle.readToEnd (h : Handle) : IO String := loop ""
where
  loop (acc : String) : IO String := do
    let line ← h.getLine
    if line.isEmpty then return acc else loop (acc ++ line)
/-- The lines of a file without their ends. -/
partial def Handle.lines (h : Handle) : IO (Array String) := read #[]
where
  read (lines : Array String) : IO (Array String) := do
    let line ← h.getLine
    if line.isEmpty then return lines
    else if line.back = '\n' then
      let line := line.dropEnd 1
      read (lines.push (if line.back = '\r' then line.dropEnd 1 else line))
    else return lines.push line
def withFile {α : Type} (fn : FilePath) (mode : Mode) (f : Handle → IO α) : IO α := do f (← Handle.mk fn mode)
/-- Runs an action on a new file, which is removed afterwards. -/
def withTempFile {m : Type → Type} [Monad m] [MonadFinally m] [MonadLiftT IO m] {α : Type}
    (f : Handle → FilePath → m α) : m α := do
  let (handle, path) ← createTempFile
  try f handle path finally removeFile path
def lines (fname : FilePath) : IO (Array String) := do (← Handle.mk fname .read).lines
/-- A stream that stands for an open file. -/
def Stream.ofHandle (h : Handle) : Stream where
  flush := h.flush
  read := h.read
  write := h.write
  getLine := h.getLine
  putStr := h.putStr
  isTty := h.isTty
end IO.FS

/-- Everything that comes from the standard input. -/
partial def IO.FS.Stream.lines (s : IO.FS.Stream) : IO (Array String) := read #[]
where
  read (lines : Array String) : IO (Array String) := do
    let line ← s.getLine
    if line.isEmpty then return lines else read (lines.push (line.dropEndWhile (· = '\n')))

/-- `#eval` runs what can't fail as what can. -/
instance : MonadEval BaseIO IO := ⟨fun x => liftM x⟩
