"""Imports run one way: the contracts hold, and each room can be entered alone."""

import subprocess
import sys

import pytest

from tests.docs.fences import ROOT

FRONT_ENDS = {"quizapp.tui", "quizapp.cli", "textual"}
DATABASE = {"quizapp.store", "sqlalchemy", "alembic", "sqlite3"}
# Room to what must not come with it, not even by way of another module.
ALONE = {
    "quizapp": {"click", "pydantic", "markdown_it", *DATABASE, *FRONT_ENDS},
    "quizapp.cards.library": {"quizapp.study", "quizapp.scheduling", "quizapp.render", *DATABASE, *FRONT_ENDS},
    "quizapp.scheduling.fold": {"quizapp.cards", "quizapp.study", "pydantic", *DATABASE, *FRONT_ENDS},
    "quizapp.render": {"quizapp.cards", "quizapp.study", "pydantic", *DATABASE, *FRONT_ENDS},
    "quizapp.store.collection": {"quizapp.study", "quizapp.render", "alembic", *FRONT_ENDS},
    "quizapp.study.opening": {"quizapp.render", "alembic", *FRONT_ENDS},
    "quizapp.study.sessions.session": {"quizapp.render", "alembic", *FRONT_ENDS},
    "quizapp.tui.app": {"quizapp.cli", "click", "alembic", "quizapp.checks.expressions", "multiprocessing"},
    "quizapp.cli.app": {"pydantic", "markdown_it", "platformdirs", *DATABASE, "textual"},
}


def test_the_contracts_hold() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    linted = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


@pytest.mark.parametrize("module", ALONE)
def test_a_room_is_entered_without_what_is_none_of_its_business(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ALONE[module] & set(loaded.stdout.split()) == set()
