"""Headers: imports, and the warm workers that are kept for them."""

from __future__ import annotations

import psutil
import pytest

from pytest_lean import Command, LeanConfig, LeanServer, Pos


@pytest.fixture
def three(library):
    """Modules ``A``, ``B`` and ``C``, each with a definition of the same name."""
    for number, name in enumerate("ABC", 1):
        library.compile(name, f"def which := {number}\ndef only{name} := {number}")
    return library


@pytest.fixture
def make(toolchain, three):
    """Make servers that can import them."""
    servers = []

    def make(**settings) -> LeanServer:
        config = LeanConfig(toolchain=toolchain, search_path=three.path, **settings)
        servers.append(LeanServer(config))
        return servers[-1]

    yield make
    for server in servers:
        server.kill()


def which(server: LeanServer, command) -> str:
    response = server.run(command)
    assert response.ok, response.messages
    return response.messages[-1].data


def test_imports_of_the_config(make):
    assert which(make(imports=("B",)), "#eval which") == "2"


def test_imports_of_the_text(make):
    assert which(make(), "/- c -/ import C -- d\n\n#eval which") == "3"


def test_imports_of_the_command_replace_those_of_the_config(make):
    server = make(imports=("A",))
    assert which(server, Command("#eval which", imports=("B",))) == "2"
    assert not server.run(Command("#eval onlyA", imports=("B",))).ok
    assert not server.run(Command("#eval which", imports=())).ok


def test_imports_of_the_text_are_added_to_those_of_the_config(make):
    server = make(imports=("A",))
    response = server.run("import B\n#check onlyA\n#check onlyB")
    # A and B declare the same name, which Lean rejects: both were imported.
    assert "environment already contains 'which'" in response.errors[0].data


def test_a_handle_keeps_the_imports_of_its_first_command(make):
    server = make()
    base = server.run("import B\ndef x := which")
    server.run("import A\n#eval which")
    assert which(server, Command("#eval x + onlyB", base.env)) == "4"


def test_an_import_in_a_command_that_continues_is_lean_s_own_error(make):
    server = make()
    base = server.run("def x := 1")
    [error] = server.run(Command("import A\n#eval x", base.env)).errors
    assert "import" in error.data
    assert error.start_pos == Pos(1, 0)


def test_a_missing_module_is_a_message_and_the_worker_lives(make):
    server = make()
    response = server.run("import Nope\n#check Nat")
    pid = server.pid
    assert "unknown module prefix 'Nope'" in response.errors[0].data
    assert response.errors[0].start_pos == Pos(1, 0)
    assert not server.run("import Nope\n#check Prop").ok
    assert server.pid == pid


def test_what_continues_a_bad_import_is_not_proved(make):
    server = make()
    base = server.run("import Nope")
    assert not server.run(Command("theorem t : 1 = 1 := rfl", base.env)).ok


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    "text",
    ["import", "import \n", "import 1", "\timport A", "import\tA", "/- no end", "module x", "\r#"],
)
def test_what_is_no_header_ends_no_worker(make, text):
    server = make()
    pid = server.pid
    for _ in range(2):
        assert not server.run(text).ok
        assert which(server, "#eval 1") == "1"
        assert server.pid == pid


def test_prelude_leaves_the_core_library_out(make):
    server = make()
    assert not server.run("prelude\n#check Nat").ok
    assert server.run("#check Nat").ok


def test_text_that_comes_too_late_for_a_header_is_an_error(make):
    assert not make().run("import A\nprelude\n#eval which").ok


def test_alternating_headers_stay_warm(make):
    server = make(max_warm_headers=2)
    pids = set()
    for _ in range(3):
        for number, name in enumerate("AB", 1):
            assert which(server, f"import {name}\n#eval which") == str(number)
            pids.add(server.pid)
    assert len(pids) == 2
    assert server.stats.cold == 2


def test_the_least_recently_used_worker_is_ended(make):
    server = make(max_warm_headers=2, imports=("A",))
    server.run("#eval which")
    first = psutil.Process(server.pid)
    server.run(Command("#eval which", imports=("B",)))
    second = psutil.Process(server.pid)
    server.run("#eval which")
    server.run(Command("#eval which", imports=("C",)))
    assert first.is_running()
    assert not second.is_running()


def test_one_warm_header_is_one_process(make):
    server = make(max_warm_headers=1)
    for name in "ABAB":
        before = psutil.Process(server.pid)
        server.run(f"import {name}\n#eval which")
        assert not before.is_running()


def test_a_handle_outlives_the_worker_of_its_header(make):
    server = make(max_warm_headers=1)
    base = server.run("import A\ndef x := which")
    server.run("import B")
    assert which(server, Command("#eval x", base.env)) == "1"


def test_memory_is_counted_over_all_workers(make):
    server = make(max_warm_headers=3)
    server.run("#eval 1")
    one = server.get_memory_usage()
    server.run("import A\n#eval 1")
    server.run("import B\n#eval 1")
    assert server.get_memory_usage() > 2 * one


def test_restart_and_kill_reach_all_workers(make):
    server = make(max_warm_headers=3)
    processes = []
    for name in "ABC":
        server.run(f"import {name}")
        processes.append(psutil.Process(server.pid))
    server.kill()
    assert not any(process.is_running() for process in processes)


def test_a_module_that_changes_is_read_again(make, three):
    server = make(imports=("A",))
    assert which(server, "#eval which") == "1"
    three.compile("A", "def which := 100")
    assert which(server, "#eval which") == "100"
    assert server.stats.stale == 1


def test_a_module_that_appears_is_found(make, three):
    server = make()
    assert not server.run("import D\n#eval d").ok
    three.compile("D", "def d := 4")
    assert which(server, "import D\n#eval d") == "4"
