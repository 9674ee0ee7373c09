"""What stands in the form, kept in a file until it is added, so that no end of the program loses it."""

import json
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from quizapp.cards.faces import Frozen
from quizapp.cards.files import keep_file
from quizapp.paths import Places
from quizapp.study.editing.form import Form

LARGEST = 2 * 2**20
"""Bytes. What is larger was not written by the form."""


class Left(Frozen):
    """A form that was left, and the digest of what it began with: of a card that is changed, as it stood then."""

    form: Form
    begun_with: str

    def began_with(self, form: Form) -> bool:
        """True if it began with this, so that it loses nothing written since."""
        return self.begun_with == _digest(_json(form))


def kept_form(places: Places, card: str = "") -> Left | None:
    """What was left in the form for a new card, or for the one named; None where there is nothing that can be read."""
    file = _file(places, card)
    with suppress(OSError, ValueError, ValidationError):
        if file.stat().st_size <= LARGEST:
            return Left.model_validate_json(file.read_text(encoding="utf-8"))
    return None


def keep_form(form: Form, begun_with: Form, places: Places, card: str = "") -> None:
    """Keeps the form. A disk that takes none costs the draft, never the learner's place."""
    with suppress(OSError, UnicodeEncodeError):
        keep_file(_file(places, card), _json(Left(form=form, begun_with=_digest(_json(begun_with)))).encode())


def drop_form(places: Places, card: str = "") -> None:
    """The card stands in its file now, or is not wanted."""
    with suppress(OSError):
        _file(places, card).unlink(missing_ok=True)


def keep_refused(text: str, places: Places, now: datetime) -> Path:
    """Keeps cards that could not be added, as they were given; the file they are in. Raises OSError."""
    name = f"refused-{now:%Y%m%d-%H%M%S}-{_digest(text)[:8]}.md"
    file = places.data / "drafts" / name
    keep_file(file, text.encode())
    return file


def refused_files(places: Places) -> list[Path]:
    """The files of cards that could not be added, one each time, oldest first. Nothing needs them."""
    return sorted((places.data / "drafts").glob("refused-*.md"))


def _file(places: Places, card: str) -> Path:
    """The name leads nowhere else, whatever the card's id."""
    name = _digest(card) if card else "new"
    return places.data / "drafts" / f"form-{name}.json"


def _json(values: Frozen) -> str:
    return json.dumps(values.model_dump(mode="json"), ensure_ascii=False)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
