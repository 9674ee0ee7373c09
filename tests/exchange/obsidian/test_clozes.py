"""Highlights as gaps: siblings, numbers, hints, and `==` that is none."""

from pathlib import Path

import pytest

from quizapp.exchange.notes import Loss
from quizapp.exchange.obsidian import read
from tests.exchange.markdown_cards import LIMIT, assert_cards, written


@pytest.mark.parametrize(
    ("text", "prompts"),
    [
        ("The ==first== one", ["The ==first== one"]),
        ("The ==a== of ==b==.", ["The ==a== of b.", "The a of ==b==."]),
        ("above\n==a==\nbelow", ["above\n==a==\nbelow"]),
        ("==a==^[hint] b", ["==a== *(hint)* b"]),
        ("==a;;hint== b", ["==a== *(hint)* b"]),
        ("==1;;a== ==2;;b== ==1;;c==", ["==a== b ==c==", "a ==b== c"]),
        ("==1000;;a== ==9;;b==", ["a ==b==", "==a== b"]),
        ("==x==^[h][^1] ==y==[^2] ==z==[^1]", ["==x== *(h)* y ==z==", "x ==y== z"]),
        ("`==a==` $==b==$ ==c==", ["`==a==` $==b==$ ==c=="]),
        ("a == b and ==c==", ["a \\== b and ==c=="]),
        ("\\==a\\== ==b==", ["\\==a\\== ==b=="]),
        ("a =====b== ==c==", ["a =====b\\== ==c=="]),
        ("== a == b", []),
        ("a==b", []),
        ("==$\\frac{{a}}{b}$== and ==**c**==", ["==$\\frac{{a}}{b}$== and **c**", "$\\frac{{a}}{b}$ and ==**c**=="]),
        ("- ==a==\n- b", ["- ==a==\n- b"]),
        ("甲==乙==丙", ["甲==乙==丙"]),
        ("==a== **b** {{c}}", ["==a== **b** {{c}}"]),
        ("==a==\n\n==b==", ["==a==", "==b=="]),
    ],
)
def test_each_gap_is_a_card(text: str, prompts: list[str], tmp_path: Path) -> None:
    found = read(written(tmp_path, text), LIMIT)
    assert_cards(found)
    got = [note.draft.prompt for note in found.notes]
    assert got == prompts
    assert not [told for told in found.told if told.loss is not Loss.NOTHING]


def test_siblings_have_ids_of_their_own(tmp_path: Path) -> None:
    found = read(written(tmp_path, "==Paris== lies in ==France==."), LIMIT)
    first, second = (note.draft.id for note in found.notes)
    assert first.startswith("paris-lies-in-france-paris-")
    assert second.startswith("paris-lies-in-france-france-")


@pytest.mark.parametrize("text", ["==a `b== c`", "==**a==**b"])
def test_marks_across_code_are_none(text: str, tmp_path: Path) -> None:
    assert len(read(written(tmp_path, text), LIMIT).notes) == ("`" not in text)


def test_a_pattern_of_hiding_is_told(tmp_path: Path) -> None:
    found = read(written(tmp_path, "==a==[^ash] ==b==[^hsa]"), LIMIT)
    assert len(found.notes) == 2
    assert [told.loss for told in found.told] == [Loss.PART]


def test_a_gap_that_cannot_be_one_is_told(tmp_path: Path) -> None:
    found = read(written(tmp_path, "![a ==b== c](x.png)\n\n    ==code==\n"), LIMIT)
    assert_cards(found)
    assert Loss.NOTE in [told.loss for told in found.told]
