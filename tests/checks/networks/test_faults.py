"""Faults name their line and column, and say what to write."""

import pytest

from quizapp.checks.networks import NetworkError, read_network


def _fault(*lines: str) -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        read_network("\n".join(lines))
    return caught.value


@pytest.mark.parametrize(
    ("lines", "place", "what", "mend"),
    [
        ([""], (1, 1), "no layer", "input 3x224x224"),
        (["# only a remark"], (1, 1), "no layer", "input"),
        (["conv 3 k=3"], (1, 1), "does not begin with its input", "first"),
        (["input"], (1, 1), "lacks its shape", "`input 3x224x224`"),
        (["input 3x0x8"], (1, 7), "`3x0x8`", "whole number from 1"),
        (["input 3x-8"], (1, 7), "`3x-8`", "whole number"),
        (["input 3x٣"], (1, 7), "`3x٣`", "whole number"),
        (["input 3x8x8 4"], (1, 13), "no place for `4`", "leave it out"),
        (["input 8", "input 8"], (2, 1), "a second `input`", "leave it out"),
        (["input 8", "", "  rellu"], (3, 3), "no layer `rellu`", "`relu`"),
        (["input 8", "dense 10"], (2, 1), "no layer `dense`", "`linear`"),
        (["input 3x8x8", "conv 8"], (2, 1), "lacks its k", "`conv 64 k=3`"),
        (["input 3x8x8", "conv k=3"], (2, 1), "lacks its channels", "`conv 64 k=3`"),
        (["input 3x8x8", "conv 8 k=3 stride=2"], (2, 12), "no option `stride`", "`s=`"),
        (["input 3x8x8", "conv 8 k=3 k=5"], (2, 12), "given twice", "leave one out"),
        (["input 3x8x8", "conv 8 k = 3"], (2, 8), "`k` stands alone", "`k=3`"),
        (["input 3x8x8", "conv 8 k=three"], (2, 8), "`three`", "such as `3`"),
        (["input 3x8x8", "conv 8 k=3 bias=maybe"], (2, 12), "`maybe`", "`yes` or `no`"),
        (["input 3x8x8", "dropout 1.5"], (2, 9), "`1.5`", "from 0 to 1"),
        (["input 3x8x8", "upsample 2 mode=area"], (2, 12), "`area`", "bilinear"),
        (["input 8", "end"], (2, 1), "without a block", "leave it out"),
        (["input 8", "residual", "relu"], (2, 1), "has no `end`", "`end`"),
        (["input 8", "residual", "end"], (2, 1), "nothing stands in", "before `end`"),
        (["input 8", "repeat", "relu", "end"], (2, 1), "lacks its times", "`repeat 3`"),
        (["input 8", "branch", "relu", "end"], (2, 1), "one path", "`and`"),
        (["input 8", "and"], (2, 1), "outside of `branch`", "between"),
        (["input 8", "residual", "relu", "shortcut", "shortcut", "end"], (5, 1), "a second `shortcut`", "one"),
        (["input 3x8x8", "conv 8 k=9"], (2, 1), "does not fit a map of 8", "`p=1`"),
        (["input 3x8x8", "conv 8 k=3x3x3"], (2, 1), "3 sizes", "one size, or 2"),
        (["input 3x8x8", "conv 8 k=3 g=2"], (2, 1), "2 groups", "divide"),
        (["input 3x8x8", "maxpool k=2 p=2"], (2, 1), "more than half", "`p=1`"),
        (["input 3x8x8", "maxpool k=3x1 s=1 p=1"], (2, 1), "more than half", "`p=1x0`"),
        (["input 3x8x8", "maxpool k=2x4 p=0x3"], (2, 1), "more than half", "`p=1x2`"),
        (["input 3x1x1", "maxpool k=3 s=2 ceil=yes"], (2, 1), "does not fit a map of 1", "`p=1`"),
        (["input 3x8x8", "tconv 3 k=3 s=2 op=2"], (2, 1), "output padding 2", "`op=1`"),
        (["input 3x2x2", "tconv 3 k=1 p=4"], (2, 1), "crops all", "less padding"),
        (["input 3x8x8", "linear 10"], (2, 1), "a map of 3×8×8", "`flatten` or `gap`"),
        (["input 3x8x8", "flatten", "conv 8 k=3"], (3, 1), "a vector of 192", "before `flatten`"),
        (["input 3x8x8", "pixelshuffle 2"], (2, 1), "divided by 4", "more"),
        (["input 3x8x8", "reshape 7"], (2, 1), "192 values", "as many"),
        (["input 3x8x8", "gn 2"], (2, 1), "2 groups", "divisor"),
        (["input 9x10", "attention heads=3"], (2, 1), "10 features, 3 heads", "divide"),
        (["input 9", "attention heads=3"], (2, 1), "needs n tokens", "`tokens` or `embedding`"),
    ],
)
def test_a_fault_tells_where_it_is_and_what_to_do(
    lines: list[str], place: tuple[int, int], what: str, mend: str
) -> None:
    fault = _fault(*lines)
    assert (fault.line, fault.column) == place
    assert what in fault.what
    assert mend in fault.mend


def test_all_faulty_lines_are_told_in_one_run() -> None:
    fault = _fault("input 3x8x8", "conv 8", "residual", "  con 8 k=3", "end", "gap 3")
    assert [(one.line, one.column) for one in (fault, *fault.further)] == [(2, 1), (4, 3), (6, 5)]


def test_a_block_whose_only_line_is_faulty_is_not_called_empty() -> None:
    assert _fault("input 8", "repeat 3", "rellu", "end").further == ()


def test_a_layer_in_a_block_is_told_with_what_comes_in_that_time() -> None:
    fault = _fault("input 3x8x8", "repeat 9", "maxpool k=2", "end")
    assert (fault.line, "(input 3×1×1)" in fault.what) == (3, True)


def test_a_fault_shows_nothing_that_could_drive_a_terminal() -> None:
    fault = _fault("input 8", "\x1b[2Jrelu \x9b")
    assert "\x1b" not in str(fault)
    assert "\x9b" not in str(fault)
    assert len(str(_fault("input 8", "x" * 15_000))) < 200
