"""`quizapp import`: cards from other programs, and what is told of them."""

import json
from pathlib import Path

import pytest

from quizapp.exchange.incoming.recognizing import NAMES
from tests.cli.conftest import Home, Run

FILES = {
    "anki-text": (
        "notes.txt",
        '#separator:tab\n#html:true\n#guid column:1\nabc\tWhat?\t<b>This</b>\ndef\t"a\tb"\t#no\n',
    ),
    "csv": ("table.csv", 'front,back,tags\r\n"a ""b""",c,x y\r\nd,e,\r\n'),
    "hashcards": ("deck.md", "Q: What is $\\frac{a}{b}$?\nA: A fraction.\n\nC: It [hides] this.\n"),
    "obsidian": ("note.md", "#flashcards/vision\n\nWhat is it?::A kernel. <!--SR:!2026-12-05,7,250-->\n\na:::b\n"),
    "headings": ("plain.md", "# One\n\nFirst\n\n# Two\n\nSecond\n"),
}
PACKAGE = Path(__file__).parents[1] / "exchange" / "anki" / "files" / "latest.apkg"


def _write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_bytes(text.encode())
    return str(folder / name)


def _cards(own: Home) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted((own.path / "cards").rglob("*")) if path.is_file()}


@pytest.mark.parametrize("format_name", list(FILES))
def test_each_format_is_told_by_its_file_and_comes_once(own: Home, run: Run, tmp_path: Path, format_name: str) -> None:
    file = _write(tmp_path, *FILES[format_name])
    first = json.loads(run("import", file, "--json").stdout)
    assert (first["format"], len(first["added"])) == (format_name, 2)
    before = _cards(own)
    second = json.loads(run("import", file, "--json").stdout)
    assert (second["added"], second["there"], second["differing"]) == ([], first["added"], [])
    assert _cards(own) == before
    assert run("check").exit_code == 0
    listed = {card["id"] for card in json.loads(run("list", "--json").stdout)}
    assert set(first["added"]) <= listed


def test_mnemosynes_files_are_named(own: Home, run: Run, tmp_path: Path) -> None:
    file = _write(tmp_path, "export.tsv", "What?\tThis<br>and that\n")
    brought = json.loads(run("import", file, "--format", "mnemosyne", "--json").stdout)
    assert (brought["format"], len(brought["added"])) == ("mnemosyne", 1)


def test_every_format_can_be_named() -> None:
    from quizapp.cli.importing import FORMATS

    assert FORMATS == NAMES


def test_a_package_comes_with_pictures_answers_and_schedules(own: Home, run: Run) -> None:
    first = json.loads(run("import", str(PACKAGE), "--json").stdout)
    assert first["format"] == "anki"
    assert first["answers"] > 0
    assert first["pictures"] > 0
    assert list((own.path / "cards").rglob("media/*"))
    assert run("check").exit_code == 0
    before = _cards(own)
    second = json.loads(run("import", str(PACKAGE), "--json").stdout)
    assert (second["added"], second["differing"], second["answers"], second["suspended"]) == ([], [], 0, 0)
    assert _cards(own) == before
    assert run("doctor", now="2027-01-01T09:00:00+00:00").exit_code == 0  # its last answers are of 2026


def test_a_dry_run_says_the_same_and_writes_nothing(own: Home, run: Run) -> None:
    would = json.loads(run("import", str(PACKAGE), "--dry-run", "--json").stdout)
    assert not _cards(own)
    does = json.loads(run("import", str(PACKAGE), "--json").stdout)
    assert would["dry_run"]
    for key in ("added", "decks", "answers", "suspended", "pictures", "told"):
        assert would[key] == does[key]


def test_what_is_lost_is_told_with_its_place(own: Home, run: Run, tmp_path: Path) -> None:
    file = _write(tmp_path, "table.csv", "front,back\na,b\nno answer,\n")
    result = run("import", file)
    assert "added: 1 card (table 1)" in result.stdout
    assert "not brought along:\n  table.csv:3: " in result.stdout
    assert result.stderr == "`quizapp import table.csv --remove` takes its cards out again\n"


def test_what_came_can_be_taken_out_again_and_brought_back(own: Home, run: Run, tmp_path: Path) -> None:
    file = _write(tmp_path, *FILES["csv"])
    run("import", file)
    before = _cards(own)
    assert run("import", file, "--remove", "--yes").exit_code == 0
    assert json.loads(run("list", "--json").stdout) == []
    run("trash", "--last")
    assert _cards(own) == before
    assert len(json.loads(run("list", "--json").stdout)) == 2


def test_a_dry_run_of_taking_out_says_what_would_go(own: Home, run: Run, tmp_path: Path) -> None:
    file = _write(tmp_path, *FILES["csv"])
    added = json.loads(run("import", file, "--json").stdout)["added"]
    before = _cards(own)
    result = run("import", file, "--remove", "--dry-run", "--yes")
    assert result.stdout.splitlines() == added
    assert _cards(own) == before


def test_what_is_lost_is_told_in_the_learners_language(own: Home, run: Run, tmp_path: Path) -> None:
    own.configure('interface = "zh"')
    result = run("import", _write(tmp_path, "table.csv", "front,back\na,b\nno answer,\n"))
    assert "“no answer”没有答案" in result.stdout


def test_a_deck_may_take_everything(own: Home, run: Run, tmp_path: Path) -> None:
    file = _write(tmp_path, *FILES["obsidian"])
    brought = json.loads(run("import", file, "--deck", "old notes", "--json").stdout)
    assert brought["decks"] == {"old notes/vision": 2}


def test_a_language_is_that_of_all_cards(own: Home, run: Run, tmp_path: Path) -> None:
    file = _write(tmp_path, "词汇.csv", "问题,答案\n为什么？,因为。\n")
    run("import", file, "--lang", "zh")
    (path,) = (own.path / "cards").rglob("*.md")
    assert path.name == "词汇.zh.md"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.apkg", b"PK\x03\x04broken"),
        ("x.apkg", b""),
        ("x.csv", b""),
        ("x.bin", b"\x00\x01"),
        ("x.txt", b"\x00\xff" * 50),
    ],
    ids=["zip", "empty", "nothing", "unknown", "binary"],
)
def test_what_is_no_such_file_is_one_line(own: Home, run: Run, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    result = run("import", str(tmp_path / name))
    assert (result.exit_code, not _cards(own)) in [(2, True), (0, True)]
    assert result.exit_code == 0 or result.stderr.count("\n") == 1


def test_a_file_larger_than_allowed_is_refused(own: Home, run: Run, tmp_path: Path) -> None:
    file = _write(tmp_path, "big.csv", "front,back\na,b\n" + " " * 2**20)
    result = run("import", file, "--limit", "1")
    assert (result.exit_code, "has more than 1048576 bytes" in result.stderr) == (2, True)
    assert not _cards(own)
    assert run("import", file, "--limit", "2").exit_code == 0
    assert _cards(own)


def test_nothing_in_a_file_drives_the_terminal(own: Home, run: Run, tmp_path: Path) -> None:
    file = _write(tmp_path, "x.csv", 'front,back,tags\n"a\x1b]52;c;eA\x07","b\x1b[2J",\x1b[31mred\n"c\x1b[0m",\n')
    result = run("import", file, "--all")
    assert "\x1b" not in result.stdout + result.stderr
    assert all(b"\x1b" not in content for content in _cards(own).values())
