"""`quizapp import` of tables of progress, and of reports: told for what they are, and no card is made of them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Home, Run

INSTEAD = ", for spreadsheets: no text of a card is in it: `quizapp export json` writes what can be brought back\n"


@pytest.fixture
def folder(own: Home, run: Run, tmp_path: Path) -> Path:
    """The tables of a home with one card, answered once."""
    own.write()
    run("review", "--plain", typed="\n3\n:q\n")
    run("export", "csv", "-o", "progress/")
    return tmp_path / "progress"


@pytest.mark.parametrize(
    ("name", "what"),
    [("cards.csv", "cards and their schedules"), ("reviews.csv", "reviews"), ("days.csv", "days")],
)
def test_a_table_is_told_by_its_header(name: str, what: str, folder: Path, run: Run) -> None:
    for words in ((), ("--format", "csv"), ("--header",), ("--dry-run",)):
        done = run("import", str(folder / name), *words)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"quizapp: {name} is a table of {what}{INSTEAD}"


def test_their_folder_is_told(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("import", str(folder)).stderr == f"quizapp: progress holds tables of progress{INSTEAD}"
    monkeypatch.chdir(folder)
    assert run("import", ".").stderr == f"quizapp: progress holds tables of progress{INSTEAD}"


def test_notes_beside_them_are_brought_along(folder: Path, run: Run) -> None:
    (folder / "notes.md").write_text("## One?\n\n1\n", encoding="utf-8")
    assert "added: 1 card" in run("import", str(folder)).stdout


@pytest.mark.parametrize("separator", [";", "\t"])
def test_what_a_spreadsheet_saved_anew_is_known(separator: str, folder: Path, run: Run) -> None:
    head, *rows = (folder / "days.csv").read_text(encoding="utf-8").splitlines()
    cells = [[*reversed(line.split(",")), note] for line, note in zip((head, *rows), ("Note", "well"), strict=True)]
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in cells)
    (folder / "mine.csv").write_text("\ufeff" + text, encoding="utf-8")
    assert "mine.csv is a table of days" in run("import", str(folder / "mine.csv")).stderr


def test_with_questions_and_answers_it_is_a_table_of_cards(folder: Path, run: Run) -> None:
    head, *rows = (folder / "cards.csv").read_text(encoding="utf-8").splitlines()
    text = "\n".join([f"{head},question,answer", *(f"{row},What?,That." for row in rows)])
    (folder / "cards.csv").write_text(text, encoding="utf-8")
    assert "added: 1 card" in run("import", str(folder / "cards.csv"), "--dry-run").stdout


def test_another_table_is_one_of_cards(own: Home, run: Run, tmp_path: Path) -> None:
    (tmp_path / "days.csv").write_text("day,answers\n", encoding="utf-8")
    assert "added: 1 card" in run("import", str(tmp_path / "days.csv"), "--dry-run").stdout


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_report_is_told(language: str, folder: Path, run: Run) -> None:
    run("export", "md", "--lang", language, "-o", "report.md")
    saved = Path("report.md").read_bytes()
    Path("saved.md").write_bytes(b"\xef\xbb\xbf" + saved.replace(b"\n", b"\r\n"))
    for name in ("report.md", "saved.md"):
        done = run("import", name)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith(f"quizapp: {name} is a report, to be read: no text of a card is in it: ")
