"""Lean's kernel, called through ``libleanshared``, on terms that were made anew.

Promises: what is checked is built from a :class:`~pytest_lean.judge.terms.Terms` by the library's
own constructors, so that nothing that a file caches is believed; what the kernel refuses is a
:class:`KernelRefusal` in its own words, and what it could not decide is a :class:`KernelGaveUp`.

It belongs into a process of its own (:mod:`pytest_lean.judge.verifier_process`): the library
cannot be unloaded, a term that is too deep ends the process, and nothing that is made is freed.

The calls are those of the binaries in :data:`FITTING`, one commit of Lean for each; they were
tried on these and on no other. Objects are made with the count 0, which stands for "never counted,
never freed", so that who owns what does not matter here.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pytest_lean.judge.constants import Constant
from pytest_lean.judge.terms import EXPRESSIONS_IN, Terms

# Commits of Lean whose calls are known: name of the release.
FITTING = {"eb6cafb7290e8bd5f2937522d8d804f58f02bafc": "4.35.0"}

_MAX_RECURSION = 512
_SMALL = 1 << 63
_NONE = 1  # `box(0)`: Option.none, the empty list, the anonymous name, level zero
_ARRAY_TAG = 246
_Pointer = ctypes.c_void_p

# The kernel's exceptions in the order of their tags, as Lean words them.
_REFUSALS = (
    "unknown constant",
    "the constant has already been declared",
    "declaration type mismatch",
    "the declaration has metavariables",
    "the declaration has free variables",
    "function expected",
    "type expected",
    "let-declaration type mismatch",
    "type mismatch",
    "application type mismatch",
    "invalid projection",
    "the type of the theorem is not a proposition",
    "",
    "deterministic timeout",
    "excessive memory consumption",
    "deep recursion",
    "interrupted",
)
_WITH_NAME = (0, 1)
_OTHER, _GAVE_UP = 12, (13, 14, 15, 16)
_PARTS_OF_LEVELS = {"zero": (), "param": (1,), "succ": (1,), "max": (1, 2), "imax": (1, 2)}
_PARTS_OF_NAMES = {"anonymous": (), "string": (1,), "number": (1,)}
_PARTS = {**EXPRESSIONS_IN, **_PARTS_OF_LEVELS, **_PARTS_OF_NAMES, "sort": (1,), "proj": (1, 3)}


class KernelRefusal(Exception):
    """The kernel does not accept a declaration; the message is the kernel's."""


class KernelGaveUp(Exception):
    """The kernel could not decide: time, memory or depth."""


class Kernel:
    """An environment of trusted modules, and the kernel that adds to it.

    Args:
        library: the path of ``libleanshared``.
        terms: where the terms to be checked are.
        imports: the modules that the environment begins with, found through ``LEAN_PATH``.

    Raises:
        OSError: the library cannot be loaded.
        KernelGaveUp: the modules cannot be imported.
    """

    def __init__(self, library: str, terms: Terms, imports: Iterable[str]) -> None:
        self._terms = terms
        self._library = ctypes.PyDLL(library, mode=ctypes.RTLD_GLOBAL)
        self._declare()
        self._objects: dict[int, int] = {}
        self._lists: dict[tuple[int, ...], int] = {}
        self._call("lean_initialize", None)()
        self._call("lean_io_mark_end_initialization", None)()
        self._binder = self._pinned(self._make["string"](_NONE, self._text("x")))
        self._environment = self._import(imports)

    def add(self, constant: Constant) -> None:
        """Have the kernel check an axiom, definition, theorem or opaque constant, and add it.

        Raises:
            KernelRefusal: it is not well typed, or its name is taken.
            KernelGaveUp: it could not be decided.
        """
        heading = self._heading(constant)
        value = None if constant.value is None else self.object(constant.value)
        is_unsafe = bytes([constant.safety == "unsafe"])
        group = self._names(constant.group)
        if constant.kind == "axiom":
            made = (0, self._constructor(0, (heading,), is_unsafe))
        elif constant.kind == "definition":
            safety = bytes([("unsafe", "safe", "partial").index(constant.safety)])
            fields = (heading, value, self._hints(constant.hints), group)
            made = (1, self._constructor(0, fields, safety))
        elif constant.kind == "theorem":
            made = (2, self._constructor(0, (heading, value, group)))
        elif constant.kind == "opaque":
            made = (3, self._constructor(0, (heading, value, group), is_unsafe))
        else:
            raise KernelRefusal(f"a constant of kind {constant.kind} cannot be declared by itself")
        self._add(self._constructor(made[0], (made[1],)))

    def add_inductive(
        self,
        level_params: Sequence[int],
        parameters: int,
        types: Sequence[tuple[Constant, Sequence[Constant]]],
    ) -> None:
        """Have the kernel check inductive types with their constructors, and add all to them."""
        made = [
            self._constructor(0, (*self._named(type), self._list(map(self._pair, constructors))))
            for type, constructors in types
        ]
        fields = (self._names(level_params), self._number(parameters), self._list(made))
        self._add(self._constructor(6, fields, b"\0"))

    def has(self, constant: Constant) -> bool:
        """Tell whether the environment has just this constant, by kind, type and universes."""
        tag = KIND_TAGS[constant.kind]
        found = self._find(self._environment, self.object(constant.name))
        if found & 1:
            return False
        info = _field(found, 0)
        heading = _field(_field(info, 0), 0)
        return (
            _tag(info) == tag
            and self._names_in(_field(heading, 1)) == list(constant.level_params)
            and bool(self._equal(_field(heading, 2), self.object(constant.type)))
        )

    def object(self, number: int) -> int:
        """Return Lean's object for a term; its parts have smaller numbers, so no recursion."""
        made = self._objects
        if number not in made:
            nodes = self._terms.nodes
            missing, stack = {number}, [number]
            while stack:
                node = nodes[stack.pop()]
                parts = [node[place] for place in _PARTS[node[0]]]
                if node[0] == "const":
                    parts = [node[1], *node[2]]
                new = {part for part in parts if part not in made} - missing
                missing |= new
                stack += new
            for index in sorted(missing):
                is_none = nodes[index][0] == "anonymous"
                made[index] = _NONE if is_none else self._pinned(self._build(*nodes[index]))
        return made[number]

    def _build(self, kind: str, *parts: Any) -> int:
        made = self._objects
        arguments: Sequence[int]
        if kind in ("lam", "pi", "let"):
            arguments = (self._binder, *(made[part] for part in parts), 0)
        elif kind == "const":
            arguments = (made[parts[0]], self._list(made[level] for level in parts[1]))
        elif kind == "proj":
            arguments = (made[parts[0]], self._number(parts[1]), made[parts[2]])
        elif kind in ("nat", "text"):
            value = self._number(parts[0]) if kind == "nat" else self._text(parts[0])
            arguments = (self._constructor(int(kind == "text"), (value,)),)
        elif kind == "bvar":
            arguments = (self._number(parts[0]),)
        elif kind in ("string", "number"):
            last = self._text(parts[1]) if kind == "string" else self._number(parts[1])
            arguments = (made[parts[0]], last)
        else:
            arguments = [made[part] for part in parts] or (_NONE,)
        return self._make[kind](*arguments)

    def _add(self, declaration: int) -> None:
        result = self._add_declaration(self._environment, 0, _MAX_RECURSION, declaration, _NONE)
        if _tag(result) == 0:
            self._raise(_field(result, 0))
        self._environment = self._pinned(_field(result, 0))

    def _raise(self, exception: int) -> None:
        tag = exception >> 1 if exception & 1 else _tag(exception)
        if tag in _GAVE_UP:
            raise KernelGaveUp(_REFUSALS[tag])
        if tag == _OTHER:
            raise KernelRefusal(_string(_field(exception, 0)))
        words = _REFUSALS[tag] if tag < len(_REFUSALS) else f"refusal {tag}"
        if tag in _WITH_NAME:
            words += f" {self._terms.show(self._name_in(_field(exception, 1)))}"
        raise KernelRefusal(words)

    def _import(self, modules: Iterable[str]) -> int:
        self._io(self._call("lean_init_search_path", _Pointer)())
        imports = [
            self._constructor(0, (self.object(self._terms.name(module)),), b"\0\1\0")
            for module in modules
        ]
        bytes_ = ctypes.c_uint8
        arguments = (
            _Pointer,
            _Pointer,
            ctypes.c_uint32,
            _Pointer,
            bytes_,
            bytes_,
            bytes_,
            _Pointer,
        )
        call = self._call("l_Lean_importModules", _Pointer, *arguments)
        options = _Pointer.in_dll(self._library, "l_Lean_Options_empty").value
        # Kept for good, without the modules' extensions (which are code), private parts included.
        made = call(self._array(imports), options, 0, self._array([]), 1, 0, 2, 3)
        environment: int = self._call("lean_elab_environment_to_kernel_env", _Pointer, _Pointer)(
            self._io(made)
        )
        self._call("lean_mark_persistent", None, _Pointer)(environment)
        return environment

    def _io(self, result: int) -> int:
        if _tag(result) != 0:
            text = self._call("lean_io_error_to_string", _Pointer, _Pointer)(_field(result, 0))
            raise KernelGaveUp(_string(text))
        return _field(result, 0)

    def _declare(self) -> None:
        """Name the functions of the library that are used, with their arguments."""
        pointer, call = _Pointer, self._call
        self._allocate = call("lean_alloc_small_object_core", pointer, ctypes.c_size_t)
        self._allocate_large = call("lean_alloc_object", pointer, ctypes.c_size_t)
        size = ctypes.c_size_t
        self._make_string = call("lean_mk_string_from_bytes", pointer, ctypes.c_char_p, size)
        self._shift = call("lean_nat_shiftl", pointer, pointer, pointer)
        self._sum = call("lean_nat_big_add", pointer, pointer, pointer)
        self._large = call("lean_big_uint64_to_nat", pointer, ctypes.c_uint64)
        self._find = call("lean_environment_find", pointer, pointer, pointer)
        self._equal = call("lean_expr_eqv", ctypes.c_uint8, pointer, pointer)
        self._add_declaration = call(
            "lean_add_decl", pointer, pointer, size, size, pointer, pointer
        )
        made = {
            "string": ("lean_name_mk_string", 2, 0),
            "number": ("lean_name_mk_numeral", 2, 0),
            "zero": ("lean_level_mk_zero", 1, 0),
            "succ": ("lean_level_mk_succ", 1, 0),
            "max": ("lean_level_mk_max", 2, 0),
            "imax": ("lean_level_mk_imax", 2, 0),
            "param": ("lean_level_mk_param", 1, 0),
            "bvar": ("lean_expr_mk_bvar", 1, 0),
            "sort": ("lean_expr_mk_sort", 1, 0),
            "const": ("lean_expr_mk_const", 2, 0),
            "app": ("lean_expr_mk_app", 2, 0),
            "nat": ("lean_expr_mk_lit", 1, 0),
            "text": ("lean_expr_mk_lit", 1, 0),
            "proj": ("lean_expr_mk_proj", 3, 0),
            "lam": ("lean_expr_mk_lambda", 3, 1),
            "pi": ("lean_expr_mk_forall", 3, 1),
            "let": ("lean_expr_mk_let", 4, 1),
        }
        self._make = {
            kind: call(name, pointer, *[pointer] * objects, *[ctypes.c_uint8] * flags)
            for kind, (name, objects, flags) in made.items()
        }

    def _call(self, name: str, result: Any, *arguments: Any) -> Callable[..., int]:
        function = getattr(self._library, name)
        function.restype, function.argtypes = result, arguments
        return function  # type: ignore[no-any-return]

    def _heading(self, constant: Constant) -> int:
        name, type = self._named(constant)
        return self._constructor(0, (name, self._names(constant.level_params), type))

    def _named(self, constant: Constant) -> tuple[int, int]:
        return self.object(constant.name), self.object(constant.type)

    def _pair(self, constant: Constant) -> int:
        return self._constructor(0, self._named(constant))

    def _hints(self, hints: str | int) -> int:
        if isinstance(hints, int):
            return self._constructor(2, (), hints.to_bytes(4, "little"))
        return 1 if hints == "opaque" else 3

    def _names(self, names: Iterable[int]) -> int:
        return self._list(self.object(name) for name in names)

    def _names_in(self, list: int) -> list[int]:
        found = []
        while not list & 1:
            found.append(self._name_in(_field(list, 0)))
            list = _field(list, 1)
        return found

    def _name_in(self, name: int) -> int:
        """Return the number of a name that Lean hands back."""
        parts: list[tuple[str, str | int]] = []
        while not name & 1:
            is_string, last = _tag(name) == 1, _field(name, 1)
            parts.append(("string", _string(last)) if is_string else ("number", last >> 1))
            name = _field(name, 0)
        number = self._terms.anonymous
        for kind, part in reversed(parts):
            number = self._terms.make((kind, number, part))
        return number

    def _list(self, items: Iterable[int]) -> int:
        key = tuple(items)
        if key not in self._lists:
            made = _NONE
            for item in reversed(key):
                made = self._constructor(1, (item, made))
            self._lists[key] = made
        return self._lists[key]

    def _array(self, items: Sequence[int]) -> int:
        made: int = self._allocate_large(24 + 8 * len(items))
        ctypes.memset(made, 0, 8)
        ctypes.c_uint8.from_address(made + 7).value = _ARRAY_TAG
        for place, word in enumerate((len(items), len(items), *items), 1):
            ctypes.c_uint64.from_address(made + 8 * place).value = word
        return made

    def _text(self, text: str) -> int:
        raw = text.encode()
        return self._pinned(self._make_string(raw, len(raw)))

    def _number(self, number: int) -> int:
        if number < _SMALL:
            return number << 1 | 1
        if number < 1 << 64:
            return self._pinned(self._large(number))
        low = (number.bit_length() + 1) // 2
        high = self._shift(self._number(number >> low), self._number(low))
        return self._pinned(self._sum(self._pinned(high), self._number(number & ((1 << low) - 1))))

    def _constructor(self, tag: int, fields: Sequence[int | None], scalars: bytes = b"") -> int:
        scalars = scalars.ljust((len(scalars) + 7) // 8 * 8, b"\0")
        made: int = self._allocate(8 + 8 * len(fields) + len(scalars))
        ctypes.c_uint32.from_address(made).value = 0
        ctypes.c_uint16.from_address(made + 6).value = len(fields) | tag << 8
        for place, field in enumerate(fields, 1):
            assert field is not None
            ctypes.c_uint64.from_address(made + 8 * place).value = field
        ctypes.memmove(made + 8 + 8 * len(fields), scalars, len(scalars))
        return made

    @staticmethod
    def _pinned(made: int) -> int:
        if not made & 1:
            ctypes.c_uint32.from_address(made).value = 0
        return made


KIND_TAGS = {
    "axiom": 0,
    "definition": 1,
    "theorem": 2,
    "opaque": 3,
    "quotient": 4,
    "inductive": 5,
    "constructor": 6,
    "recursor": 7,
}


def _tag(made: int) -> int:
    return ctypes.c_uint8.from_address(made + 7).value


def _field(made: int, place: int) -> int:
    return ctypes.c_uint64.from_address(made + 8 + 8 * place).value


def _string(made: int) -> str:
    size = ctypes.c_uint64.from_address(made + 8).value
    return ctypes.string_at(made + 32, size - 1).decode("utf-8", "replace")
