"""Run by an interpreter that has Anki's own library: imports a package into a collection, prints what is there then."""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any


def main(package: str, folder: str) -> dict[str, Any]:
    """Imports `package` into the collection in `folder`, made where there is none; `again.apkg` is all of it then."""
    anki = import_module("anki.collection")
    collection = anki.Collection(str(Path(folder) / "collection.anki2"))
    options = anki.ImportAnkiPackageOptions(with_scheduling=True)
    log = collection.import_anki_package(anki.ImportAnkiPackageRequest(package_path=package, options=options)).log
    told = {
        "new": len(log.new),
        "notes": {note.guid: _note(collection, note) for note in map(collection.get_note, collection.find_notes(""))},
        "decks": sorted(deck.name for deck in collection.decks.all_names_and_ids()),
        "media": sorted(path.name for path in Path(collection.media.dir()).iterdir()),
        "is_sound": collection.fix_integrity(),
        "today": collection.sched.today,
    }
    whole = anki.ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=False)
    collection.export_anki_package(out_path=str(Path(folder) / "again.apkg"), options=whole, limit=None)
    collection.close()
    return told


def _note(collection: Any, note: Any) -> dict[str, Any]:
    return {
        "type": note.note_type()["name"],
        "fields": dict(note.items()),
        "tags": note.tags,
        "cards": [_card(collection, card) for card in note.cards()],
    }


def _card(collection: Any, card: Any) -> dict[str, Any]:
    numbers = ("type", "queue", "due", "ivl", "factor", "reps", "lapses")
    log = "SELECT id, ease, ivl, lastIvl, factor, time, type FROM revlog WHERE cid = ? ORDER BY id"
    return {
        **{name: getattr(card, name) for name in numbers},
        "deck": collection.decks.name(card.did),
        "log": collection.db.all(log, card.id),
        "front": card.question(),
        "back": card.answer(),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], sys.argv[2])))
