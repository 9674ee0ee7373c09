"""`quizapp calc`: a network, layer by layer."""

import json
from pathlib import Path

import pytest

from quizapp.cli.app import VERBS
from quizapp.render import width_of
from tests.cli.conftest import Home, Run, process

SMALL = """\
input 3x32x32
conv 16 k=3 p=1
maxpool k=2
repeat 2
  residual
    conv 16 k=3 p=1
  end
end
gap
"""
TABLE = """\
layer                  output  parameters       MACs  field  stride
input                 3×32×32           0          0      1       1
conv 16 k=3 p=1      16×32×32         448    442 368      3       1
maxpool k=2          16×16×16           0          0      4       2
repeat 2 (1)
  residual
    conv 16 k=3 p=1  16×16×16       2 320    589 824      8       2
    add              16×16×16           0          0      8       2
repeat 2 (2)
  residual
    conv 16 k=3 p=1  16×16×16       2 320    589 824     12       2
    add              16×16×16           0          0     12       2
gap                        16           0          0    all     all
total                      16       5 088  1 622 016     12       2
3 244 032 FLOPs, two for each MAC
5 088 values stored, running statistics among them
3 learned layers on the longest path
"""
NETWORKS = ["alexnet", "densenet121", "mobilenet_v2", "resnet50", "squeezenet1_0", "vgg16", "vit_b_16"]


@pytest.fixture
def small(own: Home) -> str:
    own.path.parent.joinpath("small.net").write_text(SMALL, encoding="utf-8")
    return "small.net"


def test_it_prints_a_line_for_each_layer_and_a_total(run: Run, small: str) -> None:
    result = run("calc", small)
    assert (result.exit_code, result.stdout, result.stderr) == (0, TABLE, "")


def test_a_network_comes_from_stdin(run: Run) -> None:
    assert run("calc", "-", typed=SMALL).stdout == TABLE


def test_blocks_are_summed_up(run: Run, small: str) -> None:
    lines = run("calc", small, "--levels", "0").stdout.splitlines()
    assert [line.split("  ")[0] for line in lines[4:6]] == ["repeat 2 (1)", "repeat 2 (2)"]
    assert [line.split()[3:6] for line in lines[4:6]] == [["16×16×16", "2", "320"]] * 2
    assert lines[-4].startswith("total")
    assert "residual" in run("calc", small, "--levels", "1").stdout


@pytest.mark.parametrize("levels", ["0", "1", "2"])
def test_what_is_shown_adds_up_to_the_total(levels: str, run: Run) -> None:
    for name in ("resnet50", "densenet121"):
        *rows, total = run("calc", name, "--levels", levels).stdout.splitlines()[1:-3]
        assert sum(map(_macs, rows)) == _macs(total)


def test_json_has_the_sums_and_the_layers(run: Run, small: str) -> None:
    found = json.loads(run("calc", small, "--json").stdout)
    assert (found["params"], found["macs"], found["receptive_field"], found["shape"]) == (5088, 1_622_016, 12, [16])
    assert [layer["kind"] for layer in found["layers"]] == ["conv", "maxpool", "conv", "add", "conv", "add", "gap"]
    assert found["layers"][0] == {
        "line": 2,
        "level": 0,
        "kind": "conv",
        "layer": "conv 16 k=3 p=1",
        "input": [3, 32, 32],
        "shape": [16, 32, 32],
        "params": 448,
        "stored": 448,
        "macs": 442_368,
        "flops": 884_736,
        "receptive_field": 3,
        "stride": 1,
    }
    assert found["layers"][-1]["receptive_field"] is None


def test_a_broken_stride_is_a_decimal_in_json(run: Run) -> None:
    assert json.loads(run("calc", "-", "--json", typed="input 3x8x8\nupsample 2").stdout)["stride"] == 0.5


def test_a_bundled_network_goes_by_its_name(run: Run) -> None:
    assert json.loads(run("calc", "resnet18", "--json").stdout)["params"] == 11_689_512


def test_a_file_of_that_name_comes_first(run: Run, own: Home) -> None:
    own.path.parent.joinpath("resnet18").write_text(SMALL, encoding="utf-8")
    assert run("calc", "resnet18").stdout == TABLE


def test_without_a_file_the_bundled_networks_are_listed(run: Run) -> None:
    lines = run("calc").stdout.splitlines()
    assert lines[0].split() == ["name", "parameters", "MACs", "network"]
    assert "resnet18 11 689 512 1 814 073 344 ResNet-18" in {" ".join(line.split()) for line in lines}
    found = json.loads(run("calc", "--json").stdout)
    assert {"name": "alexnet", "title": "AlexNet", "params": 61_100_840}.items() <= found[0].items()
    assert len(found) == len(lines) - 1


def test_faults_go_to_stderr_with_file_line_and_column(run: Run, own: Home) -> None:
    own.path.parent.joinpath("bad.net").write_text("input 3x8x8\nconvv 8 k=3\n  conv 8 k=0\n", encoding="utf-8")
    result = run("calc", "bad.net", "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "bad.net:2:1: there is no layer `convv`: write `conv`",
        "bad.net:3:10: k cannot be `0`: it is a whole number from 1, such as `3`",
    ]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("nothing.net", None, "no file and no network is called nothing.net: `quizapp calc` lists the networks"),
        ("../networks/alexnet", None, "no file and no network is called"),
        (".", None, "cannot be read"),
        ("", None, "quizapp: . cannot be read"),
        ("latin.net", b"input 8 # \xe9", "is not UTF-8"),
    ],
)
def test_what_cannot_be_opened_is_told(name: str, content: bytes | None, told: str, run: Run, own: Home) -> None:
    if content:
        own.path.parent.joinpath(name).write_bytes(content)
    result = run("calc", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_a_file_without_an_end_is_not_read_to_it(run: Run) -> None:
    result = run("calc", "/dev/zero")
    assert result.exit_code == 1
    assert "more than 20000 characters" in result.stderr


def test_what_drives_a_terminal_is_not_passed_on(run: Run) -> None:
    shown = run("calc", "-", typed="input 3x8x8\nconv \x1b[31m k=3\n\x1b]0;x\x07")
    assert shown.exit_code == 1
    assert "\x1b" not in shown.output
    assert "\x07" not in shown.output


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("name", NETWORKS)
def test_no_line_is_wider_than_the_terminal(name: str, width: int, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("calc", name).stdout.splitlines()
    assert max(map(width_of, lines)) <= width


@pytest.mark.parametrize("width", [20, 40, 50, 60, 70, 80, 200])
def test_whatever_the_width_every_figure_is_there(
    width: int, run: Run, small: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    words = run("calc", small).stdout.split()
    assert words.count("320") == 2
    assert words.count("16×16×16") == 5
    assert words.count("residual") == 2
    assert {"5", "088", "12", "all"} <= set(words)


def test_without_a_terminal_there_is_one_line_a_layer(own: Home, small: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS")
    assert process("calc", small).stdout == TABLE


def test_the_folder_of_networks_is_no_deck(own: Home, run: Run) -> None:
    Path(own.path, "config.toml").write_text("", encoding="utf-8")
    decks = {card["deck"] for card in json.loads(run("list", "--json").stdout)}
    assert "networks" not in decks
    assert len(decks) > 3


def test_it_stands_among_the_verbs() -> None:
    assert VERBS["calc"] == ("calculating", "calc")


def _macs(line: str) -> int:
    """The third figure from the end: one blank groups digits, two divide columns."""
    cells = [cell for cell in line.split("  ") if cell.strip()]
    return int(cells[-3].replace(" ", "")) if len(cells) >= 5 else 0
