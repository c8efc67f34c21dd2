"""Random chains of commands: is what is said behind a seal what is said behind the texts?

Two servers are given the same chains. One never seals; the other does so after very few commands,
and is waited for, so that it is known behind what a command was run. Some commands are continued,
others are only asked. ``python tests/server/seal_fuzz.py CHAINS SEED``.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from pytest_lean import Command, CommandResponse, LeanConfig, LeanServer
from pytest_lean.server.sealing import Worth

AFTER = 3
BRANCHES = 10
_WAIT_SECONDS = 60.0

# What is carried by a module, by what it needs to be there before.
CARRIED = (
    "theorem t{n} (a b : Nat) (h : a < b) : a + {k} < b + {k} := by omega",
    "theorem t{n} (a : Nat) : a + {k} = {k} + a := by omega",
    "theorem t{n} : {k} + 0 = {k} := rfl",
    "@[simp] theorem t{n} (x : Nat) : g{k} x = x + {k} := rfl",
    "theorem t{n} (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨hp, hq⟩",
    "theorem t{n} (n : Nat) : n + 0 = n := by\n  induction n with\n  | zero => rfl\n"
    "  | succ m ih => simp",
    "theorem t{n} (a : Nat) (h : ∃ b, a = b + {k}) : {k} ≤ a := by\n  obtain ⟨b, hb⟩ := h\n  omega",
    "theorem t{n} (h : ∃ b : Nat, b = {k}) : True := by\n  have ⟨b, hb⟩ := h\n  trivial",
    "def g{k} (x : Nat) : Nat := x + {k}",
    "def f{n} (x : Nat) : Nat := g{k} (x + 1)",
    "def w{n} : Fin 3 := ⟨{k} % 3, by decide⟩",
    "abbrev A{n} := Nat",
    "/-- What is said of it. -/\nprotected def d{n} := {k}",
    "def p{n} : Nat → Nat\n  | 0 => {k}\n  | n + 1 => n",
    "def r{n} : Nat → Nat\n  | 0 => {k}\n  | n + 1 => r{n} n + 1",
    "def m{n} (x : Nat) : Nat := match x with\n  | 0 => {k}\n  | y + 1 => y",
    "def u{n} (x : Nat × Nat) : Nat := let (a, b) := x; a + b",
    "def u{n} : Nat × Nat → Nat := fun (a, b) => a + b + {k}",
    "def u{n} : Nat → Nat × Nat → Nat := by\n  intro n ⟨a, b⟩\n  exact a + b + n",
    "def j{n} (x : Option (Nat × Nat)) : Nat := if let some (a, b) := x then a + b else {k}",
    "def j{n} (x : List Nat) : Nat := if let y :: _ := x then y else {k}",
    "theorem t{n} : True := trivial\nwhere\n  g : Nat → Nat\n    | 0 => {k}\n    | n + 1 => n",
    "open Nat in\ntheorem t{n} : succ {k} = {k} + 1 := by\n  set_option pp.all true in rfl",
    "variable (x : Nat) in\ntheorem t{n} : x = x := by open Nat in rfl",
    "class abbrev K{n} (α : Type) := Add α, Mul α",
    "def g{n} := {k} theorem t{n} : g{n} = {k} := rfl",
    "inductive T{k}\n  | a\n  | b (n : Nat)",
    "inductive T{k} where\n  | a\n  | b (n : Nat)\n  deriving Repr, DecidableEq, Inhabited",
    "structure S{k} where\n  x : Nat\n  y : Nat := {k}\n  deriving Repr",
    "structure S{n} extends S{k} where\n  z : Nat := x + y",
    "class C{k} (α : Type) where\n  op : α → α → α",
    "instance : Add T{k} := ⟨fun x _ => x⟩",
    "instance : C{k} Nat := ⟨fun x y => x + y⟩",
    "instance (priority := low) c{n} : C{k} Nat := ⟨fun x _ => x⟩",
    "instance : Inhabited S{k} := ⟨⟨{k}, {n}⟩⟩",
    "def h{n} : T{k} → Nat\n  | .a => {k}\n  | .b n => n",
    "@[simp] theorem h{n}_a : h{k} .a = {k} := rfl",
    "@[ext] structure E{n} where\n  v : Nat",
    "mutual\ndef ev{n} : Nat → Bool\n  | 0 => true\n  | n + 1 => od{n} n\n"
    "def od{n} : Nat → Bool\n  | 0 => false\n  | n + 1 => ev{n} n\nend",
    "def wf{n} (x : Nat) : Nat := if h : x = 0 then {k} else wf{n} (x / 2) + 1\n"
    "termination_by x\ndecreasing_by omega",
    "noncomputable def nc{n} : Nat := Classical.choice ⟨{k}⟩",
    "theorem cl{n} (p : Prop) : p ∨ ¬p := Classical.em p",
    "opaque o{n} : Nat",
    "namespace N{k}",
    "end N{k}",
    "section",
    "end",
    "open N{k}",
    "variable (v{k} : Nat)",
    "variable {{α : Type}} [C{k} α]",
    "universe u{k}",
    "namespace N{k}\ntheorem t{n} : {k} = {k} := rfl\ndef g{k} := {k}\nend N{k}",
    "set_option pp.all true",
    "set_option autoImplicit true",
    "theorem N{k}.q{n} (x : Nat) (h : x = {k}) : {k} = x := h.symm",
    "theorem v{n} (h : v{k} = 2) : 2 = v{k} := h.symm",
    "#check g{k}",
    "example : g{k} 1 = {k} + 1 := rfl",
    "#eval g{k} 2",
)
# What is asked of a chain, or tried on it: what shows a difference if anything does.
ASKED = (
    "#print axioms {name}",
    "#print axioms cl{n1}",
    "#check @{name}",
    "#check {name}.eq_1",
    "#eval {name} 3",
    "#eval h{n1} (.b 3)",
    "#eval (default : S{k})",
    "#eval (T{k}.b 3)",
    "#reduce {name} 2",
    "#synth Inhabited S{k}",
    "#synth C{k} Nat",
    "#check (inferInstance : Add T{k})",
    "example (x : Nat) : {name} x = x + {k} := by simp",
    "example (x : Nat) : {name} x = x + {k} := by\n  unfold {name}\n  rfl",
    "example (x : Nat) : {name} x = {name2} x := by\n  simp only [{name}, {name2}]",
    "example (x : Nat) : {name} x = {name2} x := by\n  unfold {name} {name2}\n  rfl",
    "example (x : Nat) : {name} x = {name2} x := by\n  simp only [{name}, {name2}]\n  rfl",
    "example (x : Nat × Nat) : {name} x = {name2} x := by\n  simp only [{name}, {name2}]",
    "example (x : T{k}) : h{n1} x = h{n2} x := by\n  cases x <;> simp [h{n1}, h{n2}]",
    "example : {name} 4 = 7 := by decide",
    "example : {name} 4 = 4 := by simp [{name}]",
    "example : w{n1} = 0 := by\n  unfold w{n1}\n  rfl",
    "example : w{n1} = 0 := by\n  simp [w{n1}]",
    "example : w1 = w{n2} := by\n  simp only [w1, w{n2}]",
    "example : w1 = w{n2} := by\n  simp only [w1, w{n2}]\n  rfl",
    "example : {k} + 0 = {k} := by dsimp only [t{n1}]",
    "example : g1 2 = g{k} {k} + 1 := by\n  simp [g1, g2]",
    "example (x : Nat) : {name} x = x + {k} := by simp +locals",
    "example := @{name}._proof_1",
    "example := @w{n1}._proof_1",
    "example := @{name}.match_1",
    "example (x) : j{n1} x = j{n2} x := by\n  simp only [j{n1}, j{n2}]",
    "def j{n} (x : Option (Nat × Nat)) : Nat := if let some (a, b) := x then a + b else {k}\n"
    "example (x) : j{n} x = j{n1} x := by\n  simp only [j{n}, j{n1}]\n  rfl",
    "example (y : Nat) : {name} y = {name} y := by\n  let g : Nat → Nat\n    | 0 => {k}\n"
    "    | n + 1 => n\n  have : {name} y = g y := by\n    simp only [{name}, g]\n    rfl\n  rfl",
    "instance : Add Bool := ⟨fun x _ => x⟩\n#synth Add Bool",
    "theorem z{n} : g = {k} := rfl",
    "#check (_ : Nat)",
    "example (x : T{k}) : x = .a := by cases x",
    "example (a b : Nat) (h : a < b) : b < a := by omega",
    "example (a b : Nat) (h : a < b) : a + 1 ≤ b := by sorry",
    "theorem z{n} (a : Nat) : a = a + 0 := by\n  have h : a = a := sorry\n  exact h",
    "theorem {name} : True := trivial",
    "def {name} := 1",
    "theorem z{n} : nope = {k} := rfl",
    "theorem z{n} : {k} = {k} + 1 := rfl",
    "theorem z{n} (x : Nat) : x = {k} := by\n  exact foo",
    "def z{n} (x : Nat) : Nat := z{n} (x + 1)",
    "def z{n} : Nat → Nat\n  | 0 => {k}\n  | n + 1 => n\n#check z{n}.match_1",
    "theorem z{n} (x : Nat) (h : (match x with | 0 => 1 | y + 1 => y) = 2) : {name} x = 2 := by\n"
    "  simp only [{name}]\n  exact h",
    "theorem z{n} (x : Nat) : {name} x = match x with | 0 => {k} | y + 1 => y := by\n"
    "  unfold {name}\n  rfl",
    "theorem z{n} (x : Nat) : {name} x = match x with | 0 => {k} | y + 1 => y := by\n"
    "  simp only [{name}]",
    "theorem z{n} (x : Nat) : {name} x = {k} := by\n  simp only [{name}]\n  split",
    "theorem z{n} (x : Nat) : {name} x = {k} := by\n"
    "  show (match x with | 0 => {k} | y + 1 => y) = {k}\n  rfl",
    "#print {name}",
    "#print {name}.match_1",
    "#print instAddT{k}",
    "#check instAddT{k}",
    "#check instReprS{k}",
    "#check @T{k}.rec",
    "#check @S{k}.mk",
    "#check (⟨1, 2⟩ : S{k})",
    "#check ({{ x := 1 }} : S{k})",
    "#check @E{n1}.ext",
    "#check v{k}",
    "#check op",
    "#check q{n1}",
)
# What has to be asked behind the texts, since it may be answered otherwise behind a module.
REFUSED = (
    "attribute [simp] {name}",
    "attribute [reducible] {name}",
    "attribute [irreducible] {name}\nexample : {name} 1 = {name} 1 := rfl",
    "attribute [-simp] h{n1}_a",
    'add_decl_doc {name} "doc"',
    "/-- more -/\nadd_decl_doc {name}",
    "deriving instance Repr for T{k}",
    "deriving instance DecidableEq for S{k}",
    "example (a b : Nat) (h : a < b) : a + {k} < b + {k} := by exact?",
    "example (x : Nat) : g{k} x = x + {k} := by simp?",
    "#guard_msgs in\n#check Nat",
    "set_option pp.proofs true in\n#print w{n1}",
    "set_option maxHeartbeats 20 in\nexample (a b : Nat) (h : a < b) : a + 1 ≤ b := by omega",
    'theorem z{n} : (panic! "x" : Nat) = (panic! "x" : Nat) := rfl',
)
# What keeps a chain text.
UNCARRIED = (
    "private def x{n} := {k}",
    "private theorem y{n} : {k} = {k} := rfl",
    "local instance : Add S{k} := ⟨fun x _ => x⟩",
    "@[local simp] theorem ls{n} (x : Nat) : g{k} x = x + {k} := rfl",
    "attribute [local simp] g{k}",
    'notation "♣{k}" => ({k} : Nat)',
    'infixl:65 " ⊹{k} " => fun (a b : Nat) => a + b + {k}',
    'local notation "♠{k}" => ({k} : Nat)',
    'macro "mm{k}" : term => `({k})',
    'syntax "sy{k}" : term\nmacro_rules | `(sy{k}) => `({k})',
    "attribute [irreducible] g{k}",
    "theorem b{n} : {k} = {k} := rfl open N{k}",
    "def b{n} := {k}\n  namespace N{k}",
    "#check Nat variable (v{k} : Nat)",
    "example : True := trivial set_option pp.all true",
    "def b{n} := {k} section",
    "def b{n} := {k} private def x{n} := {k}",
    "def b{n} := {{x : Int //-1 < x}}\nprivate def x{n} := {k}",
    'def «b\n{n}" := {k}» := {k}\nprivate def x{n} := {k}',
    "def b{n} := ['\n', '\"']\nprivate def x{n} := {k}\ndef c{n} := '\"'",
    "def b{n} := {k} export N{k} (g{k})",
    "set_option maxRecDepth 400",
    'def pa{n} (x : Nat) : Nat := if x = 0 then panic! "no" else x',
    "partial def lo{n} (x : Nat) : Nat := lo{n} (x + 1)",
    "unsafe def un{n} : Nat := {k}",
    "axiom ax{n} : {k} = {k}",
    "theorem so{n} : {k} = {k} + 1 := sorry",
    "theorem er{n} : {k} = {k} + 1 := rfl",
    "theorem",
    "def half :=",
    "export N{k} (g{k})",
    "/-! chapter -/",
    "initialize ref{n} : IO.Ref Nat ← IO.mkRef {k}",
    "#exit",
    "/- no end",
)
# How a chain begins: each stands in it once at the most, in this order.
BEGINNING = (
    "def g1 (x : Nat) : Nat := x + 1",
    "def g2 (x : Nat) : Nat := x + 2",
    "inductive T1\n  | a\n  | b (n : Nat)",
    "inductive T2 where\n  | a\n  | b (n : Nat)\n  deriving Repr, DecidableEq, Inhabited",
    "structure S1 where\n  x : Nat\n  y : Nat := 1\n  deriving Repr",
    "structure S2 where\n  x : Nat\n  y : Nat := 2",
    "class C1 (α : Type) where\n  op : α → α → α",
    "namespace N1",
    "def p1 : Nat → Nat\n  | 0 => 1\n  | n + 1 => n",
    "def p2 (x : Nat × Nat) : Nat := let (a, b) := x; a + b",
    "theorem tt (a b : Nat) (h : a < b) : a + 1 < b + 1 := by omega",
    "def w1 : Fin 3 := ⟨1, by decide⟩",
    "theorem N1.q1 (x : Nat) (h : x = 1) : 1 = x := h.symm",
    "open N1",
    "variable (v1 : Nat)",
    "theorem cl1 (p : Prop) : p ∨ ¬p := Classical.em p",
)


@dataclass
class Chain:
    """The texts of one chain, and which of them are continued."""

    dice: random.Random
    names: list[str] = field(default_factory=list)
    count: int = 0

    def beginning(self) -> Iterator[tuple[str, bool]]:
        """Yield the texts that several chains begin with."""
        for at in sorted(self.dice.sample(range(len(BEGINNING)), AFTER + 2)):
            self.count += 1
            yield BEGINNING[at], True
        if self.dice.random() < 0.1:
            yield self.text(UNCARRIED), True

    def steps(self, length: int) -> Iterator[tuple[str, bool]]:
        """Yield texts, each with whether it is continued."""
        for _ in range(length):
            kind = self.dice.random()
            if kind < 0.5:
                yield self.text(CARRIED), self.dice.random() < 0.8
            elif kind < 0.9:
                yield self.text(ASKED), self.dice.random() < 0.1
            elif kind < 0.95:
                yield self.text(REFUSED), False
            else:
                yield self.text(UNCARRIED), self.dice.random() < 0.5

    def text(self, texts: tuple[str, ...]) -> str:
        """Return one of ``texts``, about what the chain has."""
        self.count += 1
        before = range(1, max(2, self.count))
        known = self.names[-6:] or ["g1"]
        text = self.dice.choice(texts).format(
            n=self.count,
            n1=self.dice.choice(before),
            n2=self.dice.choice(before),
            k=self.dice.randint(1, 2),
            name=self.dice.choice(known),
            name2=self.dice.choice(known),
        )
        return text


_NAMED = ("def", "theorem", "abbrev", "opaque")


@dataclass(frozen=True)
class Difference:
    """Where the server that seals said something else."""

    chain: tuple[str, ...]
    text: str
    sealed: CommandResponse
    plain: CommandResponse


@dataclass
class Walked:
    """What came of a number of chains."""

    chains: int = 0
    sealed_chains: int = 0
    commands: int = 0
    sealed: int = 0
    accepted: int = 0
    differences: list[Difference] = field(default_factory=list)


def seal_early(server: LeanServer, share: float = 0.0) -> LeanServer:
    """Have a server seal after very few commands, if that saves such a share of their time."""
    server._answers.sealer.worth = Worth(AFTER, share, price=share)
    return server


def walk(
    chains: int,
    seed: int,
    make: Callable[..., LeanServer] = lambda **changes: LeanServer(LeanConfig(**changes)),
    stop_at: int = 1,
) -> Walked:
    """Give random chains to both servers, until some differ.

    Args:
        chains: how many.
        seed: which.
        make: makes a server, of changes to its configuration.
        stop_at: after how many differences it ends.
    """
    walked = Walked()
    number = 0
    with (
        ThreadPoolExecutor(1) as beside,
        make() as sealing_server,
        make(seal_chains=False) as plain_server,
    ):
        pair = _Pair(sealing_server, plain_server, walked, beside)
        while walked.chains < chains and len(walked.differences) < stop_at:
            number += 1
            _walk_from_one_beginning(pair, random.Random(f"{seed} {number}"))
    return walked


def _walk_from_one_beginning(pair: _Pair, dice: random.Random) -> None:
    chain = Chain(dice)
    seal_early(pair.sealing)
    begun = pair.compare(chain, chain.beginning(), Begun())
    pair.run(chain, "#check Nat", begun)  # the beginning is sealed now
    for _ in range(BRANCHES):
        own = Chain(dice, list(chain.names), chain.count)
        before = pair.sealing.stats.sealed
        # Some of them are sealed once more, which is most of the price.
        seal_early(pair.sealing, 0.0 if dice.random() < 0.2 else 1000.0)
        pair.compare(own, own.steps(dice.randint(4, 6)), begun)
        pair.walked.chains += 1
        pair.walked.sealed_chains += pair.sealing.stats.sealed > before


@dataclass(frozen=True)
class Begun:
    """Where a chain is in both servers, and its texts so far."""

    sealed: int | None = None
    plain: int | None = None
    texts: tuple[str, ...] = ()


@dataclass
class _Pair:
    """The server that seals, and the one that does not."""

    sealing: LeanServer
    plain: LeanServer
    walked: Walked
    beside: ThreadPoolExecutor

    def compare(self, chain: Chain, steps: Iterator[tuple[str, bool]], begun: Begun) -> Begun:
        """Run what may follow, and return where the chain is then."""
        for text, is_continued in steps:
            further = self.run(chain, text, begun)
            if further is None:
                break
            if is_continued and (self.is_fine or chain.dice.random() < 0.1):
                chain.names += self.declared
                begun = further
        return begun

    def run(self, chain: Chain, text: str, begun: Begun) -> Begun | None:
        """Run one text on both; return what continues it, None if they differ."""
        walked, before = self.walked, self.sealing.stats.sealed
        later = self.beside.submit(self.plain.run, Command(text, begun.plain))
        sealed = self.sealing.run(Command(text, begun.sealed))
        self.sealing._answers.sealer.wait(_WAIT_SECONDS)
        plain = later.result()
        was_sealed = self.sealing.stats.sealed - before
        walked.commands += 1
        walked.sealed += was_sealed
        walked.accepted += was_sealed and not sealed.unproved
        if said(sealed) != said(plain):
            walked.differences.append(Difference(begun.texts, text, sealed, plain))
            return None
        self.is_fine = plain.ok
        self.declared = [one.name for one in plain.declarations if one.kind in _NAMED]
        return Begun(sealed.env, plain.env, (*begun.texts, text))


def said(response: CommandResponse) -> object:
    """Return all that Lean said, and what is said of it."""
    return (
        response.messages,
        response.sorries,
        response.declarations,
        response.unproved,
        response.unread,
    )


def shown(difference: Difference) -> str:
    """Return a difference for a reader."""
    lines = [*difference.chain, "---- and then", difference.text]
    for name, response in (("sealed", difference.sealed), ("text", difference.plain)):
        lines += [f"---- {name}: {response.unproved}, {response.declarations}"]
        lines += [f"{said.start_pos} {said.severity}: {said.data}" for said in response.messages]
    return "\n".join(lines)


if __name__ == "__main__":
    came = walk(int(sys.argv[1]), int(sys.argv[2]), stop_at=int((sys.argv + ["1"] * 3)[3]))
    for one in came.differences:
        print(shown(one), "\n", flush=True)
    print(
        f"{came.chains} chains ({came.sealed_chains} sealed), {came.commands} commands "
        f"({came.sealed} behind a seal, {came.accepted} of them proved), "
        f"{len(came.differences)} differences"
    )
