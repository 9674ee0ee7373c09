"""Each kind of card in a plain review: what is asked, what is answered, what is told."""

import re

import pytest

from tests.cli import cards
from tests.cli.conftest import Home, Run

PLAIN = ("review", "--plain")


def number_of(shown: str, text: str) -> str:
    """The number under which an option, item or point is shown."""
    match = re.search(rf"^ *(\d+)  {re.escape(text)}$", shown, re.MULTILINE)
    assert match, f"{text} is not among what is shown"
    return match[1]


def test_a_basic_card_shows_its_answer_after_enter_and_not_before(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    before = run(*PLAIN).stdout
    assert "What does max pooling keep?" in before
    assert "The largest value." not in before
    after = run(*PLAIN, typed="\n").stdout
    assert "The largest value.\n\nIt drops the others." in after


def test_what_is_shown_first_is_the_deck_and_how_many_cards_are_left(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    own.path.joinpath("cards/06-pools/deck.toml").write_text('title = { en = "Pools", zh = "池" }\n', encoding="utf-8")
    assert run(*PLAIN).stdout.startswith("\nPools · 1 left\n\nWhat does max pooling keep?\n")


def test_a_gap_is_hidden_until_the_answer_is_shown(own: Home, run: Run) -> None:
    own.write(cards.CLOZE)
    prompt, _, answer = run(*PLAIN, typed="\n").stdout.partition("Enter shows")
    assert "[…]" in prompt
    assert "largest" not in prompt
    assert "[largest]" in answer


def test_a_right_choice_is_told_and_suggests_good(own: Home, run: Run) -> None:
    own.write(cards.CHOICE)
    right = number_of(run(*PLAIN).stdout, "strided convolution")
    told = run(*PLAIN, typed=f"{right}\n").stdout
    assert f"✓ Right:\n {right}  strided convolution\n\nIt learns." in told
    assert "Enter: 3 Good" in told


def test_a_wrong_choice_is_told_beside_the_right_one_and_suggests_again(own: Home, run: Run) -> None:
    own.write(cards.CHOICE)
    shown = run(*PLAIN).stdout
    wrong, right = number_of(shown, "max"), number_of(shown, "strided convolution")
    told = run(*PLAIN, typed=f"{wrong}\n").stdout
    assert f"✗ You said {wrong}. Right is:\n {right}  strided convolution" in told
    assert "Enter: 1 Again" in told


def test_enter_alone_is_not_to_know(own: Home, run: Run) -> None:
    own.write(cards.CHOICE)
    told = run(*PLAIN, typed="\n").stdout
    assert "✗ Right is:" in told
    assert "Enter: 1 Again" in told


@pytest.mark.parametrize("style", ["{} {}", "{}{}", "{},{}", "{}、{}", "  {}　{} "])
def test_several_right_ones_may_be_written_in_any_style(own: Home, run: Run, style: str) -> None:
    own.write(cards.SEVERAL)
    shown = run(*PLAIN).stdout
    assert "all that are right" in shown
    typed = style.format(number_of(shown, "mean"), number_of(shown, "max"))
    assert "✓ Right:" in run(*PLAIN, typed=f"{typed}\n").stdout


def test_full_width_digits_count(own: Home, run: Run) -> None:
    own.write(cards.CHOICE)
    right = number_of(run(*PLAIN).stdout, "strided convolution")
    wide = right.translate(str.maketrans("123", "１２３"))
    told = run(*PLAIN, typed=f"{wide}\n３\n").stdout
    assert "✓ Right:" in told
    assert "Good 1, Easy 0" in told


@pytest.mark.parametrize("typed", ["9", "0", "x1", "1 2", "1.5.2", "-1", "½"])
def test_what_cannot_be_read_is_asked_again_and_costs_nothing(own: Home, run: Run, typed: str) -> None:
    own.write(cards.CHOICE)
    right = number_of(run(*PLAIN).stdout, "strided convolution")
    told = run(*PLAIN, typed=f"{typed}\n{right}\n").stdout
    assert told.count("Type the number of the right one") == 2
    assert "✓ Right:" in told


def test_the_right_order_is_told(own: Home, run: Run) -> None:
    own.write(cards.ORDER)
    shown = run(*PLAIN).stdout
    typed = " ".join(number_of(shown, item) for item in ("alpha", "beta", "gamma"))
    assert typed != "1 2 3"
    assert "✓ Right:" in run(*PLAIN, typed=f"{typed}\n").stdout


def test_a_wrong_order_is_told_beside_the_right_one(own: Home, run: Run) -> None:
    own.write(cards.ORDER)
    told = run(*PLAIN, typed="123\n").stdout
    assert "✗ You said 1 2 3. Right is:" in told
    right = told.partition("Right is:")[2]
    assert right.index("alpha") < right.index("beta") < right.index("gamma")


@pytest.mark.parametrize("typed", ["1", "1 1 2", "1 2 2"])
def test_an_order_needs_each_number_once(own: Home, run: Run, typed: str) -> None:
    own.write(cards.ORDER)
    assert "All 3 numbers, please, each once." in run(*PLAIN, typed=f"{typed}\n").stdout


@pytest.mark.parametrize(
    ("typed", "suggested", "missing"),
    [("1 2 3 4 5", "3 Good", ""), ("all", "3 Good", ""), ("1 3 5", "2 Hard", "2 4"), ("2", "1 Again", "1 3 4 5")],
)
def test_the_points_recalled_suggest_the_grade(own: Home, run: Run, typed: str, suggested: str, missing: str) -> None:
    own.write(cards.POINTS)
    told = run(*PLAIN, typed=f"\n{typed}\n").stdout
    assert f"Enter: {suggested}" in told
    assert (f"Missing: {missing}\n" in told) if missing else ("You had all 5 points.\n" in told)


def test_the_points_are_not_shown_before_enter(own: Home, run: Run) -> None:
    own.write(cards.POINTS)
    assert "tolerance" not in run(*PLAIN).stdout
    assert number_of(run(*PLAIN, typed="\n").stdout, "tolerance") == "3"


@pytest.mark.parametrize("typed", ["25%", "２５ %", "A Quarter"])
def test_a_typed_answer_is_compared_without_what_does_not_matter(own: Home, run: Run, typed: str) -> None:
    own.write(cards.TYPED)
    told = run(*PLAIN, typed=f"{typed}\n").stdout
    assert "✓ Right: 25 % | a quarter" in told
    assert "Enter: 3 Good" in told


def test_a_wrong_typed_answer_stands_beside_the_nearest_right_one(own: Home, run: Run) -> None:
    own.write(cards.TYPED)
    told = run(*PLAIN, typed="a quarrel\n").stdout
    given, right = re.findall(r"(?:You wrote|Right is): (.*)", told)
    assert given.startswith("a quar")
    assert right.startswith("a quar")
    assert given != right
    assert "Enter: 1 Again" in told


def test_a_typed_answer_may_be_a_letter_that_is_a_command_elsewhere(own: Home, run: Run) -> None:
    own.write(cards.HEAD + "## What is drawn? {#letter .typed}\n\nu\n")
    assert "✓ Right: u" in run(*PLAIN, typed="u\n").stdout
