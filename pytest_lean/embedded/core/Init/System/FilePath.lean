module
prelude
public import Init.Data.String.Basic
public import Init.Data.Ord
/-!
Paths of files, with `/` to join them.
-/

@[expose] public section

set_option linter.all false

namespace System

/-- The path of a file. -/
structure FilePath where
  toString : String

namespace FilePath
instance : Inhabited FilePath := ⟨⟨""⟩⟩
instance : DecidableEq FilePath := fun
  | ⟨a⟩, ⟨b⟩ => if h : a = b then isTrue (h ▸ rfl) else isFalse fun e => by cases e; exact h rfl
instance : Hashable FilePath := ⟨fun p => hash p.toString⟩
instance : ToString FilePath := ⟨FilePath.toString⟩
instance : Repr FilePath where
  reprPrec p := Repr.addAppParen (Std.Format.text "FilePath.mk " ++ repr p.toString)
instance : Coe String FilePath := ⟨FilePath.mk⟩

/-- What stands between the parts of a path. -/
def pathSeparator : Char := '/'
def isAbsolute (p : FilePath) : Bool := p.toString.startsWith '/'
def isRelative (p : FilePath) : Bool := !p.isAbsolute
protected def join (p sub : FilePath) : FilePath :=
  if sub.isAbsolute then sub
  else if p.toString.isEmpty then sub
  else if p.toString.endsWith "/" then ⟨p.toString ++ sub.toString⟩
  else ⟨p.toString ++ "/" ++ sub.toString⟩
instance : Div FilePath := ⟨FilePath.join⟩
instance : HDiv FilePath String FilePath := ⟨fun p sub => p.join ⟨sub⟩⟩

def components (p : FilePath) : List String := (p.toString.split '/').toList
/-- The last part, if there is one that names something. -/
def fileName (p : FilePath) : Option String :=
  match p.components.getLast? with
  | none | some "" | some "." | some ".." => none
  | some name => some name
/-- All but the last part. -/
def parent (p : FilePath) : Option FilePath :=
  match p.components with
  | [] | [_] => none
  | ["", ""] => none
  | ["", _] => some ⟨"/"⟩
  | parts => some ⟨"/".intercalate parts.dropLast⟩
/-- The last part without what stands from its last dot on. -/
def fileStem (p : FilePath) : Option String := p.fileName.map fun name =>
  match (name.split '.').toList with
  | [_] => name
  | "" :: [_] => name
  | parts => ".".intercalate parts.dropLast
/-- What stands behind the last dot of the last part. -/
def extension (p : FilePath) : Option String := p.fileName.bind fun name =>
  match (name.split '.').toList with
  | [_] => none
  | "" :: [_] => none
  | parts => parts.getLast?
def withFileName (p : FilePath) (name : String) : FilePath := match p.parent with
  | none => ⟨name⟩
  | some dir => dir / name
def withExtension (p : FilePath) (ext : String) : FilePath := match p.fileStem with
  | none => p
  | some stem => p.withFileName (if ext.isEmpty then stem else stem ++ "." ++ ext)
def addExtension (p : FilePath) (ext : String) : FilePath := match p.fileName with
  | none => p
  | some name => p.withFileName (if ext.isEmpty then name else name ++ "." ++ ext)
end FilePath

/-- Makes a path of its parts. -/
def mkFilePath (parts : List String) : FilePath := ⟨"/".intercalate parts⟩
instance : Coe String FilePath := ⟨FilePath.mk⟩

end System
