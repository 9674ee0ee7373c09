"""The items of a list, without their marks and moved left, as Markdown of their own."""

import pytest

from quizapp.cards.faces import ChoiceFace, OrderFace, PointsFace
from tests.cards.reading import face


def _points(text: str) -> tuple[str, ...]:
    return face(f"## Q {{.points}}\n\n{text}", PointsFace).points


@pytest.mark.parametrize("mark", ["-", "*", "+", "-  ", "-   ", "-\t", "  -"])
def test_any_mark_is_taken_off(mark: str) -> None:
    assert _points(f"{mark} a\n{mark} b") == ("a", "b")


@pytest.mark.parametrize("mark", ["{}.", "{})", "00{}.", " {}."])
def test_any_number_is_taken_off(mark: str) -> None:
    text = "\n".join(f"{mark.format(number)} item {number}" for number in (1, 2))
    assert face(f"## Q {{.order}}\n\n{text}", OrderFace).items == ("item 1", "item 2")


def test_nested_lists_and_paragraphs_stay() -> None:
    assert _points("- a\n  - inner\n    - deeper\n\n  more\n\n- b\nlazy") == (
        "a\n- inner\n  - deeper\n\nmore",
        "b\nlazy",
    )


def test_code_keeps_its_indentation() -> None:
    assert _points("- a\n\n  ```python\n  if x:\n      y\n  ```\n- b") == ("a\n\n```python\nif x:\n    y\n```", "b")


def test_an_item_may_begin_on_the_next_line() -> None:
    assert _points("-\n  ```\n  x\n   y\n  ```\n-\n  b") == ("```\nx\n y\n```", "b")


def test_an_item_may_be_indented_code() -> None:
    assert _points("-     x\n      y\n- b") == ("    x\n    y", "b")


def test_tabs_indent_as_markdown_counts_them() -> None:
    assert _points("-\ta\n\n\tmore\n\n\t\tcode\n-\tb") == ("a\n\nmore\n\n\tcode", "b")
    assert _points("- a\n\n\tmore\n- b\tc") == ("a\n\n  more", "b\tc")


def test_an_item_keeps_its_trailing_markup() -> None:
    assert _points("- **a**: `b`  \n  c\n- d") == ("**a**: `b`  \nc", "d")


def test_an_option_may_hold_blocks() -> None:
    found = face("## Q\n\n- [x] a\n\n  ```\n  x\n  ```\n\n- [ ] b", ChoiceFace)
    assert [option.text for option in found.options] == ["a\n\n```\nx\n```", "b"]


def test_a_list_with_other_marks_is_another_list() -> None:
    found = face("## Q\n\n- [x] a\n- [ ] b\n\n* why", ChoiceFace)
    assert len(found.options) == 2
    assert found.explanation == "* why"
