"""The way from a clone to a card works as CONTRIBUTING says."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli.app import app
from tests.docs.fences import ROOT, fences

PAGE = ROOT / "CONTRIBUTING.md"
TOPIC = "07-receptive-field-sampling/receptive-field.en.md"


@pytest.fixture
def content(home: Path, tmp_path: Path) -> Path:
    """A copy of the bundled decks, with the page's card above the last one of its topic, in both languages."""
    (card,) = (fence.text for fence in fences(PAGE) if fence.language == "markdown")
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder)
    for name in (TOPIC, TOPIC.replace(".en.", ".zh.")):
        before, heading, interview = (folder / name).read_text(encoding="utf-8").rpartition("\n## ")
        (folder / name).write_text(f"{before}\n{card}{heading}{interview}", encoding="utf-8")
    home.mkdir()
    (home / "config.toml").write_text(f"bundled = false\ncards = {str(folder)!r}\n", encoding="utf-8")
    return folder


def _lines() -> list[str]:
    shells = [fence.text for fence in fences(PAGE) if fence.language == "sh"]
    return [line.split("#")[0].strip() for shell in shells for line in shell.splitlines()]


def _commands() -> list[tuple[dict[str, str], list[str]]]:
    """The lines that start quizapp, as variables and words; a full-screen session is asked line by line here."""
    found = []
    for line in _lines():
        before, program, after = line.partition(".venv/bin/quizapp ")
        if program:
            variables = dict(pair.split("=", 1) for pair in before.split())
            words = shlex.split(after)
            found.append((variables, [*words, "--plain"] if words[0] == "review" else words))
    return found


def test_the_commands_of_the_page_succeed_one_after_the_other(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content.parent)
    commands = _commands()
    assert len(commands) == 5
    for variables, words in commands:
        result = CliRunner(env=variables).invoke(app, words)
        assert result.exit_code == 0, (words, result.output)


def test_the_page_names_files_that_exist() -> None:
    text = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:content|tests|quizapp)/[\w./-]+\w", text))
    assert f"content/{TOPIC}" in named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []
