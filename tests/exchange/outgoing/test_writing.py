"""What is written in each format, apart from the text of the cards."""

import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from quizapp.cards.draft import Draft
from quizapp.exchange.notes import Found, Note
from quizapp.exchange.outgoing.writing import FORMATS, Occasion
from tests.exchange.exported import MOMENT

NOTE = Note("t/a", Draft(prompt="a", answer="b", id="a"), "quizapp:t/a", ("d", "e"))
BY_NAME = {format_.name: format_ for format_ in FORMATS}


@pytest.mark.parametrize(("zone", "hour"), [("UTC", 4), ("Asia/Shanghai", -4), ("America/St_Johns", 7.5)])
def test_the_days_of_a_package_begin_in_the_learners_zone(
    zone: str, hour: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    files, _told, _notes = BY_NAME["apkg"].output(Found((NOTE,)), Occasion(MOMENT))
    with ZipFile(BytesIO(files[""])) as package:
        (tmp_path / "c").write_bytes(package.read("collection.anki2"))
    with closing(sqlite3.connect(tmp_path / "c")) as connection:
        ((created,),) = connection.execute("SELECT crt FROM col")
    assert created == int(datetime(2000, 1, 1, tzinfo=UTC).timestamp() + hour * 3600)


def test_one_file_of_hashcards_says_that_it_mixes_decks() -> None:
    other = replace(NOTE, deck=("f",))
    files, told, _notes = BY_NAME["hashcards"].output(Found((NOTE, other)), Occasion(MOMENT))
    assert files[""] == b"Q: a\nA: b\n\nQ: a\nA: b\n"
    assert "decks are not told apart" in told[0].what
    files, told, _notes = BY_NAME["hashcards"].output(Found((NOTE, other)), Occasion(MOMENT, by_deck=True))
    assert sorted(files) == ["d/e.md", "f.md"]


def test_one_file_of_obsidian_tags_each_deck() -> None:
    files, _told, _notes = BY_NAME["obsidian"].output(Found((NOTE, replace(NOTE, deck=("f",)))), Occasion(MOMENT))
    assert files[""] == b"#flashcards/d/e\n\na::b\n\n#flashcards/f\n\na::b\n"
