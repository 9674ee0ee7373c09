"""Many topics are written some at a time, and what comes of them is the same."""

from pathlib import Path

import pytest

from quizapp.cards.faults import Fault
from quizapp.cards.models import Card
from quizapp.cards.parts import FilePart
from quizapp.store.collection import Collection
from quizapp.store.files import reading
from quizapp.store.files.reading import Reading
from tests.conftest import ENGINES, NOW, questions, write_cards

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)

FILES = {
    **{f"a/t{number}.md": questions("x", "y") for number in range(7)},
    "a/t3.md": '## What is x? {#x}\n\nYes.\n\n## What is lent? {#lent of="t5"}\n\nYes.\n',
    "a/t5.md": "## What is lent? {#lent}\n\nYes.\n",
    "b/t8.md": '## Twice? {#twice of="t9"}\n\nYes.\n\n## No answer? {#none}\n',
    "b/t9.md": questions("z"),
    "b/t10.md": '## Twice? {#twice of="t9"}\n\nYes.\n',
}


def _found(collection: Collection, root: Path) -> tuple[Reading, dict[str, Card], list[Fault]]:
    done = collection.read_folders([root], NOW)
    return done, collection.cards(collection.ids()), collection.faults()


def test_topics_are_brought_together_whatever_is_written_at_once(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_cards(tmp_path / "cards", FILES)
    whole = _found(collection, root)
    assert {"t3/x", "t5/lent", "t9/twice", "t6/y"} <= set(whole[1])
    assert len([fault for fault in whole[2] if not fault.note]) == 3
    monkeypatch.setattr(reading, "_TOPICS_AT_ONCE", 1)
    for file in root.rglob("*.md"):
        file.write_text(f"{file.read_text()}\n")
    again = _found(collection, root)
    assert again == whole


def test_what_was_parsed_is_not_read_from_the_database(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def kept(_connection: object, path: str) -> FilePart:
        asked.append(Path(path).name)
        return whole(_connection, path)  # type: ignore[arg-type]

    whole = reading._kept
    monkeypatch.setattr(reading, "_kept", kept)
    root = write_cards(tmp_path / "cards", FILES)
    collection.read_folders([root], NOW)
    assert asked == []
    (root / "a/t5.md").write_text(questions("other"))
    collection.read_folders([root], NOW)
    assert asked == ["t3.md"], "another file's card was lent by the topic"
    assert {"t5/lent", "t5/other"} <= set(collection.ids())
