"""FileCommand: a file is elaborated like a text, and what cannot be read is named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pytest_lean import Command, FileCommand, LeanFileError, LeanServerError, Pos


def test_positions_are_the_file_s(server, tmp_path):
    file = tmp_path / "T.lean"
    file.write_text("import Init\n\n-- 😀\n  #check nope\n", encoding="utf-8")
    response = server.run(FileCommand(file))
    assert response.errors[0].start_pos == Pos(4, 9)
    assert response.path == str(file)
    assert response.text == file.read_text(encoding="utf-8")


def test_a_relative_path_is_counted_from_the_current_directory(server, tmp_path, monkeypatch):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "T.lean").write_text("def here := 1")
    monkeypatch.chdir(tmp_path)
    assert server.run(FileCommand("sub/T.lean")).declarations[0].name == "here"
    monkeypatch.chdir(tmp_path / "sub")
    assert server.run(FileCommand(Path("T.lean"))).declarations[0].name == "here"


def test_a_file_continues_an_environment_and_is_continued(server, tmp_path):
    file = tmp_path / "T.lean"
    file.write_text("def b := a + 1")
    base = server.run("def a := 1")
    response = server.run(FileCommand(file, base.env))
    assert server.run(Command("#eval b", response.env)).messages[0].data == "2"


def test_a_handle_keeps_the_text_that_the_file_had(server, tmp_path):
    file = tmp_path / "T.lean"
    file.write_text("def a := 1")
    base = server.run(FileCommand(file))
    file.write_text("def a := 2")
    server.restart()
    assert server.run(Command("#eval a", base.env)).messages[0].data == "1"


def test_options_and_imports_are_those_of_a_command(server, tmp_path):
    file = tmp_path / "T.lean"
    file.write_text("#check fun (x : Nat) => x")
    response = server.run(FileCommand(file, options={"pp.funBinderTypes": True}, parallel=False))
    assert response.messages[0].data == "fun (x : Nat) => x : Nat → Nat"
    file.write_text("#check Prop")
    assert server.run(FileCommand(file, imports=("Init.Core.WF",))).ok
    with pytest.raises(LeanServerError, match="'Nope'"):
        server.run(FileCommand(file, imports=("Nope",)))


def test_crlf_in_a_file_is_a_line_end(server, tmp_path):
    file = tmp_path / "T.lean"
    file.write_bytes(b"def a := 1\r\n#check nope\r\n")
    assert server.run(FileCommand(file)).errors[0].start_pos == Pos(2, 7)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "No such file"),
        (lambda path: path.mkdir(), "Is a directory"),
        (lambda path: path.write_bytes(b"def a := 1 -- \xff"), "is not UTF-8"),
        (lambda path: path.write_text("def a := 1", encoding="utf-16"), "is not UTF-8"),
        (lambda path: path.symlink_to(path), "symbolic links"),
    ],
    ids=["missing", "directory", "latin-1", "utf-16", "loop"],
)
def test_what_cannot_be_read_is_named(server, tmp_path, make, reason):
    path = tmp_path / "T.lean"
    make(path)
    with pytest.raises(LeanFileError, match=reason) as caught:
        server.run(FileCommand(path))
    assert str(path) in str(caught.value)
    assert server.run("#check Nat").ok


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read_is_named(server, tmp_path):
    path = tmp_path / "T.lean"
    path.write_text("def a := 1")
    path.chmod(0)
    with pytest.raises(LeanFileError, match="Permission denied"):
        server.run(FileCommand(path))


def test_a_byte_order_mark_is_lean_s_error(server, tmp_path):
    path = tmp_path / "T.lean"
    path.write_text("def a := 1", encoding="utf-8-sig")
    assert server.run(FileCommand(path)).errors[0].data == "expected token"
