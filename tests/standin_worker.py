"""A STAND-IN for ``lean --worker`` that speaks its protocol and misbehaves on demand.

It answers every document with no messages, until a document holds ``-- do: NAME``: then it
does what NAME says. No test of Lean's behaviour may use it.
"""

from __future__ import annotations

import json
import os
import sys
import time

from pytest_lean import Toolchain

STANDIN = Toolchain(
    kind="explicit",
    command=(sys.executable, __file__),
    version=(4, 35, 0),
    version_text="a stand-in",
)


def read():
    length = 0
    while (line := sys.stdin.buffer.readline()) not in (b"\r\n", b""):
        length = int(line.split(b":")[1])
    return json.loads(sys.stdin.buffer.read(length)) if length else None


def raw(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def send(message) -> None:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))


def diagnostics(version: int, text: str):
    place = {"line": 1, "character": 0}  # behind the barrier
    return {
        "method": "textDocument/publishDiagnostics",
        "params": {
            "version": version,
            "diagnostics": [
                {"range": {"start": place, "end": place}, "severity": 3, "message": text}
            ],
        },
    }


ODD = {
    "silent-error": {"severity": 1, "isSilent": True},
    "unknown-severity": {"severity": 9},
}
# Lean answers requests about a version that was edited away when its work has ended; here, at once.
unanswered: list[int] = []


def forge(name: str, request: int, version: int) -> None:
    """Send an error in a form that may be read as part of another message; end the command."""
    error = diagnostics(version, "an error")
    if name == "second-header":
        raw(b"Content-Length: 2\r\nX: ")
        send(error)
    else:
        frame = json.dumps({"jsonrpc": "2.0", **error}).encode()
        begun = b'{"jsonrpc":"2.0","method":"$/lean/%s"' % name.rpartition("-")[2].encode()
        whole = b"%sContent-Length: %d\r\n\r\n%s" % (begun, len(frame), frame)
        raw(b"Content-Length: %d\r\n\r\n%s" % (len(whole), whole))
    send({"id": request, "result": {}})


def misbehave(name: str, request: int, version: int) -> None:
    if name == "garbage":
        raw(b"hello, this is no protocol\r\n\r\n")
    elif name == "garbage-without-end":
        raw(b"x" * 100_000)
    elif name == "not-json":
        raw(b"Content-Length: 5\r\n\r\n{nope")
    elif name == "not-utf8":
        raw(b"Content-Length: 4\r\n\r\n\xff\xfe\xfd\xfc")
    elif name == "negative-length":
        raw(b"Content-Length: -7\r\n\r\n")
    elif name == "endless-length":
        raw(b"Content-Length: 99999999999\r\n\r\n")
    elif name == "half-message-and-end":
        raw(b"Content-Length: 500\r\n\r\n{")
        sys.exit(0)
    elif name == "half-message-and-silence":
        raw(b"Content-Length: 500\r\n\r\n{")
    elif name == "closed-output":
        os.close(1)
        time.sleep(60)
    elif name == "exit-3":
        sys.stderr.write("".join(f"line {n}\n" for n in range(1000)) + "the last words\n")
        sys.stderr.flush()
        os._exit(3)
    elif name == "stderr-flood":
        sys.stderr.write("flood " * 200_000)
        sys.stderr.flush()
        send({"id": request, "result": {}})
    elif name == "refused":
        send({"id": request, "error": {"code": -32603, "message": "an internal error"}})
    elif name in ODD:
        message = diagnostics(version, name)
        message["params"]["diagnostics"][0] |= ODD[name]
        send(message)
        send({"id": request, "result": {}})
    elif name == "colliding-ids":
        send({"id": request, "method": "workspace/inlayHint/refresh", "params": None})
        send({"id": request + 1, "result": "a reply that nobody asked for"})
        send(diagnostics(version, "the true answer"))
        send({"id": request, "result": {}})
    elif name == "old-version":
        send(diagnostics(version - 1, "an older version"))
        send(diagnostics(version + 1, "a version to come"))
        send(diagnostics(version, "this version"))
        send({"id": request, "result": {}})
    elif name == "silence":
        unanswered.append(request)
    elif name == "huge-message":
        send(diagnostics(version, "x" * 20_000_000))
        send({"id": request, "result": {}})


def main() -> None:
    text, version = "", 0
    while (message := read()) is not None:
        method, params = message["method"], message.get("params", {})
        if method == "textDocument/didOpen":
            text, version = params["textDocument"]["text"], params["textDocument"]["version"]
        elif method == "textDocument/didChange":
            text, version = params["contentChanges"][0]["text"], params["textDocument"]["version"]
            while unanswered:
                send({"id": unanswered.pop(), "result": {}})
        elif method == "textDocument/waitForDiagnostics":
            _, order, name = text.rpartition("-- do: ")
            if order:
                does = forge if name.startswith(("swallowed", "second")) else misbehave
                does(name.split()[0], message["id"], version)
            else:
                send({"id": message["id"], "result": {}})


if __name__ == "__main__":
    main()
