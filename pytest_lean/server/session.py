"""The environments that a server elaborates again by itself after a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterator


class SessionCache:
    """Handles in the order in which they were added.

    A handle outside the cache survives a restart as well: its text is elaborated again when
    it is next used. What is in the cache is elaborated before anybody asks, so far as one
    document can hold it: the latest handle with all that it continues.

    Args:
        forget: makes the server drop a handle.
    """

    def __init__(self, forget: Callable[[int], None]) -> None:
        self._forget = forget
        self._handles: dict[int, None] = {}

    def add(self, env: int) -> None:
        """Add a handle; one that is in the cache moves to its end."""
        self._handles.pop(env, None)
        self._handles[env] = None

    def remove(self, env: int) -> None:
        """Drop a handle from the session and from the server.

        Raises:
            KeyError: if it is not in the cache.
        """
        del self._handles[env]
        self._forget(env)

    def clear(self) -> None:
        """Drop all handles of the cache, here and in the server."""
        for env in list(self._handles):
            self.remove(env)

    def __iter__(self) -> Iterator[int]:
        return iter(list(self._handles))  # a copy: another thread may add a handle meanwhile

    def __len__(self) -> int:
        return len(self._handles)

    def __contains__(self, env: object) -> bool:
        return env in self._handles
