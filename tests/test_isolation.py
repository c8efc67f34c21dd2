"""The tests do not depend on what is installed on the machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from isolation import without_tools


def test_no_lean_of_the_machine_is_on_path():
    assert [tool for tool in ("elan", "lake", "lean") if shutil.which(tool)] == []


def test_the_home_folder_of_the_tests_has_no_elan():
    assert not (Path.home() / ".elan").exists()


def test_a_folder_without_lean_stays_on_path(tmp_path):
    (tmp_path / "tool").touch()
    assert without_tools(str(tmp_path)) == str(tmp_path)


def test_a_folder_with_lean_is_replaced_by_links_to_its_other_programs(tmp_path):
    for name in ("elan", "lean", "lake", "tool"):
        (tmp_path / name).touch()
    [link] = Path(without_tools(str(tmp_path))).iterdir()
    assert link.name == "tool"
    assert link.resolve() == tmp_path / "tool"


def test_programs_that_the_tests_start_do_not_see_that_they_run_in_ci():
    assert [name for name in ("CI", "BUILD_NUMBER", "GITHUB_ACTIONS") if name in os.environ] == []
