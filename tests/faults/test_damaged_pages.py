"""Bits flip in the database: noticed when the program starts, and the file is left as it is."""

import shutil

import pytest

from tests.cli.conftest import Home, Run
from tests.faults.damage import flipped, page_size, quick_check, scratched
from tests.faults.forge import Forge
from tests.faults.homes import answers, furnished, reviewed
from tests.soak import drawn, rounds

NEXT_DAY = "2026-03-05T09:00:00+00:00"
SAID = " is not a sound database ("
MEND = "): `quizapp restore` brings back the newest sound backup, and what can still be read of later answers\n"


@pytest.fixture
def used(forge: Forge, own: Home) -> Home:
    """A home in use since yesterday, with a backup of its first day."""
    (own.path / "config.toml").unlink()
    furnished(own.path, 60)
    reviewed(forge, own.path, 20)
    forge.run("backup", home=own.path)
    reviewed(forge, own.path, 20)
    return own


def test_a_page_that_says_what_it_is_not_is_noticed_at_the_days_first_start(used: Home, run: Run) -> None:
    database = used.path / "quizapp.db"
    sound, size = database.read_bytes(), page_size(database)
    backups = set((used.path / "backups").iterdir())
    for page in range(len(sound) // size):
        damaged = flipped(sound, page * size)
        database.write_bytes(damaged)
        found = run("list", now=NEXT_DAY)
        assert (found.exit_code, found.stdout) == (2, ""), f"page {page}"
        assert found.stderr.startswith(f"quizapp: {database}{SAID}"), f"page {page}"
        assert found.stderr.endswith(MEND), f"page {page}"
        assert found.stderr.count("\n") == 1
        assert database.read_bytes() == damaged, f"page {page}"
        assert sorted(path.name for path in used.path.glob("quizapp.db*")) == ["quizapp.db"], f"page {page}"
    assert set((used.path / "backups").iterdir()) == backups


def test_a_page_with_bytes_flipped_anywhere_is_noticed_or_told_in_one_sentence(used: Home, run: Run) -> None:
    database = used.path / "quizapp.db"
    sound, size, chance = database.read_bytes(), page_size(database), drawn("pages")
    noticed, unsound = 0, 0
    scratches = [page for page in range(len(sound) // size) for _ in range(rounds(1, 20))]
    for page in scratches:
        damaged = scratched(sound, page, size, chance, 1 + chance.randrange(20))
        for ending in ("-wal", "-shm"):
            database.with_name(database.name + ending).unlink(missing_ok=True)
        shutil.rmtree(used.path / "backups", ignore_errors=True)
        database.write_bytes(damaged)
        seen = not quick_check(damaged)
        unsound += seen
        for words, typed in ((["list"], ""), (["review", "--plain"], "\n3\n\n3\n"), (["stats"], ""), (["doctor"], "")):
            found = run(*words, typed=typed, now=NEXT_DAY)
            assert found.exit_code in (0, 1, 2), f"page {page}: {found.output}"
            if found.exit_code == 2:
                assert found.stderr.count("quizapp: ") == found.stderr.count("\n") == 1, f"page {page}: {found.stderr}"
            if words == ["list"]:
                assert found.exit_code == 2 or not seen, f"page {page}: SQLite's own look sees it"
            if words == ["list"] and found.exit_code == 2:
                noticed += 1
                assert database.read_bytes() == damaged, f"page {page}"
                break
    assert noticed >= unsound > 0


def test_a_name_that_is_no_text_any_more_is_told_as_damage(used: Home, run: Run) -> None:
    """SQLite quotes it as it stands there, which no UTF-8 reader takes."""
    database = used.path / "quizapp.db"
    damaged = database.read_bytes().replace(b"CREATE TABLE deck", b"CREATE TAB\xc7E deck")
    assert damaged != database.read_bytes()
    database.write_bytes(damaged)
    for words in (["list"], ["due"], ["stats"], ["review", "--plain"], ["backup"]):
        found = run(*words)
        assert found.exit_code == 2, found.output
        assert found.stderr.startswith(f"quizapp: {database}{SAID}"), words
        assert (found.stderr.endswith(MEND), found.stderr.count("\n")) == (True, 1), words
    found = run("doctor")
    assert (found.exit_code, "invalid continuation byte" in " ".join(found.stdout.split())) == (1, True)
    assert database.read_bytes() == damaged


@pytest.mark.parametrize("pages", [[0], [0, 1, 2, 3], [-1], "every third"])
def test_what_can_be_read_of_later_answers_comes_back_with_the_backup(
    used: Home, run: Run, pages: list[int] | str
) -> None:
    database = used.path / "quizapp.db"
    sound, size = database.read_bytes(), page_size(database)
    before = answers(used.path)
    assert len(before) == 40
    chosen = (
        range(1, len(sound) // size, 3) if isinstance(pages, str) else [page % (len(sound) // size) for page in pages]
    )
    damaged = sound
    for page in chosen:
        damaged = flipped(damaged, page * size)
    database.write_bytes(damaged)
    restored = run("restore", "--yes", now=NEXT_DAY)
    assert restored.exit_code == 0, restored.stderr
    assert run("doctor", now=NEXT_DAY).exit_code == 0
    brought = answers(used.path)
    assert len(brought) >= 20
    assert brought <= before
    told = f"{len(brought) - 20} entries of the log were read from the damaged database"
    assert (told in restored.stderr) == (len(brought) > 20)
    if pages == [0]:  # the log itself is whole
        assert brought == before
    (aside,) = (used.path / "backups").glob("damaged-*.db")
    assert aside.read_bytes() == damaged


@pytest.mark.parametrize(("page", "least"), [(0, 40), (-1, 20)])
def test_without_a_backup_what_can_be_read_is_all_there_is(used: Home, run: Run, page: int, least: int) -> None:
    database = used.path / "quizapp.db"
    content, size = database.read_bytes(), page_size(database)
    at = page % (len(content) // size) * size
    shutil.rmtree(used.path / "backups")
    before = answers(used.path)
    database.write_bytes(flipped(content, at))
    refused = run("restore", now=NEXT_DAY)
    assert refused.exit_code == 2
    assert "--yes" in refused.stderr
    restored = run("restore", "--yes", now=NEXT_DAY)
    assert restored.exit_code == 0
    brought = answers(used.path)
    assert len(brought) >= least
    assert brought <= before
    assert f"{len(brought)} entries of the log were read" in restored.stderr
    assert run("doctor", now=NEXT_DAY).exit_code == 0
