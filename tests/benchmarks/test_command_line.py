"""`python -m benchmarks`: what it prints, what it writes, how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as command_line
from benchmarks.bench import Bench
from benchmarks.figures import Figures
from benchmarks.rows import Row, Target, at_most
from quizapp import __version__

HEAVY = {"sqlalchemy", "pydantic", "textual", "click", "yaml"}


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two parts in the place of all."""

    def quick(_: Bench) -> list[Row]:
        return [Row("a step", Figures((1.0,)), at_most(2)), Row("for its own sake", Figures((5.0,)))]

    def slow(_: Bench) -> list[Row]:
        return [Row("another", Figures((3.0,)), Target("≤ 2 ms", 2.0))]

    monkeypatch.setattr(command_line, "PARTS", {"quick": quick, "slow": slow})


@pytest.mark.usefixtures("parts")
def test_it_prints_a_table_and_writes_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "figures.json"
    assert command_line.main(["--quick", "--json", str(file)]) == 0
    printed = capsys.readouterr()
    assert [line.split("  ")[0] for line in printed.out.splitlines()[1:4]] == ["a step", "for its own sake", "another"]
    assert "1 of 2 targets hold" in printed.out
    assert "quick …" in printed.err
    data = json.loads(file.read_text(encoding="utf-8"))
    assert data["quizapp"] == __version__
    assert [row["holds"] for row in data["rows"]] == [True, None, False]


@pytest.mark.usefixtures("parts")
@pytest.mark.parametrize(
    ("words", "status"), [(["--strict"], 1), (["--strict", "--only", "quick"], 0), (["--only", "slow"], 0)]
)
def test_only_where_it_is_strict_a_target_that_fails_ends_it_so(
    words: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.main(["--quick", *words]) == status
    assert ("another" in capsys.readouterr().out) is (words != ["--strict", "--only", "quick"])


@pytest.mark.usefixtures("parts")
def test_a_part_that_there_is_not_is_refused() -> None:
    with pytest.raises(SystemExit) as refused:
        command_line.main(["--only", "nothing"])
    assert refused.value.code == 2


def test_the_process_that_measures_stays_small() -> None:
    # The kernel counts a child's memory from that of the process that started it.
    code = "import sys, benchmarks.__main__; print(*{name.partition('.')[0] for name in sys.modules})"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY & set(found.stdout.split()) == set()
