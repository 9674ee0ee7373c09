import json
import re
from pathlib import Path

import pytest

from quizapp.config import MEANINGS
from tests.cli.conftest import Home, Run


def test_the_table_says_value_origin_and_meaning_of_every_setting(own: Home, run: Run) -> None:
    own.configure("new_per_day = 3")
    run("config", "order", "by-deck")
    rows = {line.split()[0]: line for line in run("config").stdout.splitlines()[1:]}
    assert set(rows) >= set(MEANINGS)
    assert rows["new_per_day"].split()[1:3] == ["3", "file"]
    assert rows["order"].split()[1:3] == ["by-deck", "choice"]
    assert rows["reviews_per_day"].split()[1:3] == ["200", "default"]
    assert "How many other cards may" in rows["reviews_per_day"]


def test_in_chinese_the_table_is_chinese_and_the_json_is_not(own: Home, run: Run) -> None:
    own.configure('interface = "zh"')
    head, *rows = run("config").stdout.splitlines()
    told = json.loads(run("config", "--json").stdout)
    assert head.split() == ["设置", "值", "来源", "含义"]
    assert not [row for row in rows if row.split(" ", 1)[0] in MEANINGS and not re.search("默认|文件", row)]
    assert not [row for row in rows if re.search(r"[a-z]{3,} [a-z]{3,}", row)]
    assert told["order"]["from"] == "default"
    assert told["order"]["meaning"] == MEANINGS["order"]


def test_json_says_the_same(own: Home, run: Run) -> None:
    own.configure("new_per_day = 3")
    told = json.loads(run("config", "--json").stdout)
    assert set(told) == set(MEANINGS)
    assert all(set(setting) == {"value", "from", "meaning"} for setting in told.values())
    assert all(setting["meaning"] for setting in told.values())
    assert (told["new_per_day"]["value"], told["new_per_day"]["from"]) == (3, "file")


def test_how_large_a_card_file_may_be_is_a_setting(own: Home, run: Run) -> None:
    own.write()
    own.write(f"## Why? {{#why}}\n\n{'So. ' * 2**18}\n", name="large.md")
    own.configure("largest_file = 1")
    assert "large.md:1:1: larger than 1 MiB" in run("check").stdout
    assert run("list").stderr.startswith("1 card\n")
    own.configure("largest_file = 2")
    assert run("list").stderr == "2 cards\n"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("new_per_day", "20"),
        ("suspend_leeches", "true"),
        ("day_starts_at", "05:30"),
        ("grades", "six"),
        ("keys", "review.undo=u,backspace;review.notes=n"),
        ("theme", "nord"),
    ],
)
def test_a_choice_is_kept_and_read_back_as_it_was_written(run: Run, key: str, value: str) -> None:
    result = run("config", key, value)
    assert (result.exit_code, result.stdout) == (0, "")
    assert run("config", key).stdout == f"{value}\n"
    assert json.loads(run("config", key, "--json").stdout)[key]["from"] == "choice"


def test_a_choice_may_be_taken_back(own: Home, run: Run) -> None:
    own.configure("new_per_day = 3")
    run("config", "new_per_day", "20")
    assert run("config", "--unset", "new_per_day").stderr == "new_per_day is 3 (from: file)\n"
    assert run("config", "new_per_day").stdout == "3\n"


def test_folders_are_kept_whole(own: Home, run: Run, tmp_path: Path) -> None:
    run("config", "cards", "mine")
    assert run("config", "cards").stdout == f"{tmp_path / 'mine'}\n"
    run("config", "folders", "one:two")
    assert run("config", "folders").stdout == f"{tmp_path / 'one'}:{tmp_path / 'two'}\n"


def test_a_folder_that_is_not_there_is_kept_and_told(own: Home, run: Run, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    told = run("config", "folders", "one:two").stderr.splitlines()
    assert told[1:] == [f"there is no folder {tmp_path / 'two'} yet"]
    own.configure('cards = "three"')
    told = run("config", "--unset", "cards").stderr.splitlines()
    assert told == ["cards is three (from: file)", f"there is no folder {own.path / 'three'} yet"]


@pytest.mark.parametrize(
    "words",
    [
        ["new_per_day", "many"],
        ["new_per_day", "-1"],
        ["new_per_dya"],
        ["new_per_dya", "3"],
        ["--unset", "new_per_dya"],
        ["--unset", "order", "order"],
        ["grades", "five"],
        ["theme", "nothing"],
        ["day_starts_at", "25:00"],
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(run: Run, words: list[str]) -> None:
    before = run("config").stdout
    result = run("config", "--", *words) if words[-1] == "-1" else run("config", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words[-1] in result.stderr or words[0] in result.stderr
    assert run("config").stdout == before


def test_an_unknown_theme_is_told_with_those_that_there_are(run: Run) -> None:
    told = run("config", "theme", "Nord").stderr
    assert told.startswith("quizapp: there is no theme `Nord`: choose one of quizapp-dark, quizapp-light, ")
    assert " nord, " in told


def test_a_choice_holds_in_the_next_session(own: Home, run: Run) -> None:
    own.write("".join(f"## Question {n}? {{#q{n}}}\n\nYes.\n\n" for n in range(9)))
    run("config", "new_per_day", "4")
    assert "4 left" in run("review", "--plain").stdout


def test_without_its_day_nothing_of_a_plan_is_left(own: Home, run: Run) -> None:
    own.write()
    assert run("plan", "+30", "06", "--most", "3", "--keep").stderr == ""
    assert run("config", "--unset", "interview").stderr == "interview is (from: default)\n"
    kept = json.loads(run("config", "--json").stdout)
    assert {setting["from"] for key, setting in kept.items() if key.startswith("interview")} == {"default"}


def test_days_and_decks_are_named_as_everywhere(own: Home, run: Run) -> None:
    own.write(deck="06-pools")
    run("list")
    assert run("config", "interview", "+30").stderr == "interview is 2026-12-24 (from: choice)\n"
    assert "is no day" in run("config", "interview", "soon").stderr
    assert run("config", "interview_decks", "06").stderr == "interview_decks is 06-pools (from: choice)\n"
    assert "there is no deck `nosuch`" in run("config", "interview_decks", "06,nosuch").stderr
    assert run("config", "interview_decks").stdout == "06-pools\n"
    assert run("config", "interview_decks", "").stderr == "interview_decks is (from: choice)\n"
