"""Computed questions in a plain review: typed, read, judged, explained, practised."""

import json

from tests.cli.conftest import Forked, Home, Run
from tests.study.checks import BROKEN, FATE, PARAMS, PARAMS_ZH, ROOT

PLAIN = ("review", "--plain")


def drawn(run: Run) -> dict[str, int]:
    """The numbers that the review asks, out of its prompt."""
    inside = run(*PLAIN).stdout.partition("Conv2d(")[2].partition(")")[0].split(", ")
    return {"c_in": int(inside[0]), "c_out": int(inside[1]), "k": int(inside[2].removeprefix("kernel_size="))}


def answers(run: Run) -> tuple[int, int]:
    """The right answer, and the one without biases."""
    n = drawn(run)
    weights = n["c_in"] * n["c_out"] * n["k"] ** 2
    return weights + n["c_out"], weights


def test_what_was_read_comes_before_the_verdict_and_the_steps_have_the_same_numbers(own: Home, run: Run) -> None:
    own.write(PARAMS)
    right, _ = answers(run)
    told = run(*PLAIN, typed=f"{right:,}\n\n").stdout
    assert "In parameters." in told
    assert "Read as" in told
    assert told.index("Read as") < told.index("✓ right") < told.index("Each filter has")
    assert "Enter: 3 Good" in told
    assert "Done: 1 answer" in told


def test_a_mistake_is_named(own: Home, run: Run) -> None:
    own.write(PARAMS)
    told = run(*PLAIN, typed=f"{answers(run)[1]}\n").stdout
    assert f": You left out the {drawn(run)['c_out']} biases.\nanswer: " in told
    assert "Enter: 1 Again" in told


def test_what_cannot_be_read_is_asked_again_and_costs_nothing(own: Home, run: Run) -> None:
    own.write(PARAMS)
    told = run(*PLAIN, typed=f"nan\n{answers(run)[0]}\n\n").stdout
    assert "Not read: " in told
    assert "Enter: 3 Good" in told
    assert "Good 1," in told


def test_enter_alone_is_not_to_know(own: Home, run: Run) -> None:
    own.write(PARAMS)
    told = run(*PLAIN, typed="\n").stdout
    assert "✗ not answered\nanswer: " in told
    assert "Read as" not in told


def test_the_hint_comes_on_request_and_lowers_the_grade(own: Home, run: Run) -> None:
    own.write(PARAMS)
    before = run(*PLAIN).stdout
    assert "A hint: :h;" in before
    assert "A filter sees" not in before
    told = run(*PLAIN, typed=f":h\n{answers(run)[0]}\n").stdout
    assert "Hint:\nA filter sees all" in told
    assert "Enter: 2 Hard" in told


def test_practice_comes_before_the_grade_and_counts_nothing(own: Home, run: Run) -> None:
    own.write(PARAMS)
    right, _ = answers(run)
    told = run(*PLAIN, typed=f"1\nr\n{right}\nf\n:u\n\n").stdout
    assert "Or practise first: r the same numbers, f new numbers." in told
    assert "✓ right" in told
    assert "Practice: your first answer counts, ✗ not right." in told
    assert told.rstrip().count("Enter: 1 Again") == 3
    assert "Again 1," in told


def test_practice_is_no_command_before_the_answer_or_at_another_card(own: Home, run: Run) -> None:
    own.write()
    assert "One of 1 2 3 4, please." in run(*PLAIN, typed="\nr\n").stdout


def test_an_undone_answer_comes_back_with_its_numbers(own: Home, run: Run) -> None:
    own.write(PARAMS)
    told = run(*PLAIN, typed="1\n4\nu\n").stdout
    prompts = [line for line in told.splitlines() if line.startswith("`Conv2d(")]
    assert len(prompts) == 2
    assert len(set(prompts)) == 1


def test_a_real_answer_says_how_exact_it_must_be_and_a_choice_what_there_is(own: Home, run: Run) -> None:
    own.write(ROOT)
    assert "Accepted: within 0.1 %." in run(*PLAIN).stdout
    own.write(FATE)
    assert "One of: explodes, vanishes." in run(*PLAIN).stdout


def test_the_other_language_has_the_same_numbers(own: Home, run: Run) -> None:
    own.write(PARAMS, "topic.en.md")
    own.write(PARAMS_ZH, "topic.zh.md")
    told = run(*PLAIN, typed=f":l\n{answers(run)[1]}\n").stdout
    assert f"漏掉了 {drawn(run)['c_out']} 个偏置。" in told


def test_a_card_that_cannot_be_asked_says_so_and_is_put_off(own: Home, run: Run) -> None:
    own.write(BROKEN)
    told = run(*PLAIN, typed="\n").stdout
    assert "✗ This card cannot be asked: no draw meets this requirement" in told
    assert "Buried until tomorrow." in told
    assert "Suspended." in run(*PLAIN, typed="x\n", now="2026-11-26T09:00:00+00:00").stdout


def test_history_tells_what_was_computed(own: Home, run: Run) -> None:
    own.write(PARAMS)
    typed = f"{answers(run)[1]}\n1\n:i\n"
    assert "(no-bias)" in run(*PLAIN, typed=typed).stdout


def test_what_a_deck_says_drives_no_terminal(own: Home, forked: Forked) -> None:
    hostile = PARAMS.replace("unit: parameters", 'unit: "par\\e[2Jams"').replace("You left out", "You \\e[2J left")
    own.write(hostile)
    result = forked("review", "--plain", typed="?\n1\n\n")
    assert "\x1b" not in result.stdout + result.stderr
    assert result.status == 0


def test_the_log_is_enough_to_grade_again(own: Home, run: Run) -> None:
    import sqlite3
    from contextlib import closing

    from quizapp.checks.grading.records import regrade
    from quizapp.paths import places

    own.write(PARAMS)
    run(*PLAIN, typed=f"{answers(run)[1]}\n\n")
    with closing(sqlite3.connect(places().database)) as database:
        (kept,) = database.execute("SELECT answered FROM log").fetchone()
    given = json.loads(kept)
    assert regrade(given) == ("mistake", "no-bias")
    assert given["seed"] < 2**31


def test_undo_reaches_the_log_again_once_the_practised_card_is_put_off(own: Home, run: Run) -> None:
    own.write(PARAMS)
    told = run(*PLAIN, typed="1\nr\n:z\nu\n").stdout
    assert "Buried until tomorrow." in told
    assert "Undone: pooling/params" in told
