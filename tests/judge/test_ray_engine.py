"""The Ray engine on a local cluster of several simulated machines, one of which is lost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from pytest_lean import LeanConfig, Toolchain
from pytest_lean.judge import Proof, judge
from pytest_lean.judge.tally import Tally

pytestmark = pytest.mark.slow
ray = pytest.importorskip("ray", reason="Ray is an extra, and large: pip install ray")


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A cluster without CPUs at its head, that can only be reached on this machine."""
    from ray._private import services
    from ray.cluster_utils import Cluster

    # Ray makes its workers so nice that on a busy machine they come to nothing.
    monkeypatch.setenv("RAY_worker_niceness", "0")
    monkeypatch.setattr(services, "resolve_ip_for_localhost", lambda host: host)
    here = {"node_ip_address": "127.0.0.1", "object_store_memory": 100 << 20}
    cluster = Cluster(head_node_args={"num_cpus": 0, "include_dashboard": False, **here})
    try:
        cluster.machines = [cluster.add_node(num_cpus=1, **here) for _ in range(2)]
        ray.init(address=cluster.address, _node_ip_address="127.0.0.1", log_to_driver=False)
        yield cluster
    finally:
        ray.shutdown()
        cluster.shutdown()


def other_machine(cluster: Any) -> Any:
    """Return a machine that the driver does not talk to."""
    own = ray._private.worker._global_node.raylet_socket_name
    return next(one for one in cluster.machines if one.raylet_socket_name != own)


def test_a_lost_machine_loses_no_proof(cluster: Any, toolchain: Toolchain) -> None:
    tally, found, given = Tally(), {}, []
    end = time.monotonic() + 240

    def proofs() -> Iterator[Proof]:
        # The processes of a lost machine live on for a while, so there is work until they are gone.
        while not tally.engine.lost and time.monotonic() < end:
            number = len(given)
            given.append(number)
            is_false = number % 4 == 0
            yield Proof(number, f"theorem t : {number} = {number + is_false} := by decide")

    verdicts = judge(
        proofs(), LeanConfig(timeout=300), workers=2, engine="ray", cache=False, tally=tally
    )
    for one in verdicts:
        assert one.id not in found
        found[one.id] = one
        if len(found) == 8:
            cluster.remove_node(other_machine(cluster), allow_graceful=False)
    assert tally.engine.lost >= 1
    assert sorted(found) == given
    assert {id for id, one in found.items() if one.verdict == "rejected"} == {*given[::4]}
    assert {one.verdict for one in found.values()} == {"proved", "rejected"}
