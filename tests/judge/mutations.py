"""Each check of the second look switched off, one at a time: does a test notice?

``python tests/judge/mutations.py [word ...]`` breaks a copy of the package, runs the tests that are
for the check, and tells of each check whether one of them failed, as it must. With words, only the
checks with one of them in their names are switched off. ``test_mutations.py`` sees to it that the
list fits the code.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# What one check's tests may take, on a busy machine.
_SECONDS = 300


@dataclass(frozen=True)
class Mutation:
    """A check that is switched off.

    Attributes:
        check: what is checked.
        file: the module of ``pytest_lean.judge``.
        code: what checks it there.
        broken: what stands in its place.
        tests: the tests of this folder of which one has to fail: a file, and behind ``::`` a test.
        cases: the cases of that test, as for ``pytest -k``; all if empty.
    """

    check: str
    file: str
    code: str
    broken: str
    tests: str
    cases: str = ""


def off(check: str, file: str, condition: str, tests: str, cases: str = "") -> Mutation:
    """Return a mutation in which a condition for a refusal never holds."""
    return Mutation(check, file, f"if {condition}:", "if False:", tests, cases)


_BYTES = "test_olean.py::test_whatever_the_bytes_are_the_reader_returns_or_refuses"
_MALFORMED = "test_olean.py::test_a_malformed_file_is_refused"
_OTHER = "test_look.py::test_another_statement_is_refused"
_KERNEL = "test_look.py::test_the_kernel_refuses"
_FORMS = "test_look.py::test_terms_that_differ_in_one_place_are_different"
_UNWRITTEN = "test_look.py::test_what_no_lean_writes_is_another_statement"
_ORDER = "test_look.py::test_what_the_kernel_made_otherwise_is_refused"
_GROUPS = "test_look.py::test_a_group_of_types_that_is_not_whole_is_refused"
_NO_THEOREM = "test_look.py::test_what_is_no_theorem_of_that_name_is_refused"
_OWN_AXIOMS = "test_look.py::test_an_axiom_of_the_texts_own_is_refused"
_HOSTILE = "test_certify.py::test_a_hostile_text_is_refused_by_the_check_that_it_is_for"
_CHANGED = "test_trusted.py::test_a_file_that_was_changed_is_told"

READER = [
    off("a pointer leads to an object", "region",
        "pointer & 7 or not self.first <= index < end", _BYTES, "400"),
    off("an object has its shape", "region",
        "words[index] != constructor(tag, count, scalars)", _MALFORMED, "another_kind"),
    off("a text ends in the file", "region",
        "not 1 <= size <= _MAX_STRING or start + size > len(self._bytes)", _MALFORMED, "end"),
    off("a text is as long as it says", "region",
        "raw[-1] or len(text) != length", _MALFORMED, "another_length"),
    off("an array ends in the file", "region",
        "words[index + 1] > len(words) - index - 3", _MALFORMED, "too_long"),
    off("a number has one spelling", "region", "value < 1 << 63", _MALFORMED, "written_large"),
    off("a number is not too large", "region", "not 0 < count * width * 8 <= _MAX_BITS",
        "test_olean.py::test_a_number_that_is_too_large_is_refused"),
    off("there is a header", "region", "len(data) < _HEADER or data[:5] != _MARK",
        "test_olean.py::test_a_file_without_a_whole_head_is_no_module"),
    off("the format is known", "region", "head >> 56 != _TERMINATOR",
        "test_olean.py::test_a_file_of_version_1_that_was_cut_off_is_refused"),
    off("the parts belong together", "region", "not 0 <= gap <= _GAP",
        "test_olean.py::test_the_parts_of_other_modules_are_refused"),
    off("the private part is there", "olean", "self.is_module and len(parts) < 3",
        "test_olean.py::test_a_file_of_the_module_system_is_read_with_its_private_part"),
    off("each name has a constant", "olean", "len(names) != len(places)",
        _MALFORMED, "without_a_constant"),
    off("a name has one constant", "olean", "constant in self._places", _MALFORMED, "two"),
    off("a constant has the name of its key", "olean", "constant.name != name",
        _MALFORMED, "under_another_name"),
    off("a truth value is one", "olean", "value > 1", _MALFORMED, "truth"),
    off("a term has no variable of a proof in progress", "term_reader", "shape is None",
        "test_olean.py::test_a_variable_that_has_no_place_in_a_module_is_refused"),
    Mutation("a term is no part of itself", "term_reader", "not first <= child < index",
             "not first <= child <= index", _MALFORMED, "itself"),
    off("an index is not too large", "term_reader", "number >= limit", _MALFORMED, "beyond"),
]  # fmt: skip
COMPARISON = [
    off("the statement has as many universes", "compare",
        "len(first.level_params) != len(second.level_params)",
        _UNWRITTEN, "universe"),
    Mutation("the statement's type", "compare",
             "elif not self._same(first.type, second.type, levels, is_free=True):", "elif False:",
             _OTHER, "literal"),
    off("a name below is on both sides", "compare",
        "asked not in self._asked.names or given not in self._given.names", _UNWRITTEN, "side"),
    Mutation("the kind of what is below", "compare",
             "lambda constant: constant.kind,", "lambda _: 0,", _OTHER, "kind"),
    Mutation("the safety of what is below", "compare",
             "lambda constant: constant.safety,", "lambda _: 0,",
             _UNWRITTEN, "safety"),
    Mutation("the universes of what is below", "compare",
             "lambda constant: len(constant.level_params),", "lambda _: 0,",
             _UNWRITTEN, "universe"),
    Mutation("the shape of what is below", "compare",
             "lambda constant: (constant.counts, *(len(part) for part in _groups(constant))),",
             "lambda _: 0,", _OTHER, "constructors or fields"),
    Mutation("the type of what is below", "compare",
             "if not self._same(first.type, second.type, levels):", "if False:", _OTHER,
             "definition and type or constructor and type"),
    off("the value of what is below", "compare",
        "not self._same(first.value, second.value, levels)", _OTHER, "value"),
    off("the parts of what is below", "compare",
        "not all(self._pair(a, b) for a, b in names)", _OTHER, "constructor"),
    Mutation("a trusted name stands for itself", "compare", "            return asked == given",
             "            return True", _OTHER),
    Mutation("a name stands for one other", "compare", "return self._pairs[asked] == given",
             "return True", _OTHER, "two"),
    off("only what Lean makes is called otherwise", "compare",
        "asked != given and not (self._is_made(asked) and self._is_made(given))", _OTHER,
        "own"),
    off("a universe is the one asked for", "compare", "levels.get(first[1]) != second[1]", _OTHER,
        "universe"),
    Mutation("as many universes of a constant", "compare",
             "return len(first[2]) == len(second[2]) and", "return", _FORMS, "levels"),
    Mutation("the field of a projection", "compare",
             "return bool(first[2] == second[2]) and", "return", _FORMS, "field"),
    Mutation("a literal, a text, a bound variable", "compare", "return first == second",
             "return True", _OTHER, "literal or text or bound"),
    off("the form of a term", "compare", "first[0] != second[0] or len(first) != len(second)",
        _FORMS, "form"),
]  # fmt: skip
KERNEL = [
    off("a name that the kernel computes with", "replay", "name in reserved", _KERNEL, "computes"),
    off("the kernel's own quotient", "replay", 'constant.kind == "quotient"',
        "test_look.py::test_a_quotient_of_the_texts_own_is_refused"),
    Mutation("an unsafe constant is left out", "replay", 'if constant.safety == "safe":',
             "if True:", "test_look.py::test_what_rests_on_an_unsafe_constant_is_refused"),
    off("the kernel made just this", "replay", "not kernel.has(constant)", _ORDER),
    off("a group of types is whole", "replay",
        'type is None or type.kind != "inductive" or type.group != first.group', _GROUPS, "group"),
    off("all constructors are there", "replay", "len(constructors) != len(type.constructors)",
        _GROUPS, "constructor"),
    off("what the kernel refuses", "kernel", "_tag(result) == 0", _KERNEL, "theorem"),
    Mutation("the kernel has it with this type", "kernel",
             "and bool(self._equal(_field(heading, 2), self.object(constant.type)))", "",
             "test_look.py::test_a_recursor_of_another_type_is_refused"),
    Mutation("the kernel has it as this kind", "kernel", "_tag(info) == tag", "True",
             "test_look.py::test_a_constructor_of_another_kind_is_refused"),
]  # fmt: skip
LOOK = [
    off("an import is trusted", "look", "module not in allowed_imports",
        "test_look.py::test_a_module_that_is_not_trusted_is_refused"),
    off("a name is not taken", "look", "self._is_known(name)",
        "test_look.py::test_nor_where_no_kernel_replays"),
    off("the theorem is there", "look", "name not in self._text.names", _NO_THEOREM),
    off("it is a theorem", "look", 'constant.kind != "theorem" and not any_kind', _NO_THEOREM),
    off("the statement is compared", "look", "question.statement", _OTHER, "statement"),
    off("an axiom of the text's own", "look", "file is self._text and not own_axioms",
        _OWN_AXIOMS),
    Mutation("axioms below", "look", "new = file.uses(name) - seen", "new = set[int]()",
             _OWN_AXIOMS),
    Mutation("an axiom of the test's own", "look", "base_axioms.add(name)", "pass",
             "test_certify.py::test_an_axiom_of_the_start_is_allowed_by_name"),
    Mutation("the axioms of trusted modules", "verifier_process",
             'for name in found.pop("frontier")', 'for name in found.pop("frontier")[:0]',
             "test_look.py::test_the_axioms_of_trusted_modules_are_told"),
    off("axioms are among the allowed", "second_look", "excess",
        "test_certify.py::test_a_sorry_of_the_start_is_found_below_the_proof"),
    off("Lean ended without an error", "second_look", "done.exit_code != 0",
        "test_certify.py::test_what_lean_rejects_is_refused_with_its_messages_at_their_places"),
    Mutation("there is a compiled file", "second_look",
             "            if done.olean is None:\n                raise Refusal(",
             "            if done.olean is None:\n                return done, ()\n"
             "                raise Refusal(",
             "test_process_attacks.py::test_a_text_that_leaves_no_compiled_file_is_refused"),
    off("the text brings no core", "sources", '"prelude" in lines', _HOSTILE, "prelude"),
    off("the compiled file is a file", "trusted_side", "not is_regular(path)",
        "test_certify.py::test_a_link_is_no_compiled_file"),
]  # fmt: skip
TRUSTED = [
    Mutation("trusted files, after the text ran", "second_look",
             "                self._trusted.verify(verifier.files)", "                pass",
             "test_process_attacks.py::test_what_rewrites_the_core_library_gets_no_certificate"),
    Mutation("a trusted file is what was built", "trusted",
             "is_recorded = recorded in", "is_recorded = True or recorded in",
             "test_trusted.py::test_a_file_of_the_cache_is_what_was_built_also_in_another_process"),
    Mutation("a trusted file is what it was", "trusted", "known != digest", "False", _CHANGED),
    Mutation("a trusted file is looked at again", "trusted",
             "self._states.get(path) == state", "path in self._states", _CHANGED),
]  # fmt: skip
MUTATIONS = [*READER, *COMPARISON, *KERNEL, *LOOK, *TRUSTED]


def source(mutation: Mutation, root: Path = ROOT) -> Path:
    """Return the file that a mutation changes."""
    return root / "pytest_lean" / "judge" / f"{mutation.file}.py"


def mutated(mutation: Mutation) -> str:
    """Return the text of that file with the check switched off."""
    whole = source(mutation).read_text(encoding="utf-8")
    return whole.replace(mutation.code, mutation.broken, 1)


def is_noticed(mutation: Mutation, copy: Path) -> bool:
    """Return whether a test fails on a copy of the project with the check switched off.

    Raises:
        RuntimeError: no test was run.
    """
    place = source(mutation, copy)
    place.write_text(mutated(mutation), encoding="utf-8")
    try:
        chosen = ["-k", mutation.cases] if mutation.cases else []
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"),
                *("-m", "slow or not slow"),
                *chosen,
                f"tests/judge/{mutation.tests}",
            ],
            check=False,
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=_SECONDS,
        )
    finally:
        shutil.copy(source(mutation), place)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{mutation.check}: no test was run\n{done.stdout}{done.stderr}")
    return done.returncode == 1


def main(*words: str) -> int:
    """Switch off each check, and tell which no test notices; return how many those are."""
    chosen = [one for one in MUTATIONS if not words or any(word in one.check for word in words)]
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("pytest_lean", "tests"):
            shutil.copytree(ROOT / name, copy / name)
        shutil.copy(ROOT / "pyproject.toml", copy)
        for mutation in chosen:
            noticed = is_noticed(mutation, copy)
            missed += not noticed
            print(f"{'noticed' if noticed else 'MISSED '}  {mutation.check}", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} are noticed")
    return missed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) > 0)
