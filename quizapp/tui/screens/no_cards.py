"""What is said where there is no card yet."""

from quizapp.config import Settings
from quizapp.i18n import _
from quizapp.paths import Places, shortened
from quizapp.visible import one_line


def no_cards_yet(settings: Settings, places: Places, add: str) -> str:
    """The ways to the first card; `add` is the key that writes one."""
    told = _(
        "No cards yet. {key} adds one; `quizapp import` brings them from other programs; or put Markdown files into "
        "{folder}."
    )
    return told.format(key=add, folder=one_line(shortened(settings.cards or places.cards)))
