"""Requests from asyncio: they queue for one thread, and none of them blocks the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from pytest_lean.errors import LeanTimeoutError
from pytest_lean.messages import CommandResponse, Request
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.requests import text_of


class AsyncRunner:
    """Runs a server's blocking calls for asyncio, in the order in which they were made."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pytest-lean-async")

    async def run(
        self,
        run: Callable[[Request, Deadline], CommandResponse],
        wake: Callable[[], None],
        request: Request,
        deadline: Deadline,
    ) -> CommandResponse:
        """Return what ``run(request, deadline)`` returns; cancelling the task stops it.

        Args:
            run: the blocking call, which keeps to its deadline by itself.
            wake: makes a call that waits for Lean look at its deadline.
            request: the request.
            deadline: counted from the call, so it also bounds the wait for the thread.
        """
        job = self._thread.submit(run, request, deadline)
        future = asyncio.wrap_future(job)
        try:
            done, _ = await asyncio.wait({future}, timeout=deadline.remaining)
            if not done and job.cancel():
                raise LeanTimeoutError(
                    f"the command waited {deadline.elapsed:.2f} s for its turn and was not started",
                    command=text_of(request),
                    elapsed=deadline.elapsed,
                )
            return await future
        except asyncio.CancelledError:
            future.cancel()  # so that nobody is told of an outcome that nobody waits for
            if not job.cancel():
                deadline.cancel()
                wake()
            raise
