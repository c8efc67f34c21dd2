"""Compiled modules written by hand, for what Lean writes seldom or no longer."""

from __future__ import annotations

import struct

from pytest_lean.judge.terms import Terms

BASE = 0x7F0000000000
_LEVEL_TAGS = {"succ": 1, "max": 2, "imax": 3, "param": 4}
_EXPRESSION_TAGS = {
    "bvar": 0,
    "sort": 3,
    "const": 4,
    "app": 5,
    "lam": 6,
    "pi": 7,
    "let": 8,
    "proj": 11,
}
_SCALARS = {"lam": 9, "pi": 9, "let": 9}


class Writer:
    """Builds a file of format 1 or 2 out of terms."""

    def __init__(self, terms: Terms, version: int = 2, *, gmp: bool = True) -> None:
        self.terms, self.version, self.gmp = terms, version, gmp or version == 1
        self.data = bytearray(96 if version == 2 else 56)
        self.made: dict[object, int] = {}

    def module(self, constants: dict[int, int]) -> bytes:
        """Return a module of axioms: name -> type."""
        names = [self.name(name) for name in constants]
        return self.whole(names, [self.axiom(name, type) for name, type in constants.items()])

    def whole(self, names: list[int], infos: list[int]) -> bytes:
        """Return the module of names and constants that were put into it."""
        fields = [self.array([]), self.array(names), self.array(infos)]
        flags = b"\0" * 8 if self.version == 2 else b""
        return self.finish(self.object(0, [*fields, self.array([]), self.array([])], flags))

    def finish(self, root: int) -> bytes:
        if self.version == 1:
            self.data[:8] = b"olean\x01" + b"ab"
            self.data[48:56] = struct.pack("<Q", BASE)
            return bytes(self.data) + struct.pack("<QQ", 16 << 32 | 255 << 56, root)
        self.data[:7] = bytes([*b"olean", 2, int(self.gmp)])
        self.data[7:13] = b"4.35.0"
        self.data[80:96] = struct.pack("<QQ", BASE, root)
        return bytes(self.data)

    def object(self, tag: int, fields: list[int], scalars: bytes = b"") -> int:
        scalars = scalars.ljust((len(scalars) + 7) // 8 * 8, b"\0")
        size = 8 + 8 * len(fields) + len(scalars)
        head = size << 32 | len(fields) << 48 | tag << 56
        return self.put(struct.pack(f"<{len(fields) + 1}Q", head, *fields) + scalars)

    def put(self, raw: bytes) -> int:
        place = BASE + len(self.data)
        self.data += raw.ljust((len(raw) + 7) // 8 * 8, b"\0")
        return place

    def array(self, items: list[int]) -> int:
        head = struct.pack("<QQQ", 1 << 32 | 246 << 56, len(items), len(items))
        return self.put(head + struct.pack(f"<{len(items)}Q", *items))

    def text(self, text: str) -> int:
        raw = text.encode() + b"\0"
        return self.put(
            struct.pack("<QQQQ", 1 << 32 | 249 << 56, len(raw), len(raw), len(text)) + raw
        )

    def number(self, value: int) -> int:
        if value < 1 << 63:
            return value << 1 | 1
        width = 8 if self.gmp else 4
        count = -(-value.bit_length() // (8 * width))
        limbs = BASE + len(self.data) + (24 if self.gmp else 32)
        head = 24 << 32 | 250 << 56
        if self.gmp:
            raw = struct.pack("<QiiQ", head, count, count, limbs)
        else:
            raw = struct.pack("<QQQQ", head, 0, count, limbs)
        return self.put(raw + value.to_bytes(count * width, "little"))

    def list(self, items: list[int]) -> int:
        place = 1
        for item in reversed(items):
            place = self.object(1, [item, place])
        return place

    def name(self, name: int) -> int:
        kind, *rest = self.terms.nodes[name]
        if kind == "anonymous":
            return 1
        if name not in self.made:
            prefix = self.name(rest[0])
            part = self.text(rest[1]) if kind == "string" else self.number(rest[1])
            self.made[name] = self.object(1 if kind == "string" else 2, [prefix, part], b"hash")
        return self.made[name]

    def level(self, level: int) -> int:
        kind, *rest = self.terms.nodes[level]
        if kind == "zero":
            return 1
        if level not in self.made:
            below = [self.name(rest[0])] if kind == "param" else [self.level(one) for one in rest]
            self.made[level] = self.object(_LEVEL_TAGS[kind], below, b"data")
        return self.made[level]

    def expression(self, term: int) -> int:
        if term not in self.made:
            kind, *rest = self.terms.nodes[term]
            self.made[term] = self._expression(kind, rest)
        return self.made[term]

    def _expression(self, kind: str, rest: list) -> int:
        if kind in ("nat", "text"):
            value = self.number(rest[0]) if kind == "nat" else self.text(rest[0])
            return self.object(9, [self.object(int(kind == "text"), [value])], b"data")
        if kind == "const":
            levels = self.list([self.level(one) for one in rest[1]])
            fields = [self.name(rest[0]), levels]
        elif kind == "proj":
            fields = [self.name(rest[0]), self.number(rest[1]), self.expression(rest[2])]
        elif kind == "sort":
            fields = [self.level(rest[0])]
        elif kind == "bvar":
            fields = [self.number(rest[0])]
        else:
            fields = [self.expression(one) for one in rest]
            fields = fields if kind == "app" else [1, *fields]
        return self.object(_EXPRESSION_TAGS[kind], fields, b"\0" * _SCALARS.get(kind, 8))

    def heading(self, name: int, type: int, universes: tuple[int, ...] = ()) -> int:
        params = self.list([self.name(one) for one in universes])
        return self.object(0, [self.name(name), params, self.expression(type)])

    def axiom(
        self, name: int, type: int, universes: tuple[int, ...] = (), *, is_unsafe: bool = False
    ) -> int:
        heading = self.heading(name, type, universes)
        return self.object(0, [self.object(0, [heading], bytes([is_unsafe]))])
