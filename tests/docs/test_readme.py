"""What the README says is so: every command runs, every table is whole."""

import re
import shlex
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli.app import VERBS, app
from quizapp.config import MEANINGS, Settings, configured
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.sm2 import SM2
from quizapp.tui import keymap
from quizapp.tui.app import all_bindings
from tests.content.bundled import cards, topics
from tests.docs.fences import ROOT, fences, table_keys
from tests.docs.terminal import left_again

PAGE = ROOT / "README.md"
TEXT = PAGE.read_text(encoding="utf-8")
DAY = date(2026, 3, 4)


def _lines() -> list[list[str]]:
    shells = [fence.text for fence in fences(PAGE) if fence.language == "sh"]
    words = [shlex.split(line, comments=True) for shell in shells for line in shell.splitlines()]
    return [line for line in words if line[:1] == ["quizapp"]]


def _fullscreen(words: list[str]) -> bool:
    return words[:1] in ([], ["review"]) and "--plain" not in words


COMMANDS = [[], *(line[1:] for line in _lines())]


def test_the_commands_of_the_readme_succeed_one_after_the_other(home: Path, tmp_path: Path) -> None:
    interfaces = [words for words in COMMANDS if _fullscreen(words)]
    assert len(interfaces) > 1
    assert len(COMMANDS) - len(interfaces) > 8
    for words in COMMANDS:
        if words in interfaces:
            status, shown = left_again(words, "keys", {"QUIZAPP_HOME": str(home)}, tmp_path)
        else:
            result = CliRunner().invoke(app, words)
            status, shown = result.exit_code, result.output
        assert status == 0, (words, shown)
        assert "Traceback" not in shown, (words, shown)


def test_the_table_of_verbs_is_that_of_the_program() -> None:
    named = [key.removeprefix("quizapp").strip() for key in table_keys(PAGE, "The command line")[0]]
    assert named == ["", *VERBS]


def test_the_table_of_settings_gives_each_with_its_default() -> None:
    section = TEXT.partition("\n## Settings\n")[2].partition("\n## ")[0]
    rows = [line.split("|")[1:4] for line in section.splitlines() if line.startswith("| `")]
    told = {key.strip(" `"): default.strip(" `") for key, default, _ in rows}
    assert list(told) == list(MEANINGS)
    plain = Settings().plain()
    for key in ("theme", "new_per_day", "reviews_per_day", "order", "grades", "suspend_leeches", "bundled"):
        assert told[key] == str(plain[key]).replace("True", "true").replace("False", "false")
    assert plain["day_starts_at"] == f"{told['day_starts_at']}:00"


def test_the_settings_file_of_the_readme_is_understood(tmp_path: Path) -> None:
    (text,) = (fence.text for fence in fences(PAGE) if fence.language == "toml")
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    settings = configured(tmp_path / "config.toml").settings
    assert settings.new_per_day == tomllib.loads(text)["new_per_day"]
    assert keymap.checked(settings.keys, all_bindings()) == (dict(settings.keys), [])


def test_the_keys_of_the_readme_do_something() -> None:
    bindings = all_bindings()
    known = {name for screen in ("app", "review") for binding in bindings[screen] for name in keymap.names(binding.key)}
    told = {key for cell in table_keys(PAGE, "A day with it")[0] for key in cell.replace("`", "").split(" … ")}
    assert told <= known
    at_home = {name for binding in bindings["home"] for name in keymap.names(binding.key)}
    assert {"c", "r", "l", "u", ","} <= at_home


@pytest.mark.parametrize("heading", ["Your own cards", "Cards that compute"])
def test_a_card_of_the_readme_is_sound(heading: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (text,) = (fence.text for fence in fences(PAGE) if fence.language == "markdown" and fence.heading == heading)
    (tmp_path / "own.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["check", "own.md"])
    assert (result.exit_code, result.stdout) == (0, "")


def test_the_decks_hold_what_the_readme_promises() -> None:
    promised = re.search(r"The (\d+) questions .* answered in (\d+) topics and over (\d+) cards", TEXT)
    assert promised
    questions, held, least = map(int, promised.groups())
    assert len({key for topic in topics() for key in topic.covers}) == questions
    assert len(topics()) == held
    assert least < sum(len(cards(topic)) for topic in topics()) < least + 100


def test_good_every_time_gives_the_intervals_told() -> None:
    memory, day, intervals = SM2().first(), DAY, []
    for _ in range(7):
        memory = SM2().next(memory, Grade.GOOD, day)
        day += timedelta(days=memory.interval)
        intervals.append(str(memory.interval))
    assert f"{', '.join(intervals[:-1])} and {intervals[-1]} days" in TEXT


def test_the_easiness_moves_as_told() -> None:
    first = SM2().first()
    easy, hard = (SM2().next(first, grade, DAY).easiness - first.easiness for grade in (Grade.EASY, Grade.HARD))
    assert f"Easy raises the easiness by {easy / 100:.2f}, Hard lowers it by {-hard / 100:.2f}" in TEXT
    assert f"easiness {first.easiness / 100:.2f}" in TEXT
