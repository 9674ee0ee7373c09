"""Lists: markers, numbers, tasks, tightness and hanging text."""

import pytest

from tests.render.showing import plain, shown, styled


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("- a\n- b", "• a\n• b"),
        ("- a\n  - b\n    - c\n- d", "• a\n  ◦ b\n    ◦ c\n• d"),
        ("- a\n\n- b", "• a\n\n• b"),
        ("- a\n\n  more\n- b", "• a\n\n  more\n\n• b"),
        ("1. a\n2. b", "1. a\n2. b"),
        ("3) a\n4) b", "3) a\n4) b"),
        ("9. a\n10. b", " 9. a\n10. b"),
        ("1. a\n   - b", "1. a\n   • b"),
        ("- [x] right\n- [ ] wrong\n- [X] also", "[x] right\n[ ] wrong\n[X] also"),
        ("- [x]y", "• [x]y"),
        ("- \n- b", "•\n• b"),
        ("- a\n  ```\n  x\n  ```", "• a\n    x"),
        ("- > quoted", "• ▌ quoted"),
        ("- # Head\n  text", "• Head\n  text"),
        ("* a\n\n+ b", "• a\n\n• b"),
    ],
)
def test_lists_look_like_this(source: str, expected: str) -> None:
    assert shown(source) == expected


def test_text_hangs_beside_its_marker() -> None:
    assert shown("10. one two three", 11) == "10. one two\n    three"
    assert shown("- 感受野是输入区域", 10) == "• 感受野是\n  输入区域"


def test_without_styles_bullets_are_hyphens() -> None:
    assert plain("- a\n  - b") == "- a\n  - b"


def test_markers_have_a_style() -> None:
    assert styled("- a\n- [x] b\n\n1. c", "bullet") == ["• ", "[x] ", "1. "]


def test_a_marker_that_leaves_no_room_takes_a_line_of_its_own() -> None:
    assert shown("123456789. word", 10) == "123456789.\nword"
