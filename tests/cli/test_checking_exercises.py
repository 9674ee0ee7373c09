"""`quizapp check` runs each exercise's solution against its tests, where its code may run."""

from tests.cli.conftest import Home, Run
from tests.tui.exercises import EN, ZH

BROKEN = EN.replace("return x + x", "return x * x")


def test_a_deck_not_yet_trusted_is_read_but_not_run(own: Home, run: Run) -> None:
    own.write(BROKEN, "code.en.md")
    result = run("check")
    assert result.exit_code == 0
    assert "code.en.md:11:11: the exercise was not run: `quizapp check --run` runs its code (note)" in result.stdout


def test_a_solution_that_fails_is_told_at_its_test(own: Home, run: Run) -> None:
    own.write(BROKEN, "code.en.md")
    result = run("check", "--run")
    assert result.exit_code == 1
    assert "code.en.md:18:" in result.stdout
    assert "the reference solution does not pass: TypeError: can't multiply" in result.stdout


def test_a_trusted_folder_is_run_without_asking(own: Home, run: Run) -> None:
    folder = own.write(BROKEN, "code.en.md").parent
    own.configure(f"trusted = ['{folder}']")
    assert run("check").exit_code == 1


def test_a_sound_exercise_in_both_languages_has_no_fault(own: Home, run: Run) -> None:
    own.write(EN, "code.en.md")
    own.write(ZH, "code.zh.md")
    result = run("check", "--run")
    assert (result.stdout, result.exit_code) == ("", 0)


def test_what_can_be_seen_is_told_without_running(own: Home, run: Run) -> None:
    own.write(EN.replace('call: "double(2)"', 'call: "doubled(2)"'), "code.en.md")
    result = run("check")
    assert result.exit_code == 1
    assert "code.en.md:17:" in result.stdout
    assert "the call does not call `double`" in result.stdout


def test_a_solution_without_end_is_told_in_time(own: Home, run: Run) -> None:
    own.write(EN.replace("return x + x", "while True: pass"), "code.en.md")
    assert "stopped: it took more than 2 seconds" in run("check", "--run").stdout
