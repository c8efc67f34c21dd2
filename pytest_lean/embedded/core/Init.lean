prelude
import Init.System.IO
import Init.Data.List.Basic
import Init.Control.Transformers
import Init.Data.Nat.Basic
import Init.Natives.Unexpanders
