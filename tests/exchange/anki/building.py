"""Builds Anki packages by Anki's rules: collections of schema 11 and 18, zipped as its three formats are.

From Anki's source: rslib/src/storage (tables), proto/anki (notetypes, decks, import_export), rslib/src/import_export.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import zstandard

CREATED = 1_700_000_000 // 86_400 * 86_400 + 4 * 3600
"""2023-11-14, 04:00 UTC, when the collection was made."""

CHANGED = (CREATED + 30 * 86_400 + 5 * 3600) * 1000
"""Thirty days later, at 09:00."""

FIRST_NOTE = 1_700_000_000_001

_COLUMNS = {
    "col": "id crt mod scm ver dty usn ls conf models decks dconf tags",
    "notes": "id guid mid mod usn tags flds sfld csum flags data",
    "cards": "id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data",
    "revlog": "id cid usn ease ivl lastIvl factor time type",
}
_NEW_TABLES = """
    CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer, mtime_secs integer, val blob) WITHOUT ROWID;
    CREATE TABLE notetypes (id integer PRIMARY KEY, name text COLLATE unicase, mtime_secs integer, usn integer,
        config blob);
    CREATE TABLE fields (ntid integer, ord integer, name text COLLATE unicase, config blob, PRIMARY KEY (ntid, ord))
        WITHOUT ROWID;
    CREATE TABLE templates (ntid integer, ord integer, name text COLLATE unicase, mtime_secs integer, usn integer,
        config blob, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
    CREATE TABLE decks (id integer PRIMARY KEY, name text COLLATE unicase, mtime_secs integer, usn integer, common blob,
        kind blob);
    CREATE UNIQUE INDEX idx_decks_name ON decks (name);
"""


@dataclass(frozen=True)
class Type:
    """A note type: its fields, and its templates as (front, back)."""

    name: str
    fields: Sequence[str]
    templates: Sequence[tuple[str, str]]
    cloze: bool = False
    stock: int = 0


_BACK = "{{FrontSide}}\n\n<hr id=answer>\n\n"
BASIC = Type("Basic", ("Front", "Back"), [("{{Front}}", _BACK + "{{Back}}")])
REVERSED = Type("Both ways", ("Front", "Back"), [*BASIC.templates, ("{{Back}}", _BACK + "{{Front}}")])
OPTIONAL = Type(
    "Perhaps both ways",
    ("Front", "Back", "Add Reverse"),
    [*BASIC.templates, ("{{#Add Reverse}}{{Back}}{{/Add Reverse}}", _BACK + "{{Front}}")],
)
TYPING = Type(
    "Typing", ("Front", "Back"), [("{{Front}}\n\n{{type:Back}}", "{{Front}}\n\n<hr id=answer>\n\n{{type:Back}}")]
)
CLOZE = Type("Gaps", ("Text", "Extra"), [("{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Extra}}")], cloze=True)


@dataclass
class Building:
    """A collection under construction; ids count up from the first."""

    config: dict[str, object] = field(default_factory=lambda: {"schedVer": 2, "rollover": 4, "creationOffset": 0})
    created: int = CREATED
    changed: int = CHANGED
    media: dict[str, bytes] = field(default_factory=dict)
    _types: list[Type] = field(default_factory=list)
    _decks: dict[str, int] = field(default_factory=lambda: {"Default": 1})
    _rows: dict[str, list[dict[str, object]]] = field(default_factory=lambda: {"notes": [], "cards": [], "revlog": []})

    def note(
        self, type_: Type, *values: str, guid: str = "", deck: str = "Deck", tags: str = "", cards: Sequence[int] = (0,)
    ) -> list[int]:
        """Adds a note with cards of these numbers; their ids."""
        note = FIRST_NOTE + len(self._rows["notes"])
        if type_ not in self._types:
            self._types.append(type_)
        guid = guid or f"guid{len(self._rows['notes'])}"
        row = {
            "id": note,
            "guid": guid,
            "mid": 1000 + self._types.index(type_),
            "tags": tags,
            "flds": "\x1f".join(values),
        }
        self._rows["notes"].append({**row, "sfld": values[0]})
        return [self.card(note, number, deck) for number in cards]

    def card(self, note: int, number: int, deck: str) -> int:
        """Adds a new card to a note; its id."""
        card = 1_700_000_500_000 + len(self._rows["cards"])
        self._rows["cards"].append({"id": card, "nid": note, "did": self.deck(deck), "ord": number})
        return card

    def deck(self, name: str) -> int:
        """The id of a deck of this name."""
        return self._decks.setdefault(name, 2000 + len(self._decks))

    def schedule(self, card: int, **values: int) -> None:
        """Changes columns of a card."""
        next(row for row in self._rows["cards"] if row["id"] == card).update(values)

    def answer(self, card: int, at: int, ease: int, type_: int = 1, time: int = 5000, factor: int = 2500) -> None:
        """Adds a row to the log, at an instant in milliseconds."""
        columns = {"id": at, "cid": card, "ease": ease, "type": type_, "time": time, "factor": factor}
        self._rows["revlog"].append({**columns})

    def oldest(self, path: Path) -> Path:
        """Writes a package with `collection.anki2` alone."""
        return zipped(path, {"collection.anki2": self.old(), **self._old_media()})

    def legacy(self, path: Path) -> Path:
        """Writes a package with `collection.anki21`, and a `collection.anki2` that says Anki is too old."""
        members = {"meta": b"\x08\x02", "collection.anki21": self.old(), "collection.anki2": too_old()}
        return zipped(path, {**members, **self._old_media()})

    def latest(self, path: Path) -> Path:
        """Writes a package with `collection.anki21b`, everything compressed with zstd."""
        entries = [message((1, name), (2, len(data)), (3, b"\0" * 20)) for name, data in self.media.items()]
        members = {
            "meta": b"\x08\x03",
            "collection.anki21b": compressed(self.new()),
            "collection.anki2": too_old(),
            **{str(number): compressed(data) for number, data in enumerate(self.media.values())},
            "media": compressed(message(*((1, entry) for entry in entries))),
        }
        return zipped(path, members)

    def old(self) -> bytes:
        """The collection in schema 11."""
        models = {
            str(1000 + index): {
                "id": 1000 + index,
                "name": each.name,
                "type": int(each.cloze),
                "originalStockKind": each.stock,
                "flds": [{"name": name, "ord": number} for number, name in enumerate(each.fields)],
                "tmpls": [{"name": "", "ord": n, "qfmt": q, "afmt": a} for n, (q, a) in enumerate(each.templates)],
            }
            for index, each in enumerate(self._types)
        }
        decks = {str(id_): {"id": id_, "name": name, "dyn": 0} for name, id_ in self._decks.items()}
        values = {"conf": json.dumps(self.config), "models": json.dumps(models), "decks": json.dumps(decks)}
        return self._database({**values, "ver": 11}, lambda _connection: None)

    def new(self) -> bytes:
        """The collection in schema 18."""
        return self._database({"ver": 18}, self._fill_new_tables)

    def _fill_new_tables(self, connection: sqlite3.Connection) -> None:
        connection.create_collation(
            "unicase", lambda a, b: (a.casefold() > b.casefold()) - (a.casefold() < b.casefold())
        )
        connection.executescript(_NEW_TABLES)
        for key, value in self.config.items():
            connection.execute("INSERT INTO config VALUES (?, 0, 0, ?)", (key, json.dumps(value).encode()))
        for name, id_ in self._decks.items():
            values = (id_, name.replace("::", "\x1f"), b"", message((1, message((1, 1)))))
            connection.execute("INSERT INTO decks VALUES (?, ?, 0, 0, ?, ?)", values)
        for index, each in enumerate(self._types):
            type_ = 1000 + index
            config = message((1, int(each.cloze)), (3, ".card {}"), (9, each.stock))
            connection.execute("INSERT INTO notetypes VALUES (?, ?, 0, 0, ?)", (type_, each.name, config))
            for number, name in enumerate(each.fields):
                connection.execute("INSERT INTO fields VALUES (?, ?, ?, ?)", (type_, number, name, b""))
            for number, (front, back) in enumerate(each.templates):
                row = (type_, number, f"Card {number}", message((1, front), (2, back)))
                connection.execute("INSERT INTO templates VALUES (?, ?, ?, 0, 0, ?)", row)

    def _database(self, collection: Mapping[str, object], more: Callable[[sqlite3.Connection], None]) -> bytes:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "collection"
            connection = sqlite3.connect(file)
            connection.execute("PRAGMA synchronous=OFF")
            for table, columns in _COLUMNS.items():
                connection.execute(f"CREATE TABLE {table} (id integer PRIMARY KEY, {', '.join(columns.split()[1:])})")
            more(connection)
            rows = {"col": [{"id": 1, "crt": self.created, "mod": self.changed, **collection}], **self._rows}
            for table, filled in rows.items():
                for row in filled:
                    names = _COLUMNS[table].split()
                    values = [row.get(column, "" if column in ("conf", "models", "decks") else 0) for column in names]
                    connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})", values)
            connection.commit()
            connection.close()
            return file.read_bytes()

    def _old_media(self) -> dict[str, bytes]:
        names = {str(number): name for number, name in enumerate(self.media)}
        members = {str(number): data for number, data in enumerate(self.media.values())}
        return {**members, "media": json.dumps(names).encode()}


def too_old() -> bytes:
    """The collection that a newer package shows to an Anki which cannot read it."""
    building = Building()
    building.note(BASIC, "Please update to the latest Anki version", "")
    return building.old()


def zipped(path: Path, members: Mapping[str, bytes]) -> Path:
    """Writes a zip file with these members."""
    with ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def compressed(data: bytes) -> bytes:
    """The data as zstd has it, in a frame that does not say its size, as Anki streams it."""
    stream = zstandard.ZstdCompressor().compressobj()
    return stream.compress(data) + stream.flush()


def message(*fields: tuple[int, int | str | bytes]) -> bytes:
    """A protobuf message of these fields."""
    data = b""
    for number, value in fields:
        if isinstance(value, int):
            data += _varint(number << 3) + _varint(value)
        else:
            encoded = value.encode() if isinstance(value, str) else value
            data += _varint(number << 3 | 2) + _varint(len(encoded)) + encoded
    return data


def _varint(value: int) -> bytes:
    data = b""
    while value > 0x7F:
        data += bytes([value & 0x7F | 0x80])
        value >>= 7
    return data + bytes([value])
