import json

import pytest

from tests.cli import cards
from tests.cli.conftest import TOMORROW, Home, Run


def test_a_table_on_stdout_and_the_sum_on_stderr(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    result = run("list")
    assert result.stdout.splitlines() == [
        "id             kind   due  state  title",
        "pooling/keeps  basic       new    What does max pooling keep?",
    ]
    assert result.stderr == "1 card\n"


def test_columns_align_where_titles_are_chinese(own: Home, run: Run) -> None:
    own.write("## 最大池化保留什么？ {#one}\n\n最大的值。\n\n## What? {#another-id}\n\nYes.\n", name="池化.md")
    lines = run("list").stdout.splitlines()
    assert lines[1] == "池化/one         basic       new    最大池化保留什么？"
    assert lines[2] == "池化/another-id  basic       new    What?"


def test_a_narrow_terminal_loses_nothing(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write("## " + "word " * 20 + "end? {#a-rather-long-id-of-a-card-as-ids-go}\n\nYes.\n")
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("list").stdout.splitlines()
    assert max(map(len, lines)) <= 60
    assert "pooling/a-rather-long-id-of-a-card-as-ids-go" in lines
    assert " ".join(lines).count("word") == 20


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (["is:new"], 2),
        (["is:due"], 0),
        (["-is:new"], 0),
        (["keeps"], 1),
        (["-keeps"], 1),
        (["kind:typed"], 1),
        (["deck:06", "-kind:typed"], 1),
        (['"max pooling"'], 1),
        (["nothing like it"], 0),
    ],
)
def test_a_query_narrows_the_list(own: Home, run: Run, query: list[str], found: int) -> None:
    own.write(cards.BASIC + "\n## What is left? {#left .typed}\n\n25\n")
    assert len(json.loads(run("list", "--json", *query).stdout)) == found


def test_json_has_the_documented_keys(own: Home, run: Run) -> None:
    own.write(cards.BASIC, "pooling.en.md")
    own.write(cards.CHINESE, "pooling.zh.md")
    run("review", "--plain", typed="\n4\n")
    (card,) = json.loads(run("list", "--json", now=TOMORROW).stdout)
    assert card == {
        "id": "pooling/keeps",
        "deck": "06-pools",
        "topic": "pooling",
        "kind": "basic",
        "tags": [],
        "titles": {"en": "What does max pooling keep?", "zh": "最大池化保留什么？"},
        "state": "due",
        "leech": False,
        "due": "2026-11-25",
        "interval": 1,
        "easiness": 2.6,
        "repetitions": 1,
        "lapses": 0,
    }


def test_titles_come_in_the_language_of_the_cards(own: Home, run: Run) -> None:
    own.configure('language = "zh"')
    own.write(cards.BASIC, "pooling.en.md")
    own.write(cards.CHINESE, "pooling.zh.md")
    assert "最大池化保留什么？" in run("list").stdout


@pytest.mark.parametrize("word", ["colour:red", "is:odd", "--jsno"])
def test_what_makes_no_sense_in_a_query_is_told(own: Home, run: Run, word: str) -> None:
    result = run("list", word)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("quizapp: ")


def test_a_card_that_computes_is_listed_as_any_other(own: Home, run: Run) -> None:
    own.write("## How many? {#many}\n\n```check\nanswer: 3\n```\n")
    (card,) = json.loads(run("list", "--json").stdout)
    assert (card["kind"], card["state"]) == ("check", "new")


def test_a_name_that_is_none_is_told_with_those_there_are(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    result = run("list", "deck:nope", "kind:typo", "--json")
    assert (result.exit_code, result.stdout) == (0, "[]\n")
    assert result.stderr.startswith("nope is no deck; there are 06-pools\ntypo is no kind; there are typed, ")
    assert result.stderr.endswith(", …\n")


@pytest.mark.parametrize("verb", ["list", "show"])
def test_a_query_that_is_no_text_is_told_and_no_damage(own: Home, run: Run, verb: str) -> None:
    own.write()
    result = run(verb, "\udcff")
    assert (result.exit_code, result.stderr) == (2, "quizapp: what is asked for is no text: write it in UTF-8\n")
