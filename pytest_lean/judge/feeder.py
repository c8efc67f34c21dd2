"""Takes items from an iterable in a thread of its own, so that a slow one keeps nobody waiting.

Where proofs come from a model that is still writing them, the verdicts that are reached meanwhile
have to get out. Where they come quickly, the two threads seldom wait for each other: whoever takes
them lets half of what was read go before more is read.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

_AHEAD = 256


class Source(Protocol[T_co]):
    """Where a run takes its items from.

    Attributes:
        is_over: whether the last item was taken.
    """

    is_over: bool

    def take(self) -> T_co | None:
        """Return the next item; None if there is none now, or no more."""

    def stop(self) -> None:
        """End what it does."""


class AtOnce(Generic[T]):
    """Takes items in the thread that asks, where none of them is waited for: from a file.

    Args:
        items: what is read.
    """

    def __init__(self, items: Iterable[T]) -> None:
        self.is_over = False
        self._items = iter(items)

    def take(self) -> T | None:
        """Return the next item; None if there are no more.

        Raises:
            BaseException: what reading them raised.
        """
        for item in self._items:
            return item
        self.is_over = True
        return None

    def stop(self) -> None:
        """Do nothing: there is no thread."""


class Feeder(Generic[T]):
    """Reads ahead, but not far.

    Args:
        items: what is read; its iterator is used in the thread alone.
        wake: called when there is something after a time of nothing.

    Attributes:
        is_over: whether the last item was taken.
    """

    def __init__(self, items: Iterable[T], wake: Callable[[], None]) -> None:
        self.is_over = False
        self._items = items
        self._wake = wake
        self._read: deque[T | _End] = deque()
        self._changed = threading.Condition()
        self._is_full = False
        self._is_stopped = False
        self._is_awaited = False
        self._thread = threading.Thread(target=self._feed, name="pytest-lean-feeder", daemon=True)
        self._thread.start()

    def take(self) -> T | None:
        """Return the next item; None if there is none now, or no more.

        Raises:
            BaseException: what reading them raised.
        """
        if self.is_over:
            return None
        # First the flag, then the look: what is put behind the look finds the flag.
        self._is_awaited = True
        try:
            item = self._read.popleft()
        except IndexError:
            return None
        self._is_awaited = False
        if isinstance(item, _End):
            self.is_over = True
            if item.error is not None:
                raise item.error
            return None
        if self._is_full and len(self._read) <= _AHEAD // 2:
            self._notify()
        return item

    def stop(self) -> None:
        """End the thread, as soon as it has the item that it waits for."""
        self._is_stopped = True
        self._notify()

    def _feed(self) -> None:
        error: BaseException | None = None
        try:
            for item in self._items:
                if len(self._read) >= _AHEAD:
                    self._wait_for_room()
                if self._is_stopped:
                    return
                self._put(item)
        except BaseException as raised:  # whoever takes the items hears of it
            error = raised
        self._put(_End(error))

    def _wait_for_room(self) -> None:
        with self._changed:
            self._is_full = True  # before the look, as above
            while len(self._read) > _AHEAD // 2 and not self._is_stopped:
                self._changed.wait()
            self._is_full = False

    def _notify(self) -> None:
        with self._changed:
            self._changed.notify()

    def _put(self, item: T | _End) -> None:
        self._read.append(item)
        if self._is_awaited:
            self._is_awaited = False
            self._wake()


class _End:
    def __init__(self, error: BaseException | None) -> None:
        self.error = error
