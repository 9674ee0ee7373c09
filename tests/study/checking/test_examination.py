"""Computed cards examined, here or in other processes."""

import subprocess
import sys
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from quizapp.cards.library import read_library
from quizapp.study.checking import examination as module
from quizapp.study.checking.examination import examination
from tests.conftest import write_cards

BAD = "## How many? {#ID}\n\n{{b}}\n\n```check\ndraw: {a: [1, 2]}\nanswer: a + ID\n```\n\n**{{answer}}**\n"
SOUND = "## Sum? {#sum}\n\n```check\ndraw: {a: [1, 2]}\nanswer: a + 1\n```\n\n**{{answer}}**\n"


def _told(folder: Path) -> list[str]:
    return [str(fault).removeprefix(f"{folder}/") for fault in examination(read_library([folder]).cards).faults]


def test_what_is_wrong_with_a_block_and_with_the_texts_beside_it_is_told_together(tmp_path: Path) -> None:
    write_cards(tmp_path, {"a.md": BAD.replace("ID", "one") + "\n" + SOUND})
    assert _told(tmp_path) == [
        "a.md:3:1: unknown name `b`: no such name is defined here",
        "a.md:7:13: unknown name `one`: no such name is defined here",
    ]


def test_cards_that_compute_nothing_are_let_be(tmp_path: Path) -> None:
    write_cards(
        tmp_path, {"a.md": "## Q {#q}\n\nA\n\n## R {#r}\n\n```check\nhint: no answer, which is told elsewhere\n```\n"}
    )
    assert not examination(read_library([tmp_path]).cards).statistics


def test_many_checks_are_examined_in_several_processes_with_the_same_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"n{number}" for number in range(module.MANY + 2)]
    write_cards(tmp_path, {f"{name}.md": BAD.replace("ID", name) + "\n" + SOUND for name in names})
    cards = list(read_library([tmp_path]).cards)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    in_many = examination(cards)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert examination(cards) == in_many
    assert len(in_many.faults) == 2 * len(names)
    assert len(in_many.statistics) == 2 * len(names)


def test_another_process_imports_no_database_for_it() -> None:
    code = "import sys, quizapp.study.checking.examination; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "sqlalchemy" not in loaded.stdout.split()


def test_where_no_process_can_be_started_the_work_is_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_process: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(SpawnProcess, "start", refuse)
    monkeypatch.setattr(module, "MANY", 1)
    write_cards(tmp_path, {"a.md": SOUND, "b.md": SOUND})
    assert len(examination(read_library([tmp_path]).cards).statistics) == 2
