"""The learner's editor, opened at a line."""

from pathlib import Path

import pytest

from quizapp.errors import UsageError
from quizapp.study.editing.editors import chosen_editor, edit, opening, program

CARDS = Path("/c/a b.md")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("vi", "vi +7 FILE"),
        ("vim", "vim +7 FILE"),
        ("nvim", "nvim +7 FILE"),
        ("emacs -nw", "emacs -nw +7 FILE"),
        ("emacsclient -t", "emacsclient -t +7 FILE"),
        ("nano", "nano +7 FILE"),
        ("kak", "kak +7 FILE"),
        ("joe", "joe +7 FILE"),
        ("jed", "jed +7 FILE"),
        ("mcedit", "mcedit +7 FILE"),
        ("micro", "micro FILE +7"),
        ("gvim", "gvim -f +7 FILE"),
        ("gvim --nofork", "gvim --nofork +7 FILE"),
        ("hx", "hx FILE:7"),
        ("helix", "helix FILE:7"),
        ("code", "code --wait --goto FILE:7"),
        ("code --wait", "code --wait --goto FILE:7"),
        ("code -n -w", "code -n -w --goto FILE:7"),
        ("code-insiders", "code-insiders --wait --goto FILE:7"),
        ("codium", "codium --wait --goto FILE:7"),
        ("cursor", "cursor --wait --goto FILE:7"),
        ("windsurf", "windsurf --wait --goto FILE:7"),
        ("subl", "subl --wait FILE:7"),
        ("zed", "zed --wait FILE:7"),
        ("zeditor --wait", "zeditor --wait FILE:7"),
        ("lapce", "lapce --wait FILE:7"),
        ("mate", "mate --wait -l 7 FILE"),
        ("kate", "kate --block -l 7 FILE"),
        ("gedit", "gedit --wait FILE +7"),
        ("notepad++.exe", "notepad++.exe -multiInst -n7 FILE"),
        ("idea", "idea --wait --line 7 FILE"),
        ("pycharm64.exe", "pycharm64.exe --wait --line 7 FILE"),
        ("ed", "ed FILE"),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(command: str, told: str) -> None:
    wanted = [part.replace("FILE", str(CARDS)) for part in told.split()]
    assert opening(command.split(), CARDS, 7) == wanted


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (["/usr/bin/vim.basic"], "vim"),
        (["C:\\Program Files\\Microsoft VS Code\\Code.exe"], "code"),
        (["env", "FOO=1", "nvim"], "nvim"),
        (["nice", "-n", "5", "vim"], "vim"),
        (["env", "-i", "my-editor"], ""),
        (["my-editor", "vim"], "my-editor"),
        (["env"], ""),
        ([], ""),
    ],
)
def test_the_editor_is_known_behind_what_stands_around_its_name(command: list[str], name: str) -> None:
    assert program(command) == name


def test_visual_comes_before_editor_and_both_before_what_is_found() -> None:
    assert chosen_editor({"VISUAL": "code -w", "EDITOR": "vi"}) == ["code", "-w"]
    assert chosen_editor({"EDITOR": "vi -n"}, find=lambda _: "/bin/nano") == ["vi", "-n"]


@pytest.mark.parametrize(
    ("found", "chosen"), [(["vi", "vim", "nano"], "nano"), (["vi", "vim"], "vim"), (["vi"], "vi")], ids=str
)
def test_without_either_a_usual_one_is_taken(found: list[str], chosen: str) -> None:
    assert chosen_editor({}, find=lambda name: name if name in found else None) == [chosen]


def test_where_there_is_none_at_all_it_is_said_how_to_name_one() -> None:
    with pytest.raises(UsageError, match="export EDITOR=nano"):
        chosen_editor({}, find=lambda _: None)


def test_the_editor_gets_the_file_and_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "vim"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/told\n')
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))
    edit(CARDS, 7)
    assert (tmp_path / "told").read_text() == f"+7\n{CARDS}\n"


@pytest.mark.parametrize(
    ("command", "told"), [("false", "ended with status 1"), ("/nonexistent/vim", "cannot be started")]
)
def test_an_editor_that_fails_is_told(command: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", command)
    with pytest.raises(UsageError, match=told):
        edit(CARDS, 7)
