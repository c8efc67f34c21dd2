"""A transport without a process, for tests of the code that uses a transport."""

from __future__ import annotations

from collections.abc import Callable


class Wire:
    """Keeps what is sent; the test decides what comes back, and when."""

    def __init__(self, argv, env, on_message, on_end) -> None:
        self.pid = 1
        self.say: Callable[[dict], None] = on_message
        self.hang_up: Callable[[str], None] = on_end
        self.sent: list[dict] = []
        self.gone: float | None = None
        self.code: int | None = None
        self.stderr = ""
        self.on_barrier: Callable[[], None] = lambda: None

    def send(self, *messages: dict) -> None:
        for message in messages:
            self.sent.append(message)
            if message["method"] == "textDocument/waitForDiagnostics":
                self.on_barrier()

    def answer(self) -> None:
        """Answer the last barrier."""
        self.say({"id": self.barriers()[-1], "result": {}})

    def barriers(self) -> list[int]:
        waits = [one for one in self.sent if one["method"] == "textDocument/waitForDiagnostics"]
        return [one["id"] for one in waits]

    def exit_code(self) -> int | None:
        return self.code

    def ended_for(self) -> float | None:
        return self.gone

    def stderr_tail(self) -> str:
        return self.stderr

    def close(self) -> None:
        self.gone = 0.0
