"""Code that is being written outlives the program, and goes nowhere but its folder."""

import os
import signal

import pytest

from quizapp.errors import UsageError
from quizapp.paths import Places
from quizapp.study.exercises.drafts import draft_file, draft_of, drop_draft, keep_draft
from quizapp.study.exercises.editor import edited, editor


def test_a_draft_is_kept_until_it_is_dropped(where: Places) -> None:
    assert draft_of("t/c", where) is None
    keep_draft("t/c", "x = '中'\n", where)
    keep_draft("t/d", "other", where)
    assert draft_of("t/c", where) == "x = '中'\n"
    drop_draft("t/c", where)
    assert draft_of("t/c", where) is None
    assert draft_of("t/d", where) == "other"


@pytest.mark.parametrize("card", ["../../up", "/etc/passwd", "a/b/c", "\x00", "\ud800", "x" * 1000])
def test_no_name_of_a_card_leads_out_of_the_folder(where: Places, card: str) -> None:
    keep_draft(card, "x", where)
    assert draft_file(card, where).parent == where.data / "drafts"
    assert draft_of(card, where) == "x"


def test_a_folder_that_cannot_be_made_costs_nothing_but_the_draft(where: Places) -> None:
    where.data.mkdir(parents=True)
    (where.data / "drafts").write_text("a file", encoding="utf-8")
    keep_draft("t/c", "x", where)
    drop_draft("t/c", where)
    assert draft_of("t/c", where) is None


def test_a_draft_cannot_drive_the_terminal(where: Places) -> None:
    keep_draft("t/c", "\x1b[2J", where)
    assert draft_of("t/c", where) == "␛[2J"


def test_the_learners_editor_writes_the_code(where: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "sed -i.bak s/1/2/")
    assert edited("t/c", "x = 1\n", where) == "x = 2\n"


def test_visual_comes_before_editor_and_may_have_arguments() -> None:
    assert editor({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor({"EDITOR": "'my editor' -n"}) == ["my editor", "-n"]
    assert editor({}) == []


def test_control_c_within_the_editor_is_the_editors(where: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "sh -c 'kill -INT $PPID; echo x = 2 > $0'")
    assert edited("t/c", "x = 1\n", where) == "x = 2\n"
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.parametrize("command", ["", "false", "no-such-editor-anywhere", "'unclosed"])
def test_an_editor_that_does_not_work_is_told(where: Places, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("EDITOR", command)
    with pytest.raises(UsageError):
        edited("t/c", "x = 1\n", where)
