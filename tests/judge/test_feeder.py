"""Items from a thread: all of them, in order, not far ahead."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator

import pytest
from waiting import wait_until

from pytest_lean.judge.feeder import AtOnce, Feeder


def taken(feeder: Feeder[int], woken: threading.Event) -> Iterator[int]:
    while not feeder.is_over:
        item = feeder.take()
        if item is not None:
            yield item
        elif not feeder.is_over:
            assert woken.wait(60)
            woken.clear()


def test_all_items_come_in_order() -> None:
    woken = threading.Event()
    feeder = Feeder(iter(range(5000)), woken.set)
    assert list(taken(feeder, woken)) == list(range(5000))


def test_it_does_not_read_far_ahead() -> None:
    read = itertools.count()
    feeder = Feeder((next(read) for _ in itertools.repeat(None)), lambda: None)
    wait_until(lambda: feeder._is_full)
    ahead = next(read)
    assert ahead < 1000
    feeder.stop()
    feeder._thread.join(60)
    assert not feeder._thread.is_alive()


def test_a_slow_producer_wakes_whoever_waits() -> None:
    woken, step = threading.Event(), threading.Semaphore(0)

    def produce() -> Iterator[int]:
        for number in range(3):
            step.acquire()
            yield number

    feeder = Feeder(produce(), woken.set)
    for number in range(3):
        assert feeder.take() is None
        step.release()
        assert woken.wait(60)
        woken.clear()
        assert feeder.take() == number


def test_what_reading_raises_comes_behind_what_was_read() -> None:
    def produce() -> Iterator[int]:
        yield 1
        raise OSError("gone")

    woken = threading.Event()
    items = taken(Feeder(produce(), woken.set), woken)
    assert next(items) == 1
    with pytest.raises(OSError, match="gone"):
        next(items)


def test_items_of_a_file_are_taken_without_a_thread() -> None:
    source = AtOnce([1, 2])
    threads = threading.active_count()
    assert [source.take(), source.take(), source.is_over] == [1, 2, False]
    assert source.take() is None
    assert source.is_over
    assert threading.active_count() == threads
