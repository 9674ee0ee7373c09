"""What the page about statistics says of the parts of a report, and its examples."""

import shlex
from pathlib import Path

from click.testing import CliRunner

from quizapp.cli.app import app
from quizapp.report.names import Names
from quizapp.report.sections import sections
from quizapp.scheduling.fold import LEECH_LAPSES
from quizapp.study.statistics.counting import MATURE
from tests.docs.fences import ROOT, fences, table_keys
from tests.report.learners import MUCH

PAGE = ROOT / "docs" / "statistics.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_the_table_of_parts_is_that_of_a_report() -> None:
    assert table_keys(PAGE, "The figures")[0] == [section.title for section in sections(MUCH, Names())]


def test_the_numbers_are_those_of_the_program() -> None:
    assert f"cards forgotten {LEECH_LAPSES} times or more" in TEXT
    assert f"an interval under {MATURE} days" in TEXT


def test_its_examples_succeed(home: Path, tmp_path: Path) -> None:
    lines = [line for fence in fences(PAGE) if fence.language == "sh" for line in fence.text.splitlines()]
    assert len(lines) == 4
    for line in lines:
        words = [*shlex.split(line.partition(">")[0])[1:], "--force"]
        words = [str(tmp_path / word) if word.endswith((".html", ".ics")) else word for word in words]
        done = CliRunner().invoke(app, words)
        assert done.exit_code == 0, done.output
    assert (tmp_path / "report.html").exists()
    assert (tmp_path / "due.ics").exists()
