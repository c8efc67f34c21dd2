"""``@pytest.mark.lean``: validated at collection, merged key by key, the closest wins."""

from __future__ import annotations

import pytest

WRONG = {
    "timeot=3": "unexpected keyword argument 'timeot'",
    "3": "too many positional arguments",
    "timeout='soon'": "timeout must be a number of seconds above 0, or None, not 'soon'",
    "timeout=0": "timeout must be a number of seconds above 0",
    "timeout=True": "timeout must be a number of seconds above 0",
    "memory=1.5": "memory must be a whole number of MiB above 0, or None",
    "timeout=10**400": "timeout must be a number of seconds above 0",
    "imports=['A B']": "imports must be a list of module names",
    "options={'': 1}": "options must be a dict of Lean options",
    "imports=['A.']": "imports must be a list of module names",
    "imports='A'": "imports must be a list of module names",
    "parallel=1": "parallel must be True or False",
    "isolated=1": "isolated must be True or False",
    "options=['a']": "options must be a dict of Lean options",
    "preamble=None": "preamble must be a text",
    r"preamble='\ud800'": "preamble must be a text",
    "project=3": "project must be a folder",
}


@pytest.mark.quick(6)
@pytest.mark.parametrize(("arguments", "message"), WRONG.items())
def test_a_wrong_marker_is_a_usage_error_that_names_the_test(pytester, arguments, message):
    pytester.makepyfile(
        f"""
        import pytest

        @pytest.mark.lean({arguments})
        def test_marked(): pass
        """
    )
    result = pytester.runpytest()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: *::test_marked: @pytest.mark.lean: *{message}*"])


def test_markers_merge_key_by_key_and_the_closest_wins(pytester):
    pytester.makepyfile(
        """
        import pytest
        from pytest_lean.plugin import marker

        pytestmark = pytest.mark.lean(timeout=1, memory=1000, options={"a": 1})

        @pytest.mark.lean(timeout=2, imports=["Outer"])
        class TestIt:
            @pytest.mark.lean(timeout=3, parallel=False)
            def test_marked(self, request):
                assert marker.arguments(request.node) == {
                    "timeout": 3,
                    "parallel": False,
                    "imports": ["Outer"],
                    "memory": 1000,
                    "options": {"a": 1},
                }
        """
    )
    pytester.runpytest().assert_outcomes(passed=1)


def test_the_marker_is_listed_and_passes_strict_markers(pytester):
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.lean(timeout=None)
        def test_marked(): pass
        """
    )
    pytester.runpytest("--strict-markers").assert_outcomes(passed=1)
    result = pytester.runpytest("--markers")
    result.stdout.fnmatch_lines(["@pytest.mark.lean(imports=, preamble=, timeout=, *"])


def test_a_marker_s_arguments_hold_for_its_test_only(pytester):
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.lean(preamble="def a := 1", options={"pp.funBinderTypes": True})
        def test_marked(lean):
            assert lean.eval("a") == 1
            assert lean.run("#check fun x : Nat => x").messages[0].data.startswith("fun (x")

        def test_unmarked(lean):
            assert not lean.run("#eval a").ok
            assert lean.run("#check fun x : Nat => x").messages[0].data.startswith("fun x")

        @pytest.mark.lean(timeout=0.3)
        def test_short(lean):
            with pytest.raises(TimeoutError):
                lean.run("partial def spin (n : Nat) : Nat := spin (n + 1)\\n#eval spin 0")

        @pytest.mark.lean(parallel=False)
        def test_serial(lean, lean_server):
            assert lean.server is lean_server
            assert lean.run("example : 1 = 1 := rfl").ok

        @pytest.mark.lean(memory=700)
        def test_memory(lean, lean_server):
            assert lean.server.config.memory_hard_limit_mb == 700
            assert lean_server.config.memory_hard_limit_mb is None
        """
    )
    pytester.runpytest().assert_outcomes(passed=5)


def test_a_class_wins_over_its_base_and_a_parameter_over_its_function(pytester):
    pytester.makepyfile(
        """
        import pytest

        lean_mark = pytest.mark.lean

        @lean_mark(preamble="def p := 4")
        class TestBase:
            want = 4
            def test_p(self, lean): assert lean.eval("p") == self.want

        @lean_mark(preamble="def p := 6")
        class TestDerived(TestBase):
            want = 6

        class TestHeir(TestBase):
            pass

        @lean_mark(preamble="def p := 1")
        @pytest.mark.parametrize(
            "v", [1, pytest.param(9, marks=lean_mark(preamble="def p := 9"))]
        )
        def test_parameter(lean, v): assert lean.eval("p") == v
        """
    )
    pytester.runpytest().assert_outcomes(passed=5)


@pytest.mark.slow
def test_many_markers_with_servers_of_their_own_leave_the_default_one_alone(pytester):
    """Ended servers make room for others, which may even get their ids."""
    pytester.makepyfile(
        """
        import pytest

        def own(n):
            return pytest.mark.lean(memory=2000 + n, preamble=f"def here := {n}")

        PIDS = set()

        @pytest.mark.parametrize("n", [pytest.param(n, marks=own(n)) for n in range(1, 25)])
        def test_own(lean, n): assert lean.eval("here") == n

        @pytest.mark.parametrize("n", range(24))
        def test_default(lean, lean_server, n):
            assert lean.server is lean_server
            assert lean.eval("here") == 0
            PIDS.add(lean_server.pid)
            assert len(PIDS) == 1
            assert lean_server.stats.restarts == {}
        """
    )
    pytester.makeconftest(
        """
        import pytest

        @pytest.fixture(scope="session")
        def lean_preamble(): return "def here := 0"

        def pytest_collection_modifyitems(items):
            items.sort(key=lambda item: int(item.callspec.params["n"]))
        """
    )
    pytester.runpytest().assert_outcomes(passed=48)


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    "arguments",
    [(), ("-n", "2"), pytest.param(("-n", "2", "--dist", "loadgroup"), marks=pytest.mark.slow)],
)
def test_a_wrong_marker_is_a_usage_error_also_under_xdist(pytester, arguments):
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.lean(timout=3)
        def test_a(lean): pass

        def test_b(lean): pass
        """
    )
    result = pytester.runpytest(*arguments)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    told = result.stderr.str() + result.stdout.str()
    assert "ERROR: " in told
    assert "::test_a: @pytest.mark.lean:" in told
    assert "timout" in told
    assert "INTERNALERROR" not in told


def test_a_server_that_lost_its_worker_to_others_keeps_its_handles(pytester):
    pytester.makepyfile(
        """
        import pytest
        from pytest_lean import Command

        KEPT = {}

        @pytest.mark.lean(memory=2000)
        def test_define(lean):
            KEPT["server"], KEPT["env"] = lean.server, lean.server.run("def kept := 7").env

        @pytest.mark.parametrize(
            "n", [pytest.param(n, marks=pytest.mark.lean(memory=2001 + n)) for n in range(3)]
        )
        def test_others(lean, lean_server, n):
            lean.server.run("def kept := 0")
            assert lean_server.is_alive()
            assert (KEPT["server"].pid is None) == (n >= 1)

        @pytest.mark.lean(memory=2000)
        def test_use(lean):
            assert lean.server is KEPT["server"]
            assert lean.server.run(Command("#eval kept", KEPT["env"])).infos[0].data == "7"
        """
    )
    pytester.runpytest("-p", "no:xdist").assert_outcomes(passed=5)
