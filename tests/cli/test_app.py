import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from quizapp import __version__
from quizapp.cli.app import VERBS, app
from tests.cli.conftest import Forked, Home, Run, process

FULL = """
import os
os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
from quizapp.cli.app import app
app.main(words)
"""


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"quizapp {__version__}\n"


def test_an_unknown_verb_is_told_in_one_line_on_stderr_and_exits_with_2(run: Run) -> None:
    result = run("rview")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("quizapp: no such command 'rview'")
    assert result.stderr.count("\n") == 1


def test_an_unknown_option_names_the_verb_whose_help_to_read(run: Run) -> None:
    result = run("check", "--fxi")
    assert result.exit_code == 2
    assert "`quizapp check --help`" in result.stderr


@pytest.mark.parametrize("words", [[], ["review"]])
def test_the_interface_without_a_terminal_is_refused_with_a_hint(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "needs a terminal" in result.stderr
    assert "--plain" in result.stderr or "--help" in result.stderr


def test_an_error_of_ours_is_told_once_without_a_traceback(own: Home) -> None:
    own.configure("new_per_dya = 3")
    done = process("list")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("new_per_dya") == 1
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_leaves_no_traceback(own: Home) -> None:
    own.write("".join(f"## Question {number}? {{#q{number}}}\n\nYes.\n\n" for number in range(2000)))
    with subprocess.Popen(
        [sys.executable, "-m", "quizapp", "list", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        told = running.stderr.read()
    assert "Traceback" not in told
    assert "Broken" not in told


def test_ctrl_c_ends_quietly_with_130(own: Home) -> None:
    own.write()
    with subprocess.Popen(
        [sys.executable, "-m", "quizapp", "review", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert any("Enter shows the answer" in line for line in running.stdout)
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=10) == 130
        assert running.stderr.read().strip() == ""


@pytest.mark.parametrize("verb", VERBS)
def test_every_help_says_what_the_verb_is_for_and_shows_examples(run: Run, verb: str) -> None:
    told = run(verb, "--help").stdout
    assert f"Usage: quizapp {verb}" in told
    examples = told.partition("Examples:\n")[2]
    assert f"quizapp {verb}" in examples


@pytest.mark.parametrize("verb", VERBS)
def test_every_json_option_has_its_keys_documented(verb: str) -> None:
    command = app.get_command(click.Context(app), verb)
    assert command is not None
    takes_json = any("--json" in parameter.opts for parameter in command.params)
    assert takes_json == ("--json prints" in (command.epilog or ""))


def test_a_terminal_gets_some_colour_unless_no_color_is_set(own: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write()
    assert "\x1b[" in CliRunner().invoke(app, ["list"], color=True).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in CliRunner().invoke(app, ["list"], color=True).stdout


def test_what_is_no_terminal_gets_no_colour(own: Home, run: Run) -> None:
    own.write()
    assert "\x1b" not in run("list").stdout


def test_an_encoding_that_lacks_a_character_ends_nothing(own: Home) -> None:
    own.write("## 最大池化保留什么？ {#keeps}\n\n最大的值。\n")
    done = process("review", "--plain", typed="\n3\n", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "????????" in done.stdout
    assert "Good 1" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
@pytest.mark.parametrize("words", [("stats",), ("export", "json"), ("list",)])
def test_a_full_disk_is_told_in_a_line(own: Home, forked: Forked, words: tuple[str, ...]) -> None:
    own.write()
    done = forked(*words, script=FULL)
    assert done.status == 2
    assert done.stderr.splitlines()[-1].startswith("quizapp: there is no room on the disk")
    assert "Traceback" not in done.stderr
