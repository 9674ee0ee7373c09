"""What verbs print with lets nothing through that drives a terminal, whoever calls it with what."""

import json
import sys

import pytest

from quizapp.cli.output import say, say_json, tell
from quizapp.visible import DRIVES_TERMINAL

DRIVING = DRIVES_TERMINAL.findall("".join(map(chr, range(sys.maxunicode + 1))))


def test_data_is_safe_to_show(capsys: pytest.CaptureFixture[str]) -> None:
    say(f"卷积{''.join(DRIVING)}\n\tends")
    said = capsys.readouterr().out
    assert said.startswith("卷积")
    assert said.endswith("\n\tends\n")
    assert not DRIVES_TERMINAL.search(said)


def test_narration_is_safe_to_show_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    tell(f"卷积{''.join(DRIVING)}\n\tends")
    said = capsys.readouterr().err
    assert said.startswith("卷积")
    assert said.endswith(" ends\n")
    assert said.count("\n") == 1
    assert not DRIVES_TERMINAL.search(said)


def test_json_is_safe_to_show_and_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    value = {sign: [sign, "卷积"] for sign in DRIVING}
    say_json(value)
    said = capsys.readouterr().out
    assert "卷积" in said
    assert json.loads(said) == value
    assert not DRIVES_TERMINAL.search(said)
