"""A row holds its figure against its target."""

import pytest

from benchmarks.figures import Figures
from benchmarks.rows import Beside, Row, Target, Value, at_most, times, times_anki

RUNS = Figures((10.0, 20.0, 60.0))
BARE = Beside("bare", 10.0)


@pytest.mark.parametrize(
    ("target", "value", "holds"),
    [
        (at_most(20), Value.MEDIAN, True),
        (at_most(19), Value.MEDIAN, False),
        (at_most(59), Value.LONGEST, False),
        (times(2, BARE), Value.MEDIAN, True),
        (times(1.9, BARE), Value.MEDIAN, False),
        (times_anki(1.2, 17.0), Value.MEDIAN, True),
        (times_anki(1.2, 16.0), Value.MEDIAN, False),
    ],
)
def test_a_target_is_met_by_the_figure_that_counts(target: Target, value: Value, holds: bool) -> None:
    assert Row("step", RUNS, target, value).holds is holds


@pytest.mark.parametrize("target", [Target(""), times_anki(1, None)])
def test_nothing_is_judged_without_a_target_or_without_anki(target: Target) -> None:
    row = Row("step", RUNS, target)
    assert row.holds is None
    assert row.as_data()["holds"] is None


def test_a_row_as_data_has_all_that_the_table_tells() -> None:
    data = Row("step", RUNS, times(3, BARE), limit=BARE, anki=40.0).as_data()
    assert data["ours"] == 20.0
    assert data["runs"] == [10.0, 20.0, 60.0]
    assert data["limit"] == {"name": "bare", "figure": 10.0}
    assert (data["anki"], data["target"], data["most"], data["holds"]) == (40.0, "≤ 3 × bare", 30.0, True)
