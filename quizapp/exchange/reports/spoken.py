"""In which language a report speaks, and what it is asked to tell."""

from quizapp.errors import UsageError
from quizapp.exchange.progress import ProgressWanted
from quizapp.i18n import F_
from quizapp.language import LANGUAGES, Language
from quizapp.report.whole import Asked
from quizapp.study.opening import Desk


def language_of(desk: Desk, wanted: ProgressWanted) -> Language:
    """The one that was asked for; the interface's where none was. Raises UsageError where two were."""
    if wanted.language is None:
        return desk.settings.interface
    for language in LANGUAGES:
        if wanted.language == language:
            return language
    one, another = LANGUAGES
    mend = F_("write --lang {one} or --lang {another}", one=one, another=another)
    raise UsageError(F_("a report speaks one language"), mend)


def asked_of(desk: Desk, wanted: ProgressWanted) -> Asked:
    """What a report is to tell. Titles are in the language of the cards where none was asked for."""
    titles = desk.settings.language if wanted.language is None else language_of(desk, wanted)
    return Asked(titles, decks_of(desk, wanted), wanted.since, wanted.on)


def decks_of(desk: Desk, wanted: ProgressWanted) -> tuple[str, ...]:
    """The ids of the decks that are wanted, with those below them; none where all are. Raises StoreError."""
    if not wanted.decks:
        return ()
    return tuple(deck.id for deck in desk.collection.decks() if wanted.has_deck(deck.id))
