"""What has a style on the screen, and which marks stand for it where there are no styles."""

import pytest

from tests.render.showing import plain, shown, spans_of


@pytest.mark.parametrize(
    ("source", "style"),
    [
        ("*a*", "em"),
        ("**a**", "strong"),
        ("~~a~~", "strike"),
        ("`a`", "code"),
        ("$a$", "maths"),
        ("***a***", "em strong"),
        ("**`a`**", "strong code"),
        ("~~**$a$**~~", "strike strong maths"),
    ],
)
def test_marks_become_styles(source: str, style: str) -> None:
    (span,) = spans_of(source)
    assert (span.text, span.style) == ("a", style)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*a* **b**", "a b"),
        ("~~a~~", "~~a~~"),
        ("`a`", "`a`"),
        ("`` a`b ``", "``a`b``"),
        ("$a$", "a"),
    ],
)
def test_without_styles_only_marks_that_change_the_meaning_stay(source: str, expected: str) -> None:
    assert plain(source) == expected


def test_blanks_inside_code_stay_and_in_text_are_one() -> None:
    assert shown("a   b `c   d`") == "a b c   d"


def test_characters_written_as_entities_break_no_line() -> None:
    assert shown("a&#10;b&#9;c&nbsp;d") == "a b c\u00a0d"
