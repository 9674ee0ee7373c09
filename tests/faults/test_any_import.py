"""Whatever lies in a file to be imported, merged or brought back: notes, rows, or one of our own errors come of it."""

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from random import Random

import pytest

from quizapp.errors import QuizappError
from quizapp.exchange.archive.bringing import bring_back
from quizapp.exchange.archive.reading import read_archive
from quizapp.exchange.incoming.bringing import Wish, bring
from quizapp.exchange.incoming.recognizing import FORMATS, format_of
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.study.merging.lines import Header
from quizapp.study.merging.merge import merge
from quizapp.study.merging.row import line_of
from quizapp.study.merging.sources import rows_in
from quizapp.study.opening import Desk
from tests.conftest import NOW
from tests.exchange.anki.building import BASIC, CLOZE, OPTIONAL, REVERSED, Building, compressed, zipped
from tests.exchange.archive.homes import exported, home
from tests.exchange.exported import MOMENT
from tests.faults.mangling import mangled
from tests.soak import drawn, rounds

LIMIT = 2**22
TEXTS = {
    "anki-text": (
        "#separator:tab\n#html:true\n#deck column:3\n#tags column:4\n"
        'a<br>b\t"c ""d"""\tx::y\tone two\n{{c1::a::b}}\t\tx\t\n'
    ),
    "csv": 'front,back,tags,kind\n"a, b",c,x y,basic\n==gap== here,,,cloze\n',
    "mnemosyne": "question\tanswer\n$a$\t<b>b</b>\nc\td\te\tf\n",
    "hashcards": '---\nname = "x"\n---\nQ: a?\nA: b\n\nC: a [b] c [d](e)\n\nT: term\nD: said\n',
    "obsidian": (
        "---\ntags: [flashcards/x]\n---\n#flashcards\n\na::b\n\nc:::d\n<!--SR:!2026-01-01,3,250!2026-01-02,4,230-->\n\n"
        "a\n?\nb\n\n==c== d ![[p.png]] [[link|x]]\n"
    ),
    "headings": "# Deck\n\n## a?\n\nb\n\n- [x] c\n- [ ] d\n\n## e {#f .cloze}\n\n| a |\n|---|\n| b |\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_of_a_format(name: str, tmp_path: Path) -> None:
    chance, path = drawn("text", name), tmp_path / "deck.md"
    known = next(each for each in FORMATS if each.name == name)
    for _ in range(rounds(150, 5_000)):
        path.write_bytes(mangled(TEXTS[name].encode() * chance.choice([1, 1, 3]), chance))
        with _ours(path):
            known.read(path, LIMIT)


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".tsv", ".md", ".markdown", ".apkg", ".bin"])
def test_a_file_told_by_what_stands_in_it(suffix: str, tmp_path: Path) -> None:
    chance, path = drawn("told", suffix), tmp_path / f"deck{suffix}"
    for _ in range(rounds(40, 2_000)):
        path.write_bytes(mangled(chance.choice(list(TEXTS.values())).encode(), chance))
        with _ours(path):
            format_of(path).read(path, LIMIT)


@pytest.mark.parametrize("age", ["oldest", "latest"])
def test_a_package(age: str, tmp_path: Path) -> None:
    chance, path = drawn("package", age), tmp_path / "deck.apkg"
    whole = getattr(_building(), age)(tmp_path / "whole.apkg").read_bytes()
    for _ in range(rounds(60, 2_000)):
        path.write_bytes(mangled(whole, chance))
        with _ours(path):
            FORMATS[0].read(path, LIMIT)


@pytest.mark.parametrize("member", ["collection", "media", "meta"])
def test_a_package_of_sound_zip_and_unsound_members(member: str, tmp_path: Path) -> None:
    chance, path = drawn("member", member), tmp_path / "deck.apkg"
    with zipfile.ZipFile(_building().latest(tmp_path / "whole.apkg")) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    collection = _building().new()
    for _ in range(rounds(60, 3_000)):
        if member == "collection":
            damaged = {"collection.anki21b": compressed(mangled(collection, chance))}
        else:
            damaged = {member: mangled(members[member], chance)}
        zipped(path, members | damaged)
        with _ours(path):
            FORMATS[0].read(path, LIMIT)


def test_a_package_whose_cells_are_anything(tmp_path: Path) -> None:
    chance, path, file = drawn("cells"), tmp_path / "deck.apkg", tmp_path / "collection"
    sound = _building().old()
    for _ in range(rounds(60, 3_000)):
        file.write_bytes(sound)
        with closing(sqlite3.connect(file)) as connection, connection:
            for _ in range(chance.randrange(1, 4)):
                table = chance.choice(["col", "notes", "cards", "revlog"])
                column = chance.choice([row[1] for row in connection.execute(f"PRAGMA table_info({table})")])
                values = [row[0] for row in connection.execute(f"SELECT {column} FROM {table}")]
                value = _any_value(chance, values)
                with suppress(sqlite3.IntegrityError):
                    connection.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", [value])
        zipped(path, {"collection.anki2": file.read_bytes()})
        with _ours(path):
            FORMATS[0].read(path, LIMIT)


def test_an_export_of_everything(tmp_path: Path) -> None:
    chance, path = drawn("archive"), tmp_path / "export.json"
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        _answered(one)
        whole = exported(one)
        for _ in range(rounds(60, 2_000)):
            path.write_bytes(mangled(whole, chance) if chance.random() < 0.5 else _changed(whole, chance))
            with _ours(path):
                bring_back(other, read_archive(path, LIMIT), NOW)
        assert other.collection.differences() == []
    assert {each.name for each in tmp_path.iterdir()} == {"one", "other", "export.json"}


def test_a_log_to_be_merged(tmp_path: Path) -> None:
    chance, path = drawn("log"), tmp_path / "other.db"
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        _answered(one)
        one.collection.checkpoint()
        rows = b"".join(line for row in one.collection.since(MOMENT) if (line := line_of(row)))
        whole = one.places.database.read_bytes()
        sources = [b"cells", whole, exported(one), Header().line + rows]
        for _ in range(rounds(60, 2_000)):
            source = chance.choice(sources)
            path.write_bytes(whole if source == b"cells" else mangled(source, chance))
            if source == b"cells":
                _change_cells(path, chance)
            with _ours(path), rows_in(path, NOW) as taken:
                merge(other.collection, taken.rows, NOW)
        assert other.collection.differences() == []
        assert other.collection.length() > 0


def test_what_was_read_of_anything_is_brought_along(tmp_path: Path) -> None:
    chance, path = drawn("brought"), tmp_path / "deck.md"
    with home(tmp_path / "other", {}) as other:
        for number in range(rounds(15, 300)):
            known = chance.choice(FORMATS[1:])
            path.write_bytes(mangled(TEXTS[known.name].encode(), chance))
            with _ours(path):
                bring(other, known.read(path, LIMIT), Wish(known.name, f"deck{number % 5}"), NOW)
        assert [fault for fault in other.collection.faults() if not fault.note] == []


def _answered(desk: Desk) -> None:
    """Cards of all kinds of pasts: answered, computed, taken back, suspended."""
    pen, cards = desk.pen, desk.collection.ids()
    given = {"verdict": "wrong", "read": {"fraction": "1/2"}, "mistake": "x", "drawn": {"n": [1, {"mapping": {}}]}}
    rows = [pen.answer(card, What.ANSWER, MOMENT, Grade.GOOD, 1_000, given) for card in cards]
    undo = pen.row(cards[0], What.UNDO, MOMENT, rows[0].entry.uuid)
    desk.collection.append([*rows, undo, pen.row(cards[1], What.SUSPEND, MOMENT, because="x")])


@contextmanager
def _ours(path: Path) -> Iterator[None]:
    """Fails, telling the file, if anything but an error of ours is raised."""
    try:
        yield
    except QuizappError:
        return
    except Exception as error:
        raise AssertionError(f"{type(error).__name__}: {error} of {path.read_bytes()[:2_000]!r}") from error


def _building() -> Building:
    building = Building()
    for type_, values in ((BASIC, ("a", "b")), (REVERSED, ("c", "<img src='p.png'>")), (CLOZE, ("{{c1::d}} e", "f"))):
        building.note(type_, *values)
    building.note(OPTIONAL, *["g"] * len(OPTIONAL.fields))
    return building


def _any_value(chance: Random, values: list[object]) -> object:
    value = chance.choice([*values, None, -1, 2**62, 1e300, b"\xff\x00", "", "\x1f" * 9, "[" * 9_000, '{"1": null}'])
    if isinstance(value, str) and chance.random() < 0.7:
        return mangled(value.encode(), chance).decode("utf-8", "replace")
    return value


def _change_cells(database: Path, chance: Random) -> None:
    """Some cells of a sound database's log hold something else."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DROP TRIGGER log_UPDATE")
        columns = [row[1] for row in connection.execute("PRAGMA table_info(log)")]
        for column in chance.sample(columns, chance.randrange(1, 4)):
            values = [row[0] for row in connection.execute(f"SELECT {column} FROM log")]
            where = chance.randrange(1, 2 + len(values))
            with suppress(sqlite3.IntegrityError):
                value = _any_value(chance, values)
                connection.execute(f"UPDATE OR IGNORE log SET {column} = ? WHERE rowid >= ?", [value, where])


def _changed(document: bytes, chance: Random) -> bytes:
    """The export with some value in it replaced by another."""
    whole = json.loads(document)
    at = whole
    while isinstance(at, dict | list) and at:
        key = chance.choice(list(at) if isinstance(at, dict) else range(len(at)))
        if not isinstance(at[key], dict | list) or not at[key] or chance.random() < 0.2:
            at[key] = chance.choice([None, -1, 2**70, 1e308, "", "\x00", "../x", [], {}, [[]], True, "x" * 9_000])
            break
        at = at[key]
    return json.dumps(whole).encode()
