"""What each command imports of what takes long: no more than it needs."""

import json
import os
import subprocess
import sys

import pytest

from tests.cli import cards
from tests.cli.conftest import TOMORROW, Home, Run

HEAVY = (
    "alembic",
    "asyncio",
    "click",
    "inspect",
    "markdown_it",
    "pydantic",
    "pygments",
    "rich",
    "sqlalchemy",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.orm",
    "textual",
    "yaml",
)

# Runs a command line; the interface is asked what is there when its first picture is, and left.
SCRIPT = f"""
import json, sys
def tell(*_):
    sys.__stderr__.write(json.dumps([name for name in {HEAVY!r} if name in sys.modules]) + chr(10))
if sys.argv[1:] in ([], ["review"]):
    import quizapp.cli.output
    import textual.app
    quizapp.cli.output.on_terminal = lambda: True
    from quizapp.tui.beginning import Beginning
    def first_picture(beginning):
        tell()
        beginning._quiz.call_from_thread(beginning._quiz.exit)
    Beginning._open = first_picture
    textual.app.App.run = lambda app: __import__("asyncio").run(app.run_async(headless=True))
from quizapp.__main__ import main
try:
    main()
except SystemExit:
    pass
if sys.argv[1:] not in ([], ["review"]):
    tell()
"""


def imported_by(*words: str) -> set[str]:
    """Which of the heavy packages a command line imports, the interface until its first picture."""
    environment = os.environ | {"QUIZAPP_NOW": TOMORROW, "TERM": "xterm-256color"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words], capture_output=True, encoding="utf-8", check=True, env=environment
    )
    found = json.loads(done.stderr.splitlines()[-1])
    assert isinstance(found, list), done.stderr
    return set(found)


@pytest.fixture
def known(own: Home, run: Run) -> None:
    """Cards, read and answered once; and a settings file."""
    own.configure("new_per_day = 4")
    own.write(cards.TWELVE)
    run("review", "--plain", typed="\n3\nq\n")
    run("config", "reviews_per_day", "5")


@pytest.mark.parametrize("words", [["--version"], ["due"], ["due", "--json"]])
def test_what_prompts_ask_for_imports_nothing_heavy(known: None, words: list[str]) -> None:
    assert imported_by(*words) == set()


@pytest.mark.parametrize("words", [["--help"], ["review", "--help"], ["due", "--help"], ["list", "--help"]])
def test_help_imports_what_reads_the_command_line_alone(own: Home, words: list[str]) -> None:
    assert imported_by(*words) == {"click", "inspect"}


def test_home_is_on_the_screen_before_anything_is_imported_that_reads_cards_or_writes_progress(known: None) -> None:
    assert imported_by() == {"asyncio", "inspect", "rich", "textual"}


def test_so_is_the_first_card_with_what_reads_markdown(known: None) -> None:
    assert imported_by("review") == {"click", "asyncio", "inspect", "rich", "textual", "markdown_it"}
