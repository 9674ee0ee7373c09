"""Whose code may run: that of the bundled decks, and of folders that the learner said yes to, once each."""

from pathlib import Path

from quizapp.cards.models import Card
from quizapp.config import Settings
from quizapp.paths import Places, bundled_cards, expanded
from quizapp.study.opening import Desk


def untrusted(card: Card, settings: Settings, places: Places) -> tuple[Path, ...]:
    """The folders of a card's files whose code the learner was not asked about yet; none where it may run."""
    known = {folder.resolve() for folder in _said_yes(settings, places)}
    folders = {Path(place.file).resolve().parent for place in card.places.values()}
    return tuple(sorted(folder for folder in folders if folder not in known and not _bundled(folder)))


def trust(folders: tuple[Path, ...], desk: Desk) -> None:
    """Lets code of cards in these folders run from now on; folders in them are asked about on their own."""
    desk.choose(
        "trusted", [str(folder) for folder in dict.fromkeys([*_said_yes(desk.settings, desk.places), *folders])]
    )


def distrust(folders: tuple[Path, ...], desk: Desk) -> tuple[Path, ...]:
    """Asks again before code of cards in these folders runs: somebody else's came into them. Those that ran unasked."""
    known = _said_yes(desk.settings, desk.places)
    theirs = {folder.resolve() for folder in folders}
    taken_back = tuple(folder for folder in known if folder.resolve() in theirs)
    if taken_back:
        desk.choose("trusted", [str(folder) for folder in known if folder not in taken_back])
    return taken_back


def _said_yes(settings: Settings, places: Places) -> list[Path]:
    return [places.config / expanded(folder) for folder in settings.trusted]


def _bundled(folder: Path) -> bool:
    return folder.is_relative_to(bundled_cards().resolve())
