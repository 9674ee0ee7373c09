"""What prompts ask for is answered without click, and as it would answer."""

import subprocess
import sys

import pytest

from quizapp.cli.prompting import ANSWERS
from tests.cli import cards
from tests.cli.conftest import Home, Run, process


@pytest.mark.parametrize("words", [words for words in ANSWERS if words], ids=str)
def test_both_ways_answer_the_same(own: Home, run: Run, words: tuple[str, ...]) -> None:
    own.write(cards.TWELVE)
    quick, other = process(*words), run(*words)
    assert (quick.stdout, quick.returncode, quick.stderr) == (other.stdout, 0, "")


@pytest.mark.parametrize("words", [("due",), ("due", "--json")])
def test_both_ways_tell_what_is_wrong_in_one_line(own: Home, run: Run, words: tuple[str, ...]) -> None:
    own.configure("new_per_day = 'many'")
    quick, other = process(*words), run(*words)
    assert (quick.stdout, quick.returncode, quick.stderr) == ("", 2, other.stderr)
    assert quick.stderr.startswith("quizapp: ")
    assert quick.stderr.count("\n") == 1


def test_home_without_a_terminal_is_refused_in_both_ways(own: Home, run: Run) -> None:
    quick, other = process(), run()
    assert (quick.stdout, quick.returncode, quick.stderr) == ("", 2, other.stderr)
    assert "needs a terminal" in quick.stderr


def test_a_shell_that_completes_is_answered_by_click(own: Home) -> None:
    completed = process(_QUIZAPP_COMPLETE="bash_complete", COMP_WORDS="quizapp rev", COMP_CWORD="1")
    assert (completed.stdout, completed.stderr) == ("plain,review\n", "")


def test_a_prompt_that_does_not_listen_leaves_no_traceback(own: Home) -> None:
    own.write(cards.TWELVE)
    script = f"{sys.executable} -m quizapp due | true; echo ${{PIPESTATUS[0]}}"
    ended = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert ended.stderr == ""
    assert ended.stdout in ("0\n", "1\n")
