from pathlib import Path

import pytest

from tests.cli import cards
from tests.cli.conftest import Home, Run, process

NO_ANSWER = "## First? {#first}\n\nYes.\n\n## Second? {#second}\n"
TWO_FAULTS = "## First? {#first}\n\n## Second? {#second}\n"
WITHOUT_IDS = "## One?\n\nYes.\n\n## Two?\n\nNo.\n"


def test_sound_files_exit_with_0_and_print_nothing_on_stdout(own: Home, run: Run) -> None:
    own.write()
    result = run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no faults\n")


def test_each_fault_is_a_line_on_stdout_and_the_sum_goes_to_stderr(own: Home, run: Run) -> None:
    own.write(TWO_FAULTS)
    result = run("check")
    assert result.exit_code == 1
    assert [line.split(": ")[0] for line in result.stdout.splitlines()] == [
        "home/cards/06-pools/pooling.md:1:1",
        "home/cards/06-pools/pooling.md:3:1",
    ]
    assert result.stderr == "2 faults\n"


def test_faults_of_several_files_are_sorted(own: Home, run: Run) -> None:
    own.write(NO_ANSWER, "b.md")
    own.write(NO_ANSWER, "a.md")
    lines = run("check").stdout.splitlines()
    assert len(lines) == 2
    assert lines == sorted(lines)


def test_a_note_is_told_but_is_no_fault(own: Home, run: Run) -> None:
    own.write(cards.BASIC, "pooling.en.md")
    own.write(cards.CHINESE.partition("## ")[0], "pooling.zh.md")
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.endswith("(note)\n")
    assert result.stderr == "no faults, 1 note\n"


def test_a_path_narrows_what_is_checked_and_needs_no_database(own: Home, run: Run, tmp_path: Path) -> None:
    own.write(NO_ANSWER)
    loose = tmp_path / "loose.md"
    loose.write_text(WITHOUT_IDS, encoding="utf-8")
    assert run("check", "loose.md").exit_code == 0
    assert run("check", str(own.path / "cards")).exit_code == 1
    assert not (own.path / "quizapp.db").exists()


def test_a_path_that_is_not_there_is_a_misuse(run: Run) -> None:
    result = run("check", "nowhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nowhere" in result.stderr


def test_paths_outside_the_current_folder_stay_whole_where_that_is_shorter(
    own: Home, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path.joinpath(*"abcdefgh" * 6)
    deep.mkdir(parents=True)
    file = own.write(NO_ANSWER)
    monkeypatch.chdir(deep)
    assert run("check").stdout.startswith(f"{file}:5:1: ")


def test_fix_writes_the_missing_ids_and_says_so_on_stderr(own: Home, run: Run) -> None:
    file = own.write(WITHOUT_IDS)
    result = run("check", "--fix")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "wrote 2 ids into home/cards/06-pools/pooling.md\nno faults\n"
    assert file.read_text(encoding="utf-8") == "## One? {#one}\n\nYes.\n\n## Two? {#two}\n\nNo.\n"


def test_fix_changes_nothing_twice(own: Home, run: Run) -> None:
    file = own.write(WITHOUT_IDS)
    run("check", "--fix")
    once = file.read_bytes()
    assert run("check", "--fix").stderr == "no faults\n"
    assert file.read_bytes() == once


def test_fix_keeps_the_history_of_a_card_that_gets_its_id(own: Home, run: Run) -> None:
    own.write(WITHOUT_IDS)
    run("review", "--plain", typed="\n3\nq\n")
    run("check", "--fix")
    assert run("list", "-is:new").stderr == "1 card\n"


def test_without_fix_nothing_is_written(own: Home, run: Run) -> None:
    file = own.write(WITHOUT_IDS)
    run("check")
    assert file.read_text(encoding="utf-8") == WITHOUT_IDS


def test_the_exit_status_is_that_of_a_real_process(own: Home) -> None:
    own.write(NO_ANSWER)
    done = process("check")
    assert done.returncode == 1
    assert "pooling.md:5:1: the card has no answer: write it below the heading" in done.stdout
    assert done.stderr == "1 fault\n"


@pytest.mark.parametrize("path", [(), ("home/cards",)], ids=["library", "path"])
def test_faults_are_told_in_the_language_of_the_interface(own: Home, run: Run, path: tuple[str, ...]) -> None:
    own.configure("interface = 'zh'")
    own.write(NO_ANSWER)
    told = "home/cards/06-pools/pooling.md:5:1: 卡片没有答案：写在标题下方\n"
    assert run("check", *path).stdout == told
