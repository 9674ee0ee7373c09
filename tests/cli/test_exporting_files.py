"""`quizapp export` writes the files that are named: all or none, and nothing that exists unasked."""

from pathlib import Path

import pytest

from tests.cli.conftest import Forked, Home, Run


def test_a_file_that_exists_is_not_replaced_unasked(own: Home, run: Run, tmp_path: Path) -> None:
    own.write()
    (tmp_path / "x.csv").write_text("mine")
    done = run("export", "csv", "-o", str(tmp_path / "x.csv"))
    assert (done.exit_code, "exists already" in done.stderr) == (2, True)
    assert (tmp_path / "x.csv").read_text() == "mine"
    assert run("export", "csv", "-o", str(tmp_path / "x.csv"), "--force").exit_code == 0
    assert (tmp_path / "x.csv").read_text().startswith("deck,")


def test_a_pipe_that_is_named_is_written_into(own: Home, forked: Forked, tmp_path: Path) -> None:
    own.write()
    (tmp_path / "pipe").symlink_to("/dev/stdout")
    done = forked("export", "csv", "-o", str(tmp_path / "pipe"))
    assert (done.status, done.stdout) == (0, forked("export", "csv").stdout)


def test_exporting_again_to_the_same_place_asks_for_force_and_then_replaces_all(
    own: Home, run: Run, tmp_path: Path
) -> None:
    own.write(deck="vision")
    run("export", "hashcards", "-o", "out/")
    before = (tmp_path / "out/vision.md").read_bytes()
    own.write("## Why?\n\nSo.\n", deck="vision")
    assert run("export", "hashcards", "-o", "out/").exit_code == 2
    assert (tmp_path / "out/vision.md").read_bytes() == before
    assert run("export", "hashcards", "-o", "out/", "--force").exit_code == 0
    assert (tmp_path / "out/vision.md").read_bytes() == b'---\nname = "vision"\n---\n\nQ: Why?\nA: So.\n'
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["vision.md"]


def test_a_folder_gets_a_file_for_each_deck_all_or_none(own: Home, run: Run, tmp_path: Path) -> None:
    own.write(deck="vision/nets")
    own.write("## Why?\n\nSo.\n", "more.md", "other")
    assert run("export", "obsidian", "-o", "out/").stdout.splitlines() == ["out/other.md", "out/vision/nets.md"]
    (tmp_path / "out/other.md").unlink()
    assert run("export", "obsidian", "-o", "out").exit_code == 2
    assert not (tmp_path / "out/other.md").exists()


@pytest.mark.parametrize("what", [["csv"], ["json"], ["apkg"]])
@pytest.mark.parametrize("ending", ["", "-wal"])
def test_no_force_puts_an_export_in_the_place_of_all_progress(
    own: Home, run: Run, tmp_path: Path, what: list[str], ending: str
) -> None:
    own.write()
    run("list")
    (own.path / "quizapp.db-wal").touch()
    named = own.path / f"quizapp.db{ending}"
    before = named.read_bytes()
    (tmp_path / "link").symlink_to(named)
    for path in (str(named), f"{own.path}/../{own.path.name}/{named.name}", "link"):
        done = run("export", *what, "-o", path, "--force")
        assert done.exit_code == 2
        assert "is the database itself" in done.stderr
    assert named.read_bytes() == before
