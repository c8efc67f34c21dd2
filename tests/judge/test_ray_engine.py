"""The Ray engine on a local cluster of several simulated machines, one of which is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow
pytest.importorskip("ray", reason="Ray is an extra, and large: pip install ray")

# The cluster can only be reached on this machine. Ray makes its workers so nice that on a busy
# machine they come to nothing. The machine that is lost is not the one that the driver talks to.
SCRIPT = """\
import json, os
os.environ["RAY_worker_niceness"] = "0"
import ray
from ray._private import services
services.resolve_ip_for_localhost = lambda host: host
from ray.cluster_utils import Cluster
from pytest_lean import LeanConfig
from pytest_lean.judge import Proof, judge
from pytest_lean.judge.tally import Tally
here = {"node_ip_address": "127.0.0.1", "object_store_memory": 100 << 20}
head = {"num_cpus": 0, "include_dashboard": False, **here}
cluster = Cluster(initialize_head=True, connect=False, head_node_args=head)
machines = [cluster.add_node(num_cpus=1, **here) for _ in range(2)]
ray.init(address=cluster.address, _node_ip_address="127.0.0.1", log_to_driver=False)
own = ray._private.worker._global_node.raylet_socket_name
other = next(one for one in machines if one.raylet_socket_name != own)
tally, found = Tally(), []
proofs = (Proof(i, f"theorem t : {i} = {i + (i % 4 == 0)} := by decide") for i in range(200))
config = LeanConfig(toolchain="embedded", timeout=300)
for one in judge(proofs, config, workers=2, engine="ray", cache=False, tally=tally):
    found.append([one.id, one.verdict])
    if len(found) == 8:
        cluster.remove_node(other, allow_graceful=False)
print(json.dumps({"found": found, "lost": tally.engine.lost}), flush=True)
ray.shutdown()
cluster.shutdown()
"""


def test_a_lost_machine_loses_no_proof() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    try:
        out, errors = process.communicate(timeout=500)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
    assert process.returncode == 0, errors[-3000:]
    told = json.loads(out.strip().splitlines()[-1])
    verdicts = dict(map(tuple, told["found"]))
    assert len(told["found"]) == 200
    assert sorted(verdicts) == list(range(200))
    assert {id for id, one in verdicts.items() if one == "rejected"} == {*range(0, 200, 4)}
    assert set(verdicts.values()) == {"proved", "rejected"}
    assert told["lost"] >= 1
