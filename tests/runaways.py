"""Programs that do not stop by themselves, or that eat memory: one for each part of Lean."""

LOOP = """
def loop : Nat → Nat → Nat
  | 0, y => y
  | x + 1, y => loop x (loop x (y + 1))
"""
UNBOUNDED = "set_option maxHeartbeats 0\nset_option maxRecDepth 1000000\n"

SQUARES = """
def square : Nat → Nat → Nat
  | 0, x => x
  | n + 1, x => square n (x * x)
"""

RUNAWAYS = {
    "elaborator": f"{LOOP}{UNBOUNDED}example : loop 30 0 = loop 29 (loop 30 0) := rfl",
    "tactic": f"{UNBOUNDED}theorem t : 1 = 1 := by repeat (have h : 1 = 1 := rfl)",
    "kernel": f"{LOOP}{UNBOUNDED}theorem t : loop 30 0 = 7 := by decide +kernel",
    "eval": "partial def spin (n : Nat) : Nat := spin (n + 1)\n#eval spin 0",
    "instances": (
        "class Far (n : Nat) where\n  here : True\n"
        "instance (n : Nat) [Far (n + 1)] [Far (n + 2)] : Far n := ⟨trivial⟩\n"
        "set_option synthInstance.maxHeartbeats 0\nset_option synthInstance.maxSize 100000000\n"
        f"{UNBOUNDED}example : Far 0 := inferInstance"
    ),
    "parser": (
        'syntax part0 := "e"\n'
        + "".join(
            f'syntax part{n + 1} := atomic("x" part{n} "b") <|> atomic("x" part{n} "c")\n'
            for n in range(40)
        )
        + f'syntax "run " part40 : command\nrun {"x " * 40}e{" c" * 40}'
    ),
    "bignum": f"{SQUARES}#eval square 40 3",
}

EATERS = {
    "elaborator": (
        'syntax "big " num : term\n'
        "macro_rules\n  | `(big $n) => `((big $n, big $n))\n"
        f"{UNBOUNDED}#check big 1"
    ),
    "kernel": (
        "def grow : Nat → List Nat → List Nat\n  | 0, l => l\n"
        "  | n + 1, l => grow n (n :: l)\n"
        f"{UNBOUNDED}theorem t : (grow 100000000 []).length = 5 := by decide +kernel"
    ),
    "bignum": f"{SQUARES}#eval square 40 3",
    "eval": (
        "partial def hoard (n : Nat) (l : List Nat) : Nat := hoard (n + 1) (n :: l)\n"
        "#eval hoard 0 []"
    ),
}
