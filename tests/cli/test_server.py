"""The command line with a PostgreSQL server that keeps the progress."""

import json
from pathlib import Path

import pytest

from quizapp.store.engines.address import Address
from tests.cli import cards
from tests.cli.conftest import TOMORROW, Completed, Forked, Home, Run, asking

AWAY = "postgresql://me:geheim@127.0.0.1:1/quiz"

served = pytest.mark.parametrize("place", ["postgresql"], indirect=True)


@pytest.fixture
def kept(own: Home, place: Address) -> Home:
    """A home whose progress a server keeps; its address has a password, which the server does not ask for."""
    own.configure(f'database_url = "{place.url.replace("postgres@", "postgres:geheim@")}"')
    own.write(cards.BASIC)
    return own


@served
def test_a_review_is_kept_by_the_server_and_nothing_in_a_file(kept: Home, run: Run) -> None:
    assert run("due").stdout == "0 due, 1 new\n"
    assert run("review", "--plain", typed="\n3\n").exit_code == 0
    assert json.loads(run("due", "--json", now=TOMORROW).stdout)["due"] == 1
    assert run("list", "is:due", now=TOMORROW).exit_code == 0
    assert not (kept.path / "quizapp.db").exists()
    assert not (kept.path / "backups").exists()


@served
def test_doctor_tells_where_things_are_without_the_password(kept: Home, run: Run) -> None:
    assert run("doctor").exit_code == 0
    run("review", "--plain", typed="\n3\n")
    result = run("doctor", "--json")
    found = {finding["name"]: finding for finding in json.loads(result.stdout)}
    assert result.exit_code == 0
    assert found["database"]["ok"] is True
    assert found["database"]["detail"].startswith("postgresql://postgres@/test_")
    assert (found["schedule"]["ok"], found["log"]["detail"]) == (True, "rows: 1")
    assert "pg_dump" in found["backups"]["detail"]
    assert "geheim" not in result.output
    assert run("doctor", "--rebuild").exit_code == 0


@served
def test_choices_are_kept_by_the_server(kept: Home, run: Run) -> None:
    run("config", "new_per_day", "0")
    assert run("config", "new_per_day").stdout == "0\n"
    assert run("due").stdout == "nothing due\n"


@served
@pytest.mark.parametrize("words", [["config"], ["config", "--json"], ["config", "database_url"]])
def test_the_address_is_no_ones_to_read(kept: Home, run: Run, words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 0
    assert "geheim" not in result.output
    assert "***" in result.stdout


@served
def test_progress_in_a_file_moves_to_the_server(kept: Home, run: Run) -> None:
    written = kept.path.joinpath("config.toml").read_text(encoding="utf-8")
    kept.configure("")
    run("review", "--plain", typed="\n3\n")
    kept.path.joinpath("config.toml").write_text(written, encoding="utf-8")
    assert run("due").stdout == "0 due, 1 new\n"
    assert run("merge", str(kept.path / "quizapp.db")).exit_code == 0
    assert json.loads(run("due", "--json", now=TOMORROW).stdout)["due"] == 1


@pytest.mark.parametrize(
    ("words", "instead"),
    [(["backup"], "pg_dump"), (["backup", "x.db"], "pg_dump"), (["restore", "x.db", "--yes"], "pg_restore")],
)
def test_copies_are_made_and_brought_back_by_postgresqls_own_programs(
    own: Home, run: Run, words: list[str], instead: str
) -> None:
    own.configure(f'database_url = "{AWAY}"')
    result = run(*words)
    assert result.exit_code == 2
    assert "kept by a server (postgresql://me@127.0.0.1:1/quiz)" in result.stderr
    assert instead in result.stderr
    assert not Path("x.db").exists()


@pytest.mark.parametrize("words", [["due"], ["list"], ["review", "--plain"], ["config"], ["stats"]])
def test_a_server_that_is_away_is_told_in_one_line(own: Home, run: Run, words: list[str]) -> None:
    own.configure(f'database_url = "{AWAY}"')
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(
        "quizapp: postgresql://me@127.0.0.1:1/quiz cannot be reached (Connection refused): "
    )
    assert result.stderr.count("\n") == 1


def test_doctor_finds_that_the_server_is_away(own: Home, run: Run) -> None:
    own.configure(f'database_url = "{AWAY}"')
    result = run("doctor", "--json")
    found = {finding["name"]: finding for finding in json.loads(result.stdout)}
    assert result.exit_code == 1
    assert found["database"]["ok"] is False
    assert "cannot be reached" in found["database"]["detail"]
    assert "geheim" not in result.output


@pytest.mark.parametrize("url", ["sqlite:///geheim", "mysql://me:geheim@db/quiz", "postgres://me:geheim@db/quiz"])
def test_any_other_address_is_refused_in_one_line_that_does_not_repeat_it(own: Home, run: Run, url: str) -> None:
    own.configure(f'database_url = "{url}"')
    result = run("due")
    assert result.exit_code == 2
    assert "`database_url`: write postgresql://user:password@host/database" in result.stderr
    assert "geheim" not in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_address_is_no_choice(own: Home, run: Run) -> None:
    result = run("config", "database_url", AWAY)
    assert result.exit_code == 2
    assert "write it into config.toml" in result.stderr
    assert "geheim" not in result.stderr


@served
def test_what_a_server_keeps_needs_no_folder_to_be_shared(kept: Home, run: Run, tmp_path: Path) -> None:
    config = (kept.path / "config.toml").read_text(encoding="utf-8")
    (kept.path / "config.toml").write_text(f"{config}sync_folder = '{tmp_path}'\n", encoding="utf-8")
    result = run("sync")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a server keeps the progress: there is nothing to share" in result.stderr
    assert run("review", "--plain", typed="\n3\n").exit_code == 0
    assert list(tmp_path.glob("*.jsonl")) == []


@served
def test_a_shell_completes_what_a_server_keeps(kept: Home, run: Run, completed: Completed) -> None:
    run("list")
    assert "06-pools" in completed("review", "0")


def test_a_server_that_is_away_does_not_disturb_the_shell(own: Home, forked: Forked) -> None:
    own.configure(f'database_url = "{AWAY}"')
    done = forked(environment=asking("show", ""))
    assert (done.status, done.stdout.strip(), done.stderr) == (0, "", "")
