module
prelude
public import Init.Data.List.Basic
/-!
`IO`: the type of actions, errors, the standard streams, references, files and the clock. An action is a
function from the state of the world, which nothing can inspect; the primitive actions are the
runtime's.
-/

@[expose] public section

set_option linter.all false

universe u v

/-! ## The state token and the types of actions -/

/-- A type together with a proof that it has an element. -/
def NonemptyType := Subtype fun α : Type u => Nonempty α
abbrev NonemptyType.type (type : NonemptyType.{u}) : Type u := type.val
instance NonemptyType.instNonempty {type : NonemptyType.{u}} : Nonempty type.type := type.property
instance instInhabitedNonemptyType : Inhabited NonemptyType.{u} := ⟨⟨PUnit, ⟨⟨⟩⟩⟩⟩
/-- The state of the world; the compiler erases it, and nothing is known about it. -/
opaque Void.nonemptyType (σ : Type) : NonemptyType.{0}
def Void (σ : Type) : Type := (Void.nonemptyType σ).type
instance Void.instNonempty {σ : Type} : Nonempty (Void σ) := (Void.nonemptyType σ).property
def IO.RealWorld : Type := Unit

structure ST.Out (σ : Type) (α : Type) where
  val : α
  state : Void σ
inductive EST.Out (ε : Type) (σ : Type) (α : Type) where
  | ok : α → Void σ → EST.Out ε σ α
  | error : ε → Void σ → EST.Out ε σ α

def ST (σ : Type) (α : Type) : Type := Void σ → ST.Out σ α
def EST (ε : Type) (σ : Type) (α : Type) : Type := Void σ → EST.Out ε σ α
abbrev BaseIO (α : Type) : Type := ST IO.RealWorld α
def EIO (ε : Type) (α : Type) : Type := EST ε IO.RealWorld α

/-! ## Their monads -/

namespace ST
variable {σ α β : Type}
@[always_inline, inline] protected def pure (x : α) : ST σ α := fun s => .mk x s
@[always_inline, inline] protected def bind (x : ST σ α) (f : α → ST σ β) : ST σ β :=
  fun s => match x s with | .mk a s => f a s
end ST
instance instMonadST {σ : Type} : Monad (ST σ) where
  pure := ST.pure
  bind := ST.bind

namespace EST
variable {ε σ α β : Type}
@[always_inline, inline] protected def pure (a : α) : EST ε σ α := fun s => .ok a s
@[always_inline, inline] protected def bind (x : EST ε σ α) (f : α → EST ε σ β) : EST ε σ β := fun s =>
  match x s with
  | .ok a s => f a s
  | .error e s => .error e s
@[always_inline, inline] protected def throw (e : ε) : EST ε σ α := fun s => .error e s
@[always_inline, inline] protected def tryCatch (x : EST ε σ α) (h : ε → EST ε σ α) : EST ε σ α := fun s =>
  match x s with
  | .ok a s => .ok a s
  | .error e s => h e s
end EST
instance instMonadEST {ε σ : Type} : Monad (EST ε σ) where
  pure := EST.pure
  bind := EST.bind
instance instMonadExceptOfEST {ε σ : Type} : MonadExceptOf ε (EST ε σ) := ⟨EST.throw, EST.tryCatch⟩
instance instMonadFinallyEST {ε σ : Type} : MonadFinally (EST ε σ) where
  tryFinally' x f := do
    let a ← tryCatch x (fun e => do let _ ← f none; throw e)
    let b ← f (some a)
    pure (a, b)
instance instInhabitedEST {ε σ α : Type} [Inhabited ε] : Inhabited (EST ε σ α) := ⟨throw default⟩
instance instMonadLiftSTEST {ε σ : Type} : MonadLift (ST σ) (EST ε σ) :=
  ⟨fun x s => match x s with | .mk a s => .ok a s⟩

instance instMonadBaseIO : Monad BaseIO := inferInstanceAs (Monad (ST IO.RealWorld))
instance instMonadEIO {ε : Type} : Monad (EIO ε) := inferInstanceAs (Monad (EST ε IO.RealWorld))
instance instMonadExceptOfEIO {ε : Type} : MonadExceptOf ε (EIO ε) :=
  inferInstanceAs (MonadExceptOf ε (EST ε IO.RealWorld))
instance instMonadFinallyEIO {ε : Type} : MonadFinally (EIO ε) :=
  inferInstanceAs (MonadFinally (EST ε IO.RealWorld))
instance instInhabitedEIO {ε α : Type} [Inhabited ε] : Inhabited (EIO ε α) := ⟨throw default⟩
instance instOrElseEIO {ε α : Type} : OrElse (EIO ε α) := ⟨MonadExcept.orElse⟩
@[always_inline, inline] def BaseIO.toEIO {α ε : Type} (act : BaseIO α) : EIO ε α :=
  fun s => match act s with | .mk a s => .ok a s
instance instMonadLiftBaseIOEIO {ε : Type} : MonadLift BaseIO (EIO ε) := ⟨BaseIO.toEIO⟩
@[always_inline, inline] def EIO.toBaseIO {ε α : Type} (act : EIO ε α) : BaseIO (Except ε α) := fun s =>
  match act s with
  | .ok a s => .mk (.ok a) s
  | .error e s => .mk (.error e) s
@[always_inline, inline] def EIO.catchExceptions {ε α : Type} (act : EIO ε α) (h : ε → BaseIO α) : BaseIO α :=
  fun s =>
  match act s with
  | .ok a s => .mk a s
  | .error e s => h e s
@[inline] protected def EIO.adapt {ε ε' α : Type} (f : ε → ε') (act : EIO ε α) : EIO ε' α := fun s =>
  match act s with
  | .ok a s => .ok a s
  | .error e s => .error (f e) s

/-! ## Errors: the constructors are in the runtime's order -/

inductive IO.Error where
  | alreadyExists (filename : Option String) (osCode : UInt32) (details : String)
  | otherError (osCode : UInt32) (details : String)
  | resourceBusy (osCode : UInt32) (details : String)
  | resourceVanished (osCode : UInt32) (details : String)
  | unsupportedOperation (osCode : UInt32) (details : String)
  | hardwareFault (osCode : UInt32) (details : String)
  | unsatisfiedConstraints (osCode : UInt32) (details : String)
  | illegalOperation (osCode : UInt32) (details : String)
  | protocolError (osCode : UInt32) (details : String)
  | timeExpired (osCode : UInt32) (details : String)
  | interrupted (filename : String) (osCode : UInt32) (details : String)
  | noFileOrDirectory (filename : String) (osCode : UInt32) (details : String)
  | invalidArgument (filename : Option String) (osCode : UInt32) (details : String)
  | permissionDenied (filename : Option String) (osCode : UInt32) (details : String)
  | resourceExhausted (filename : Option String) (osCode : UInt32) (details : String)
  | inappropriateType (filename : Option String) (osCode : UInt32) (details : String)
  | noSuchThing (filename : Option String) (osCode : UInt32) (details : String)
  | unexpectedEof
  | userError (msg : String)

abbrev IO : Type → Type := EIO IO.Error
def IO.userError (s : String) : IO.Error := .userError s
instance instCoeStringError : Coe String IO.Error := ⟨IO.userError⟩
instance instInhabitedError : Inhabited IO.Error := ⟨.userError ""⟩
instance {α : Type u} : Inhabited (ToString α) := ⟨⟨fun _ => ""⟩⟩

@[inline] def EIO.toIO {ε α : Type} (f : ε → IO.Error) (act : EIO ε α) : IO α := EIO.adapt f act
@[inline] def EIO.toIO' {ε α : Type} (act : EIO ε α) : IO (Except ε α) := act.toBaseIO
@[inline] def IO.toEIO {ε α : Type} (f : IO.Error → ε) (act : IO α) : EIO ε α := EIO.adapt f act
@[inline] def IO.ofExcept {ε α : Type} [ToString ε] (e : Except ε α) : IO α :=
  match e with
  | .ok a => pure a
  | .error e => throw (IO.userError (toString e))
abbrev IO.toBaseIO {α : Type} (act : IO α) : BaseIO (Except IO.Error α) := EIO.toBaseIO act

/-! ## Streams -/

structure IO.FS.Stream where
  flush : IO Unit
  read : USize → IO ByteArray
  write : ByteArray → IO Unit
  getLine : IO String
  putStr : String → IO Unit
  isTty : BaseIO Bool
instance : Inhabited IO.FS.Stream :=
  ⟨⟨throw default, fun _ => throw default, fun _ => throw default, throw default, fun _ => throw default,
    fun s => .mk false s⟩⟩
instance {α : Type} [Inhabited α] : Inhabited (BaseIO α) := ⟨fun s => .mk default s⟩

/-- The standard streams of the current thread. -/
@[extern "lean_get_stdin"] opaque IO.getStdin : BaseIO IO.FS.Stream
@[extern "lean_get_stdout"] opaque IO.getStdout : BaseIO IO.FS.Stream
@[extern "lean_get_stderr"] opaque IO.getStderr : BaseIO IO.FS.Stream

def IO.print {α : Type u} [ToString α] (s : α) : IO Unit := do
  let out ← IO.getStdout
  out.putStr (toString s)
def IO.println {α : Type u} [ToString α] (s : α) : IO Unit := IO.print (toString s ++ "\n")
def IO.eprint {α : Type u} [ToString α] (s : α) : IO Unit := do
  let err ← IO.getStderr
  err.putStr (toString s)
def IO.eprintln {α : Type u} [ToString α] (s : α) : IO Unit := IO.eprint (toString s ++ "\n")
def IO.FS.Stream.putStrLn (strm : IO.FS.Stream) (s : String) : IO Unit := strm.putStr (s ++ "\n")

/-! ## References: their operations are bound in `Init.Natives.Runtime` -/

/-- What a cell is at run time. -/
opaque ST.Cell : NonemptyType.{0}
/-- A mutable cell of the world `σ`; there is always a value in it. -/
structure ST.Ref (σ : Type) (α : Type) : Type where
  cell : ST.Cell.type
  holds : Nonempty α
abbrev IO.Ref (α : Type) : Type := ST.Ref IO.RealWorld α
class STWorld (σ : outParam Type) (m : Type → Type)
instance instSTWorldOfMonadLift {σ : Type} {m n : Type → Type} [MonadLift m n] [STWorld σ m] : STWorld σ n :=
  ⟨⟩
instance instSTWorldST {σ : Type} : STWorld σ (ST σ) := ⟨⟩
instance instSTWorldEST {ε σ : Type} : STWorld σ (EST ε σ) := ⟨⟩
instance {ε : Type} : STWorld IO.RealWorld (EIO ε) := ⟨⟩

instance {σ α : Type} [Inhabited α] : Inhabited (ST σ α) := ⟨fun s => .mk default s⟩

@[inline] def IO.lazyPure {α : Type} (fn : Unit → α) : IO α := pure (fn ())

/-! ## Panic -/

/-- Reports an error that is the program's, then goes on with the default value. -/
@[never_extract, extern "lean_panic_fn"] def panicCore {α : Sort u} [Inhabited α] (msg : String) : α :=
  default
@[noinline, never_extract] def panic {α : Sort u} [Inhabited α] (msg : String) : α := panicCore msg
@[noinline, never_extract] def mkPanicMessage (modName : String) (line col : Nat) (msg : String) : String :=
  "PANIC at " ++ modName ++ ":" ++ toString line ++ ":" ++ toString col ++ ": " ++ msg
@[noinline, never_extract]
def mkPanicMessageWithDecl (modName declName : String) (line col : Nat) (msg : String) : String :=
  "PANIC at " ++ declName ++ " " ++ modName ++ ":" ++ toString line ++ ":" ++ toString col ++ ": " ++ msg
@[noinline, never_extract]
def panicWithPos {α : Sort u} [Inhabited α] (modName : String) (line col : Nat) (msg : String) : α :=
  panic (mkPanicMessage modName line col msg)
@[noinline, never_extract]
def panicWithPosWithDecl {α : Sort u} [Inhabited α] (modName declName : String) (line col : Nat)
    (msg : String) : α := panic (mkPanicMessageWithDecl modName declName line col msg)
@[never_extract, extern "lean_dbg_trace"] def dbgTrace {α : Type u} (msg : String) (f : Unit → α) : α := f ()
