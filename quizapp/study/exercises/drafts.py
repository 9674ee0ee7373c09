"""Code that is being written, kept in files until it is graded, so that no end of the program loses it."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from quizapp.cards.files import keep_file
from quizapp.checks.exercises import MOST_CODE
from quizapp.paths import Places
from quizapp.study.exercises.writing import Writing
from quizapp.visible import visible


def draft_of(card: str, places: Places) -> str | None:
    """The code that was left behind for a card; None where there is none, or it cannot be read."""
    with suppress(OSError, UnicodeDecodeError):
        return visible(draft_file(card, places).read_text(encoding="utf-8"))[:MOST_CODE]
    return None


def written_last(writing: Writing, card: str, places: Places) -> str:
    """The code to go on with: what the question at hand holds already, else what was left behind for the card."""
    begun = writing.code != writing.starter
    return writing.code if begun else draft_of(card, places) or writing.code


def keep_draft(card: str, code: str, places: Places) -> None:
    """Keeps the code of a card. A disk that takes none costs the draft, never the learner's place."""
    with suppress(OSError, UnicodeEncodeError):
        keep_file(draft_file(card, places), code.encode())


def drop_draft(card: str, places: Places) -> None:
    """The code is in the log now, or not wanted."""
    with suppress(OSError):
        draft_file(card, places).unlink(missing_ok=True)


def draft_file(card: str, places: Places) -> Path:
    """Where the code of a card is kept while it is written. The name leads nowhere else, whatever the card's id."""
    return places.data / "drafts" / f"{sha256(card.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.py"
