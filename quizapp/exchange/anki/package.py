"""A package as a whole: what is in it, as notes of ours."""

from pathlib import Path

from quizapp.exchange.anki.archive import Archive
from quizapp.exchange.anki.collection_reading import collection_of
from quizapp.exchange.anki.database import opened
from quizapp.exchange.anki.media import Shelf
from quizapp.exchange.anki.reading import Reader
from quizapp.exchange.notes import Found


def read_package(path: Path, limit: int) -> Found:
    """The notes of an `.apkg` or a `.colpkg`: see `Importer`.

    Raises UsageError if the file is no package, is damaged, was made by a newer Anki than is known, or unpacks to more
    than `limit` bytes: its collection, and the images that its notes show.
    """
    with Archive(path, limit) as archive:
        shelf = Shelf(archive)
        with opened(path.name, archive.collection()) as database:
            reader = Reader(path.name, collection_of(database), shelf)
            notes = tuple(reader.notes())
    return Found(notes, tuple(reader.told()), shelf.files())
