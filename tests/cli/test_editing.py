"""`quizapp edit`."""

import pytest

from tests.cli.conftest import Home, Run
from tests.editors import editor


def test_the_editor_gets_the_file_at_the_cards_line(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file = own.write()
    told = editor(own.path, monkeypatch, "The largest value.", "Only the largest.")
    result = run("edit", "keeps")
    assert (result.exit_code, result.stderr) == (0, "changed: pooling/keeps\n")
    assert told.read_text() == f"+9 {file}\n"
    assert "Only the largest." in run("show", "keeps").stdout


def test_what_is_closed_unchanged_is_left_as_it_was(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write()
    editor(own.path, monkeypatch)
    assert run("edit", "keeps").stderr == "left as it was\n"


def test_a_fault_is_told_and_fails(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write()
    editor(own.path, monkeypatch, "## What does max pooling keep? {", "## {")
    result = run("edit", "keeps")
    assert result.exit_code == 1
    assert result.stdout.startswith("home/cards/06-pools/pooling.md:9:1: the heading is empty: ")
    assert result.stderr == "1 fault; the text before stays in use\n"
    assert "What does max pooling keep?" in run("show", "keeps").stdout


def test_a_card_taken_out_says_that_its_history_stays(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = own.write().read_text(encoding="utf-8")
    editor(own.path, monkeypatch, text[text.index("## ") :], "")
    assert "its history stays" in run("edit", "keeps").stderr
    assert run("list").stderr == "0 cards\n"


def test_at_a_terminal_a_fault_may_be_mended_at_once(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file = own.write()
    told = editor(own.path, monkeypatch, "## What does max pooling keep? {", "## {")
    monkeypatch.setattr("quizapp.cli.editing.on_terminal", lambda: True)
    monkeypatch.setattr("quizapp.cli.output.asks_a_person", lambda: True)
    result = run("edit", "keeps", typed="y\nn\n")
    assert result.exit_code == 0
    assert told.read_text() == f"+9 {file}\n+9 {file}\n"


def test_an_editor_that_cannot_be_started_changes_nothing(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = own.write().read_bytes()
    monkeypatch.setenv("EDITOR", "/nonexistent/vim")
    result = run("edit", "keeps")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "cannot be started" in result.stderr
    assert own.write().read_bytes() == text


def test_what_an_editor_saved_before_it_failed_counts(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write()
    editor(own.path, monkeypatch, "The largest value.", "Only the largest.")
    script = own.path / "bin" / "vim"
    script.write_text(script.read_text() + "sys.exit(3)\n")
    result = run("edit", "keeps")
    assert (result.exit_code, "changed: pooling/keeps" in result.stderr) == (2, True)
    assert "ended with status 3" in result.stderr
