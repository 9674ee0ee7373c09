"""Collections made: cards read and learned. Not measured, but a child's work as well: its memory is its own."""

from pathlib import Path

from benchmarks.homes.cards import NOW, Size, write_home
from benchmarks.homes.learning import learn
from benchmarks.library.desks import desk_in


def make(home: Path, cards: str, files: str, mixed: str, learned: str) -> dict[str, list[float]]:
    """Writes card files; where they are to be `learned`, reads them and gives them a past, and makes the day's backup.

    Gives the number of answers.
    """
    write_home(home, home / "cards", Size(int(cards), int(files), bool(mixed)))
    if not learned:
        return {}
    with desk_in(home) as desk:
        desk.read_cards(NOW)
        assert desk.collection.faults() == [], "the cards are sound"
        answers = learn(desk.collection, desk.collection.ids())
    desk_in(home).close()
    return {"answers": [float(answers)]}


def machine(home: Path, of: str) -> dict[str, list[float]]:
    """Another machine's collection: another past of the same cards, whose texts it needs not have."""
    with desk_in(Path(of)) as desk:
        ids = desk.collection.ids()
    with desk_in(home) as other:
        learn(other.collection, ids, seed=2)
    return {}
