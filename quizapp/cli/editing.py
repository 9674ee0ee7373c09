"""`quizapp edit`: a card's file in the learner's editor, at its line."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_card
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import agreed, on_terminal, say, tell
from quizapp.cli.shorter import shorter
from quizapp.errors import QuizappError, UsageError
from quizapp.i18n import F_, _, ngettext
from quizapp.language import LANGUAGES, Language

if TYPE_CHECKING:
    from quizapp.study.editing.revising import Revised, Revision
    from quizapp.study.opening import Desk


@click.command(
    short_help="Edit a card in your editor.",
    epilog=epilog(
        ("quizapp edit receptive-field/definition", "a card, by its whole id"),
        ("quizapp edit definition --lang zh", "its Chinese text"),
        ("EDITOR='code --wait' quizapp edit definition", "in another editor"),
    ),
)
@click.argument("card", shell_complete=complete_card)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the card; yours, where it is not said.")
def edit(card: str, lang: Language | None) -> int:
    """Open CARD in your editor (VISUAL or EDITOR) at its line, and read it again after that.

    Its history stays, whatever is reworded. A bundled card becomes your own copy, which covers it: `quizapp diff` shows
    when the bundled text changes. Exits with 1 if there is a fault in the file now.
    """
    from quizapp.study.editing.revising import Outcome, begin, begin_at
    from quizapp.study.marking import meant

    with opened() as desk:
        found = desk.collection.card(meant(desk.collection, card))
        if found is None:
            raise UsageError(F_("there is no card `{card}`", card=card), F_("`quizapp list` shows them all"))
        revised = _revise(desk, begin(desk, found, lang or desk.settings.language, clock.now()))
        while revised.outcome is Outcome.FAULTY and on_terminal() and agreed(_("Edit again?"), yes=False):
            fault = revised.faults[0]
            revised = _revise(desk, begin_at(desk, Path(fault.file), fault.line, clock.now()))
        return int(revised.outcome is Outcome.FAULTY)


def _revise(desk: "Desk", revision: "Revision") -> "Revised":
    from quizapp.study.editing.editors import edit as edit_file
    from quizapp.study.editing.revising import Outcome, finish

    failed: QuizappError | None = None
    try:
        edit_file(revision.file, revision.line)
    except QuizappError as error:
        failed = error  # what was saved before it failed counts all the same
    revised = finish(desk, revision, clock.now())
    if failed is None or revised.outcome is not Outcome.UNCHANGED:
        _tell(revised, revision)
    if failed is not None:
        raise failed
    return revised


def _tell(revised: "Revised", revision: "Revision") -> None:
    from quizapp.study.editing.revising import Outcome

    card = revision.card.id if revision.card else shorter(revision.file)
    for fault in revised.faults:
        say(fault.model_copy(update={"file": shorter(fault.file)}).told())
    if revised.outcome is Outcome.UNCHANGED:
        tell(_("left as it was"))
    elif revised.outcome is Outcome.GONE:
        tell(_("{card} is in no file any more; its history stays, and it comes back with its id").format(card=card))
    elif revised.outcome is Outcome.FAULTY:
        count = len(revised.faults)
        told = ngettext("{n} fault", "{n} faults", count).format(n=count)
        tell(_("{faults}; the text before stays in use").format(faults=told) if revised.old else told)
    elif revised.uncovered:
        tell(_("your own copy is gone: the bundled card holds again"))
    else:
        tell(_("changed: {card}").format(card=card))
    if revised.covers:
        tell(_("your own copy now covers the bundled card; `quizapp diff` shows when that one changes"))
