"""What tests of exports share: a learner's home of a few decks, and all of it that an export must carry."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from quizapp.exchange.archive.bringing import Brought, bring_back
from quizapp.exchange.archive.document import Archive
from quizapp.exchange.archive.reading import read_archive
from quizapp.exchange.archive.writing import archive_of
from quizapp.exchange.progress import ProgressWanted
from quizapp.study.opening import Desk, open_desk
from tests.exchange.exported import CARDS, MOMENT, OTHERS, home_at
from tests.study.editing.conftest import POOLING, POOLING_ZH

MIB = 2**20
FILES: Mapping[str, bytes] = {
    "06-others/others.md": OTHERS.encode(),
    "06-others/deck.toml": '[title]\nen = "Others"\nzh = "其他"\n'.encode(),
    "06-others/media/x.png": b"\x89PNG\r\n\x00\xff",
    "06-others/empty.txt": b"",
    "pools/pooling.en.md": POOLING.replace("\n", "\r\n").encode(),
    "pools/pooling.zh.md": b"\xef\xbb\xbf" + POOLING_ZH.encode(),
    "vision/nets/nets.md": CARDS.encode(),
    "中文/注意.md": "## 问题？ {#one}\n\n答案\n".encode(),
}


@contextmanager
def home(folder: Path, files: Mapping[str, bytes] = FILES, settings: str = "") -> Iterator[Desk]:
    """The desk of a learner who has these files."""
    where = home_at(folder, settings)
    for name, content in files.items():
        path = where.cards / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with open_desk(where, MOMENT) as desk:
        desk.read_cards(MOMENT)
        yield desk


def exported(desk: Desk, **wanted: Any) -> bytes:
    """All of it, or what is wanted of it."""
    return b"".join(archive_of(desk, ProgressWanted(MOMENT, **wanted)))


def parsed(desk: Desk, **wanted: Any) -> Archive:
    """The same, read."""
    return Archive.model_validate_json(exported(desk, **wanted))


def brought(desk: Desk, content: bytes, folder: Path, now: datetime = MOMENT) -> Brought:
    """Brings an export back, by way of a file."""
    path = folder / "export.json"
    path.write_bytes(content)
    return bring_back(desk, read_archive(path, 64 * MIB), now)


def all_of(desk: Desk) -> dict[str, Any]:
    """What makes two collections equal."""
    collection, folder = desk.collection, desk.places.cards
    cards = [collection.card(id_) for id_ in sorted(collection.ids())]
    rows = collection.rows_of(collection.every_uuid()[1])
    return {
        "files": {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
        },
        "cards": [(card.id, card.deck, card.tags, card.faces) for card in cards if card],
        "decks": collection.decks(),
        "log": sorted(rows, key=lambda row: row.entry.uuid),
        "schedules": {row.entry.card: collection.standing(row.entry.card) for row in rows},
        "choices": collection.settings(),
    }
