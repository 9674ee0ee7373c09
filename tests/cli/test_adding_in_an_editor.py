import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Home, Run
from tests.cli.test_adding import kept, text


def writing(own: Home, monkeypatch: pytest.MonkeyPatch, script: str, reply: bool = False) -> None:
    """An editor that does what the script says to the file `$1`, and somebody at a terminal."""
    editor = own.path / "editor"
    editor.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setattr("quizapp.cli.adding.asks_a_person", lambda: True)
    replies = iter([reply])
    monkeypatch.setattr("quizapp.cli.adding.agreed", lambda question, yes: next(replies, False))


def test_the_editor_opens_with_a_sheet_and_adds_what_was_written(
    own: Home, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing(own, monkeypatch, f'cp "$1" {own.path}/seen; printf \'## Why?\\n\\nSo.\\n\' >> "$1"')
    assert run("add", "--topic", "mine").stdout == "mine/why\n"
    seen = (own.path / "seen").read_text(encoding="utf-8")
    assert "topic: mine\n" in seen
    assert "language: en\n" in seen


def test_the_sheet_left_as_it_was_adds_nothing(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    writing(own, monkeypatch, "true")
    result = run("add")
    assert (result.exit_code, result.stderr) == (0, "nothing was added\n")


def test_the_editor_begins_with_what_flags_say(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    writing(own, monkeypatch, "printf 'So.\\n' >> \"$1\"")
    run("add", "--edit", "--prompt", "Why?")
    assert "## Why? {#why}\n\nSo.\n" in text(own, "cards.en.md")


def test_a_faulty_card_is_kept_where_the_editor_is_not_wanted_again(
    own: Home, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing(own, monkeypatch, "printf '## Why? {.order}\\n\\nno list\\n' >> \"$1\"")
    result = run("add")
    assert result.exit_code == 1
    assert "## Why? {.order}" in kept(own)


def test_the_editor_is_opened_again_with_the_faulty_card_and_the_reason(
    own: Home, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"""
if grep -q '%% an order card' "$1"
then cp "$1" {own.path}/seen; sed -i 's/no list/1. a\\n2. b/' "$1"
else printf '## Order? {{.order}}\\n\\nno list\\n\\n## Fine?\\n\\nYes.\\n' >> "$1"
fi"""
    writing(own, monkeypatch, script, reply=True)
    result = run("add", "--topic", "mine")
    assert (result.exit_code, result.stdout) == (0, "mine/fine\nmine/order\n")
    assert "## Fine?" not in (own.path / "seen").read_text(encoding="utf-8")


def test_an_editor_that_fails_adds_nothing(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    writing(own, monkeypatch, "exit 3")
    result = run("add")
    assert result.exit_code == 2
    assert not (own.path / "cards" / "cards.en.md").exists()


def test_what_an_editor_had_saved_before_it_failed_is_kept(
    own: Home, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing(own, monkeypatch, "printf '## Why?\\n\\nSo.\\n' >> \"$1\"; exit 3")
    result = run("add")
    assert result.exit_code == 2
    assert "ended with status 3" in result.stderr
    assert not (own.path / "cards" / "cards.en.md").exists()
    assert "## Why?\n\nSo.\n" in kept(own)


def test_an_editor_that_fails_when_it_is_opened_again_costs_no_card(
    own: Home, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = """
if grep -q '%% an order card' "$1"
then exit 3
else printf '## Order? {.order}\\n\\nno list\\n\\n## Fine?\\n\\nYes.\\n' >> "$1"
fi"""
    writing(own, monkeypatch, script, reply=True)
    result = run("add", "--topic", "mine")
    assert (result.exit_code, result.stdout) == (2, "mine/fine\n")
    assert "## Order? {.order}\n\nno list\n" in kept(own)


def test_what_is_saved_in_another_encoding_is_left_and_told(
    own: Home, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    writing(own, monkeypatch, "printf '## Caf\\351?\\n\\nYes.\\n' >> \"$1\"")
    result = run("add")
    (left,) = tmp_path.glob("quizapp-*/cards.md")
    assert b"## Caf\xe9?" in left.read_bytes()
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"nothing was changed; look in {left.parent}" in result.stderr
