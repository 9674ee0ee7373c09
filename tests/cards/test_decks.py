from pathlib import Path

import pytest

from quizapp.cards.faults import Fault
from quizapp.cards.folders import CardFile, card_files, deck
from quizapp.cards.library import read_library
from tests.conftest import write_cards


def _decks(root: Path) -> dict[str, str]:
    return {found.path.name: found.deck for found in card_files(root) if isinstance(found, CardFile)}


def _fault(root: Path, toml: str | bytes) -> Fault:
    (root / "deck.toml").write_bytes(toml if isinstance(toml, bytes) else toml.encode())
    found, fault = deck(root, root.name)
    assert fault is not None
    assert fault.file == str(root / "deck.toml")
    assert (found.id, found.titles) == (root.name, {"every": root.name})
    return fault


def test_a_files_folder_is_its_deck(tmp_path: Path) -> None:
    root = write_cards(tmp_path / "cards", {"a.md": "", "one/b.md": "", "one/two/c.md": "", "深度/d.md": ""})
    assert _decks(root) == {"a.md": "cards", "b.md": "one", "c.md": "one/two", "d.md": "深度"}


def test_the_folder_may_be_named_in_any_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_cards(tmp_path / "cards", {"a.md": "", "one/b.md": ""})
    monkeypatch.chdir(root)
    for named in (Path(), root, root / "one" / ".."):
        assert _decks(named)["b.md"] == "one"
        if named != root / "one" / "..":
            assert _decks(named)["a.md"] == "cards"


def test_without_a_deck_file_a_deck_is_called_by_its_folder_and_comes_last(tmp_path: Path) -> None:
    found, fault = deck(tmp_path, "one/two")
    assert (found.id, found.order, found.titles, fault) == ("one/two", 1000, {"every": "one/two"}, None)


def test_a_deck_file_gives_order_and_titles(tmp_path: Path) -> None:
    write_cards(tmp_path, {"one/deck.toml": 'order = 6\ntitle = { en = "Convolution", zh = "卷积" }\n'})
    found, fault = deck(tmp_path, "one")
    assert (found.id, found.order, found.titles, fault) == ("one", 6, {"en": "Convolution", "zh": "卷积"}, None)


def test_a_deck_file_says_which_topics_come_first(tmp_path: Path) -> None:
    write_cards(tmp_path, {"one/deck.toml": 'topics = ["b", "a"]\n'})
    assert deck(tmp_path, "one")[0].topics == ("b", "a")


def test_a_topic_that_is_not_in_the_deck_is_told(tmp_path: Path) -> None:
    write_cards(
        tmp_path,
        {"one/a.md": "## Q\n\nA\n", "two/b.md": "## Q\n\nA\n", "one/deck.toml": 'topics = ["a", "b", "c\\n"]\n'},
    )
    told = [(fault.file, fault.what) for fault in read_library([tmp_path]).faults]
    file = str(tmp_path / "one" / "deck.toml")
    assert told == [(file, f"`topics`: there is no topic `{name}` in this deck") for name in ("b", "c")]


def test_one_title_serves_every_language(tmp_path: Path) -> None:
    write_cards(tmp_path, {"deck.toml": '\ufefftitle = "Mine"\n'})
    assert deck(tmp_path, tmp_path.name)[0].titles == {"every": "Mine"}


@pytest.mark.parametrize(
    ("toml", "place", "what"),
    [
        ('order = 1\ntitle = "a', (2, 11), "Unterminated string"),
        ("order = \n", (1, 9), "Invalid value"),
        ('order = "1"', (1, 1), "`order` is a whole number up to 1000000"),
        ("order = true", (1, 1), "`order` is a whole number up to 1000000"),
        ("order = 1.5", (1, 1), "`order` is a whole number up to 1000000"),
        ('topics = "a"', (1, 1), "`topics` is a list of topic ids"),
        ("topics = [1]", (1, 1), "`topics` is a list of topic ids"),
        (f"order = 1{'0' * 40}", (1, 1), "`order` is a whole number up to 1000000"),
        ("title = 5", (1, 1), "`title` is a text, or one text for each language"),
        ('title = ""', (1, 1), "`title` is a text, or one text for each language"),
        ("title = {}", (1, 1), "`title` is a text, or one text for each language"),
        ("title = { en = 1 }", (1, 1), "`title` is a text, or one text for each language"),
        ('title = { de = "x" }', (1, 1), "`title`: unknown language `de`"),
        ("ordre = 1", (1, 1), "no such key: `ordre`"),
        (b"order = 1\n# \xff", (2, 1), "not UTF-8"),
        (f"x = {'[' * 5000}", (1, 1), "nested too deep"),
        (f"{'.'.join('a' * 30_000)} = 1", (1, 1), "nested too deep"),
        ("#" * 70_000, (1, 1), "larger than 64 KiB"),
    ],
)
def test_a_deck_file_at_fault_is_told_and_the_deck_keeps_its_folders_name(
    tmp_path: Path, toml: str | bytes, place: tuple[int, int], what: str
) -> None:
    fault = _fault(tmp_path, toml)
    assert fault.what.startswith(what)
    assert (fault.line, fault.column) == place


def test_a_title_brings_no_control_character_in(tmp_path: Path) -> None:
    write_cards(tmp_path, {"deck.toml": 'title = "\\u001b[31mred\\n"\n'})
    assert deck(tmp_path, tmp_path.name)[0].titles == {"every": "␛[31mred"}


@pytest.mark.parametrize("question", ["is_dir", "is_file"])
def test_a_deck_whose_folder_was_shut_meanwhile_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    """Between the look for card files and the one for the deck file."""

    def refuse(path: Path, **_: object) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, question, refuse)
    named, fault = deck(tmp_path, "03-networks")
    assert named.titles == {"every": "networks"}
    assert fault is not None
    assert fault.what == "cannot be read (Permission denied)"


def test_a_deck_file_that_is_a_link_out_of_the_folder_is_told_and_not_read(tmp_path: Path) -> None:
    root = write_cards(tmp_path, {"outside.toml": 'title = "Outside"\n', "cards/one/a.md": ""}) / "cards"
    (root / "one" / "deck.toml").symlink_to(tmp_path / "outside.toml")
    found, fault = deck(root, "one")
    assert fault is not None
    assert (found.titles, fault.what) == ({"every": "one"}, "a link that leads out of the folder")
