import json
import os
from pathlib import Path

import pytest

from tests.cli import cards
from tests.cli.conftest import Completed, Home, Run


def text(own: Home, name: str) -> str:
    return (own.path / "cards" / name).read_text(encoding="utf-8")


def kept(own: Home) -> str:
    (file,) = (own.path / "drafts").glob("refused-*.md")
    return file.read_text(encoding="utf-8")


def test_a_card_from_flags_lands_in_its_topics_file(own: Home, run: Run) -> None:
    words = ("--prompt", "Why pool?", "--answer", "Cost.", "--topic", "pooling", "--tag", "cnn", "--tag", "基础")
    result = run("add", *words, "--deck", "06-pools", "--lang", "en")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "pooling/why-pool\n", "")
    assert text(own, "06-pools/pooling.en.md") == (
        '---\ntopic: "pooling"\n---\n\n## Why pool? {#why-pool tags="cnn 基础"}\n\nCost.\n'
    )
    assert run("show", "why-pool").exit_code == 0


def test_without_a_topic_it_goes_to_the_usual_one(own: Home, run: Run) -> None:
    own.configure("language = 'zh'")
    run("add", "--prompt", "为什么？", "--answer", "因为。")
    assert "## 为什么？" in text(own, "cards.zh.md")


@pytest.mark.parametrize(
    ("prompt", "answer", "kind"),
    [
        ("Why?", "So.", "basic"),
        ("It keeps the ==largest== value.", "", "cloze"),
        ("Which?", "- [x] a\n- [ ] b", "choice"),
        ("{{n}}²?", "```check\ndraw:\n  n: [2, 3]\nanswer: n * n\n```", "check"),
        ("Look:\n\n`x`", "So.", "basic"),
    ],
)
def test_the_kind_is_told_from_the_cards_shape(own: Home, run: Run, prompt: str, answer: str, kind: str) -> None:
    result = run("add", "--prompt", prompt, "--answer", answer, "--json")
    (added,) = json.loads(result.stdout)["added"]
    assert added["kind"] == kind


def test_a_kind_that_is_named_makes_the_list_of_plain_lines(own: Home, run: Run) -> None:
    run("add", "--prompt", "Order?", "--answer", "a\nb", "--kind", "order", "--lang", "every")
    assert "## Order? {#order .order}\n\n1. a\n2. b\n" in text(own, "cards.md")


def test_json_says_what_was_added_and_what_is_like_it(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    result = run("add", "--prompt", "what does MAX pooling keep", "--answer", "x", "--topic", "pooling", "--json")
    assert json.loads(result.stdout) == {
        "added": [
            {
                "id": "pooling/what-does-max-pooling-keep",
                "deck": "06-pools",
                "topic": "pooling",
                "kind": "basic",
                "language": "en",
                "alike": [{"id": "pooling/keeps", "title": "What does max pooling keep?", "likeness": 1.0}],
            }
        ],
        "refused": 0,
        "kept": None,
    }


def test_a_card_like_it_is_told_and_it_is_added_all_the_same(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    result = run("add", "--prompt", "What does max pooling really keep?", "--answer", "x")
    assert result.exit_code == 0
    assert result.stderr == "like it: pooling/keeps: What does max pooling keep?\n"


def test_unique_refuses_it_and_keeps_it(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    result = run("add", "--prompt", "What does max pooling keep?", "--answer", "x", "--unique")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "`pooling/keeps` is like it" in result.stderr
    assert kept(own) == "## What does max pooling keep?\n\nx\n"
    assert run("list").stderr == "1 card\n"


def test_the_cards_of_the_input_are_added_and_the_faulty_one_is_told_and_kept(own: Home, run: Run) -> None:
    head = "deck: 06-pools\ntopic: Pooling, again\ntags: cnn\n\n"
    sheet = head + "## One?\n\n1\n\n## Bad {.order}\n\nno list\n\n## ==Two==.\n"
    result = run("add", "-", typed=sheet)
    assert result.exit_code == 1
    assert result.stdout == "pooling-again/one\npooling-again/two\n"
    assert result.stderr.startswith("-:11:1: an order card needs a numbered list of two items or more")
    assert "drafts/refused-" in result.stderr
    assert kept(own) == head + "## Bad {.order}\n\nno list\n"
    assert 'title: "Pooling, again"' in text(own, "06-pools/pooling-again.en.md")


def test_what_was_kept_goes_where_it_was_to_go_once_it_is_mended(own: Home, run: Run) -> None:
    run("add", "-", "--deck", "06-pools", "--tag", "cnn", typed="topic: Pooling, again\nlanguage: zh\n\n## 何？\n")
    (file,) = (own.path / "drafts").glob("refused-*.md")
    file.write_text(file.read_text(encoding="utf-8") + "\n此。\n", encoding="utf-8")
    assert run("add", str(file)).stdout == "pooling-again/何\n"
    assert '## 何？ {#何 tags="cnn"}\n\n此。\n' in text(own, "06-pools/pooling-again.zh.md")


def test_a_card_without_anything_leaves_no_file(own: Home, run: Run) -> None:
    result = run("add", "--prompt", "", "--answer", " \n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "card:1:1: there is no prompt: write it\nnothing was added\n"
    assert not list(own.path.glob("drafts/refused-*"))
    run("add", "--prompt", "#", "--answer", "")
    assert kept(own).endswith("## #\n")


def test_input_that_is_piped_needs_no_dash(own: Home, run: Run) -> None:
    assert run("add", typed="## 为什么？\n\n因为。\n").stdout == "cards/为什么\n"


def test_flags_say_more_than_the_head_of_a_sheet(own: Home, run: Run) -> None:
    result = run("add", "-", "--topic", "mine", "--tag", "x", typed="topic: theirs\ntags: y\n\n## Why?\n\nSo.\n")
    assert result.stdout == "mine/why\n"
    assert 'tags="y x"' in text(own, "mine.en.md")


def test_a_file_is_read_like_the_input(own: Home, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "new.md"
    file.write_text("## Why?\n\nSo.\n", encoding="utf-8")
    assert run("add", str(file)).stdout == "cards/why\n"


def test_a_pipe_and_a_device_are_refused_and_not_waited_for(own: Home, run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for name in (str(pipe), os.devnull):
        result = run("add", name)
        assert (result.exit_code, result.stderr.partition(" is ")[2]) == (
            2,
            "not a plain file: give a text file, or `-` for the input\n",
        )


def test_what_the_shell_has_opened_is_read(own: Home, run: Run) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"## Why?\n\nSo.\n")
    os.close(writing)
    assert run("add", f"/dev/fd/{reading}").stdout == "cards/why\n"
    os.close(reading)


def test_a_card_twice_gets_another_id_and_one_with_its_own_id_is_refused(own: Home, run: Run) -> None:
    sheet = "## Why? {#why}\n\nSo.\n"
    assert run("add", "-", typed=sheet).exit_code == 0
    result = run("add", "-", typed=sheet)
    assert result.exit_code == 1
    assert "there is a card `cards/why` already" in result.stderr
    assert run("add", "-", typed="## Why?\n\nSo.\n").stdout == "cards/why-2\n"


def test_nothing_adds_nothing(own: Home, run: Run) -> None:
    result = run("add", "-", typed="\n")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing was added\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--prompt", "Why?"), "the card has no answer"),
        (("--answer", "So."), "there is no prompt"),
        (("--prompt", "Why?", "--answer", "So.", "--deck", "../up"), "no folder can be called so"),
        (("--prompt", "Which?", "--answer", "a", "--kind", "choice"), "a choice has two options or more"),
    ],
)
def test_what_is_no_card_is_told_and_kept(own: Home, run: Run, words: tuple[str, ...], told: str) -> None:
    result = run("add", *words)
    assert result.exit_code == 1
    assert told in result.stderr
    assert kept(own).removeprefix("deck: ../up\n\n").startswith("## ")


def test_what_is_kept_says_its_kind_and_id_as_well(own: Home, run: Run) -> None:
    run("add", "--prompt", "Order?", "--answer", "no list", "--kind", "order", "--id", "mine")
    assert kept(own) == "## Order? {#mine .order}\n\nno list\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--prompt", "Why?", "--answer", "So.", "--kind", "riddle"), "there is no kind `riddle`"),
        (("--prompt", "Why?", "--answer", "So.", "--id", "a b"), "`a b` is no card id"),
        (("-", "--prompt", "Why?"), "a file and flags"),
        (("-", "--kind", "typed"), "--kind and --id are for one card"),
        (("--id", "why"), "--kind and --id are for one card"),
    ],
)
def test_a_request_that_makes_no_sense_is_misused(own: Home, run: Run, words: tuple[str, ...], told: str) -> None:
    result = run("add", *words)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_language_that_is_none_in_the_head_of_a_sheet_is_told(own: Home, run: Run) -> None:
    result = run("add", "-", typed="language: fr\n\n## Pourquoi ?\n\nVoilà.\n")
    assert result.exit_code == 2
    assert "there is no language `fr`" in result.stderr


def test_hostile_text_reaches_neither_the_terminal_nor_the_file(own: Home, run: Run) -> None:
    result = run("add", "-", typed="## Why\x1b]0;x\x07? {.order}\n\nno\x1b[2J\n\n## Fine\x1b[2J?\n\nYes.\n")
    assert "\x1b" not in result.stdout + result.stderr
    assert "\x1b" not in text(own, "cards.en.md")


def test_a_file_that_cannot_be_written_loses_nothing(own: Home, run: Run) -> None:
    (own.path / "cards" / "cards.en.md").mkdir(parents=True)
    result = run("add", "--prompt", "Why?", "--answer", "So.")
    assert result.exit_code == 1
    assert "is not a plain file" in result.stderr
    assert kept(own) == "## Why?\n\nSo.\n"


def test_topics_and_tags_are_completed(own: Home, run: Run, completed: Completed) -> None:
    own.write()
    run("list")
    assert "pooling" in completed("add", "--topic", "poo")
    assert "cnn" in completed("add", "--tag", "c")
    assert "06-pools" in completed("add", "--deck", "0")


def test_a_topic_that_is_no_text_keeps_no_card_out(own: Home, run: Run) -> None:
    result = run("add", "--prompt", "Why pool?", "--answer", "Cost.", "--topic", "\udcff")
    assert result.stdout == "untitled/why-pool\n"
