"""Exercises in a plain review: code typed line by line, run, judged by its tests."""

import re

from tests.cli.conftest import TODAY, Home, Run
from tests.faults.forge import Forge
from tests.faults.terminals import Terminal
from tests.tui.exercises import EN, ZH

PLAIN = ("review", "--plain")
RIGHT = "def double(x):\n    return 2 * x\n.\n"
WRONG = "def double(x):\n    return x * x\n.\n"


def one_exercise(own: Home, trusted: bool = True) -> None:
    folder = own.write(EN, "code.en.md").parent
    own.write(ZH, "code.zh.md")
    if trusted:
        own.configure(f"trusted = ['{folder}']")


def test_code_that_passes_suggests_good(own: Home, run: Run) -> None:
    one_exercise(own)
    told = run(*PLAIN, typed=RIGHT).stdout
    assert "  def double(x):\n      ...\n" in told
    assert "✓ all 2 tests pass" in told
    assert "A solution:\n  def double(x):\n      return x + x" in told
    assert "Anything that can be added can be doubled." in told
    assert "Enter: 3 Good" in told


def test_the_first_failing_test_is_told_and_code_may_be_typed_again(own: Home, run: Run) -> None:
    one_exercise(own)
    told = run(*PLAIN, typed=WRONG + RIGHT).stdout
    assert "✗ test 2 of 2 fails; passing: 1\ncall: double('a')\nexpected: 'aa'\nline 2: TypeError: can't" in told
    assert "✓ all 2 tests pass" in told


def test_giving_up_shows_the_solution_and_suggests_again(own: Home, run: Run) -> None:
    one_exercise(own)
    told = run(*PLAIN, typed="g\n").stdout
    assert "✗ given up" in told
    assert "return x + x" in told
    assert "Enter: 1 Again" in told


def test_a_lone_dot_is_no_code(own: Home, run: Run) -> None:
    one_exercise(own)
    told = run(*PLAIN, typed=".\n" + RIGHT).stdout
    assert "fails" not in told
    assert "✓ all 2 tests pass" in told


def test_code_comes_back_with_an_undo(own: Home, run: Run) -> None:
    one_exercise(own)
    told = run(*PLAIN, typed=RIGHT + "3\nu\n").stdout
    assert "  def double(x):\n      return 2 * x\n" in told.partition("Undone")[2]


def test_a_hint_is_shown_and_suggests_hard(own: Home, run: Run) -> None:
    one_exercise(own)
    told = run(*PLAIN, typed="h\n" + RIGHT).stdout
    assert "Addition is enough." in told
    assert "Enter: 2 Hard" in told


def test_commands_begin_with_a_colon(own: Home, run: Run) -> None:
    one_exercise(own)
    told = run(*PLAIN, typed=":l\nh\n" + RIGHT).stdout
    assert "返回参数的两倍" in told
    assert "加法就够了。" in told
    assert "✓ all 2 tests pass" in told


def test_an_untrusted_deck_is_asked_about_once(own: Home, run: Run) -> None:
    one_exercise(own, trusted=False)
    first = run(*PLAIN, typed="y\n:q\n").stdout
    assert re.search(r"May code from\s+there run", first)
    second = run(*PLAIN, typed=RIGHT).stdout
    assert "May code" not in second
    assert "✓ all 2 tests pass" in second


def test_a_no_leaves_the_card_to_be_read(own: Home, run: Run) -> None:
    one_exercise(own, trusted=False)
    told = run(*PLAIN, typed="n\n").stdout
    assert "return x + x" in told
    assert "given up" not in told
    assert "Enter: 3 Good" in told


def test_the_end_of_the_input_within_the_code_runs_it_and_loses_nothing(own: Home, run: Run) -> None:
    one_exercise(own)
    told = run(*PLAIN, typed="def double(x):\n    return 7").stdout
    assert "✗ test 1 of 2 fails" in told
    assert "return 7" in run(*PLAIN, typed=":q\n").stdout


def test_no_editor_is_offered_where_nobody_sits(own: Home, run: Run) -> None:
    one_exercise(own)
    assert "opens your editor" not in run(*PLAIN, typed=":q\n").stdout


def test_an_editor_that_is_misspelt_is_told_and_the_review_goes_on(own: Home, forge: Forge) -> None:
    one_exercise(own)
    terminal = Terminal.open(forge, *PLAIN, home=own.path, EDITOR='"', QUIZAPP_NOW=TODAY, COLUMNS="80")
    terminal.wait_for("e opens your editor")
    terminal.type("e\n")
    terminal.wait_for('EDITOR is `"`: No closing quotation')
    terminal.type(RIGHT)
    terminal.wait_for("all 2 tests pass")
    terminal.kill()
