"""Text of a stranger's deck cannot drive the terminal, whatever prints it."""

import re
import sqlite3
from contextlib import closing

import pytest

from tests.cli.conftest import Home, Run

DRIVES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TITLE = "Clear \x1b[2J and \x1b]52;c;cm0=\x07 and \u202eback\u2069 and \x9b31m"
HOSTILE = f"---\ntopic: hostile\ntags: ['{TITLE[:6]}']\n---\n\nNotes {TITLE}\n\n" + (
    f"## {TITLE} {{#clear}}\n\nAnswer {TITLE}\n\n```\n{TITLE}\n```\n\nExplained {TITLE} [link](http://x/\x1b[2J)\n\n"
    f"## {TITLE} {{#typed .typed}}\n\n{TITLE}\n\n"
    f"## {TITLE} {{#choice}}\n\n- [x] {TITLE}\n- [ ] other {TITLE}\n"
)


@pytest.fixture
def hostile(own: Home) -> Home:
    own.write(HOSTILE)
    own.path.joinpath("cards/06-pools/deck.toml").write_text('title = "\\u001B[2J\\u202Edeck"\n', encoding="utf-8")
    own.write(deck="07-\x1b[31mred\u202e", name="\x1b]0;title\x07.md")
    return own


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "--json"],
        ["show", "clear"],
        ["show", "choice", "--json"],
        ["show", "\x1b[2J"],
        ["check"],
        ["suspend", "clear"],
        ["review", "--plain", "nope\x1b[2J"],
        ["config", "theme", "\x1b[2J"],
        ["rev\x1b[2Jiew"],
    ],
)
def test_no_verb_lets_it_through(hostile: Home, run: Run, words: list[str]) -> None:
    result = run(*words)
    assert "there is no card `clear`" not in result.stderr
    assert result.stdout + result.stderr
    assert not DRIVES.search(result.stdout.replace("\n", "") + result.stderr.replace("\n", ""))


def test_a_plain_review_does_not_either(hostile: Home, run: Run) -> None:
    told = run("review", "--plain", typed="n\ni\n\n3\n\x1b[2J\n3\n1\n3\n").stdout
    assert "Done: 3 answers" in told
    assert not DRIVES.search(told.replace("\n", ""))


@pytest.mark.parametrize("words", [["list"], ["list", "--json"], ["show", "clear"], ["review", "--plain"]])
def test_a_database_that_somebody_else_wrote_does_not_either(hostile: Home, run: Run, words: list[str]) -> None:
    run("list")
    with closing(sqlite3.connect(hostile.path / "quizapp.db")) as connection, connection:
        for column in ("card.content", "card.tags", "listing.titles", "topic.content"):
            table, _, name = column.partition(".")
            harm = r"Clear \u001b]52;c;cm0=\u0007\u009b31m"
            connection.execute(f"UPDATE {table} SET {name} = replace({name}, 'Clear', ?)", (harm,))
    told = run(*words, typed="n\ni\n\n3\n")
    assert (told.exit_code, "cm0=" in told.stdout) == (0, True), told.stderr
    assert not DRIVES.search(told.stdout.replace("\n", "") + told.stderr.replace("\n", ""))
