"""Formulas in the text of a card: inside a line, on lines of their own, and too long for one."""

from quizapp.render import Span, lay_out
from tests.render.showing import shown, styled


def test_a_formula_in_a_line_is_one_span() -> None:
    assert lay_out("is $a = b$ here", 40) == ((Span("is "), Span("a = b", "maths"), Span(" here")),)


def test_display_maths_stands_in_by_two() -> None:
    assert lay_out("$$\na = b\n$$", 40) == ((Span("  "), Span("a = b", "maths")),)
    assert shown("text\n\n$$a = b$$\n\nmore") == "text\n\n  a = b\n\nmore"


def test_display_maths_inside_a_paragraph_has_a_line_of_its_own_and_keeps_its_full_stop() -> None:
    assert shown("We have $$a = b$$. And **then** $$c$$") == "We have\n  a = b.\nAnd then\n  c"


def test_aligned_lines_stand_below_one_another() -> None:
    assert shown("$$\n\\begin{aligned} a &= b + c \\\\ &= d \\end{aligned}\n$$") == "  a = b + c\n    = d"


def test_lines_inside_a_line_of_text_are_parted_by_semicolons() -> None:
    assert shown(r"see $a \\ b$") == "see a; b"


def test_a_formula_is_not_broken_while_it_fits_a_line() -> None:
    assert shown("so it is $a = b + c$", 14) == "so it is\na = b + c"


def test_a_formula_longer_than_a_line_breaks_before_a_relation() -> None:
    assert shown("$abcdefgh + i = jklmnop + q$", 18) == "abcdefgh + i\n= jklmnop + q"
    assert shown("$$abcdefgh + i = jklmnop + q$$", 20) == "  abcdefgh + i\n    = jklmnop + q"


def test_a_long_formula_breaks_outside_brackets_if_it_can() -> None:
    assert shown("$$abcdefgh + f(i = jklm + o)$$", 24) == "  abcdefgh\n    + f(i = jklm + o)"


def test_a_long_formula_breaks_first_between_its_parts() -> None:
    assert shown(r"$$abcd = efgh, \quad ij = klmnop$$", 20) == "  abcd = efgh,\n    ij = klmnop"


def test_a_formula_that_cannot_be_written_is_its_source() -> None:
    assert shown(r"a $\foo{x}$ b") == r"a $\foo{x}$ b"
    assert styled(r"a $\foo{x}$ b", "maths") == [r"$\foo{x}$"]


def test_dollars_of_money_are_no_maths() -> None:
    assert shown("from $5 to $10") == "from $5 to $10"
