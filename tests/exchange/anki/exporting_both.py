"""Run by an interpreter that has Anki's own library: a collection, written as a package and as plain text."""

import sys
from importlib import import_module
from pathlib import Path

NOTES = (
    ("Basic", ("What?", "<b>This</b>")),
    ("Basic (and reversed card)", ("one", "eins")),
    ("Basic (type in the answer)", ("two", "zwei")),
    ("Cloze", ("{{c1::a}} and {{c2::b::hint}} and {{c1,2::both}}", "why")),
)


def main(folder: str) -> None:
    """Makes `both.apkg` and `both.txt` in the folder."""
    anki = import_module("anki.collection")
    collection = anki.Collection(str(Path(folder) / "collection.anki2"))
    for type_, fields in NOTES:
        note = collection.new_note(collection.models.by_name(type_))
        for place, text in enumerate(fields):
            note.fields[place] = text
        collection.add_note(note, collection.decks.id("Words"))
    whole = anki.ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=False)
    collection.export_anki_package(out_path=str(Path(folder) / "both.apkg"), options=whole, limit=None)
    collection.export_note_csv(
        out_path=str(Path(folder) / "both.txt"),
        limit=None,
        with_html=True,
        with_tags=True,
        with_deck=True,
        with_notetype=True,
        with_guid=True,
    )
    collection.close()


if __name__ == "__main__":
    main(sys.argv[1])
