"""Opening up: the settings in force, the collection, and the cards in the folders read into it."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from quizapp.cards.files import make_folder
from quizapp.config import Configured, Settings, configured
from quizapp.errors import StoreError
from quizapp.i18n import F_
from quizapp.paths import Places, bundled_cards, expanded, is_gone
from quizapp.store.collection import Collection
from quizapp.store.engines.failures import out_of_reach
from quizapp.store.files.reading import Progress, Reading
from quizapp.study.checking.judging import what_keeps_from_asking
from quizapp.study.pen import Pen


@dataclass
class Desk:
    """An open collection and the settings in force: what every use case works on."""

    places: Places
    collection: Collection
    configured: Configured

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.configured.settings

    @property
    def pen(self) -> Pen:
        """What writes the log."""
        return Pen(self.collection.device, self.settings.day_starts_at)

    def choose(self, key: str, value: Any) -> None:
        """Keeps a choice made in the program (None takes it back); it holds at once."""
        self.choose_all({key: value})

    def choose_all(self, values: Mapping[str, Any]) -> None:
        """Keeps choices that belong together, all or none of them."""
        self.collection.set_all(values)
        self.configured = configured(self.places.config_file, self.collection.settings())

    def read_cards(self, now: datetime, progress: Progress | None = None) -> Reading:
        """Reads what changed in the folders of cards."""
        if self.collection.place == self.places.database:
            _refuse_if_out_of_reach(self.places)
        folders = card_folders(self.settings, self.places)
        return self.collection.read_folders(folders, now, progress, what_keeps_from_asking, self.settings.largest_bytes)

    def close(self) -> None:
        """Closes the collection."""
        self.collection.close()

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_desk(places: Places, now: datetime) -> Desk:
    """Opens the collection, with the settings in force; cards are not read yet. Raises QuizappError."""
    written = configured(places.config_file)  # what makes no sense is told before anything is made
    collection = Collection(written.settings.server or places.database, places.backups, now)
    return Desk(places, collection, written.over(collection.settings()))


def card_folders(settings: Settings, places: Places) -> Sequence[Path]:
    """The folders of the library. The learner's own is made where it is missing. Raises StoreError."""
    if settings.cards is None:
        _make(places.cards)
    return library_folders(settings, places)


def library_folders(settings: Settings, places: Places) -> Sequence[Path]:
    """The folders of the library, first the bundled one; a relative one lies beside the settings file."""
    bundled = [bundled_cards()] if settings.bundled else []
    own = settings.cards or places.cards
    return [*bundled, *(places.config / expanded(folder) for folder in (own, *settings.folders))]


def _refuse_if_out_of_reach(places: Places) -> None:
    """What vanished would, made anew for cards, be in the way when it comes back. Raises StoreError.

    Where a home was mounted an empty folder is left, in which cards would be hidden as soon as it is mounted again.
    """
    home = places.data
    if is_gone(home):
        raise StoreError(
            F_("the folder {folder} is not there any more", folder=home), F_("bring it back, then try again")
        )
    if not os.access(home, os.X_OK):
        raise StoreError(F_("the folder {folder} cannot be entered", folder=home), F_("check its permissions"))
    if is_gone(places.database):
        raise out_of_reach(str(places.database))


def _make(folder: Path) -> None:
    try:
        make_folder(folder)
    except OSError as error:
        what = F_("the folder {folder} cannot be made ({why})", folder=folder, why=error.strerror)
        raise StoreError(what, F_("check the folder above it, or set `cards` to another one")) from error
