"""A fresh ``lean --worker`` on one document, for what only a server can be asked.

Goals at a ``sorry``, the outline, and what a document with errors declares are no part of what
``lean --json`` prints. It runs as every other text of the lane does, behind the same walls.
"""

from __future__ import annotations

import contextlib
import json
from typing import Any

from pytest_lean.errors import LeanCrashError
from pytest_lean.language.quoted import MODULE
from pytest_lean.server.deadline import Deadline
from pytest_lean.server.death import death
from pytest_lean.server.lane.lane import Lane
from pytest_lean.server.transport import Json, new_id, next_version

_SEPARATOR = b"\r\n\r\n"
_LENGTH = b"content-length:"


class Dialogue:
    """A server's worker that has elaborated ``text``, to be asked about it and then closed.

    Args:
        lane: where it runs.
        text: the document.
        deadline: for its start and its elaboration.

    Raises:
        LeanTimeoutError, LeanMemoryError, LeanCrashError: there is no answer.
    """

    def __init__(self, lane: Lane, text: str, deadline: Deadline) -> None:
        self._text = text
        self._version = next_version()
        self._open = contextlib.ExitStack()
        self.info: Json | None = None
        try:
            folder = self._open.enter_context(lane.folder())
            # As for a warm worker: the file gives the document's module its name, and is not read.
            file = folder / f"{MODULE}.lean"
            file.touch()
            self._uri = file.as_uri()
            arguments = ("--worker", "-Dserver.reportDelayMs=0", self._uri)
            variables = {"LEAN_SRC_PATH": str(folder), "LAKE": str(folder / "lake")}
            self._talk = lane.talk(arguments, folder, text, deadline, variables)
            self._open.callback(self._talk.close)
            self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
            version = self._version
            document = {"uri": self._uri, "languageId": "lean", "version": version, "text": text}
            self._say({"method": "textDocument/didOpen", "params": {"textDocument": document}})
            barrier = {"uri": self._uri, "version": version}
            self._wait(self._ask("textDocument/waitForDiagnostics", barrier), deadline)
        except BaseException:
            self.close()
            raise

    @property
    def is_open(self) -> bool:
        """Whether it can be asked; the next text of its lane ends it, if nobody stopped it."""
        return self._talk.is_open

    def ask(self, method: str, params: Json, deadline: Deadline) -> Any:
        """Send a request about the document; return its result, None if there is none.

        Raises:
            LeanTimeoutError, LeanMemoryError, LeanCrashError: there is no answer.
        """
        request = self._ask(method, {"textDocument": {"uri": self._uri}, **params})
        return self._wait(request, deadline).get("result")

    def stop(self) -> None:
        """Have it ended without waiting for that; it still has to be closed."""
        self._talk.stop()

    def close(self) -> None:
        """End it."""
        self._open.close()

    def _ask(self, method: str, params: Json) -> int:
        request = new_id()
        self._say({"id": request, "method": method, "params": params})
        return request

    def _say(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._talk.say(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def _wait(self, request: int, deadline: Deadline) -> Json:
        """Return the answer to ``request``; keep what it tells about declarations on the way."""
        while True:
            while (message := self._next()) is not None:
                if message.get("method") == "$/lean/ileanInfoFinal":
                    told = message["params"]
                    self.info = told if told.get("version") == self._version else self.info
                if "method" not in message and message.get("id") == request:
                    return message
            if not self._talk.listen(deadline):
                ended = self._talk.finish(deadline)
                error = death(ended.code, ended.stderr, "its process ended", who="Lean")
                error.command = self._text
                raise error

    def _next(self) -> Json | None:
        """Return the next whole message, None if there is none yet."""
        stdout = self._talk.stdout
        head, separator, _ = bytes(stdout[:4096]).partition(_SEPARATOR)
        if not separator:
            return None
        try:
            [length] = [
                int(line[len(_LENGTH) :])
                for line in head.lower().split(b"\r\n")
                if line.startswith(_LENGTH)
            ]
            start = len(head) + len(_SEPARATOR)
            if len(stdout) < start + length:
                return None
            message = json.loads(bytes(stdout[start : start + length]))
            del stdout[: start + length]
        except ValueError as error:
            raise LeanCrashError(
                f"Lean sent what is not its protocol: {error}", cause="protocol", command=self._text
            ) from error
        return message if isinstance(message, dict) else None
