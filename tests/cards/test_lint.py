from pathlib import Path

import pytest

from quizapp.cards.lint import lint
from tests.cards.reading import noted, told
from tests.conftest import questions, write_cards


def test_folders_and_single_files_are_checked_in_one_run(tmp_path: Path) -> None:
    write_cards(tmp_path, {"one/a.md": "## Q\n", "two/b.md": "## R\n", "two/c.md": "## S\n"})
    faults = lint([tmp_path / "one", tmp_path / "two" / "b.md"])
    assert [text.removeprefix(f"{tmp_path}/") for text in told(faults)] == [
        "one/a.md:1:1: the card has no answer",
        "two/b.md:1:1: the card has no answer",
    ]


def test_a_sound_folder_has_no_faults(tmp_path: Path) -> None:
    assert not lint([write_cards(tmp_path, {"a.md": questions("x", "y")})])


def test_a_file_may_have_any_name_when_it_is_asked_for(tmp_path: Path) -> None:
    write_cards(tmp_path, {"README.md": "## Q\n", "notes.txt": "## Q\n"})
    assert len(lint([tmp_path / "README.md", tmp_path / "notes.txt"])) == 2


def test_files_of_one_topic_are_held_side_by_side(tmp_path: Path) -> None:
    write_cards(tmp_path, {"a.en.md": questions("x", "y"), "a.zh.md": questions("x")})
    assert len(noted(lint([tmp_path / "a.en.md", tmp_path / "a.zh.md"]))) == 1


def test_a_file_named_twice_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_cards(tmp_path, {"a.md": questions("x")})
    monkeypatch.chdir(tmp_path)
    assert not lint([tmp_path / "a.md", tmp_path / "a.md", Path("a.md")])


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told(lint([tmp_path / "a.md"])) == [f"{tmp_path}/a.md:1:1: cannot be read (No such file or directory)"]


def test_a_device_is_not_read_for_ever() -> None:
    assert told(lint([Path("/dev/zero")])) == ["/dev/zero:1:1: not a plain file"]


def test_the_faults_are_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    write_cards(tmp_path, {"b.md": "## Q\n\n## R\n", "a.md": "## Q {.x}\n\nA\n\n## S\n"})
    places = [(Path(fault.file).name, fault.line) for fault in lint([tmp_path])]
    assert places == [("a.md", 1), ("a.md", 5), ("b.md", 1), ("b.md", 3)]


def test_a_file_asked_for_alone_is_held_beside_its_other_language_whose_faults_are_not_told(tmp_path: Path) -> None:
    check = "## How many? {#many}\n\n```check\nanswer: 3\n```\n"
    texts = "## 多少？ {#many}\n\n```check\nhint: 数一数\n```\n\n## 为何？ {#why}\n\n因此。\n"
    write_cards(tmp_path, {"a.en.md": f"{check}\n## Lost\n", "a.zh.md": texts, "b.en.md": questions("why")})
    faults = lint([tmp_path / "a.zh.md"])
    assert told(faults) == []
    assert noted(faults) == [f"{tmp_path}/a.zh.md:7:1: card `why` is missing in {tmp_path}/a.en.md"]
