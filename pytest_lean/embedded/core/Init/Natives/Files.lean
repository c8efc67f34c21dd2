module
prelude
public import Init.System.FilePath
/-!
Files, handles, folders and tasks, bound to the functions of the runtime. The binary finds each by the
declaration's name.
-/

@[expose] public section

set_option linter.all false

namespace IO

/-! ## Handles -/

/-- How a file is opened. -/
inductive FS.Mode where
  | read | write | writeNew | readWrite | append
/-- An open file. -/
opaque FS.Handle : Type

namespace FS
open System (FilePath)
@[extern "native"] opaque Handle.mk (fn : @& FilePath) (mode : FS.Mode) : IO Handle
@[extern "native"] opaque Handle.flush (h : @& Handle) : IO Unit
@[extern "native"] opaque Handle.truncate (h : @& Handle) : IO Unit
@[extern "native"] opaque Handle.rewind (h : @& Handle) : IO Unit
@[extern "native"] opaque Handle.isTty (h : @& Handle) : BaseIO Bool
/-- At most so many bytes; none at the end of the file. -/
@[extern "native"] opaque Handle.read (h : @& Handle) (bytes : USize) : IO ByteArray
@[extern "native"] opaque Handle.write (h : @& Handle) (buffer : @& ByteArray) : IO Unit
/-- A line with its end; the empty string at the end of the file. -/
@[extern "native"] opaque Handle.getLine (h : @& Handle) : IO String
@[extern "native"] opaque Handle.putStr (h : @& Handle) (s : @& String) : IO Unit

/-! ## Files and folders -/

/-- The content of a file. -/
@[extern "native"] opaque readFile (fname : FilePath) : IO String
/-- Makes a text the content of a file. -/
@[extern "native"] opaque writeFile (fname : FilePath) (content : String) : IO Unit
@[extern "native"] opaque readBinFile (fname : FilePath) : IO ByteArray
@[extern "native"] opaque writeBinFile (fname : FilePath) (content : ByteArray) : IO Unit
/-- A new file in the folder for temporary files, open for writing. -/
@[extern "native"] opaque createTempFile : IO (Handle × FilePath)
@[extern "native"] opaque removeFile (fname : @& FilePath) : IO Unit
@[extern "native"] opaque createDir : @& FilePath → IO Unit
@[extern "native"] opaque createDirAll (p : FilePath) : IO Unit
@[extern "native"] opaque removeDir : @& FilePath → IO Unit
@[extern "native"] opaque rename (old new : @& FilePath) : IO Unit
/-- What a folder holds: the folder, and a name in it. -/
structure DirEntry where
  root : FilePath
  fileName : String
deriving Repr
def DirEntry.path (entry : DirEntry) : FilePath := entry.root / entry.fileName
end FS
/-- The entries of a folder, in no order. -/
@[extern "native"] opaque _root_.System.FilePath.readDir : @& System.FilePath → IO (Array FS.DirEntry)

@[extern "native"] opaque currentDir : IO System.FilePath
@[extern "native"] opaque appPath : IO System.FilePath
end IO

@[extern "native"] opaque System.FilePath.pathExists (p : FilePath) : BaseIO Bool
@[extern "native"] opaque System.FilePath.isDir (p : FilePath) : BaseIO Bool
