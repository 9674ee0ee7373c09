"""Answers that are texts: what can be given is named, and gives nothing away."""

from tests.checks.checking import check, graded

FITTING = """
    draw: {train: {from: 1, to: 9}, gap: {from: 0, to: 9}}
    answer: "'underfits' if train > 5 else 'overfits' if gap > 4 else 'fits'"
    mistakes:
      gap-only: {answer: "'overfits' if gap > 4 else 'fits'", says: x}
"""


def test_the_choices_are_all_texts_that_the_check_can_give_in_every_variant() -> None:
    choices = {check(FITTING).draw(seed).choices for seed in range(30)}
    assert choices == {("fits", "overfits", "underfits")}


def test_case_and_width_do_not_matter() -> None:
    variant = check(FITTING).variant({"train": 9, "gap": 9})
    assert graded(variant, "Underfits") == ("right", None)
    assert graded(variant, "ＯＶＥＲＦＩＴＳ") == ("mistake", "gap-only")
    assert graded(variant, "fits") == ("wrong", None)


def test_numbers_have_no_choices() -> None:
    assert check("answer: 3").draw(0).choices == ()
