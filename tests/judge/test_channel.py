"""The driver's end of a socket: whole messages, in order, however they come."""

from __future__ import annotations

import os
import pickle
import socket
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from pytest_lean.judge.engines import channel as module
from pytest_lean.judge.engines.channel import Channel

MESSAGES = [("one", 1), b"two" * 1000, None, {"four": [4]}]


@pytest.fixture
def ends() -> Iterator[tuple[Channel, Connection]]:
    ours, theirs = socket.socketpair()
    channel, worker = Channel(ours.detach()), Connection(theirs.detach())
    yield channel, worker
    channel.close()
    worker.close()


def test_a_worker_understands_it(ends: tuple[Channel, Connection]) -> None:
    channel, worker = ends
    for message in MESSAGES:
        channel.send(message)
    assert [worker.recv() for _ in MESSAGES] == MESSAGES


def test_it_understands_a_worker_and_takes_in_all_that_is_there(
    ends: tuple[Channel, Connection],
) -> None:
    channel, worker = ends
    for message in MESSAGES:
        worker.send(message)
    assert channel.receive() == MESSAGES


def test_a_message_that_comes_in_pieces_is_one(ends: tuple[Channel, Connection]) -> None:
    channel, worker = ends
    body = pickle.dumps(MESSAGES)
    data = len(body).to_bytes(4, "big") + body
    got = []
    for at in range(0, len(data), 700):
        os.write(worker.fileno(), data[at : at + 700])
        got.append(channel.receive())
    assert got[:-1] == [[]] * (len(got) - 1)
    assert got[-1] == [MESSAGES]


def test_a_long_message_has_a_long_length(
    ends: tuple[Channel, Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    channel, worker = ends
    monkeypatch.setattr(module, "_MOST", 100)
    channel.send(b"x" * 1000)
    assert worker.recv() == b"x" * 1000
    body = pickle.dumps(b"y" * 1000)
    os.write(worker.fileno(), b"\xff\xff\xff\xff" + len(body).to_bytes(8, "big") + body)
    assert channel.receive() == [b"y" * 1000]


def test_a_worker_that_is_gone_is_the_end(ends: tuple[Channel, Connection]) -> None:
    channel, worker = ends
    worker.send("last")
    worker.close()
    assert channel.receive() == ["last"]
    with pytest.raises(EOFError):
        channel.receive()


def test_half_a_message_is_none(ends: tuple[Channel, Connection]) -> None:
    channel, worker = ends
    os.write(worker.fileno(), (100).to_bytes(4, "big") + b"half")
    worker.close()
    assert channel.receive() == []
    with pytest.raises(EOFError):
        channel.receive()
