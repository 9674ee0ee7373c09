"""The page about networks: its examples are what the program prints, its tables are whole."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.checks.networks import Network
from quizapp.checks.networks.blocks import BLOCKS
from quizapp.checks.networks.layers import KINDS
from quizapp.cli.app import app
from tests.docs.fences import ROOT, fences, table_keys

PAGE = ROOT / "docs" / "networks.md"
NETWORKS = {fence.name: fence.text for fence in fences(PAGE) if fence.language == "net"}
RUNS = [fence.text for fence in fences(PAGE) if fence.language == "text"]


@pytest.mark.parametrize("text", RUNS, ids=[text.partition("\n")[0] for text in RUNS])
def test_a_command_prints_what_the_page_says(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, network in NETWORKS.items():
        (tmp_path / name).write_text(network, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    command, _, printed = text.partition("\n")
    result = CliRunner().invoke(app, command.removeprefix("$ quizapp ").split())
    assert result.output == printed


def test_every_network_of_the_page_is_computed_there() -> None:
    assert {text.split()[3] for text in RUNS} == set(NETWORKS)


def test_the_table_of_layers_names_each_with_its_options() -> None:
    told: dict[str, set[str]] = {}
    for names, options in _rows("Layers"):
        for name in re.findall(r"`(\w+)", names):
            told[name] = set(re.findall(r"`(\w+)=", options))
    assert told == {name: set(kind.signature.keys) for name, kind in KINDS.items()}


def test_the_table_of_blocks_names_each() -> None:
    (keys,) = table_keys(PAGE, "Blocks")
    assert {key.split()[0] for key in keys} == set(BLOCKS)


def test_the_table_of_attributes_names_each() -> None:
    (keys,) = table_keys(PAGE, "What is counted")
    assert set(re.findall(r"net\.(\w+)", " ".join(keys))) == Network.ATTRIBUTES


def _rows(heading: str) -> list[tuple[str, str]]:
    text = PAGE.read_text(encoding="utf-8")
    section = text[text.index(f"## {heading}") :].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| `")]
    return [(row[0], row[1]) for row in rows]
