"""What Anki's library does with a whole collection: searches, statistics, its check, an export."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.anki.collections import opened
from benchmarks.figures import timed
from benchmarks.homes import texts

SEARCHES = {
    "latin": texts.OFTEN,
    "latin_seldom": texts.SELDOM,
    "chinese": texts.OFTEN_ZH,
    "chinese_seldom": texts.SELDOM_ZH,
    "tag": f"tag:{texts.TAG}",
    "due": "is:due",
}
_TIMES, _STATISTICS = 5, 3


def search(folder: Path) -> dict[str, list[float]]:
    """Each search's cards, several times."""
    with opened(folder) as collection:
        return {
            name: [timed(partial(_find, collection, wanted)) for _ in range(_TIMES)]
            for name, wanted in SEARCHES.items()
        }


def statistics(folder: Path) -> dict[str, list[float]]:
    """All data of its statistics, all history, several times."""
    with opened(folder) as collection:
        graphs = partial(collection._backend.graphs, search="", days=0)
        return {"statistics": [timed(graphs) for _ in range(_STATISTICS)]}


def check(folder: Path) -> dict[str, list[float]]:
    """Its `Check Database`."""
    with opened(folder) as collection:
        return {"check": [timed(collection.fix_integrity)]}


def export(folder: Path) -> dict[str, list[float]]:
    """A package of everything, with schedules and answers."""
    options = import_module("anki.collection").ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=False, legacy=False
    )
    with opened(folder) as collection:
        target = str(folder / "everything.apkg")
        work = partial(collection.export_anki_package, out_path=target, options=options, limit=None)
        return {"export": [timed(work)]}


def _find(collection: Any, wanted: str) -> None:
    assert len(collection.find_cards(wanted)), wanted
