"""The table is what people read, and what the README shows."""

import json

import pytest

from benchmarks.figures import Figures
from benchmarks.rows import Beside, Row, at_most, times, times_anki
from benchmarks.telling import as_data, markdown, summary, table, told

ROWS = [
    Row("short", Figures((1.0,)), at_most(2)),
    Row("a longer name", Figures((3_000.0,)), times(2, Beside("bare", 1_000.0)), limit=Beside("bare", 1_000.0)),
    Row("beside", Figures((0.5,)), times_anki(1, None)),
    Row("no target", Figures((80.0,)), unit="MB"),
]


def test_the_table_has_a_row_for_each_and_aligns() -> None:
    head, *rows = table(ROWS).splitlines()
    assert [row.split("  ")[0] for row in rows] == ["short", "a longer name", "beside", "no target"]
    assert [row.endswith(end) for row, end in zip(rows, ["holds", "FAILS", "Anki", "MB"], strict=True)] == [True] * 4
    assert {row.index(end) for row, end in zip(rows, ["holds", "FAILS"], strict=False)} == {rows[0].index("holds")}
    assert head.startswith("step")


def test_the_ratio_is_the_one_to_what_stands_beside_it() -> None:
    assert "bare 1.00 s  3.00" in table(ROWS)


def test_the_readme_shows_what_has_a_target() -> None:
    lines = markdown(ROWS).splitlines()
    assert len(lines) == 2 + 3
    assert {line.count("|") for line in lines} == {7}


def test_the_summary_counts_what_could_be_judged() -> None:
    assert summary(ROWS) == "1 of 2 targets hold; 1 stand beside Anki, which is not here"


@pytest.mark.parametrize(
    ("figure", "said"),
    [(0.368, "0.37 ms"), (12.34, "12.3 ms"), (534.2, "534 ms"), (1_234.0, "1.23 s"), (61_000.0, "61.0 s")],
)
def test_a_figure_is_told_with_three_digits(figure: float, said: str) -> None:
    assert told(figure, "ms") == said


def test_everything_is_written_as_json_with_when_and_where() -> None:
    data = json.loads(json.dumps(as_data(ROWS, "1.2.3")))
    assert data["quizapp"] == "1.2.3"
    assert {"date", "python", "machine", "cores", "load"} <= data.keys()
    assert [row["step"] for row in data["rows"]] == [row.step for row in ROWS]
