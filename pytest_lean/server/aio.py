"""Requests from asyncio: they queue for one thread, and none of them blocks the loop."""

from __future__ import annotations

import asyncio
import functools
import queue
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeAlias

from pytest_lean.errors import LeanTimeoutError
from pytest_lean.messages import CommandResponse, Request
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.request import text_of

_Job: TypeAlias = "tuple[Future[CommandResponse], Callable[[], CommandResponse]]"


class AsyncRunner:
    """Runs a server's blocking calls for asyncio, in the order in which they were made.

    Its thread is a daemon, unlike an executor's: the interpreter ends without waiting for Lean.
    """

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._finalizer = weakref.finalize(self, self._jobs.put, None)

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
        job = self._submit(functools.partial(run, request, deadline))
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
            # Otherwise asyncio would log that the outcome of the command was never retrieved.
            future.cancel()
            if not job.cancel():
                deadline.cancel()
                wake()
            raise

    def _submit(self, call: Callable[[], CommandResponse]) -> Future[CommandResponse]:
        if self._thread is None:
            self._thread = threading.Thread(
                target=_work, args=(self._jobs,), name="pytest-lean-async", daemon=True
            )
            self._thread.start()
        job: Future[CommandResponse] = Future()
        self._jobs.put((job, call))
        return job


def _work(jobs: queue.SimpleQueue[_Job | None]) -> None:
    while (work := jobs.get()) is not None:
        job, call = work
        del work
        if job.set_running_or_notify_cancel():
            try:
                job.set_result(call())
            except BaseException as error:
                job.set_exception(error)
        # While this thread waits for the next job, it must not keep the server of the last alive.
        del job, call
