"""A map whose memory does not grow with its length."""

from __future__ import annotations

from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from pytest_lean.judge import disk_map
from pytest_lean.judge.disk_map import DiskMap, digest_of

STEPS = st.lists(st.tuples(st.sampled_from(("put", "add", "get")), st.integers(0, 12)))


def test_many_keys_have_the_values_that_were_put_there_last() -> None:
    with closing(DiskMap()) as found:
        for round_ in (b"first", b"second"):
            for n in range(12_000):
                found.put(digest_of(f"key {n}"), b"%s %d" % (round_, n))
        assert [found.get(digest_of(f"key {n}")) for n in range(12_000)] == [
            b"second %d" % n for n in range(12_000)
        ]
        assert not any(digest_of(f"other {n}") in found for n in range(12_000))


@given(STEPS)
def test_it_answers_as_a_dict_does_however_full_its_filter_is(steps) -> None:
    whole = disk_map._BATCH, disk_map._MERGED, disk_map._UNUSED_BITS
    # So that much is written and merged, and bits are shared.
    disk_map._BATCH, disk_map._MERGED, disk_map._UNUSED_BITS = 2, 2, 29
    try:
        with closing(DiskMap()) as found:
            known: dict[bytes, bytes] = {}
            for step, (what, n) in enumerate(steps):
                key, value = digest_of(f"\ud800{n}"), b"%d" % step
                if what == "put":
                    found.put(key, value)
                    known[key] = value
                elif what == "add":
                    assert found.add(key, value) is (key not in known)
                    known.setdefault(key, value)
                assert found.get(key) == known.get(key)
    finally:
        disk_map._BATCH, disk_map._MERGED, disk_map._UNUSED_BITS = whole
