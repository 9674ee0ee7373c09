"""What came of an edit, in words."""

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cards.faults import Fault
from quizapp.i18n import _, ngettext
from quizapp.paths import shortened
from quizapp.study.editing.revising import Outcome, Revised

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp

_SECONDS = 6.0
_MOST = 3
"""Faults that are told at once; the list of all is a key away."""


def tell_revised(quiz: "QuizApp", revised: Revised, card: str) -> None:
    """Tells what came of an edit and how it is taken back; faults with their places. `card` is empty for a file."""
    if revised.outcome is Outcome.UNCHANGED:
        quiz.say(_("Nothing was changed."))
    elif revised.outcome is Outcome.FAULTY and not card:
        count = len(revised.faults)
        quiz.say(ngettext("{n} fault is left in the file.", "{n} faults are left in the file.", count).format(n=count))
    elif revised.outcome is Outcome.FAULTY:
        quiz.clear_notifications()
        quiz.tell_wrong(_faulty(revised), " · ".join(map(_fault, revised.faults[:_MOST])))
    else:
        told, *more = _done(revised, card, quiz.key("app.take-back"))
        for sentence in more:
            told = _("{one} {next}").format(one=told, next=sentence)
        quiz.say(told, _SECONDS)


def _done(revised: Revised, card: str, key: str) -> list[str]:
    if revised.outcome is Outcome.GONE:
        told = _("{card} is in no file any more; its history stays.").format(card=card)
    elif revised.uncovered:
        told = _("Your own copy is gone: the bundled card holds again.")
    else:
        told = _("Changed: {card}.").format(card=card) if card else _("The file was read again.")
    copied = _("Your own copy now covers the bundled card; `quizapp diff` shows when that one changes.")
    back = _("{key} takes it back.").format(key=key)
    return [told, *([copied] if revised.covers else []), back]


def _faulty(revised: Revised) -> str:
    count = len(revised.faults)
    if revised.old:
        told = ngettext("{n} fault: the text before stays in use", "{n} faults: the text before stays in use", count)
    else:
        told = ngettext("{n} fault in what you wrote", "{n} faults in what you wrote", count)
    return told.format(n=count)


def _fault(fault: Fault) -> str:
    return fault.model_copy(update={"file": shortened(Path(fault.file))}).told()
