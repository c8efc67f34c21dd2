"""The page that this began from: its Python snippets, with only the import line changed.

The snippets that use ``multiprocessing`` are run as scripts, under fork and spawn. Those
that the page marks INCORRECT do here what the last tests say.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from pytest_lean import Command, LeanConfig, LeanServer

# The one line that differs from the page.
IMPORTS = "from pytest_lean import LeanREPLConfig, LeanServer, AutoLeanServer, Command, LeanError\n"


@pytest.fixture
def run_script(toolchain, tmp_path):
    """Run a script as ``python script.py``; return what it printed."""

    def run(text: str) -> str:
        script = tmp_path / "script.py"
        script.write_text(IMPORTS + textwrap.dedent(text), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(script)],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_incremental_elaboration(run_script):
    # `fib 20` instead of `fib 35`: how much faster the second run is, is a benchmark.
    printed = run_script(
        '''
        import time

        server = LeanServer(LeanREPLConfig())
        t1 = time.perf_counter()
        print(server.run(Command(cmd="""
        def fib : Nat → Nat
        | 0 => 0
        | 1 => 1
        | n + 2 => fib (n + 1) + fib n
        #eval fib 20
        theorem foo : n = n := by rfl
        #check foo
        """)))
        print(f"First run: {time.perf_counter() - t1:.3f}s")
        t2 = time.perf_counter()
        print(server.run(Command(cmd="""
        def fib : Nat → Nat
        | 0 => 0
        | 1 => 1
        | n + 2 => fib (n + 1) + fib n
        #eval fib 20
        theorem foo2 : n = n+0 := by rfl
        #check foo2
        """)))
        print(f"Second run: {time.perf_counter() - t2:.3f}s")
        '''
    )
    first, first_time, second, second_time = printed.splitlines()
    assert first.startswith("CommandResponse(env=0, messages=[Message(start_pos=Pos(line=")
    assert "data='6765', severity='info'" in first
    assert "data='foo.{u_1} {α✝ : Sort u_1} {n : α✝} : n = n', severity='info'" in first
    assert second.startswith("CommandResponse(env=1, messages=[Message(start_pos=Pos(line=")
    assert "data='foo2 {n : Nat} : n = n + 0', severity='info'" in second
    assert first_time.startswith("First run: ")
    assert second_time.startswith("Second run: ")


def test_the_positions_of_the_page(toolchain):
    text = (
        "\ndef fib : Nat → Nat\n| 0 => 0\n| 1 => 1\n| n + 2 => fib (n + 1) + fib n\n"
        "#eval fib 20\ntheorem foo : n = n := by rfl\n#check foo\n"
    )
    with LeanServer(LeanConfig(toolchain=toolchain, timeout=600)) as server:
        eval_message, check_message = server.run(Command(cmd=text)).messages
    # The page says line 9 for `#check foo`: its text had one more line than it shows.
    assert (eval_message.start_pos.line, eval_message.start_pos.column) == (6, 0)
    assert (eval_message.end_pos.line, eval_message.end_pos.column) == (6, 5)
    assert (check_message.start_pos.line, check_message.start_pos.column) == (8, 0)
    assert (check_message.end_pos.line, check_message.end_pos.column) == (8, 6)


QUICK_START = '''
    from multiprocessing import get_context

    def worker(config: LeanREPLConfig, task_id: int):
        """Worker function that runs in each process"""
        server = AutoLeanServer(config)
        result = server.run(Command(cmd=f"#eval {{task_id}} * {{task_id}}"))
        return f"Task {{task_id}}: {{result.messages[0].data if not isinstance(result, LeanError) else 'Error'}}"

    if __name__ == "__main__":
        # Pre-instantiate config before multiprocessing (downloads/initializes resources)
        config = LeanREPLConfig(verbose=True)
        with get_context("{method}").Pool(2) as p:
            print(p.starmap(worker, [(config, i) for i in range(5)]))
'''  # noqa: E501


@pytest.mark.quick(1)
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_quick_start(run_script, method):
    expected = [f"Task {i}: {i * i}" for i in range(5)]
    assert run_script(QUICK_START.format(method=method)) == f"{expected}\n"


@pytest.mark.quick(1)
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_config_that_is_made_before(run_script, method):
    printed = run_script(
        f"""
        import multiprocessing as mp

        def worker(cfg):
            server = AutoLeanServer(cfg) # Use pre-configured config
            return server.run("#eval 1 + 1").messages[0].data

        if __name__ == "__main__":
            config = LeanREPLConfig()  # Pre-setup in main process
            ctx = mp.get_context("{method}")
            with ctx.Pool(2) as pool:
                print(pool.map(worker, [config] * 4))
        """
    )
    assert printed == "['2', '2', '2', '2']\n"


@pytest.mark.quick(1)
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_config_that_is_made_in_each_process_simply_works(run_script, method):
    """INCORRECT on the page."""
    printed = run_script(
        f"""
        import multiprocessing as mp

        def worker(n):
            config = LeanREPLConfig()
            server = AutoLeanServer(config)
            return server.run(f"#eval {{n}} + 1").messages[0].data

        if __name__ == "__main__":
            ctx = mp.get_context("{method}")
            with ctx.Pool(2) as pool:
                print(pool.map(worker, range(4)))
        """
    )
    assert printed == "['1', '2', '3', '4']\n"


@pytest.mark.slow
def test_one_server_for_each_process(run_script):
    printed = run_script(
        """
        import multiprocessing as mp

        def worker(config, task_data):
            # Each process gets its own server
            server = AutoLeanServer(config)
            results = []
            for task in task_data:
                result = server.run(task)
                results.append(result)
            return results

        if __name__ == "__main__":
            tasks = [[Command(cmd="#eval 1"), Command(cmd="#eval 2")], [Command(cmd="#eval 3")]]
            with mp.get_context("spawn").Pool(2) as pool:
                found = pool.starmap(worker, [(LeanREPLConfig(), task) for task in tasks])
            print([[result.messages[0].data for result in results] for results in found])
        """
    )
    assert printed == "[['1', '2'], ['3']]\n"


SHARED = """
    import multiprocessing as mp

    def incorrect_multiprocess_pattern():
        config = LeanREPLConfig()
        server = {server}(config)

        global worker
        def worker(worker_id):
            try:
                result = server.run(Command(cmd="#eval 1"))
            except LeanError as error:
                return str(error)

        with mp.get_context("fork").Pool(2) as pool:
            return pool.map(worker, range(2))

    for error in incorrect_multiprocess_pattern():
        print(error)
"""


@pytest.mark.parametrize("server", ["LeanServer", "AutoLeanServer"])
def test_a_server_that_is_used_in_a_forked_child_says_what_to_do(run_script, server):
    """INCORRECT on the page."""
    printed = run_script(SHARED.format(server=server)).splitlines()
    assert len(printed) >= 2
    assert sum("make a server of its own in each process" in line for line in printed) == 2


@pytest.mark.parametrize("server", ["LeanServer", "AutoLeanServer"])
def test_a_server_that_is_sent_to_a_process_says_what_to_do(run_script, server):
    """INCORRECT on the page."""
    printed = run_script(
        f"""
        import multiprocessing as mp

        if __name__ == "__main__":
            server = {server}(LeanREPLConfig())
            with mp.get_context("spawn").Pool(1) as pool:
                try:
                    pool.map(print, [server])
                except TypeError as error:
                    print(error)
        """
    )
    assert "pickle its LeanConfig" in printed


def test_memory_configuration(run_script):
    printed = run_script(
        """
        # Configure memory limits for multi-process safety
        config = LeanREPLConfig(memory_hard_limit_mb=8192)  # 8GB per server, works on Linux only
        server = AutoLeanServer(
            config,
            max_total_memory=0.8,  # Restart when system uses >80% memory
            max_process_memory=0.8,  # Restart when process uses >80% of memory limit
            max_restart_attempts=5  # Allow up to 5 restart attempts per command
        )
        print(server.run("#eval 1").messages[0].data)
        """
    )
    assert printed == "1\n"


@pytest.mark.parametrize("setting", ["incremental_optimization", "parallel_elaboration"])
def test_both_mechanisms_can_be_disabled(toolchain, setting):
    config = LeanConfig(toolchain=toolchain, **{f"enable_{setting}": False})
    with LeanServer(config) as server:
        assert server.run("theorem foo : 1 = 1 := by rfl").ok
